"""The drawing of a chart on a matplotlib figure: bars, heat maps, dots; lines and maps have files of their own.

Every drawing works in inches within its box, so that letters are as large as they were measured.
"""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from netralitas import palette
from netralitas.chart import Chart, Kind
from netralitas.model import DISPUTED
from netralitas.render.picture_line import line
from netralitas.render.picture_map import choropleth
from netralitas.render.picture_marks import THEME, Bars, amount, bars, dot_span, hollow, months, part_colour, value_ticks
from netralitas.render.picture_text import width, wrapped
from netralitas.render.pptx_shapes import INK, LINE, QUIET, Box
from netralitas.wording import number, text

GROUND = palette.GROUND[THEME]


def plot(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Draw a chart into a box of a page (inches)."""
    draw = {Kind.BAR: _bar, Kind.LINE: line, Kind.MAP: choropleth, Kind.HEAT: _heat, Kind.DOT: _dot}[chart.kind]
    draw(figure, chart, box, page)


def inches(figure: Figure, box: Box, page: tuple[float, float]) -> Axes:
    """Axes without frame whose unit is an inch, counted from the bottom left of the box."""
    axes = figure.add_axes((box.left / page[0], 1 - (box.top + box.high) / page[1], box.wide / page[0], box.high / page[1]))
    axes.set_xlim(0, box.wide)
    axes.set_ylim(0, box.high)
    axes.set_axis_off()
    return axes


def write(axes: Axes, x: float, y: float, content: str, size: float, **more: object) -> None:
    axes.text(x, y, content, fontsize=size, parse_math=False, clip_on=False, **{"color": INK, "va": "center", **more})


def _bar(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
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
        disputed = row["status"] == DISPUTED
        empty = disputed or row["tone"] in palette.HOLLOW_STAGES
        axes.barh(
            y, long, thick * 0.92, left=placed.column, facecolor=GROUND if empty else colour, edgecolor=colour if empty else "none",
            linewidth=1.3 if empty else 0, linestyle="--" if disputed else "-", hatch="//" if disputed else None, zorder=2,
        )  # fmt: skip
        beyond = "▸ " if known and row["value"] > placed.limit * 1.02 else ""
        name = f"  {row['series']}" if row.get("series") else ""
        weight = "bold" if known else "normal"
        told = beyond + amount(chart, row["value"], row["status"]) + name
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
        told = amount(chart, row["value"], row["status"])
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


def _heat(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
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
    colours, largest = palette.SEQUENTIAL[THEME], frame["value"].max()
    known = frame[frame["value"] > 0].groupby(["row", "column"], sort=False)["value"].sum()
    for (row, column), value in known.items():
        depth = min(int((value / largest) ** 0.5 * len(colours)), len(colours) - 1)
        x, y = left + columns.index(column) * wide, box.high - 0.4 - (rows.index(row) + 1) * high
        axes.bar(x + wide / 2, high * 0.92, wide * 0.97, bottom=y + high * 0.04, color=colours[depth])
        write(
            axes,
            x + wide / 2,
            y + high / 2,
            number(value, chart.language, chart.decimals),
            size,
            ha="center",
            color=GROUND if depth > 2 else INK,
        )


def _dot(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Published numbers of one scope by their day; disputed ones hollow."""
    frame, places = chart.frame, value_ticks(chart)
    axes = figure.add_axes(
        ((box.left + 0.7) / page[0], 1 - (box.top + box.high - 0.35) / page[1], (box.wide - 0.9) / page[0], (box.high - 0.55) / page[1])
    )
    since, until = dot_span(frame)
    named = months(since, until, chart.language, max(2, int(box.wide / 0.9)))
    ground(
        axes,
        chart,
        places,
        (pd.Timestamp(since).toordinal(), pd.Timestamp(until).toordinal()),
        [(when.toordinal(), told) for when, told in named],
    )
    empty = hollow(frame)
    colours = [palette.stage_colour(tone, THEME) for tone in frame["tone"]]
    x = [pd.Timestamp(when).toordinal() for when in frame["x"]]
    y = frame["value"].clip(upper=places[-1])
    faces = [GROUND if one else colour for one, colour in zip(empty, colours)]
    axes.scatter(x, y, s=70, c=faces, edgecolors=colours, linewidths=1.4, zorder=3, clip_on=False)
    first = frame.index[0]
    for place in dict.fromkeys((first, frame["value"].idxmax(), frame["value"].idxmin())):
        row = frame.loc[place]
        at = (pd.Timestamp(row["x"]).toordinal(), min(row["value"], places[-1]))
        axes.annotate(
            amount(chart, row["value"], row["status"]),
            at,
            (0, 8),
            textcoords="offset points",
            ha="center",
            fontsize=13,
            fontweight="bold",
            color=INK,
            parse_math=False,
        )


def ground(axes: Axes, chart: Chart, places: list[float], span: tuple[float, float], named: list[tuple[float, str]]) -> None:
    """Axes as quiet lines: values from zero, words below."""
    axes.set_xlim(*span)
    axes.set_ylim(0, places[-1] * 1.001)
    axes.set_yticks([])
    axes.set_xticks([])
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)
    axes.patch.set_alpha(0)
    lettering = {"fontsize": 11, "color": QUIET, "parse_math": False, "clip_on": False}
    for place in places:
        if place:
            axes.axhline(place, color=LINE, linewidth=0.8, zorder=0)
        axes.annotate(
            number(place, chart.language), (span[0], place), (-6, 0), textcoords="offset points", ha="right", va="center", **lettering
        )
    for x, told in named:
        axes.annotate(told, (x, 0), (0, -6), textcoords="offset points", ha="center", va="top", **lettering)
