"""What part of the world a map shows, how large a region is on it, and which are too small to be seen: on screen and in a picture."""

import math
from dataclasses import dataclass

from netralitas.chart import Chart

MARGIN = 0.03  # of the box, left free around the region
LOWEST, HIGHEST = 0.3, 1.2  # height over width: a longer strip is given room instead
SMALL, NARROW = 4, 16  # pixels a side: seen only with a dot; hidden by the outline of a neighbour


@dataclass(frozen=True)
class View:
    """A box that the map fills; heights are Mercator's, in degrees of longitude."""

    west: float
    east: float
    low: float
    high: float

    @property
    def tall(self) -> float:
        """Height over width."""
        return (self.high - self.low) / (self.east - self.west)

    @property
    def centre(self) -> dict[str, float]:
        return {"lon": (self.west + self.east) / 2, "lat": latitude((self.low + self.high) / 2)}

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """A place as shares of the width from the left and of the height from below."""
        return (lon - self.west) / (self.east - self.west), (mercator(lat) - self.low) / (self.high - self.low)


def view(bounds: tuple[float, float, float, float], tall: float | None = None) -> View:
    """The box of a region with a margin, of its own form where that is no strip, or as tall as asked for."""
    west, south, east, north = bounds
    low, high = mercator(south), mercator(north)
    wide, deep = max(east - west, 1e-3) * (1 + 2 * MARGIN), max(high - low, 1e-3) * (1 + 2 * MARGIN)
    tall = tall or min(HIGHEST, max(LOWEST, deep / wide))
    wide = max(wide, deep / tall)
    across, up = (west + east) / 2, (low + high) / 2
    return View(across - wide / 2, across + wide / 2, up - wide * tall / 2, up + wide * tall / 2)


def marked(chart: Chart, seen: View, width: float) -> list[dict]:
    """The chart's rows with the place where each is marked (lon, lat), the room there and the side of the region, both in pixels.

    A map of an earlier version does not say them: then nothing is small, and nothing has room.
    """
    scale = width / (seen.east - seen.west)
    spots = [chart.shapes.spots.get(row["code"]) or (row["lon"], row["lat"], 0.0, math.inf) for row in chart.rows]
    return [
        row | {"lon": lon, "lat": lat, "room": 2 * room * scale, "side": side * scale}
        for row, (lon, lat, room, side) in zip(chart.rows, spots)
    ]


def mercator(latitude: float) -> float:
    """Height on the map in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def latitude(height: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(height))) - math.pi / 2)
