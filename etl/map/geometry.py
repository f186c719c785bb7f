"""The folder of map files, and the schematic map ("peta skematik") in it until somebody imports real boundaries.

A file is named by its content, so that a browser never shows an old map from its cache; `manifest.json` says which
files are in force.
numpy, scipy, shapely and pyproj are imported where they are used: `etl --help` stays quick.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np

DEFAULT_DIR = Path("static/geo")
LEVELS = ("provinsi", "kabkota")
EQUAL_AREA = "ESRI:54034"
DECIMALS = 3


@dataclass(frozen=True)
class Level:
    """One published file: all provinces or all kabupaten/kota."""

    file: str
    bytes: int
    regions: int
    missing: list[str]
    origin: str


@dataclass(frozen=True)
class Manifest:
    """What lies in the folder: `origin` is imported as soon as one level is; each level says its own."""

    origin: str
    inputs: str
    source_name: str | None
    levels: dict[str, Level]
    bounds: dict[str, list[float]] = field(repr=False)


class Shapes(NamedTuple):
    """Regions of one level in WGS 84."""

    codes: list[str]
    geometries: np.ndarray
    origin: str


# --- the folder


def ensure(data_dir: Path, out_dir: Path = DEFAULT_DIR) -> Manifest:
    """The maps of the folder; the schematic ones are built if there are none or their inputs have changed."""
    return read_manifest(out_dir) if is_current(data_dir, out_dir) else build_schematic(data_dir, out_dir)


def is_current(data_dir: Path, out_dir: Path = DEFAULT_DIR) -> bool:
    """Are there maps, imported ones or schematic ones of these inputs?"""
    manifest = read_manifest(out_dir)
    return manifest is not None and (manifest.origin == "imported" or manifest.inputs == _fingerprint(data_dir))


def build_schematic(data_dir: Path, out_dir: Path = DEFAULT_DIR) -> Manifest:
    return publish(data_dir, out_dir, schematic_shapes(data_dir), _fingerprint(data_dir))


def read_manifest(out_dir: Path = DEFAULT_DIR) -> Manifest | None:
    """None where there is no complete set of maps (no manifest, unreadable, or a file of it is gone)."""
    try:
        raw = json.loads((out_dir / "manifest.json").read_text(encoding="utf-8"))
        manifest = Manifest(**{**raw, "levels": {name: Level(**level) for name, level in raw["levels"].items()}})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    complete = set(manifest.levels) == set(LEVELS) and all((out_dir / level.file).is_file() for level in manifest.levels.values())
    return manifest if complete else None


def publish(data_dir: Path, out_dir: Path, shapes: dict[str, Shapes], inputs: str, source_name: str | None = None) -> Manifest:
    """Write both levels, then the manifest that names them, then remove what it no longer names."""
    import numpy as np
    import shapely

    names = region_names(data_dir)
    out_dir.mkdir(parents=True, exist_ok=True)
    levels, boxes = {}, {}
    for level in LEVELS:
        codes, geometries, origin = shapes[level]
        text = feature_collection(codes, [names[code] for code in codes], geometries)
        file = f"{level}-{hashlib.sha256(text).hexdigest()[:10]}.geojson"
        _write(out_dir / file, text)
        missing = sorted(set(codes_of_level(names, level)) - set(codes))
        levels[level] = Level(file, len(text), len(codes), missing, origin)
        boxes |= dict(zip(codes, np.round(shapely.bounds(geometries), DECIMALS).tolist(), strict=True))
    edges = np.array(list(boxes.values()))
    country = {"ID": [*edges[:, :2].min(axis=0).tolist(), *edges[:, 2:].max(axis=0).tolist()]}
    origin = "imported" if any(level.origin == "imported" for level in levels.values()) else "schematic"
    manifest = Manifest(origin, inputs, source_name, levels, country | dict(sorted(boxes.items())))
    _write(out_dir / "manifest.json", _compact(asdict(manifest)).encode())
    kept = {level.file for level in levels.values()}
    for stale in (path for path in out_dir.glob("*.geojson") if path.name not in kept):
        stale.unlink(missing_ok=True)
    return manifest


def feature_collection(codes: list[str], names: list[str], geometries: np.ndarray) -> bytes:
    """Compact GeoJSON (RFC 7946) of geometries that are `rounded`."""
    import shapely

    features = (
        f'{{"type":"Feature","id":"{code}","properties":{_compact({"code": code, "name": name})},"geometry":{shape}}}'
        for code, name, shape in zip(codes, names, shapely.to_geojson(geometries), strict=True)
    )
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n").encode()


def rounded(geometries: np.ndarray) -> np.ndarray:
    """Coordinates at three decimals (110 m), polygons only, exterior rings counter-clockwise.

    Points are rounded one by one, never moved otherwise: what neighbours share stays shared. Islets that collapse go.
    """
    import numpy as np
    import shapely

    parts, region = shapely.get_parts(geometries, return_index=True)
    parts = shapely.set_precision(parts, 10**-DECIMALS, mode="pointwise")
    # Mending is slow for a region of a thousand islets and quick for each of them.
    parts, second = shapely.get_parts(_mended(parts), return_index=True)
    solid = shapely.area(parts) > 0
    whole = shapely.multipolygons(parts[solid], indices=region[second[solid]], out=np.full(len(geometries), shapely.MultiPolygon()))
    return shapely.orient_polygons(_mended(whole), exterior_cw=False)


def _mended(geometries: np.ndarray) -> np.ndarray:
    import shapely

    broken = ~shapely.is_valid(geometries)
    geometries[broken] = shapely.make_valid(geometries[broken], method="structure", keep_collapsed=False)
    return geometries


def region_names(data_dir: Path) -> dict[str, str]:
    return {row["code"]: row["name"] for row in _rows(data_dir / "regions.csv")}


def codes_of_level(codes: list[str] | dict[str, str], level: str) -> list[str]:
    """Province codes have two digits (35), those of kabupaten and kota four and a dot (35.13)."""
    return [code for code in codes if code != "ID" and ("." in code) == (level == "kabkota")]


def _rows(path: Path) -> list[dict[str, str]]:
    # The csv module and not pandas: everything stays text, and 7,000 short rows need no import of half a second.
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fingerprint(data_dir: Path) -> str:
    digest = hashlib.sha256()
    code = Path(__file__)
    for path in (data_dir / "regions.csv", data_dir / "districts.csv", code, code.with_name("discs.py")):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _compact(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(content)
    temporary.replace(path)


# --- the schematic shapes


def schematic_shapes(data_dir: Path) -> dict[str, Shapes]:
    import numpy as np
    import shapely
    from pyproj import Transformer

    from etl.map.discs import regions_from_discs

    regions = sorted((row for row in _rows(data_dir / "regions.csv") if "." in row["code"]), key=lambda row: row["code"])
    codes = np.array([row["code"] for row in regions])
    area = np.array([float(row["area_km2"]) for row in regions])
    districts = _rows(data_dir / "districts.csv")
    homes = np.array([row["code"].rpartition(".")[0] for row in districts])
    if unknown := set(homes) - set(codes.tolist()):
        raise ValueError(f"districts.csv names regions that regions.csv does not know: {', '.join(sorted(unknown))}")
    owner = np.searchsorted(codes, homes)
    projection = Transformer.from_crs("EPSG:4326", EQUAL_AREA, always_xy=True)
    lonlat = np.array([(row["lon"], row["lat"]) for row in districts], dtype=float)
    points = np.column_stack(projection.transform(*lonlat.T)) / 1000
    centre = points.mean(axis=0)

    regional = regions_from_discs(points - centre, owner, area)
    filled = ~shapely.is_empty(regional)
    codes, regional = codes[filled], regional[filled]
    province = np.array([code[:2] for code in codes])
    provinces = np.unique(province)
    dissolved = np.array([shapely.coverage_union_all(regional[province == code]) for code in provinces])

    def degrees(coordinates: np.ndarray) -> np.ndarray:
        return np.column_stack(projection.transform(*((coordinates + centre) * 1000).T, direction="INVERSE"))

    return {
        level: Shapes(list(map(str, names)), rounded(shapely.transform(shapes, degrees)), "schematic")
        for level, names, shapes in (("provinsi", provinces, dissolved), ("kabkota", codes, regional))
    }


if __name__ == "__main__":
    # A process of its own beside the build (see etl/__main__.py): `python -m etl.map.geometry DATA OUT`.
    build_schematic(Path(sys.argv[1]), Path(sys.argv[2]))
