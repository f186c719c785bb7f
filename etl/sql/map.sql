-- One row a value from which the schematic map can't be drawn: file, row_number, column, found, expected.
select
    'districts.csv',
    row_number,
    'code',
    '''' || code || '''',
    'a district of a kabupaten or kota: ' || left(code, 5) || ' is no code of regions.csv'
from raw_districts
where left(code, 5) not in (select code from raw_regions where code is not null)
union all
select 'districts.csv', row_number, 'lat', coalesce('''' || lat || '''', 'nothing'), 'degrees between -90 and 90'
from raw_districts
where not coalesce(try_cast(lat as double) between -90 and 90, false)
union all
select 'districts.csv', row_number, 'lon', coalesce('''' || lon || '''', 'nothing'), 'degrees between -180 and 180'
from raw_districts
where not coalesce(try_cast(lon as double) between -180 and 180, false)
union all
select 'regions.csv', row_number, 'area_km2', coalesce('''' || area_km2 || '''', 'nothing'), 'an area in square kilometres, above 0'
from raw_regions
where length(code) = 5
    and not coalesce(try_cast(area_km2 as double) > 0 and isfinite(try_cast(area_km2 as double)), false)
