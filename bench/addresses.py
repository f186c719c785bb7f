"""How soon a data address that somebody has asked for before answers."""

import time
import urllib.request
from collections.abc import Callable, Iterator

from bench.rows import Effort, Row, Turns, bench
from bench.server import dashboard, ensure_snapshot

SECONDS = 0.04
ADDRESSES = ("figures.csv?wilayah=ID&cakupan=dalam", "figures.csv", "headlines.json", "regions.geojson")


@bench
def addresses(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """Each address once, then again and again, median."""
    ensure_snapshot()
    turns = Turns()
    with dashboard() as server:
        for path in ADDRESSES:
            say(path)
            turns.add(f"first {path}", _get(f"{server.url}/api/v1/{path}"))
            turns.add(path, *[_get(f"{server.url}/api/v1/{path}") for _ in range(effort.rounds * effort.reruns)])
    for path in ADDRESSES:
        yield Row(f"{path}, first", turns.median(f"first {path}"), "s")
        yield Row(f"{path}, warm", turns.median(path), "s", limit=SECONDS if path.startswith("figures.csv") else None)


def _get(url: str) -> float:
    """Seconds until the last byte."""
    began = time.perf_counter()
    with urllib.request.urlopen(url, timeout=120) as answer:
        answer.read()
    return time.perf_counter() - began
