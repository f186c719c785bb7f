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
    days = [pd.Timestamp(row["x"]) for row in chart.rows]
    middle = min(days) + (max(days) - min(days)) / 2
    near = [(days[place] < middle, (min(chart.rows[place]["value"], top) - height) / top) for place in told(chart)]
    # A number stands above its dot, so it reaches higher than that.
    taken = {False: (-_NEAR, _NEAR), True: (-2 * _NEAR, -_NEAR / 3)}
    ends = [(left, below) for below in (False, True) for left in (False, True) if not below or height > _NEAR * top]
    clear = lambda left, below: not any(early == left and taken[below][0] < above < taken[below][1] for early, above in near)  # noqa: E731
    left, below = next((end for end in ends if clear(*end)), ends[0])
    return Asked(height, words, left, below)


def told(chart: Chart) -> tuple[int, ...]:
    """The places of the rows whose numbers are written, above their dots: the first, the largest, the smallest."""
    values = [row["value"] for row in chart.rows]
    return tuple(dict.fromkeys((0, values.index(max(values)), values.index(min(values)))))
