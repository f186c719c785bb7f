"""Published figures as a check shows them: one row a figure with its number, counter, day, verdict and page, in words."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from netralitas.claims import amount
from netralitas.claims.amount import Amount
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.wording import sourced

_COLUMNS = [
    "figure_id", "region", "event", "stage", "unit", "dimension", "category_id", "category_en", "value", "qualifier", "counted_by",
    "counted_on", "cutoff_id", "cutoff_en", "verdict", "mark", "status", "is_headline", "say_id", "say_en", "publisher", "url",
]  # fmt: skip


@dataclass(frozen=True)
class Known:
    """One published figure. `day` is empty where none is known; `part` names what of a whole it counts, else empty."""

    figure_id: str
    region: str
    event: str
    stage: str
    unit: str
    counted_by: str
    value: float
    amount: Amount
    place: str
    election: str
    stage_label: str
    counter: str
    cutoff: str
    day: str
    part: str
    verdict: str
    mark: str
    status: str
    say: str
    publisher: str
    url: str

    @property
    def scope(self) -> tuple[str, str, str, str]:
        """The question that it answers."""
        return self.region, self.event, self.stage, self.unit

    @property
    def source(self) -> str:
        """Who counted, up to when, publisher."""
        return sourced(self.counter, self.cutoff, self.publisher)


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Plain rows with what is told of each: a frame of the store has fifty columns, and each costs."""
    return rows_of(frame[_COLUMNS])


def known(store: Store, row: dict[str, Any], language: str) -> Known:
    event = row["event"] if isinstance(row["event"], str) else ""
    part = row[f"category_{language}"] if row["dimension"] != "total" and isinstance(row["category_id"], str) else ""
    return Known(
        **{name: row[name] for name in ("figure_id", "region", "stage", "unit", "counted_by", "verdict", "mark", "status", "publisher")},
        event=event,
        value=float(row["value"]),
        amount=amount.of(store, row, language),
        place=store.region_name(row["region"]),
        election=store.event_name(event) if event else "",
        stage_label=store.label("stage", row["stage"], language),
        counter=store.label("counted_by", row["counted_by"], language),
        cutoff=row[f"cutoff_{language}"],
        day="" if pd.isna(row["counted_on"]) else str(row["counted_on"].date()),
        part=part,
        say=row[f"say_{language}"],
        url=row["url"] if isinstance(row["url"], str) else "",
    )


def by_day(store: Store, frame: pd.DataFrame, language: str) -> tuple[Known, ...]:
    """In the order of their days, undated ones last."""
    ordered = sorted(rows(frame), key=lambda row: (pd.isna(row["counted_on"]), row["counted_on"], row["figure_id"]))
    return tuple(known(store, row, language) for row in ordered)
