"""What a card hands out for other programs and papers: the address of its data, and a ready citation."""

import io

import pandas as pd
import pyarrow.parquet as pq
import pytest

from netralitas import model
from netralitas.address import links as place
from netralitas.address.parameters import CALENDAR
from netralitas.address.selection import Selection
from netralitas.charts import coverage_map, lists, regions
from netralitas.charts.alternatives import alternatives
from netralitas.claims import amount, citation
from netralitas.claims import rows as listing
from netralitas.claims.amount import verdict_word
from netralitas.claims.cards import headline_cards
from netralitas.model import DISPUTED, Filter
from netralitas.ui import data as parts
from tests.helpers import ORIGIN, bars, flow, open_page, read_csv


def charts(store):
    nation, regency = Filter(region="ID", event="pilkada-2020"), Filter(region="35.13", event="pilkada-2018", stage="dugaan")
    yield nation, flow(store, nation, "kasus")
    yield nation, flow(store, nation, "orang")
    yield nation, alternatives(store, nation)
    for parent in ("ID", "74"):
        view, list_id = lists.main(store, nation, parent)
        yield view, regions.ranking(store, view, parent, list_id, "jumlah", True)
    yield nation, coverage_map.coverage_map(store, nation, "kabkota", "ID", None)
    yield regency, bars(store, regency, "kasus")


def figures_in(answer, extension: str) -> set[str]:
    """The figures of an answer, whether its rows are figures or what one source put together."""
    if extension == "parquet":
        return set(pq.read_table(io.BytesIO(answer.content))["figure_id"].to_pylist())
    if extension == "csv":
        rows = read_csv(answer.content)
        return set(rows["figure_id"]) if "figure_id" in rows else {one for cell in rows["figure_ids"] for one in cell.split()}
    return {one for row in answer.json()["rows"] for one in row.get("figure_ids", [row.get("figure_id")])}


@pytest.mark.parametrize("extension", ["csv", "json"])
def test_a_list_and_a_statement_lead_to_themselves_and_nothing_else(client, store, extension):
    nation = Filter(region="ID", event="pilkada-2020")
    drawn = flow(store, nation, "orang")
    address = place.data_address(store, nation, drawn, base=ORIGIN, extension=extension)
    assert f"/statements.{extension}?" in address
    assert figures_in(client.get(address), extension) >= set(filter(None, drawn.frame["figure_id"]))
    view, list_id = lists.main(store, nation, "74")
    address = place.data_address(store, view, regions.ranking(store, view, "74", list_id, "jumlah", True), base=ORIGIN, extension=extension)
    assert f"/lists.{extension}?" in address
    assert figures_in(client.get(address), extension) == set(store.lists_of_all().query("list_id == @list_id")["figure_id"])
    assert len(client.get(address.replace(f".{extension}", ".json")).json()["rows"]) == 1
    # Numbers that nobody put together, and a single one, keep the address of their scope.
    other = place.data_address(store, nation, bars(store, nation, "orang"), base=ORIGIN, extension=extension)
    assert f"/headlines.{extension}?" in other or f"/figures.{extension}?" in other


@pytest.mark.parametrize("extension", ["csv", "json", "parquet"])
def test_the_data_address_of_a_chart_answers_with_every_figure_drawn(client, store, extension):
    for scope, chart in charts(store):
        address = place.data_address(store, scope, chart, base=ORIGIN, extension=extension)
        answer = client.get(address)
        assert answer.status_code == 200, address
        told = figures_in(answer, extension)
        assert set(filter(None, chart.frame["figure_id"])) <= told, address


def test_the_data_address_is_no_wider_than_the_chart(client, store):
    scope = Filter(region="ID", event="pilkada-2020")
    chart = bars(store, scope, "orang")
    told = client.get(place.data_address(store, scope, chart, base=ORIGIN, extension="json")).json()["rows"]
    assert {row["figure_id"] for row in told} == set(chart.frame["figure_id"])


def test_a_citation_names_who_what_where_when_and_the_snapshot(store):
    scope = Filter(region="ID", event="pilkada-2020")
    card = next(card for card in headline_cards(store, scope) if card.stage == "diteruskan")
    told = citation.card(store, card, place.page_address("https://example.org", scope))
    for part in (
        "Bawaslu",
        "1.398 kasus",
        "Pilkada 2020",
        "Indonesia",
        card.cutoff,
        card.publisher,
        "https://example.org/?",
        store.snapshot_id,
    ):
        assert part in told["id"], part
    assert "1,398 cases" in told["en"]
    assert "bahasa=en" in told["en"]


def test_a_disputed_figure_is_cited_with_its_verdict(store):
    scope = Filter(region="35.13", event="pilkada-2018")
    (card,) = headline_cards(store, scope)
    for language, told in citation.card(store, card, "").items():
        assert f"Status: {verdict_word(DISPUTED, language)}." in told


BASES = ("http://localhost:8501", "https://netralitas.example.go.id/dasbor")


@pytest.mark.parametrize("base", BASES)
def test_a_citation_fits_a_message_and_never_loses_number_place_day_or_address(store, base):
    frame = store.figures("ID", None, None, None, True)
    frame = frame[frame["is_headline"] & frame["event"].notna()]
    longest = frame.loc[frame["publisher"].str.len().sort_values(ascending=False).index].head(60)
    for row in pd.concat([longest, frame.drop_duplicates(["status", "qualifier", "stage"])]).to_dict("records"):
        scope = Filter(
            row["region"], row["event"], row["stage"], row["unit"], chosen=frozenset({"wilayah", "pemilihan", "tahap", "satuan"})
        )
        address = place.page_address(base, scope)
        for language, told in citation.of_figure(store, row["figure_id"], address).items():
            assert len(told) <= citation.LONGEST, told
            named = (row["region_name"], row[f"cutoff_{language}"], row["publisher"][:10])
            needed = (amount.of(store, row, language).full, *named, citation.in_language(address, language))
            assert all(part in told for part in needed), (needed, told)
            assert verdict_word(row["status"], language) in told


def test_a_name_that_is_too_long_is_cut_and_nothing_else(store, monkeypatch):
    (card,) = headline_cards(store, Filter(region="35.13", event="pilkada-2018"))
    frame = store.figures_named((card.figure_id,)).assign(publisher="Penerbit " * 60)
    monkeypatch.setattr(type(store), "figures_named", lambda self, named: frame)
    told = citation.card(store, card, "https://example.org/?wilayah=35.13")["id"]
    assert len(told) <= citation.LONGEST
    assert "…" in told and "1.194 kasus" in told and "https://example.org/?wilayah=35.13" in told and "Status:" in told


def test_every_chart_can_be_cited_in_both_languages(store):
    for scope, chart in charts(store):
        told = citation.chart(store, chart, place.page_address("https://example.org", scope))
        assert set(told) == set(model.LANGUAGES)
        assert all("https://example.org" in words and len(words) <= citation.LONGEST for words in told.values())


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("http://h:8501/tren?wilayah=35", "http://h:8501"),
        ("https://h/prefix/tren", "https://h/prefix"),
        ("https://h/prefix/", "https://h/prefix"),
        ("http://h:8501/", "http://h:8501"),
        (None, ""),
    ],
)
def test_the_base_of_a_page_s_address(url, base):
    assert place.base_of(url) == base


SELECTIONS = [Selection("35", "pilkada-2020", below=True), Selection("ID", None, below=True), Selection("35.13", CALENDAR)]


@pytest.mark.parametrize("chosen", SELECTIONS)
def test_the_address_of_a_selection_answers_with_exactly_its_figures(client, store, chosen):
    held = listing.selected(store, chosen)
    for extension, read in (("csv", read_csv), ("parquet", lambda body: pq.read_table(io.BytesIO(body)).to_pandas())):
        answer = client.get(place.rows_address(ORIGIN, chosen, "id", extension))
        assert answer.status_code == 200
        assert sorted(read(answer.content)["figure_id"]) == sorted(held["figure_id"])


def test_a_large_selection_is_fetched_from_its_address_and_not_held(served_snapshot, monkeypatch):
    monkeypatch.setattr(parts, "LARGE", 10)
    monkeypatch.setattr(parts, "served_beside", lambda: True)
    app = open_page("data", wilayah="35", pemilihan="pilkada-2020", cakupan="dalam")
    links = {link.proto.label: link.proto.url for link in app.get("link_button") if "/api/" in link.proto.url}
    assert {label.split()[-1] for label in links} == {"CSV", "PARQUET"}
    assert all("/api/v1/figures." in url and "cakupan=dalam" in url for url in links.values())
    # Words have no address: such a selection keeps its buttons.
    searched = open_page("data", wilayah="35", pemilihan="pilkada-2020", cakupan="dalam", cari="bawaslu")
    assert not [link for link in searched.get("link_button") if "/api/" in link.proto.url]
