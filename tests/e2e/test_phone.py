"""On a phone: what one chooses by is as wide as the screen, and the way to other places takes little of it."""

from contextlib import suppress
from itertools import combinations

from playwright.sync_api import Locator, TimeoutError, expect

from tests.e2e.conftest import Visit

_CUT = "all => all.filter(one => [one, ...one.querySelectorAll('*')].some(part => part.scrollWidth > part.clientWidth + 1)).length"

_RECTANGLES = """all => all.map(one => {
    const {left, right, top, bottom} = one.getBoundingClientRect();
    return {left, right, top, bottom, told: one.textContent};
})"""


def _touch(one: dict, other: dict) -> bool:
    return one["left"] < other["right"] and other["left"] < one["right"] and one["top"] < other["bottom"] and other["top"] < one["bottom"]


def _typed(box: Locator, words: str, option: Locator) -> None:
    """Type until the option is offered: a run of the page may end under the hand and close the list."""
    for _ in range(20):
        box.fill("")
        box.fill(words)
        with suppress(TimeoutError):
            option.wait_for(timeout=3_000)
            return
    raise AssertionError(f"{words} was never offered")


def _boxes(phone: Visit, selector: str) -> list[dict]:
    found = phone.page.locator(f"{selector}:visible")
    found.first.wait_for()
    phone.page.wait_for_load_state("networkidle")
    return [one.bounding_box() for one in found.all()]


def test_the_choice_of_a_list_has_a_row_of_its_own(phone: Visit):
    phone.open("/peta?wilayah=73&pemilihan=pilkada-2020")
    (chosen,) = _boxes(phone, ".st-key-telusur-daftar [data-testid=stSelectbox]")
    back, on = _boxes(phone, ".st-key-telusur-daftar [data-testid=stButton] button")
    assert chosen["width"] > 320
    assert abs(back["y"] - on["y"]) < 2 and back["y"] >= chosen["y"] + chosen["height"]
    # The arrow that opens the list leaves the room to the words.
    assert all(inner["width"] < 60 for inner in _boxes(phone, ".st-key-telusur-daftar [data-testid=stSelectbox] button"))


def test_places_to_go_to_stand_two_beside_each_other_with_their_whole_names(phone: Visit):
    phone.open("/?wilayah=35&pemilihan=pilkada-2024")
    ways = _boxes(phone, ".st-key-kosong-dalam [data-testid=stButton] button")
    assert len(ways) > 6
    for left, right in zip(ways[::2], ways[1::2], strict=False):
        assert abs(left["y"] - right["y"]) < 2 and left["x"] + left["width"] <= right["x"]
        assert left["height"] < 60
    assert phone.page.locator(".st-key-kosong-dalam [data-testid=stButton] p:visible").evaluate_all(_CUT) == 0


def test_the_place_box_finds_a_region_by_its_code_and_shows_its_options_whole(phone: Visit):
    page = phone.open("/?wilayah=ID&pemilihan=pilkada-2024")
    page.get_by_test_id("stExpandSidebarButton").click()
    box = page.locator(".st-key-pilih_wilayah input")
    # The longest name with its province and code, typed with and without its dot.
    option = page.get_by_role("option", name="Kabupaten Kep. Siau Tagulandang Biaro · Sulawesi Utara · 71.09", exact=True)
    for typed in ("71.09", "7109"):
        _typed(box, typed, option)
        assert page.get_by_role("option").evaluate_all(_CUT) == 0
    box.press("Enter")
    page.wait_for_url("**wilayah=71.09**")


def test_the_numbers_of_a_trend_stand_whole_and_apart(phone: Visit):
    page = phone.open("/tren?wilayah=ID&pemilihan=pilkada-2020")
    across, within = page.locator(".js-plotly-plot").all()
    for drawn in (across, within):
        box, numbers = drawn.bounding_box(), drawn.locator(".scatterlayer text").evaluate_all(_RECTANGLES)
        assert numbers
        assert [one for one in numbers if one["left"] < box["x"] or one["right"] > box["x"] + box["width"]] == []
    numbers = across.locator(".scatterlayer text").evaluate_all(_RECTANGLES)
    assert [(one["told"], other["told"]) for one, other in combinations(numbers, 2) if _touch(one, other)] == []
    # A number whose mark lies on the axis does not stand among the days below it.
    ground = within.locator(".xtick text").evaluate_all(_RECTANGLES)
    assert [one for one in within.locator(".scatterlayer text").evaluate_all(_RECTANGLES) if any(_touch(one, day) for day in ground)] == []


def test_a_number_of_the_regions_without_a_list_stands_beside_its_unit(phone: Visit):
    page = phone.open("/peta?wilayah=91&pemilihan=pilkada-2020")
    amounts = page.locator(".st-key-tabel-cakupan td:nth-child(2) a")
    expect(amounts.first).to_be_visible()
    assert set(amounts.evaluate_all("all => all.map(one => one.getClientRects().length)")) == {1}
