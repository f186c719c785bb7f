"""Lines as PowerPoint's own: one election as a scatter with joined points, and small line charts with gaps, one a stage."""

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Pt

from netralitas import palette
from netralitas.chart import END, Chart
from netralitas.render.ground.axes import value_ticks
from netralitas.render.ground.scale import reach
from netralitas.render.ground.shapes import QUIET, Area, Box, Words, words
from netralitas.render.ground.signs import SIGNS, THEME, amount
from netralitas.render.ground.slide import (
    INK,
    clean,
    colour,
    figure_format,
    fill,
    label_format,
    pale,
    place_plot,
    plain,
    quiet_axis,
    shift_label,
    typeset,
    upright,
    value_axis,
)
from netralitas.render.ground.slide_axes import DASH, beyond_axis, days, time_axis
from netralitas.render.ground.slide_data import CategoryData, XyData
from netralitas.render.ground.text import LETTER, Run, fitted, lines_of, width
from netralitas.render.line.marks import End, Strand, by_series, ends, grid, inner, known, most_panels, panels, strands, tick_words
from netralitas.wording import day, text


def line(draw, chart: Chart, box: Box) -> None:
    if "panel" in chart.frame:
        _panels(draw, chart, box)
    else:
        _time(draw, chart, box)


# -- one election, day by day --------------------------------------------------------------


def _time(draw, chart: Chart, box: Box) -> None:
    """Spans below the chart, the chart, and beside it a name for every number at the right edge."""
    field, places = inner(box), value_ticks(chart)
    _spans(draw, chart, field)
    series = [(name, strand) for name, part in by_series(chart.rows).items() for strand in strands(part)]
    # LibreOffice loses a first series that is shorter than others; the order decides nothing else.
    series.sort(key=lambda named: -len(named[1].rows))
    data = XyData(number_format="General")
    for name, strand in series:
        added = data.add_series(clean(f"{name} ◆" if strand.late else name))
        for row in strand.rows:
            added.add_data_point(min(days(row["x"]), days(chart.until)), row["value"])
    native = draw.chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, box, data, chart.alt)
    plain(native)
    place_plot(native, (field.left - box.left) / box.wide, (field.top - box.top) / box.high, field.wide / box.wide, field.high / box.high)
    value_axis(native.value_axis, chart, places, LETTER)
    time_axis(draw, native.category_axis, chart, chart.since, chart.until, field)
    inside = [row for row in chart.rows if row["mark"] != END]
    beyond_axis(
        draw,
        chart,
        inside,
        places[-1],
        [(days(row["x"]) - days(chart.since)) / (days(chart.until) - days(chart.since)) for row in inside],
        field,
    )
    labels = {id(end.row): end for end in ends(chart, field.high, places[-1], LETTER)}
    for drawn, (_, strand) in zip(native.plots[0].series, series):
        _line(drawn, strand)
        drawn.marker.style = XL_MARKER_STYLE.DIAMOND if strand.late else XL_MARKER_STYLE.CIRCLE
        drawn.marker.size = 8 if strand.late else 6
        _marks(drawn, chart, strand.rows, places[-1], labels, field, box)
    for end in labels.values():
        _name(draw, chart, end, places[-1], field, box)


def _at(chart: Chart, field: Box, when: object) -> float:
    """Where a day stands, inches from the left of the page; what lies outside stands at the edge."""
    whole = days(chart.until) - days(chart.since)
    return field.left + min(max((days(when) - days(chart.since)) / whole, 0), 1) * field.wide


def _line(drawn, strand: Strand) -> None:
    """A line in the style of its counter through what is joined, none through the rest; filled marks."""
    rows = strand.rows
    tone = palette.stage_colour(rows[0]["tone"], THEME)
    if strand.joined:
        drawn.format.line.color.rgb = colour(tone)
        drawn.format.line.width = Pt(2.25)
        drawn.format.line.dash_style = DASH[palette.DASH.get(rows[0]["counted_by"], palette.OTHER_DASH)]
    else:
        drawn.format.line.fill.background()
    drawn.smooth = False
    fill(drawn.marker.format, tone)
    drawn.marker.format.line.color.rgb = colour(tone)


def _marks(drawn, chart: Chart, rows: list[dict], highest: float, labels: dict[int, End], field: Box, box: Box) -> None:
    """Marks by status, and the number of the last point moved to the right edge."""
    tone = palette.stage_colour(rows[0]["tone"], THEME)
    for place, row in enumerate(rows):
        sign = SIGNS[row["status"]]
        if sign.doubted or row["tone"] in palette.HOLLOW_STAGES:
            drawn.points[place].marker.style = drawn.marker.style
            drawn.points[place].marker.size = 9
            _unfilled(drawn.points[place].marker.format, tone, sign.doubted)
        if id(row) in labels:
            _number(drawn.points[place].data_label, chart, row, labels[id(row)], highest, field, box)


def _unfilled(format_, tone: str, doubted: bool) -> None:
    """Hatched where the figure must not be quoted, pale where nothing was done yet."""
    if doubted:
        fill(format_, tone, disputed=True)
    else:
        pale(format_, tone)


def _number(label, chart: Chart, row: dict, end: End, highest: float, field: Box, box: Box) -> None:
    """The last number of a line, live, at the right edge where its name stands."""
    typeset(label.font, LETTER, end.colour, bold=True)
    label.position = XL_LABEL_POSITION.RIGHT
    label_format(label._dLbl, figure_format(chart, row))
    right = field.left + field.wide - _at(chart, field, row["x"]) + 0.12
    y = end.value / highest * field.high
    shift_label(label, right / box.wide, -(end.placed - y) / box.high)


def _name(draw, chart: Chart, end: End, highest: float, field: Box, box: Box) -> None:
    """Stage, counter and month beside the number, in the line's colour; a thin line leads there from the mark, as in a picture."""
    edge, value = field.left + field.wide, field.top + field.high * (1 - end.value / highest)
    mark = _at(chart, field, end.row["x"])
    alt = text(chart.language, "paparan.alt.garis")
    draw.leader((mark, value), (edge, value), end.colour, alt, dotted=True)
    draw.leader((edge + 0.04, value), (edge + 0.14, field.top + field.high - end.placed), end.colour, alt)
    start = field.left + field.wide + 0.32 + width(end.amount, LETTER, True)
    wide = box.left + box.wide - start
    told = (Run(end.name, True, end.colour), Run(f" · {end.detail}", colour=QUIET))
    size = next((one for one in (LETTER, 10, 9, 8) if len(lines_of(told, one, wide)) == 1), 8)
    if len(lines_of(told, size, wide)) > 1:
        told = (Run(fitted(end.name, wide, 0.2, (LETTER, 10, 9, 8), True)[1], True, end.colour),)
    top = field.top + field.high - end.placed - 0.1
    draw.shape(Words(Box(start, top, wide, 0.21), (told,), size, f"{end.amount} {end.name}, {end.detail}"))


def _spans(draw, chart: Chart, field: Box) -> None:
    """Campaign as a grey ground, voting day as a line, both behind the chart, named above it."""
    for order, span in enumerate(chart.spans):
        left, right = _at(chart, field, span.start), _at(chart, field, span.end)
        moment = span.start == span.end
        alt = text(chart.language, "paparan.alt.rentang", label=span.label)
        draw.shape(Area(Box(left, field.top, max(right - left, 0.012), field.high), alt, fill=QUIET if moment else palette.ABSENT[THEME]))
        told = f"{span.label}, {day(span.end, chart.language, 'short')}" if moment else span.label
        draw.shape(
            words(Box(right - 3.4, field.top - 0.24 - 0.2 * order, 3.4, 0.2), told, (LETTER, 10, 9), told, colour=QUIET, align="right")
        )
    for when, told in chart.ticks_below:
        draw.shape(
            words(
                Box(_at(chart, field, when) - 0.15, field.top + field.high - 0.2, 0.3, 0.2),
                "▲",
                (10, 9),
                told,
                colour=palette.ACCENT[THEME],
                align="center",
            )
        )


# -- a line chart a stage -------------------------------------------------------------------


def _panels(draw, chart: Chart, box: Box) -> None:
    """Small native line charts on one scale; an election without a figure is a gap, a change of counter starts a new line."""
    shown, hidden = panels(chart, most_panels(chart, box))
    high = box.high - (0.25 if hidden else 0)
    for (name, part), place in zip(shown, grid(len(shown), Box(box.left, box.top, box.wide, high))):
        draw.shape(words(Box(place.left, place.top, place.wide, 0.24), name, (12, 11, 10, 9), name, bold=True))
        _panel(draw, chart, part, Box(place.left, place.top + 0.26, place.wide, place.high - 0.26), name)
    if hidden:
        told = text(chart.language, "paparan.tahap_lain", stages=", ".join(hidden))
        draw.shape(words(Box(box.left, box.top + box.high - 0.22, box.wide, 0.2), told, (10, 9, 8), told, colour=QUIET))


def _panel(draw, chart: Chart, part: list[dict], box: Box, name: str) -> None:
    told, size = tick_words(chart, box.wide)
    data = CategoryData(number_format="General")
    data.categories = told
    points, series = list(filter(known, part)), strands(part)
    for strand in series:
        values = {row["x"]: row["value"] for row in strand.rows}
        name = " · ".join(dict.fromkeys(row["counter"] for row in strand.rows))
        data.add_series(clean(name), [values.get(place) for place in range(len(chart.ticks))])
    values = "; ".join(f"{row['label']} {amount(chart, row)}" for row in points)
    native = draw.chart(XL_CHART_TYPE.LINE_MARKERS, box, data, text(chart.language, "paparan.alt.panel", panel=name, values=values))
    plain(native)
    below = 0.24 + 0.18 * max((word.count("\n") for word in told), default=0)
    place_plot(native, 0.0, 0.22 / box.high, 1.0, max(0.2, 1 - (0.22 + below) / box.high))
    quiet_axis(native.category_axis, size)
    upright(native.category_axis)
    native.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis = native.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.has_major_gridlines, axis.visible = 0, reach(chart.frame), False, False
    for drawn, strand in zip(native.plots[0].series, series):
        _line(drawn, strand)
        _numbers(drawn, chart, strand.rows)
    count = len(chart.ticks)
    beyond_axis(
        draw,
        chart,
        points,
        reach(chart.frame),
        [(row["x"] + 0.5) / count for row in points],
        Box(box.left, box.top + 0.04, box.wide, box.high),
    )
    # An election without a figure is a gap, not a zero and not bridged.
    native._chartSpace.chart.find(qn("c:dispBlanksAs")).set("val", "gap")


def _numbers(drawn, chart: Chart, rows: list[dict]) -> None:
    """A number at every point; disputed marks hatched."""
    tone = palette.stage_colour(rows[0]["tone"], THEME)
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 6
    for row in rows:
        point, sign = drawn.points[int(row["x"])], SIGNS[row["status"]]
        if row["mark"] == "early":
            point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 5
            pale(point.marker.format, tone)
        if sign.doubted:
            point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 9
            fill(point.marker.format, tone, disputed=True)
        label = point.data_label
        typeset(label.font, 11, INK)
        label.position = XL_LABEL_POSITION.ABOVE
        label_format(label._dLbl, figure_format(chart, row))
