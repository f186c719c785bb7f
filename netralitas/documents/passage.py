"""What a draft is made of: passages with their places, remarks at them; and what is said where a file can't be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from netralitas.wording import number, text

KINDS = ("docx", "pptx", "pdf", "txt")
MOST_BYTES = 20 * 2**20
MOST_PAGES = 300
MOST_LETTERS = 500_000
LONGEST_CELL = 80  # letters of a cell that is read as one line


class Part(StrEnum):
    TITLE = "title"
    BODY = "body"
    TABLE = "table"
    NOTES = "notes"


@dataclass(frozen=True)
class Passage:
    """A paragraph and where it stands: `page` is the page of a PDF or the slide, 0 where the format knows none.

    In a table `row` is a number that no other row of the file has, `column` counts from 0; elsewhere `row` is 0.
    """

    text: str
    part: Part = Part.BODY
    page: int = 0
    row: int = 0
    column: int = 0


def joints(passages: Sequence[Passage]) -> list[str]:
    """What parts each passage from the one before: cells of a row stand in one line, a tab a column, as they are pasted."""
    wide = {row for row, cells in groupby(passages, lambda one: one.row) if row and len({one.column for one in cells}) > 1}
    return [_joint(before, one, wide) for before, one in zip((None, *passages), passages, strict=False)]


def _joint(before: Passage | None, one: Passage, wide: set[int]) -> str:
    if before is None or one.row not in wide:
        return "" if before is None else "\n"
    if one.row == before.row and one.column > before.column:
        return "\t" * (one.column - before.column)
    # A cell may hold a heading of two lines, or a page of text.
    if one.row == before.row and max(len(before.text), len(one.text)) <= LONGEST_CELL:
        return " "
    return "\n" + "\t" * one.column


@dataclass(frozen=True)
class Remark:
    """What is said of the letters from `start` to `end` of a passage, which is named by its place in the draft, from 0."""

    passage: int
    start: int
    end: int
    text: str


class Unreadable(Exception):
    """A file can't be read; `key` is the sentence that says why and what to do."""

    def __init__(self, key: str, **values: object):
        super().__init__(key)
        self.key, self.values = key, values

    def told(self, language: str) -> str:
        written = {name: number(value, language) if isinstance(value, int) else value for name, value in self.values.items()}
        return text(language, f"dokumen.{self.key}", **written)
