"""Publish: one immutable DuckDB file a snapshot, and a pointer `CURRENT` that is replaced in one step.

Readers keep the file that they opened; nothing is ever written into a published one.
"""

import contextlib
import os
import re
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

KEPT = 3
_ID = re.compile(r"[0-9a-f]{12}")


class NoSnapshot(Exception):
    """There is no such snapshot to go to; the message says which there are."""


def path(out_dir: Path, snapshot_id: str) -> Path:
    return out_dir / "snapshots" / f"netralitas-{snapshot_id}.duckdb"


def current(out_dir: Path) -> str | None:
    """The id of the published snapshot, or None where there is none (or its file is gone)."""
    pointer = out_dir / "CURRENT"
    if not pointer.exists():
        return None
    snapshot_id = pointer.read_text(encoding="ascii", errors="replace").strip()
    return snapshot_id if _ID.fullmatch(snapshot_id) and path(out_dir, snapshot_id).exists() else None


def snapshots(out_dir: Path) -> list[str]:
    """Ids of the snapshots on disk, the newest first."""
    files = sorted((out_dir / "snapshots").glob("netralitas-*.duckdb"), key=lambda file: -file.stat().st_mtime_ns)
    return [file.stem.removeprefix("netralitas-") for file in files]


@contextlib.contextmanager
def draft(out_dir: Path) -> Iterator[Path]:
    """A path to build a database at; whatever is left of it at the end is removed."""
    folder = out_dir / "snapshots"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"draft-{uuid.uuid4().hex}.duckdb"
    try:
        yield file
    finally:
        for leftover in (file, file.with_name(file.name + ".wal")):
            leftover.unlink(missing_ok=True)


def publish(out_dir: Path, drafted: Path, snapshot_id: str) -> None:
    """Make the draft the current snapshot: durable on disk first, then named."""
    with drafted.open("rb+") as file:
        os.fsync(file.fileno())
    drafted.replace(path(out_dir, snapshot_id))
    publish_again(out_dir, snapshot_id)


def publish_again(out_dir: Path, snapshot_id: str) -> None:
    """Make a snapshot on disk the current and the newest one, and the one before it, whatever its age, the second."""
    now = time.time_ns()
    for age, known in enumerate(filter(None, (snapshot_id, current(out_dir)))):
        moment = now - age * 1_000_000
        # The age decides only which are kept: not worth a failure.
        with contextlib.suppress(OSError):
            os.utime(path(out_dir, known), ns=(moment, moment))
    point_to(out_dir, snapshot_id)


def point_to(out_dir: Path, snapshot_id: str) -> None:
    """Replace `CURRENT` in one step; a reader sees the old id or the new one, never half of it."""
    pointer = out_dir / "CURRENT"
    fresh = out_dir / f"CURRENT.{uuid.uuid4().hex}"
    with fresh.open("w", encoding="ascii") as file:
        file.write(snapshot_id + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(pointer)
    _remove_old(out_dir, snapshot_id)


def rollback(out_dir: Path, snapshot_id: str | None = None) -> str:
    """Point to `snapshot_id`, or to the snapshot before the current one; return its id.

    Raises NoSnapshot where there is none.
    """
    known = snapshots(out_dir)
    if snapshot_id is None:
        now = current(out_dir)
        older = known[known.index(now) + 1 :] if now in known else known
        if not older:
            raise NoSnapshot(f"there is no snapshot before {now or 'the first build'}")
        snapshot_id = older[0]
    if snapshot_id not in known:
        raise NoSnapshot(f"there is no snapshot {snapshot_id}; there are: {', '.join(known) or 'none'}")
    point_to(out_dir, snapshot_id)
    return snapshot_id


def _remove_old(out_dir: Path, keep: str) -> None:
    """Keep the newest three and the current one. Windows refuses to delete a file in use: the next build tries again."""
    for snapshot_id in snapshots(out_dir)[KEPT:]:
        if snapshot_id != keep:
            with contextlib.suppress(OSError):
                path(out_dir, snapshot_id).unlink()
