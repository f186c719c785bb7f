"""A flow: a bar a number, under the whole that it is part of; what is where, without a medium."""

from dataclasses import dataclass

from netralitas.chart import Chart
from netralitas.render.ground.signs import amount
from netralitas.render.ground.text import height, width, wrapped

# A gap is thinner than a bar: nobody counted it.
THIN = 0.45
_LARGEST, _SMALLEST = 14, 8


@dataclass(frozen=True)
class Flow:
    """The type size at which all labels fit, the width of their column, the thickness of a row, the end of the axis; inches."""

    size: float
    column: float
    slot: float
    axis: float


def reach(chart: Chart) -> float:
    """Where the longest bar ends."""
    return max(row["start"] + row["value"] for row in chart.rows) or 1.0


def told(chart: Chart) -> list[str]:
    """The number at the end of each bar, with the sign of its state."""
    return [amount(chart, row) for row in chart.rows]


def flow(chart: Chart, wide: float, high: float, smallest: int = _SMALLEST) -> Flow:
    """A statement has few numbers: all are drawn, the letters as large as fits."""
    labels, numbers = [row["label"] for row in chart.rows], told(chart)
    for size in range(_LARGEST, smallest - 1, -1):
        column = min(max(width(label, size) for label in labels) + 0.15, wide * 0.36)
        tall = max(height(len(wrapped(label, size, column - 0.1)), size) for label in labels) + 0.06
        if tall * len(labels) <= high:
            break
    plot = wide - column
    # The number stands behind its bar, and a bar far to the right needs room for it.
    room = max(plot - max(width(one, size, True) for one in numbers) - 0.2, plot * 0.4)
    return Flow(size, column, min(high / len(labels), 0.75), reach(chart) * plot / room)
