"""How long `etl build` of the committed data takes, and how much memory at its peak."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.rows import Effort, Row, bench
from bench.server import ROOT

SECONDS, MEGABYTES = 4, 500


@bench
def build(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """`python -m etl build` into new folders: the whole process from start to end, after one run that warms the venv up."""
    say("warming up")
    _build()
    runs = []
    for number in range(effort.starts if effort.starts > 1 else 3):
        say(f"run {number + 1}")
        runs.append(_build())
    yield Row("etl build, median", statistics.median(seconds for seconds, _ in runs), "s", limit=SECONDS)
    peaks = [peak for _, peak in runs if peak is not None]
    yield Row("etl build, peak memory", max(peaks, default=None), "MB", limit=MEGABYTES)


def _build() -> tuple[float, float | None]:
    """Seconds and peak memory in megabytes (None on Windows, which does not tell)."""
    with tempfile.TemporaryDirectory(prefix="netralitas-bench-") as folder:
        out, geo = Path(folder) / "build", Path(folder) / "geo"
        command = [sys.executable, "-m", "etl", "build", "--out", str(out), "--geo", str(geo)]
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        code, peak = _wait(process)
        seconds = time.perf_counter() - began
    if code:
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    return seconds, peak


def _wait(process: subprocess.Popen) -> tuple[int, float | None]:
    """The exit code and what the kernel counted for this one process."""
    if not hasattr(os, "wait4"):
        return process.wait(), None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts kilobytes, macOS bytes.
    return process.returncode, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
