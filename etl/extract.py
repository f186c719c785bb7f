"""Extract: CSV files in, text tables out. Nothing is typed or judged here, so nothing is lost.

Every column stays text (a region code read as a number is another region: 35.10 is not 35.1)
and every record keeps its row number for the messages of the later steps. Only characters that
nobody sees are taken out; `removed_mark` says how many of each file.
"""

import contextlib
import csv
import io
from collections import deque
from itertools import chain
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv as pacsv

from etl.header import header_faults
from etl.package import Resource, check_patterns, resources
from etl.problem import Problem
from etl.text import decoded, separator, without_marks

LONGEST = 20_000  # characters of a cell
# What a cell may have before it is measured: the module's own limit is told as a broken quote. It holds for the whole process.
csv.field_size_limit(2**31 - 1)


def extract(con: duckdb.DuckDBPyConnection, data_dir: Path) -> list[Problem]:
    """Create `raw_<table>` (all text, plus `row_number`) for each resource and `removed_mark`; return what is wrong with the files."""
    problems: list[Problem] = []
    removed: list[tuple[str, int]] = []
    tables = resources(data_dir)
    check_patterns(con, tables)
    for resource in tables:
        table = read_table(resource, problems, removed)
        if table is None:
            empty = {name: pa.array([], pa.string()) for name in resource.columns}
            table = pa.table({**empty, "row_number": pa.array([], pa.int64())})
        con.register("incoming", table)
        numbered = "*" if "row_number" in table.column_names else "*, row_number() over () + 1 as row_number"
        con.execute(f'create or replace temp table "raw_{resource.name}" as select {numbered} from incoming')
        con.unregister("incoming")
    con.execute("create or replace temp table removed_mark(file text, marks bigint)")
    if removed:
        con.executemany("insert into removed_mark values (?, ?)", removed)
    return problems


def read_table(resource: Resource, problems: list[Problem], removed: list[tuple[str, int]]) -> pa.Table | None:
    """The file as a text table, or None after noting why it can't be one. Row numbers are in it where records were set aside."""
    file = resource.path.name
    if not resource.path.is_file():
        problems.append(Problem(file, 0, "", "no such file", f"the table {resource.name} as {file}"))
        return None
    text = decoded(file, resource.path.read_bytes())
    if isinstance(text, Problem):
        problems.append(text)
        return None
    text, marks = without_marks(text)
    if marks:
        removed.append((file, marks))
    if not text.strip():
        problems.append(Problem(file, 0, "", "an empty file", "a header row: " + ",".join(resource.columns)))
        return None
    apart = separator(text, resource.columns)
    fault = _fault(file, text, apart)
    if fault:
        problems.append(fault)
        return None
    return _parse(resource, text, apart, problems)


def _fault(file: str, text: str, apart: str) -> Problem | None:
    """A quote that does not end, or a cell too long. Arrow would take all that follows an open quote for one value, unasked."""
    try:
        if max(map(len, chain.from_iterable(_records(text, apart)))) <= LONGEST:
            return None
    except csv.Error:
        expected = "a closing quote before the next comma or line end, and quotes within a value doubled"
        return Problem(file, _broken(text, apart), "", "a quoted value that does not end", expected)
    return _longest(file, text, apart)


def _records(text: str, apart: str):
    return csv.reader(io.StringIO(text, newline=""), delimiter=apart, strict=True)


def _broken(text: str, apart: str) -> int:
    """The record at whose quotes the reader stops."""
    last: deque[tuple[int, list[str]]] = deque(maxlen=1)
    with contextlib.suppress(csv.Error):
        last.extend(enumerate(_records(text, apart), 1))
    return last[0][0] + 1 if last else 1


def _longest(file: str, text: str, apart: str) -> Problem:
    """The first cell that is too long."""
    header = next(_records(text, apart))
    row, place, cell = next(
        (row, place, cell)
        for row, record in enumerate(_records(text, apart), 1)
        for place, cell in enumerate(record)
        if len(cell) > LONGEST
    )
    hint = ": a quote that is not closed?" if "\n" in cell else ""
    column = header[place] if row > 1 and place < len(header) else ""
    return Problem(file, row, column, f"{len(cell):,} characters in one cell{hint}", f"at most {LONGEST:,}")


def _parse(resource: Resource, text: str, apart: str, problems: list[Problem]) -> pa.Table | None:
    file = resource.path.name
    ragged: list[pacsv.InvalidRow] = []

    def set_aside(row: pacsv.InvalidRow) -> str:
        ragged.append(row)
        return "skip"

    # One thread and one block: row numbers are then exact, and the files are small.
    encoded = text.encode("utf-8") + b"\n"
    options = {
        "read_options": pacsv.ReadOptions(use_threads=False, block_size=len(encoded) + 1),
        # Blank lines are read, so that they count, and left out by the next step.
        "parse_options": pacsv.ParseOptions(
            delimiter=apart, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=set_aside
        ),
        "convert_options": pacsv.ConvertOptions(
            column_types=dict.fromkeys(resource.columns, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    }
    try:
        table = pacsv.read_csv(pa.BufferReader(encoded), **options)
    except pa.ArrowInvalid as error:
        problems.append(Problem(file, 0, "", f"text that is no CSV table ({error})", "comma-separated values (RFC 4180)"))
        return None
    faults = header_faults(resource, table.column_names)
    if faults:
        problems.extend(faults)
        return None
    problems.extend(Problem(file, row.number, "", f"{row.actual_columns} columns", f"{row.expected_columns} columns") for row in ragged)
    table = table.select(resource.columns)
    if not ragged:
        return table  # the database numbers rows sooner: from a list, Arrow would import pandas first
    skipped = {row.number for row in ragged}
    numbers = [number for number in range(2, table.num_rows + len(skipped) + 2) if number not in skipped]
    return table.append_column("row_number", pa.array(numbers, pa.int64()))
