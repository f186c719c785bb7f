"""Axes of native charts."""

from datetime import date

import pandas as pd
from pptx.enum.dml import MSO_LINE

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.axes import months
from netralitas.render.ground.shapes import Box, words
from netralitas.render.ground.signs import THEME, amount
from netralitas.render.ground.slide import (
    month_format,
    quiet_axis,
    upright,
)
from netralitas.render.ground.text import LETTER, width

DASH = {"solid": MSO_LINE.SOLID, "dot": MSO_LINE.ROUND_DOT, "dash": MSO_LINE.DASH}


def days(when: object) -> int:
    """The day as a spreadsheet counts it."""
    return (pd.Timestamp(when).date() - date(1899, 12, 30)).days


def time_axis(axis, chart: Chart, since: date, until: date, most: int) -> None:
    """At most `most` months or years below. A tick names the month it stands in, which need not be its first day."""
    quiet_axis(axis, LETTER)
    upright(axis)
    named = months(since, until, chart.language, max(2, most))
    step = (named[1][0] - named[0][0]).days if len(named) > 1 else 31
    yearly = step > 360
    axis.minimum_scale, axis.maximum_scale = days(since), days(until)
    axis.major_unit = 365.25 * round(step / 365.25) if yearly else 30.4375 * max(1, round(step / 30.4375))
    axis.tick_labels.number_format = "yyyy" if yearly else month_format(chart.language)
    axis.tick_labels.number_format_is_linked = False


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
