"""What a reader hears who goes through a page by ear and keyboard, and what a small or zoomed screen shows."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from netralitas.charts.heard import heard
from netralitas.model import Filter
from netralitas.ui import PAGES
from tests.e2e.conftest import Visit, _visit, choose
from tests.e2e.test_reading import PATHS
from tests.helpers import flow

VIEWS = {"id": "?wilayah=35&pemilihan=pilkada-2020", "en": "?wilayah=35&pemilihan=pilkada-2020&bahasa=en"}
# Words of the front end that nobody put into the reader's language.
ENGLISH = re.compile(
    r"^(Open|Close|Sidebar|Add: .*|Help for .*|Skip to main content|Choose .*|(Expand|Collapse) sidebar|Clear value|(Search|Fullscreen)\b.*"
    r"|Navigate to home page|file upload|Upload.*|Show/hide columns.*|(day|month|year)(, .*)?|Use arrow keys.*)$"
)
TO_THE_CONTENT = 8


def tree(page: Page) -> list[dict]:
    """What assistive technology is told: role, name, level and the roles around, in the order of the page."""
    nodes = {node["nodeId"]: node for node in page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]}
    found = []

    def walk(node: dict, within: tuple[str, ...]) -> None:
        role = node.get("role", {}).get("value", "")
        if not node.get("ignored"):
            name = " ".join(str(node.get("name", {}).get("value", "")).split())
            level = next((one["value"]["value"] for one in node.get("properties", []) if one["name"] == "level"), None)
            found.append({"role": role, "name": name, "level": level, "within": within})
        for child in node.get("childIds", ()):
            if child in nodes:
                walk(nodes[child], (*within, role))

    walk(next(node for node in nodes.values() if "parentId" not in node), ())
    return found


def resting(visit: Visit, address: str) -> Page:
    """The page once its last part has arrived and its names are mended."""
    page = visit.open(address)
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-testid=stSidebar]")).to_have_attribute("aria-label", re.compile("Sidebar|Pilihan"))
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page


@pytest.mark.parametrize("language", list(VIEWS))
@pytest.mark.parametrize("page", list(PAGES))
def test_a_page_is_heard_in_order_and_in_one_language(visit: Visit, page: str, language: str):
    nodes = tree(resting(visit, PATHS[page] + VIEWS[language]))
    headings = [node for node in nodes if node["role"] == "heading" and "main" in node["within"]]
    levels = [node["level"] for node in headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), [(node["level"], node["name"]) for node in headings]
    assert [node["role"] for node in nodes].count("main") == 1
    assert [node["name"] for node in nodes if node["role"] == "navigation"] == [{"id": "Halaman", "en": "Pages"}[language]]
    assert not [node for node in nodes if "figure" in node["within"]], "a chart's drawing is read again beside its name"
    acted = [node for node in nodes if node["role"] in ("button", "link", "checkbox", "combobox", "textbox", "radio", "region")]
    assert all(node["name"] for node in acted), "something that acts has no name"
    assert [node["name"] for node in acted if "\\" in node["name"] or "**" in node["name"]] == [], "Markdown is read aloud"
    if language == "id":
        assert [node["name"] for node in nodes if ENGLISH.match(node["name"])] == []


def test_a_calendar_is_heard_in_the_language_of_the_page(visit: Visit):
    opened = resting(visit, PATHS["sanksi"] + VIEWS["id"])
    opened.get_by_role("button", name="Pilih tanggal").click()
    expect(opened.locator("[data-testid=stDateInputCalendar] h2").first).to_contain_text("Pilih tanggal, ")
    assert [node["name"] for node in tree(opened) if "dialog" in node["within"] and ENGLISH.match(node["name"])] == []


@pytest.mark.parametrize(
    ("language", "shown", "empty", "month"), [("id", "hh/bb/tttt", "Kosong", "Desember"), ("en", "dd/mm/yyyy", "Empty", "December")]
)
def test_a_day_is_typed_and_heard_in_the_language_of_the_page(visit: Visit, language: str, shown: str, empty: str, month: str):
    """The browser here speaks English; an empty box, too, asks for the day in the reader's letters."""
    opened = resting(visit, PATHS["sanksi"] + VIEWS[language] + "&tanggal=semua")
    box = opened.get_by_test_id("stDateInputField")
    assert "".join(box.inner_text().split()) == shown
    parts = box.get_by_role("spinbutton")
    assert {part.get_attribute("aria-valuetext") for part in parts.all()} == {empty}
    parts.first.focus()
    opened.keyboard.type("09122020")
    # the day is taken when the keyboard leaves the box and its two buttons
    for _ in range(3):
        opened.keyboard.press("Tab")
    opened.wait_for_url("**tanggal=2020-12-09**")
    visit.settled()
    assert "".join(box.inner_text().split()) == "09/12/2020"
    expect(parts.nth(1)).to_have_attribute("aria-valuetext", month)


@pytest.mark.parametrize(("language", "first"), [("id", "Urutkan naik"), ("en", "Sort ascending")])
def test_the_menu_of_a_column_is_in_the_language_of_the_page_and_counts_no_rows(visit: Visit, language: str, first: str):
    opened = resting(visit, PATHS["data"] + VIEWS[language])
    table = opened.get_by_test_id("stDataFrame").first
    table.locator("canvas").first.wait_for()
    place, menu = table.bounding_box(), opened.get_by_test_id("stDataFrameColumnMenu")
    # the dots stand at the right end of the first column's head, wherever that is
    for right in range(60, 400, 8):
        opened.mouse.move(place["x"] + right, place["y"] + 18)
        opened.mouse.click(place["x"] + right, place["y"] + 18)
        if menu.count():
            break
    expect(menu.get_by_role("menuitem").first).to_contain_text(first)
    said = [node["name"] for node in tree(opened) if "menu" in node["within"] or node["role"] == "menu"]
    assert len(said) > 4 and not [name for name in said if "Statisti" in name]
    assert language == "en" or not [name for name in said if re.search("column|Sort|Autosize", name)]


def test_no_blank_is_underlined_behind_a_link(visit: Visit):
    opened = resting(visit, "/?wilayah=64.02&pemilihan=pemilu-2024")
    seen = opened.locator(".stMain a").evaluate_all(
        "links => links.map(link => link.firstChild?.nodeType === 3 ? link.firstChild.data : '')"
    )
    assert len([label for label in seen if label]) > 10
    assert [label for label in seen if label != label.rstrip()] == []


@pytest.mark.parametrize("page", ["ringkasan", "tren", "sanksi", "paparan"])
def test_what_acts_in_the_content_says_what_it_belongs_to(visit: Visit, page: str):
    """No two buttons, and no two links to different pages, are called the same."""
    opened = resting(visit, PATHS[page] + "?wilayah=ID&pemilihan=pilkada-2020")
    names = [node["name"] for node in tree(opened) if node["role"] == "button" and "main" in node["within"]]
    assert sorted(name for name in names if names.count(name) > 1) == []
    links = opened.locator("[data-testid=stMain] a[href^=http]").evaluate_all("all => all.map(one => [one.textContent, one.href])")
    assert len({name for name, _ in links}) >= len(set(map(tuple, links))) * 0.9


def test_a_chart_is_called_by_its_numbers_with_unit_counter_day_and_verdict(visit: Visit, store):
    opened = resting(visit, "/?wilayah=ID&pemilihan=pilkada-2020")
    names = [node["name"] for node in tree(opened) if node["role"] == "figure"]
    chart = flow(store, Filter("ID", "pilkada-2020"), "kasus")
    name = next(name for name in names if name.startswith(chart.title))
    assert name == " ".join(heard(chart).split())
    assert "kasus" in name and "Menurut Bawaslu" in name and "24 Agustus 2022" in name
    assert "diteruskan ke KASN 1.398, catatan" in name


@pytest.mark.parametrize("page", list(PAGES))
def test_the_keyboard_comes_to_the_content_soon_and_is_seen(visit: Visit, page: str):
    opened = resting(visit, PATHS[page] + VIEWS["id"])
    for _ in range(TO_THE_CONTENT):
        opened.keyboard.press("Tab")
        style, inside = opened.evaluate(
            "() => [getComputedStyle(document.activeElement).outlineStyle, !!document.activeElement.closest('[data-testid=stMain]')]"
        )
        assert style == "solid"
        if inside:
            break
    assert inside


@pytest.mark.parametrize("page", ["paparan", "data", "sumber"])
def test_wherever_the_keyboard_stops_it_is_seen(visit: Visit, page: str):
    """At what a reader acts on, and at tables that the arrow keys move; the ring of a field lies around its frame."""
    opened = resting(visit, PATHS[page] + VIEWS["id"])
    seen = set()
    for _ in range(60):
        opened.keyboard.press("Tab")
        told, ring = opened.evaluate("""() => {
            const here = document.activeElement, around = [here, here.parentElement, here.parentElement?.parentElement]
            return [here.outerHTML.slice(0, 120), around.some(one => one && getComputedStyle(one).outline.includes("solid 3px"))]
        }""")
        if told.startswith("<body"):
            break
        assert ring, told
        seen.add(told)
    assert len(seen) > 20


def test_the_keyboard_has_a_way_to_the_filters(visit: Visit):
    opened = resting(visit, "/?wilayah=35&pemilihan=pilkada-2020")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(opened.get_by_role("link", name="Ringkasan", exact=True)).to_be_focused()


def test_on_a_phone_the_drawer_takes_the_keyboard_and_makes_way_after_a_choice(phone: Visit):
    opened = resting(phone, "/?wilayah=35&pemilihan=pilkada-2020")
    sidebar = opened.locator("[data-testid=stSidebar]")
    expect(sidebar).to_be_hidden()
    opened.get_by_role("button", name="Buka pilihan").click()
    expect(opened.get_by_role("link", name="Ringkasan", exact=True)).to_be_focused()
    choose(opened, "pilih_pemilihan", "Pemilu 2024")
    opened.wait_for_url("**pemilihan=pemilu-2024**")
    expect(sidebar).to_be_hidden()
    opened.get_by_role("button", name="Buka pilihan").click()
    opened.get_by_role("link", name="Tren").click()
    opened.wait_for_url("**/tren?**")
    expect(sidebar).to_be_hidden()


def test_on_a_phone_cards_are_rows_and_the_first_chart_is_near(phone: Visit):
    opened = resting(phone, "/?wilayah=35&pemilihan=pilkada-2020")
    assert opened.locator("[data-testid=stPlotlyChart]").first.bounding_box()["y"] < 2 * 844
    for card in opened.locator("[class*=st-key-angka-]").all():
        stage, amount = card.locator("h3").bounding_box(), card.locator("p").first.bounding_box()
        assert amount["x"] > stage["x"] and amount["y"] < stage["y"] + stage["height"], "stage and number are not in one row"
        assert card.bounding_box()["height"] < 110


@pytest.fixture(params=[(768, 1024), (720, 450)], ids=["tablet", "zoomed"])
def narrow(server: str, browser, request):
    """A tablet, and a screen of 1440 × 900 at a zoom of 200 %."""
    yield from _visit(server, browser, dict(zip(("width", "height"), request.param)))


def test_a_narrow_screen_is_used_whole_and_breaks_no_number(narrow: Visit):
    opened = resting(narrow, "/?wilayah=35&pemilihan=pilkada-2020")
    width = opened.viewport_size["width"]
    main = opened.locator("[data-testid=stMain]").bounding_box()
    assert (main["x"], main["width"]) == (0, width), "a part of the screen stays blank"
    logo, heading = opened.locator("[data-testid=stHeaderLogo]").bounding_box(), opened.locator("h1").bounding_box()
    assert logo["y"] + logo["height"] <= heading["y"], "the logo lies on the heading"
    numbers = opened.locator("[class*=st-key-angka-] p strong").evaluate_all("all => all.map(one => one.getClientRects().length)")
    assert numbers and set(numbers) == {1}
    cards = [card.bounding_box()["width"] for card in opened.locator("[class*=st-key-angka-]").all()]
    assert min(cards) > 220
    covered = opened.locator("[data-testid=stHeader]").evaluate("header => getComputedStyle(header).backgroundColor")
    assert covered != "rgba(0, 0, 0, 0)", "what scrolls below the logo shows through"
