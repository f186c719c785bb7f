"""Lines: what is joined, what stands at the edge, where panels go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from netralitas import palette
from netralitas.chart import END, Chart
from netralitas.render.ground.scale import Label, place_labels
from netralitas.render.ground.shapes import Box
from netralitas.render.ground.signs import LATER, SIGNS, THEME, amount, glyph
from netralitas.render.ground.text import height, width
from netralitas.rows import grouped, known
from netralitas.wording import day


def doubted(row: Mapping) -> bool:
    """Must its number not be quoted as it stands?"""
    return SIGNS[row["status"]].doubted


def by_series(rows: Iterable[dict]) -> dict[str, list[dict]]:
    """The rows of each line, in the order of their first points."""
    return grouped(rows, lambda row: row["series"])


@dataclass(frozen=True)
class End:
    """What stands at the right edge for a line or a later statement: number, two lines of words, where it is wanted and placed.

    `value` is the height on the axis, `row` that of the chart, `placed` the middle in inches from the bottom of the plot.
    """

    row: dict
    value: float
    amount: str
    name: str
    detail: str
    colour: str
    placed: float


def ends(chart: Chart, high: float, highest: float, size: float) -> list[End]:
    """A label a line, then the latest later statement of each, then the others, while there is room; none touches or repeats another."""
    weighed = []
    for part in by_series(filter(known, chart.rows)).values():
        drawn, late = [row for row in part if row["mark"] != END], [row for row in part if row["mark"] == END]
        weighed += [(row, 0) for row in drawn[-1:]]
        weighed += [(row, min(order + bool(drawn), 2)) for order, row in enumerate(reversed(late))]
    named: dict[tuple[str, str, str], dict] = {}
    for row, _ in sorted(weighed, key=lambda one: one[1]):
        named.setdefault(_words(chart, row), row)
    slot = height(1, size) + 0.03
    most = max(1, int(high / slot))
    place = {id(row): place for place, row in enumerate(chart.rows)}
    kept = sorted(list(named.items())[:most], key=lambda one: place[id(one[1])])
    labels = [Label(min(row["value"], highest) / highest * high, slot) for _, row in kept]
    return [
        End(row, min(row["value"], highest), *told, palette.stage_colour(row["tone"], THEME), middle)
        for (told, row), middle in zip(kept, place_labels(labels, 0, high))
    ]


def _words(chart: Chart, row: dict) -> tuple[str, str, str]:
    """Number, stage, and who counted when: what a label says."""
    late = f"{glyph(LATER, row['status'])} " if row["mark"] == END else ""
    when = day(row["x"].date(), chart.language, "month")
    return amount(chart, row), late + str(row["name"]), f"{row['short']} · {when}"


def runs(part: list[dict]) -> list[list[dict]]:
    """Stretches of a series that a line joins, in every medium; at least two points each.

    Points next to each other, known, of one counter and family. A disputed figure is no part of any line, nor is one that
    does not add up with time ("loose"), is not final ("early") or was stated long after ("end"): each breaks the line that
    it stands in.
    """
    joinable = lambda row: known(row) and row["mark"] == "" and not doubted(row)  # noqa: E731
    of_one = groupby(part, key=lambda row: (row["counted_by"], row.get("family"), joinable(row)))
    stretches = [list(stretch) for (*_, joined), stretch in of_one if joined]
    return [stretch for stretch in stretches if len(stretch) > 1]


@dataclass(frozen=True, eq=False)
class Strand:
    """Rows of one series that are drawn alike: joined by a line, or marks alone; `late` ones stand at the right edge."""

    rows: list[dict]
    joined: bool
    late: bool = False


def strands(part: list[dict]) -> list[Strand]:
    """Every known row of a series once: what a line joins, then what stands alone, then later statements."""
    joined = runs(part)
    in_a_line = {id(row) for run in joined for row in run}
    alone = grouped((row for row in part if known(row) and id(row) not in in_a_line), lambda row: row["mark"] == END)
    return [*(Strand(run, joined=True) for run in joined), *(Strand(alone[late], joined=False, late=late) for late in sorted(alone))]


LABELS = 3.5  # inches at the right edge
LEFT, ABOVE, BELOW = 0.62, 0.5, 0.34  # for the numbers of the axis, the names of spans, the months
MOST_PANELS = 6
_DAY_WIDE = 8  # characters of a day's line: a year stands below its day, clear of the next point
LOWEST_PANEL = 0.4  # inches in which a line can be seen to rise


def inner(box: Box) -> Box:
    """Where the lines of one election are drawn, within the box of the chart."""
    labels = min(LABELS, box.wide * 0.36)
    return Box(box.left + LEFT, box.top + ABOVE, box.wide - LEFT - labels, box.high - ABOVE - BELOW)


def grid(count: int, box: Box) -> list[Box]:
    """The boxes of `count` panels: one to three columns, filled row by row."""
    columns = {1: 1, 2: 2, 4: 2}.get(count, 3)
    rows = -(-count // columns)
    wide, high = (box.wide - 0.25 * (columns - 1)) / columns, (box.high - 0.12 * (rows - 1)) / rows
    return [
        Box(box.left + place % columns * (wide + 0.25), box.top + place // columns * (high + 0.12), wide, high) for place in range(count)
    ]


def most_panels(chart: Chart, box: Box) -> int:
    """How many panels the box holds so that a line can be seen to rise."""
    around = above_panel(chart) + below_panel(chart)
    return next((count for count in range(MOST_PANELS, 1, -1) if grid(count, box)[0].high - around > LOWEST_PANEL), 1)


def above_panel(chart: Chart) -> float:
    """Inches above the highest point of a panel: its name and the lines of its number."""
    return 0.35 + 0.2 * most_lines(chart)


def below_panel(chart: Chart) -> float:
    """Inches below a panel's axis, for the elections."""
    return 0.68 if any(chart.tick_notes) else 0.46


def most_lines(chart: Chart) -> int:
    """Lines above a point of a panel: its number, a word before it, a day below it. Each has a line of its own: the next point is near."""
    return max((len(number_lines(row, "0")) for row in chart.rows), default=1)


def number_lines(row: Mapping, told: str) -> list[str]:
    """What stands above a point of a panel, line by line: the word before its number, the number `told`, the day of an early count."""
    about = row.get("about", "")
    return [line for line in (about, told.removeprefix(f"{about} ") if about else told, *wrap(row.get("when", ""), _DAY_WIDE)) if line]


def panels(chart: Chart, most: int = MOST_PANELS) -> tuple[list[tuple[str, list[dict]]], list[str]]:
    """The stages with most figures in their own order, each with its rows; and the names of those that find no room."""
    figures = {name: sum(map(known, part)) for name, part in of_panels(chart).items()}
    kept = sorted(filter(figures.get, figures), key=lambda name: -figures[name])[:most]
    shown = [(name, part) for name, part in of_panels(chart).items() if name in kept]
    return shown, [name for name, count in figures.items() if count and name not in kept]


def of_panels(chart: Chart) -> dict[str, list[dict]]:
    """The rows of each panel."""
    return grouped(chart.rows, lambda row: row["panel"])


def tick_words(chart: Chart, wide: float) -> tuple[list[str], float]:
    """What stands below the elections: two short lines, as large as the panel's width allows."""
    below = chart.tick_notes or ("",) * len(chart.ticks)
    told = [tick.replace(" ", "\n", 1) for tick in chart.ticks]
    slot = wide / max(len(told), 1)
    longest = max((part for tick in told for part in tick.split("\n")), key=lambda part: width(part, 10), default="")
    # PowerPoint keeps some room between two words of an axis.
    slot *= 0.84
    if width(longest, 8) > slot:
        # The kind of election is in the subtitle's words; the year tells them apart.
        told = [tick.rpartition(" ")[2] for tick in chart.ticks]
        longest = "0000"
    size = max(7.0, min(11.0, 11.0 * slot / width(longest, 11.0))) if longest else 10.0
    return ["\n".join(filter(None, pair)) for pair in zip(told, below)], size
