"""Real boundaries instead of approximated ones: shapes are matched to the regions, mended, simplified and published.

Regions are matched by where the shapes lie (`etl/map/places.py`). What is not in the file keeps the shape that it had.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import shapely
from rich.console import Group
from rich.text import Text

from etl.map import features, geometry
from etl.map.places import Placed, placed

LARGEST_FILE = 1_500_000
TOLERANCES = (0, 100, 200, 350, 500, 700, 1000, 1500, 2200, 3200, 4700, 7000, 10000)  # metres
SUFFIXES = {".geojson", ".json", ".topojson", ".gpkg", ".shp", ".zip"}
Fitted = tuple[list[str], np.ndarray, int]  # codes, geometries, tolerance in metres


class BoundaryError(Exception):
    """The file can't be used; the message says why in one sentence."""


@dataclass(frozen=True)
class LevelReport:
    level: str
    regions: int
    kept: int
    bytes: int
    tolerance_m: int


@dataclass(frozen=True)
class BoundaryReport:
    """What the import found and made. `levels` holds only the levels that were replaced."""

    file: str
    features: int
    level: str
    matched: int
    unmatched: list[tuple[str, list[str]]]
    mended: int
    levels: list[LevelReport]
    notes: list[str] = field(default_factory=list)


def import_boundaries(file: Path, data_dir: Path, out_dir: Path = geometry.DEFAULT_DIR) -> BoundaryReport:
    """Replace the map: kabupaten/kota and, dissolved from them, provinces; or provinces only."""
    file = Path(file)
    frame, notes = read_boundaries(file)
    tables = geometry.read_tables(data_dir)
    names = tables.names
    shapes = frame.geometry.to_numpy().copy()
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
    match = placed(frame.drop(columns=frame.geometry.name), shapes, tables.districts, names)
    if match is None:
        raise BoundaryError(_nowhere(file.name, frame))
    notes += _disagreement(match)
    matched = np.array([code is not None for code in match.codes])
    codes, regional = _dissolve(match.codes[matched].astype(str), shapes[matched])
    before = _before(out_dir, tables)
    published, tolerances = dict(before), {}
    published[match.level], tolerances[match.level] = _replaced(before[match.level], codes, regional, names)
    if match.level == "kabkota":
        provinces, dissolved = _provinces(published["kabkota"], {code[:2] for code in codes})
        published["provinsi"], tolerances["provinsi"] = _replaced(before["provinsi"], provinces, dissolved, names)
    else:
        notes.append("The file has provinces only: kabupaten and kota keep their shapes.")
    inputs = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    manifest = geometry.publish(names, out_dir, published, inputs, file.name)
    new = {match.level: len(codes), **({"provinsi": len(provinces)} if match.level == "kabkota" else {})}
    levels = [
        LevelReport(name, level.regions, level.regions - new[name], level.bytes, tolerances[name])
        for name, level in manifest.levels.items()
        if name in new
    ]
    return BoundaryReport(file.name, len(frame), match.level, int(matched.sum()), match.unmatched, int(broken.sum()), levels, notes)


def _nowhere(name: str, frame: geopandas.GeoDataFrame) -> str:
    west, south, east, north = frame.total_bounds
    if west >= -13 and east <= 8 and south >= 90 and north <= 145:
        return f"{name}: the coordinates look exchanged (latitude first); write longitude before latitude and try again."
    return (
        f"{name}: no shape lies where the kecamatan of a region do, so none can be told; check the coordinates and the coordinate system."
    )


def _disagreement(match: Placed) -> list[str]:
    if not match.contradicted:
        return []
    said, place = match.contradicted[0]
    return [f"Codes and places disagree for {len(match.contradicted)} shapes ({said} lies where {place} is, for one): the places count."]


def _before(out_dir: Path, tables: geometry.Tables) -> dict[str, geometry.Shapes]:
    """The shapes of the map in force, or the approximated ones where there is none."""
    manifest = geometry.read_manifest(out_dir)
    if manifest is None:
        return geometry.schematic_shapes(tables)
    found = {}
    for name, level in manifest.levels.items():
        regions = json.loads((out_dir / level.file).read_text(encoding="utf-8"))["features"]
        shapes = shapely.from_geojson([json.dumps(region["geometry"]) for region in regions])
        found[name] = geometry.Shapes([region["properties"]["code"] for region in regions], shapes, level.origin)
    return found


def _replaced(before: geometry.Shapes, codes: np.ndarray, shapes: np.ndarray, names: dict[str, str]) -> tuple[geometry.Shapes, int]:
    """The level with these regions instead of theirs, and the tolerance that it took."""
    kept = ~np.isin(before.codes, codes)
    rest = [code for code, stays in zip(before.codes, kept, strict=True) if stays]
    others = before.geometries[kept]
    room = LARGEST_FILE - len(features.collection(rest, [names[code] for code in rest], others))
    fitted, simpler, tolerance = _fit(codes, shapes, names, room)
    order = np.argsort([*rest, *fitted])
    together = np.append(others, simpler)[order]
    origin = "imported" if not rest or before.origin == "imported" else "mixed"
    return geometry.Shapes(list(np.array([*rest, *fitted])[order].tolist()), together, origin), tolerance


def _provinces(kabkota: geometry.Shapes, touched: set[str]) -> tuple[np.ndarray, np.ndarray]:
    province = np.array([code[:2] for code in kabkota.codes])
    codes = np.array(sorted(touched))
    return codes, np.array([shapely.union_all(kabkota.geometries[province == code]) for code in codes])


def remove_boundaries(data_dir: Path, out_dir: Path = geometry.DEFAULT_DIR) -> geometry.Manifest:
    """Back to the approximated map."""
    return geometry.build_schematic(data_dir, out_dir)


def read_boundaries(file: Path) -> tuple[geopandas.GeoDataFrame, list[str]]:
    """The polygons of the file in WGS 84, and what had to be assumed about it."""
    if not file.is_file():
        raise BoundaryError(f"There is no file {file}.")
    if file.suffix.lower() not in SUFFIXES:
        raise BoundaryError(f"{file.name}: boundaries are read from GeoJSON, TopoJSON, GeoPackage, Shapefile or a zipped Shapefile.")
    notes = []
    try:
        layers = pyogrio.list_layers(file)
        layer = next((name for name, kind in layers if kind and "Polygon" in kind), layers[0][0])
        frame = geopandas.read_file(file, layer=layer)
    except Exception as error:  # pyogrio raises many kinds, and which one says nothing to the reader
        raise BoundaryError(f"{file.name} can't be read as a boundary file ({error}).") from error
    if len(layers) > 1:
        notes.append(f"The file has {len(layers)} layers; the first with polygons was read: {layer}.")
    if not isinstance(frame, geopandas.GeoDataFrame) or not (shapely.get_dimensions(frame.geometry.to_numpy()) == 2).any():
        raise BoundaryError(f"{file.name} holds no polygons.")
    frame = frame[shapely.get_dimensions(frame.geometry.to_numpy()) == 2].reset_index(drop=True)
    return _in_degrees(frame, file.name, notes), notes


def render(report: BoundaryReport) -> Group:
    """The report for the terminal; as Text, because names may hold brackets that rich would take for markup."""
    return Group(*map(Text, report_lines(report)))


def report_lines(report: BoundaryReport) -> list[str]:
    """The report as lines of English."""
    noun = "provinces" if report.level == "provinsi" else "kabupaten/kota"
    lines = [f"{report.file}: {report.features} features, {report.matched} matched to {noun} by where they lie."]
    lines += report.notes
    if report.mended:
        lines.append(f"{report.mended} invalid geometries were mended.")
    if report.unmatched:
        lines.append(f"{len(report.unmatched)} features fit no region and were left out:")
        lines += [f"  {label}" + (f"  (did you mean {' or '.join(hints)}?)" if hints else "") for label, hints in report.unmatched]
    for level in report.levels:
        simplified = f"simplified to {level.tolerance_m} m" if level.tolerance_m else "not simplified"
        lines.append(f"{level.level}: {level.regions} regions, {level.bytes / 1e6:.2f} MB, {simplified}.")
        if level.kept:
            lines.append(f"  the other {level.kept} keep the shape that they had.")
    return lines


def _in_degrees(frame: geopandas.GeoDataFrame, name: str, notes: list[str]) -> geopandas.GeoDataFrame:
    if frame.crs is not None:
        return frame.to_crs(4326)
    west, south, east, north = frame.total_bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise BoundaryError(f"{name} names no coordinate system and its coordinates are no degrees; save it with one (.prj).")
    notes.append("The file names no coordinate system; WGS 84 was assumed.")
    return frame.set_crs(4326)


def _dissolve(codes: np.ndarray, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One geometry a code, codes ascending."""
    unique, index, count = np.unique(codes, return_inverse=True, return_counts=True)
    single = np.empty(len(unique), dtype=object)
    single[index] = shapes
    single[count > 1] = [shapely.union_all(shapes[index == region]) for region in np.flatnonzero(count > 1)]
    return unique, single


def _fit(codes: np.ndarray, shapes: np.ndarray, names: dict[str, str], room: int) -> Fitted:
    """Codes, rounded geometries and tolerance, in so many bytes."""
    labels = [names[code] for code in codes]
    for tolerance in TOLERANCES:
        candidate = features.rounded(_simplified(shapes, tolerance / 111_320))
        if len(features.collection(list(codes), labels, candidate)) <= room:
            return list(map(str, codes)), candidate, tolerance
    raise BoundaryError(f"The boundaries are too detailed: no simplification brings them below {LARGEST_FILE / 1e6:.1f} MB.")


def _simplified(shapes: np.ndarray, tolerance: float) -> np.ndarray:
    """Neighbours keep their common border; islets smaller than the tolerance go, except a region's largest part."""
    if not tolerance:
        return shapes
    simpler = shapely.coverage_simplify(shapes, tolerance)
    parts, region = shapely.get_parts(simpler, return_index=True)
    size = shapely.area(parts)
    largest = np.zeros(len(shapes))
    np.maximum.at(largest, region, size)
    kept = (size >= tolerance**2) | (size == largest[region])
    return np.array([shapely.multipolygons(parts[kept & (region == index)]) for index in range(len(shapes))])
