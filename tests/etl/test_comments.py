"""The snapshot explains itself: every table and column says what it holds."""

import duckdb
import pytest

from etl import publish

PROMISED = {
    "region",
    "event",
    "source",
    "figure",
    "workforce",
    "sanction",
    "violation",
    "law",
    "participation",
    "position",
    "outreach",
    "vocabulary",
    "build_info",
    "headline",
    "flag",
    "rule",
    "sentence_form",
    "verdict",
    "verdict_rule",
    "timeline",
}


@pytest.fixture(scope="module")
def con(snapshot_dir):
    with duckdb.connect(str(publish.path(snapshot_dir, publish.current(snapshot_dir))), read_only=True) as con:
        yield con


def test_the_promised_tables_are_there(con):
    tables = {name for (name,) in con.execute("select table_name from duckdb_tables()").fetchall()}
    assert sorted(PROMISED - tables) == []


def test_every_column_of_every_table_and_view_has_a_comment(con):
    without = con.execute(
        "select table_name, column_name from duckdb_columns() where not internal and coalesce(comment, '') = ''"
    ).fetchall()
    assert without == []


def test_every_table_and_view_has_a_comment(con):
    query = "select table_name, comment from duckdb_tables() union all select view_name, comment from duckdb_views() where not internal"
    assert [name for name, comment in con.execute(query).fetchall() if not comment] == []
