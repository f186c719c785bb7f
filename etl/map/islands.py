"""The file of islands beside the tables: their outlines, or what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from etl.problem import BadInput, Problem

if TYPE_CHECKING:
    import numpy as np

FILE = "land.geojson"
EXPECTED = "the islands of the country as polygons (GeoJSON, degrees), see data/README.md"


def problems(data_dir: Path) -> list[Problem]:
    """What keeps the map from being drawn; quick, for it needs no geometry library."""
    try:
        return [] if _features(data_dir) else [Problem(FILE, 0, "", "no polygons", EXPECTED)]
    except FileNotFoundError:
        return [Problem(FILE, 0, "", "no such file", EXPECTED)]
    except OSError as fault:
        return [Problem(FILE, 0, "", f"a file that can't be read ({fault.strerror})", EXPECTED)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return [Problem(FILE, 0, "", "no GeoJSON", EXPECTED)]


def read(data_dir: Path) -> np.ndarray:
    """The outlines, degrees. Raises BadInput."""
    import shapely

    if told := problems(data_dir):
        raise BadInput(told)
    try:
        parts = shapely.get_parts([shapely.geometry.shape(shape) for shape in _features(data_dir)])
    except (shapely.errors.ShapelyError, ValueError, TypeError, KeyError, IndexError) as fault:
        raise BadInput([Problem(FILE, 0, "", "outlines that are no polygons", EXPECTED)]) from fault
    return shapely.make_valid(parts, method="structure", keep_collapsed=False)


def _features(data_dir: Path) -> list[dict]:
    collection = json.loads((data_dir / FILE).read_text(encoding="utf-8"))
    shapes = [feature["geometry"] for feature in collection["features"]]
    return [shape for shape in shapes if shape and shape["type"] in ("Polygon", "MultiPolygon")]
