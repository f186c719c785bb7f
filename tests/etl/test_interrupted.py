"""Builds that end in the middle: killed at any step, beside one another, on a full disk. Nothing half is seen, nothing is left."""

import contextlib
import errno
import os
import re
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from commands import build, listing, one_sentence, run
from small import figure, write

from etl import disk, publish
from etl.build import ROOM, STEPS

ROOT = Path(__file__).resolve().parents[2]
# Ends like a process that is killed: no `finally`, no goodbye. On a step of the build, or instead of the nth file put in its place.
KILLED = """
import os, sys
from pathlib import Path
from etl import publish
from etl.build import build
data, out, moment = sys.argv[1:]
places = iter(range(1, 100))
replace = Path.replace
def killed_instead(self, target):
    if str(next(places)) == moment:
        os._exit(9)
    return replace(self, target)
Path.replace = killed_instead
build(Path(data), Path(out), lambda step: step == moment and os._exit(9))
"""
# A disk that takes no file above 1 MB; where a process can't be limited so, a disk on which nothing becomes durable.
FULL = """
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (10**6, 10**6))
except ImportError:
    import errno, os
    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync = full
from etl.__main__ import app
app()
"""


def python(script: str, *arguments: object, **options) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


def tidy(out: Path) -> bool:
    """Nothing but the pointer and the sound snapshots with their seals."""
    files = {file.name for file in (out / "snapshots").iterdir()}
    expected = {f"netralitas-{known}.{kind}" for known in publish.snapshots(out) for kind in ("duckdb", "json")}
    return files == expected and {file.name for file in out.iterdir()} == {".lock", "CURRENT", "snapshots"}


def test_a_build_killed_at_any_moment_leaves_a_sound_state_and_the_next_one_tidies_up(published, tmp_path, geo):
    out, ids = published
    data = write(tmp_path / "data", [figure(value=5)])
    left = set()
    for moment in (*STEPS[2:], 1, 2, 3):
        assert python(KILLED, data, out, moment).returncode == 9
        assert publish.current(out) == ids[3]
        left |= {Path(name).name for name in listing(out)}
    assert any(name.startswith("draft-") for name in left), "killed before it could tidy up"
    result = build(data, out, geo)
    assert result.exit_code == 0 and "on purpose" not in result.stdout and publish.current(out) not in ids
    assert tidy(out)


@pytest.mark.parametrize("command", ["build", "rollback"])
def test_what_earlier_versions_left_is_swept_too(published, tmp_path, geo, command):
    out, _ = published
    for name in ("snapshots/draft-{}.duckdb", "snapshots/draft-{}.duckdb.wal", "CURRENT.{}"):
        (out / name.format(uuid.uuid4().hex)).write_bytes(b"")
    done = run("rollback", "--out", out) if command == "rollback" else build(write(tmp_path / "data", [figure(value=4)]), out, geo)
    assert done.exit_code == 0 and tidy(out)


def test_what_a_living_build_drafts_is_left_alone(published):
    out, ids = published
    command = [sys.executable, "-m", "etl", "rollback", "--out", str(out)]
    with contextlib.ExitStack() as waiting:
        with publish.alone(out), publish.draft(out) as draft:
            draft.write_bytes(b"half")
            other = waiting.enter_context(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
            assert "waiting" in other.stdout.readline()
            assert draft.read_bytes() == b"half" and publish.current(out) == ids[3]
        assert ids[2] in other.stdout.read()
    assert publish.current(out) == ids[2] and tidy(out)


def test_two_builds_at_once_publish_once(published, tmp_path, geo):
    out, ids = published
    data = write(tmp_path / "data", [figure(value=5)])
    command = [sys.executable, "-m", "etl", "build", "--data", str(data), "--out", str(out), "--geo", str(geo)]
    pair = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate()[0] for process in pair]
    assert [process.returncode for process in pair] == [0, 0]
    assert sorted("Nothing has changed" in text for text in told) == [False, True]
    assert publish.snapshots(out) == [publish.current(out), ids[3], ids[2]] and tidy(out)


class TestFullDisk:
    def test_a_build_says_where_and_how_much(self, published, tmp_path, geo):
        out, _ = published
        data = write(tmp_path / "data", [figure(value=5)])
        before = listing(out, geo)
        result = python(FULL, "build", "--data", data, "--out", out, "--geo", geo)
        lines = [line for line in result.stderr.splitlines() if "0:00:" not in line]
        assert result.returncode == 1 and len(lines) == 1, result.stderr
        assert lines[0].startswith(f"Nothing was published: {out.resolve()}") and "MB of free space are needed" in lines[0]
        assert listing(out, geo) == before

    def test_the_first_build_of_all_asks_for_what_it_takes(self, snapshot_dir):
        """The database and, while it is written, two thirds more: tried on a disk of 14.7 MB (full) and of 15.7 MB (published)."""
        (real,) = (snapshot_dir / "snapshots").glob("*.duckdb")
        assert real.stat().st_size * 5 / 3 < ROOM < real.stat().st_size * 2

    @pytest.mark.parametrize("place", [1, 2, 3, 6])
    def test_whatever_does_not_fit_nothing_is_left(self, published, tmp_path, geo, monkeypatch, place):
        """The nth file that has to be durable does not fit: the seal, the snapshot, the map or the pointer."""
        out, ids = published
        data = write(tmp_path / "data", [figure(value=5)])
        (geo / "manifest.json").unlink()
        before = listing(out, geo)
        self.fill(monkeypatch, place)
        told = one_sentence(build(data, out, geo))
        assert re.search(r"^Nothing was published: .+ is full; about \d+ [kM]B of free space are needed\.$", told)
        assert listing(out, geo) == before and publish.current(out) == ids[3]

    @pytest.mark.parametrize("place", [1, 2])
    def test_a_rollback_changes_nothing_and_asks_for_a_block_for_each_of_its_two_files(self, published, monkeypatch, place):
        out, _ = published
        before = listing(out)
        self.fill(monkeypatch, place)
        told = one_sentence(run("rollback", "--out", out))
        block = os.statvfs(out).f_frsize if hasattr(os, "statvfs") else 4096
        assert told.startswith(f"Nothing was changed: {out.resolve()}")
        assert f"is full; about {-(-2 * block // 1024)} kB of free space are needed" in told
        assert listing(out) == before

    def test_a_map_stays_as_it_was(self, tmp_path, geo, monkeypatch):
        before = listing(geo)
        self.fill(monkeypatch, 2)
        told = one_sentence(run("boundaries", "--remove", "--data", write(tmp_path / "data"), "--geo", geo))
        assert told.startswith(f"Nothing was changed: {geo.resolve()} is full;")
        assert listing(geo) == before

    def fill(self, monkeypatch, place: int) -> None:
        durable, written = disk._make_durable, iter(range(1, 100))

        def full(file, content):
            if next(written) == place:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            durable(file, content)

        monkeypatch.setattr(disk, "_make_durable", full)
