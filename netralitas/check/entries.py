"""Numbers of an article as rows for figures.csv and sources.csv: what was read, what was assumed, and the phrase that it comes from.

A person ticks (`take`), corrects and appends: `python -m etl add` takes what `as_csv` writes. What no word of the text says
stays empty or is assumed, and then `assumed` says so: a row that is wrong is not to look as sure as one that is right.
"""

import re
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from netralitas.check import draft, match
from netralitas.documents import Draft
from netralitas.files import csv
from netralitas.reader import Part, Sentence
from netralitas.reader.found import HERE
from netralitas.store import Store
from netralitas.wording import text

TAKE, PRINTED, ASSUMED = "take", "printed", "assumed"
SOURCE = ("source_id", "publisher", "title", "url", "published_on", "kind")
# What a publisher is that is not known yet.
PUBLISHER_KIND = "publisher_kind"
_FIGURE = ("event", "period_start", "period_end", "as_of", "region", "counted_by", "stage", "stage_basis", "unit", "dimension", "category")
_REST = ("value", "qualifier", "note_kind", "note")
COLUMNS = (TAKE, PRINTED, *_FIGURE, *_REST, ASSUMED, *SOURCE, PUBLISHER_KIND)
_TITLE = 120


@dataclass(frozen=True)
class Article:
    """What a person says of the source of all rows; what is left empty is to be filled in before they are added."""

    publisher: str = ""
    title: str = ""
    url: str = ""
    published_on: str = ""
    kind: str = "berita"
    named: str = ""
    publisher_kind: str = ""

    @property
    def source_id(self) -> str:
        """As the sources are named: the publisher and the day; where neither is said, the file's name or the title."""
        told = f"{self.publisher} {self.published_on}".strip() or self.named or self.title
        return re.sub(r"[^a-z0-9]+", "-", told.lower()).strip("-")[:60]


def entries(store: Store, document: Draft, article: Article, language: str, region: str = "", event: str = "") -> pd.DataFrame:
    """A row for each number of the draft that counts cases, all cells text, in the columns of COLUMNS."""
    sentences = draft.read_draft(store, document)
    source = {name: getattr(article, name) for name in (*SOURCE, PUBLISHER_KIND)}
    rows = [_row(store, sentences[one.sentence], one, language) | source for one in match.asked(sentences, region, event)]
    return pd.DataFrame([{name: row.get(name, "") for name in COLUMNS} for row in rows], columns=list(COLUMNS))


def as_csv(rows: pd.DataFrame) -> bytes:
    """The rows as `etl add` reads them; what a stranger's text says is no formula in a spreadsheet."""
    ticked = rows[TAKE].map(lambda tick: "x" if tick in (True, "x") else "")
    table = pa.Table.from_pandas(rows.assign(**{TAKE: ticked}).astype(object).fillna("").astype(str), preserve_index=False)
    return b"".join(csv.lines(table.to_reader()))


def heading(document: Draft) -> str:
    """What the article calls itself: its first title, else nothing."""
    return next((" ".join(one.text.split())[:_TITLE] for one in document.passages if one.part == "title"), "")


def _row(store: Store, sentence: Sentence, one: match.Asked, language: str) -> dict[str, str]:
    found = one.found
    told = {
        "event": _only(one.events), "region": _only(one.places), "as_of": _only(found.day.values),
        "counted_by": _only(found.counter.values), "stage": _only(found.stage.values),
    }  # fmt: skip
    unit = found.unit or "kasus"
    return told | {
        TAKE: "", PRINTED: " ".join(sentence.text.split()), "stage_basis": "tercetak" if found.stage.where == HERE else "konteks",
        "unit": unit, "dimension": "total", "value": _plain(found.value), "qualifier": found.qualifier,
        ASSUMED: " ".join(_assumed(store, one, unit, language)),
    }  # fmt: skip


def _only(values: tuple[str, ...]) -> str:
    return values[0] if len(values) == 1 else ""


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _assumed(store: Store, one: match.Asked, unit: str, language: str) -> list[str]:
    """What was not read at the number itself: taken from elsewhere, left open, or filled in."""
    found = one.found
    parts = {"wilayah": found.place, "pemilihan": found.event, "tahap": found.stage, "pencacah": found.counter, "hari": found.day}
    told = [sentence for name, part in parts.items() if (sentence := _of_part(store, name, part, one, language))]
    if not found.unit:
        told.append(text(language, "entri.satuan", unit=store.label("unit", unit, language)))
    told.append(text(language, "entri.total"))
    return told


def _of_part(store: Store, name: str, part: Part, one: match.Asked, language: str) -> str:
    if len(part.values) > 1:
        return text(language, "entri.banyak", what=text(language, f"entri.{name}"), names=", ".join(part.values))
    what = text(language, f"entri.{name}")
    if part.where and part.where != HERE:
        return text(language, f"entri.dari.{part.where}", what=what)
    if part.values:
        return ""
    filled = {"wilayah": _only(one.places), "pemilihan": _only(one.events)}.get(name, "")
    if not filled:
        return text(language, "entri.kosong", what=what)
    named = store.region_name(filled) if name == "wilayah" else store.event_name(filled)
    return text(language, "entri.dianggap", what=what, name=named)
