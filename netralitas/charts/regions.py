"""Regions beside each other: the map of one list in round classes, and the same values ranked.

Source, counter and day are those of the list, said once in the subtitle.
"""

from dataclasses import replace

import pandas as pd

from netralitas.chart import IN_DISPUTE, NO_ELECTION, NO_FIGURE, UNNAMED, Chart, Kind, Shapes, sources_of
from netralitas.charts import lists
from netralitas.charts.classes import classes
from netralitas.claims.amount import records, remarks, verdict_word, worded_as
from netralitas.model import DISPUTED, NATION, Filter
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, joined, number, text

FEW = 10
_SHARED = 3  # regions that may share the highest value and still be named in a title
_FIRST = 3  # regions that the title of a ranking names
_PLACES = {lists.UNNAMED: UNNAMED, lists.NO_ELECTION: NO_ELECTION}


def highlighted(store: Store, scope: Filter, level: str) -> str:
    """The region of that level that the reader looks at, or is within; empty for none."""
    line = store.line_of(scope.region)[:-1]
    return next((code for code in line if ("." in code) == (level == "kabkota")), "")


def province_of(store: Store, scope: Filter) -> str:
    """The province of the selected region, or the country where none is selected."""
    return next((code for code in store.line_of(scope.region) if code != NATION and "." not in code), NATION)


@remembered
def choropleth(store: Store, scope: Filter, parent: str, list_id: str, measure: str, shapes: Shapes | None) -> Chart:
    """The map of a list: every region of the parent, in a class or in the one that says why it has no number."""
    drawn = _of_all(store, replace(scope, region=parent), parent, list_id, measure, shapes)
    return replace(drawn, highlight=highlighted(store, scope, lists.level_below(parent)))


@remembered
def _of_all(store: Store, scope: Filter, parent: str, list_id: str, measure: str, shapes: Shapes | None) -> Chart:
    """The same for whoever looks at it, without the place that is his."""
    language, frame = scope.language, lists.values(store, scope, parent, list_id, measure)
    named, decimals = frame[frame["value"].notna()], _decimals(measure, frame)
    scale = classes(named.loc[named["status"] != DISPUTED, "value"].tolist(), decimals)
    centres = store.regions().loc[frame["code"]]
    told = _told(store, scope, parent, list_id, measure)
    plain = text(language, "peta.judul", **told)
    return Chart(
        kind=Kind.MAP,
        name=_name("peta", scope, parent, list_id, measure),
        language=language,
        frame=frame.assign(place=_placed(frame, scale), lat=centres["lat"].tolist(), lon=centres["lon"].tolist()),
        title=_finding(named, told, language, decimals) or plain,
        subtitle=text(language, "peta.anak_judul", **told),
        unit=told["unit"],
        alt=_alt(plain, named, language, decimals),
        sources=sources_of(frame),
        notes=_notes(store, scope, parent, list_id, measure, shapes),
        value_label=told["unit"],
        label_header=text(language, f"peta.{told['tier']}.judul"),
        decimals=decimals,
        classes=scale.labels(language),
        shapes=shapes,
    )


def _placed(frame: pd.DataFrame, scale) -> pd.Series:
    """The class of each number that may be quoted; what was part of another province then is drawn as that one."""
    own = frame["value"].map(scale.place, na_action="ignore").mask(frame["status"] == DISPUTED, IN_DISPUTE)
    own = own.fillna(frame["class"].map(_PLACES)).fillna(NO_FIGURE).astype(int)
    return frame["former"].map(dict(zip(frame["code"], own))).fillna(own).astype(int)


@remembered
def ranking(store: Store, scope: Filter, parent: str, list_id: str, measure: str, everything: bool) -> Chart:
    """The same values as bars: the first ten and the selected region, or all that have a number."""
    language, frame = scope.language, _ranked(store, replace(scope, region=parent), parent, list_id, measure)
    told, decimals = _told(store, scope, parent, list_id, measure), _decimals(measure, frame)
    here, sound = highlighted(store, scope, told["tier"]), frame["value"].notna()
    shown = (sound & (everything | (sound.cumsum() <= FEW))) | (frame["code"] == here)
    # A rate is told with what it was made of, under its name.
    made_of = {"group": frame["detail"]} if measure != "jumlah" else {}
    rows = frame.assign(label=frame["placed"], tone=scope.stage, **made_of)[shown].drop(columns=["rank", "placed"]).reset_index(drop=True)
    title = _place_told(frame[sound], here, told, language, decimals)
    hidden = int(sound.sum()) - int(rows["value"].notna().sum())
    more = text(language, "peta.peringkat.lain", count=number(hidden, language), level=told["level"]) if hidden else ""
    shown = rows[rows["remark"] != ""]
    remarked = remarks(records(shown), shown["label"], language, decimals)
    return Chart(
        kind=Kind.BAR,
        name=_name("peringkat", scope, parent, list_id, measure),
        language=language,
        frame=rows,
        title=title,
        subtitle=text(language, "peta.anak_judul", **told),
        unit=told["unit"],
        alt=_alt(title, frame[sound], language, decimals),
        sources=sources_of(rows),
        notes=(*filter(None, (text(language, "banding.ingat"), more, *_lacking(frame, told, language))), *remarked),
        remarks_in_notes=True,
        value_label=told["unit"],
        label_header=text(language, f"peta.{told['tier']}.judul"),
        decimals=decimals,
        highlight=next(iter(rows.loc[rows["code"] == here, "label"]), ""),
    )


@remembered
def _ranked(store: Store, scope: Filter, parent: str, list_id: str, measure: str) -> pd.DataFrame:
    """The rows of a list with the rank of each number and its name behind it (`placed`), the same from wherever one looks."""
    frame = lists.values(store, scope, parent, list_id, measure)
    rank = frame["value"].rank(method="min", ascending=False)
    placed = [name if pd.isna(place) else f"{place:.0f}. {name}" for name, place in zip(frame["label"], rank)]
    return frame.assign(rank=rank, placed=placed)


@remembered
def ranked(store: Store, scope: Filter, parent: str, list_id: str, measure: str) -> int:
    """How many regions have a place in the ranking."""
    return int(lists.values(store, scope, parent, list_id, measure)["value"].notna().sum())


def _name(chart: str, scope: Filter, parent: str, list_id: str, measure: str) -> str:
    return f"netralitas_{chart}_{parent}_{measure}_{scope.event}_{scope.stage}_{scope.unit}_{list_id}"


def _told(store: Store, scope: Filter, parent: str, list_id: str, measure: str) -> dict[str, str]:
    """The words that every sentence about this list may use; `tier` is the code of its level."""
    language, listing = scope.language, lists.one(store, scope, parent, list_id)
    unit, tier = store.label("unit", listing["unit"], language), lists.level_below(parent)
    amount = number(listing["total"], language)
    return {
        "stage": store.label("stage", listing["stage"], language),
        "unit": unit if measure == "jumlah" else text(language, f"peta.per.{measure}", unit=unit, per=number(lists.PER, language)),
        "counted": unit,
        "tier": tier,
        "level": text(language, f"peta.{tier}"),
        "event": store.event_name(scope.event),
        "place": store.region_name(parent),
        "counter": store.label("counted_by", listing["counted_by"], language),
        "cutoff": listing[f"cutoff_{language}"],
        "publisher": listing["publisher"],
        "reach": lists.reach(store, listing, language),
        "total": amount,
        "extent": "lengkap" if listing["complete"] else "sebagian",
    }


def _place_told(ranked: pd.DataFrame, here: str, told: dict, language: str, decimals: int | None) -> str:
    """Where the selected region stands; where none is selected or it has no place, who comes first; else what is drawn."""
    row = ranked[ranked["code"] == here]
    count = number(len(ranked), language)
    if row.empty:
        first = _first(ranked, told, language, decimals)
        key = f"peta.peringkat.teratas.{told['extent']}" if first else f"peta.peringkat.{told['extent']}"
        return text(language, key, count=count, first=first, **told)
    amount = worded_as(row.iloc[0], told["unit"], language, decimals).full
    rank = f"{row['rank'].iloc[0]:.0f}"
    key = f"peta.peringkat.temuan.{told['extent']}"
    return text(language, key, region=row["label"].iloc[0], rank=rank, count=count, amount=amount, **told)


def _first(ranked: pd.DataFrame, told: dict, language: str, decimals: int | None) -> str:
    """Sulawesi Tenggara 92, Bali 60 and Riau 46 cases: the first few, above all that are not named; empty where all are alike."""
    above = ranked[ranked["rank"] + ranked.groupby("rank")["rank"].transform("size") - 1 <= _FIRST]
    rows = rows_of(above[above["value"] > 0]) if len(above) < len(ranked) else []
    named = [f"{row['label']} {worded_as(row, told['unit'], language, decimals).unitless}" for row in rows]
    return joined(named, language)


def _decimals(measure: str, frame: pd.DataFrame) -> int | None:
    """Counts are printed as they were published; rates with two places, three where the smallest needs them."""
    if measure == "jumlah":
        whole = (frame["value"].dropna() % 1 == 0).all()
        return 0 if whole else 1
    smallest = frame.loc[frame["value"] > 0, "value"].min()
    return 3 if smallest < 0.01 else 2


def _finding(named: pd.DataFrame, told: dict, language: str, decimals: int | None) -> str:
    """The highest value of the list; empty where there is none, or more than a few share it."""
    highest = named[named["value"] == named["value"].max()]
    if len(named) < 2 or len(highest) > _SHARED or not highest["value"].iloc[0]:
        return ""
    amount = worded_as(highest.iloc[0], told["unit"], language, decimals).full
    amount = amount if len(highest) == 1 else text(language, "peta.temuan.masing", amount=amount)
    region = joined(list(highest["label"]), language)
    return text(language, f"peta.temuan.{told['extent']}", region=region, amount=amount, count=number(len(named), language), **told)


def _alt(plain: str, named: pd.DataFrame, language: str, decimals: int | None) -> str:
    first = "; ".join(f"{row['label']} {worded_as(row, '', language, decimals).unitless}" for row in rows_of(named.head(5)))
    return f"{plain}: {first or verdict_word('', language)}"


def _lacking(frame: pd.DataFrame, told: dict, language: str) -> list[str]:
    """How many regions have no number of their own, by the reason; and those that have one, but no rate."""
    notes = []
    for kind in (lists.ZERO, lists.UNNAMED, lists.NO_ELECTION):
        count = int((frame["class"] == kind).sum())
        if count:
            notes.append(text(language, f"peta.catatan.{kind}", count=number(count, language), level=told["level"]))
    unrated = frame.loc[(frame["class"] == lists.NAMED) & frame["value"].isna(), "label"]
    if len(unrated):
        notes.append(text(language, "peta.tanpa_rasio.catatan", regions=joined(list(unrated), language)))
    return notes


def _notes(store: Store, scope: Filter, parent: str, list_id: str, measure: str, shapes: Shapes | None) -> tuple[str, ...]:
    """What the numbers measure, what a map can't show, that provinces were divided later, and a rate's divisor."""
    language, frame = scope.language, lists.values(store, scope, parent, list_id, measure)
    told = _told(store, scope, parent, list_id, measure)
    notes = [text(language, "banding.ingat"), *_lacking(frame, told, language)]
    numbered = frame[frame["value"].notna()]
    unseen = list(numbered.loc[numbered["code"].map(shapes.lacks), "label"]) if shapes else []
    if unseen:
        notes.append(text(language, "peta.tanpa_bentuk", regions=joined(unseen, language)))
    divided = lists.divided_later(store, frame)
    if divided:
        notes.append(text(language, "peta.pemekaran", regions=joined(list(divided), language)))
    if measure == "rasio":
        counted = lists.of_one_kind(store.workforce()).iloc[0]
        notes.append(text(language, "peta.penyebut", day=day(counted["counted_on"], language), publisher=counted["publisher"]))
        if divided:
            notes.append(text(language, "peta.pemekaran.penyebut", regions=joined(list(divided), language)))
    if shapes and shapes.schematic:
        notes.append(text(language, "peta.skematik"))
    return (*notes, *remarks(records(frame), frame["label"], language, _decimals(measure, frame)))
