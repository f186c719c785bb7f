"""Lines on a picture: one election day by day, or a small panel a stage over the elections."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from netralitas import palette
from netralitas.chart import EARLY, END, Chart
from netralitas.render.ground.axes import months, value_ticks
from netralitas.render.ground.scale import reach
from netralitas.render.ground.shapes import INK, LINE, QUIET, Box
from netralitas.render.ground.signs import THEME, amount, is_hollow
from netralitas.render.ground.text import LETTER, fitted, width
from netralitas.render.line.marks import (
    End,
    above_panel,
    below_panel,
    by_series,
    doubted,
    ends,
    grid,
    inner,
    known,
    most_panels,
    number_lines,
    panels,
    runs,
    tick_words,
)
from netralitas.rows import grouped
from netralitas.wording import day, text

GROUND = palette.GROUND[THEME]
_SMALLEST = 8  # points of a number above an election
DASH = {"solid": "-", "dot": ":", "dash": "--"}


def line(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    if "panel" in chart.frame:
        _panels(figure, chart, box, page)
    else:
        _time(figure, chart, box, page)


def at(figure: Figure, box: Box, page: tuple[float, float]) -> Axes:
    return figure.add_axes((box.left / page[0], 1 - (box.top + box.high) / page[1], box.wide / page[0], box.high / page[1]))


def _time(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    from netralitas.render.ground.picture import ground

    field = inner(box)
    axes, places = at(figure, field, page), value_ticks(chart)
    span = (chart.since.toordinal(), chart.until.toordinal())
    ground(axes, chart, places, span, _months(chart, field.wide))
    _spans(axes, chart)
    for part in by_series(chart.rows).values():
        _series(axes, [{**row, "drawn": min(row["x"].toordinal(), span[1])} for row in part], places[-1])
    for end in ends(chart, field.high, places[-1], LETTER):
        _end(axes, chart, end, field, box, span, places[-1])


def _end(axes: Axes, chart: Chart, end: End, field: Box, box: Box, span: tuple[int, int], highest: float) -> None:
    """Number and name at the right edge, and a thin line that leads there from where the line ends."""
    inch, y = (span[1] - span[0]) / field.wide, end.placed / field.high * highest
    start = min(end.row["x"].toordinal(), span[1])
    thin = {"color": end.colour, "linewidth": 0.7, "clip_on": False, "zorder": 1}
    axes.plot([start, span[1]], [end.value] * 2, linestyle=":", **thin)
    axes.plot([span[1] + 0.06 * inch, span[1] + 0.2 * inch], [end.value, y], **thin)
    lettering = {"parse_math": False, "clip_on": False, "ha": "left", "va": "center"}
    left, size, told = 0.25, LETTER, f"{end.amount} {end.name}"
    wide = box.left + box.wide - field.left - field.wide - left
    axes.text(span[1] + left * inch, y, told, fontsize=size, fontweight="bold", color=end.colour, **lettering)
    used = width(told, size, True) + 0.08
    small, detail = fitted(end.detail, wide - used, 0.2, (10, 9, 8), False)
    axes.text(span[1] + (left + used) * inch, y, detail, fontsize=small, color=QUIET, **lettering)


def _months(chart: Chart, wide: float) -> list[tuple[int, str]]:
    return [(when.toordinal(), told) for when, told in months(chart.since, chart.until, chart.language, max(2, int(wide / 0.9)))]


def _spans(axes: Axes, chart: Chart) -> None:
    """Campaign shaded, voting day as a line, each named above the plot on a line of its own; activities as ticks below."""
    for order, span in enumerate(chart.spans):
        start, end = span.start.toordinal(), span.end.toordinal()
        moment = start == end
        if moment:
            axes.axvline(start, color=QUIET, linewidth=1, linestyle=":", zorder=0)
        else:
            axes.axvspan(start, end, color=palette.ABSENT[THEME], alpha=0.5, linewidth=0, zorder=0)
        told = f"{span.label}, {day(span.end, chart.language, 'short')}" if moment else span.label
        axes.annotate(
            told, (end, 1), (0, 3 + 15 * order), xycoords=("data", "axes fraction"), textcoords="offset points", ha="right",
            fontsize=LETTER, color=QUIET, parse_math=False, annotation_clip=False,
        )  # fmt: skip
    for when, _ in chart.ticks_below:
        axes.annotate(
            "▲",
            (when.toordinal(), 0),
            (0, 1),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=9,
            color=palette.ACCENT[THEME],
        )


def _series(axes: Axes, part: list[dict], highest: float) -> None:
    """A line through each run of one counter; filled marks, hollow where disputed, diamonds for later ones; `drawn` is their place."""
    colour = palette.stage_colour(part[0]["tone"], THEME)
    places = lambda rows: ([row["drawn"] for row in rows], [min(row["value"], highest) for row in rows])  # noqa: E731
    for run in runs(part):
        dash = DASH[palette.DASH.get(run[0]["counted_by"], palette.OTHER_DASH)]
        axes.plot(*places(run), color=colour, linewidth=2, linestyle=dash, zorder=2, clip_on=False)
    look = lambda row: (row["mark"] == END, is_hollow(row), row["mark"] == EARLY, row["value"] > highest)  # noqa: E731
    for (late, empty, little, beyond), rows in sorted(grouped(filter(known, part), look).items()):
        shape = "D" if late else "^" if beyond else "o"
        axes.scatter(
            *places(rows), s=18 if little else 44 if empty or late else 26, marker=shape, c=GROUND if empty else colour,
            edgecolors=colour, linewidths=1.3, linestyle="--" if any(map(doubted, rows)) else "-", zorder=3, clip_on=False,
        )  # fmt: skip


# -- a panel a stage ----------------------------------------------------------------------


def _panels(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """All panels on one zero-based axis; every point carries its number."""
    shown, hidden = panels(chart, most_panels(chart, box))
    if hidden:
        told = text(chart.language, "paparan.tahap_lain", stages=", ".join(hidden))
        low = 1 - (box.top + box.high - 0.1) / page[1]
        figure.text(box.left / page[0], low, told, fontsize=10, color=QUIET, va="center", parse_math=False)
        box = Box(box.left, box.top, box.wide, box.high - 0.25)
    for (name, part), place in zip(shown, grid(len(shown), box)):
        _panel(figure, chart, part, name, place, page)


def _panel(figure: Figure, chart: Chart, part: list[dict], name: str, place: Box, page: tuple[float, float]) -> None:
    """One stage: its name, its line with gaps, a number at every point, the elections below."""
    last, highest = len(chart.ticks) - 1, reach(chart.frame)
    size, named = fitted(name, place.wide, 0.24, (12, 11, 10, 9), True)
    lettering = {"fontsize": size, "fontweight": "bold", "color": INK, "va": "center", "parse_math": False}
    figure.text(place.left / page[0], 1 - (place.top + 0.14) / page[1], named, **lettering)
    above = above_panel(chart)
    axes = at(figure, Box(place.left, place.top + above, place.wide, place.high - above - below_panel(chart)), page)
    axes.set_xlim(-0.5, last + 0.5)
    axes.set_ylim(0, highest)
    axes.set_axis_off()
    axes.axhline(0, color=QUIET, linewidth=1)
    for position in range(last + 1):
        axes.axvline(position, color=LINE, linewidth=0.6, zorder=0)
    _series(axes, [{**row, "drawn": row["x"]} for row in part], highest)
    told, size = tick_words(chart, place.wide)
    below = {"textcoords": "offset points", "ha": "center", "va": "top", "fontsize": size, "color": QUIET, "parse_math": False}
    for position, words in enumerate(told):
        axes.annotate(words, (position, 0), (0, -5), **below)
    shown = list(filter(known, part))
    above = {"textcoords": "offset points", "ha": "center", "color": INK, "parse_math": False, "annotation_clip": False}
    # So small that numbers of neighbouring elections stand apart.
    widest = max((width(line, LETTER) for row in shown for line in number_lines(row, amount(chart, row))), default=0.1) + 0.04
    letters = max(_SMALLEST, min(LETTER, LETTER * place.wide / (last + 1) / widest))
    for row in shown:
        axes.annotate(_above(chart, row), (row["x"], min(row["value"], highest)), (0, 6), fontsize=letters, **above)


def _above(chart: Chart, row: dict) -> str:
    return "\n".join(number_lines(row, amount(chart, row)))
