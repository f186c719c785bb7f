-- The order in which the totals of one region, election, stage and unit stand; the first is the headline.
create or replace temp table ranking as
select
    total.*,
    exists (
        select 1
        from flag
        where flag.figure_id = total.figure_id
            and flag.disputes
    ) as disputed,
    exists (
        select 1
        from flag
        where flag.figure_id = total.figure_id
    ) as flagged,
    -- qualifier: exact, then approximate, then doubtful
    case
        when qualifier is null then 0
        when is_doubtful(qualifier) then 2
        else 1
    end as qualifier_rank,
    -- the institution that owns the stage counts best
    case
        when stage in ('terbukti', 'rekomendasi_sanksi', 'sanksi', 'belum_ditindaklanjuti') then counted_by not in ('kasn', 'bkn')
        else counted_by <> 'bawaslu'
    end as counter_rank,
    -- the final count, then counts before voting day, then retellings, then the undated
    case
        when counted_on is null then 3
        when counted_on < voting_day then 1
        when counted_on <= voting_day + interval 3 year then 0
        else 2
    end as time_rank,
    stage_basis <> 'tercetak' as basis_rank
from total;

-- One row a region, election, stage and unit.
create table headline as
select
    region,
    event,
    stage,
    unit,
    figure_id,
    value,
    case when disputed then 'disengketakan' when flagged then 'catatan' else 'bersih' end as status,
    (count(*) over (partition by region, event, stage, unit) - 1)::integer as alternatives
from ranking
qualify row_number() over (
    partition by region, event, stage, unit
    order by disputed, qualifier_rank, counter_rank, time_rank, counted_on desc, basis_rank, publisher_rank, figure_id
) = 1
order by event, region, stage, unit;

-- One row a region, election, counter, stage, unit and cut-off.
create table timeline as
select
    region,
    event,
    counted_by,
    stage,
    unit,
    counted_on,
    counted_on_basis,
    figure_id,
    value,
    disputed,
    (count(*) over same_cutoff - 1)::integer as alternatives
from ranking
where counted_on is not null
window same_cutoff as (partition by region, event, counted_by, stage, unit, counted_on)
qualify row_number() over (
    partition by region, event, counted_by, stage, unit, counted_on
    order by disputed, qualifier_rank, basis_rank, publisher_rank, figure_id
) = 1
order by event, region, counted_by, stage, unit, counted_on;
