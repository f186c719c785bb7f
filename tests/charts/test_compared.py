"""What stands beside each other on Peta: one list, with one source, counter and day, in every parent, election and stage."""

import csv
from itertools import product

import pandas as pd
import pytest

from netralitas.address import parse
from netralitas.briefing import deck
from netralitas.chart import NO_ELECTION, UNNAMED, ZERO, Gone, Kind
from netralitas.charts import asked, lists, regions
from netralitas.charts.page import charts_of
from netralitas.claims import citation
from netralitas.model import STAGES, UNITS
from netralitas.render import screen as plotly
from netralitas.wording import text
from tests.helpers import ROOT, open_page

CASES = list(csv.DictReader((ROOT / "tests" / "cases" / "lists.csv").open(encoding="utf-8")))


def view(store, region, event, stage="", unit="", **more):
    asked_for = {"wilayah": region, "pemilihan": event, "tahap": stage, "satuan": unit, **more}
    return parse(store, {name: value for name, value in asked_for.items() if value})[0]


def parents(store):
    return ["ID", *store.children("ID")]


def every_list(store):
    """(scope, parent, list) of all that the data has."""
    for parent in parents(store):
        for event in store.event_names():
            for row in lists.listings(store, parent, event).to_dict("records"):
                yield view(store, parent, event, row["stage"], row["unit"]), parent, row


def test_every_map_and_ranking_holds_one_list(store, maps):
    """Over all parents, elections, stages and units: one source, one counter, one day, all of them figures of that list."""
    drawn = 0
    for parent, event in product(parents(store), store.event_names()):
        known = lists.listings(store, parent, event)
        listed = {*zip(known["stage"], known["unit"])}
        # where an election has no list at all, one stage and unit stands for all
        for stage, unit in product(STAGES, UNITS) if listed else [("dugaan", "kasus")]:
            scope = view(store, parent, event, stage, unit)
            assert bool(asked.comparison(store, scope, {}).list_id) == ((stage, unit) in listed)
            if (stage, unit) in listed:
                charts = charts_of(store, "peta", scope, {})
                assert set(charts) == {"peta", "peringkat"}
                for chart in charts.values():
                    drawn += holds_one(store, chart, lists.of_scope(store, scope, parent))
    assert drawn == 2 * 36


def holds_one(store, chart, listed) -> bool:
    assert len(chart.sources) == 1, chart.name
    figures = store.figures_named(tuple(filter(None, chart.frame["figure_id"])))
    assert len(figures[["source_id", "counted_by", "stage", "unit", "event"]].drop_duplicates()) == 1
    assert figures["counted_on"].nunique(dropna=False) == 1
    assert (figures["verdict"] != "jangan").all()
    row = listed.iloc[0]
    assert row["publisher"] in chart.subtitle and row["cutoff_id"] in chart.subtitle
    assert text("id", "banding.ingat") in chart.notes
    return True


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["source_id"])
def test_a_list_can_be_drawn_with_all_that_it_names(store, case):
    scope = view(store, case["parent"], case["event"], case["stage"], case["unit"])
    found = lists.of_scope(store, scope, case["parent"])
    row = found[found["source_id"] == case["source_id"]].iloc[0]
    chart = regions.choropleth(store, scope, case["parent"], row["list_id"], "jumlah", None)
    named = chart.frame["figure_id"] != ""
    assert named.sum() == int(case["regions"])
    assert len(chart.frame) == len(store.children(case["parent"]))
    lacking = set(chart.frame.loc[chart.frame["value"].isna(), "class"])
    assert lacking <= ({"tidak_ada_pemilihan", "provinsi_lama"} | (set() if case["complete"] == "True" else {"tidak_disebut"}))


def test_south_sulawesi_on_2_october_2020_is_complete_with_96_of_96(store, maps):
    charts = charts_of(store, "peta", view(store, "73", "pilkada-2020", "dugaan"), {})
    chart = charts["peta"]
    assert chart.frame["value"].sum() == 96
    assert "Bawaslu, s.d. 2 Oktober 2020 · Infokini.id · daftar lengkap: 96 dari 96 kasus" in chart.subtitle
    assert chart.title.startswith("Sulawesi Selatan: 96 kasus")
    place = chart.frame.set_index("code")["place"]
    # Soppeng: zero was published; Bone: nothing was voted on
    assert place["73.12"] == ZERO
    assert "0 dilaporkan" in [note.text for note in plotly.figure(chart).layout.annotations]
    assert place["73.08"] == NO_ELECTION
    assert len(charts["peringkat"].sources) == 1


def test_a_complete_list_gives_zero_to_whom_it_does_not_name(store):
    scope = view(store, "73", "pilkada-2020", "bukan_pelanggaran", "kasus")
    (main, *_) = lists.of_scope(store, scope, "73")["list_id"]
    frame = regions.choropleth(store, scope, "73", main, "jumlah", None).frame
    zero = frame[frame["class"] == "nol"]
    assert len(zero) == 4 and (zero["value"] == 0).all()
    assert zero["detail"].str.contains("0 dilaporkan").all()
    assert (zero["counter"] != "").all()


def test_a_top_list_says_nothing_of_those_it_does_not_name(store):
    scope = view(store, "ID", "pilkada-2020", "dugaan", "kasus")
    (main, *_) = lists.of_scope(store, scope, "ID")["list_id"]
    chart = regions.choropleth(store, scope, "ID", main, "jumlah", None)
    frame = chart.frame.set_index("code")
    assert frame.at["35", "place"] == UNNAMED and pd.isna(frame.at["35", "value"])
    assert frame.at["35", "absent"] == "tidak disebut dalam daftar ini"
    assert frame.at["11", "absent"] == "tidak menyelenggarakan pemilihan"
    # a province of today that was part of Papua then is drawn as Papua
    assert frame.at["94", "place"] == frame.at["91", "place"]
    assert "Papua" in frame.at["94", "absent"]
    assert "417 dari 805" in chart.subtitle


# -- which list is shown ---------------------------------------------------------------


def test_opened_without_stage_the_main_list_with_most_regions_is_taken(store):
    for parent in parents(store):
        for event in store.event_names():
            known = lists.listings(store, parent, event)
            wanted = asked.comparison(store, view(store, parent, event), {})
            assert bool(wanted.list_id) == bool(len(known))
            if wanted.list_id:
                row = known.set_index("list_id").loc[wanted.list_id]
                assert row["main"] and row["regions"] == known.loc[known["main"], "regions"].max()


def test_a_stage_that_was_chosen_stays_though_another_has_a_list(store):
    wanted = asked.comparison(store, view(store, "73", "pilkada-2020", "pidana"), {})
    assert wanted.scope.stage == "pidana" and not wanted.list_id


def test_all_lists_of_a_scope_can_be_walked_through_and_one_of_elsewhere_is_passed_over(store):
    scope = view(store, "73", "pilkada-2020", "dugaan", "kasus")
    offered = list(lists.of_scope(store, scope, "73")["list_id"])
    assert len(offered) == 4
    assert asked.comparison(store, scope, {}).list_id == offered[0]
    for list_id in offered:
        assert asked.comparison(store, scope, {"daftar": list_id}).list_id == list_id
    elsewhere = lists.listings(store, "ID", "pilkada-2020")["list_id"].iloc[0]
    assert asked.comparison(store, scope, {"daftar": elsewhere}).notes == ()
    assert "0000000000" in asked.comparison(store, scope, {"daftar": "0000000000"}).notes[0]


def test_the_address_of_a_list_alone_brings_its_stage_and_unit(store):
    other = lists.of_scope(store, view(store, "73", "pilkada-2020", "diteruskan", "kasus"), "73")["list_id"].iloc[-1]
    wanted = asked.comparison(store, view(store, "73", "pilkada-2020"), {"daftar": other})
    assert (wanted.scope.stage, wanted.scope.unit, wanted.list_id) == ("diteruskan", "kasus", other)


def test_a_list_that_is_gone_is_gone(store):
    with pytest.raises(Gone):
        regions.ranking(store, view(store, "73", "pilkada-2020", "dugaan", "kasus"), "73", "0000000000", "jumlah", False)


# -- rates -----------------------------------------------------------------------------


def rated(store, stage, unit, measure):
    scope = view(store, "ID", "pilkada-2020", stage, unit)
    list_id = lists.of_scope(store, scope, "ID")["list_id"].iloc[0]
    return regions.choropleth(store, scope, "ID", list_id, measure, None)


def test_a_rate_per_election_is_the_count_by_the_elections_held(store):
    frame = rated(store, "dugaan", "kasus", "pemilihan").frame.set_index("code")
    # seven kabupaten of Sulawesi Tenggara voted
    assert frame.at["74", "value"] == pytest.approx(92 / 7)
    assert "92 kasus / 7 pemilihan" in frame.at["74", "detail"]


def test_a_rate_is_the_count_per_thousand_civil_servants(store):
    chart = rated(store, "terbukti", "orang", "rasio")
    servants = store.workforce().set_index("region")["value"]
    counts = rated(store, "terbukti", "orang", "jumlah").frame.set_index("code")["value"].dropna()
    rates = chart.frame.set_index("code")["value"]
    for code, count in counts.items():
        assert rates[code] == pytest.approx(count * 1000 / servants[code])
    assert any("31 Desember 2023" in note for note in chart.notes)
    assert "per 1.000 PNS" in chart.unit


def test_the_former_provinces_of_papua_have_one_divisor_before_they_were_divided(store):
    servants = store.workforce().set_index("region")["value"]
    for scope, parent, row in every_list(store):
        if parent != "ID":
            continue
        below = lists.denominators(store, store.list_region_rows(row["list_id"]))
        former = pd.notna(row["counted_on"]) and row["counted_on"] < pd.Timestamp("2022-11-11")
        if former:
            assert below["91"] == servants[["91", "93", "94", "95"]].sum(), scope
            assert below["92"] == servants[["92", "96"]].sum()
        elif pd.notna(row["counted_on"]):
            assert below["91"] == servants["91"]


def test_two_kinds_of_divisor_are_never_beside_each_other():
    counted = pd.DataFrame(
        {"region": ["11", "12", "13"], "value": [1, 2, 3], "counted_on": ["2023-12-31", "2023-12-31", "2024-06-30"], "publisher": "BKN"}
    )
    assert lists.of_one_kind(counted)["region"].tolist() == ["11", "12"]


@pytest.mark.parametrize(
    ("region", "event", "measure"),
    [("73", "pilkada-2020", "rasio"), ("73", "pilkada-2020", "pemilihan"), ("ID", "pemilu-2019", "pemilihan")],
)
def test_a_rate_without_a_divisor_is_said_and_the_count_shown(store, region, event, measure):
    wanted = asked.comparison(store, view(store, region, event), {"ukuran": measure})
    assert wanted.measure == "jumlah"
    assert text("id", f"peta.{measure}.tidak_ada") in wanted.notes


def test_per_election_stands_before_per_civil_servant(store):
    assert lists.rateable(store, "ID", "pilkada-2020") == ("jumlah", "pemilihan", "rasio")


# -- where there is no list ------------------------------------------------------------


def test_without_a_list_a_map_counts_figures_and_a_title_names_who_has_one(store, maps):
    (chart,) = charts_of(store, "peta", view(store, "35", "pilkada-2024", "pidana"), {}).values()
    assert chart.kind is Kind.MAP
    assert chart.title == "1 dari 38 kabupaten/kota memiliki angka: Kabupaten Sumenep"
    assert "Cakupan" in chart.subtitle
    assert chart.unit == text("id", "cakupan.satuan")


def test_coverage_counts_the_figures_of_the_scope_and_not_their_size(store, maps):
    scope = view(store, "ID", "pilkada-2024", "diteruskan", "kasus")
    (chart,) = charts_of(store, "peta", scope, {}).values()
    counted = chart.frame.set_index("code")["value"].dropna()
    for code, count in counted.items():
        assert count == len(store.alternatives(code, "pilkada-2024", "diteruskan", "kasus"))
    assert len(counted) == len(store.headline_by_region("pilkada-2024", "diteruskan", "kasus", 1))


def test_a_citation_of_a_list_names_its_day(store):
    scope, list_id = lists.main(store, view(store, "73", "pilkada-2020", "dugaan", "kasus"), "73")
    chart = regions.choropleth(store, scope, "73", list_id, "jumlah", None)
    told = citation.chart(store, chart, "http://localhost:8501/peta")["id"]
    assert "12 wilayah, s.d. 2 Oktober 2020" in told
    assert "Infokini.id" in told


def test_a_deck_shows_a_list_of_its_own_parts_or_no_map_at_all(store, maps):
    for region, event in (("73.71", "pilkada-2020"), ("ID", "pilkada-2020"), ("35", "pilkada-2018")):
        items = [item for item in deck.proposal(store, view(store, region, event)) if item.chart]
        names = [item.chart.name for item in items if item.chart.name in ("peta", "peringkat", "peta-cakupan")]
        # A kabupaten has no parts with figures: its deck maps and ranks nobody else.
        known = [*lists.listings(store, region, event)["list_id"]]
        assert bool(names) == bool(known)
        for item in items:
            if item.chart.name == "peta":
                assert item.beside.name == "peringkat" and item.beside.arguments[:3] == item.chart.arguments[:3]


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize(
    ("address", "offered"),
    [
        # another stage has a list, other elections have one, the provinces have one
        ({"wilayah": "73", "pemilihan": "pilkada-2020", "tahap": "pidana"}, "Dugaan pelanggaran, kasus (12 kabupaten/kota)"),
        ({"wilayah": "35.13", "pemilihan": "pilkada-2018"}, "Pilkada 2020"),
        ({"wilayah": "34", "pemilihan": "pilkada-2020"}, "Bandingkan provinsi: 12 disebut dalam daftar Pilkada 2020"),
        # nobody published anything of this election
        ({"wilayah": "35", "pemilihan": "pilkada-2017"}, "Pilkada 2020"),
    ],
    ids=lambda part: part if isinstance(part, str) else "-".join(part.values()),
)
def test_where_no_list_stands_the_page_offers_what_there_is(maps, address, offered):
    app = open_page("peta", **address)
    assert not app.exception
    assert offered in [literal_of(button.label) for button in app.button]


def literal_of(label: str) -> str:
    return label.replace("\\", "")
