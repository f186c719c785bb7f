"""A deck outlives its tab: a reload, and a new tab of the same browser."""

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import Visit

ADDRESS = "/paparan?wilayah=ID&pemilihan=pilkada-2020"


def titles(page: Page) -> list[str]:
    return [one.partition(". ")[2] for one in page.locator("[class*=st-key-slide-] [data-testid=stCheckbox]").all_inner_texts()]


def test_a_deck_survives_a_reload_and_stands_in_a_new_tab(visit: Visit):
    page = visit.open(ADDRESS)
    page.wait_for_selector(".st-key-slide-4 [data-testid=stCheckbox]")
    proposed = titles(page)
    for place in (1, 2):
        page.locator(f".st-key-slide-{place} [data-testid=stCheckbox] label").click()
        visit.settled()
    page.locator(".st-key-hapus button").click()
    page.wait_for_function(
        f"() => document.querySelectorAll('[class*=st-key-slide-] [data-testid=stCheckbox]').length === {len(proposed) - 2}"
    )
    visit.settled()
    left = [proposed[0], *proposed[3:]]
    assert titles(page) == left
    page.reload()
    visit.settled()
    page.wait_for_selector(".st-key-slide-1 [data-testid=stCheckbox]")
    assert titles(page) == left
    other = page.context.new_page()
    tab = Visit(other, visit.server)
    tab.open("/?wilayah=35&pemilihan=pilkada-2020")
    tab.open("/paparan?wilayah=35&pemilihan=pilkada-2020")
    other.wait_for_selector(".st-key-slide-1 [data-testid=stCheckbox]")
    assert titles(other) == left
    assert tab.errors == []


def test_an_emptied_deck_stays_empty_after_a_reload(visit: Visit):
    page = visit.open(ADDRESS)
    page.locator(".st-key-kosongkan button").click()
    page.wait_for_selector(".st-key-slide-0", state="detached")
    visit.settled()
    page.reload()
    visit.settled()
    assert titles(page) == []


@pytest.mark.parametrize("letters", ["x", "<script>", "eJwr"])
def test_letters_of_a_stranger_are_no_deck(server: str, browser: Browser, letters: str):
    context = browser.new_context()
    context.add_cookies([{"name": "netralitas_paparan", "value": letters, "url": f"{server}/_stcore/stream"}])
    tab = Visit(context.new_page(), server)
    page = tab.open(ADDRESS)
    page.wait_for_selector(".st-key-slide-4 [data-testid=stCheckbox]")
    context.close()
