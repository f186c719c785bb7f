"""How soon the first reader after a start sees a page."""

import asyncio
import statistics
from collections.abc import Callable, Iterator

from bench.client import Run, visit
from bench.pages import PAGES, address
from bench.rows import Effort, Row, bench
from bench.server import dashboard, ensure_snapshot

SECONDS = 0.5


@bench
def start(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """A new server for each run: from opening the first websocket to the end of the script, median."""
    ensure_snapshot()
    ready = []
    for page in PAGES:
        runs: list[Run] = []
        for number in range(effort.starts):
            say(f"{page}, start {number + 1} of {effort.starts}")
            with dashboard() as server:
                ready.append(server.started)
                runs.append(asyncio.run(visit(server.url, "", address(page))))
        failed = next((problem for run in runs for problem in run.problems), "")
        yield Row(f"first run after start: {page}", statistics.median(run.seconds for run in runs), "s", limit=SECONDS, failed=failed)
    yield Row("start of the server until it answers", statistics.median(ready), "s")
