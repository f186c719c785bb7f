"""A Chart: what is drawn, declared once. It knows no medium; `netralitas.render` draws it in many.

The frame of every chart of figures carries these columns beside those of its kind, so that no
number travels without its source:

    value      number drawn; NaN is a gap, never zero
    status     bersih, catatan, disengketakan, or "" where nobody published a figure
    counter    who counted, in words
    cutoff     up to when, in words
    publisher  where it stands, with `url`
    figure_id  the published figure ("" for a computed one)

Columns of each kind:

    BAR    label; series ("" for one series), tone (stage code, level code or "" for the accent);
           group (optional): a second, quiet line under the label. `stacked`: the series are
           parts of one whole, drawn one after the other
    LINE   x (day between `since` and `until`), series, name and short (stage and counter in few
           words), tone, counted_by; mark: "end" for a statement after the drawn span, set at the
           right edge, "loose" for a point that is not joined; or, a panel each: x (position on
           `ticks`), panel, label. Order within a series is the order of rows
    MAP    code, label, place (index in `classes`, -1 no figure, -2 disputed)
    HEAT   row, column
    DOT    x (day), label
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import wraps

import pandas as pd


class Kind(StrEnum):
    BAR = "bar"
    LINE = "line"
    MAP = "map"
    HEAT = "heat"
    DOT = "dot"


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
    """Geometry of a map: the static file that a browser fetches, the box to show, and what the map is."""

    url: str
    bounds: tuple[float, float, float, float]
    schematic: bool


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
    spans: tuple[Span, ...] = ()
    ticks_below: tuple[tuple[date, str], ...] = ()
    since: date | None = None
    until: date | None = None
    classes: tuple[str, ...] = ()
    shapes: Shapes | None = None
    highlight: str = ""
    synthetic: bool = False
    stacked: bool = False
    panels: str = ""
    # Not passed on by `replace`: another chart is drawn anew.
    declared: tuple | None = field(default=None, init=False, repr=False)
    keep: Callable | None = field(default=None, init=False, repr=False)
    cache: dict = field(default_factory=dict, init=False, repr=False)

    @property
    def empty(self) -> bool:
        """Nothing to draw: no figure, or only gaps."""
        if "empty" not in self.cache:
            self.cache["empty"] = not self.frame["value"].notna().any()
        return self.cache["empty"]


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


def sources_of(frame: pd.DataFrame) -> tuple[Source, ...]:
    """The distinct sources of a chart's frame, in the order of their first mark."""
    columns = ["counter", "cutoff", "publisher", "url"]
    named = frame.loc[frame["value"].notna() & (frame["publisher"] != ""), columns].drop_duplicates()
    return tuple(Source(*row) for row in named.itertuples(index=False))


def worded(frame: pd.DataFrame, store, language: str) -> pd.DataFrame:
    """Add `counter` and `cutoff` in words to a frame of the store, and empty texts where there is no page."""
    counters = {code: store.label("counted_by", code, language) for code in frame["counted_by"].unique()}
    return frame.assign(
        counter=frame["counted_by"].map(counters),
        cutoff=frame[f"cutoff_{language}"],
        url=frame["url"].fillna(""),
    )
