"""Sanctions: the sentence on what was recommended, imposed and is still open, and how a source breaks its number down."""

import pandas as pd

from netralitas.chart import Chart, Gone, Kind, sources_of
from netralitas.charts import statement
from netralitas.claims import places
from netralitas.claims.amount import worded, worded_as
from netralitas.claims.breakdown import GROUPS, Breakdown, breakdowns
from netralitas.claims.lead import best
from netralitas.claims.statement import head
from netralitas.model import DISPUTED, Filter
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import number, text

STAGES = ("rekomendasi_sanksi", "sanksi", "belum_ditindaklanjuti")


def _told(frame: pd.DataFrame, language: str) -> str:
    return "; ".join(f"{row['label']} {worded_as(row, '', language).unitless}" for row in frame.to_dict("records"))


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
    told = {"event": store.event_name(scope.event), "region": places.of_all(store.region_name(scope.region), rows_of(frame), language)}
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
        sources=sources_of(rows_of(frame)),
        warnings=_disputes(store, frame, language),
        notes=_notes(shown, language),
        value_label=unit,
        label_header=text(language, "sanksi.rincian.label"),
    )


def _labelled(frame: pd.DataFrame, store: Store, dimension: str, language: str) -> pd.DataFrame:
    """The printed label, and below it the group it belongs to; a label printed twice is numbered."""
    again = frame.groupby(f"category_{language}").cumcount()
    groups = frame["category_group"].map(lambda code: store.label(GROUPS[dimension], code, language), na_action="ignore")
    return frame.assign(
        label=[name if not times else f"{name} ({times + 1})" for name, times in zip(frame[f"category_{language}"], again)],
        group=groups.astype("str").fillna(""),
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
    if len(shown.twins):
        notes.append(text(language, "sanksi.rincian.kembar", labels="; ".join(shown.twins[f"category_{language}"])))
    if shown.unclear:
        notes.append(text(language, "sanksi.rincian.mirip"))
    return tuple(notes)


# -- the page's sentence -----------------------------------------------------------


@remembered
def summary(store: Store, scope: Filter) -> str:
    """What one statement says of sanctions; else the one number of them that may best be said; else that there is none."""
    leader = next(iter(statement.leaders(statement.sanctions_told(store, scope))), None)
    if leader:
        return head(leader, scope.language)
    row = best(row for row in store.headline_rows(scope.region, scope.event) if row["stage"] in STAGES)
    if row is not None:
        return row[f"say_{scope.language}"]
    return text(scope.language, "sanksi.kalimat.kosong", event=store.event_name(scope.event), region=store.region_name(scope.region))
