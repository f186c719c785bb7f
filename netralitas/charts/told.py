"""Words that the charts over time share: what is drawn in a sentence, and the warnings and remarks on it."""

from collections.abc import Mapping
from datetime import timedelta

import pandas as pd

from netralitas.claims import amount, places
from netralitas.claims.amount import verdict_word, worded_as
from netralitas.model import DISPUTED, Filter
from netralitas.rows import rows_of
from netralitas.store import Store

AFTER_VOTING = timedelta(days=60)  # a count of this day or later is final; within an election it is a retelling


def words(store: Store, scope: Filter, figures: pd.DataFrame | None = None) -> dict[str, str]:
    """Stage, unit, election and region of a view; the region as the figures ask for that are drawn."""
    language, region = scope.language, store.region_name(scope.region)
    return {
        "stage": store.label("stage", scope.stage, language),
        "unit": store.label("unit", scope.unit, language),
        "event": store.event_name(scope.event),
        "region": region if figures is None else places.of_all(region, figures, language),
    }


def listed(frame: pd.DataFrame, language: str, decimals: int | None = None) -> str:
    """Label and number of each row, for those who hear the chart instead of seeing it."""
    known = frame[frame["value"].notna()]
    rows = zip(names(known), rows_of(known))
    return "; ".join(f"{name} {worded_as(row, '', language, decimals).unitless}" for name, row in rows) or verdict_word("", language)


def name(row: Mapping) -> str:
    """What a point is: its line, or its stage and election."""
    return row["series"] if "series" in row else f"{row['panel']} {row['label']}"


def names(frame: pd.DataFrame) -> pd.Series:
    rows = rows_of(frame[[column for column in ("series", "panel", "label") if column in frame]])
    return pd.Series([name(row) for row in rows], index=frame.index, dtype="str")


def remarks(frame: pd.DataFrame, language: str) -> tuple[str, ...]:
    return amount.remarks(frame, names(frame), language)


def warnings(store: Store, frame: pd.DataFrame, language: str) -> tuple[str, ...]:
    """What to know of the numbers that must not be said; one that another stage of the chart has, too, is told with its own."""
    refused = frame[frame["status"] == DISPUTED].set_index("figure_id")
    if refused.empty:
        return ()
    stages = frame[frame["value"].notna()].groupby("value")["stage"].nunique()
    shared = refused.loc[refused["value"].map(stages) > 1, "stage"].to_dict()
    told = store.warnings_of(tuple(refused.index), language)
    return tuple(
        dict.fromkeys(_of_stage(store, shared.get(figure), said, language) for figure, said in zip(told["figure_id"], told["sentence"]))
    )


def _of_stage(store: Store, stage: str | None, said: str, language: str) -> str:
    return f"{store.label('stage', stage, language)}: {said[0].lower()}{said[1:]}" if stage else said
