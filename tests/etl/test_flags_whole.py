"""A part above its whole, by example: its condition, the edges of it, and what the sentence tells."""

import pytest
from small import figure

TWIN = "nilai_kembar"

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
