-- Elections held: the first denominator of counts, and who had nothing to vote on.

-- One row a province that was part of another one until the day on which it was divided.
create table former_province as
select unnest(['93', '94', '95', '96']) as region, unnest(['91', '91', '91', '92']) as former, date '2022-11-11' as divided_on;

-- One row an election and region, in the boundaries of today.
create table election_held as
with inside as (
    -- one row a region and a region within it, itself included
    select code as region, code as part
    from region
    union all
    select ancestor, region
    from ancestor
)
select
    event.code as event,
    inside.region,
    -- in a general election all regions vote, and nothing is counted
    if(event.kind = 'pilkada', count(participation.region), null)::integer as elections,
    event.kind <> 'pilkada'
        or count(participation.region) > 0
        -- a kabupaten or kota votes on the governor of its province, too
        or bool_or(governor.region is not null) as voted
from inside
cross join event
inner join region on region.code = inside.region
left join participation
    on participation.event = event.code
    and participation.region = inside.part
left join participation as governor
    on governor.event = event.code
    and governor.region = region.parent
    and governor.office = 'gubernur'
group by event.code, event.kind, event.voting_day, inside.region
order by event.voting_day, inside.region;
