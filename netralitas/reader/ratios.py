"""Comparisons in words: dua kali lipat, doubled, separuh dari mereka; what two counts beside them must bear out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from netralitas.reader import attribution, lexicon, numerals

TIMES, PART = "kali", "bagian"


@dataclass(frozen=True)
class Ratio:
    """`unit` kali: one count is so many times another; bagian: it is so many per cent of another. `changes`: it grew or fell by so much."""

    start: int
    end: int
    text: str
    value: float
    unit: str
    qualifier: str = ""
    changes: bool = False


_NUMBER = rf"\d+(?:[.,]\d+)?|(?:{numerals.NUMBER_WORD})(?:\s+(?:{numerals.NUMBER_WORD}))*"
_TIMES = (
    rf"(?P<times>{_NUMBER})(?:\s+(?:kali|x)|x)\s+(?:lipat|lebih (?:banyak|besar|tinggi)|(?:jumlah|angka)(?:nya)?\b)"
    rf"|(?P<fold>{_NUMBER})(?:[- ]?fold|\s+times\s+(?:as (?:many|much|high|large)|more|higher|the (?:number|figure|count|total|level)))"
    r"|(?P<w2>doubl(?:ed|ing)|double the (?:number|figure|count|total)|twice (?:as (?:many|much|high)|the (?:number|figure|count|total)))"
    r"|(?P<w3>tripl(?:ed|ing)|triple the)|(?P<w4>quadrupl(?:ed|ing))"
)
_PARTS = {
    50: r"separuh|separo|setengah|half", 100 / 3: r"sepertiga|(?:a|one)[- ]third", 25: r"seperempat|(?:a|one)[- ]quarter",
    200 / 3: r"dua pertiga|two[- ]thirds", 75: r"tiga perempat|three[- ]quarters",
}  # fmt: skip
# Of some counted ones: separuhnya, half of them; not setengah jam, nor separuh hati.
_OF_THEM = r"(?:nya\b|(?=\s+(?:dari(?!\s+(?:waktu|masa|jam))|di ?antara\w*|of\s+(?:them|these|those|the|all|whom|which|\d))\b))"
_HALVED = r"(?P<halved>halved|halving)"
# Less than that says only what it is not.
_LESS = re.compile(r"\b(?:kurang dari|tidak sampai|belum|tak sampai|di bawah|less than|fewer than|under|below|not)\s+$", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern:
    parts = "|".join(f"(?P<p{place}>{words})" for place, words in enumerate(_PARTS.values()))
    return re.compile(rf"\b(?:{_TIMES}|{_HALVED}|(?:{parts})(?P<of>{_OF_THEM})?)", re.IGNORECASE)


def ratios(text: str) -> Iterator[Ratio]:
    """The comparisons of a sentence in their order."""
    for match in _pattern().finditer(text):
        start, end = match.span()
        changes = match["halved"] is not None or lexicon.CHANGES.search(text, 0, start) is not None
        named = {name: told for name, told in match.groupdict().items() if told is not None and name != "of"}
        name = next(iter(named))
        if _LESS.search(text, 0, start) or (name.startswith("p") and not (changes or match["of"] is not None)):
            continue
        value = _value(name, named[name])
        if value is not None:
            unit = TIMES if name in ("times", "fold") or name.startswith("w") else PART
            yield Ratio(start, end, match.group(), value, unit, attribution.qualifier(text, start, end), changes)


def _value(name: str, told: str) -> float | None:
    if name == "halved":
        return 50.0
    if name[0] in "wp" and name[1:].isdigit():
        return float(name[1:]) if name[0] == "w" else float(list(_PARTS)[int(name[1:])])
    return numerals.written(told) if told[0].isdigit() else numerals.spelled(told)
