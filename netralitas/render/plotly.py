"""A Chart on screen: a plotly figure without a template, so that little travels and nothing is asked of a CDN."""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from netralitas import palette
from netralitas.chart import Chart, Kind
from netralitas.model import DISPUTED, NOTED
from netralitas.render.scale import reach, spread, ticks
from netralitas.wording import day, number, text

FONT = '"Source Sans", "Segoe UI", "Noto Sans", Arial, sans-serif'
ROW = 44  # pixels of a bar with its label above it


def figure(chart: Chart, theme: str = "light") -> go.Figure:
    """The figure of a chart, drawn once a theme and then remembered with the chart."""
    key = ("plotly", theme)
    if key not in chart.cache:
        draw = {
            Kind.BAR: _bar,
            Kind.STACK: _bar,
            Kind.LINE: _line,
            Kind.MAP: _map,
            Kind.HEAT: _heat,
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


def hover(chart: Chart) -> list[str]:
    """One text a row: number, unit, counter, cut-off, publisher. Escaped: plotly reads a little HTML."""
    frame = chart.frame
    label = frame["label"] if "label" in frame else frame.get("series", pd.Series("", index=frame.index))
    rows = zip(label, frame["value"], frame["counter"], frame["cutoff"], frame["publisher"], frame["status"], strict=True)
    disputed = text(chart.language, "status.disengketakan")
    return [
        "<br>".join(
            escape(part)
            for part in (
                str(name),
                f"{number(value, chart.language, chart.decimals)} {chart.unit}",
                " · ".join(filter(None, (counter, cutoff, publisher))),
                disputed if status == DISPUTED else "",
            )
            if part
        )
        for name, value, counter, cutoff, publisher, status in rows
    ]


def _layout(theme: str, **more: object) -> dict:
    return {
        "font": {"family": FONT, "size": 14, "color": palette.TEXT[theme]},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 8, "b": 0},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"bgcolor": palette.GROUND[theme], "bordercolor": palette.LINE[theme], "font": {"color": palette.TEXT[theme], "family": FONT}, "align": "left"},
        "template": None,
        **more,
    }


def _quiet_axis(theme: str, **more: object) -> dict:
    return {
        "zeroline": False,
        "showgrid": False,
        "fixedrange": True,
        "color": palette.QUIET[theme],
        "linecolor": palette.LINE[theme],
        "gridcolor": palette.LINE[theme],
        **more,
    }


def _value_axis(chart: Chart, theme: str, largest: float, most: int = 4) -> dict:
    places = ticks(largest, most)
    return _quiet_axis(
        theme,
        range=[0, places[-1] * 1.02],
        tickvals=places,
        ticktext=[number(place, chart.language) for place in places],
        showgrid=True,
        zeroline=True,
        zerolinecolor=palette.QUIET[theme],
    )


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


# -- bars ----------------------------------------------------------------------


def _bar(chart: Chart, theme: str) -> go.Figure:
    """Horizontal bars, the label above each, so that no width of screen can cut a label."""
    frame = chart.frame
    labels = list(dict.fromkeys(frame["label"]))
    limit = reach(frame) if chart.kind is Kind.BAR else float(frame.groupby("label")["value"].sum().max() or 1)
    place = {label: position for position, label in enumerate(labels)}
    drawn = frame["value"].clip(upper=limit * 1.02)
    series = list(dict.fromkeys(frame["series"])) if "series" in frame else [""]
    thickness = 0.46 / (1 if chart.kind is Kind.STACK else len(series))
    traces = []
    for order, name in enumerate(series):
        part = frame["series"] == name if "series" in frame else pd.Series(True, index=frame.index)
        shift = 0 if chart.kind is Kind.STACK else (order - (len(series) - 1) / 2) * thickness
        rows = frame[part]
        traces.append(
            go.Bar(
                orientation="h",
                name=name,
                y=[place[label] + shift + 0.16 for label in rows["label"]],
                x=drawn[part].fillna(0).tolist(),
                width=thickness * 0.94,
                marker=_bar_marker(rows, theme),
                text=_bar_texts(chart, rows, limit, bool(name)),
                textposition="inside" if chart.kind is Kind.STACK else "outside",
                insidetextanchor="middle",
                cliponaxis=False,
                constraintext="none",
                hovertext=[line for line, keep in zip(hover(chart), part, strict=True) if keep],
                hoverinfo="text",
            )
        )
    notes = [
        {
            "text": f"<b>{escape(label)}</b>" if label == chart.highlight else escape(label),
            "x": 0, "xref": "paper", "xanchor": "left", "y": place[label] - 0.13, "yanchor": "bottom",
            "showarrow": False, "align": "left", "font": {"size": 14, "color": palette.TEXT[theme]},
        }
        for label in labels
    ]  # fmt: skip
    rows_high = len(labels) * (ROW + (14 * (len(series) - 1) if chart.kind is Kind.BAR else 0))
    return go.Figure(
        traces,
        _layout(
            theme,
            barmode="stack" if chart.kind is Kind.STACK else "overlay",
            height=rows_high + 16,
            annotations=notes,
            xaxis=_quiet_axis(theme, range=[0, limit * 1.28], visible=False),
            yaxis=_quiet_axis(theme, range=[len(labels) - 0.42, -0.62], visible=False),
            shapes=[_baseline(theme)],
        ),
    )


def _baseline(theme: str) -> dict:
    return {"type": "line", "xref": "x", "yref": "paper", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "line": {"color": palette.QUIET[theme], "width": 1}}


def _bar_marker(rows: pd.DataFrame, theme: str) -> dict:
    colours = [palette.stage_colour(tone, theme) for tone in rows["tone"]]
    disputed = rows["status"] == DISPUTED
    hollow = disputed | rows["tone"].isin(palette.HOLLOW_STAGES)
    return {
        "color": [palette.GROUND[theme] if empty else colour for empty, colour in zip(hollow, colours, strict=True)],
        "line": {"color": colours, "width": [1.5 if empty else 0 for empty in hollow]},
        "pattern": {
            "shape": ["/" if status == DISPUTED else "" for status in rows["status"]],
            "fgcolor": colours,
            "bgcolor": palette.GROUND[theme],
            "size": 7,
            "solidity": 0.2,
        },
    }


def _bar_texts(chart: Chart, rows: pd.DataFrame, limit: float, named: bool) -> list[str]:
    """The number at the bar's end, with the mark of its status; absence is said in words."""
    absent = text(chart.language, "status.tidak_ada")
    texts = []
    for value, status, name in zip(rows["value"], rows["status"], rows.get("series", rows["label"]), strict=True):
        if value != value:
            texts.append(absent)
            continue
        mark = {NOTED: " •", DISPUTED: " ⚠"}.get(status, "")
        beyond = "▸ " if value > limit * 1.02 else ""
        told = beyond + number(value, chart.language, chart.decimals) + mark
        texts.append(f"{told}  {escape(name)}" if named and chart.kind is Kind.BAR else told)
    return texts


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
            text=[number(value, chart.language) + {NOTED: " •", DISPUTED: " ⚠"}.get(status, "") for value, status in zip(known["value"], known["status"], strict=True)],
            textposition="top center", textfont={"size": 11, "color": palette.TEXT[theme]}, hoverinfo="skip", cliponaxis=False,
        )
    )  # fmt: skip


# -- dots, heat, map -----------------------------------------------------------


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


def _heat(chart: Chart, theme: str) -> go.Figure:
    """Rows × columns; an empty cell is ground, not the lowest colour."""
    frame = chart.frame
    rows, columns = list(dict.fromkeys(frame["row"])), list(dict.fromkeys(frame["column"]))
    grid = frame.pivot_table(index="row", columns="column", values="value", aggfunc="sum", sort=False, dropna=False).reindex(index=rows, columns=columns)
    colours = palette.SEQUENTIAL[theme]
    scaled = grid.where(grid > 0)
    trace = go.Heatmap(
        z=scaled.pow(0.5).astype(object).where(scaled.notna(), None).values.tolist(),
        x=[escape(name) for name in columns], y=[escape(name) for name in rows], xgap=2, ygap=2, showscale=False,
        colorscale=[[place / (len(colours) - 1), colour] for place, colour in enumerate(colours)],
        text=[[number(value, chart.language) for value in line] for line in grid.values.tolist()],
        texttemplate="%{text}", hovertemplate="%{y}<br>%{x}<br>%{text} " + escape(chart.unit) + "<extra></extra>", hoverongaps=False,
    )  # fmt: skip
    return go.Figure(
        [trace],
        _layout(
            theme, height=26 * len(rows) + 70, font={"family": FONT, "size": 12, "color": palette.TEXT[theme]},
            xaxis=_quiet_axis(theme, side="top", tickfont={"size": 11}),
            yaxis=_quiet_axis(theme, autorange="reversed", automargin=True, tickfont={"size": 12}),
        ),
    )  # fmt: skip


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
