-- The order in which the totals of one region, election, stage and unit stand; the first is the headline.
create or replace temp table ranking as
with graded as (
    select
        total.*,
        verdict.verdict,
        verdict.mark,
        -- a number that is not to be said stands last
        verdict.verdict = 'jangan' as refused,
        -- the whole time before a part of it: no period of its own or the longer one, then the window that starts first
        coalesce(window_start, date '1900-01-01') as window_rank,
        -- qualifier: exact, then approximate, then doubtful
        case
            when qualifier is null then 0
            when is_doubtful(qualifier) then 2
            else 1
        end as own_rank,
        -- who holds no office comes after every institution, however exact
        counted_by = 'lainnya' as outside_rank,
        -- the institution that owns the stage counts best
        case
            when stage in ('terbukti', 'rekomendasi_sanksi', 'sanksi', 'belum_ditindaklanjuti') then counted_by not in ('kasn', 'bkn')
            else counted_by <> 'bawaslu'
        end as counter_rank,
        -- a count of a period that ended before it was told reaches to the end of that period
        least(counted_on, partial_date(period_end)) as reached_on,
        -- the final count, then counts before voting day, then retellings, then the undated
        case
            when reached_on is null then 3
            when reached_on < voting_day then 1
            when reached_on <= voting_day + interval 3 year then 0
            else 2
        end as time_rank,
        stage_basis <> 'tercetak' as basis_rank
    from total
    inner join verdict on verdict.figure_id = total.figure_id
),
overtaken as (
    -- one row a count that a younger one of the same counter leaves far behind: it is no better than that one, and the younger comes first
    select mine.figure_id, max(younger.own_rank) as own_rank
    from graded as mine
    inner join graded as younger
        on younger.region = mine.region
        and younger.event = mine.event
        and younger.stage = mine.stage
        and younger.unit = mine.unit
        and younger.counter_body = mine.counter_body
        and younger.window_rank = mine.window_rank
        and not younger.refused
        and younger.counted_on >= mine.counted_on + interval 14 day
        and 4 * younger.value >= 5 * mine.value
        and younger.value >= mine.value + 2
    group by mine.figure_id
)
select graded.*, greatest(graded.own_rank, coalesce(overtaken.own_rank, 0)) as qualifier_rank
from graded
left join overtaken on overtaken.figure_id = graded.figure_id;

-- One row a region, election, stage and unit.
create table headline as
select
    region,
    event,
    stage,
    unit,
    figure_id,
    value,
    case mark when 'jangan' then 'disengketakan' when 'catatan' then 'catatan' else 'bersih' end as status,
    (count(*) over (partition by region, event, stage, unit) - 1)::integer as alternatives
from ranking
qualify row_number() over (
    partition by region, event, stage, unit
    order by refused, window_rank, outside_rank, qualifier_rank, counter_rank, time_rank, reached_on desc, basis_rank, publisher_rank, figure_id
) = 1
order by event, region, stage, unit;

-- One row a region, election, counter (outside the institutions: each source of its own), stage, unit and cut-off.
create table timeline as
select
    region,
    event,
    counted_by,
    counter_body,
    stage,
    unit,
    counted_on,
    counted_on_basis,
    figure_id,
    value,
    refused as disputed,
    (count(*) over same_cutoff - 1)::integer as alternatives
from ranking
where counted_on is not null
window same_cutoff as (partition by region, event, counter_body, stage, unit, counted_on)
qualify row_number() over (
    partition by region, event, counter_body, stage, unit, counted_on
    order by refused, window_rank, qualifier_rank, basis_rank, publisher_rank, figure_id
) = 1
order by event, region, counted_by, counter_body, stage, unit, counted_on;
