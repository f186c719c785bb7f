"""The measuring client against a real server: it must see what a reader sees. What it measures is no matter here."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bench.client import Session, visit
from bench.rows import Row
from bench.server import empty_page

SCRIPT = """import streamlit as st

asked = st.query_params.get("what", "")
st.text(f"asked for {asked}")
if asked == "exception":
    raise ValueError("on purpose")
if asked == "error":
    st.error("a red box")
"""


@pytest.fixture(scope="module")
def url():
    with empty_page(SCRIPT) as server:
        yield server.url


def run_to_end(coroutine: Coroutine) -> Any:
    """In a thread of its own: where browser tests ran before, Playwright keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, coroutine).result()


def test_a_run_is_timed_and_counted(url):
    run = run_to_end(visit(url))
    assert run.seconds > 0
    assert run.bytes > 0
    assert run.messages > 2
    assert run.problems == ()


def test_one_session_asks_again_and_again(url):
    async def ask():
        async with Session(url) as reader:
            return [await reader.run(f"what={word}") for word in ("one", "another", "one")]

    assert [run.problems for run in run_to_end(ask())] == [(), (), ()]


def test_what_a_reader_sees_in_red_is_told(url):
    assert "on purpose" in run_to_end(visit(url, "what=exception")).problems[0]
    assert run_to_end(visit(url, "what=error")).problems == ("a red box",)


@pytest.mark.parametrize(
    "row, ok",
    [
        (Row("seconds", 3.0, limit=4), True),
        (Row("seconds", 5.0, limit=4), False),
        (Row("ratio", 0.05, base=0.1, limit=0.6), True),
        (Row("ratio", 0.07, base=0.1, limit=0.6), False),
        (Row("fast because broken", 0.01, base=0.1, limit=0.6, failed="an error box"), False),
        (Row("for information", 1.0), None),
        (Row("not measured here", limit=500), None),
    ],
)
def test_a_row_keeps_its_limit_or_not(row, ok):
    assert row.ok is ok
