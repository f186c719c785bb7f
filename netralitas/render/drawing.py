"""The drawing of a chart on a matplotlib figure: each kind has a file of its own.

Every drawing works in inches within its box, so that letters are as large as they were measured.
"""

from matplotlib.figure import Figure

from netralitas.chart import Chart, Kind
from netralitas.render.bar.picture import bar
from netralitas.render.dot.picture import dots
from netralitas.render.flow.picture import flow
from netralitas.render.ground.shapes import Box
from netralitas.render.heat.picture import heat
from netralitas.render.line.picture import line
from netralitas.render.map.picture import choropleth


def plot(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Draw a chart into a box of a page (inches)."""
    draw = {Kind.BAR: bar, Kind.LINE: line, Kind.MAP: choropleth, Kind.HEAT: heat, Kind.DOT: dots, Kind.FLOW: flow}[chart.kind]
    draw(figure, chart, box, page)
