"""The power diagram of points: a Voronoi diagram in which the region with the greater weight takes more room."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from scipy.spatial import ConvexHull


class Edges(NamedTuple):
    """Edges of the power cells, each cell's counter-clockwise, cells ascending; one row is one side of one cell."""

    cell: np.ndarray
    neighbour: np.ndarray
    start: np.ndarray
    end: np.ndarray


def power_edges(points: np.ndarray, weights: np.ndarray) -> Edges:
    """The power diagram, dual to the lower hull of the points lifted to x² + y² - weight."""
    count = len(points)
    size = 4 * np.ptp(points, axis=0).max() + 1000
    # A far frame of sites makes all real cells finite.
    frame = size * np.array([[-1, -1], [-1, 0], [-1, 1], [0, -1], [0, 1], [1, -1], [1, 0], [1, 1]])
    sites = np.vstack([points, points.mean(axis=0) + frame])
    lifted = np.column_stack([sites, (sites**2).sum(axis=1) - np.append(weights, np.zeros(len(frame)))])
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


def cells(edges: Edges) -> tuple[np.ndarray, np.ndarray]:
    """The power cells as polygons, those on the outside reaching far out to sea, and the point that each belongs to."""
    first = np.flatnonzero(np.diff(edges.cell, prepend=-1))
    closing = np.append(np.arange(len(edges.cell)), first)
    ring = np.cumsum(np.diff(edges.cell, prepend=-1) != 0) - 1
    ring = np.append(ring, np.arange(len(first)))
    order = np.argsort(ring, kind="stable")
    return shapely.polygons(shapely.linearrings(edges.start[closing[order]], indices=ring[order])), edges.cell[first]
