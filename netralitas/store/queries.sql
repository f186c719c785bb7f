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
-- one row a region, election, stage and unit
select published_figure.*, headline.alternatives
from headline
inner join published_figure using (figure_id)
order by headline.region, headline.event, headline.stage, headline.unit

-- name: headlines_across
-- one row a region, election, stage and unit
select published_figure.*, headline.alternatives, event.voting_day, event.short_name as event_name
from headline
inner join published_figure using (figure_id)
inner join event on event.code = headline.event
order by headline.region, event.voting_day, headline.stage, headline.unit

-- name: headline_by_region
-- one row an election, stage, unit and region
select published_figure.*, headline.alternatives
from headline
inner join published_figure using (figure_id)
order by headline.event, headline.stage, headline.unit, published_figure.region_level, headline.value desc, headline.region

-- name: timeline
-- one row a region, election, counter, stage, unit and cut-off
select
    timeline.region,
    timeline.event,
    timeline.counted_by,
    timeline.counter_body,
    timeline.stage,
    timeline.unit,
    timeline.counted_on,
    timeline.counted_on_basis,
    timeline.value,
    timeline.alternatives,
    published_figure.qualifier,
    published_figure.status,
    published_figure.before_division,
    published_figure.figure_id,
    published_figure.cutoff_id,
    published_figure.cutoff_en,
    published_figure.publisher,
    published_figure.published_on,
    published_figure.url
from timeline
inner join published_figure using (figure_id)
order by timeline.region, timeline.event, timeline.counted_by, timeline.counter_body, timeline.stage, timeline.unit, timeline.counted_on

-- name: alternatives
-- one row a total
select *
from published_figure
where dimension = 'total'
order by region, event, stage, unit, is_headline desc, counted_on desc nulls last, figure_id

-- name: warnings
-- one row a warning about a figure
select
    figure_id,
    flag,
    disputes,
    if($language = 'id', sentence_id, sentence_en) as sentence
from warning
order by
    disputes desc,
    list_position(['melebihi_induk', 'nilai_kembar', 'beda_sumber', 'turun', 'corong_terbalik'], flag),
    figure_id

-- name: verdict_facts
-- one row a figure and a rule that holds for it, the gravest first, with the figures that the rule names
select
    verdict_rule.figure_id,
    rule.id as rule,
    rule.verdict,
    rule.mark,
    verdict_rule.number,
    verdict_rule.second_number,
    coalesce(verdict_rule.candidates, []) as candidates,
    verdict_rule.figure_id as own,
    verdict_rule.other_figure_id as other,
    verdict_rule.also_figure_id as also
from verdict_rule
inner join rule on rule.id = verdict_rule.rule
order by verdict_rule.figure_id, rule.position

-- name: figures_told
-- one row a figure and what a sentence about another figure says of it
select
    figure_id,
    struct_pack(
        figure_id,
        region,
        region_name,
        event,
        stage,
        unit,
        value,
        qualifier,
        counted_by,
        period_start,
        period_end,
        as_of,
        counted_on,
        cutoff_id,
        cutoff_en,
        publisher,
        published_on
    ) as figure
from published_figure

-- name: valued
-- one row a published figure: what is shown where a number is looked up, the one that may best be said first
select
    figure_id,
    region,
    region_level,
    event,
    stage,
    unit,
    dimension,
    category_id,
    category_en,
    value,
    qualifier,
    counted_by,
    counted_on,
    cutoff_id,
    cutoff_en,
    verdict,
    mark,
    status,
    rules,
    is_headline,
    say_id,
    say_en,
    publisher,
    url
from published_figure
order by value, verdict = 'jangan', is_headline desc, region_level, dimension <> 'total', counted_on is null, qualifier is not null, figure_id

-- name: workforce_of
-- one row a count of civil servants
select workforce.region, workforce.value::double as value, workforce.as_of, workforce.kind, workforce.coverage, source.publisher, source.url
from workforce
inner join source using (source_id)
order by workforce.region, workforce.counted_on desc, workforce.kind

-- name: rules
-- one row a rule of the verdict and how many figures it holds
select rule.*, count(verdict_rule.figure_id)::integer as figures
from rule
left join verdict_rule on verdict_rule.rule = rule.id
group by all
order by position

-- name: breakdown
-- one row a breakdown figure
select *
from published_figure
where dimension <> 'total'
order by region, event, dimension, value desc, figure_id

-- name: figures
-- one row a published figure
select *
from published_figure
where ($event is null or event is not distinct from nullif($event, 'kalender'))
    and ($stage is null or stage = $stage)
    and ($unit is null or unit = $unit)
    and is_within(region, $region, $below)
order by counted_on desc nulls last, region, stage, figure_id

-- name: available
-- one row a region, election, stage and unit
select region, event, stage, unit, status
from headline
order by region, event, stage, unit

-- name: headline_counts
-- one row a level, region around (the nation or a province), election, stage and unit
with around as (
    select code, level, unnest(list_distinct(['ID', parent])) as within
    from region
    where level > 0
)
select around.level, around.within, headline.event, headline.stage, headline.unit, count(*)::integer as regions
from headline
inner join around on around.code = headline.region
group by all
order by around.level, around.within, headline.event, regions desc, headline.stage, headline.unit

-- name: workforce
-- one row a province
select workforce.region, region.name as region_name, workforce.value, workforce.as_of, workforce.counted_on, source.publisher, source.url
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
order by outreach.for_event, outreach.date

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

-- name: corrections
-- one row a figure that has been mended, or carries a remark
select
    figure_id,
    region_name,
    event,
    stage,
    unit,
    value,
    qualifier,
    status,
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

-- name: published_rows
-- one row a published figure of the scope asked for, with all that must travel with it, in one language
select
    figure.figure_id,
    figure.region,
    figure.region_name,
    case figure.region_level when 0 then 'negara' when 1 then 'provinsi' else 'kabkota' end as region_level,
    figure.region_parent,
    figure.event,
    event.short_name as event_name,
    figure.stage,
    if($language = 'id', stage.label_id, stage.label_en) as stage_label,
    figure.unit,
    if($language = 'id', unit.label_id, unit.label_en) as unit_label,
    figure.dimension,
    figure.category,
    if($language = 'id', figure.category_id, figure.category_en) as category_label,
    figure.category_group,
    figure.value,
    figure.qualifier,
    if($language = 'id', qualifier.label_id, qualifier.label_en) as qualifier_label,
    figure.counted_by,
    if($language = 'id', counter.label_id, counter.label_en) as counter,
    figure.period_start,
    figure.period_end,
    figure.as_of,
    figure.counted_on,
    figure.counted_on_basis,
    if($language = 'id', figure.cutoff_id, figure.cutoff_en) as cutoff,
    figure.is_headline,
    headline.alternatives,
    figure.status,
    figure.verdict,
    figure.mark,
    figure.rules,
    if($language = 'id', figure.say_id, figure.say_en) as say,
    figure.statement_id,
    figure.flags,
    if($language = 'id', figure.annotation_id, figure.annotation_en) as annotation,
    try_cast(figure.value_printed as double) as value_printed,
    figure.source_id,
    figure.publisher,
    figure.title,
    figure.url,
    figure.published_on
from published_figure as figure
left join event on event.code = figure.event
left join headline on headline.figure_id = figure.figure_id
left join vocabulary as stage on stage.kind = 'stage' and stage.code = figure.stage
left join vocabulary as unit on unit.kind = 'unit' and unit.code = figure.unit
left join vocabulary as qualifier on qualifier.kind = 'qualifier' and qualifier.code = figure.qualifier
left join vocabulary as counter on counter.kind = 'counted_by' and counter.code = figure.counted_by
where (not $headlines or figure.is_headline)
    and ($event is null or figure.event is not distinct from nullif($event, 'kalender'))
    and ($stage is null or figure.stage = $stage)
    and ($unit is null or figure.unit = $unit)
    and ($dimension is null or figure.dimension = $dimension)
    and ($level is null or figure.region_level = $level)
    and ($region is null or is_within(figure.region, $region, $below))
order by figure.event nulls last, figure.region, figure.stage, figure.unit, figure.dimension, figure.is_headline desc, figure.counted_on desc nulls last, figure.figure_id

-- name: verdicts
-- one row a published figure: whether and how it may be said
select
    figure_id,
    verdict,
    mark,
    rules,
    say_id,
    say_en
from published_figure

-- name: figures_named
-- one row a figure of those named, in the order of the names
select *
from published_figure
where list_contains($figures, figure_id)
order by list_position($figures, figure_id)

-- name: sources_of_scope
-- one row a source in which figures of the scope asked for stand, with how many of them
select
    source.source_id,
    source.publisher,
    source.publisher_kind,
    source.title,
    source.url,
    source.published_on,
    source.kind,
    if($language = 'id', source_kind.label_id, source_kind.label_en) as kind_label,
    count(*)::integer as figures
from published_figure as figure
inner join source on source.source_id = figure.source_id
left join vocabulary as source_kind on source_kind.kind = 'source_kind' and source_kind.code = source.kind
where ($event is null or figure.event is not distinct from nullif($event, 'kalender'))
    and ($stage is null or figure.stage = $stage)
    and ($unit is null or figure.unit = $unit)
    and ($level is null or figure.region_level = $level)
    and ($region is null or is_within(figure.region, $region, $below))
group by all
order by source.source_id

-- name: figure_counts
-- one row a region, election, stage and dimension with published figures, and how many
select region, event, stage, dimension, count(*)::integer as figures
from published_figure
where event is not null
group by all
order by all

-- name: compared
-- one row a published figure, with what a number in a text is compared with
select
    figure_id,
    source_id,
    region,
    event,
    counted_by,
    stage,
    unit,
    dimension,
    category,
    value,
    as_of,
    period_start,
    period_end,
    published_on,
    counted_on,
    verdict,
    statement_id,
    is_headline
from published_figure

-- name: size
select count(*)::integer as figures
from figure

-- name: statements
-- one row a statement and a number of it, its asides too; the statement that is shown first, then the latest day
with told as (
    select statement_id, figure_id, false as is_aside
    from statement_figure
    union all
    select statement_id, figure_id, true
    from statement_aside
)
select
    statement.statement_id,
    statement.stages,
    statement.sound,
    statement.cut,
    statement.balanced,
    statement.exact,
    statement.is_equal,
    statement.main,
    told.is_aside,
    event.short_name as event_name,
    event.voting_day,
    counter.label_id as counter_id,
    counter.label_en as counter_en,
    counter.said_id as said_id,
    counter.said_en as said_en,
    published_figure.* exclude (statement_id),
    later.figure_id as later_figure_id,
    later.stage as later_stage,
    later.value as later_value,
    later.qualifier as later_qualifier,
    later.note_kind as later_note_kind,
    later.recipient as later_recipient,
    later.counted_until as later_counted_until,
    later.stated_later as later_stated_later,
    later.counted_on as later_counted_on,
    later.counted_on_basis as later_counted_on_basis,
    later_source.publisher as later_publisher,
    later_source.url as later_url
from statement
inner join told using (statement_id)
inner join published_figure using (figure_id)
inner join event on event.code = statement.event
inner join vocabulary as stage on stage.kind = 'stage' and stage.code = published_figure.stage
inner join vocabulary as counter on counter.kind = 'counted_by' and counter.code = published_figure.counted_by
left join figure as later on later.figure_id = statement.overtaken_by
left join source as later_source on later_source.source_id = later.source_id
order by statement.region, statement.event, statement.main desc, statement.counted_on desc nulls last, statement.statement_id, told.is_aside, stage.position

-- name: lists
-- one row a list over the regions of a parent and a region that it names, the largest number first
select
    list.list_id,
    list.parent,
    list.regions,
    list.total,
    list.sound,
    list.complete,
    list.main,
    whole.figure_id as parent_figure_id,
    whole.value as parent_value,
    whole.qualifier as parent_qualifier,
    published_figure.*
from list
inner join list_figure using (list_id)
inner join published_figure using (figure_id)
left join figure as whole on whole.figure_id = list.parent_figure_id
order by list.parent, list.event, list.main desc, list.counted_on desc nulls last, list.list_id, list_figure.value desc, list_figure.region

-- name: list_regions
-- one row a list and a region of its parent, named by it or not
with dated as (
    select list.*, event.kind as event_kind, coalesce(list.counted_on, event.voting_day) as day
    from list
    inner join event on event.code = list.event
),
merged as (
    -- one row a list and a province that did not exist on its day
    select dated.list_id, former_province.region, former_province.former
    from dated
    inner join former_province on dated.day < former_province.divided_on
),
held as (
    -- one row a list and a region: elections held in it, in the boundaries of the day
    select
        dated.list_id,
        coalesce(merged.former, election_held.region) as region,
        sum(election_held.elections)::integer as elections,
        bool_or(election_held.voted) as voted
    from dated
    inner join region on region.parent = dated.parent
    inner join election_held
        on election_held.event = dated.event
        and election_held.region = region.code
    left join merged
        on merged.list_id = dated.list_id
        and merged.region = region.code
    group by all
),
classed as (
    select
        dated.list_id,
        region.code as region,
        region.name as region_name,
        list_figure.figure_id,
        list_figure.value,
        held.elections,
        merged.former,
        case
            when list_figure.figure_id is not null then 'angka'
            when merged.former is not null then 'provinsi_lama'
            when not held.voted then 'tidak_ada_pemilihan'
            when dated.complete then 'nol'
            else 'tidak_disebut'
        end as class
    from dated
    inner join region on region.parent = dated.parent
    left join merged
        on merged.list_id = dated.list_id
        and merged.region = region.code
    left join held
        on held.list_id = dated.list_id
        and held.region = region.code
    left join list_figure
        on list_figure.list_id = dated.list_id
        and list_figure.region = region.code
)
select
    classed.list_id,
    classed.region,
    classed.region_name,
    classed.class,
    if(classed.class = 'nol', 0, classed.value) as value,
    classed.elections,
    classed.former,
    published_figure.* exclude (region, region_name, value)
from classed
left join published_figure using (figure_id)
order by classed.list_id, value desc nulls last, classed.region

-- name: elections_held
-- one row a region and election: how many were held in it and within it, empty where all regions vote
select election_held.region, election_held.event, election_held.elections, election_held.voted
from election_held
inner join event on event.code = election_held.event
order by election_held.region, event.voting_day

-- name: laws
select *
from law

-- name: neutrality_laws
-- one row a law that concerns neutrality, the oldest first
select code, title_id, title_en, in_force_from, in_force_until
from law
where concerns_neutrality
order by in_force_from, code

-- name: told_alone
-- one row a figure that no statement tells: headlines and points of a time line, parts of a total where no total is known, totals of a calendar period
with has_total as (
    -- one row a region and election of which a total is known
    select distinct region, event
    from published_figure
    where dimension = 'total'
)
select
    figure_id,
    source_id,
    region,
    event,
    counted_by,
    counter_body,
    stage,
    unit,
    dimension,
    value,
    qualifier,
    status,
    period_start,
    counted_on,
    cutoff_id,
    cutoff_en,
    say_id,
    say_en,
    publisher,
    url,
    is_headline
from published_figure
left join has_total using (region, event)
where (statement_id is null and (is_headline or figure_id in (select figure_id from timeline)))
    or (event is null and dimension = 'total')
    or (event is not null and has_total.region is null)
order by region, event, figure_id
