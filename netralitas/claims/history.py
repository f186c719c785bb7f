"""Riwayat: what has been published about a region in all elections, told in sentences, the newest first.

A statement is told once, whoever repeats it; a number that stands in a statement is not told again on its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from netralitas.claims.statement import Statement, place, sentence, statements
from netralitas.model import CLEAN, DISPUTED, NOTED
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, number, text

_GRAVEST = (DISPUTED, NOTED, CLEAN)


@dataclass(frozen=True)
class Entry:
    """A sentence of the time line. `when` is the day of the count, `event` the election's name, `sources` (publisher, address) each.

    `status` is that of the gravest of its figures, `voting` the day of its election; `said` are the figures whose numbers it says.
    """

    when: date | None
    voting: date
    event: str
    sentence: str
    status: str
    sources: tuple[tuple[str, str], ...]
    figures: tuple[str, ...]
    said: tuple[str, ...]

    def day_told(self, language: str) -> str:
        return day(self.when, language, "short") or text(language, "riwayat.tanpa_hari")


@remembered
def history(store: Store, region: str, language: str) -> tuple[Entry, ...]:
    """Every statement, then every number that stands in none; where only parts of a total are known, those."""
    figures = store.told_alone(region)
    rows = store.statement_rows_across(region)
    stated = statements(rows)
    told = [_stated(one, [row for row in rows if row["statement_id"] == one.statement_id], language) for one in stated]
    known = {key for one in stated for key in _keys(one)}
    told += [_single(store, row, language) for row in _once(figures) if _key(row) not in known]
    told += _of_parts(store, figures, language)
    told += _of_no_election(figures, language)
    return tuple(sorted(_together(told), key=lambda entry: _place(entry, told), reverse=True))


def unknown(store: Store, region: str, language: str) -> str:
    """Nobody published anything about the region."""
    return text(language, "riwayat.kosong", region=store.region_name(region))


@remembered
def law_in_force(store: Store, on: date, language: str) -> str:
    """Which rules on neutrality hold on a day, by their short names."""
    laws = store.neutrality_laws()
    moment = pd.Timestamp(on)
    holds = (laws["in_force_from"] <= moment) & (laws["in_force_until"].isna() | (moment <= laws["in_force_until"]))
    return text(language, "riwayat.hukum", day=day(on, language), laws=", ".join(laws.loc[holds, "code"]))


def _keys(statement: Statement) -> Iterator[tuple]:
    for member in statement.members:
        yield statement.event, member.stage, statement.unit, member.value


def _key(row: dict) -> tuple:
    return row["event"], row["stage"], row["unit"], row["value"]


def _once(figures: Iterable[dict]) -> Iterable[dict]:
    """Totals of elections that stand alone, each number of a counter once: as the headline, else where it was said first."""
    alone = [row for row in figures if _text(row["event"]) and row["dimension"] == "total"]
    first = sorted(alone, key=lambda row: (not row["is_headline"], pd.isna(row["counted_on"]), row["counted_on"], row["figure_id"]))
    return {(*_key(row), row["counter_body"]): row for row in reversed(first)}.values()


def _stated(statement: Statement, rows: Iterable[dict], language: str) -> Entry:
    told = [row for row in rows if not row["is_aside"]]
    # the region of the page is another today
    former = f"; {place(statement, language)}" if statement.before_division else ""
    return Entry(
        when=statement.counted_on,
        voting=statement.voting_day,
        event=statement.event_name,
        sentence=sentence(statement, language) + former + ".",
        status=_worst(row["status"] for row in told),
        sources=((statement.publisher, statement.url),),
        figures=tuple(row["figure_id"] for row in told),
        said=tuple(member.figure_id for member in statement.members),
    )


def _single(store: Store, row: dict, language: str) -> Entry:
    return _told(row, store.events().at[row["event"], "voting_day"].date(), store.event_name(row["event"]), language)


def _told(row: dict, voting: date, event: str, language: str) -> Entry:
    """A figure in the sentence that the build wrote for it: counter, place, election, day, clauses, publisher."""
    return Entry(
        when=_day(row["counted_on"]),
        voting=voting,
        event=event,
        sentence=row[f"say_{language}"],
        status=row["status"],
        sources=((row["publisher"], _text(row["url"])),),
        figures=(row["figure_id"],),
        said=(row["figure_id"],),
    )


def _of_parts(store: Store, figures: Iterable[dict], language: str) -> Iterator[Entry]:
    """Elections of which only parts of a total are known: the largest part of each source, and how many more it gives."""
    parts = [row for row in figures if _text(row["event"]) and row["dimension"] != "total"]
    same: dict[tuple, list[dict]] = {}
    for row in sorted(parts, key=lambda row: (-row["value"], row["figure_id"])):
        same.setdefault((row["event"], row["source_id"]), []).append(row)
    for rows in same.values():
        entry = _single(store, rows[0], language)
        more = text(language, "riwayat.rincian_lain", count=number(len(rows) - 1, language))
        said = f"{entry.sentence} {more}" if len(rows) > 1 else entry.sentence
        status = _worst(row["status"] for row in rows)
        yield replace(entry, sentence=said, status=status, figures=tuple(row["figure_id"] for row in rows))


def _of_no_election(figures: Iterable[dict], language: str) -> Iterator[Entry]:
    """Totals of a calendar period, which belong to no election."""
    for row in figures:
        if not _text(row["event"]):
            yield _told(row, date.min, text(language, "riwayat.tanpa_pemilihan"), language)


def _place(entry: Entry, told: list[Entry]) -> tuple[date, bool]:
    """By the day; what is undated follows what is dated of its election."""
    others = [other.when for other in told if other.event == entry.event and other.when]
    return entry.when or min(others, default=entry.voting), entry.when is not None


def _together(told: Iterable[Entry]) -> Iterator[Entry]:
    """The same sentence of the same election once, with all who print it."""
    same: dict[tuple, list[Entry]] = {}
    for entry in told:
        same.setdefault((entry.event, entry.sentence, entry.when), []).append(entry)
    for entries in same.values():
        yield replace(
            entries[0],
            status=_worst(entry.status for entry in entries),
            sources=tuple(dict.fromkeys(source for entry in entries for source in entry.sources)),
            figures=tuple(figure for entry in entries for figure in entry.figures),
        )


def _worst(statuses: Iterable[str]) -> str:
    return min(statuses, key=_GRAVEST.index)


def _day(value: object) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
