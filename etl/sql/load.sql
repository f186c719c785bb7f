-- Typed tables of the snapshot, from the checked text tables.

-- One row a region: Indonesia, 38 provinces, 514 kabupaten/kota.
create table region as
select
    code,
    name,
    kind,
    parent,
    case kind when 'negara' then 0 when 'provinsi' then 1 else 2 end::tinyint as level,
    lat::double as lat,
    lon::double as lon,
    area_km2::double as area_km2,
    population_2024::bigint as population_2024
from raw_regions
order by code;

-- One row an election.
create table event as
select
    code,
    name_id,
    name_en,
    kind,
    -- what people call it: Pilkada 2020
    upper(left(kind, 1)) || substr(kind, 2) || ' ' || left(voting_day, 4) as short_name,
    voting_day::date as voting_day,
    campaign_start::date as campaign_start,
    campaign_end::date as campaign_end
from raw_events
order by voting_day;

-- One row a page or document in which figures stand.
create table source as
select
    source_id,
    raw_sources.publisher,
    coalesce(raw_publishers.kind, 'media_lokal') as publisher_kind,
    title,
    url,
    published_on,
    partial_date(published_on) as published_date,
    raw_sources.kind
from raw_sources
left join raw_publishers using (publisher)
order by source_id;

-- One row a published number, as published or corrected.
create table figure as
with remark as (
    -- one row a figure with corrections or remarks
    select
        row_number,
        string_agg(id, ', ' order by id) as correction_id,
        string_agg(note_id, ' ' order by id) as note_id,
        string_agg(note_en, ' ' order by id) as note_en
    from correction
    where table_name = 'figures'
    group by row_number
),
keyed as (
    select
        raw_figures.*,
        remark.correction_id,
        remark.note_id,
        remark.note_en,
        if(printed.value is distinct from raw_figures.value, printed.value, null) as value_printed,
        -- from what is printed, so that a correction changes no identity
        left(
            md5(
                concat_ws(
                    '|', printed.source_id, coalesce(printed.event, ''), coalesce(printed.period_start, ''),
                    coalesce(printed.period_end, ''), coalesce(printed.as_of, ''), printed.region, printed.counted_by,
                    printed.stage, printed.unit, printed.dimension, coalesce(printed.category, ''), printed.value
                )
            ),
            10
        ) as figure_id
    from raw_figures
    inner join printed_figures as printed using (row_number)
    left join remark using (row_number)
)
select
    figure_id,
    keyed.source_id,
    event,
    period_start,
    period_end,
    as_of,
    coalesce(partial_date(as_of), partial_date(period_end), source.published_date) as counted_on,
    case
        when as_of is not null then if(as_of = source.published_on, 'stated', 'cutoff')
        when period_end is not null then 'cutoff'
        when source.published_date is not null then 'published'
    end as counted_on_basis,
    case
        when as_of is not null and as_of = source.published_on then 'disampaikan ' || day_id(as_of)
        when as_of is not null then 's.d. ' || day_id(as_of)
        when period_end is not null then 's.d. ' || day_id(period_end)
        when source.published_date is not null then 'terbit ' || day_id(source.published_on)
        else 'tanpa tanggal'
    end as cutoff_id,
    case
        when as_of is not null and as_of = source.published_on then 'stated on ' || day_en(as_of)
        when as_of is not null then 'up to ' || day_en(as_of)
        when period_end is not null then 'up to ' || day_en(period_end)
        when source.published_date is not null then 'published ' || day_en(source.published_on)
        else 'undated'
    end as cutoff_en,
    region,
    counted_by,
    stage,
    stage_basis,
    unit,
    keyed.dimension,
    keyed.category,
    alias."group" as category_group,
    alias.code as category_code,
    value::double as value,
    qualifier,
    keyed.note,
    keyed.note_id as annotation_id,
    keyed.note_en as annotation_en,
    keyed.correction_id,
    keyed.value_printed,
    'figures.csv' as source_file,
    keyed.row_number as source_row
from keyed
inner join source on source.source_id = keyed.source_id
left join raw_category_aliases as alias
    on alias.dimension = keyed.dimension
    and alias.category = keyed.category
order by event, region, stage, unit, counted_on, figure_id;

-- One row a count of civil servants.
create table workforce as
select
    source_id,
    region,
    as_of,
    partial_date(as_of) as counted_on,
    kind,
    value::bigint as value,
    -- the note tells whom the count covers; only counts of all who work in a region can be a denominator
    if(starts_with(note, 'all '), 'semua', 'pemda') as coverage,
    note
from raw_workforce
order by region, kind, counted_on;

-- One row a sanction of the law, with the days between which it is in force.
create table sanction as
select
    code,
    level,
    label_id,
    label_en,
    legal_basis,
    valid_from,
    valid_to,
    -- a bare year starts on 1 January and ends on 31 December: a sanction is in force on every day that its source allows
    case length(valid_from) when 4 then valid_from || '-01-01' when 7 then valid_from || '-01' else valid_from end::date as in_force_from,
    -- the first day on which it no longer holds (exclusive): PP 53/2010 ends on the day on which PP 94/2021 begins
    case length(valid_to)
        when 4 then (valid_to || '-12-31')::date
        when 7 then last_day((valid_to || '-01')::date)
        else valid_to::date
    end as in_force_until,
    checked,
    note
from raw_sanctions
order by row_number;

-- One row a forbidden act.
create table violation as
select code, label_id, label_en, legal_basis, typical_sanction, checked, note
from raw_violations
order by row_number;

-- One row a position in the civil service.
create table position as
select code, "group" as position_group, label_id, label_en, is_asn = 'yes' as is_asn
from raw_positions
order by row_number;

-- One row an outreach activity.
create table outreach as
select source_id, date::date as date, date_is, region, organiser, form, mode, for_event
from raw_outreach
order by date;

-- One row a code and what it means, in both languages.
create table vocabulary as
select kind, code, position::integer as position, label_id, label_en, definition_id, definition_en
from raw_vocabulary
order by kind, position;

-- One row a region and a region above it; distance 1 is the parent.
create table ancestor as
with recursive above as (
    select code as region, parent as ancestor, 1 as distance
    from region
    where parent is not null
    union all
    select above.region, region.parent, above.distance + 1
    from above
    inner join region on region.code = above.ancestor
    where region.parent is not null
)
select region, ancestor, distance
from above
order by region, distance;
