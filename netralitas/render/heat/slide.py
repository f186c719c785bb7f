"""A heat map as a native table."""

import pandas as pd
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from netralitas import palette
from netralitas.chart import Chart
from netralitas.chart import Kind
from netralitas.model import DISPUTED
from netralitas.render import picture
from netralitas.render.ground.signs import MARKS
from netralitas.render.ground.signs import THEME
from netralitas.render.bar.marks import Bars
from netralitas.render.bar.marks import bars
from netralitas.render.ground.axes import dot_span
from netralitas.render.ground.signs import hollow
from netralitas.render.ground.signs import part_colour
from netralitas.render.ground.axes import value_ticks
from netralitas.render.ground.text import Run
from netralitas.render.ground.text import width
from netralitas.render.ground.slide import GROUND
from netralitas.render.ground.slide import INK
from netralitas.render.ground.slide import clean
from netralitas.render.ground.slide import colour
from netralitas.render.ground.slide import decimals
from netralitas.render.ground.slide import fill
from netralitas.render.ground.slide import label_format
from netralitas.render.ground.slide import number_format
from netralitas.render.ground.slide import one_line
from netralitas.render.ground.slide import place_plot
from netralitas.render.ground.slide import plain
from netralitas.render.ground.slide import quiet_axis
from netralitas.render.ground.slide import typeset
from netralitas.render.ground.slide import value_axis
from netralitas.render.ground.slide_axes import beyond_axis
from netralitas.render.ground.slide_axes import days
from netralitas.render.line.slide import line
from netralitas.render.ground.slide_axes import time_axis
from netralitas.render.ground.shapes import QUIET
from netralitas.render.ground.shapes import Box
from netralitas.render.ground.shapes import Cells
from netralitas.render.ground.shapes import Image
from netralitas.render.ground.shapes import Words
from netralitas.wording import number
from netralitas.wording import text
from netralitas.render.map.slide import _picture


_TABLE = 14  # rows of a heat map that still fit a native table


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
