"""Dots on screen."""

import pandas as pd
import plotly.graph_objects as go

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.scale import reach
from netralitas.render.ground.screen import hover, layout, month_ticks, quiet_axis, value_axis
from netralitas.render.ground.signs import hollow


def dots(chart: Chart, theme: str) -> go.Figure:
    """Figures of one scope by time: how much the published numbers differ, and since when."""
    frame = chart.frame
    days = pd.to_datetime(frame["x"])
    margin = max(pd.Timedelta(days=14), (days.max() - days.min()) / 20)
    since, until = (days.min() - margin).date(), (days.max() + margin).date()
    colours = [palette.stage_colour(tone, theme) for tone in frame["tone"]]
    inside = [palette.GROUND[theme] if empty else colour for empty, colour in zip(hollow(frame), colours)]
    trace = go.Scatter(
        x=[str(when.date()) for when in days],
        y=frame["value"].tolist(),
        mode="markers",
        marker={"size": 10, "color": inside, "line": {"color": colours, "width": 1.5}, "opacity": 0.85},
        hovertext=hover(chart),
        hoverinfo="text",
        cliponaxis=False,
    )
    return go.Figure(
        [trace],
        layout(
            theme,
            height=240,
            margin={"l": 44, "r": 12, "t": 12, "b": 40},
            xaxis=quiet_axis(theme, range=[str(since), str(until)], **month_ticks(since, until, chart.language)),
            yaxis=value_axis(chart, theme, reach(frame)),
        ),
    )
