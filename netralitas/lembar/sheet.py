"""What a fact sheet says: gathered once from the store, for the page and for its picture."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pandas as pd

from netralitas import address, model
from netralitas.address.links import check_address, data_address, page_address, sheet_address
from netralitas.charts.told import words
from netralitas.check.places import numbers_of, question
from netralitas.claims import citation, history, neighbours
from netralitas.claims.cards import Caution, FigureCard, card_of, cautions, cautions_on, headline_cards
from netralitas.claims.history import Entry
from netralitas.claims.lead import summary
from netralitas.claims.neighbours import Around
from netralitas.lembar import panels, room
from netralitas.lembar.panels import Panel
from netralitas.model import CLEAN, Filter
from netralitas.render.ground.signs import SIGNS
from netralitas.rows import rows_of
from netralitas.store import Store, shapes
from netralitas.wording import day, text

_FEWEST_CAUTIONS = 3
_FEW_STAGES = 4
# With fewer charts than these the history tells what is known, in so many sentences; in more where the page has room for them.
_SEVERAL_PANELS, _MOST_TOLD, _EVER_TOLD = 2, 4, 8


@dataclass(frozen=True)
class Check:
    """A number of the page and where it is checked."""

    number: str
    address: str


@dataclass(frozen=True)
class Sheet:
    """Everything on one page. `lead` is the figure of the picture, None where the region has none; `warning` the gravest on it.

    The cards hold what the statement does not tell; `unknown` is said where nothing at all is known.
    """

    scope: Filter
    region: str
    above: str
    event: str
    subtitle: str
    built: str
    summary: str
    lead: FigureCard | None
    cards: tuple[FigureCard, ...]
    statement: Panel | None
    trend: Panel | None
    beside: Panel
    history: tuple[Entry, ...]
    above_history: tuple[Entry, ...]
    law: str
    unknown: tuple[str, ...]
    around: Around
    cautions: tuple[Caution, ...]
    more_cautions: int
    warning: str
    notes: tuple[str, ...]
    elsewhere: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    citation: str
    addresses: dict[str, str]
    checks: dict[str, Check] = field(default_factory=dict)

    @property
    def figures(self) -> set[str]:
        """All figures whose numbers stand on the page; a number that no source prints is none."""
        marks = [mark for panel in (self.statement, self.trend, self.beside) if panel for mark in panel.marks]
        cards = [*self.cards, *(row.card for row in self.around.rows if row.card)]
        told = (figure for entry in (*self.history, *self.above_history) for figure in entry.said)
        return {one for one in (*(mark.figure_id for mark in marks), *(card.figure_id for card in cards), *told) if one}

    @property
    def short(self) -> bool:
        """So few stages that the citation fits below them."""
        return self.statement is not None and len(self.statement.marks) <= _FEW_STAGES

    @property
    def size(self) -> str:
        """The class of its type: as large as one page allows."""
        return room.size(room.lines(self))


def sheet(data: Store, scope: Filter, base: str, notes: tuple[str, ...] = ()) -> Sheet:
    """The sheet of a region and election in one language; `notes` are told first."""
    language = scope.language
    shown = speaking(data, scope)
    lead = card_of(data, shown)
    event = data.events().loc[scope.event]
    led = panels.drawn(data, shown)
    put_together, trend, beside = led and panels.flow(data, shown, led), panels.trend(data, shown), panels.beside(data, shown)
    told, more = _told(data, shown, lead, [panel for panel in (trend, beside) if panel])
    view = page_address(base, shown)
    made = Sheet(
        scope=shown,
        region=data.region_name(scope.region),
        above=" · ".join(data.region_name(code) for code in data.line_of(scope.region)[1:]),
        event=data.event_name(scope.event),
        subtitle=text(language, "lembar.pemungutan", name=event[f"name_{language}"], day=day(event["voting_day"].date(), language)),
        built=text(language, "lembar.data", day=day(_built(data), language), snapshot=data.snapshot_id),
        summary=summary(data, shown),
        lead=lead,
        cards=headline_cards(data, shown, frozenset((member.stage, led.unit) for member in led.members) if led else frozenset()),
        statement=put_together,
        trend=trend,
        beside=beside,
        history=(),
        above_history=(),
        law="",
        unknown=_unknown(data, shown),
        around=neighbours.around(data, shown, _bordering(scope.region)).beside(),
        cautions=told,
        more_cautions=more,
        warning=_warning(data, lead, language),
        notes=_notes(data, scope, shown, notes),
        elsewhere=() if lead else _elsewhere(data, shown, base),
        citation=citation.card(data, lead, view)[language] if lead else "",
        addresses={
            "view": view,
            "check": check_address(base, _asks(data, shown, lead), language),
            "data": data_address(data, shown, base=base),
            "picture": sheet_address(base, scope, ".png"),
            "self": sheet_address(base, scope),
            "other": sheet_address(base, scope, language="id" if language == "en" else "en"),
        },
    )
    made = _filled(data, made)
    return replace(made, checks=_checks(data, made.figures, language, base))


def _checks(data: Store, figures: Iterable[str], language: str, base: str) -> dict[str, Check]:
    """Each number leads to its check, a page as light as this one."""
    found = ((figure, numbers_of(data, (figure,), language)) for figure in figures)
    return {figure: Check(one.label, check_address(base, one.question, language)) for figure, asked in found for one in asked}


def _asks(data: Store, scope: Filter, lead: FigureCard | None) -> str:
    """What is asked of Cek angka from here: the leading figure, else what is known of the region."""
    told = (lead.value, lead.unit, lead.stage) if lead else (None, "", "")
    return question(data, scope.region, told[0], data.event_name(scope.event), scope.language, *told[1:])


def speaking(data: Store, scope: Filter) -> Filter:
    """The stage and unit that the sheet speaks of: those asked for, else what the region has, else the regions above."""
    if card_of(data, scope):
        return scope
    for region in data.line_of(scope.region):
        proposed = address.propose(data, replace(scope, region=region, chosen=frozenset()))
        if card_of(data, proposed):
            return replace(scope, stage=proposed.stage, unit=proposed.unit)
    return scope


def _built(data: Store):
    return pd.Timestamp(data.build_info()["built_at"]).date()


def _notes(data: Store, asked: Filter, shown: Filter, notes: tuple[str, ...]) -> tuple[str, ...]:
    """What of the address could not be followed, too."""
    other = (asked.stage, asked.unit) != (shown.stage, shown.unit)
    if other and asked.chosen & {model.STAGE, model.UNIT}:
        return (*notes, text(asked.language, "lembar.tak_ada_tahap", **words(data, asked)))
    return notes


def _elsewhere(data: Store, scope: Filter, base: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Nobody published a figure here: where there is one, as (sentence, ((name, address), …))."""
    language, has = scope.language, set(data.available(scope.region)["event"])
    plain = replace(scope, chosen=frozenset())
    events = [(name, sheet_address(base, replace(plain, event=code))) for code, name in data.event_names().items() if code in has]
    above = [
        (data.region_name(code), sheet_address(base, replace(plain, region=code)))
        for code in data.line_of(scope.region)[1:]
        if (scope.event,) in data.covered(code)
    ]
    first = text(language, "lembar.lain" if events else "lembar.tanpa_angka_sama_sekali", region=data.region_name(scope.region))
    second = ((text(language, "lembar.atas", event=data.event_name(scope.event)), tuple(above)),) if above else ()
    return ((first, tuple(events)), *second)


def _filled(data: Store, made: Sheet) -> Sheet:
    """What else is known, while the page has room: the other elections of the region, the law in force, the region above.

    Where there is little to draw, the newest of other elections stand there in any case.
    """
    language, drawn = made.scope.language, sum(panel is not None for panel in (made.statement, made.trend))
    own = tuple(entry for entry in history.history(data, made.scope.region, language) if entry.event != made.event)
    made = replace(made, history=() if drawn >= _SEVERAL_PANELS else own[:_MOST_TOLD])
    for count in range(len(made.history) + 1, min(len(own), _EVER_TOLD) + 1):
        made = _with_room(made, history=own[:count])
    if not made.unknown:
        made = _with_room(made, law=history.law_in_force(data, _built(data), language))
    above = _of_above(data, made)
    for count in range(1, min(len(above), _MOST_TOLD) + 1):
        made = _with_room(made, above_history=above[:count])
    return made


def _with_room(made: Sheet, **more: object) -> Sheet:
    """The sheet with more on it, where that still is one page of type of the middle size."""
    fuller = replace(made, **more)
    return fuller if room.lines(fuller) <= room.PAGE else made


def _of_above(data: Store, made: Sheet) -> tuple[Entry, ...]:
    """What is known of the region above, of the same election first; nothing that the sheet says already."""
    over = data.line_of(made.scope.region)[1:2]
    known = [entry for code in over for entry in history.history(data, code, made.scope.language) if not made.figures & set(entry.said)]
    return tuple(sorted(known, key=lambda entry: entry.event != made.event))


def _bordering(region: str) -> tuple[str, ...]:
    try:
        return shapes.neighbours(region)
    except shapes.NoGeometry:
        return ()


def _unknown(data: Store, scope: Filter) -> tuple[str, ...]:
    """Nothing is known of the region: the law in force when the data was built, and how to add a figure."""
    if history.history(data, scope.region, scope.language):
        return ()
    return history.law_in_force(data, _built(data), scope.language), text(scope.language, "riwayat.tambah")


# -- what to be careful about ------------------------------------------------------


def _warning(data: Store, lead: FigureCard | None, language: str) -> str:
    if lead is None or lead.status == CLEAN:
        return ""
    return next((caution.told for caution in cautions_on(data, rows_of(data.figures_named((lead.figure_id,))), language)), "")


def _told(data: Store, scope: Filter, lead: FigureCard | None, rows: list[Panel]) -> tuple[tuple[Caution, ...], int]:
    """Every caution on a figure that is shown and must not be said, then those on the leading figure, then the next worst.

    And how many are left for the dashboard. What the sentence at the head says is not said again.
    """
    head, own = summary(data, scope), cautions(data, scope)
    marks = {mark.figure_id: mark for panel in rows for mark in panel.marks if SIGNS[mark.status].doubted}
    shown = {*marks, *data.headlines(scope.region, scope.event)["figure_id"]}
    worst = [one for one in own if one.disputes and shown & set(one.figure_ids)]
    known = {figure for one in own for figure in one.figure_ids}
    elsewhere = tuple(figure for figure in marks if figure not in known)
    for one in cautions_on(data, rows_of(data.figures_named(elsewhere)), scope.language) if elsewhere else ():
        told = "; ".join(f"{marks[figure].label}: {marks[figure].amount.unitless}" for figure in one.figure_ids)
        worst.append(replace(one, figure=told))
    first = lead.figure_id if lead else ""
    others = sorted((one for one in own if one not in worst), key=lambda one: first not in one.figure_ids)
    room = max(0, _FEWEST_CAUTIONS - len(worst))
    told = tuple(replace(one, instead="") if one.instead == head else one for one in (*worst, *others[:room]))
    return told, len(others[room:])
