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
),
addressed as (
    -- one row a figure of forwarded cases and whom its page names as the one they went to
    select
        row_number,
        concat_ws(' ', source.title, raw_figures.note) as told,
        names_recipient(told, 'KASN|Komisi ASN|Komisi Aparatur Sipil Negara') as names_kasn,
        names_recipient(told, 'BKN|Badan Kepegawaian Negara') as names_bkn,
        least(event.voting_day, partial_date(coalesce(as_of, period_end, source.published_on))) < bkn_since() as ended_before,
        coalesce(earliest_date(period_start) >= bkn_since(), false) as began_after
    from raw_figures
    inner join source on source.source_id = raw_figures.source_id
    left join event on event.code = raw_figures.event
    where stage = 'diteruskan'
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
    -- a period that ended before its count was told: the number reaches to its end, and was said on the later day
    if(partial_date(period_end) < partial_date(as_of), as_of, null) as stated_later,
    coalesce(if(stated_later is null, as_of, period_end), period_end, source.published_on) as counted_until,
    case
        when stated_later is not null then 's.d. ' || day_id(period_end) || ', disampaikan ' || day_id(stated_later)
        when as_of is not null and as_of = source.published_on then 'disampaikan ' || day_id(as_of)
        when counted_on_basis = 'cutoff' then 's.d. ' || day_id(counted_until)
        when source.published_date is not null then 'terbit ' || day_id(source.published_on)
        else 'tanpa tanggal'
    end as cutoff_id,
    case
        when stated_later is not null then 'up to ' || day_en(period_end) || ', stated on ' || day_en(stated_later)
        when as_of is not null and as_of = source.published_on then 'stated on ' || day_en(as_of)
        when counted_on_basis = 'cutoff' then 'up to ' || day_en(counted_until)
        when source.published_date is not null then 'published ' || day_en(source.published_on)
        else 'undated'
    end as cutoff_en,
    region,
    counted_by,
    body_of(counted_by, keyed.source_id) as counter_body,
    stage,
    stage_basis,
    -- to whom the cases went: as the page says it, else by the days counted where the page names the step
    case
        when addressed.row_number is null then null
        when names_kasn and not names_bkn then 'kasn'
        when names_bkn and not names_kasn then 'bkn'
        when stage_basis <> 'tercetak' then null
        when ended_before then 'kasn'
        when began_after then 'bkn'
        else 'kasn_bkn'
    end as recipient,
    unit,
    keyed.dimension,
    keyed.category,
    -- a label without a translation is shown as it is
    keyed.category as category_id,
    coalesce(label.category_en, keyed.category) as category_en,
    alias."group" as category_group,
    alias.code as category_code,
    value::double as value,
    qualifier,
    keyed.note_kind,
    keyed.note,
    -- a remark without a translation is shown as it is
    coalesce(translated.note_id, keyed.note) as note_id,
    coalesce(translated.note_en, keyed.note) as note_en,
    keyed.note_id as annotation_id,
    keyed.note_en as annotation_en,
    keyed.correction_id,
    keyed.value_printed,
    'figures.csv' as source_file,
    keyed.row_number as source_row
from keyed
inner join source on source.source_id = keyed.source_id
left join addressed on addressed.row_number = keyed.row_number
left join raw_notes as translated on translated.note = keyed.note
left join raw_labels as label on label.category = keyed.category
left join raw_category_aliases as alias
    on alias.dimension = keyed.dimension
    and alias.category = keyed.category
order by event, region, stage, unit, counted_on, figure_id;
