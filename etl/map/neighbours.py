"""Neighbours: regions of one level that share a border on the map, from the shapes as they are published."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

# In degrees: two borders so near are one (imported files leave slivers), and a shorter common one is a corner that touches.
NEAR, SHORTEST = 0.002, 0.006


def of_level(codes: list[str], geometries: np.ndarray) -> dict[str, list[str]]:
    """Region → those that it borders on, in the order of their codes; a region without any is not in it."""
    import numpy as np
    import shapely

    widened = shapely.buffer(geometries, NEAR / 2, quad_segs=1, join_style="mitre")
    one, other = shapely.STRtree(widened).query(widened, predicate="intersects")
    one, other = one[one < other], other[one < other]
    # Widened by half of NEAR each, neighbours overlap in a strip along their border: its area over NEAR is its length.
    common = shapely.area(shapely.intersection(widened[one], widened[other])) / NEAR
    touching = common >= SHORTEST
    pairs = np.concatenate([np.column_stack([one, other])[touching], np.column_stack([other, one])[touching]])
    named = sorted((codes[first], codes[second]) for first, second in pairs)
    return {code: [neighbour for _, neighbour in group] for code, group in groupby(named, key=lambda pair: pair[0])}
