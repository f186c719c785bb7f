"""A Chart: what is drawn, declared once. It knows no medium; `netralitas.render` draws it in many.

The frame of every chart of figures carries these columns beside those of its kind, so that no
number travels without its source:

    value      number drawn; NaN is a gap, never zero
    about      what is said before the number, in words ("lebih dari"), else ""
    remark     what is said of the number, in words ("tidak hanya ASN"), else ""
    status     bersih, catatan, disengketakan, or "" where nobody published a figure
    counter    who counted, in words
    cutoff     up to when, in words
    publisher  where it stands, with `url`
    figure_id  the published figure ("" for a computed one)
    absent     optional: why there is no number, in words; without it nobody published one

Columns of each kind (`NEEDS` names those that it can't be drawn without):

    BAR    label, tone (stage code, level code or "" for the accent); series (optional, for several);
           group (optional): a second, quiet line under the label. `stacked`: the series are
           parts of one whole, drawn one after the other
    LINE   tone, counted_by, mark: "end" for a statement after the drawn span, set at the right edge,
           "loose" for a point that is not joined, "early" for one that is not final: small and hollow;
           x (day between `since` and `until`), series, name and short (stage and counter in few words);
           or, a panel each: x (position on `ticks`), panel, label; optional `family` (points of two
           are never joined) and `when` (a day in few words, below the number). Order within a series
           is the order of rows
    MAP    code, label, place (index in `classes`, or NO_FIGURE, IN_DISPUTE, UNNAMED, NO_ELECTION, ZERO), lon and lat (of its middle)
    HEAT   row, column
    DOT    x (day), label, tone; shape (optional): circle, square or triangle. `asked` is a number to compare with, a line across
    FLOW   label, tone, start (where the bar begins on the axis: under the whole that it is part of),
           open: a remainder that the source does not explain, computed, drawn as an outline
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import wraps

import pandas as pd

from netralitas.rows import known, rows_of


class Kind(StrEnum):
    BAR = "bar"
    LINE = "line"
    MAP = "map"
    HEAT = "heat"
    DOT = "dot"
    FLOW = "flow"


SOURCED = ("value", "status", "counter", "cutoff", "publisher", "url", "figure_id")
NEEDS: dict[Kind, tuple[str, ...]] = {
    Kind.BAR: ("label", "tone"),
    Kind.LINE: ("x", "series", "name", "short", "tone", "counted_by", "mark"),
    Kind.MAP: ("code", "label", "place", "lon", "lat"),
    Kind.HEAT: ("row", "column"),
    Kind.DOT: ("x", "label", "tone"),
    Kind.FLOW: ("label", "tone", "start", "open"),
}
PANELS = ("x", "panel", "label", "tone", "counted_by", "mark")  # a line chart with a panel a stage
# Places on a map that are no class: nobody published a figure; not to be quoted; a list does not name it; nothing was voted on;
# somebody published 0.
NO_FIGURE, IN_DISPUTE, UNNAMED, NO_ELECTION, ZERO = -1, -2, -3, -4, -5


# What sets a point of a line apart: stated after the drawn span, not joined, not final.
END, LOOSE, EARLY = "end", "loose", "early"


def needed(kind: Kind, frame: pd.DataFrame) -> tuple[str, ...]:
    """The columns that a chart of this kind and form can't do without."""
    own = PANELS if kind is Kind.LINE and "panel" in frame else NEEDS[kind]
    return (*SOURCED, *own)


class Gone(Exception):
    """What a chart was asked for is no longer in the data. Raised on purpose only: any other exception is a fault of the program."""


@dataclass(frozen=True)
class Source:
    """Where a drawn number comes from: counter, cut-off and publisher in words, and the page."""

    counter: str
    cutoff: str
    publisher: str
    url: str


@dataclass(frozen=True)
class Span:
    """A shaded stretch of a time axis (a campaign), or a line where both days are the same (voting day)."""

    start: date
    end: date
    label: str


@dataclass(frozen=True)
class Shapes:
    """Geometry of a map: the static file that a browser fetches, the box to show, what the map is, and regions that it lacks.

    `spots`: region → where it can be marked (lon, lat), the radius of the circle that fits there, the side of a square as large.
    """

    url: str
    bounds: tuple[float, float, float, float]
    schematic: bool
    missing: tuple[str, ...] = ()
    spots: dict[str, tuple[float, float, float, float]] = field(default_factory=dict, compare=False, repr=False)

    def lacks(self, code: str) -> bool:
        """Is a region not drawn? Also one that came into the data after the map; a map of an earlier version has no spots."""
        return code in self.missing or (bool(self.spots) and code not in self.spots)


@dataclass(frozen=True, eq=False)
class Chart:
    """What is drawn and what must be said beside it. Compared and hashed by identity: charts are remembered.

    A chart that was declared from a snapshot knows how (`declared`: function, filter, the rest) and where what is made of it
    is remembered (`keep`).
    """

    kind: Kind
    name: str
    language: str
    frame: pd.DataFrame
    title: str
    subtitle: str
    unit: str
    alt: str
    sources: tuple[Source, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    value_label: str = ""
    label_header: str = ""
    decimals: int | None = None
    ticks: tuple[str, ...] = ()
    tick_notes: tuple[str, ...] = ()  # below each tick, in few words
    spans: tuple[Span, ...] = ()
    ticks_below: tuple[tuple[date, str], ...] = ()
    since: date | None = None
    until: date | None = None
    classes: tuple[str, ...] = ()
    shapes: Shapes | None = None
    highlight: str = ""
    synthetic: bool = False
    stacked: bool = False
    # Of many bars: remarks on numbers stand in the notes, because under the labels they would leave no room for all bars.
    remarks_in_notes: bool = False
    panels: str = ""
    asked: float | None = None  # of dots: a number that a reader asked for, which is nobody's figure
    # Not passed on by `replace`: another chart is drawn anew.
    declared: tuple | None = field(default=None, init=False, repr=False)
    keep: Callable | None = field(default=None, init=False, repr=False)
    cache: dict = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """A chart that lacks a column is refused where it is declared, and not by the medium that misses it first."""
        missing = [column for column in needed(self.kind, self.frame) if column not in self.frame]
        if missing:
            raise ValueError(f"chart {self.name}: a {self.kind} chart needs the columns {', '.join(missing)}")
        if self.kind is Kind.LINE and "panel" not in self.frame and not (self.since and self.until):
            raise ValueError(f"chart {self.name}: a line over days needs `since` and `until`")

    @property
    def empty(self) -> bool:
        """Nothing to draw: no figure, or only gaps."""
        if "empty" not in self.cache:
            self.cache["empty"] = not self.frame["value"].notna().any()
        return self.cache["empty"]

    @property
    def rows(self) -> list[dict]:
        """The frame as plain rows, for kinds that draw a handful of numbers; shared by all who ask. Never change one."""
        if "rows" not in self.cache:
            self.cache["rows"] = rows_of(self.frame)
        return self.cache["rows"]


def declared(chart: Chart, how: tuple | None, keep: Callable) -> Chart:
    """The chart, with how it was declared and where to remember what is made of it."""
    object.__setattr__(chart, "declared", how)
    object.__setattr__(chart, "keep", keep)
    return chart


def once(draw: Callable) -> Callable:
    """Make what many readers want of a chart (the first argument) once: with its snapshot, or with the chart where it has none."""

    @wraps(draw)
    def made(chart: Chart, *arguments: object) -> object:
        if chart.keep is not None:
            return chart.keep(made, arguments, lambda: draw(chart, *arguments))
        if (draw, arguments) not in chart.cache:
            chart.cache[draw, arguments] = draw(chart, *arguments)
        return chart.cache[draw, arguments]

    return made


def sources_of(rows: Iterable[dict]) -> tuple[Source, ...]:
    """The distinct sources of a chart's rows, in the order of their first mark."""
    named = (row for row in rows if known(row) and row["publisher"])
    return tuple(dict.fromkeys(Source(row["counter"], row["cutoff"], row["publisher"], row["url"]) for row in named))
