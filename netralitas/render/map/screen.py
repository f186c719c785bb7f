"""A choropleth of static shapes by URL: no tiles, no fonts, no request to anybody.

The legend is drawn under the map as swatches; sizes in pixels, so that it is legible on a phone. Regions that are too small
to be seen have a dot of their colour; values stand on those that have room for them.
"""

from operator import itemgetter

from netralitas import palette
from netralitas.chart import IN_DISPUTE, NO_FIGURE, UNNAMED, Chart
from netralitas.render.ground.screen import drawing, hover, layout, traced
from netralitas.render.map.marks import CROWDED, Special, shown, specials, strong, values
from netralitas.render.map.view import NARROW, SMALL, View, latitude, marked, view
from netralitas.rows import grouped

LEGEND, ROW = 86, 20  # pixels below the map: for the classes and one line, and for each further line
WIDTH = 720  # pixels of the map on a desk, for which is told what is small and what has room
AHEAD = 3  # regions that are drawn before the others
LETTER, DIGIT = 12, 7  # pixels of a value on the map: its size, and the width of a digit
NARROWEST = 260  # pixels of the map on a small phone: a map begins so low, and style.css lets it grow with its card
SLACK = 1.02  # MapLibre keeps the view within a box; so much taller, its height never matters
ON_REGION = "\u200b"  # a blank of no width, by which style.css tells a value on the map from the legend


def choropleth(chart: Chart, theme: str, wide: float = WIDTH, high: float | None = None) -> dict:
    """Every region in the colour of its class; outlined ones in a layer above, so that no neighbour covers their line.

    Regions so small that the outline of a neighbour would hide them lie above that, and the chosen one among them has a ring.
    """
    seen = view(chart.shapes.bounds, high / wide if high else None)
    rows = [
        row | {"hover": told, "here": row["code"] == chart.highlight}
        for row, told in zip(marked(chart, seen, wide), hover(chart), strict=True)
    ]
    rows.sort(key=lambda row: row["here"])
    below, (shapes, notes) = legend(chart), _legend(chart, theme)
    return drawing(
        [*(_regions(chart, layer, theme) for layer in _layers(rows)), *_dots(chart, rows, theme)],
        layout(
            theme,
            height=round(high or NARROWEST * seen.tall) + below,
            margin={"l": 0, "r": 0, "t": 0, "b": below},
            clickmode="event+select",
            map={"style": "white-bg", "zoom": 0, "center": seen.centre, "bounds": _bounds(seen), "layers": _ground(theme) or None},
            shapes=shapes,
            annotations=[*notes, *_values(chart, rows, seen, theme)],
        ),
    )


def _layers(rows: list[dict]) -> list[list[dict]]:
    """The regions from below to above. A few small ones go ahead: what draws them readies itself while the many are prepared."""
    layers = grouped(rows, _layer)
    ground = sorted(layers.pop(0, ()), key=itemgetter("side"))
    return [layer for layer in (ground[:AHEAD], ground[AHEAD:], *(layers[one] for one in sorted(layers))) if layer]


def _layer(row: dict) -> int:
    """The ground, then what has a line that no neighbour may cover, then what such a line would hide."""
    if row["side"] < NARROW:
        return 2
    return int(row["here"] or row["place"] == IN_DISPUTE)


def room(chart: Chart) -> tuple[float, int]:
    """Height of the map over its width, and pixels of the legend below."""
    return view(chart.shapes.bounds).tall, legend(chart)


def legend(chart: Chart) -> int:
    """The height of the legend in pixels."""
    return LEGEND + ROW * max(0, len(shown(chart, "light")) - 1)


def _regions(chart: Chart, rows: list[dict], theme: str) -> dict:
    count = len(chart.classes)
    below = sorted(specials(chart, theme), key=lambda one: one.place)
    scale = [*(one.fill for one in below), *palette.shades(theme, count)]
    stops = [stop for place, colour in enumerate(scale) for stop in ([place / len(scale), colour], [(place + 1) / len(scale), colour])]
    return traced(
        "choroplethmap",
        geojson=chart.shapes.url,
        featureidkey="properties.code",
        locations=[row["code"] for row in rows],
        z=[row["place"] for row in rows],
        zmin=below[0].place - 0.5,
        zmax=count - 0.5,
        colorscale=stops,
        showscale=False,
        marker={"line": _outline(rows, theme), "opacity": 1},
        hovertext=[row["hover"] for row in rows],
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


def _outline(rows: list[dict], theme: str) -> dict:
    # White on white would have no border.
    lines, here = {UNNAMED: palette.QUIET[theme]}, palette.TEXT[theme]
    colours = [
        palette.WARNING[theme] if row["place"] == IN_DISPUTE else here if row["here"] else lines.get(row["place"], palette.GROUND[theme])
        for row in rows
    ]
    return {"color": colours, "width": list(map(_line, rows))}


def _line(row: dict) -> float:
    """How wide its outline is."""
    if row["here"]:
        return 1.2 if row["side"] < NARROW else 2.5
    return {IN_DISPUTE: 1.5, UNNAMED: 0.4}.get(row["place"], 0.6)


def _dots(chart: Chart, rows: list[dict], theme: str) -> list[dict]:
    """A dot in every region without a figure, so that light grey is not taken for the lowest class; and one of its colour, with a rim,
    for each region that is too small to be seen, the chosen one with a dark rim.

    What is only seen is one drawing, what is pointed at another: each is four layers to the program that draws the map. Both say
    the size dot by dot, though the second has only one: so the same program draws both.
    """
    towns = [row for row in rows if row["side"] < SMALL]
    absent = [row for row in rows if row["place"] == NO_FIGURE and row["side"] >= SMALL]
    own = {one.place: one for one in specials(chart, theme)}
    lines = {place: own[place].line for place in (UNNAMED, IN_DISPUTE)}
    seen = [(row, 3.5 if len(rows) < CROWDED else 1.6, palette.QUIET[theme]) for row in absent]
    for row in towns:
        rim = palette.TEXT[theme] if row["here"] else lines.get(row["place"], palette.GROUND[theme])
        seen.append((row, 11 if row["here"] else 7, rim))
    if not seen:
        return []
    below, sizes, colours = map(list, zip(*seen, strict=True))
    drawn = [traced("scattermap", **_at(below), marker={"size": sizes, "color": colours}, hoverinfo="skip")]
    if towns:
        classes = palette.shades(theme, len(chart.classes))
        fills = [own[row["place"]].fill if row["place"] in own else classes[row["place"]] for row in towns]
        drawn.append(
            traced(
                "scattermap",
                **_at(towns),
                hovertext=[row["hover"] for row in towns],
                hoverinfo="text",
                customdata=[[row["code"]] for row in towns],
                marker={"size": [5.5] * len(towns), "color": fills},
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 1}},
            )
        )
    return drawn


def _at(rows: list[dict]) -> dict:
    return {"lon": [row["lon"] for row in rows], "lat": [row["lat"] for row in rows], "mode": "markers"}


def _values(chart: Chart, rows: list[dict], seen: View, theme: str) -> list[dict]:
    """The number on each region that has room for it."""
    inks = {True: palette.GROUND[theme], False: palette.TEXT[theme]}
    return [
        _value(words, *seen.at(row["lon"], row["lat"]), inks[strong(chart, row["place"], theme)])
        for words, row in values(chart, rows, LETTER, DIGIT)
    ]


def _value(words: str, x: float, y: float, colour: str) -> dict:
    return {
        "text": ON_REGION + words, "xref": "paper", "x": x, "yref": "paper", "y": y,
        "xanchor": "center", "yanchor": "middle", "showarrow": False,
        "borderpad": 0, "font": {"size": LETTER, "color": colour},
    }  # fmt: skip


def _bounds(seen: View) -> dict[str, float]:
    """MapLibre zooms in until the view lies within this box: as wide as what is shown, so that the map is as wide as its card."""
    middle, deep = (seen.low + seen.high) / 2, (seen.high - seen.low) * SLACK / 2
    return {"west": seen.west, "east": seen.east, "south": latitude(middle - deep), "north": latitude(middle + deep)}


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
