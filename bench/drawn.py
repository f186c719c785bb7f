"""How soon a reader sees the first chart in a real Chromium, beside a page of one empty chart.

Each visit has a browser context of its own, so nothing is cached on either side; the empty page and the page
take turns. Timed from going to the address until the chart is there, looked at in every frame:

- empty page: plotly has put its drawing into the page (`.main-svg`); there is nothing more to draw;
- a page with charts: a drawing with a mark in it, a bar, a point, a line or a cell, is there;
- Peta: the map library says that all of the map is loaded and it holds drawn regions, in this frame or one before: Streamlit hands
  each chart over twice, and where the second time comes before the next look, a map that stands is at work again;
- a page whose first figure is a table (Data): the table's canvas is there;
- the first reading: its sentence has a place and the browser has painted something, against the empty page's chart.
"""

import time
from collections.abc import Callable, Iterator

from bench.pages import EMPTY, PAGES, address
from bench.rows import Effort, Row, Turns, bench
from bench.server import both
from netralitas.address.parameters import QUESTION

RATIO, RATIO_MAP = 1.15, 1.4
SOONER = 1 / 4
READING = "first reading"
PATIENCE = 60_000
BLANK = "() => document.querySelector('.js-plotly-plot .main-svg') !== null"
MARKS = ".point path, .scatterlayer path, .heatmaplayer image"
CHART = f"() => document.querySelector('.js-plotly-plot .main-svg :is({MARKS})') !== null"
MAP = """() => [...document.querySelectorAll('.js-plotly-plot')].some(plot => {
  const map = plot._fullLayout?.map?._subplot?.map;
  const whole = () => {
    if (!map.loaded() || !map.areTilesLoaded()) return false;
    const layers = map.getStyle().layers.filter(layer => layer.type === 'fill').map(layer => layer.id);
    return layers.length > 0 && map.queryRenderedFeatures({layers}).length > 0;
  };
  if (map && plot.whole === undefined) {
    plot.whole = whole();
    map.on('render', () => plot.whole ||= whole());
  }
  return plot.whole;
})"""
TABLE = "() => document.querySelector('[data-testid=stDataFrame] canvas') !== null"
READABLE = """() => document.querySelector('#bacaan .kalimat')?.getBoundingClientRect().height > 0
  && performance.getEntriesByName('first-contentful-paint').length > 0"""
WHEN = {"peta": MAP, "data": TABLE}
ASKED = {"angka": f"?{QUESTION}=1398+indonesia+pilkada+2020"}  # without a question there is nothing to draw


@bench
def drawn(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """The first chart drawn in Chromium; the empty page and each page in turns, a new browser context each visit, median."""
    try:
        from bench.browser import chromium

        with both() as (empty, ours), chromium() as browser:
            turns = _visits(browser, empty.url, ours.url, effort, say)
    except ImportError as problem:
        yield Row("first chart drawn", failed=f"not measured: {problem}")
        return
    for page in PAGES:
        limit = RATIO_MAP if page == "peta" else RATIO
        base = turns.median(f"{EMPTY} beside {page}")
        yield Row(f"first chart drawn: {page}", turns.median(page), "s", base=base, limit=limit, failed=turns.problems.get(page, ""))
    failed = turns.problems.get(READING, "")
    yield Row(f"{READING} on the screen", turns.median(READING), "s", base=turns.median(EMPTY), limit=SOONER, failed=failed)


def _visits(browser, empty: str, ours: str, effort: Effort, say: Callable[[str], None]) -> Turns:
    turns = Turns()
    # The first visits fill the disk cache of the system and the servers' own, on both sides.
    _visit(browser, empty, BLANK)
    _visit(browser, ours, CHART)
    for turn in range(effort.visits):
        turns.add(EMPTY, _visit(browser, empty, BLANK))
        if READING not in turns.problems:
            try:
                turns.add(READING, _visit(browser, ours, READABLE))
            except TimeoutError as problem:
                turns.fail(READING, str(problem))
        for page in PAGES:
            say(f"{page}, turn {turn + 1} of {effort.visits}")
            turns.add(f"{EMPTY} beside {page}", _visit(browser, empty, BLANK))
            if page not in turns.problems:
                try:
                    turns.add(page, _visit(browser, f"{ours}/{address(page)}{ASKED.get(page, '')}", WHEN.get(page, CHART)))
                except TimeoutError as problem:
                    turns.fail(page, str(problem))
    return turns


def _visit(browser, url: str, ready: str) -> float:
    """Seconds until `ready`; TimeoutError where it does not come."""
    from playwright.sync_api import TimeoutError as Late

    context = browser.new_context(viewport={"width": 1440, "height": 900}, service_workers="block")
    try:
        page = context.new_page()
        began = time.perf_counter()
        page.goto(url, wait_until="commit", timeout=PATIENCE)
        page.wait_for_function(ready, polling="raf", timeout=PATIENCE)
        return time.perf_counter() - began
    except Late:
        raise TimeoutError("nothing was drawn") from None
    finally:
        context.close()
