"""The workbench of the examples, and what a build says of bad ones."""

import duckdb
import pytest
from small import Bench, figure, problems, write

from etl import publish


@pytest.fixture(scope="session")
def bench(tmp_path_factory) -> Bench:
    return Bench(tmp_path_factory.mktemp("small"))


@pytest.fixture
def told(tmp_path):
    """The lines that a build of these figures, after `spoil`, ends with."""

    def lines(*figures: dict, spoil=lambda folder: None) -> list[str]:
        folder = write(tmp_path / "data", list(figures) or [figure()])
        spoil(folder)
        return problems(folder)

    return lines


@pytest.fixture(scope="module")
def snapshot(snapshot_dir):
    """The real data as published, for questions that only a test asks."""
    with duckdb.connect(str(publish.path(snapshot_dir, publish.current(snapshot_dir))), read_only=True) as con:
        yield con
