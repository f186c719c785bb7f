"""Many readers at once: on views that nobody has opened, at random moments, and while a snapshot is published.

Half of a page's time under load is waiting for a processor, so each row stands beside the empty page under the same load.
"""

import asyncio
import itertools
import random
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

from bench.client import Session
from bench.pages import PAGES, address
from bench.publishing import publisher, served
from bench.rows import FULL, Effort, Row, bench
from bench.server import both, dashboard, empty_page

REGIONS = ("35", "35.13", "73", "73.71", "32", "33", "12", "53", "74", "82")
ELECTIONS = ("pilkada-2018", "pilkada-2020", "pemilu-2024")
LANGUAGES = ("id", "en")
NEVER_SEEN, WALKERS, VIEWS = 1.0, 20, 12
AT_RANDOM, VISITORS, THINK = 0.3, 60, 5.0
PUBLISHED, CLICKERS, PAUSE, NEXT = 0.5, 30, 1.0, 3.0


@dataclass(frozen=True)
class Click:
    """When a run was asked for, how long it took, and what its reader saw in red."""

    at: float
    seconds: float
    problem: str


def views() -> list[tuple[str, str]]:
    """(query, page) of all regions, pages, elections and languages, in an order that is the same each time."""
    dealt = [
        (f"wilayah={region}&pemilihan={election}&bahasa={language}", address(page))
        for region, election, language, page in itertools.product(REGIONS, ELECTIONS, LANGUAGES, PAGES)
    ]
    random.Random(7).shuffle(dealt)
    return dealt


@bench
def never_seen(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """20 sessions, each 12 views that nobody has opened, the next as soon as the last has come; p95."""
    with both() as servers:
        found = [asyncio.run(_walks(server.url, paged)) for server, paged in zip(servers, (False, True), strict=True)]
    yield from _rows(f"{WALKERS} sessions × {VIEWS} views never seen, p95", *found, NEVER_SEEN)


@bench
def arrivals(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """60 sessions, a click each 5 s at random arrivals, on views that others have opened too; p95."""
    seconds = 30.0 if effort is FULL else 10.0
    with both() as servers:
        crowds = [(server.url, paged) for server, paged in zip(servers, (False, True), strict=True)]
        found = [asyncio.run(_visits(*crowd, VISITORS, THINK, seconds)) for crowd in crowds]
    yield from _rows(f"{VISITORS} sessions, a click each {THINK:g} s, p95", *found, AT_RANDOM)


@bench
def publication(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """30 sessions, a click a second each; a snapshot is published: those of the next 3 s, and of 3 s after the switch, p95."""
    with publisher() as (folder, publish), empty_page() as empty, dashboard(folder) as ours:
        say("empty page")
        plain = asyncio.run(_visits(empty.url, False, CLICKERS, PAUSE, 2 * NEXT))
        say("ours")
        clicks, published, switched = asyncio.run(_published(ours.url, publish))
    for told, since in (("is published", published), ("takes over", switched)):
        next_ = [click for click in clicks if since is not None and since <= click.at <= since + NEXT]
        yield from _rows(f"{CLICKERS} sessions, a snapshot {told}: the next {NEXT:g} s, p95", plain, next_, PUBLISHED)


def _rows(name: str, plain: list[Click], ours: list[Click], limit: float) -> Iterator[Row]:
    """The time with its limit, then beside the empty page."""
    failed = next((click.problem for click in ours if click.problem), "") or ("" if ours else "nobody clicked")
    yield Row(name, p95(ours), "s", limit=limit, failed=failed)
    yield Row("  beside the empty page", p95(ours), "s", base=p95(plain), failed=failed)


def p95(clicks: list[Click]) -> float | None:
    """So long took the slowest but 5 of 100."""
    times = sorted(click.seconds for click in clicks)
    return times[int(0.95 * (len(times) - 1))] if times else None


class Crowd:
    """Sessions on a server, and their clicks. The empty page has no other pages: there all views are of it."""

    def __init__(self, url: str, paged: bool):
        self.url, self.paged = url, paged
        self.clicks: list[Click] = []
        self.begun, self.enough = asyncio.Event(), asyncio.Event()

    async def _arrived(self, stack: AsyncExitStack, count: int) -> list[Session]:
        """Sessions that have seen the start page, which is not counted."""
        readers = [await stack.enter_async_context(Session(self.url)) for _ in range(count)]
        for reader in readers:
            await reader.run()
        return readers

    async def _click(self, reader: Session, query: str, page: str) -> Click:
        at = time.perf_counter()
        run = await reader.run(query, page if self.paged else "")
        return Click(at, run.seconds, next(iter(run.problems), ""))

    async def walk(self) -> list[Click]:
        """Each session opens views of its own, one after the other."""
        dealt = views()[: WALKERS * VIEWS]

        async def walker(reader: Session, mine: list[tuple[str, str]]) -> None:
            for view in mine:
                self.clicks.append(await self._click(reader, *view))

        async with AsyncExitStack() as stack:
            readers = await self._arrived(stack, WALKERS)
            await asyncio.gather(*[walker(reader, dealt[place::WALKERS]) for place, reader in enumerate(readers)])
        return self.clicks

    async def visit(self, sessions: int, think: float, seconds: float) -> list[Click]:
        """Clicks at random moments, `think` seconds apart in the mean, on views that were opened before, until the time is over."""
        shown = views()[:40]

        async def visitor(reader: Session, place: int) -> None:
            chance, end = random.Random(place), time.perf_counter() + seconds
            while time.perf_counter() < end and not self.enough.is_set():
                await asyncio.sleep(chance.expovariate(1 / think))
                self.clicks.append(await self._click(reader, *chance.choice(shown)))

        async with AsyncExitStack() as stack:
            readers = await self._arrived(stack, sessions)
            for view in shown:
                await self._click(readers[0], *view)
            self.begun.set()
            await asyncio.gather(*[visitor(reader, place) for place, reader in enumerate(readers)])
        return self.clicks


async def _walks(url: str, paged: bool) -> list[Click]:
    return await Crowd(url, paged).walk()


async def _visits(url: str, paged: bool, sessions: int, think: float, seconds: float) -> list[Click]:
    return await Crowd(url, paged).visit(sessions, think, seconds)


async def _published(url: str, publish: Callable[[], str]) -> tuple[list[Click], float, float | None]:
    """Clicks, when a snapshot was published after some of them, and when the server began to serve it; None where it never did."""
    crowd = Crowd(url, paged=True)
    visiting = asyncio.create_task(crowd.visit(CLICKERS, PAUSE, 120.0))
    await crowd.begun.wait()
    await asyncio.sleep(2 * NEXT)
    snapshot_id = await asyncio.to_thread(publish)
    published, switched = time.perf_counter(), None
    while switched is None and time.perf_counter() < published + 60:
        await asyncio.sleep(0.2)
        if await asyncio.to_thread(served, url) == snapshot_id:
            switched = time.perf_counter()
    await asyncio.sleep(NEXT + 0.5)
    crowd.enough.set()
    return await visiting, published, switched
