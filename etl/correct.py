"""Corrections: known errors of a source, mended or annotated by `data/corrections.yaml` and nowhere else."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import duckdb
import yaml

from etl.problem import Problem

FILE = "corrections.yaml"
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
    path = data_dir / FILE
    if not path.exists():
        return []
    try:
        entries = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("corrections") or []
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError) as error:
        return [Problem(FILE, 0, "", f"text that is no list of corrections ({error})", "YAML as its first lines say")]
    if not isinstance(entries, list):
        return [Problem(FILE, 0, "", "corrections that are no list", "YAML as its first lines say")]
    problems = [_malformed(entry) or _apply(con, entry, incomplete) for entry in entries]
    return [problem for problem in problems if problem] + _repeated_ids(entries)


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
    if not isinstance(entry["match"], dict) or not entry["match"]:
        return Problem(FILE, 0, name, f"match: {entry['match']}", "column: value pairs that fit one row")
    try:
        date.fromisoformat(str(entry["since"]))
    except ValueError:
        return Problem(FILE, 0, name, f"since: {entry['since']}", "a day of the calendar as YYYY-MM-DD")
    return None


def _repeated_ids(entries: list) -> list[Problem]:
    names = [str(entry["id"]) for entry in entries if isinstance(entry, dict) and "id" in entry]
    repeated = sorted({name for name in names if names.count(name) > 1})
    return [Problem(FILE, 0, name, "the id twice", "an id of its own for each entry") for name in repeated]


def _apply(con: duckdb.DuckDBPyConnection, entry: dict, incomplete: Collection[str]) -> Problem | None:
    name, table, column = str(entry["id"]), str(entry["table"]), str(entry["column"])
    if table in incomplete:
        return None
    columns = _columns(con, table)
    if not columns:
        return Problem(FILE, 0, name, f"the table '{table}'", "the name of a table in data/")
    unknown = [str(key) for key in [*entry["match"], column] if key not in columns]
    if unknown:
        return Problem(FILE, 0, name, "the column " + ", ".join(unknown), "columns of " + table)
    condition = " and ".join(f'"{key}" is not distinct from ?' for key in entry["match"])
    matched = [_cell(value) for value in entry["match"].values()]
    rows = con.execute(f'select row_number, "{column}" from "raw_{table}" where {condition}', matched).fetchall()
    if len(rows) != 1:
        return Problem(FILE, 0, name, f"{len(rows)} rows of {table}.csv that match", "exactly one row")
    row, printed = rows[0]
    expected = _cell(entry["expect"])
    if printed != expected:
        hint = "as when the correction was written: remove or renew it"
        return Problem(FILE, 0, name, f"{_shown(printed)} in {table}.csv, row {row}", f"{_shown(expected)} {hint}")
    if "set" in entry:
        con.execute(f'update "raw_{table}" set "{column}" = ? where row_number = ?', [_cell(entry["set"]), row])
    facts = [name, table, row, column, entry.get("note_id"), entry.get("note_en"), str(entry["why"]), str(entry["since"])]
    con.execute("insert into correction values (?, ?, ?, ?, ?, ?, ?, ?)", facts)
    return None


def _cell(value: object) -> str | None:
    """A value as a cell of the file holds it: text, or nothing."""
    return None if value in (None, "") else str(value)


def _shown(cell: str | None) -> str:
    return "nothing" if cell is None else f"'{cell}'"


def _columns(con: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    query = "select column_name from duckdb_columns() where table_name = ? and column_name <> 'row_number'"
    return {row[0] for row in con.execute(query, [f"raw_{table}"]).fetchall()}
