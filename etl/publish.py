"""Publish: one immutable DuckDB file a snapshot, its seal beside it, and a pointer `CURRENT` that is replaced in one step.

The seal `snapshots/netralitas-<id>.json` is a JSON object, in its place before `CURRENT` names the snapshot:

    {"sha256": "<64 hex digits>", "bytes": 4206592, "order": 7, "chosen": false}

`sha256` and `bytes` are those of `netralitas-<id>.duckdb`. `order` counts publications: the highest is the newest, whatever
the clock says, and a snapshot that is published again gets a new one. `chosen`: somebody went back to it on purpose.
A snapshot is sound if it has a seal and its file is what the seal says. Nothing else is ever made current, and a file
without a seal is nobody's: it is neither counted nor removed.
Readers keep the file that they opened; nothing is ever written into a published one.
"""

import contextlib
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from etl import disk

KEPT = 3
LONGEST_SEAL = 512
_ID = re.compile(r"[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class NoSnapshot(Exception):
    """There is no such snapshot to go to; the message says which there are."""


@dataclass(frozen=True)
class Seal:
    """What a snapshot's file is, and its place in the order of publications."""

    sha256: str
    bytes: int
    order: int
    chosen: bool = False


# --- what lies there


def path(out_dir: Path, snapshot_id: str) -> Path:
    return out_dir / "snapshots" / f"netralitas-{snapshot_id}.duckdb"


def seal_path(out_dir: Path, snapshot_id: str) -> Path:
    return path(out_dir, snapshot_id).with_suffix(".json")


def seal(out_dir: Path, snapshot_id: str) -> Seal | None:
    """The seal of a snapshot, or None where it has none or something else stands in its place."""
    file = seal_path(out_dir, snapshot_id)
    try:
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            facts = json.loads(opened.read(LONGEST_SEAL))
        found = Seal(facts["sha256"], facts["bytes"], facts["order"], facts.get("chosen") is True)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    counts = type(found.bytes) is int and type(found.order) is int
    return found if counts and isinstance(found.sha256, str) and _SHA256.fullmatch(found.sha256) else None


def seals(out_dir: Path) -> dict[str, Seal]:
    """Id → seal, the newest publication first."""
    ids = (file.stem.removeprefix("netralitas-") for file in (out_dir / "snapshots").glob("netralitas-*.json"))
    found = {snapshot_id: seal(out_dir, snapshot_id) for snapshot_id in ids if _ID.fullmatch(snapshot_id)}
    return dict(sorted(((key, value) for key, value in found.items() if value), key=lambda item: -item[1].order))


def damage(out_dir: Path, snapshot_id: str) -> str | None:
    """What is wrong with a snapshot, or None where it is sound."""
    file, sealed = path(out_dir, snapshot_id), seal(out_dir, snapshot_id)
    if not file.is_file():
        return "has no file"
    if sealed is None:
        return "has no seal that can be read"
    try:
        with file.open("rb") as opened:
            size = opened.seek(0, 2)
            opened.seek(0)
            if size != sealed.bytes:
                return f"is damaged: its file has {size:,} bytes and had {sealed.bytes:,}"
            same = hashlib.file_digest(opened, "sha256").hexdigest() == sealed.sha256
    except OSError as error:
        return f"can't be read ({disk.told(error)})"
    return None if same else "is damaged: its file is not the one that was published"


def sound(out_dir: Path, snapshot_id: str) -> bool:
    return damage(out_dir, snapshot_id) is None


def snapshots(out_dir: Path) -> list[str]:
    """Ids of the sound snapshots, the newest publication first."""
    return [snapshot_id for snapshot_id in seals(out_dir) if sound(out_dir, snapshot_id)]


def named(out_dir: Path) -> str | None:
    """The id that `CURRENT` names, sound or not; None where it names none."""
    pointer = out_dir / "CURRENT"
    try:
        if not pointer.is_file():
            return None
        with pointer.open("rb") as opened:
            text = opened.read(64).decode("ascii", errors="replace").strip()
    except OSError:
        return None
    return text if _ID.fullmatch(text) else None


def current(out_dir: Path) -> str | None:
    """The id of the published snapshot, or None where `CURRENT` names none that is sound."""
    snapshot_id = named(out_dir)
    return snapshot_id if snapshot_id and sound(out_dir, snapshot_id) else None


def defect(out_dir: Path) -> str | None:
    """Why nothing sound is published although something was; None where all is well or nothing was published yet."""
    snapshot_id = named(out_dir)
    if snapshot_id:
        harm = damage(out_dir, snapshot_id)
        return harm and f"snapshot {snapshot_id} {harm}"
    pointer = out_dir / "CURRENT"
    if pointer.is_dir():
        return "CURRENT is a folder"
    if pointer.exists():
        return "CURRENT names no snapshot"
    return "CURRENT is gone" if seals(out_dir) else None


def gone_back_to(out_dir: Path) -> str | None:
    """The current snapshot where somebody went back to it and a newer sound one is there; else None."""
    snapshot_id = current(out_dir)
    if snapshot_id is None or not seal(out_dir, snapshot_id).chosen:
        return None
    return snapshot_id if snapshots(out_dir)[0] != snapshot_id else None


# --- what is done


def alone(out_dir: Path, waiting: Callable[[], None] = lambda: None) -> contextlib.AbstractContextManager[None]:
    """The only one who changes what is published: drafting, publishing and going back happen within."""
    return disk.alone(out_dir, out_dir / "snapshots", waiting=waiting)


@contextlib.contextmanager
def draft(out_dir: Path) -> Iterator[Path]:
    """A path to build a database at; whatever is left of it at the end is removed."""
    folder = out_dir / "snapshots"
    folder.mkdir(parents=True, exist_ok=True)
    file = disk.draft_in(folder, ".duckdb")
    try:
        yield file
    finally:
        for leftover in (file, file.with_name(file.name + ".wal")):
            leftover.unlink(missing_ok=True)


def publish(out_dir: Path, drafted: Path, snapshot_id: str, beside: list[tuple[Path, bytes]] = ()) -> None:
    """Make the draft the current snapshot, and put the files `beside` it in their places; all of it or nothing."""
    with drafted.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    fresh = Seal(digest, drafted.stat().st_size, 0)
    try:
        _make_current(out_dir, snapshot_id, fresh, [(path(out_dir, snapshot_id), drafted), *beside])
    except BaseException:
        if named(out_dir) != snapshot_id:
            seal_path(out_dir, snapshot_id).unlink(missing_ok=True)
            path(out_dir, snapshot_id).unlink(missing_ok=True)
        raise


def publish_again(out_dir: Path, snapshot_id: str, beside: list[tuple[Path, bytes]] = ()) -> None:
    """Make a sound snapshot on disk the current one and the newest."""
    _make_current(out_dir, snapshot_id, seal(out_dir, snapshot_id), beside)


def rollback(out_dir: Path, snapshot_id: str | None = None) -> str:
    """Point to `snapshot_id`, or to the sound snapshot before the current one; return its id. Deletes no snapshot.

    Raises NoSnapshot where there is none.
    """
    there = snapshots(out_dir)
    known = f"sound ones: {', '.join(there)}" if there else "there is no sound one; `python -m etl build` makes one"
    if snapshot_id is None:
        now = named(out_dir)
        sealed = seal(out_dir, now) if now else None
        older = [other for other in there if sealed is None or seal(out_dir, other).order < sealed.order]
        if not older:
            raise NoSnapshot(f"there is no snapshot before {now or 'the first build'} ({known})")
        snapshot_id = older[0]
    if snapshot_id not in there:
        lies_there = _ID.fullmatch(snapshot_id) and (path(out_dir, snapshot_id).exists() or seal(out_dir, snapshot_id))
        harm = f"snapshot {snapshot_id} {damage(out_dir, snapshot_id)}" if lies_there else f"there is no snapshot {snapshot_id}"
        raise NoSnapshot(f"{harm} ({known})")
    chosen = replace(seal(out_dir, snapshot_id), chosen=True)
    _point_to(out_dir, snapshot_id, [_sealed(out_dir, snapshot_id, chosen)])
    return snapshot_id


def _make_current(out_dir: Path, snapshot_id: str, fresh: Seal, parts: list[tuple[Path, bytes | Path]]) -> None:
    """Seal and point. What was served until now becomes the second newest, whatever its age: rollback goes there."""
    known, before = seals(out_dir), current(out_dir)
    order = max((sealed.order for sealed in known.values()), default=0)
    again = []
    if before not in (None, snapshot_id) and known[before].order < order:
        order += 1
        again = [_sealed(out_dir, before, replace(known[before], order=order))]
    first = _sealed(out_dir, snapshot_id, replace(fresh, order=order + 1, chosen=False))
    _point_to(out_dir, snapshot_id, [*again, first, *parts])
    _remove_old(out_dir, snapshot_id)


def _sealed(out_dir: Path, snapshot_id: str, sealed: Seal) -> tuple[Path, bytes]:
    return seal_path(out_dir, snapshot_id), json.dumps(asdict(sealed)).encode()


def _point_to(out_dir: Path, snapshot_id: str, parts: list[tuple[Path, bytes | Path]]) -> None:
    """The parts, and last `CURRENT`: a reader sees the old id or the new one, never half of it."""
    pointer = out_dir / "CURRENT"
    if pointer.is_dir() and not pointer.is_symlink():
        # Whatever it holds is somebody's: it is moved out of the way and not removed.
        pointer.rename(disk.unused(out_dir / "CURRENT.folder"))
    disk.commit(*parts, (pointer, f"{snapshot_id}\n".encode("ascii")))


def _remove_old(out_dir: Path, keep: str) -> None:
    """Keep the newest three sound ones, what is newer than they, and the current one."""
    known, there = seals(out_dir), snapshots(out_dir)
    if len(there) <= KEPT:
        return
    oldest = known[there[KEPT - 1]].order
    for snapshot_id in (old for old, sealed in known.items() if sealed.order < oldest and old != keep):
        # Windows refuses to delete a file in use: the next build tries again, as long as the seal is there.
        with contextlib.suppress(OSError):
            path(out_dir, snapshot_id).unlink(missing_ok=True)
            seal_path(out_dir, snapshot_id).unlink()
