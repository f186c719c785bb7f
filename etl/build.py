"""The job as a story: extract → normalise → check → load → derive → publish."""

import hashlib
import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl import publish
from etl.check import check
from etl.correct import correct
from etl.extract import PACKAGED_SCHEMA, extract, is_synthetic, resources
from etl.problem import BadInput, Problem

HERE = Path(__file__).parent
MADE_UP = "DATA SINTETIS / SYNTHETIC DATA"
STEPS = ("extract", "normalise", "check", "load", "derive", "publish")


@dataclass
class Result:
    """What a build did: the snapshot, rows a table, flags a kind, rejected rows, labels without a known category."""

    snapshot_id: str
    published: bool
    rows: dict[str, int] = field(default_factory=dict)
    flags: dict[str, int] = field(default_factory=dict)
    rejected: int = 0
    unmapped: list[tuple[str, str, int]] = field(default_factory=list)


def snapshot_id(data_dir: Path) -> str:
    """A hash of everything the snapshot depends on: the input files and the ETL's own code."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    inputs = [resource.path for resource in resources(data_dir)] + [data_dir / "corrections.yaml"]
    schema = data_dir / "datapackage.json"
    inputs.append(schema if schema.exists() else PACKAGED_SCHEMA)
    code = sorted([*HERE.glob("*.py"), *HERE.glob("sql/*.sql")])
    for path in inputs + code:
        digest.update(path.name.encode())
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()[:12]


def prepare(con: duckdb.DuckDBPyConnection, data_dir: Path, step: Callable[[str], None]) -> None:
    """Extract, normalise and check; raise BadInput with every problem found."""
    if not data_dir.is_dir():
        raise BadInput([Problem(str(data_dir), 0, "", "no such folder", "a folder with the tables, see data/README.md")])
    step("extract")
    problems = extract(con, data_dir)
    # Tables that could not be read in full: nothing may be concluded from what they lack.
    incomplete = {Path(problem.file).stem for problem in problems}
    step("normalise")
    _trim(con, data_dir)
    problems += correct(con, data_dir, incomplete)
    step("check")
    problems += check(con, data_dir, incomplete)
    if problems:
        raise BadInput(problems)


def unmapped(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str, int]]:
    """Breakdown labels that `category_aliases.csv` does not know: (dimension, label, figures). Shown as printed."""
    return con.execute(
        """
        select dimension, category, count(*)::integer
        from raw_figures
        anti join raw_category_aliases using (dimension, category)
        where dimension in ('jenis_pelanggaran', 'jabatan', 'sanksi')
        group by all
        order by all
        """
    ).fetchall()


def build(data_dir: Path, out_dir: Path, step: Callable[[str], None] = lambda name: None) -> Result:
    """Publish the snapshot of `data_dir` under `out_dir`; an unchanged input publishes nothing.

    Raises BadInput, leaving what is published untouched.
    """
    wanted = snapshot_id(data_dir)
    if publish.current(out_dir) == wanted:
        return Result(wanted, published=False)
    if publish.path(out_dir, wanted).exists():
        publish.publish_again(out_dir, wanted)
        return Result(wanted, published=True, **_counts(publish.path(out_dir, wanted)))
    with publish.draft(out_dir) as draft:
        # The tables are small: several threads would only wait for each other, and take the map shapes' processor.
        con = duckdb.connect(str(draft), config={"threads": 1})
        try:
            prepare(con, data_dir, step)
            step("load")
            load(con)
            if is_synthetic(data_dir):
                # No number travels without its publisher: what is made up says so wherever it goes.
                con.execute("update source set publisher = concat_ws(': ', ?, publisher)", [MADE_UP])
            step("derive")
            derive(con)
            _comment_from_schema(con, data_dir)
            _describe_build(con, wanted, is_synthetic(data_dir))
            missing = unmapped(con)
        finally:
            con.close()
        step("publish")
        publish.publish(out_dir, draft, wanted)
    return Result(wanted, published=True, unmapped=missing, **_counts(publish.path(out_dir, wanted)))


def load(con: duckdb.DuckDBPyConnection) -> None:
    """Typed tables from the checked text tables."""
    _run(con, "macro.sql", "load.sql", "figure.sql")


def derive(con: duckdb.DuckDBPyConnection) -> None:
    """Flags, statements, lists, headlines, timelines and what the columns mean, from the typed tables."""
    _run(con, "flag.sql", "held.sql", "statement.sql", "list.sql", "headline.sql", "view.sql", "comment.sql")


def _run(con: duckdb.DuckDBPyConnection, *names: str) -> None:
    for name in names:
        con.execute((HERE / "sql" / name).read_text(encoding="utf-8"))


def _trim(con: duckdb.DuckDBPyConnection, data_dir: Path) -> None:
    """Blanks around a value, a value of nothing but blanks, and rows without a value are typing and not content."""
    for resource in resources(data_dir):
        trimmed = ", ".join(f'nullif(trim("{name}"), \'\') as "{name}"' for name in resource.columns)
        filled = ", ".join(f'"{name}"' for name in resource.columns)
        con.execute(
            f'create or replace temp table "raw_{resource.name}" as '
            f'select * from (select {trimmed}, row_number from "raw_{resource.name}") '
            f"where coalesce({filled}) is not null"
        )


def _comment_from_schema(con: duckdb.DuckDBPyConnection, data_dir: Path) -> None:
    """Columns that pass through keep the description of the data package, or of the figure or source they come from."""
    described = {
        f"{resource.name}.{field['name']}": field.get("description", "")
        for resource in resources(data_dir)
        for field in resource.schema["fields"]
    }
    columns = con.execute(
        "select table_name, column_name, comment from duckdb_columns() "
        "where not internal and database_name = current_database() and schema_name = 'main'"
    ).fetchall()
    known = {f"{table}.{column}": comment for table, column, comment in columns}
    tables = sorted(columns, key=lambda row: row[0] not in ("figure", "source"))
    for table, column, comment in tables:
        text = comment or described.get(f"{table}s.{column}") or described.get(f"{table}.{column}")
        text = text or known.get(f"figure.{column}") or known.get(f"source.{column}")
        known[f"{table}.{column}"] = text
        if text and not comment:
            con.execute(f'comment on column "{table}"."{column}" is \'' + text.replace("'", "''") + "'")


def _describe_build(con: duckdb.DuckDBPyConnection, wanted: str, synthetic: bool) -> None:
    con.execute("create table build_info(key varchar, value varchar)")
    con.execute("comment on table build_info is 'One row a fact about how this snapshot was made.'")
    con.execute("comment on column build_info.key is 'what is told'")
    con.execute("comment on column build_info.value is 'its value, as text'")
    facts = {
        "snapshot_id": wanted,
        "built_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "duckdb": duckdb.__version__,
        "python": platform.python_version(),
        "synthetic": "yes" if synthetic else "no",
    }
    con.executemany("insert into build_info values (?, ?)", list(facts.items()))


def _counts(database: Path) -> dict:
    with duckdb.connect(str(database), read_only=True) as con:
        tables = con.execute(
            "select table_name from duckdb_tables() where database_name = current_database() order by table_name"
        ).fetchall()
        rows = {table: con.execute(f'select count(*) from "{table}"').fetchone()[0] for (table,) in tables}
        flags = dict(con.execute("select flag, count(*) from flag group by 1 order by 1").fetchall())
    return {"rows": rows, "flags": flags}
