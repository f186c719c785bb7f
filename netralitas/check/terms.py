"""Institutions, sanctions and prison terms of a draft judged by the law of the time of which it speaks."""

import re
from collections.abc import Sequence
from datetime import date

import pandas as pd

from netralitas.check.finding import CATATAN, ENDED, INSTITUTION, LAW, RIGHT
from netralitas.claims.law import in_force
from netralitas.reader import Sentence, Term
from netralitas.store import Store
from netralitas.wording import day, joined, text

# An institution that ended → the law from whose first day its work is another's.
_ENDED_BY = {"kasn": "SE MenPANRB 4/2024"}


_LEVELS = ("ringan", "sedang", "berat")


_YEAR = re.compile(r"(?<![\d/.])20\d\d(?![\d/])")


# From then on: such a year ends no time.
_SINCE = re.compile(
    r"\b(?:sejak|semenjak|setelah|sesudah|seusai|usai|pasca-?|mulai|berkaca (?:dari|pada)|belajar dari|since|after|from|following)"
    r"\s+(?:[^\W\d]+\s+){0,3}20\d\d",
    re.IGNORECASE,
)


# Beside an institution: that it has ended, or who does its work now.
_ENDING = (
    r"(?:dibubarkan|pembubaran|bubar|dihapus\w*|penghapusan|berakhir\w*|beralih|dialihkan|peralihan|menggantikan|digantikan|pengganti"
    r"|melanjutkan|dilanjutkan|(?:meng|di)?ambil ?alih|eks"
    r"|dissol\w+|abolish\w+|replac\w+|took over|taken over|transferred|former|successor)"
)


_ENDS_BEFORE = re.compile(rf"\b{_ENDING}\s+(?:\w+\s+){{0,3}}$", re.IGNORECASE)


_ENDS_BEHIND = re.compile(rf"(?:[\s,(]+\w+\)?){{0,3}}?\s+{_ENDING}\b|[^.;]*\b(?:oleh|by)\s+(?:the\s+)?BKN\b", re.IGNORECASE)


# Named with what came after it (KASN/BKN), in a line of sources (KASN · terbit …), or among those who counted (pencatat: Bawaslu, KASN).
_NAMED_WITH = re.compile(r"\s*(?:/\s*BKN\b|·)", re.IGNORECASE)


_COUNTED_BY = re.compile(r"\b(?:pencatat|pencacah|counted by|counters?)\s*:[^·;.]*$", re.IGNORECASE)


# What an institution is still to do, or others with it.
_COMING = r"(?:akan|kini|sekarang|saat ini|ke depan|segera|nanti|will|shall|now)"


_IS_BEHIND = re.compile(
    r"\s+(?:adalah|merupakan|bersifat|(?:masih\s+)?(?:berwenang|bertugas|berhak)|is|has the (?:power|authority)"
    r"|(?:hari ini|today)\s+(?:masih|still)|masih\s+(?:ada|mengawasi)|still\s+(?:exists|supervises|has))\b",
    re.IGNORECASE,
)


_COMES_BEHIND = re.compile(rf"\s+{_COMING}\b", re.IGNORECASE)


_COMES_BEFORE = re.compile(rf"\b{_COMING}\b[^.;:,]{{0,60}}\b(?:ke|kepada|oleh|dari|dengan|to|by|from|with)\s+(?:the\s+)?$", re.IGNORECASE)


_REPORTED = re.compile(
    r"\b(?:menyatakan|mengatakan|menyebut\w*|menegaskan|berjanji|berencana|meminta|said|stated|promised|announced|planned)\b", re.IGNORECASE
)


# Who imposes: the office is the one that acts.
_IMPOSES = re.compile(
    r"(?:inspektorat|inspectorate)(?:\s+\w+){0,4}?\s+(?:men(?:jatuhkan|jatuhi|genakan|ghukum|skors\w*)|member(?:i|ikan)|impos\w+|sanction\w*"
    r"|punish\w*|suspend\w*)"
    r"|(?:disanksi|dijatuhi (?:sanksi|hukuman)|dihukum|diskors|ditindak) inspektorat"
    r"|(?:sanksi|hukuman|sanction\w*|punish\w*|imposed|suspended|dijatuhi|dijatuhkan|dihukum|diskors)[^.;]{0,60}?(?:oleh|dari|by)"
    r"(?: the)? (?:inspektorat|inspectorate)",
    re.IGNORECASE,
)


# What is to be done, not what was done.
_DUTY = re.compile(
    r"^\W*lapor\b"
    # Within so many days, at the latest: said of what is to be done.
    r"|\b(?:paling (?:lambat|lama)|selambat-lambatnya|dalam(?: waktu)?|within|no later than|at the latest)\s+\d+\s*(?:\([^)]*\)\s*)?"
    r"(?:x 24 jam|hari|minggu|bulan|jam|days?|weeks?|months?|hours?)\b"
    r"|\b(?:wajib|harus|akan|dapat|silakan|segera|laporkan|setiap|kini|sekarang|saat ini|must|shall|will|may|should|now|every)\b",
    re.IGNORECASE,
)


_MONTHS = {"satu": "1", "one": "1", "enam": "6", "six": "6"}


_OFFICIAL = re.compile(r"pejabat|official", re.IGNORECASE)


Told = tuple[str, str, tuple[str, ...], str] | None


def _institution(store: Store, term: Term, sentences: Sequence[Sentence], place: int, language: str, on: date) -> Told:
    """An institution that ended, where the sentence is about a time after its end; what it did before may be told."""
    law = store.laws().loc[_ENDED_BY[term.code]]
    ended = law["in_force_from"].date()
    if not _is_after(sentences[place], term, ended, on):
        return None
    told = text(language, "naskah.lembaga.berakhir", day=day(ended, language), law=law["code"], title=law[f"title_{language}"])
    return INSTITUTION, ENDED, (told,), text(language, "naskah.lembaga.kini")


def _is_after(sentence: Sentence, term: Term, ended: date, on: date) -> bool:
    """Is the sentence about a time after this day? What is to come is of the draft's day, whatever year is named beside it."""
    start, end = term.start - sentence.start, term.end - sentence.start
    before, behind = (_ENDS_BEFORE, _COUNTED_BY), (_ENDS_BEHIND, _NAMED_WITH)
    if any(one.search(sentence.text, 0, start) for one in before) or any(one.match(sentence.text, end) for one in behind):
        return False
    if on > ended and is_to_come(sentence, term):
        return True
    event = next((one for one in reversed(sentence.mentions) if one.kind == "event" and one.end <= term.start), None)
    if event and any(one.is_case for one in sentence.numbers):
        # A count of an election is told of its time, whatever is said behind it: Pilkada 2018 54 kasus ke KASN, Pilkada 2024 8.
        return max(int(code[-4:]) for code in event.values) > ended.year
    named = _latest([*sentence.days, *_YEAR.findall(_SINCE.sub("", sentence.text))])
    if named:
        return named > ended
    headed = _latest(_YEAR.findall(" ".join(sentence.headed)))
    if headed and headed > ended:
        return True
    is_told = any(one.is_case for one in sentence.numbers)
    is_said = _DUTY.search(sentence.text) or _IS_BEHIND.match(sentence.text, end)
    return on > ended and not is_told and is_said is not None


def is_to_come(sentence: Sentence, term: Term) -> bool:
    """KASN akan memeriksa, diteruskan nanti ke KASN: said of the institution itself, and not told of what someone said then."""
    start, end = term.start - sentence.start, term.end - sentence.start
    beside = _COMES_BEFORE.search(sentence.text, 0, start) or _COMES_BEHIND.match(sentence.text, end)
    return beside is not None and not _REPORTED.search(sentence.text, 0, start)


def _latest(printed: Sequence[str]) -> date | None:
    """The latest of these times: a year from its first day on."""
    days = [f"{value}-01-01"[:10] if len(value) == 4 else f"{value}-01"[:10] for value in printed]
    return max((date.fromisoformat(value) for value in days if _is_day(value)), default=None)


def _is_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _disciplinary(store: Store, on: date | None) -> pd.DataFrame:
    frame = in_force(store, on)
    return frame[frame["level"].isin(_LEVELS)]


def _levels(store: Store, on: date, language: str) -> dict[str, str]:
    """The laws in force and what they have, level by level."""
    frame, parts = _disciplinary(store, on), []
    for level in _LEVELS:
        labels = list(frame[frame["level"] == level][f"label_{language}"])
        if labels:
            named = joined([label[:1].lower() + label[1:] for label in labels], language)
            parts.append(f"{store.label('sanction_level', level, language)}: {named}")
    return {"laws": joined(_laws_of(frame), language), "levels": "; ".join(parts)}


def _laws_of(frame: pd.DataFrame) -> list[str]:
    return sorted({basis.split(" Pasal")[0] for basis in frame["legal_basis"]})


def _no_sanction(store: Store, term: Term, sentences: Sequence[Sentence], place: int, language: str, on: date) -> Told:
    """Named as a sanction, and no law has such: what the law has."""
    return LAW, CATATAN, (text(language, "naskah.sanksi.tidak_ada", **_levels(store, on, language)),), ""


# How a sanction is called → what it is called in the table of sanctions.
_CALLED = {
    "tunjangan kinerja|tukin|performance allowance": "tunjangan kinerja",
    "gaji berkala|pay rise": "gaji berkala",
    "kenaikan pangkat|promotion": "kenaikan pangkat",
    "penurunan pangkat|one rank": "penurunan pangkat",
    "penurunan jabatan|position level": "penurunan jabatan",
}


_SO_MUCH = re.compile(r"(\d+)\s*(?:%|persen|per ?cent)", re.IGNORECASE)


_SO_LONG = re.compile(r"(\d+)\s*(?:\([^)]*\)\s*)?(bulan|tahun|months?|years?)", re.IGNORECASE)


def _sanction(store: Store, term: Term, sentences: Sequence[Sentence], place: int, language: str, on: date) -> Told:
    """A sanction that the law of its time does not have, or not so much of it, or not for so long."""
    on = _said_of(store, sentences[place], on)
    called = next(name for words, name in _CALLED.items() if re.search(words, term.code))
    of_name = lambda frame: frame[frame["label_id"].str.lower().str.contains(called, regex=False)]  # noqa: E731
    own, every = of_name(_disciplinary(store, on)), of_name(_disciplinary(store, None))
    if own.empty:
        told = {"former": joined(_laws_of(every), language), **_levels(store, on, language)}
        return LAW, CATATAN, (text(language, "naskah.sanksi.lain_aturan", **told),), ""
    if any(_is_as(term.code, label) for label in own["label_id"]):
        return None
    labels = "; ".join(f"{row[f'label_{language}']} ({row['legal_basis']})" for row in own.to_dict("records"))
    return LAW, CATATAN, (text(language, "naskah.sanksi.lain_ukuran", labels=labels),), ""


def _is_as(said: str, label: str) -> bool:
    """So much and for so long as the law has it, where that is said."""
    measured = [(set(_SO_MUCH.findall(words)), {_months(*found) for found in _SO_LONG.findall(words)}) for words in (said, label)]
    return all(own <= told for own, told in zip(*measured, strict=True))


def _months(count: str, unit: str) -> int:
    return int(count) * (12 if unit.lower()[0] in "ty" else 1)


def _said_of(store: Store, sentence: Sentence, on: date) -> date:
    """The time of which a sentence speaks: the day or year that it names, the vote of its election; else that of the draft."""
    events = [code for one in sentence.mentions if one.kind == "event" for code in one.values]
    named = _latest([*sentence.days, *_YEAR.findall("" if events else sentence.text)])
    voted = max((store.voting_days()[code] for code in events), default=None)
    return min(filter(None, (named or voted, on)))


def _office(store: Store, term: Term, sentences: Sequence[Sentence], place: int, language: str, on: date) -> Told:
    """An office that does not impose sanctions, said to do so."""
    if not _IMPOSES.search(sentences[place].text):
        return None
    return INSTITUTION, CATATAN, (text(language, "naskah.lembaga.bukan_penjatuh"),), ""


def _prison(store: Store, term: Term, sentences: Sequence[Sentence], place: int, language: str, on: date) -> Told:
    """One to six months: who is punished so, and by which article."""
    frame = in_force(store, on)
    months = re.compile(r"1\s*[-–]\s*6")
    rows = [row for row in frame.to_dict("records") if row["level"] == "pidana" and months.search(row["label_id"])]
    if not rows:
        return None
    told = [text(language, "naskah.penjara", label=row[f"label_{language}"], basis=row["legal_basis"]) for row in rows]
    paragraph = [one.text for one in sentences[: place + 1] if one.paragraph == sentences[place].paragraph]
    written = sentences[place].text[term.start - sentences[place].start : term.end - sentences[place].start].lower()
    is_range = [_MONTHS.get(one, one) for one in re.findall(rf"\d+|{'|'.join(_MONTHS)}", re.sub(r"\(.*?\)", "", written))] == ["1", "6"]
    is_said = is_range and _OFFICIAL.search(" ".join(paragraph[-2:])) is not None
    reasons = tuple(told) if is_said else (text(language, "naskah.penjara.pejabat"), *told)
    return LAW, RIGHT if is_said else CATATAN, reasons, ""


TERMS = {"lembaga": _institution, "bukan_sanksi": _no_sanction, "hukuman": _sanction, "pejabat": _office, "penjara": _prison}
