"""The HTML page around the dashboard, as a browser gets it at the address of a page."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import file_util

from netralitas import wording
from netralitas.server.doors import Doors
from netralitas.ui import PAGES


@pytest.fixture
def client() -> TestClient:
    return TestClient(Doors(Starlette(), tuple(PAGES)))


@pytest.mark.parametrize(("address", "language"), [("/", "id"), ("/tren?bahasa=en", "en"), ("/data?bahasa=xx", "id")])
def test_the_page_is_in_the_reader_s_language_and_knows_its_server(client, address, language):
    page = client.get(address).text
    assert f'<html lang="{language}">' in page
    assert wording.text(language, "produk") in re.search("<title>(.*?)</title>", page)[1]
    assert 'BACKEND_BASE_URL: location.origin + "/"' in page


@pytest.mark.parametrize(("page", "program"), [("", "PlotlyChart"), ("peta", "PlotlyChart"), ("data", "DataFrame"), ("paparan", None)])
def test_what_draws_the_first_figure_is_asked_for_at_once(client, page, program):
    asked = re.findall(
        r'rel="modulepreload" crossorigin href="\./static/js/((?:PlotlyChart|DataFrame)\.[^"]+)"', client.get(f"/{page}").text
    )
    assert [name.partition(".")[0] for name in asked] == ([program] if program else [])
    assert all((Path(file_util.get_static_dir()) / "static" / "js" / name).is_file() for name in asked)


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
    assert set(policy["script-src"].split()) == {"'self'", "'wasm-unsafe-eval'", *named} and len(named) == 9
    assert policy["default-src"] == "'none'" and policy["connect-src"] == "'self'" and policy["frame-ancestors"] == "'none'"
    assert "http" not in answer.headers["content-security-policy"]
