"""What is read: a number with its parts, and a sentence with all that it names."""

from dataclasses import dataclass

from netralitas.reader.laws import Law, Term
from netralitas.reader.mentions import Mention
from netralitas.reader.ratios import Ratio

HERE, PARAGRAPH, TITLE = "kalimat", "paragraf", "judul"


@dataclass(frozen=True)
class Part:
    """What is said of one side of a number, and where."""

    values: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True)
class Found:
    """One number of a text; see the room's own words for its parts."""

    start: int
    end: int
    text: str
    value: float
    why: str = ""
    unit: str = ""
    qualifier: str = ""
    refused: bool = False
    place: Part = Part()
    event: Part = Part()
    stage: Part = Part()
    counter: Part = Part()
    day: Part = Part()

    @property
    def is_case(self) -> bool:
        return not self.why


@dataclass(frozen=True)
class Sentence:
    """One sentence and all that it names; `headed`: the title and the headings above it."""

    start: int
    end: int
    text: str
    paragraph: int
    numbers: tuple[Found, ...]
    laws: tuple[Law, ...]
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...]
    ratios: tuple[Ratio, ...] = ()
    headed: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[str, ...]:
        """All days that the sentence gives, as the snapshot writes them."""
        return self._said("day")

    @property
    def begins(self) -> tuple[str, ...]:
        """The days on which the periods begin that it gives."""
        return self._said("since")

    def _said(self, kind: str) -> tuple[str, ...]:
        return tuple(one.values[0] for one in self.mentions if one.kind == kind)


PARTS = ("place", "event", "stage", "counter", "day")
