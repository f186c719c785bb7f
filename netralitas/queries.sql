-- name: regions
select code, name, kind, parent, level, lat, lon, area_km2, population_2024
from region
order by code

-- name: events
select *
from event
order by voting_day desc

-- name: vocabulary
select *
from vocabulary
order by kind, position

-- name: build_info
select key, value
from build_info

-- name: headlines
-- one row a stage and unit
select published_figure.*, headline.alternatives
from headline
inner join published_figure using (figure_id)
where headline.region = $region
    and headline.event = $event
order by headline.stage, headline.unit

-- name: headlines_across
-- one row an election, stage and unit
select published_figure.*, headline.alternatives, event.voting_day, event.short_name as event_name
from headline
inner join published_figure using (figure_id)
inner join event on event.code = headline.event
where headline.region = $region
order by event.voting_day, headline.stage, headline.unit

-- name: headline_by_region
-- one row a region
select published_figure.*, headline.alternatives
from headline
inner join published_figure using (figure_id)
where headline.event = $event
    and headline.stage = $stage
    and headline.unit = $unit
    and published_figure.region_level = $level
order by headline.value desc, headline.region

-- name: timeline
-- one row a counter, stage, unit and cut-off
select
    timeline.counted_by,
    timeline.stage,
    timeline.unit,
    timeline.counted_on,
    timeline.counted_on_basis,
    timeline.value,
    timeline.alternatives,
    published_figure.status,
    published_figure.figure_id,
    published_figure.cutoff_id,
    published_figure.cutoff_en,
    published_figure.publisher,
    published_figure.url
from timeline
inner join published_figure using (figure_id)
where timeline.region = $region
    and timeline.event = $event
order by timeline.counted_by, timeline.stage, timeline.unit, timeline.counted_on

-- name: alternatives
-- one row a total of the scope
select *
from published_figure
where region = $region
    and event = $event
    and stage = $stage
    and unit = $unit
    and dimension = 'total'
order by is_headline desc, counted_on desc nulls last, figure_id

-- name: flags
-- one row a flag of a total
select
    flag.*,
    figure.stage,
    figure.unit,
    figure.counted_by,
    figure.value,
    figure.status,
    figure.is_headline,
    figure.cutoff_id,
    figure.cutoff_en,
    figure.publisher,
    figure.url
from flag
inner join published_figure as figure using (figure_id)
where figure.region = $region
    and figure.event = $event
    and figure.dimension = 'total'

-- name: warnings_of
-- one row a flag of the figures named
select
    figure_id,
    flag,
    disputes,
    if($language = 'id', sentence_id, sentence_en) as sentence
from flag
where list_contains($figures, figure_id)
order by
    disputes desc,
    list_position(['melebihi_induk', 'nilai_kembar', 'beda_sumber', 'turun', 'corong_terbalik', 'tanpa_tanggal'], flag),
    figure_id

-- name: breakdown
-- one row a breakdown figure
select *
from published_figure
where region = $region
    and event = $event
    and dimension = $dimension
order by value desc, figure_id

-- name: figures
-- one row a published figure
select *
from published_figure
where ($event is null or event is not distinct from nullif($event, 'kalender'))
    and ($stage is null or stage = $stage)
    and ($unit is null or unit = $unit)
    and (
        region = $region
        or (
            $below
            and region in (
                select region
                from ancestor
                where ancestor = $region
            )
        )
    )
order by counted_on desc nulls last, region, stage, figure_id

-- name: available
-- one row an election, stage and unit
select event, stage, unit, status
from headline
where region = $region
order by event, stage, unit

-- name: workforce
-- one row a province
select workforce.region, region.name as region_name, workforce.value, workforce.as_of, workforce.counted_on, workforce.note, source.publisher, source.url
from workforce
inner join region on region.code = workforce.region
inner join source using (source_id)
where region.level = 1
    and workforce.kind = $kind
    and workforce.coverage = 'semua'
qualify row_number() over (
    partition by workforce.region
    order by abs(date_diff('day', workforce.counted_on, date '2023-12-31')), workforce.source_id
) = 1
order by workforce.region

-- name: sanctions
select *
from sanction

-- name: violations
select *
from violation

-- name: positions
select *
from position

-- name: outreach
-- one row an outreach activity
select outreach.*, region.name as region_name, source.publisher, source.url
from outreach
inner join source using (source_id)
inner join region on region.code = outreach.region
where outreach.for_event = $event
    and (
        outreach.region = $region
        or outreach.region in (
            select region
            from ancestor
            where ancestor = $region
        )
        or outreach.region in (
            select ancestor
            from ancestor
            where region = $region
        )
    )
order by outreach.date

-- name: sources
-- one row a source
select source.*, count(figure.figure_id)::integer as figures
from source
left join figure using (source_id)
group by all
order by figures desc, published_date desc nulls last, source_id

-- name: coverage
-- one row an election, level and province
select
    figure.event,
    case region.level when 0 then 'negara' when 1 then 'provinsi' else 'kabkota' end as level,
    if(region.level = 2, region.parent, region.code) as province,
    count(*)::integer as figures,
    count(distinct figure.region)::integer as regions
from figure
inner join region on region.code = figure.region
where figure.event is not null
group by all
order by all

-- name: breakdown_scopes
-- one row a region, election and dimension that has breakdown figures
select region, event, dimension, count(*)::integer as figures
from figure
where dimension <> 'total'
    and event is not null
group by all
order by all

-- name: corrections
-- one row a figure that has been mended, or carries a remark
select
    figure_id,
    region_name,
    event,
    stage,
    unit,
    value,
    -- only where the number itself was mended; a mended word is told by the remark
    try_cast(value_printed as double) as value_printed,
    annotation_id,
    annotation_en,
    correction_id,
    publisher,
    url
from published_figure
where correction_id is not null
order by event desc, region, stage
