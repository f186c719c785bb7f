"""Headline figures in words, declared once for cards, slides and sheets: what a leader sees in three seconds."""

from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from netralitas.claims import amount
from netralitas.claims.amount import Amount
from netralitas.model import DISPUTED, PERSON_STAGES, STAGES, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, text


@dataclass(frozen=True)
class FigureCard:
    """One headline figure with all that must be said beside it. `also` tells the stage's figures in other units."""

    figure_id: str
    region: str
    stage: str
    unit: str
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


@dataclass(frozen=True)
class Caution:
    """What to know before saying a figure aloud."""

    figure: str
    sentence: str
    flag: str
    disputes: bool


def unit_order(stage: str) -> dict[str, int]:
    """Bawaslu counts cases, KASN and BKN count persons: the unit in which a stage is told first."""
    first = ("orang", "kasus") if stage in PERSON_STAGES else ("kasus", "orang")
    return {unit: place for place, unit in enumerate((*first, "laporan", "persen"))}


@remembered
def headline_cards(store: Store, scope: Filter) -> tuple[FigureCard, ...]:
    """A card a stage in the order of the pipeline: the sound figure in the unit of the stage's owner first."""
    rows = sorted(
        store.headlines(scope.region, scope.event).to_dict("records"),
        key=lambda row: (STAGES.index(row["stage"]), row["status"] == DISPUTED, unit_order(row["stage"])[row["unit"]]),
    )
    return tuple(_card(store, scope.language, *group) for _, group in groupby(rows, key=lambda row: row["stage"]))


@remembered
def card_of(store: Store, scope: Filter) -> FigureCard | None:
    """The headline of exactly this region, election, stage and unit; None where nobody published one."""
    frame = store.headlines(scope.region, scope.event)
    rows = frame[(frame["stage"] == scope.stage) & (frame["unit"] == scope.unit)].to_dict("records")
    return _card(store, scope.language, rows[0]) if rows else None


def _card(store: Store, language: str, row: dict, *others: dict) -> FigureCard:
    amounts = [amount.of(store, other, language).full for other in others]
    cutoff = row[f"cutoff_{language}"]
    if isinstance(row["period_start"], str):
        cutoff = text(language, "kartu.periode", day=day(pd.Timestamp(row["period_start"]).date(), language)) + ", " + cutoff
    return FigureCard(
        figure_id=row["figure_id"],
        region=row["region"],
        stage=row["stage"],
        unit=row["unit"],
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
    )


@remembered
def cautions(store: Store, scope: Filter) -> tuple[Caution, ...]:
    """Warnings on the headlines of a scope and on every disputed total in it, the worst first; then notes on sources."""
    language = scope.language
    flags = store.flags(scope.region, scope.event)
    flags = flags[flags["is_headline"] | flags["disputes"]]
    told = [
        Caution(_figure(store, row, language), row[f"sentence_{language}"], row["flag"], bool(row["disputes"]))
        for row in flags.to_dict("records")
    ]
    headlines = store.headlines(scope.region, scope.event)
    annotated = headlines[headlines[f"annotation_{language}"].notna()].to_dict("records")
    notes = [Caution(_figure(store, row, language), row[f"annotation_{language}"], "", row["status"] == DISPUTED) for row in annotated]
    # A note on a disputed figure belongs to its warnings; the others follow what disputes.
    worst = [caution for caution in told if caution.disputes] + [note for note in notes if note.disputes]
    return tuple(worst + [note for note in notes if not note.disputes] + [caution for caution in told if not caution.disputes])


def _figure(store: Store, row: dict, language: str) -> str:
    return f"{store.label('stage', row['stage'], language)}: {amount.of(store, row, language).full}"
