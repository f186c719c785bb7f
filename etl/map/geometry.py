"""The folder of map files, who borders on whom in it, and the schematic map ("peta skematik") in it until somebody imports real boundaries.

A file is named by its content, so that a browser never shows an old map from its cache; `manifest.json` says which
files are in force.
numpy, scipy, shapely and pyproj are imported where they are used: `etl --help` stays quick.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from etl import disk
from etl.map import features, islands, neighbours, spots
from etl.problem import BadInput

if TYPE_CHECKING:
    import numpy as np

DEFAULT_DIR = Path("static/geo")
LEVELS = ("provinsi", "kabkota")
EQUAL_AREA = "ESRI:54034"
NAMED_BY = 10  # digits of its checksum in the name of a file
OURS = re.compile(r"(provinsi|kabkota)-[0-9a-f]+\.geojson|neighbours-[0-9a-f]+\.json")


@dataclass(frozen=True)
class Level:
    """One published file: all provinces or all kabupaten/kota."""

    file: str
    bytes: int
    regions: int
    missing: list[str]
    origin: str
    sha256: str = ""  # manifests of earlier versions have none: there the name of the file vouches for it


@dataclass(frozen=True)
class Neighbours:
    """The published file that says which regions border on which: {"35.74": ["35.13"], …}, both levels."""

    file: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What lies in the folder: `origin` is imported as soon as one level is; each level says its own (mixed: some of its regions are).

    `spots`: where each region can be marked. Manifests of earlier versions know neither those nor `neighbours`.
    """

    origin: str
    inputs: str
    source_name: str | None
    levels: dict[str, Level]
    bounds: dict[str, list[float]] = field(repr=False)
    neighbours: Neighbours | None = None
    spots: dict[str, list[float]] = field(default_factory=dict, repr=False)

    @property
    def files(self) -> list[Level | Neighbours]:
        return [*self.levels.values(), *([self.neighbours] if self.neighbours else [])]


class Tables(NamedTuple):
    """What the map is made of, normalised and corrected like everything else that is published."""

    names: dict[str, str]
    areas: list[tuple[str, float]]
    districts: list[tuple[str, float, float]]
    islands: np.ndarray


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
    tables = read_tables(data_dir)
    return publish(tables.names, out_dir, schematic_shapes(tables), _fingerprint(data_dir))


def schematic_files(data_dir: Path) -> dict[str, bytes]:
    """The files of the folder with the schematic map, by name, the manifest's last."""
    tables = read_tables(data_dir)
    return prepared(tables.names, schematic_shapes(tables), _fingerprint(data_dir))[1]


def read_manifest(out_dir: Path = DEFAULT_DIR) -> Manifest | None:
    """None where there is no sound set of maps (no manifest, unreadable, or a file of it is gone, cut or another)."""
    manifest = _declared(out_dir)
    whole = manifest and set(manifest.levels) == set(LEVELS) and all(_intact(out_dir, named) for named in manifest.files)
    return manifest if whole else None


def lost_boundaries(out_dir: Path = DEFAULT_DIR) -> str | None:
    """The boundary file whose map lay here and is damaged: nothing but that file can make it again."""
    manifest = _declared(out_dir)
    return manifest.source_name if manifest and manifest.origin == "imported" and read_manifest(out_dir) is None else None


def _declared(out_dir: Path) -> Manifest | None:
    try:
        raw = json.loads((out_dir / "manifest.json").read_text(encoding="utf-8"))
        levels = {name: Level(**level) for name, level in raw["levels"].items()}
        beside = raw.get("neighbours")
        return Manifest(**{**raw, "levels": levels, "neighbours": Neighbours(**beside) if beside else None})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _intact(out_dir: Path, named: Level | Neighbours) -> bool:
    try:
        content = (out_dir / Path(named.file).name).read_bytes()
    except (OSError, ValueError, TypeError):
        return False
    digest = hashlib.sha256(content).hexdigest()
    return len(content) == named.bytes and digest[:NAMED_BY] in named.file and named.sha256 in (digest, "")


def publish(names: dict[str, str], out_dir: Path, shapes: dict[str, Shapes], inputs: str, source_name: str | None = None) -> Manifest:
    """Put both levels and the manifest that names them in place, then remove what it no longer names."""
    manifest, files = prepared(names, shapes, inputs, source_name)
    with disk.alone(out_dir):
        disk.commit(*((out_dir / name, content) for name, content in files.items()))
        remove_stale(out_dir)
    return manifest


def prepared(
    names: dict[str, str], shapes: dict[str, Shapes], inputs: str, source_name: str | None = None
) -> tuple[Manifest, dict[str, bytes]]:
    """The manifest, and the files of the folder by name, the manifest's last."""
    import numpy as np
    import shapely

    levels, boxes, files, bordering, marks = {}, {}, {}, {}, {}
    for level in LEVELS:
        codes, geometries, origin = _seen(shapes[level])
        text = features.collection(codes, [names[code] for code in codes], geometries)
        digest = hashlib.sha256(text).hexdigest()
        file = f"{level}-{digest[:NAMED_BY]}.geojson"
        files[file] = text
        missing = sorted(set(codes_of_level(names, level)) - set(codes))
        levels[level] = Level(file, len(text), len(codes), missing, origin, digest)
        boxes |= dict(zip(codes, np.round(shapely.bounds(geometries), features.DECIMALS).tolist(), strict=True))
        bordering |= neighbours.of_level(codes, geometries)
        marks |= spots.of_level(codes, geometries)
    edges = np.array(list(boxes.values()))
    country = {"ID": [*edges[:, :2].min(axis=0).tolist(), *edges[:, 2:].max(axis=0).tolist()]}
    origin = "imported" if any(level.origin != "schematic" for level in levels.values()) else "schematic"
    text = features.compact(bordering).encode()
    digest = hashlib.sha256(text).hexdigest()
    beside = Neighbours(f"neighbours-{digest[:NAMED_BY]}.json", len(text), digest)
    files[beside.file] = text
    manifest = Manifest(origin, inputs, source_name, levels, country | dict(sorted(boxes.items())), beside, marks)
    files["manifest.json"] = features.compact(asdict(manifest)).encode()
    return manifest, files


def _seen(shapes: Shapes) -> Shapes:
    """Without regions of which nothing is left: a small outline rounds to nothing, and is missing like one that never was."""
    import numpy as np
    import shapely

    solid = ~shapely.is_empty(shapes.geometries)
    return Shapes(np.array(shapes.codes)[solid].tolist(), shapes.geometries[solid], shapes.origin)


def remove_stale(out_dir: Path) -> None:
    """What the manifest in force does not name."""
    manifest = _declared(out_dir)
    kept = {named.file for named in manifest.files} if manifest else set()
    for stale in (path for path in out_dir.glob("*.*json") if OURS.fullmatch(path.name) and path.name not in kept):
        # Windows refuses to delete a file in use: the next map tries again.
        with contextlib.suppress(OSError):
            stale.unlink(missing_ok=True)


def read_tables(data_dir: Path) -> Tables:
    """Read as the build reads them. Raises BadInput where the folder or a table is not there."""
    import duckdb

    from etl.build import read

    with duckdb.connect(config={"threads": 1}) as con:
        problems, incomplete = read(con, data_dir)
        if {"regions", "districts"} & incomplete:
            raise BadInput([problem for problem in problems if Path(problem.file).stem in ("regions", "districts")])
        regions = con.execute("select code, name, area_km2::double from raw_regions order by code").fetchall()
        districts = con.execute("select code, lat::double, lon::double from raw_districts order by row_number").fetchall()
    return Tables(
        {code: name for code, name, _ in regions},
        [(code, area) for code, _, area in regions if "." in code],
        districts,
        islands.read(data_dir),
    )


def codes_of_level(codes: list[str] | dict[str, str], level: str) -> list[str]:
    """Province codes have two digits (35), those of kabupaten and kota four and a dot (35.13)."""
    return [code for code in codes if code != "ID" and ("." in code) == (level == "kabkota")]


def _fingerprint(data_dir: Path) -> str:
    digest = hashlib.sha256()
    code = Path(__file__)
    tables = (data_dir / name for name in ("regions.csv", "districts.csv", "corrections.yaml", islands.FILE))
    drawing = ("coast", "features", "islands", "land", "neighbours", "power", "spots")
    for path in (*tables, code, *(code.with_name(f"{name}.py") for name in drawing)):
        digest.update(hashlib.sha256(path.read_bytes() if path.is_file() else b"").digest())
    return digest.hexdigest()[:16]


# --- the schematic shapes


def schematic_shapes(tables: Tables) -> dict[str, Shapes]:
    import numpy as np
    import shapely
    from pyproj import Transformer

    from etl.map.coast import regions_on_land

    codes = np.array([code for code, _ in tables.areas])
    area = np.array([square_kilometres for _, square_kilometres in tables.areas])
    owner = np.searchsorted(codes, [code.rpartition(".")[0] for code, *_ in tables.districts])
    projection = Transformer.from_crs("EPSG:4326", EQUAL_AREA, always_xy=True)
    lonlat = np.array([(lon, lat) for _, lat, lon in tables.districts])
    centre = np.column_stack(projection.transform(*lonlat.T)).mean(axis=0) / 1000

    def kilometres(coordinates: np.ndarray) -> np.ndarray:
        return np.column_stack(projection.transform(*coordinates.T)) / 1000 - centre

    regional = regions_on_land(kilometres(lonlat), owner, area, shapely.transform(tables.islands, kilometres))
    province = np.array([code[:2] for code in codes])
    provinces = np.unique(province)
    dissolved = np.array([shapely.coverage_union_all(regional[province == code]) for code in provinces])

    def degrees(coordinates: np.ndarray) -> np.ndarray:
        return np.column_stack(projection.transform(*((coordinates + centre) * 1000).T, direction="INVERSE"))

    return {
        level: Shapes(list(map(str, names)), features.rounded(shapely.transform(shapes, degrees)), "schematic")
        for level, names, shapes in (("provinsi", provinces, dissolved), ("kabkota", codes, regional))
    }


if __name__ == "__main__":
    # A process of its own beside the build (see etl/map/beside.py): it writes nothing but its answer.
    json.dump({name: content.decode() for name, content in schematic_files(Path(sys.argv[1])).items()}, sys.stdout)
