"""Charts as PowerPoint's own: bars, stacked bars, dots; maps and large heat maps as pictures. Lines have a file of their own."""

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
from netralitas.render.picture import page as picture
from netralitas.render.ground.signs import MARKS
from netralitas.render.ground.signs import THEME
from netralitas.render.bar.marks import Bars
from netralitas.render.bar.marks import bars
from netralitas.render.ground.axes import dot_span
from netralitas.render.ground.signs import hollow
from netralitas.render.ground.signs import part_colour
from netralitas.render.ground.axes import value_ticks
from netralitas.render.page.text import Run
from netralitas.render.page.text import width
from netralitas.render.slides.format import GROUND
from netralitas.render.slides.format import INK
from netralitas.render.slides.format import clean
from netralitas.render.slides.format import colour
from netralitas.render.slides.format import decimals
from netralitas.render.slides.format import fill
from netralitas.render.slides.format import label_format
from netralitas.render.slides.format import number_format
from netralitas.render.slides.format import one_line
from netralitas.render.slides.format import place_plot
from netralitas.render.slides.format import plain
from netralitas.render.slides.format import quiet_axis
from netralitas.render.slides.format import typeset
from netralitas.render.slides.format import value_axis
from netralitas.render.slides.axes import beyond_axis
from netralitas.render.slides.axes import days
from netralitas.render.line.slide import line
from netralitas.render.slides.axes import time_axis
from netralitas.render.page.shapes import QUIET
from netralitas.render.page.shapes import Box
from netralitas.render.page.shapes import Cells
from netralitas.render.page.shapes import Image
from netralitas.render.page.shapes import Words
from netralitas.wording import number
from netralitas.wording import text
from netralitas.render.bar.slide import _bar
from netralitas.render.dot.slide import _dot
from netralitas.render.heat.slide import _heat
from netralitas.render.map.slide import _picture



def plot(draw, shape) -> None:
    """Draw a Plot through `draw`, the writer of one slide (its page and a function that describes shapes)."""
    chart, box = shape.chart, shape.box
    kinds = {Kind.BAR: _bar, Kind.LINE: line, Kind.DOT: _dot, Kind.MAP: _picture, Kind.HEAT: _heat}
    kinds[chart.kind](draw, chart, box)




# -- bars -------------------------------------------------------------------------------














# -- dots ---------------------------------------------------------------------------------




# -- heat maps --------------------------------------------------------------------------------




