"""Charts as PowerPoint's own: bars, stacked bars, dots; maps and large heat maps as pictures. Lines have a file of their own."""

import pandas as pd
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from netralitas import palette
from netralitas.chart import Chart, Kind
from netralitas.model import DISPUTED
from netralitas.render import picture
from netralitas.render.picture_marks import MARKS, THEME, Bars, bars, dot_span, hollow, part_colour, value_ticks
from netralitas.render.picture_text import Run, width
from netralitas.render.pptx_format import (
    GROUND,
    INK,
    clean,
    colour,
    decimals,
    fill,
    label_format,
    number_format,
    one_line,
    place_plot,
    plain,
    quiet_axis,
    typeset,
    value_axis,
)
from netralitas.render.pptx_line import beyond_axis, days, line, time_axis
from netralitas.render.pptx_shapes import QUIET, Box, Cells, Image, Words
from netralitas.wording import number, text

_TABLE = 14  # rows of a heat map that still fit a native table


def plot(draw, shape) -> None:
    """Draw a Plot through `draw`, the writer of one slide (its page and a function that describes shapes)."""
    chart, box = shape.chart, shape.box
    kinds = {Kind.BAR: _bar, Kind.LINE: line, Kind.DOT: _dot, Kind.MAP: _picture, Kind.HEAT: _heat}
    kinds[chart.kind](draw, chart, box)


def _picture(draw, chart: Chart, box: Box) -> None:
    draw.shape(Image(box, picture.drawing(chart, box.wide, box.high), chart.alt))


# -- bars -------------------------------------------------------------------------------


def _bar(draw, chart: Chart, box: Box) -> None:
    """Horizontal bars, the first on top; the number at each bar's end, no value axis."""
    placed = bars(chart, box.wide, box.high)
    high = box.high - (0.3 if placed.hidden else 0)
    high = min(high, 0.95 * len(placed.labels) * max(1, len(placed.series) * 0.6))
    frame = chart.frame[chart.frame["label"].isin(placed.labels)]
    data = CategoryChartData(number_format="General")
    data.categories = [clean(told) for told in placed.told]
    for name in placed.series:
        rows = (frame[frame["series"] == name] if "series" in frame else frame).drop_duplicates("label").set_index("label")["value"]
        data.add_series(clean(name or chart.value_label or chart.unit), [_blank(rows.get(label)) for label in placed.labels])
    kind = XL_CHART_TYPE.BAR_STACKED if chart.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    native = draw.chart(kind, Box(box.left, box.top, box.wide, high), data, chart.alt)
    plain(native)
    column = placed.column / box.wide
    place_plot(native, column, 0.0, 1 - column, 1.0)
    quiet_axis(native.category_axis, placed.size)
    typeset(native.category_axis.tick_labels.font, placed.size, INK)
    native.category_axis.reverse_order = True
    native.value_axis.minimum_scale, native.value_axis.maximum_scale = 0, placed.axis
    native.value_axis.has_major_gridlines = False
    native.value_axis.visible = False
    plot_ = native.plots[0]
    plot_.gap_width, plot_.overlap = 40, 100 if chart.stacked else -5
    plot_.vary_by_categories = False
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
    places = decimals(chart)
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = number_format(chart.language, places), False
    labels.position = XL_LABEL_POSITION.CENTER if chart.stacked else XL_LABEL_POSITION.OUTSIDE_END
    typeset(labels.font, placed.size, GROUND if chart.stacked and order % 7 else INK, bold=not chart.stacked)
    one_line(labels._element)
    by_label = rows.drop_duplicates("label").set_index("label")
    if len(by_label):
        # For the legend, and for a bar that somebody adds by hand.
        fill(series.format, part_colour(by_label["tone"].iloc[0], order, len(placed.series) > 1))
    for place, label in enumerate(placed.labels):
        if label not in by_label.index or by_label.at[label, "value"] != by_label.at[label, "value"]:
            continue
        row = by_label.loc[label]
        disputed = row["status"] == DISPUTED
        tone = part_colour(row["tone"], order, len(placed.series) > 1)
        fill(series.points[place].format, tone, disputed=disputed, hollow=row["tone"] in palette.HOLLOW_STAGES)
        beyond = row["value"] > placed.axis
        if row["status"] in MARKS or beyond:
            _marked(
                series.points[place].data_label,
                number_format(chart.language, places, "▸ " if beyond else "", MARKS.get(row["status"], "")),
                placed.size,
                beyond,
            )


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


# -- dots ---------------------------------------------------------------------------------


def _dot(draw, chart: Chart, box: Box) -> None:
    """Published numbers by their day, a scatter without lines; disputed ones hollow."""
    frame, places = chart.frame, value_ticks(chart)
    data = XyChartData(number_format="General")
    series = data.add_series(chart.value_label or chart.unit)
    for row in frame.to_dict("records"):
        series.add_data_point(days(row["x"]), row["value"])
    native = draw.chart(XL_CHART_TYPE.XY_SCATTER, box, data, chart.alt)
    plain(native)
    left = (0.25 + width(number(places[-1], chart.language), 11)) / box.wide
    place_plot(native, left, 0.06, 1 - left - 0.02, 0.82)
    value_axis(native.value_axis, chart, places, 11)
    since, until = dot_span(frame)
    time_axis(native.category_axis, chart, since, until, int(box.wide / 0.9))
    field = Box(box.left + left * box.wide, box.top + 0.06 * box.high, box.wide * (1 - left - 0.02), box.high * 0.82)
    beyond_axis(draw, chart, frame, places[-1], [(days(when) - days(since)) / (days(until) - days(since)) for when in frame["x"]], field)
    drawn = native.plots[0].series[0]
    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    fill(drawn.marker.format, palette.stage_colour(frame["tone"].iloc[0], THEME))
    told, empty = {frame.index[0], frame["value"].idxmax(), frame["value"].idxmin()}, hollow(frame)
    for place, (index, row) in enumerate(frame.iterrows()):
        point = drawn.points[place]
        tone, disputed = palette.stage_colour(row["tone"], THEME), row["status"] == DISPUTED
        fill(point.marker.format, tone, hollow=bool(empty.at[index]))
        if disputed:
            fill(point.marker.format, tone, disputed=True)
        if index in told:
            label = point.data_label
            typeset(label.font, 12, INK, bold=True)
            label.position = XL_LABEL_POSITION.ABOVE
            label_format(label._dLbl, number_format(chart.language, decimals(chart), after=MARKS.get(row["status"], "")))


# -- heat maps --------------------------------------------------------------------------------


def _heat(draw, chart: Chart, box: Box) -> None:
    """A native table while it is small enough to read; else a picture."""
    rows, columns = list(dict.fromkeys(chart.frame["row"])), list(dict.fromkeys(chart.frame["column"]))
    if len(rows) > _TABLE or len(columns) > 8:
        _picture(draw, chart, box)
        return
    values = chart.frame[chart.frame["value"].notna()].groupby(["row", "column"], sort=False)["value"].sum()
    size, high = 12, min(0.5, box.high / (len(rows) + 1))
    first = min(3.2, box.wide * 0.35)
    widths = (first, *[(box.wide - first) / len(columns)] * len(columns))
    header = (Run(""), *(Run(str(column), True, QUIET) for column in columns))
    body = [
        (Run(str(row)), *(Run(number(values.get((row, column)), chart.language, chart.decimals)) for column in columns)) for row in rows
    ]
    cells = Cells(
        Box(box.left, box.top, box.wide, high * (len(rows) + 1)), (header, *body), widths, (high,) * (len(rows) + 1), size, chart.alt
    )
    native = draw.shape(cells)
    shade(native, [[values.get((row, column)) for column in columns] for row in rows], values.max())


def shade(native, values: list[list[float | None]], largest: float) -> None:
    """Cells in the sequential scale; an empty one stays ground."""
    colours = palette.SEQUENTIAL[THEME]
    for row, line_ in enumerate(values, 1):
        for column, value in enumerate(line_, 1):
            if pd.isna(value) or value <= 0:
                continue
            depth = min(int((value / largest) ** 0.5 * len(colours)), len(colours) - 1)
            cell = native.cell(row, column)
            cell.fill.solid()
            cell.fill.fore_color.rgb = colour(colours[depth])
            for run in cell.text_frame.paragraphs[0].runs:
                run.font.color.rgb = colour(GROUND if depth > 2 else INK)
