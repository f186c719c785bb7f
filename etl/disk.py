"""What the ETL does to disks: files that are whole or not there at all, one writer a folder, and words for what went wrong.

Everything unfinished is called `draft-<32 hex digits>…`. Whoever is `alone` in a folder may remove any of it: a draft that
somebody still works on is behind the lock that he holds, and a lock ends with its process, however that ended.
"""

import contextlib
import errno
import itertools
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

try:
    import fcntl

    def _take(descriptor: int, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
except ImportError:  # Windows
    import msvcrt

    def _take(descriptor: int, wait: bool) -> None:
        # Waits for ten seconds at most; `alone` asks again.
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)


LOCK = ".lock"
# Earlier versions named the unfinished pointer CURRENT.<hex> and unfinished map files .<name>.<process>.
_UNFINISHED = re.compile(r"draft-[0-9a-f]{32}.*|CURRENT\.[0-9a-f]{32}|\.(manifest\.json|.+\.geojson)\.\d+")
_BUSY = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class NoRoom(Exception):
    """A disk is full; the message says where and how much is needed."""


@contextlib.contextmanager
def alone(folder: Path, *within: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """The only writer in a folder and those `within`, once `waiting` for another is over; what killed writers left is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("ab") as lock:
        wait = False
        while True:
            try:
                _take(lock.fileno(), wait)
                break
            except OSError as busy:
                if busy.errno not in _BUSY:
                    raise
                if not wait:
                    waiting()
                wait = True
        for place in (folder, *within):
            _sweep(place)
        yield


def draft_in(folder: Path, suffix: str = "") -> Path:
    return folder / f"draft-{uuid.uuid4().hex}{suffix}"


def unused(file: Path) -> Path:
    """This path, or one with a number behind it where something is there already."""
    numbered = (file.with_name(f"{file.name}-{number}") for number in itertools.count(2))
    return file if not file.exists() else next(path for path in numbered if not path.exists())


def commit(*parts: tuple[Path, bytes | Path]) -> None:
    """Put each content, or the file that holds it, in its place. All is durable before the first moves; the last one counts."""
    if not parts:
        return
    moves: list[tuple[Path, Path]] = []
    needed: dict[int, int] = {}
    for target, content in parts:
        size = len(content) if isinstance(content, bytes) else content.stat().st_size
        volume, block = _volume(target.parent)
        # A file takes whole blocks.
        needed[volume] = needed.get(volume, 0) + -(-size // block) * block
    try:
        for target, content in parts:
            moves.append((content if isinstance(content, Path) else draft_in(target.parent), target))
            with room(target.parent, needed[_volume(target.parent)[0]]):
                target.parent.mkdir(parents=True, exist_ok=True)
                _make_durable(moves[-1][0], None if isinstance(content, Path) else content)
        for place, (draft, target) in enumerate(moves):
            if place == len(moves) - 1:
                _sync({target.parent for _, target in moves})
            draft.replace(target)
        _sync({moves[-1][1].parent})
    finally:
        for draft, _ in moves:
            draft.unlink(missing_ok=True)


@contextlib.contextmanager
def room(folder: Path, needed: int) -> Iterator[None]:
    """Tells a full disk from every other defect. Raises NoRoom. `needed`: bytes, as far as one can know."""
    try:
        yield
    except Exception as error:
        # DuckDB has errors of its own, which hold those of the system as text.
        full = {os.strerror(code): code for code in _FULL}
        code = getattr(error, "errno", None) or next((code for words, code in full.items() if words in str(error)), None)
        if code not in _FULL and not (type(error).__module__.endswith("duckdb") and _free(folder) < needed):
            raise
        amount = f"about {-(-needed // 10**6)} MB" if needed > 10**5 else f"about {-(-needed // 1024)} kB"
        full = "takes no file of this size" if code == errno.EFBIG else "is full"
        raise NoRoom(f"{folder.resolve()} {full}; {amount} of free space are needed") from error


def told(error: OSError) -> str:
    """An error of the system as a reader knows it: the file, then what is the matter."""
    words = error.strerror or str(error)
    if isinstance(error, FileExistsError | NotADirectoryError):
        words = "a file stands where a folder is needed"
    return f"{error.filename}: {words}" if error.filename else words


def _volume(folder: Path) -> tuple[int, int]:
    """The disk that a folder is on or will be, and the bytes of one of its blocks."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    # Windows doesn't tell; it has no disks with larger blocks that are in use.
    block = os.statvfs(there).f_frsize if hasattr(os, "statvfs") else 4096
    return there.stat().st_dev, block


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _make_durable(file: Path, content: bytes | None) -> None:
    with file.open("rb+" if content is None else "xb") as opened:
        if content is not None:
            opened.write(content)
            opened.flush()
        os.fsync(opened.fileno())


def _sync(folders: set[Path]) -> None:
    """Names are durable once their folder is; Windows has no such call and does it by itself."""
    for folder in folders:
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _sweep(folder: Path) -> None:
    files = list(folder.iterdir()) if folder.is_dir() else []
    for leftover in (file for file in files if _UNFINISHED.fullmatch(file.name)):
        # Windows refuses to delete a file in use: the next command tries again.
        with contextlib.suppress(OSError):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
