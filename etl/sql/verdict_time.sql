-- The verdict's rules about time, place and base, from what the former file leaves as sound.

-- C7: provisional, for the same counter has a later, different count of the same window. Open cases are of their day anyway.
insert into verdict_rule (figure_id, rule, other_figure_id)
select mine.figure_id, 'C7', arg_max(other.figure_id, (other.counted_on, other.figure_id))
from total as mine
inner join sound as other
    on other.region = mine.region
    and other.event = mine.event
    and other.stage = mine.stage
    and other.unit = mine.unit
    and other.counter_body = mine.counter_body
    and other.window_start is not distinct from mine.window_start
    and other.counted_on > mine.counted_on
    and other.value <> mine.value
where mine.counted_on <= mine.voting_day + interval 60 day
    and mine.stage not in ('dalam_proses', 'belum_ditindaklanjuti')
group by mine.figure_id;

-- C8: no day of count, no period and no day of publication.
insert into verdict_rule (figure_id, rule)
select figure_id, 'C8'
from figure
where counted_on is null
    and period_start is null;

-- C9: a retelling far from the final count. Sanctions that the owner follows up grow for years: a late count of them is the final one.
insert into verdict_rule (figure_id, rule, other_figure_id)
with final as (
    select region, event, stage, unit, counter_body, arg_max(figure_id, (counted_on, figure_id)) as figure_id
    from sound
    where counted_on between voting_day and voting_day + interval 3 year
    group by all
)
select mine.figure_id, 'C9', other.figure_id
from total as mine
inner join final
    on final.region = mine.region
    and final.event = mine.event
    and final.stage = mine.stage
    and final.unit = mine.unit
    and final.counter_body = mine.counter_body
inner join total as other on other.figure_id = final.figure_id
where mine.counted_on > mine.voting_day + interval 3 year
    and 20 * abs(mine.value - other.value) > greatest(mine.value, other.value)
    and not (
        mine.stage in ('sanksi', 'belum_ditindaklanjuti')
        and mine.counted_by in ('kasn', 'bkn')
        and mine.value > other.value
    );

-- C14: a later stage of the same chain, counted later, has overtaken it.
insert into verdict_rule (figure_id, rule, other_figure_id)
select mine.figure_id, 'C14', arg_max(other.figure_id, (other.value, other.counted_on, other.figure_id))
from total as mine
inner join funnel on funnel.early = mine.stage
inner join sound as other
    on list_contains(funnel.later, other.stage)
    and counter_chain(other.counter_body) = counter_chain(mine.counter_body)
    and other.region = mine.region
    and other.event = mine.event
    and other.unit = mine.unit
    and other.window_start is not distinct from mine.window_start
    and other.counted_on > mine.counted_on
    and other.value > mine.value
where mine.counted_on <= mine.voting_day + interval 60 day
group by mine.figure_id;

-- C15: a share whose base is not given.
insert into verdict_rule (figure_id, rule)
select figure_id, 'C15'
from figure
where unit = 'persen'
    and (
        figure_id in (select figure_id from remark_kind where kind = 'dasar')
        or not exists (
            select 1
            from figure as base
            where base.source_id = figure.source_id
                and base.stage = figure.stage
                and base.unit <> 'persen'
        )
    );

-- C16: Papua and Papua Barat before their division, and how many provinces they are now.
insert into verdict_rule (figure_id, rule, number)
select figure.figure_id, 'C16', divided.now
from figure
inner join (
    select former, divided_on, count(*) + 1 as now
    from former_province
    group by former, divided_on
) as divided
    on divided.former = figure.region
left join event on event.code = figure.event
where coalesce(figure.counted_on, event.voting_day) < divided.divided_on;

-- C17: nobody voted there: neither the region itself nor the province it belongs to nor a region within it.
insert into verdict_rule (figure_id, rule)
select figure_id, 'C17'
from figure
inner join event on event.code = figure.event
where event.kind = 'pilkada'
    and figure.region <> 'ID'
    and exists (select 1 from participation where participation.event = figure.event)
    and not exists (
        select 1
        from participation
        where participation.event = figure.event
            and (
                participation.region = figure.region
                or participation.region = left(figure.region, 2)
                or left(participation.region, 2) = figure.region
            )
    );

-- C19: a window of the election.
insert into verdict_rule (figure_id, rule)
select figure_id, 'C19'
from figure
inner join event on event.code = figure.event
where figure.period_start::date > event.voting_day - interval 150 day;

-- C20: the same number stands for another stage in another source, so one of the two misnames it.
insert into verdict_rule (figure_id, rule, other_figure_id)
select mine.figure_id, 'C20', other.figure_id
from total as mine
inner join total as other
    on other.region = mine.region
    and other.event = mine.event
    and other.unit = mine.unit
    and other.counter_body = mine.counter_body
    and other.value = mine.value
    and other.source_id <> mine.source_id
    and other.stage <> mine.stage
    and abs(date_diff('day', other.counted_on, mine.counted_on)) <= 7
where mine.value >= 20
    and (
        'dalam_proses' in (mine.stage, other.stage)
        or list_sort([mine.stage, other.stage]) in (
            ['dugaan', 'pelanggaran'], ['dugaan', 'terbukti'], ['dugaan', 'rekomendasi_sanksi'], ['diteruskan', 'terbukti']
        )
    )
qualify row_number() over (partition by mine.figure_id order by other.publisher_rank, other.counted_on, other.figure_id) = 1;

-- C21: an early count after which nothing is known.
insert into verdict_rule (figure_id, rule, number)
select mine.figure_id, 'C21', date_diff('day', mine.counted_on, mine.voting_day)
from total as mine
where mine.counted_on < mine.voting_day - interval 120 day
    and not exists (
        select 1
        from sound as other
        where other.region = mine.region
            and other.event = mine.event
            and other.stage = mine.stage
            and other.unit = mine.unit
            and other.counter_body = mine.counter_body
            and other.counted_on >= mine.voting_day - interval 120 day
    );

-- C23: after voting day, another count of the same counter within 30 days, at least half as large again or as small.
insert into verdict_rule (figure_id, rule, other_figure_id)
select mine.figure_id, 'C23', other.figure_id
from total as mine
inner join total as other
    on other.region = mine.region
    and other.event = mine.event
    and other.stage = mine.stage
    and other.unit = mine.unit
    and other.counter_body = mine.counter_body
    and other.window_start is not distinct from mine.window_start
    -- of one day: that is C4
    and other.counted_on <> mine.counted_on
    and abs(date_diff('day', other.counted_on, mine.counted_on)) <= 30
    and 2 * greatest(mine.value, other.value) >= 3 * least(mine.value, other.value)
    and other.value <> mine.value
where mine.counted_on > mine.voting_day
    and other.counted_on > other.voting_day
    and not is_doubtful(mine.qualifier)
    and not is_doubtful(other.qualifier)
qualify row_number() over (
    partition by mine.figure_id
    order by abs(date_diff('day', other.counted_on, mine.counted_on)), other.publisher_rank, other.figure_id
) = 1;

-- C24: the regions of one list add up to more than its printed total; every number of the list carries both sums.
insert into verdict_rule (figure_id, rule, other_figure_id, number, second_number)
with member as (
    select total.*, region.parent
    from total
    inner join region on region.code = total.region
    where region.parent is not null
),
summed as (
    select source_id, event, stage, unit, counted_by, counted_on, parent, list(figure_id) as figure_ids, sum(value) as regions_sum
    from member
    group by all
    having count(distinct region) >= 5
),
broken as (
    select summed.figure_ids, summed.regions_sum, whole.figure_id, whole.value
    from summed
    inner join total as whole
        on whole.source_id = summed.source_id
        and whole.event = summed.event
        and whole.stage = summed.stage
        and whole.unit = summed.unit
        and whole.counted_by = summed.counted_by
        and whole.counted_on is not distinct from summed.counted_on
        and whole.region = summed.parent
    where summed.regions_sum > 1.02 * whole.value
),
told as (
    select unnest(list_append(figure_ids, figure_id)) as told_figure_id, figure_id, regions_sum, value
    from broken
)
select told_figure_id, 'C24', arg_max(figure_id, (value, figure_id)), arg_max(regions_sum, (value, figure_id)), max(value)
from told
group by told_figure_id;

-- One row a figure: the worst verdict of its rules, and the mark that stands on the number.
create or replace temp table judged as
select
    figure.figure_id,
    case
        when bool_or(rule.verdict = 'jangan') then 'jangan'
        when bool_or(rule.verdict = 'catatan') then 'catatan'
        else 'layak'
    end as verdict,
    case
        when bool_or(rule.mark = 'jangan') then 'jangan'
        when bool_or(rule.mark = 'catatan') then 'catatan'
        else ''
    end as mark,
    coalesce(list(rule.id order by rule.position) filter (rule.id is not null), []) as rules
from figure
left join verdict_rule on verdict_rule.figure_id = figure.figure_id
left join rule on rule.id = verdict_rule.rule
group by figure.figure_id;
