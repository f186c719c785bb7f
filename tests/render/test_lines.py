"""Which points a line joins: one rule, the same on screen, on the projector, in a picture and on a slide."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.figure import Figure
from pptx.enum.dml import MSO_FILL

from netralitas.chart import Chart, Kind
from netralitas.charts import across, trend
from netralitas.model import DISPUTED, Filter
from netralitas.render import drawing, native, plan, projector, screen, slides, template
from netralitas.render.ground.shapes import HIGH, WIDE, Box, Plot
from netralitas.render.line import picture as line_picture
from netralitas.render.line.marks import MOST_PANELS, panels
from tests.helpers import chart, rows, scope

BOX = Box(0.5, 1.5, 12.0, 5.0)
STAGE_HIGH = 760
Segments = Counter[tuple[tuple[float, float], tuple[float, float]]]


def expected(chart: Chart, shown: set[str] | None = None) -> Segments:
    """Pairs of rows, one after the other in a series, that the rule joins; told without the code under test."""
    frame = chart.frame if shown is None else chart.frame[chart.frame["panel"].isin(shown)]
    found: Segments = Counter()
    for _, part in frame.groupby("panel" if "panel" in frame else "series"):
        for one, other in pairwise(part.to_dict("records")):
            sound = all(row["value"] == row["value"] and row["status"] != DISPUTED and row["mark"] == "" for row in (one, other))
            same = all(one.get(name) == other.get(name) for name in ("counted_by", "family"))
            if sound and same:
                found[(place(one["x"]), one["value"]), (place(other["x"]), other["value"])] += 1
    return found


def place(x: object) -> float:
    return pd.Timestamp(x).toordinal() if isinstance(x, (str, date, pd.Timestamp)) else x


def joined(points: list[tuple[object, float]]) -> Segments:
    return Counter(pairwise([(place(x), y) for x, y in points]))


def on_screen(chart: Chart) -> Segments:
    return _traces(screen.figure(chart))


def on_the_projector(chart: Chart) -> Segments:
    return _traces(projector.figure(chart, "light", 1776, STAGE_HIGH))


def _traces(figure) -> Segments:
    return sum((joined(list(zip(trace.x, trace.y))) for trace in figure.data if "lines" in trace.mode), Counter())


def in_a_picture(chart: Chart) -> Segments:
    """What is drawn as thick as a line of the data; leaders and the ground are thinner."""
    figure = Figure(figsize=(WIDE, HIGH))
    drawing.plot(figure, chart, BOX, (WIDE, HIGH))
    drawn = [line for axes in figure.axes for line in axes.lines if line.get_linewidth() >= 2]
    return sum((joined(list(zip(map(float, line.get_xdata()), map(float, line.get_ydata())))) for line in drawn), Counter())


def on_a_slide(chart: Chart) -> Segments:
    page = template.blank()
    page = page.slides.add_slide(page.slide_layouts[template.PAGE])
    native.plot(slides._Writer(page, chart.language), Plot(BOX, chart))
    found: Segments = Counter()
    for shape in page.shapes:
        if shape.has_chart:
            for series in shape.chart.plots[0].series:
                if series.format.line.fill.type != MSO_FILL.BACKGROUND:
                    found += _segments(series)
    return found


def _segments(series) -> Segments:
    """A scatter joins its points in their order; a line chart those of categories next to each other."""
    days = [float(value.text) for value in series._element.xpath("./c:xVal//c:v")]
    if days:
        return joined([(day + date(1899, 12, 30).toordinal(), value) for day, value in zip(days, series.values)])
    known = [((float(one), float(other))) for one, other in pairwise(range(len(series.values)))]
    values = series.values
    return Counter(
        ((one, values[int(one)]), (other, values[int(other)]))
        for one, other in known
        if values[int(one)] is not None and values[int(other)] is not None
    )


MEDIA: dict[str, Callable[[Chart], Segments]] = {
    "screen": on_screen,
    "projector": on_the_projector,
    "picture": in_a_picture,
    "slide": on_a_slide,
}


ROOM: dict[str, Callable[[Chart], int]] = {
    "projector": lambda chart: plan.most_panels(chart, STAGE_HIGH),
    "picture": lambda chart: line_picture.most_panels(chart, BOX),
    "slide": lambda chart: MOST_PANELS,
}


def wanted(chart: Chart, medium: str) -> Segments:
    """Only the screen has room for every panel."""
    if "panel" not in chart.frame or medium not in ROOM:
        return expected(chart, None)
    return expected(chart, {name for name, _ in panels(chart, ROOM[medium](chart))[0]})


@pytest.fixture(scope="module")
def line_charts(store) -> list[Chart]:
    """Every line chart of the data, of any region, election and unit, in which a line must leave out what stands in its series."""
    figures = store.figures("ID", None, None, None, True)
    figures = figures[(figures["dimension"] == "total") & figures["event"].notna()]
    doubted = figures["status"] == DISPUTED
    late = figures["counted_on"] > figures["event"].map(store.events()["voting_day"]) + trend.AFTER_VOTING
    breaks = doubted | late | figures["stage"].isin(trend.NOT_CUMULATIVE)
    dated = figures.assign(breaks=breaks)[figures["counted_on"].notna()].groupby(["region", "event", "unit", "counted_by", "stage"])
    series = dated["breaks"].agg(["sum", "size"]).query("sum > 0 and size > 2").index
    stages = figures.assign(doubted=doubted)[figures["is_headline"]].groupby(["region", "unit", "stage"])
    panels_ = stages.agg(points=("event", "size"), doubted=("doubted", "sum"), counters=("counted_by", "nunique"))
    panels_ = panels_.query("points > 2 and (doubted > 0 or counters > 1)").index
    within = dict.fromkeys(key[:3] for key in series)
    drawn = [trend.within(store, Filter(region, event, "dugaan", unit), True) for region, event, unit in within]
    event = figures["event"].iloc[0]
    views = dict.fromkeys(key[:2] for key in panels_)
    drawn += [across.across(store, Filter(region, event, "dugaan", unit), True) for region, unit in views]
    return [one for one in drawn if not one.empty]


@pytest.mark.parametrize("medium", MEDIA)
def test_every_line_of_the_data_joins_the_same_points_in_every_medium(line_charts, medium):
    assert sum(expected(one).total() for one in line_charts) > 50
    for one in line_charts:
        assert MEDIA[medium](one) == wanted(one, medium), one.name


@pytest.mark.parametrize("medium", MEDIA)
def test_a_disputed_figure_of_nusa_tenggara_timur_stands_beside_the_line(store, medium):
    one = trend.within(store, replace(scope(store, "53", "pilkada-2020"), unit="kasus"), True)
    disputed = {(place(row["x"]), row["value"]) for row in one.frame.to_dict("records") if row["status"] == DISPUTED}
    assert disputed
    ends = {end for segment in MEDIA[medium](one) for end in segment}
    assert not ends & disputed


def small(**changes: list) -> Chart:
    """One counter's count of six days, all sound, joined throughout."""
    days = pd.to_datetime([f"2020-{month:02}-01" for month in range(5, 11)])
    given = {"x": days, "value": [3.0, 5.0, 8.0, 9.0, 12.0, 20.0], "counted_by": ["bawaslu"] * 6, "mark": [""] * 6} | changes
    frame = rows(6, series="Dugaan · Bawaslu", name="dugaan", short="Bawaslu", tone="dugaan", **given)
    frame["status"] = changes.get("status", ["bersih"] * 6)
    return chart(Kind.LINE, frame, since=date(2020, 4, 1), until=date(2020, 12, 31))


BREAKS = {
    "disputed": ({"status": ["bersih"] * 2 + [DISPUTED] * 2 + ["bersih"] * 2}, 2),
    "loose": ({"mark": ["loose"] * 6}, 0),
    "stated later": ({"mark": [""] * 3 + ["end"] * 3}, 2),
    "nobody published one": ({"value": [3.0, 5.0, float("nan"), 9.0, 12.0, 20.0]}, 3),
    "another counter": ({"counted_by": ["bawaslu"] * 3 + ["kasn"] * 3}, 4),
    "nothing": ({}, 5),
}


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("reason", BREAKS)
def test_what_breaks_a_line(medium, reason):
    changes, count = BREAKS[reason]
    assert MEDIA[medium](small(**changes)).total() == count


def test_what_two_sources_say_alike_is_named_once_at_the_edge(store):
    one = trend.within(store, replace(scope(store, "ID", "pilkada-2020"), unit="orang"), True)
    late = one.frame[one.frame["mark"] == "end"]
    assert late.assign(month=pd.to_datetime(late["x"]).dt.to_period("M")).duplicated(["series", "value", "month"]).any()
    page = template.blank()
    page = page.slides.add_slide(page.slide_layouts[template.PAGE])
    native.plot(slides._Writer(page, one.language), Plot(BOX, one))
    named = [shape._element.xpath("string(.//p:cNvPr/@descr)") for shape in page.shapes if not shape.has_chart]
    labels = [told for told in named if " · " in told]
    assert labels and len(set(labels)) == len(labels)
