"""The real data, built once a test run, and the store that opens it."""

from pathlib import Path

import pytest
from hypothesis import settings

from etl import publish
from etl.build import build
from etl.map import geometry
from netralitas.store import Store
from tests.helpers import DATA, ROOT

# The same examples on every run, and no verdict on time: a machine may be busy.
settings.register_profile("netralitas", deadline=None, derandomize=True)
settings.load_profile("netralitas")


@pytest.fixture(scope="session")
def maps() -> None:
    """The map files that the dashboard serves, built where there are none yet."""
    geometry.ensure(DATA, ROOT / "static" / "geo")


@pytest.fixture(scope="session")
def snapshot_dir(tmp_path_factory, maps: None) -> Path:
    """A folder as `python -m etl build` leaves it, its map files drawn: `CURRENT` and the snapshot that it names."""
    folder = tmp_path_factory.mktemp("build")
    build(DATA, folder)
    return folder


@pytest.fixture(scope="session")
def store(snapshot_dir: Path) -> Store:
    snapshot_id = publish.current(snapshot_dir)
    return Store(publish.path(snapshot_dir, snapshot_id), snapshot_id)


@pytest.fixture
def served_snapshot(snapshot_dir: Path, monkeypatch) -> None:
    """The dashboard of this process shows the real data of this test run."""
    monkeypatch.setenv("NETRALITAS_BUILD", str(snapshot_dir))
