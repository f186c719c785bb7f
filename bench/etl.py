"""How long `etl build` of the committed data takes, and how much memory at its peak."""

import json
import statistics
import subprocess
import sys
import tempfile
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
    """Time on the clock; time of the processors and peak memory of the larger process, None on Windows, which does not tell."""

    seconds: float
    processor: float | None
    megabytes: float | None


def _median(values: list[float | None]) -> float | None:
    return None if None in values else statistics.median(values)


# A small process between: a child is charged with the memory of the process that started it, and the bench may hold much.
_WATCH = """import json, subprocess, sys, time
began = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
seconds = time.perf_counter() - began
try:
    import resource
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Linux counts kilobytes, macOS bytes.
    most = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps([seconds, used.ru_utime + used.ru_stime, most]))
except ImportError:
    print(json.dumps([seconds, None, None]))
sys.exit(code)
"""


def _build() -> Cost:
    with tempfile.TemporaryDirectory(prefix="netralitas-bench-") as folder:
        out, geo = Path(folder) / "build", Path(folder) / "geo"
        command = [sys.executable, "-m", "etl", "build", "--out", str(out), "--geo", str(geo)]
        watched = subprocess.run([sys.executable, "-c", _WATCH, *command], check=False, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if watched.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {watched.returncode}")
    return Cost(*json.loads(watched.stdout))
