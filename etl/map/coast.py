"""Regions inside the real coast: shapes from points, areas and islands alone.

A region covers what of the power cells of its points is land. The weights of all regions together are found by Newton's
method, so that each covers its official area as far as its island has room. Lengths are kilometres.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely

from etl.map.land import Land, land_of
from etl.map.power import Edges, cells, power_edges

# How much of each of Newton's steps is taken: from a plain Voronoi diagram the slopes tell least of what lies ahead.
STEPS = (0.3, 1, 1, 1)
# A region's goal in one step, as a share of what it covers: larger changes make towns vanish under their neighbours.
LEAST, MOST = 0.2, 4.0
HIDDEN = 0.2  # of its area: weights that leave so little of a region are not drawn
# On the diagonal: regions without neighbours on land have no slope at all. Those with a short border follow their neighbours all the same.
RIDGE, RELATIVE, LOWEST = 0.05, 0.02, 1e-3
SIMPLIFY = 0.6
SMALLEST_ISLET = 2.0  # km², unless it is all that a region has
GRID = 1e-6  # the same crossing of coast and border, computed from either side, is one point


class Covered(NamedTuple):
    """What each region covers with given weights: the pieces of land, the region of each; `inland`: points whose cell is all land."""

    area: np.ndarray
    pieces: np.ndarray
    region: np.ndarray
    inland: np.ndarray
    edges: Edges


def regions_on_land(points: np.ndarray, owner: np.ndarray, area: np.ndarray, islands: np.ndarray) -> np.ndarray:
    """One geometry a region, together a coverage: common borders, no overlaps. Empty for a region without points."""
    count = np.maximum(np.bincount(owner, minlength=len(area)), 1)
    land = land_of(islands, points, (area / count)[owner])
    return _drawn(_balanced(points, owner, area, land), len(area))


def _balanced(points: np.ndarray, owner: np.ndarray, area: np.ndarray, land: Land) -> Covered:
    """From weights of 0, a plain Voronoi diagram in which nobody is hidden, towards the areas."""
    tiles = land.tiled()
    weights = sound = np.zeros(len(area))
    least = np.zeros(len(area))
    for share in STEPS:
        covered = _covered(points, owner, weights, tiles)
        if np.all(covered.area >= least):
            sound, least = weights, np.minimum(HIDDEN * area, covered.area)
        weights = weights + share * _step(covered, _slope(covered, points, owner, tiles), area)
    covered = _covered(points, owner, weights, land)
    return covered if np.all(covered.area >= least) else _covered(points, owner, sound, land)


def _step(covered: Covered, slope: np.ndarray, area: np.ndarray) -> np.ndarray:
    """How the weights change: towards areas that are in proportion to the official ones, so far as regions share land."""
    landmass = _landmasses(slope)
    land = np.maximum(np.bincount(landmass, covered.area), 1e-9)
    official = np.maximum(np.bincount(landmass, area), 1e-9)
    goal = np.clip(area * (land / official)[landmass], LEAST * covered.area, MOST * covered.area)
    # The land is as large as it is: were the goals more or less in sum, each region would bear the same km², a town its all.
    change = goal - covered.area * (np.bincount(landmass, goal) / land)[landmass]
    ridge = np.minimum(RIDGE, RELATIVE * np.diag(slope) + LOWEST)
    step = np.linalg.solve(slope + np.diag(ridge), change)
    # All regions of a landmass raised alike changes nothing on it, and would only reach over the straits.
    return step - (np.bincount(landmass, step * covered.area) / land)[landmass]


def _landmasses(slope: np.ndarray) -> np.ndarray:
    """A number for each region, common to all that hang together by borders on land."""
    linked = (slope != 0) | np.eye(len(slope), dtype=bool)
    number = np.arange(len(slope))
    while True:
        least = np.where(linked, number, len(number)).min(axis=1, initial=len(number))
        least = least[least]
        if np.array_equal(least, number):
            return number
        number = least


def _covered(points: np.ndarray, owner: np.ndarray, weights: np.ndarray, land: Land) -> Covered:
    edges = power_edges(points, weights[owner])
    polygons, point = cells(edges)
    cut = land.cut(polygons)
    inland = np.zeros(len(points), dtype=bool)
    inland[point[cut.whole]] = True
    region = owner[point[cut.cell]]
    return Covered(np.bincount(region, shapely.area(cut.parts), len(weights)), cut.parts, region, inland, edges)


def _slope(covered: Covered, points: np.ndarray, owner: np.ndarray, land: Land) -> np.ndarray:
    """How the areas change with the weights: border on land between two regions over twice the distance of the points."""
    edges = covered.edges
    one, other = owner[edges.cell], np.where(edges.neighbour >= 0, owner[edges.neighbour], -1)
    border = np.flatnonzero(other > one)
    cell, neighbour, start, end = (part[border] for part in edges)
    length = np.hypot(*(end - start).T)
    coastal = ~covered.inland[cell] & ~covered.inland[neighbour]
    length[coastal] = land.length(start[coastal], end[coastal])
    distance = np.maximum(np.hypot(*(points[cell] - points[neighbour]).T), 1e-3)
    slope = np.zeros((len(covered.area), len(covered.area)))
    np.subtract.at(slope, (one[border], other[border]), length / (2 * distance))
    slope += slope.T
    slope[np.diag_indices_from(slope)] = -slope.sum(axis=1)
    return slope


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
