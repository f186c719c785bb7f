"""One number in words, with what it counts: the sentence forms by stage and unit, and the day of a count."""

from dataclasses import dataclass

from netralitas.claims.parts import Member
from netralitas.model import APPROXIMATE
from netralitas.wording import number, partial_day, text

# To these a case is reported; Bawaslu, and whoever repeats it, alleges it.
RECEIVERS = ("kasn", "bkn", "kemenpanrb", "kemendagri")
_RECEIVED = ("dugaan", "bukan_pelanggaran", "diteruskan")
# Qualifiers and kinds of notes that are said with the number itself; the others need another number beside it.
_REMARKS = ("campuran", "disimpulkan", "sebagian", "gabungan")


@dataclass(frozen=True)
class Counting:
    """Who counted what: all that a form depends on beside the stage."""

    counted_by: str
    unit: str


@dataclass(frozen=True)
class Day:
    """Up to when was counted: `basis` as `figure.counted_on_basis`; texts are partial dates (2020, 2020-12, 2020-12-19).

    `told` is the later day on which it was said, where that is another.
    """

    basis: str
    until: str
    since: str
    told: str = ""


def member_of(row: dict, prefix: str = "") -> Member:
    """A published figure as a number to tell; `prefix` names another figure of the row."""
    qualifier = filled(row[f"{prefix}qualifier"])
    kinds = {qualifier, *filled(row[f"{prefix}note_kind"]).split()}
    return Member(
        stage=row[f"{prefix}stage"],
        value=row[f"{prefix}value"],
        figure_id=row[f"{prefix}figure_id"],
        qualifier=qualifier if qualifier in APPROXIMATE else "",
        remarks=tuple(kind for kind in _REMARKS if kind in kinds),
        recipient=filled(row[f"{prefix}recipient"]),
    )


def day_of(row: dict, prefix: str = "") -> Day:
    """The day of a published figure, as precisely as it is known."""
    until, told = (filled(row[f"{prefix}{name}"]) for name in ("counted_until", "stated_later"))
    return Day(filled(row[f"{prefix}counted_on_basis"]), until, filled(row["period_start"]), told)


def filled(value: object) -> str:
    """A text cell of a row; an empty one is not a number to be printed."""
    return value if isinstance(value, str) else ""


def phrase(counting: Counting, member: Member, language: str, with_unit: bool = True, silent: tuple[str, ...] = ()) -> str:
    """15 kasus dugaan pelanggaran; 311 tidak terbukti. Remarks follow in brackets, but for those that are `silent`."""
    return _form(counting, member, language, "bentuk", with_unit) + _remarked(member, language, silent)


def whole_phrase(counting: Counting, member: Member, language: str, with_unit: bool = True, silent: tuple[str, ...] = ()) -> str:
    """dari 2.007 orang yang dilaporkan, with its remarks as `phrase`."""
    return _form(counting, member, language, "induk", with_unit) + _remarked(member, language, silent)


def origin_phrase(member: Member, language: str) -> str:
    """5 dari laporan masyarakat."""
    return text(language, f"pernyataan.asal.{member.stage}", number=said_number(member, language))


def label(counting: Counting, member: Member, language: str) -> str:
    """What a number counts, without the number: the label of its bar."""
    return _form(counting, member, language, "bentuk", with_unit=False).removeprefix(said_number(member, language)).strip()


def said_number(member: Member, language: str) -> str:
    """The number with the word that goes before it: lebih dari 500."""
    said = number(member.value, language)
    return text(language, f"pernyataan.kira.{member.qualifier}", number=said) if member.qualifier else said


def _unit(member: Member, unit: str, language: str) -> str:
    one = member.value == 1 and not member.qualifier
    return text(language, f"pernyataan.satuan.{unit}.satu" if one else f"pernyataan.satuan.{unit}")


def _form(counting: Counting, member: Member, language: str, kind: str, with_unit: bool) -> str:
    """The form of a stage and unit: `bentuk` on its own, `induk` before its parts."""
    received = counting.counted_by in RECEIVERS and member.stage in _RECEIVED
    unaddressed = member.stage == "diteruskan" and not member.recipient
    stage = f"{member.stage}.diterima" if received or unaddressed else member.stage
    return text(
        language,
        f"pernyataan.{kind}.{stage}.{counting.unit}",
        number=said_number(member, language),
        unit=" " + _unit(member, counting.unit, language) if with_unit else "",
        recipient=text(language, f"pernyataan.penerima.{member.recipient}") if member.recipient else "",
    )


def _remarked(member: Member, language: str, silent: tuple[str, ...]) -> str:
    remarks = [remark_words(remark, language) for remark in member.remarks if remark not in silent]
    return f" ({', '.join(remarks)})" if remarks else ""


def remark_words(remark: str, language: str) -> str:
    return text(language, f"pernyataan.ingat.{remark}")


def until_words(day: Day, language: str) -> str:
    """10 Februari 2024; 10 Februari 2024 (disampaikan 13 Februari 2024)."""
    until = partial_day(day.until, language)
    return text(language, "pernyataan.hari.disampaikan", day=until, told=partial_day(day.told, language)) if day.told else until


def day_words(day: Day, language: str) -> str:
    """keadaan 16 Desember 2021; sejak 1 Januari 2020, keadaan …: the day of a page stands in for a missing day of count."""
    if not day.until:
        return text(language, "pernyataan.hari.tanpa")
    said = text(language, "pernyataan.hari", day=until_words(day, language))
    return text(language, "pernyataan.hari.sejak", since=partial_day(day.since, language), told=said) if day.since else said
