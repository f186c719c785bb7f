"""Lists: the regions that one source puts beside each other; which ones a scope has, and the rows of one, in words.

A map, a ranking and a rate draw one list. A figure that must not be quoted stands in none: it sets no class, rank or rate.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from netralitas.chart import Gone
from netralitas.claims.amount import in_words, verdict_word, worded_as
from netralitas.model import CLEAN, NATION, Filter
from netralitas.rows import grouped, rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import number, text

LEVELS, MEASURES = ("provinsi", "kabkota"), ("jumlah", "pemilihan", "rasio")
PER = 1000
NAMED, ZERO, UNNAMED, NO_ELECTION, FORMER = "angka", "nol", "tidak_disebut", "tidak_ada_pemilihan", "provinsi_lama"
_ORDER = (NAMED, ZERO, UNNAMED, NO_ELECTION, FORMER)
_TEXTS = ("status", "about", "remark", "clause", "counter", "cutoff", "publisher", "url", "figure_id")
COLUMNS = ["code", "label", "class", "value", "elections", "former", *_TEXTS, "absent", "detail"]


# -- which lists there are -------------------------------------------------------------


@remembered
def listings(store: Store, parent: str, event: str) -> pd.DataFrame:
    """One row a list over the parts of a region in an election, main ones first, then the latest; one that contradicts itself is none."""
    found = store.lists(parent, event)
    return found[found["sound"]].drop_duplicates("list_id").reset_index(drop=True)


@remembered
def offered(store: Store, parent: str, event: str) -> tuple[dict, ...]:
    """The same as plain rows."""
    return tuple(rows_of(listings(store, parent, event)))


@remembered
def of_scope(store: Store, scope: Filter, parent: str) -> pd.DataFrame:
    """The lists of the scope's stage and unit, the main one first."""
    found = listings(store, parent, scope.event)
    return found[(found["stage"] == scope.stage) & (found["unit"] == scope.unit)].reset_index(drop=True)


@remembered
def _listed(store: Store) -> frozenset[tuple[str, str]]:
    """(region, election) with a list over the parts of the region."""
    found = store.lists_of_all()
    return frozenset(found.loc[found["sound"], ["parent", "event"]].itertuples(index=False, name=None))


@remembered
def events(store: Store, parent: str) -> tuple[str, ...]:
    """The elections that have a list over the parts of a region, the newest first."""
    return tuple(event for event in store.event_names() if (parent, event) in _listed(store))


def one(store: Store, scope: Filter, parent: str, list_id: str) -> dict:
    """What a list is. Raises Gone for one that this snapshot does not have."""
    found = next((row for row in offered(store, parent, scope.event) if row["list_id"] == list_id), None)
    if found is None:
        raise Gone(list_id)
    return found


def proposed(store: Store, scope: Filter, parent: str, list_id: str = "") -> tuple[str, str] | None:
    """Stage and unit of the list asked for, else of the main list that names most regions; what the reader chose stays."""
    found = [row for row in offered(store, parent, scope.event) if scope.leaves_open(row["stage"], row["unit"])]
    asked = next((row for row in found if row["list_id"] == list_id), None)
    asked = asked or max((row for row in found if row["main"]), key=lambda row: (row["regions"], row["complete"]), default=None)
    return (asked["stage"], asked["unit"]) if asked else None


def main(store: Store, scope: Filter, parent: str) -> tuple[Filter, str] | None:
    """The scope and main list that stand for a region's parts: its stage and unit where they have one or were chosen."""
    own = of_scope(store, scope, parent)
    stage_unit = (scope.stage, scope.unit) if len(own) else proposed(store, scope, parent)
    if stage_unit is None:
        return None
    shown = replace(scope, stage=stage_unit[0], unit=stage_unit[1])
    return shown, of_scope(store, shown, parent)["list_id"].iloc[0]


def told(store: Store, listing: Mapping, language: str) -> str:
    """A list in few words, to choose it from others: day, counter, publisher, how much it names."""
    return text(
        language,
        "peta.daftar.pilihan",
        cutoff=listing[f"cutoff_{language}"],
        counter=store.label("counted_by", listing["counted_by"], language),
        publisher=listing["publisher"],
        reach=reach(store, listing, language),
    )


def reach(store: Store, listing: Mapping, language: str) -> str:
    """How much of the whole a list holds: complete, a part of the sum that the source prints, or how many regions it names."""
    whole = pd.notna(listing["parent_value"])
    key = "lengkap" if listing["complete"] else "sebagian" if whole and listing["parent_value"] > listing["total"] else "sebutan"
    return text(
        language,
        f"peta.daftar.{key}",
        regions=number(listing["regions"], language),
        total=number(listing["total"], language),
        whole=number(listing["parent_value"], language) if whole else "",
        unit=store.label("unit", listing["unit"], language),
        level=text(language, f"peta.{level_below(listing['parent'])}"),
    )


def level_below(parent: str) -> str:
    return LEVELS[0] if parent == NATION else LEVELS[1]


# -- the rows of a list ----------------------------------------------------------------


def values(store: Store, scope: Filter, parent: str, list_id: str, measure: str) -> tuple[dict, ...]:
    """One plain row a region of the parent: those with a number by value, then those without, by what they lack.

    `COLUMNS`: code, label, value, class (as `Store.list_regions`), former, absent (why there is no number, in words),
    detail (what a zero or a rate was made of), elections, and what every chart carries.
    """
    one(store, scope, parent, list_id)
    return _values(store, list_id, measure, scope.unit, scope.language)  # the same for whoever looks at it, from wherever


@remembered
def _values(store: Store, list_id: str, measure: str, unit: str, language: str) -> tuple[dict, ...]:
    found = store.list_region_rows(list_id)
    named = {row["region"]: row for row in in_words([row for row in found if row["class"] == NAMED], store, language)}
    rows = [_row(store, row, named, language) for row in found]
    if measure != MEASURES[0]:
        below = denominators(store, found) if measure == "rasio" else {row["region"]: row["elections"] for row in found}
        rows = [_rated(store, row, measure, below.get(row["code"]), unit, language) for row in rows]
    return tuple(sorted(rows, key=_place))


def _row(store: Store, row: Mapping, named: Mapping[str, Mapping], language: str) -> dict:
    """A region of a list in words: its number as the source has it, the 0 of one that a complete list leaves out, or nothing."""
    texts = named.get(row["region"])
    if texts is None:
        source = next(iter(named.values()))
        zero = {"status": CLEAN, **{name: source[name] for name in ("counter", "cutoff", "publisher", "url")}}
        texts = dict.fromkeys(_TEXTS, "") | (zero if row["class"] == ZERO else {})
    return {
        "code": row["region"],
        "label": row["region_name"],
        **{name: row[name] for name in ("class", "value", "elections", "former")},
        **{name: texts[name] for name in _TEXTS},
        "absent": _absent(store, row["class"], row["former"], language),
        "detail": text(language, "peta.daftar.nol") if row["class"] == ZERO else "",
    }


def _place(row: Mapping) -> tuple:
    """Numbers first, the largest first; then regions without one, by what they lack; of equals by name."""
    known = row["value"] == row["value"]
    return 0 if known else 1 + _ORDER.index(row["class"]), -row["value"] if known else 0, row["label"]


def _absent(store: Store, kind: str, former: object, language: str) -> str:
    """Why a region has no number: the list does not name it, it held no election, it was part of another province."""
    if kind in (NAMED, ZERO):
        return verdict_word("", language)
    region = store.region_name(former) if isinstance(former, str) else ""
    return text(language, f"peta.legenda.{kind}", region=region)


# -- rates -----------------------------------------------------------------------------


def rateable(store: Store, parent: str, event: str) -> tuple[str, ...]:
    """The measures that hold over the parts of a region: rates between provinces, per election where not all regions vote."""
    if parent != NATION:
        return MEASURES[:1]
    return MEASURES if store.elections_held(NATION, event) is not None else (MEASURES[0], MEASURES[2])


def _rated(store: Store, row: dict, measure: str, below: float | None, unit: str, language: str) -> dict:
    """A number per election held, or per 1,000 civil servants, with what it was made of."""
    if row["value"] != row["value"]:
        return row | {"detail": ""}
    if below is None or not below > 0:
        return row | {"value": float("nan"), "detail": "", "absent": text(language, "peta.tanpa_rasio")}
    amount = worded_as(row, store.label("unit", unit, language), language).full
    made_of = text(language, f"peta.pembagian.{measure}", amount=amount, count=number(below, language))
    return row | {"value": row["value"] * (PER if measure == "rasio" else 1) / below, "detail": made_of}


def denominators(store: Store, found: Iterable[Mapping]) -> dict[str, float]:
    """Civil servants by province, of one publisher and day, in the boundaries of the list's day: parts of a former province together.

    `found`: rows as `Store.list_region_rows`. A former province of which a part is not known has no denominator.
    """
    counted = of_one_kind(store.workforce()).set_index("region")["value"].to_dict()
    parts = grouped(found, lambda row: row["former"] if isinstance(row["former"], str) else row["region"])
    known = {whole: [counted.get(row["region"]) for row in rows] for whole, rows in parts.items()}
    return {whole: sum(counts) for whole, counts in known.items() if None not in counts}


def of_one_kind(counted: pd.DataFrame) -> pd.DataFrame:
    """The counts of civil servants that one publisher gave for one day, the most there are: two kinds make no comparison."""
    kinds = counted.groupby(["counted_on", "publisher"], sort=False)["region"].transform("size")
    leader = counted.loc[kinds.idxmax()]
    return counted[(counted["counted_on"] == leader["counted_on"]) & (counted["publisher"] == leader["publisher"])]


def divided_later(store: Store, found: Iterable[Mapping]) -> tuple[str, ...]:
    """Provinces of a list that others were later parted from."""
    return tuple(store.region_name(code) for code in sorted({row["former"] for row in found if isinstance(row["former"], str)}))
