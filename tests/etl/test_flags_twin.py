"""A value printed twice, by example: when a number that another region or election has is a slip."""

import pytest
from small import figure

EXCEEDS = "melebihi_induk"

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
