"""May I say this number? A typed question in, one Answer out: for the page, the light page and the data address alike."""

from dataclasses import replace

from netralitas.check import places
from netralitas.check.answer import KINDS, MOST_REASONS, UNKNOWN, VERDICTS, Answer, Why
from netralitas.check.asked import LONGEST, Asked, read
from netralitas.check.of_number import of_number
from netralitas.check.of_place import of_place
from netralitas.check.of_span import of_span
from netralitas.model import LANGUAGES
from netralitas.store import Store
from netralitas.wording import joined, text

_YEARS = range(1945, 2046)
__all__ = ["KINDS", "VERDICTS", "Answer", "answer"]


def answer(store: Store, typed: str, language: str = LANGUAGES[0]) -> Answer:
    """What may be said. Nothing that cannot be read is an error: it gets a hint."""
    told = _answered(store, read(store, typed), language)
    if len(typed) > LONGEST and told.kind != "kosong":
        cut = Why("", text(language, "cek.dipotong", longest=LONGEST))
        return replace(told, why=(*told.why[: MOST_REASONS - 1], cut))
    return told


def _answered(store: Store, asked: Asked, language: str) -> Answer:
    if _a_year(store, asked):
        asked = replace(asked, number=None, year=f"{asked.number:.0f}")
    if asked.span:
        return of_span(store, asked, language)
    if asked.number is not None:
        return of_number(store, asked, language)
    if asked.left.is_place:
        return _unread(store, asked, language)
    if asked.places or (asked.events and not asked.year) or (asked.events and not asked.bare):
        return of_place(store, asked, language)
    return _hint(store, asked, language)


def _hint(store: Store, asked: Asked, language: str) -> Answer:
    """Neither a number nor a place: what was read instead, and what to ask."""
    if asked.laws:
        sentence = text(language, "cek.hukum", laws=joined(list(asked.laws), language))
        return Answer(asked.typed, "hukum", None, "", text(language, "cek.kata.pegawai"), sentence)
    if asked.year:
        choices = places.elections(store, asked, language)
        years = joined(asked.year.split(), language)
        key = "cek.tahun" if choices else "cek.tahun.kosong"
        return Answer(asked.typed, "tahun", None, "", "", text(language, key, year=years), choices=choices)
    if asked.left.words:
        return _unread(store, asked, language)
    return Answer(asked.typed, "kosong", None, "", "", text(language, "cek.kosong"), choices=places.examples(language))


def _unread(store: Store, asked: Asked, language: str) -> Answer:
    sentence = text(language, "cek.tak_terbaca", words=asked.left.words)
    choices = (*places.named(store, asked, asked.left.near, language), *places.elections(store, asked, language))
    return Answer(asked.typed, UNKNOWN, None, UNKNOWN, text(language, "cek.kata.tidak_dikenal"), sentence, choices=choices)


def _a_year(store: Store, asked: Asked) -> bool:
    """A bare 2023 that nobody published as a number is a year, whether an election was held in it or not."""
    bare = asked.number is not None and asked.typed == f"{asked.number:.0f}" and asked.number in _YEARS
    return bare and store.valued(asked.number).empty
