"""A region beside its province and the nation: one election, stage and unit, each number by its own source, on no axis.

The page, the slide and the fact sheet set what stands here; none of them chooses figures or words of its own.
"""

from dataclasses import dataclass, replace

from netralitas.charts.told import words
from netralitas.claims.amount import Amount, verdict_word
from netralitas.claims.cards import DO_NOT, FigureCard, card_alone
from netralitas.claims.neighbours import headline_or_absence
from netralitas.model import CLEAN, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import sourced, text

# What heads the columns: region, number, source.
HEADERS = ("kolom.wilayah", "kolom.nilai", "kartu.sumber")


@dataclass(frozen=True)
class Peer:
    """A row: `card` is the headline of the region; where it has none, `amount` says so in words and the rest is empty.

    `others`: what other counters say to the same question, the latest of each.
    """

    region: str
    amount: Amount
    card: FigureCard | None
    others: tuple[FigureCard, ...]

    @property
    def status(self) -> str:
        return self.card.status if self.card else ""

    @property
    def source(self) -> str:
        return sourced(self.card.counter, self.card.cutoff, self.card.publisher) if self.card else ""

    def also(self, language: str) -> str:
        """The other numbers, each with its mark, who counted, the day and where it stands."""
        mark = lambda one: "" if one.status == CLEAN else verdict_word(one.status, language)  # noqa: E731
        told = [f"{one.amount.unitless} ({sourced(mark(one), one.counter, one.cutoff, one.publisher)})" for one in self.others]
        return text(language, "kartu.juga", amounts="; ".join(told)) if told else ""


@dataclass(frozen=True)
class Peers:
    """The region first, then those above it. `words` are stage, unit, election and region; `remember` is what to keep in mind."""

    rows: tuple[Peer, ...]
    words: dict[str, str]
    remember: str

    @property
    def known(self) -> tuple[tuple[str, FigureCard], ...]:
        """(region, headline) of those that have one."""
        return tuple((row.region, row.card) for row in self.rows if row.card)


@remembered
def peers(store: Store, scope: Filter) -> Peers:
    """The rows of a region; of the nation, which has nothing above it, one."""
    rows = tuple(_peer(store, replace(scope, region=code)) for code in store.line_of(scope.region))
    return Peers(
        rows,
        words(store, scope, store.headline_rows(scope.region, scope.event)),
        text(scope.language, "banding.ingat") if len(rows) > 1 else "",
    )


def _peer(store: Store, scope: Filter) -> Peer:
    card, absent = headline_or_absence(store, scope)
    others = _others(store, scope) if card else ()
    name = card.place if card else store.region_name(scope.region)
    return Peer(name, card.amount if card else Amount("", absent, "", "", ""), card, others)


def _others(store: Store, scope: Filter) -> tuple[FigureCard, ...]:
    """The latest number of each other counter, where it differs from the headline and may be said."""
    rows = [row for row in store.total_rows(scope.region, scope.event) if (row["stage"], row["unit"]) == (scope.stage, scope.unit)]
    shown = [row for row in rows if row["is_headline"]]
    told, values = {row["counted_by"] for row in shown}, {row["value"] for row in shown}
    latest: dict[str, dict] = {}
    for row in rows:
        if row["mark"] != DO_NOT and row["counted_by"] not in told:
            latest.setdefault(row["counted_by"], row)
    return tuple(card_alone(store, row, scope.language) for row in latest.values() if row["value"] not in values)
