"""The address of a view: query parameters in, a Filter and notes out. A senseless address still gives a view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from netralitas import model
from netralitas.model import LANGUAGES, NATION, Filter
from netralitas.search import find
from netralitas.store import Store
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
    scope = _choice(scope, "event", parameters.get(model.EVENT), list(store.events().index), "samping.pemilihan", notes)
    if model.EVENT not in scope.chosen:
        scope = replace(scope, event=default_event(store, scope.region))
    scope = _choice(scope, "stage", parameters.get(model.STAGE), model.STAGES, "samping.tahap", notes)
    scope = _choice(scope, "unit", parameters.get(model.UNIT), model.UNITS, "samping.satuan", notes)
    return propose(store, scope), notes


def default_event(store: Store, region: str) -> str:
    """The latest election for which the region, or else the one above it, has a headline figure."""
    for code in store.line_of(region):
        covered = set(store.available(code)["event"])
        for event in store.events().index:
            if event in covered:
                return event
    return store.events().index[0]


def propose(store: Store, scope: Filter) -> Filter:
    """Fill in stage and unit where the reader chose none: what the region has, sound figures first."""
    has = store.available(scope.region)
    has = has[has["event"] == scope.event]
    pairs = {(row.stage, row.unit): row.status == model.DISPUTED for row in has.itertuples()}
    stage_chosen, unit_chosen = model.STAGE in scope.chosen, model.UNIT in scope.chosen
    candidates = [
        (stage, unit)
        for stage in ((scope.stage,) if stage_chosen else model.STAGE_PREFERENCE)
        for unit in ((scope.unit,) if unit_chosen else model.UNITS)
        if (stage, unit) in pairs
    ]
    if not candidates:
        return scope
    stage, unit = min(candidates, key=lambda pair: pairs[pair])
    return replace(scope, stage=stage, unit=unit)


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
