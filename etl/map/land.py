"""Land: the islands of `land.geojson`, with an islet for each district point that lies off their coast. Lengths are kilometres."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import shapely

OFF_THE_COAST = 2.5  # km: nearer points stand on the coast as the file draws it
LARGEST_ISLET = 80.0  # km²
THREADS = 2


class Pieces(NamedTuple):
    """Parts of cells that are land, and the cell that each is of; `whole`: cells that are land as they are."""

    parts: np.ndarray
    cell: np.ndarray
    whole: np.ndarray


class Land:
    """The islands, apart from each other, to cut cells and borders by."""

    def __init__(self, islands: np.ndarray):
        self.islands = islands
        self._tree = shapely.STRtree(islands)
        shapely.prepare(islands)

    def cut(self, cells: np.ndarray) -> Pieces:
        """What of each cell is land."""
        which, island = self._tree.query(cells)
        within = shapely.covers(self.islands[island], cells[which])
        inland = np.zeros(len(cells), dtype=bool)
        inland[which[within]] = True
        which, island = which[~inland[which]], island[~inland[which]]
        meet = shapely.intersects(self.islands[island], cells[which])
        parts = _common(cells[which[meet]], self.islands[island[meet]])
        return Pieces(np.append(cells[inland], parts), np.append(np.flatnonzero(inland), which[meet]), inland)

    def length(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """How much of each line lies on land."""
        lines = shapely.linestrings(np.stack([starts, ends], axis=1))
        which, island = self._tree.query(lines, predicate="intersects")
        on_land = shapely.length(_common(lines[which], self.islands[island]))
        return np.bincount(which, on_land, len(lines))


def _common(ones: np.ndarray, others: np.ndarray) -> np.ndarray:
    """What each two have in common; shapely lets a second thread cut at the same time."""
    with ThreadPoolExecutor(THREADS) as pool:
        return np.concatenate(list(pool.map(shapely.intersection, np.array_split(ones, THREADS), np.array_split(others, THREADS))))


def land_of(islands: np.ndarray, points: np.ndarray, share: np.ndarray) -> Land:
    """The islands and the islets; `share` is the area that each point stands for."""
    off = np.ones(len(points), dtype=bool)
    off[shapely.STRtree(islands).query(shapely.points(points), predicate="dwithin", distance=OFF_THE_COAST)[0]] = False
    radius = np.sqrt(np.minimum(share[off], LARGEST_ISLET) / np.pi)
    islets = shapely.buffer(shapely.points(points[off]), radius, quad_segs=6)
    return Land(shapely.get_parts(shapely.union_all(np.append(islands, islets))))
