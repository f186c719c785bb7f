"""Corrections: known errors of a source, mended or annotated by `data/corrections.yaml` and nowhere else."""

from pathlib import Path

import duckdb
import yaml

from etl.problem import Problem

FILE = "corrections.yaml"


def correct(con: duckdb.DuckDBPyConnection, data_dir: Path) -> list[Problem]:
    """Apply each entry to its `raw_` table and fill `correction`.

    An entry whose `match` does not fit exactly one row, or whose `expect` is no
    longer what the file says, changes nothing and is returned as a problem:
    the source was mended, or the entry is wrong, and a person must look.
    """
    con.execute(
        "create or replace temp table correction"
        "(id text, table_name text, row_number bigint, printed text, note_id text, note_en text, why text, since date)"
    )
    path = data_dir / FILE
    if not path.exists():
        return []
    try:
        entries = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("corrections") or []
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError) as error:
        return [Problem(FILE, 0, "", f"text that is no list of corrections ({error})", "YAML as its first lines say")]
    return [problem for entry in entries if (problem := _apply(con, entry))]


def _apply(con: duckdb.DuckDBPyConnection, entry: dict) -> Problem | None:
    name = str(entry.get("id", "(no id)"))
    absent = [key for key in ("table", "match", "column", "expect", "why", "since") if key not in entry]
    if absent:
        return Problem(FILE, 0, name, "no " + ", ".join(absent), "id, table, match, column, expect, why and since")
    try:
        columns = _columns(con, entry["table"])
    except duckdb.CatalogException:
        return Problem(FILE, 0, name, f"the table '{entry['table']}'", "the name of a table in data/")
    unknown = [key for key in [*entry["match"], entry["column"]] if key not in columns]
    if unknown:
        return Problem(FILE, 0, name, "the column " + ", ".join(unknown), "columns of " + entry["table"])
    condition = " and ".join(f'"{column}" is not distinct from ?' for column in entry["match"])
    wanted = [None if value in (None, "") else str(value) for value in entry["match"].values()]
    rows = con.execute(
        f'select row_number, "{entry["column"]}" from "raw_{entry["table"]}" where {condition}', wanted
    ).fetchall()
    if len(rows) != 1:
        return Problem(FILE, 0, name, f"{len(rows)} rows of {entry['table']}.csv that match", "exactly one row")
    row, printed = rows[0]
    expected = None if entry["expect"] in (None, "") else str(entry["expect"])
    if printed != expected:
        return Problem(FILE, 0, name, f"'{printed}' in {entry['table']}.csv, row {row}", f"'{expected}' as when the correction was written: remove or renew it")
    if "set" in entry:
        con.execute(
            f'update "raw_{entry["table"]}" set "{entry["column"]}" = ? where row_number = ?', [str(entry["set"]), row]
        )
    con.execute(
        "insert into correction values (?, ?, ?, ?, ?, ?, ?, ?)",
        [name, entry["table"], row, printed if "set" in entry else None, entry.get("note_id"), entry.get("note_en"), entry["why"], entry["since"]],
    )
    return None


def _columns(con: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    return {row[0] for row in con.execute(f'describe "raw_{table}"').fetchall()}
