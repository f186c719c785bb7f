"""Snapshots: replaced in one step, three kept, and a way back."""

from pathlib import Path

import duckdb
import pytest
from small import figure, write
from typer.testing import CliRunner

from etl import publish
from etl.__main__ import app
from etl.build import build


def rollback(out: Path, *to: str):
    return CliRunner().invoke(app, ["rollback", *to, "--out", str(out)])


def test_the_last_three_are_kept_and_the_newest_is_current(published):
    out, ids = published
    assert len(set(ids)) == 4
    assert publish.snapshots(out) == ids[:0:-1]
    assert publish.current(out) == ids[3]
    assert sorted(file.name for file in out.iterdir()) == [".lock", "CURRENT", "snapshots"]


def test_rollback_goes_back_one_by_one_and_then_says_that_there_is_none(published):
    out, ids = published
    for expected in (ids[2], ids[1]):
        result = rollback(out)
        assert result.exit_code == 0 and expected in result.stdout
        assert publish.current(out) == expected
    result = rollback(out)
    assert result.exit_code == 1 and "there is no snapshot before" in result.stderr
    assert publish.current(out) == ids[1]


def test_rollback_to_a_named_one_and_forward_again(published):
    out, ids = published
    assert rollback(out, ids[1]).exit_code == 0 and publish.current(out) == ids[1]
    assert rollback(out, ids[3]).exit_code == 0 and publish.current(out) == ids[3]


@pytest.mark.parametrize("wanted", ["nonsense", "../../etc/passwd"])
def test_rollback_to_an_unknown_one_changes_nothing(published, wanted):
    out, ids = published
    result = rollback(out, wanted)
    assert result.exit_code == 1 and "Nothing was changed" in result.stderr and ids[3] in result.stderr.replace("\n", "")
    assert publish.current(out) == ids[3]


def test_rollback_before_the_first_build(tmp_path):
    result = rollback(tmp_path)
    assert result.exit_code == 1 and "Traceback" not in result.output


def test_input_that_returns_to_an_earlier_state_is_published_from_its_file(published, tmp_path):
    out, ids = published
    content = publish.path(out, ids[2]).read_bytes()
    result = build(write(tmp_path / "data", [figure(value=3)]), out)
    assert result.published and result.snapshot_id == ids[2] == publish.current(out)
    assert publish.path(out, ids[2]).read_bytes() == content
    rollback(out)
    assert publish.current(out) == ids[3], "the state before was the fourth"


def test_after_a_rollback_the_next_build_is_current_and_three_stay(published, tmp_path):
    out, ids = published
    rollback(out, ids[1])
    fifth = build(write(tmp_path / "data", [figure(value=5)]), out, yes=True).snapshot_id
    assert publish.current(out) == fifth and publish.snapshots(out) == [fifth, ids[1], ids[3]]
    rollback(out)
    assert publish.current(out) == ids[1], "what was served before the build"


def test_a_reader_keeps_the_file_that_it_opened(published, tmp_path):
    out, ids = published
    with duckdb.connect(str(publish.path(out, ids[1])), read_only=True) as reader:
        for value in (6, 7, 8):
            build(write(tmp_path / "data", [figure(value=value)]), out)
        assert ids[1] not in publish.snapshots(out)
        assert reader.execute("select value from figure").fetchall() == [(2.0,)]


def test_a_torn_or_foreign_pointer_counts_as_none(published):
    out, _ = published
    for text in ("", "0000", "../secret", "f" * 12):
        (out / "CURRENT").write_text(text)
        assert publish.current(out) is None


def test_failure_while_building_leaves_no_trace(published, tmp_path, monkeypatch):
    out, ids = published
    folder = write(tmp_path / "data", [figure(value=9)])

    def stop(step: str) -> None:
        if step == "derive":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(folder, out, stop)
    assert publish.current(out) == ids[3] and sorted(path.name for path in (out / "snapshots").iterdir()) == sorted(
        f"netralitas-{known}.{kind}" for known in ids[1:] for kind in ("duckdb", "json")
    )
