"""Horizontal bars, the label above each, so that no width of screen can cut a label."""

from dataclasses import dataclass
from html import escape
from textwrap import wrap

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.bar.marks import firsts, reach_of_bars, second_line
from netralitas.render.ground.screen import drawing, layout, quiet_axis, raised, traced
from netralitas.render.ground.signs import BEYOND, SIGNS, amount, is_hollow
from netralitas.rows import grouped, known

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
    series = grouped(chart.rows, lambda row: row.get("series", ""))
    side_by_side = 1 if chart.stacked else len(series)
    thickness = _BAR if side_by_side == 1 else _BAR_OF_SEVERAL
    places, height = _places(chart, side_by_side * thickness, theme)
    limit = reach_of_bars(chart)
    told = raised(chart)
    traces = []
    for order, (name, rows) in enumerate(series.items()):
        traces.append(
            traced(
                "bar",
                orientation="h",
                name=name,
                y=[places[row["label"]].bars + ((0 if chart.stacked else order) + 0.5) * thickness for row in rows],
                x=heights(rows, limit),
                width=thickness - 1,
                marker=marker(rows, theme),
                text=texts(chart, rows, limit, bool(name) and not chart.stacked),
                textposition="inside" if chart.stacked else "outside",
                insidetextanchor="middle",
                textangle=0,
                cliponaxis=False,
                constraintext="inside" if chart.stacked else "none",
                hovertext=[told[id(row)] for row in rows],
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


def heights(rows: list[dict], limit: float) -> list[float]:
    """How far each bar runs: a value beyond the axis a little further."""
    return [min(row["value"], limit * 1.02) if known(row) else 0.0 for row in rows]


def _places(chart: Chart, bars: int, theme: str) -> tuple[dict[str, _Place], int]:
    """Label → where it goes, and the height of all."""
    places, top = {}, 0
    for label, group in ((row["label"], second_line(chart, row)) for row in firsts(chart)):
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


def marker(rows: list[dict], theme: str) -> dict:
    """The colour of the stage; hollow where disputed (hatched) or where the stage is an absence."""
    colours, empty = [palette.stage_colour(row["tone"], theme) for row in rows], list(map(is_hollow, rows))
    return {
        "color": [palette.GROUND[theme] if hollow_ else colour for hollow_, colour in zip(empty, colours, strict=True)],
        "line": {"color": colours, "width": [1.5 if hollow_ else 0 for hollow_ in empty]},
        "pattern": {
            "shape": ["/" if SIGNS[row["status"]].doubted else "" for row in rows],
            "fgcolor": colours,
            "bgcolor": palette.GROUND[theme],
            "size": 7,
            "solidity": 0.2,
        },
    }


def texts(chart: Chart, rows: list[dict], limit: float, named: bool) -> list[str]:
    """The number at the bar's end, with the mark of its status; absence is said in words."""
    said = []
    for row in rows:
        told = (BEYOND if row["value"] > limit * 1.02 else "") + escape(amount(chart, row))
        said.append(f"{told}  {escape(row['series'])}" if named and known(row) else told)
    return said
