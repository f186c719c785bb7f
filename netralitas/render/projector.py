"""A chart for the stage: the same marks as on the page, set in a room of fixed size, with letters for a projector.

Everything is drawn at half size, where a pixel is a point, and then enlarged.
"""

import re
from dataclasses import replace
from html import escape

import plotly.graph_objects as go

from netralitas import palette
from netralitas.chart import Chart, Kind, once
from netralitas.render import screen as plotly
from netralitas.render.bar.marks import Bars, bars
from netralitas.render.bar.screen import heights, marker, texts
from netralitas.render.dot.screen import dots
from netralitas.render.flow import marks as flow_marks
from netralitas.render.flow import screen as flow_screen
from netralitas.render.ground.scale import reach, ticks
from netralitas.render.ground.screen import Drawn, layout, quiet_axis, raised
from netralitas.render.ground.text import fitted, height, width, wrapped
from netralitas.render.heat.screen import heat
from netralitas.render.line import screen as plotly_line
from netralitas.render.line.marks import End, ends, panels
from netralitas.render.map.screen import choropleth, legend
from netralitas.render.plan import PANEL_COLUMNS, PANEL_GAP, PANEL_TICKS, above_panel, most_panels
from netralitas.rows import known

SCALE = 2
_INCH = 72  # pixels, before they are enlarged
LETTER = 12
_LABELS, _ABOVE, _BELOW = 290, 38, 34  # for the names at the right edge, the names of spans, the months
_GUTTER = 28  # between two columns of panels
_MOST_ROWS = 12  # of a heat map before its longer side is laid down


@once
def figure(chart: Chart, theme: str, wide: int, high: int) -> go.Figure:
    """The drawing in a room of `wide` × `high` pixels, made once."""
    draw = {Kind.BAR: _bar, Kind.LINE: _line, Kind.MAP: _map, Kind.HEAT: _heat, Kind.DOT: _dot, Kind.FLOW: _flow}[chart.kind]
    drawn = draw(chart, theme, wide / SCALE, high / SCALE)
    if chart.synthetic:
        drawn.add_annotation(**plotly.watermark(chart, theme))
    drawn.update_layout(height=high / SCALE, hoverlabel_font_size=LETTER)
    return Drawn(go.Figure(enlarged(drawn.to_dict()), skip_invalid=False).to_dict())


# -- enlarging -----------------------------------------------------------------------------

_LENGTHS = {"size", "height", "xshift", "yshift", "minsize", "xgap", "ygap", "borderpad", "ticklen"}
_PIXELS = re.compile(r"(\d+(?:\.\d+)?)px")


def enlarged(part: object, name: str = "", within: str = "") -> object:
    """All that a figure measures in pixels, `SCALE` times as large; what it measures on its axes stays."""
    if isinstance(part, dict):
        return {key: _length(value) if _in_pixels(part, key, name) else enlarged(value, key, name) for key, value in part.items()}
    if name in _LENGTHS or (name == "width" and within == "line"):
        return _length(part)
    if isinstance(part, str) and name in ("text", "shadow", "dash"):
        return _PIXELS.sub(lambda found: f"{float(found[1]) * SCALE:g}px", part)
    if isinstance(part, list) and part and isinstance(part[0], dict):
        return [enlarged(value, name) for value in part]
    return part


def _in_pixels(part: dict, key: str, name: str) -> bool:
    """Margins, and the sides of a shape that is measured in pixels."""
    if name == "margin":
        return key in ("l", "r", "t", "b")
    return key in ("x0", "x1", "y0", "y1") and part.get(f"{key[0]}sizemode") == "pixel"


def _length(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [_length(one) for one in value]
    return value * SCALE if isinstance(value, (int, float)) else value


# -- bars ------------------------------------------------------------------------------------


def _bar(chart: Chart, theme: str, wide: float, high: float) -> go.Figure:
    """Labels in a column at the left, bars from one baseline; what finds no room is counted by the plan."""
    placed = bars(chart, wide / _INCH, high / _INCH, LETTER)
    slot, column = min(high / len(placed.labels), _INCH), placed.column * _INCH
    traces = [_part(chart, theme, placed, order, name, slot) for order, name in enumerate(placed.series)]
    labels = [
        _label(chart, theme, label, wrapped(words, placed.size, placed.column - 0.05), placed.size, (order + 0.5) * slot, column / wide)
        for order, (label, words) in enumerate(zip(placed.labels, placed.told))
    ]
    base = {"type": "line", "xref": "x", "x0": 0, "x1": 0, "yref": "y", "y0": 0, "y1": slot * len(placed.labels)}
    return go.Figure(
        traces,
        layout(
            theme,
            barmode="stack" if chart.stacked else "overlay",
            uniformtext={"minsize": 11, "mode": "hide"} if chart.stacked else None,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            annotations=labels,
            shapes=[{**base, "line": {"color": palette.QUIET[theme], "width": 1}}],
            xaxis=quiet_axis(theme, range=[0, placed.axis], visible=False, domain=[column / wide, 1]),
            yaxis=quiet_axis(theme, range=[high, 0], visible=False),
        ),
    )


def _part(chart: Chart, theme: str, placed: Bars, order: int, name: str, slot: float) -> go.Bar:
    """The bars of one series."""
    rows = [row for row in chart.rows if row["label"] in placed.labels and row.get("series", "") == name]
    told = raised(chart)
    side_by_side = 1 if chart.stacked else len(placed.series)
    thick, one = slot * 0.7 / side_by_side, len(placed.series) == 1
    shift = 0 if chart.stacked else (order - (side_by_side - 1) / 2) * thick
    said = texts(chart, rows, placed.limit, bool(name) and not chart.stacked)
    return go.Bar(
        orientation="h",
        y=[(placed.labels.index(row["label"]) + 0.5) * slot + shift for row in rows],
        x=heights(rows, placed.limit),
        width=thick * 0.94,
        marker=marker(rows, theme),
        # an absence stands in the label where there is one series
        text=["" if one and not known(row) else words for words, row in zip(said, rows)],
        textposition="inside" if chart.stacked else "outside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": placed.size},
        cliponaxis=False,
        constraintext="inside" if chart.stacked else "none",
        hovertext=[told[id(row)] for row in rows],
        hoverinfo="text",
    )


def _label(chart: Chart, theme: str, label: str, lines: tuple[str, ...], size: float, y: float, x: float) -> dict:
    words = "<br>".join(map(escape, lines))
    return {
        "text": f"<b>{words}</b>" if label == chart.highlight else words, "x": x, "xref": "paper", "xanchor": "right", "xshift": -5,
        "y": y, "yref": "y", "yanchor": "middle", "align": "right", "showarrow": False, "borderpad": 0,
        "font": {"size": size, "color": palette.TEXT[theme]},
    }  # fmt: skip


# -- flows -----------------------------------------------------------------------------------


def _flow(chart: Chart, theme: str, wide: float, high: float) -> go.Figure:
    """Labels in a column at the left, each bar under its whole."""
    placed = flow_marks.flow(chart, wide / _INCH, high / _INCH, LETTER)
    slot, column = placed.slot * _INCH, placed.column * _INCH
    middles = [(order + 0.5) * slot for order in range(len(chart.frame))]
    labels = [
        _label(chart, theme, label, wrapped(label, placed.size, placed.column - 0.05), placed.size, middle, column / wide)
        for label, middle in zip(chart.frame["label"], middles)
    ]
    drawn = flow_screen.bars(chart, theme, middles, slot * 0.66) | {"textfont": {"size": placed.size}}
    return go.Figure(
        [drawn],
        layout(
            theme,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            annotations=labels,
            shapes=[{**flow_screen.baseline(theme), "yref": "y", "y1": slot * len(middles)}],
            xaxis=quiet_axis(theme, range=[0, placed.axis], visible=False, domain=[column / wide, 1]),
            yaxis=quiet_axis(theme, range=[high, 0], visible=False),
        ),
    )


# -- lines -------------------------------------------------------------------------------------


def _line(chart: Chart, theme: str, wide: float, high: float) -> go.Figure:
    return (_panels if "panel" in chart.frame else _time)(chart, theme, wide, high)


def _time(chart: Chart, theme: str, wide: float, high: float) -> go.Figure:
    """The lines of the page, with as many names at the right edge as its height holds."""
    drawn = go.Figure(plotly_line.line(chart, theme))
    highest, field = ticks(reach(chart.frame), plotly_line.TICKS)[-1], high - _ABOVE - _BELOW
    named = ends(chart, field / _INCH, highest, LETTER)
    kept = [note for note in drawn.layout.annotations if note.xref != "paper" or note.xanchor == "right"]
    grounds = [shape for shape in drawn.layout.shapes if shape.yref == "y domain"]
    notes, leaders = zip(*(_named(chart, theme, end, highest, field) for end in named)) if named else ((), ())
    margin = {"l": 0, "r": _LABELS, "t": _ABOVE, "b": _BELOW}
    # Assigned, not updated: an update would mend the first labels and keep the others.
    drawn.layout.annotations, drawn.layout.shapes = [*kept, *notes], [*grounds, *(one for pair in leaders for one in pair)]
    return drawn.update_layout(margin=margin)


def _named(chart: Chart, theme: str, end: End, highest: float, field: float) -> tuple[dict, list[dict]]:
    """Number, name and counter of a line on one row, and thin lines that lead there from its last point."""
    row = end.row
    colour, place = palette.stage_colour(row["tone"], theme), end.placed * _INCH / field * highest
    strong = f"{end.amount} {end.name}"
    # The measuring typeface is wider than the one on screen, above all where it is bold.
    room = (_LABELS - 26) / _INCH - width(strong, LETTER, True) * 0.82
    quiet = fitted(end.detail, max(room, 0.4) * 1.15, height(1, LETTER), (LETTER,))[1]
    words = f"<b>{escape(strong)}</b> <span style='color:{palette.QUIET[theme]}'>{escape(quiet)}</span>"
    where = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 20, "y": place, "yref": "y", "yanchor": "middle"}
    thin = {"color": colour, "width": 0.8}
    start = str(min(row["x"].date(), chart.until))
    to_edge = {"type": "line", "xref": "x", "yref": "y", "x0": start, "x1": str(chart.until), "y0": end.value, "y1": end.value}
    beyond = {"type": "line", "xref": "paper", "yref": "y", "xsizemode": "pixel", "xanchor": 1, "x0": 6, "x1": 18}
    return (
        {"text": words, **where, "showarrow": False, "align": "left", "font": {"size": LETTER, "color": colour}},
        [{**to_edge, "line": {**thin, "dash": "1px,3px"}}, {**beyond, "y0": end.value, "y1": place, "line": thin}],
    )


def _panels(chart: Chart, theme: str, wide: float, high: float) -> go.Figure:
    """A panel a stage in two columns, all on one zero-based axis; the elections stand below each column."""
    shown, highest, texts = panels(chart, most_panels(chart, high * SCALE))[0], reach(chart.frame), raised(chart)
    columns = max(1, min(PANEL_COLUMNS, len(shown)))
    rows = max(1, -(-len(shown) // columns))
    across = (wide - _GUTTER * (columns - 1)) / columns
    tall, above = (high - PANEL_TICKS) / rows, above_panel(chart)
    axes, notes, traces = {}, [], []
    for order, (name, part) in enumerate(shown):
        column, place = order % columns, "" if order == 0 else str(order + 1)
        top, left = order // columns * tall, column * (across + _GUTTER)
        low, up = 1 - (top + tall - PANEL_GAP) / high, 1 - (top + above) / high
        lowest = order + columns >= len(shown)
        axes[f"xaxis{place}"] = {
            **plotly_line.elections(chart, theme), "domain": [left / wide, (left + across) / wide], "anchor": f"y{place}",
            "position": None, "showticklabels": lowest, "tickfont": {"size": LETTER},
        }  # fmt: skip
        look = {"showticklabels": False, "zeroline": True, "zerolinecolor": palette.QUIET[theme]}
        axes[f"yaxis{place}"] = quiet_axis(theme, range=[0, highest], domain=[max(0, low), up], anchor=f"x{place}", **look)
        where = {"x": left / wide, "xref": "paper", "xanchor": "left", "y": 1 - top / high, "yref": "paper", "yanchor": "top"}
        notes.append({"text": f"<b>{escape(name)}</b>", "showarrow": False, **where, "font": {"size": LETTER + 1}})
        drawn = [*plotly_line.line_of(part, texts, theme, highest), plotly_line.numbers(chart, theme, part, highest)]
        traces += [one | {"xaxis": f"x{place}", "yaxis": f"y{place}"} for one in drawn]
    return go.Figure(traces, layout(theme, margin={"l": 0, "r": 0, "t": 0, "b": 0}, annotations=notes, **axes))


# -- maps, heat maps, dots -----------------------------------------------------------------------


def _map(chart: Chart, theme: str, wide: float, high: float) -> go.Figure:
    return go.Figure(choropleth(chart, theme, wide, high - legend(chart)))


def _heat(chart: Chart, theme: str, wide: float, high: float) -> go.Figure:
    """Many rows of few columns are laid down: a stage is wider than high."""
    down = chart.frame["row"].nunique() > _MOST_ROWS
    if down:
        chart = replace(chart, frame=chart.frame.rename(columns={"row": "column", "column": "row"}))
    across, along = chart.frame["column"].nunique(), chart.frame["row"].nunique()
    return go.Figure(heat(chart, theme)).update_layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis={"tickangle": -90 if down else 0, "range": [-0.5, across - 0.5]},
        yaxis={"autorange": False, "range": [along - 0.5, -0.5]},
    )


def _dot(chart: Chart, theme: str, wide: float, high: float) -> go.Figure:
    return go.Figure(dots(chart, theme))
