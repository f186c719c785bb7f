-- The flags: what a reader must know before saying a figure aloud.

-- One row a total that can be compared: its place in time and its description in words.
create or replace temp table total as
select
    figure.*,
    region.name as region_name,
    event.voting_day,
    event.short_name as event_name,
    source.publisher,
    publisher_rank(source.publisher_kind) as publisher_rank,
    stage.position as stage_position,
    number_id(value) || ' ' || lower(unit.label_id) as amount_id,
    number_en(value) || ' ' || lower(unit.label_en) as amount_en,
    '“' || stage.label_id || '”' as stage_id,
    '“' || stage.label_en || '”' as stage_en,
    counter.label_id || ', ' || cutoff_id || ', ' || source.publisher as said_id,
    counter.label_en || ', ' || cutoff_en || ', ' || source.publisher as said_en,
    counter.label_id as counter_id,
    counter.label_en as counter_en
from figure
inner join region on region.code = figure.region
inner join event on event.code = figure.event
inner join source on source.source_id = figure.source_id
inner join vocabulary as stage on stage.kind = 'stage' and stage.code = figure.stage
inner join vocabulary as unit on unit.kind = 'unit' and unit.code = figure.unit
inner join vocabulary as counter on counter.kind = 'counted_by' and counter.code = figure.counted_by
where dimension = 'total'
    and figure.unit <> 'persen';

create table flag (
    figure_id varchar,
    flag varchar,
    other_figure_id varchar,
    disputes boolean,
    sentence_id varchar,
    sentence_en varchar
);

-- melebihi_induk: larger than the largest total of the nearest region above that has one.
insert into flag
with largest as (
    -- one row a region, election, unit and stage: its largest total
    select region, event, unit, stage, arg_max(figure_id, (value, counted_on, figure_id)) as figure_id
    from total
    where not is_doubtful(qualifier)
    group by all
),
largest_of_counter as (
    -- one row a region, election, unit and counter: its largest total at any stage
    select region, event, unit, counted_by, arg_max(figure_id, (value, counted_on, figure_id)) as figure_id
    from total
    where not is_doubtful(qualifier)
    group by all
),
compared as (
    select total.figure_id, largest.figure_id as parent_figure_id, ancestor.ancestor
    from total
    inner join ancestor on ancestor.region = total.region
    inner join largest
        on largest.region = ancestor.ancestor
        and largest.event = total.event
        and largest.unit = total.unit
        and largest.stage = total.stage
    where not is_doubtful(total.qualifier)
    qualify row_number() over (partition by total.figure_id order by ancestor.distance) = 1
),
judged as (
    select
        mine.figure_id,
        mine.stage_id,
        mine.stage_en,
        compared.parent_figure_id,
        parent.region_name,
        parent.amount_id,
        parent.amount_en,
        parent.said_id,
        parent.said_en,
        parent.counted_on is null or mine.counted_on is null as undated,
        coalesce(parent.counted_on >= mine.counted_on - interval 30 day, false)
            or coalesce(parent.counted_on > mine.voting_day, false) as disputes,
        if(highest.figure_id <> parent.figure_id, highest.amount_id || ' pada tahap ' || highest.stage_id || ' (' || highest.said_id || ')', null) as highest_id,
        if(highest.figure_id <> parent.figure_id, highest.amount_en || ' at stage ' || highest.stage_en || ' (' || highest.said_en || ')', null) as highest_en,
        mine.counter_id,
        mine.counter_en
    from compared
    inner join total as mine on mine.figure_id = compared.figure_id
    inner join total as parent on parent.figure_id = compared.parent_figure_id
    left join largest_of_counter
        on largest_of_counter.region = compared.ancestor
        and largest_of_counter.event = mine.event
        and largest_of_counter.unit = mine.unit
        and largest_of_counter.counted_by = mine.counted_by
    left join total as highest on highest.figure_id = largest_of_counter.figure_id
    where mine.value > parent.value
)
select
    figure_id,
    'melebihi_induk',
    parent_figure_id,
    disputes,
    'Angka ini lebih besar daripada angka terbesar yang tercatat untuk ' || region_name || ' pada pemilihan dan tahap yang sama: '
        || amount_id || ' (' || said_id || ').'
        || coalesce(' Angka terbesar ' || counter_id || ' untuk ' || region_name || ' pada tahap mana pun: ' || highest_id || '.', '')
        || case
            when disputes then ' Bagian tidak mungkin melebihi keseluruhan: jangan dikutip tanpa penjelasan.'
            when undated then ' Salah satunya tidak bertanggal, jadi keduanya belum tentu bertentangan.'
            else ' Hitungan ' || region_name || ' itu lebih lama, jadi keduanya belum tentu bertentangan.'
        end,
    'This figure is larger than the largest one recorded for ' || region_name || ' in the same election at the same stage: '
        || amount_en || ' (' || said_en || ').'
        || coalesce(' The largest figure of ' || counter_en || ' for ' || region_name || ' at any stage: ' || highest_en || '.', '')
        || case
            when disputes then ' A part can''t exceed the whole: do not quote without an explanation.'
            when undated then ' One of the two is undated, so they need not conflict.'
            else ' The count for ' || region_name || ' is older, so the two need not conflict.'
        end
from judged;

-- nilai_kembar: the same exact value stands for a region above or below, or for another election.
insert into flag
with candidate as (
    select *
    from total
    where qualifier is null
        and value >= 100
        and value % 100 <> 0
),
related as (
    select region, ancestor as other_region
    from ancestor
    union all
    select ancestor, region
    from ancestor
),
twin as (
    select mine.figure_id, other.figure_id as other_figure_id, mine.unit = other.unit as same_unit, mine.counted_by = other.counted_by as same_counter, other.counted_on, other.publisher_rank
    from candidate as mine
    inner join related on related.region = mine.region
    inner join total as other
        on other.region = related.other_region
        and other.value = mine.value
    union all
    select mine.figure_id, other.figure_id, mine.unit = other.unit, mine.counted_by = other.counted_by, other.counted_on, other.publisher_rank
    from candidate as mine
    inner join total as other
        on other.region = mine.region
        and other.event <> mine.event
        and other.value = mine.value
),
chosen as (
    select *
    from twin
    qualify row_number() over (
        partition by figure_id
        order by not same_unit, not same_counter, publisher_rank, counted_on, other_figure_id
    ) = 1
)
select
    chosen.figure_id,
    'nilai_kembar',
    other.figure_id,
    coalesce(exceeding.disputes, false),
    'Nilai ' || number_id(mine.value) || ' persis sama dengan angka ' || other.counter_id || ' untuk ' || other.region_name || ' pada ' || other.event_name
        || ': ' || other.amount_id || ' pada tahap ' || other.stage_id || ' (' || other.said_id || '). Salah satunya mungkin salah kutip: periksa sumbernya.',
    'The value ' || number_en(mine.value) || ' is exactly the figure of ' || other.counter_en || ' for ' || other.region_name || ' in ' || other.event_name
        || ': ' || other.amount_en || ' at stage ' || other.stage_en || ' (' || other.said_en || '). One of them may be a slip in quoting: check the source.'
from chosen
inner join total as mine on mine.figure_id = chosen.figure_id
inner join total as other on other.figure_id = chosen.other_figure_id
left join flag as exceeding
    on exceeding.figure_id = chosen.figure_id
    and exceeding.flag = 'melebihi_induk';

-- beda_sumber: two sources, one scope, cut-offs within a week, values more than 5 % apart.
insert into flag
with pair as (
    select mine.figure_id, other.figure_id as other_figure_id
    from total as mine
    inner join total as other
        on other.region = mine.region
        and other.event = mine.event
        and other.stage = mine.stage
        and other.unit = mine.unit
        and other.counted_by = mine.counted_by
        and other.source_id <> mine.source_id
        and other.period_start is not distinct from mine.period_start
        and abs(date_diff('day', mine.counted_on, other.counted_on)) <= 7
        -- 5 % of the larger, in whole numbers: 0.05 is none in binary
        and 20 * abs(mine.value - other.value) > greatest(mine.value, other.value)
    where mine.counted_on_basis <> 'published'
        and other.counted_on_basis <> 'published'
        and not is_doubtful(mine.qualifier)
        and not is_doubtful(other.qualifier)
        -- "more than 200" does not contradict 214
        and not (mine.qualifier is not distinct from 'lebih_dari' and other.value > mine.value)
        and not (other.qualifier is not distinct from 'lebih_dari' and mine.value > other.value)
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
    'Sumber lain menyebut ' || other.amount_id || ' untuk hitungan yang sama (' || other.said_id || ').',
    'Another source gives ' || other.amount_en || ' for the same count (' || other.said_en || ').'
from pair
inner join total as other on other.figure_id = pair.other_figure_id;

-- turun: a cumulative series falls with time. Open cases (in process, not followed up) may fall.
insert into flag
with series as (
    select *
    from total
    where counted_on_basis <> 'published'
        and not is_doubtful(qualifier)
        and stage not in ('dalam_proses', 'belum_ditindaklanjuti')
),
pair as (
    select mine.figure_id, arg_max(earlier.figure_id, (earlier.value, earlier.counted_on, earlier.figure_id)) as other_figure_id
    from series as mine
    inner join series as earlier
        on earlier.region = mine.region
        and earlier.event = mine.event
        and earlier.counted_by = mine.counted_by
        and earlier.stage = mine.stage
        and earlier.unit = mine.unit
        and earlier.period_start is not distinct from mine.period_start
        and earlier.counted_on < mine.counted_on
        and earlier.value > mine.value
    where mine.qualifier is distinct from 'lebih_dari'
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
inner join total as other on other.figure_id = pair.other_figure_id;

-- corong_terbalik: a later stage exceeds an earlier one of the same chain, though counted no later.
insert into flag
with rank(chain, stage, place) as (
    values
        ('bawaslu', 'dugaan', 1),
        ('bawaslu', 'pelanggaran', 2),
        ('bawaslu', 'diteruskan', 2),
        ('kasn', 'dugaan', 1),
        ('kasn', 'terbukti', 2),
        ('kasn', 'rekomendasi_sanksi', 3),
        ('kasn', 'sanksi', 4),
        ('kasn', 'belum_ditindaklanjuti', 4)
),
placed as (
    select total.*, rank.chain, rank.place
    from total
    inner join rank
        on rank.chain = counter_chain(total.counted_by)
        and rank.stage = total.stage
    where not is_doubtful(qualifier)
),
pair as (
    select late.figure_id, arg_min(early.figure_id, (early.value, early.figure_id)) as other_figure_id
    from placed as late
    inner join placed as early
        on early.chain = late.chain
        and early.region = late.region
        and early.event = late.event
        and early.unit = late.unit
        and early.period_start is not distinct from late.period_start
        and early.place < late.place
        and early.value < late.value
        and early.counted_on >= late.counted_on
    where early.qualifier is distinct from 'lebih_dari'
        -- a date of publication is only the latest possible: a retelling may tell of a count long before
        and early.counted_on_basis <> 'published'
    group by late.figure_id
)
select
    pair.figure_id,
    'corong_terbalik',
    other.figure_id,
    false,
    'Tahap ini lebih besar daripada tahap sebelumnya yang dihitung tidak lebih awal: ' || other.stage_id || ' ' || other.amount_id || ' (' || other.said_id || ').',
    'This stage exceeds an earlier stage that was counted no sooner: ' || other.stage_en || ' ' || other.amount_en || ' (' || other.said_en || ').'
from pair
inner join total as other on other.figure_id = pair.other_figure_id;

-- tanpa_tanggal: the source gives neither a cut-off nor a period; its own date stands in.
insert into flag
select
    figure_id,
    'tanpa_tanggal',
    null,
    false,
    'Sumber tidak menyebut sampai tanggal berapa angka ini dihitung'
        || coalesce('; tanggal terbitnya (' || day_id(published_on) || ') dipakai sebagai batas paling akhir.', ' dan tidak bertanggal.'),
    'The source does not say up to which day this was counted'
        || coalesce('; its own date (' || day_en(published_on) || ') stands in as the latest possible.', ' and is itself undated.')
from figure
inner join source using (source_id)
where as_of is null
    and period_start is null
    and period_end is null;
