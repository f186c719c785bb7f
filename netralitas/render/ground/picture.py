"""Axes on a picture, in inches."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.shapes import INK, LINE, QUIET, Box
from netralitas.render.ground.signs import THEME
from netralitas.wording import number

GROUND = palette.GROUND[THEME]


def inches(figure: Figure, box: Box, page: tuple[float, float]) -> Axes:
    """Axes without frame whose unit is an inch, counted from the bottom left of the box."""
    axes = figure.add_axes((box.left / page[0], 1 - (box.top + box.high) / page[1], box.wide / page[0], box.high / page[1]))
    axes.set_xlim(0, box.wide)
    axes.set_ylim(0, box.high)
    axes.set_axis_off()
    return axes


def write(axes: Axes, x: float, y: float, content: str, size: float, **more: object) -> None:
    axes.text(x, y, content, fontsize=size, parse_math=False, clip_on=False, **{"color": INK, "va": "center", **more})


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
