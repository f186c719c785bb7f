"""From what a person typed to a region: exact code or name, else suggestions. A doubtful name is never guessed."""

import re
from collections.abc import Collection

from rapidfuzz import fuzz, process

from netralitas.store import Store
from netralitas.store.memory import remembered

_KIND = re.compile(r"^(kabupaten administrasi|kabupaten|kota administrasi|kota|provinsi|daerah istimewa|daerah khusus ibukota)\b\.?\s*")
# Everyday names, as typed and as written in drafts.
SHORT = {
    "kab": "kabupaten",
    "prov": "provinsi",
    "kep": "kepulauan",
    "dki": "daerah khusus ibukota",
    "diy": "daerah istimewa yogyakarta",
    "jogja": "yogyakarta",
    "sumut": "sumatera utara",
    "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan",
    "babel": "kepulauan bangka belitung",
    "kepri": "kepulauan riau",
    "jabar": "jawa barat",
    "jateng": "jawa tengah",
    "jatim": "jawa timur",
    "ntb": "nusa tenggara barat",
    "ntt": "nusa tenggara timur",
    "kalbar": "kalimantan barat",
    "kalteng": "kalimantan tengah",
    "kalsel": "kalimantan selatan",
    "kaltim": "kalimantan timur",
    "kaltara": "kalimantan utara",
    "sulut": "sulawesi utara",
    "sulteng": "sulawesi tengah",
    "sulsel": "sulawesi selatan",
    "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat",
    "malut": "maluku utara",
    "pabar": "papua barat",
    "tangsel": "tangerang selatan",
    "tubaba": "tulang bawang barat",
    "muratara": "musi rawas utara",
    "bolmong": "bolaang mongondow",
    "solo": "surakarta",
}
# A short name that is only the kind of its region, and there is one of that kind.
_ALONE = {"daerah khusus ibukota": "daerah khusus ibukota jakarta"}
# Ends that short names take of the last word where others take its beginning: Luwu Utara is Lutra.
_ENDS = {"utara": ("tra", "tara"), "tenggara": ("tra",)}
_SURE, _CLOSE, _AHEAD = 88, 70, 8
# So many letters must be typed before the one name that begins with them is taken.
_BEGINNING = 4


@remembered
def _names(store: Store) -> dict[str, str]:
    return {code: _plain(name) for code, name in store.regions()["name"].items()}


def _plain(name: str) -> str:
    spaced = re.sub(r"[^a-z0-9]+", " ", name.casefold()).strip()
    whole = " ".join(SHORT.get(word, word) for word in spaced.split())
    return _ALONE.get(whole, whole)


def find(store: Store, typed: str, errors: bool = True) -> tuple[str | None, tuple[str, ...]]:
    """(region, suggestions): a region where the text clearly means one, else up to five suggestions, the best first.

    "Probolinggo" fits a Kabupaten and a Kota: no region, both suggestions. Without `errors` a name that is only alike is suggested, too.
    """
    names = _names(store)
    code = re.sub(r"^(\d\d)(\d\d)$", r"\1.\2", typed.strip().upper())
    if code in names:
        return code, ()
    wanted = _plain(typed)
    if not _KIND.sub("", wanted):
        return None, ()
    exact = [code for code, name in names.items() if name == wanted or name == wanted.removeprefix("provinsi ")]
    if len(exact) == 1:
        return exact[0], ()
    compared = _compared(names, wanted)
    for fitting in (_equal, _shortened, _beginning):
        found = [code for code, name in compared.items() if fitting(name, wanted)]
        if found:
            return (found[0], ()) if len(found) == 1 else (None, tuple(found[:5]))
    alike, suggestions = _alike(names, compared, wanted)
    return (alike, suggestions) if errors or alike is None else (None, (alike,))


def bearing(store: Store, typed: str) -> tuple[str, ...]:
    """The regions of one name that is clearly meant in spite of an error: Probolingo is a Kabupaten and a Kota."""
    wanted = _plain(typed)
    compared = _compared(_names(store), wanted)
    alike = process.extract(wanted, compared, scorer=fuzz.ratio, score_cutoff=_SURE, limit=5)
    codes = tuple(code for _, _, code in alike)
    return codes if len(codes) > 1 and is_one_name(store, codes) else ()


def is_one_name(store: Store, codes: Collection[str]) -> bool:
    """Do all these regions bear the same name, but for their kind?"""
    return len({_KIND.sub("", _names(store)[code]) for code in codes}) == 1


def _compared(names: dict[str, str], wanted: str) -> dict[str, str]:
    """The names to compare with: where no kind was typed, without theirs."""
    return names if _KIND.match(wanted) else {code: _KIND.sub("", name) for code, name in names.items()}


def _equal(name: str, wanted: str) -> bool:
    return name == wanted


def _beginning(name: str, wanted: str) -> bool:
    """Kutai Kar: the whole of what was typed begins the name."""
    return len(wanted) >= _BEGINNING and name.startswith(wanted)


def _shortened(name: str, wanted: str) -> bool:
    """Kukar, Lotim, Lutra: the beginnings of all words of the name, two letters or more of each. HSS: first letters of three words."""
    words = name.split()
    if len(words) < 2 or " " in wanted:
        return False
    return (len(words) > 2 and wanted == "".join(word[0] for word in words)) or _made_of(wanted, words)


def _made_of(rest: str, words: list[str]) -> bool:
    """Can the letters be parted into beginnings of the words, one after the other?"""
    word, *others = words
    if not others:
        return (len(rest) > 2 and word.startswith(rest)) or rest in _ENDS.get(word, ())
    return any(rest[:length] == word[:length] and _made_of(rest[length:], others) for length in range(2, min(len(rest), len(word)) + 1))


def _alike(names: dict[str, str], compared: dict[str, str], wanted: str) -> tuple[str | None, tuple[str, ...]]:
    """In spite of typing errors: the one that is clearly most alike, else those that are alike or hold what was typed."""
    scores = [(code, score) for _, score, code in process.extract(wanted, compared, scorer=fuzz.ratio, limit=12)]
    sure = [code for code, score in scores if score >= max(_SURE, scores[0][1] - _AHEAD)]
    if len(sure) == 1:
        return sure[0], ()
    containing = [code for code, name in names.items() if f" {wanted}" in f" {name}"]
    close = [code for code, score in scores if score >= _CLOSE]
    return None, tuple(dict.fromkeys(sure or containing + close))[:5]
