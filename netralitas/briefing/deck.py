"""A deck of slides, declared: small items that survive in a session, and the slides that they become.

An item has the name of its chart and the Filter that it was asked with, never the
chart itself: it is declared anew when it is drawn, from the snapshot of the day and in the deck's language.
"""

import logging
from dataclasses import dataclass, replace

from netralitas.briefing import slide
from netralitas.briefing.slide import Occasion, Part, Slide
from netralitas.chart import Chart, Gone
from netralitas.charts import lists, regions, statement
from netralitas.charts.page import AT_MOST, Reference, declared, reference, there
from netralitas.claims.cards import cautions, headline_cards
from netralitas.claims.history import history
from netralitas.claims.statement import Statement
from netralitas.model import NATION, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.store.shapes import NoGeometry, shapes
from netralitas.wording import text

_log = logging.getLogger(__name__)

# A single bar or a single count says no more than the headline numbers do.
SEVERAL = ("hitungan",)
# Charts of the region itself; with fewer than so many the history tells what is known.
OWN, FEW = ("pernyataan", "tren", "hitungan", "tindak-lanjut"), 2


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
    """A deck for one region and election: only slides that have something to show."""
    charts = [*_charts(store, scope)]
    items = [Item(Part.COVER, scope)]
    if headline_cards(store, scope):
        items.append(Item(Part.NUMBERS, scope))
    drawn = [Item(Part.CHART, scope, chart, beside) for chart, beside in charts if not _empty(store, chart, scope.language)]
    items += drawn
    own = [item for item in drawn if item.chart.name in OWN]
    if len(own) < FEW and history(store, scope.region, scope.language):
        items.append(Item(Part.HISTORY, scope))
    if scope.region != NATION:
        items.append(Item(Part.BESIDE, scope))
    if cautions(store, scope):
        items.append(Item(Part.CAUTIONS, scope))
    return (*items, Item(Part.SOURCES, scope))


def _charts(store: Store, scope: Filter):
    """(chart, chart beside it) in the order of the story: statements, elections, this election, regions, sanctions."""
    for told in _drawn(statement.told(store, scope))[:AT_MOST]:
        yield Reference("pernyataan", scope, (told.statement_id,)), None
    yield Reference("tren", scope, (False,)), None
    yield Reference("hitungan", scope, (False,)), None
    yield from _regions(store, scope)
    whole = {one.statement_id for one in _drawn(statement.told(store, scope))}
    for told in _drawn(statement.sanctions_told(store, scope))[:1]:
        # A statement that stands in the deck whole has told its sanctions.
        if told.statement_id not in whole:
            yield Reference("tindak-lanjut", scope, (told.statement_id,)), None


def _drawn(all_told: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements of a unit each that have something to compare; equal numbers are told in words elsewhere."""
    return tuple(one for one in statement.leaders(all_told) if one.drawn)


def _regions(store: Store, scope: Filter):
    """The map of a list with its ranking beside it, then the provinces per election held; nothing where no list stands."""
    for parent in dict.fromkeys((regions.province_of(store, scope), NATION)):
        listed = lists.main(store, scope, parent)
        if listed is None:
            continue
        shown, list_id = listed
        try:
            shape = shapes(lists.level_below(parent), parent)
        except NoGeometry:
            shape = None
        ranking = Reference("peringkat", shown, (parent, list_id, "jumlah", False))
        yield (Reference("peta", shown, (parent, list_id, "jumlah", shape)), ranking) if shape else (ranking, None)
        rate = next((measure for measure in lists.rateable(store, parent, shown.event) if measure != "jumlah"), "")
        if rate:
            yield Reference("peringkat", shown, (parent, list_id, rate, False)), None
        return


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
    return tuple(replace(one, sources=every) if one.part in (Part.SOURCES, Part.COVER) else one for one in drawn)


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
        Part.BESIDE: slide.beside,
        Part.HISTORY: slide.told,
        Part.CAUTIONS: slide.warned,
        Part.SOURCES: slide.sources,
    }
    made = _chart(store, item, language) if item.part is Part.CHART else make[item.part](store, scope, occasion)
    return replace(made, title=item.title or made.title, synthetic=made.synthetic or store.synthetic)


def _chart(store: Store, item: Item, language: str) -> Slide:
    beside = declared(store, item.beside, language) if item.beside else None
    return slide.of_charts(store, declared(store, item.chart, language), beside)


def _without(language: str, title: str, reason: str) -> Slide:
    return Slide(Part.CHART, language, text(language, title), lines=(text(language, reason),))
