"""A choropleth of static shapes by URL: no tiles, no fonts, no request to anybody.

The legend is drawn under the map as swatches; sizes in pixels, so that it is legible on a phone.
"""

import math

import pandas as pd
import plotly.graph_objects as go

from netralitas import palette
from netralitas.chart import IN_DISPUTE, NO_FIGURE, UNNAMED, Chart
from netralitas.render.ground.screen import hover, layout
from netralitas.render.map.marks import Special, shown, specials

LEGEND, ROW = 86, 20  # pixels below the map: for the classes and one line, and for each further line
WIDTH, NARROWEST = 720, 260  # of the map on a desk and on a small phone
LOWEST, HIGHEST = 260, 420
CROWDED = 100  # regions, from which a dot in each must be small
MARGIN = 0.06  # of the box, left free around the region


def choropleth(chart: Chart, theme: str, wide: float = WIDTH, high: float | None = None) -> go.Figure:
    """Every region in the colour of its class; outlined ones in a layer above, so that no neighbour covers their line."""
    here = chart.frame["code"] == chart.highlight
    frame = chart.frame.assign(hover=hover(chart), here=here).sort_values("here", kind="stable")
    raised = frame["here"] | (frame["place"] == IN_DISPUTE)
    layers = [rows for rows in (frame[~raised], frame[raised]) if len(rows)]
    below = legend(chart)
    height, centre, box = _frame(chart.shapes.bounds, wide, high)
    shapes, notes = _legend(chart, theme)
    return go.Figure(
        [*(_regions(chart, rows, theme) for rows in layers), _dots(frame, theme)],
        layout(
            theme,
            height=height + below,
            margin={"l": 0, "r": 0, "t": 0, "b": below},
            clickmode="event+select",
            map={"style": "white-bg", "zoom": 0, "center": centre, "bounds": box, "layers": _ground(theme)},
            shapes=shapes,
            annotations=notes,
        ),
    )


def legend(chart: Chart) -> int:
    """The height of the legend in pixels."""
    return LEGEND + ROW * max(0, len(shown(chart, "light")) - 1)


def _regions(chart: Chart, frame: pd.DataFrame, theme: str) -> go.Choroplethmap:
    count = len(chart.classes)
    below = sorted(specials(chart, theme), key=lambda one: one.place)
    scale = [*(one.fill for one in below), *palette.shades(theme, count)]
    stops = [stop for place, colour in enumerate(scale) for stop in ([place / len(scale), colour], [(place + 1) / len(scale), colour])]
    return go.Choroplethmap(
        geojson=chart.shapes.url,
        featureidkey="properties.code",
        locations=frame["code"].tolist(),
        z=frame["place"].tolist(),
        zmin=below[0].place - 0.5,
        zmax=count - 0.5,
        colorscale=stops,
        showscale=False,
        marker={"line": _outline(frame, theme), "opacity": 1},
        hovertext=frame["hover"].tolist(),
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _ground(theme: str) -> list[dict]:
    """The only style that asks nobody for anything is white; for a dark page the world is painted over."""
    if theme == "light":
        return []
    world = {"type": "Polygon", "coordinates": [[[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]]]}
    feature = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": world}]}
    return [{"sourcetype": "geojson", "source": feature, "type": "fill", "color": palette.GROUND[theme], "below": "traces"}]


def _outline(frame: pd.DataFrame, theme: str) -> dict:
    # White on white would have no border.
    lines, here = {UNNAMED: palette.QUIET[theme]}, palette.TEXT[theme]
    colours = [
        palette.WARNING[theme] if place == IN_DISPUTE else here if chosen else lines.get(place, palette.GROUND[theme])
        for chosen, place in zip(frame["here"], frame["place"])
    ]
    widths = [
        2.5 if chosen else 1.5 if place == IN_DISPUTE else 0.4 if place == UNNAMED else 0.6
        for chosen, place in zip(frame["here"], frame["place"])
    ]
    return {"color": colours, "width": widths}


def _dots(frame: pd.DataFrame, theme: str) -> go.Scattermap:
    """A dot in every region without a figure, so that light grey is not taken for the lowest class."""
    absent = frame[frame["place"] == NO_FIGURE]
    marker = {"size": 3.5 if len(frame) < CROWDED else 1.6, "color": palette.QUIET[theme]}
    return go.Scattermap(lon=absent["lon"].tolist(), lat=absent["lat"].tolist(), mode="markers", marker=marker, hoverinfo="skip")


def _frame(bounds: tuple[float, float, float, float], width: float, height: float | None) -> tuple[float, dict, dict]:
    """Height, centre and the box that MapLibre keeps the view within.

    It zooms in until the view lies within the box. A box as wide as the region, and so tall that its height never
    matters, thus makes the region as wide as the map, on a phone as on a desk. A tall region gets a wider box.
    """
    west, south, east, north = bounds
    low, high = _mercator(south), _mercator(north)
    tall, middle = max(high - low, 1e-3) * (1 + MARGIN), (low + high) / 2
    height = height or min(HIGHEST, max(LOWEST, round(width * tall / max(east - west, 1e-3))))
    wide = max((east - west) * (1 + MARGIN), tall * width / height)
    slack = wide * height / NARROWEST / 2
    centre = {"lon": (west + east) / 2, "lat": _latitude(middle)}
    box = {
        "west": centre["lon"] - wide / 2,
        "east": centre["lon"] + wide / 2,
        "south": _latitude(middle - slack),
        "north": _latitude(middle + slack),
    }
    return height, centre, box


def _mercator(latitude: float) -> float:
    """Height on the map in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def _latitude(mercator: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(mercator))) - math.pi / 2)


# -- legend ------------------------------------------------------------------------


def _legend(chart: Chart, theme: str) -> tuple[list[dict], list[dict]]:
    """A band of the classes with their limits, and under it a line each for the places that are no class."""
    shapes, notes = [], []
    colours = palette.shades(theme, len(chart.classes))
    width = 1 / max(len(colours), 4)
    for order, (colour, label) in enumerate(zip(colours, chart.classes)):
        shapes.append(_swatch(order * width, (order + 1) * width, -24, -12, colour, colour))
        notes.append(_words(label, (order + 0.5) * width, -26, "center", theme))
    for order, one in enumerate(shown(chart, theme)):
        below = ROW * order
        shapes.append(_box(one, below))
        notes += [_words("•", 0, -52 - below, "left", theme, shift=6)] if one.dotted else []
        notes.append(_words(one.words, 0, -52 - below, "left", theme, shift=26))
    return shapes, notes


def _swatch(left: float, right: float, low: int, high: int, colour: str, line: str) -> dict:
    """A rectangle over a share of the width, at a height in pixels below the map."""
    return {
        "type": "rect", "xref": "paper", "x0": left, "x1": right, "yref": "paper", "ysizemode": "pixel", "yanchor": 0,
        "y0": low, "y1": high, "fillcolor": colour, "line": {"color": line, "width": 0},
    }  # fmt: skip


def _box(one: Special, below: int) -> dict:
    return {
        **_swatch(0, 18, -68 - below, -56 - below, one.fill, one.line),
        "xsizemode": "pixel", "xanchor": 0, "line": {"color": one.line, "width": 1.5, "dash": "dash" if one.doubted else "solid"},
    }  # fmt: skip


def _words(words: str, place: float, below: int, anchor: str, theme: str, *, shift: int = 0) -> dict:
    return {
        "text": words, "xref": "paper", "x": place, "xanchor": anchor, "xshift": shift, "yref": "paper", "y": 0, "yanchor": "top",
        "yshift": below, "showarrow": False, "font": {"size": 12, "color": palette.TEXT[theme]},
    }  # fmt: skip
