"""Bars: which fit, how large, how far."""

from dataclasses import dataclass

import pandas as pd

from netralitas.chart import Chart
from netralitas.claims.amount import absence, records
from netralitas.render.ground.scale import reach
from netralitas.render.ground.signs import amount
from netralitas.render.ground.text import height, width, wrapped


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


def second_lines(chart: Chart, rows: pd.DataFrame) -> list[str]:
    """The quiet line under each label: the group, where it is not the label again, and what is remarked on the number."""
    columns = [rows[name] for name in ("group", *(() if chart.remarks_in_notes else ("remark",))) if name in rows]
    if not columns:
        return [""] * len(rows)
    told = zip(rows["label"].str.casefold(), *columns)
    return [" · ".join(part for part in parts if part and part.casefold() != label) for label, *parts in told]


def bars(chart: Chart, wide: float, high: float, smallest: int = 10) -> Bars:
    """The largest type at which all labels stand beside their bars; rows that do not even fit at the smallest are left out and counted."""
    rows = chart.frame.drop_duplicates("label")
    groups = second_lines(chart, rows)
    one = rows["label"].is_unique and len(rows) == len(chart.frame)
    told = [
        " · ".join(
            filter(
                None,
                (
                    ("▸ " if label == chart.highlight else "") + str(label),
                    str(group),
                    absence(row, chart.language) if one and pd.isna(row["value"]) else "",
                ),
            )
        )
        for label, group, row in zip(rows["label"], groups, records(rows))
    ]
    series = tuple(dict.fromkeys(chart.frame["series"])) if "series" in chart.frame else ("",)
    grouped = 1 if chart.stacked else len(series)
    for size in range(14, smallest - 1, -1):
        column = min(max(width(line, size) for line in told) + 0.1, wide * 0.44)
        tall = [max(height(len(wrapped(line, size, column - 0.05)), size), height(grouped, size)) + 0.06 for line in told]
        # Bars share the height evenly, so the tallest label decides.
        if max(tall) * len(told) <= high:
            break
    kept = min(len(told), max(1, int(high // max(tall))))
    if kept < len(told):
        kept = max(1, int((high - 0.25) // max(tall)))
    limit = reach(chart.frame)
    if chart.stacked:
        limit = chart.frame.groupby("label")["value"].sum().max()
    longest = max(width(amount(chart, row), size, True) for row in records(chart.frame))
    if len(series) > 1 and not chart.stacked:
        longest += max(width(f"  {name}", size, True) for name in series)
    plot = wide - column
    room = max(plot - longest - 0.25, plot * 0.3)
    return Bars(tuple(rows["label"][:kept]), tuple(told[:kept]), series, size, column, limit, limit * plot / room, len(told) - kept)
