"""A map on a slide: its picture."""

from netralitas.chart import Chart
from netralitas.render import picture
from netralitas.render.ground.shapes import Box, Image


def _picture(draw, chart: Chart, box: Box) -> None:
    draw.shape(Image(box, picture.drawing(chart, box.wide, box.high), chart.alt))
