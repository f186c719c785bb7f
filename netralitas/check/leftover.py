"""Words of a question that nothing was made of: the region that they clearly mean (Kukar, a typing error), or may mean."""

import re
from dataclasses import dataclass
from functools import cache

from netralitas.address.search import bearing, find
from netralitas.model import NATION
from netralitas.reader import lexicon
from netralitas.store import Store

_WORD = re.compile(r"[^\W\d_]{2,}")
# Words around a number that name no place.
_AROUND = (
    "ada adalah angka apa apakah atau bahwa benar berapa boleh dan dari dengan di dikutip dalam ini itu jumlah jumlahnya ke"
    " kabupaten kota kepala kita lagi menurut oleh pada paling para per provinsi saja sampai satu secara sudah tahun tentang"
    " telah terakhir total untuk yang about according and are as at been by can count did figure for from had has have how"
    " banyak bagaimana kabar kapan mana mengapa sedikit siapa tanggal terbanyak terendah tertinggi"
    " hari ini kemarin sekarang kini minggu bulan terbaru antara hingga sekitar lebih kurang hampir minus vs versus"
    " data tren grafik statistik info rekap daftar hasil perkembangan trend chart statistics list"
    " highest least lowest most when where which who today yesterday now latest between or not"
    " in is it many much number of on per said say the there this to was were what which with year"
)
_COMMON = frozenset(_AROUND.split())
_TOPIC = re.compile(lexicon.TOPIC, re.IGNORECASE)
# Before a name: what follows is meant for a place. In so short a question every word is meant for something.
_BEFORE_PLACE = re.compile(
    r"(?<!\w)(?:di|in|at|kab(?:upaten)?|kota|prov(?:insi)?|pem(?:kab|kot|prov)|untuk|for)\.?\s+(?:the\s+)?$", re.IGNORECASE
)
_SHORT_QUESTION, _MOST_WORDS = 4, 4
_LONG_ENOUGH = 6


@dataclass(frozen=True)
class Leftover:
    """`places` that the words mean, `near` those that they may mean; `words` that mean nothing here, `is_place` if meant for one."""

    words: str = ""
    places: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    is_place: bool = False


def leftover(store: Store, text: str, rest: str) -> Leftover:
    """`rest`: the text with blanks where something was read."""
    found = [one for one in _WORD.finditer(rest) if _says_something(one.group())][:_MOST_WORDS]
    words = [one.group() for one in found]
    if not words:
        return Leftover()
    if any(word.lower() in ("nasional", "national", "negara") for word in words):
        return Leftover(places=(NATION,))
    # A short word that is only like a name is asked back: "kabar" is not Kalbar.
    asked = [one for one in dict.fromkeys((" ".join(words), *words)) if len(one) > 2]
    tried = [find(store, one, errors=len(one) >= _LONG_ENOUGH) for one in asked]
    sure = next(((region,) for region, _ in tried if region), ()) or next(filter(None, (bearing(store, one) for one in asked)), ())
    if sure:
        return Leftover(places=sure)
    is_place = len(text.split()) <= _SHORT_QUESTION or any(_BEFORE_PLACE.search(rest, 0, one.start()) for one in found)
    return Leftover(" ".join(words), near=next((near for _, near in tried if near), ()), is_place=is_place)


def _says_something(word: str) -> bool:
    return not (word.lower() in _COMMON or _TOPIC.fullmatch(word) or units().fullmatch(word))


@cache
def units() -> re.Pattern:
    """What a number counts, by the name of its group."""
    parts = "|".join(f"(?P<{unit}>{words})" for unit, words in lexicon.UNITS.items() if unit)
    return re.compile(rf"(?<![^\W\d])(?:{parts})(?!\w)", re.IGNORECASE)
