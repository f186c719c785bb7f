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




