"""Numbers in a text: as digits in both ways of writing, and as words in Indonesian and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Numeral:
    """A number as it stands in the text; `spelled` if in words."""

    start: int
    end: int
    value: float
    spelled: bool


_DIGITS = re.compile(r"(?:(?<=Rp)|(?<![\w.,]))(?<!\d[-/])\d+(?:[.,]\d+)*")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}|0[.,]\d+")
_MIXED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:,\d{3})+\.\d+")
_POWER = re.compile(r"\s+(ratus|ribu|juta|miliar|hundred|thousand|million|billion)\b", re.IGNORECASE)
_POWERS = {"ratus": 1e2, "hundred": 1e2, "ribu": 1e3, "thousand": 1e3, "juta": 1e6, "million": 1e6, "miliar": 1e9, "billion": 1e9}

# Each word by its place in the list.
_COUNTED = {
    0: "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas",
    1: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {
    **{word: value for first, words in _COUNTED.items() for value, word in enumerate(words.split(), first)},
    **{word: value * 10 for value, word in enumerate(_TENS.split(), 2)},
}
_TIMES = {"puluh": 10, "ratus": 100, "hundred": 100}
_THOUSANDS = {"ribu": 1000, "thousand": 1000, "juta": 1000000, "million": 1000000}
_ONE_OF = {"seratus": 100, "seribu": 1000, "sejuta": 1000000}
NUMBER_WORD = "|".join(sorted({*_ONES, *_TIMES, *_THOUSANDS, *_ONE_OF, "belas"}, key=len, reverse=True))
_SPELLED = re.compile(rf"(?<![\w-])(?:{NUMBER_WORD})(?:(?:\s+and\s+|[\s-]+)(?:{NUMBER_WORD}))*(?![\w-])", re.IGNORECASE)
_CONTINUES = re.compile(rf"(?:{'|'.join((*_TIMES, *_THOUSANDS, 'belas'))})\b", re.IGNORECASE)  # the number before it
_ENGLISH_TENS = range(20, 100, 10)


def written(text: str) -> float | None:
    """1.194, 1,194, 10,5 and 10.5 as a number; None for what is no number (1.19.4)."""
    if text.isdigit():
        return float(text)
    if _GROUPS.fullmatch(text):
        return float(re.sub(r"[.,]", "", text))
    if _MIXED.fullmatch(text):
        whole, part = re.split(r"[.,](?=\d+$)", text)
        return float(re.sub(r"[.,]", "", whole) + "." + part)
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def spelled(text: str) -> float | None:
    """Seribu seratus sembilan puluh empat; one thousand one hundred and ninety-four."""
    total = group = last = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word == "and":
            continue
        if word in _ONE_OF:
            value = _ONE_OF[word]
            total, group, last = (total + value, group, 0) if value >= 1000 else (total, group + value, 0)
        elif word == "belas":
            group, last = group + 10, 0
        elif word in _TIMES:
            group, last = group - last + (last or 1) * _TIMES[word], 0
        elif word in _THOUSANDS:
            total, group, last = total + (group or 1) * _THOUSANDS[word], 0, 0
        else:
            value = _ONES[word]
            if last and not (last in _ENGLISH_TENS and value < 10):
                return None
            group, last = group + value, value
    return float(total + group)


def numerals(text: str) -> list[Numeral]:
    """All numbers in their order; what is no number (a code like 1.2.3) is left out."""
    return sorted([*_in_digits(text), *_in_words(text)], key=lambda one: one.start)


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        value = written(match.group())
        if value is None:
            continue
        power = _POWER.match(text, match.end())
        end = power.end() if power else match.end()
        yield Numeral(match.start(), end, value * (_POWERS[power[1].lower()] if power else 1), False)


def _in_words(text: str) -> Iterator[Numeral]:
    for match in _SPELLED.finditer(text):
        # "5 ratus" is one number, "2024 delapan puluh" two
        goes_on = _CONTINUES.match(match.group()) and re.search(r"\d\s+$", text[max(match.start() - 3, 0) : match.start()])
        value = None if goes_on else spelled(match.group())
        if value is not None:
            yield Numeral(match.start(), match.end(), value, True)
