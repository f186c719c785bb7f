-- One row a problem that the data package can't express: file, row_number, column, found, expected, and the file that lacks something.
with most as (
    -- No count of civil servants is larger than that of all of them; where nobody counted these, than the nation.
    select
        coalesce(nation.servants, nation.inhabitants) as persons,
        if(nation.servants is null, 'the inhabitants of the nation (regions.csv)', 'the civil servants of the nation (workforce.csv)') as who
    from (
        select
            (select max(try_cast(value as double)) from raw_workforce where region = 'ID') as servants,
            (select max(try_cast(population_2024 as double)) from raw_regions where code = 'ID') as inhabitants
    ) as nation
)
select 'figures.csv' as file, row_number, 'value' as column_name, '''' || value || '''' as found, format('at most {:,}: ', most.persons::bigint) || most.who as expected, '' as lacking
from raw_figures, most
where unit <> 'persen'
    and try_cast(value as double) > most.persons
union all
select 'workforce.csv', raw_workforce.row_number, 'value', '''' || value || '''', 'no more than the region has inhabitants (regions.csv)', ''
from raw_workforce
inner join raw_regions on raw_regions.code = raw_workforce.region
where try_cast(value as double) > try_cast(population_2024 as double)
union all
select 'regions.csv', row_number, 'name', '''' || name || '''', 'a name that no earlier row of this kind has under the same parent', ''
from raw_regions
qualify row_number() over (partition by parent, kind, lower(name) order by row_number) > 1
union all
select
    'category_aliases.csv',
    row_number,
    'code',
    '''' || code || '''',
    'a code of ' || defined,
    defined
from (
    select
        row_number,
        code,
        case dimension when 'jabatan' then 'positions.csv' when 'jenis_pelanggaran' then 'violations.csv' else 'sanctions.csv' end as defined
    from raw_category_aliases
    where code is not null
)
where code not in (
    select code from raw_positions where defined = 'positions.csv' and code is not null
    union all
    select code from raw_violations where defined = 'violations.csv' and code is not null
    union all
    select code from raw_sanctions where defined = 'sanctions.csv' and code is not null
)
union all
select 'figures.csv', row_number, 'value', '''' || value || '''', 'a share between 0 and 100 percent', ''
from raw_figures
where unit = 'persen'
    and not try_cast(value as double) between 0 and 100
union all
select
    'figures.csv',
    row_number,
    'category',
    coalesce('''' || category || '''', 'nothing'),
    if(dimension = 'total', 'nothing: a total has no category', 'the category that is counted'),
    ''
from raw_figures
where (dimension = 'total') = (category is not null)
union all
select 'figures.csv', row_number, 'source_id, event, region, stage, unit, …, value', 'the same figure as in row ' || earlier, 'a key that no earlier row has', ''
from (
    select
        row_number,
        first(row_number) over same_figure as earlier
    from printed_figures
    window same_figure as (
        partition by
            source_id, event, period_start, period_end, as_of, region, counted_by, stage, unit, dimension, category, value
        order by row_number
    )
)
where row_number <> earlier
union all
select 'figures.csv', row_number, 'period_end', '''' || period_end || '''', 'a day not before period_start ' || period_start, ''
from raw_figures
where try_cast(period_end as date) < try_cast(period_start as date)
union all
select 'regions.csv', row_number, 'parent', coalesce('''' || parent || '''', 'nothing'), 'the code of the region above: ID for a province, the first two digits for a kabupaten/kota', ''
from raw_regions
where parent is distinct from case
    when code = 'ID' then null
    when length(code) = 2 then 'ID'
    else left(code, 2)
end
union all
select 'regions.csv', row_number, 'kind', '''' || kind || '''', 'negara for ID, provinsi for two digits, kabupaten or kota for five', ''
from raw_regions
where case
    when code = 'ID' then kind <> 'negara'
    when length(code) = 2 then kind <> 'provinsi'
    else kind not in ('kabupaten', 'kota')
end
union all
select 'events.csv', row_number, 'campaign_end', '''' || campaign_end || '''', 'a day not before campaign_start ' || campaign_start, ''
from raw_events
where try_cast(campaign_end as date) < try_cast(campaign_start as date)
union all
select 'participation.csv', raw_participation.row_number, 'office', '''' || office || '''', 'gubernur for a province, bupati for a kabupaten, wali_kota for a kota', ''
from raw_participation
inner join raw_regions on raw_regions.code = raw_participation.region
where office <> case
    when length(raw_regions.code) = 2 then 'gubernur'
    when raw_regions.kind = 'kabupaten' then 'bupati'
    when raw_regions.kind = 'kota' then 'wali_kota'
    -- a kind that is wrong itself is told in its own table
    else office
end
union all
select 'laws.csv', row_number, 'in_force_until', '''' || in_force_until || '''', 'a day not before in_force_from ' || in_force_from, ''
from raw_laws
where try_cast(in_force_until as date) < try_cast(in_force_from as date)
