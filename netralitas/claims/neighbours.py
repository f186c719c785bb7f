"""The regions around one: its province and those that it borders on, in the same election, stage and unit. No ranking."""

from collections import Counter
from dataclasses import dataclass, replace

from netralitas import model
from netralitas.claims.amount import verdict_word
from netralitas.claims.cards import FigureCard, card_of
from netralitas.model import NATION, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import text


@dataclass(frozen=True)
class Neighbour:
    """A region beside or above another. `card` is its headline; where it has none, `absent` says so."""

    region: str
    name: str
    above: bool
    card: FigureCard | None
    absent: str


@dataclass(frozen=True)
class Around:
    """Who is around a region, those above it first, then its neighbours by their codes; `subject` is stage, unit and election in words."""

    scope: Filter
    subject: str
    rows: tuple[Neighbour, ...]

    @property
    def heading(self) -> str:
        """The region above is no neighbour: the heading names it where it is there."""
        return text(self.scope.language, "tetangga.di_atas" if any(row.above for row in self.rows) else "tetangga")

    @property
    def told(self) -> str:
        """What the rows count; that they are no ranking, where there are numbers that could be taken for one."""
        several = sum(row.card is not None for row in self.rows) > 1
        return " ".join(filter(None, (self.subject, text(self.scope.language, "tetangga.tanpa_peringkat") if several else "")))

    def beside(self) -> "Around":
        """The same without the regions above."""
        return replace(self, rows=tuple(row for row in self.rows if not row.above))

    def absent(self) -> dict[str, tuple[str, ...]]:
        """Why there is no figure → the names of those without one."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.rows:
            if row.card is None:
                found[row.absent] = (*found.get(row.absent, ()), row.name)
        return found


@remembered
def around(store: Store, scope: Filter, bordering: tuple[str, ...]) -> Around:
    """The rows of a region; `bordering` are the codes that the map gives (`store.shapes.neighbours`)."""
    above = tuple(code for code in store.line_of(scope.region)[1:] if code != NATION) or store.line_of(scope.region)[1:]
    shown = _spoken(store, scope, (*above, *bordering))
    subject = text(
        shown.language,
        "tetangga.keterangan",
        stage=store.label("stage", shown.stage, shown.language),
        unit=store.label("unit", shown.unit, shown.language),
        event=store.event_name(shown.event),
    )
    return Around(shown, subject, tuple(_row(store, replace(shown, region=code), code in above) for code in (*above, *bordering)))


def _spoken(store: Store, scope: Filter, codes: tuple[str, ...]) -> Filter:
    """Stage and unit: those of the view, where the region has a figure in them or the reader chose them; else those that most have."""
    if card_of(store, scope) or scope.chosen & {model.STAGE, model.UNIT}:
        return scope
    has = Counter(part[1:] for code in codes for part in store.covered(code) if len(part) == 3 and part[0] == scope.event)
    order = lambda found: (-has[found], model.STAGE_PREFERENCE.index(found[0]), model.UNITS.index(found[1]))  # noqa: E731
    stage, unit = min(has, key=order, default=(scope.stage, scope.unit))
    return replace(scope, stage=stage, unit=unit)


def _row(store: Store, scope: Filter, above: bool) -> Neighbour:
    card, absent = headline_or_absence(store, scope)
    return Neighbour(scope.region, card.place if card else store.region_name(scope.region), above, card, absent)


def headline_or_absence(store: Store, scope: Filter) -> tuple[FigureCard | None, str]:
    """The headline of a region; where it has none, that nobody published one, or that it did not vote."""
    card = card_of(store, scope)
    if card:
        return card, ""
    voted = (scope.region, scope.event) in store.voted()
    return None, verdict_word("", scope.language) if voted else text(scope.language, "tetangga.tanpa_pemilihan")
