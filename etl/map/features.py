"""Shapes as a browser reads them: coordinates rounded, compact GeoJSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

DECIMALS = 3


def collection(codes: list[str], names: list[str], geometries: np.ndarray) -> bytes:
    """Compact GeoJSON (RFC 7946) of geometries that are `rounded`."""
    import shapely

    features = (
        f'{{"type":"Feature","id":"{code}","properties":{compact({"code": code, "name": name})},"geometry":{shape}}}'
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


def compact(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
