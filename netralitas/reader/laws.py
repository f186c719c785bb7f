"""Laws, institutions, sanctions and prison terms named in a text, in all usual writings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from netralitas.reader import lexicon

# Kind of law as the snapshot writes it → how texts write it.
_KINDS = {
    "Perppu": r"perppu|peraturan pemerintah pengganti undang-undang|government regulation in lieu of law",
    "PP": r"PP|peraturan pemerintah|government regulation",
    "Perbawaslu": r"perbawaslu|peraturan bawaslu|peraturan badan pengawas pemilihan umum|bawaslu regulation",
    "PKPU": r"PKPU|peraturan KPU",
    "Perpres": r"perpres|peraturan presiden|presidential regulation",
    "Permenpan": r"permen ?pan[- ]?rb|peraturan menteri PANRB",
    "Peraturan BKN": r"peraturan BKN|BKN regulation",
    "SE MenPANRB": r"(?:SE|surat edaran) (?:men(?:teri)? ?pan[- ]?rb|menteri PANRB)",
    "UU": r"UU|undang[- ]undang|law|act",
}
_NUMBER = r"(?:nomor|no\.?|number|num\.?)"
_YEAR = r"(?:\s*(?:tahun|thn\.?|th\.?|of|year|/)\s*)"
# Between an article and its law.
_IN = r"jo\.?|of(?: the)?|dalam|pada|in(?: the)?"
_JOINING = rf"dan|and|,|{_IN}"
_ABOUT = r"tentang|on|concerning|ASN|PNS|disiplin|manajemen|pembinaan|pilkada|pemilu|pemilihan|aparatur"
_AND = r"(?:,?\s*(?:dan|serta|and|&|jo\.?|juncto|s\.?\s?d\.?|s/d|sampai(?: dengan)?|hingga|to|through|[-–,])\s*)"
_ONE_ARTICLE = (
    rf"\d+[A-Z]?(?:\s*(?:ayat|paragraphs?)\s*\(?\d+\)?(?:{_AND}\(\d+\))*)?(?:\s*(?:huruf|letters?)\s*[a-z]\b(?:{_AND}huruf\s*[a-z]\b)*)?"
)
# Pasal 280 dan 283, Articles 280 to 283; what goes on as a count (Pasal 71, 15 kasus) is none.
_ENDS = rf"(?![\w%]|[.,]\d|{lexicon.BEFORE_UNIT}(?:{'|'.join(words for words in lexicon.UNITS.values())})(?!\w))"
_ARTICLE = rf"(?:pasal|articles?|arts?\.)\s*{_ONE_ARTICLE}(?:{_AND}(?:(?:pasal|articles?)\s*)?{_ONE_ARTICLE}{_ENDS})*"


@dataclass(frozen=True)
class Law:
    """`code` as the snapshot writes it (PP 94/2021); `article` as Pasal 5 huruf n or Pasal 280 dan 283, empty where none is named."""

    start: int
    end: int
    code: str
    article: str

    @property
    def articles(self) -> tuple[str, ...]:
        """Each article for itself; of a range its ends."""
        return tuple(f"Pasal {one}" for one in _EACH.findall(self.article))

    @property
    def name(self) -> str:
        return f"{self.code} {self.article}".strip()


@dataclass(frozen=True)
class Term:
    """An institution (`lembaga`), who imposes a sanction (`pejabat`), a prison term (`penjara`), a disciplinary sanction (`hukuman`),
    what is none in any law (`bukan_sanksi`)."""

    start: int
    end: int
    kind: str
    code: str


@cache
def _law() -> re.Pattern:
    kinds = "|".join(f"(?P<k{place}>{words})" for place, words in enumerate(_KINDS.values()))
    republic = r"(?:\s+(?:republik indonesia|RI))?"
    # UU Pilkada Nomor 10 Tahun 2016: what it is about may stand before a number that is called so.
    other = "|".join(_KINDS.values())
    about = rf"(?:\s+\([A-Z]+\))?(?:\s+(?:{_ABOUT})(?:\s+(?!(?:dan|and|{other}|{_NUMBER})(?!\w))\w+){{0,4}}(?=\s+{_NUMBER}\s*\d))?"
    # Of law and act, words of every day, only the numbered ones are laws.
    numbered = rf"(?:{kinds}){republic}{about}\s+(?:{_NUMBER}\s*)?(?P<number>\d+){_YEAR}(?P<year>(?:19|20)\d\d)"
    joint = r"(?P<skb>SKB|(?:surat )?keputusan bersama|joint decree)(?=[^.;\n]{0,80}?(?P<skb_year>20\d\d))"
    court = (
        r"(?P<mk>(?:putusan )?(?:MK|mahkamah konstitusi)|constitutional court(?: decision| ruling)?)\s+(?:nomor\s*"
        r"|no\.?\s*|number\s*)?(?P<mk_number>\d+/PUU-[IVXLC]+/\d{4})"
    )
    article = rf"(?:(?P<before>{_ARTICLE})(?:\s*(?:{_JOINING})?\s+))?"
    # An article between two laws is that of the second: PP 24/2021, Pasal 5 PP 94/2021.
    titled = r"(?:(?:\s+(?:tentang|on|concerning)\s[^.;:\n\d]{1,80}?)?,?\s+(?:(?:khususnya|terutama|pada|dalam)\s+)?)"
    # One that ends a line is none of the law in the next: a list has a law a line.
    of_another = rf"[^\S\n]*(?:(?:{_IN})\s+)?(?:{other})\b"
    behind = rf"(?:{titled}(?>(?P<after>{_ARTICLE}))(?!{of_another}))?"
    return re.compile(rf"\b{article}(?:{numbered}|{joint}|{court}){behind}", re.IGNORECASE)


def laws(text: str) -> Iterator[Law]:
    """The laws in their order, each with the article that is named with it."""
    kinds = list(_KINDS)
    for match in _law().finditer(text):
        if match["number"]:
            kind = next(kinds[int(name[1:])] for name, value in match.groupdict().items() if value and re.fullmatch(r"k\d+", name))
            code = f"{kind} {int(match['number'])}/{match['year']}"
        else:
            code = f"SKB {match['skb_year']}" if match["skb"] else f"MK {match['mk_number'].upper()}"
        yield Law(match.start(), match.end(), code, article(match["before"] or match["after"] or ""))


# One way of writing: Articles 5 letter n and 8 → Pasal 5 huruf n dan 8.
_WRITTEN = (
    (r"\s+", " "), (r"\b(?:articles?|arts?\.)", "pasal"), (r"\bletters?\b", "huruf"), (r"\bparagraphs?\b", "ayat"),
    (r"ayat\s*\(?(\d+)\)?", r"ayat (\1)"), (r"\s*(?:\b(?:and|serta)\b|&)\s*", " dan "), (r"\b(?:to|through)\b", "sampai"),
    (r"(?<=.)\bpasal ", ""),
)  # fmt: skip
_EACH = re.compile(r"(?<![(\d])\d+[a-z]?\b(?: ayat \(\d+\))?(?:[^\d]*?huruf [a-z]\b)?", re.IGNORECASE)


def article(printed: str) -> str:
    """Articles as they are printed, in one way of writing."""
    plain = printed
    for written, told in _WRITTEN:
        plain = re.sub(written, told, plain, flags=re.IGNORECASE)
    return plain[:1].upper() + plain[1:].lower() if plain else ""


_MONTHS_RANGE = (
    r"(?:\d+|satu|one)\s*(?:\([a-z]+\)\s*)?(?:bulan|months?)?\s*(?:sampai(?: dengan)?|hingga|to|[-–]"
    r"|s/d)\s*(?:\d+|enam|six)\s*(?:\([a-z]+\)\s*)?(?:bulan|months?)"
)
_LEAST = r"(?:paling (?:singkat|sedikit|kurang|cepat)|minimal|sekurang-kurangnya|at least)"
_MOST = r"(?:paling (?:lama|lambat|banyak)|maksimal|selama-lamanya|at most|up to|no more than)"
_COUNT = r"(?:\d+|satu|one|enam|six)\s*(?:\([a-z]+\)\s*)?(?:bulan|months?)"
# Disciplinary sanctions by their names, with how much and for how long.
_SANCTIONS = (
    r"pemotongan (?:tunjangan kinerja|tukin)|penundaan (?:kenaikan )?gaji berkala|penundaan kenaikan (?:gaji berkala|pangkat)"
    r"|penurunan (?:pangkat|jabatan)(?: setingkat(?: lebih rendah)?)?"
    r"|(?:cut(?:ting)? of |cut in )?(?:the )?performance allowance(?: cut)?(?: by)?|(?:periodic )?pay rise postponed|promotion postponed"
    r"|postponement of (?:promotion|(?:a |the )?(?:periodic )?pay rise)|demotion by one (?:rank|position level)"
)
_SO_MUCH = r"(?:,?\s+(?:(?:sebesar|of|by)\s+)?\d+\s*(?:%|persen|per ?cent))?"
_SO_LONG = r"(?:,?\s+(?:selama|untuk|for)\s+\d+\s*(?:\([^)]*\)\s*)?(?:bulan|tahun|months?|years?))?"
_TERMS = {
    "hukuman": rf"(?:{_SANCTIONS}){_SO_MUCH}{_SO_LONG}",
    "penjara": rf"(?<=penjara ){_LEAST} {_COUNT}[,\s]+(?:dan(?:/atau)?|atau|hingga|sampai|and|or)?\s*{_MOST} {_COUNT}"
    rf"|(?<=penjara ){_MONTHS_RANGE}|(?<=kurungan ){_MONTHS_RANGE}"
    rf"|{_MONTHS_RANGE}(?= (?:penjara|kurungan|in prison|imprisonment))"
    rf"|(?<=imprisonment of ){_MONTHS_RANGE}|(?<=prison for ){_MONTHS_RANGE}|(?<=prison ){_MONTHS_RANGE}",
    "bukan_sanksi": r"(?:di)?skors(?:ing)?|di ?nonaktifkan(?: sementara)?|penonaktifan(?: sementara)?|dirumahkan"
    r"|(?:diberhentikan|pemberhentian|dipecat|pemecatan|dicopot|pencopotan) sementara"
    r"|dibebas ?tugaskan|pembebas ?tugasan|(?:di)?non-?job(?:kan)?"
    r"|(?:temporar(?:y|ily) )?suspen(?:ded|sion)|temporarily removed|mutasi sebagai hukuman",
    "pejabat": r"inspektorat|inspectorate",
    "lembaga": r"KASN|komisi aparatur sipil negara|komisi ASN|(?:state )?civil service commission",
}
_TERM_CODES = {"lembaga": "kasn", "pejabat": "inspektorat"}


@cache
def _terms() -> re.Pattern:
    return re.compile("|".join(rf"(?P<{kind}>\b(?:{words})(?!\w))" for kind, words in _TERMS.items()), re.IGNORECASE)


def terms(text: str) -> Iterator[Term]:
    """The terms in their order."""
    for match in _terms().finditer(text):
        yield Term(match.start(), match.end(), match.lastgroup, _TERM_CODES.get(match.lastgroup, match.group().lower()))
