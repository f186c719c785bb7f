-- Elections held: the first denominator of counts, and who had nothing to vote on.

-- One row an election and region, in the boundaries of today.
create table election_held as
with inside as (
    -- one row a region and a region within it, itself included
    select code as region, code as part
    from region
    union all
    select ancestor, region
    from ancestor
),
own as (
    -- one row an election and region: offices of its own and within it
    select participation.event, inside.region, count(*)::integer as elections
    from inside
    inner join participation on participation.region = inside.part
    group by all
),
province as (
    -- one row an election and region: the province that it belonged to on voting day
    select event.code as event, region.code as region, coalesce(former_province.former, here.code) as province
    from event
    cross join region
    inner join region as here
        on here.level = 1
        and here.code in (region.code, region.parent)
    left join former_province
        on former_province.region = here.code
        and event.voting_day < former_province.divided_on
)
select
    event.code as event,
    region.code as region,
    -- in a general election all regions vote, and nothing is counted
    if(event.kind = 'pilkada', coalesce(own.elections, 0), null) as elections,
    -- a kabupaten or kota votes on the governor of its province, too
    event.kind <> 'pilkada'
        or own.elections is not null
        or governor.region is not null as voted
from event
cross join region
left join own
    on own.event = event.code
    and own.region = region.code
left join province
    on province.event = event.code
    and province.region = region.code
left join participation as governor
    on governor.event = event.code
    and governor.region = province.province
    and governor.office = 'gubernur'
order by event.voting_day, region.code;
