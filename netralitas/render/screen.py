"""A Chart on screen: a plotly figure without a template, so that little travels and nothing is asked of a CDN."""

import plotly.graph_objects as go

from netralitas import palette
from netralitas.chart import Chart, Kind, once
from netralitas.render.bar.screen import bar
from netralitas.render.dot.screen import dots
from netralitas.render.flow.screen import flow
from netralitas.render.ground.screen import Drawn
from netralitas.render.heat.screen import heat
from netralitas.render.line.screen import line
from netralitas.render.map.screen import choropleth
from netralitas.wording import text


@once
def figure(chart: Chart, theme: str = "light") -> go.Figure:
    """The figure of a chart, drawn once a theme."""
    draw = {Kind.BAR: bar, Kind.LINE: line, Kind.MAP: choropleth, Kind.HEAT: heat, Kind.DOT: dots, Kind.FLOW: flow}[chart.kind]
    drawn = draw(chart, theme)
    if chart.synthetic:
        ground = drawn["layout"]
        ground["annotations"] = [*ground.get("annotations", ()), watermark(chart, theme)]
    return Drawn(drawn)


def config(chart: Chart) -> dict:
    """Plotly's own PNG button, with a speaking file name; no other button and no logo.

    Not `responsive`: Streamlit says how wide and tall a chart is, whenever that changes; plotly, looking itself, drew each chart twice.
    """
    return {
        "displaylogo": False,
        "displayModeBar": False,
        "scrollZoom": False,
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
