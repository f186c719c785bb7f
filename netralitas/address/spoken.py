"""Which number speaks for a region and election: the order in which numbers may be said, written once.

The sentence that heads a page, the stage and unit that a view proposes, and the cards of a stage all follow it.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from netralitas.model import DISPUTED, NOTED, PERSON_STAGES, STAGE_PREFERENCE
from netralitas.store import Store
from netralitas.store.memory import remembered

# Persons first: they are what a sanction is about.
UNITS_TOLD = ("orang", "kasus", "laporan")


def unit_order(stage: str) -> dict[str, int]:
    """Bawaslu counts cases, KASN and BKN count persons: the unit in which a stage is told first."""
    first = ("orang", "kasus") if stage in PERSON_STAGES else ("kasus", "orang")
    return {unit: place for place, unit in enumerate((*first, "laporan", "persen"))}


def worth(row: Mapping) -> tuple:
    """Which headline of a stage is told first: whether it may be said and its day come before the order of units."""
    return row["status"] == DISPUTED, pd.isna(row["counted_on"]), unit_order(row["stage"])[row["unit"]], row["status"] == NOTED


def of_any_stage(row: Mapping) -> tuple:
    """Which headline of all stages is told first: what may be said, with a day, without a mark, then by stage and unit."""
    disputed, undated, unit, noted = worth(row)
    return disputed, undated, noted, STAGE_PREFERENCE.index(row["stage"]), unit


def leading(statements: Iterable[Mapping]) -> list[Mapping]:
    """The rows of the main statement that heads a page: one with a day before one without, persons before cases before reports.

    `statements`: the rows of `Store.statement_rows`; none where no statement is a main one.
    """
    main = [row for row in statements if row["main"]]
    first = min(main, key=lambda row: (pd.isna(row["counted_on"]), UNITS_TOLD.index(row["unit"])), default=None)
    return [row for row in main if row["statement_id"] == first["statement_id"]]


@remembered
def proposed(store: Store, region: str, event: str, stage: str, unit: str) -> tuple[str, str]:
    """The (stage, unit) with a headline that a view speaks of; an empty part is open. Two empty texts where there is none.

    That of the sentence at the head of the page, unless its headline must not be said; else what may best be said.
    """
    told = {(row["stage"], row["unit"]) for row in leading(store.statement_rows(region, event)) if not row["is_aside"]}
    headlines = store.headline_rows(region, event)
    rows = [row for row in headlines if stage in ("", row["stage"]) and unit in ("", row["unit"])]
    order = lambda row: (row["status"] == DISPUTED, (row["stage"], row["unit"]) not in told, *of_any_stage(row))  # noqa: E731
    best = min(rows, key=order, default={"stage": "", "unit": ""})
    return best["stage"], best["unit"]
