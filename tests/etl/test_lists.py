"""Which regions may stand beside each other: lists by example, then what the domain promises of the real data."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from small import Bench, figure

CASES = Path(__file__).resolve().parents[1] / "cases"

STEPS = ("figure", "flag", "verdict", "verdict_time", "say", "statement", "list")
DISTRICTS = ("35.13", "35.74", "35.78", "35.01", "35.02", "35.03")


@pytest.fixture(scope="module")
def wide(tmp_path_factory) -> Bench:
    """The bench with a province of six regions: a list names five."""
    bench = Bench(tmp_path_factory.mktemp("wide"))
    more = "select unnest(['35.01', '35.02', '35.03']) as code, 'Kabupaten ' || code as name, '35' as parent, 2 as level"
    bench.con.execute(f"insert into region by name {more}")
    return bench


@pytest.fixture
def listed(wide: Bench):
    """(regions, total, sound, complete, main) of the lists of some figures, the main one first."""

    def ask(*figures: dict) -> list[tuple]:
        query = "select regions, total, sound, complete, main from list order by main desc, counted_on desc, source_id"
        return wide.ask(list(figures), query, STEPS)

    return ask


def named(*values: int, **changes: object) -> list[dict]:
    """One number each of as many regions of Jawa Timur."""
    return [figure(**{"region": region, "value": value, **changes}) for region, value in zip(DISTRICTS, values, strict=False)]


def test_five_regions_of_one_source_are_a_list(listed):
    assert listed(*named(5, 4, 3, 2, 1)) == [(5, 15, True, False, True)]
    assert listed(*named(5, 4, 3, 2)) == []


@pytest.mark.parametrize(
    "other", [{"source_id": "tribun"}, {"as_of": "2020-11-02"}, {"unit": "orang"}, {"stage": "temuan"}, {"counted_by": "kasn"}]
)
def test_regions_that_nobody_put_beside_each_other_are_no_list(listed, other):
    rows = named(5, 4, 3, 2, 1)
    assert listed(*rows[:4], {**rows[4], **other}) == []


def test_complete_where_it_adds_up_to_what_the_same_source_prints(listed):
    rows = named(5, 4, 3, 2, 1)
    assert listed(*rows, figure(value=15)) == [(5, 15, True, True, True)]
    assert listed(*rows, figure(value=20)) == [(5, 15, True, False, True)]
    assert listed(*rows, figure(value=15, source_id="tribun")) == [(5, 15, True, False, True)]
    assert listed(*rows, figure(value=15, qualifier="sekitar")) == [(5, 15, True, False, True)]


def test_a_list_that_adds_up_to_more_contradicts_itself_and_is_not_used(listed):
    assert listed(*named(5, 4, 3, 2, 1), figure(value=14)) == [(5, 15, False, False, False)]
    # "more than 14" does not contradict 15
    assert listed(*named(5, 4, 3, 2, 1), figure(value=14, qualifier="lebih_dari")) == [(5, 15, True, False, True)]


def test_a_region_with_two_numbers_is_left_out_and_the_list_is_not_complete(listed):
    rows = named(5, 4, 3, 2, 1, 0)
    assert listed(*rows, figure(region="35.13", value=6), figure(value=10)) == [(5, 10, True, False, True)]


def test_what_must_not_be_said_is_in_no_list(listed):
    rows = named(5, 4, 3, 2, 1)
    assert listed(*rows[:4], {**rows[4], "qualifier": "ambigu-wilayah"}) == []


def test_complete_before_more_regions_before_the_day(listed):
    complete = [*named(5, 4, 3, 2, 1, as_of="2020-08-01"), figure(value=15, as_of="2020-08-01")]
    more = named(5, 4, 3, 2, 1, 1, source_id="tribun", as_of="2020-10-01")
    final = named(5, 4, 3, 2, 1, source_id="bawaslu", as_of="2021-03-01")
    assert listed(*complete, *more, *final)[0] == (5, 15, True, True, True)
    assert listed(*more, *final)[0] == (6, 16, True, False, True)


# Each is better than the next.
IN_TIME = ["2021-02-07", "2020-12-09", "2020-12-08", "", "2023-12-10"]


@pytest.mark.parametrize(("better", "worse"), list(pairwise(IN_TIME)))
def test_the_main_list_by_the_day_of_its_count(wide, better, worse):
    first, second = ("undated" if day == "" else source for day, source in ((better, "tribun"), (worse, "bawaslu")))
    figures = [*named(5, 4, 3, 2, 1, as_of=worse, source_id=second), *named(5, 4, 3, 2, 1, as_of=better, source_id=first)]
    assert wide.ask(figures, "select source_id from list where main", STEPS) == [(first,)]


# -- the real data -----------------------------------------------------------


def cases() -> list[dict]:
    with (CASES / "lists.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", cases(), ids=lambda case: " ".join(case[name] for name in ("parent", "event", "stage", "unit")))
def test_main_lists_that_were_read_one_by_one(store, case):
    row = store.main_list(case["parent"], case["event"], case["stage"], case["unit"]).iloc[0]
    told = {name: str(row[name]) for name in ("source_id", "counted_by", "regions", "complete")}
    assert told == {name: case[name] for name in told} and f"{row['counted_on']:%Y-%m-%d}" == case["counted_on"]


def test_as_many_lists_as_the_domain_promises(snapshot):
    counts = "select count(*), count(*) filter (parent = 'ID'), count(*) filter (parent <> 'ID'), count(*) filter (main) from list"
    assert snapshot.execute(counts).fetchone() == (57, 13, 44, 36)
    (complete,) = snapshot.execute("select count(*) from list where complete").fetchone()
    assert 15 <= complete <= 20


def test_lists_that_the_domain_names(store):
    sulawesi = store.main_list("73", "pilkada-2020", "dugaan", "kasus")
    assert len(sulawesi) == 12 and sulawesi["value"].sum() == 96 == sulawesi["parent_value"].iloc[0] and sulawesi["complete"].all()
    provinces = store.main_list("ID", "pilkada-2020", "dugaan", "kasus")
    assert len(provinces) == 12 and provinces["value"].sum() == 417 and provinces["parent_value"].iloc[0] == 805
    assert not provinces["complete"].any()


def test_regions_that_a_complete_list_does_not_name_have_0(store):
    for _, rows in store.lists("73", "pilkada-2020").groupby("list_id"):
        regions = store.list_regions(rows["list_id"].iloc[0]).set_index("region")
        unnamed = regions[~regions.index.isin(rows["region"])]
        silent = unnamed[unnamed["class"] != "tidak_ada_pemilihan"]
        assert len(regions) == 24 and regions.loc[rows["region"], "class"].eq("angka").all()
        if rows["complete"].iloc[0]:
            assert (silent["class"] == "nol").all() and (silent["value"] == 0).all()
        else:
            assert (silent["class"] == "tidak_disebut").all() and silent["value"].isna().all()


def test_provinces_that_a_top_list_does_not_name(store):
    top = store.main_list("ID", "pilkada-2020", "dugaan", "kasus")
    regions = store.list_regions(top["list_id"].iloc[0]).set_index("region")
    assert regions.loc[["11", "31"], "class"].tolist() == ["tidak_ada_pemilihan"] * 2
    assert regions.loc["35", ["class", "elections"]].tolist() == ["tidak_disebut", 19] and regions["value"].count() == 12
    # Papua was one province: its elections are those of the four of today
    assert regions.loc[["93", "94", "95", "96"], "former"].tolist() == ["91", "91", "91", "92"]
    assert regions.loc[["93", "96"], "class"].tolist() == ["provinsi_lama"] * 2
    parts = [store.elections_held(code, "pilkada-2020") for code in ("91", "93", "94", "95")]
    assert regions.loc["91", "elections"] == sum(parts) and regions["elections"].sum() == 270


@pytest.mark.parametrize(
    ("event", "elections"),
    [("pilkada-2015", 269), ("pilkada-2017", 101), ("pilkada-2018", 171), ("pilkada-2020", 270), ("pilkada-2024", 545)],
)
def test_elections_held(store, event, elections):
    assert store.elections_held("ID", event) == elections
    provinces = store.regions().query("level == 1")["code"]
    assert sum(store.elections_held(code, event) for code in provinces) == elections


def test_all_regions_vote_in_a_general_election(store):
    across = store.elections_across("35.13")
    assert store.elections_held("35.13", "pemilu-2024") is None and bool(across.at["pemilu-2024", "voted"])


def test_a_region_without_an_office_of_its_own_votes_on_the_governor(store):
    # Kota Malang elected its mayor in 2018 and 2024, never in 2020; Jakarta's cities only ever vote on the governor
    assert store.elections_held("35.73", "pilkada-2020") == 0 and not store.elections_across("35.73").at["pilkada-2020", "voted"]
    assert store.elections_held("31.71", "pilkada-2024") == 0 and store.elections_across("31.71").at["pilkada-2024", "voted"]
    # Merauke was in Papua, which elected its governor in 2018
    assert store.elections_held("93.01", "pilkada-2018") == 0 and store.elections_across("93.01").at["pilkada-2018", "voted"]
    assert store.elections_across("93").at["pilkada-2018", "voted"]
