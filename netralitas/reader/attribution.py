"""Which of the things named in a sentence belong to a number of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from netralitas.reader import lexicon
from netralitas.reader.mentions import Mention

# 14 orang sudah disanksi, 9 orang belum: not yet what was said of those before.
_NOT_YET = re.compile(r"(?:\s+\w+){0,2}?\s+(?:belum|blm|not yet)(?=\s*(?:[.;,!)\n]|$))", re.IGNORECASE)


_OF_ALL = re.compile(rf",\s*{lexicon.SAID_BY}", re.IGNORECASE)
_IS_NEXT = re.compile(r"\s*(?:[^\W\d]+\s+){0,2}")


def nearest(text: str, kind: str, mentions: Sequence[Mention], start: int, end: int, following: int) -> Mention | None:
    """What follows the number without a break, up to the next one; else the last before it; else what follows at all.

    So "15 kasus di A, 12 di B" and "A 15 kasus, B 12" are both read.
    """
    of_kind = [mention for mention in mentions if mention.kind == kind]
    closed = _closing(text, start, end)
    of_kind = [one for one in of_kind if closed is None or one.start < closed]
    of_kind = _before_another_election(of_kind, mentions, start, end) if kind == "day" else of_kind
    after = next((one for one in of_kind if end <= one.start < following), None)
    if after and (not lexicon.BREAK.search(text, end, after.start) or _is_bracketed(text, end, after)):
        return after
    before = next((one for one in reversed(of_kind) if one.end <= start), None)
    # An election or a day holds for the whole sentence; a place behind the next number is that number's.
    return (
        before
        or after
        or (None if kind == "place" else next((one for one in of_kind if one.start >= end and not _in_brackets(text, one)), None))
    )


def _before_another_election(days: list[Mention], mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Pilkada 2018 54 kasus, sementara pada Pilkada 2024 8 kasus per 3 Oktober 2024: that day is none of the 54."""
    events = [one for one in mentions if one.kind == "event"]
    own = next((one for one in reversed(events) if one.end <= start), None)
    other = next((one.start for one in events if own and one.start >= end and one.values != own.values), None)
    return days if other is None else [one for one in days if one.start < other]


def of_another_year(text: str, event: Mention | None, year: Mention | None, start: int, end: int, following: int) -> Mention | None:
    """Pilkada 2018 721 kasus, sementara di Bali 388 pada 2020: the year beside the number, where such an election was held in it."""
    is_own = year and end <= year.start < following and not lexicon.BREAK.search(text, end, year.start)
    if not event or not is_own or event.end > start or not lexicon.BREAK.search(text, event.end, start):
        return event
    kinds = {code.rsplit("-", 1)[0] for code in event.values}
    values = tuple(code for code in year.values if code.rsplit("-", 1)[0] in kinds)
    return replace(year, values=values) if values else event


def _in_brackets(text: str, mention: Mention) -> bool:
    """What stands in brackets is said of the number before them."""
    return text.rfind("(", 0, mention.start) > text.rfind(")", 0, mention.start)


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the brackets end in which the number stands: what is named behind them is not said of it."""
    opened = text.rfind("(", 0, start)
    closed = text.find(")", end)
    return closed if opened > text.rfind(")", 0, start) and closed >= 0 else None


def _is_bracketed(text: str, end: int, mention: Mention) -> bool:
    """Said in brackets right behind what the number counts: 721 kasus, secara nasional (Pilkada 2018)."""
    return text[: mention.start].endswith("(") and not re.search(r"[;()]|\d", text[end : mention.start - 1])


def counter(text: str, mentions: Sequence[Mention], start: int, end: int, following: int) -> Mention | None:
    """Who is named last before the number; whoever is named behind it with "menurut" goes before."""
    of_kind = [mention for mention in mentions if mention.kind == "counter"]
    told = next((one for one in of_kind if end <= one.start < following and one.weight), None)
    before = next((one for one in reversed(of_kind) if one.end <= start), None)
    # What is said of a number behind it, with no comma before, is said of that one alone: lima terbukti menurut KASN.
    of_all = [
        one for one in of_kind if one.start >= end and (one.start < following or not one.weight or _OF_ALL.search(text, 0, one.start))
    ]
    return told or before or next(iter(of_all), None)


def stage(text: str, mentions: Sequence[Mention], start: int, end: int, preceding: int, following: int) -> Mention | None:
    """The weightiest in the number's own clause; else the next behind it; else the last before it."""
    of_kind = [mention for mention in mentions if mention.kind == "stage"]
    if _NOT_YET.match(text, end):
        last = next((one for one in reversed(of_kind) if one.end <= start), None)
        if last and last.values == ("sanksi",):
            return replace(last, values=("belum_ditindaklanjuti",))
    breaks = [match.start() for match in lexicon.BREAK.finditer(text)]
    opened = max([preceding, *(place for place in breaks if place < start)])
    closed = min([following, *(place for place in breaks if place >= end)])
    here = [one for one in of_kind if opened <= one.start and one.start < closed]
    if here:
        return max(here, key=lambda one: (one.weight, one.start >= end))
    behind = next((one for one in of_kind if end <= one.start < following and not re.search("[;:]", text[end : one.start])), None)
    if (
        behind
        and following < len(text)
        and lexicon.BREAK.search(text, end, behind.start)
        and _IS_NEXT.fullmatch(text, behind.end, following)
    ):
        # Counted 43 civil servants, forwarded 10 cases: that is said of the next.
        behind = None
    return behind or next((one for one in reversed(of_kind) if one.end <= start), None)


def qualifier(text: str, start: int, end: int) -> str:
    """The word right before the number: sekitar, lebih dari; 500-an is about 500."""
    if text[end:].startswith("-an"):
        return "sekitar"
    before = text[max(start - 40, 0) : start].rstrip()
    return next((code for code, pattern in _qualifiers().items() if (told := pattern.search(before)) and not _is_matter(before, told)), "")


@cache
def _qualifiers() -> dict[str, re.Pattern]:
    return {code: re.compile(rf"(?<!\w)(?:{words})$", re.IGNORECASE) for code, words in lexicon.QUALIFIERS.items()}


def _is_matter(before: str, told: re.Match) -> bool:
    """Complaints about 137 cases: how many there are is said exactly."""
    return told.group().lower() == "about" and re.search(lexicon.MATTER_OF, before[: told.start()], re.IGNORECASE) is not None
