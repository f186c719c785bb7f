-- The flags: where a figure conflicts with another one, told in a sentence that names the other.
-- A source date that stands in for a missing day of count is part of the source line and no flag.

-- One row a total that can be compared: its place in time and its description in words.
create or replace temp table total as
select
    figure.*,
    region.name as region_name,
    event.voting_day,
    event.short_name as event_name,
    source.publisher,
    -- a period of its own that starts less than 150 days before voting is a window; a longer one is the election's
    if(period_start::date > event.voting_day - interval 150 day, period_start::date, null) as window_start,
    -- a month or a year alone leaves the day open: a count of it may be older than its last day
    coalesce(earliest_date(as_of), earliest_date(period_end), earliest_date(source.published_on)) as earliest_on,
    -- the day on which the number was said: a copy is younger than what it copies
    coalesce(source.published_date, counted_on) as told_on,
    publisher_rank(source.publisher_kind) as publisher_rank,
    stage.position as stage_position,
    number_id(value) || ' ' || lower(unit.label_id) as amount_id,
    number_en(value) || ' ' || unit_en(figure.unit, value) as amount_en,
    '“' || stage.label_id || '”' as stage_id,
    '“' || stage.label_en || '”' as stage_en,
    counter.said_id || ', ' || cutoff_id || ', ' || source.publisher as said_id,
    counter.said_en || ', ' || cutoff_en || ', ' || source.publisher as said_en,
    counter.said_id as counter_id,
    counter.said_en as counter_en
from figure
inner join region on region.code = figure.region
inner join event on event.code = figure.event
inner join source on source.source_id = figure.source_id
inner join vocabulary as stage on stage.kind = 'stage' and stage.code = figure.stage
inner join vocabulary as unit on unit.kind = 'unit' and unit.code = figure.unit
inner join vocabulary as counter on counter.kind = 'counted_by' and counter.code = figure.counted_by
where dimension = 'total'
    and figure.unit <> 'persen';

-- One row a stage and a stage that it contains: a part can't exceed the whole, whoever holds the part.
create or replace temp table contains as
select whole.code as stage, part.code as part
from vocabulary as whole
inner join vocabulary as part on part.kind = 'stage'
where whole.kind = 'stage'
    and (
        whole.code in ('dugaan', part.code)
        or whole.code = 'diteruskan' and part.code in ('terbukti', 'rekomendasi_sanksi', 'sanksi')
        or whole.code = 'terbukti' and part.code in ('rekomendasi_sanksi', 'sanksi')
        or whole.code = 'rekomendasi_sanksi' and part.code = 'sanksi'
    );

-- One row a stage and the later ones, none of which exceeds it within one statement.
create or replace temp table funnel as
select *
from (
    values
        ('dugaan', ['diteruskan', 'terbukti', 'pelanggaran', 'bukan_pelanggaran', 'dalam_proses', 'rekomendasi_sanksi', 'sanksi']),
        ('diteruskan', ['terbukti', 'rekomendasi_sanksi']),
        ('terbukti', ['rekomendasi_sanksi', 'sanksi', 'belum_ditindaklanjuti']),
        ('rekomendasi_sanksi', ['sanksi', 'belum_ditindaklanjuti'])
) as pair(early, later);

-- One row a count that only grows: no open cases, no approximate or doubtful value.
create or replace temp table cumulative as
select *
from total
where counted_on is not null
    and stage not in ('dalam_proses', 'belum_ditindaklanjuti')
    and coalesce(qualifier, 'disimpulkan') = 'disimpulkan';

-- One row a count at least twice all of its series before it and in the 180 days after it, with two later sources or more.
create or replace temp table peak as
select
    mine.figure_id,
    arg_min(other.figure_id, (other.counted_on, other.figure_id)) filter (other.counted_on > mine.counted_on) as next_figure_id
from cumulative as mine
inner join cumulative as other
    on other.region = mine.region
    and other.event = mine.event
    and other.counter_body = mine.counter_body
    and other.stage = mine.stage
    and other.unit = mine.unit
    and other.period_start is not distinct from mine.period_start
    and other.counted_on <= mine.counted_on + interval 180 day
    and other.counted_on <> mine.counted_on
group by mine.figure_id, mine.value
having mine.value > 0
    and max(other.value) * 2 <= mine.value
    and count(distinct other.source_id) filter (other.counted_on > mine.counted_on) >= 2;

create table flag (
    figure_id varchar,
    flag varchar,
    other_figure_id varchar,
    disputes boolean,
    sentence_id varchar,
    sentence_en varchar
);

-- nilai_kembar: the same exact value of the same counter stands for a region above or below, or for another election.
-- Only the one that was told later carries it: the one that was copied is not the one to doubt.
create or replace temp table twin as
with related as (
    select region, ancestor as other_region, true as is_lower
    from ancestor
    union all
    select ancestor, region, false
    from ancestor
    union all
    select code, code, false
    from region
)
select mine.figure_id, other.figure_id as other_figure_id
from total as mine
inner join related on related.region = mine.region
inner join total as other
    on other.region = related.other_region
    and other.value = mine.value
    and other.unit = mine.unit
    and other.counter_body = mine.counter_body
    and (other.stage = mine.stage or mine.value >= 1000)
    and (other.region <> mine.region or other.event <> mine.event)
where coalesce(mine.qualifier, '') not in ('sekitar', 'lebih_dari')
    and mine.value >= 100
    and mine.value % 100 <> 0
    and (
        coalesce(other.told_on < mine.told_on, false)
        or other.told_on is not distinct from mine.told_on and related.is_lower
    )
qualify row_number() over (
    partition by mine.figure_id
    -- the copied one is told best where its day of count is known
    order by other.counted_on_basis is distinct from 'cutoff', other.stage_basis <> 'tercetak', other.publisher_rank, other.counted_on, other.figure_id
) = 1;

-- melebihi_induk: larger than the largest total of the nearest region above, at the same stage or one that contains it.
insert into flag
with sound as (
    select *
    from total
    where not is_doubtful(qualifier)
),
compared as (
    -- one row a figure and the count above it that measures it: the same counter's before another's, then the largest
    select mine.figure_id, other.figure_id as parent_figure_id
    from sound as mine
    inner join ancestor on ancestor.region = mine.region
    inner join contains on contains.part = mine.stage
    inner join sound as other
        on other.region = ancestor.ancestor
        and other.event = mine.event
        and other.unit = mine.unit
        and other.stage = contains.stage
    where mine.stage not in ('dalam_proses', 'belum_ditindaklanjuti')
    qualify row_number() over (
        partition by mine.figure_id
        order by ancestor.distance, other.counter_body <> mine.counter_body, other.value desc, other.counted_on desc, other.figure_id
    ) = 1
),
exceeding as (
    select mine.*, compared.parent_figure_id, parent.region as parent_region
    from compared
    inner join total as mine on mine.figure_id = compared.figure_id
    inner join total as parent on parent.figure_id = compared.parent_figure_id
    where mine.value > parent.value
),
final as (
    -- one row a figure and the largest count of a later stage of the region above, taken after voting day
    select exceeding.figure_id, max(later.value) as value
    from exceeding
    inner join contains on contains.stage = exceeding.stage and contains.part <> exceeding.stage
    inner join sound as later
        on later.region = exceeding.parent_region
        and later.event = exceeding.event
        and later.unit = exceeding.unit
        and later.stage = contains.part
        and later.counted_on > exceeding.voting_day
    group by exceeding.figure_id
),
highest as (
    -- one row a region, election, unit and counter: its largest total at any stage
    select region, event, unit, counter_body, arg_max(figure_id, (value, counted_on, figure_id)) as figure_id
    from sound
    group by all
),
judged as (
    select
        mine.figure_id,
        mine.stage_id,
        mine.stage_en,
        mine.counter_id,
        mine.counter_en,
        parent.figure_id as parent_figure_id,
        parent.region_name,
        parent.stage_id as parent_stage_id,
        parent.stage_en as parent_stage_en,
        parent.amount_id,
        parent.amount_en,
        parent.said_id,
        parent.said_en,
        parent.counter_body = mine.counter_body as same_counter,
        parent.counted_on is null or mine.counted_on is null as undated,
        same_counter
            and (
                coalesce(parent.counted_on >= mine.counted_on - interval 30 day, false)
                or coalesce(parent.counted_on > mine.voting_day, false)
            )
        or coalesce(mine.value > final.value, false) and twin.figure_id is not null as disputes,
        if(largest.value > parent.value, largest.amount_id || ' pada tahap ' || largest.stage_id || ' (' || largest.said_id || ')', null) as highest_id,
        if(largest.value > parent.value, largest.amount_en || ' at stage ' || largest.stage_en || ' (' || largest.said_en || ')', null) as highest_en
    from exceeding as mine
    inner join total as parent on parent.figure_id = mine.parent_figure_id
    left join final on final.figure_id = mine.figure_id
    left join twin on twin.figure_id = mine.figure_id
    left join highest
        on highest.region = mine.parent_region
        and highest.event = mine.event
        and highest.unit = mine.unit
        and highest.counter_body = mine.counter_body
    left join total as largest on largest.figure_id = highest.figure_id
)
select
    figure_id,
    'melebihi_induk',
    parent_figure_id,
    disputes,
    'Angka ini lebih besar daripada angka terbesar yang tercatat untuk ' || region_name || ' pada pemilihan yang sama, tahap ' || parent_stage_id || ': '
        || amount_id || ' (' || said_id || ').'
        || coalesce(' Angka terbesar ' || counter_id || ' untuk ' || region_name || ' pada tahap mana pun: ' || highest_id || '.', '')
        || case
            when disputes then ' Bagian tidak mungkin melebihi keseluruhan: jangan dikutip.'
            when not same_counter then ' Pencacahnya berbeda, jadi keduanya belum tentu bertentangan.'
            when undated then ' Salah satunya tidak bertanggal, jadi keduanya belum tentu bertentangan.'
            else ' Hitungan ' || region_name || ' itu lebih lama, jadi keduanya belum tentu bertentangan.'
        end,
    'This figure is larger than the largest one recorded for ' || region_name || ' in the same election, stage ' || parent_stage_en || ': '
        || amount_en || ' (' || said_en || ').'
        || coalesce(' The largest figure of ' || counter_en || ' for ' || region_name || ' at any stage: ' || highest_en || '.', '')
        || case
            when disputes then ' A part can''t exceed the whole: do not quote.'
            when not same_counter then ' The counters differ, so the two need not conflict.'
            when undated then ' One of the two is undated, so they need not conflict.'
            else ' The count for ' || region_name || ' is older, so the two need not conflict.'
        end
from judged;

insert into flag
select
    twin.figure_id,
    'nilai_kembar',
    other.figure_id,
    coalesce(exceeding.disputes, false),
    'Nilai ' || number_id(mine.value) || ' persis sama dengan angka ' || other.counter_id || ' untuk ' || other.region_name || ' pada ' || other.event_name
        || ': ' || other.amount_id || ' pada tahap ' || other.stage_id || ' (' || other.said_id || '). Mungkin angka itu yang terkutip: periksa sumbernya.',
    'The value ' || number_en(mine.value) || ' is exactly the figure of ' || other.counter_en || ' for ' || other.region_name || ' in ' || other.event_name
        || ': ' || other.amount_en || ' at stage ' || other.stage_en || ' (' || other.said_en || '). That one may have been quoted: check the source.'
from twin
inner join total as mine on mine.figure_id = twin.figure_id
inner join total as other on other.figure_id = twin.other_figure_id
left join flag as exceeding
    on exceeding.figure_id = twin.figure_id
    and exceeding.flag = 'melebihi_induk';

-- beda_sumber: one question, answered within a week, with numbers that a rise with time does not explain.
insert into flag
with pair as (
    select mine.figure_id, other.figure_id as other_figure_id
    from total as mine
    inner join total as other
        on other.region = mine.region
        and other.event = mine.event
        and other.stage = mine.stage
        and other.unit = mine.unit
        and other.counter_body = mine.counter_body
        and other.period_start is not distinct from mine.period_start
        and abs(date_diff('day', mine.counted_on, other.counted_on)) <= 7
        and if(
            greatest(mine.value, other.value) < 20,
            abs(mine.value - other.value) > 1,
            -- 5 % of the larger, in whole numbers: 0.05 is none in binary
            20 * abs(mine.value - other.value) > greatest(mine.value, other.value)
        )
    where not is_doubtful(mine.qualifier)
        and not is_doubtful(other.qualifier)
        -- "more than 200" does not contradict 214
        and not (mine.qualifier is not distinct from 'lebih_dari' and other.value > mine.value)
        and not (other.qualifier is not distinct from 'lebih_dari' and mine.value > other.value)
        -- simply a rise with time, as far as the days are known
        and not (mine.earliest_on < other.counted_on and mine.value < other.value)
        and not (other.earliest_on < mine.counted_on and other.value < mine.value)
    qualify row_number() over (
        partition by mine.figure_id
        order by abs(date_diff('day', mine.counted_on, other.counted_on)), abs(mine.value - other.value) desc, other.figure_id
    ) = 1
)
select
    pair.figure_id,
    'beda_sumber',
    other.figure_id,
    false,
    if(other.source_id = mine.source_id, 'Sumber yang sama juga menyebut ', 'Sumber lain menyebut ')
        || other.amount_id || ' untuk hitungan yang sama (' || other.said_id || ').',
    if(other.source_id = mine.source_id, 'The same source also gives ', 'Another source gives ')
        || other.amount_en || ' for the same count (' || other.said_en || ').'
from pair
inner join total as mine on mine.figure_id = pair.figure_id
inner join total as other on other.figure_id = pair.other_figure_id;

-- turun: a cumulative series falls with time. A peak that nothing around it bears out is itself the doubtful one.
insert into flag
with pair as (
    select mine.figure_id, arg_max(earlier.figure_id, (earlier.value, earlier.counted_on, earlier.figure_id)) as other_figure_id
    from cumulative as mine
    inner join cumulative as earlier
        on earlier.region = mine.region
        and earlier.event = mine.event
        and earlier.counter_body = mine.counter_body
        and earlier.stage = mine.stage
        and earlier.unit = mine.unit
        and earlier.period_start is not distinct from mine.period_start
        and earlier.counted_on < mine.earliest_on
        and 20 * (earlier.value - mine.value) > earlier.value
    anti join peak on peak.figure_id = earlier.figure_id
    group by mine.figure_id
)
select
    pair.figure_id,
    'turun',
    other.figure_id,
    false,
    'Hitungan yang lebih awal sudah mencatat lebih banyak: ' || other.amount_id || ' (' || other.said_id || '). Angka kumulatif semestinya tidak turun; cakupannya mungkin berbeda.',
    'An earlier count already had more: ' || other.amount_en || ' (' || other.said_en || '). A cumulative figure should not fall; the scope may differ.'
from pair
anti join peak on peak.figure_id = pair.figure_id
inner join total as other on other.figure_id = pair.other_figure_id
union all
select
    peak.figure_id,
    'turun',
    other.figure_id,
    false,
    'Hitungan sebelum dan sesudahnya jauh lebih kecil: ' || other.amount_id || ' (' || other.said_id || '). Angka ini yang patut diragukan.',
    'The counts before and after it are far smaller: ' || other.amount_en || ' (' || other.said_en || '). This is the one to doubt.'
from peak
inner join total as other on other.figure_id = peak.next_figure_id;

-- corong_terbalik: a later stage exceeds an earlier one within one statement.
insert into flag
with member as (
    select *
    from total
    where coalesce(qualifier, '') not in ('tidak_konsisten', 'ambigu-wilayah')
        and not list_has_any(string_split(coalesce(note_kind, ''), ' '), ['bukan_asn', 'terpisah'])
    window same_stage as (partition by source_id, region, event, counted_by, unit, counted_on, period_start, stage)
    -- a stage for which the source prints two numbers says nothing
    qualify min(value) over same_stage = max(value) over same_stage
),
pair as (
    select later.figure_id, arg_min(early.figure_id, (early.value, early.figure_id)) as other_figure_id
    from member as later
    inner join funnel on list_contains(funnel.later, later.stage)
    inner join member as early
        on early.stage = funnel.early
        and early.source_id = later.source_id
        and early.region = later.region
        and early.event = later.event
        and early.counted_by = later.counted_by
        and early.unit = later.unit
        and early.counted_on is not distinct from later.counted_on
        and early.period_start is not distinct from later.period_start
        and early.value < later.value
        and early.qualifier is distinct from 'lebih_dari'
    group by later.figure_id
)
select
    pair.figure_id,
    'corong_terbalik',
    other.figure_id,
    false,
    'Tahap ini lebih besar daripada tahap sebelumnya dalam pernyataan yang sama: ' || other.stage_id || ' ' || other.amount_id || ' (' || other.said_id || ').',
    'This stage exceeds an earlier stage of the same statement: ' || other.stage_en || ' ' || other.amount_en || ' (' || other.said_en || ').'
from pair
inner join total as other on other.figure_id = pair.other_figure_id;
