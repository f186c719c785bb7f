"""The address of a view: query parameters in, a Filter and notes out. A senseless address still gives a view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from netralitas import model
from netralitas.address.search import find
from netralitas.address.spoken import proposed
from netralitas.model import LANGUAGES, NATION, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import text


@dataclass(frozen=True)
class Note:
    """What a reader is told about the address; `suggestions` are region codes to choose from."""

    sentence: str
    suggestions: tuple[str, ...] = ()


def parse(store: Store, parameters: Mapping[str, str]) -> tuple[Filter, list[Note]]:
    """The view that an address names. Unknown values are replaced by a default, each with a note."""
    notes: list[Note] = []
    language = parameters.get(model.LANGUAGE, LANGUAGES[0])
    unknown_language = language not in LANGUAGES
    if unknown_language:
        notes.append(_unknown(LANGUAGES[0], "samping.bahasa", language))
        language = LANGUAGES[0]
    scope = Filter(language=language)
    scope = _region(store, scope, parameters.get(model.REGION), notes)
    scope = _choice(scope, "event", parameters.get(model.EVENT), tuple(store.event_names()), "samping.pemilihan", notes)
    if model.EVENT not in scope.chosen:
        scope = replace(scope, event=default_event(store, scope.region))
    scope = _choice(scope, "stage", parameters.get(model.STAGE), model.STAGES, "samping.tahap", notes)
    scope = _choice(scope, "unit", parameters.get(model.UNIT), model.UNITS, "samping.satuan", notes)
    return propose(store, scope), notes


@remembered
def default_event(store: Store, region: str) -> str:
    """The latest election for which the region has a headline, else any figure; else of those that it held the latest known above it."""
    events = tuple(store.event_names())
    held = [event for event in events if (region, event) in store.voted()]
    told = [(event, (event,) in store.covered(region)) for event in events] + [
        (event, (region, event) in store.figure_counts()) for event in events
    ]
    told += [(event, (event,) in store.covered(code)) for code in store.line_of(region)[1:] for event in held]
    return next((event for event, known in told if known), (held or events)[0])


def proposal(store: Store, scope: Filter) -> Note | None:
    """What a reader is told who named a region and no election, and is not shown the latest one that the region held."""
    if model.REGION not in scope.chosen:
        return None
    latest = next((event for event in store.event_names() if (scope.region, event) in store.voted()), scope.event)
    if latest == scope.event or (scope.region, latest) in store.figure_counts():
        return None
    names = {"latest": store.event_name(latest), "event": store.event_name(scope.event), "region": store.region_name(scope.region)}
    if (scope.region, scope.event) in store.figure_counts():
        return Note(text(scope.language, "alamat.usulan", **names))
    # Nothing is known of the region itself: no election is said to be shown, only whose figures the page can set beside it.
    above = next((code for code in store.line_of(scope.region)[1:] if (scope.event,) in store.covered(code)), None)
    if above is None:
        return None
    return Note(text(scope.language, "alamat.usulan.atas", **names, above=store.region_name(above)))


def propose(store: Store, scope: Filter) -> Filter:
    """Fill in stage and unit where the reader chose none: what the sentence that heads the page speaks of, else what may best be said."""
    stage, unit = proposed(
        store,
        scope.region,
        scope.event,
        scope.stage if model.STAGE in scope.chosen else "",
        scope.unit if model.UNIT in scope.chosen else "",
    )
    return replace(scope, stage=stage or scope.stage, unit=unit or scope.unit)


def _region(store: Store, scope: Filter, typed: str | None, notes: list[Note]) -> Filter:
    if not typed:
        return scope
    region, suggestions = find(store, typed)
    if region is None:
        if suggestions:
            notes.append(Note(text(scope.language, "alamat.wilayah.mungkin", value=typed), suggestions))
        else:
            notes.append(Note(text(scope.language, "alamat.wilayah", value=typed, region=store.region_name(NATION))))
        return scope
    if typed.strip().upper() != region:
        notes.append(Note(text(scope.language, "alamat.wilayah.dibaca", value=typed, region=store.region_name(region))))
    return replace(scope, region=region, chosen=scope.chosen | {model.REGION})


def _choice(scope: Filter, part: str, typed: str | None, allowed, label: str, notes: list[Note]) -> Filter:
    if not typed:
        return scope
    if typed not in allowed:
        notes.append(_unknown(scope.language, label, typed))
        return scope
    return scope.but(**{part: typed})


def _unknown(language: str, label: str, typed: str) -> Note:
    return Note(text(language, "alamat.pilihan", value=typed, name=text(language, label)))
