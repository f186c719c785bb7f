"""The one teller of a figure's number: its qualifier's word before it, the unit, a remark behind it, what its verdict is called.

Whoever says a figure (a card, a sentence, a citation, a label in a chart, a slide, a sheet) says it through an Amount,
so that "lebih dari 30" never becomes 30 on its way.
"""

from collections.abc import Iterable, Mapping
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
    told = in_words(rows_of(frame[[*_TOLD_FROM, f"cutoff_{language}"]]), store, language)
    return frame.assign(**{name: pd.Series([row[name] for row in told], frame.index, dtype=object) for name in _IN_WORDS})


_TOLD_FROM = ("counted_by", "publisher", "qualifier", "status", "figure_id", "url")
_IN_WORDS = ("counter", "body", "cutoff", "about", "remark", "clause", "url")


def in_words(rows: Iterable[Mapping], store: Store, language: str) -> list[dict]:
    """The same for plain rows."""
    clauses = _clauses(store, tuple(row["figure_id"] for row in rows if row["status"] == NOTED), language)
    return [row | _words(row, store, language) | {"clause": clauses.get(row["figure_id"], "")} for row in rows]


def _words(row: Mapping, store: Store, language: str) -> dict[str, str]:
    counter, (about, remark) = store.label("counted_by", row["counted_by"], language), qualified(store, row["qualifier"], language)
    return {
        "counter": counter,
        "body": body(row, counter),
        "cutoff": row[f"cutoff_{language}"],
        "about": about,
        "remark": remark,
        "url": row["url"] if isinstance(row["url"], str) else "",
    }


def body(row: Mapping, counter: str) -> str:
    """Who counted a number, as one body: who holds no office by the page that names them, for two of them are two."""
    return f"{counter} ({row['publisher']})" if row["counted_by"] == OUTSIDE else counter


def _clauses(store: Store, noted: tuple[str, ...], language: str) -> dict[str, str]:
    """What each number with a dot must be said with."""
    verdicts = verdict.of(store, noted, language) if noted else {}
    return {figure: " ".join(reason.sentence for reason in told.doubts) for figure, told in verdicts.items()}


def records(frame: pd.DataFrame, *more: str) -> list[dict]:
    """Plain rows with what an Amount of a chart is made of: a frame of the store has forty columns, and each costs."""
    return rows_of(frame[[name for name in ("value", "status", "about", "remark", "absent", *more) if name in frame]])


def remarks(rows: Iterable[Mapping], names: Iterable[str], language: str, decimals: int | None = None) -> tuple[str, ...]:
    """A note that names the figures of a chart with a word to their number, for charts that have no room for it at each mark."""
    noted = [(name, row) for name, row in zip(names, rows, strict=True) if (row["about"] or row["remark"]) and row["value"] == row["value"]]
    if not noted:
        return ()
    told = [f"{name} {worded_as(row, '', language, decimals).unitless}" for name, row in noted]
    more = len(told) - _MOST_NAMED
    rest = " " + text(language, "angka.keterangan.lain", count=number(more, language)) if more > 0 else ""
    return (text(language, "angka.keterangan", figures="; ".join(told[:_MOST_NAMED])) + rest,)
