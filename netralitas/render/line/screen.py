"""Lines over time: one chart of a whole election with labels at the right edge, or a small panel a stage.

All widths that hold words are in pixels, so that the same figure is legible on a phone and on a wall.
"""

from collections.abc import Sequence
from datetime import date
from html import escape

from netralitas import palette
from netralitas.chart import EARLY, END, Chart
from netralitas.render.ground.scale import Label, place_labels, reach, ticks
from netralitas.render.ground.screen import drawing, layout, month_ticks, quiet_axis, raised, traced
from netralitas.render.ground.signs import SIGNS
from netralitas.render.ground.signs import amount as figure_label
from netralitas.render.line.edge import amount, edge_labels, label_marks
from netralitas.render.line.marks import by_series, doubted, known, most_lines, number_lines, of_panels, runs
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
    highest, texts = ticks(reach(chart.frame), TICKS)[-1], raised(chart)
    drawn = [row for row in chart.rows if row["mark"] != END]
    traces = [trace for part in by_series(drawn).values() for trace in line_of(part, texts, theme, highest)]
    ends = [row for row in chart.rows if row["mark"] == END]
    if ends:
        traces.append(_end_marks(chart, texts, theme, ends, highest))
    if any(SIGNS[row["status"]].noted for row in chart.rows):
        traces.append(_note_dots(theme, [row for row in drawn if SIGNS[row["status"]].noted], highest))
    labels = edge_labels(chart, theme, highest)
    high = max(LOWEST_CHART - TOP - BOTTOM, sum(label.size for label in labels) + 10)
    disputed = [row for row in drawn if doubted(row)]
    if disputed:
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


def line_of(part: list[dict], texts: dict[int, str], theme: str, highest: float) -> list[dict]:
    """A series: a line through every run of one counter, and its points, hollow where disputed."""
    colour, points = palette.stage_colour(part[0]["tone"], theme), list(filter(known, part))
    traces = []
    for run in runs(part):
        dash = palette.DASH.get(run[0]["counted_by"], palette.OTHER_DASH)
        traces.append(_scatter(run, highest, mode="lines", line={"color": colour, "width": 2, "dash": dash}, hoverinfo="skip"))
    if points:
        raised = {"hovertext": [texts[id(row)] for row in points], "hoverinfo": "text"}
        traces.append(_scatter(points, highest, mode="markers", marker=_marker(points, highest, colour, theme), **raised))
    return traces


def _scatter(rows: Sequence[dict], highest: float, **more: object) -> dict:
    x = [str(row["x"].date()) if isinstance(row["x"], date) else row["x"] for row in rows]
    return traced("scatter", x=x, y=_heights(rows, highest), cliponaxis=False, **more)


def _heights(rows: Sequence[dict], highest: float) -> list[float]:
    return [min(row["value"], highest) for row in rows]


def _marker(rows: Sequence[dict], highest: float, colour: str, theme: str) -> dict:
    """Filled; hollow where disputed; a hollow triangle at the top where a disputed value lies beyond the axis."""
    small = [row["mark"] == EARLY for row in rows]
    empty = [little or doubted(row) for row, little in zip(rows, small)]
    return {
        "size": [5 if little else 9 if bare else 6 for bare, little in zip(empty, small)],
        "symbol": ["triangle-up" if row["value"] > highest else "circle" for row in rows],
        "color": [palette.GROUND[theme] if bare else colour for bare in empty],
        "line": {"color": colour, "width": 1.5},
    }


def _end_marks(chart: Chart, texts: dict[int, str], theme: str, ends: Sequence[dict], highest: float) -> dict:
    colours = [palette.stage_colour(row["tone"], theme) for row in ends]
    return traced(
        "scatter",
        x=[str(chart.until)] * len(ends),
        y=_heights(ends, highest),
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": "diamond",
            "size": 8,
            "color": [palette.GROUND[theme] if doubted(row) else colour for row, colour in zip(ends, colours)],
            "line": {"color": colours, "width": 1.5},
        },
        hovertext=[texts[id(row)] for row in ends],
        hoverinfo="text",
    )


def _note_dots(theme: str, rows: Sequence[dict], highest: float) -> dict:
    """A small dot above right of every point with a note, as on the cards."""
    return _scatter(
        rows,
        highest,
        mode="text",
        text=["•"] * len(rows),
        textposition="top right",
        textfont={"size": 11, "color": palette.QUIET[theme]},
        hoverinfo="skip",
    )


def _disputed_numbers(chart: Chart, theme: str, rows: Sequence[dict], highest: float, high: float) -> dict:
    """A disputed figure is no part of its line: its number stands at its own mark, whole.

    Below the mark, or above where a lower one has its number there or the axis its days; at the left edge right of the mark.
    """
    whole, pixel = chart.until - chart.since, highest / high
    across = ["right" if row["x"].date() - chart.since < whole / 7 else "center" for row in rows]
    upright, lifted = [], []
    for row in rows:
        near = [other for other in rows if abs(other["x"] - row["x"]) <= whole / 15 and row["value"] > other["value"]]
        upright.append("top" if near or row["value"] / pixel < NUMBER else "bottom")
        # Where the number of a lower one stands between, a line higher.
        between = [one for one in near if one["value"] / pixel < NUMBER and (row["value"] - one["value"]) / pixel < 2 * NUMBER]
        lifted.append(bool(between))
    return _scatter(
        rows,
        highest,
        mode="markers+text",
        text=[amount(chart, row) + ("<br> " if up else "") for row, up in zip(rows, lifted)],
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
    panels, highest, texts = of_panels(chart), reach(chart.frame), raised(chart)
    # Room above the highest point for its number, the word before it and its day.
    above = 22 + ABOUT * (most_lines(chart) - 1)
    title = PANEL_TITLE + above - 22
    high, below = len(panels) * (PANEL + title), BOTTOM + (TICK_NOTE if any(chart.tick_notes) else 0)
    axes, notes, traces = {"xaxis": elections(chart, theme)}, [], []
    for order, (panel, part) in enumerate(panels.items()):
        number_of_axis = "" if order == 0 else str(order + 1)
        top = 1 - (order * (PANEL + title) + title) / high
        look = {"showticklabels": False, "zeroline": True, "zerolinecolor": palette.LINE[theme]}
        axes[f"yaxis{number_of_axis}"] = quiet_axis(theme, range=[0, highest], domain=[max(0, top - PANEL / high), top], **look)
        where = {"x": 0, "xref": "paper", "xanchor": "left", "y": top, "yref": "paper", "yanchor": "bottom", "yshift": above}
        notes.append({"text": f"<b>{escape(panel)}</b>", "showarrow": False, **where})
        drawn = [*line_of(part, texts, theme, highest), numbers(chart, theme, part, highest)]
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


def numbers(chart: Chart, theme: str, part: list[dict], highest: float) -> dict:
    """The number of each point of a panel, above it."""
    points = list(filter(known, part))
    words = [_above(chart, row) for row in points]
    look = {"textposition": "top center", "textfont": _haloed(theme), "marker": UNSEEN, "hoverinfo": "skip"}
    return _scatter(points, highest, mode="markers+text", text=words, **look)


def _above(chart: Chart, row: dict) -> str:
    return "<br>".join(map(escape, number_lines(row, figure_label(chart, row))))


def _haloed(theme: str) -> dict:
    """Numbers with a rim of the ground's colour, legible where a line runs behind them."""
    rim = palette.GROUND[theme]
    return {"size": 12, "color": palette.TEXT[theme], "shadow": ", ".join(f"{x}px {y}px 1px {rim}" for x in (-1, 1) for y in (-1, 1))}
