"""Corrections: known errors of a source, mended or annotated by `data/corrections.yaml` and nowhere else."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import duckdb

from etl.entries import FILE, read_entries
from etl.problem import Problem, shown

REQUIRED = ("id", "table", "match", "column", "expect", "why", "since")
OPTIONAL = ("set", "note_id", "note_en", "told")


def correct(con: duckdb.DuckDBPyConnection, data_dir: Path, incomplete: Collection[str] = ()) -> list[Problem]:
    """Apply each entry to its `raw_` table and fill `correction`; `printed_figures` keeps the figures as printed.

    An entry whose `match` does not fit exactly one row, or whose `expect` is no
    longer what the file says, changes nothing and is returned as a problem:
    the source was mended, or the entry is wrong, and a person must look.
    Entries about a table that is `incomplete` are passed over.
    """
    con.execute("create or replace temp table printed_figures as select * from raw_figures")
    con.execute(
        "create or replace temp table correction"
        "(id text, table_name text, row_number bigint, column_name text, note_id text, note_en text, why text, since date)"
    )
    entries = read_entries(data_dir)
    if isinstance(entries, Problem):
        return [entries]
    without_row: dict[str, list[Problem]] = {}
    columns = _columns(con)
    problems = [
        _malformed(entry) or (None if str(entry["table"]) in incomplete else _apply(con, entry, columns, without_row)) for entry in entries
    ]
    return [*filter(None, problems), *_repeated_ids(entries), *map(_cut_short, without_row, without_row.values())]


def _malformed(entry: object) -> Problem | None:
    """An entry that does not have the form that the head of the file asks for."""
    if not isinstance(entry, dict):
        return Problem(FILE, 0, "", f"the entry '{entry}'", "an entry with " + ", ".join(REQUIRED))
    name = str(entry.get("id", "(no id)"))
    absent = [key for key in REQUIRED if key not in entry]
    if absent:
        return Problem(FILE, 0, name, "no " + ", ".join(absent), ", ".join(REQUIRED[:-1]) + " and since")
    unknown = [str(key) for key in entry if key not in REQUIRED + OPTIONAL]
    if unknown:
        return Problem(FILE, 0, name, "the key " + ", ".join(unknown), "one of " + ", ".join(REQUIRED + OPTIONAL))
    return _malformed_value(name, entry)


def _malformed_value(name: str, entry: dict) -> Problem | None:
    if not isinstance(entry["match"], dict) or not entry["match"]:
        return Problem(FILE, 0, name, f"match: {entry['match']}", "column: value pairs that fit one row")
    cells = {**entry["match"], "expect": entry["expect"], "set": entry.get("set")}
    bare = [f"{key}: {value}" for key, value in cells.items() if not isinstance(value, str | None)]
    if bare:
        return Problem(FILE, 0, name, f"{bare[0]} without quotes", "text in quotes: without them, 35.10 is the number 35.1")
    try:
        date.fromisoformat(str(entry["since"]))
    except ValueError:
        return Problem(FILE, 0, name, f"since: {entry['since']}", "a day of the calendar as YYYY-MM-DD")
    return None


def _repeated_ids(entries: list) -> list[Problem]:
    names = [str(entry["id"]) for entry in entries if isinstance(entry, dict) and "id" in entry]
    repeated = sorted({name for name in names if names.count(name) > 1})
    return [Problem(FILE, 0, name, "the id twice", "an id of its own for each entry") for name in repeated]


def _apply(
    con: duckdb.DuckDBPyConnection, entry: dict, columns: dict[str, set[str]], without_row: dict[str, list[Problem]]
) -> Problem | None:
    """Change the row that the entry names, or say why not. Where there is none, this goes into `without_row`, by table."""
    name, table, column = str(entry["id"]), str(entry["table"]), str(entry["column"])
    if table not in columns:
        return Problem(FILE, 0, name, f"the table '{table}'", "the name of a table in data/")
    unknown = [str(key) for key in [*entry["match"], column] if key not in columns[table]]
    if unknown:
        return Problem(FILE, 0, name, "the column " + ", ".join(unknown), "columns of " + table)
    matched = {key: _cell(value) for key, value in entry["match"].items()}
    condition = " and ".join(f'"{key}" is not distinct from ?' for key in matched)
    rows = con.execute(f'select row_number, "{column}" from "raw_{table}" where {condition}', list(matched.values())).fetchall()
    if not rows:
        wanted = ", ".join(f"{key} {shown(cell)}" for key, cell in matched.items())
        found, expected = f"no row of {table}.csv with {wanted}", "exactly one: was the row changed or removed, or the file cut short?"
        without_row.setdefault(table, []).append(Problem(FILE, 0, name, found, expected, if_sound=f"{table}.csv"))
        return None
    if len(rows) > 1:
        return Problem(FILE, 0, name, f"{len(rows)} rows of {table}.csv that match", "exactly one row")
    return _change(con, entry, *rows[0])


def _change(con: duckdb.DuckDBPyConnection, entry: dict, row: int, printed: str | None) -> Problem | None:
    """The one row gets its value and its remark, where it still holds what the entry expects."""
    name, table, column, expected = str(entry["id"]), str(entry["table"]), str(entry["column"]), _cell(entry["expect"])
    if printed != expected:
        hint = "as when the correction was written: remove or renew it"
        return Problem(FILE, 0, name, f"{shown(printed)} in {table}.csv, row {row}", f"{shown(expected)} {hint}")
    if "set" in entry:
        con.execute(f'update "raw_{table}" set "{column}" = ? where row_number = ?', [_cell(entry["set"]), row])
    facts = [name, table, row, column, entry.get("note_id"), entry.get("note_en"), str(entry["why"]), str(entry["since"])]
    con.execute("insert into correction values (?, ?, ?, ?, ?, ?, ?, ?)", facts)
    return None


def _cut_short(table: str, without_row: list[Problem]) -> Problem:
    """Where several entries find no row in one table, the table is what has changed, and not the entries."""
    if len(without_row) == 1:
        return without_row[0]
    names = ", ".join(problem.column for problem in without_row)
    found = f"no row for {len(without_row)} corrections ({names})"
    return Problem(f"{table}.csv", 0, "", found, f"the rows that {FILE} names: is the file cut short?", if_sound=f"{table}.csv")


def _cell(value: str | None) -> str | None:
    """A value as a cell of the file holds it: text, or nothing."""
    return value or None


def _columns(con: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """The columns of each table, by its name."""
    query = "select table_name[5:], list(column_name) from duckdb_columns() where starts_with(table_name, 'raw_') group by 1"
    return {table: set(columns) - {"row_number"} for table, columns in con.execute(query).fetchall()}
