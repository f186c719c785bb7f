"""A statement as a flow: the numbers that one source puts together, each part under its whole; never two sources on an axis."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pandas as pd

from netralitas.address.spoken import UNITS_TOLD
from netralitas.chart import Chart, Gone, Kind, sources_of
from netralitas.claims import amount
from netralitas.claims.amount import worded
from netralitas.claims.forms import label, origin_phrase, remark_words, said_number, until_words
from netralitas.claims.parts import Part
from netralitas.claims.statement import (
    BASES,
    Statement,
    beside,
    finding,
    overtaken,
    rest,
    sentence,
    statements,
    subtitle,
    walk,
)
from netralitas.model import CLEAN, Filter
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import text

# The parts of a statement that tell what became of those in breach.
SANCTION = ("terbukti", "rekomendasi_sanksi", "sanksi", "belum_ditindaklanjuti")
_IMPOSED = ("sanksi", "belum_ditindaklanjuti")


@remembered
def told(store: Store, scope: Filter) -> tuple[Statement, ...]:
    """All statements about the region and election, main ones first, then the latest."""
    return statements(store.statement_rows(scope.region, scope.event))


@remembered
def sanctions_told(store: Store, scope: Filter) -> tuple[Statement, ...]:
    """The same, cut to what was proven, recommended, imposed and is open; those that tell at least two of these."""
    return tuple(_sanction_part(one) for one in told(store, scope) if one.sound and _tells_sanctions(one))


def _tells_sanctions(statement: Statement) -> bool:
    stages = {member.stage for member in statement.members}
    return len(stages & set(SANCTION)) > 1 and bool(stages & set(_IMPOSED))


def _sanction_part(statement: Statement) -> Statement:
    members = tuple(member for member in statement.members if member.stage in SANCTION)
    return replace(statement, members=members, asides=(), is_equal=len({member.value for member in members}) == 1)


def leaders(all_told: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """One statement a unit, persons first, as domain.md orders them: the main one, else the latest sound one."""
    sound = [one for one in all_told if one.sound]
    firsts = (next((one for one in sound if one.unit == unit), None) for unit in UNITS_TOLD)
    return tuple(one for one in firsts if one is not None)


def offered(all_told: tuple[Statement, ...], leader: Statement, language: str) -> dict[str, str]:
    """Statement → its day and publisher: all of the same counter and unit, by their day."""
    same = walk([one for one in all_told if one.sound], leader)
    undated = text(language, "pernyataan.hari.tanpa")
    return {one.statement_id: f"{until_words(one.day, language) if one.day.until else undated} · {one.publisher}" for one in same}


# -- as charts -----------------------------------------------------------------------


@remembered
def flow(store: Store, scope: Filter, statement_id: str) -> Chart:
    """One statement, whole. Raises Gone."""
    return _flow(store, scope, _named(told(store, scope), statement_id), "pernyataan")


@remembered
def carried_out(store: Store, scope: Filter, statement_id: str) -> Chart:
    """What one statement says of sanctions: recommended or proven, imposed, still open. Raises Gone."""
    return _flow(store, scope, _named(sanctions_told(store, scope), statement_id), "tindak-lanjut")


def _named(all_told: tuple[Statement, ...], statement_id: str) -> Statement:
    found = next((one for one in all_told if one.statement_id == statement_id), None)
    if found is None:
        raise Gone(statement_id)
    return found


def _flow(store: Store, scope: Filter, statement: Statement, name: str) -> Chart:
    language, unit = scope.language, store.label("unit", statement.unit, scope.language)
    frame = _frame(store, statement, language)
    # What holds for all its numbers stands in the title; what is said of some, in a note that names them.
    apart = frame[frame["apart"]]
    remarks = amount.remarks(amount.records(apart), apart["label"], language)
    return Chart(
        kind=Kind.FLOW,
        name=f"netralitas_{name}_{scope.region}_{scope.event}_{statement.unit}_{statement.statement_id}",
        language=language,
        frame=frame,
        title=finding(statement, language),
        subtitle=subtitle(statement, language, unit),
        unit=unit,
        alt=sentence(statement, language),
        sources=sources_of(rows_of(frame)),
        notes=tuple(filter(None, (_sentence(overtaken(statement, language)), _sentence(beside(statement, language)), *remarks))),
        value_label=unit,
        label_header=text(language, "kolom.tahap"),
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _remark(figure: dict, part: Part, language: str) -> str:
    """What the source's word for the number says, and what the page makes clear beside it."""
    more = [remark_words(remark, language) for remark in part.member.remarks if remark != figure["qualifier"]]
    return ", ".join(filter(None, (figure["remark"], *more)))


def _frame(store: Store, statement: Statement, language: str) -> pd.DataFrame:
    """One row a number in the order of the tree, and one a remainder after the parts that leave it."""
    rows = store.statements(statement.region, statement.event)
    rows = worded(rows[(rows["statement_id"] == statement.statement_id) & ~rows["is_aside"]], store, language)
    # One day, said once: a number printed without it has that of the statement.
    best = rows["counted_on_basis"].fillna("").map(BASES.index).idxmin()
    figures = {row["stage"]: {**row, "cutoff": rows.at[best, "cutoff"]} for row in rows.to_dict("records")}
    said: Callable[[Part], str] = lambda part: _label(statement, part, language)  # noqa: E731
    lines = []
    for part, after in _lines(statement.parts):
        figure = figures[part.stage]
        if after is None:
            placed = {"label": said(part), "tone": part.stage, "start": part.start, "open": False}
            apart = bool(set(part.member.remarks) - set(statement.shared_remarks))
            lines.append({**figure, **placed, "remark": _remark(figure, part, language), "apart": apart})
        else:
            computed = {
                "value": part.left,
                "figure_id": "",
                "status": CLEAN,
                "about": "",
                "remark": "",
                "clause": "",
                "stage": "",
                "tone": "",
                "apart": False,
            }
            lines.append({**figure, **computed, "label": _rest(statement, part, language), "start": after, "open": True})
    return pd.DataFrame(lines)


def _label(statement: Statement, part: Part, language: str) -> str:
    if part.is_origin:
        return origin_phrase(part.member, language).removeprefix(said_number(part.member, language)).strip()
    return label(statement.counting, replace(part.member, remarks=()), language).removeprefix("of ")


def _rest(statement: Statement, whole: Part, language: str) -> str:
    """What is open in a whole; below the first one, in which."""
    told = rest(statement, whole, language)
    return f"{told} ({_label(statement, whole, language)})" if whole.depth else told


def _lines(parts: tuple[Part, ...], whole: str | None = None) -> Iterator[tuple[Part, float | None]]:
    """Each part, those below it, and where its remainder begins; None for the part itself."""
    for part in parts:
        if part.whole != whole:
            continue
        yield part, None
        yield from _lines(parts, part.stage)
        if part.left:
            yield part, part.start + part.value - part.left
