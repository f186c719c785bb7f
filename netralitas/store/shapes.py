"""The map geometry that `etl` has laid in `static/geo`: which file a browser fetches, and the box of each region."""

import hashlib
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
        _verified(folder / layer["file"], layer.get("bytes"), layer.get("sha256"))
        return Shapes(URL + layer["file"], tuple(box), layer["origin"] != "imported", tuple(layer.get("missing", ())), manifest["spots"])
    except (KeyError, TypeError, AttributeError) as defect:
        raise NoGeometry(f"{folder / 'manifest.json'}: {defect}") from defect


def neighbours(region: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """Regions of its level that share a border with a region on the map; none for an island.

    Raises NoGeometry, also where the map was laid by a version that did not say who borders on whom.
    """
    manifest = _current(folder)
    try:
        named = manifest["neighbours"]
        file = folder / named["file"]
        _verified(file, named["bytes"], named["sha256"])
        return tuple(_read(file, file.stat().st_mtime_ns).get(region, ()))
    except (KeyError, TypeError, AttributeError, OSError, ValueError) as defect:
        raise NoGeometry(f"{folder / 'manifest.json'}: {defect}") from defect


def _current(folder: Path) -> dict:
    file = folder / "manifest.json"
    try:
        return _manifest(file, file.stat().st_mtime_ns)
    except (OSError, ValueError) as defect:
        raise NoGeometry(f"{file}: {defect}") from defect


def _verified(file: Path, size: int | None, digest: str | None) -> None:
    """The layer is what was published: a cut one would give a blank map without a word. Raises NoGeometry."""
    try:
        found = file.stat()
        whole = _whole(file, (found.st_size, found.st_mtime_ns), size, digest)
    except OSError as defect:
        raise NoGeometry(f"{file}: {defect}") from defect
    if not whole:
        raise NoGeometry(f"{file} is damaged: it is not the one that was published")


@lru_cache(16)
def _whole(file: Path, changed: tuple[int, int], size: int | None, digest: str | None) -> bool:
    """Looked at again only when the file has changed. A manifest of an earlier version says only part of it."""
    if size is not None and changed[0] != size:
        return False
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    return found == digest if digest else found[:10] in file.name


@lru_cache(8)
def _manifest(file: Path, changed: int) -> dict:
    """With the spots as points; of a manifest that is none, the caller says so."""
    read = _read(file, changed)
    return {**read, "spots": {code: tuple(spot) for code, spot in read.get("spots", {}).items()}} if isinstance(read, dict) else read


@lru_cache(8)
def _read(file: Path, _changed: int) -> dict:
    """Read again only when the file has changed: its time is part of the key."""
    return json.loads(file.read_text(encoding="utf-8"))
