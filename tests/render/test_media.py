"""One Chart, many media: every chart that a page shows comes out as drawing, slide, picture and sheet with the same numbers."""

import io
import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import matplotlib
import numpy as np
import openpyxl
import pytest
from pptx import Presentation

from netralitas.address import propose
from netralitas.briefing import deck
from netralitas.briefing.slide import Occasion, of_chart
from netralitas.chart import Chart, Kind
from netralitas.charts.page import charts_of
from netralitas.files import formats as files
from netralitas.model import DISPUTED, Filter
from netralitas.render import picture, table
from netralitas.render import screen as plotly
from netralitas.render import slides as pptx
from netralitas.wording import number
from tests.helpers import scope, with_room

SVG, LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
PAGES = {
    "ringkasan": {},
    "tren": {},
    "peta": {"tingkat": "kabkota"},
    "sanksi": {},
    "sumber": {},
}
VIEWS = [("ID", "pilkada-2020", "en"), ("35", "pilkada-2020", "id"), ("35.13", "pilkada-2018", "id"), ("35.13", "pilkada-2020", "en")]


@pytest.fixture(params=[(page, view) for page in PAGES for view in VIEWS], ids=lambda asked: "-".join((asked[0], *asked[1])))
def charts(request, maps, store) -> list[Chart]:
    """The charts of a page that have something to draw."""
    page, (region, event, language) = request.param
    found = charts_of(store, page, scope(store, region, event, language), PAGES[page])
    return [chart for chart in found.values() if not chart.empty]


def known(chart: Chart) -> list[float]:
    return sorted(chart.frame["value"].dropna())


def written(chart: Chart, value: float) -> str:
    return number(value, chart.language, chart.decimals)


def agree(chart: Chart, drawn: list[float], said: str, wanted: list[float] | None = None) -> None:
    """Each number is drawn as it is, or stands beyond the axis and is said."""
    wanted = known(chart) if wanted is None else wanted
    missing = Counter(np.round(wanted, 6)) - Counter(np.round(drawn, 6))
    beyond = Counter(np.round(drawn, 6)) - Counter(np.round(wanted, 6))
    assert beyond.total() == missing.total(), (chart.name, missing, beyond)
    for value in missing:
        assert value > max(beyond), chart.name
        assert written(chart, value) in said, chart.name


# -- on screen -----------------------------------------------------------------------


def test_on_screen(charts):
    for chart in charts:
        figure = plotly.figure(chart)
        said = "\n".join(line for trace in figure.data for line in (*_texts(trace.hovertext), *_texts(trace.text)))
        numbers = Counter(written(chart, value) for value in known(chart))
        for told, count in numbers.items():
            assert len(re.findall(rf"(?<![\d.,]){re.escape(told)}(?![\d]|[.,]\d)", said)) >= count, (chart.name, told)
        if chart.kind is Kind.MAP:
            placed = {
                code: place for trace in figure.data if trace.type == "choroplethmap" for code, place in zip(trace.locations, trace.z)
            }
            assert placed == dict(zip(chart.frame["code"], chart.frame["place"]))
        elif chart.kind is Kind.HEAT:
            roots = np.array(figure.data[0].z, dtype=float)
            agree(chart, sorted(roots[~np.isnan(roots)] ** 2 * max(known(chart))), said)
        else:
            agree(chart, sorted(_drawn(chart, figure)), said)


def _texts(told) -> list[str]:
    """The texts of a trace: one, one a mark, or rows of them."""
    return list(map(str, np.ravel([] if told is None else np.array(told, dtype=object))))


def _drawn(chart: Chart, figure) -> list[float]:
    if chart.kind is Kind.BAR:
        absent = int(chart.frame["value"].isna().sum())
        values = sorted(value for trace in figure.data for value in trace.x)
        return values[absent:]
    if chart.kind is Kind.FLOW:
        return [value for trace in figure.data if trace.type == "bar" for value in trace.x]
    return [value for trace in figure.data if trace.mode == "markers" for value in trace.y]


# -- as a slide ----------------------------------------------------------------------


def test_as_a_slide(charts, tmp_path):
    slides = tuple(map(of_chart, charts))
    if not slides:
        return
    presentation = Presentation(io.BytesIO(pptx.deck(slides, charts[0].language)))
    for chart, page in zip(charts, presentation.slides, strict=True):
        said = "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        told = said + page.notes_slide.notes_text_frame.text
        assert said.startswith(chart.title[:40].strip())
        tables = [shape.table for shape in page.shapes if shape.has_table]
        if chart.kind in (Kind.MAP, Kind.HEAT) and not tables:
            # A picture: its numbers stand in its description and in the notes.
            pictures = [shape for shape in page.shapes if shape.shape_type == 13]
            assert len(pictures) == 1
            assert pictures[0].image.dpi[0] >= 200
            assert chart.alt in told
            continue
        if tables:
            cells = [cell.text for row in tables[0].rows for cell in row.cells]
            assert not Counter(written(chart, value) for value in known(chart)) - Counter(cells)
            continue
        natives = [shape.chart for shape in page.shapes if shape.has_chart]
        drawn = [series for native in natives for plot in native.plots for series in plot.series]
        if chart.kind is Kind.FLOW:
            # The series before and behind it are unseen: they carry the bar to its place, and its label.
            drawn = drawn[1:2]
        values = [value for series in drawn for value in series.values]
        values = sorted(value for value in values if value is not None)
        agree(chart, values, told, with_room(chart, said))


def test_added_to_a_deck(charts, store):
    for chart in charts:
        (slide,) = deck.slides(store, (deck.shown(chart),), chart.language, Occasion())
        assert slide.title == chart.title
        assert known(slide.chart) == known(chart)


# -- as a picture --------------------------------------------------------------------


@pytest.fixture
def letters(monkeypatch):
    """Letters as letters, so that what a picture says can be read back; else they are outlines."""
    monkeypatch.setitem(matplotlib.rcParams, "svg.fonttype", "none")


def test_as_a_picture(charts, letters):
    for chart in charts:
        drawing = ElementTree.fromstring(picture.svg(chart))
        said = [" ".join("".join(element.itertext()).split()) for element in drawing.iter(f"{SVG}text")]
        if chart.kind is Kind.MAP:
            _regions_have_the_colour_of_their_class(chart, drawing)
        elif chart.kind is Kind.DOT or (chart.kind is Kind.LINE and "panel" not in chart.frame):
            _marks_stand_at_their_height(chart, drawing)
        else:
            spoken = Counter(match for told in said for match in re.findall(r"[\d.,]*\d", told))
            missing = Counter(written(chart, value) for value in with_room(chart, "\n".join(said))) - spoken
            assert not missing, (chart.name, missing)


def _marks(drawing) -> list[list]:
    """The marks of each collection: shared outlines that are used, or outlines of their own."""
    groups = [group for group in drawing.iter(f"{SVG}g") if group.get("id", "").startswith("PathCollection")]
    used = [list(group.iter(f"{SVG}use")) for group in groups]
    return [uses or group.findall(f"{SVG}path") for uses, group in zip(used, groups)]


def _marks_stand_at_their_height(chart: Chart, drawing) -> None:
    """As many marks as numbers, and from value to height one straight line; only a disputed number may lie beyond the axis."""
    heights = np.sort([_height(mark) for marks in _marks(drawing) for mark in marks])[::-1]
    values = np.array(known(chart))
    assert len(heights) == len(values), chart.name
    sure = chart.frame.loc[chart.frame["status"] != DISPUTED, "value"]
    inside = values <= (sure if sure.notna().any() else chart.frame["value"]).max()
    if len(set(values[inside])) > 1:
        slope, level = np.polyfit(values[inside], heights[inside], 1)
        assert slope < 0
        assert np.allclose(slope * values[inside] + level, heights[inside], atol=0.05), chart.name


def _height(mark) -> float:
    """The middle of a mark, in the picture's points from the top."""
    if mark.get("y"):
        return float(mark.get("y"))
    edge = [float(y) for _, y in re.findall(r"(-?[\d.]+) (-?[\d.]+) *(?=[A-Zz\n]|$)", mark.get("d"))]
    return (min(edge) + max(edge)) / 2


def _regions_have_the_colour_of_their_class(chart: Chart, drawing) -> None:
    drawn = Counter(len(marks) for marks in _marks(drawing))
    assert not Counter(chart.frame["place"].value_counts().tolist()) - drawn, chart.name


# -- as a sheet ----------------------------------------------------------------------


def test_as_a_sheet(charts, store):
    scope = propose(store, Filter(language=charts[0].language if charts else "id"))
    for chart in charts:
        export = table.export(chart, replace(scope, language=chart.language), "http://localhost:8501/")
        sheet = openpyxl.load_workbook(io.BytesIO(files.content("xlsx", export))).worksheets[0]
        place = list(table.headers(chart)).index("value")
        values = [row[place] for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert len(values) == len(chart.frame)
        np.testing.assert_allclose(np.array(values, dtype=float), chart.frame["value"].to_numpy(dtype=float), equal_nan=True)
