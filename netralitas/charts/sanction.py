"""Sanctions: what was recommended, imposed and is still open, and how a source breaks its number down."""

import pandas as pd

from netralitas.chart import Chart, Gone, Kind, sources_of
from netralitas.claims import amount
from netralitas.claims.amount import verdict_word, worded, worded_as
from netralitas.claims.breakdown import GROUPS, Breakdown, breakdowns
from netralitas.claims.cards import unit_order
from netralitas.model import DISPUTED, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import joined, number, text

STAGES = ("rekomendasi_sanksi", "sanksi", "belum_ditindaklanjuti")
# Beyond this many days the bars are states of different times, and their difference is no remainder.
_SAME_TIME = 31


@remembered
def units(store: Store, scope: Filter) -> tuple[str, ...]:
    """Units in which the region has a headline for one of the three stages: persons, in which their owners count, first."""
    frame = store.headlines(scope.region, scope.event)
    has = set(frame.loc[frame["stage"].isin(STAGES), "unit"])
    return tuple(unit for unit in unit_order("sanksi") if unit in has and unit != "persen")


@remembered
def carried_out(store: Store, scope: Filter, unit: str) -> Chart:
    """One bar each: recommended, imposed, still open. A stage that nobody published a figure for says so."""
    language = scope.language
    frame = worded(store.headlines(scope.region, scope.event), store, language)
    frame = frame[frame["unit"] == unit].set_index("stage").reindex(STAGES).reset_index()
    frame = frame.assign(
        label=frame["stage"].map(lambda stage: store.label("stage", stage, language)),
        tone=frame["stage"],
        **{name: frame[name].fillna("") for name in ("status", "counter", "cutoff", "about", "remark", "publisher", "url", "figure_id")},
    )
    told = {"unit": store.label("unit", unit, language), "event": store.event_name(scope.event), "region": store.region_name(scope.region)}
    plain = text(language, "sanksi.tindak.judul", **told)
    return Chart(
        kind=Kind.BAR,
        name=f"netralitas_tindak-lanjut_{scope.region}_{scope.event}_{unit}",
        language=language,
        frame=frame,
        title=_finding(store, frame, language) or plain,
        subtitle=text(language, "sanksi.tindak.anak_judul", **told),
        unit=told["unit"],
        alt=f"{plain}: {_told(frame, language)}",
        sources=sources_of(frame),
        warnings=_disputes(store, frame, language),
        notes=(text(language, "sanksi.tindak.beda_waktu"),) if _apart(frame) else (),
        value_label=told["unit"],
        label_header=text(language, "kolom.tahap"),
    )


def _apart(frame: pd.DataFrame) -> bool:
    """Are the figures states of different times, or of a time that nobody knows?"""
    known = frame[frame["value"].notna()]
    days = known["counted_on"].dropna()
    return len(known) > 1 and (len(days) < len(known) or (days.max() - days.min()).days > _SAME_TIME)


def _finding(store: Store, frame: pd.DataFrame, language: str) -> str:
    """Each published number by itself, never a difference or a share; empty where no sound one exists.

    Numbers of different times carry their cut-off: 872 recommended and 1,373 imposed is no contradiction then.
    """
    sound = frame[frame["value"].notna() & (frame["status"] != DISPUTED)]
    apart = _apart(sound)
    clauses = [
        text(language, f"sanksi.tindak.{row['stage']}", amount=amount.of(store, row, language).full)
        + (f" ({row[f'cutoff_{language}']})" if apart else "")
        for row in sound.to_dict("records")
    ]
    sentence = joined(clauses, language)
    return sentence[:1].upper() + sentence[1:]


def _told(frame: pd.DataFrame, language: str) -> str:
    absent = verdict_word("", language)
    return "; ".join(f"{row['label']} {worded_as(row, '', language).unitless or absent}" for row in frame.to_dict("records"))


def _disputes(store: Store, frame: pd.DataFrame, language: str) -> tuple[str, ...]:
    return tuple(store.warnings_of(tuple(frame.loc[frame["status"] == DISPUTED, "figure_id"]), language)["sentence"])


# -- breakdowns ------------------------------------------------------------------


@remembered
def options(store: Store, scope: Filter, dimension: str) -> dict[str, str]:
    """Key → name of each breakdown of a region and election: publisher, cut-off, stage, unit; the first is shown unasked."""
    language = scope.language
    return {
        breakdown.key: text(
            language,
            "sanksi.rincian.pilihan",
            publisher=row["publisher"],
            cutoff=row[f"cutoff_{language}"],
            stage=store.label("stage", row["stage"], language),
            unit=store.label("unit", row["unit"], language),
            count=number(breakdown.categories, language),
        )
        for breakdown in breakdowns(store, scope.region, scope.event, dimension)
        for row in [breakdown.rows.iloc[0]]
    }


@remembered
def breakdown(store: Store, scope: Filter, dimension: str, key: str) -> Chart:
    """One breakdown of one source: a bar a printed label, ordered by group, never added up. Raises Gone."""
    language = scope.language
    shown = next((one for one in breakdowns(store, scope.region, scope.event, dimension) if one.key == key), None)
    if shown is None:
        raise Gone(key)
    frame = _labelled(worded(shown.rows, store, language), store, dimension, language)
    row = frame.iloc[0]
    unit = store.label("unit", row["unit"], language)
    told = {"event": store.event_name(scope.event), "region": store.region_name(scope.region)}
    plain = text(language, f"sanksi.rincian.{dimension}.judul", **told)
    return Chart(
        kind=Kind.BAR,
        name=f"netralitas_rincian-{dimension.replace('_', '-')}_{scope.region}_{scope.event}_{key}",
        language=language,
        frame=frame,
        title=_largest(frame, dimension, unit, language) or plain,
        subtitle=text(
            language,
            "sanksi.rincian.anak_judul",
            dimension=store.label("dimension", dimension, language),
            stage=store.label("stage", row["stage"], language),
            unit=unit,
            **told,
        ),
        unit=unit,
        alt=f"{plain}: {_told(frame, language)}",
        sources=sources_of(frame),
        warnings=_disputes(store, frame, language),
        notes=_notes(shown, language),
        value_label=unit,
        label_header=text(language, "kolom.dicetak"),
    )


def _labelled(frame: pd.DataFrame, store: Store, dimension: str, language: str) -> pd.DataFrame:
    """The printed label, and below it the group it belongs to; a label printed twice is numbered."""
    again = frame.groupby("category").cumcount()
    groups = frame["category_group"].map(lambda code: store.label(GROUPS[dimension], code, language), na_action="ignore")
    return frame.assign(
        label=[name if not times else f"{name} ({times + 1})" for name, times in zip(frame["category"], again)],
        group=groups.fillna(""),
        tone="",
    )


def _largest(frame: pd.DataFrame, dimension: str, unit: str, language: str) -> str:
    """The largest printed category, where it is the only largest and nothing speaks against it."""
    top = frame.nlargest(2, "value")
    row = top.iloc[0]
    if len(top) < 2 or top["value"].iloc[1] == row["value"] or row["status"] == DISPUTED or isinstance(row["qualifier"], str):
        return ""
    return text(language, f"sanksi.rincian.{dimension}.temuan", label=row["label"], amount=worded_as(row, unit, language).full)


def _notes(shown: Breakdown, language: str) -> tuple[str, ...]:
    """What the reader must know of this breakdown's labels."""
    notes = []
    if shown.twins:
        notes.append(text(language, "sanksi.rincian.kembar", labels="; ".join(shown.twins)))
    if shown.unclear:
        notes.append(text(language, "sanksi.rincian.mirip"))
    return tuple(notes)


# -- the page's sentence -----------------------------------------------------------


@remembered
def summary(store: Store, scope: Filter) -> str:
    """One sentence: at most two sound numbers of the first unit that has any, else that there is none to be quoted."""
    language = scope.language
    told = {"event": store.event_name(scope.event), "region": store.region_name(scope.region)}
    frame = store.headlines(scope.region, scope.event)
    for unit in units(store, scope):
        rows = frame[(frame["unit"] == unit) & (frame["status"] != DISPUTED)].set_index("stage").reindex(STAGES).dropna(subset=["value"])
        finding = _finding(store, rows.head(2).reset_index(), language)
        if finding:
            return text(language, "kalimat", clauses=finding, **told)
    return text(language, "sanksi.kalimat.disengketakan" if units(store, scope) else "sanksi.kalimat.kosong", **told)
