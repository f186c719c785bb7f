"""The screenshots of the README, made anew: `python -m bench.pictures`."""

from bench.browser import chromium
from bench.server import ROOT, dashboard, ensure_snapshot

SIZE = {"width": 1440, "height": 900}
PICTURES = {
    "ringkasan": "/?wilayah=ID&pemilihan=pilkada-2020",
    "peta": "/peta?wilayah=ID&pemilihan=pilkada-2020&tahap=dugaan&satuan=kasus",
}
# The page is idle, no part of it waits for its program, every chart is drawn, and a map has loaded its shapes and stands still.
DRAWN = """() => document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")
  && document.querySelector("[data-testid=stSkeleton]") === null
  && document.querySelectorAll("[data-testid=stPlotlyChart]").length > 0
  && [...document.querySelectorAll(".js-plotly-plot")].every(plot => {
    const map = plot._fullLayout?.map?._subplot?.map;
    return plot.querySelector(".main-svg") && (!map || (map.loaded() && map.queryRenderedFeatures().length > 0 && !map.isMoving()));
  })"""


def main() -> None:
    """Serve the published snapshot, open each page as a reader with a wide screen does, and keep what it shows."""
    ensure_snapshot()
    with dashboard() as server, chromium() as browser:
        for name, address in PICTURES.items():
            page = browser.new_context(viewport=SIZE, color_scheme="light", locale="id-ID").new_page()
            page.goto(server.url + address)
            page.wait_for_function(DRAWN)
            page.evaluate("() => document.fonts.ready")
            page.screenshot(path=ROOT / "docs" / f"{name}.png")
            print(f"docs/{name}.png")


if __name__ == "__main__":
    main()
