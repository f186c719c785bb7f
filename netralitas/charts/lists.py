"""Lists: the regions that one source puts beside each other; which ones a scope has, and the rows of one, in words.

A map, a ranking and a rate draw one list. A figure that must not be quoted stands in none: it sets no class, rank or rate.
"""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from netralitas.chart import Gone
from netralitas.claims.amount import records, verdict_word, worded, worded_as
from netralitas.model import CLEAN, NATION, Filter
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import number, text

LEVELS, MEASURES = ("provinsi", "kabkota"), ("jumlah", "pemilihan", "rasio")
PER = 1000
NAMED, ZERO, UNNAMED, NO_ELECTION, FORMER = "angka", "nol", "tidak_disebut", "tidak_ada_pemilihan", "provinsi_lama"
_ORDER = (NAMED, ZERO, UNNAMED, NO_ELECTION, FORMER)
_TEXTS = ["status", "about", "remark", "clause", "counter", "cutoff", "publisher", "url", "figure_id"]


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


def values(store: Store, scope: Filter, parent: str, list_id: str, measure: str) -> pd.DataFrame:
    """One row a region of the parent: those with a number by value, then those without, by what they lack.

    Columns: code, label, value, class (as `Store.list_regions`), former, absent (why there is no number, in words),
    detail (what a zero or a rate was made of), elections, and what every chart carries.
    """
    one(store, scope, parent, list_id)
    return _values(store, list_id, measure, scope.unit, scope.language)  # the same for whoever looks at it, from wherever


@remembered
def _values(store: Store, list_id: str, measure: str, unit: str, language: str) -> pd.DataFrame:
    found = store.list_regions(list_id)
    named = worded(found[found["class"] == NAMED], store, language)
    source = named.iloc[0]
    frame = found[["region", "region_name", "class", "value", "elections", "former"]].merge(named[["region", *_TEXTS]], "left", "region")
    frame = frame.rename(columns={"region": "code", "region_name": "label"})
    frame[_TEXTS] = frame[_TEXTS].astype("object").where(frame[_TEXTS].notna(), "")
    zero = frame["class"] == ZERO
    for column, value in {"status": CLEAN, **{name: source[name] for name in ("counter", "cutoff", "publisher", "url")}}.items():
        frame.loc[zero, column] = value
    frame["absent"] = [_absent(store, kind, former, language) for kind, former in zip(frame["class"], frame["former"])]
    frame["detail"] = zero.map({True: text(language, "peta.daftar.nol"), False: ""})
    if measure != MEASURES[0]:
        frame = _rated(store, frame, measure, found, unit, language)
    frame["order"] = frame["value"].isna() * (1 + frame["class"].map(_ORDER.index))
    ordered = frame.sort_values(["order", "value", "label"], ascending=[True, False, True], kind="stable")
    return ordered.drop(columns="order").reset_index(drop=True)


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


def _rated(store: Store, frame: pd.DataFrame, measure: str, found: pd.DataFrame, unit: str, language: str) -> pd.DataFrame:
    """Numbers per election held, or per 1,000 civil servants, with what each was made of."""
    times = PER if measure == "rasio" else 1
    below = frame["code"].map(denominators(store, found)) if measure == "rasio" else frame["elections"].astype("float64")
    sound = frame["value"].notna() & below.gt(0)
    unit = store.label("unit", unit, language)
    made_of = [
        text(
            language,
            f"peta.pembagian.{measure}",
            amount=worded_as(row, unit, language).full,
            count=number(count, language),
        )
        if rated
        else ""
        for row, count, rated in zip(records(frame), below, sound)
    ]
    unrated = frame["absent"].where(sound | frame["value"].isna(), text(language, "peta.tanpa_rasio"))
    return frame.assign(value=(frame["value"] * times / below).where(sound), detail=made_of, absent=unrated)


def denominators(store: Store, found: pd.DataFrame) -> dict[str, float]:
    """Civil servants by province, of one publisher and day, in the boundaries of the list's day: parts of a former province together.

    `found`: rows as `Store.list_regions`. A former province of which a part is not known has no denominator.
    """
    counted = of_one_kind(store.workforce()).set_index("region")["value"]
    whole = found["former"].where(found["former"].notna(), found["region"])
    servants = found["region"].map(counted).groupby(whole).agg(lambda parts: parts.sum(skipna=False))
    return servants.dropna().to_dict()


def of_one_kind(counted: pd.DataFrame) -> pd.DataFrame:
    """The counts of civil servants that one publisher gave for one day, the most there are: two kinds make no comparison."""
    kinds = counted.groupby(["counted_on", "publisher"], sort=False)["region"].transform("size")
    leader = counted.loc[kinds.idxmax()]
    return counted[(counted["counted_on"] == leader["counted_on"]) & (counted["publisher"] == leader["publisher"])]


def divided_later(store: Store, found: pd.DataFrame) -> tuple[str, ...]:
    """Provinces of a list that others were later parted from."""
    return tuple(store.region_name(code) for code in sorted(found["former"].dropna().unique()))
