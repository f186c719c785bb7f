"""Horizontal bars, the label above each, so that no width of screen can cut a label."""

from dataclasses import dataclass
from html import escape
from textwrap import wrap

import pandas as pd

from netralitas import palette
from netralitas.chart import Chart
from netralitas.claims.amount import records
from netralitas.render.bar.marks import second_lines
from netralitas.render.ground.scale import reach
from netralitas.render.ground.screen import drawing, hover, layout, quiet_axis, traced
from netralitas.render.ground.signs import BEYOND, amount, doubted, hollow

# Pixels; the value axis is unseen, and the other axis is counted in pixels from the top.
_BAR, _BAR_OF_SEVERAL, _LINE, _SMALL_LINE, _GAP = 20, 16, 19, 16, 5
# Characters that fit a card on a phone of 390 pixels.
_CHARACTERS, _SMALL_CHARACTERS = 44, 50


@dataclass(frozen=True)
class _Place:
    """Where a label and its bars go: top of the label, top of the first bar, lines of the label."""

    top: int
    bars: int
    lines: list[str]


def bar(chart: Chart, theme: str) -> dict:
    frame = chart.frame
    series = list(dict.fromkeys(frame["series"])) if "series" in frame else [""]
    side_by_side = 1 if chart.stacked else len(series)
    thickness = _BAR if side_by_side == 1 else _BAR_OF_SEVERAL
    places, height = _places(chart, side_by_side * thickness, theme)
    limit = float(frame.groupby("label")["value"].sum().max()) if chart.stacked else reach(frame)
    told = hover(chart)
    traces = []
    for order, name in enumerate(series):
        rows = frame[frame["series"] == name] if "series" in frame else frame
        traces.append(
            traced(
                "bar",
                orientation="h",
                name=name,
                y=[places[label].bars + ((0 if chart.stacked else order) + 0.5) * thickness for label in rows["label"]],
                x=rows["value"].clip(upper=limit * 1.02).fillna(0).tolist(),
                width=thickness - 1,
                marker=marker(rows, theme),
                text=texts(chart, rows, limit, bool(name) and not chart.stacked),
                textposition="inside" if chart.stacked else "outside",
                insidetextanchor="middle",
                textangle=0,
                cliponaxis=False,
                constraintext="inside" if chart.stacked else "none",
                hovertext=[told[place] for place in frame.index.get_indexer(rows.index)],
                hoverinfo="text",
            )
        )
    return drawing(
        traces,
        layout(
            theme,
            barmode="stack" if chart.stacked else "overlay",
            # a part too narrow for its number says it where the pointer rests
            uniformtext={"minsize": 12, "mode": "hide"} if chart.stacked else None,
            height=height + 12,
            margin={"l": 0, "r": 0, "t": 4, "b": 8},
            annotations=[_label(place, theme) for place in places.values()],
            xaxis=quiet_axis(theme, range=[0, limit * 1.28], visible=False),
            yaxis=quiet_axis(theme, range=[height, 0], visible=False),
            shapes=[_baseline(theme)],
        ),
    )


def _places(chart: Chart, bars: int, theme: str) -> tuple[dict[str, _Place], int]:
    """Label → where it goes, and the height of all."""
    rows = chart.frame.drop_duplicates("label")
    groups = second_lines(chart, rows)
    places, top = {}, 0
    for label, group in zip(rows["label"], groups):
        lines = [escape(line) for line in wrap(str(label), _CHARACTERS)] or [""]
        if label == chart.highlight:
            lines = [f"<b>{line}</b>" for line in lines]
        small = [escape(line) for line in wrap(group, _SMALL_CHARACTERS)]
        below = top + len(lines) * _LINE + len(small) * _SMALL_LINE
        quiet = [f'<span style="font-size:12px;color:{palette.QUIET[theme]}">{line}</span>' for line in small]
        places[label] = _Place(top, below, lines + quiet)
        top = below + bars + _GAP
    return places, top


def _label(place: _Place, theme: str) -> dict:
    return {
        "text": "<br>".join(place.lines),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": place.bars + 1,
        "yanchor": "bottom",
        "showarrow": False,
        "align": "left",
        "borderpad": 0,
        "font": {"size": 14, "color": palette.TEXT[theme]},
    }


def _baseline(theme: str) -> dict:
    line = {"color": palette.QUIET[theme], "width": 1}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "line": line}


def marker(rows: pd.DataFrame, theme: str) -> dict:
    """The colour of the stage; hollow where disputed (hatched) or where the stage is an absence."""
    colours = [palette.stage_colour(tone, theme) for tone in rows["tone"]]
    hatched, empty = doubted(rows), hollow(rows)
    return {
        "color": [palette.GROUND[theme] if hollow_ else colour for hollow_, colour in zip(empty, colours, strict=True)],
        "line": {"color": colours, "width": [1.5 if hollow_ else 0 for hollow_ in empty]},
        "pattern": {
            "shape": ["/" if doubted_ else "" for doubted_ in hatched],
            "fgcolor": colours,
            "bgcolor": palette.GROUND[theme],
            "size": 7,
            "solidity": 0.2,
        },
    }


def texts(chart: Chart, rows: pd.DataFrame, limit: float, named: bool) -> list[str]:
    """The number at the bar's end, with the mark of its status; absence is said in words."""
    said = []
    for row in records(rows, "series"):
        told = (BEYOND if row["value"] > limit * 1.02 else "") + escape(amount(chart, row))
        said.append(f"{told}  {escape(row['series'])}" if named and pd.notna(row["value"]) else told)
    return said
