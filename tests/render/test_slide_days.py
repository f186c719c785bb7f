"""Days on a slide: months stand where they begin, and what stands at the right edge is led to."""

import io
import re
from datetime import date, timedelta

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_TICK_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from netralitas.briefing.slide import of_chart
from netralitas.render import slides as pptx

MONTHS = {name: place for place, name in enumerate(["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"], 1)}


@pytest.fixture(params=["within", "dots"])
def page(charts, request):
    (slide,) = Presentation(io.BytesIO(pptx.deck((of_chart(charts[request.param]),), "id"))).slides
    return slide


def plot(page) -> tuple[float, float, object]:
    """Left and width of what is drawn in, inches on the slide, and its axis of days."""
    (frame,) = [shape for shape in page.shapes if shape.has_chart]
    inner = {name: float(frame.chart._chartSpace.xpath(f"//c:plotArea/c:layout//c:{name}/@val")[0]) for name in "xw"}
    wide = Emu(frame.width).inches
    return Emu(frame.left).inches + inner["x"] * wide, inner["w"] * wide, frame.chart.category_axis


def test_a_month_stands_where_its_first_day_lies(page):
    left, wide, axis = plot(page)
    # An axis of values steps by equal days, so it names nothing itself.
    assert axis.tick_label_position == XL_TICK_LABEL_POSITION.NONE
    named = []
    for shape in page.shapes:
        found = shape.has_text_frame and re.fullmatch(r"([A-Z][a-z]{2}) (\d{4})", shape.text_frame.text)
        if found:
            part = (Emu(shape.left + shape.width // 2).inches - left) / wide
            day = date(1899, 12, 30) + timedelta(axis.minimum_scale + part * (axis.maximum_scale - axis.minimum_scale))
            assert abs(day - date(int(found[2]), MONTHS[found[1]], 1)) <= timedelta(1), found[0]
            named.append(day)
    assert len(named) > 2 and named == sorted(set(named))


def test_each_number_at_the_edge_is_led_to_from_its_mark(charts):
    (page,) = Presentation(io.BytesIO(pptx.deck((of_chart(charts["within"]),), "id"))).slides
    left, wide, _ = plot(page)
    lines = [shape for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    arrive = [line.end_y for line in lines if Emu(line.end_x).inches > left + wide + 0.1]
    # The words at the edge: number by number, their stage and counter stand in a box of one line.
    words = [shape for shape in page.shapes if shape.has_text_frame and Emu(shape.left).inches > left + wide and not shape.is_placeholder]
    assert len(words) > 3
    assert [shape.top < y < shape.top + shape.height for shape, y in zip(words, arrive, strict=True)] == [True] * len(words)
    # LibreOffice would lead there a second time, in black.
    (native,) = [shape.chart for shape in page.shapes if shape.has_chart]
    told = [labels.xpath("./c:extLst//*[local-name()='showLeaderLines']/@val") for labels in native._chartSpace.xpath("//c:ser/c:dLbls")]
    assert told and all(one == ["0"] for one in told)
