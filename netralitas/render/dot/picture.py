"""Dots on a picture."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.dot.marks import asked_at, forms, largest, told
from netralitas.render.ground.axes import dot_span, months
from netralitas.render.ground.picture import GROUND, ground
from netralitas.render.ground.scale import ticks
from netralitas.render.ground.shapes import INK, Box
from netralitas.render.ground.signs import THEME, amount, is_hollow

# As matplotlib calls them.
_MARKERS = {"circle": "o", "square": "s", "triangle": "^"}


def dots(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Published numbers of one scope by their day; disputed ones hollow."""
    rows, places = chart.rows, ticks(largest(chart), 6)
    axes = figure.add_axes(
        ((box.left + 0.7) / page[0], 1 - (box.top + box.high - 0.35) / page[1], (box.wide - 0.9) / page[0], (box.high - 0.55) / page[1])
    )
    since, until = dot_span(chart.frame)
    named = months(since, until, chart.language, max(2, int(box.wide / 0.9)))
    ground(
        axes,
        chart,
        places,
        (pd.Timestamp(since).toordinal(), pd.Timestamp(until).toordinal()),
        [(when.toordinal(), told) for when, told in named],
    )
    colours = [palette.stage_colour(row["tone"], THEME) for row in rows]
    x, y = [pd.Timestamp(row["x"]).toordinal() for row in rows], [min(row["value"], places[-1]) for row in rows]
    faces = [GROUND if is_hollow(row) else colour for row, colour in zip(rows, colours)]
    for form in dict.fromkeys(forms(chart)):
        held = [place for place, one in enumerate(forms(chart)) if one == form]
        look = {"c": [faces[place] for place in held], "edgecolors": [colours[place] for place in held], "marker": _MARKERS[form]}
        axes.scatter([x[place] for place in held], [y[place] for place in held], s=70, linewidths=1.4, zorder=3, clip_on=False, **look)
    _asked(axes, chart, places[-1])
    for place in told(chart):
        axes.annotate(
            amount(chart, rows[place]),
            (x[place], y[place]),
            (0, 8),
            textcoords="offset points",
            ha="center",
            fontsize=13,
            fontweight="bold",
            color=INK,
            parse_math=False,
        )


def _asked(axes: Axes, chart: Chart, top: float) -> None:
    """The number that was asked for, as a dashed line with its number."""
    found = asked_at(chart, top)
    if found is None:
        return
    axes.axhline(found.height, color=INK, linewidth=1, linestyle=(0, (4, 3)), zorder=2)
    at = {
        "xycoords": axes.get_yaxis_transform(),
        "textcoords": "offset points",
        "ha": "left" if found.left else "right",
        "va": "top" if found.below else "bottom",
    }
    axes.annotate(
        found.words, (0 if found.left else 1, found.height), (0, -5 if found.below else 3), fontsize=11, color=INK, parse_math=False, **at
    )
