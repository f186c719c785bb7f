"""Normalise: what is typing and not content goes. A table of which nothing is left is told."""

from collections.abc import Collection
from pathlib import Path

import duckdb

from etl.package import resources
from etl.problem import Problem


def normalise(con: duckdb.DuckDBPyConnection, data_dir: Path, incomplete: Collection[str] = ()) -> list[Problem]:
    """Blanks around a value, a value of nothing but blanks, and rows without a value go from each `raw_` table.

    Returned are the tables of which only a header is left, but not those that are `incomplete`: of these something else is known.
    """
    problems = []
    for resource in resources(data_dir):
        trimmed = ", ".join(f"nullif(trim(\"{name}\", ' \t\r\n\u00a0'), '') as \"{name}\"" for name in resource.columns)
        filled = ", ".join(f'"{name}"' for name in resource.columns)
        (rows,) = con.execute(
            f'create or replace temp table "raw_{resource.name}" as '
            f'select * from (select {trimmed}, row_number from "raw_{resource.name}") '
            f"where coalesce({filled}) is not null"
        ).fetchall()[0]
        if not rows and not resource.said.get("may_be_empty") and resource.name not in incomplete:
            problems.append(Problem(resource.path.name, 0, "", "only a header", "rows: this table may not be empty"))
    return problems
