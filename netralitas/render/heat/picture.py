"""A heat map on a picture."""

from matplotlib.figure import Figure

from netralitas.chart import Chart
from netralitas.render.ground.picture import GROUND, inches, write
from netralitas.render.ground.shapes import INK, QUIET, Box
from netralitas.render.ground.text import width
from netralitas.render.heat.marks import shade
from netralitas.wording import number


def heat(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Rows × columns with the number in each cell; an empty cell is ground, never the lowest colour."""
    frame, axes = chart.frame, inches(figure, box, page)
    rows, columns = list(dict.fromkeys(frame["row"])), list(dict.fromkeys(frame["column"]))
    size = min(13.0, (box.high - 0.4) / len(rows) * 72 / 1.25)
    left = min(max(width(str(row), size) for row in rows) + 0.15, box.wide * 0.35)
    wide, high = (box.wide - left) / len(columns), min((box.high - 0.4) / len(rows), 0.6)
    head = min([size, 11.0, *(11.0 * (wide - 0.06) / width(str(column), 11.0) for column in columns)])
    for place, column in enumerate(columns):
        write(axes, left + (place + 0.5) * wide, box.high - 0.18, str(column), head, ha="center", color=QUIET)
    for place, row in enumerate(rows):
        write(axes, 0, box.high - 0.4 - (place + 0.5) * high, str(row), size)
    known = frame[frame["value"] > 0].groupby(["row", "column"], sort=False)["value"].sum()
    for (row, column), value in known.items():
        tone, dark = shade(value, frame["value"].max())
        x, y = left + columns.index(column) * wide, box.high - 0.4 - (rows.index(row) + 1) * high
        axes.bar(x + wide / 2, high * 0.92, wide * 0.97, bottom=y + high * 0.04, color=tone)
        write(
            axes,
            x + wide / 2,
            y + high / 2,
            number(value, chart.language, chart.decimals),
            size,
            ha="center",
            color=GROUND if dark else INK,
        )
