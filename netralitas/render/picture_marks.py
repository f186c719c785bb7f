"""What a drawn chart says, worked out once for pictures and for native charts: labels, their size and place, axes."""

import math
from dataclasses import dataclass
from datetime import date

import pandas as pd

from netralitas import palette
from netralitas.chart import Chart
from netralitas.model import DISPUTED, NOTED
from netralitas.render.picture_text import height, width, wrapped
from netralitas.render.scale import Label, place_labels, reach, ticks
from netralitas.wording import day, number, text

MARKS = {NOTED: "\u00a0•", DISPUTED: "\u00a0⚠"}  # a space that never breaks
NO_FIGURE, IN_DISPUTE = -1, -2
THEME = "light"


def amount(chart: Chart, value: float, status: str) -> str:
    """The number with the mark of its status; absence is said in words."""
    if pd.isna(value):
        return text(chart.language, "status.tidak_ada")
    return number(value, chart.language, chart.decimals) + MARKS.get(status, "")


def shades(count: int) -> list[str]:
    """`count` colours of the sequential scale, evenly spread from few to many."""
    colours = palette.SEQUENTIAL[THEME]
    if count < 2:
        return list(colours[3:4]) * count
    return [colours[round(place * (len(colours) - 1) / (count - 1))] for place in range(count)]


def part_colour(tone: str, order: int, several: bool) -> str:
    """The stage's colour; a series without a stage takes a step of the sequential scale, a single one the accent."""
    steps = palette.SEQUENTIAL[THEME]
    return palette.STAGE[THEME].get(tone, steps[(2 + 2 * order) % len(steps)] if several else palette.ACCENT[THEME])


# -- bars ------------------------------------------------------------------------------


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


def bars(chart: Chart, wide: float, high: float, smallest: int = 10) -> Bars:
    """The largest type at which all labels stand beside their bars; rows that do not even fit at the smallest are left out and counted."""
    rows = chart.frame.drop_duplicates("label")
    groups = rows["group"] if "group" in rows else pd.Series("", index=rows.index)
    absent = text(chart.language, "status.tidak_ada")
    one = rows["label"].is_unique and len(rows) == len(chart.frame)
    told = [
        " · ".join(
            filter(None, (("▸ " if label == chart.highlight else "") + str(label), str(group), absent if one and pd.isna(value) else ""))
        )
        for label, group, value in zip(rows["label"], groups, rows["value"])
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
    longest = max(width(amount(chart, value, status), size, True) for value, status in zip(chart.frame["value"], chart.frame["status"]))
    if len(series) > 1 and not chart.stacked:
        longest += max(width(f"  {name}", size, True) for name in series)
    plot = wide - column
    room = max(plot - longest - 0.25, plot * 0.3)
    return Bars(tuple(rows["label"][:kept]), tuple(told[:kept]), series, size, column, limit, limit * plot / room, len(told) - kept)


# -- lines through one election ------------------------------------------------------------


@dataclass(frozen=True)
class End:
    """What stands at the right edge for a line or a later statement: number, two lines of words, where it is wanted and placed.

    `value` is the height on the axis, `row` the row of the chart's frame, `placed` the middle in inches from the bottom of the plot.
    """

    row: int
    value: float
    amount: str
    name: str
    detail: str
    colour: str
    placed: float


def ends(chart: Chart, high: float, highest: float, size: float) -> list[End]:
    """A label a line, then the latest later statement of each, then the others, while there is room; none touches another."""
    rows = []
    for _, part in chart.frame[chart.frame["value"].notna()].groupby("series", sort=False):
        drawn, late = part[part["mark"] != "end"], part[part["mark"] == "end"]
        rows += [(drawn.index[-1], 0)] if len(drawn) else []
        newest = list(late.index[::-1])
        rows += [(index, min(order + bool(len(drawn)), 2)) for order, index in enumerate(newest)]
    slot = height(1, size) + 0.03
    most = max(1, int(high / slot))
    kept = sorted(sorted(rows, key=lambda row: row[1])[:most])
    found = [chart.frame.loc[index] for index, _ in kept]
    labels = [Label(min(row["value"], highest) / highest * high, slot) for row in found]
    return [_end(chart, row, place, highest) for row, place in zip(found, place_labels(labels, 0, high))]


def _end(chart: Chart, row: pd.Series, place: float, highest: float) -> End:
    late = ("◇ " if row["status"] == DISPUTED else "◆ ") if row["mark"] == "end" else ""
    when = day(pd.Timestamp(row["x"]).date(), chart.language, "month")
    return End(
        row=int(row.name),
        value=min(row["value"], highest),
        amount=amount(chart, row["value"], row["status"]),
        name=late + str(row["name"]),
        detail=f"{row['short']} · {when}",
        colour=palette.stage_colour(row["tone"], THEME),
        placed=place,
    )


def runs(part: pd.DataFrame) -> list[pd.DataFrame]:
    """Stretches of a line that may be joined: next to each other, known, of one counter, cumulative; at least two points."""
    joinable = part["value"].notna() & ~part["mark"].isin(("loose", "end"))
    broken = ~joinable | (part["counted_by"] != part["counted_by"].shift())
    return [run for _, run in part[joinable].groupby(broken.cumsum()[joinable]) if len(run) > 1]


def hollow(rows: pd.DataFrame) -> pd.Series:
    """Marks that are drawn without a filling: disputed figures and the stages that are an absence."""
    return (rows["status"] == DISPUTED) | rows["tone"].isin(palette.HOLLOW_STAGES)


# -- axes --------------------------------------------------------------------------------


def value_ticks(chart: Chart, most: int = 6) -> list[float]:
    return ticks(reach(chart.frame), most)


def months(since: date, until: date, language: str, most: int = 7) -> list[tuple[date, str]]:
    """First days of at most `most` months in a stretch of time, or of years in a long one, with their names."""
    starts = pd.date_range(pd.Timestamp(since), pd.Timestamp(until), freq="MS")
    if len(starts) > 48:
        years = pd.date_range(pd.Timestamp(since), pd.Timestamp(until), freq="YS")
        return [(year.date(), str(year.year)) for year in years[:: max(1, math.ceil(len(years) / most))]]
    chosen = starts[:: max(1, math.ceil(len(starts) / most))]
    return [(start.date(), day(start.date(), language, "month")) for start in chosen]


def dot_span(frame: pd.DataFrame) -> tuple[date, date]:
    """The days that a dot plot shows: all of its dots with some room; at least two months."""
    days = pd.to_datetime(frame["x"])
    room = max(pd.Timedelta(days=31), (days.max() - days.min()) / 25)
    return (days.min() - room).date(), (days.max() + room).date()
