"""A Chart on screen: a plotly figure without a template, so that little travels and nothing is asked of a CDN."""

import pandas as pd
import plotly.graph_objects as go

from netralitas import palette
from netralitas.chart import Chart, Kind
from netralitas.model import DISPUTED
from netralitas.render.plotly_bar import bar
from netralitas.render.plotly_base import Drawn, hover
from netralitas.render.plotly_base import layout as _layout
from netralitas.render.plotly_base import quiet_axis as _quiet_axis
from netralitas.render.plotly_base import value_axis as _value_axis
from netralitas.render.plotly_heat import heat
from netralitas.render.plotly_line import line, month_ticks
from netralitas.render.plotly_map import choropleth
from netralitas.render.scale import reach
from netralitas.wording import text


def figure(chart: Chart, theme: str = "light") -> go.Figure:
    """The figure of a chart, drawn once a theme and then remembered with the chart."""
    key = ("plotly", theme)
    if key not in chart.cache:
        draw = {
            Kind.BAR: bar,
            Kind.LINE: line,
            Kind.MAP: choropleth,
            Kind.HEAT: heat,
            Kind.DOT: _dot,
        }[chart.kind]
        drawn = draw(chart, theme)
        if chart.synthetic:
            drawn.add_annotation(**watermark(chart, theme))
        chart.cache[key] = Drawn(drawn)
    return chart.cache[key]


def config(chart: Chart) -> dict:
    """Plotly's own PNG button, with a speaking file name; no other button and no logo."""
    return {
        "displaylogo": False,
        "displayModeBar": False,
        "scrollZoom": False,
        "responsive": True,
        "toImageButtonOptions": {"format": "png", "filename": chart.name, "width": 1920, "height": 1080},
    }


def watermark(chart: Chart, theme: str) -> dict:
    return {
        "text": text(chart.language, "status.sintetis"),
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
        "textangle": -24,
        "opacity": 0.28,
        "font": {"size": 44, "color": palette.WARNING[theme]},
    }


def _dot(chart: Chart, theme: str) -> go.Figure:
    """Figures of one scope by time: how much the published numbers differ, and since when."""
    frame = chart.frame
    days = pd.to_datetime(frame["x"])
    margin = max(pd.Timedelta(days=14), (days.max() - days.min()) / 20)
    since, until = (days.min() - margin).date(), (days.max() + margin).date()
    colours = [palette.stage_colour(tone, theme) for tone in frame["tone"]]
    inside = [palette.GROUND[theme] if status == DISPUTED else colour for status, colour in zip(frame["status"], colours)]
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
        _layout(
            theme,
            height=240,
            margin={"l": 44, "r": 12, "t": 12, "b": 40},
            xaxis=_quiet_axis(theme, range=[str(since), str(until)], **month_ticks(since, until, chart.language)),
            yaxis=_value_axis(chart, theme, reach(frame)),
        ),
    )
