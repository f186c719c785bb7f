"""Fact sheets and data addresses as the real server gives them, read and printed by a real browser."""

import re
import urllib.error
import urllib.request
from itertools import groupby

import pytest

from netralitas import address, model
from netralitas.lembar import html, room
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


# A reader's typeface may be a little wider than this machine's: a letter of these words is given what it lacks to a width of so many em,
# .028 more than in Arial. The foot stands where the text ends, so that its length is known.
WORDS, WIDE = "Bawaslu mencatat 1.194 kasus dugaan pelanggaran netralitas ASN", 0.511
WIDENED = """([words, wide]) => {
  const style = getComputedStyle(document.body), brush = document.createElement("canvas").getContext("2d");
  brush.font = `100px ${style.fontFamily}`;
  const letter = brush.measureText(words).width / words.length / 100, more = Math.max(0, wide - letter);
  const rules = `body{letter-spacing:${more}em} main{min-height:0!important} footer{margin-top:1em!important}`;
  document.head.append(Object.assign(document.createElement("style"), { textContent: rules }));
}"""


def test_sheets_print_on_one_page_and_fill_it(store, browser):
    """Of the regions and elections with most figures, with least and with none: of each size of type those that take most lines."""
    weights = {
        (region, event): len(rows) + 6 * (rows["status"] == DISPUTED).sum()
        for region in store.region_names()
        for event, rows in store.available(region).groupby("event")
    }
    ranked = sorted(weights, key=lambda scope: -weights[scope])
    bare = [(region, "pilkada-2024") for region in store.region_names() if (region, "pilkada-2024") not in weights]
    asked = [("64.02", "pemilu-2024"), *ranked[: 3 * TALLEST], *ranked[-2 * TALLEST :], *bare[:TALLEST]]
    scopes = [address.parse(store, {model.REGION: region, model.EVENT: event})[0] for region, event in asked]
    little, *others = (sheet(store, scope, "https://netralitas.example.go.id") for scope in scopes)
    others = sorted(others, key=lambda one: (one.size, -room.lines(one)))
    fullest = [little, *(one for _, of_size in groupby(others, key=lambda one: one.size) for one in list(of_size)[:TALLEST])]
    assert len({one.size for one in fullest}) >= 3
    page = browser.new_page(viewport={"width": NARROW, "height": HIGH})
    page.emulate_media(media="print")
    filled = {}
    try:
        for one in fullest:
            page.set_content(html(one))
            assert pages_of(page.pdf(prefer_css_page_size=True)) == 1, one.scope
            page.evaluate(WIDENED, [WORDS, WIDE])
            filled[one.scope.region] = page.evaluate("document.querySelector('main').getBoundingClientRect().height") / HIGH
    finally:
        page.close()
    assert max(filled.values()) <= 1, filled
    assert min(filled.values()) > 0.6, filled
    # What is known of it is little; its page is full all the same.
    assert filled["64.02"] > 0.85


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
