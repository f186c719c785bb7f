"""How soon an address that somebody has asked for before answers: data, fact sheets, a checked number, the first reading of a page."""

import time
import urllib.request
from collections.abc import Callable, Iterator

from bench.rows import Effort, Row, Turns, bench
from bench.server import dashboard, ensure_snapshot

# Address → its limit in seconds, warm.
ADDRESSES = {
    "api/v1/figures.csv?wilayah=ID&cakupan=dalam": 0.04,
    "api/v1/figures.csv": 0.04,
    "api/v1/headlines.json": None,
    "api/v1/regions.geojson": None,
    "lembar/35.13": 0.06,
    "lembar/ID?bahasa=en": 0.06,
    "cek?q=1194": 0.06,
    "?wilayah=35": 0.04,
}


@bench
def addresses(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """Each address once, then again and again, median."""
    ensure_snapshot()
    turns = Turns()
    with dashboard() as server:
        for path in ADDRESSES:
            say(path)
            turns.add(f"first {path}", _get(f"{server.url}/{path}"))
            turns.add(path, *[_get(f"{server.url}/{path}") for _ in range(effort.rounds * effort.reruns)])
    for path, limit in ADDRESSES.items():
        yield Row(f"/{path}, first", turns.median(f"first {path}"), "s")
        yield Row(f"/{path}, warm", turns.median(path), "s", limit=limit)


def _get(url: str) -> float:
    """Seconds until the last byte."""
    began = time.perf_counter()
    with urllib.request.urlopen(url, timeout=120) as answer:
        answer.read()
    return time.perf_counter() - began
