"""The schematic map of the real data, drawn once for all tests of the map."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from shaped import shapes

from etl.map import geometry
from tests.helpers import DATA


@pytest.fixture(scope="session")
def schematic(tmp_path_factory):
    """A folder with the schematic map; tests must not write to it."""
    folder = tmp_path_factory.mktemp("geo")
    geometry.build_schematic(DATA, folder)
    return folder


@pytest.fixture(scope="session")
def regions():
    return pd.read_csv(DATA / "regions.csv", dtype={"code": str, "parent": str}).set_index("code")


@pytest.fixture(scope="session")
def kabkota(schematic):
    return shapes(schematic, "kabkota")


@pytest.fixture
def no_rebuilding(monkeypatch, schematic):
    """Schematic shapes from the session's build: what a test imports is its subject, not the second of drawing."""
    known = {
        level: geometry.Shapes(list(frame["code"]), frame.geometry.to_numpy(), "schematic")
        for level in geometry.LEVELS
        for frame in [shapes(schematic, level)]
    }
    monkeypatch.setattr(geometry, "schematic_shapes", lambda data: known)


@pytest.fixture
def drawn(tmp_path, schematic):
    """A folder with the map as it is drawn, which an import may change."""
    return Path(shutil.copytree(schematic, tmp_path / "geo"))
