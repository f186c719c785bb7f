"""A map on a slide: its picture."""

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


def _picture(draw, chart: Chart, box: Box) -> None:
    draw.shape(Image(box, picture.drawing(chart, box.wide, box.high), chart.alt))
