"""From election to election: a panel a counter and stage, Pilkada and Pemilu apart, each Pilkada with the elections held in it.

Only final counts are joined: those of 60 days after voting or later. An earlier one, which would still have grown,
stands beside them as a small hollow point with its day. Drawn only where there are two figures to compare.
"""

from collections import Counter
from dataclasses import replace

import pandas as pd

from netralitas import model
from netralitas.chart import Chart, Kind, sources_of
from netralitas.charts import told
from netralitas.charts.told import AFTER_VOTING
from netralitas.claims import amount
from netralitas.claims.amount import worded, worded_as
from netralitas.model import DISPUTED, STAGE_PREFERENCE, STAGES, Filter
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, number, text

MOST_PANELS = 7
EARLY = "early"
PILKADA = "pilkada"
_NAMED = 5  # early counts that the note names; more are counted


@remembered
def known(store: Store, region: str) -> pd.DataFrame:
    """The headlines of a region in all elections, with the election's kind, and whether the count is final."""
    frame = store.headlines_across(region)
    final = frame["counted_on"] >= pd.to_datetime(frame["voting_day"]) + AFTER_VOTING
    return frame.assign(family=frame["event"].map(store.events()["kind"]), final=final)


@remembered
def comparable(store: Store, region: str) -> dict[tuple[str, str, str], int]:
    """(stage, unit, counter as one body) → elections that may be compared: figures in elections of one kind; two at least."""
    kinds, counts = store.events()["kind"], Counter()
    for row in store.headline_rows_across(region):
        if row["status"] != DISPUTED:
            counts[row["stage"], row["unit"], row["counter_body"], kinds[row["event"]]] += 1
    most: dict[tuple[str, str, str], int] = {}
    for (*key, _), count in counts.items():
        if count > 1:
            most[tuple(key)] = max(count, most.get(tuple(key), 0))
    return dict(sorted(most.items()))


def proposed(store: Store, scope: Filter) -> Filter:
    """The view, with the stage and unit that most elections have where the reader chose none."""
    candidates = {found: count for found, count in comparable(store, scope.region).items() if scope.leaves_open(*found[:2])}
    order = lambda found: (-candidates[found], STAGE_PREFERENCE.index(found[0]), model.UNITS.index(found[1]))  # noqa: E731
    stage, unit, *_ = min(candidates, key=order, default=(scope.stage, scope.unit))
    return replace(scope, stage=stage, unit=unit)


@remembered
def series_across(store: Store, scope: Filter) -> tuple[tuple[str, str], ...]:
    """(stage, counter) that can be compared in the unit of the filter: the chosen stage first, then those known for most elections."""
    counts = {(stage, counter): count for (stage, unit, counter), count in comparable(store, scope.region).items() if unit == scope.unit}
    weight = lambda found: (found[0] != scope.stage, -counts[found], STAGE_PREFERENCE.index(found[0]), found[1])  # noqa: E731
    return tuple(sorted(counts, key=weight))


def has_elections(store: Store, region: str) -> bool:
    """Were several elections of a Pilkada held here, so that they are a denominator?"""
    return bool((store.elections_across(region)["elections"].fillna(0) > 1).any())


@remembered
def across(store: Store, scope: Filter, everything: bool, per_election: bool = False, most: int = MOST_PANELS) -> Chart:
    """The headline of each election, a panel a counter and stage on one shared axis; an election without a figure is a gap."""
    language = scope.language
    series = series_across(store, scope)[: None if everything else most]
    events = _elections(store, scope, per_election)
    frame = _panels(store, scope, series, events, per_election)
    drawn = known(store, scope.region)
    words = told.words(store, scope, drawn[drawn["unit"] == scope.unit])
    unit = text(language, "tren.antar.per", unit=words["unit"]) if per_election else words["unit"]
    words |= {"unit": unit}
    plain = text(language, "tren.antar.judul", **words)
    return Chart(
        kind=Kind.LINE,
        name=f"netralitas_tren_{scope.region}_{scope.unit}{'_per_pemilihan' if per_election else ''}",
        language=language,
        frame=frame,
        title=_highest(scope, frame, words) or plain,
        subtitle=text(language, "tren.antar.anak_judul", **words),
        unit=unit,
        alt=plain + ": " + told.listed(frame, language, 2 if per_election else None),
        sources=sources_of(frame),
        warnings=told.warnings(store, frame, language),
        notes=_notes(frame, events, language),
        value_label=unit,
        decimals=2 if per_election else None,
        label_header=text(language, "kolom.pemilihan"),
        ticks=tuple(_at(events, "name")),
        tick_notes=tuple(_at(events, "held_told")),
    )


@remembered
def _axis(store: Store, per_election: bool) -> pd.DataFrame:
    """The elections in the order of the axis: Pilkada first and a free place before Pemilu; all vote in a Pemilu, so it is none of many."""
    events = store.events().sort_values("voting_day")
    pilkada = events["kind"] == PILKADA
    events = pd.concat([events[pilkada], events[~pilkada & (not per_election)]], ignore_index=True)
    return events.assign(name=events["code"].map(store.event_names()), x=events.index + (events["kind"] != PILKADA))


def _elections(store: Store, scope: Filter, per_election: bool) -> pd.DataFrame:
    """The elections of the axis, with how many were held."""
    events = _axis(store, per_election)
    counted = store.elections_across(scope.region)["elections"].astype("Float64")
    held = events["code"].map(counted).astype("Float64").to_numpy("float64", na_value=float("nan"))
    return events.assign(held=held, held_told=[f"({number(count, scope.language)})" if pd.notna(count) else "" for count in held])


def _at(events: pd.DataFrame, column: str) -> list[str]:
    """One text a place on the axis; the free place has none."""
    placed = dict(zip(events["x"], events[column]))
    return [placed.get(place, "") for place in range(max(placed) + 1)]


def _panels(store: Store, scope: Filter, series: tuple[tuple[str, str], ...], events: pd.DataFrame, per_election: bool) -> pd.DataFrame:
    """One row a counter, stage and election, in the order of the pipeline and of the axis; absent ones are gaps."""
    language, found = scope.language, known(store, scope.region)
    found = worded(found[found["unit"] == scope.unit], store, language)
    order = sorted(series, key=lambda one: (STAGES.index(one[0]), series.index(one)))
    grid = pd.DataFrame(order, columns=["stage", "counter_body"])
    short = amount.bodies(found, {code: text(language, f"tren.pencatat.{code}") for code in found["counted_by"].unique()})
    names = dict(zip(found["counter_body"], short))
    grid["panel"] = [f"{store.label('stage', stage, language)} · {names[body]}" for stage, body in order]
    placed = events[["code", "kind", "x", "name", "held", "voting_day"]].rename(columns={"code": "event"})
    key, texts = (
        ["stage", "counter_body", "event"],
        ["status", "counter", "body", "cutoff", "about", "remark", "clause", "publisher", "url", "figure_id"],
    )
    frame = grid.merge(placed, how="cross").merge(found[[*key, "value", "counted_on", "final", *texts]], on=key, how="left")
    frame["counted_by"] = frame["counter_body"]
    frame[texts] = frame[texts].fillna("")
    early = frame["value"].notna() & ~frame["final"].fillna(False).astype(bool)
    if per_election:
        frame["value"] = (frame["value"] / frame["held"]).where(frame["held"] > 0)
    return frame.assign(
        label=frame["name"],
        tone=frame["stage"],
        mark=early.map({True: EARLY, False: ""}),
        family=frame["kind"],
        when=[_when(row, language) if is_early else "" for row, is_early in zip(rows_of(frame), early)],
    )[["stage", "counted_by", "event", "value", *texts, "panel", "label", "x", "tone", "mark", "family", "when"]]


def _when(row: dict, language: str) -> str:
    """The day of an early count, short: the year only where it is not the election's."""
    if pd.isna(row["counted_on"]):
        return text(language, "tren.antar.tanpa_hari")
    counted = pd.Timestamp(row["counted_on"]).date()
    said = day(counted, language, "short")
    return said.removesuffix(f" {counted.year}") if counted.year == pd.Timestamp(row["voting_day"]).year else said


def _notes(frame: pd.DataFrame, events: pd.DataFrame, language: str) -> tuple[str, ...]:
    early = frame[(frame["mark"] == EARLY) & frame["value"].notna()]
    said = [f"{name} ({cutoff})" for name, cutoff in zip(told.names(early), early["cutoff"])]
    more = text(language, "tren.antar.awal_lain", count=number(len(said) - _NAMED, language)) if len(said) > _NAMED else ""
    notes = [text(language, "tren.antar.awal", figures="; ".join(said[:_NAMED]) + more)] if said else []
    return (
        # about and more than stand at each number of a panel
        *told.remarks(frame[frame["remark"] != ""], language),
        text(language, "tren.antar.cara_baca"),
        *notes,
        *([text(language, "tren.antar.digelar")] if events["held_told"].any() else []),
    )


def _highest(scope: Filter, frame: pd.DataFrame, words: dict[str, str]) -> str:
    """In which election the stage of the filter was highest, among final counts of one counter; empty where there are not two."""
    language = scope.language
    sound = frame[(frame["stage"] == scope.stage) & frame["value"].notna() & (frame["status"] != DISPUTED) & (frame["mark"] == "")]
    groups = [part for _, part in sound.groupby(["counted_by", "family"]) if len(part) > 1]
    if not groups:
        return ""
    part = max(groups, key=len).sort_values("value", ascending=False)
    if part["value"].iloc[0] == part["value"].iloc[1]:
        return ""
    first = part.iloc[0]
    decimals = None if float(first["value"]).is_integer() else 2
    return text(
        language,
        "tren.antar.temuan",
        amount=worded_as(first, words["unit"], language, decimals).full,
        counter=first["body"],
        count=number(len(part), language),
        **words | {"event": first["label"]},
    )
