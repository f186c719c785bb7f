"""The drawing of a chart on a matplotlib figure: bars, heat maps, dots; lines and maps have files of their own.

Every drawing works in inches within its box, so that letters are as large as they were measured.
"""

from matplotlib.figure import Figure

from netralitas.chart import Chart, Kind
from netralitas.render.bar.picture import _bar
from netralitas.render.dot.picture import _dot
from netralitas.render.ground.shapes import Box
from netralitas.render.heat.picture import _heat
from netralitas.render.line.picture import line
from netralitas.render.map.picture import choropleth


def plot(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Draw a chart into a box of a page (inches)."""
    draw = {Kind.BAR: _bar, Kind.LINE: line, Kind.MAP: choropleth, Kind.HEAT: _heat, Kind.DOT: _dot}[chart.kind]
    draw(figure, chart, box, page)
