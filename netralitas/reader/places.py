"""Regions named in a text, by their everyday and English names: a name that fits a Kabupaten and a Kota gives both."""

import re
from collections.abc import Iterator
from itertools import pairwise

from netralitas.address.search import SHORT
from netralitas.model import NATION
from netralitas.reader.mentions import Mention
from netralitas.store import Store
from netralitas.store.memory import remembered

_KIND = re.compile(
    r"^(?P<kind>kabupaten administrasi|kabupaten|kota administrasi|kota|provinsi|daerah istimewa|daerah khusus ibukota)\s+", re.IGNORECASE
)
_SHORT = {
    **SHORT,
    "bangka belitung": "kepulauan bangka belitung",
    "dki jakarta": "jakarta",
    "dki": "jakarta",
    "d i yogyakarta": "daerah istimewa yogyakarta",
    "di yogyakarta": "daerah istimewa yogyakarta",
}
# Kabupaten as their own press writes them; the others by their names.
_PRESS = {
    "tapsel": "tapanuli selatan", "tapteng": "tapanuli tengah", "taput": "tapanuli utara", "madina": "mandailing natal",
    "labura": "labuhanbatu utara", "labusel": "labuhanbatu selatan", "sergai": "serdang bedagai", "inhil": "indragiri hilir",
    "inhu": "indragiri hulu", "rohil": "rokan hilir", "rohul": "rokan hulu", "kuansing": "kuantan singingi", "muba": "musi banyuasin",
    "lamteng": "lampung tengah", "lamtim": "lampung timur", "lamsel": "lampung selatan", "lambar": "lampung barat",
    "lampura": "lampung utara", "lobar": "lombok barat", "loteng": "lombok tengah", "lotim": "lombok timur", "klu": "lombok utara",
    "kobar": "kotawaringin barat", "kotim": "kotawaringin timur", "kukar": "kutai kartanegara", "kutim": "kutai timur",
    "kubar": "kutai barat", "ppu": "penajam paser utara", "minsel": "minahasa selatan", "minut": "minahasa utara",
    "boltim": "bolaang mongondow timur", "bolsel": "bolaang mongondow selatan", "bolmut": "bolaang mongondow utara",
    "parimo": "parigi moutong", "touna": "tojo una una", "morut": "morowali utara", "pangkep": "pangkajene dan kepulauan",
    "sidrap": "sidenreng rappang", "lutim": "luwu timur", "lutra": "luwu utara", "polman": "polewali mandar", "konsel": "konawe selatan",
    "konut": "konawe utara", "koltim": "kolaka timur", "kolut": "kolaka utara", "butur": "buton utara", "buteng": "buton tengah",
    "busel": "buton selatan", "halsel": "halmahera selatan", "halut": "halmahera utara", "halteng": "halmahera tengah",
    "haltim": "halmahera timur", "halbar": "halmahera barat",
}  # fmt: skip
_SHORT |= _PRESS
_ENGLISH = {
    "utara": "north",
    "selatan": "south",
    "timur": "east",
    "barat": "west",
    "tengah": "central",
    "tenggara": "southeast",
    "barat daya": "southwest",
}
_ISLANDS = {"jawa": "java", "sumatera": "sumatra", "kalimantan": "kalimantan", "sulawesi": "sulawesi", "papua": "papua", "maluku": "maluku"}
# Everyday words: only with the kind before them, or in a question.
_WORDS_TOO = frozenset(["batu", "buru", "metro", "serang", "solok", "bone", "natuna", "alor", "kaur", "sikka"])
# The kind of the sources that newspapers and sites are.
_NEWS = "berita"
_BEFORE = re.compile(
    r"(?:(?P<kabupaten>kabupaten(?: administrasi)?|kab\.?|pemkab|bupati|regency of|regent of|district of)"
    r"|(?P<kota>kota(?: administrasi)?|pemkot|wali ?kota|city of|mayor of|municipality of)"
    r"|(?P<provinsi>provinsi|prov\.?|pemprov|gubernur|province of|governor of))\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:(?P<kabupaten>regency|district)|(?P<kota>city|municipality)|(?P<provinsi>province))\b",
    re.IGNORECASE,
)
_NATION = re.compile(
    r"\b(?:secara nasional|(?:tingkat|skala|angka|total|data) nasional|nasional(?=[,:;.)]|$)|se-?indonesia|(?:seluruh|di|in"
    r"|across|throughout|all of) indonesia"
    r"|(?:untuk|hitungan|angka|for|of) indonesia\b"
    r"|nationwide|nationally|(?:the )?national (?:total|figure|number|count)|indonesia(?=\s*[:,)·\t]|$))",
    re.IGNORECASE,
)
# The highest in Indonesia: the place of a comparison, not of a number.
_RANKED = re.compile(
    r"\b(?:tertinggi|terbanyak|terbesar|terendah|tersedikit|terparah|peringkat|urutan|nomor|rangking|highest|most|largest|lowest|worst|fewest|rank\w*)"
    r"(?:\s+[\w-]+){0,2}\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_DATELINE = re.compile(r"\s*(?:,\s*[\w .]{0,24}(?:,\s*\d{4}\s*)?|\([^)]{1,40}\))?\s*[-–—]")
_WEEKDAY = re.compile(
    r",?\s*(?:pada\s+|on\s+)?\(?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)\b",
    re.IGNORECASE,
)


@remembered
def _names(store: Store) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Words of a name → the regions that bear it, kinds left out."""
    names: dict[tuple[str, ...], list[str]] = {}
    for code, full in store.region_names().items():
        if code == NATION:
            continue
        bare = " ".join(_WORD.findall(_KIND.sub("", full).lower()))
        spoken = {bare, *_in_english(bare)}
        spoken |= {name.replace(" ", "") for name in spoken if name.count(" ") == 1}
        spoken |= {name.replace("kepulauan ", "kep ", 1) for name in spoken if name.startswith("kepulauan ")}
        spoken |= {short for short, long in _SHORT.items() if long in (bare, full.lower())}
        for name in spoken:
            names.setdefault(tuple(name.split()), []).append(code)
    return {name: tuple(codes) for name, codes in names.items()}


def _in_english(name: str) -> Iterator[str]:
    """Jawa Timur is East Java; Kepulauan Riau the Riau Islands."""
    for ending, word in _ENGLISH.items():
        if name.endswith(f" {ending}"):
            rest = name.removesuffix(f" {ending}")
            yield f"{word} {' '.join(_ISLANDS.get(part, part) for part in rest.split())}"
    if name.startswith("kepulauan "):
        yield name.removeprefix("kepulauan ") + " islands"
    if name == "papua barat daya":
        yield "southwest papua"


@remembered
def _longest(store: Store) -> dict[str, int]:
    """First word → how many words the longest name that begins with it has."""
    longest: dict[str, int] = {}
    for words in _names(store):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def found(store: Store, text: str, loose: bool) -> list[Mention]:
    """The places in their order. `loose`: small letters will do, as in a question."""
    held = [*_named(store, text, loose), *(Mention(one.start(), one.end(), "place", (NATION,)) for one in _nation(text))]
    if loose:
        held += _by_code(store, text)
    papers = [match.span() for match in _papers(store).finditer(text)]
    held = [one for one in held if not any(start <= one.start < end for start, end in papers)]
    return _merged(store, text, sorted(held, key=lambda one: one.start))


def _nation(text: str) -> Iterator[re.Match]:
    return (one for one in _NATION.finditer(text) if not _RANKED.search(text, max(one.start() - 40, 0), one.start()))


@remembered
def _papers(store: Store) -> re.Pattern:
    """Names of newspapers and sites as they are printed: the place in RMOL Jatim is that of its office, not of a number."""
    frame = store.sources()
    names = sorted(set(frame["publisher"][frame["kind"] == _NEWS]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in names if ' ' in name) or '(?!)'})(?!\w)")


@remembered
def _publishers(store: Store) -> frozenset[str]:
    return frozenset(store.sources()["publisher"])


def is_publisher(store: Store, line: str) -> bool:
    """Is this line nothing but the name of who published something? Bawaslu Provinsi Gorontalo."""
    return line.strip() in _publishers(store)


def _by_code(store: Store, text: str) -> Iterator[Mention]:
    for match in re.finditer(r"(?<![\d.,])\d\d\.\d\d(?![\d.,])", text):
        if match.group() in store.region_names():
            yield Mention(match.start(), match.end(), "place", (match.group(),))


def _named(store: Store, text: str, loose: bool) -> Iterator[Mention]:
    names, longest = _names(store), _longest(store)
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        most = longest.get(words[at].group().lower(), 0)
        size = next((size for size in range(min(most, len(words) - at), 0, -1) if _is_name(text, words[at : at + size], names, loose)), 0)
        if size:
            run = words[at : at + size]
            mention = _of_kind(store, text, run, names[tuple(word.group().lower() for word in run)], loose)
            if mention:
                yield mention
        at += max(size, 1)


def _is_name(text: str, run: list[re.Match], names: dict, loose: bool) -> bool:
    """The words bear a name, stand together, and are written as names are."""
    if tuple(word.group().lower() for word in run) not in names:
        return False
    together = all(text[one.end() : other.start()] in (" ", "-", ". ", ".", "\u00a0") for one, other in pairwise(run))
    return together and (loose or all(word.group()[0].isupper() or word.group() == "dan" for word in run))


def _of_kind(store: Store, text: str, run: list[re.Match], codes: tuple[str, ...], loose: bool) -> Mention | None:
    """With the kind that stands at the name; without one a province goes before what bears its name."""
    start, end = run[0].start(), run[-1].end()
    before, after = _BEFORE.search(text, max(start - 24, 0), start), _AFTER.match(text, end)
    kind = (before or after).lastgroup if before or after else ""
    kinds = store.regions()["kind"]
    levels = store.regions()["level"]
    if kind:
        fitting = tuple(code for code in codes if (kind == "provinsi" and levels[code] == 1) or str(kinds[code]).startswith(kind))
        start, end = before.start() if before else start, after.end() if after and not before else end
    else:
        province = tuple(code for code in codes if levels[code] == 1)
        fitting = province or codes
        everyday = len(run) == 1 and run[0].group().lower() in _WORDS_TOO
        if (everyday and not loose) or _is_where_it_was_said(text, start, end):
            return None
    return Mention(start, end, "place", fitting or codes)


def _is_where_it_was_said(text: str, start: int, end: int) -> bool:
    """JAKARTA, KOMPAS.com – …; "di Jakarta, Selasa (5/7)": the place of the news, not of the number."""
    begins = start == 0 or text[start - 1] in "\r\n"
    return (begins and _DATELINE.match(text, end) is not None) or _WEEKDAY.match(text, end) is not None


def _merged(store: Store, text: str, mentions: list[Mention]) -> list[Mention]:
    """Probolinggo, Jawa Timur is one place: what stands behind a name only says where that lies."""
    merged: list[Mention] = []
    for mention in mentions:
        last = merged[-1] if merged else None
        if last and mention.start < last.end:
            continue
        if last and re.fullmatch(r"\s*(?:,|\(|·|di|in)?\s*", text[last.end : mention.start]):
            within = tuple(code for code in last.values if any(above in store.line_of(code)[1:] for above in mention.values))
            if within:
                merged[-1] = Mention(last.start, mention.end, "place", within)
                continue
        merged.append(mention)
    return merged
