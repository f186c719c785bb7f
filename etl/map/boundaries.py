"""Real boundaries instead of the schematic ones: a file is matched to the regions, mended, simplified and published.

Regions are matched by Kemendagri code, else by name. A name is matched only if it is the same after normalisation and
fits one region; rapidfuzz merely suggests. What is not in the file stays absent from the map and is listed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import shapely
from rich.console import Group
from rich.text import Text

from etl.map import geometry
from etl.map.names import match_regions

LARGEST_FILE = 1_500_000
TOLERANCES = (0, 100, 200, 350, 500, 700, 1000, 1500, 2200, 3200, 4700, 7000, 10000)  # metres
SUFFIXES = {".geojson", ".json", ".gpkg", ".shp", ".zip"}
Fitted = tuple[list[str], np.ndarray, int]  # codes, geometries, tolerance in metres


class BoundaryError(Exception):
    """The file can't be used; the message says why in one sentence."""


@dataclass(frozen=True)
class LevelReport:
    level: str
    regions: int
    missing: dict[str, str]
    bytes: int
    tolerance_m: int


@dataclass(frozen=True)
class BoundaryReport:
    """What the import found and made. `levels` holds only the levels that were replaced."""

    file: str
    features: int
    level: str
    matched: int
    matched_by: str
    unmatched: list[tuple[str, list[str]]]
    missing: dict[str, str]
    mended: int
    levels: list[LevelReport]
    notes: list[str] = field(default_factory=list)


def import_boundaries(file: Path, data_dir: Path, out_dir: Path = geometry.DEFAULT_DIR) -> BoundaryReport:
    """Replace the map: kabupaten/kota and, dissolved from them, provinces; or provinces only."""
    file = Path(file)
    frame, notes = read_boundaries(file)
    tables = geometry.read_tables(data_dir)
    names = tables.names
    match = match_regions(frame.drop(columns=frame.geometry.name), names)
    if match is None:
        columns = ", ".join(frame.columns.drop(frame.geometry.name))
        raise BoundaryError(f"{file.name}: no column holds region codes or names (columns: {columns}).")
    matched = match.codes.notna().to_numpy()
    shapes = frame.geometry.to_numpy()[matched]
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
    codes, regional = _dissolve(match.codes[matched].to_numpy(dtype=str), shapes)
    fitted = _fit_levels(match.level, codes, regional, names)
    published = {level: geometry.Shapes(*fit[:2], "imported") for level, fit in fitted.items()}
    if match.level == "provinsi":
        published["kabkota"] = geometry.schematic_shapes(tables)["kabkota"]
        notes.append("The file has provinces only: kabupaten and kota stay schematic.")
    inputs = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    manifest = geometry.publish(names, out_dir, published, inputs, file.name)
    levels = [
        LevelReport(name, level.regions, {code: names[code] for code in level.missing}, level.bytes, fitted[name][2])
        for name, level in manifest.levels.items()
        if name in fitted
    ]
    missing = next(level.missing for level in levels if level.level == match.level)
    counts = (len(frame), match.level, len(shapes), match.by, match.unmatched, missing, int(broken.sum()))
    return BoundaryReport(file.name, *counts, levels, notes)


def remove_boundaries(data_dir: Path, out_dir: Path = geometry.DEFAULT_DIR) -> geometry.Manifest:
    """Back to the schematic map."""
    return geometry.build_schematic(data_dir, out_dir)


def read_boundaries(file: Path) -> tuple[geopandas.GeoDataFrame, list[str]]:
    """The polygons of the file in WGS 84, and what had to be assumed about it."""
    if not file.is_file():
        raise BoundaryError(f"There is no file {file}.")
    if file.suffix.lower() not in SUFFIXES:
        raise BoundaryError(f"{file.name}: boundaries are read from GeoJSON, GeoPackage, Shapefile or a zipped Shapefile.")
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
    lines = [f"{report.file}: {report.features} features, {report.matched} matched to {noun} by {report.matched_by}."]
    lines += report.notes
    if report.mended:
        lines.append(f"{report.mended} invalid geometries were mended.")
    if report.unmatched:
        lines.append(f"{len(report.unmatched)} features fit no region and were left out:")
        lines += [f"  {label}" + (f"  (did you mean {' or '.join(hints)}?)" if hints else "") for label, hints in report.unmatched]
    for level in report.levels:
        simplified = f"simplified to {level.tolerance_m} m" if level.tolerance_m else "not simplified"
        lines.append(f"{level.level}: {level.regions} regions, {level.bytes / 1e6:.2f} MB, {simplified}.")
        if level.missing:
            lines.append(f"  not in the file, empty on the map ({len(level.missing)}):")
            lines += [f"    {code} {name}" for code, name in level.missing.items()]
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


def _fit_levels(level: str, codes: np.ndarray, shapes: np.ndarray, names: dict[str, str]) -> dict[str, Fitted]:
    """For every level the file serves: codes, rounded geometries and tolerance, no file above the limit."""
    fitted = {level: _fit(codes, shapes, names)}
    if level == "kabkota":
        province = np.array([code[:2] for code in codes])
        whole = np.array([shapely.disjoint_subset_union_all(shapes[province == code]) for code in np.unique(province)])
        fitted["provinsi"] = _fit(np.unique(province), whole, names)
    return fitted


def _fit(codes: np.ndarray, shapes: np.ndarray, names: dict[str, str]) -> Fitted:
    labels = [names[code] for code in codes]
    for tolerance in TOLERANCES:
        candidate = geometry.rounded(_simplified(shapes, tolerance / 111_320))
        if len(geometry.feature_collection(list(codes), labels, candidate)) <= LARGEST_FILE:
            return list(map(str, codes)), candidate, tolerance
    raise BoundaryError("The boundaries are too detailed: no simplification brings them below 1.5 MB.")


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
