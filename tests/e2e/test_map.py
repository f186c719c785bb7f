"""The map as a reader's browser draws it: as wide as its card at every width, whole, and a small town on it is found and clicked."""

from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError

LIST = "/peta?pemilihan=pilkada-2020&tahap=dugaan&satuan=kasus"
REGIONS = "/peta?tingkat=kabkota&pemilihan=pilkada-2020&tahap=dugaan&satuan=kasus"
JAVA = "/peta?wilayah=35&pemilihan=pilkada-2020&tahap=pelanggaran&satuan=orang"
SHOWN = """() => {
  const drawn = document.querySelector(".maplibregl-map")?.closest(".js-plotly-plot")
  const map = drawn?._fullLayout?.map
  if (!map?._subplot?.map?.loaded?.()) return null
  const room = drawn.querySelector(".maplibregl-map").getBoundingClientRect()
  const card = drawn.closest("[class*=st-key-bagan-]").getBoundingClientRect()
  const [[west, south], [east, north]] = map._subplot.map.getBounds().toArray()
  return { wide: room.width, card: card.width, across: east - west, up: north - south, asked: map.bounds }
}"""
POINT = """([lon, lat]) => {
  const drawn = document.querySelector(".maplibregl-map").closest(".js-plotly-plot")
  const { x, y } = drawn._fullLayout.map._subplot.map.project([lon, lat])
  const room = drawn.querySelector(".maplibregl-canvas").getBoundingClientRect()
  return [room.left + x, room.top + y]
}"""
SETTLED = f"() => {{ const now = ({SHOWN})(); return now && Math.abs(now.across - (now.asked.east - now.asked.west)) < 0.05 && now }}"


def shown(page) -> dict:
    """What the map shows, once it shows all that it was asked to."""
    return page.wait_for_function(SETTLED).json_value()


@pytest.mark.parametrize("address", [LIST, JAVA])
def test_the_map_grows_with_the_window_and_is_whole_after_it_has_shrunk(visit, address):
    page = visit.open(address)
    shown(page)
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_function(f"() => ({SHOWN})()?.wide > 1120")
    shown(page)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_function(f"() => ({SHOWN})()?.wide < 900")
    shown(page)


@pytest.mark.parametrize("address", [LIST, JAVA, REGIONS])
def test_on_a_phone_the_map_fills_the_width_of_its_card(phone, address):
    page = phone.open(address)
    found = shown(page)
    assert found["wide"] > 0.88 * found["card"]
    # nothing of the card is left empty: what stands below the map begins where its legend ends
    page.wait_for_function(
        """() => {
          const drawn = document.querySelector("[class*=st-key-gambar-netralitas_peta]")
          return Math.abs(drawn.getBoundingClientRect().bottom - drawn.querySelector(".js-plotly-plot").getBoundingClientRect().bottom) < 24
        }"""
    )


def test_a_small_town_is_found_on_the_map_of_the_country_and_clicked(visit):
    page = visit.open(REGIONS)
    shown(page)
    named = "() => document.querySelector('.hoverlayer')?.textContent.includes('Kota Probolinggo')"
    for _ in range(20):  # a hand moves until the map, which may still be drawing, has noticed it
        x, y = page.evaluate(POINT, [113.205, -7.766])  # Kota Probolinggo
        page.mouse.move(x - 30, y - 30)
        page.mouse.move(x, y, steps=6)
        with suppress(TimeoutError):
            page.wait_for_function(named, timeout=3_000)
            break
    assert page.evaluate(named)
    page.mouse.down()
    page.wait_for_timeout(100)  # a press of a hand: MapLibre takes a shorter one for none
    page.mouse.up()
    page.wait_for_url("**wilayah=35.74**")
    assert "Kota Probolinggo" in visit.settled().locator("h1").inner_text()
