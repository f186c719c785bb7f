"""A Chart on screen: a plotly figure without a template, so that little travels and nothing is asked of a CDN."""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from netralitas import palette
from netralitas.chart import Chart, Kind
from netralitas.model import DISPUTED, NOTED
from netralitas.render.plotly_bar import bar
from netralitas.render.plotly_base import hover
from netralitas.render.plotly_base import layout as _layout
from netralitas.render.plotly_base import quiet_axis as _quiet_axis
from netralitas.render.plotly_base import value_axis as _value_axis
from netralitas.render.plotly_heat import heat
from netralitas.render.scale import reach, spread, ticks
from netralitas.wording import day, number, text


def figure(chart: Chart, theme: str = "light") -> go.Figure:
    """The figure of a chart, drawn once a theme and then remembered with the chart."""
    key = ("plotly", theme)
    if key not in chart.cache:
        draw = {
            Kind.BAR: bar,
            Kind.LINE: _line,
            Kind.MAP: _map,
            Kind.HEAT: heat,
            Kind.DOT: _dot,
        }[chart.kind]
        drawn = draw(chart, theme)
        if chart.synthetic:
            drawn.add_annotation(**_watermark(chart, theme))
        chart.cache[key] = drawn
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


def _watermark(chart: Chart, theme: str) -> dict:
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


# -- lines ---------------------------------------------------------------------


def _line(chart: Chart, theme: str) -> go.Figure:
    """Lines with gaps, one panel a `panel` value where there is one, labels at the line's end."""
    frame = chart.frame
    panels = list(dict.fromkeys(frame["panel"])) if "panel" in frame else [""]
    columns = min(len(panels), 3) if len(panels) > 1 else 1
    height = 380 if len(panels) == 1 else 210 * -(-len(panels) // columns) + 30
    figure_ = go.Figure(layout=_layout(theme, height=height))
    largest = reach(frame)
    for order, panel in enumerate(panels):
        part = frame[frame["panel"] == panel] if "panel" in frame else frame
        _draw_panel(figure_, chart, theme, part, order, panel, len(panels), columns, largest)
    return figure_


def _draw_panel(figure_, chart, theme, frame, order, panel, panels, columns, largest) -> None:
    """One panel: its axes, its spans, its lines and their labels. Panels share the value axis."""
    rows = -(-panels // columns)
    row, column = divmod(order, columns)
    left, right = column / columns + (0.02 if columns > 1 else 0), (column + 1) / columns - 0.02
    if panels == 1:
        left, right = 0, 0.76 if _labelled(chart) else 1
    top, bottom = 1 - row / rows - (0.1 if panel else 0.02), 1 - (row + 1) / rows + 0.14 / rows * (2 if rows > 1 else 1)
    suffix = "" if order == 0 else str(order + 1)
    places = ticks(largest, 3 if panels > 1 else 4)
    figure_.update_layout(
        {
            f"xaxis{suffix}": _quiet_axis(theme, domain=[left, right], anchor=f"y{suffix}", **_x_ticks(chart, frame, panels)),
            f"yaxis{suffix}": {**_value_axis(chart, theme, places[-1], 3 if panels > 1 else 4), "domain": [bottom, top], "anchor": f"x{suffix}"},
        }
    )
    if panel:
        figure_.add_annotation(text=f"<b>{escape(str(panel))}</b>", xref="paper", yref="paper", x=left, xanchor="left", y=top + 0.02, yanchor="bottom", showarrow=False)
    _draw_spans(figure_, chart, theme, suffix)
    lines = list(frame.groupby("series", sort=False))
    ends = []
    for name, part in lines:
        tone = part["tone"].iloc[0]
        colour = palette.stage_colour(tone, theme)
        counted_by = part["counted_by"].iloc[-1] if "counted_by" in part else ""
        hollow = part["status"] == DISPUTED
        figure_.add_trace(
            go.Scatter(
                x=part["x"].tolist(), y=[None if value != value else value for value in part["value"].clip(upper=places[-1])],
                name=str(name), mode="lines+markers", connectgaps=False, xaxis=f"x{suffix}", yaxis=f"y{suffix}",
                line={"color": colour, "width": 2, "dash": palette.DASH.get(counted_by, palette.OTHER_DASH) if counted_by else "solid"},
                marker={"size": [9 if empty else 6 for empty in hollow], "color": [palette.GROUND[theme] if empty else colour for empty in hollow], "line": {"color": colour, "width": 1.5}},
                hovertext=[hover_ for hover_, keep in zip(hover(chart), chart.frame.index.isin(part.index), strict=True) if keep],
                hoverinfo="text", cliponaxis=False,
            )
        )  # fmt: skip
        known = part[part["value"].notna()]
        if len(known):
            ends.append((str(name), float(min(known["value"].iloc[-1], places[-1])), colour, known))
    if panels > 1:
        _label_points(figure_, chart, theme, frame, suffix, places[-1])
    else:
        _label_ends(figure_, chart, ends, places[-1])


def _labelled(chart: Chart) -> bool:
    return chart.frame["series"].nunique() > 0


def _x_ticks(chart: Chart, frame: pd.DataFrame, panels: int) -> dict:
    if chart.ticks:
        return {"tickvals": list(range(len(chart.ticks))), "ticktext": list(chart.ticks), "range": [-0.4, len(chart.ticks) - 0.6], "tickangle": -90 if panels > 1 else 0, "tickfont": {"size": 11}}
    days = pd.to_datetime(chart.frame["x"])
    months = pd.date_range(days.min().to_period("M").start_time, days.max(), freq="MS")
    step = max(1, -(-len(months) // 7))
    shown = months[::step]
    margin = pd.Timedelta(days=max(2, (days.max() - days.min()).days // 40))
    return {
        "type": "date",
        "range": [str((days.min() - margin).date()), str((days.max() + margin).date())],
        "tickvals": [str(month.date()) for month in shown],
        "ticktext": [day(month.date(), chart.language, "month") for month in shown],
        "tickfont": {"size": 12},
    }


def _draw_spans(figure_: go.Figure, chart: Chart, theme: str, suffix: str) -> None:
    for span in chart.spans:
        point = span.start == span.end
        figure_.add_shape(
            type="line" if point else "rect", xref=f"x{suffix}", yref=f"y{suffix} domain", layer="below",
            x0=str(span.start), x1=str(span.end), y0=0, y1=1,
            line={"color": palette.QUIET[theme], "width": 1 if point else 0, "dash": "dot"},
            fillcolor=palette.ABSENT[theme], opacity=1 if point else 0.55,
        )  # fmt: skip
        figure_.add_annotation(
            text=escape(span.label), xref=f"x{suffix}", yref=f"y{suffix} domain", x=str(span.start), y=1, showarrow=False,
            xanchor="right" if point else "left", yanchor="bottom", font={"size": 11, "color": palette.QUIET[theme]},
        )  # fmt: skip
    for when, label in chart.ticks_below:
        figure_.add_annotation(
            text="▲", hovertext=escape(label), xref=f"x{suffix}", yref=f"y{suffix} domain", x=str(when), y=0,
            yanchor="top", showarrow=False, font={"size": 10, "color": palette.ACCENT[theme]},
        )  # fmt: skip


def _label_ends(figure_: go.Figure, chart: Chart, ends: list, highest: float) -> None:
    """Each line's name and last number beside its end, spread so that they never touch."""
    figure_height = figure_.layout.height
    gap = highest * 34 / (figure_height * 0.84)
    places = spread([value for _, value, _, _ in ends], gap, gap / 2, highest)
    for (name, _, colour, known), place in zip(ends, places, strict=True):
        value = number(known["value"].iloc[-1], chart.language)
        figure_.add_annotation(
            text=f"<b>{value}</b> {escape(name)}", x=0.775, xref="paper", xanchor="left", y=place, yref="y", yanchor="middle",
            showarrow=False, align="left", font={"color": colour, "size": 13},
        )  # fmt: skip


def _label_points(figure_, chart, theme, frame, suffix, highest) -> None:
    """In a small panel every point carries its number."""
    known = frame[frame["value"].notna()]
    figure_.add_trace(
        go.Scatter(
            x=known["x"].tolist(), y=known["value"].clip(upper=highest).tolist(), mode="text", xaxis=f"x{suffix}", yaxis=f"y{suffix}",
            text=[number(value, chart.language) + {NOTED: " •", DISPUTED: " (!)"}.get(status, "") for value, status in zip(known["value"], known["status"], strict=True)],
            textposition="top center", textfont={"size": 11, "color": palette.TEXT[theme]}, hoverinfo="skip", cliponaxis=False,
        )
    )  # fmt: skip


# -- dots, map -----------------------------------------------------------


def _dot(chart: Chart, theme: str) -> go.Figure:
    """Figures of one scope by time: how much the published numbers differ, and since when."""
    frame = chart.frame
    colours = [palette.stage_colour(tone, theme) for tone in frame["tone"]]
    hollow = frame["status"] == DISPUTED
    trace = go.Scatter(
        x=[str(when.date()) for when in pd.to_datetime(frame["x"])], y=frame["value"].tolist(), mode="markers",
        marker={"size": 10, "color": [palette.GROUND[theme] if empty else colour for empty, colour in zip(hollow, colours, strict=True)], "line": {"color": colours, "width": 1.5}, "opacity": 0.85},
        hovertext=hover(chart), hoverinfo="text", cliponaxis=False,
    )  # fmt: skip
    return go.Figure(
        [trace],
        _layout(theme, height=220, margin={"l": 0, "r": 12, "t": 12, "b": 0}, xaxis=_quiet_axis(theme, **_x_ticks(chart, frame, 1)), yaxis=_value_axis(chart, theme, reach(frame))),
    )


def _map(chart: Chart, theme: str) -> go.Figure:
    """A choropleth of static shapes by URL: no tiles, no request to anybody. Classes 0… are sound figures."""
    frame, classes = chart.frame, chart.classes
    count = len(classes)
    scale = [palette.WARNING[theme], palette.ABSENT[theme], *_shades(theme, count)]
    stops = [stop for place, colour in enumerate(scale) for stop in ([place / len(scale), colour], [(place + 1) / len(scale), colour])]
    selected = frame["code"] == chart.highlight
    west, south, east, north = chart.shapes.bounds
    trace = go.Choroplethmap(
        geojson=chart.shapes.url, featureidkey="properties.code", locations=frame["code"].tolist(), z=frame["place"].tolist(),
        zmin=-2.5, zmax=count - 0.5, colorscale=stops, showscale=False,
        marker={"line": {"color": [palette.TEXT[theme] if here else palette.GROUND[theme] for here in selected], "width": [2.5 if here else 0.6 for here in selected]}, "opacity": 1},
        hovertext=hover(chart), hoverinfo="text", selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip
    return go.Figure(
        [trace],
        _layout(
            theme,
            height=440,
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            map={"style": "white-bg", "bounds": None, "center": {"lon": (west + east) / 2, "lat": (south + north) / 2}, "zoom": _zoom(chart.shapes.bounds)},
        ),
    )


def _shades(theme: str, count: int) -> list[str]:
    """`count` colours of the sequential scale, evenly spread from few to many."""
    colours = palette.SEQUENTIAL[theme]
    if count < 2:
        return list(colours[3:4]) * count
    return [colours[round(place * (len(colours) - 1) / (count - 1))] for place in range(count)]


def _zoom(bounds: tuple[float, float, float, float]) -> float:
    """The zoom at which the box fits a drawing of about 640 × 440 pixels (a world is 512 pixels wide at zoom 0)."""
    import math

    west, south, east, north = bounds
    mercator = [math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) for latitude in (south, north)]
    wide = max((east - west) / 360, 1e-4)
    high = max((mercator[1] - mercator[0]) / (2 * math.pi), 1e-4)
    return max(0.0, min(math.log2(600 / 512 / wide), math.log2(400 / 512 / high)))
