"""Dots on a picture."""

import pandas as pd
from matplotlib.figure import Figure

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.axes import dot_span, months, value_ticks
from netralitas.render.ground.picture import GROUND, ground
from netralitas.render.ground.shapes import INK, Box
from netralitas.render.ground.signs import THEME, amount, hollow


def dots(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
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
            amount(chart, row),
            at,
            (0, 8),
            textcoords="offset points",
            ha="center",
            fontsize=13,
            fontweight="bold",
            color=INK,
            parse_math=False,
        )
