"""Dots on screen."""

import pandas as pd

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.dot.marks import asked_at, forms, largest
from netralitas.render.ground.screen import drawing, hover, layout, month_ticks, quiet_axis, traced, value_axis
from netralitas.render.ground.signs import is_hollow

# As plotly calls them.
_SYMBOLS = {"circle": "circle", "square": "square", "triangle": "triangle-up"}


def dots(chart: Chart, theme: str) -> dict:
    """Figures of one scope by time: how much the published numbers differ, and since when."""
    days = pd.to_datetime(chart.frame["x"])
    margin = max(pd.Timedelta(days=14), (days.max() - days.min()) / 20)
    since, until = (days.min() - margin).date(), (days.max() + margin).date()
    colours = [palette.stage_colour(row["tone"], theme) for row in chart.rows]
    inside = [palette.GROUND[theme] if is_hollow(row) else colour for row, colour in zip(chart.rows, colours)]
    axis = value_axis(chart, theme, largest(chart))
    trace = traced(
        "scatter",
        x=[str(when.date()) for when in days],
        # A doubtful number far above the others stretches no axis: it is at the edge, and its number is told.
        y=[min(row["value"], axis["range"][1]) for row in chart.rows],
        mode="markers",
        marker={
            "size": 10,
            "symbol": [_SYMBOLS[form] for form in forms(chart)],
            "color": inside,
            "line": {"color": colours, "width": 1.5},
            "opacity": 0.85,
        },
        hovertext=hover(chart),
        hoverinfo="text",
        cliponaxis=False,
    )
    return drawing(
        [trace],
        layout(
            theme,
            height=240,
            margin={"l": 44, "r": 12, "t": 12, "b": 40},
            xaxis=quiet_axis(theme, range=[str(since), str(until)], **month_ticks(since, until, chart.language)),
            yaxis=axis,
            **_asked(chart, theme, axis["range"][1]),
        ),
    )


def _asked(chart: Chart, theme: str, top: float) -> dict:
    """The number that was asked for, as a dashed line with its number."""
    found = asked_at(chart, top)
    if found is None:
        return {}
    line = {"color": palette.TEXT[theme], "width": 1, "dash": "dash"}
    across = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": found.height, "y1": found.height, "line": line}
    words = {
        "text": found.words,
        "x": 0 if found.left else 1,
        "xref": "paper",
        "xanchor": "left" if found.left else "right",
        "y": found.height,
        "yref": "y",
    }
    return {
        "shapes": [across],
        "annotations": [{**words, "yanchor": "top" if found.below else "bottom", "showarrow": False, "font": {"size": 13}}],
    }
