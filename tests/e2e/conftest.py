"""A real server on a free port, a real Chromium, and an ear for everything that a reader must never meet."""

import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from tests.browser import ADVICE, find_chromium, flags
from tests.helpers import ROOT

FOREIGN_SCHEMES = ("data:", "blob:", "about:", "chrome-extension:")


@pytest.fixture(scope="session")
def server(snapshot_dir: Path, maps: None) -> Iterator[str]:
    """Address of a dashboard that serves the real data of this test run."""
    yield from serve(["-m", "netralitas"], "--port", ROOT, {"NETRALITAS_BUILD": str(snapshot_dir)})


def serve(arguments: list[str], port_option: str, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """The address of a server that runs until the test session no longer needs it."""
    with started(arguments, port_option, folder, environment) as (address, _):
        yield address


@contextmanager
def started(
    arguments: list[str], port_option: str, folder: Path, environment: dict[str, str], kept: Path | None = None
) -> Iterator[tuple[str, subprocess.Popen]]:
    """A server with this Python on a free port: its address and its process; its log is `kept` where a file is named."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, *arguments, port_option, str(port)]
    with kept.open("wb") if kept else tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=log, stderr=log)
        try:
            _until_healthy(f"http://localhost:{port}/_stcore/health", process)
            yield f"http://localhost:{port}", process
        finally:
            process.terminate()
            process.wait(20)


def _until_healthy(url: str, process: subprocess.Popen) -> None:
    while process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            continue
    raise AssertionError("the server ended before it answered")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    assert path, ADVICE
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=flags())
        yield chromium
        chromium.close()


WORDS = "[data-testid=stMainBlockContainer] [data-testid=stMarkdownContainer]"


@dataclass
class Visit:
    """One reader's tab: opens addresses, and keeps what went wrong."""

    page: Page
    server: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Open an address and wait until Streamlit has run the page through and its charts are drawn."""
        self.page.goto(self.server + address)
        return self.settled()

    def settled(self) -> Page:
        """Wait until the run is over: the app is idle, nothing waits for its program and every chart holds its drawing."""
        self.page.wait_for_selector("[data-testid=stMainBlockContainer] p, [data-testid=stMainBlockContainer] [data-testid=stDataFrame]")
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
        self.page.wait_for_function(
            "() => !document.querySelector('[data-testid=stSkeleton]')"
            " && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => chart.querySelector('.main-svg'))"
        )
        return self.page

    def words(self) -> list[str]:
        """What the page says in words, charts and widgets aside."""
        return self.page.locator(WORDS).all_inner_texts()

    def text(self) -> str:
        return self.page.locator("[data-testid=stMainBlockContainer]").inner_text()


def choose(page: Page, key: str, option: str) -> None:
    """Open the choice with this key and take one: as often as the list closes, for a run of the page may end under the hand."""
    offered = page.get_by_role("option", name=option)
    for _ in range(20):
        page.locator(f".st-key-{key} input").click()
        with suppress(TimeoutError):
            offered.click(timeout=3_000)
            return
    raise AssertionError(f"{option} was never offered")


@pytest.fixture
def visit(server: str, browser: Browser) -> Iterator[Visit]:
    """A tab at 1440 × 900; at the end, no foreign request and no error in the console."""
    yield from _visit(server, browser, {"width": 1440, "height": 900})


@pytest.fixture
def phone(server: str, browser: Browser) -> Iterator[Visit]:
    yield from _visit(server, browser, {"width": 390, "height": 844})


def _visit(server: str, browser: Browser, viewport: dict) -> Iterator[Visit]:
    context = browser.new_context(viewport=viewport, accept_downloads=True, locale="id-ID")
    context.set_default_timeout(60_000)
    tab = Visit(context.new_page(), server)
    tab.page.on("request", lambda request: _note_foreign(tab, request.url))
    tab.page.on("console", lambda message: tab.errors.append(message.text) if message.type == "error" else None)
    tab.page.on("pageerror", lambda error: tab.errors.append(str(error)))
    yield tab
    context.close()
    assert tab.foreign == [], "requests to other hosts"
    assert tab.errors == [], "errors in the browser's console"


def _note_foreign(tab: Visit, url: str) -> None:
    if not url.startswith((tab.server, tab.server.replace("http", "ws", 1), *FOREIGN_SCHEMES)):
        tab.foreign.append(url)
