"""Ctrl+P: a heading stands on the page of what it heads, and no page is blank."""

import io

import pytest
from pypdf import PdfReader

from tests.e2e.conftest import Visit

VIEW = "wilayah=ID&pemilihan=pilkada-2020"


@pytest.mark.parametrize("page", ["", "tren", "peta", "sanksi", "sumber", "data"])
def test_no_heading_ends_a_printed_page_and_none_is_blank(visit: Visit, page: str):
    shown = visit.open(f"/{page}?{VIEW}")
    if page != "data":
        shown.wait_for_selector("[data-testid=stPlotlyChart] .main-svg", state="attached")
    headings = {told.strip() for told in shown.locator("[data-testid=stMainBlockContainer] :is(h2, h3)").all_inner_texts()}
    printed = [sheet.extract_text().split("\n") for sheet in PdfReader(io.BytesIO(shown.pdf(format="A4"))).pages]
    lines = [[line.strip() for line in sheet if line.strip()] for sheet in printed]
    assert all(lines), "a blank page"
    assert [sheet[-1] for sheet in lines if sheet[-1] in headings] == []


def on_paper(visit: Visit, address: str):
    """The page as it is laid out for A4, between the two moments that a browser names."""
    shown = visit.open(address)
    shown.wait_for_selector("[data-testid=stPlotlyChart] .main-svg", state="attached")
    shown.set_viewport_size({"width": 718, "height": 1000})
    shown.emulate_media(media="print")
    shown.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    return shown


@pytest.mark.parametrize("page", ["", "tren", "peta", "sanksi"])
def test_a_chart_is_as_wide_as_the_page_and_as_it_was_afterwards(visit: Visit, page: str):
    shown = visit.open(f"/{page}?{VIEW}")
    shown.wait_for_selector("[data-testid=stPlotlyChart] .main-svg", state="attached")
    shown.pdf(format="A4")
    assert shown.locator("svg.main-svg[viewBox], .cetak-peta").count() == 0
    on_paper(visit, f"/{page}?{VIEW}")
    beyond = shown.evaluate(
        "() => [...document.querySelectorAll('svg.main-svg text')].map(text => text.getBoundingClientRect())"
        ".filter(box => box.width && (box.right > innerWidth + 1 || box.left < -1)).length"
    )
    assert beyond == 0


def test_a_map_is_printed_as_a_picture(visit: Visit):
    shown = visit.open(f"/peta?{VIEW}")
    shown.wait_for_selector(".maplibregl-canvas")
    shown.wait_for_function("() => document.querySelector('.js-plotly-plot')._fullLayout.map?._subplot?.map?.loaded()")
    shown.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    colours = shown.evaluate(
        "() => { const copy = document.querySelector('canvas.cetak-peta');"
        " const all = copy.getContext('2d').getImageData(0, 0, copy.width, copy.height).data, seen = new Set();"
        " for (let at = 0; at < all.length; at += 4) seen.add(all.slice(at, at + 4).join()); return seen.size }"
    )
    assert colours > 5
    shown.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert shown.locator(".cetak-peta").count() == 0


def test_printed_data_name_publisher_and_address(visit: Visit):
    shown = visit.open(f"/data?{VIEW}")
    shown.wait_for_selector(".st-key-cetak-data table", state="attached")
    assert not shown.locator(".st-key-cetak-data").is_visible()
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(shown.pdf(format="A4"))).pages)
    assert "Sorot Kabar" in told and "sorotkabar.com" in told.replace("\n", "")
    assert "Tercetak 100 dari" in told


@pytest.mark.parametrize("region", ["ID", "35", "21"])
def test_a_map_stands_on_the_page_of_its_heading_and_nothing_to_press_does(visit: Visit, region: str):
    shown = visit.open(f"/peta?wilayah={region}&pemilihan=pilkada-2020")
    shown.wait_for_function("() => document.querySelector('.js-plotly-plot')._fullLayout.map?._subplot?.map?.loaded()")
    assert shown.locator("[data-testid=stButtonGroup]").first.is_visible()
    first, *_ = (sheet.extract_text() for sheet in PdfReader(io.BytesIO(shown.pdf(format="A4"))).pages)
    assert "Perbandingan wilayah" in first and "Tertinggi dari" in first and "Sumber:" in first
    on_paper(visit, f"/peta?wilayah={region}&pemilihan=pilkada-2020")
    for pressed in ("stButtonGroup", "stSelectbox", "stPopover", "stBaseButton-tertiary"):
        assert not shown.locator(f"[data-testid=stMain] [data-testid={pressed}]").filter(visible=True).count(), pressed


def test_printed_rows_follow_their_heading(visit: Visit):
    """The table on screen leaves no hole where it stood."""
    shown = visit.open("/data?wilayah=35&pemilihan=pilkada-2020")
    shown.wait_for_selector(".st-key-cetak-data table", state="attached")
    first = PdfReader(io.BytesIO(shown.pdf(format="A4"))).pages[0].extract_text()
    assert first.count("Kabupaten") > 4
