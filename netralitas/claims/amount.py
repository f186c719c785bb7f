"""The one teller of a figure's number: its qualifier's word before it, the unit, a remark behind it, what its verdict is called.

Whoever says a figure (a card, a sentence, a citation, a label in a chart, a slide, a sheet) says it through an Amount,
so that "lebih dari 30" never becomes 30 on its way.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from netralitas.chart import Chart
from netralitas.claims import verdict
from netralitas.model import APPROXIMATE, COUNTED, NOTED, OUTSIDE
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.wording import number, text

# Figures with a remark that a note names; the others are counted.
_MOST_NAMED = 5


@dataclass(frozen=True)
class Amount:
    """A figure's number as it is said. `about` stands before the number, `remark` behind it; `verdict` is the code of its status."""

    about: str
    number: str
    unit: str
    remark: str
    verdict: str

    @property
    def short(self) -> str:
        """Beside a mark that names the unit: lebih dari 30."""
        return _said(self.about, self.number)

    @property
    def bare(self) -> str:
        """Where the remark stands beside it: lebih dari 30 kasus."""
        return _said(self.about, self.number, self.unit)

    @property
    def full(self) -> str:
        """In a sentence: 30 kasus (tidak hanya ASN)."""
        return _said(self.about, self.number, self.unit, self.remark and f"({self.remark})")

    @property
    def unitless(self) -> str:
        """In a list in one unit: 30 (tidak hanya ASN)."""
        return _said(self.about, self.number, self.remark and f"({self.remark})")


def _said(*parts: str) -> str:
    return " ".join(filter(None, parts))


def of(store: Store, row: Mapping, language: str) -> Amount:
    """The amount of a published figure; the row has value, unit, qualifier and status."""
    about, remark = qualified(store, row["qualifier"], language)
    unit = counted(store.label("unit", row["unit"], language), row["value"], language)
    return Amount(about, number(row["value"], language), unit, remark, row["status"])


def drawn(chart: Chart, row: Mapping) -> Amount:
    """The amount of a row of a chart's frame, in the chart's unit and places."""
    told = number(row["value"], chart.language, chart.decimals)
    unit = counted(chart.unit, row["value"], chart.language)
    return Amount(row.get("about", ""), told, unit, row.get("remark", ""), row["status"])


def worded_as(row: Mapping, unit: str, language: str, decimals: int | None = None) -> Amount:
    """The amount of a row that `worded` has put into words, in a unit of the caller's (a rate)."""
    told = number(row["value"], language, decimals)
    return Amount(row["about"], told, counted(unit, row["value"], language), row["remark"], row["status"])


def counted(unit: str, value: float, language: str) -> str:
    """A unit's word as it stands behind its number: 2 persons, but 1 person. A rate keeps its own."""
    if value != 1:
        return unit
    words = {text(language, f"pernyataan.satuan.{code}"): text(language, f"pernyataan.satuan.{code}.satu") for code in COUNTED}
    return words.get(unit, unit)


def qualified(store: Store, qualifier: object, language: str) -> tuple[str, str]:
    """What is said before a number, and what is remarked on it; both empty for an exact number."""
    if not isinstance(qualifier, str):
        return "", ""
    word = store.label("qualifier", qualifier, language)
    return (word, "") if qualifier in APPROXIMATE else ("", word)


def verdict_word(verdict: str, language: str) -> str:
    """What a figure's verdict is called beside it; empty for a sound figure, and said in words where there is none."""
    return text(language, f"status.{verdict or 'tidak_ada'}")


def verdict_told(verdict: str, language: str) -> str:
    """The same where a number stands alone: whether it may be quoted."""
    return text(language, f"putusan.{verdict}")


def absence(row: Mapping, language: str) -> str:
    """What is said of a row of a chart without a number: why there is none, or that nobody published one."""
    return row.get("absent") or verdict_word("", language)


def worded(frame: pd.DataFrame, store: Store, language: str) -> pd.DataFrame:
    """Add to a frame of the store what a chart carries in words (counter to clause); no page is an empty text."""
    counters = {code: store.label("counted_by", code, language) for code in frame["counted_by"].unique()}
    told = [qualified(store, code, language) for code in frame["qualifier"]]
    return frame.assign(
        counter=frame["counted_by"].map(counters),
        body=bodies(frame, counters),
        cutoff=frame[f"cutoff_{language}"],
        about=[about for about, _ in told],
        remark=[remark for _, remark in told],
        clause=_clauses(frame, store, language),
        url=frame["url"].fillna(""),
    )


def bodies(frame: pd.DataFrame, counters: Mapping[str, str]) -> list[str]:
    """Who counted each number, as one body: who holds no office by the page that names them, for two of them are two."""
    return [
        f"{counters[counter]} ({publisher})" if counter == OUTSIDE else counters[counter]
        for counter, publisher in zip(frame["counted_by"], frame["publisher"])
    ]


def _clauses(frame: pd.DataFrame, store: Store, language: str) -> list[str]:
    """What each number with a dot must be said with."""
    noted = frame[frame["status"] == NOTED]
    if noted.empty:
        return [""] * len(frame)
    told = verdict.of(store, tuple(noted["figure_id"]), language)
    return [" ".join(reason.sentence for reason in told[figure].doubts) if figure in told else "" for figure in frame["figure_id"]]


def records(frame: pd.DataFrame, *more: str) -> list[dict]:
    """Plain rows with what an Amount of a chart is made of: a frame of the store has forty columns, and each costs."""
    return rows_of(frame[[name for name in ("value", "status", "about", "remark", "absent", *more) if name in frame]])


def remarks(frame: pd.DataFrame, names: pd.Series, language: str, decimals: int | None = None) -> tuple[str, ...]:
    """A note that names the figures of a chart with a word to their number, for charts that have no room for it at each mark."""
    noted = ((frame["about"] != "") | (frame["remark"] != "")) & frame["value"].notna()
    told = [
        f"{name} {worded_as(row, '', language, decimals).unitless}" for name, row in zip(names[noted.index[noted]], records(frame[noted]))
    ]
    if not told:
        return ()
    more = len(told) - _MOST_NAMED
    rest = " " + text(language, "angka.keterangan.lain", count=number(more, language)) if more > 0 else ""
    return (text(language, "angka.keterangan", figures="; ".join(told[:_MOST_NAMED])) + rest,)
