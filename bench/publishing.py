"""A build folder of its own, in which the data of the project is published again and again under new names."""

import hashlib
import shutil
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from bench.server import build_folder, ensure_snapshot
from etl import publish


@contextmanager
def publisher() -> Iterator[tuple[Path, Callable[[], str]]]:
    """The folder, with one snapshot in it, and what publishes another and gives its name."""
    ensure_snapshot()
    here = build_folder()
    source, numbers = publish.path(here, publish.current(here)), count()
    with tempfile.TemporaryDirectory(prefix="netralitas-bench-", ignore_cleanup_errors=True) as place:
        folder = Path(place)

        def another() -> str:
            snapshot_id = hashlib.sha256(str(next(numbers)).encode()).hexdigest()[:12]
            with publish.draft(folder) as drafted:
                shutil.copyfile(source, drafted)
                publish.publish(folder, drafted, snapshot_id)
            return snapshot_id

        another()
        yield folder, another


def served(url: str) -> str:
    """The snapshot that a server answers from."""
    with urllib.request.urlopen(f"{url}/api/v1/figures.csv?wilayah=35.13", timeout=60) as answer:
        return answer.headers["X-Snapshot"]
