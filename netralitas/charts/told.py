"""Words that the charts over time share: what is drawn in a sentence, and the warnings and remarks on it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from netralitas.claims import amount, places
from netralitas.claims.amount import verdict_word, worded_as
from netralitas.model import DISPUTED, Filter
from netralitas.rows import grouped
from netralitas.store import Store

AFTER_VOTING = timedelta(days=60)  # a count of this day or later is final; within an election it is a retelling


def words(store: Store, scope: Filter, figures: Collection[Mapping] | None = None) -> dict[str, str]:
    """Stage, unit, election and region of a view; the region as the figures ask for that are drawn."""
    language, region = scope.language, store.region_name(scope.region)
    return {
        "stage": store.label("stage", scope.stage, language),
        "unit": store.label("unit", scope.unit, language),
        "event": store.event_name(scope.event),
        "region": region if figures is None else places.of_all(region, figures, language),
    }


def listed(rows: Iterable[Mapping], language: str, decimals: int | None = None) -> str:
    """Label and number of each row, for those who hear the chart instead of seeing it."""
    told = [f"{name(row)} {worded_as(row, '', language, decimals).unitless}" for row in rows if row["value"] == row["value"]]
    return "; ".join(told) or verdict_word("", language)


def name(row: Mapping) -> str:
    """What a point is: its line, or its stage and election."""
    return row["series"] if "series" in row else f"{row['panel']} {row['label']}"


def remarks(rows: Iterable[Mapping], language: str) -> tuple[str, ...]:
    return amount.remarks(rows, map(name, rows), language)


def warnings(store: Store, rows: Iterable[Mapping], language: str) -> tuple[str, ...]:
    """What to know of the numbers that must not be said; one that another stage of the chart has, too, is told with its own."""
    refused = {row["figure_id"]: row for row in rows if row["status"] == DISPUTED}
    if not refused:
        return ()
    stages = {value: {row["stage"] for row in same} for value, same in grouped(rows, lambda row: row["value"]).items()}
    shared = {figure: row["stage"] for figure, row in refused.items() if len(stages[row["value"]]) > 1}
    told = store.warnings_of(tuple(refused), language)
    return tuple(
        dict.fromkeys(_of_stage(store, shared.get(figure), said, language) for figure, said in zip(told["figure_id"], told["sentence"]))
    )


def _of_stage(store: Store, stage: str | None, said: str, language: str) -> str:
    return f"{store.label('stage', stage, language)}: {said[0].lower()}{said[1:]}" if stage else said
