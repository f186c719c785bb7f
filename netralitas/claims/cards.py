"""Headline figures in words, declared once for cards, slides and sheets: what a leader sees in three seconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from netralitas.address.spoken import worth
from netralitas.claims import amount, places, verdict
from netralitas.claims.amount import Amount
from netralitas.claims.verdict import Verdict
from netralitas.model import STAGES, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, text

# The mark of a number that must not be said.
DO_NOT = "jangan"


@dataclass(frozen=True)
class FigureCard:
    """One headline figure with all that must be said beside it. `also` tells the stage's figures in other units."""

    figure_id: str
    region: str
    place: str
    stage: str
    unit: str
    value: float
    status: str
    stage_label: str
    amount: Amount
    counter: str
    cutoff: str
    publisher: str
    url: str
    also: str
    annotation: str
    alternatives: int
    say: str


@dataclass(frozen=True)
class Caution:
    """What to know before saying some figures aloud, and what to say `instead` where they must not be said."""

    figure: str
    sentence: str
    instead: str
    figure_ids: tuple[str, ...]
    disputes: bool

    @property
    def told(self) -> str:
        return " ".join(filter(None, (self.sentence, self.instead)))


@remembered
def headline_cards(
    store: Store, scope: Filter, without: frozenset[tuple[str, str]] = frozenset(), stages: tuple[str, ...] = STAGES
) -> tuple[FigureCard, ...]:
    """A card a stage in the order of the pipeline, the figure that may best be said first; `without`: (stage, unit) told elsewhere."""
    rows = [row for row in store.headline_rows(scope.region, scope.event) if (row["stage"], row["unit"]) not in without]
    rows = sorted((row for row in rows if row["stage"] in stages), key=lambda row: (STAGES.index(row["stage"]), *worth(row)))
    return tuple(_card(store, scope.language, *group) for _, group in groupby(rows, key=lambda row: row["stage"]))


@remembered
def card_of(store: Store, scope: Filter) -> FigureCard | None:
    """The headline of exactly this region, election, stage and unit; None where nobody published one."""
    rows = store.headline_rows(scope.region, scope.event)
    found = next((row for row in rows if (row["stage"], row["unit"]) == (scope.stage, scope.unit)), None)
    return _card(store, scope.language, found) if found else None


def card_alone(store: Store, row: dict, language: str) -> FigureCard:
    """A published figure on its own, whether it is a headline or not."""
    return _card(store, language, {**row, "alternatives": 0})


def _card(store: Store, language: str, row: dict, *others: dict) -> FigureCard:
    amounts = [amount.of(store, other, language).full for other in others]
    cutoff = row[f"cutoff_{language}"]
    if isinstance(row["period_start"], str):
        cutoff = text(language, "kartu.periode", day=day(pd.Timestamp(row["period_start"]).date(), language)) + ", " + cutoff
    return FigureCard(
        figure_id=row["figure_id"],
        region=row["region"],
        place=places.named(row["region_name"], row["before_division"], language),
        stage=row["stage"],
        unit=row["unit"],
        value=row["value"],
        status=row["status"],
        stage_label=store.label("stage", row["stage"], language),
        amount=amount.of(store, row, language),
        counter=store.label("counted_by", row["counted_by"], language),
        cutoff=cutoff,
        publisher=row["publisher"],
        url=row["url"] if isinstance(row["url"], str) else "",
        also=text(language, "kartu.juga", amounts=" · ".join(amounts)) if amounts else "",
        annotation=row[f"annotation_{language}"] if isinstance(row[f"annotation_{language}"], str) else "",
        alternatives=int(row["alternatives"]),
        say=row[f"say_{language}"],
    )


@remembered
def cautions(store: Store, scope: Filter) -> tuple[Caution, ...]:
    """On the headlines of a scope, those that must not be said first; then other totals that must not be said."""
    totals, language = store.total_rows(scope.region, scope.event), scope.language
    headlines = [row for row in totals if row["is_headline"] and (row["mark"] or isinstance(row[f"annotation_{language}"], str))]
    others = [row for row in totals if not row["is_headline"] and row["mark"] == DO_NOT]
    return (*cautions_on(store, headlines, language), *cautions_on(store, others, language))


def cautions_on(store: Store, figures: Iterable[dict], language: str) -> tuple[Caution, ...]:
    """What to know of some published figures; those of which the same holds are told together."""
    rows = sorted(figures, key=lambda row: (row["mark"] != DO_NOT, row["mark"] == "", STAGES.index(row["stage"])))
    told = verdict.of_figures(store, rows, language)
    together: dict[tuple, list[dict]] = {}
    for row in rows:
        together.setdefault(_reasons(row, told[row["figure_id"]], language), []).append(row)
    return tuple(
        Caution("; ".join(_figure(store, row, language) for row in same), *words, tuple(row["figure_id"] for row in same), refused)
        for (*words, refused), same in together.items()
    )


def _reasons(row: dict, told: Verdict, language: str) -> tuple[str, str, bool]:
    """Why a figure carries its mark, or what its compilers remark on it; and, where it must not be said, what to say instead."""
    refused, remark = row["mark"] == DO_NOT, row[f"annotation_{language}"]
    reasons = " ".join(reason.sentence for reason in told.doubts) or (remark if isinstance(remark, str) else "")
    return reasons, told.say if refused else "", refused


def _figure(store: Store, row: dict, language: str) -> str:
    return f"{store.label('stage', row['stage'], language)}: {amount.of(store, row, language).full}"
