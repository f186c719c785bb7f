"""Axes of native charts."""

from datetime import date
import pandas as pd
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt
from netralitas import palette
from netralitas.chart import Chart
from netralitas.model import DISPUTED
from netralitas.render.line.marks import LETTER
from netralitas.render.line.marks import grid
from netralitas.render.line.marks import inner
from netralitas.render.line.marks import panels
from netralitas.render.line.marks import tick_words
from netralitas.render.ground.signs import MARKS
from netralitas.render.ground.signs import THEME
from netralitas.render.line.marks import End
from netralitas.render.ground.signs import amount
from netralitas.render.line.marks import ends
from netralitas.render.ground.axes import months
from netralitas.render.line.marks import runs
from netralitas.render.ground.axes import value_ticks
from netralitas.render.ground.text import Run
from netralitas.render.ground.text import fitted
from netralitas.render.ground.text import lines_of
from netralitas.render.ground.text import width
from netralitas.render.ground.slide import INK
from netralitas.render.ground.slide import clean
from netralitas.render.ground.slide import colour
from netralitas.render.ground.slide import decimals
from netralitas.render.ground.slide import fill
from netralitas.render.ground.slide import label_format
from netralitas.render.ground.slide import month_format
from netralitas.render.ground.slide import number_format
from netralitas.render.ground.slide import place_plot
from netralitas.render.ground.slide import plain
from netralitas.render.ground.slide import quiet_axis
from netralitas.render.ground.slide import shift_label
from netralitas.render.ground.slide import typeset
from netralitas.render.ground.slide import upright
from netralitas.render.ground.slide import value_axis
from netralitas.render.ground.shapes import QUIET
from netralitas.render.ground.shapes import Area
from netralitas.render.ground.shapes import Box
from netralitas.render.ground.shapes import Words
from netralitas.render.ground.shapes import words
from netralitas.render.ground.scale import reach
from netralitas.wording import day
from netralitas.wording import text


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


def beyond_axis(draw, chart: Chart, rows: pd.DataFrame, highest: float, x: list[float], field: Box) -> None:
    """A disputed value sets no axis; where it lies beyond, an open triangle and the number stand at the top edge.

    `x` are the places of the rows from left to right, as parts of the field.
    """
    for row, place in zip(rows.to_dict("records"), x):
        if row["value"] == row["value"] and row["value"] > highest:
            told = f"△ {amount(chart, row['value'], row['status'])}"
            long = width(told, LETTER, True) + 0.04
            left = min(max(field.left + place * field.wide - long / 2, field.left), field.left + field.wide - long)
            tone = palette.stage_colour(row["tone"], THEME)
            draw.shape(words(Box(left, field.top - 0.02, long, 0.2), told, (LETTER, 10), told, bold=True, colour=tone, align="center"))
