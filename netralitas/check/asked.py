"""What a typed question asks for: a number, places, elections, a stage, a unit, a counter. Nothing is guessed: what is open stays open."""

import re
from dataclasses import dataclass
from functools import cache

from netralitas.address.search import find
from netralitas.model import LANGUAGES, NATION, STAGES
from netralitas.reader import laws, lexicon, mentions, places
from netralitas.reader.mentions import Mention
from netralitas.reader.numerals import Numeral, numerals
from netralitas.store import Store

LONGEST = 200
# What a browser would run or hide is no question; any other mark-up is passed over and its words are read.
_PROGRAM = re.compile(r"<(script|style)\b[^>]*>.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Words around a number that name no place.
_AROUND = (
    "ada adalah angka apa apakah atau bahwa benar berapa boleh dan dari dengan di dikutip dalam ini itu jumlah jumlahnya ke"
    " kabupaten kota kepala kita lagi menurut oleh pada paling para per provinsi saja sampai satu secara sudah tahun tentang"
    " telah terakhir total untuk yang about according and are as at been by can count did figure for from had has have how"
    " banyak bagaimana kabar kapan mana mengapa sedikit siapa tanggal terbanyak terendah tertinggi"
    " highest least lowest most when where which who"
    " in is it many much number of on per said say the there this to was were what which with year"
)
_COMMON = frozenset(_AROUND.split())
_NEUTRALITY = re.compile(r"(?:netralitas|neutrality(?: of)?)\s+(?:para\s+)?$", re.IGNORECASE)
_TOPIC = re.compile(lexicon.TOPIC, re.IGNORECASE)
# A stage that is named by so general a word says nothing of the stage.
_GENERAL = 1
_MOST_WORDS = 4
# No count of civil servants, nor of people, reaches this.
_TOO_LARGE = 10**9
_SHOWN = 24
_LONG_ENOUGH = 6


@dataclass(frozen=True)
class Asked:
    """`places` and `events` are all that the words may mean, empty where none is named; `unread` are words that mean nothing here,
    `near` regions that they may be meant for; `others` are numbers beside the one that is answered."""

    typed: str
    number: float | None
    others: tuple[float, ...]
    places: tuple[str, ...]
    unread: str
    near: tuple[str, ...]
    events: tuple[str, ...]
    year: str
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
    return " ".join("".join(letter if letter.isprintable() else " " for letter in typed[:LONGEST]).split())


def read(store: Store, typed: str) -> Asked:
    """What of the question is understood."""
    text = " ".join(_MARKUP.sub(" ", _PROGRAM.sub(" ", plain(typed))).split())
    named_laws = tuple(laws.laws(text))
    for law in named_laws:
        text = text[: law.start] + " " * (law.end - law.start) + text[law.end :]
    where, named = places.found(store, text, loose=True), mentions.found(store, text)
    # "Dugaan pelanggaran netralitas ASN" counts no persons.
    units = [one for one in _units().finditer(text) if not _NEUTRALITY.search(text, 0, one.start())]
    apart = [one for one in numerals(text) if not any(one.start < span.end and span.start < one.end for span in (*where, *_days(named)))]
    numbers, years = _parted(text, apart, [one for one in named if one.kind in ("event", "year")], units)
    taken = [*where, *named, *numbers]
    rest = "".join(" " if any(one.start <= place < one.end for one in taken) else letter for place, letter in enumerate(text))
    unread, found, near = _unread(store, rest) if not where else ("", (), ())
    beyond = [one for one in numbers if one.value >= _TOO_LARGE]
    if beyond:
        numbers = [one for one in numbers if one.value < _TOO_LARGE]
        unread = unread or _shortened(text[beyond[0].start : beyond[0].end])
    stages = [one for one in named if one.kind == "stage" and one.weight > _GENERAL]
    return Asked(
        typed=plain(typed),
        number=numbers[0].value if numbers else None,
        others=tuple(dict.fromkeys(one.value for one in numbers[1:])),
        places=found or _narrowed(store, where),
        unread=unread,
        near=near,
        events=tuple(dict.fromkeys(event for one in years for event in one.values)),
        year="" if any(one.kind == "event" for one in years) else next((str(one.weight) for one in years), ""),
        laws=tuple(dict.fromkeys(law.name for law in named_laws)),
        stage=max(stages, key=lambda one: one.weight).values[0] if stages else _labelled(store, text),
        unit=next((match.lastgroup for match in units), ""),
        counter=next((one.values[0] for one in named if one.kind == "counter"), ""),
    )


def _labelled(store: Store, text: str) -> str:
    """The stage whose own label stands in the text, the longest one: what the links from numbers ask."""
    lowered = text.lower()
    labels = {store.label("stage", stage, language).lower(): stage for stage in STAGES for language in LANGUAGES}
    return next((labels[label] for label in sorted(labels, key=len, reverse=True) if label in lowered), "")


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


@cache
def _units() -> re.Pattern:
    parts = "|".join(f"(?P<{unit}>{words})" for unit, words in lexicon.UNITS.items() if unit)
    return re.compile(rf"(?<![^\W\d])(?:{parts})(?!\w)", re.IGNORECASE)


def _days(named: list[Mention]) -> list[Mention]:
    return [one for one in named if one.kind in ("day", "date_without_year")]


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


def _unread(store: Store, rest: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Words left over, the region that they clearly mean (Kukar, a typing error), and regions that they may mean."""
    words = [word for word in _WORD.findall(rest) if word.lower() not in _COMMON and not _TOPIC.fullmatch(word)]
    words = [word for word in words if not _units().fullmatch(word)][:_MOST_WORDS]
    if not words:
        return "", (), ()
    if any(word.lower() in ("nasional", "national", "negara") for word in words):
        return "", (NATION,), ()
    # A short word that is only like a name is asked back: "kabar" is not Kalbar.
    tried = [find(store, one, errors=len(one) >= _LONG_ENOUGH) for one in dict.fromkeys((" ".join(words), *words)) if len(one) > 2]
    sure = next((region for region, _ in tried if region), None)
    if sure:
        return "", (sure,), ()
    return " ".join(words), (), next((near for _, near in tried if near), ())
