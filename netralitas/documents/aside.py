"""A stranger's file is opened in a process of its own, which is ended when it takes too long; the dashboard stays up."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from threading import BoundedSemaphore
from time import monotonic

from netralitas.documents.kinds import named
from netralitas.documents.passage import MOST_BYTES, Part, Passage, Remark, Unreadable

SECONDS = 8.0
_ROOT = Path(__file__).resolve().parents[2]
# Two at a time, so that many readers with large files do not take the machine from all others.
_free = BoundedSemaphore(2)
_QUIET = {"creationflags": subprocess.CREATE_NO_WINDOW} if sys.platform == "win32" else {}


def read(content: bytes, name: str, seconds: float = SECONDS) -> tuple[Passage, ...]:
    """The passages of a file in reading order. Raises Unreadable."""
    answer, _ = _asked(content, name, None, seconds)
    return tuple(Passage(**one | {"part": Part(one["part"])}) for one in answer["passages"])


def remarked(content: bytes, name: str, remarks: list[Remark], seconds: float = SECONDS) -> bytes:
    """A copy of a DOCX or PPTX with remarks at their places. Raises Unreadable."""
    return _asked(content, name, [asdict(remark) for remark in remarks], seconds)[1]


def _asked(content: bytes, name: str, remarks: list[dict] | None, seconds: float) -> tuple[dict, bytes]:
    """`seconds` are for waiting and reading together: nobody is kept longer for having waited."""
    named(name)
    if len(content) > MOST_BYTES:
        raise Unreadable("besar", most=MOST_BYTES // 2**20)
    last = monotonic() + seconds
    if not _free.acquire(timeout=seconds):
        raise Unreadable("sibuk")
    left = max(last - monotonic(), 0)
    request = json.dumps({"name": name, "remarks": remarks, "seconds": left}).encode() + b"\n"
    try:
        # -B: what may write no file need not try to.
        command = [sys.executable, "-B", "-m", "netralitas.documents.worker"]
        done = subprocess.run(command, input=request + content, capture_output=True, cwd=_ROOT, timeout=left, check=False, **_QUIET)
    except subprocess.TimeoutExpired:
        # Whoever waited for most of the time is kept by others, not by the file.
        raise Unreadable("lambat" if left > seconds / 2 else "sibuk") from None
    except BrokenPipeError:
        raise Unreadable("rumit") from None
    finally:
        _free.release()
    head, _, file = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise Unreadable("rumit")
    answer = json.loads(head)
    if "unreadable" in answer:
        raise Unreadable(answer["unreadable"], **answer["values"])
    return answer, file
