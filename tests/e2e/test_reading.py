"""What a reader does: open a copied address, choose, go back, search, hold a phone."""

import re

import pytest
from playwright.sync_api import expect

from netralitas.ui import PAGES
from tests.e2e.conftest import WORDS, Visit, choose

PATHS = {name: "/" if name == "ringkasan" else f"/{name}" for name in PAGES}
VIEWS = ["?wilayah=ID&pemilihan=pilkada-2020", "?wilayah=35.13&pemilihan=pilkada-2018&bahasa=en"]


def test_the_example_of_the_brief(visit: Visit):
    visit.open("/?wilayah=35.13&pemilihan=pilkada-2018")
    seen = visit.text()
    assert "1.194" in seen
    assert "BKPSDM Kabupaten Probolinggo" in seen
    assert "27 Juni 2023" in seen
    assert "721 kasus" in seen
    assert re.search(r"persis sama dengan angka Indonesia pada Pilkada 2020 \(1\.194 kasus, Bawaslu, s\.d\. 19 Desember 2020\)", seen)
    visit.open("/?wilayah=35.74&pemilihan=pilkada-2018")
    assert "1.194" not in visit.page.locator("h1").inner_text()
    expect(visit.page.locator("[class*=st-key-angka-]")).to_have_count(0)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", list(PAGES))
def test_every_page_draws_and_asks_nobody_else(visit: Visit, page: str, view: str):
    """The fixture fails on any foreign request and any error in the console."""
    visit.open(PATHS[page] + view)
    # A script of a widget may come after the run is over.
    visit.page.wait_for_function("() => document.querySelector('[data-testid=stMainBlockContainer]').innerText.length > 100")
    assert visit.page.locator("[data-testid=stException]").count() == 0


@pytest.mark.parametrize("page", list(PAGES))
def test_a_phone_never_scrolls_sideways(phone: Visit, page: str):
    phone.open(PATHS[page] + VIEWS[0])
    # A chart is drawn before it knows its width: what counts is the page that has come to rest.
    phone.page.wait_for_load_state("networkidle")
    phone.page.wait_for_function(
        "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth <= main.clientWidth }"
    )


def test_the_address_holds_the_view(visit: Visit, browser, server: str):
    """Choose in one browser, open the copied address in another: the same view."""
    page = visit.open("/?wilayah=35&pemilihan=pilkada-2020")
    choose(page, "pilih_pemilihan", "Pilkada 2018")
    page.wait_for_url("**pemilihan=pilkada-2018**")
    page.get_by_role("radio", name="English").click()
    page.wait_for_url("**bahasa=en**")
    visit.settled()
    page.get_by_role("link", name="Trends").click()
    page.wait_for_url("**/tren?**")
    first = visit.settled().url, visit.words()
    assert "wilayah=35&" in first[0] + "&"
    other = browser.new_context(viewport={"width": 1440, "height": 900})
    second = Visit(other.new_page(), "")
    # Its last parts may come after its first drawing has settled.
    expect(second.open(first[0]).locator(WORDS)).to_have_count(len(first[1]))
    assert second.words() == first[1]
    other.close()
    page.go_back()
    page.wait_for_url(re.compile(r"/\?"))
    visit.settled()
    assert "Pilkada 2018" in visit.text()


def test_a_typing_error_finds_the_region(visit: Visit):
    page = visit.open("/?pemilihan=pilkada-2018")
    page.locator(".st-key-pilih_wilayah input").fill("kab probolinngo")
    page.keyboard.press("Enter")
    page.wait_for_url("**wilayah=35.13**")
    visit.settled()
    assert "Kabupaten Probolinggo" in visit.text()


def test_an_ambiguous_name_offers_both(visit: Visit):
    page = visit.open("/?wilayah=Probolinggo&pemilihan=pilkada-2018")
    expect(page.get_by_role("button", name="Kota Probolinggo")).to_be_visible()
    page.get_by_role("button", name="Kabupaten Probolinggo").click()
    page.wait_for_url("**wilayah=35.13**")


def test_text_of_an_address_is_never_html(visit: Visit):
    page = visit.open("/?wilayah=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E&pemilihan=%5Bklik%5D(http%3A%2F%2Fexample.org)")
    assert "<img src=x" in visit.text()
    assert page.locator("[data-testid=stMain] img[src=x]").count() == 0
    assert page.locator("[data-testid=stMain] a[href*='example.org']").count() == 0


def test_cards_within_half_a_page_keep_room_for_their_words(visit: Visit):
    page = visit.open("/sanksi?wilayah=ID&pemilihan=pilkada-2024")
    widths = [card.bounding_box()["width"] for card in page.locator("[class*=st-key-angka-]:visible").all()]
    assert len(widths) == 3 and min(widths) >= 200
