"""Fact sheets and data addresses as the real server gives them, read and printed by a real browser."""

import re
import urllib.error
import urllib.request

import pytest

from netralitas import address, model
from netralitas.lembar import html
from netralitas.lembar.sheet import sheet
from netralitas.model import DISPUTED

# On the printed page: A4 less its margins, in CSS pixels.
NARROW, HIGH = 703, 1047
TALLEST = 24


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("language", model.LANGUAGES)
@pytest.mark.parametrize(
    "scope", ["35.13?pemilihan=pilkada-2018", "35?pemilihan=pilkada-2020", "ID?pemilihan=pilkada-2020", "94.06?pemilihan=pilkada-2020"]
)
def test_a_sheet_prints_on_one_page_and_asks_for_nothing_else(server, browser, scope, language):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    try:
        url = f"{server}/lembar/{scope}&bahasa={language}"
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert pages_of(page.pdf(prefer_css_page_size=True)) == 1
        assert [one for one in asked if not one.startswith("data:")] == [url]
        assert complaints == []
    finally:
        page.close()


def test_the_longest_sheets_print_on_one_page(store, browser):
    """Of the regions and elections with most figures and with disputed ones, those whose sheets take most lines."""
    weights = {
        (region, event): len(rows) + 6 * (rows["status"] == DISPUTED).sum()
        for region in store.region_names()
        for event, rows in store.available(region).groupby("event")
    }
    heaviest = sorted(weights, key=lambda scope: -weights[scope])[: 3 * TALLEST]
    scopes = [address.parse(store, {model.REGION: region, model.EVENT: event})[0] for region, event in heaviest]
    longest = sorted((sheet(store, scope, "https://netralitas.example.go.id") for scope in scopes), key=lambda told: -told.lines)[:TALLEST]
    page = browser.new_page(viewport={"width": NARROW, "height": HIGH})
    page.emulate_media(media="print")
    try:
        for told in longest:
            page.set_content(html(told))
            height = page.evaluate("document.querySelector('main').getBoundingClientRect().height")
            assert height <= HIGH, (told.scope, told.lines)
            assert pages_of(page.pdf(prefer_css_page_size=True)) == 1, told.scope
    finally:
        page.close()


def test_the_server_compresses_and_remembers(server):
    url = f"{server}/api/v1/headlines.csv?wilayah=35"
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})) as answer:
        tag = answer.headers["ETag"]
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Vary"] == "Accept-Encoding"
    with pytest.raises(urllib.error.HTTPError) as again:
        urllib.request.urlopen(urllib.request.Request(url, headers={"If-None-Match": tag}))
    assert again.value.code == 304


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/api/v1/openapi.json", "/lembar/ID.png"])
def test_the_server_has_the_addresses_beside_the_pages(server, path):
    with urllib.request.urlopen(server + path) as answer:
        assert answer.status == 200
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{server}/api/v1/nothing")
    assert refused.value.code == 404
