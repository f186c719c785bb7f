"""Figures that are made up say so wherever they go: pages, charts, slides, files, addresses, fact sheets."""

import io
import json
import shutil
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from etl import publish
from etl.build import build
from netralitas import api, lembar, wording
from netralitas.address import propose
from netralitas.briefing import deck
from netralitas.briefing.slide import Occasion
from netralitas.charts import across
from netralitas.charts.alternatives import alternatives
from netralitas.claims import explained
from netralitas.files import formats as files
from netralitas.model import Filter
from netralitas.render import screen as plotly
from netralitas.render import slides as pptx
from netralitas.render import table
from netralitas.store import Store
from tests.helpers import DATA, open_page

MARK = {language: wording.text(language, "status.sintetis") for language in ("id", "en")}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The real tables under a data package that says that they are made up."""
    folder = tmp_path_factory.mktemp("synthetic")
    data = shutil.copytree(DATA, folder / "data")
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    (data / "datapackage.json").write_text(json.dumps({**package, "synthetic": True}), encoding="utf-8")
    build(data, folder / "build")
    return folder / "build"


@pytest.fixture(scope="module")
def made_up(built) -> Store:
    snapshot_id = publish.current(built)
    return Store(publish.path(built, snapshot_id), snapshot_id)


@pytest.fixture
def client(built, monkeypatch) -> TestClient:
    monkeypatch.setenv("NETRALITAS_BUILD", str(built))
    return TestClient(Starlette(routes=[*api.routes(), *lembar.routes()]))


def scope(store: Store, language: str) -> Filter:
    return propose(store, Filter(region="35", event="pilkada-2020", language=language, chosen=frozenset({"wilayah", "pemilihan"})))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_says_so(client, language):
    app = open_page("ringkasan", wilayah="35", pemilihan="pilkada-2020", bahasa=language)
    assert [box.value for box in app.warning] == [wording.text(language, "sintetis")]


def test_real_pages_do_not(served_snapshot):
    assert not open_page("ringkasan", wilayah="35", pemilihan="pilkada-2020").warning


@pytest.mark.parametrize("language", ["id", "en"])
def test_charts_and_their_files_are_marked(made_up, language):
    current = scope(made_up, language)
    for chart in (alternatives(made_up, current), across.across(made_up, current, False)):
        assert MARK[language] in [note.text for note in plotly.figure(chart).layout.annotations]
        assert all("DATA SINTETIS" in source.publisher for source in chart.sources)
        export = explained.chart(table.export(chart, current, ""), made_up, chart)
        cells = [str(cell) for sheet in load_workbook(io.BytesIO(files.content("xlsx", export))) for row in sheet.values for cell in row]
        assert any(MARK[language] in cell for cell in cells)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_slide_is_marked(made_up, language):
    current = scope(made_up, language)
    slides = deck.slides(made_up, deck.proposal(made_up, replace(current)), language, Occasion())
    for page in Presentation(io.BytesIO(pptx.deck(slides, language))).slides:
        assert MARK[language] in [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]


def test_addresses_and_fact_sheets_name_no_publisher_without_saying_so(client):
    rows = client.get("/api/v1/figures.json?wilayah=35&pemilihan=pilkada-2020").json()["rows"]
    assert rows
    assert all(row["publisher"].startswith("DATA SINTETIS") for row in rows)
    assert all(row["publisher"].startswith("DATA SINTETIS") for row in client.get("/api/v1/sources.json").json()["rows"])
    sheet = client.get("/lembar/35?pemilihan=pilkada-2020").text
    assert sheet.count("DATA SINTETIS") >= 4
