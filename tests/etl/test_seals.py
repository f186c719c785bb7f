"""Damage of every kind, and what a command makes of it: nothing unsound is ever pointed to, and repairs are told."""

import json
import os

import pytest
from commands import build, listing, one_sentence, run
from small import figure, write

from etl import publish


def cut(file):
    file.write_bytes(file.read_bytes()[:20_000])


def flip_a_bit(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def of_the_file(change):
    return lambda out, snapshot: change(publish.path(out, snapshot))


def of_the_seal(change):
    return lambda out, snapshot: change(publish.seal_path(out, snapshot))


DAMAGE = {
    "emptied": of_the_file(lambda file: file.write_bytes(b"")),
    "cut": of_the_file(cut),
    "bit flipped": of_the_file(flip_a_bit),
    "file gone": of_the_file(lambda file: file.unlink()),
    "seal gone": of_the_seal(lambda file: file.unlink()),
    "seal of foreign bytes": of_the_seal(lambda file: file.write_bytes(bytes(range(256)))),
    "seal that is no object": of_the_seal(lambda file: file.write_text("[" * 400)),
    "seal with other types": of_the_seal(lambda file: file.write_text(json.dumps({"sha256": 1, "bytes": "2", "order": None}))),
    "seal without an end": of_the_seal(lambda file: file.write_text(file.read_text()[:-20])),
}
damaged = pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)


@damaged
def test_a_damaged_current_snapshot_is_built_anew_and_the_build_says_so(published, tmp_path, geo, damage):
    out, ids = published
    data = write(tmp_path / "data", [figure(value=4)])
    damage(out, ids[3])
    result = build(data, out, geo)
    assert result.exit_code == 0, result.output
    told = [line for line in result.stdout.splitlines() if "could not be used" in line]
    assert len(told) == 1 and f"snapshot {ids[3]} " in told[0] and "Nothing has changed" not in result.stdout
    assert publish.current(out) == ids[3] and publish.snapshots(out)[0] == ids[3]
    assert "Nothing has changed" in build(data, out, geo).stdout


@damaged
def test_nobody_goes_back_to_a_damaged_snapshot(published, damage):
    out, ids = published
    damage(out, ids[2])
    told = one_sentence(run("rollback", ids[2], "--out", out))
    assert told.startswith(f"Nothing was changed: snapshot {ids[2]} ") and f"sound ones: {ids[3]}, {ids[1]}" in told
    assert publish.current(out) == ids[3]
    assert run("rollback", "--out", out).exit_code == 0
    assert publish.current(out) == ids[1], "the newest sound one before the current"


@damaged
def test_from_a_damaged_current_snapshot_there_is_a_way_back(published, damage):
    out, ids = published
    damage(out, ids[3])
    assert run("rollback", "--out", out).exit_code == 0 and publish.current(out) == ids[2]


def as_a_folder(out):
    (out / "CURRENT").unlink()
    (out / "CURRENT").mkdir()
    (out / "CURRENT" / "mine.txt").write_text("kept")


POINTERS = {
    "missing": (lambda out: (out / "CURRENT").unlink(), "CURRENT is gone"),
    "empty": (lambda out: (out / "CURRENT").write_bytes(b""), "CURRENT names no snapshot"),
    "foreign": (lambda out: (out / "CURRENT").write_bytes(bytes(range(256)) * 99), "CURRENT names no snapshot"),
    "elsewhere": (lambda out: (out / "CURRENT").write_text("../../secret"), "CURRENT names no snapshot"),
    "naming nothing": (lambda out: (out / "CURRENT").write_text("f" * 12), "snapshot ffffffffffff has no file"),
    "a folder": (as_a_folder, "CURRENT is a folder"),
}
broken_pointer = pytest.mark.parametrize(("spoil", "why"), POINTERS.values(), ids=POINTERS)


@broken_pointer
def test_a_broken_pointer_is_mended_by_the_next_build(published, tmp_path, geo, spoil, why):
    out, ids = published
    spoil(out)
    result = build(write(tmp_path / "data", [figure(value=4)]), out, geo)
    assert result.exit_code == 0 and f"could not be used ({why})" in result.stdout, result.output
    assert publish.current(out) == ids[3]
    kept = [content for name, content in listing(out).items() if name.endswith("mine.txt")]
    assert kept == ([b"kept"] if why == "CURRENT is a folder" else [])


@broken_pointer
def test_a_broken_pointer_is_mended_by_going_back(published, spoil, why):
    out, ids = published
    spoil(out)
    assert run("rollback", "--out", out).exit_code == 0
    assert publish.current(out) == ids[3], "the newest sound one"


def test_a_pointer_that_a_killed_build_left_behind_is_no_rollback(published, tmp_path, geo):
    out, ids = published
    (out / "CURRENT").write_text(ids[2])
    result = build(write(tmp_path / "data", [figure(value=5)]), out, geo)
    assert "Published snapshot" in result.stdout and publish.current(out) not in ids


def test_strays_neither_count_nor_push_sound_ones_out(published, tmp_path, geo):
    out, ids = published
    strays = [out / "snapshots" / name for name in ("netralitas-xyz.duckdb", "netralitas-xyz.json", "notes.txt", "draft-notes.txt")]
    strays += [publish.path(out, letter * 12) for letter in "abcdef"]
    for stray in strays:
        stray.write_text("mine")
    assert build(write(tmp_path / "data", [figure(value=5)]), out, geo).exit_code == 0
    assert publish.snapshots(out) == [publish.current(out), ids[3], ids[2]]
    assert all(stray.read_text() == "mine" for stray in strays)
    assert not publish.path(out, ids[1]).exists() and not publish.seal_path(out, ids[1]).exists()


def test_damaged_ones_do_not_push_sound_ones_out(published, tmp_path, geo):
    out, ids = published
    publish.path(out, ids[3]).write_bytes(b"")
    assert build(write(tmp_path / "data", [figure(value=5)]), out, geo).exit_code == 0
    assert publish.snapshots(out) == [publish.current(out), ids[2], ids[1]]


def test_a_clock_that_goes_back_changes_no_order(published, tmp_path, geo):
    out, ids = published
    for age, snapshot in enumerate(ids[1:]):
        for file in (publish.path(out, snapshot), publish.seal_path(out, snapshot)):
            os.utime(file, (4_000_000_000 - age * 10**9,) * 2)
    assert publish.snapshots(out) == ids[:0:-1]
    assert build(write(tmp_path / "data", [figure(value=5)]), out, geo).exit_code == 0
    assert publish.snapshots(out)[1:] == [ids[3], ids[2]]


def test_a_snapshot_that_is_published_again_is_the_newest(published, tmp_path, geo):
    out, ids = published
    before = publish.seals(out)
    assert build(write(tmp_path / "data", [figure(value=2)]), out, geo).exit_code == 0
    assert publish.seals(out)[ids[1]].order > max(seal.order for seal in before.values())
    assert publish.current(out) == publish.snapshots(out)[0] == ids[1]


def test_a_rollback_stays_until_somebody_says_yes(published, tmp_path, geo):
    out, ids = published
    before = {name: content for name, content in listing(out).items() if name.endswith(".duckdb")}
    assert run("rollback", ids[1], "--out", out).exit_code == 0
    data = write(tmp_path / "data", [figure(value=5)])
    for _ in range(2):
        result = build(data, out, geo)
        assert result.exit_code == 0 and publish.current(out) == ids[1]
        assert result.stdout.startswith(f"Snapshot {ids[1]} stays published: it was gone back to on purpose;")
        assert len(result.stdout.splitlines()) == 1 and "--yes" in result.stdout
    assert {name: content for name, content in listing(out).items() if name.endswith(".duckdb")} == before, "nothing is deleted"
    assert build(data, out, geo, "--yes").exit_code == 0
    assert publish.current(out) not in ids


def test_who_goes_forward_again_is_not_asked(published, tmp_path, geo):
    out, ids = published
    run("rollback", "--out", out)
    run("rollback", ids[3], "--out", out)
    assert "Published snapshot" in build(write(tmp_path / "data", [figure(value=5)]), out, geo).stdout
