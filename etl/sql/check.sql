-- One row a problem that the data package can't express: file, row_number, column, found, expected.
with partial_date as (
    select row_number, 'as_of' as column_name, as_of as found
    from raw_figures
    union all
    select row_number, 'period_start', period_start
    from raw_figures
    union all
    select row_number, 'period_end', period_end
    from raw_figures
)
select 'figures.csv', row_number, column_name, '''' || found || '''', 'a day of the calendar as YYYY-MM-DD'
from partial_date
where length(found) = 10
    and try_cast(found as date) is null
union all
select 'figures.csv', row_number, 'value', '''' || value || '''', 'a whole number of ' || unit
from raw_figures
where unit <> 'persen'
    and try_cast(value as double) <> floor(try_cast(value as double))
union all
select 'figures.csv', row_number, 'value', '''' || value || '''', 'a share between 0 and 100 percent'
from raw_figures
where unit = 'persen'
    and not try_cast(value as double) between 0 and 100
union all
select
    'figures.csv',
    row_number,
    'category',
    coalesce('''' || category || '''', 'nothing'),
    if(dimension = 'total', 'nothing: a total has no category', 'the category that is counted')
from raw_figures
where (dimension = 'total') = (category is not null)
union all
select 'figures.csv', row_number, 'source_id, event, region, stage, unit, …, value', 'the same figure as in row ' || earlier, 'a key that no earlier row has'
from (
    select
        row_number,
        first(row_number) over same_figure as earlier
    from raw_figures
    window same_figure as (
        partition by
            source_id, event, period_start, period_end, as_of, region, counted_by, stage, unit, dimension, category, value
        order by row_number
    )
)
where row_number <> earlier
union all
select 'figures.csv', row_number, 'period_end', '''' || period_end || '''', 'a day not before period_start ' || period_start
from raw_figures
where try_cast(period_end as date) < try_cast(period_start as date)
union all
select 'regions.csv', row_number, 'parent', coalesce('''' || parent || '''', 'nothing'), 'the code of the region above: ID for a province, the first two digits for a kabupaten/kota'
from raw_regions
where parent is distinct from case
    when code = 'ID' then null
    when length(code) = 2 then 'ID'
    else left(code, 2)
end
