"""A deck of slides, declared: small items that survive in a session, and the slides that they become.

An item has the name of its chart and the Filter that it was asked with, never the
chart itself: it is declared anew when it is drawn, from the snapshot of the day and in the deck's language.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace

from netralitas.address.links import page_address
from netralitas.briefing import slide
from netralitas.briefing.slide import Occasion, Part, Slide
from netralitas.chart import Chart, Gone
from netralitas.charts import across, asked, lists, statement, trend
from netralitas.charts.page import AT_MOST, Reference, declared, page_of, reference, there
from netralitas.claims.breakdown import SANCTION
from netralitas.claims.cards import cautions, headline_cards
from netralitas.claims.history import history
from netralitas.claims.lead import number_card
from netralitas.claims.statement import Statement
from netralitas.model import NATION, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.store.shapes import NoGeometry, shapes
from netralitas.wording import text

_log = logging.getLogger(__name__)

# Slides of a proposal at most: of a region with parts, of one within.
MOST, MOST_WITHIN = 8, 5
# Lines, and panels, of a chart in a proposal: as many as a room reads, with the note of each marked number.
LINES, PANELS = 3, 2
# A single bar or a single count says no more than the headline numbers do.
SEVERAL = ("hitungan", "rincian")
# With fewer charts of what is said and how it grew than so many, the history tells what is known.
FEW = 2
# Where there is no room the last of these goes first.
_MAIN, _HISTORY, _GROWTH, _PLACES, _SANCTIONS, _ALSO = range(6)


@dataclass(frozen=True)
class Item:
    """One slide as a session keeps it. `title` is what a person wrote; empty takes the finding of the data."""

    part: Part
    scope: Filter
    chart: Reference | None = None
    beside: Reference | None = None
    title: str = ""


def shown(chart: Chart) -> Item:
    """The item that adds a chart of the screen to a deck. Raises Gone for a chart that was not declared by name."""
    named = reference(chart)
    if named is None:
        raise Gone(chart.name)
    return Item(Part.CHART, named.scope, named)


# -- a proposal ----------------------------------------------------------------------


@remembered
def proposal(store: Store, scope: Filter) -> tuple[Item, ...]:
    """A deck for one region and election, told as a story: what is said, how it grew, where, who acted, what to be careful about.

    Only slides that have something to show; where there are too many, the last told go first, and the order of the story stays.
    """
    grew = [*_grew(store, scope)]
    story = [*_said(store, scope, len(grew)), *grew, *_where(store, scope), *_acted(store, scope)]
    numbered = any(item.part is Part.NUMBERS for _, item in story)
    closing = [Item(Part.CAUTIONS, scope)] if cautions(store, scope) and not (numbered and slide.below_cards(store, scope)) else []
    if story or closing or number_card(store, scope):
        closing.append(Item(Part.SOURCES, scope))
    room = (MOST if scope.region == NATION or store.children(scope.region) else MOST_WITHIN) - 1 - len(closing)
    kept = sorted(sorted(range(len(story)), key=lambda place: (story[place][0], place))[:room])
    return (Item(Part.COVER, scope), *(story[place][1] for place in kept), *closing)


Told = Iterator[tuple[int, Item]]  # how early a slide is missed, and the slide


def _said(store: Store, scope: Filter, grew: int) -> Told:
    """The statements of a unit each as flows; else the headline numbers, where there are several; and the history where that is little."""
    told = _drawn(statement.told(store, scope))[:AT_MOST]
    for place, one in enumerate(told):
        yield _ALSO if place else _MAIN, _chart_item(scope, "pernyataan", scope, one.statement_id)
    if not told and len(headline_cards(store, scope)) > 1:
        yield _MAIN, Item(Part.NUMBERS, scope)
    if len(told) + grew < FEW and history(store, scope.region, scope.language):
        yield _HISTORY, Item(Part.HISTORY, scope)


def _grew(store: Store, scope: Filter) -> Told:
    """How the count grew within this election; where it was counted once, from election to election."""
    one, elections = trend.proposed(store, scope), across.proposed(store, scope)
    offered = [("hitungan", one, (False, LINES))] if one.unit in trend.changed(store, one.region, one.event) else []
    offered += [("tren", elections, (False, False, PANELS))] if across.series_across(store, elections) else []
    drawn = (_chart_item(scope, name, view, *arguments) for name, view, arguments in offered)
    yield from [(_GROWTH, item) for item in drawn if not _empty(store, item.chart, scope.language)][:1]


def _where(store: Store, scope: Filter) -> Told:
    """The map of a list of this region's own parts, its ranking beside it; nothing where no list stands."""
    if scope.region != NATION and not store.children(scope.region):
        return
    # As Peta does: of the stages that the reader left open, the one whose list names most regions.
    listed = lists.proposed(store, scope, scope.region)
    if listed is None:
        return
    shown = replace(scope, stage=listed[0], unit=listed[1])
    list_id = lists.of_scope(store, shown, scope.region)["list_id"].iloc[0]
    compared = (scope.region, list_id, "jumlah")
    ranking = Reference("peringkat", shown, (*compared, False))
    try:
        drawn = Reference("peta", shown, (*compared, shapes(lists.level_below(scope.region), scope.region)))
    except NoGeometry:
        yield _PLACES, Item(Part.CHART, scope, ranking)
        return
    yield _PLACES, Item(Part.CHART, scope, drawn, ranking)


def _acted(store: Store, scope: Filter) -> Told:
    """What became of those in breach; a statement that stands in the deck whole has told it, then by kind of sanction."""
    whole = {one.statement_id for one in _drawn(statement.told(store, scope))[:AT_MOST]}
    for told in _drawn(statement.sanctions_told(store, scope)):
        if told.statement_id not in whole:
            yield _SANCTIONS, _chart_item(scope, "tindak-lanjut", scope, told.statement_id)
            return
    key, _ = asked.breakdown(store, scope, SANCTION, {})
    item = _chart_item(scope, "rincian", scope, SANCTION, key)
    if key and not _empty(store, item.chart, scope.language):
        yield _SANCTIONS, item


def _chart_item(scope: Filter, name: str, view: Filter, *arguments: object) -> Item:
    return Item(Part.CHART, scope, Reference(name, view, arguments))


def _drawn(all_told: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements of a unit each that have something to compare; equal numbers are told in words elsewhere."""
    return tuple(one for one in statement.leaders(all_told) if one.drawn)


def _empty(store: Store, named: Reference, language: str) -> bool:
    """Nothing to draw, or nothing beyond the headline numbers: a single bar, a single count."""
    try:
        chart = declared(store, named, language)
    except Gone:
        return True
    except Exception:
        _log.exception("no chart for a deck: %s", named)
        return False  # its slide says that it can't be drawn
    drawn = chart.frame[chart.frame["mark"] != "end"] if "mark" in chart.frame else chart.frame
    return chart.empty or (named.name in SEVERAL and drawn["value"].notna().sum() < 2)


# -- from items to slides ----------------------------------------------------------------


@remembered(unless=lambda items, language, occasion: any(item.title for item in items) or bool(occasion.place or occasion.crest))
def slides(store: Store, items: tuple[Item, ...], language: str, occasion: Occasion) -> tuple[Slide, ...]:
    """The slides of a deck. A chart that is gone from the data becomes a slide that says so, and so does one that fails."""
    drawn = [_slide(store, item, language, occasion) for item in items]
    every = tuple(dict.fromkeys(source for one in drawn for source in one.sources))
    return tuple(replace(one, sources=every) if one.part is Part.SOURCES else one for one in drawn)


def _slide(store: Store, item: Item, language: str, occasion: Occasion) -> Slide:
    """The slide of an item, or one that says why there is none."""
    try:
        return _made(store, item, language, occasion)
    except Gone:
        return _without(language, "paparan.hilang", "paparan.hilang.sebab")
    except Exception:
        _log.exception("no slide: %s", item)
        return _without(language, "paparan.galat", "paparan.galat.sebab")


def _made(store: Store, item: Item, language: str, occasion: Occasion) -> Slide:
    scope = replace(item.scope, language=language)
    there(store, scope)
    make = {
        Part.COVER: slide.cover,
        Part.NUMBERS: slide.numbers,
        Part.HISTORY: slide.told,
        Part.CAUTIONS: slide.warned,
        Part.SOURCES: slide.sources,
    }
    made = _chart(store, item, language) if item.part is Part.CHART else make[item.part](store, scope, occasion)
    told = {"title": item.title or made.title, "synthetic": made.synthetic or store.synthetic}
    return replace(made, address=page_address(occasion.base, scope, _page(item)) if occasion.base else "", **told)


def _page(item: Item) -> str:
    """The page of the dashboard that a slide came from."""
    return page_of(item.chart.name) if item.chart else "sumber" if item.part is Part.SOURCES else ""


def _chart(store: Store, item: Item, language: str) -> Slide:
    beside = declared(store, item.beside, language) if item.beside else None
    return slide.of_charts(store, declared(store, item.chart, language), beside)


def _without(language: str, title: str, reason: str) -> Slide:
    return Slide(Part.CHART, language, text(language, title), lines=(text(language, reason),))
