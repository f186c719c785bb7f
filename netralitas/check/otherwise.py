"""Where a draft says of a number what its source does not, or too loosely: another stage or unit, another day, no election."""

import re
from dataclasses import dataclass

from netralitas.check import match
from netralitas.check.facts import facts
from netralitas.check.finding import CATATAN, JANGAN, LAYAK, UNKNOWN
from netralitas.check.known import Known
from netralitas.check.match import Asked, Match
from netralitas.claims import verdict
from netralitas.model import APPROXIMATE
from netralitas.reader import Sentence
from netralitas.reader.found import HERE, PARAGRAPH, TITLE
from netralitas.store import Store
from netralitas.store.reference import AFTER_VOTE
from netralitas.wording import joined, text

_REPORTED = re.compile(r"lapor|\badu|\bdiadu|report|complain", re.IGNORECASE)


GRAVEST = (JANGAN, UNKNOWN, CATATAN, LAYAK)


# Of these stages cases are heard as they are meant.
_ALLEGED = (match.HEARD, "laporan", "temuan", "pelanggaran")


_NEAR_UNITS = ({"kasus", "laporan"},)


@dataclass(frozen=True)
class Said:
    """A number with the figure that it is, the verdict on that, and the rules whose clause its sentence lacks.

    `head` is the figure that heads the question, `heard` the one that is heard where no word says what is counted; `around`: stages
    that its sentence, its paragraph or the sentence before name.
    """

    asked: Asked
    match: Match
    sentence: Sentence
    figure: Known | None
    verdict: verdict.Verdict | None
    missing: frozenset[str]
    head: Known | None
    heard: Known | None
    around: frozenset[str]


def otherwise(store: Store, said: Said, language: str) -> tuple[str, tuple[str, ...]]:
    """How grave it is that the sentence says of the number what its source does not, and each such thing in a sentence."""
    found, figure, told = said.asked.found, said.figure, []
    for part, kind, given, near in (
        ("stage", "stage", figure.stage, match.NEAR_STAGES),
        ("unit", "unit", figure.unit, _NEAR_UNITS),
        ("counter", "counted_by", figure.counted_by, None),
    ):
        wanted = _wanted(found, part)
        # Whom KASN or BKN calls offenders, they found to be such: "menurut Bawaslu" the word means of Bawaslu alone.
        is_proven = (wanted, given) == ("pelanggaran", "terbukti") and found.counter.values == (figure.counted_by,)
        # "Menerima 4 laporan dugaan", "6 orang dilaporkan" say of reports that they are such.
        is_reported = (wanted, given) == ("dugaan", "laporan") and _REPORTED.search(said.sentence.text)
        if wanted and wanted != given and not is_proven and not is_reported:
            # Who counted is often named for another part of the sentence, and a heading heads more than one number.
            is_own = near is not None and (part == "unit" or found.stage.where == HERE)
            grave = JANGAN if is_own and {wanted, given} not in near else CATATAN
            labels = {"asked": store.label(kind, wanted, language), "told": store.label(kind, given, language)}
            told.append((grave, text(language, "cek.beda" if kind != "counted_by" else "naskah.pencacah_lain", **labels)))
    told += [(CATATAN, sentence) for sentence in _loosely(store, said, language)]
    graver = min((grave for grave, _ in told), key=GRAVEST.index, default=LAYAK)
    return (LAYAK if found.refused else graver), tuple(sentence for _, sentence in told)


def _wanted(found, part: str) -> str:
    if part == "unit":
        return found.unit
    said = getattr(found, part)
    # A heading says what a table counts; who counted is said of a number alone.
    told_in = (HERE, TITLE) if part == "stage" else (HERE,)
    return said.values[0] if said.values and said.where in told_in else ""


def _loosely(store: Store, said: Said, language: str) -> list[str]:
    """What is said too loosely: another day, a rounded number, a place or election that is left open."""
    found, figure, told = said.asked.found, said.figure, []
    days = found.day.values if found.day.where == HERE and any(one.kind == "day" and one.weight for one in said.sentence.mentions) else ()
    printed = facts(store)[figure.figure_id].days
    if len(said.asked.days) == 1 and days and printed and not any(_agrees(day, own) for day in days for own in printed):
        told.append(text(language, "naskah.hari_lain", cutoff=figure.cutoff))
    # "Sekitar 15" of what was counted exactly sounds like a guess, and "lebih dari 15" like another number.
    if said.match.near or (found.qualifier in APPROXIMATE and not figure.amount.about):
        told.append(text(language, "naskah.tepatnya", amount=figure.amount.full))
    heard = said.heard
    is_misheard = not found.stage.values and figure.stage not in (*_ALLEGED, *said.around) and heard and heard.value > figure.value
    if is_misheard and not figure.part:
        told.append(text(language, "naskah.sebut_tahap", stage=figure.stage_label, amount=heard.amount.full))
    if said.match.elsewhere:
        told.append(text(language, "naskah.sebut_wilayah", place=figure.place))
    if said.match.several_events:
        told.append(text(language, "naskah.sebut_pemilihan", event=figure.election))
    elif not said.asked.events and figure.election and not is_of_a_year(store, said):
        told.append(text(language, "naskah.pemilihan_tak_disebut", event=figure.election))
    if found.place.where == PARAGRAPH and len(found.place.values) > 1:
        told += [text(language, "naskah.sebut_wilayah", place=figure.place)] if figure.region != found.place.values[0] else []
    elif len(found.place.values) > 1:
        names = joined([store.region_name(code) for code in found.place.values], language)
        told.append(text(language, "naskah.dua_wilayah", names=names, place=figure.place))
    return told


def is_of_a_year(store: Store, said: Said) -> bool:
    """Does a day of the sentence say the election: the only one that was near, or of its year and not yet long over?"""
    held, event = store.voting_days(), said.figure.event
    of_year = lambda day: tuple(code for code in held if code.endswith(day[:4]))  # noqa: E731
    return any(
        store.elections_near(day) == (event,) or (of_year(day) == (event,) and day <= str(held[event] + AFTER_VOTE))
        for day in said.asked.days
    )


def _agrees(day: str, own: str) -> bool:
    """One is as precise as the other or less: December 2020 and 19 December 2020."""
    return day.startswith(own) or own.startswith(day)
