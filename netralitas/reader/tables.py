"""Tables in a text: rows are lines of cells parted by tabs or bars; a first row without numbers says what each column counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from netralitas.reader import lexicon
from netralitas.reader.mentions import Mention

_PARTED = re.compile(r"[\t|]")
_NUMBER_CELL = re.compile(r"\s*(?:[±~]\s*)?\d[\d.,]*\s*%?\s*")
_YEAR_CELL = re.compile(r"\s*(?:19|20)\d\d\s*")
# Nothing else stands in the heading of a column of counts but what is counted, where and when.
_TOTAL = re.compile(r"\b(?:jumlah|total|angka|banyaknya|count|number|figure)s?\b|^\W*[nΣ∑]\W*$", re.IGNORECASE)
_NO_WORD = re.compile(r"\b(?:seluruh|semua|nasional|akhir|per|of|all|the|s\.?d\.?)\b|[\W\d_]", re.IGNORECASE)
# How many there are of them, whatever they did: no count of cases, unless the table counts nothing else.
_STAFF = re.compile(
    r"(?:jumlah|total|number of|count of)\s+(?:seluruh\s+|all\s+)?(?:ASN|PNS|PPPK|pegawai|civil servants|staff)", re.IGNORECASE
)
_WHERE_AND_WHEN = {"place", "event", "year", "day"}


@dataclass(frozen=True)
class Column:
    """What heads a cell: whether it says that the numbers below count cases, their unit, and all that it names."""

    counts: bool
    unit: str
    mentions: tuple[Mention, ...]
    is_total: bool = False
    is_staff: bool = False

    @property
    def says(self) -> bool:
        """Does the heading say of the numbers below what they are? Keterangan does not."""
        return self.counts or self.is_total or bool(self.unit or self.mentions)

    def counts_in(self, row: Sequence[Mention]) -> bool:
        """Of a column that says where or when, the row may say that it counts cases: Dugaan | Bali 2 | Jawa Timur 15."""
        kinds = {one.kind for one in self.mentions}
        return self.counts or bool(kinds & _WHERE_AND_WHEN and any(one.kind == "stage" for one in row))

    def said(self, kind: str) -> Mention | None:
        """The weightiest thing of a kind that the heading names."""
        return max((one for one in self.mentions if one.kind == kind), key=lambda one: one.weight, default=None)


Columns = tuple[Column, ...]


def is_row(line: str) -> bool:
    return _PARTED.search(line) is not None


def cell(text: str, place: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """The cell of a sentence in which a place stands; in a row of one cell, and outside of tables, the whole sentence."""
    start, end = sentence
    before = [one.end() for one in _PARTED.finditer(text, start, place)]
    behind = _PARTED.search(text, place, end)
    piece = text[(first := before[-1] if before else start) : (last := behind.start() if behind else end)]
    return first + len(piece) - len(piece.lstrip()), last - len(piece) + len(piece.rstrip())


def columns(line: str, mentions: Sequence[Mention], is_about: bool) -> Columns:
    """What the first row of a table says of its columns; nothing where it has numbers itself. `is_about`: cases are counted here."""
    cells = _cells(line)
    if any(_NUMBER_CELL.fullmatch(line, *cell) and not _YEAR_CELL.fullmatch(line, *cell) for cell in cells):
        return ()
    heads = tuple(_column(line, cell, [one for one in mentions if cell[0] <= one.start < cell[1]], is_about) for cell in cells)
    if is_about and not any(one.counts for one in heads):
        heads = tuple(replace(one, counts=one.is_staff) for one in heads)
    return heads if any(one.counts or one.mentions for one in heads) else ()


def at(heads: Columns, before: str) -> Column | None:
    """The column of what stands behind these letters of its row."""
    place = len(_PARTED.findall(before))
    return heads[place] if place < len(heads) else None


def _cells(line: str) -> list[tuple[int, int]]:
    parts = [one.start() for one in _PARTED.finditer(line)]
    return list(zip([0, *(part + 1 for part in parts)], [*parts, len(line)], strict=True))


@cache
def _units() -> dict[str, re.Pattern]:
    return {unit: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for unit, words in lexicon.UNITS.items() if unit}


def _column(line: str, cell: tuple[int, int], mentions: Sequence[Mention], is_about: bool) -> Column:
    head, kinds = line[slice(*cell)], {one.kind for one in mentions}
    unit = next((unit for unit, words in _units().items() if words.search(head)), "")
    total, is_staff = _TOTAL.search(head) is not None, _STAFF.search(head) is not None
    is_case = "stage" in kinds or unit in ("kasus", "laporan")
    is_told = unit or kinds & {*_WHERE_AND_WHEN, "counter"} or (total and _says_no_more(line, cell, mentions))
    return Column(is_case or bool(is_about and is_told and not is_staff), unit, tuple(mentions), total, is_staff)


def _says_no_more(line: str, cell: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Jumlah per 4 Oktober 2020, and not Jumlah daerah."""
    letters = list(line)
    for one in mentions:
        letters[one.start : one.end] = " " * (one.end - one.start)
    return not _NO_WORD.sub("", _TOTAL.sub("", "".join(letters[slice(*cell)])))
