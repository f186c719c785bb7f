"""Dots as PowerPoint's own."""

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.dot.marks import forms, told
from netralitas.render.ground.axes import dot_span, value_ticks
from netralitas.render.ground.shapes import Box
from netralitas.render.ground.signs import SIGNS, THEME, is_hollow
from netralitas.render.ground.slide import INK, figure_format, fill, label_format, place_plot, plain, typeset, value_axis
from netralitas.render.ground.slide_axes import beyond_axis, days, time_axis
from netralitas.render.ground.slide_data import XyData
from netralitas.render.ground.text import width
from netralitas.wording import number

_STYLES = {"circle": XL_MARKER_STYLE.CIRCLE, "square": XL_MARKER_STYLE.SQUARE, "triangle": XL_MARKER_STYLE.TRIANGLE}


def dots(draw, chart: Chart, box: Box) -> None:
    """Published numbers by their day, a scatter without lines; disputed ones hollow."""
    rows, places = chart.rows, value_ticks(chart)
    data = XyData(number_format="General")
    series = data.add_series(chart.value_label or chart.unit)
    for row in rows:
        series.add_data_point(days(row["x"]), row["value"])
    native = draw.chart(XL_CHART_TYPE.XY_SCATTER, box, data, chart.alt)
    plain(native)
    left = (0.25 + width(number(places[-1], chart.language), 11)) / box.wide
    place_plot(native, left, 0.06, 1 - left - 0.02, 0.82)
    value_axis(native.value_axis, chart, places, 11)
    since, until = dot_span(chart.frame)
    field = Box(box.left + left * box.wide, box.top + 0.06 * box.high, box.wide * (1 - left - 0.02), box.high * 0.82)
    time_axis(draw, native.category_axis, chart, since, until, field)
    across = [(days(row["x"]) - days(since)) / (days(until) - days(since)) for row in rows]
    beyond_axis(draw, chart, rows, places[-1], across, field)
    drawn = native.plots[0].series[0]
    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    fill(drawn.marker.format, palette.stage_colour(rows[0]["tone"], THEME))
    drawn_as = forms(chart)
    written = told(chart)
    for place, row in enumerate(rows):
        point = drawn.points[place]
        sign = SIGNS[row["status"]]
        if drawn_as[place] != "circle":
            point.marker.style = _STYLES[drawn_as[place]]
        fill(point.marker.format, palette.stage_colour(row["tone"], THEME), disputed=sign.doubted, hollow=is_hollow(row))
        if place in written:
            label = point.data_label
            typeset(label.font, 12, INK, bold=True)
            label.position = XL_LABEL_POSITION.ABOVE
            label_format(label._dLbl, figure_format(chart, row))
