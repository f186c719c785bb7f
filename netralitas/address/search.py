"""From what a person typed to a region: exact code or name, else suggestions. A doubtful name is never guessed."""

import re

from rapidfuzz import fuzz, process

from netralitas.store import Store
from netralitas.store.memory import remembered

_KIND = re.compile(r"^(kabupaten administrasi|kabupaten|kota administrasi|kota|provinsi|daerah istimewa|daerah khusus ibukota)\b\.?\s*")
_SHORT = {
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
}
_SURE, _CLOSE, _AHEAD = 88, 70, 8


@remembered
def _names(store: Store) -> dict[str, str]:
    return {code: _plain(name) for code, name in store.regions()["name"].items()}


def _plain(name: str) -> str:
    spaced = re.sub(r"[^a-z0-9]+", " ", name.casefold()).strip()
    return " ".join(_SHORT.get(word, word) for word in spaced.split())


def find(store: Store, typed: str) -> tuple[str | None, tuple[str, ...]]:
    """(region, suggestions): a region where the text fits exactly one, else up to five suggestions, the best first.

    "Probolinggo" fits a Kabupaten and a Kota: no region, both suggestions.
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
    scores = _scores(names, wanted)
    sure = [code for code, score in scores if score >= max(_SURE, scores[0][1] - _AHEAD)]
    if len(sure) == 1:
        return sure[0], ()
    containing = [code for code, name in names.items() if f" {wanted}" in f" {name}"]
    close = [code for code, score in scores if score >= _CLOSE]
    return None, tuple(dict.fromkeys(sure or containing + close))[:5]


def _scores(names: dict[str, str], wanted: str) -> list[tuple[str, float]]:
    """Likeness of each name; where no kind was typed, names are compared without theirs."""
    told = bool(_KIND.match(wanted))
    compared = names if told else {code: _KIND.sub("", name) for code, name in names.items()}
    found = process.extract(wanted, compared, scorer=fuzz.ratio, limit=12)
    return [(code, score) for _, score, code in found]
