"""Bars as PowerPoint's own."""

import pandas as pd
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.bar.marks import Bars, bars
from netralitas.render.ground.shapes import QUIET, Box, Words
from netralitas.render.ground.signs import BEYOND, SIGNS, part_colour
from netralitas.render.ground.slide import (
    GROUND,
    INK,
    clean,
    colour,
    figure_format,
    fill,
    label_format,
    lying_bars,
    place_plot,
    typeset,
    value_labels,
)
from netralitas.render.ground.slide_data import CategoryData
from netralitas.render.ground.text import Run
from netralitas.wording import number, text


def bar(draw, chart: Chart, box: Box) -> None:
    """Horizontal bars, the first on top; the number at each bar's end, no value axis."""
    placed = bars(chart, box.wide, box.high)
    high = box.high - (0.3 if placed.hidden else 0)
    high = min(high, 0.95 * len(placed.labels) * max(1, len(placed.series) * 0.6))
    frame = chart.frame[chart.frame["label"].isin(placed.labels)]
    data = CategoryData(number_format="General")
    data.categories = [clean(told) for told in placed.told]
    for name in placed.series:
        rows = (frame[frame["series"] == name] if "series" in frame else frame).drop_duplicates("label").set_index("label")["value"]
        data.add_series(clean(name or chart.value_label or chart.unit), [_blank(rows.get(label)) for label in placed.labels])
    kind = XL_CHART_TYPE.BAR_STACKED if chart.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    native = draw.chart(kind, Box(box.left, box.top, box.wide, high), data, chart.alt)
    lying_bars(native, placed.column / box.wide, placed.size, placed.axis)
    plot_ = native.plots[0]
    plot_.overlap = 100 if chart.stacked else -5
    for order, (series, name) in enumerate(zip(plot_.series, placed.series)):
        _series(series, chart, frame[frame["series"] == name] if "series" in frame else frame, placed, order)
    if len(placed.series) > 1:
        _legend(native, placed, box)
    if placed.hidden:
        told = text(chart.language, "paparan.baris_lain", count=number(placed.hidden, chart.language))
        draw.shape(Words(Box(box.left, box.top + box.high - 0.25, box.wide, 0.2), ((Run(told, colour=QUIET),),), 10, told))


def _blank(value: float | None) -> float | None:
    return None if pd.isna(value) else value


def _series(series, chart: Chart, rows: pd.DataFrame, placed: Bars, order: int) -> None:
    """Every bar in its stage's colour, with the mark of its status in the number's format, so that an edited number keeps it."""
    position = XL_LABEL_POSITION.CENTER if chart.stacked else XL_LABEL_POSITION.OUTSIDE_END
    value_labels(series, chart, placed.size, position, GROUND if chart.stacked and order % 7 else INK, bold=not chart.stacked)
    by_label = rows.drop_duplicates("label").set_index("label")
    if len(by_label):
        # For the legend, and for a bar that somebody adds by hand.
        fill(series.format, part_colour(by_label["tone"].iloc[0], order, len(placed.series) > 1))
    for place, label in enumerate(placed.labels):
        if label not in by_label.index or by_label.at[label, "value"] != by_label.at[label, "value"]:
            continue
        row = by_label.loc[label]
        sign = SIGNS[row["status"]]
        tone = part_colour(row["tone"], order, len(placed.series) > 1)
        fill(series.points[place].format, tone, disputed=sign.doubted, hollow=row["tone"] in palette.HOLLOW_STAGES)
        beyond = row["value"] > placed.axis
        if sign.after or row.get("about") or beyond:
            _marked(series.points[place].data_label, figure_format(chart, row, BEYOND if beyond else ""), placed.size, beyond)


def _marked(label, code: str, size: float, beyond: bool) -> None:
    """A label of its own format; on a white ground at the bar's foot where the bar runs out of the axis."""
    typeset(label.font, size, INK, bold=True)
    label.position = XL_LABEL_POSITION.INSIDE_BASE if beyond else XL_LABEL_POSITION.OUTSIDE_END
    element = label._dLbl
    label_format(element, code)
    if beyond:
        ground = FillFormat.from_fill_parent(_shape_of(element))
        ground.solid()
        ground.fore_color.rgb = colour(GROUND)


def _shape_of(element):
    """The `c:spPr` of a data label, made where it is missing: it stands before `c:txPr`."""
    found = element.find(qn("c:spPr"))
    if found is None:
        found = parse_xml(f"<c:spPr {nsdecls('c', 'a')}/>")
        element.find(qn("c:txPr")).addprevious(found)
    return found


def _legend(native, placed: Bars, box: Box) -> None:
    native.has_legend = True
    native.legend.position = XL_LEGEND_POSITION.BOTTOM
    native.legend.include_in_layout = False
    typeset(native.legend.font, min(placed.size, 12))
    column = placed.column / box.wide
    place_plot(native, column, 0.0, 1 - column, 0.9)
