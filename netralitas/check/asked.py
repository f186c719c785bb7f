"""What a typed question asks for: a number, places, elections, a stage, a unit, a counter. Nothing is guessed: what is open stays open."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from netralitas.check.leftover import Leftover, leftover, units
from netralitas.model import LANGUAGES, STAGES
from netralitas.reader import excluded, laws, mentions, places
from netralitas.reader.mentions import Mention
from netralitas.reader.numerals import Numeral, numerals
from netralitas.store import Store

LONGEST = 200
# What a browser would run or hide is no question; any other mark-up is passed over and its words are read.
_PROGRAM = re.compile(r"<(script|style)\b[^>]*>.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[^<>]*>")
_NEUTRALITY = re.compile(r"(?:netralitas|neutrality(?: of)?)\s+(?:para\s+)?$", re.IGNORECASE)
# A stage that is named by so general a word says nothing of the stage.
_GENERAL = 1
# A question names a stage by one word where a text has a sentence.
_SANCTION = re.compile(r"\b(?:sanksi|hukuman|sanctions?|punishments?)\b", re.IGNORECASE)
# Numbers that nobody asks about; of others (a region's code, a count of staff) a question may speak.
_NO_COUNT = frozenset(["uang", "telepon", "nomor_pegawai", "waktu", "alamat", "urutan", "lama"])
# 1 194 with a space that does not break is one number; 10-20 is two.
_IN_GROUPS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_BELOW_ZERO = re.compile(r"(?:(?:^|[\s(])[-\u2212\u2013]|(?<!\w)minus\s+)$", re.IGNORECASE)
_UP_TO = re.compile(r"\s*(?:[-\u2013\u2014]|s\.?/?d\.?|sampai(?: dengan)?|hingga|to)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)(?:antara|between)\s+$", re.IGNORECASE)
_AND = re.compile(r"\s+(?:dan|and|-|sampai|hingga)\s+", re.IGNORECASE)
# No count of civil servants, nor of people, reaches this.
_TOO_LARGE = 10**9
_SHOWN = 24


@dataclass(frozen=True)
class Asked:
    """`places` and `events` are all that the words may mean, empty where none is named; `left` is what nothing was made of.

    `others` are numbers beside the one that is answered, `span` the ends of a range, which is no number; `days` are dates.
    """

    typed: str
    number: float | None
    others: tuple[float, ...]
    span: tuple[float, float] | None
    places: tuple[str, ...]
    left: Leftover
    events: tuple[str, ...]
    year: str
    days: tuple[str, ...]
    laws: tuple[str, ...]
    stage: str
    unit: str
    counter: str

    @property
    def bare(self) -> bool:
        """Nothing but a place or a year: no number, no election by name, no stage, no unit."""
        return self.number is None and not (self.stage or self.unit or self.counter)


def plain(typed: str) -> str:
    """The question as it is read and shown: one line, as long as a question is."""
    joined = _IN_GROUPS.sub(".", typed[:LONGEST])
    return " ".join("".join(letter if letter.isprintable() else " " for letter in joined).split())


def read(store: Store, typed: str) -> Asked:
    """What of the question is understood."""
    text = " ".join(_MARKUP.sub(" ", _PROGRAM.sub(" ", plain(typed))).split())
    named_laws = tuple(laws.laws(text))
    for law in named_laws:
        text = text[: law.start] + " " * (law.end - law.start) + text[law.end :]
    where, named = places.found(store, text, loose=True), mentions.found(store, text)
    # "Dugaan pelanggaran netralitas ASN" counts no persons.
    counted = [one for one in units().finditer(text) if not _NEUTRALITY.search(text, 0, one.start())]
    days = [one for one in named if one.kind in ("day", "date_without_year")]
    apart = [one for one in _numerals(text) if not _within(one, (*where, *days))]
    numbers, years = _parted(text, apart, [one for one in named if one.kind in ("event", "year")], counted)
    shown = _in_a_word(store, text)
    stages = [one for one in named if one.kind == "stage" and one.weight > _GENERAL] or shown
    taken = [*where, *named, *numbers, *stages]
    rest = "".join(" " if any(one.start <= place < one.end for one in taken) else letter for place, letter in enumerate(text))
    numbers, beyond = _countable(text, numbers)
    left = Leftover() if where else leftover(store, text, rest)
    span = _span(text, numbers)
    values = [one.value for one in numbers if not span or one.value not in span]
    return Asked(
        typed=plain(typed),
        number=None if span else next(iter(values), None),
        others=tuple(dict.fromkeys(values if span else values[1:])),
        span=span,
        places=left.places or _narrowed(store, where),
        left=Leftover(_shortened(text)) if beyond and not (numbers or where) else left,
        events=tuple(dict.fromkeys(event for one in years for event in one.values)) or _of_days(store, days, numbers),
        year=_year(years) or _year(days if not numbers else []),
        days=tuple(one.values[0] for one in days),
        laws=tuple(dict.fromkeys(law.name for law in named_laws)),
        stage=max(stages, key=lambda one: one.weight).values[0] if stages else "",
        unit=next((match.lastgroup for match in counted), ""),
        # "Diteruskan ke KASN/BKN" is the name of a stage: neither of them counted.
        counter=next((one.values[0] for one in named if one.kind == "counter" and not _within(one, shown)), ""),
    )


def _numerals(text: str) -> list[Numeral]:
    """The numbers, those below zero as such: -5 is not 5."""
    found = numerals(_HYPHEN.sub("\u2013", text))
    return [Numeral(one.start, one.end, -one.value, one.spelled) if _BELOW_ZERO.search(text, 0, one.start) else one for one in found]


def _within(one: Numeral | Mention, spans: Iterable[Mention]) -> bool:
    return any(one.start < span.end and span.start < one.end for span in spans)


def _countable(text: str, numbers: list[Numeral]) -> tuple[list[Numeral], list[Numeral]]:
    """Numbers that may be asked about, and those of which nobody asks: money, telephones, times, what is larger than any count."""
    other = [(start, end) for start, end, name in excluded.found(text) if name in _NO_COUNT]
    beyond = [one for one in numbers if one.value >= _TOO_LARGE or any(start <= one.start < end for start, end in other)]
    return [one for one in numbers if one not in beyond], beyond


def _span(text: str, numbers: list[Numeral]) -> tuple[float, float] | None:
    """10-20, antara 90 dan 100: the ends of a range."""
    for one, other in pairwise(numbers):
        between = text[one.end : other.start]
        if _UP_TO.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(text, 0, one.start)):
            return tuple(sorted((one.value, other.value)))
    return None


def _in_a_word(store: Store, text: str) -> list[Mention]:
    """The stage whose own label stands in the text, the longest one: what the links from numbers ask; or one that is named by a word."""
    lowered = text.lower()
    labels = {store.label("stage", stage, language).lower(): stage for stage in STAGES for language in LANGUAGES}
    label = next((one for one in sorted(labels, key=len, reverse=True) if one in lowered), "")
    if label:
        return [Mention(lowered.index(label), lowered.index(label) + len(label), "stage", (labels[label],))]
    return [Mention(one.start(), one.end(), "stage", ("sanksi",)) for one in _SANCTION.finditer(text)]


def _year(named: list[Mention]) -> str:
    """The years that stand without an election, empty where one is named."""
    if any(one.kind == "event" for one in named):
        return ""
    years = [str(one.weight) if one.kind == "year" else one.values[0][:4] for one in named if one.kind in ("year", "day")]
    return " ".join(dict.fromkeys(years))


def _of_days(store: Store, days: list[Mention], numbers: list[Numeral]) -> tuple[str, ...]:
    """The elections of a date's year; a number may have been counted in any year."""
    years = [] if numbers else [one.values[0][:4] for one in days if one.kind == "day"]
    return tuple(code for code in store.event_names() if code[-4:] in years)


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _parted(text: str, found: list[Numeral], named: list[Mention], units: list[re.Match]) -> tuple[list[Numeral], list[Mention]]:
    """Numbers and years. A bare 2007 is a year where an election was held in it, or beside another number, unless a unit follows."""
    counted = {
        one.start for one in found if any(text[one.end : match.start()].strip() == "" for match in units if match.start() >= one.end)
    }
    inside = {one.start: mention for one in found for mention in named if mention.start <= one.start < mention.end}
    others = [one for one in found if one.start not in inside]
    years = [
        mention
        for start, mention in inside.items()
        if mention.kind == "event" or (start not in counted and (mention.values or others))
    ]  # fmt: skip
    spans = [(one.start, one.end) for one in years]
    return [one for one in found if not any(start <= one.start < end for start, end in spans)], years


def _narrowed(store: Store, where: list[Mention]) -> tuple[str, ...]:
    """A place that only says where another lies is left out, whichever is named first."""
    named = dict.fromkeys(code for one in where for code in one.values)
    above = {higher for code in named for higher in store.line_of(code)[1:]}
    return tuple(code for code in named if code not in above) or tuple(named)
