-- The sentence to say: counter, number, unit, place, election, day, publisher and the clauses that the figure's rules ask for.

-- One row a figure and the parts of its sentence in both languages.
create or replace temp table part as
with worded as (
    select
        figure.*,
        source.publisher,
        event.short_name as event_name,
        event.voting_day,
        region.name as region_name,
        list_contains(judged.rules, 'C2') as mixed,
        list_contains(judged.rules, 'J4') as outside,
        list_contains(judged.rules, 'C16') as divided,
        coalesce(own_form.form_id, form.form_id) as form_id,
        coalesce(own_form.form_en, form.form_en) as form_en,
        qualifier_word.label_id || ' ' as about_id,
        qualifier_word.label_en || ' ' as about_en,
        lower(dimension.label_id) as dimension_id,
        lower(dimension.label_en) as dimension_en,
        stage.label_id as stage_label_id,
        stage.label_en as stage_label_en,
        case recipient when 'kasn' then 'KASN' when 'bkn' then 'BKN' when 'kasn_bkn' then 'KASN/BKN' end as recipient_name,
        coalesce(recipient_name, 'lembaga yang berwenang') as body_id,
        coalesce(recipient_name, 'the competent body') as body_en,
        counter.said_id as counter_id,
        counter.said_en as counter_en,
        case source.kind when 'siaran-pers' then 'siaran pers' else source.kind end as medium_id,
        case source.kind
            when 'siaran-pers' then 'a press release'
            when 'laporan' then 'a report'
            when 'paparan' then 'a presentation'
            else 'a news report'
        end as medium_en,
        source.published_on,
        -- who is counted besides civil servants, as far as the note says
        concat_ws(' ', note, category) as remark,
        regexp_matches(remark, '(?i)kepala desa|kades|village head|wali nagari|keuchik') as village_heads,
        regexp_matches(remark, '(?i)(perangkat|aparat|sekretaris) desa|village official') as village_officials,
        regexp_matches(remark, '(?i)honorer|tenaga kontrak|contract staff|temporary staff') as contract_staff,
        regexp_matches(remark, '(?i)polisi|polri|police|TNI') as police,
        -- of one alone nobody says which of them it is
        value = 1 as single,
        list_filter(
            [
                if(village_heads, 'kepala desa', null),
                if(village_officials, 'perangkat desa', null),
                if(contract_staff, 'tenaga honorer', null),
                if(police, 'anggota TNI/Polri', null)
            ],
            lambda one: one is not null
        ) as named_id,
        list_filter(
            [
                if(village_heads, if(single, 'village head', 'village heads'), null),
                if(village_officials, if(single, 'village official', 'village officials'), null),
                if(contract_staff, 'contract staff', null),
                if(police, if(single, 'member of the military or police', 'members of the military or police'), null)
            ],
            lambda one: one is not null
        ) as named_en,
        enumerated(
            list_prepend('ASN', if(named_id = [], ['yang bukan ASN'], named_id)),
            if(single, ' atau ', if(len(named_id) > 1, ', dan ', ' dan '))
        ) as among_id,
        enumerated(
            list_prepend(
                if(single, 'civil servant', 'civil servants'),
                if(named_en = [], [if(single, 'someone who is not', 'people who are not civil servants')], named_en)
            ),
            if(single, ' or ', ' and ')
        ) as among_en,
        if(mixed, among_id, 'ASN') as who_id,
        case
            when not mixed then 'civil servants'
            when single then 'a ' || among_en
            else among_en
        end as who_en,
        -- the last day that is counted; the date of the source is none
        if(counted_on_basis in ('stated', 'cutoff'), counted_until, null) as last_day,
        -- the later day on which it was said
        coalesce(' (disampaikan ' || day_id(stated_later) || ')', '') as later_id,
        coalesce(' (stated on ' || day_en(stated_later) || ')', '') as later_en,
        -- the year once, where the window lies in one
        if(left(period_start, 4) = left(last_day, 4) and length(last_day) = 10, day_id(period_start)[:-6], day_id(period_start)) as start_id,
        if(left(period_start, 4) = left(last_day, 4) and length(last_day) = 10, day_en(period_start)[:-6], day_en(period_start)) as start_en,
        early.number as days_before
    from figure
    inner join judged on judged.figure_id = figure.figure_id
    inner join source on source.source_id = figure.source_id
    inner join region on region.code = figure.region
    left join event on event.code = figure.event
    inner join vocabulary as counter on counter.kind = 'counted_by' and counter.code = figure.counted_by
    inner join vocabulary as stage on stage.kind = 'stage' and stage.code = figure.stage
    inner join vocabulary as dimension on dimension.kind = 'dimension' and dimension.code = figure.dimension
    left join vocabulary as qualifier_word
        on qualifier_word.kind = 'qualifier'
        and qualifier_word.code = figure.qualifier
        and figure.qualifier in ('sekitar', 'lebih_dari')
    left join sentence_form as own_form
        on own_form.stage = figure.stage
        and own_form.unit = figure.unit
        and list_contains(string_split(own_form.counters, ' '), figure.counted_by)
    left join sentence_form as form on form.stage = figure.stage and form.unit = figure.unit and form.counters is null
    left join verdict_rule as early on early.figure_id = figure.figure_id and early.rule = 'C21'
)
select
    *,
    case
        when unit <> 'orang' then unit
        when mixed and single and named_id = [] then 'orang (belum tentu ASN)'
        when mixed then 'orang (' || among_id || ')'
        when outside then 'orang'
        else 'ASN'
    end as noun_id,
    case unit
        when 'orang' then case
            when mixed and single and named_en = [] then 'person (not necessarily a civil servant)'
            when mixed then unit_en(unit, value) || ' (' || among_en || ')'
            when outside then unit_en(unit, value)
            else if(value = 1, 'civil servant', 'civil servants')
        end
        else unit_en(unit, value)
    end as noun_en,
    coalesce(about_id, '') || number_id(value) || ' ' || noun_id as amount_id,
    coalesce(about_en, '') || number_en(value) || ' ' || noun_en as amount_en,
    case
        when period_start is not null and last_day is not null then 'Dari ' || start_id || ' sampai ' || day_id(last_day) || later_id || if(days_before is null, ' ', ', ')
        when period_start is not null then 'Sejak ' || day_id(period_start) || coalesce(', menurut ' || medium_id || ' ' || day_id(published_on), ' (sampai kapan tidak disebut)') || ', '
        when counted_on_basis = 'stated' and stated_later is null then 'Menurut keterangan ' || day_id(as_of) || ', '
        when last_day is not null then 'Sampai ' || if(length(last_day) = 4, 'akhir ', '') || day_id(last_day) || later_id || if(days_before is null, ' ', ', ')
        when counted_on_basis = 'published' then 'Menurut ' || medium_id || if(length(published_on) = 4, ' tahun ', ' ') || day_id(published_on) || ', '
        else ''
    end
        || coalesce(number_id(days_before) || ' hari sebelum pemungutan suara, ', '') as time_id,
    case
        when period_start is not null and last_day is not null then 'From ' || start_en || ' to ' || day_en(last_day) || later_en || if(days_before is null, ' ', ', ')
        when period_start is not null then 'Since ' || day_en(period_start) || coalesce(', according to ' || medium_en || ' of ' || day_en(published_on), ' (until when is not said)') || ', '
        when counted_on_basis = 'stated' and stated_later is null then 'As stated on ' || day_en(as_of) || ', '
        when last_day is not null then 'Up to ' || if(length(last_day) = 4, 'the end of ', '') || day_en(last_day) || later_en || if(days_before is null, ' ', ', ')
        when counted_on_basis = 'published' then 'According to ' || medium_en || ' of ' || day_en(published_on) || ', '
        else ''
    end
        || coalesce(number_en(days_before) || ' days before voting day, ', '') as time_en,
    -- the nation is said last, a region where what happened there is named: cases of a region are forwarded, not to a body in it
    if(region = 'ID', '', ' di ' || region_name || if(divided, ' (sebelum pemekaran 2022)', '')) as place_id,
    if(region = 'ID', '', ' in ' || region_name || if(divided, ' (before the division of 2022)', '')) as place_en,
    -- nothing may still come; after a window or voting day nothing came
    if(period_start is not null and last_day is not null or counted_on >= voting_day, 'tidak ', 'belum ') as nothing_id
from worded;

-- One row a figure and its plain sentence, without the full stop and without clauses: as it begins and as it goes on after a colon.
create or replace temp table plain as
with said as (
    select
        figure_id,
        time_id,
        time_en,
        counter_id || ' '
            || if(value = 0, nothing_id || replace(form_id, '{amount}', noun_id), replace(form_id, '{amount}', amount_id))
                .replace('{body}', body_id).replace('{who}', who_id).replace('{place}', place_id)
            || if(region = 'ID', ', secara nasional', '')
            || if(dimension = 'total', '', ', ' || dimension_id || ': ' || category_id)
            || ' (' || concat_ws('; ', event_name, 'sumber: ' || publisher) || ')' as rest_id,
        counter_en || ' '
            || replace(form_en, '{amount}', if(value = 0, 'no ' || noun_en, amount_en))
                .replace('{body}', body_en).replace('{who}', who_en).replace('{place}', place_en)
            || if(region = 'ID', ', nationwide', '')
            || if(dimension = 'total', '', ', ' || dimension_en || ': ' || category_en)
            || ' (' || concat_ws('; ', event_name, 'source: ' || publisher) || ')' as rest_en
    from part
)
select
    figure_id,
    time_id || if(time_id = '', upper(left(rest_id, 1)) || substr(rest_id, 2), rest_id) as sentence_id,
    time_en || if(time_en = '', upper(left(rest_en, 1)) || substr(rest_en, 2), rest_en) as sentence_en,
    lower(left(time_id, 1)) || substr(time_id, 2) || rest_id as inner_id,
    lower(left(time_en, 1)) || substr(time_en, 2) || rest_en as inner_en
from said;

-- One row a figure and a rule whose clause is not yet in the plain sentence.
create or replace temp table clause as
select
    verdict_rule.figure_id,
    rule.position,
    case verdict_rule.rule
        -- of cases, reports and persons the form itself names who is counted
        when 'C2' then if(mine.unit = 'persen', 'termasuk yang bukan ASN', null)
        when 'C3' then 'angka dalam sumber ini tidak konsisten' || coalesce(' (' || mine.note_id || ')', '')
        when 'C4' then coalesce(
            if(other.source_id = mine.source_id, 'sumber yang sama juga', other.publisher) || ' menyebut ' || other.counted_id,
            'sumber lain menyebutnya berbeda' || if(mine.qualifier is distinct from 'tidak_konsisten', coalesce(' (' || mine.note_id || ')', ''), '')
        )
        when 'C5' then 'hitungan ' || other.region_name || ' yang diketahui ' || other.said_id
        when 'C6' then case
            when other.stage <> mine.stage then 'tahap “' || other.stage_label_id || '” dalam sumber yang sama ' || other.said_id
            when other.counted_on < mine.counted_on then 'hitungan sebelumnya ' || other.said_id
            else 'hitungan sesudahnya ' || other.said_id
        end
        when 'C8' then 'tanggal hitungannya tidak disebut'
        when 'C9' then 'hitungan akhirnya ' || other.said_id
        when 'C10' then 'dihitung dari daftar dalam sumber'
        when 'C11' then 'ini satu perkara atau sebagian masa, bukan jumlah seluruhnya'
        when 'C12' then 'gabungan beberapa pemilihan atau beberapa tahun'
        when 'C13' then other.counter_id || ' mencatat ' || other.told_id
        when 'C14' then 'sesudahnya bertambah, tahap “' || other.stage_label_id || '” saja ' || other.said_id
        when 'C15' then 'jumlah dasarnya tidak disebut'
        when 'C17' then mine.region_name || ' sendiri tidak mengadakan pemilihan pada ' || mine.event_name
        when 'C20' then other.publisher || ' memakai angka yang sama untuk tahap “' || other.stage_label_id || '”'
        when 'C21' then 'hitungan sesudahnya tidak diketahui'
        when 'C22' then 'wilayahnya dibaca dari besarnya angka, bukan dari halamannya'
        when 'C23' then other.counter_id || ' juga menyebut ' || other.told_id
        when 'C24' then 'rincian daerah dalam sumber ini berjumlah ' || number_id(verdict_rule.number) || ', bukan ' || number_id(verdict_rule.second_number)
    end as clause_id,
    case verdict_rule.rule
        when 'C2' then if(mine.unit = 'persen', 'including people who are not civil servants', null)
        when 'C3' then 'the source is not consistent' || coalesce(' (' || mine.note_en || ')', '')
        when 'C4' then coalesce(
            if(other.source_id = mine.source_id, 'the same source also', other.publisher) || ' says ' || other.counted_en,
            'another source reports it differently' || if(mine.qualifier is distinct from 'tidak_konsisten', coalesce(' (' || mine.note_en || ')', ''), '')
        )
        when 'C5' then 'the known count for ' || other.region_name || ' is ' || other.said_en
        when 'C6' then case
            when other.stage <> mine.stage then 'stage “' || other.stage_label_en || '” in the same source is ' || other.said_en
            when other.counted_on < mine.counted_on then 'the count before it is ' || other.said_en
            else 'the count after it is ' || other.said_en
        end
        when 'C8' then 'the day of the count is not given'
        when 'C9' then 'the final count is ' || other.said_en
        when 'C10' then 'counted from a list in the source'
        when 'C11' then 'this is one case or a part of the period, not the total'
        when 'C12' then 'several elections or several years together'
        when 'C13' then other.counter_en || ' recorded ' || other.told_en
        when 'C14' then 'it has grown since, stage “' || other.stage_label_en || '” alone is ' || other.said_en
        when 'C15' then 'the base is not given'
        when 'C17' then mine.region_name || ' itself held no vote in ' || mine.event_name
        when 'C20' then other.publisher || ' uses the same number for stage “' || other.stage_label_en || '”'
        when 'C21' then 'nothing later is known'
        when 'C22' then 'the region is read from the size of the number, not from the page'
        when 'C23' then other.counter_en || ' also said ' || other.told_en
        when 'C24' then 'the regions in this source add up to ' || number_en(verdict_rule.number) || ', not ' || number_en(verdict_rule.second_number)
    end as clause_en
from verdict_rule
inner join rule on rule.id = verdict_rule.rule
inner join part as mine on mine.figure_id = verdict_rule.figure_id
left join (
    select
        *,
        amount_id || ' (' || concat_ws(', ', counter_id, cutoff_id, publisher) || ')' as said_id,
        amount_en || ' (' || concat_ws(', ', counter_en, cutoff_en, publisher) || ')' as said_en,
        amount_id || ' (' || counter_id || ', ' || cutoff_id || ')' as counted_id,
        amount_en || ' (' || counter_en || ', ' || cutoff_en || ')' as counted_en,
        amount_id || ' (' || cutoff_id || ', ' || publisher || ')' as told_id,
        amount_en || ' (' || cutoff_en || ', ' || publisher || ')' as told_en
    from part
) as other on other.figure_id = verdict_rule.other_figure_id
where rule.verdict = 'catatan'
    -- where the same stage was counted again, the day in the sentence is enough
    and not (verdict_rule.rule = 'C14' and verdict_rule.figure_id in (select figure_id from verdict_rule where rule = 'C7'))
-- another count that two rules name is told once
qualify row_number() over (
    partition by
        verdict_rule.figure_id,
        if(verdict_rule.rule in ('C4', 'C6', 'C9', 'C13', 'C23'), coalesce(verdict_rule.other_figure_id, verdict_rule.rule), verdict_rule.rule)
    order by rule.position
) = 1;

-- One row a figure with clauses: they follow its sentence, wherever it is said.
create or replace temp table clauses as
select
    figure_id,
    string_agg(clause_id, '; ' order by position) as clauses_id,
    string_agg(clause_en, '; ' order by position) as clauses_en
from clause
group by figure_id;

-- One row a figure that is not to be said: why in a word, and what can be said instead.
create or replace temp table refusal as
with named as (
    select figure_id, string_agg(name, ' atau ' order by code) as names_id, string_agg(name, ' or ' order by code) as names_en
    from (select figure_id, unnest(candidates) as code from verdict_rule where rule = 'J2')
    inner join region using (code)
    group by figure_id
    having count(*) > 1
)
select
    mine.figure_id,
    case verdict_rule.rule
        when 'J2' then 'Jangan menyebut ' || mine.amount_id || ' untuk ' || mine.region_name || ': sumber tidak menyebut daerah mana yang dimaksud' || coalesce(' (' || names_id || ')', '')
        when 'J3' then 'Jangan menyebut ' || mine.amount_id || ' untuk ' || mine.region_name || if(told.value = mine.value, ' dengan sumber ' || mine.publisher, '') || ': sumber ini menyebut angka yang berbeda-beda'
        when 'J4' then 'Jangan menyebut ' || mine.amount_id || ' ini sebagai ASN: menurut sumbernya mereka bukan ASN'
        when 'J5' then 'Jangan menyebut ' || mine.amount_id || ' untuk ' || mine.region_name || ': hitungan sebelum dan sesudahnya jauh lebih kecil'
        when 'J6' then 'Jangan memakai angka nol ini: ' || mine.counter_id || ' bukan yang menghitung tahap ini'
        when 'J7' then 'Jangan menyebut ' || mine.amount_id || ' untuk ' || mine.event_name || ', ' || mine.region_name || ': angkanya tampak salah judul'
        else 'Jangan menyebut ' || number_id(mine.value) || ' untuk ' || mine.region_name
    end
        || '.' || coalesce(' Yang dapat dikatakan: ' || instead.inner_id || coalesce('; ' || instead_clause.clauses_id, ''), '')
        || coalesce('; ' || also.inner_id || coalesce('; ' || also_clause.clauses_id, ''), '')
        || if(instead.figure_id is null and also.figure_id is null, '', '.') as say_id,
    case verdict_rule.rule
        when 'J2' then 'Do not say ' || mine.amount_en || ' for ' || mine.region_name || ': the source does not say which region is meant' || coalesce(' (' || names_en || ')', '')
        when 'J3' then 'Do not say ' || mine.amount_en || ' for ' || mine.region_name || if(told.value = mine.value, ' with ' || mine.publisher || ' as the source', '') || ': this source gives differing numbers'
        when 'J4' then 'Do not call these ' || mine.amount_en || ' civil servants: according to the source they are not'
        when 'J5' then 'Do not say ' || mine.amount_en || ' for ' || mine.region_name || ': the counts before and after it are far smaller'
        when 'J6' then 'Do not use this zero: ' || mine.counter_en || ' does not count this stage'
        when 'J7' then 'Do not say ' || mine.amount_en || ' for ' || mine.event_name || ', ' || mine.region_name || ': the number seems to stand under the wrong heading'
        else 'Do not say ' || number_en(mine.value) || ' for ' || mine.region_name
    end
        || '.' || coalesce(' What can be said: ' || instead.inner_en || coalesce('; ' || instead_clause.clauses_en, ''), '')
        || coalesce('; ' || also.inner_en || coalesce('; ' || also_clause.clauses_en, ''), '')
        || if(instead.figure_id is null and also.figure_id is null, '', '.') as say_en
from verdict_rule
inner join rule on rule.id = verdict_rule.rule
inner join part as mine on mine.figure_id = verdict_rule.figure_id
-- the number that was copied is said before the parent's
left join plain as instead on instead.figure_id = coalesce(verdict_rule.also_figure_id, verdict_rule.other_figure_id)
-- where that is the same number, the refusal is of the source and not of the number
left join part as told on told.figure_id = instead.figure_id
left join plain as also on also.figure_id = if(verdict_rule.also_figure_id is null, null, verdict_rule.other_figure_id)
left join clauses as instead_clause on instead_clause.figure_id = instead.figure_id
left join clauses as also_clause on also_clause.figure_id = also.figure_id
left join named on named.figure_id = mine.figure_id
where rule.verdict = 'jangan'
qualify row_number() over (partition by mine.figure_id order by rule.position) = 1;

-- One row a figure: whether it may be said, the mark on it, the rules that hold, and the sentence.
create table verdict as
select
    judged.figure_id,
    judged.verdict,
    judged.mark,
    judged.rules,
    coalesce(refusal.say_id, concat_ws('; ', plain.sentence_id, clauses.clauses_id) || '.') as say_id,
    coalesce(refusal.say_en, concat_ws('; ', plain.sentence_en, clauses.clauses_en) || '.') as say_en
from judged
inner join plain on plain.figure_id = judged.figure_id
left join refusal on refusal.figure_id = judged.figure_id
left join clauses on clauses.figure_id = judged.figure_id
order by judged.figure_id;
