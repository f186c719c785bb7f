-- What readers ask again and again, joined once: its own table, for to plan the seven joins anew took twice as long as to read it.
create table published_figure as
select
    figure.*,
    region.name as region_name,
    region.kind as region_kind,
    region.level as region_level,
    region.parent as region_parent,
    source.publisher,
    source.publisher_kind,
    source.title,
    source.url,
    source.published_on,
    source.published_date,
    source.kind as source_kind,
    case verdict.mark when 'jangan' then 'disengketakan' when 'catatan' then 'catatan' else 'bersih' end as status,
    coalesce(flags.flags, []) as flags,
    verdict.verdict,
    verdict.mark,
    verdict.rules,
    list_contains(verdict.rules, 'C16') as before_division,
    verdict.say_id,
    verdict.say_en,
    statement_figure.statement_id,
    headline.figure_id is not null as is_headline
from figure
inner join region on region.code = figure.region
inner join source on source.source_id = figure.source_id
inner join verdict on verdict.figure_id = figure.figure_id
left join headline on headline.figure_id = figure.figure_id
left join statement_figure on statement_figure.figure_id = figure.figure_id
left join (
    select figure_id, list(flag order by flag) as flags
    from flag
    group by figure_id
) as flags
    on flags.figure_id = figure.figure_id;

-- Is a region the one asked for or, where `below` holds, one within it?
create macro is_within(code, asked, below) as code = asked or (
    below
    and code in (
        select ancestor.region
        from ancestor
        where ancestor.ancestor = asked
    )
);

-- One row a figure and a sentence that a reader must know: what is not to be said says so and what to say instead, all else its flags.
create view warning as
select
    figure_id,
    'jangan' as flag,
    true as disputes,
    say_id as sentence_id,
    say_en as sentence_en
from verdict
where mark = 'jangan'
union all
select
    flag.figure_id,
    flag.flag,
    false,
    flag.sentence_id,
    flag.sentence_en
from flag
inner join verdict on verdict.figure_id = flag.figure_id
where verdict.mark <> 'jangan';
