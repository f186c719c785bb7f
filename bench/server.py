"""The servers under test, each a process of its own on a free port: the dashboard, and an empty chart under `streamlit run`."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EMPTY = """import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure())
"""
PATIENCE = 60.0


@dataclass(frozen=True)
class Server:
    url: str
    pid: int
    started: float  # seconds from starting the process until it answers


@contextmanager
def dashboard(build: Path | None = None) -> Iterator[Server]:
    """`python -m netralitas`, as `make run` starts it; `build` is another folder of snapshots."""
    port = _free_port()
    with _running([sys.executable, "-m", "netralitas", "--port", str(port)], port, ROOT, build) as server:
        yield server


@contextmanager
def empty_page(script: str = EMPTY) -> Iterator[Server]:
    """A page of one empty chart under plain `streamlit run`, in a folder of its own, so without any configuration of ours."""
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="netralitas-bench-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "empty.py"
        file.write_text(script, encoding="utf-8")
        options = ["--server.headless=true", "--browser.gatherUsageStats=false", "--server.address=127.0.0.1", f"--server.port={port}"]
        with _running([sys.executable, "-m", "streamlit", "run", str(file), *options], port, Path(folder)) as server:
            yield server


@contextmanager
def both() -> Iterator[tuple[Server, Server]]:
    """The empty page and the dashboard, side by side."""
    ensure_snapshot()
    with ExitStack() as stack:
        yield stack.enter_context(empty_page()), stack.enter_context(dashboard())


def build_folder() -> Path:
    return Path(os.environ.get("NETRALITAS_BUILD", ROOT / "build"))


def ensure_snapshot() -> None:
    """Build the data where nobody has; a published snapshot is taken as it is."""
    folder = build_folder()
    if not (folder / "CURRENT").exists():
        subprocess.run([sys.executable, "-m", "etl", "build", "--out", str(folder)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def _running(command: list[str], port: int, folder: Path, build: Path | None = None) -> Iterator[Server]:
    began = time.perf_counter()
    environment = {**os.environ, "NETRALITAS_BUILD": str(build or build_folder())}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            if not _answers(url, process):
                said.seek(0)
                raise RuntimeError(f"{' '.join(command)} did not start:\n{said.read().decode(errors='replace')[-2000:]}")
            yield Server(url, process.pid, time.perf_counter() - began)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(url: str, process: subprocess.Popen) -> bool:
    """Wait until the server says that it is well; False where it ended instead or takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:
                if answer.status == 200:
                    return True
        except OSError:
            time.sleep(0.05)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
