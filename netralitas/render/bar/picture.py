"""Bars on a picture."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.bar.marks import Bars, bars
from netralitas.render.ground.picture import GROUND, inches, write
from netralitas.render.ground.shapes import INK, QUIET, Box
from netralitas.render.ground.signs import BEYOND, SIGNS, amount, part_colour
from netralitas.render.ground.text import width, wrapped
from netralitas.wording import number, text


def bar(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Labels in a column at the left, bars from one baseline, the number at each bar's end."""
    placed = bars(chart, box.wide, box.high)
    axes = inches(figure, box, page)
    bottom = (0.25 if placed.hidden else 0.0) + (0.35 if chart.stacked else 0.0)
    slot = min((box.high - bottom) / len(placed.labels), 0.95)
    scale = (box.wide - placed.column) / placed.axis
    frame = chart.frame
    for order, (label, told) in enumerate(zip(placed.labels, placed.told)):
        middle = box.high - (order + 0.5) * slot
        lines = "\n".join(wrapped(told, placed.size, placed.column - 0.05))
        weight = "bold" if label == chart.highlight else "normal"
        write(
            axes, placed.column - 0.07, middle, lines, placed.size, ha="right", multialignment="right", linespacing=1.15, fontweight=weight
        )
        rows = frame[frame["label"] == label]
        if chart.stacked:
            _stack(axes, chart, rows, placed, middle, slot, scale)
        else:
            _beside(axes, chart, rows, placed, middle, slot, scale)
    axes.plot([placed.column] * 2, [box.high, box.high - slot * len(placed.labels)], color=QUIET, linewidth=1)
    if chart.stacked:
        _legend(axes, placed, box.high - slot * len(placed.labels) - 0.2)
    if placed.hidden:
        write(axes, 0, 0.1, text(chart.language, "paparan.baris_lain", count=number(placed.hidden, chart.language)), 10, color=QUIET)


def _beside(axes: Axes, chart: Chart, rows: pd.DataFrame, placed: Bars, middle: float, slot: float, scale: float) -> None:
    """The bars of one label, one below the other, each with its number, and its series where there are several."""
    thick = slot * 0.72 / len(placed.series)
    for row in rows.to_dict("records"):
        order = placed.series.index(row.get("series", ""))
        y = middle + slot * 0.36 - (order + 0.5) * thick
        colour = part_colour(row["tone"], order, len(placed.series) > 1)
        known = row["value"] == row["value"]
        long = min(row["value"], placed.limit * 1.02) * scale if known else 0.0
        disputed = SIGNS[row["status"]].doubted
        empty = disputed or row["tone"] in palette.HOLLOW_STAGES
        axes.barh(
            y, long, thick * 0.92, left=placed.column, facecolor=GROUND if empty else colour, edgecolor=colour if empty else "none",
            linewidth=1.3 if empty else 0, linestyle="--" if disputed else "-", hatch="//" if disputed else None, zorder=2,
        )  # fmt: skip
        beyond = BEYOND if known and row["value"] > placed.limit * 1.02 else ""
        name = f"  {row['series']}" if row.get("series") else ""
        weight = "bold" if known else "normal"
        told = beyond + amount(chart, row) + name
        if not known and len(placed.series) == 1:
            continue  # its label says so
        write(axes, placed.column + long + 0.07, y, told, placed.size, fontweight=weight, color=INK if known else QUIET)


def _stack(axes: Axes, chart: Chart, rows: pd.DataFrame, placed: Bars, middle: float, slot: float, scale: float) -> None:
    """The parts of one whole, one after the other; a number where its part is wide enough."""
    left = placed.column
    for row in rows.to_dict("records"):
        if pd.isna(row["value"]):
            continue
        order = placed.series.index(row["series"])
        colour = part_colour(row["tone"], order, True)
        long = row["value"] * scale
        axes.barh(middle, long, slot * 0.66, left=left, facecolor=colour, edgecolor=GROUND, linewidth=1, zorder=2)
        told = amount(chart, row)
        if width(told, placed.size) < long:
            write(axes, left + long / 2, middle, told, placed.size, ha="center", color=GROUND if order % 7 > 0 else INK)
        left += long


def _legend(axes: Axes, placed: Bars, y: float) -> None:
    """A swatch and the name of each part, in the order in which they are drawn."""
    left = placed.column
    for order, name in enumerate(placed.series):
        axes.barh(y, 0.2, 0.16, left=left, facecolor=part_colour("", order, True))
        write(axes, left + 0.28, y, name, 11)
        left += 0.28 + width(name, 11) + 0.25
