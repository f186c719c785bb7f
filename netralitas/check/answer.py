"""The answer to a typed question, and what answers of every kind share."""

from dataclasses import dataclass, field

from netralitas.check.known import Known, by_day
from netralitas.check.places import Choice
from netralitas.model import Filter
from netralitas.store import Store
from netralitas.wording import text

LAYAK, CATATAN, JANGAN, UNKNOWN = "layak", "catatan", "jangan", "tidak_dikenal"
VERDICTS = (LAYAK, CATATAN, JANGAN, UNKNOWN)
KINDS = ("kosong", "angka", "angka_lain", "pertanyaan", "wilayah", "tahun", "tanpa_pemilihan", "pegawai", "hukum", UNKNOWN)
MOST_REASONS = 3


@dataclass(frozen=True)
class Why:
    """One reason in a sentence; `rule` is its rule of the verdict, empty where the question itself gives the reason."""

    rule: str
    sentence: str


@dataclass(frozen=True)
class Answer:
    """`kind`, one of KINDS, says what was asked.

    `figure` answers first, None where none does; `known` is everything for the same question; `elsewhere` the same number of
    other questions; `choices` are questions to ask instead, with what each would find.
    """

    typed: str
    kind: str
    number: float | None
    verdict: str
    word: str
    sentence: str
    why: tuple[Why, ...] = ()
    figure: Known | None = None
    scope: Filter | None = field(default=None, compare=False)
    known: tuple[Known, ...] = ()
    elsewhere: tuple[Known, ...] = ()
    more_elsewhere: int = 0
    choices: tuple[Choice, ...] = ()
    add: str = ""


def same_question(store: Store, figure: Known, language: str) -> tuple[Known, ...]:
    """Everything that was published for the place, election, stage and unit of a figure, by day."""
    if not figure.event:
        return (figure,)
    return by_day(store, store.alternatives(*figure.scope), language) or (figure,)


def in_a_word(judged: str, figure: Known, language: str) -> str:
    """The verdict in a word. A number that only wants its day or clause may be said: its sentence carries them."""
    if judged != CATATAN or figure.mark:
        return text(language, f"cek.kata.{judged}")
    return text(language, "cek.kata.keterangan")
