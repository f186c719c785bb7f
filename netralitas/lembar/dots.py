"""Dots as inline SVG: sharp on a phone, nothing to load. Attributes only: the page allows no inline style."""

from datetime import date

import pandas as pd
from markupsafe import Markup

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.dot.marks import asked_at, forms, largest, told
from netralitas.render.ground.axes import dot_span, months
from netralitas.render.ground.scale import ticks
from netralitas.render.ground.signs import amount, is_hollow
from netralitas.wording import number, sourced

_GROUND, _QUIET, _LINE, _TEXT = (one["light"] for one in (palette.GROUND, palette.QUIET, palette.LINE, palette.TEXT))
# The field within the drawing: in parts of its width, and in points of its height.
_LEFT, _RIGHT, _TOP, _BOTTOM, _HIGH = 9.0, 96.0, 18.0, 150.0, 172
_FORMS = {"circle": "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z", "square": "M-4 -4H4V4H-4Z", "triangle": "M0 -5L4.8 4H-4.8Z"}


def dots(chart: Chart) -> Markup:
    """The figures of one question by day; doubtful ones hollow; the number that was asked for as a dashed line."""
    places, (since, until) = ticks(largest(chart), 4), dot_span(chart.frame)
    parts = [_grid(chart, places), _days(chart, since, until), _asked(chart, places[-1])]
    shown = told(chart)[:2]
    for place, (form, row) in enumerate(zip(forms(chart), chart.rows, strict=True)):
        at = _across(row["x"], since, until), _height(min(row["value"], places[-1]), places[-1])
        told_of = sourced(row["counter"], row["cutoff"])
        parts.append(_dot(form, palette.stage_colour(row["tone"], "light"), is_hollow(row), at, f"{amount(chart, row)} · {told_of}"))
        if place in shown:
            parts.append(_words(amount(chart, row), f"{at[0]:.2f}%", at[1] - 8, "middle", _TEXT))
    drawn = Markup("").join(parts)
    return Markup('<svg class="titik" height="{}" width="100%" role="img" aria-label="{}">{}</svg>').format(_HIGH, chart.alt, drawn)


def _across(when: object, since: date, until: date) -> float:
    part = (pd.Timestamp(when) - pd.Timestamp(since)) / (pd.Timestamp(until) - pd.Timestamp(since))
    return _LEFT + part * (_RIGHT - _LEFT)


def _height(value: float, top: float) -> float:
    return _BOTTOM - value / top * (_BOTTOM - _TOP)


def _dot(form: str, colour: str, bare: bool, at: tuple[float, float], told: str) -> Markup:
    look = Markup('fill="{}" stroke="{}" stroke-width="1.5"').format(_GROUND if bare else colour, colour)
    if bare:
        look += Markup(' stroke-dasharray="3 2"')
    shape = Markup('<path d="{}" {}><title>{}</title></path>').format(_FORMS[form], look, told)
    return Markup('<svg x="{:.2f}%" y="{:.1f}" overflow="visible">{}</svg>').format(*at, shape)


def _words(told: str, x: str, y: float, anchor: str, colour: str) -> Markup:
    return Markup('<text x="{}" y="{:.1f}" text-anchor="{}" font-size="12" fill="{}">{}</text>').format(x, y, anchor, colour, told)


def _line(y: float, look: Markup) -> Markup:
    return Markup('<line x1="{}%" x2="{}%" y1="{:.1f}" y2="{:.1f}" {}/>').format(_LEFT, _RIGHT, y, y, look)


def _grid(chart: Chart, places: list[float]) -> Markup:
    heights = [(place, _height(place, places[-1])) for place in places]
    thin = Markup('stroke="{}" stroke-width="1"').format(_LINE)
    return Markup("").join(
        _line(y, thin) + _words(number(place, chart.language), f"{_LEFT - 1}%", y + 4, "end", _QUIET) for place, y in heights
    )


def _days(chart: Chart, since: date, until: date) -> Markup:
    named = months(since, until, chart.language, 4)
    return Markup("").join(_words(told, f"{_across(when, since, until):.2f}%", _BOTTOM + 17, "middle", _QUIET) for when, told in named)


def _asked(chart: Chart, top: float) -> Markup:
    found = asked_at(chart, top)
    if found is None:
        return Markup("")
    y, end = _height(found.height, top), (f"{_LEFT}%", "start") if found.left else (f"{_RIGHT}%", "end")
    dashed = _line(y, Markup('stroke="{}" stroke-width="1" stroke-dasharray="5 4"').format(_TEXT))
    return dashed + _words(found.words, end[0], y + 15 if found.below else y - 5, end[1], _TEXT)
