"""The drawing of a chart on a matplotlib figure: bars, heat maps, dots; lines and maps have files of their own.

Every drawing works in inches within its box, so that letters are as large as they were measured.
"""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from netralitas import palette
from netralitas.chart import Chart
from netralitas.chart import Kind
from netralitas.model import DISPUTED
from netralitas.render.line.picture import line
from netralitas.render.map.picture import choropleth
from netralitas.render.ground.signs import THEME
from netralitas.render.bar.marks import Bars
from netralitas.render.ground.signs import amount
from netralitas.render.bar.marks import bars
from netralitas.render.ground.axes import dot_span
from netralitas.render.ground.signs import hollow
from netralitas.render.ground.axes import months
from netralitas.render.ground.signs import part_colour
from netralitas.render.ground.axes import value_ticks
from netralitas.render.ground.text import width
from netralitas.render.ground.text import wrapped
from netralitas.render.ground.shapes import INK
from netralitas.render.ground.shapes import LINE
from netralitas.render.ground.shapes import QUIET
from netralitas.render.ground.shapes import Box
from netralitas.wording import number
from netralitas.wording import text
from netralitas.render.bar.picture import _bar
from netralitas.render.dot.picture import _dot
from netralitas.render.heat.picture import _heat



def plot(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Draw a chart into a box of a page (inches)."""
    draw = {Kind.BAR: _bar, Kind.LINE: line, Kind.MAP: choropleth, Kind.HEAT: _heat, Kind.DOT: _dot}[chart.kind]
    draw(figure, chart, box, page)


















