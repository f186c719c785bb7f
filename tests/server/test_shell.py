"""The HTML page around the dashboard, as a browser gets it at the address of a page."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import file_util

from netralitas import wording
from netralitas.server.shell import Shell
from netralitas.ui import PAGES


@pytest.fixture
def client() -> TestClient:
    return TestClient(Shell(Starlette(), tuple(PAGES)))


@pytest.mark.parametrize(("address", "language"), [("/", "id"), ("/tren?bahasa=en", "en"), ("/data?bahasa=xx", "id")])
def test_the_page_is_in_the_reader_s_language_and_knows_its_server(client, address, language):
    page = client.get(address).text
    assert f'<html lang="{language}">' in page
    assert f"<title>{wording.text(language, 'produk')}</title>" in page
    assert 'BACKEND_BASE_URL: location.origin + "/"' in page


@pytest.mark.parametrize(("page", "program"), [("", "PlotlyChart"), ("peta", "PlotlyChart"), ("data", "DataFrame"), ("paparan", None)])
def test_what_draws_the_first_figure_is_asked_for_at_once(client, page, program):
    asked = re.findall(
        r'rel="modulepreload" crossorigin href="\./static/js/((?:PlotlyChart|DataFrame)\.[^"]+)"', client.get(f"/{page}").text
    )
    assert [name.partition(".")[0] for name in asked] == ([program] if program else [])
    assert all((Path(file_util.get_static_dir()) / "static" / "js" / name).is_file() for name in asked)


def test_other_addresses_are_passed_on(client):
    assert client.get("/no-such-page").status_code == 404
