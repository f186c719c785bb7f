"""Regions beside each other: a map in round classes, and the same values ranked.

A disputed figure sets no class, no rank and no rate: it stands after the ranked ones, marked.
"""

from datetime import date

import pandas as pd

from netralitas.chart import IN_DISPUTE, NO_FIGURE, Chart, Kind, Shapes, sources_of
from netralitas.charts.classes import classes
from netralitas.claims.amount import records, remarks, verdict_word, worded, worded_as
from netralitas.model import DISPUTED, NATION, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, joined, number, text

LEVELS, MEASURES = ("provinsi", "kabkota"), ("jumlah", "rasio")
FEW = 10
PER = 1000

# The laws that made six provinces of two are of 25 July and 17 November 2022; a figure of an earlier election is of the old ones.
PAPUA_DIVIDED = date(2022, 7, 25)
OLD_PAPUA = {"91": ("91", "93", "94", "95"), "92": ("92", "96")}


def highlighted(store: Store, scope: Filter, level: str) -> str:
    """The region of that level that the reader looks at, or is within; empty for none."""
    line = store.line_of(scope.region)[:-1]
    return next((code for code in line if ("." in code) == (level == "kabkota")), "")


def province_of(store: Store, scope: Filter) -> str:
    """The province of the selected region, or the country where none is selected."""
    return next((code for code in store.line_of(scope.region) if code != NATION and "." not in code), NATION)


@remembered
def values(store: Store, scope: Filter, level: str, measure: str, within: str) -> pd.DataFrame:
    """One row a region of the level: ranked ones by value, then disputed ones, then those without a figure.

    Columns: code, label, value, status, about, remark, counter, cutoff, publisher, url, figure_id, detail (what a rate was made of).
    """
    found = worded(store.headline_by_region(scope.event, scope.stage, scope.unit, 1 if level == "provinsi" else 2), store, scope.language)
    texts = ["status", "about", "remark", "counter", "cutoff", "publisher", "url", "figure_id"]
    found = found.rename(columns={"region": "code"})[["code", "value", *texts]]
    regions = store.regions()
    kept = regions[(regions["level"] == (1 if level == "provinsi" else 2)) & (True if within == NATION else regions["parent"] == within)]
    frame = kept[["code", "name"]].rename(columns={"name": "label"}).reset_index(drop=True).merge(found, on="code", how="left")
    frame[texts] = frame[texts].astype("object").where(frame[texts].notna(), "")
    frame["detail"] = ""
    if measure == "rasio":
        frame = _rated(store, scope, frame)
    order = frame["value"].isna() * 2 + (frame["status"] == DISPUTED)
    return (
        frame.assign(order=order)
        .sort_values(["order", "value", "label"], ascending=[True, False, True])
        .drop(columns="order")
        .reset_index(drop=True)
    )


def _rated(store: Store, scope: Filter, frame: pd.DataFrame) -> pd.DataFrame:
    """Values per 1,000 civil servants. No rate is made of a disputed figure: it keeps its place without one."""
    servants = denominators(store, scope.event)
    below = frame["code"].map(servants)
    sound = frame["value"].notna() & below.notna() & (frame["status"] != DISPUTED)
    unit = store.label("unit", scope.unit, scope.language)
    told = [
        text(
            scope.language,
            "peta.pembagian",
            amount=worded_as(row, unit, scope.language).bare,
            servants=number(count, scope.language),
        )
        if rated
        else ""
        for row, count, rated in zip(records(frame), below, sound)
    ]
    return frame.assign(value=(frame["value"] * PER / below).where(sound), servants=below, detail=told)


def denominators(store: Store, event: str) -> dict[str, float]:
    """Civil servants by province; for an election before 2022, of the provinces that are now parts of old Papua together."""
    counted = store.workforce()
    servants = dict(zip(counted["region"], counted["value"]))
    if before_division(store, event):
        for old, parts in OLD_PAPUA.items():
            if all(part in servants for part in parts):
                servants = {**servants, old: sum(counted.set_index("region")["value"][list(parts)])}
    return servants


def before_division(store: Store, event: str) -> bool:
    return pd.Timestamp(store.events().at[event, "voting_day"]).date() < PAPUA_DIVIDED


@remembered
def choropleth(store: Store, scope: Filter, level: str, measure: str, within: str, shapes: Shapes | None) -> Chart:
    """The map: every region of the level, in classes; "no figure" and "disputed" are classes of their own."""
    language, frame = scope.language, values(store, scope, level, measure, within)
    sound = frame["value"].notna() & (frame["status"] != DISPUTED)
    scale = classes(frame.loc[sound, "value"].tolist(), _decimals(measure, frame))
    # A disputed figure has no rate, but a reader must see that there is one.
    place = pd.Series(NO_FIGURE, index=frame.index).mask(frame["status"] == DISPUTED, IN_DISPUTE)
    frame = frame.assign(place=place.where(~sound, frame["value"].where(sound, 0).map(scale.place)), order=range(len(frame)))
    centres = store.regions().loc[frame["code"]]
    told = _told(store, scope, level, measure, within)
    plain = text(language, "peta.judul", **told)
    return Chart(
        kind=Kind.MAP,
        name=f"netralitas_peta_{level}_{measure}_{within}_{scope.event}_{scope.stage}_{scope.unit}",
        language=language,
        frame=frame.assign(lat=centres["lat"].tolist(), lon=centres["lon"].tolist()).drop(columns="order"),
        title=_finding(frame[sound], len(frame), told, language, _decimals(measure, frame)) or plain,
        subtitle=text(language, "peta.anak_judul", **told),
        unit=told["unit"],
        alt=_alt(plain, frame[sound], language, _decimals(measure, frame)),
        sources=sources_of(frame),
        warnings=_warnings(store, frame, language),
        notes=_notes(store, scope, level, measure, frame, shapes),
        value_label=told["unit"],
        label_header=text(language, f"peta.{level}.judul"),
        decimals=_decimals(measure, frame),
        classes=scale.labels(language),
        shapes=shapes,
        highlight=highlighted(store, scope, level),
    )


@remembered
def ranking(store: Store, scope: Filter, level: str, measure: str, within: str, everything: bool) -> Chart:
    """The same values as bars: the first ten and the selected region, or all; disputed ones after them."""
    language, frame = scope.language, values(store, scope, level, measure, within)
    here = highlighted(store, scope, level)
    disputed = frame["status"] == DISPUTED
    sound = frame["value"].notna() & ~disputed
    rank = frame["value"].where(sound).rank(method="min", ascending=False)
    label = frame["label"].where(~sound, rank.map(lambda place: f"{place:.0f}. ") + frame["label"])
    shown = (sound & (everything | (sound.cumsum() <= FEW))) | (disputed & frame["value"].notna()) | ((frame["code"] == here) & ~disputed)
    # A rate is told with what it was made of, under its name.
    made_of = {"group": frame["detail"]} if measure == "rasio" else {}
    rows = frame.assign(label=label, tone=scope.stage, **made_of)[shown].reset_index(drop=True)
    told = _told(store, scope, level, measure, within)
    decimals = _decimals(measure, frame)
    title = _place_told(frame[sound].assign(rank=rank), here, told, language, decimals)
    return Chart(
        kind=Kind.BAR,
        name=f"netralitas_peringkat_{level}_{measure}_{within}_{scope.event}_{scope.stage}_{scope.unit}",
        language=language,
        frame=rows,
        title=title,
        subtitle=text(language, "peta.peringkat.anak_judul", **told),
        unit=told["unit"],
        alt=_alt(title, frame[sound], language, decimals),
        sources=sources_of(rows),
        notes=(*_left_out(frame, rows, sound, told, language), *remarks(rows[rows["remark"] != ""], rows["label"], language, decimals)),
        remarks_in_notes=True,
        value_label=told["unit"],
        label_header=text(language, f"peta.{level}.judul"),
        decimals=decimals,
        highlight=next(iter(rows.loc[rows["code"] == here, "label"]), ""),
    )


@remembered
def ranked(store: Store, scope: Filter, level: str, measure: str, within: str) -> int:
    """How many regions have a place in the ranking."""
    frame = values(store, scope, level, measure, within)
    return int((frame["value"].notna() & (frame["status"] != DISPUTED)).sum())


def _place_told(ranked: pd.DataFrame, here: str, told: dict, language: str, decimals: int | None) -> str:
    """Where the selected region stands; where it has no place, what is drawn."""
    row = ranked[ranked["code"] == here]
    if row.empty:
        return text(language, "peta.peringkat" if len(ranked) else "peta.peringkat.tanpa", **told)
    amount = worded_as(row.iloc[0], told["unit"], language, decimals).full
    return text(
        language,
        "peta.peringkat.temuan",
        region=row["label"].iloc[0],
        rank=f"{row['rank'].iloc[0]:.0f}",
        count=number(len(ranked), language),
        amount=amount,
        **told,
    )


@remembered
def known(store: Store, scope: Filter, level: str, measure: str, within: str) -> bool:
    """Is there any figure, be it disputed?"""
    return bool((values(store, scope, level, measure, within)["status"] != "").any())


@remembered
def better_covered(store: Store, scope: Filter, level: str, within: str, most: int = 3) -> tuple[tuple[str, str, int], ...]:
    """(stage, unit, regions) of the same election for which more regions have a figure: where to look instead."""
    counts = store.headline_counts(1 if level == "provinsi" else 2, within)
    counts = counts[(counts["event"] == scope.event) & (counts["unit"] != "persen")]
    here = counts[(counts["stage"] == scope.stage) & (counts["unit"] == scope.unit)]["regions"].sum()
    rows = counts[counts["regions"] >= max(here * 1.5, here + 2)].sort_values("regions", ascending=False, kind="stable").head(most)
    return tuple(rows[["stage", "unit", "regions"]].itertuples(index=False, name=None))


def _told(store: Store, scope: Filter, level: str, measure: str, within: str) -> dict[str, str]:
    """The words that every sentence about this view may use."""
    language = scope.language
    unit = store.label("unit", scope.unit, language)
    return {
        "stage": store.label("stage", scope.stage, language),
        "unit": text(language, "peta.per_pns", unit=unit, per=number(PER, language)) if measure == "rasio" else unit,
        "level": text(language, f"peta.{level}"),
        "event": store.event_name(scope.event),
        "place": store.region_name(within),
    }


def _decimals(measure: str, frame: pd.DataFrame) -> int | None:
    """Counts are printed as they were published; rates with two places, three where the smallest needs them."""
    if measure == "jumlah":
        whole = (frame["value"].dropna() % 1 == 0).all()
        return 0 if whole else 1
    smallest = frame.loc[frame["value"] > 0, "value"].min()
    return 3 if smallest < 0.01 else 2


def _finding(sound: pd.DataFrame, regions: int, told: dict, language: str, decimals: int | None) -> str:
    """The highest published value and how many regions have one; empty where several share it."""
    if sound.empty or (len(sound) > 1 and sound["value"].iloc[0] == sound["value"].iloc[1]) or sound["value"].iloc[0] == 0:
        return ""
    first = sound.iloc[0]
    key = "peta.temuan" if len(sound) > 1 else "peta.temuan.satu"
    amount = worded_as(first, told["unit"], language, decimals).full
    return text(
        language, key, region=first["label"], amount=amount, count=number(len(sound), language), all=number(regions, language), **told
    )


def _alt(plain: str, sound: pd.DataFrame, language: str, decimals: int | None) -> str:
    first = "; ".join(f"{row['label']} {worded_as(row, '', language, decimals).unitless}" for row in sound.head(5).to_dict("records"))
    return f"{plain}: {first or verdict_word('', language)}"


def _warnings(store: Store, frame: pd.DataFrame, language: str) -> tuple[str, ...]:
    disputed = tuple(frame.loc[frame["status"] == DISPUTED, "figure_id"])
    return tuple(store.warnings_of(disputed, language)["sentence"]) if disputed else ()


def _notes(store: Store, scope: Filter, level: str, measure: str, frame: pd.DataFrame, shapes: Shapes | None) -> tuple[str, ...]:
    """What a map can't show: figures of regions without a shape, that it is schematic, that Papua was two provinces, a rate's divisor."""
    language, notes = scope.language, []
    unseen = list(frame.loc[frame["code"].isin(shapes.missing if shapes else ()) & (frame["status"] != ""), "label"])
    if unseen:
        notes.append(text(language, "peta.tanpa_bentuk", regions=joined(unseen, language)))
    if shapes and shapes.schematic:
        notes.append(text(language, "peta.skematik"))
    if level == "provinsi" and before_division(store, scope.event):
        notes.append(text(language, "peta.papua"))
    if measure == "rasio":
        counted = store.workforce()
        days = sorted({day(value, language) for value in counted["counted_on"]})
        notes.append(text(language, "peta.penyebut", days=", ".join(days), publishers=", ".join(sorted(set(counted["publisher"])))))
        if before_division(store, scope.event) and frame["code"].isin(OLD_PAPUA).any():
            notes.append(text(language, "peta.papua.penyebut"))
    return (*notes, *remarks(frame, frame["label"], language, _decimals(measure, frame)))


def _left_out(frame: pd.DataFrame, rows: pd.DataFrame, sound: pd.Series, told: dict, language: str) -> tuple[str, ...]:
    """How many regions are not among the bars, and why."""
    notes = []
    hidden = int(sound.sum()) - int((rows["value"].notna() & (rows["status"] != DISPUTED)).sum())
    if hidden:
        notes.append(text(language, "peta.peringkat.lain", count=number(hidden, language), level=told["level"]))
    unrated = frame.loc[(frame["status"] == DISPUTED) & frame["value"].isna(), "label"]
    if len(unrated):
        notes.append(text(language, "peta.tanpa_rasio", regions=", ".join(unrated)))
    absent = int((frame["status"] == "").sum())
    if absent:
        notes.append(text(language, "peta.tanpa_angka", count=number(absent, language), level=told["level"]))
    return tuple(notes)
