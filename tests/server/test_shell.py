"""The HTML page around the dashboard, as a browser gets it at the address of a page."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import file_util

from netralitas import wording
from netralitas.model import NATION
from netralitas.server.doors import Doors
from netralitas.store.shapes import shapes
from netralitas.ui import PAGES
from tests.helpers import open_page


@pytest.fixture
def client(served_snapshot) -> TestClient:
    return TestClient(Doors(Starlette(), tuple(PAGES)))


@pytest.mark.parametrize(("address", "language"), [("/", "id"), ("/tren?bahasa=en", "en"), ("/data?bahasa=xx", "id")])
def test_the_page_is_in_the_reader_s_language_and_knows_its_server(client, address, language):
    page = client.get(address).text
    assert f'<html lang="{language}">' in page
    assert wording.text(language, "produk") in re.search("<title>(.*?)</title>", page)[1]
    assert 'BACKEND_BASE_URL: location.origin + "/"' in page


def asked_for(page: str) -> tuple[list[str], bool]:
    """The programs that a page asks for before it needs them, and whether it waits until what is read first is painted."""
    programs, waits = re.search(r"}\)\((\[.*?\]), (true|false)\)", page).groups()
    return [name.removeprefix("./") for name in json.loads(programs)], json.loads(waits)


@pytest.mark.parametrize(("page", "program"), [("", "PlotlyChart"), ("peta", "PlotlyChart"), ("data", "DataFrame"), ("paparan", None)])
def test_what_draws_the_first_figure_is_asked_for_before_it_comes(client, page, program):
    programs, waits = asked_for(client.get(f"/{page}").text)
    figures = [name for name in programs if "PlotlyChart." in name or "DataFrame." in name]
    assert [Path(name).name.partition(".")[0] for name in figures] == ([program] if program else [])
    assert all((Path(file_util.get_static_dir()) / name).is_file() for name in programs) and waits


@pytest.mark.parametrize(
    ("view", "draws"), [("?wilayah=ID&pemilihan=pilkada-2020", True), ("?wilayah=35.07&pemilihan=pilkada-2024", False)]
)
def test_a_view_without_a_figure_does_not_begin_what_would_draw_one(client, view, draws):
    """Malang has one number in Pilkada 2024, and no chart: plotly is a megabyte and a second's work."""
    page = client.get(f"/{view}").text
    assert ("/PlotlyChart." in page) is draws
    assert ("WebSocket.prototype.send" in page) is draws


@pytest.mark.parametrize(
    ("view", "level"),
    [("peta", "provinsi"), ("peta?tingkat=kabkota", "kabkota"), ("peta?wilayah=35.07", "kabkota"), ("tren", None), ("data", None)],
)
def test_the_shapes_of_a_map_are_named_in_its_page(client, maps, view, level):
    """The browser asks for them while the server makes the page, and not when the chart has come."""
    named = re.findall(r'"(app/static/geo/(\w+)-[^"]*)"', client.get(f"/{view}").text)
    assert named == ([(shapes(level, NATION).url, level)] if level else [])


@pytest.mark.parametrize("page", list(PAGES))
def test_all_that_a_page_needs_is_asked_for_with_what_it_imports(client, page):
    """What draws each element of the page, where the front end has a program of its own for that."""
    view = {"wilayah": "ID", "pemilihan": "pilkada-2020"}
    head = client.get(f"/{page if page != 'ringkasan' else ''}", params=view).text
    told = {*re.findall(r'(?:href|src)="\./(static/js/[^"]+)"', head), *asked_for(head)[0]}
    folder = Path(file_util.get_static_dir())
    app = open_page(page, **view)
    drawn_by = {node.type.replace("_", "") for node in (*app.main, *app.sidebar)}
    own = {file.name.partition(".")[0].lower(): f"static/js/{file.name}" for file in (folder / "static" / "js").iterdir()}
    assert {own[name] for name in drawn_by & own.keys()} <= told
    for program in told:
        content = (folder / program).read_text(encoding="utf-8")
        assert {f"static/js/{name}" for name in re.findall(r'(?:from|import)"\./([\w.-]+\.js)"', content)} <= told


def test_a_chart_alone_asks_for_nothing_else(client):
    head = client.get("/?wilayah=ID&pemilihan=pilkada-2020&sematkan=pernyataan-orang").text
    assert "/PlotlyChart." in head and "/Selectbox." not in head and "/PageLink." not in head
    assert not asked_for(head)[1]  # nothing is read before it


def test_the_style_sheet_stands_before_the_dashboard_so_that_what_a_view_adds_has_the_last_word(client):
    page = client.get("/").text
    assert page.index(".stMainBlockContainer") < page.index('<div id="root">')


def test_streamlits_page_is_changed_wherever_we_mean_to(client):
    """What stands in Streamlit's own page is found again in this version of it, or nothing would be put in its place."""
    page = client.get("/tren?bahasa=en").text
    assert "service-desc" not in page and "agent" not in page
    assert "favicon.png" not in page and 'href="./favicon.ico"' in page
    assert wording.text("en", "tanpa_skrip") in page and '<a href="./lembar/ID?bahasa=en">' in page


def test_the_policy_names_each_script_that_stands_in_the_page_and_allows_no_other(client):
    answer = client.get("/peta")
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    inline = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    named = {f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in inline}
    assert set(policy["script-src"].split()) == {"'self'", "'wasm-unsafe-eval'", *named} and len(named) == 11
    assert policy["default-src"] == "'none'" and policy["connect-src"] == "'self'" and policy["frame-ancestors"] == "'none'"
    assert "http" not in answer.headers["content-security-policy"]
