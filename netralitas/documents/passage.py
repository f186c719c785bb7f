"""What a draft is made of: passages with their places, remarks at them; and what is said where a file can't be read."""

from dataclasses import dataclass
from enum import StrEnum

from netralitas.wording import number, text

KINDS = ("docx", "pptx", "pdf", "txt")
MOST_BYTES = 20 * 2**20
MOST_PAGES = 300
MOST_LETTERS = 500_000


class Part(StrEnum):
    TITLE = "title"
    BODY = "body"
    TABLE = "table"
    NOTES = "notes"


@dataclass(frozen=True)
class Passage:
    """A paragraph and where it stands: `page` is the page of a PDF or the slide, 0 where the format knows none."""

    text: str
    part: Part = Part.BODY
    page: int = 0


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
