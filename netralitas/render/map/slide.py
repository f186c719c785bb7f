"""A map on a slide: its picture."""

from netralitas.chart import Chart
from netralitas.render.ground.shapes import Box


def map_picture(draw, chart: Chart, box: Box) -> None:
    draw.picture(chart, box)
