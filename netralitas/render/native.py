"""Charts as PowerPoint's own: bars, lines, dots; maps and large heat maps as pictures."""

from netralitas.chart import Kind
from netralitas.render.bar.slide import bar
from netralitas.render.dot.slide import dots
from netralitas.render.flow.slide import flow
from netralitas.render.heat.slide import heat
from netralitas.render.line.slide import line
from netralitas.render.map.slide import map_picture


def plot(draw, shape) -> None:
    """Draw a Plot through `draw`, the writer of one slide (its page and a function that describes shapes)."""
    chart, box = shape.chart, shape.box
    kinds = {Kind.BAR: bar, Kind.LINE: line, Kind.DOT: dots, Kind.MAP: map_picture, Kind.HEAT: heat, Kind.FLOW: flow}
    kinds[chart.kind](draw, chart, box)
