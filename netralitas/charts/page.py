"""The charts of a page, declared once: screen, projector, deck and tests ask here. Every chart has a name.

The name of a chart (`pernyataan`, `peta` …) begins the name of its file, stands in the address of the projector and in the
items of a deck. Where a page shows several of one name, what tells them apart is added: `pernyataan-orang`, `pernyataan-kasus`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from netralitas.address import Note, default_event, options, parse, proposal
from netralitas.address.parameters import ALL, HELD, LEVEL, LINES, RANKED
from netralitas.chart import Chart, Gone, Shapes
from netralitas.charts import across, alternatives, asked, coverage, coverage_map, regions, sanction, statement, trend
from netralitas.claims.breakdown import GROUPS
from netralitas.claims.statement import Statement
from netralitas.model import EVENT, Filter
from netralitas.store import Store
from netralitas.store.shapes import NoGeometry, shapes

NAMED: dict[str, Callable[..., Chart]] = {
    "pernyataan": statement.flow,
    "angka-lain": alternatives.alternatives,
    "tren": across.across,
    "hitungan": trend.within,
    "peta": regions.choropleth,
    "peringkat": regions.ranking,
    "peta-cakupan": coverage_map.coverage_map,
    "tindak-lanjut": statement.carried_out,
    "rincian": sanction.breakdown,
    "cakupan": coverage.coverage,
}
# How a function is known that remembers its answers (store.memory) → the name of its charts.
_NAMES = {f"{declare.__module__.rpartition('.')[2]}.{declare.__name__}": name for name, declare in NAMED.items()}
_OF_ALL_DATA = ("cakupan",)
AT_MOST = 2  # statements on Ringkasan, one a unit


# The page at the dashboard's own address has no name in it.
_PAGES_OF = {
    "pernyataan": "", "angka-lain": "", "tren": "tren", "hitungan": "tren", "peta": "peta", "peringkat": "peta", "peta-cakupan": "peta",
    "tindak-lanjut": "sanksi", "rincian": "sanksi", "cakupan": "sumber",
}  # fmt: skip


def page_of(chart: str) -> str:
    """The page on which charts of this name stand, as its address names it."""
    return _PAGES_OF[chart]


@dataclass(frozen=True)
class Reference:
    """How to declare a chart anew: its name, the filter, and what else it was asked with."""

    name: str
    scope: Filter
    arguments: tuple = ()

    @property
    def shapes(self) -> str:
        """Where a browser finds the shapes of a map; empty for what is no map."""
        return next((given.url for given in self.arguments if isinstance(given, Shapes)), "")


def reference(chart: Chart) -> Reference | None:
    """How this chart was declared; None for one that has no name."""
    function, *asked_with = chart.declared or ("",)
    return Reference(_NAMES[function], *asked_with) if function in _NAMES else None


def declared(store: Store, named: Reference, language: str) -> Chart:
    """The chart anew. Raises Gone where its region, election, figures or kind of chart are no longer there; all else is a fault."""
    scope = replace(named.scope, language=language)
    if named.name not in NAMED:
        raise Gone(named.name)
    if named.name not in _OF_ALL_DATA:
        there(store, scope)
    return NAMED[named.name](store, scope, *named.arguments)


def there(store: Store, scope: Filter) -> None:
    """Raises Gone for a region or an election that this snapshot does not know."""
    if scope.region not in store.region_names() or scope.event not in store.event_names():
        raise Gone(f"{scope.region}, {scope.event}")


def charts_of(store: Store, page: str, scope: Filter, parameters: Mapping[str, str]) -> dict[str, Chart]:
    """Name → chart, in the order of the page; `parameters` are those of its address. A page without charts has none."""
    if page not in PAGES:
        return {}
    return {name: declared(store, named, scope.language) for name, named in PAGES[page](store, scope, parameters)}


def first_chart(store: Store, page: str, scope: Filter, parameters: Mapping[str, str]) -> Reference | None:
    """The first chart of this view, not yet made; None where it shows none."""
    return next((named for _, named in PAGES[page](store, scope, parameters)), None) if page in PAGES else None


def opened(store: Store, page: str, parameters: Mapping[str, str]) -> tuple[Filter, list[Note]]:
    """The view that the address of a page names, and what of it could not be followed; where no election is chosen, the page's own."""
    scope, notes = parse(store, parameters)
    event = OPENINGS[page](store, scope, parameters) if page in OPENINGS and EVENT not in scope.chosen else None
    if not event:
        return scope, notes
    again, _ = parse(store, {**parameters, EVENT: event})
    return replace(again, chosen=again.chosen - {EVENT}), notes


def proposed(store: Store, page: str, scope: Filter, parameters: Mapping[str, str]) -> Filter:
    """The view of a page: what a reader chose, and where stage or unit are open, those with most to show on this page."""
    return PROPOSALS[page](store, scope, parameters) if page in PROPOSALS else scope


def opening_told(store: Store, page: str, scope: Filter, parameters: Mapping[str, str]) -> Note | None:
    """Why a page shows the election that the reader did not choose."""
    if scope.event == default_event(store, scope.region):
        return proposal(store, scope)
    return Note(OPENED[page](store, scope, parameters)) if page in OPENED else None


def noted(store: Store, page: str, scope: Filter, parameters: Mapping[str, str]) -> str:
    """What a page says of the stage and unit that it took from what it shows."""
    return NOTED[page](store, scope, parameters) if page in NOTED else ""


# -- what each page shows -------------------------------------------------------------

Named = Iterator[tuple[str, Reference]]


def _ringkasan(store: Store, scope: Filter, parameters: Mapping[str, str]) -> Named:
    yield from _statements(statement.told(store, scope), "pernyataan", scope, parameters)


def _statements(all_told: tuple[Statement, ...], name: str, scope: Filter, parameters: Mapping[str, str]) -> Named:
    """The statement that was chosen in each unit; one whose numbers are all equal is told in words."""
    for leader in statement.leaders(all_told)[:AT_MOST]:
        place = f"{name}-{leader.unit}"
        chosen, _ = asked.statement(all_told, leader, place, parameters, scope.language)
        if chosen.drawn:
            yield place, Reference(name, scope, (chosen.statement_id,))


def _tren(store: Store, scope: Filter, parameters: Mapping[str, str]) -> Named:
    """Across elections, then within one; each only where there are two points to compare, in the unit that has most of them."""
    everything, per = options.everything(parameters, LINES), asked.per_election(store, scope, parameters)[0] == HELD
    elections, one = across.proposed(store, scope), trend.proposed(store, scope)
    if across.series_across(store, elections):
        yield "tren", Reference("tren", elections, (everything, per))
    if one.unit in trend.longest(store, one.region, one.event):
        yield "hitungan", Reference("hitungan", one, (everything,))


def _tren_view(store: Store, scope: Filter) -> Filter:
    """Stage and unit that most elections have, else the unit of a line within this one."""
    elections = across.proposed(store, scope)
    return elections if across.series_across(store, elections) else trend.proposed(store, scope)


def _peta(store: Store, scope: Filter, parameters: Mapping[str, str]) -> Named:
    """A list on the map, where its shapes have been built, and ranked; without a list, where figures exist."""
    wanted = asked.comparison(store, scope, parameters)
    shape = None
    with suppress(NoGeometry):
        shape = shapes(wanted.level, wanted.within)
    if not wanted.list_id:
        if shape and len(coverage_map.headlines(store, wanted.scope, wanted.level, wanted.within)):
            yield "peta-cakupan", Reference("peta-cakupan", wanted.scope, (wanted.level, wanted.within, shape))
        return
    compared = (wanted.parent, wanted.list_id, wanted.measure)
    if shape:
        yield "peta", Reference("peta", wanted.scope, (*compared, shape))
    yield "peringkat", Reference("peringkat", wanted.scope, (*compared, options.everything(parameters, RANKED)))


def _sanksi(store: Store, scope: Filter, parameters: Mapping[str, str]) -> Named:
    yield from _statements(statement.sanctions_told(store, scope), "tindak-lanjut", scope, parameters)
    for dimension in GROUPS:
        key, _ = asked.breakdown(store, scope, dimension, parameters)
        if key:
            yield f"rincian-{dimension}", Reference("rincian", scope, (dimension, key))


def _sumber(store: Store, scope: Filter, parameters: Mapping[str, str]) -> Named:
    """Of all data: the view counts for nothing but its language."""
    level, _ = options.choice(parameters, LEVEL, coverage.CHOICES, ALL, "cakupan.tingkat", scope.language)
    yield "cakupan", Reference("cakupan", Filter(language=scope.language), (level,))


PAGES: dict[str, Callable[[Store, Filter, Mapping[str, str]], Named]] = {
    "ringkasan": _ringkasan,
    "tren": _tren,
    "peta": _peta,
    "sanksi": _sanksi,
    "sumber": _sumber,
}
# A page that takes the election from what it shows, where the reader chose none.
OPENINGS: dict[str, Callable[[Store, Filter, Mapping[str, str]], str | None]] = {
    "peta": asked.opening,
    "tren": lambda store, scope, _: trend.opening(store, scope),
}
# And says why it took this one.
OPENED: dict[str, Callable[[Store, Filter, Mapping[str, str]], str]] = {
    "peta": asked.opened_on,
    "tren": lambda store, scope, _: trend.opened_on(store, scope),
}
# And says why it took this stage and unit.
NOTED: dict[str, Callable[[Store, Filter, Mapping[str, str]], str]] = {"peta": asked.opened_at}
# A page that takes stage and unit from what it shows, where the reader chose none.
PROPOSALS: dict[str, Callable[[Store, Filter, Mapping[str, str]], Filter]] = {
    "peta": asked.proposal,
    "tren": lambda store, scope, _: _tren_view(store, scope),
}
