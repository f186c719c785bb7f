"""A statement as a chart: one source, one day, each part under its whole, and what the source leaves open stays open."""

import duckdb
import pytest

from etl import publish
from netralitas.address.parameters import statement_of
from netralitas.charts import statement
from netralitas.charts.page import charts_of
from netralitas.claims.cards import cautions, headline_cards
from netralitas.claims.lead import summary
from netralitas.model import DISPUTED, LANGUAGES, Filter
from netralitas.render import table
from tests.helpers import flow, open_page, scope, shown

NATION = Filter("ID", "pilkada-2020")


@pytest.fixture(scope="module")
def places(snapshot_dir) -> list[tuple[str, str]]:
    """Every region and election with a published figure."""
    with duckdb.connect(str(publish.path(snapshot_dir, publish.current(snapshot_dir))), read_only=True) as con:
        return con.execute("select distinct region, event from published_figure where event is not null order by all").fetchall()


def test_the_statement_of_the_nation_in_2020(store):
    chart = flow(store, NATION, "orang")
    assert chart.title == "Dari 2.007 orang yang dilaporkan, 1.588 terbukti dan 1.365 dijatuhi sanksi"
    assert chart.subtitle == "KASN · keadaan 16 Desember 2021 · Pilkada 2020, Indonesia · orang"
    placed = {row["label"]: (row["value"], row["start"], row["open"]) for row in chart.frame.to_dict("records")}
    assert placed == {
        "dilaporkan": (2007, 0, False),
        "tidak terbukti": (311, 0, False),
        "terbukti": (1588, 311, False),
        "dijatuhi sanksi": (1365, 311, False),
        "belum ditindaklanjuti": (223, 1676, False),
        "belum diputus atau tidak disebut": (108, 1899, True),
    }
    assert table.frame(chart)["Penerbit"].nunique() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_flow_holds_one_statement(store, places, language):
    drawn = 0
    for region, event in places:
        view = Filter(region, event, language=language)
        for one in statement.told(store, view):
            chart = statement.flow(store, view, one.statement_id)
            told = chart.frame[~chart.frame["open"]]
            for column in ("source_id", "counted_by", "unit", "region", "event", "dimension"):
                assert told[column].nunique() == 1, chart.name
            assert told["counted_on"].nunique(dropna=False) == 1 and len(chart.sources) == 1, chart.name
            assert set(told["figure_id"]) == {member.figure_id for member in one.members}
            assert DISPUTED not in set(told["status"])
            assert chart.title and chart.frame["label"].astype(bool).all() and chart.frame["label"].is_unique, chart.name
            # What lies under a whole ends where the whole does, or before.
            if one.sound and not chart.frame["about"].astype(bool).any():
                assert ((chart.frame["start"] + chart.frame["value"]) <= told["value"].max()).all(), chart.name
            drawn += 1
    assert drawn > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_with_a_figure_has_a_sentence(store, places, language):
    """Read from one source: the sentence of a statement, or of one figure; never that there is nothing."""
    nothing = {"id": "belum ada angka yang dipublikasikan", "en": "no figure has been published"}[language]
    assert len(places) > 600
    for region, event in places:
        told = summary(store, Filter(region, event, language=language))
        assert told and told.endswith(".") and nothing not in told and "nan" not in told.split(), (region, event)


def test_a_day_comes_before_the_order_of_units(store):
    """Eight cases without a day are not what heads Kutai Kartanegara: three dated sources say 11 persons."""
    told = summary(store, Filter("64.02", "pemilu-2024"))
    assert "11 ASN" in told and "Januari 2024" in told


def test_a_reader_walks_through_the_statements_of_a_counter(store):
    all_told = statement.told(store, NATION)
    leader = statement.leaders(all_told)[0]
    offered = statement.offered(all_told, leader, "id")
    assert len(offered) > 15 and leader.statement_id in offered
    days = [next(one for one in all_told if one.statement_id == key).counted_on for key in offered]
    assert [day for day in days if day] == sorted(day for day in days if day)
    earliest = next(iter(offered))
    chosen = charts_of(store, "ringkasan", NATION, {statement_of("pernyataan-orang"): earliest})["pernyataan-orang"]
    assert earliest in chosen.name
    senseless = charts_of(store, "ringkasan", NATION, {statement_of("pernyataan-orang"): "x"})["pernyataan-orang"]
    assert leader.statement_id in senseless.name


@pytest.mark.usefixtures("served_snapshot")
def test_the_page_shows_the_day_that_the_address_names(store):
    earliest = next(iter(statement.offered(statement.told(store, NATION), statement.leaders(statement.told(store, NATION))[0], "id")))
    app = open_page("ringkasan", wilayah="ID", pemilihan="pilkada-2020", **{statement_of("pernyataan-orang"): earliest})
    assert not app.exception
    assert "Dari 369 orang yang dilaporkan" in shown(app)


@pytest.mark.usefixtures("served_snapshot")
def test_equal_numbers_are_told_and_not_drawn(store, places):
    leading = ((place, statement.leaders(statement.told(store, Filter(*place)))[:1]) for place in places)
    region, event = next(place for place, leaders in leading for one in leaders if one.is_equal)
    app = open_page("ringkasan", wilayah=region, pemilihan=event)
    assert not app.exception
    seen, head = shown(app).replace("\\", ""), summary(store, scope(store, region, event))
    assert "Semua angkanya sama" in seen
    assert seen.count(head) == 1


def test_what_a_statement_tells_has_no_card_beside_it(store):
    told = frozenset((member.stage, one.unit) for one in statement.leaders(statement.told(store, NATION))[:2] for member in one.members)
    cards = headline_cards(store, NATION, told)
    assert cards and not {(card.stage, card.unit) for card in cards} & told


@pytest.mark.usefixtures("served_snapshot")
def test_no_warning_stands_twice_on_a_page(store):
    seen = shown(open_page("ringkasan", wilayah="35", pemilihan="pilkada-2020")).replace("\\", "")
    for caution in cautions(store, scope(store, "35", "pilkada-2020")):
        assert seen.count(caution.sentence) <= 1
    example = shown(open_page("ringkasan", wilayah="35.13", pemilihan="pilkada-2018")).replace("\\", "")
    (caution,) = cautions(store, scope(store, "35.13", "pilkada-2018"))
    assert example.count(caution.sentence) == 1 and example.count(caution.instead) == 1
