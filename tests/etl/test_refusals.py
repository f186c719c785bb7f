"""What a command can't do ends in one sentence and exit code 1, and nothing is published."""

import duckdb
import pytest
from commands import build, listing, one_sentence, run
from small import figure, write

from etl import publish
from etl.failure import TRACE


@pytest.fixture
def places(tmp_path, geo):
    """Folders for a command, and a file where none should be."""
    (tmp_path / "file").write_text("a file")
    return {
        "data": write(tmp_path / "data"),
        "bare": write(tmp_path / "bare"),
        "out": tmp_path / "out",
        "geo": geo,
        "file": tmp_path / "file",
        "absent": tmp_path / "absent",
    }


FAULTS = {
    "build of no folder": ("build --data {absent} --out {out} --geo {geo}", "{absent}: found no such folder"),
    "build of a file": ("build --data {file} --out {out} --geo {geo}", "{file}: found no such folder"),
    "build into a file": ("build --data {data} --out {file} --geo {geo}", "{file}: a file stands where a folder is needed"),
    "build below a file": ("build --data {data} --out {file}/below --geo {geo}", "a file stands where a folder is needed"),
    "build with shapes in a file": ("build --data {data} --out {out} --geo {file}", "{file}: a file stands where a folder is needed"),
    "check of no folder": ("check --data {absent}", "{absent}: found no such folder"),
    "rollback nowhere": ("rollback --out {absent}", "there is no folder {absent}"),
    "rollback in a file": ("rollback --out {file}", "there is no folder {file}"),
    "rollback before the first build": ("rollback --out {geo}", "there is no snapshot before the first build"),
    "no boundaries": ("boundaries {absent}.gpkg --data {data} --geo {geo}", "There is no file {absent}.gpkg"),
    "boundaries of no folder": ("boundaries --remove --data {absent} --geo {geo}", "{absent}: found no such folder"),
    "boundaries into a file": ("boundaries --remove --data {data} --geo {file}", "{file}: a file stands where a folder is needed"),
}


@pytest.mark.parametrize(("command", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_one_sentence(places, tmp_path, command, told):
    before = listing(tmp_path)
    result = run(*(word.format(**places) for word in command.split()))
    sentences = [line for line in result.stderr.splitlines() if line and "0:00:" not in line and "rejected; nothing was" not in line]
    assert result.exit_code == 1 and len(sentences) == 1 and told.format(**places) in sentences[0], result.output
    assert {name for name in listing(tmp_path) if name not in before} <= {str(places["out"]), str(places["out"] / "snapshots")}
    assert not places["absent"].exists()


@pytest.mark.parametrize("table", ["districts", "regions", "figures"])
def test_a_missing_table_is_named(places, table):
    (places["bare"] / f"{table}.csv").unlink()
    result = build(places["bare"], places["out"], places["geo"])
    assert result.exit_code == 1 and f"{table}.csv: found no such file; expected the table {table} as {table}.csv" in result.stderr
    assert publish.current(places["out"]) is None


@pytest.mark.parametrize("error", [KeyError("stage"), duckdb.InvalidInputException("first line\nLINE 1: select\n ^"), MemoryError()])
def test_what_nobody_foresaw_is_one_sentence_too(places, monkeypatch, error):
    def fails(con):
        raise error

    monkeypatch.setattr("etl.build.derive", fails)
    told = one_sentence(build(places["data"], places["out"], places["geo"]))
    assert told.startswith("Nothing was published: `python -m etl build` failed (") and f"{TRACE}=1" in told
    assert publish.current(places["out"]) is None and not list((places["out"] / "snapshots").iterdir())
    monkeypatch.setenv(TRACE, "1")
    assert "Traceback" in build(places["data"], places["out"], places["geo"]).stderr


def test_a_wrong_word_is_a_matter_of_usage():
    assert run("build", "--frobnicate").exit_code == 2


class TestShrunk:
    SOURCES = ("kompas", "bawaslu", "tribun")

    @pytest.fixture
    def full(self, places):
        figures = [figure(value=value, source_id=source) for value in (1, 2) for source in self.SOURCES]
        assert build(write(places["data"], figures), places["out"], places["geo"]).exit_code == 0
        return places

    def test_a_table_that_lost_more_than_half_asks_for_yes(self, full):
        was = publish.current(full["out"])
        data = write(full["data"], [figure(value=1), figure(value=2)])
        outreach = data / "outreach.csv"
        outreach.write_text(outreach.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
        result = build(data, full["out"], full["geo"])
        lines = [line for line in result.stderr.splitlines() if "0:00:" not in line]
        assert result.exit_code == 1 and lines == [
            f"figures.csv has 2 rows and had 6 in snapshot {was}.",
            f"outreach.csv has 0 rows and had 1 in snapshot {was}.",
            "Nothing was published; if that is meant, `python -m etl build --yes` publishes it.",
        ]
        assert publish.current(full["out"]) == was
        assert build(data, full["out"], full["geo"], "--yes").exit_code == 0 and publish.current(full["out"]) != was

    def test_half_of_a_table_may_go(self, full):
        data = write(full["data"], [figure(value=1, source_id=source) for source in self.SOURCES])
        assert build(data, full["out"], full["geo"]).exit_code == 0

    def test_a_small_snapshot_that_lies_there_asks_again(self, full):
        few = write(full["absent"], [figure(value=1)])
        assert build(few, full["out"], full["geo"], "--yes").exit_code == 0
        assert build(full["data"], full["out"], full["geo"]).exit_code == 0
        assert "figures.csv has 1 row " in build(few, full["out"], full["geo"]).stderr
