"""Where a region can be marked: the middle of the widest place of its largest part, and how much room is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

NEAR_ENOUGH = 0.005  # degrees


def of_level(codes: list[str], geometries: np.ndarray) -> dict[str, list[float]]:
    """Region → longitude, latitude, radius of the circle that fits there, side of a square as large as the part; all degrees."""
    import numpy as np
    import shapely

    parts, region = shapely.get_parts(geometries, return_index=True)
    size = shapely.area(parts)
    order = np.lexsort((size, region))
    largest = order[np.append(np.flatnonzero(np.diff(region[order])), len(order) - 1)]
    circles = shapely.maximum_inscribed_circle(parts[largest], tolerance=NEAR_ENOUGH)
    middles = shapely.get_coordinates(shapely.get_point(circles, 0))
    rows = np.column_stack([middles, shapely.length(circles), np.sqrt(size[largest])]).round(3)
    return dict(zip(np.array(codes)[region[largest]].tolist(), rows.tolist(), strict=True))
