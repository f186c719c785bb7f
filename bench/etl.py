"""How long `etl build` of the committed data takes, how much memory at its peak, and how large the map is that it leaves."""

import gzip
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
SECONDS_WITH_SHAPES = 2.5
MAP_KILOBYTES, SENT_KILOBYTES = 1_100, 350


@bench
def build(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """`python -m etl build` into new folders, then beside shapes that are current: the process, median of 3 after a first."""
    with tempfile.TemporaryDirectory(prefix="netralitas-bench-") as folder:
        shapes = Path(folder)
        say("warming up")
        _build(shapes)
        drawn, kept = [], []
        for number in range(3):
            say(f"run {number + 1}")
            with tempfile.TemporaryDirectory(prefix="netralitas-bench-") as none:
                drawn.append(_build(Path(none)))
            kept.append(_build(shapes))
        files = [file.read_bytes() for file in shapes.glob("*.geojson")]
    yield Row("etl build", _median([run.seconds for run in drawn]), "s", limit=SECONDS)
    yield Row("etl build, processor time (steady on a busy machine)", _median([run.processor for run in drawn]), "s")
    yield Row("etl build, peak memory", _median([run.megabytes for run in drawn]), "MB", limit=MEGABYTES)
    yield Row("etl build, the shapes are current", _median([run.seconds for run in kept]), "s", limit=SECONDS_WITH_SHAPES)
    yield Row("both map files", sum(map(len, files)) / 1e3, "kB", limit=MAP_KILOBYTES)
    yield Row("both map files, as sent", sum(len(gzip.compress(file)) for file in files) / 1e3, "kB", limit=SENT_KILOBYTES)


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


def _build(shapes: Path) -> Cost:
    """A build into a new folder, beside a folder of shapes that may be empty."""
    with tempfile.TemporaryDirectory(prefix="netralitas-bench-") as out:
        command = [sys.executable, "-m", "etl", "build", "--out", out, "--geo", str(shapes)]
        watched = subprocess.run([sys.executable, "-c", _WATCH, *command], check=False, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if watched.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {watched.returncode}")
    return Cost(*json.loads(watched.stdout))
