-- The verdict: may this number be said? One fact a figure and rule (verdict_rules.csv); what is told of it stands in say.sql and in the pages.

-- One row a figure and a code of its note.
create or replace temp table remark_kind as
select figure_id, unnest(string_split(note_kind, ' ')) as kind
from figure
where note_kind is not null;

-- One row a counter and a stage that it counts itself; complaints that KASN or BKN receive are their dugaan.
create or replace temp table owner as
select counter.code as counted_by, stage.code as stage
from vocabulary as counter
inner join vocabulary as stage on stage.kind = 'stage'
where counter.kind = 'counted_by'
    and case
        when stage.code in ('terbukti', 'rekomendasi_sanksi', 'sanksi', 'belum_ditindaklanjuti') then counter.code in ('kasn', 'bkn')
        when stage.code = 'dugaan' then counter.code in ('bawaslu', 'kasn', 'bkn')
        else counter.code = 'bawaslu'
    end;

-- One row a figure and a rule that holds for it, with the other figures and numbers that it names.
create table verdict_rule (
    figure_id varchar,
    rule varchar,
    other_figure_id varchar,
    also_figure_id varchar,
    number double,
    second_number double,
    candidates varchar[]
);

-- J1: disputed. Said instead are the number that was copied and the parent's, at the figure's stage or a later one.
insert into verdict_rule (figure_id, rule, other_figure_id, also_figure_id)
select
    exceeding.figure_id,
    'J1',
    coalesce(
        if(parent.counter_body = mine.counter_body, parent.figure_id, null),
        arg_max(later.figure_id, (later.value, later.stage_basis = 'tercetak', later.figure_id)),
        parent.figure_id
    ),
    any_value(twin.other_figure_id)
from flag as exceeding
inner join total as mine on mine.figure_id = exceeding.figure_id
inner join total as parent on parent.figure_id = exceeding.other_figure_id
left join twin on twin.figure_id = exceeding.figure_id
left join contains on contains.stage = mine.stage and contains.part <> mine.stage
left join total as later
    on later.stage = contains.part
    and later.region = parent.region
    and later.event = mine.event
    and later.unit = mine.unit
    and later.counter_body = mine.counter_body
    and later.counted_on > mine.voting_day
    and not is_doubtful(later.qualifier)
where exceeding.flag = 'melebihi_induk'
    and exceeding.disputes
group by exceeding.figure_id, parent.counter_body, mine.counter_body, parent.figure_id;

-- J2: which region is meant stays open; candidates are the regions of one name and one parent.
insert into verdict_rule (figure_id, rule, candidates)
select figure.figure_id, 'J2', list(namesake.code order by namesake.code)
from figure
inner join region on region.code = figure.region
inner join region as namesake
    on namesake.parent = region.parent
    and regexp_replace(namesake.name, '^(Kabupaten|Kota) ', '') = regexp_replace(region.name, '^(Kabupaten|Kota) ', '')
where qualifier = 'ambigu-wilayah'
group by figure.figure_id;

-- J3: the source contradicts itself while the same counter has a sound count within 60 days.
insert into verdict_rule (figure_id, rule, other_figure_id)
select mine.figure_id, 'J3', other.figure_id
from total as mine
inner join total as other
    on other.region = mine.region
    and other.event = mine.event
    and other.stage = mine.stage
    and other.unit = mine.unit
    and other.counter_body = mine.counter_body
    and abs(date_diff('day', other.counted_on, mine.counted_on)) <= 60
where mine.qualifier = 'tidak_konsisten'
    and not is_doubtful(other.qualifier)
qualify row_number() over (
    partition by mine.figure_id
    order by abs(date_diff('day', other.counted_on, mine.counted_on)), other.publisher_rank, other.figure_id
) = 1;

insert into verdict_rule (figure_id, rule)
select figure_id, 'J4'
from remark_kind
where kind = 'bukan_asn';

insert into verdict_rule (figure_id, rule, other_figure_id)
select figure_id, 'J5', next_figure_id
from peak;

-- J6 and C13: nought, while another counter of the stage has more; jangan where it is not the institution's own to count.
insert into verdict_rule (figure_id, rule, other_figure_id)
select mine.figure_id, if(own.stage is null, 'J6', 'C13'), other.figure_id
from total as mine
left join owner as own on own.stage = mine.stage and own.counted_by = mine.counted_by
inner join total as other
    on other.region = mine.region
    and other.event = mine.event
    and other.stage = mine.stage
    and other.counter_body <> mine.counter_body
    and other.value > 0
left join owner as others on others.stage = other.stage and others.counted_by = other.counted_by
where mine.value = 0
    and (own.stage is not null or others.stage is not null)
qualify row_number() over (
    partition by mine.figure_id
    -- the same unit first, then the largest
    order by other.unit <> mine.unit, other.value desc, other.publisher_rank, other.figure_id
) = 1;

-- J7: two totals or more of one source equal, stage by stage, those that stood earlier for another election or another region of the line.
insert into verdict_rule (figure_id, rule, other_figure_id)
with line as (
    select region, ancestor as other_region
    from ancestor
    union all
    select ancestor, region
    from ancestor
    union all
    select code, code
    from region
),
equal as (
    select
        mine.figure_id,
        other.figure_id as other_figure_id,
        other.told_on as other_told_on,
        count(distinct mine.stage) over (
            partition by
                mine.source_id, mine.region, mine.event, mine.counted_by, mine.unit, other.source_id, other.region, other.event
        ) as stages
    from total as mine
    inner join line on line.region = mine.region
    inner join total as other
        on other.region = line.other_region
        and other.stage = mine.stage
        and other.value = mine.value
        and other.unit = mine.unit
        and other.counter_body = mine.counter_body
        and (other.region = mine.region) <> (other.event = mine.event)
        and (other.told_on < mine.told_on or other.told_on = mine.told_on and length(other.region) < length(mine.region))
)
select figure_id, 'J7', arg_min(other_figure_id, (other_told_on, other_figure_id))
from equal
where stages >= 2
group by figure_id;

-- One row a total that may measure others: nothing speaks against it.
create or replace temp table sound as
select *
from total
anti join verdict_rule on verdict_rule.figure_id = total.figure_id and starts_with(rule, 'J')
where not is_doubtful(qualifier);

-- C1, C2, C3, C10, C11, C12, C18 and C22: what the row itself says.
insert into verdict_rule (figure_id, rule)
select figure_id, 'C1'
from figure
where qualifier in ('sekitar', 'lebih_dari')
union
select figure_id, 'C2'
from figure
where qualifier = 'campuran'
union
select figure_id, 'C3'
from figure
where qualifier = 'tidak_konsisten'
    and figure_id not in (select figure_id from verdict_rule where rule = 'J3')
union
select figure_id, 'C10'
from figure
where qualifier = 'disimpulkan'
union
select figure_id, 'C18'
from figure
where counted_by = 'lainnya'
union
select
    figure_id,
    case kind when 'campuran' then 'C2' when 'sebagian' then 'C11' when 'gabungan' then 'C12' else 'C22' end
from remark_kind
where kind in ('campuran', 'sebagian', 'gabungan', 'cakupan');

-- C4: another number for the same question; where only the note knows of one, the nearest that is told.
insert into verdict_rule (figure_id, rule, other_figure_id)
with doubted as (
    select figure_id, other_figure_id
    from flag
    where flag = 'beda_sumber'
    union all
    select figure_id, null
    from remark_kind
    where kind = 'bertentangan'
),
nearest as (
    select mine.figure_id, other.figure_id as other_figure_id
    from total as mine
    inner join total as other
        on other.region = mine.region
        and other.event = mine.event
        and other.stage = mine.stage
        and other.unit = mine.unit
        and other.value <> mine.value
        and abs(date_diff('day', other.counted_on, mine.counted_on)) <= 60
    qualify row_number() over (
        partition by mine.figure_id
        order by abs(date_diff('day', other.counted_on, mine.counted_on)), other.publisher_rank, other.figure_id
    ) = 1
)
select figure_id, 'C4', coalesce(any_value(doubted.other_figure_id), any_value(nearest.other_figure_id))
from doubted
left join nearest using (figure_id)
group by figure_id;

insert into verdict_rule (figure_id, rule, other_figure_id)
select figure_id, 'C5', other_figure_id
from flag
where flag = 'melebihi_induk'
    and not disputes;

-- C6: either end of a fall, or the later stage of a funnel that stands on its head.
insert into verdict_rule (figure_id, rule, other_figure_id)
with told as (
    select figure_id, other_figure_id, if(flag = 'turun', 1, 2) as place
    from flag
    where flag in ('turun', 'corong_terbalik')
    union all
    select other_figure_id, figure_id, 3
    from flag
    where flag = 'turun'
)
select told.figure_id, 'C6', told.other_figure_id
from told
-- a peak is told by J5, and its neighbours are not to doubt
where told.figure_id not in (select figure_id from peak)
    and told.other_figure_id not in (select figure_id from peak)
qualify row_number() over (partition by told.figure_id order by place, told.other_figure_id) = 1;
