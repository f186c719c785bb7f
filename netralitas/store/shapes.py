"""The map geometry that `etl` has laid in `static/geo`: which file a browser fetches, and the box of each region."""

import json
from functools import lru_cache
from pathlib import Path

from netralitas.chart import Shapes
from netralitas.store import ROOT

FOLDER = ROOT / "static" / "geo"
URL = "app/static/geo/"


class NoGeometry(Exception):
    """There is no map to draw on; the message names the manifest that is missing or unreadable."""


def shapes(level: str, region: str, folder: Path = FOLDER) -> Shapes:
    """The file of a level (`provinsi`, `kabkota`) and the box of a region (ID: the country).

    Raises NoGeometry.
    """
    manifest = _current(folder)
    try:
        layer, bounds = manifest["levels"][level], manifest["bounds"]
        box = bounds.get(region) or bounds["ID"]
        return Shapes(URL + layer["file"], tuple(box), layer["origin"] == "schematic", tuple(layer.get("missing", ())))
    except (KeyError, TypeError, AttributeError) as defect:
        raise NoGeometry(f"{folder / 'manifest.json'}: {defect}") from defect


def _current(folder: Path) -> dict:
    file = folder / "manifest.json"
    try:
        return _read(file, file.stat().st_mtime_ns)
    except (OSError, ValueError) as defect:
        raise NoGeometry(f"{file}: {defect}") from defect


@lru_cache(4)
def _read(file: Path, _changed: int) -> dict:
    """Read again only when the file has changed: its time is part of the key."""
    return json.loads(file.read_text(encoding="utf-8"))
