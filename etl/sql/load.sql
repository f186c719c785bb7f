-- Typed tables of the snapshot, from the checked text tables. A remark without a translation (notes.csv) is shown as it is.

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
    note,
    coalesce(told.note_id, note) as note_id,
    coalesce(told.note_en, note) as note_en
from raw_workforce
left join raw_notes as told using (note)
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
    note,
    coalesce(told.note_id, note) as note_id,
    coalesce(told.note_en, note) as note_en
from raw_sanctions
left join raw_notes as told using (note)
order by raw_sanctions.row_number;

-- One row a forbidden act.
create table violation as
select
    code,
    label_id,
    label_en,
    legal_basis,
    typical_sanction,
    checked,
    note,
    coalesce(told.note_id, note) as note_id,
    coalesce(told.note_en, note) as note_en
from raw_violations
left join raw_notes as told using (note)
order by raw_violations.row_number;

-- One row a position in the civil service.
create table position as
select code, "group" as position_group, label_id, label_en, is_asn = 'yes' as is_asn
from raw_positions
order by row_number;

-- One row a law, decree or decision that texts on neutrality cite.
create table law as
select
    code,
    title_id,
    title_en,
    in_force_from::date as in_force_from,
    in_force_until::date as in_force_until,
    replaced_by,
    concerns_neutrality = 'yes' as concerns_neutrality,
    checked,
    note,
    coalesce(told.note_id, note) as note_id,
    coalesce(told.note_en, note) as note_en
from raw_laws
left join raw_notes as told using (note)
order by raw_laws.row_number;

-- One row an election of one office held in one region.
create table participation as
select
    event,
    region,
    office,
    voting_day::date as voting_day,
    checked,
    note,
    coalesce(told.note_id, note) as note_id,
    coalesce(told.note_en, note) as note_en
from raw_participation
left join raw_notes as told using (note)
order by event, region, office;

-- One row an outreach activity.
create table outreach as
select source_id, date::date as date, date_is, region, organiser, form, mode, for_event
from raw_outreach
order by date;

-- One row a code and what it means, in both languages; `said` is how the label of a counter goes on within a sentence.
create table vocabulary as
select
    kind,
    code,
    position::integer as position,
    label_id,
    label_en,
    case
        when kind <> 'counted_by' then label_id
        when code = 'pemda' then lower(label_id)
        when code = 'lainnya' then 'pihak di luar lembaga resmi'
        else label_id
    end as said_id,
    case
        when kind <> 'counted_by' then label_en
        when code = 'pemda' then 'the ' || lower(label_en)
        when code = 'lainnya' then 'a party outside the official bodies'
        when label_en like 'Ministry %' then 'the ' || label_en
        else label_en
    end as said_en,
    definition_id,
    definition_en
from raw_vocabulary
order by kind, position;

-- One row a rule of the verdict, the gravest first.
create table rule as
select id, position::integer as position, verdict, coalesce(mark, '') as mark, condition_id, condition_en, clause_id, clause_en
from raw_verdict_rules
order by position;

-- One row a stage, a unit and the counters who say it so; without counters, the form of all others.
create table sentence_form as
select stage, unit, counters, form_id, form_en
from raw_sentence_forms
order by stage, unit, counters;

-- One row a province that was part of another one until the day on which it was divided.
create table former_province as
select unnest(['93', '94', '95', '96']) as region, unnest(['91', '91', '91', '92']) as former, date '2022-11-11' as divided_on;

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
