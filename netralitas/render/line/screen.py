"""Lines over time: one chart of a whole election with labels at the right edge, or a small panel a stage.

All widths that hold words are in pixels, so that the same figure is legible on a phone and on a wall.
"""

from html import escape

import pandas as pd

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.scale import Label, place_labels, reach, ticks
from netralitas.render.ground.screen import drawing, hover, layout, month_ticks, quiet_axis, traced
from netralitas.render.ground.signs import amount as figure_label
from netralitas.render.ground.signs import doubted, early, noted
from netralitas.render.line.edge import amount, edge_labels, label_marks
from netralitas.render.line.marks import most_lines, number_lines, runs
from netralitas.rows import rows_of
from netralitas.wording import day, number

# Pixels: what is kept free for labels at the right, span names above, days below.
RIGHT, TOP, BOTTOM = 144, 38, 44
LOWEST_CHART, TICKS = 380, 5
PANEL, PANEL_TITLE, ABOUT, TICK_NOTE = 62, 46, 14, 16
NUMBER = 26  # pixels that a number needs below its mark
UNSEEN = {"size": 13, "opacity": 0}  # keeps a number clear of the mark that it belongs to


def line(chart: Chart, theme: str) -> dict:
    return _panels(chart, theme) if "panel" in chart.frame else _time(chart, theme)


# -- one election, day by day ------------------------------------------------------


def _time(chart: Chart, theme: str) -> dict:
    """Lines up to `until`; what was stated later stands at the right edge; every line and mark has a label there."""
    frame, highest = chart.frame, ticks(reach(chart.frame), TICKS)[-1]
    drawn = frame[frame["mark"] != "end"]
    traces = lines(chart, theme, drawn, highest)
    ends = frame[frame["mark"] == "end"]
    if len(ends):
        traces.append(_end_marks(chart, theme, ends, highest))
    if noted(frame).any():
        traces.append(_note_dots(chart, theme, highest))
    labels = edge_labels(chart, theme, highest)
    high = max(LOWEST_CHART - TOP - BOTTOM, sum(label.size for label in labels) + 10)
    disputed = drawn[doubted(drawn)]
    if len(disputed):
        traces.append(_disputed_numbers(chart, theme, disputed, highest, high))
    places = place_labels([Label(label.value / highest * high, label.size) for label in labels], 0, high)
    notes, shapes = label_marks(chart, theme, labels, [place / high * highest for place in places])
    spans, names = _spans(chart, theme)
    activities = _activities(chart, theme)
    return drawing(
        traces,
        layout(
            theme,
            template={},
            height=round(high) + TOP + BOTTOM,
            margin={"l": 0, "r": RIGHT, "t": TOP, "b": BOTTOM},
            xaxis=quiet_axis(theme, range=[str(chart.since), str(chart.until)], **month_ticks(chart.since, chart.until, chart.language)),
            yaxis=_axis(chart, theme, highest),
            annotations=[*notes, *names, *activities],
            shapes=[*spans, *shapes],
        ),
    )


def _axis(chart: Chart, theme: str, highest: float) -> dict:
    """Numbers stand inside, on their lines: a phone has no width to spare for a margin."""
    places = ticks(highest, TICKS)
    return quiet_axis(
        theme,
        range=[0, highest],
        tickvals=places,
        ticktext=[number(place, chart.language) for place in places],
        ticklabelposition="inside top",
        tickfont={"size": 12, "color": palette.QUIET[theme]},
        showgrid=True,
        zeroline=True,
        zerolinecolor=palette.QUIET[theme],
    )


def lines(chart: Chart, theme: str, frame: pd.DataFrame, highest: float) -> list[dict]:
    """Each series: a line through every run of one counter, and its points, hollow where disputed."""
    texts = hover(chart)
    traces = []
    for _, part in frame.groupby("series" if "series" in frame else "panel", sort=False):
        known = part[part["value"].notna()]
        colour = palette.stage_colour(part["tone"].iloc[0], theme)
        for run in runs(part):
            dash = palette.DASH.get(run["counted_by"].iloc[0], palette.OTHER_DASH)
            traces.append(_scatter(run, highest, mode="lines", line={"color": colour, "width": 2, "dash": dash}, hoverinfo="skip"))
        if len(known):
            hovertext = [texts[place] for place in chart.frame.index.get_indexer(known.index)]
            traces.append(
                _scatter(
                    known, highest, mode="markers", marker=_marker(known, highest, colour, theme), hovertext=hovertext, hoverinfo="text"
                )
            )
    return traces


def _scatter(rows: pd.DataFrame, highest: float, **more: object) -> dict:
    days = pd.api.types.is_datetime64_any_dtype(rows["x"])
    x = [str(when.date()) for when in rows["x"]] if days else rows["x"].tolist()
    return traced("scatter", x=x, y=rows["value"].clip(upper=highest).tolist(), cliponaxis=False, **more)


def _marker(rows: pd.DataFrame, highest: float, colour: str, theme: str) -> dict:
    """Filled; hollow where disputed; a hollow triangle at the top where a disputed value lies beyond the axis."""
    empty_ones, small = doubted(rows) | early(rows), early(rows)
    return {
        "size": [5 if little else 9 if empty else 6 for empty, little in zip(empty_ones, small)],
        "symbol": ["triangle-up" if value > highest else "circle" for value in rows["value"]],
        "color": [palette.GROUND[theme] if empty else colour for empty in empty_ones],
        "line": {"color": colour, "width": 1.5},
    }


def _end_marks(chart: Chart, theme: str, ends: pd.DataFrame, highest: float) -> dict:
    texts = hover(chart)
    colours = [palette.stage_colour(tone, theme) for tone in ends["tone"]]
    hollow = doubted(ends)
    return traced(
        "scatter",
        x=[str(chart.until)] * len(ends),
        y=ends["value"].clip(upper=highest).tolist(),
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": "diamond",
            "size": 8,
            "color": [palette.GROUND[theme] if empty else colour for empty, colour in zip(hollow, colours)],
            "line": {"color": colours, "width": 1.5},
        },
        hovertext=[texts[place] for place in chart.frame.index.get_indexer(ends.index)],
        hoverinfo="text",
    )


def _note_dots(chart: Chart, theme: str, highest: float) -> dict:
    """A small dot above right of every point with a note, as on the cards."""
    rows = chart.frame[noted(chart.frame) & (chart.frame["mark"] != "end")]
    return _scatter(
        rows,
        highest,
        mode="text",
        text=["•"] * len(rows),
        textposition="top right",
        textfont={"size": 11, "color": palette.QUIET[theme]},
        hoverinfo="skip",
    )


def _disputed_numbers(chart: Chart, theme: str, rows: pd.DataFrame, highest: float, high: float) -> dict:
    """A disputed figure is no part of its line: its number stands at its own mark, whole.

    Below the mark, or above where a lower one has its number there or the axis its days; at the left edge right of the mark.
    """
    start, whole = pd.Timestamp(chart.since), pd.Timestamp(chart.until) - pd.Timestamp(chart.since)
    days, values = rows["x"].to_numpy(), rows["value"].to_numpy()
    near = abs(days[:, None] - days) <= whole / 15
    higher, on_axis = near & (values[:, None] > values), values / highest * high < NUMBER
    above = higher.any(axis=1) | on_axis
    # Where the number of a lower one stands between, a line higher.
    lifted = (higher & on_axis & (abs(values[:, None] - values) / highest * high < 2 * NUMBER)).any(axis=1)
    upright = ["top" if one else "bottom" for one in above]
    across = ["right" if one else "center" for one in rows["x"] - start < whole / 7]
    return _scatter(
        rows,
        highest,
        mode="markers+text",
        text=[amount(chart, row) + ("<br> " if up else "") for row, up in zip(rows_of(rows), lifted)],
        textposition=[f"{one} {other}" for one, other in zip(upright, across)],
        textfont=_haloed(theme),
        marker=UNSEEN,
        hoverinfo="skip",
    )


# -- the ground that the lines stand on -----------------------------------------------


def _spans(chart: Chart, theme: str) -> tuple[list[dict], list[dict]]:
    """Campaign shaded and voting day as a line, named above the plot, each on a line of its own."""
    shapes, names = [], []
    for order, span in enumerate(chart.spans):
        moment = span.start == span.end
        shapes.append(
            {
                "type": "line" if moment else "rect", "xref": "x", "yref": "y domain", "layer": "below", "y0": 0, "y1": 1,
                "x0": str(span.start), "x1": str(span.end), "opacity": 1 if moment else 0.5, "fillcolor": palette.ABSENT[theme],
                "line": {"color": palette.QUIET[theme], "width": 1 if moment else 0, "dash": "dot"},
            }
        )  # fmt: skip
        # Voting day's name is long and may stand far left: it is set at the right edge and carries the line's own look.
        told = f"┊ {span.label}, {day(span.end, chart.language, 'short')}" if moment else span.label
        where = {"xref": "paper", "x": 1} if moment else {"xref": "x", "x": str(span.end)}
        names.append(
            {
                "text": escape(told), **where, "xanchor": "right", "yref": "paper", "y": 1, "yanchor": "bottom",
                "yshift": 1 + 16 * order, "showarrow": False, "font": {"size": 12, "color": palette.QUIET[theme]},
            }
        )  # fmt: skip
    return shapes, names


def _activities(chart: Chart, theme: str) -> list[dict]:
    return [
        {
            "text": "▲", "hovertext": escape(label), "xref": "x", "x": str(when), "yref": "paper", "y": 0, "yanchor": "bottom",
            "yshift": -4, "showarrow": False, "font": {"size": 13, "color": palette.ACCENT[theme]},
        }
        for when, label in chart.ticks_below
    ]  # fmt: skip


# -- a panel a stage --------------------------------------------------------------------


def _panels(chart: Chart, theme: str) -> dict:
    """One row a stage over the same elections, all on one zero-based axis; every point carries its number."""
    frame, panels = chart.frame, list(dict.fromkeys(chart.frame["panel"]))
    highest = reach(frame)
    # Room above the highest point for its number, the word before it and its day.
    above = 22 + ABOUT * (most_lines(chart) - 1)
    title = PANEL_TITLE + above - 22
    high, below = len(panels) * (PANEL + title), BOTTOM + (TICK_NOTE if any(chart.tick_notes) else 0)
    axes, notes, traces = {"xaxis": elections(chart, theme)}, [], []
    for order, panel in enumerate(panels):
        part = frame[frame["panel"] == panel]
        number_of_axis = "" if order == 0 else str(order + 1)
        top = 1 - (order * (PANEL + title) + title) / high
        look = {"showticklabels": False, "zeroline": True, "zerolinecolor": palette.LINE[theme]}
        axes[f"yaxis{number_of_axis}"] = quiet_axis(theme, range=[0, highest], domain=[max(0, top - PANEL / high), top], **look)
        where = {"x": 0, "xref": "paper", "xanchor": "left", "y": top, "yref": "paper", "yanchor": "bottom", "yshift": above}
        notes.append({"text": f"<b>{escape(panel)}</b>", "showarrow": False, **where})
        drawn = [*lines(chart, theme, part, highest), *numbers(chart, theme, part, highest)]
        traces += [one | {"yaxis": f"y{number_of_axis}"} for one in drawn]
    margin = {"l": 0, "r": 0, "t": 0, "b": below}
    return drawing(traces, layout(theme, height=high + below, margin=margin, annotations=notes, **axes))


def elections(chart: Chart, theme: str) -> dict:
    """The axis that all panels stand on; two short lines a name, which fit a phone, and its note below."""
    last, notes = len(chart.ticks) - 1, chart.tick_notes or ("",) * len(chart.ticks)
    return quiet_axis(
        theme,
        range=[-0.45, last + 0.45],
        anchor="free",
        position=0,
        tickvals=list(range(last + 1)),
        ticktext=[tick.replace(" ", "<br>") + (f"<br>{note}" if note else "") for tick, note in zip(chart.ticks, notes)],
        tickfont={"size": 12},
        tickangle=0,
        showgrid=True,
    )


def numbers(chart: Chart, theme: str, part: pd.DataFrame, highest: float) -> list[dict]:
    known = part[part["value"].notna()]
    words = [_above(chart, row) for row in rows_of(known)]
    return [
        _scatter(
            known,
            highest,
            mode="markers+text",
            text=words,
            textposition="top center",
            textfont=_haloed(theme),
            marker=UNSEEN,
            hoverinfo="skip",
        )
    ]


def _above(chart: Chart, row: dict) -> str:
    return "<br>".join(map(escape, number_lines(row, figure_label(chart, row))))


def _haloed(theme: str) -> dict:
    """Numbers with a rim of the ground's colour, legible where a line runs behind them."""
    rim = palette.GROUND[theme]
    return {"size": 12, "color": palette.TEXT[theme], "shadow": ", ".join(f"{x}px {y}px 1px {rim}" for x in (-1, 1) for y in (-1, 1))}
