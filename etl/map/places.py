"""Which region a shape is: by where it lies. Public files carry codes of before a division, codes of other offices, or no name.

A region is a shape that holds at least half of its kecamatan points, most of the points in it being that region's. What a
column says only confirms: it decides for a shape with few points or none, where the place does not speak against it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely

from etl.map.geometry import codes_of_level
from etl.map.names import as_code, match_regions

HALF = 0.5
NEAR = 0.25  # degrees from the nearest point of a region: a shape without a point may still be an islet of it


class Placed(NamedTuple):
    """A code for each shape (None = no region's), what the columns name otherwise, and what was left out."""

    level: str
    codes: np.ndarray
    contradicted: list[tuple[str, str]]
    unmatched: list[tuple[str, list[str]]]


def placed(frame: pd.DataFrame, shapes: np.ndarray, districts: list[tuple[str, float, float]], names: dict[str, str]) -> Placed | None:
    """Kabupaten/kota, or provinces where the shapes are too large for those; None where they are neither."""
    named = match_regions(frame, names)
    points = shapely.points([(lon, lat) for _, lat, lon in districts])
    point, shape = shapely.STRtree(shapes).query(points, predicate="intersects")
    _, first = np.unique(point, return_index=True)  # shapes that overlap share no point
    point, shape = point[first], shape[first]
    for level, length in (("kabkota", 5), ("provinsi", 2)):
        owner = np.array([code[:length] for code, *_ in districts])
        said = named.codes.to_numpy(dtype=object, na_value=None) if named and named.level == level else np.full(len(shapes), None)
        codes = _of_level(shapes, points, owner, point, shape, said)
        found = np.array([code is not None for code in codes])
        if found[np.unique(shape)].sum() * 2 >= len(np.unique(shape)) and found.any():
            known = set(codes_of_level(names, level))
            return Placed(level, codes, _contradicted(frame, codes, known, names), _unmatched(frame, named, codes, said, names))
    return None


def _of_level(
    shapes: np.ndarray, points: np.ndarray, owner: np.ndarray, point: np.ndarray, shape: np.ndarray, said: np.ndarray
) -> np.ndarray:
    """The region that most points of a shape are of, where its shapes together hold half of the region's points."""
    counts = pd.DataFrame({"shape": shape, "code": owner[point]}).value_counts().rename("held").reset_index()
    counts["share"] = counts["held"] / counts.groupby("shape")["held"].transform("sum")
    own = counts[counts["share"] >= HALF].drop_duplicates("shape")
    total = pd.Series(owner).value_counts()
    held = own.groupby("code")["held"].sum()
    whole = held[held >= HALF * total.reindex(held.index)].index
    codes = np.full(len(shapes), None, dtype=object)
    own = own[own["code"].isin(whole)]
    codes[own["shape"]] = own["code"]
    some = set(zip(counts["shape"], counts["code"], strict=True))
    filled = set(counts["shape"])
    for place in (place for place in range(len(shapes)) if codes[place] is None and said[place] is not None):
        if said[place] in whole and place in filled:
            continue  # its place is taken, and this shape lies elsewhere
        near = shapely.distance(shapes[place], points[owner == said[place]])
        if (place, said[place]) in some or (place not in filled and len(near) and near.min() <= NEAR):
            codes[place] = said[place]
    return codes


def _contradicted(frame: pd.DataFrame, codes: np.ndarray, known: set[str], names: dict[str, str]) -> list[tuple[str, str]]:
    """Pairs of a code in the file and the region where its shape lies, from the column that mostly holds codes."""
    columns = [as_code(frame[column]) for column in frame.columns]
    best = max(columns, key=lambda column: column.isin(known).sum(), default=None)
    if best is None or best.isin(known).sum() * 2 < len(frame):
        return []
    pairs = zip(best.to_numpy(dtype=object, na_value=None), codes, strict=True)
    return [(said, f"{code} {names[code]}") for said, code in pairs if said is not None and code is not None and said != code]


def _unmatched(frame: pd.DataFrame, named, codes: np.ndarray, said: np.ndarray, names: dict[str, str]) -> list[tuple[str, list[str]]]:
    left = [place for place, code in enumerate(codes) if code is None]
    labels = named.label if named is not None else pd.Series(pd.NA, index=frame.index)

    def label(place: int) -> str:
        told = labels.iloc[place]
        return str(told) if pd.notna(told) else f"feature {place + 1} (no name)"

    return [(label(place), [f"{said[place]} {names[said[place]]}"] if said[place] is not None else []) for place in left]
