"""Regions beside each other: the map of one list in round classes, and the same values ranked.

Source, counter and day are those of the list, said once in the subtitle.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from netralitas.chart import IN_DISPUTE, NO_ELECTION, NO_FIGURE, UNNAMED, Chart, Kind, Shapes, sources_of
from netralitas.charts import lists
from netralitas.charts.classes import Classes, classes
from netralitas.claims.amount import remarks, verdict_word, worded_as
from netralitas.model import DISPUTED, NATION, Filter
from netralitas.rows import frame_of, known
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
    language, rows = scope.language, lists.values(store, scope, parent, list_id, measure)
    named, decimals = [row for row in rows if known(row)], _decimals(measure, rows)
    scale = classes([row["value"] for row in named if row["status"] != DISPUTED], decimals)
    told = _told(store, scope, parent, list_id, measure)
    plain = text(language, "peta.judul", **told)
    return Chart(
        kind=Kind.MAP,
        name=_name("peta", scope, parent, list_id, measure),
        language=language,
        frame=frame_of(_placed(store, rows, scale), numbers=("value", "lat", "lon"), columns=[*lists.COLUMNS, "place", "lat", "lon"]),
        title=_finding(named, told, language, decimals) or plain,
        subtitle=text(language, "peta.anak_judul", **told),
        unit=told["unit"],
        alt=_alt(plain, named, language, decimals),
        sources=sources_of(rows),
        notes=_notes(store, scope, parent, list_id, measure, shapes),
        value_label=told["unit"],
        label_header=text(language, f"peta.{told['tier']}.judul"),
        decimals=decimals,
        classes=scale.labels(language),
        shapes=shapes,
    )


def _placed(store: Store, rows: Sequence[dict], scale: Classes) -> list[dict]:
    """Each region with its middle and the class of its number; what was part of another province then is drawn as that one."""
    own, middles = {row["code"]: _place(row, scale) for row in rows}, store.middles()
    return [row | middles[row["code"]] | {"place": own.get(row["former"], own[row["code"]])} for row in rows]


def _place(row: dict, scale: Classes) -> int:
    if row["status"] == DISPUTED:
        return IN_DISPUTE
    return scale.place(row["value"]) if known(row) else _PLACES.get(row["class"], NO_FIGURE)


@remembered
def ranking(store: Store, scope: Filter, parent: str, list_id: str, measure: str, everything: bool) -> Chart:
    """The same values as bars: the first ten and the selected region, or all that have a number."""
    language, all_rows = scope.language, _ranked(store, replace(scope, region=parent), parent, list_id, measure)
    told, decimals = _told(store, scope, parent, list_id, measure), _decimals(measure, all_rows)
    here, sound = highlighted(store, scope, told["tier"]), [row for row in all_rows if known(row)]
    first = sound if everything else sound[:FEW]
    # A rate is told with what it was made of, under its name.
    made_of = {"group": "detail"} if measure != "jumlah" else {}
    rows = [
        row | {"label": row["placed"], "tone": scope.stage} | {name: row[of] for name, of in made_of.items()}
        for row in (*first, *(row for row in all_rows[len(first) :] if row["code"] == here))
    ]
    title = _place_told(sound, here, told, language, decimals)
    hidden = len(sound) - sum(map(known, rows))
    more = text(language, "peta.peringkat.lain", count=number(hidden, language), level=told["level"]) if hidden else ""
    shown = [row for row in rows if row["remark"]]
    remarked = remarks(shown, [row["label"] for row in shown], language, decimals)
    return Chart(
        kind=Kind.BAR,
        name=_name("peringkat", scope, parent, list_id, measure),
        language=language,
        frame=frame_of(rows, columns=[*lists.COLUMNS, "tone", *made_of]),
        title=title,
        subtitle=text(language, "peta.anak_judul", **told),
        unit=told["unit"],
        alt=_alt(title, sound, language, decimals),
        sources=sources_of(rows),
        notes=(*filter(None, (text(language, "banding.ingat"), more, *_lacking(all_rows, told, language))), *remarked),
        remarks_in_notes=True,
        value_label=told["unit"],
        label_header=text(language, f"peta.{told['tier']}.judul"),
        decimals=decimals,
        highlight=next((row["label"] for row in rows if row["code"] == here), ""),
    )


@remembered
def _ranked(store: Store, scope: Filter, parent: str, list_id: str, measure: str) -> tuple[dict, ...]:
    """The rows of a list with the rank of each number and its name behind it (`placed`), the same from wherever one looks."""
    rows = lists.values(store, scope, parent, list_id, measure)
    rank: dict[float, int] = {}
    for place, row in enumerate(filter(known, rows), 1):
        rank.setdefault(row["value"], place)
    places = [rank.get(row["value"]) for row in rows]
    return tuple(row | {"rank": place, "placed": f"{place}. {row['label']}" if place else row["label"]} for row, place in zip(rows, places))


@remembered
def ranked(store: Store, scope: Filter, parent: str, list_id: str, measure: str) -> int:
    """How many regions have a place in the ranking."""
    return sum(map(known, lists.values(store, scope, parent, list_id, measure)))


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


def _place_told(ranked: list[dict], here: str, told: dict, language: str, decimals: int | None) -> str:
    """Where the selected region stands; where none is selected or it has no place, who comes first; else what is drawn."""
    row, count = next((row for row in ranked if row["code"] == here), None), number(len(ranked), language)
    if row is None:
        first = _first(ranked, told, language, decimals)
        key = f"peta.peringkat.teratas.{told['extent']}" if first else f"peta.peringkat.{told['extent']}"
        return text(language, key, count=count, first=first, **told)
    amount = worded_as(row, told["unit"], language, decimals).full
    key = f"peta.peringkat.temuan.{told['extent']}"
    return text(language, key, region=row["label"], rank=row["rank"], count=count, amount=amount, **told)


def _first(ranked: list[dict], told: dict, language: str, decimals: int | None) -> str:
    """Sulawesi Tenggara 92, Bali 60 and Riau 46 cases: the first few, above all that are not named; empty where all are alike."""
    alike = Counter(row["rank"] for row in ranked)
    above = [row for row in ranked if row["rank"] + alike[row["rank"]] - 1 <= _FIRST]
    shown = [row for row in above if row["value"] > 0] if len(above) < len(ranked) else []
    return joined([f"{row['label']} {worded_as(row, told['unit'], language, decimals).unitless}" for row in shown], language)


def _decimals(measure: str, rows: Iterable[dict]) -> int | None:
    """Counts are printed as they were published; rates with two places, three where the smallest needs them."""
    values = [row["value"] for row in rows if known(row)]
    if measure == "jumlah":
        return 0 if all(value.is_integer() for value in values) else 1
    return 3 if min((value for value in values if value > 0), default=1) < 0.01 else 2


def _finding(named: list[dict], told: dict, language: str, decimals: int | None) -> str:
    """The highest value of the list; empty where there is none, or more than a few share it."""
    highest = [row for row in named if row["value"] == named[0]["value"]]
    if len(named) < 2 or len(highest) > _SHARED or not highest[0]["value"]:
        return ""
    amount = worded_as(highest[0], told["unit"], language, decimals).full
    amount = amount if len(highest) == 1 else text(language, "peta.temuan.masing", amount=amount)
    region = joined([row["label"] for row in highest], language)
    return text(language, f"peta.temuan.{told['extent']}", region=region, amount=amount, count=number(len(named), language), **told)


def _alt(plain: str, named: list[dict], language: str, decimals: int | None) -> str:
    first = "; ".join(f"{row['label']} {worded_as(row, '', language, decimals).unitless}" for row in named[:5])
    return f"{plain}: {first or verdict_word('', language)}"


def _lacking(rows: Sequence[dict], told: dict, language: str) -> list[str]:
    """How many regions have no number of their own, by the reason; and those that have one, but no rate."""
    counts = Counter(row["class"] for row in rows)
    kinds = [kind for kind in (lists.ZERO, lists.UNNAMED, lists.NO_ELECTION) if counts[kind]]
    notes = [text(language, f"peta.catatan.{kind}", count=number(counts[kind], language), level=told["level"]) for kind in kinds]
    unrated = [row["label"] for row in rows if row["class"] == lists.NAMED and not known(row)]
    if unrated:
        notes.append(text(language, "peta.tanpa_rasio.catatan", regions=joined(unrated, language)))
    return notes


def _notes(store: Store, scope: Filter, parent: str, list_id: str, measure: str, shapes: Shapes | None) -> tuple[str, ...]:
    """What the numbers measure, what a map can't show, that provinces were divided later, and a rate's divisor."""
    language, rows = scope.language, lists.values(store, scope, parent, list_id, measure)
    told = _told(store, scope, parent, list_id, measure)
    notes = [text(language, "banding.ingat"), *_lacking(rows, told, language)]
    unseen = [row["label"] for row in rows if known(row) and shapes.lacks(row["code"])] if shapes else []
    if unseen:
        notes.append(text(language, "peta.tanpa_bentuk", regions=joined(unseen, language)))
    divided = lists.divided_later(store, rows)
    if divided:
        notes.append(text(language, "peta.pemekaran", regions=joined(list(divided), language)))
    if measure == "rasio":
        counted = lists.of_one_kind(store.workforce()).iloc[0]
        notes.append(text(language, "peta.penyebut", day=day(counted["counted_on"], language), publisher=counted["publisher"]))
        if divided:
            notes.append(text(language, "peta.pemekaran.penyebut", regions=joined(list(divided), language)))
    if shapes and shapes.schematic:
        notes.append(text(language, "peta.skematik"))
    return (*notes, *remarks(rows, [row["label"] for row in rows], language, _decimals(measure, rows)))
