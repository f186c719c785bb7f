"""Laws of a draft judged against the tables of the law, for the day on which it is said; what else it names of the law in its order."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from netralitas.check.finding import CATATAN, ENDED, LAW, RIGHT, UNCHECKED, UNKNOWN, WRONG, Finding
from netralitas.check.terms import TERMS, is_to_come
from netralitas.reader import Law, Sentence
from netralitas.store import Store
from netralitas.wording import day, joined, text

# What the sentence itself says does not hold.
_DISOWNED_BEFORE = re.compile(
    r"\b(?:bukan(?!\s+(?:hanya|saja|cuma|sekadar))|mencabut|menggantikan|mengganti|pengganti|dicabutnya"
    r"|not|repealed|replaced|repeals|replaces|instead of|rather than)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_DISOWNED_BEHIND = re.compile(
    r"[^.;:]{0,60}?\b(?:dicabut|(?:tidak|tak)(?: lagi)? (?:berlaku|relevan|tepat|mengatur)|digantikan|diganti|keliru|salah(?!\s+satu)"
    r"|bukan (?:tentang|soal)"
    r"|repealed|revoked|replaced|superseded|no longer|not (?:relevant|applicable|in force)|does not apply|wrong)\b",
    re.IGNORECASE,
)
_CODE = r"(?:UU|PP|SKB|Perbawaslu|Perppu|Perpres) \d+(?:/\d{4})?"


def judged(
    store: Store, sentences: Sequence[Sentence], language: str, on: date, counted: frozenset[tuple[tuple[int, int], str]] = frozenset()
) -> Iterator[Finding]:
    """The findings about the law, sentence by sentence. `counted`: a sentence and who counted a published number of it."""
    for place, sentence in enumerate(sentences):
        where = (sentence.start, sentence.end)
        for law in sentence.laws:
            verdict, reasons, say = _law(store, law, language, on)
            if verdict in (WRONG, ENDED) and _is_disowned(sentence, law):
                verdict, reasons, say = RIGHT, (reasons[0], text(language, "naskah.hukum.ditolak")), ""
            yield Finding(law.start, law.end, law.name, LAW, verdict, reasons, say, _instead(verdict, say), sentence=where)
        for term in sentence.terms:
            # KASN's own count, though published when KASN had ended.
            if (where, term.code) in counted and not is_to_come(sentence, term):
                continue
            told = TERMS[term.kind](store, term, sentences, place, language, on)
            if told:
                kind, verdict, reasons, say = told
                written = sentence.text[term.start - sentence.start : term.end - sentence.start]
                yield Finding(term.start, term.end, written, kind, verdict, reasons, say, _instead(verdict, say), sentence=where)


def _instead(verdict: str, say: str) -> str:
    """What the corrected draft has in its place: of what is wrong or has ended, the right or the present one."""
    return say if verdict in (WRONG, ENDED) else ""


def _is_disowned(sentence: Sentence, law: Law) -> bool:
    """Bukan PP 24/2021, UU 5/2014 telah dicabut: the sentence itself says that it does not hold."""
    start, end = law.start - sentence.start, law.end - sentence.start
    others = [one.start - sentence.start for one in sentence.laws if one.start > law.start]
    return bool(
        _DISOWNED_BEFORE.search(sentence.text, 0, start)
        or _DISOWNED_BEHIND.match(sentence.text, end, min(others, default=len(sentence.text)))
    )


def _law(store: Store, law: Law, language: str, on: date) -> tuple[str, tuple[str, ...], str]:
    known = store.laws()
    if law.code not in known.index:
        return UNKNOWN, (text(language, "naskah.hukum.tidak_dikenal", code=law.code),), ""
    row = known.loc[law.code]
    title = text(language, "naskah.hukum.judul", code=law.code, title=row[f"title_{language}"])
    if row["checked"] == "no":
        return UNCHECKED, (title, text(language, "naskah.hukum.belum_diverifikasi")), ""
    if not row["concerns_neutrality"]:
        meant = _named_in(known, row)
        told = text(language, "naskah.hukum.salah", meant=meant) if meant else text(language, "naskah.hukum.bukan_netralitas")
        return WRONG, (title, told), _cited(known, meant, law, store) if meant else ""
    return _of_its_time(row, title, language, on) or _of_its_article(store, law, row, title, language)


def _of_its_time(row: pd.Series, title: str, language: str, on: date) -> tuple[str, tuple[str, ...], str] | None:
    """Not in force on the day: not yet, or no longer, with what came after it."""
    begins, ends = (None if pd.isna(row[name]) else row[name].date() for name in ("in_force_from", "in_force_until"))
    if begins and on < begins:
        return ENDED, (title, text(language, "naskah.hukum.belum_berlaku", day=day(begins, language), on=day(on, language))), ""
    if not ends or on <= ends:
        return None
    successor = row["replaced_by"] if isinstance(row["replaced_by"], str) else ""
    key = "naskah.hukum.diganti" if successor else "naskah.hukum.berakhir"
    return ENDED, (title, text(language, key, day=day(ends, language), successor=successor)), successor


def _of_its_article(store: Store, law: Law, row: pd.Series, title: str, language: str) -> tuple[str, tuple[str, ...], str]:
    unknown = [article for article in law.articles if not _has_article(store, law.code, article)]
    if unknown:
        return CATATAN, (title, text(language, "naskah.hukum.pasal", article=joined(unknown, language))), ""
    partly = (text(language, "naskah.hukum.sebagian"),) if row["checked"] == "partly" else ()
    return RIGHT, (title, *partly), ""


def _named_in(known: pd.DataFrame, row: pd.Series) -> str:
    """The law for which this one is cited by mistake: it stands in the remark on it."""
    return next((code for code in re.findall(_CODE, row["note"] or "") if code in known.index and code != row["code"]), "")


def _cited(known: pd.DataFrame, code: str, law: Law, store: Store) -> str:
    """The right law, with the articles where it has those."""
    return f"{code} {law.article}" if law.articles and all(_has_article(store, code, one) for one in law.articles) else code


def _has_article(store: Store, code: str, article: str) -> bool:
    """Does the table of laws, of sanctions or of acts name this article of the law? What names it more closely includes it."""
    sanctions, acts, law = store.sanctions(), store.violations(), store.laws().loc[code]
    bases = [*sanctions["legal_basis"], *acts["legal_basis"]]
    parts = [part for basis in bases if isinstance(basis, str) for part in basis.split(";")]
    told = " ; ".join(part for part in parts if code in part)
    number = re.search(r"\d+", article).group()
    note = law["note"] if isinstance(law["note"], str) else ""
    letter = re.search(r"huruf ([a-z])", article)
    wanted = rf"\b{number}\b" + (rf"(?:\s+ayat \(\d+\))?\s+huruf {letter[1]}\b" if letter else "")
    return re.search(rf"Pasal {wanted}", told) is not None or re.search(rf"(?:Pasal |, ?){wanted}", note) is not None
