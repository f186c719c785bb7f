"""Sources that differ and counts that fall, by example: within which days, by how much, of which scope."""

import pytest
from small import figure

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
