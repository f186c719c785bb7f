"""Does a number count cases of neutrality? What the words around it, and what was counted before it, say of that."""

import re
from collections.abc import Sequence
from functools import cache

from netralitas.reader import lexicon
from netralitas.reader.mentions import Mention
from netralitas.reader.numerals import Numeral

# So many words may stand between a number without a noun and the stage that it counts: 1.450 sudah dijatuhi sanksi.
_WORDS_TO_STAGE = 4


_PERSONS = re.compile(
    r"melanggar|pelanggar|breach|violat|(?:take|took|taking|taken|takes) sides|memihak|berpihak"
    r"|(?:tidak|tak|kurang|belum|not|un-?)\s*(?:netral|neutral)|ketidaknetralan"
    r"|(?:kena|kasus|perkara|soal|terkait|masalah|tersandung|terlibat|about|over)\s+(?:netral|neutral)",
    re.IGNORECASE,
)


_CASES = re.compile(r"\b(?:kasus|perkara|dugaan|temuan|laporan|terbukti|sanksi|cases?|alleged|allegations|findings)\b", re.IGNORECASE)


# Of civil servants the matter alone is said so; of people and shares it is not: sosialisasi netralitas, 450 orang, 100 persen.
_MATTER = re.compile(r"netral|neutral", re.IGNORECASE)


_SERVANTS = re.compile(r"ASN|PNS|PPPK|oknum|terlapor|terduga|civil servants?", re.IGNORECASE)


# What is done about someone, and is said of many things: an election or a count before it tells that it is about neutrality.
_HANDLED = re.compile(
    r"\b(?:di)?(?:proses|tangani|periksa|klarifikasi|panggil)\b|\b(?:processed|handled|questioned|summoned)\b", re.IGNORECASE
)


# From so many to so many.
_GROWS = re.compile(
    r"\b(?:(?:naik|turun|meningkat|menurun|up|down|rose|fell)(?: (?:sekitar |about )?[\d.,]+ ?(?:%|persen|per ?cent|kali lipat))?"
    r"(?: dari| from)?|menjadi|bertambah|berkurang|to)\s+(?:hanya |sekitar )?$",
    re.IGNORECASE,
)


_NOT_YET = re.compile(r"\s+(?:belum|not yet)(?=\s*(?:[.;,!]|$))", re.IGNORECASE)


_OF_ANYTHING = re.compile(r"rekomendasi|temuan|recommendations|findings", re.IGNORECASE)


# Words that say nothing more of a number than where and when: 12 ASN di Kabupaten Pasuruan.
_SAYS_NOTHING = re.compile(
    r"\b(?:di|dari|pada|untuk|ada|menurut|oleh|jawab|J|according|sebanyak|hanya|cuma|baru|tahun|orang|org|ASN|PNS|in|at|of|on|for|the|only|year)\b|[\W\d_]",
    re.IGNORECASE,
)


_TOTAL_BEFORE = re.compile(
    r"(?:kasus|laporan|pelanggaran|dugaan|cases|reports|violations)(?:\s+\w+){0,6}?\s+(?:sebanyak|sejumlah|mencapai|berjumlah"
    r"|menjadi|totalling|reached|numbered)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


_FROM = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|melonjak|anjlok|rose|fell|grew|dropped|up|down|dari|from)\s+$", re.IGNORECASE
)


_TO = re.compile(r"(?:\s+\S+){0,6}?\s+(?:menjadi|jadi|ke|tinggal|to)\s+(?:hanya |sekitar |only |about )?\d", re.IGNORECASE)


_TOTAL_OF = re.compile(r"\b(?:kasus|laporan|pelanggaran|dugaan|pelanggar|cases|reports|violations|breaches|allegations)\b", re.IGNORECASE)


# A number that goes on from another: pada Maret 2021 disebut 1.562.
_GOES_ON = re.compile(
    r"\b(?:disebut|menyebut|menjadi|jumlahnya|mencapai|berjumlah|sebanyak|sejumlah|yakni|yaitu|tinggal|said|reached|to|was|were|or|atau"
    r"|(?:naik|turun|meningkat|menurun|up|down|rose|fell) (?:dari|from))"
    r"(?:\s+(?:hanya|baru|sudah|sekitar|lebih dari|only|about))?\s+$",
    re.IGNORECASE,
)


# Of whom and of what there are shares, once there is one: kampanye di media sosial 30,4 persen, pejabat fungsional 26,5 persen.
_KINDS = re.compile(
    r"\b(?:media sosial|medsos|kampanye|deklarasi|pendekatan|partai politik|parpol|foto bersama|baliho|spanduk|silaturahmi"
    r"|fungsional|pelaksana|administrator|pengawas|pimpinan tinggi|JPT|camat|lurah|kepala wilayah|kepala dinas"
    r"|social media|campaign\w*|declarations?|part(?:y|ies)|functional|executive|administrators?|supervisors?|sub-?district heads?)\b",
    re.IGNORECASE,
)


# Kasus dengan 1.645 orang, cases involving 1,645 people.
_WITH_PERSONS = re.compile(
    r"\b(?:kasus|perkara|laporan|cases|reports)\s+(?:yang\s+)?(?:dengan|melibatkan|menyangkut|with|involving|against)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


# 16 kasus (Jawa Pos: 17): what another says of the same.
_SAID_BY_OTHERS = re.compile(r"\((?:(?:menurut|versi|according to)\s+(?:[A-Z][\w.]*\s?){1,4}:?|(?:[A-Z][\w.]*\s?){1,4}:)\s*$")


_CLOSES = re.compile(r"\s*[);,]")


# 131 kasus, yaitu 16 di provinsi, 104 di kabupaten dan 11 di kota: one more of the parts.
_ITEMISED = re.compile(
    r"(?:\b(?:yaitu|yakni|terdiri (?:atas|dari)|meliputi|masing-masing|rinciannya|namely|consisting of|comprising|made up of)\b|:)"
    r"[^.;]*?(?:,|\b(?:dan|serta|and))\s+$",
    re.IGNORECASE,
)


_ITEM_OF = re.compile(
    r"\s+(?:di|dari|oleh|karena|berupa|pada|tentang|in|at|from|by|against|because of|over)\s+(?!(?:kalangan|antara)\b)[^\W\d]",
    re.IGNORECASE,
)


_IT_IS = re.compile(r"\b(?:jumlah|angka|total)(?:nya| itu| tersebut)\b|\b(?:the|that|this) (?:number|figure|total)\b", re.IGNORECASE)


# Dilaporkan 2.034, terbukti 1.597; of a noun (Temuan 1) only with a colon, for it may count the findings themselves.
_STAGE_GAP = re.compile(r"\s*[:=(–—-]\s*|\s+(?:(?:sebanyak|sejumlah|hanya|cuma|baru|sudah|only|terhadap|against)\s+)?", re.IGNORECASE)


_STAGE_NOUN = re.compile(
    r"(?:temuan|laporan|dugaan|pelanggaran|pelanggar|rekomendasi|findings?|reports?|allegations?|violations?)\b.*", re.IGNORECASE
)


_ENDS_THERE = re.compile(
    r"\s*(?:$|[;:,.()!?–—]|\b(?:dan|serta|sedangkan|sementara|di|dari|pada|ke|kepada|and|while|of|in|to)\b)", re.IGNORECASE
)


_BEFORE_EVENT = re.compile(r"[\s(,]*(?:(?:pada|di|in|at|the)\s+)*", re.IGNORECASE)


_GAP = re.compile(
    r"\)?\s*[|:(–—=\t-]?\s*|\s+(?:sebanyak|ada|tercatat|dengan|hanya|cuma|katanya|kabarnya|malah|juga|with|had|has|only)\s+", re.IGNORECASE
)


# The last row of a table: Jumlah nasional 805.
_SUM = re.compile(
    r"[\s|]*(?:jumlah|total|grand total|sum)(?:\s+(?:nasional|seluruh\w*|keseluruhan|semua\w*|total|akhir|national|overall))*[\s:|=–-]+$",
    re.IGNORECASE,
)


_BRACKETS = re.compile(r"\([^()]*\)")


# What tells that a number without a noun may count cases: a heading above is about them, the sentence before or this one counts some.
HEADED, BEFORE, HERE = 1, 2, 3


@cache
def other_topic() -> re.Pattern:
    return re.compile(rf"\s+(?:\w+\s+)?(?:{lexicon.OTHER_TOPIC})(?!\w)", re.IGNORECASE)


@cache
def other_topic_before() -> re.Pattern:
    """Politik uang 30 laporan: the matter right before the number."""
    return re.compile(rf"\b(?:{lexicon.OTHER_TOPIC})\s*[:=–-]?\s*$", re.IGNORECASE)


@cache
def topic() -> re.Pattern:
    return re.compile(rf"\b(?:{lexicon.TOPIC})(?!\w)", re.IGNORECASE)


@cache
def matter() -> re.Pattern:
    return re.compile(rf"\b(?:{lexicon.MATTER})(?!\w)", re.IGNORECASE)


def is_about_cases(heading: str) -> bool:
    """Does the heading say that what stands below it counts cases? A table of breaches does, a training on neutrality does not."""
    return _PERSONS.search(heading) is not None or _CASES.search(heading) is not None


def is_of_cases(sentence: str) -> bool:
    """Is it about cases of neutrality, or goes it on from a count of them: jumlah itu naik dua kali lipat?"""
    is_other = other_topic().search(sentence) and not _MATTER.search(sentence)
    return not is_other and (_IT_IS.search(sentence) is not None or (is_about_cases(sentence) and topic().search(sentence) is not None))


def counts_cases(text: str, noun: re.Match, counting: int) -> bool:
    """Cases are counted of neutrality; of recommendations and findings that must be said, for meetings have them, too."""
    if not _OF_ANYTHING.search(noun.group()):
        return True
    around = f"{text[: noun.start()]} {text[noun.end() :]}"
    return bool(counting) or topic().search(around) is not None


def counts_persons(text: str, numeral: Numeral, end: int, unit: str, mentions: Sequence[Mention], counting: int) -> bool:
    """Persons and shares are counted of everything: a stage or the matter must be named with them, or they go on with a list."""
    kinds = {mention.kind for mention in mentions}
    if "stage" in kinds or _PERSONS.search(text) or (_MATTER.search(text) and _SERVANTS.search(text, numeral.end, end)):
        return True
    if other_topic().search(text) and not _MATTER.search(text):
        return False
    if _HANDLED.search(text):
        return bool(counting) or "event" in kinds
    if counting >= BEFORE and (_WITH_PERSONS.search(text, 0, numeral.start) or (unit == "persen" and _KINDS.search(text))):
        return True
    if counting >= BEFORE and _GROWS.search(text, max(numeral.start - 48, 0), numeral.start):
        return True
    return (counting >= BEFORE or (bool(counting) and "place" in kinds)) and _says_no_more(text, numeral, end, mentions)


def _says_no_more(text: str, numeral: Numeral, end: int, mentions: Sequence[Mention]) -> bool:
    """Beside the number and what it counts only where and when: an item of a list."""
    stretches = sorted([(numeral.start, end), *((one.start, one.end) for one in mentions)])
    at, rest = 0, []
    for start, stop in stretches:
        rest.append(text[at:start])
        at = max(at, stop)
    return not _SAYS_NOTHING.sub("", " ".join((*rest, text[at:])))


def counts(text: str, numeral: Numeral, mentions: Sequence[Mention], counting: int) -> bool:
    """A number without a noun: its stage stands beside it, its noun stands before it, or it goes on with a list of places."""
    if stage_follows(text, numeral, mentions) or _stage_precedes(text, numeral, mentions):
        return True
    if _TOTAL_BEFORE.search(text, 0, numeral.start) or any(one.kind == "refusal" and one.start < numeral.start for one in mentions):
        return True
    is_same = counting == HERE or (counting == BEFORE and _IT_IS.search(text, 0, numeral.start))
    if is_same and _GOES_ON.search(text, max(numeral.start - 40, 0), numeral.start):
        return True
    is_item = counting == HERE and _ITEMISED.search(text, 0, numeral.start) and _ITEM_OF.match(text, numeral.end)
    is_others = counting == HERE and _SAID_BY_OTHERS.search(text, 0, numeral.start) and _CLOSES.match(text, numeral.end)
    if is_item or is_others or (counting >= BEFORE and _NOT_YET.match(text, numeral.end)):
        return True
    if counting == BEFORE and _SUM.match(text, 0, numeral.start) and _ENDS_THERE.match(text, numeral.end):
        return True
    is_told = _is_listed(text, numeral, mentions) or _is_outset(text, numeral)
    return is_told and (bool(counting) or topic().search(text) is not None)


def _is_outset(text: str, numeral: Numeral) -> bool:
    """Kasus dugaan … turun dari 42 menjadi 15: what it was."""
    is_from = _FROM.search(text, max(numeral.start - 20, 0), numeral.start) and _TO.match(text, numeral.end)
    return is_from is not None and _TOTAL_OF.search(text, 0, numeral.start) is not None


def stage_follows(text: str, numeral: Numeral, mentions: Sequence[Mention]) -> bool:
    stage = next((one for one in mentions if one.kind == "stage" and one.start >= numeral.end), None)
    between = _BRACKETS.sub("", text[numeral.end : stage.start]) if stage else "0"
    return not lexicon.BREAK.search(between) and not re.search(r"\d", between) and len(between.split()) <= _WORDS_TO_STAGE


def _stage_precedes(text: str, numeral: Numeral, mentions: Sequence[Mention]) -> bool:
    stage = next((one for one in reversed(mentions) if one.kind == "stage" and one.end <= numeral.start), None)
    if not stage or not _ENDS_THERE.match(text, numeral.end):
        return False
    gap = text[stage.end : numeral.start]
    is_told = _STAGE_GAP.fullmatch(gap) is not None
    return is_told and (":" in gap or not _STAGE_NOUN.fullmatch(text, stage.start, stage.end))


def _is_listed(text: str, numeral: Numeral, mentions: Sequence[Mention]) -> bool:
    """A place stands right before the number, with nothing between but the election."""
    place = next((one for one in reversed(mentions) if one.kind == "place" and one.end <= numeral.start), None)
    if place is None:
        return False
    at = place.end
    for event in (one for one in mentions if one.kind in ("event", "year") and place.end <= one.start < numeral.start):
        at = event.end if _BEFORE_EVENT.fullmatch(text, at, event.start) else at
    return _GAP.fullmatch(text, at, numeral.start) is not None
