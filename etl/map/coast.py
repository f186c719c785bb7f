"""Regions inside the real coast: shapes from points, areas and islands alone.

A region covers what of the power cells of its points is land. The weights of all regions together are found by Newton's
method, so that each covers its official area as far as its island has room. Lengths are kilometres.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from scipy.sparse.csgraph import connected_components

from etl.map.land import Land, land_of
from etl.map.power import cells, power_edges

STEPS = 6
# A region's goal in one step, as a share of what it covers: larger changes make towns vanish under their neighbours.
LEAST, MOST = 0.55, 1.8
REACH = 0.25  # how far in one step a border may move from halfway between two points towards the region's own
TOO_SMALL = 0.7  # of its area: such a region yields no more
MOST_RAISES = 40  # a raise calls for others further on
HIDDEN = 0.2  # of its area: a step that leaves so little of a region is not taken
RIDGE = 0.3  # on the diagonal: regions without neighbours on land have no slope at all
SIMPLIFY = 0.6
SMALLEST_ISLET = 2.0  # km², unless it is all that a region has
GRID = 1e-6  # the same crossing of coast and border, computed from either side, is one point


class Covered(NamedTuple):
    """What each region covers with given weights, how that grows with them (a square matrix), and the pieces of land themselves.

    `one` and `other` are regions beside each other, either way round, by points at that `distance`.
    """

    area: np.ndarray
    slope: np.ndarray
    pieces: np.ndarray
    region: np.ndarray
    one: np.ndarray
    other: np.ndarray
    distance: np.ndarray


def regions_on_land(points: np.ndarray, owner: np.ndarray, area: np.ndarray, islands: np.ndarray) -> np.ndarray:
    """One geometry a region, together a coverage: common borders, no overlaps. Empty for a region without points."""
    count = np.maximum(np.bincount(owner, minlength=len(area)), 1)
    land = land_of(islands, points, (area / count)[owner])
    return _drawn(_balanced(points, owner, area, land), len(area))


def _balanced(points: np.ndarray, owner: np.ndarray, area: np.ndarray, land: Land) -> Covered:
    """From weights of 0, a plain Voronoi diagram in which nobody is hidden, towards the areas."""
    weights = np.zeros(len(area))
    best = covered = _covered(points, owner, weights, land)
    for _ in range(STEPS):
        weights = weights + _yielding(_step(covered, area), covered, area)
        covered = _covered(points, owner, weights, land)
        if np.all(covered.area >= np.minimum(HIDDEN * area, best.area)):
            best = covered
    return best


def _yielding(step: np.ndarray, covered: Covered, area: np.ndarray) -> np.ndarray:
    """The step, raised where a region would lose too much to a neighbour, or anything at all where it is already too small."""
    share = np.clip(covered.area / area, 0.5, 2)[covered.one]
    loss = np.where(share < TOO_SMALL, 0, REACH * share**2) * covered.distance**2
    for _ in range(MOST_RAISES):
        raised = step.copy()
        np.maximum.at(raised, covered.one, step[covered.other] - loss)
        if np.array_equal(raised, step):
            break
        step = raised
    return step


def _step(covered: Covered, area: np.ndarray) -> np.ndarray:
    goal = np.clip(area, LEAST * covered.area, MOST * covered.area)
    step = np.linalg.solve(covered.slope + RIDGE * np.eye(len(area)), goal - covered.area)
    # All regions of an island raised alike changes nothing on it, and would only reach over the straits.
    _, island = connected_components(covered.slope != 0, directed=False)
    size = np.maximum(np.bincount(island, covered.area), 1e-9)
    return step - (np.bincount(island, step * covered.area) / size)[island]


def _covered(points: np.ndarray, owner: np.ndarray, weights: np.ndarray, land: Land) -> Covered:
    regions = len(weights)
    edges = power_edges(points, weights[owner])
    polygons, point = cells(edges)
    cut = land.cut(polygons)
    region = owner[point[cut.cell]]

    inland = np.zeros(len(points), dtype=bool)
    inland[point[cut.whole]] = True
    one, other = owner[edges.cell], np.where(edges.neighbour >= 0, owner[edges.neighbour], -1)
    border = np.flatnonzero(other > one)
    cell, neighbour, start, end = (part[border] for part in edges)
    length = np.hypot(*(end - start).T)
    coastal = ~inland[cell] & ~inland[neighbour]
    length[coastal] = land.length(start[coastal], end[coastal])
    distance = np.maximum(np.hypot(*(points[cell] - points[neighbour]).T), 1e-3)
    growth = length / (2 * distance)
    slope = np.zeros((regions, regions))
    np.subtract.at(slope, (one[border], other[border]), growth)
    slope += slope.T
    slope[np.diag_indices(regions)] = -slope.sum(axis=1)
    pairs = np.append(one[border], other[border]), np.append(other[border], one[border]), np.append(distance, distance)
    return Covered(np.bincount(region, shapely.area(cut.parts), regions), slope, cut.parts, region, *pairs)


def _drawn(covered: Covered, regions: int) -> np.ndarray:
    pieces = shapely.set_precision(covered.pieces, GRID, mode="pointwise")
    parts, index = shapely.get_parts(pieces, return_index=True)
    # Borders that only touch the coast leave points and lines behind.
    areal = shapely.area(parts) > 0
    parts, region = parts[areal], covered.region[index[areal]]
    order = np.argsort(region, kind="stable")
    at = np.searchsorted(region[order], np.arange(regions + 1))
    whole = np.array([shapely.coverage_union_all(parts[order[first:last]]) for first, last in pairwise(at)])
    # A region without points is an empty collection, which no coverage may hold.
    whole[shapely.is_empty(whole)] = shapely.Polygon()
    return _without_islets(shapely.coverage_simplify(whole, SIMPLIFY))


def _without_islets(regional: np.ndarray) -> np.ndarray:
    parts, region = shapely.get_parts(regional, return_index=True)
    size = shapely.area(parts)
    largest = np.zeros(len(regional))
    np.maximum.at(largest, region, size)
    kept = (size > 0) & ((size >= SMALLEST_ISLET) | (size == largest[region]))
    return shapely.multipolygons(parts[kept], indices=region[kept], out=np.full(len(regional), shapely.MultiPolygon()))
