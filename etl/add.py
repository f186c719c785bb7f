"""Append what somebody ticked: rows of figures and their sources from one CSV, if the tables are sound with them; else nothing.

The CSV has the columns of figures.csv and of sources.csv and one to tick, `take`; other columns (`printed`, `assumed`) are
for whoever reads it. A source that is there already may be named by its id alone; who has published nothing yet is added with
what he is in the column `publisher_kind`, and a name that differs from a known one by capitals or spaces alone is that one.
"""

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from etl import disk
from etl.build import prepare
from etl.extract import read_table
from etl.package import Resource, resources
from etl.problem import BadInput, Problem
from etl.refusal import Refusal
from etl.text import MARKS, decoded, separator

TAKE, PUBLISHER_KIND = "take", "publisher_kind"
YES = frozenset(["x", "v", "y", "ya", "yes", "1", "true", "benar", "✓", "✔"])
NO = frozenset(("", *["-", "n", "no", "tidak", "0", "false", "salah"]))
# What files without types are guarded with against formulas, taken off again (netralitas/files/guard.py puts it there).
_SIGNS = "=+\\-@＝＋－＠"
_GUARD = ((re.compile(rf"^'(?=['\s]*[{_SIGNS}\t\r\n])"), ""), (re.compile(rf"([,;|\t\r\n])'(?=['\"]*[{_SIGNS}])"), r"\1"))


@dataclass(frozen=True)
class Added:
    figures: int
    sources: int
    publishers: int


@dataclass(frozen=True)
class Row:
    """A ticked row: its number in the file, its cells by column."""

    number: int
    cells: dict[str, str]

    def of(self, table: Resource) -> dict[str, str]:
        return {column: self.cells[column] for column in table.columns}


@dataclass(frozen=True)
class Table:
    """A table of the folder as it stands there."""

    resource: Resource
    text: str
    mark: bytes

    @property
    def apart(self) -> str:
        return separator(self.text, self.resource.columns)

    @property
    def records(self) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.text, newline=""), delimiter=self.apart))

    def rows(self) -> list[dict[str, str]]:
        header, *records = self.records
        return [dict(zip(header, map(str.strip, record))) for record in records]

    def with_rows(self, rows: list[dict[str, str]]) -> bytes:
        """The table with these rows below, in its own order of columns, separator and line ends."""
        end = "\r\n" if "\r\n" in self.text else "\n"
        added = io.StringIO(newline="")
        writer = csv.DictWriter(added, self.records[0], restval="", extrasaction="ignore", delimiter=self.apart, lineterminator=end)
        writer.writerows(rows)
        whole = self.text if self.text.endswith(("\n", "\r")) else self.text + end
        return self.mark + (whole + added.getvalue()).encode("utf-8")


def add(file: Path, data_dir: Path, waiting: Callable[[], None] = lambda: None) -> Added:
    """Append the ticked rows of the file. Raises BadInput or Refusal, and then nothing was written."""
    if not data_dir.is_dir():
        raise Refusal(f"Nothing was added: there is no folder {data_dir}.")
    if not file.is_file():
        raise Refusal(f"Nothing was added: there is no file {file}; `python -m etl read ARTICLE` makes one of the numbers in an article.")
    with disk.alone(data_dir, waiting=waiting):
        tables = {resource.name: resource for resource in resources(data_dir)}
        ticked = _ticked(file, tables["figures"], tables["sources"])
        publishers, sources, figures = (_table(tables[name]) for name in ("publishers", "sources", "figures"))
        ticked, unheard = _publishers(file, ticked, publishers)
        _refuse_known(file, ticked, figures)
        added = ((publishers, unheard), (sources, _new_sources(file, ticked, sources)), (figures, ticked))
        parts = tuple((table.resource.path, table.with_rows([row.of(table.resource) for row in rows])) for table, rows in added if rows)
        _check(data_dir, parts, {table.resource.path.name: (table, rows) for table, rows in added}, file.name)
        disk.commit(*parts)
    return Added(*(len(rows) for _, rows in reversed(added)))


def _ticked(file: Path, figures: Resource, sources: Resource) -> list[Row]:
    columns = dict.fromkeys([TAKE, *figures.columns, *sources.columns, *_more(file)])
    asked = Resource(file.stem, file, {"fields": [{"name": name} for name in columns]}, {})
    problems: list[Problem] = []
    table = read_table(asked, problems, [])
    if table is None or problems:
        raise BadInput(problems)
    records = [{name: _plain(cell) for name, cell in record.items() if name in columns} for record in table.to_pylist()]
    rows = [Row(number, cells) for number, cells in enumerate(records, 2)]
    unclear = [
        Problem(file.name, row.number, TAKE, f"'{row.cells[TAKE]}'", "x where the row is to be added, else nothing")
        for row in rows
        if row.cells[TAKE].lower() not in YES | NO
    ]
    if unclear:
        raise BadInput(unclear)
    ticked = [row for row in rows if row.cells[TAKE].lower() in YES]
    if not ticked:
        raise Refusal(f"Nothing was added: no row of {file.name} is ticked; write x in the column {TAKE} of those that are right.")
    return ticked


def _more(file: Path) -> tuple[str, ...]:
    """The column that only new publishers need, where the file has it."""
    text = decoded(file.name, file.read_bytes())
    return (PUBLISHER_KIND,) if isinstance(text, str) and PUBLISHER_KIND in text.partition("\n")[0] else ()


def _publishers(file: Path, ticked: list[Row], publishers: Table) -> tuple[list[Row], list[Row]]:
    """The rows with their publishers as they are known, and a row for each that is not known yet and said to be of a kind."""
    known = {_alike(row["publisher"]): row["publisher"] for row in publishers.rows()}
    rows, new, problems = [], [], []
    for row in ticked:
        name, kind = row.cells["publisher"], row.cells.get(PUBLISHER_KIND, "")
        if name and _alike(name) not in known:
            expected = (
                f"a publisher of {publishers.resource.path.name}, or what it is (lembaga, media_nasional, media_lokal) in {PUBLISHER_KIND}"
            )
            problems += [] if kind else [Problem(file.name, row.number, "publisher", f"'{name}'", expected)]
            known[_alike(name)] = name
            new.append(Row(row.number, dict.fromkeys(publishers.resource.columns, "") | {"publisher": name, "kind": kind}))
        rows.append(replace(row, cells=row.cells | {"publisher": known[_alike(name)] if name else ""}))
    if problems:
        raise BadInput(problems)
    return rows, new


def _alike(name: str) -> str:
    return "".join(name.casefold().split())


def _plain(cell: str | None) -> str:
    for pattern, instead in _GUARD:
        cell = pattern.sub(instead, cell or "")
    return cell.strip()


def _table(resource: Resource) -> Table:
    content = resource.path.read_bytes() if resource.path.is_file() else b""
    text = decoded(resource.path.name, content)
    if isinstance(text, Problem):
        raise BadInput([text])
    if not text.strip():
        raise BadInput([Problem(resource.path.name, 0, "", "no such file, or an empty one", "a header row: " + ",".join(resource.columns))])
    mark = MARKS[0][0] if content.startswith(MARKS[0][0]) else b""
    return Table(resource, text, mark)


def _refuse_known(file: Path, ticked: list[Row], figures: Table) -> None:
    """The same figure of the same source twice would be two witnesses that are one."""
    columns = [column for column in figures.resource.columns if column not in ("note", "note_kind", "stage_basis")]
    known = {tuple(row.get(column, "") for column in columns): number for number, row in enumerate(figures.rows(), 2)}
    problems = []
    for row in ticked:
        key = tuple(row.cells[column] for column in columns)
        if key in known:
            found = f"a figure that stands in row {known[key]} already" if known[key] else "the same figure twice"
            problems.append(Problem(file.name, row.number, "value", found, "a figure that is not recorded yet: take its tick away"))
        known.setdefault(key, 0)
    if problems:
        raise BadInput(problems)


def _new_sources(file: Path, ticked: list[Row], sources: Table) -> list[Row]:
    """The first row of each source that is not there yet; what else is said of a source must be the same."""
    told = {row.get("source_id", ""): row for row in sources.rows()}
    columns = [column for column in sources.resource.columns if column != "source_id"]
    new, problems = [], []
    for row in ticked:
        source, said = row.cells["source_id"], row.of(sources.resource)
        if source not in told:
            told[source] = said
            new.append(row)
        elif any(said[column] for column in columns):
            other = [column for column in columns if said[column] != told[source].get(column, "")]
            problems += [_another(file.name, row.number, column, said, told[source]) for column in other]
    if problems:
        raise BadInput(problems)
    return new


def _another(file: str, row: int, column: str, said: dict[str, str], known: dict[str, str]) -> Problem:
    expected = f"'{known.get(column, '')}', as the source {known['source_id']} is known"
    return Problem(file, row, column, f"'{said[column]}'", expected)


def _check(data_dir: Path, parts: tuple, added: dict[str, tuple[Table, list[Row]]], name: str) -> None:
    """Check a copy of the folder with the rows in it; what is wrong with a row is told of the file that it comes from."""
    with tempfile.TemporaryDirectory() as beside:
        copy = Path(beside) / "data"
        shutil.copytree(data_dir, copy, ignore=shutil.ignore_patterns(disk.LOCK, "draft-*"))
        for path, content in parts:
            (copy / path.relative_to(data_dir)).write_bytes(content)
        try:
            with duckdb.connect(config={"threads": 1}) as con:
                prepare(con, copy, lambda step: None)
        except BadInput as refused:
            raise BadInput([_of_file(problem, added, name) for problem in refused.problems]) from None


def _of_file(problem: Problem, added: dict[str, tuple[Table, list[Row]]], name: str) -> Problem:
    if problem.file not in added:
        return problem
    table, rows = added[problem.file]
    place = problem.row - len(table.records) - 1
    column = PUBLISHER_KIND if (problem.file, problem.column) == ("publishers.csv", "kind") else problem.column
    return replace(problem, file=name, row=rows[place].number, column=column) if 0 <= place < len(rows) else problem
