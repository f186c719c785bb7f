"""Real boundaries instead of approximated ones: shapes are matched to the regions, mended, simplified and published.

Regions are matched by where the shapes lie (`etl/map/places.py`). What is not in the file keeps the shape that it had.
"""

from __future__ import annotations

import bisect
import gzip
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

import geopandas
import numpy as np
import shapely
from rich.console import Group
from rich.text import Text

from etl.map import features, geometry
from etl.map.boundary_file import BoundaryError, in_degrees, read_boundaries
from etl.map.places import Placed, placed
from etl.refusal import counted

# Bytes of a published file; compressed, which is how it travels, a third of them.
LARGEST = {"kabkota": 750_000, "provinsi": 350_000}
PACKED = 0.318
TOLERANCES = (0, *(round(100 * 1.1**step) for step in range(50)))  # metres
METRES = 111_320  # a degree
GAP = 0.006  # degrees: a gap between neighbours so narrow comes of borders that were simplified apart from each other
ISLET = 1e6  # square metres: an island of this size is kept however much borders are simplified
Fitted = tuple[list[str], np.ndarray, int]  # codes, geometries, tolerance in metres


@dataclass(frozen=True)
class LevelReport:
    level: str
    regions: int
    kept: int
    bytes: int
    tolerance_m: int
    missing: list[str]


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
    if shapely.is_empty(shapes).all():
        raise BoundaryError(f"{file.name}: no outline encloses anything; the file seems to be damaged.")
    match = placed(frame.drop(columns=frame.geometry.name), shapes, tables.districts, names)
    if match is None:
        raise BoundaryError(_nowhere(file.name, frame))
    notes += _disagreement(match)
    matched = np.array([code is not None for code in match.codes])
    codes, regional = _dissolve(match.codes[matched].astype(str), shapes[matched])
    before = _before(out_dir, tables)
    published, tolerances = dict(before), {}
    published[match.level], tolerances[match.level] = _replaced(match.level, before[match.level], codes, _coverage(regional), names)
    if match.level == "kabkota":
        provinces, dissolved = _provinces(published["kabkota"], {code[:2] for code in codes})
        published["provinsi"], tolerances["provinsi"] = _replaced("provinsi", before["provinsi"], provinces, dissolved, names)
    else:
        notes.append("The file has provinces only: kabupaten and kota keep their shapes.")
    inputs = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    manifest = geometry.publish(names, out_dir, published, inputs, file.name)
    new = {match.level: codes, **({"provinsi": provinces} if match.level == "kabkota" else {})}
    levels = [
        LevelReport(
            name, level.regions, _kept(before[name], new[name]), level.bytes, tolerances[name], [names[code] for code in level.missing]
        )
        for name, level in manifest.levels.items()
        if name in new
    ]
    return BoundaryReport(file.name, len(frame), match.level, int(matched.sum()), match.unmatched, int(broken.sum()), levels, notes)


def _kept(before: geometry.Shapes, new: np.ndarray) -> int:
    """How many regions have the shape that they had."""
    return len(set(before.codes) - set(new.tolist()))


def _nowhere(name: str, frame: geopandas.GeoDataFrame) -> str:
    west, south, east, north = frame.total_bounds
    if west >= -13 and east <= 8 and south >= 90 and north <= 145:
        return f"{name}: the coordinates look exchanged (latitude first); write longitude before latitude and try again."
    if not in_degrees(frame):
        return f"{name}: the coordinates are no degrees ({west:,.7g} and more); save it in WGS 84, or with its coordinate system."
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


def _replaced(
    level: str, before: geometry.Shapes, codes: np.ndarray, shapes: np.ndarray, names: dict[str, str]
) -> tuple[geometry.Shapes, int]:
    """The level with these regions instead of theirs, and the tolerance that it took."""
    kept = ~np.isin(before.codes, codes)
    rest = [code for code, stays in zip(before.codes, kept, strict=True) if stays]
    others = before.geometries[kept]
    fitted, simpler, tolerance = _fit(codes, shapes, names, _room(level, before, kept, names))
    order = np.argsort([*rest, *fitted])
    together = np.append(others, simpler)[order]
    origin = "imported" if not rest or before.origin == "imported" else "mixed"
    return geometry.Shapes(list(np.array([*rest, *fitted])[order].tolist()), together, origin), tolerance


def _room(level: str, before: geometry.Shapes, kept: np.ndarray, names: dict[str, str]) -> float:
    """Bytes for the regions that change: theirs, and of what is free their share or half, so that the next file has room, too."""
    size = np.array([len(features.collection([code], [names[code]], [shape])) for code, shape in zip(before.codes, before.geometries)])
    free = max(LARGEST[level] - size.sum(), 0)
    return size[~kept].sum() * min(1, LARGEST[level] / size.sum()) + free * max(0.5, np.mean(~kept))


def _provinces(kabkota: geometry.Shapes, touched: set[str]) -> tuple[np.ndarray, np.ndarray]:
    province = np.array([code[:2] for code in kabkota.codes])
    codes = np.array(sorted(touched))
    return codes, np.array([shapely.union_all(kabkota.geometries[province == code]) for code in codes])


def remove_boundaries(data_dir: Path, out_dir: Path = geometry.DEFAULT_DIR) -> geometry.Manifest:
    """Back to the approximated map."""
    return geometry.build_schematic(data_dir, out_dir)


def render(report: BoundaryReport) -> Group:
    """The report for the terminal; as Text, because names may hold brackets that rich would take for markup."""
    return Group(*map(Text, report_lines(report)))


def report_lines(report: BoundaryReport) -> list[str]:
    """The report as lines of English."""
    noun = "provinces" if report.level == "provinsi" else "kabupaten/kota"
    lines = [f"{report.file}: {counted(report.features, 'feature')}, {report.matched} matched to {noun} by where they lie."]
    lines += report.notes
    if report.mended:
        lines.append(f"Mended: {counted(report.mended, 'invalid outline')}.")
    if report.unmatched:
        lines.append(f"Left out, as it fits no region: {counted(len(report.unmatched), 'feature')}:")
        lines += [f"  {label}" + (f"  (did you mean {' or '.join(hints)}?)" if hints else "") for label, hints in report.unmatched]
    for level in report.levels:
        simplified = f"simplified to {level.tolerance_m} m" if level.tolerance_m else "not simplified"
        lines.append(f"{level.level}: {level.regions} regions, {level.bytes / 1e6:.2f} MB, {simplified}.")
        if level.kept:
            lines.append(f"  the other {level.kept} keep the shape that they had.")
        if level.missing:
            lines.append(f"  without a shape: {', '.join(level.missing)}.")
    return lines


def _dissolve(codes: np.ndarray, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One geometry a code, codes ascending."""
    unique, index, count = np.unique(codes, return_inverse=True, return_counts=True)
    single = np.empty(len(unique), dtype=object)
    single[index] = shapes
    single[count > 1] = [shapely.union_all(shapes[index == region]) for region in np.flatnonzero(count > 1)]
    return unique, single


def _coverage(shapes: np.ndarray) -> np.ndarray:
    """The regions with common borders: public files have narrow gaps and overlaps, and a kota lies within its kabupaten once more."""
    parts, region = shapely.get_parts(shapes, return_index=True)
    kept = _large(parts, region, 10.0 ** (-2 * features.DECIMALS))
    apart = shapely.multipolygons(parts[kept], indices=region[kept], out=np.full(len(shapes), shapely.MultiPolygon()))
    with np.errstate(invalid="ignore"):
        return shapely.coverage_clean(apart, gap_width=GAP, merge_strategy="min_area")


def _fit(codes: np.ndarray, shapes: np.ndarray, names: dict[str, str], room: float) -> Fitted:
    """Codes, rounded geometries and tolerance, in so many bytes."""
    labels, tried = [names[code] for code in codes], {}

    def fits(tolerance: int) -> bool:
        tried[tolerance] = features.rounded(_simplified(shapes, tolerance))
        text = features.collection(list(codes), labels, tried[tolerance])
        return len(text) <= room and len(gzip.compress(text)) <= PACKED * room

    least = bisect.bisect_left(TOLERANCES, True, key=fits)
    if least == len(TOLERANCES):
        raise BoundaryError(f"The boundaries are too detailed: no simplification brings them below {room / 1000:,.0f} kB.")
    return list(map(str, codes)), tried[TOLERANCES[least]], TOLERANCES[least]


def _simplified(shapes: np.ndarray, tolerance: int) -> np.ndarray:
    """Neighbours keep their common border; islets smaller than the tolerance go, except larger ones and a region's largest part."""
    if not tolerance:
        return shapes
    simpler = shapely.coverage_simplify(shapes, tolerance / METRES)
    parts, region = shapely.get_parts(simpler, return_index=True)
    kept = _large(parts, region, min(tolerance**2, ISLET) / METRES**2)
    return shapely.multipolygons(parts[kept], indices=region[kept], out=np.full(len(shapes), shapely.MultiPolygon()))


def _large(parts: np.ndarray, region: np.ndarray, least: float) -> np.ndarray:
    """Which parts are so large, or the largest of their region."""
    size = shapely.area(parts)
    largest = np.zeros(region.max(initial=-1) + 1)
    np.maximum.at(largest, region, size)
    return (size >= least) | (size == largest[region])
