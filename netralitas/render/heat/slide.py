"""A heat map as a native table."""

from netralitas.chart import Chart
from netralitas.render.ground.shapes import QUIET, Box, Cells
from netralitas.render.ground.slide import GROUND, INK, colour
from netralitas.render.ground.text import Run
from netralitas.render.heat.marks import shade
from netralitas.wording import number

_TABLE = 14  # rows of a heat map that still fit a native table


def heat(draw, chart: Chart, box: Box) -> None:
    """A native table while it is small enough to read; else a picture."""
    rows, columns = list(dict.fromkeys(chart.frame["row"])), list(dict.fromkeys(chart.frame["column"]))
    if len(rows) > _TABLE or len(columns) > 8:
        draw.picture(chart, box)
        return
    values = chart.frame[chart.frame["value"].notna()].groupby(["row", "column"], sort=False)["value"].sum()
    size, high = 12, min(0.5, box.high / (len(rows) + 1))
    first = min(3.2, box.wide * 0.35)
    widths = (first, *[(box.wide - first) / len(columns)] * len(columns))
    header = (Run(""), *(Run(str(column), True, QUIET) for column in columns))
    body = [
        (Run(str(row)), *(Run(number(values.get((row, column)), chart.language, chart.decimals)) for column in columns)) for row in rows
    ]
    cells = Cells(
        Box(box.left, box.top, box.wide, high * (len(rows) + 1)), (header, *body), widths, (high,) * (len(rows) + 1), size, chart.alt
    )
    native = draw.shape(cells)
    _fill(native, [[values.get((row, column)) for column in columns] for row in rows], values.max())


def _fill(native, values: list[list[float | None]], largest: float) -> None:
    """Cells in the sequential scale; an empty one stays ground."""
    for row, line_ in enumerate(values, 1):
        for column, value in enumerate(line_, 1):
            shaded = shade(value, largest)
            if not shaded:
                continue
            tone, dark = shaded
            cell = native.cell(row, column)
            cell.fill.solid()
            cell.fill.fore_color.rgb = colour(tone)
            for run in cell.text_frame.paragraphs[0].runs:
                run.font.color.rgb = colour(GROUND if dark else INK)
