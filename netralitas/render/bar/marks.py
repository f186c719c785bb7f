"""Bars: which fit, how large, how far."""

from collections.abc import Mapping
from dataclasses import dataclass

from netralitas.chart import Chart
from netralitas.claims.amount import absence
from netralitas.render.ground.scale import reach
from netralitas.render.ground.signs import amount
from netralitas.render.ground.text import height, width, wrapped
from netralitas.rows import grouped, known


@dataclass(frozen=True)
class Bars:
    """Labels of the bars that fit, the type size, the width of their column, the end of the axis, and what is left out.

    `labels` are the categories in order, `told` how each is written; `limit` is the largest value that sets the axis.
    """

    labels: tuple[str, ...]
    told: tuple[str, ...]
    series: tuple[str, ...]
    size: float
    column: float
    limit: float
    axis: float
    hidden: int


def firsts(chart: Chart) -> list[dict]:
    """The first row of each label."""
    return [rows[0] for rows in grouped(chart.rows, lambda row: row["label"]).values()]


def second_line(chart: Chart, row: Mapping) -> str:
    """The quiet line under a label: the group, where it is not the label again, and what is remarked on the number."""
    parts = (row.get("group", ""), "" if chart.remarks_in_notes else row.get("remark", ""))
    return " · ".join(part for part in parts if part and part.casefold() != row["label"].casefold())


def reach_of_bars(chart: Chart) -> float:
    """The value that the axis must reach: of parts of wholes the largest sum."""
    if not chart.stacked:
        return reach(chart.frame)
    return max(sum(row["value"] for row in rows if known(row)) for rows in grouped(chart.rows, lambda row: row["label"]).values())


def bars(chart: Chart, wide: float, high: float, smallest: int = 10) -> Bars:
    """The largest type at which all labels stand beside their bars; rows that do not even fit at the smallest are left out and counted."""
    rows = firsts(chart)
    one = len(rows) == len(chart.rows)
    told = [
        " · ".join(
            filter(
                None,
                (
                    ("▸ " if row["label"] == chart.highlight else "") + row["label"],
                    second_line(chart, row),
                    absence(row, chart.language) if one and not known(row) else "",
                ),
            )
        )
        for row in rows
    ]
    series = tuple(dict.fromkeys(row.get("series", "") for row in chart.rows))
    beside = 1 if chart.stacked else len(series)
    for size in range(14, smallest - 1, -1):
        column = min(max(width(line, size) for line in told) + 0.1, wide * 0.44)
        tall = [max(height(len(wrapped(line, size, column - 0.05)), size), height(beside, size)) + 0.06 for line in told]
        # Bars share the height evenly, so the tallest label decides.
        if max(tall) * len(told) <= high:
            break
    kept = min(len(told), max(1, int(high // max(tall))))
    if kept < len(told):
        kept = max(1, int((high - 0.25) // max(tall)))
    limit = reach_of_bars(chart)
    longest = max(width(amount(chart, row), size, True) for row in chart.rows)
    if len(series) > 1 and not chart.stacked:
        longest += max(width(f"  {name}", size, True) for name in series)
    plot = wide - column
    room = max(plot - longest - 0.25, plot * 0.3)
    labels = tuple(row["label"] for row in rows[:kept])
    return Bars(labels, tuple(told[:kept]), series, size, column, limit, limit * plot / room, len(told) - kept)
