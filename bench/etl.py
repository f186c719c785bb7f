"""How long `etl build` of the committed data takes, and how much memory at its peak."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.rows import Effort, Row, bench
from bench.server import ROOT

SECONDS, MEGABYTES = 4, 500


@bench
def build(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """`python -m etl build` into new folders: the whole process, median of 3 after one run that warms up the venv."""
    say("warming up")
    _build()
    runs = []
    for number in range(3):
        say(f"run {number + 1}")
        runs.append(_build())
    yield Row("etl build", statistics.median(run.seconds for run in runs), "s", limit=SECONDS)
    yield Row("etl build, processor time (steady on a busy machine)", _median([run.processor for run in runs]), "s")
    yield Row("etl build, peak memory", _median([run.megabytes for run in runs]), "MB", limit=MEGABYTES)


@dataclass(frozen=True)
class Cost:
    """Of one process: time on the clock; time of the processors and peak memory, None on Windows, which does not tell."""

    seconds: float
    processor: float | None
    megabytes: float | None


def _median(values: list[float | None]) -> float | None:
    return None if None in values else statistics.median(values)


def _build() -> Cost:
    with tempfile.TemporaryDirectory(prefix="netralitas-bench-") as folder:
        out, geo = Path(folder) / "build", Path(folder) / "geo"
        command = [sys.executable, "-m", "etl", "build", "--out", str(out), "--geo", str(geo)]
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cost = _wait(process, began)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return cost


def _wait(process: subprocess.Popen, began: float) -> Cost:
    """Wait for the end, and ask the kernel what it counted for this one process."""
    if not hasattr(os, "wait4"):
        process.wait()
        return Cost(time.perf_counter() - began, None, None)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts kilobytes, macOS bytes.
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
