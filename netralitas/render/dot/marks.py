"""What is drawn of dots: the form of each, and where the number that was asked for lies."""

from dataclasses import dataclass

import pandas as pd

from netralitas.chart import Chart
from netralitas.render.ground.scale import reach
from netralitas.render.ground.signs import BEYOND
from netralitas.wording import number, text

# A number asked for that is larger than this many times all others would press them flat: it is told at the edge.
_FARTHEST = 3
_NEAR = 0.12  # of the axis: the height of words


def forms(chart: Chart) -> list[str]:
    """circle, square or triangle of each dot."""
    return chart.frame["shape"].tolist() if "shape" in chart.frame else ["circle"] * len(chart.frame)


def largest(chart: Chart) -> float:
    """What the axis must reach."""
    known = reach(chart.frame)
    return max(known, chart.asked) if chart.asked is not None and chart.asked <= known * _FARTHEST else known


def told(chart: Chart) -> list:
    """The rows whose numbers are written, above their dots: the first, the largest, the smallest."""
    values = chart.frame["value"]
    return list(dict.fromkeys((chart.frame.index[0], values.idxmax(), values.idxmin())))


@dataclass(frozen=True)
class Asked:
    """The number that was asked for: the height of its line, what is written at it, at which end and on which side of the line."""

    height: float
    words: str
    left: bool
    below: bool


def asked_at(chart: Chart, top: float) -> Asked | None:
    """Nothing asked: None. Its words stand at the first end that is clear of the numbers that are written; else above, at the right."""
    if chart.asked is None:
        return None
    written, height = number(chart.asked, chart.language), min(chart.asked, top)
    words = text(chart.language, "cek.ditanyakan", number=written if chart.asked <= top else BEYOND + written)
    rows, days = chart.frame.loc[told(chart)], pd.to_datetime(chart.frame["x"])
    middle, above = days.min() + (days.max() - days.min()) / 2, (rows["value"].clip(upper=top) - height) / top
    early = pd.to_datetime(rows["x"]) < middle
    # A number stands above its dot, so it reaches higher than that.
    taken = {False: (above > -_NEAR) & (above < _NEAR), True: (above > -2 * _NEAR) & (above < -_NEAR / 3)}
    ends = [(left, below) for below in (False, True) for left in (False, True) if not below or height > _NEAR * top]
    left, below = next(((left, below) for left, below in ends if not (taken[below] & (early == left)).any()), ends[0])
    return Asked(height, words, left, below)
