"""What a page costs the server: reruns over real websockets beside an empty chart under `streamlit run`.

A rerun goes back and forth between two regions, so that an answer remembered for one address alone does not
help; what is remembered for both does, as it does for readers. The last row goes to a region that nobody has asked for.
"""

import asyncio
import itertools
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack

from bench.client import Session, visit
from bench.rows import Effort, Row, Turns, bench
from bench.server import Server, both, ensure_snapshot

PAGES = ("ringkasan", "angka", "tren", "peta", "sanksi", "data", "sumber")
REGIONS = ("wilayah=35", "wilayah=73")
RATIO, FIRST_VIEW, KILOBYTES = 0.6, 1.0, 300
CROWD = 30
EMPTY = "empty page"


def address(page: str) -> str:
    """Ringkasan is the start page, so its name is empty."""
    return "" if page == "ringkasan" else page


@bench
def rerun(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """A rerun with one session; the empty page and each page in turns, median."""
    with both() as servers:
        turns = asyncio.run(_in_turns(servers, 1, effort, say))
    for page in PAGES:
        yield _row(turns, page, f"rerun, 1 session: {page}")


@bench
def crowd(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """A rerun with 30 sessions, each sending the next as soon as the last has come; in turns, median."""
    fewer = Effort(rounds=max(effort.rounds // 2, 1), reruns=max(effort.reruns // 3, 2), visits=0, starts=0)
    with both() as servers:
        turns = asyncio.run(_in_turns(servers, CROWD, fewer, say))
    yield Row(f"first run, {CROWD} sessions: ringkasan", turns.median("first"), "s", base=turns.median("first " + EMPTY))
    for page in PAGES:
        yield _row(turns, page, f"rerun, {CROWD} sessions: {page}")


@bench
def unseen(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """A rerun at a region that nobody has asked for since the start; in turns, median."""
    ensure_snapshot()
    regions = _all_regions()
    with both() as servers:
        turns = asyncio.run(_unseen(servers, regions, effort, say))
    for page in PAGES:
        yield _row(turns, page, f"first view of a region: {page}", limit=FIRST_VIEW)


@bench
def traffic(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """What one view of a page moves over the websocket, in a new session; the larger of two regions and the nation."""
    with both() as (_, ours):
        for page in PAGES:
            say(page)
            runs = [asyncio.run(visit(ours.url, query, address(page))) for query in ("", *REGIONS)]
            failed = next((problem for run in runs for problem in run.problems), "")
            yield Row(f"page view: {page}", max(run.bytes for run in runs) / 1000, "kB", limit=KILOBYTES, failed=failed)


def _row(turns: Turns, page: str, name: str, limit: float | None = RATIO) -> Row:
    """A page beside the empty page of its own turns."""
    failed = turns.problems.get(page, "")
    return Row(name, turns.median(page), "s", base=turns.median(f"{EMPTY} beside {page}"), limit=limit, failed=failed)


async def _in_turns(servers: tuple[Server, Server], sessions: int, effort: Effort, say: Callable[[str], None]) -> Turns:
    """Sessions stay open, on both servers; they go to a page, then to and fro between two regions."""
    turns = Turns()
    async with AsyncExitStack() as stack:
        say("opening sessions")
        readers = [[await stack.enter_async_context(Session(server.url)) for _ in range(sessions)] for server in servers]
        for group, name in zip(readers, ("first " + EMPTY, "first"), strict=True):
            turns.add(name, *[run.seconds for run in await asyncio.gather(*[reader.run() for reader in group])])
        for turn, page in itertools.product(range(effort.rounds), PAGES):
            say(f"{page}, turn {turn + 1} of {effort.rounds}")
            for group, name, to in zip(readers, (f"{EMPTY} beside {page}", page), ("", address(page)), strict=True):
                await asyncio.gather(*[_reruns(reader, name, to, effort.reruns, turns) for reader in group])
    return turns


async def _reruns(reader: Session, name: str, page: str, count: int, turns: Turns) -> None:
    """Both regions once to arrive, then `count` timed reruns."""
    for query in REGIONS:
        await reader.run(query, page)
    for query in itertools.islice(itertools.cycle(REGIONS), count):
        run = await reader.run(query, page)
        turns.add(name, run.seconds)
        for problem in run.problems:
            turns.fail(name, problem)


async def _unseen(servers: tuple[Server, Server], regions: Iterator[str], effort: Effort, say: Callable[[str], None]) -> Turns:
    turns = Turns()
    async with Session(servers[0].url) as empty, Session(servers[1].url) as reader:
        await empty.run()
        for page in PAGES:
            say(page)
            await reader.run(f"wilayah={next(regions)}", address(page))
            for region in itertools.islice(regions, effort.rounds * effort.reruns // 2):
                query = f"wilayah={region}"
                turns.add(f"{EMPTY} beside {page}", (await empty.run(query)).seconds)
                run = await reader.run(query, address(page))
                turns.add(page, run.seconds)
                for problem in run.problems:
                    turns.fail(page, problem)
    return turns


def _all_regions() -> Iterator[str]:
    """Every code once, the regions with figures first: they cost more."""
    from netralitas import store

    data = store.current()
    codes = list(data.region_names())
    return iter(sorted(codes, key=lambda code: -len(data.available(code))))
