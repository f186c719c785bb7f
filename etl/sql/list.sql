-- Lists: the regions that one source puts beside each other, so that they may stand on one map and in one ranking.

-- One row a region of what a source prints over the regions of one parent at one stage, with the key of its list.
create or replace temp table listed as
with totals as (
    select
        figure.*,
        region.parent,
        unsayable.figure_id is not null as is_unsayable
    from figure
    inner join region on region.code = figure.region
    left join unsayable on unsayable.figure_id = figure.figure_id
    where dimension = 'total'
        and unit <> 'persen'
        and event is not null
        and region.parent is not null
)
select
    left(md5(concat_ws('|', source_id, event, stage, unit, counted_by, coalesce(counted_on::varchar, ''), parent)), 10) as list_id,
    source_id,
    event,
    stage,
    unit,
    counted_by,
    counted_on,
    parent,
    region,
    -- a region for which the source gives no number, or two, is left out
    min_by(figure_id, (stage_basis <> 'tercetak', figure_id)) filter (not is_unsayable) as figure_id,
    any_value(value) filter (not is_unsayable) as value,
    count(distinct value) filter (not is_unsayable) = 1 as holds
from totals
group by source_id, event, stage, unit, counted_by, counted_on, parent, region;

-- One row a list and a region that it names.
create table list_figure as
select list_id, region, figure_id, value
from listed
where holds
qualify count(*) over (partition by list_id) >= 5
order by list_id, region;

-- One row a list: source, election, stage, unit, counter, day of the count and the region whose parts it names.
create table list as
with summed as (
    select
        list_id,
        source_id,
        event,
        stage,
        unit,
        counted_by,
        counted_on,
        parent,
        count(*) filter (holds)::integer as regions,
        sum(value) filter (holds) as total,
        bool_and(holds) as whole
    from listed
    semi join list_figure using (list_id)
    group by all
),
-- one row a list whose source prints a number for the parent on the same day
printed as (
    select summed.list_id, figure.figure_id, figure.value, figure.qualifier is null or figure.qualifier not in ('sekitar', 'lebih_dari') as exact
    from summed
    inner join figure
        on figure.source_id = summed.source_id
        and figure.event = summed.event
        and figure.stage = summed.stage
        and figure.unit = summed.unit
        and figure.counted_by = summed.counted_by
        and figure.counted_on is not distinct from summed.counted_on
        and figure.region = summed.parent
    anti join unsayable on unsayable.figure_id = figure.figure_id
    where figure.dimension = 'total'
    -- where the source gives two numbers, the one that the list adds up to, else the larger
    qualify row_number() over (
        partition by summed.list_id
        order by figure.value = summed.total desc, figure.value desc, figure.figure_id
    ) = 1
),
described as (
    select
        summed.*,
        printed.figure_id as parent_figure_id,
        coalesce(printed.exact and total = printed.value and whole, false) as complete,
        not coalesce(printed.exact and total > printed.value, false) as sound
    from summed
    left join printed using (list_id)
),
main as (
    select list_id
    from described
    inner join event on event.code = described.event
    where sound
    qualify row_number() over (
        partition by parent, described.event, stage, unit
        order by
            complete desc,
            regions desc,
            case
                when counted_on is null then 3
                when counted_on > voting_day + interval 3 year then 4
                when counted_on >= voting_day + interval 60 day then 0
                when counted_on >= voting_day then 1
                else 2
            end,
            counted_on desc,
            source_id,
            list_id
    ) = 1
)
select
    described.list_id,
    source_id,
    event,
    stage,
    unit,
    counted_by,
    counted_on,
    parent,
    regions,
    total,
    parent_figure_id,
    sound,
    complete,
    main.list_id is not null as main
from described
left join main using (list_id)
order by event, parent, stage, unit, counted_on, list_id;
