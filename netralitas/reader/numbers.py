"""Which numbers of a sentence count cases, in which unit, and what the words around each say of it."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from functools import cache

from netralitas.reader import counted, lexicon
from netralitas.reader.mentions import Mention
from netralitas.reader.numerals import NUMBER_WORD, Numeral
from netralitas.reader.tables import Column

_HOW_MANY = re.compile(r"\b(?:berapa|how many)\b", re.IGNORECASE)
# A part of the number before: empat di antaranya, two of them.
_OF_THEM = re.compile(
    r"(?:\s+orang)?\s+(?:di ?antara(?:nya| mereka)|dari (?:jumlah|angka) (?:itu|tersebut)|of (?:them|these|those|whom|which))\b",
    re.IGNORECASE,
)
_NOT_A_COUNT = re.compile(r"\b(?:salah|setiap|tiap|dalam|ini|is|each|every|any|in|the)\s+$", re.IGNORECASE)
_ONE_OR = re.compile(r"\s+\w+\s+(?:atau|or)\b|(?:\s+\w+){1,2}\s+saja\b", re.IGNORECASE)
# Dua dari tiga kasus, one in five cases: a share told in small words counts nothing.
_OUT_OF = re.compile(rf"\b(?:{NUMBER_WORD})\s+(?:dari|di antara|in|of|out of)\s+(?:(?:setiap|tiap|every|the)\s+)?$", re.IGNORECASE)
_OF_SO_MANY = re.compile(rf"\s+(?:dari|di antara|in|of|out of)\s+(?:(?:setiap|tiap|every|the)\s+)?(?:{NUMBER_WORD})\b", re.IGNORECASE)
_SMALL = 10
# Pada 2020 ASN dilarang …: whatever stands behind it.
_IN_YEAR = re.compile(r"\b(?:pada|tahun|sejak|sepanjang|selama|awal|akhir|in|since|during|year)\s+$", re.IGNORECASE)
# Dari 23 orang itu, of those 23, half of the 43 people: the number itself was said before.
_AGAIN_BEHIND = re.compile(r"(?:\s+\w+){0,2}?\s+(?:itu|tersebut|tadi)\b", re.IGNORECASE)
_AGAIN_BEFORE = re.compile(r"\b(?:of the|those|these)\s+$", re.IGNORECASE)
_NAMED = {"day": "tanggal", "date_without_year": "tanggal", "since": "tanggal", "event": "pemilihan", "place": "kode"}


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


def is_said_again(text: str, start: int, end: int) -> bool:
    """Do the words around a number go back to it as one that was said?"""
    return bool(_AGAIN_BEHIND.match(text, end) or _AGAIN_BEFORE.search(text, 0, start))


def asks(sentence: str, context: int) -> bool:
    """Berapa yang terbukti? Whatever number stands in the next sentence answers it."""
    return _HOW_MANY.search(sentence) is not None and (context == counted.BEFORE or counted.is_about_cases(sentence))


def read(
    text: str,
    numerals: Sequence[Numeral],
    excluded: Sequence[tuple[int, int, str]],
    mentions: Sequence[Mention],
    loose: bool,
    context: int = 0,
    headed: Callable[[int], Column | None] = lambda place: None,
    told: Container[float] = (),
) -> list[Reading]:
    """Every number of a sentence; of those in words only the ones that count something.

    `context`: HEADED, BEFORE (of `counted`) or 0. `headed`: the column of a table in which the letter at a place stands.
    `told`: what was counted before in the text.
    """
    readings: list[Reading] = []
    taken = 0
    for numeral in numerals:
        if numeral.start < taken:
            continue
        counting = counted.HERE if any(not one.why for one in readings) else context
        reading = _reading(text, numeral, excluded, mentions, counting, loose, headed(numeral.start))
        if reading and reading.why == "bukan_kasus" and numeral.value in told and is_said_again(text, numeral.start, numeral.end):
            reading = replace(reading, why="")
        if reading:
            readings.append(reading)
            taken = max(reading.end_of_noun, reading.end)
    return readings


def _reading(
    text: str, numeral: Numeral, excluded: Sequence, mentions: Sequence[Mention], counting: int, loose: bool, column: Column | None
) -> Reading | None:
    stretch = _excluded(numeral, excluded, mentions)
    if stretch:
        return None if numeral.spelled else Reading(stretch[0], max(stretch[1], numeral.end), numeral.value, stretch[2], "", numeral.end)
    noun = _unit().match(text, numeral.end) or _unit_of_whole().match(text, numeral.end)
    unit = list(lexicon.UNITS)[int(noun.lastgroup[1:])] if noun else ""
    end = noun.end() if noun and "whole" not in noun.groupdict() else numeral.end
    read_as = lambda why: Reading(numeral.start, numeral.end, numeral.value, why, unit, end)  # noqa: E731
    if noun and (counted.other_topic().match(text, end) or counted.other_topic_before().search(text, 0, numeral.start)):
        return read_as("hal_lain")
    is_part = counting >= counted.BEFORE and _OF_THEM.match(text, end) is not None
    is_next = counting >= counted.BEFORE and counted.stage_follows(text, numeral, mentions)
    if numeral.spelled and not loose and not is_part and (not (noun or is_next) or _is_no_count(text, numeral)):
        return None
    if _is_year(text, numeral) and (not noun or _IN_YEAR.search(text, 0, numeral.start)):
        return read_as("tahun")
    if column and (column.counts or (column.says and not noun)):
        unit = unit if noun else column.unit
        return read_as("" if column.counts_in(mentions) else "bukan_kasus")
    if unit in ("orang", "persen"):
        counts = counted.counts_persons(text, numeral, end, unit, mentions, counting)
    else:
        counts = counted.counts_cases(text, noun, counting) if noun else counted.counts(text, numeral, mentions, counting)
    return read_as("" if counts or is_part or loose else "bukan_kasus")


def _is_no_count(text: str, numeral: Numeral) -> bool:
    """Salah satu kasus, satu perkara atau sebagian masa, satu kasus saja sudah banyak, dua dari tiga kasus."""
    is_ratio = _OUT_OF.search(text, max(numeral.start - 40, 0), numeral.start) or _OF_SO_MANY.match(text, numeral.end)
    if is_ratio and numeral.value <= _SMALL:
        return True
    before = _NOT_A_COUNT.search(text, max(numeral.start - 12, 0), numeral.start)
    is_within = before is not None and before.group().split()[0].lower() in ("dalam", "in") and numeral.value > 1
    return bool((before and not is_within) or _ONE_OR.match(text, numeral.end))


def _excluded(numeral: Numeral, excluded: Sequence[tuple[int, int, str]], mentions: Sequence[Mention]) -> tuple[int, int, str] | None:
    """The stretch that the number is part of, and why it counts no cases."""
    for mention in mentions:
        if mention.start <= numeral.start < mention.end and mention.kind in _NAMED:
            return mention.start, mention.end, _NAMED[mention.kind]
    return next((stretch for stretch in excluded if stretch[0] <= numeral.start < stretch[1]), None)


def _is_year(text: str, numeral: Numeral) -> bool:
    return 1900 <= numeral.value <= 2100 and text[numeral.start : numeral.end].isdigit()
