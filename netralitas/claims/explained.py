"""What must travel with the rows of a file: snapshot, definitions of the terms in it, flags, and whether it is synthetic."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd

from netralitas.chart import Chart
from netralitas.claims import amount, verdict
from netralitas.claims.amount import verdict_word
from netralitas.files.export import Export
from netralitas.model import CLEAN
from netralitas.store import Store

# Columns of a figure whose codes are terms with a definition, in the order in which a reader meets them.
_TERMS = ("stage", "unit", "counted_by", "dimension", "qualifier", "status")


def chart(export: Export, store: Store, drawn: Chart) -> Export:
    """A chart's file, with what is known of the figures that it draws."""
    named = tuple(dict.fromkeys(filter(None, drawn.frame["figure_id"]))) if "figure_id" in drawn.frame else ()
    return marked(figures(export, store, store.figures_named(named)) if named else export, store)


def figures(export: Export, store: Store, frame: pd.DataFrame) -> Export:
    """Definitions of the terms of these figures, and why a figure is marked, those that are not to be said first."""
    language = export.language
    found = store.warnings_of(tuple(frame["figure_id"]), language)
    doubtful = frame[frame["status"] != CLEAN].sort_values("status", ascending=False, kind="stable")
    named = {row["figure_id"]: _named(store, row, language) for row in doubtful.to_dict("records")}
    marks = doubtful.set_index("figure_id")["status"]
    flags = tuple(
        (verdict_word(marks[figure], language), f"{named[figure]}: {reason.sentence}")
        for figure, told in verdict.of(store, tuple(named), language).items()
        for reason in told.doubts
    )
    codes = [(kind, code) for kind in _TERMS for code in store.codes(kind) if code in set(frame[kind].dropna())]
    codes += [("flag", flag) for flag in found["flag"].unique()]
    definitions = tuple((store.label(kind, code, language), store.definition(kind, code, language)) for kind, code in codes)
    return replace(export, definitions=definitions, flags=flags)


def _named(store: Store, row: dict, language: str) -> str:
    """Jawa Timur, Pilkada 2020, Dugaan, 12 kasus (Bawaslu, s.d. 2 Oktober 2020): which figure a sentence speaks of."""
    event = store.event_name(row["event"]) if isinstance(row["event"], str) else ""
    said = amount.of(store, row, language).full
    counter = store.label("counted_by", row["counted_by"], language)
    scope = ", ".join(filter(None, (row["region_name"], event, store.label("stage", row["stage"], language), said)))
    return f"{scope} ({counter}, {row[f'cutoff_{language}']})"


def marked(export: Export, store: Store) -> Export:
    """From which snapshot and when, and whether its data are made up."""
    synthetic = export.synthetic or store.synthetic
    origin = {"snapshot": store.snapshot_id, "made_at": datetime.now(UTC).isoformat(timespec="seconds")}
    return replace(export, about={**origin, **export.about}, synthetic=synthetic)
