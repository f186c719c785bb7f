"""From election to election: a panel a counter and stage, Pilkada and Pemilu apart, each Pilkada with the elections held in it.

Only final counts are joined: those of 60 days after voting or later. An earlier one, which would still have grown,
stands beside them as a small hollow point with its day. Drawn only where there are two figures to compare.
"""

from collections import Counter
from dataclasses import replace

from netralitas import model
from netralitas.chart import EARLY, Chart, Kind, sources_of
from netralitas.charts import told
from netralitas.charts.told import AFTER_VOTING
from netralitas.claims.amount import body, in_words, worded_as
from netralitas.model import DISPUTED, STAGE_PREFERENCE, STAGES, Filter
from netralitas.rows import frame_of, grouped, rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, number, text

Series = tuple[tuple[str, str], ...]  # (stage, counter as one body)
MOST_PANELS = 7
PILKADA = "pilkada"
_NAMED = 5  # early counts that the note names; more are counted
_TEXTS = ("status", "counter", "body", "cutoff", "about", "remark", "clause", "publisher", "url", "figure_id")
_CARRIED = [
    *("stage", "counted_by", "event", "value"), *_TEXTS, *("panel", "label", "x", "tone", "mark", "family", "when")
]  # fmt: skip


@remembered
def known(store: Store, region: str) -> tuple[dict, ...]:
    """The headlines of a region in all elections as plain rows, each with whether its count is final."""
    return tuple(row | {"final": row["counted_on"] >= row["voting_day"] + AFTER_VOTING} for row in store.headline_rows_across(region))


@remembered
def comparable(store: Store, region: str) -> dict[tuple[str, str, str], int]:
    """(stage, unit, counter as one body) → elections that may be compared: figures in elections of one kind; two at least."""
    kinds, counts = store.event_kinds(), Counter()
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
def series_across(store: Store, scope: Filter) -> Series:
    """(stage, counter) that can be compared in the unit of the filter: the chosen stage first, then those known for most elections."""
    counts = {(stage, counter): count for (stage, unit, counter), count in comparable(store, scope.region).items() if unit == scope.unit}
    weight = lambda found: (found[0] != scope.stage, -counts[found], STAGE_PREFERENCE.index(found[0]), found[1])  # noqa: E731
    return tuple(sorted(counts, key=weight))


def has_elections(store: Store, region: str) -> bool:
    """Were several elections of a Pilkada held here, so that they are a denominator?"""
    return any(count and count > 1 for count in store.elections_by_event(region).values())


@remembered
def across(store: Store, scope: Filter, everything: bool, per_election: bool = False, most: int = MOST_PANELS) -> Chart:
    """The headline of each election, a panel a counter and stage on one shared axis; an election without a figure is a gap."""
    language = scope.language
    series = series_across(store, scope)[: None if everything else most]
    events = _elections(store, scope, per_election)
    drawn = [row for row in known(store, scope.region) if row["unit"] == scope.unit]
    rows = _panels(store, drawn, series, events, per_election, language)
    frame = frame_of(rows, columns=_CARRIED)
    words = told.words(store, scope, drawn)
    unit = text(language, "tren.antar.per", unit=words["unit"]) if per_election else words["unit"]
    words |= {"unit": unit}
    plain = text(language, "tren.antar.judul", **words)
    return Chart(
        kind=Kind.LINE,
        name=f"netralitas_tren_{scope.region}_{scope.unit}{'_per_pemilihan' if per_election else ''}",
        language=language,
        frame=frame,
        title=_highest(scope, rows, words) or plain,
        subtitle=text(language, "tren.antar.anak_judul", **words),
        unit=unit,
        alt=plain + ": " + told.listed(rows, language, 2 if per_election else None),
        sources=sources_of(rows),
        warnings=told.warnings(store, rows, language),
        notes=_notes(rows, events, language),
        value_label=unit,
        decimals=2 if per_election else None,
        label_header=text(language, "kolom.pemilihan"),
        ticks=tuple(_at(events, "label")),
        tick_notes=tuple(_at(events, "told")),
    )


@remembered
def _axis(store: Store, per_election: bool) -> tuple[dict, ...]:
    """The elections in the order of the axis: Pilkada first and a free place before Pemilu; all vote in a Pemilu, so it is none of many."""
    events = sorted(rows_of(store.events()), key=lambda event: (event["kind"] != PILKADA, event["voting_day"]))
    shown = [event for event in events if event["kind"] == PILKADA or not per_election]
    return tuple(
        {"event": event["code"], "family": event["kind"], "label": store.event_name(event["code"]), "x": place + (event["kind"] != PILKADA)}
        for place, event in enumerate(shown)
    )


def _elections(store: Store, scope: Filter, per_election: bool) -> list[dict]:
    """The elections of the axis, with how many were held."""
    counted = store.elections_by_event(scope.region)
    held = [(event, counted.get(event["event"])) for event in _axis(store, per_election)]
    return [event | {"held": count, "told": f"({number(count, scope.language)})" if count is not None else ""} for event, count in held]


def _at(events: list[dict], name: str) -> list[str]:
    """One text a place on the axis; the free place has none."""
    placed = {event["x"]: event[name] for event in events}
    return [placed.get(place, "") for place in range(max(placed) + 1)]


def _panels(store: Store, headlines: list[dict], series: Series, events: list[dict], per_election: bool, language: str) -> list[dict]:
    """One row a counter, stage and election, in the order of the pipeline and of the axis; absent ones are gaps."""
    shown = [row for row in headlines if (row["stage"], row["counter_body"]) in series]
    told_of = {(row["stage"], row["counter_body"], row["event"]): row for row in in_words(shown, store, language)}
    short = {row["counter_body"]: body(row, text(language, f"tren.pencatat.{row['counted_by']}")) for row in shown}
    order = sorted(series, key=lambda one: (STAGES.index(one[0]), series.index(one)))
    panels = [(stage, one, f"{store.label('stage', stage, language)} · {short[one]}") for stage, one in order]
    return [
        {"stage": stage, "tone": stage, "counted_by": one, "panel": panel}
        | event
        | _point(told_of.get((stage, one, event["event"])), event["held"] if per_election else 1, language)
        for stage, one, panel in panels
        for event in events
    ]


def _point(row: dict | None, held: int | None, language: str) -> dict:
    """The number of an election by the elections held in it, in words; a gap where there is none."""
    if row is None:
        return dict.fromkeys(_TEXTS, "") | {"value": float("nan"), "mark": "", "when": ""}
    value = row["value"] / held if held else float("nan")
    return {name: row[name] for name in _TEXTS} | {
        "value": value,
        "mark": "" if row["final"] else EARLY,
        "when": "" if row["final"] else _when(row, language),
    }


def _when(row: dict, language: str) -> str:
    """The day of an early count, short: the year only where it is not the election's."""
    counted = row["counted_on"]
    if counted != counted:  # noqa: PLR0124 (no day)
        return text(language, "tren.antar.tanpa_hari")
    said = day(counted.date(), language, "short")
    return said.removesuffix(f" {counted.year}") if counted.year == row["voting_day"].year else said


def _notes(rows: list[dict], events: list[dict], language: str) -> tuple[str, ...]:
    said = [f"{told.name(row)} ({row['cutoff']})" for row in rows if row["mark"] == EARLY and row["value"] == row["value"]]
    more = text(language, "tren.antar.awal_lain", count=number(len(said) - _NAMED, language)) if len(said) > _NAMED else ""
    notes = [text(language, "tren.antar.awal", figures="; ".join(said[:_NAMED]) + more)] if said else []
    return (
        # about and more than stand at each number of a panel
        *told.remarks([row for row in rows if row["remark"]], language),
        text(language, "tren.antar.cara_baca"),
        *notes,
        *([text(language, "tren.antar.digelar")] if any(event["told"] for event in events) else []),
    )


def _highest(scope: Filter, rows: list[dict], words: dict[str, str]) -> str:
    """In which election the stage of the filter was highest, among final counts of one counter; empty where there are not two."""
    language = scope.language
    sound = [row for row in rows if row["stage"] == scope.stage and row["value"] == row["value"] and row["status"] != DISPUTED]
    of_one = grouped([row for row in sound if row["mark"] == ""], lambda row: (row["counted_by"], row["family"]))
    _, part = max(sorted(of_one.items()), key=lambda one: len(one[1]), default=("", ()))
    if len(part) < 2:
        return ""
    first, second, *_ = sorted(part, key=lambda row: -row["value"])
    if first["value"] == second["value"]:
        return ""
    decimals = None if first["value"].is_integer() else 2
    return text(
        language,
        "tren.antar.temuan",
        amount=worded_as(first, words["unit"], language, decimals).full,
        counter=first["body"],
        count=number(len(part), language),
        **words | {"event": first["label"]},
    )
