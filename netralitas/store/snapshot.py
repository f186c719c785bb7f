"""The snapshots on disk: which one is named, whether it is what was published, opening it. The only place that knows files.

A snapshot is sound when the seal beside it (`netralitas-<id>.json`: sha256, bytes, order of publication) fits its file.
"""

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parents[2]
_ID = re.compile(r"[0-9a-f]{12}")
_LONGEST = 4096  # bytes of a pointer or a seal that are looked at


class NoSnapshot(Exception):
    """There is nothing sound to read from; the message says where and why. `built`: something lies there, but it is not sound."""

    def __init__(self, message: str, built: bool = False):
        super().__init__(message)
        self.built = built


@dataclass(frozen=True)
class Seal:
    """What a snapshot's file must be, and its place in the order of publications."""

    sha256: str
    bytes: int
    order: int


def build_dir() -> Path:
    return Path(os.environ.get("NETRALITAS_BUILD", ROOT / "build"))


def path(folder: Path, snapshot_id: str) -> Path:
    return folder / "snapshots" / f"netralitas-{snapshot_id}.duckdb"


def named(folder: Path) -> tuple[str, str]:
    """The id that `CURRENT` names, or an empty text and why it names none."""
    pointer = folder / "CURRENT"
    try:
        with pointer.open("rb") as opened:
            told = opened.read(_LONGEST).decode("ascii", errors="replace").strip()
    except FileNotFoundError:
        return "", f"there is no {pointer}"
    except OSError as error:
        return "", f"{pointer} can't be read ({error.strerror})"
    return (told, "") if _ID.fullmatch(told) else ("", f"{pointer} does not name a snapshot")


def seal(folder: Path, snapshot_id: str) -> Seal | None:
    """The seal of a snapshot, or None where it has none that can be read."""
    try:
        with path(folder, snapshot_id).with_suffix(".json").open("rb") as opened:
            facts = json.loads(opened.read(_LONGEST))
        return Seal(str(facts["sha256"]), int(facts["bytes"]), int(facts["order"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def damage(folder: Path, snapshot_id: str) -> str:
    """What is wrong with a snapshot; an empty text where it is sound."""
    file, sealed = path(folder, snapshot_id), seal(folder, snapshot_id)
    if not file.is_file():
        return f"snapshot {snapshot_id} has no file"
    if sealed is None:
        return f"snapshot {snapshot_id} has no seal; `python -m etl build` makes one that has"
    try:
        with file.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(0)
            same = size == sealed.bytes and hashlib.file_digest(opened, "sha256").hexdigest() == sealed.sha256
    except OSError as error:
        return f"snapshot {snapshot_id} can't be read ({error.strerror})"
    return "" if same else f"snapshot {snapshot_id} is damaged: its file is not the one that was published"


def by_age(folder: Path) -> list[str]:
    """Ids of the snapshots that have a seal, the newest publication first."""
    names = (file.stem.removeprefix("netralitas-") for file in (folder / "snapshots").glob("netralitas-*.json"))
    sealed = {name: seal(folder, name) for name in names if _ID.fullmatch(name)}
    return sorted((name for name, one in sealed.items() if one), key=lambda name: -sealed[name].order)


def traces(folder: Path, snapshot_id: str) -> tuple:
    """What changes when a snapshot's file or seal does: size, time and place on the disk of both."""
    file = path(folder, snapshot_id)
    return tuple(_trace(one) for one in (file, file.with_suffix(".json")))


def _trace(file: Path) -> tuple:
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns, found.st_ino


def opened(file: Path) -> duckdb.DuckDBPyConnection:
    """A snapshot's file, read-only. Raises NoSnapshot."""
    if not file.is_file():
        raise NoSnapshot(f"there is no {file}")
    try:
        return duckdb.connect(str(file), read_only=True)
    except duckdb.Error as error:
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise NoSnapshot(f"{file} can't be opened: {reason}", built=True) from None
