"""The job as a story: extract → normalise → check → load → derive → publish."""

import hashlib
import platform
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl import disk, publish
from etl.check import check
from etl.correct import correct
from etl.extract import extract
from etl.map import islands
from etl.normalise import normalise
from etl.package import PACKAGED_SCHEMA, is_synthetic, resources
from etl.problem import BadInput, Problem, causes
from etl.refusal import Refusal, counted

HERE = Path(__file__).parent
MADE_UP = "DATA SINTETIS / SYNTHETIC DATA"
ROOM = 16 * 10**6  # bytes that a draft of 2,500 figures takes: the database, and for a while the log beside it
STEPS = ("extract", "normalise", "check", "load", "derive", "publish")


@dataclass
class Result:
    """What a build did: the snapshot, rows a table, flags a kind, corrections, rejected rows, labels without a known category,
    invisible characters taken out.

    `mended` says what was wrong with the published state before; `held` names the snapshot that stays because somebody went back to it.
    """

    snapshot_id: str
    published: bool
    rows: dict[str, int] = field(default_factory=dict)
    flags: dict[str, int] = field(default_factory=dict)
    corrections: int = 0
    rejected: int = 0
    unmapped: list[tuple[str, str, int]] = field(default_factory=list)
    removed: int = 0
    mended: str | None = None
    held: str | None = None


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


def prepare(con: duckdb.DuckDBPyConnection, data_dir: Path, step: Callable[[str], None], today: date | None = None) -> None:
    """Extract, normalise and check; raise BadInput with every problem found. A day after `today` is one of the future."""
    problems, incomplete = read(con, data_dir, step)
    step("check")
    problems += check(con, data_dir, incomplete, today)
    told = {(problem.file, problem.row, problem.column) for problem in problems}
    problems += [problem for problem in _check_map(con, data_dir, incomplete) if (problem.file, problem.row, problem.column) not in told]
    if problems:
        raise BadInput(causes(problems))


def read(con: duckdb.DuckDBPyConnection, data_dir: Path, step: Callable[[str], None] = lambda name: None) -> tuple[list[Problem], set[str]]:
    """The tables as text, normalised and corrected; what is wrong with their files, and which could not be read in full."""
    if not data_dir.is_dir():
        raise BadInput([Problem(str(data_dir), 0, "", "no such folder", "a folder with the tables, see data/README.md")])
    step("extract")
    problems = extract(con, data_dir)
    step("normalise")
    problems += normalise(con, data_dir, {Path(problem.file).stem for problem in problems})
    # Tables that could not be read in full: nothing may be concluded from what they lack.
    incomplete = {Path(problem.file).stem for problem in problems}
    return problems + correct(con, data_dir, incomplete), incomplete


def _check_map(con: duckdb.DuckDBPyConnection, data_dir: Path, incomplete: set[str]) -> list[Problem]:
    """What the schematic map can't be drawn from, told before anything is drawn."""
    if {"regions", "districts"} & incomplete:
        return []
    rows = con.execute((HERE / "sql" / "map.sql").read_text(encoding="utf-8")).fetchall()
    return [*islands.problems(data_dir), *(Problem(*row) for row in rows)]


def removed_marks(con: duckdb.DuckDBPyConnection) -> int:
    """How many characters that nobody sees were taken out of the tables."""
    return con.execute("select coalesce(sum(marks), 0)::bigint from removed_mark").fetchone()[0]


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


def build(
    data_dir: Path,
    out_dir: Path,
    step: Callable[[str], None] = lambda name: None,
    beside: Callable[[], list[tuple[Path, bytes]]] = list,
    yes: bool = False,
) -> Result:
    """Publish the snapshot of `data_dir` under `out_dir`; an unchanged input publishes nothing.

    `beside` gives the files that change together with the snapshot (the map), once all else is ready. `yes` publishes
    although tables shrank, and over a snapshot that somebody went back to.
    Raises BadInput, Refusal or disk.NoRoom, leaving what is published untouched.
    """
    with publish.alone(out_dir, lambda: step("waiting")):
        wanted, before, mended = snapshot_id(data_dir), publish.current(out_dir), publish.defect(out_dir)
        if before == wanted:
            disk.commit(*beside())
            return Result(wanted, published=False)
        if not yes and (held := publish.gone_back_to(out_dir)):
            return Result(wanted, published=False, held=held)
        last = next(iter([before] if before else publish.snapshots(out_dir)), None)
        rows = _input_rows(publish.path(out_dir, last)) if last and not yes else {}
        if publish.sound(out_dir, wanted):
            _compare(rows, _input_rows(publish.path(out_dir, wanted)), last)
            publish.publish_again(out_dir, wanted, beside())
            return _result(publish.path(out_dir, wanted), wanted, mended)
        with publish.draft(out_dir) as draft:
            # A draft is as large as the last one, or somewhat larger.
            needed = max(ROOM, publish.path(out_dir, last).stat().st_size * 7 // 4 if last else 0)
            with disk.room(draft.parent, needed):
                result = _make(draft, data_dir, wanted, step, lambda now: _compare(rows, now, last))
            step("publish")
            publish.publish(out_dir, draft, wanted, beside())
    return replace(result, mended=mended)


def _make(draft: Path, data_dir: Path, wanted: str, step: Callable[[str], None], compare: Callable[[dict[str, int]], None]) -> Result:
    """The database of the snapshot, complete in one file."""
    # The tables are small: several threads would only wait for each other, and take the map shapes' processor.
    con = duckdb.connect(str(draft), config={"threads": 1})
    try:
        prepare(con, data_dir, step)
        rows = _raw_rows(con, data_dir)
        compare(rows)
        step("load")
        load(con)
        if is_synthetic(data_dir):
            # No number travels without its publisher: what is made up says so wherever it goes.
            con.execute("update source set publisher = concat_ws(': ', ?, publisher)", [MADE_UP])
        step("derive")
        derive(con)
        _comment_from_schema(con, data_dir)
        _describe_build(con, wanted, is_synthetic(data_dir), rows)
        result = Result(wanted, published=True, unmapped=unmapped(con), removed=removed_marks(con), **_counts(con))
        # Asked for, because closing would not say that the disk was too full for it.
        con.execute("checkpoint")
    finally:
        con.close()
    return result


def _result(database: Path, wanted: str, mended: str | None) -> Result:
    """What a snapshot on disk holds, told as if it had been built just now."""
    with duckdb.connect(str(database), read_only=True) as con:
        return Result(wanted, published=True, mended=mended, **_counts(con))


def _raw_rows(con: duckdb.DuckDBPyConnection, data_dir: Path) -> dict[str, int]:
    query = " union all ".join(f"select '{table.name}', count(*) from \"raw_{table.name}\"" for table in resources(data_dir))
    return dict(con.execute(query).fetchall())


def _input_rows(database: Path) -> dict[str, int]:
    """Rows of each table that a snapshot was made of; nothing where another version of DuckDB wrote it."""
    try:
        with duckdb.connect(str(database), read_only=True) as con:
            rows = con.execute("select key, value from build_info where starts_with(key, 'rows_')").fetchall()
    except duckdb.Error:
        return {}
    return {key.removeprefix("rows_"): int(value) for key, value in rows}


def _compare(before: dict[str, int], now: dict[str, int], last: str | None) -> None:
    """Raises Refusal where a table lost more than half of its rows."""
    lost = [(table, rows, now.get(table, 0)) for table, rows in before.items() if 2 * now.get(table, 0) < rows]
    if lost:
        tables = (f"{table}.csv has {counted(rows, 'row')} and had {had:,} in snapshot {last}." for table, had, rows in lost)
        raise Refusal(*tables, "Nothing was published; if that is meant, `python -m etl build --yes` publishes it.")


def load(con: duckdb.DuckDBPyConnection) -> None:
    """Typed tables from the checked text tables."""
    _run(con, "macro.sql", "load.sql", "figure.sql")


def derive(con: duckdb.DuckDBPyConnection) -> None:
    """Flags, verdicts, statements, lists, headlines, timelines and what the columns mean, from the typed tables."""
    _run(con, "flag.sql", "verdict.sql", "verdict_time.sql", "say.sql", "held.sql", "statement.sql", "list.sql")
    _run(con, "headline.sql", "view.sql", "comment.sql")


def _run(con: duckdb.DuckDBPyConnection, *names: str) -> None:
    for name in names:
        con.execute((HERE / "sql" / name).read_text(encoding="utf-8"))


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


def _describe_build(con: duckdb.DuckDBPyConnection, wanted: str, synthetic: bool, rows: dict[str, int]) -> None:
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
        "corrections": con.execute("select count(*) from correction").fetchone()[0],
        **{f"rows_{table}": count for table, count in rows.items()},
    }
    con.executemany("insert into build_info values (?, ?)", [(key, str(value)) for key, value in facts.items()])


def _counts(con: duckdb.DuckDBPyConnection) -> dict:
    tables = con.execute(
        "select table_name from duckdb_tables() where database_name = current_database() and not temporary order by table_name"
    ).fetchall()
    rows = {table: con.execute(f'select count(*) from "{table}"').fetchone()[0] for (table,) in tables}
    flags = dict(con.execute("select flag, count(*) from flag group by 1 order by 1").fetchall())
    (corrections,) = con.execute("select value::integer from build_info where key = 'corrections'").fetchone()
    return {"rows": rows, "flags": flags, "corrections": corrections}
