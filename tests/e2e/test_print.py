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
