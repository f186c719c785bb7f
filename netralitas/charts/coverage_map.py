"""Where no list stands: which regions have figures at all, and how many. No value is drawn, ranked or coloured."""

from dataclasses import replace

import pandas as pd

from netralitas.chart import NO_ELECTION, NO_FIGURE, Chart, Kind, Shapes
from netralitas.charts.classes import classes
from netralitas.charts.regions import highlighted
from netralitas.claims.amount import verdict_word, worded
from netralitas.model import CLEAN, NATION, STAGE_PREFERENCE, UNITS, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import joined, number, text

_NAMED = 5  # regions that a title names; more are counted


def _level(tier: str) -> int:
    return 1 if tier == "provinsi" else 2


def headlines(store: Store, scope: Filter, tier: str, within: str) -> pd.DataFrame:
    """One row a region of the tier with a headline, by name, in words: no order by value. `figures`: how many exist of its scope."""
    return _headlines(store, scope.event, scope.stage, scope.unit, scope.language, tier, within)


@remembered
def _headlines(store: Store, event: str, stage: str, unit: str, language: str, tier: str, within: str) -> pd.DataFrame:
    found = store.headline_by_region(event, stage, unit, _level(tier))
    found = found[(within == NATION) | (found["region_parent"] == within)]
    told = worded(found, store, language).rename(columns={"region": "code", "region_name": "label"})
    return told.assign(figures=told["alternatives"] + 1).sort_values("label", kind="stable").reset_index(drop=True)


def proposed(store: Store, scope: Filter, tier: str, within: str) -> tuple[str, str] | None:
    """Stage and unit for which most regions have a figure, of equals the region's own; what the reader chose stays. None without any."""
    order = (scope.stage, *STAGE_PREFERENCE)
    here = (scope.stage, scope.unit)
    rank = lambda row: (-row["regions"], (row["stage"], row["unit"]) != here, order.index(row["stage"]), UNITS.index(row["unit"]))  # noqa: E731
    counts = [row for row in _counts(store, tier, within) if row["event"] == scope.event and scope.leaves_open(row["stage"], row["unit"])]
    best = min(counts, key=rank, default=None)
    return (best["stage"], best["unit"]) if best else None


def fullest(store: Store, scope: Filter, tier: str, within: str, listed: tuple[str, ...]) -> str | None:
    """The election in which most regions have a figure of one stage and unit; of equals one with a list, then the newest.

    Of those alone that the region of the view held, or of which it has a figure.
    """
    newest, own = tuple(store.event_names()).index, store.voted() | store.figure_counts().keys()
    counts = [
        row for row in _counts(store, tier, within) if scope.leaves_open(row["stage"], row["unit"]) and (scope.region, row["event"]) in own
    ]
    best = max(counts, key=lambda row: (row["regions"], row["event"] in listed, -newest(row["event"])), default=None)
    return best["event"] if best else None


def others(store: Store, scope: Filter, tier: str, within: str) -> list[dict]:
    """stage, unit, regions: of the same election, what other regions have a figure for."""
    shown = (scope.event, scope.stage, scope.unit)
    counts = [row for row in _counts(store, tier, within) if row["event"] == scope.event]
    return [row for row in counts if (row["event"], row["stage"], row["unit"]) != shown]


@remembered
def events(store: Store, tier: str, within: str) -> tuple[str, ...]:
    """The elections for which any region of the tier has a figure, the newest first."""
    known = {row["event"] for row in store.headline_counts(_level(tier), within)}
    return tuple(event for event in store.event_names() if event in known)


def _counts(store: Store, tier: str, within: str) -> list[dict]:
    """event, stage, unit, regions: how many have a headline; a share is no count."""
    return [row for row in store.headline_counts(_level(tier), within) if row["unit"] != "persen"]


@remembered
def coverage_map(store: Store, scope: Filter, tier: str, within: str, shapes: Shapes | None) -> Chart:
    """How many figures of a stage and unit have been published of each region: one hue, and no value."""
    shared = replace(scope, region=within)
    return replace(_of_all(store, shared, tier, within, shapes), highlight=highlighted(store, scope, tier))


@remembered
def _of_all(store: Store, scope: Filter, tier: str, within: str, shapes: Shapes | None) -> Chart:
    """The same for whoever looks at it, without the place that is his."""
    language, found = scope.language, headlines(store, scope, tier, within)
    regions = store.regions()
    kept = regions[(regions["level"] == _level(tier)) & ((within == NATION) | (regions["parent"] == within))]
    frame = kept[["code", "name", "lat", "lon"]].rename(columns={"name": "label"}).reset_index(drop=True)
    frame["value"] = frame["code"].map(dict(zip(found["code"], found["figures"]))).astype("float64")
    frame = frame.assign(
        status=frame["value"].notna().map({True: CLEAN, False: ""}),
        # the figure told of it in the table: so an address of the data finds what was counted
        figure_id=frame["code"].map(dict(zip(found["code"], found["figure_id"]))).astype("object").fillna(""),
        **dict.fromkeys(("counter", "cutoff", "publisher", "url", "about", "remark"), ""),
    )
    voted = frame["code"].map(lambda code: (code, scope.event) in store.voted())
    frame["absent"] = voted.map({True: verdict_word("", language), False: text(language, "peta.legenda.tidak_ada_pemilihan")})
    scale = classes(frame["value"].dropna().tolist())
    place = frame["value"].map(scale.place, na_action="ignore").fillna(voted.map({True: NO_FIGURE, False: NO_ELECTION})).astype(int)
    title = in_words(store, scope, tier, within)
    notes = [text(language, "peta.skematik")] if shapes and shapes.schematic else []
    return Chart(
        kind=Kind.MAP,
        name=f"netralitas_peta-cakupan_{tier}_{within}_{scope.event}_{scope.stage}_{scope.unit}",
        language=language,
        frame=frame.assign(place=place),
        title=title,
        subtitle=text(language, "peta.cakupan.anak_judul", **_told(store, scope, tier, within)),
        unit=text(language, "cakupan.satuan"),
        alt=title,
        notes=(text(language, "peta.cakupan.catatan"), *notes),
        value_label=text(language, "kolom.jumlah"),
        label_header=text(language, f"peta.{tier}.judul"),
        decimals=0,
        classes=scale.labels(language),
        shapes=shapes,
    )


def in_words(store: Store, scope: Filter, tier: str, within: str) -> str:
    """2 dari 38 provinsi memiliki angka: …: who has a figure, without an order."""
    language, found = scope.language, headlines(store, scope, tier, within)
    names, rest = list(found["label"][:_NAMED]), len(found) - _NAMED
    if rest > 0:
        names.append(text(language, "peta.cakupan.lain", count=number(rest, language)))
    told = _told(store, scope, tier, within)
    if not names:
        return text(language, "peta.kosong", **told)
    return text(language, "peta.cakupan.temuan", count=number(len(found), language), regions=joined(names, language), **told)


def _told(store: Store, scope: Filter, tier: str, within: str) -> dict[str, str]:
    language, regions = scope.language, store.regions()
    every = (regions["level"] == _level(tier)) & ((within == NATION) | (regions["parent"] == within))
    return {
        "stage": store.label("stage", scope.stage, language),
        "unit": store.label("unit", scope.unit, language),
        "event": store.event_name(scope.event),
        "place": store.region_name(within),
        "level": text(language, f"peta.{tier}"),
        "all": number(int(every.sum()), language),
    }
