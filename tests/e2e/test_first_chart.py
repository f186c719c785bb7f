"""The first chart of a visit goes ahead of what follows it."""

import io

import pytest
from PIL import Image

from netralitas import palette
from tests.e2e.conftest import Visit

VIEW = "wilayah=ID&pemilihan=pilkada-2020"
# Notes, the moment a chart stands in the page, what stands there beside it.
WATCH = """new MutationObserver((_, watch) => {
  if (!document.querySelector(".js-plotly-plot .main-svg")) return;
  watch.disconnect();
  window.beside = {
    charts: document.querySelectorAll("[data-testid=stPlotlyChart]").length,
    ways: document.querySelectorAll("[data-testid=stSidebar] [data-testid=stPageLink]").length,
    choices: document.querySelectorAll("[data-testid=stSidebar] [data-testid=stSelectbox]").length,
    width: document.querySelector(".js-plotly-plot").getBoundingClientRect().width,
  };
}).observe(document, { childList: true, subtree: true });"""
DRAWS = "**/static/js/PlotlyChart.*.js"


@pytest.mark.parametrize("page", ["", "tren", "sanksi"])
def test_it_is_drawn_before_what_follows_it_and_stays_as_wide(visit: Visit, page: str):
    # A second visit: what draws charts is there, and the browser does not wait for it.
    visit.open(f"/{page}?{VIEW}")
    visit.page.add_init_script(WATCH)
    visit.open(f"/{page}?{VIEW}")
    beside = visit.page.evaluate("window.beside")
    assert (beside["charts"], beside["choices"]) == (1, 0) and beside["ways"] > 0
    assert visit.page.locator(".js-plotly-plot").first.bounding_box()["width"] == beside["width"]
    assert visit.page.locator("[data-testid=stSidebar] [data-testid=stSelectbox]").count() >= 4


# The same for the moment when a map says that it stands, and whether it does.
MAPPED = """new MutationObserver((changes, watch) => {
  const plot = changes.map(change => change.target).find(one => one.matches("[data-drawn]"));
  if (!plot) return;
  watch.disconnect();
  const within = plot._fullLayout.map._subplot;
  window.mapped = {
    drawn: within.map.loaded() && within.map.queryRenderedFeatures().length > 0,
    choices: document.querySelectorAll("[data-testid=stSidebar] [data-testid=stSelectbox]").length,
  };
}).observe(document, { subtree: true, attributeFilter: ["data-drawn"] });"""


def test_a_map_is_drawn_with_its_regions_before_what_follows_it(visit: Visit):
    visit.open(f"/peta?{VIEW}")
    visit.page.add_init_script(MAPPED)
    visit.open(f"/peta?{VIEW}")
    assert visit.page.evaluate("window.mapped") == {"drawn": True, "choices": 0}
    assert visit.page.locator("[data-testid=stSidebar] [data-testid=stSelectbox]").count() >= 4


SHAPES = "**/static/geo/*.geojson"
DRAWN = """() => {
  const plot = document.querySelector(".js-plotly-plot"), map = plot?._fullLayout?.map?._subplot?.map;
  return map?.loaded() && map.queryRenderedFeatures().length > 0 && map.getCanvas().getBoundingClientRect().width > 0;
}"""


@pytest.mark.parametrize("view", [VIEW, "wilayah=35&pemilihan=pilkada-2020&tingkat=kabkota"])
def test_the_shapes_of_a_map_are_asked_for_once_and_before_what_draws_it_is_there(visit: Visit, view: str):
    held, asked = [], []
    visit.page.route(DRAWS, lambda route: held.append(route))
    visit.page.on("request", lambda request: asked.append(request.url) if ".geojson" in request.url else None)
    with visit.page.expect_response(SHAPES):
        visit.page.goto(f"{visit.server}/peta?{view}", wait_until="commit")
    for route in held:
        route.continue_()
    visit.page.wait_for_function(DRAWN)
    visit.settled()
    assert len(asked) == 1


def test_a_map_is_drawn_though_its_shapes_were_asked_for_in_vain_at_first(visit: Visit):
    asked = []

    def answer(route):
        asked.append(route)
        route.abort() if len(asked) == 1 else route.continue_()

    visit.page.route(SHAPES, answer)
    visit.page.goto(f"{visit.server}/peta?{VIEW}")
    visit.page.wait_for_function(DRAWN)
    assert len(asked) > 1
    visit.errors.clear()  # the browser's own word for what was cut off


def test_what_follows_comes_where_no_chart_can_be_drawn(visit: Visit):
    visit.page.route(DRAWS, lambda route: route.fulfill(content_type="text/javascript", body="throw new Error('none')"))
    visit.page.goto(f"{visit.server}/?{VIEW}")
    visit.page.wait_for_selector("[data-testid=stSidebar] [data-testid=stSelectbox]")
    visit.page.get_by_text("Yang perlu diperhatikan").wait_for()
    assert visit.errors and all("none" in error for error in visit.errors), visit.errors
    visit.errors.clear()


def test_a_chart_that_is_slow_to_come_keeps_nothing_waiting(visit: Visit):
    held = []
    visit.page.route(DRAWS, lambda route: held.append(route))
    visit.page.goto(f"{visit.server}/?{VIEW}", wait_until="commit")
    visit.page.get_by_text("Yang perlu diperhatikan").wait_for()
    assert held
    for route in held:
        route.continue_()
    visit.settled()


@pytest.mark.parametrize("theme", list(palette.GROUND))
def test_around_the_regions_of_a_map_is_the_colour_of_the_page(visit: Visit, theme: str):
    visit.page.emulate_media(color_scheme=theme)
    visit.page.goto(f"{visit.server}/peta?{VIEW}")
    visit.page.wait_for_function(DRAWN)
    visit.settled()
    room = visit.page.locator(".maplibregl-canvas").bounding_box()
    corner = {"x": room["x"] + room["width"] - 12, "y": room["y"] + 4, "width": 8, "height": 8}
    with Image.open(io.BytesIO(visit.page.screenshot(clip=corner))) as picture:
        colours = picture.convert("RGB").getcolors()
    assert [colour for _, colour in colours] == [tuple(bytes.fromhex(palette.GROUND[theme][1:]))]


def test_a_chart_is_as_wide_as_its_card_when_the_window_has_changed(visit: Visit):
    visit.open(f"/tren?{VIEW}")
    for wide in (1920, 1100, 1440):
        visit.page.set_viewport_size({"width": wide, "height": 900})
        visit.page.wait_for_function(
            """() => {
              const plot = document.querySelector(".js-plotly-plot");
              const parts = [plot.closest("[data-testid=stPlotlyChart]"), plot.querySelector(".main-svg")];
              const [room, drawn] = parts.map(one => one.getBoundingClientRect());
              return Math.abs(drawn.width - room.width) <= 1 && Math.abs(drawn.height - room.height) <= 1;
            }"""
        )


# Notes what moves of the places for what is still to come.
MOVING = """window.moving = new Set();
(function look() {
  for (const one of document.getAnimations()) {
    if (one.effect?.target?.closest?.("[data-testid=stSkeleton]")) window.moving.add(one.animationName);
  }
  if (document.querySelector("[data-testid=stSkeleton]")) window.waited = true;
  requestAnimationFrame(look);
})();"""


def test_places_for_what_is_still_to_come_stand_still(visit: Visit):
    held = []
    visit.page.add_init_script(MOVING)
    visit.page.route(DRAWS, lambda route: held.append(route))
    visit.page.goto(f"{visit.server}/tren?{VIEW}", wait_until="commit")
    visit.page.wait_for_function("() => window.waited")
    for route in held:
        route.continue_()
    visit.settled()
    assert visit.page.evaluate("[window.waited, ...window.moving]") == [True]
