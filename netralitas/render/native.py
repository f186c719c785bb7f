"""Charts as PowerPoint's own: bars, stacked bars, dots; maps and large heat maps as pictures. Lines have a file of their own."""

from netralitas.chart import Kind
from netralitas.render.bar.slide import _bar
from netralitas.render.dot.slide import _dot
from netralitas.render.heat.slide import _heat
from netralitas.render.line.slide import line
from netralitas.render.map.slide import _picture


def plot(draw, shape) -> None:
    """Draw a Plot through `draw`, the writer of one slide (its page and a function that describes shapes)."""
    chart, box = shape.chart, shape.box
    kinds = {Kind.BAR: _bar, Kind.LINE: line, Kind.DOT: _dot, Kind.MAP: _picture, Kind.HEAT: _heat}
    kinds[chart.kind](draw, chart, box)
