"""Axes of native charts."""

from datetime import date

import pandas as pd
from pptx.enum.chart import XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.axes import months
from netralitas.render.ground.shapes import QUIET, Box, words
from netralitas.render.ground.signs import THEME, amount
from netralitas.render.ground.slide import quiet_axis
from netralitas.render.ground.text import LETTER, width

_MONTH = 0.9  # inches that the name of a month takes
DASH = {"solid": MSO_LINE.SOLID, "dot": MSO_LINE.ROUND_DOT, "dash": MSO_LINE.DASH}


def days(when: object) -> int:
    """The day as a spreadsheet counts it."""
    return (pd.Timestamp(when).date() - date(1899, 12, 30)).days


def time_axis(draw, axis, chart: Chart, since: date, until: date, field: Box) -> None:
    """Months or years below, each where its first day lies: an axis of values steps by equal days, which months are not."""
    quiet_axis(axis, LETTER)
    axis.minimum_scale, axis.maximum_scale = days(since), days(until)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    for when, told in months(since, until, chart.language, max(2, int(field.wide / _MONTH))):
        middle = field.left + (when - since).days / (until - since).days * field.wide
        place = Box(middle - _MONTH / 2, field.top + field.high + 0.07, _MONTH, 0.21)
        draw.shape(words(place, told, (LETTER, 10, 9), told, colour=QUIET, align="center"))


def beyond_axis(draw, chart: Chart, rows: list[dict], highest: float, x: list[float], field: Box) -> None:
    """A disputed value sets no axis; where it lies beyond, an open triangle and the number stand at the top edge.

    `x` are the places of the rows from left to right, as parts of the field.
    """
    for row, place in zip(rows, x):
        if row["value"] == row["value"] and row["value"] > highest:
            told = f"△ {amount(chart, row)}"
            long = width(told, LETTER, True) + 0.04
            left = min(max(field.left + place * field.wide - long / 2, field.left), field.left + field.wide - long)
            tone = palette.stage_colour(row["tone"], THEME)
            draw.shape(words(Box(left, field.top - 0.02, long, 0.2), told, (LETTER, 10), told, bold=True, colour=tone, align="center"))
