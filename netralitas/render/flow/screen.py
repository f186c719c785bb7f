"""A flow on screen: the label above each bar, so that no width of screen can cut it."""

from html import escape
from textwrap import wrap

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.flow.marks import THIN, reach, told
from netralitas.render.ground.screen import drawing, hover, layout, quiet_axis, traced
from netralitas.render.ground.signs import SIGNS, is_hollow

# Pixels; the value axis is unseen, and the other axis is counted in pixels from the top.
_BAR, _LINE, _GAP = 20, 19, 7
_CHARACTERS = 44  # that fit a card on a phone of 390 pixels


def flow(chart: Chart, theme: str) -> dict:
    labels = [[escape(line) for line in wrap(str(label), _CHARACTERS)] or [""] for label in (row["label"] for row in chart.rows)]
    tops, height = [], 0
    for lines in labels:
        tops.append(height + len(lines) * _LINE)
        height = tops[-1] + _BAR + _GAP
    notes = [_label("<br>".join(lines), top, theme) for lines, top in zip(labels, tops)]
    return drawing(
        [bars(chart, theme, [top + _BAR / 2 for top in tops], _BAR - 1)],
        layout(
            theme,
            height=height + 12,
            margin={"l": 0, "r": 0, "t": 4, "b": 8},
            annotations=notes,
            xaxis=quiet_axis(theme, range=[0, reach(chart) * 1.28], visible=False),
            yaxis=quiet_axis(theme, range=[height, 0], visible=False),
            shapes=[baseline(theme)],
        ),
    )


def bars(chart: Chart, theme: str, middles: list[float], thick: float) -> dict:
    """Each number from where its whole has room for it; a remainder is a thin outline."""
    rows = chart.rows
    return traced(
        "bar",
        orientation="h",
        y=middles,
        x=[row["value"] for row in rows],
        base=[row["start"] for row in rows],
        width=[thick * THIN if row["open"] else thick for row in rows],
        marker=_marker(chart, theme),
        text=[escape(one) for one in told(chart)],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        constraintext="none",
        hovertext=hover(chart),
        hoverinfo="text",
    )


def baseline(theme: str) -> dict:
    line = {"color": palette.QUIET[theme], "width": 1}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "line": line}


def _marker(chart: Chart, theme: str) -> dict:
    """The colour of the stage; an outline for a remainder and for what is not carried out, hatched where disputed."""
    rows = chart.rows
    colours = [palette.QUIET[theme] if row["open"] else palette.stage_colour(row["tone"], theme) for row in rows]
    empty = [row["open"] or is_hollow(row) for row in rows]
    return {
        "color": [palette.GROUND[theme] if hollow_ else colour for hollow_, colour in zip(empty, colours)],
        "line": {"color": colours, "width": [1 if row["open"] else 1.5 if hollow_ else 0 for row, hollow_ in zip(rows, empty)]},
        "pattern": {
            "shape": ["/" if SIGNS[row["status"]].doubted else "" for row in rows],
            "fgcolor": colours,
            "bgcolor": palette.GROUND[theme],
            "size": 7,
            "solidity": 0.2,
        },
    }


def _label(words: str, top: int, theme: str) -> dict:
    return {
        "text": words, "x": 0, "xref": "paper", "xanchor": "left", "y": top + 1, "yanchor": "bottom",
        "showarrow": False, "align": "left", "borderpad": 0, "font": {"size": 14, "color": palette.TEXT[theme]},
    }  # fmt: skip
