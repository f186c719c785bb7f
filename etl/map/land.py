"""Land: the islands of `land.geojson`, with an islet for each district point that lies off their coast. Lengths are kilometres."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

OFF_THE_COAST = 2.5  # km: nearer points stand on the coast as the file draws it
LARGEST_ISLET = 80.0  # km²
TILE = 120.0  # km


class Pieces(NamedTuple):
    """Parts of cells that are land, and the cell that each is of; `whole`: cells that are land as they are."""

    parts: np.ndarray
    cell: np.ndarray
    whole: np.ndarray


class Land:
    """The islands, apart from each other, to cut cells and borders by.

    `parts`: the same land once more, as it is to cut; the islands themselves where left out.
    """

    def __init__(self, islands: np.ndarray, parts: np.ndarray | None = None):
        self.islands = islands
        self._parts = islands if parts is None else parts
        self._tree = shapely.STRtree(islands)
        self._cutting = shapely.STRtree(self._parts)
        shapely.prepare(islands)
        shapely.prepare(self._parts)

    def tiled(self) -> Land:
        """The same land to measure by: what small tiles cut is right in size and quick, but has corners where tiles meet."""
        west, south, east, north = shapely.total_bounds(self.islands)
        columns, rows = np.meshgrid(np.arange(west, east, TILE), np.arange(south, north, TILE))
        tiles = shapely.box(columns, rows, columns + TILE, rows + TILE).ravel()
        which, island = self._tree.query(tiles, predicate="intersects")
        return Land(self.islands, shapely.intersection(tiles[which], self.islands[island]))

    def cut(self, cells: np.ndarray) -> Pieces:
        """What of each cell is land."""
        which, island = self._tree.query(cells)
        inland = np.zeros(len(cells), dtype=bool)
        inland[which[shapely.covers(self.islands[island], cells[which])]] = True
        coastal = np.flatnonzero(~inland)
        which, part = self._cutting.query(cells[coastal])
        meet = shapely.intersects(self._parts[part], cells[coastal[which]])
        which, part = coastal[which[meet]], part[meet]
        parts = shapely.intersection(cells[which], self._parts[part])
        return Pieces(np.append(cells[inland], parts), np.append(np.flatnonzero(inland), which), inland)

    def length(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """How much of each line lies on land."""
        lines = shapely.linestrings(np.stack([starts, ends], axis=1))
        which, part = self._cutting.query(lines)
        return np.bincount(which, shapely.length(shapely.intersection(lines[which], self._parts[part])), len(lines))


def land_of(islands: np.ndarray, points: np.ndarray, share: np.ndarray) -> Land:
    """The islands and the islets; `share` is the area that each point stands for."""
    tree, reach = shapely.STRtree(islands), OFF_THE_COAST * np.array([-1, -1, 1, 1])
    shapely.prepare(islands)
    which, island = tree.query(shapely.box(*(np.tile(points, 2) + reach).T))
    near = shapely.dwithin(islands[island], shapely.points(points[which]), OFF_THE_COAST)
    off = np.ones(len(points), dtype=bool)
    off[which[near]] = False
    radius = np.sqrt(np.minimum(share[off], LARGEST_ISLET) / np.pi)
    islets = shapely.buffer(shapely.points(points[off]), radius, quad_segs=6)
    one, island = tree.query(np.append(islands, islets), predicate="intersects")
    touched = np.unique(island[one != island])
    together = shapely.get_parts(shapely.union_all(np.append(islands[touched], islets)))
    return Land(np.append(np.delete(islands, touched), together))
