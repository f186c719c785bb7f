-- Statements: the totals that one source puts together, so that they may stand on one axis and in one sentence.

-- One row a figure that must not be said, so it stands beside no other.
create or replace temp table unsayable as
select figure_id
from verdict
where verdict = 'jangan';

-- One row a total with the key of its statement.
create or replace temp table stated as
select
    figure_id,
    source_id,
    region,
    event,
    counted_by,
    counter_body,
    unit,
    counted_on,
    period_start,
    stage,
    value,
    qualifier,
    stage_basis,
    list_contains(string_split(coalesce(note_kind, ''), ' '), 'terpisah') as is_aside,
    list_contains(string_split(coalesce(note_kind, ''), ' '), 'gabungan') as is_merged,
    qualifier is not distinct from 'tidak_konsisten' as is_inconsistent,
    -- may it stand beside others?
    not is_aside and not is_inconsistent and unsayable.figure_id is null as stands,
    left(
        md5(concat_ws('|', source_id, region, event, counted_by, unit, coalesce(counted_on::varchar, ''), coalesce(period_start, ''))),
        10
    ) as statement_id
from figure
left join unsayable using (figure_id)
where dimension = 'total'
    and unit <> 'persen'
    and event is not null;

-- One row a statement and stage: its number, unless the source gives none that holds.
create or replace temp table stated_stage as
select
    statement_id,
    stage,
    count(distinct value) filter (stands) as numbers,
    bool_or(is_inconsistent) as is_inconsistent,
    min_by(figure_id, (stage_basis <> 'tercetak', figure_id)) filter (stands) as figure_id
from stated
where not is_aside
group by statement_id, stage;

-- One row a statement and stage: the number that stands in it.
create table statement_figure as
select statement_id, stated_stage.stage, figure_id, value
from stated_stage
inner join stated using (statement_id, figure_id)
where numbers = 1
qualify count(*) over (partition by statement_id) >= 2
order by statement_id, stage;

-- One row a number outside the whole of its page, told beside the statement.
create table statement_aside as
select statement_id, stage, figure_id, value
from stated
semi join statement_figure using (statement_id)
anti join unsayable using (figure_id)
where is_aside
order by statement_id, stage;

-- One row a statement: source, region, election, counter, unit, day of the count and start of its period.
create table statement as
with unsound as (
    -- one row a statement in which a later stage exceeds an earlier one
    select distinct early.statement_id
    from statement_figure as early
    inner join funnel on funnel.early = early.stage
    inner join statement_figure as late
        on late.statement_id = early.statement_id
        and list_contains(funnel.later, late.stage)
    where late.value > early.value
),
cut as (
    -- one row a statement whose page contradicts itself at a stage
    select distinct statement_id
    from stated_stage
    where is_inconsistent
        or numbers > 1
),
spread as (
    -- one row a statement: its numbers side by side
    select
        statement_id,
        count(*)::integer as stages,
        count(distinct statement_figure.value) = 1 as is_equal,
        bool_and(qualifier is null or qualifier not in ('sekitar', 'lebih_dari')) as exact,
        any_value(statement_figure.value) filter (statement_figure.stage = 'laporan') as reported,
        any_value(statement_figure.value) filter (statement_figure.stage = 'temuan') as found,
        any_value(statement_figure.value) filter (statement_figure.stage = 'dugaan') as alleged,
        any_value(statement_figure.value) filter (statement_figure.stage = 'diteruskan') as forwarded,
        any_value(statement_figure.value) filter (statement_figure.stage = 'pelanggaran') as breached,
        any_value(statement_figure.value) filter (statement_figure.stage = 'terbukti') as proven,
        any_value(statement_figure.value) filter (statement_figure.stage = 'rekomendasi_sanksi') as recommended,
        sum(statement_figure.value) filter (statement_figure.stage in ('bukan_pelanggaran', 'dalam_proses')) as settled_or_open,
        sum(statement_figure.value) filter (
            statement_figure.stage in ('bukan_pelanggaran', 'dalam_proses', 'sanksi', 'belum_ditindaklanjuti')
        ) as parts,
        count(*) filter (
            statement_figure.stage in ('bukan_pelanggaran', 'dalam_proses', 'sanksi', 'belum_ditindaklanjuti')
        ) as part_count,
        sum(statement_figure.value) filter (statement_figure.stage in ('sanksi', 'belum_ditindaklanjuti')) as followed_up_or_not,
        count(*) filter (statement_figure.stage in ('sanksi', 'belum_ditindaklanjuti')) = 2 as both_followed_up_and_not
    from statement_figure
    inner join figure using (figure_id)
    group by statement_id
),
overtaking as (
    -- one row a statement and a younger, clearly higher count of one of its stages
    select statement_figure.statement_id, younger.figure_id
    from statement_figure
    inner join stated as mine using (statement_id, figure_id)
    inner join stated as younger
        on younger.region = mine.region
        and younger.event = mine.event
        and younger.counter_body = mine.counter_body
        and younger.unit = mine.unit
        and younger.stage = mine.stage
        and younger.period_start is not distinct from mine.period_start
        and younger.counted_on >= mine.counted_on + interval 14 day
        -- a quarter, in whole numbers
        and 4 * younger.value >= 5 * mine.value
        and younger.value >= mine.value + 2
    inner join event on event.code = mine.event
    inner join vocabulary as stage on stage.kind = 'stage' and stage.code = mine.stage
    where younger.stands
        and not younger.is_merged
    qualify row_number() over (
        partition by statement_figure.statement_id
        order by
            -- the whole before its parts, what only grows before what may fall again
            mine.stage <> 'dugaan',
            mine.stage in ('dalam_proses', 'belum_ditindaklanjuti'),
            stage.position,
            -- a final count before a retelling years later, exact before approximate before doubtful
            younger.counted_on > event.voting_day + interval 3 year,
            is_doubtful(younger.qualifier),
            younger.qualifier is not null,
            younger.counted_on desc,
            younger.value desc,
            younger.figure_id
    ) = 1
),
described as (
    select
        stated.*,
        spread.stages,
        spread.is_equal,
        spread.exact,
        unsound.statement_id is null as sound,
        cut.statement_id is not null as cut,
        coalesce(both_followed_up_and_not and followed_up_or_not in (proven, recommended), false)
            or coalesce(alleged = reported + found, false)
            or coalesce(alleged - settled_or_open in (forwarded, breached, proven), false)
            or coalesce(
                alleged = parts
                and part_count >= 2
                and coalesce(forwarded, breached, proven) is null,
                false
            ) as balanced,
        overtaking.figure_id as overtaken_by
    from (
        select distinct statement_id, source_id, region, event, counted_by, unit, counted_on, period_start
        from stated
    ) as stated
    inner join spread using (statement_id)
    left join unsound using (statement_id)
    left join cut using (statement_id)
    left join overtaking using (statement_id)
),
eligible as (
    -- one row a statement that may be the main one: its place in time
    select
        described.*,
        case
            when counted_on is null then 4
            when counted_on > voting_day + interval 3 year then 3
            when counted_on >= voting_day + interval 60 day then 0
            when counted_on >= voting_day then 1
            else 2
        end as time_rank,
        -- before voting day the latest month first
        if(counted_on < voting_day, (voting_day - counted_on) // 30, 0) as months_before
    from described
    inner join event on event.code = described.event
    where sound
        and not cut
),
main as (
    select statement_id
    from eligible
    qualify row_number() over (
        partition by region, event, unit
        order by time_rank, months_before, stages desc, balanced desc, exact desc, counted_on desc, source_id, is_equal, statement_id
    ) = 1
)
select
    described.statement_id,
    source_id,
    region,
    event,
    counted_by,
    unit,
    counted_on,
    period_start,
    stages,
    sound,
    cut,
    balanced,
    exact,
    is_equal,
    overtaken_by,
    main.statement_id is not null as main
from described
left join main using (statement_id)
order by event, region, unit, counted_on, statement_id;
