"""Regions drawn as discs: shapes that look like a country, from points and areas alone.

Every district point is the centre of a disc; all discs of one region share a radius. The discs are cut against each
other by their power diagram (a Voronoi diagram weighted with the squared radii): regions touch along one common line
and never overlap. The radii of all regions together are found by Newton's method, so that each region covers its
official area. Then the coast is rounded and small inner gaps are closed. Lengths are kilometres.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import shapely
from scipy.spatial import ConvexHull

COAST_ROUNDING = 1.5
LARGEST_CLOSED_GAP = 200.0  # km², what the points leave open inside an island; larger openings are bays and straits
SIMPLIFY = 0.5
AREA_TOLERANCE = 0.02
ROUGH_TOLERANCE = 0.05
MOST_STEPS = 15
LARGEST_CHANGE = 3.0  # of an area in one Newton step: larger ones make towns vanish under their neighbours
FIRST_WEIGHT = 50.0  # km²; equal weights are a plain Voronoi diagram, where no region is hidden


class Edges(NamedTuple):
    """Edges of the power cells, each cell's counter-clockwise, cells ascending; one row is one side of one cell."""

    cell: np.ndarray
    neighbour: np.ndarray
    start: np.ndarray
    end: np.ndarray


class Balance(NamedTuple):
    """Squared disc radius of each region, the power cells that they give, and the area that each region covers."""

    weights: np.ndarray
    edges: Edges
    covered: np.ndarray


def regions_from_discs(points: np.ndarray, owner: np.ndarray, area: np.ndarray) -> np.ndarray:
    """One geometry a region, together a coverage: common borders, no overlaps. Empty for a region without points."""
    sketch = balanced_weights(points, owner, area, tolerance=ROUGH_TOLERANCE)
    drawn = _draw(points, owner, sketch, fine=False)
    # What rounding and closing added is taken off the goal, and all is drawn once more; the first time a sketch will do.
    excess = np.clip(shapely.area(drawn) - sketch.covered, -0.3 * area, 0.3 * area)
    return _draw(points, owner, balanced_weights(points, owner, area - excess, sketch.weights))


def balanced_weights(
    points: np.ndarray, owner: np.ndarray, area: np.ndarray, start: np.ndarray | None = None, tolerance: float = AREA_TOLERANCE
) -> Balance:
    """The weights with which each region covers its area."""
    weights = np.full(len(area), FIRST_WEIGHT) if start is None else start
    for left in reversed(range(MOST_STEPS)):
        edges = power_edges(points, weights[owner])
        covered, slope = covered_area(points, owner, weights, edges)
        if not left or np.all(np.abs(covered / area - 1) < tolerance):
            break
        goal = np.clip(area, covered / LARGEST_CHANGE, np.maximum(covered, 1) * LARGEST_CHANGE)
        step = np.linalg.solve(slope + 1e-6 * np.eye(len(area)), goal - covered)
        weights = np.maximum(weights + step, 0.3 * weights)
    return Balance(weights, edges, covered)


def power_edges(points: np.ndarray, weights: np.ndarray) -> Edges:
    """The power diagram, dual to the lower hull of the points lifted to x² + y² - weight."""
    count = len(points)
    size = 4 * np.ptp(points, axis=0).max() + 1000
    # A far frame of sites makes all real cells finite.
    frame = size * np.array([[-1, -1], [-1, 0], [-1, 1], [0, -1], [0, 1], [1, -1], [1, 0], [1, 1]])
    sites = np.vstack([points, points.mean(axis=0) + frame])
    lifted = np.column_stack([sites, _dot(sites, sites) - np.append(weights, np.zeros(len(frame)))])
    hull = ConvexHull(lifted)
    lower = hull.equations[:, 2] < -1e-12
    normals, triangles = hull.equations[lower], hull.simplices[lower]
    corners = normals[:, :2] / (-2 * normals[:, 2:3])

    cell, triangle = triangles.ravel(), np.repeat(np.arange(len(triangles)), 3)
    cell, triangle = cell[cell < count], triangle[cell < count]
    middle = np.column_stack([np.bincount(cell, corners[triangle, axis], count) for axis in (0, 1)])
    spoke = corners[triangle] - (middle / np.maximum(np.bincount(cell, minlength=count), 1)[:, None])[cell]
    order = np.lexsort((np.arctan2(spoke[:, 1], spoke[:, 0]), cell))
    cell, triangle = cell[order], triangle[order]

    following = np.arange(1, len(cell) + 1)
    first = np.flatnonzero(np.diff(cell, prepend=-1))
    following[np.append(first[1:], len(cell)) - 1] = first
    here, there = triangles[triangle], triangles[triangle[following]]
    shared = (here[:, :, None] == there[:, None, :]).any(axis=2) & (here != cell[:, None])
    # Four points on one circle give corners that coincide: an edge of no length has no neighbour, the cell stands in.
    neighbour = np.where(shared.any(axis=1), here[np.arange(len(here)), shared.argmax(axis=1)], cell)
    return Edges(cell, np.where(neighbour < count, neighbour, -1), corners[triangle], corners[triangle[following]])


def covered_area(points: np.ndarray, owner: np.ndarray, weights: np.ndarray, edges: Edges) -> tuple[np.ndarray, np.ndarray]:
    """Area of each region's discs within its power cells, and its derivative by all weights (a square matrix)."""
    cell, neighbour, start, end = edges
    regions, radius_squared = len(weights), weights[owner[cell]]
    start, end = start - points[cell], end - points[cell]
    along = end - start
    length_squared = np.maximum(_dot(along, along), 1e-12)
    half = _dot(start, along)
    root = np.sqrt(np.maximum(half**2 - length_squared * (_dot(start, start) - radius_squared), 0))
    enter, leave = (np.clip((-half + sign * root) / length_squared, 0, 1) for sign in (-1, 1))
    entry, exit_ = start + along * enter[:, None], start + along * leave[:, None]
    # Seen from the centre an edge bounds a sector up to its entry into the disc, a triangle, a sector after its exit.
    arc = _angle(start, entry) + _angle(exit_, end)
    covered = np.bincount(owner[cell], 0.5 * (radius_squared * arc + _cross(entry, exit_)), regions)

    other = np.where(neighbour >= 0, owner[neighbour], -1)
    distance = np.sqrt(np.maximum(_dot(*2 * [points[cell] - points[neighbour]]), 1e-9))
    border = np.where(other != owner[cell], (leave - enter) * np.sqrt(length_squared) / (2 * distance), 0)
    slope = np.diag(np.bincount(owner[cell], 0.5 * arc + border, regions))
    between = (other >= 0) & (border > 0)
    np.subtract.at(slope, (owner[cell[between]], other[between]), border[between])
    return covered, slope


def _draw(points: np.ndarray, owner: np.ndarray, balance: Balance, fine: bool = True) -> np.ndarray:
    radii = np.sqrt(balance.weights[owner]) + COAST_ROUNDING
    cells, index = _cells(balance.edges)
    land = _land(points, radii, cells, index, fine)
    domains = np.array([shapely.coverage_union_all(cells[owner[index] == region]) for region in range(len(balance.weights))])
    reach = np.column_stack([points - radii[:, None], points + radii[:, None]])
    shapes = _cut(land, domains, owner, reach)
    return shapely.coverage_simplify(shapes, SIMPLIFY) if fine else shapes


def _cells(edges: Edges) -> tuple[np.ndarray, np.ndarray]:
    """The power cells as polygons, those on the outside reaching far out to sea, and the point that each belongs to."""
    first = np.flatnonzero(np.diff(edges.cell, prepend=-1))
    closing = np.append(np.arange(len(edges.cell)), first)
    ring = np.cumsum(np.diff(edges.cell, prepend=-1) != 0) - 1
    ring = np.append(ring, np.arange(len(first)))
    order = np.argsort(ring, kind="stable")
    return shapely.polygons(shapely.linearrings(edges.start[closing[order]], indices=ring[order])), edges.cell[first]


def _land(points: np.ndarray, radii: np.ndarray, cells: np.ndarray, index: np.ndarray, fine: bool) -> shapely.Geometry:
    """The union of all discs with its coast rounded. `radii` are wider by the rounding: closing takes one buffer then, not two.

    A cell that lies within its disc is land as a whole, and nothing of that disc's circle is coast.
    """
    corners = shapely.get_num_coordinates(cells)
    spokes = shapely.get_coordinates(cells) - np.repeat(points[index], corners, axis=0)
    farthest = np.maximum.reduceat(np.hypot(*spokes.T), np.cumsum(corners) - corners)
    coastal = farthest > radii[index] - COAST_ROUNDING
    discs = shapely.buffer(shapely.points(points[index[coastal]]), radii[index[coastal]], quad_segs=5 if fine else 3)
    inland = shapely.get_parts(shapely.coverage_union_all(cells[~coastal]))
    land = shapely.disjoint_subset_union_all(np.append(discs, inland))
    return _without_small_gaps(shapely.buffer(land, -COAST_ROUNDING, quad_segs=3))


def _without_small_gaps(land: shapely.Geometry) -> shapely.Geometry:
    def mended(island: shapely.Polygon) -> shapely.Polygon:
        rings = shapely.get_rings(island)
        return shapely.polygons(rings[0], holes=rings[1:][shapely.area(shapely.polygons(rings[1:])) > LARGEST_CLOSED_GAP])

    return shapely.multipolygons([mended(island) for island in shapely.get_parts(land)])


def _cut(land: shapely.Geometry, domains: np.ndarray, owner: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """The land of each domain. Some regions at a time, with only the land around them: it halves the time."""

    def cut(group: np.ndarray) -> np.ndarray:
        boxes = reach[np.isin(owner, group)]
        if not len(boxes):
            return domains[group]
        near = shapely.intersection(land, shapely.box(*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0)))
        return shapely.intersection(domains[group], near)

    with ThreadPoolExecutor(2) as threads:
        pieces = np.concatenate(list(threads.map(cut, np.array_split(np.arange(len(domains)), max(len(domains) // 14, 1)))))
    # Borders that only touch leave points and lines behind.
    parts, index = shapely.get_parts(pieces, return_index=True)
    areal = shapely.get_dimensions(parts) == 2
    parts, index = parts[areal], index[areal]
    return np.array([shapely.multipolygons(parts[index == region]) for region in range(len(domains))])


def _dot(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (a * b).sum(axis=1)


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]


def _angle(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.arctan2(_cross(a, b), _dot(a, b))
