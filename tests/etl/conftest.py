"""The workbench of the examples, what a build says of bad ones, and a history of snapshots."""

import shutil
from pathlib import Path

import duckdb
import pytest
from small import Bench, figure, problems, write

from etl import publish
from etl.build import build
from etl.map import geometry

FLAGS = """
    select mine.source_row, flag.flag, other.source_row, flag.disputes, flag.sentence_id, flag.sentence_en
    from flag
    inner join figure as mine using (figure_id)
    left join figure as other on other.figure_id = flag.other_figure_id
"""


@pytest.fixture(scope="session")
def bench(tmp_path_factory) -> Bench:
    return Bench(tmp_path_factory.mktemp("small"))


@pytest.fixture
def flags(bench: Bench):
    """Flags of some figures: (place in the list, flag) → [place of the other, disputes, sentence_id, sentence_en]."""
    return lambda *figures: {(place, flag): rest for place, flag, *rest in bench.ask(list(figures), FLAGS, ("figure", "flag"))}


@pytest.fixture(scope="session")
def history(tmp_path_factory):
    """Four snapshots built one after the other: (out, their ids)."""
    folder = tmp_path_factory.mktemp("history")
    out = folder / "out"
    return out, [build(write(folder / "data", [figure(value=value)]), out).snapshot_id for value in (1, 2, 3, 4)]


@pytest.fixture
def published(history, tmp_path):
    """A copy of the four builds' outcome to change: out and ids."""
    out, ids = history
    return Path(shutil.copytree(out, tmp_path / "out")), ids


@pytest.fixture(scope="session")
def small_map(tmp_path_factory) -> Path:
    """The map of the small data folder; tests must not write to it."""
    folder = tmp_path_factory.mktemp("small_map")
    geometry.build_schematic(write(folder / "data"), folder / "geo")
    return folder / "geo"


@pytest.fixture
def geo(small_map, tmp_path) -> Path:
    """A map that is current for every folder of small examples, to change."""
    return Path(shutil.copytree(small_map, tmp_path / "geo"))


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
