"""A choropleth on a picture, from the same shapes that the browser fetches; its legend below."""

import json
import math
from functools import lru_cache
from pathlib import Path

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.path import Path as Outline

from netralitas import palette
from netralitas.chart import NO_FIGURE, Chart
from netralitas.render.ground.shapes import INK, QUIET, Box
from netralitas.render.ground.signs import THEME
from netralitas.render.ground.text import width
from netralitas.render.map.marks import shown, specials, strong, values
from netralitas.render.map.view import NARROW, SMALL, latitude, marked, view
from netralitas.rows import grouped
from netralitas.store.shapes import FOLDER

GROUND = palette.GROUND[THEME]
LEGEND = 0.62  # inches below the map
SWATCH = 0.24
INCH = 72  # points, in which is told what is small and what has room
LETTER = 9  # points of a value on the map
DOT = 14  # square points of a small town


@lru_cache(4)
def _outlines(file: Path) -> dict[str, Outline]:
    """Code of a region → its outline, degrees; read once a file, whose name changes with its content."""
    collection = json.loads(file.read_text(encoding="utf-8"))
    return {feature["properties"]["code"]: _outline(feature["geometry"]) for feature in collection["features"]}


def _outline(geometry: dict) -> Outline:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [np.asarray(ring, dtype=float)[:, :2] for polygon in polygons for ring in polygon]
    codes = [np.concatenate(([Outline.MOVETO], np.full(len(ring) - 2, Outline.LINETO), [Outline.CLOSEPOLY])) for ring in rings]
    return Outline(np.concatenate(rings), np.concatenate(codes))


def choropleth(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Classes in one hue; without a figure: grey with dots; disputed: hatched with a dashed outline; the selected one outlined."""
    high = box.high - LEGEND
    seen = view(chart.shapes.bounds, high / box.wide)
    south, north = latitude(seen.low), latitude(seen.high)
    axes = figure.add_axes((box.left / page[0], 1 - (box.top + high) / page[1], box.wide / page[0], high / page[1]))
    axes.set_xlim(seen.west, seen.east)
    axes.set_ylim(south, north)
    axes.set_aspect(1 / math.cos(math.radians((south + north) / 2)), anchor="N")
    axes.set_axis_off()
    outlines = _outlines(FOLDER / Path(chart.shapes.url).name)
    colours = palette.shades(THEME, len(chart.classes))
    drawn = [row for row in marked(chart, seen, box.wide * INCH) if row["code"] in outlines]
    border = 0.6 if len(drawn) < 60 else 0.3
    fills = {one.place: one for one in specials(chart, THEME)}
    for place, rows in sorted(grouped(drawn, lambda row: row["place"]).items()):
        paths, special = [outlines[row["code"]] for row in rows], fills.get(place)
        look = {"facecolors": special.fill if special else colours[place], "edgecolors": GROUND, "linewidths": border, "zorder": 2}
        if special and special.doubted:
            look |= {"edgecolors": special.line, "linewidths": 1.2, "linestyles": "--", "hatch": "////", "zorder": 3}
        elif special:
            look |= {"edgecolors": special.line if special.fill == GROUND else GROUND, "zorder": 1}
        axes.add_collection(PathCollection(paths, **look))
        towns = [row for row in rows if row["side"] < SMALL]
        rim = {"edgecolors": special.line if special and special.fill == GROUND else GROUND, "linewidths": 0.5}
        axes.scatter(*_places(towns), s=DOT, c=look["facecolors"], zorder=6, **rim)
    absent = [row for row in drawn if row["place"] == NO_FIGURE and row["side"] >= SMALL]
    axes.scatter(*_places(absent), s=3 if len(absent) < 60 else 0.6, c=QUIET, linewidths=0, zorder=4)
    _outlined(axes, [row for row in drawn if row["code"] == chart.highlight], drawn, outlines, colours, fills)
    _values(axes, chart, drawn)
    _legend(figure, chart, colours, box, page)


def _places(rows: list[dict]) -> tuple[list[float], list[float]]:
    return [row["lon"] for row in rows], [row["lat"] for row in rows]


def _outlined(axes, chosen: list[dict], drawn: list[dict], outlines: dict[str, Outline], colours: list[str], fills: dict) -> None:
    """The chosen region's outline, over which small regions are drawn once more; a dot has a ring."""
    for row in chosen:
        if row["side"] < SMALL:
            axes.scatter(row["lon"], row["lat"], s=3 * DOT, facecolors="none", edgecolors=INK, linewidths=1.2, zorder=7)
            continue
        width = 1 if row["side"] < NARROW else 2
        axes.add_collection(PathCollection([outlines[row["code"]]], facecolors="none", edgecolors=INK, linewidths=width, zorder=5))
        others = [one for one in drawn if SMALL <= one["side"] < NARROW and one["code"] != row["code"]]
        shades = [fills[one["place"]].fill if one["place"] in fills else colours[one["place"]] for one in others]
        paths = [outlines[one["code"]] for one in others]
        axes.add_collection(PathCollection(paths, facecolors=shades, edgecolors=GROUND, linewidths=0.3, zorder=5.5))


def _values(axes, chart: Chart, rows: list[dict]) -> None:
    """The number on each region that has room for it, as on screen."""
    for words, row in values(chart, rows, LETTER, width("0", LETTER) * INCH):
        colour = GROUND if strong(chart, row["place"], THEME) else INK
        axes.text(row["lon"], row["lat"], words, fontsize=LETTER, color=colour, ha="center", va="center", zorder=8, parse_math=False)


def _legend(figure: Figure, chart: Chart, colours: list[str], box: Box, page: tuple[float, float]) -> None:
    """A swatch a class with its limits; then the places of this map that are no class."""
    entries = [{"facecolor": colour, "told": told} for colour, told in zip(colours, chart.classes)]
    for one in shown(chart, THEME):
        doubted = {"hatch": "////", "linestyle": "--"} if one.doubted else {}
        entries.append({"facecolor": one.fill, "edgecolor": one.line, "told": one.words, "dot": one.dotted, **doubted})
    left, top = box.left, box.top + box.high - LEGEND + 0.12
    for entry in entries:
        told, dot = entry.pop("told"), entry.pop("dot", False)
        long = SWATCH + 0.08 + width(told, 11) + 0.22
        if left + long > box.left + box.wide and left > box.left:
            left, top = box.left, top + 0.26
        corner = (left / page[0], 1 - (top + 0.18) / page[1])
        figure.add_artist(Rectangle(corner, SWATCH / page[0], 0.18 / page[1], linewidth=0.8, **{"edgecolor": "none", **entry}))
        if dot:
            figure.text((left + SWATCH / 2) / page[0], 1 - (top + 0.09) / page[1], "•", fontsize=8, color=QUIET, ha="center", va="center")
        place = ((left + SWATCH + 0.08) / page[0], 1 - (top + 0.09) / page[1])
        figure.text(*place, told, fontsize=11, color=INK, va="center", parse_math=False)
        left += long
