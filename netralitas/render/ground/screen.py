"""What every plotly drawing shares: font, layout, quiet axes, and the text that a pointer raises."""

from datetime import date
from functools import cache
from html import escape

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

from netralitas import palette
from netralitas.chart import Chart
from netralitas.claims.amount import absence, drawn, verdict_word
from netralitas.render.ground.scale import ticks
from netralitas.render.ground.signs import SIGNS
from netralitas.rows import known
from netralitas.wording import day, number, sourced

FONT = '"Source Sans", "Segoe UI", "Noto Sans", Arial, sans-serif'


def traced(kind: str, **parts: object) -> dict:
    """Marks of a kind, as plotly's own classes would write them: those check and copy every part, which took a quarter of a first view."""
    return {"type": kind, **parts}


def drawing(traces: list[dict], ground: dict) -> dict:
    """Marks on their ground; tests have plotly check them."""
    return {"data": traces, "layout": ground}


@cache
def _template(name: str) -> dict:
    """What plotly adds to a ground that says nothing of it; one for all figures."""
    return pio.templates[name].to_plotly_json()


class Drawn(go.Figure):
    """A finished figure: what travels, and nothing else is kept. Plotly copies and walks its own anew each time: a third of a run."""

    def __init__(self, drawn: dict):
        travels = _said(drawn)
        travels["layout"].setdefault("template", _template(pio.templates.default))
        self.__dict__["travels"] = travels

    def to_dict(self) -> dict:
        return self.__dict__["travels"]

    def _again(self) -> go.Figure:
        return go.Figure(self.to_dict())

    data, layout, frames = (property(lambda self, part=part: getattr(self._again(), part)) for part in ("data", "layout", "frames"))


def _said(part: object) -> object:
    """A part of a drawing without what is left open (None), its dicts its own; the numbers and words in lists stay as they are."""
    if isinstance(part, dict):
        return {name: _said(inner) for name, inner in part.items() if inner is not None}
    if isinstance(part, list | tuple) and part and isinstance(part[0], dict):
        return [_said(inner) for inner in part]
    return part


def hover(chart: Chart) -> list[str]:
    """One text a row: number, unit, counter, cut-off, publisher. Escaped: plotly reads a little HTML."""
    return ["<br>".join(map(escape, filter(None, _hovered(chart, row)))) for row in chart.rows]


def _hovered(chart: Chart, row: dict) -> tuple[str, ...]:
    unnumbered = absence(row, chart.language) if not row["status"] or row.get("absent") else ""
    return (
        row["label"] if "label" in row else row.get("series", ""),
        drawn(chart, row).full if known(row) else unnumbered,
        row.get("detail", ""),
        sourced(row["counter"], row["cutoff"], row["publisher"]),
        verdict_word(row["status"], chart.language) if SIGNS[row["status"]].doubted else "",
    )


def raised(chart: Chart) -> dict[int, str]:
    """The same by the row (its id)."""
    return {id(row): told for row, told in zip(chart.rows, hover(chart), strict=True)}


def layout(theme: str, **more: object) -> dict:
    return {
        "font": {"family": FONT, "size": 14, "color": palette.TEXT[theme]},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 8, "b": 0},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": palette.GROUND[theme],
            "bordercolor": palette.LINE[theme],
            "font": {"color": palette.TEXT[theme], "family": FONT},
            "align": "left",
        },
        **more,
    }


def quiet_axis(theme: str, **more: object) -> dict:
    return {
        "zeroline": False,
        "showgrid": False,
        "fixedrange": True,
        "color": palette.QUIET[theme],
        "linecolor": palette.LINE[theme],
        "gridcolor": palette.LINE[theme],
        **more,
    }


def value_axis(chart: Chart, theme: str, largest: float, most: int = 4) -> dict:
    places = ticks(largest, most)
    return quiet_axis(
        theme,
        range=[0, places[-1] * 1.02],
        tickvals=places,
        ticktext=[number(place, chart.language) for place in places],
        showgrid=True,
        zeroline=True,
        zerolinecolor=palette.QUIET[theme],
    )


def month_ticks(since: date, until: date, language: str, most: int = 6) -> dict:
    """At most six months; the year under the first of each year, so that a label is never wider than a short word."""
    # A label nearer to the left edge than this would be cut on a phone.
    first = pd.Timestamp(since) + (pd.Timestamp(until) - pd.Timestamp(since)) * 0.075
    months = pd.date_range(first.normalize(), pd.Timestamp(until), freq="MS")
    shown = months[:: max(1, -(-len(months) // most))]
    if not len(shown):
        shown = pd.DatetimeIndex([pd.Timestamp(since)])
    words, year = [], None
    for month in shown:
        name, _, number_of_year = day(month.date(), language, "month").rpartition(" ")
        words.append(name if number_of_year == year else f"{name}<br>{number_of_year}")
        year = number_of_year
    return {"type": "date", "tickvals": [str(month.date()) for month in shown], "ticktext": words, "tickfont": {"size": 12}, "tickangle": 0}
