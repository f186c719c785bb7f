"""What a long day leaves in the memory of a server: a walk through all regions, publications under readers, ever new searches."""

import asyncio
import urllib.request
from collections.abc import Callable, Iterator

from bench.client import Session
from bench.pages import PAGES, address
from bench.process import held, open_databases
from bench.publishing import publisher, served
from bench.rows import FULL, Effort, Row, bench
from bench.server import dashboard, ensure_snapshot
from netralitas.address.links import SHEETS
from netralitas.address.parameters import SEARCH

MEGABYTES, WITHIN = 500, 1.05
PUBLICATIONS, SEARCHES, FIRST = 20, 1000, 100


@bench
def walk(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """Every region on every page, its sheet and its picture (an eighth of the regions where it must be quick): memory at the end."""
    regions = _regions()[:: 1 if effort is FULL else 8]
    with dashboard() as server:
        before = held(server.pid)
        failed = asyncio.run(_walked(server.url, regions, say))
        yield Row("memory when it has started", before, "MB")
        yield Row(
            f"memory after {len(regions)} regions on all pages, sheets, pictures", held(server.pid), "MB", limit=MEGABYTES, failed=failed
        )


@bench
def publications(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """20 publications with readers in between: memory beside that after the second, and databases that are open at the end."""
    with publisher() as (folder, publish), dashboard(folder) as server:
        base = None
        for number in range(PUBLICATIONS):
            say(f"publication {number + 1} of {PUBLICATIONS}")
            failed = asyncio.run(_after(server.url, publish))
            base = held(server.pid) if number == 1 else base
        yield Row(f"memory after {PUBLICATIONS} publications beside 2", held(server.pid), "MB", base=base, limit=WITHIN, failed=failed)
        yield Row("open databases", open_databases(server.pid), "", limit=1, failed=failed)


@bench
def searches(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """1,000 different searches on Data: memory beside that after the first hundred."""
    with dashboard() as server:
        base, after, failed = asyncio.run(_searched(server.url, server.pid, SEARCHES if effort is FULL else 3 * FIRST, say))
    yield Row(f"memory after ever new searches beside {FIRST} of them", after, "MB", base=base, limit=WITHIN, failed=failed)


def _regions() -> list[str]:
    from netralitas import store

    ensure_snapshot()
    return list(store.current().region_names())


async def _walked(url: str, regions: list[str], say: Callable[[str], None]) -> str:
    """What went wrong, if anything."""
    async with Session(url) as reader:
        for number, region in enumerate(regions, 1):
            say(f"region {number} of {len(regions)}")
            for page in PAGES:
                run = await reader.run(f"wilayah={region}", address(page))
                if run.problems:
                    return run.problems[0]
            for file in (region, f"{region}.png"):
                await asyncio.to_thread(_get, f"{url}{SHEETS}/{file}")
    return ""


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read()


async def _after(url: str, publish: Callable[[], str]) -> str:
    """Readers look on while a snapshot is published and until it has taken over; what they see in red, if anything."""
    async with Session(url) as one, Session(url) as other:
        snapshot_id, problems = await asyncio.to_thread(publish), ()
        for _ in range(120):
            for page in PAGES:
                runs = await asyncio.gather(one.run("wilayah=35", address(page)), other.run("wilayah=73", address(page)))
                problems += tuple(problem for run in runs for problem in run.problems)
            if await asyncio.to_thread(served, url) == snapshot_id:
                return next(iter(problems), "")
            await asyncio.sleep(0.5)
    return "the snapshot never took over"


async def _searched(url: str, pid: int, count: int, say: Callable[[str], None]) -> tuple[float | None, float | None, str]:
    base, problems = None, ()
    async with Session(url) as reader:
        for number in range(count):
            if number == FIRST:
                base = held(pid)
            say(f"search {number + 1} of {count}")
            problems += (await reader.run(f"wilayah=ID&cakupan=dalam&{SEARCH}=kata{number}", "data")).problems
    return base, held(pid), next(iter(problems), "")
