"""Extract: CSV files in, text tables out. Nothing is typed or judged here, so nothing is lost.

Every column stays text (a region code read as a number is another region: 35.10 is not 35.1)
and every record keeps its row number for the messages of the later steps.
"""

import csv
import io
import json
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv as pacsv

from etl.problem import BadInput, Problem

PACKAGED_SCHEMA = Path(__file__).resolve().parent.parent / "data" / "datapackage.json"


@dataclass(frozen=True)
class Resource:
    """One table of the data package: its name (the stem of its file), its file and the Frictionless schema of its columns."""

    name: str
    path: Path
    schema: dict

    @property
    def columns(self) -> list[str]:
        return [field["name"] for field in self.schema["fields"]]


def resources(data_dir: Path) -> list[Resource]:
    """The tables that `datapackage.json` describes (the project's own where DIR has none). Raises BadInput."""
    own = data_dir / "datapackage.json"
    try:
        package = _package(own)
        tables = [item for item in package["resources"] if item.get("type", "table") == "table"]
        return [Resource(Path(item["path"]).stem, data_dir / item["path"], item["schema"]) for item in tables]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        found = f"text that is no data package ({error})"
        raise BadInput([Problem(own.name, 0, "", found, "JSON with a list of resources, each with path and schema")]) from None


def is_synthetic(data_dir: Path) -> bool:
    """Does the data package say of itself that its figures are made up (`"synthetic": true`)?"""
    return _package(data_dir / "datapackage.json").get("synthetic") is True


def _package(own: Path) -> dict:
    return json.loads((own if own.exists() else PACKAGED_SCHEMA).read_text(encoding="utf-8"))


def extract(con: duckdb.DuckDBPyConnection, data_dir: Path) -> list[Problem]:
    """Create `raw_<table>` (all text, plus `row_number`) for each resource; return what is wrong with the files."""
    problems: list[Problem] = []
    for resource in resources(data_dir):
        table = _read(resource, problems)
        if table is None:
            empty = {name: pa.array([], pa.string()) for name in resource.columns}
            table = pa.table({**empty, "row_number": pa.array([], pa.int64())})
        con.register("incoming", table)
        numbered = "*" if "row_number" in table.column_names else "*, row_number() over () + 1 as row_number"
        con.execute(f'create or replace temp table "raw_{resource.name}" as select {numbered} from incoming')
        con.unregister("incoming")
    return problems


def _read(resource: Resource, problems: list[Problem]) -> pa.Table | None:
    """The file as a text table, or None after noting why it can't be one. Row numbers are in it where records were set aside."""
    file = resource.path.name
    if not resource.path.is_file():
        problems.append(Problem(file, 0, "", "no such file", f"the table {resource.name} as {file}"))
        return None
    content = resource.path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row, column = _place(content[: error.start].decode("utf-8-sig", errors="replace"))
        found = f"byte 0x{content[error.start]:02x}, which is not UTF-8"
        problems.append(Problem(file, row, column, found, "UTF-8 text: save the file as UTF-8"))
        return None
    if not text.strip():
        problems.append(Problem(file, 0, "", "an empty file", "a header row: " + ",".join(resource.columns)))
        return None
    broken = _broken_quoting(text)
    if broken:
        expected = "a closing quote before the next comma or line end, and quotes within a value doubled"
        problems.append(Problem(file, broken, "", "a quoted value that does not end", expected))
        return None
    return _parse(resource, text, problems)


def _place(before: str) -> tuple[int, str]:
    """Record number and column name of the place where `before` ends."""
    records = list(csv.reader(io.StringIO(before + "?", newline="")))
    index = len(records[-1]) - 1
    inside = len(records) > 1 and index < len(records[0])
    return len(records), records[0][index] if inside else ""


def _broken_quoting(text: str) -> int:
    """The record whose quotes don't match, or 0. Arrow would take all that follows an open quote for one value, unasked."""
    reader = enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1)
    last: deque[tuple[int, list[str]]] = deque(maxlen=1)
    try:
        last.extend(reader)
    except csv.Error:
        return last[0][0] + 1 if last else 1
    return 0


def _parse(resource: Resource, text: str, problems: list[Problem]) -> pa.Table | None:
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
        "parse_options": pacsv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=set_aside),
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
    if not _header_fits(resource, table.column_names, problems):
        return None
    problems.extend(Problem(file, row.number, "", f"{row.actual_columns} columns", f"{row.expected_columns} columns") for row in ragged)
    table = table.select(resource.columns)
    if not ragged:
        return table  # the database numbers rows sooner: from a list, Arrow would import pandas first
    skipped = {row.number for row in ragged}
    numbers = [number for number in range(2, table.num_rows + len(skipped) + 2) if number not in skipped]
    return table.append_column("row_number", pa.array(numbers, pa.int64()))


def _header_fits(resource: Resource, header: list[str], problems: list[Problem]) -> bool:
    file = resource.path.name
    missing = [name for name in resource.columns if name not in header]
    expected = "the columns " + ",".join(resource.columns)
    if len(missing) == len(resource.columns):
        hint = "; the columns are set apart by semicolons" if ";" in header[0] else ""
        problems.append(Problem(file, 1, "", f"the header '{','.join(header)[:60]}'{hint}", expected))
        return False
    problems.extend(Problem(file, 1, name, "no such column", expected) for name in missing)
    twice = sorted({name for name in header if header.count(name) > 1})
    problems.extend(Problem(file, 1, name, "the column twice", "each column once") for name in twice)
    return not missing and not twice
