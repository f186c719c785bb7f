"""Each flag by example: its condition, the edges of it, and what the sentence tells."""

import csv
from pathlib import Path

import pytest
from small import Bench, figure

CASES = Path(__file__).resolve().parents[1] / "cases"

QUERY = """
    select mine.source_row, flag.flag, other.source_row, flag.disputes, flag.sentence_id, flag.sentence_en
    from flag
    inner join figure as mine using (figure_id)
    left join figure as other on other.figure_id = flag.other_figure_id
"""


@pytest.fixture
def flags(bench: Bench):
    """Flags of some figures: (place in the list, flag) → [place of the other, disputes, sentence_id, sentence_en]."""
    return lambda *figures: {(place, flag): rest for place, flag, *rest in bench.ask(list(figures), QUERY, ("figure", "flag"))}


EXCEEDS = "melebihi_induk"


def test_part_above_its_whole_is_disputed_and_names_the_whole(flags):
    found = flags(figure(value=1500, region="35.13"), figure(value=1000, region="35"))
    other, disputes, indonesian, english = found[0, EXCEEDS]
    assert (other, disputes) == (1, True)
    assert "Jawa Timur" in indonesian and "1.000 kasus" in indonesian and "1 November 2020" in indonesian and "Kompas" in indonesian
    assert "1,000 cases" in english and "1 November 2020" in english
    assert (1, EXCEEDS) not in found


def test_as_large_as_the_whole_is_no_excess(flags):
    assert flags(figure(value=10, region="35.13"), figure(value=10)) == {}


@pytest.mark.parametrize(("counted", "disputes"), [("2020-10-02", True), ("2020-10-01", False)])
def test_whole_counted_up_to_30_days_earlier_still_disputes(flags, counted, disputes):
    found = flags(figure(value=15, region="35.13", as_of="2020-11-01"), figure(value=10, as_of=counted))
    assert found[0, EXCEEDS][1] is disputes
    assert ("lebih lama" in found[0, EXCEEDS][2]) is not disputes


@pytest.mark.parametrize(("counted", "disputes"), [("2020-12-10", True), ("2020-12-09", False)])
def test_whole_counted_after_voting_day_disputes_later_parts(flags, counted, disputes):
    found = flags(figure(value=15, region="35.13", as_of="2021-12-01"), figure(value=10, as_of=counted))
    assert found[0, EXCEEDS][1] is disputes


def test_undated_whole_does_not_dispute_and_is_not_called_older(flags):
    found = flags(figure(value=15, region="35.13"), figure(value=10, as_of="", source_id="undated"))
    _, disputes, indonesian, english = found[0, EXCEEDS]
    assert not disputes
    assert "tidak bertanggal" in indonesian and "undated" in english and "older" not in english


def test_whole_of_another_counter_does_not_dispute(flags):
    found = flags(figure(value=15, region="35.13"), figure(value=10, counted_by="kasn"))
    _, disputes, indonesian, english = found[0, EXCEEDS]
    assert not disputes and "Pencacahnya berbeda" in indonesian and "counters differ" in english


def test_the_same_counter_measures_before_another(flags):
    assert flags(figure(value=15, region="35.13"), figure(value=20), figure(value=10, counted_by="kasn")) == {}
    found = flags(figure(value=15, region="35.13"), figure(value=10), figure(value=20, counted_by="kasn"))
    assert found[0, EXCEEDS][:2] == [1, True]


def test_the_largest_total_of_the_parent_counts(flags):
    assert flags(figure(value=15, region="35.13"), figure(value=10), figure(value=20, as_of="2020-11-20")) == {}


@pytest.mark.parametrize("changed", [{"stage": "terbukti"}, {"unit": "orang"}, {"event": "pilkada-2018", "as_of": "2018-05-01"}])
def test_later_stage_other_unit_or_other_election_of_the_parent_is_no_measure(flags, changed):
    assert not any(flag == EXCEEDS for _, flag in flags(figure(value=15, region="35.13"), figure(value=10, **changed)))


@pytest.mark.parametrize(
    ("stage", "whole", "raised"),
    [
        ("diteruskan", "dugaan", True),
        ("bukan_pelanggaran", "dugaan", True),
        ("sanksi", "terbukti", True),
        ("terbukti", "diteruskan", True),
        ("pelanggaran", "diteruskan", False),
        ("terbukti", "sanksi", False),
    ],
)
def test_a_stage_that_contains_the_stage_measures_it(flags, stage, whole, raised):
    found = flags(figure(value=15, region="35.13", stage=stage), figure(value=10, stage=whole))
    assert ((0, EXCEEDS) in found) is raised


@pytest.mark.parametrize("stage", ["dalam_proses", "belum_ditindaklanjuti"])
def test_open_cases_exceed_nothing(flags, stage):
    assert flags(figure(value=15, region="35.13", stage=stage), figure(value=10, stage=stage)) == {}


@pytest.mark.parametrize("qualifier", ["campuran", "ambigu-wilayah", "tidak_konsisten"])
def test_doubtful_figures_neither_exceed_nor_measure(flags, qualifier):
    assert flags(figure(value=15, region="35.13", qualifier=qualifier), figure(value=10)) == {}
    assert flags(figure(value=15, region="35.13"), figure(value=10, qualifier=qualifier)) == {}


def test_grandparent_measures_where_the_parent_has_nothing(flags):
    found = flags(figure(value=15, region="35.13"), figure(value=10, region="ID"))
    assert found[0, EXCEEDS][0] == 1 and "Indonesia" in found[0, EXCEEDS][2]


def test_grandparent_does_not_measure_where_the_parent_has_a_figure(flags):
    found = flags(figure(value=15, region="35.13"), figure(value=20, region="35"), figure(value=10, region="ID"))
    assert set(found) == {(1, EXCEEDS)}


SLIP = [
    figure(value=1194, region="35.13", event="pilkada-2018", as_of="2018-06-20"),
    figure(value=508, region="ID", event="pilkada-2018", as_of="2018-06-20", counted_by="kasn"),
    figure(value=721, region="ID", event="pilkada-2018", as_of="2018-07-24", stage="diteruskan"),
]


def test_sentence_names_the_largest_total_of_the_same_counter_at_any_stage(flags):
    _, disputes, indonesian, english = flags(*SLIP)[0, EXCEEDS]
    assert not disputes
    assert "508 kasus" in indonesian and "721 kasus" in indonesian and "Diteruskan" in indonesian
    assert "508 cases" in english and "721 cases" in english and "Forwarded" in english


def test_more_than_every_later_count_of_the_parent_and_a_twin_is_disputed(flags):
    copied = figure(value=1194, region="ID", stage="diteruskan")
    found = flags(*SLIP, copied)
    assert found[0, EXCEEDS][1] is True and found[0, TWIN][:2] == [3, True] and "Pilkada 2020" in found[0, TWIN][2]
    assert set(found) == {(0, EXCEEDS), (0, TWIN)}, "the one that was copied is not the one to doubt"


@pytest.mark.parametrize("changed", [{"value": 1200}, {"as_of": "2018-06-27"}])
def test_a_larger_later_count_or_none_after_voting_day_leaves_it_undisputed(flags, changed):
    own, other, later = SLIP
    found = flags(own, other, {**later, **{name: str(value) for name, value in changed.items()}}, figure(value=1194, region="ID"))
    assert found[0, EXCEEDS][1] is False and found[0, TWIN][1] is False


TWIN = "nilai_kembar"


@pytest.mark.parametrize(("value", "raised"), [(100, False), (101, True), (99, False), (110, True), (1200, False), (1194, True)])
def test_twin_needs_an_odd_value_of_100_or_more(flags, value, raised):
    found = flags(figure(value=value, region="35.13"), figure(value=value, region="ID", event="pilkada-2018", as_of="2018-06-01"))
    assert set(found) == ({(0, TWIN)} if raised else set())
    assert not any(disputes for _, disputes, *_ in found.values())


def test_twin_of_the_same_region_in_another_election_is_the_one_told_later(flags):
    found = flags(figure(value=123), figure(value=123, event="pilkada-2018", as_of="2018-06-01", source_id="late"))
    assert set(found) == {(1, TWIN)} and found[1, TWIN][0] == 0 and "pada Pilkada 2020" in found[1, TWIN][2]


def test_told_on_the_same_day_the_lower_region_is_the_one_to_doubt(flags):
    assert set(flags(figure(value=123, region="35"), figure(value=123, region="35.13"))) == {(1, TWIN)}
    assert set(flags(figure(value=123, region="35", source_id="late"), figure(value=123, region="35.13"))) == {(0, TWIN)}


def test_no_twin_in_a_neighbour_or_in_the_same_election(flags):
    assert (
        flags(figure(value=123, region="35.13"), figure(value=123, region="35.74"), figure(value=123, source_id="tribun", region="74"))
        == {}
    )
    assert flags(figure(value=123), figure(value=123, stage="diteruskan")) == {}


@pytest.mark.parametrize("changed", [{"counted_by": "kasn"}, {"unit": "orang"}, {"stage": "temuan"}])
def test_another_counter_unit_or_stage_is_a_coincidence(flags, changed):
    assert flags(figure(value=123, region="35.13"), figure(value=123, event="pilkada-2018", as_of="2018-06-01", **changed)) == {}


def test_from_a_thousand_on_another_stage_is_none(flags):
    found = flags(
        figure(value=1194, region="35.13"), figure(value=1194, region="ID", event="pilkada-2018", as_of="2018-06-01", stage="diteruskan")
    )
    assert set(found) == {(0, TWIN)}


@pytest.mark.parametrize(("qualifier", "raised"), [("sekitar", False), ("lebih_dari", False), ("tidak_konsisten", True)])
def test_only_an_exact_value_has_a_twin(flags, qualifier, raised):
    found = flags(figure(value=123, region="35.13", qualifier=qualifier), figure(value=123, event="pilkada-2018", as_of="2018-06-01"))
    assert ((0, TWIN) in found) is raised


def test_twin_beside_an_excess_over_an_old_count_does_not_dispute(flags):
    found = flags(
        figure(value=123, region="35.13"),
        figure(value=10, region="ID", as_of="2020-01-01"),
        figure(value=123, region="ID", event="pilkada-2018", as_of="2018-06-01"),
    )
    assert found[0, EXCEEDS][1] is False and found[0, TWIN][:2] == [2, False]


def test_twin_named_is_the_one_of_an_institution(flags):
    mine = figure(value=123, region="35.13")
    twins = [
        figure(value=123, region="ID", event="pilkada-2018", as_of="2018-06-01", source_id=source)
        for source in ("tribun", "kompas", "bawaslu")
    ]
    assert flags(mine, *twins)[0, TWIN][0] == 3


DIFFERS = "beda_sumber"


@pytest.mark.parametrize(("day", "raised"), [("2020-11-08", True), ("2020-11-09", False)])
def test_sources_differ_only_within_seven_days(flags, day, raised):
    found = flags(figure(value=200), figure(value=100, as_of=day, source_id="tribun"))
    assert ((0, DIFFERS) in found) is raised and ((1, DIFFERS) in found) is raised


def test_a_rise_with_time_is_no_difference(flags):
    assert flags(figure(value=100), figure(value=200, as_of="2020-11-02", source_id="tribun")) == {}


def test_a_month_alone_may_be_its_first_day(flags):
    late = figure(value=200, as_of="2020-11-26")
    assert flags(late, figure(value=100, as_of="2020-11", source_id="tribun")) == {}
    assert (0, DIFFERS) in flags(late, figure(value=100, as_of="2020-11-28", source_id="tribun"))


@pytest.mark.parametrize(("value", "raised"), [(95, False), (94, True), (105, False), (106, True)])
def test_sources_differ_by_more_than_five_percent_of_the_larger(flags, value, raised):
    assert ((0, DIFFERS) in flags(figure(value=100), figure(value=value, source_id="tribun"))) is raised


@pytest.mark.parametrize(
    ("one", "other", "raised"), [(18, 19, False), (17, 19, True), (2, 1, False), (2, 0, True), (19, 20, False), (18, 20, True)]
)
def test_below_twenty_one_apart_is_no_difference(flags, one, other, raised):
    assert ((0, DIFFERS) in flags(figure(value=one), figure(value=other, source_id="tribun"))) is raised


def test_a_little_more_than_five_percent_is_more(flags):
    assert (0, DIFFERS) in flags(figure(value=1000), figure(value=949, source_id="tribun"))


@pytest.mark.parametrize("value", range(20, 400, 20))
def test_exactly_five_percent_is_not_more(flags, value):
    assert flags(figure(value=value), figure(value=value * 19 // 20, source_id="tribun")) == {}


@pytest.mark.parametrize(
    "changed", [{"counted_by": "kasn"}, {"unit": "orang"}, {"stage": "temuan"}, {"region": "74"}, {"qualifier": "campuran"}]
)
def test_another_scope_is_no_difference(flags, changed):
    assert not any(flag == DIFFERS for _, flag in flags(figure(value=100), figure(**{"value": 200, "source_id": "tribun", **changed})))


def test_one_source_may_differ_from_itself_and_is_not_called_another(flags):
    found = flags(figure(value=2), figure(value=9))
    assert found[0, DIFFERS][0] == 1 and "Sumber yang sama" in found[0, DIFFERS][2] and "The same source" in found[0, DIFFERS][3]
    other = flags(figure(value=2), figure(value=9, source_id="tribun"))[0, DIFFERS]
    assert "Sumber lain" in other[2] and "Another source" in other[3]


def test_more_than_200_agrees_with_214_and_not_with_150(flags):
    assert flags(figure(value=200, qualifier="lebih_dari"), figure(value=214, source_id="tribun")) == {}
    found = flags(figure(value=200, qualifier="lebih_dari"), figure(value=150, source_id="tribun"))
    assert set(found) == {(0, DIFFERS), (1, DIFFERS)} and "150 kasus" in found[0, DIFFERS][2] and "Tribun" in found[0, DIFFERS][3]


FALLS = "turun"


def test_a_cumulative_series_that_falls(flags):
    found = flags(figure(value=100, as_of="2020-09-01"), figure(value=90, as_of="2020-10-01"))
    assert set(found) == {(1, FALLS)} and found[1, FALLS][:2] == [0, False]
    assert "100 kasus" in found[1, FALLS][2] and "1 September 2020" in found[1, FALLS][3]
    assert flags(figure(value=100, as_of="2020-09-01"), figure(value=100, as_of="2020-10-01")) == {}


@pytest.mark.parametrize(("value", "raised"), [(95, False), (94, True)])
def test_a_fall_of_five_percent_is_none(flags, value, raised):
    assert ((1, FALLS) in flags(figure(value=100, as_of="2020-09-01"), figure(value=value, as_of="2020-10-01"))) is raised


def test_a_month_alone_falls_only_below_what_was_counted_before_it(flags):
    assert (1, FALLS) in flags(figure(value=100, as_of="2020-09-30"), figure(value=50, as_of="2020-10"))
    assert flags(figure(value=100, as_of="2020-10-01"), figure(value=50, as_of="2020-10")) == {}


@pytest.mark.parametrize("stage", ["dalam_proses", "belum_ditindaklanjuti"])
def test_open_cases_may_fall(flags, stage):
    assert flags(figure(value=100, as_of="2020-09-01", stage=stage), figure(value=90, as_of="2020-10-01", stage=stage)) == {}


@pytest.mark.parametrize(
    "changed", [{"qualifier": "lebih_dari"}, {"qualifier": "sekitar"}, {"counted_by": "kasn"}, {"unit": "orang"}, {"qualifier": "campuran"}]
)
def test_approximate_values_and_other_counters_do_not_fall(flags, changed):
    found = flags(figure(value=100, as_of="2020-09-01"), figure(**{"value": 50, "as_of": "2020-10-01", **changed}))
    assert not any(flag == FALLS for _, flag in found)


def around(*values: tuple[str, int]) -> list[dict]:
    """Counts of one series, each day from a source of its own."""
    sources = ("kompas", "kompas-2", "tribun", "bawaslu", "late")
    return [figure(as_of=day, value=value, source_id=source) for (day, value), source in zip(values, sources, strict=False)]


MAKASSAR = [("2020-08-01", 8), ("2020-09-01", 67), ("2020-09-20", 9), ("2020-10-01", 11)]


def test_a_peak_between_far_smaller_counts_is_the_doubtful_one(flags):
    found = flags(*around(*MAKASSAR))
    assert set(found) == {(1, FALLS)} and found[1, FALLS][0] == 2
    assert "patut diragukan" in found[1, FALLS][2] and "the one to doubt" in found[1, FALLS][3]


@pytest.mark.parametrize(
    "changed",
    [
        {0: ("2020-08-01", 34)},
        {2: ("2020-09-20", 34)},
        {3: ("2021-03-01", 11)},
    ],
    ids=["half of it before", "half of it after", "one later source within 180 days"],
)
def test_a_peak_that_something_bears_out_is_none(flags, changed):
    counts = [changed.get(place, count) for place, count in enumerate(MAKASSAR)]
    found = flags(*around(*counts))
    assert (1, FALLS) not in found and (2, FALLS) in found


def test_nought_is_no_peak(flags):
    assert flags(*around(("2020-08-01", 0), ("2020-09-01", 0), ("2020-09-20", 0), ("2020-10-01", 0))) == {}


FUNNEL = "corong_terbalik"


def test_a_later_stage_above_an_earlier_one(flags):
    found = flags(figure(value=12, stage="diteruskan"), figure(value=10, stage="dugaan"))
    assert set(found) == {(0, FUNNEL)} and found[0, FUNNEL][:2] == [1, False]
    assert "Dugaan pelanggaran" in found[0, FUNNEL][2] and "10 cases" in found[0, FUNNEL][3]


@pytest.mark.parametrize(
    ("early", "late"), [("terbukti", "sanksi"), ("rekomendasi_sanksi", "belum_ditindaklanjuti"), ("diteruskan", "terbukti")]
)
def test_each_pair_of_stages(flags, early, late):
    assert set(flags(figure(value=12, stage=late), figure(value=10, stage=early))) == {(0, FUNNEL)}


@pytest.mark.parametrize(("early", "late"), [("dugaan", "laporan"), ("pelanggaran", "diteruskan"), ("sanksi", "belum_ditindaklanjuti")])
def test_stages_that_do_not_contain_each_other(flags, early, late):
    assert flags(figure(value=12, stage=late), figure(value=10, stage=early)) == {}


@pytest.mark.parametrize(
    "changed",
    [
        {"as_of": "2020-11-02"},
        {"source_id": "tribun"},
        {"counted_by": "kasn"},
        {"unit": "orang"},
        {"region": "74"},
        {"qualifier": "lebih_dari"},
        {"qualifier": "tidak_konsisten"},
        {"note_kind": "terpisah"},
    ],
)
def test_only_one_statement_makes_a_funnel(flags, changed):
    found = flags(figure(value=12, stage="diteruskan"), figure(**{"value": 10, "stage": "dugaan", **changed}))
    assert not any(flag == FUNNEL for _, flag in found)


def test_a_stage_with_two_numbers_makes_no_funnel(flags):
    found = flags(figure(value=12, stage="diteruskan"), figure(value=10, stage="dugaan"), figure(value=20, stage="dugaan"))
    assert not any(flag == FUNNEL for _, flag in found)


def test_a_missing_day_of_count_is_no_flag(flags):
    assert flags(figure(as_of=""), figure(as_of="", source_id="undated", region="74")) == {}


def test_breakdowns_and_percentages_are_not_compared(flags):
    assert flags(figure(value=15, region="35.13", dimension="jabatan", category="guru"), figure(value=10)) == {}
    assert flags(figure(value=15, region="35.13", unit="persen"), figure(value=10, unit="persen")) == {}


# -- the real data -----------------------------------------------------------

with (CASES / "flags.csv").open(encoding="utf-8", newline="") as file:
    REAL = list(csv.DictReader(file))


@pytest.mark.parametrize(
    "case", REAL, ids=lambda case: " ".join([case["flag"], case["region"], case["event"], case["stage"], case["value"]])
)
def test_flags_of_the_published_figures(store, case):
    query = """
        select figure_id, list(disputes) filter (flag.figure_id is not null)
        from figure
        left join (select * from flag where flag = $flag) as flag using (figure_id)
        where region = $region and event = $event and stage = $stage and unit = $unit and value = $value::double and dimension = 'total'
        group by figure_id
    """
    columns = ("flag", "region", "event", "stage", "unit", "value")
    rows = store._connection.execute(query, {column: case[column] for column in columns}).fetchall()
    found = [disputes for _, raised in rows for disputes in raised or []]
    assert rows
    match case["expected"]:
        case "flagged":
            assert found
        case "not flagged":
            assert not found
        case "disputes":
            assert found == [True]
        case _:
            assert not any(found)
