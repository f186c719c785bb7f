"""Each flag by example: its condition, the edges of it, and what the sentence tells."""

import pytest
from small import Bench, figure

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


def test_the_largest_total_of_the_parent_counts(flags):
    assert flags(figure(value=15, region="35.13"), figure(value=10), figure(value=20, as_of="2020-11-20")) == {}


@pytest.mark.parametrize("changed", [{"stage": "terbukti"}, {"unit": "orang"}, {"event": "pilkada-2018", "as_of": "2018-05-01"}])
def test_other_stage_unit_or_election_of_the_parent_is_no_measure(flags, changed):
    assert not any(flag == EXCEEDS for _, flag in flags(figure(value=15, region="35.13"), figure(value=10, **changed)))


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


def test_sentence_names_the_largest_total_of_the_same_counter_at_any_stage(flags):
    found = flags(
        figure(value=1194, region="35.13"),
        figure(value=508, region="ID", counted_by="kasn"),
        figure(value=721, region="ID", stage="diteruskan"),
    )
    _, disputes, indonesian, english = found[0, EXCEEDS]
    assert disputes
    assert "508 kasus" in indonesian and "721 kasus" in indonesian and "Diteruskan" in indonesian
    assert "508 cases" in english and "721 cases" in english and "Forwarded" in english


TWIN = "nilai_kembar"


@pytest.mark.parametrize(("value", "raised"), [(100, False), (101, True), (99, False), (110, True), (1200, False), (1194, True)])
def test_twin_needs_an_odd_value_of_100_or_more(flags, value, raised):
    found = flags(figure(value=value, region="35.13"), figure(value=value, region="ID", event="pilkada-2018", as_of="2018-06-01"))
    assert set(found) == ({(0, TWIN), (1, TWIN)} if raised else set())
    assert not any(disputes for _, disputes, *_ in found.values())


def test_twin_of_the_same_region_in_another_election(flags):
    found = flags(figure(value=123), figure(value=123, event="pilkada-2018", as_of="2018-06-01", stage="terbukti"))
    assert found[0, TWIN][0] == 1 and "pada Pilkada 2018" in found[0, TWIN][2]


def test_no_twin_in_a_neighbour_or_in_the_same_election(flags):
    assert (
        flags(figure(value=123, region="35.13"), figure(value=123, region="35.74"), figure(value=123, source_id="tribun", region="74"))
        == {}
    )
    assert flags(figure(value=123), figure(value=123, stage="diteruskan")) == {}


def test_only_an_exact_value_has_a_twin(flags):
    found = flags(figure(value=123, qualifier="sekitar"), figure(value=123, event="pilkada-2018", as_of="2018-06-01"))
    assert set(found) == {(1, TWIN)}


def test_twin_disputes_only_beside_a_disputing_excess(flags):
    found = flags(
        figure(value=1194, region="35.13", event="pilkada-2018", as_of="2018-06-20"),
        figure(value=721, region="ID", event="pilkada-2018", as_of="2018-07-24"),
        figure(value=1194, region="ID"),
    )
    assert found[0, TWIN][:2] == [2, True]
    assert found[2, TWIN][:2] == [0, False]


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


@pytest.mark.parametrize(("day", "raised"), [("2020-11-08", True), ("2020-11-09", False), ("2020-10-25", True)])
def test_sources_differ_only_within_seven_days(flags, day, raised):
    found = flags(figure(value=100), figure(value=200, as_of=day, source_id="tribun"))
    assert ((0, DIFFERS) in found) is raised and ((1, DIFFERS) in found) is raised


@pytest.mark.parametrize(("value", "raised"), [(95, False), (94, True), (105, False), (106, True)])
def test_sources_differ_by_more_than_five_percent_of_the_larger(flags, value, raised):
    assert ((0, DIFFERS) in flags(figure(value=100), figure(value=value, source_id="tribun"))) is raised


def test_a_little_more_than_five_percent_is_more(flags):
    assert (0, DIFFERS) in flags(figure(value=1000), figure(value=949, source_id="tribun"))


@pytest.mark.parametrize("value", range(20, 400, 20))
def test_exactly_five_percent_is_not_more(flags, value):
    assert flags(figure(value=value), figure(value=value * 19 // 20, source_id="tribun")) == {}


@pytest.mark.parametrize(
    "changed",
    [{"counted_by": "kasn"}, {"unit": "orang"}, {"stage": "temuan"}, {"region": "74"}, {"source_id": "kompas"}, {"qualifier": "campuran"}],
)
def test_another_scope_or_the_same_source_is_no_difference(flags, changed):
    assert not any(flag == DIFFERS for _, flag in flags(figure(value=100), figure(**{"value": 200, "source_id": "tribun", **changed})))


def test_more_than_200_agrees_with_214_and_not_with_150(flags):
    assert flags(figure(value=200, qualifier="lebih_dari"), figure(value=214, source_id="tribun")) == {}
    found = flags(figure(value=200, qualifier="lebih_dari"), figure(value=150, source_id="tribun"))
    assert set(found) == {(0, DIFFERS), (1, DIFFERS)} and "150 kasus" in found[0, DIFFERS][2] and "Tribun" in found[0, DIFFERS][3]


def test_a_date_of_publication_is_no_cutoff_to_compare(flags):
    assert set(flags(figure(value=100, as_of=""), figure(value=200, as_of="", source_id="tribun"))) == {
        (0, "tanpa_tanggal"),
        (1, "tanpa_tanggal"),
    }


FALLS = "turun"


def test_a_cumulative_series_that_falls(flags):
    found = flags(figure(value=100, as_of="2020-09-01"), figure(value=90, as_of="2020-10-01"))
    assert set(found) == {(1, FALLS)} and found[1, FALLS][:2] == [0, False]
    assert "100 kasus" in found[1, FALLS][2] and "1 September 2020" in found[1, FALLS][3]
    assert flags(figure(value=100, as_of="2020-09-01"), figure(value=100, as_of="2020-10-01")) == {}


@pytest.mark.parametrize("stage", ["dalam_proses", "belum_ditindaklanjuti"])
def test_open_cases_may_fall(flags, stage):
    assert flags(figure(value=100, as_of="2020-09-01", stage=stage), figure(value=90, as_of="2020-10-01", stage=stage)) == {}


@pytest.mark.parametrize(
    "changed", [{"qualifier": "lebih_dari"}, {"counted_by": "kasn"}, {"unit": "orang"}, {"as_of": ""}, {"qualifier": "campuran"}]
)
def test_lower_bounds_other_counters_and_retellings_do_not_fall(flags, changed):
    found = flags(figure(value=100, as_of="2020-09-01"), figure(**{"value": 50, "as_of": "2020-10-01", **changed}))
    assert not any(flag == FALLS for _, flag in found)


FUNNEL = "corong_terbalik"


def test_a_later_stage_above_an_earlier_one(flags):
    found = flags(figure(value=12, stage="diteruskan"), figure(value=10, stage="dugaan"))
    assert set(found) == {(0, FUNNEL)} and found[0, FUNNEL][:2] == [1, False]
    assert "Dugaan pelanggaran" in found[0, FUNNEL][2] and "10 cases" in found[0, FUNNEL][3]


def test_a_later_stage_counted_later_is_no_funnel(flags):
    assert flags(figure(value=12, stage="diteruskan", as_of="2020-11-02"), figure(value=10, stage="dugaan")) == {}


def test_kasn_and_bkn_are_one_chain_and_bawaslu_another(flags):
    late = figure(value=12, stage="sanksi", counted_by="bkn", unit="orang")
    assert (0, FUNNEL) in flags(late, figure(value=10, stage="terbukti", counted_by="kasn", unit="orang"))
    assert flags(late, figure(value=10, stage="dugaan", counted_by="bawaslu", unit="orang")) == {}


@pytest.mark.parametrize(
    "changed", [{"qualifier": "lebih_dari"}, {"qualifier": "tidak_konsisten"}, {"unit": "orang"}, {"region": "74"}, {"as_of": ""}]
)
def test_an_early_stage_that_may_be_larger_or_older_is_no_funnel(flags, changed):
    found = flags(figure(value=12, stage="diteruskan"), figure(**{"value": 10, "stage": "dugaan", **changed}))
    assert not any(flag == FUNNEL for _, flag in found)


UNDATED = "tanpa_tanggal"


def test_neither_cutoff_nor_period(flags):
    found = flags(figure(as_of=""), figure(as_of="", source_id="undated", region="74"))
    assert (
        found[0, UNDATED][:2] == [None, False] and "31 Januari 2022" in found[0, UNDATED][2] and "31 January 2022" in found[0, UNDATED][3]
    )
    assert "tidak bertanggal" in found[1, UNDATED][2] and "undated" in found[1, UNDATED][3]


@pytest.mark.parametrize("known", [{"as_of": "2020"}, {"as_of": "2020-11"}, {"period_end": "2020-12-31"}, {"period_start": "2020-01-01"}])
def test_a_cutoff_or_a_period_is_a_date(flags, known):
    assert flags(figure(**{"as_of": "", **known})) == {}


def test_breakdowns_and_percentages_are_not_compared(flags):
    assert flags(figure(value=15, region="35.13", dimension="jabatan", category="guru"), figure(value=10)) == {}
    assert flags(figure(value=15, region="35.13", unit="persen"), figure(value=10, unit="persen")) == {}
