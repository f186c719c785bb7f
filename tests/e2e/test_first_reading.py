"""What stands on the screen before the dashboard has started, and a chart alone in a page of another address."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from tests.e2e.conftest import Visit

VIEW = "wilayah=ID&pemilihan=pilkada-2020"
PAGES = ("", "angka", "tren", "peta", "sanksi", "periksa", "paparan", "data", "sumber")


def test_with_scripts_off_a_page_is_read(server: str, browser: Browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{server}/?{VIEW}")
    told = page.locator("#bacaan").inner_text()
    assert all(number in told for number in ("2.007", "1.588", "1.365", "Jateng Today"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    notice, first = page.locator(".tanpa-skrip"), page.locator("#bacaan h1")
    face = "element => getComputedStyle(element).fontFamily"
    assert notice.evaluate(face) == first.evaluate(face)
    assert notice.bounding_box()["y"] == 0
    context.close()


def test_printed_before_the_dashboard_starts_the_page_is_used_from_its_left_edge(server: str, browser: Browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 794, "height": 1123})
    page = context.new_page()
    page.goto(f"{server}/?{VIEW}")
    page.emulate_media(media="print")
    assert page.locator("#bacaan .kalimat").bounding_box()["x"] < 40
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_the_first_reading_goes_when_the_dashboard_has_drawn_its_own_sentence(visit: Visit, page: str):
    visit.page.goto(f"{visit.server}/{page}?{VIEW}", wait_until="commit")
    visit.page.wait_for_selector("#bacaan", state="attached")
    visit.page.wait_for_selector("#bacaan", state="detached")
    visit.settled()


def test_the_sentence_does_not_jump(visit: Visit):
    visit.page.goto(f"{visit.server}/?{VIEW}", wait_until="commit")
    before = visit.page.locator("#bacaan .kalimat").bounding_box()
    visit.settled()
    after = visit.page.locator(".st-key-kalimat p").bounding_box()
    assert abs(before["x"] - after["x"]) <= 8 and abs(before["y"] - after["y"]) <= 12


def test_the_dashboard_is_dressed_from_its_first_element_on(visit: Visit):
    """The style sheet stands in the page itself: what draws the others, which come later, is held back here."""
    held = []
    visit.page.route("**/static/js/Html.*.js", lambda route: held.append(route))
    visit.page.goto(f"{visit.server}/?{VIEW}", wait_until="commit")
    visit.page.wait_for_selector(".st-key-kalimat p", state="attached")
    visit.page.wait_for_selector("#bacaan", state="detached")
    assert held
    size = visit.page.locator(".st-key-kalimat p").evaluate("sentence => getComputedStyle(sentence).fontSize")
    sidebar = visit.page.locator("[data-testid=stSidebar]").bounding_box()
    assert size == "27.2px" and sidebar["x"] == 0
    for route in held:
        route.continue_()
    visit.settled()


@pytest.fixture
def elsewhere(tmp_path) -> Iterator[str]:
    """The address of a page of somebody else, and its folder."""
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()


def test_a_chart_stands_alone_in_a_page_of_another_address(server: str, browser: Browser, elsewhere: str, tmp_path):
    for name, address in (("alone", f"{server}/?{VIEW}&sematkan=pernyataan-orang"), ("whole", f"{server}/?{VIEW}")):
        (tmp_path / f"{name}.html").write_text(f'<iframe src="{address}" width="900" height="560"></iframe>', encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{elsewhere}/alone.html")
    frame = page.frame_locator("iframe")
    frame.locator("[data-testid=stPlotlyChart] .main-svg").first.wait_for(state="attached")
    assert frame.locator("[data-testid=stPlotlyChart]").count() == 1
    assert "Jateng Today" in frame.locator("[data-testid=stMainBlockContainer]").inner_text()
    page.goto(f"{elsewhere}/whole.html")
    assert page.frame_locator("iframe").locator("#bacaan, [data-testid=stApp]").count() == 0
    page.close()
