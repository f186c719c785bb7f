"""A statement: the numbers that one source puts together, told in words; never from two sources.

Pure: the rows of `Store.statement_rows` in, sentences out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import pandas as pd

from netralitas.claims.forms import (
    Counting,
    Day,
    day_of,
    day_words,
    filled,
    member_of,
    origin_phrase,
    phrase,
    remark_words,
    until_words,
    whole_phrase,
)
from netralitas.claims.parts import ORDER, Member, Part, tree
from netralitas.claims.places import named
from netralitas.model import OUTSIDE
from netralitas.wording import joined, number, partial_day, text

_DECIDED = ("pelanggaran", "diteruskan", "terbukti", "rekomendasi_sanksi")
# What a case goes on to: the parts that a title names.
_ONWARD = (*_DECIDED, "sanksi")
# How well the day of a count is known, the best first.
BASES = ("cutoff", "stated", "published", "")


@dataclass(frozen=True)
class Later:
    """A younger, clearly higher count of the same counter for one of the stages."""

    member: Member
    day: Day
    publisher: str
    url: str


@dataclass(frozen=True)
class Statement:
    """What one source says of one region and election, by one counter, in one unit, on one day."""

    statement_id: str
    source_id: str
    region: str
    region_name: str
    event: str
    event_name: str
    voting_day: date
    counted_by: str
    counter: dict[str, str]
    said: dict[str, str]
    unit: str
    counted_on: date | None
    day: Day
    members: tuple[Member, ...]
    asides: tuple[Member, ...]
    later: Later | None
    sound: bool
    cut: bool
    balanced: bool
    exact: bool
    is_equal: bool
    main: bool
    before_division: bool
    publisher: str
    title: str
    url: str

    @property
    def parts(self) -> tuple[Part, ...]:
        return tree(self.members)

    @property
    def body(self) -> str:
        """Who counted, as one body: two who hold no office are two, each known by its source alone."""
        return self.source_id if self.counted_by == OUTSIDE else self.counted_by

    @property
    def counting(self) -> Counting:
        return Counting(self.counted_by, self.unit)

    @property
    def shared_remarks(self) -> tuple[str, ...]:
        """What must be said with each of the numbers, and so is said once."""
        first, *others = self.members
        return tuple(remark for remark in first.remarks if all(remark in other.remarks for other in others))

    @property
    def drawn(self) -> bool:
        """Is there anything to compare? Equal numbers are told in words."""
        return self.sound and not self.is_equal


# -- from rows -----------------------------------------------------------------


def statements(rows: Iterable[Mapping]) -> tuple[Statement, ...]:
    """The statements of a region and election, in the order of the rows (`Store.statement_rows`)."""
    told: dict[str, list[Mapping]] = {}
    for row in rows:
        told.setdefault(row["statement_id"], []).append(row)
    return tuple(map(_statement, told.values()))


def walk(told: Iterable[Statement], chosen: Statement) -> tuple[Statement, ...]:
    """The statements of the same counter and unit by the day of their count, the undated last: a reader sees the numbers grow."""
    same = [statement for statement in told if (statement.body, statement.unit) == (chosen.body, chosen.unit)]
    return tuple(sorted(same, key=lambda statement: (statement.counted_on or date.max, statement.source_id)))


def _statement(rows: list[dict]) -> Statement:
    first = rows[0]
    members = sorted((row for row in rows if not row["is_aside"]), key=lambda row: ORDER.index(row["stage"]))
    best = min(members, key=lambda row: BASES.index(filled(row["counted_on_basis"])))
    same = ("statement_id", "source_id", "region", "region_name", "event", "event_name", "counted_by", "unit")
    flags = ("sound", "cut", "balanced", "exact", "is_equal", "main", "before_division")
    return Statement(
        **{name: first[name] for name in same},
        **{name: bool(first[name]) for name in flags},
        **{name: filled(first[name]) for name in ("publisher", "title", "url")},
        voting_day=pd.Timestamp(first["voting_day"]).date(),
        counter={language: first[f"counter_{language}"] for language in ("id", "en")},
        said={language: first[f"said_{language}"] for language in ("id", "en")},
        counted_on=None if pd.isna(first["counted_on"]) else pd.Timestamp(first["counted_on"]).date(),
        day=day_of(best),
        members=tuple(map(member_of, members)),
        asides=tuple(member_of(row) for row in rows if row["is_aside"]),
        later=_later(first),
    )


def _later(row: dict) -> Later | None:
    if not filled(row["later_figure_id"]):
        return None
    return Later(member_of(row, "later_"), day_of(row, "later_"), filled(row["later_publisher"]), filled(row["later_url"]))


# -- in words --------------------------------------------------------------------


def sentence(statement: Statement, language: str) -> str:
    """KASN, keadaan 16 Desember 2021: dari 2.007 orang yang dilaporkan, 311 tidak terbukti, 1.588 terbukti; …"""
    said = statement.said[language]
    return text(
        language,
        "pernyataan",
        counter=said[:1].upper() + said[1:],
        day=day_words(statement.day, language),
        told="; ".join([_told(statement, language), *(remark_words(remark, language) for remark in statement.shared_remarks)]),
    )


def head(statement: Statement, language: str) -> str:
    """The sentence that heads a page, with place and election, complete enough to be read aloud."""
    said = sentence(statement, language)
    return text(language, "pernyataan.kepala", event=statement.event_name, region=place(statement, language), sentence=said)


def place(statement: Statement, language: str) -> str:
    return named(statement.region_name, statement.before_division, language)


def openings(statement: Statement, language: str) -> tuple[str, ...]:
    """What parts do not explain, one text a whole: 108 belum diputus atau tidak disebut."""
    parts = statement.parts
    told = []
    for whole in parts:
        if whole.left:
            left = f"{number(whole.left, language)} {rest(statement, whole, language)}"
            # Below the first whole a remainder must say of what.
            of = whole_phrase(statement.counting, whole.member, language, silent=whole.member.remarks) + ": " if whole.depth else ""
            told.append(of + left)
    return tuple(told)


def rest(statement: Statement, whole: Part, language: str) -> str:
    """What the remainder of a whole is called, without its number: belum diputus atau tidak disebut."""
    stages = {part.stage for part in _outcomes(statement.parts, whole)}
    return text(language, f"pernyataan.sisa.{_left_kind(whole.stage, stages)}", number="").strip()


def finding(statement: Statement, language: str) -> str:
    """A title from this statement only: Dari 2.007 orang yang dilaporkan, 1.588 terbukti dan 1.365 dijatuhi sanksi."""
    parts, silent = statement.parts, statement.shared_remarks
    whole = next((part for part in parts if part.whole is None and _outcomes(parts, part)), None)
    if whole is None or statement.is_equal:
        said = _told(statement, language)
    else:
        named = _onward(parts, whole) or _outcomes(parts, whole)
        told = [phrase(statement.counting, part.member, language, with_unit=False, silent=silent) for part in named]
        said = f"{whole_phrase(statement.counting, whole.member, language, silent=silent)}, {joined(told, language)}"
    remarks = ", ".join(remark_words(remark, language) for remark in silent)
    return said[:1].upper() + said[1:] + (f" ({remarks})" if remarks else "")


def subtitle(statement: Statement, language: str, unit: str) -> str:
    """KASN · keadaan 16 Desember 2021 · Pilkada 2020, Indonesia · orang: what holds for all its numbers, once."""
    where = f"{statement.event_name}, {place(statement, language)}"
    return " · ".join((statement.counter[language], day_words(statement.day, language), where, unit))


def _onward(parts: Iterable[Part], whole: Part) -> list[Part]:
    """From a whole to the furthest stage below it, a step at a time."""
    steps = [part for part in _outcomes(parts, whole) if part.stage in _ONWARD]
    return [steps[-1], *_onward(parts, steps[-1])] if steps else []


def overtaken(statement: Statement, language: str) -> str:
    """One line where the same counter has a younger, clearly higher count; else nothing."""
    later = statement.later
    if later is None:
        return ""
    told = phrase(statement.counting, later.member, language)
    return text(language, "pernyataan.kemudian", told=told, day=until_words(later.day, language), publisher=later.publisher)


def beside(statement: Statement, language: str) -> str:
    """Numbers outside the whole of their page; nothing where there are none."""
    told = [phrase(statement.counting, member, language) for member in statement.asides]
    return text(language, "pernyataan.di_luar", told=", ".join(told)) if told else ""


def source_line(statement: Statement, language: str) -> str:
    """The publisher, and whether its own day stands in for the day of the count: ANTARA, terbit 3 Desember 2024."""
    if statement.day.basis != "published":
        return statement.publisher
    return text(language, "pernyataan.sumber.terbit", publisher=statement.publisher, day=partial_day(statement.day.until, language))


def _left_kind(whole: str, parts: set[str]) -> str:
    """What the rest can be said to be: only where both ways out are told, the rest is what waits between them."""
    if whole == "dugaan" and "bukan_pelanggaran" in parts and "dalam_proses" not in parts and parts & set(_DECIDED):
        return "belum_diputus"
    if whole in ("terbukti", "rekomendasi_sanksi") and parts == {"sanksi"}:
        return "belum_ditindaklanjuti"
    return "tidak_disebut"


def _told(statement: Statement, language: str) -> str:
    """Each whole with its parts, in the order of the tree; the unit is said once, with the first number."""
    parts = statement.parts
    if statement.is_equal:
        return _listed(statement, sorted(parts, key=lambda part: ORDER.index(part.stage)), (), language, with_unit=True)
    clauses: list[str] = []
    roots = [part for part in parts if part.whole is None]
    for divided, group in groupby(roots, key=lambda root: bool(_outcomes(parts, root))):
        told = list(group)
        if divided:
            clauses += [_divided(statement, root, parts, language, with_unit=not clauses and root is told[0]) for root in told]
        else:
            clauses.append(_listed(statement, told, parts, language, with_unit=not clauses))
    return "; ".join(clauses)


def _listed(statement: Statement, listed: Iterable[Part], parts: Iterable[Part], language: str, with_unit: bool) -> str:
    """10 orang dilaporkan, 3 diteruskan ke KASN."""
    return ", ".join(
        phrase(statement.counting, part.member, language, with_unit and place == 0, statement.shared_remarks)
        + _origins(parts, part, language)
        for place, part in enumerate(listed)
    )


def _divided(statement: Statement, whole: Part, parts: Iterable[Part], language: str, with_unit: bool) -> str:
    """dari 2.007 orang yang dilaporkan, 311 tidak terbukti, 1.588 terbukti; 1.365 dijatuhi sanksi, …"""
    first = whole_phrase(statement.counting, whole.member, language, with_unit, statement.shared_remarks) + _origins(parts, whole, language)
    return f"{first}, {_below(statement, whole, parts, language)}"


def _below(statement: Statement, whole: Part, parts: Iterable[Part], language: str) -> str:
    """The parts of a whole, then the parts of each; a whole that was named last needs no second naming."""
    below = _outcomes(parts, whole)
    clauses = [_listed(statement, below, (), language, with_unit=False)]
    for part in below:
        if _outcomes(parts, part):
            named_last = part is below[-1]
            clauses.append(_below(statement, part, parts, language) if named_last else _divided(statement, part, parts, language, False))
    return "; ".join(clauses)


def _outcomes(parts: Iterable[Part], whole: Part) -> list[Part]:
    return [part for part in parts if part.whole == whole.stage and not part.is_origin]


def _origins(parts: Iterable[Part], whole: Part, language: str) -> str:
    """(5 dari laporan masyarakat, 10 dari temuan pengawas)"""
    told = [origin_phrase(part.member, language) for part in parts if part.is_origin and part.whole == whole.stage]
    return f" ({', '.join(told)})" if told else ""
