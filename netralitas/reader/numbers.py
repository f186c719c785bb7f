"""Which numbers of a sentence count cases, in which unit, and what the words around each say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from netralitas.reader import lexicon
from netralitas.reader.mentions import Mention
from netralitas.reader.numerals import Numeral

# So many words may stand between a number without a noun and the stage that it counts: 1.450 sudah dijatuhi sanksi.
_WORDS_TO_STAGE = 4
_BREAK = re.compile(r"[;:,]|\b(?:dan|serta|sedangkan|sementara|namun|tetapi|and|while|whereas|but)\b", re.IGNORECASE)
_PERSONS = re.compile(r"netral|neutral|melanggar|pelanggar|breach|violat", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(
    r"(?:kasus|laporan|pelanggaran|dugaan|cases|reports|violations)(?:\s+\w+){0,6}?\s+(?:sebanyak|sejumlah|mencapai|berjumlah"
    r"|menjadi|totalling|reached|numbered)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_NOT_A_COUNT = re.compile(r"\b(?:salah|setiap|tiap|dalam|ini|is|each|every|any|in|the)\s+$", re.IGNORECASE)
# A number that goes on from another: pada Maret 2021 disebut 1.562.
_GOES_ON = re.compile(
    r"\b(?:disebut|menyebut|menjadi|jumlahnya|mencapai|berjumlah|sebanyak|sejumlah|yakni|yaitu|tinggal|said|reached|to|was|were|or|atau)"
    r"(?:\s+(?:hanya|baru|sudah|sekitar|lebih dari|only|about))?\s+$",
    re.IGNORECASE,
)
_NAMED = {"day": "tanggal", "date_without_year": "tanggal", "event": "pemilihan", "place": "kode"}
_GAP = re.compile(r"\s*[:(–—=\t-]?\s*|\s+(?:sebanyak|ada|tercatat|dengan|with|had|has)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A number as it was read: `why` names the rule by which it counts no cases; empty where it does."""

    start: int
    end: int
    value: float
    why: str
    unit: str
    end_of_noun: int


@cache
def _unit() -> re.Pattern:
    parts = "|".join(f"(?P<u{place}>{words})" for place, words in enumerate(lexicon.UNITS.values()))
    return re.compile(rf"(?:-an)?{lexicon.BEFORE_UNIT}(?:{parts})(?!\w)", re.IGNORECASE)


@cache
def _unit_of_whole() -> re.Pattern:
    """1.450 dari 1.597 ASN: the noun stands at the whole."""
    parts = "|".join(f"(?P<u{place}>{words})" for place, words in enumerate(lexicon.UNITS.values()) if place)
    return re.compile(
        rf"(?P<whole>)\s+(?:di antara(?:nya)?|dari|of(?: the)?|out of)(?: total"
        rf"| sebanyak)?\s+\d[\d.,]*{lexicon.BEFORE_UNIT}(?:{parts})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _other_topic() -> re.Pattern:
    return re.compile(rf"\s+(?:\w+\s+)?(?:{lexicon.OTHER_TOPIC})(?!\w)", re.IGNORECASE)


@cache
def topic() -> re.Pattern:
    return re.compile(rf"\b(?:{lexicon.TOPIC})(?!\w)", re.IGNORECASE)


def read(
    text: str, numerals: Sequence[Numeral], excluded: Sequence[tuple[int, int, str]], mentions: Sequence[Mention], loose: bool
) -> list[Reading]:
    """Every number of a sentence; of those in words only the ones that count something."""
    readings: list[Reading] = []
    taken = 0
    for numeral in numerals:
        if numeral.start < taken:
            continue
        reading = _reading(text, numeral, excluded, mentions, readings, loose)
        if reading:
            readings.append(reading)
            taken = max(reading.end_of_noun, reading.end)
    return readings


def _reading(
    text: str, numeral: Numeral, excluded: Sequence, mentions: Sequence[Mention], before: list[Reading], loose: bool
) -> Reading | None:
    stretch = _excluded(numeral, excluded, mentions)
    if stretch:
        return None if numeral.spelled else Reading(stretch[0], max(stretch[1], numeral.end), numeral.value, stretch[2], "", numeral.end)
    noun = _unit().match(text, numeral.end) or _unit_of_whole().match(text, numeral.end)
    unit = list(lexicon.UNITS)[int(noun.lastgroup[1:])] if noun else ""
    end = noun.end() if noun and "whole" not in noun.groupdict() else numeral.end
    read_as = lambda why: Reading(numeral.start, numeral.end, numeral.value, why, unit, end)  # noqa: E731
    if noun and _other_topic().match(text, end):
        return read_as("hal_lain")
    if numeral.spelled and not loose and (not noun or _NOT_A_COUNT.search(text, max(numeral.start - 12, 0), numeral.start)):
        return None
    if not noun and _is_year(text, numeral):
        return read_as("tahun")
    counts = _counts_persons(text, mentions) if unit in ("orang", "persen") else bool(noun) or _counts(text, numeral, mentions, before)
    return read_as("" if counts or loose else "bukan_kasus")


def _excluded(numeral: Numeral, excluded: Sequence[tuple[int, int, str]], mentions: Sequence[Mention]) -> tuple[int, int, str] | None:
    """The stretch that the number is part of, and why it counts no cases."""
    for mention in mentions:
        if mention.start <= numeral.start < mention.end and mention.kind in _NAMED:
            return mention.start, mention.end, _NAMED[mention.kind]
    return next((stretch for stretch in excluded if stretch[0] <= numeral.start < stretch[1]), None)


def _is_year(text: str, numeral: Numeral) -> bool:
    return 1900 <= numeral.value <= 2100 and text[numeral.start : numeral.end].isdigit()


def _counts_persons(text: str, mentions: Sequence[Mention]) -> bool:
    """Persons and shares are counted of everything: a stage or the matter must be named with them."""
    return any(mention.kind == "stage" for mention in mentions) or _PERSONS.search(text) is not None


def _counts(text: str, numeral: Numeral, mentions: Sequence[Mention], before: list[Reading]) -> bool:
    """A number without a noun: its stage follows at once, its noun stands before it, or it goes on with a list of places."""
    stage = next((one for one in mentions if one.kind == "stage" and one.start >= numeral.end), None)
    between = text[numeral.end : stage.start] if stage else "0"
    if not _BREAK.search(between) and not re.search(r"\d", between) and len(between.split()) <= _WORDS_TO_STAGE:
        return True
    if _TOTAL_BEFORE.search(text, 0, numeral.start) or any(one.kind == "refusal" and one.start < numeral.start for one in mentions):
        return True
    if any(not one.why for one in before) and _GOES_ON.search(text, max(numeral.start - 40, 0), numeral.start):
        return True
    place = next((one for one in reversed(mentions) if one.kind == "place" and one.end <= numeral.start), None)
    listed = place is not None and _GAP.fullmatch(text, place.end, numeral.start) is not None
    return listed and (any(not one.why for one in before) or topic().search(text) is not None)
