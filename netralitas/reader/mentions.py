"""What a text names, and where: elections, counters, stages, days, words before a number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from netralitas.reader import lexicon
from netralitas.store import Store


@dataclass(frozen=True)
class Mention:
    """`kind` is place, level, event, events, year, stage, counter, day, since or refusal; several `values` where it is left open.

    `events`, without values: what stands below is of more than one (Dugaan menurut pemilihan).
    """

    start: int
    end: int
    kind: str
    values: tuple[str, ...]
    weight: int = 0


_MONTHS = {
    name: place
    for names in (
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "january february march april may june july august september october november december",
        "jan feb mar apr mei jun jul agu sep okt nov des",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan pebruari maret apr mei jun jul agt sept okt nop des",
        "jan feb mar apr mei jun jul agust sep okt nopember des",
    )
    for place, name in enumerate(names.split(), 1)
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_BLANK = r"[^\S\n\t]*"  # neither a line nor a cell ends in it
_UNTIL = (
    rf"{_BLANK}(?:[-–—]|(?:s\.?\s?d\.?|s/d|sampai(?: dengan)?|hingga|to|until|through)(?=\s)(?:\s+(?:tanggal|tgl\.?|akhir|the))?){_BLANK}"
)
# Its first day may stand before the day itself: 25–30 November, dari 25 sampai 30 November.
_AFTER_SINCE = "|".join(rf"(?<={word} ..)" for word in ("dari", "from", "tanggal", "antara", "between"))
_OPENED = rf"(?:(?P<f{{0}}>\d{{{{1,2}}}})(?:{_BLANK}[-–]{_BLANK}|(?:{_AFTER_SINCE})(?:{_UNTIL}|\s+(?:dan|and)\s+)))?"
_DATE = re.compile(
    rf"\b{_OPENED.format('1')}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\b\.?,?(?:\s+{_YEAR.format('y1')}\b)?"
    rf"|\b(?P<m2>{_MONTH})\.?\s+{_OPENED.format('2')}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR.format('y2')}\b"
    rf"|\b(?P<m3>{_MONTH})\b\.?(?:\s+tahun)?\s+{_YEAR.format('y3')}\b"
    rf"|\b(?P<d4>\d{{1,2}})[/.-](?P<m4>\d{{1,2}})[/.-]{_YEAR.format('y4')}\b"
    rf"|\b{_YEAR.format('y5')}-(?P<m5>\d{{2}})-(?P<d5>\d{{2}})\b",
    re.IGNORECASE,
)
_CUTOFF = re.compile(
    r"(?:sampai(?: dengan)?|hingga|s/d|s\.d\.|per|keadaan|data|pada|as of|until|up to|by|as at)(?:\s+(?:tanggal|tgl\.?"
    r"|hari \w+,?|akhir|the|data))*\s*\(?$",
    re.IGNORECASE,
)


# Dari 1 Januari sampai 31 Desember 2023, 25 Sept–23 Nov 2024, September 25 to November 23, 2024: the period begins then.
_BEGINS = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_MONTH})\b\.?"
    rf"(?:\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\s+{_YEAR.format('year')}\b)?",
    re.IGNORECASE,
)
_TO_ITS_END = re.compile(_UNTIL, re.IGNORECASE)
_AND_ITS_END = re.compile(rf"{_UNTIL}|\s+(?:dan|and)\s+(?:tanggal\s+|the\s+)?", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:dari|sejak|mulai|antara|from|since|between)\s+(?:tanggal\s+|the\s+)?$", re.IGNORECASE)
_BY_ELECTION = re.compile(r"\b(?:menurut|per|antar|tiap|setiap) ?pemilihan\b|\b(?:by|per|across|each|every) elections?\b", re.IGNORECASE)


def found(store: Store, text: str, year: int = 0) -> list[Mention]:
    """All but the places, in their order. `year`: that of "tahun ini"."""
    days = list(_days(text))
    elections = [*_elections(store, text), *_elections_of(store, text, year)]
    held = [*days, *_periods(text, days), *elections, *_levels(text), *_coded(text, "stage", _stages()), *_counters(text), *_refusals(text)]
    days = [mention for mention in days if mention.kind in ("day", "date_without_year")]
    inside = lambda one: one.kind == "year" and any(day.start <= one.start < day.end for day in days)  # noqa: E731
    return sorted((one for one in held if not inside(one)), key=lambda one: one.start)


def _days(text: str) -> Iterator[Mention]:
    """Partial dates as the snapshot writes them: 2020-12-19, 2020-12; weight 1 where a word says that it is counted up to then."""
    for match in _DATE.finditer(text):
        parts = {name[0]: value for name, value in match.groupdict().items() if value}
        month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS[parts["m"].lower()]
        day = int(parts.get("d", 1))
        if not (1 <= month <= 12 and 1 <= day <= 31):
            continue
        weight = int(_CUTOFF.search(text, max(match.start() - 40, 0), match.start()) is not None)
        value = "-".join((parts.get("y", "0000"), f"{month:02d}", *([f"{day:02d}"] if "d" in parts else [])))
        if "y" in parts and 1 <= int(parts.get("f", 0)) <= day:
            yield Mention(match.start(), match.end(), "since", (f"{value[:8]}{int(parts['f']):02d}",))
        yield Mention(match.start(), match.end(), "day" if "y" in parts else "date_without_year", (value,), weight)


def _periods(text: str, days: Sequence[Mention]) -> Iterator[Mention]:
    """When a period begins, as precise as it is printed; without a year it is the last such day before its end."""
    for match in _BEGINS.finditer(text):
        end = next((one for one in days if one.kind == "day" and one.start >= match.end()), None)
        opened = _SINCE.search(text, max(match.start() - 24, 0), match.start())
        goes_on = end and (_AND_ITS_END if opened else _TO_ITS_END).fullmatch(text, match.end(), end.start)
        if not (goes_on or (opened and (match["year"] or (end and match["d1"])))):
            continue
        day = f"-{int(match['d1'] or match['d2']):02d}" if match["d1"] or match["d2"] else ""
        begins = f"-{_MONTHS[match['month'].lower()]:02d}{day}"
        year = match["year"] or str(int(end.values[0][:4]) - (begins > end.values[0][4:]))
        yield Mention(match.start(), match.end(), "since", (year + begins,))


@cache
def _election_pattern() -> re.Pattern:
    kinds = "|".join(f"(?P<{kind}{{0}}>{words})" for kind, words in lexicon.ELECTIONS.items())
    first, second = (kinds.replace("{0}", place) for place in "12")
    year = r"(?P<year{}>20\d\d)(?!\d|[.,]\d)"
    return re.compile(
        rf"\b(?:{first})(?:{lexicon.BETWEEN_ELECTION_AND_YEAR}|\s*\(?){year.format(1)}|\b{year.format(2)}\s+(?:{second})\b"
        # Of any kind: the 2020 election, pemilihan tahun 2020.
        rf"|\b(?:(?:elections?|pemilihan){lexicon.BETWEEN_ELECTION_AND_YEAR}{year.format(4)}|{year.format(5)}\s+(?:elections?|vote|polls)\b)"
        rf"|\b{year.format(3)}\b",
        re.IGNORECASE,
    )


def _elections(store: Store, text: str) -> Iterator[Mention]:
    """Pilkada 2020, the 2024 regional elections. A year alone may mean every election that was held in it."""
    known = store.event_names()
    yield from (Mention(one.start(), one.end(), "events", ()) for one in _BY_ELECTION.finditer(text))
    for match in _election_pattern().finditer(text):
        named = {name: value for name, value in match.groupdict().items() if value}
        year = next(value for name, value in named.items() if name.startswith("year"))
        kind = next((name[:-1] for name in named if not name.startswith("year")), "")
        events = tuple(code for code in known if code.endswith(year) and code.startswith(kind))
        if events:
            is_named = kind or len(match.group()) > len(year)
            yield Mention(match.start(), match.end(), "event" if is_named else "year", events, int(year))


@cache
def _relative() -> re.Pattern:
    kinds = "|".join(f"(?P<{kind}{{0}}>{words})" for kind, words in lexicon.ELECTIONS.items())
    first, second = (kinds.replace("{0}", place) for place in "12")
    return re.compile(
        rf"\b(?:(?:{first})(?:\s+serentak)?\s+(?:kali ini|(?:tahun ini|this year)|(?P<last1>tahun lalu|last year))"
        rf"|(?:this year|(?P<last2>last year))['’]s\s+(?:{second})|tahun ini|this year|(?P<last3>tahun lalu|last year))\b",
        re.IGNORECASE,
    )


def _elections_of(store: Store, text: str, year: int) -> Iterator[Mention]:
    """Pilkada tahun ini, last year: the elections of the year in which the text is said, or of the one before."""
    for match in _relative().finditer(text) if year else ():
        named = [name for name, value in match.groupdict().items() if value]
        of = year - any(name.startswith("last") for name in named)
        kind = next((name[:-1] for name in named if not name.startswith("last")), "")
        events = tuple(code for code in store.event_names() if code.endswith(str(of)) and code.startswith(kind))
        if events:
            yield Mention(match.start(), match.end(), "event" if kind else "year", events, of)


# Seluruh provinsi, di kabupaten ini: the region of that level that was named before.
_LEVEL = re.compile(
    r"\b(?:se-?provinsi|(?:seluruh|tingkat) provinsi|provinsi (?:ini|itu|kita|tersebut)"
    r"|(?:this|the|the whole|the entire) province(?!\s+of)|province-wide)\b"
    r"|\b(?P<local>(?:kabupaten|kota|daerah) (?:ini|itu|kita|tersebut)|(?:this|the) (?:regency|city)(?!\s+of))\b",
    re.IGNORECASE,
)


def _levels(text: str) -> Iterator[Mention]:
    for match in _LEVEL.finditer(text):
        yield Mention(match.start(), match.end(), "level", ("kabkota" if match["local"] else "provinsi",))


@cache
def _stages() -> re.Pattern:
    parts = "|".join(f"(?P<{stage}>{words})" for stage, (_, words) in lexicon.STAGES.items())
    # As they are typed on a phone: tdk terbukti, blm ditindaklanjuti.
    for word, short in lexicon.SHORTENED.items():
        parts = re.sub(rf"(?<!\w){word}(?!\w)", f"(?:{word}|{short})", parts)
    return re.compile(rf"\b(?:{parts})(?!\w)", re.IGNORECASE)


def _coded(text: str, kind: str, pattern: re.Pattern) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        code = match.lastgroup or ""
        yield Mention(match.start(), match.end(), kind, (code,), lexicon.STAGES[code][0])


_GOVERNMENT = "pemda"


@cache
def _counter_patterns() -> tuple[re.Pattern, ...]:
    parts = "|".join(f"(?P<{counter}>{words})" for counter, words in lexicon.COUNTERS.items())
    spoken = (rf"\b(?:{parts})(?!\w)", lexicon.RECIPIENT, r"\b" + lexicon.SAID_BY, lexicon.WHERE_THEY_SERVE)
    return tuple(re.compile(words, re.IGNORECASE) for words in spoken)


def _counters(text: str) -> Iterator[Mention]:
    """Weight 1 where a word says that the number before it is theirs; who only receives did not count."""
    counters, recipient, said_by, where = _counter_patterns()
    for match in counters.finditer(text):
        before = text[max(match.start() - 48, 0) : match.start()]
        if not recipient.search(before) and not (match.lastgroup == _GOVERNMENT and where.search(before)):
            yield Mention(match.start(), match.end(), "counter", (match.lastgroup,), int(said_by.search(before) is not None))


@cache
def _refused() -> re.Pattern:
    return re.compile(rf"\b{lexicon.REFUSED}", re.IGNORECASE)


def _refusals(text: str) -> Iterator[Mention]:
    """Weight 1 where it is said of a number before it: 67 kasus; angka ini jangan dikutip."""
    for match in _refused().finditer(text):
        yield Mention(match.start(), match.end(), "refusal", (), int(match["before"] is not None))
