"""What the address asks of the charts of one page, beside the filter: a senseless wish gives the default and a note."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from netralitas.address import Note, options
from netralitas.address.parameters import COUNT, EXTENT, HELD, LEVEL, LIST, MEASURE, PER, breakdown_of, statement_of
from netralitas.charts import across, coverage_map, lists, regions, sanction
from netralitas.charts import statement as statements
from netralitas.charts.lists import LEVELS, MEASURES
from netralitas.claims.statement import Statement
from netralitas.model import NATION, STAGE, UNIT, Filter
from netralitas.store import Store
from netralitas.wording import joined, text


@dataclass(frozen=True)
class Comparison:
    """Which regions are set beside each other on Peta, by which list and measure; without a list only who has figures.

    `parent` is the region whose parts a list names, empty where none can; `notes` is what of the address could not be followed.
    """

    scope: Filter
    level: str
    within: str
    parent: str
    list_id: str
    measure: str
    notes: tuple[str, ...]


def comparison(store: Store, scope: Filter, parameters: Mapping[str, str]) -> Comparison:
    """Provinces of the country, or what lies within the selected region's province, by the list asked for or the main one."""
    level, within, parent, notes = _extent(store, scope, parameters)
    scope = proposal(store, scope, parameters)
    offered = tuple(lists.of_scope(store, scope, parent)["list_id"]) if parent else ()
    list_id, measure = "", MEASURES[0]
    if offered:
        list_id, unknown = options.choice(parameters, LIST, offered, offered[0], "peta.daftar", scope.language)
        # A list of another stage or election is no mistake: the reader went on from it.
        notes += [unknown.sentence] if unknown and store.list_regions(parameters[LIST]).empty else []
        measure, more = _measure(store, scope, parent, parameters)
        notes += more
    return Comparison(scope, level, within, parent, list_id, measure, tuple(notes))


def opening(store: Store, scope: Filter, parameters: Mapping[str, str]) -> str | None:
    """The election that Peta opens at where the reader chose none: in which most of its regions have a figure."""
    level, within, parent, _ = _extent(store, scope, parameters)
    return coverage_map.fullest(store, scope, level, within, lists.events(store, parent) if parent else ())


def opened_on(store: Store, scope: Filter, parameters: Mapping[str, str]) -> str:
    """Why Peta shows the election that it took by itself."""
    level, within, _, _ = _extent(store, scope, parameters)
    told = {"event": store.event_name(scope.event), "level": text(scope.language, f"peta.{level}"), "place": store.region_name(within)}
    return text(scope.language, "peta.usul.pemilihan", **told)


def opened_at(store: Store, scope: Filter, parameters: Mapping[str, str]) -> str:
    """What of stage and unit the reader did not choose, and why Peta shows them; nothing where both were chosen or nothing is shown."""
    parts = [text(scope.language, f"samping.{part}").lower() for part in (STAGE, UNIT) if part not in scope.chosen]
    wanted, language = comparison(store, scope, parameters), scope.language
    shown = wanted.list_id or len(coverage_map.headlines(store, wanted.scope, wanted.level, wanted.within))
    if not parts or not shown:
        return ""
    stage, unit = store.label("stage", wanted.scope.stage, language), store.label("unit", wanted.scope.unit, language)
    return text(language, "peta.usul", parts=joined(parts, language), event=store.event_name(scope.event), stage=stage, unit=unit)


def proposal(store: Store, scope: Filter, parameters: Mapping[str, str]) -> Filter:
    """Stage and unit that Peta shows where the reader chose none: of the list asked for, of the main list with most regions,
    else those for which most regions have a figure."""
    if {STAGE, UNIT} <= scope.chosen:
        return scope
    level, within, parent, _ = _extent(store, scope, parameters)
    stage, unit = (
        (parent and lists.proposed(store, scope, parent, parameters.get(LIST, "")))
        or coverage_map.proposed(store, scope, level, within)
        or (scope.stage, scope.unit)
    )
    return replace(scope, stage=stage, unit=unit)


def _extent(store: Store, scope: Filter, parameters: Mapping[str, str]) -> tuple[str, str, str, list[str]]:
    """Level, the region around, the region whose parts a list may name, and what could not be followed."""
    default = LEVELS[0] if scope.region == NATION else LEVELS[1]
    level, note = options.choice(parameters, LEVEL, LEVELS, default, "peta.tingkat", scope.language)
    province = regions.province_of(store, scope)
    within = province if level == LEVELS[1] and not options.everything(parameters, EXTENT) else NATION
    return level, within, within if level == lists.level_below(within) else "", [note.sentence] if note else []


def _measure(store: Store, scope: Filter, parent: str, parameters: Mapping[str, str]) -> tuple[str, list[str]]:
    """A rate is made only where its divisor is known for all: else the count is shown, and said."""
    measure, note = options.choice(parameters, MEASURE, MEASURES, MEASURES[0], "peta.ukuran", scope.language)
    if measure not in lists.rateable(store, parent, scope.event):
        return MEASURES[0], [text(scope.language, f"peta.{measure}.tidak_ada")]
    return measure, [note.sentence] if note else []


def per_election(store: Store, scope: Filter, parameters: Mapping[str, str]) -> tuple[str, Note | None]:
    """By what the figures of several elections are told: as counted, or a number an election held, where several were held here."""
    offered = (COUNT, HELD) if across.has_elections(store, scope.region) else (COUNT,)
    return options.choice(parameters, PER, offered, COUNT, "tren.per", scope.language)


def breakdown(store: Store, scope: Filter, dimension: str, parameters: Mapping[str, str]) -> tuple[str, Note | None]:
    """The key of the breakdown that is shown, and what to tell a reader who asked for one that is not there; "" for none."""
    offered = tuple(sanction.options(store, scope, dimension))
    if not offered:
        return "", None
    return options.choice(parameters, breakdown_of(dimension), offered, offered[0], "sanksi.rincian.pilih", scope.language)


def statement(
    all_told: tuple[Statement, ...], leader: Statement, name: str, parameters: Mapping[str, str], language: str
) -> tuple[Statement, Note | None]:
    """The statement that is shown in the place `name` of one that leads: any of the same counter and unit."""
    offered = tuple(statements.offered(all_told, leader, language))
    key, told = options.choice(parameters, statement_of(name), offered, leader.statement_id, "pernyataan.pilih", language)
    return next(one for one in all_told if one.statement_id == key), told
