"""What is drawn of dots: the form of each, and where the number that was asked for lies."""

from netralitas.chart import Chart
from netralitas.render.ground.scale import reach
from netralitas.render.ground.signs import BEYOND
from netralitas.wording import number

# A number asked for that is larger than this many times all others would press them flat: it is told at the edge.
_FARTHEST = 3


def forms(chart: Chart) -> list[str]:
    """circle, square or triangle of each dot."""
    return chart.frame["shape"].tolist() if "shape" in chart.frame else ["circle"] * len(chart.frame)


def largest(chart: Chart) -> float:
    """What the axis must reach."""
    known = reach(chart.frame)
    return max(known, chart.asked) if chart.asked is not None and chart.asked <= known * _FARTHEST else known


def asked_at(chart: Chart, top: float) -> tuple[float, str] | None:
    """The height of the line of the number asked for and what is written at it; None where none was asked for."""
    if chart.asked is None:
        return None
    told = number(chart.asked, chart.language)
    return min(chart.asked, top), told if chart.asked <= top else BEYOND + told


def told(chart: Chart) -> tuple[int, ...]:
    """The places of the rows whose number is written beside the mark: the first, the largest and the smallest."""
    order = sorted(range(len(chart.rows)), key=lambda place: chart.rows[place]["value"])
    largest_first = next(place for place in order if chart.rows[place]["value"] == chart.rows[order[-1]]["value"])
    return tuple(dict.fromkeys((0, largest_first, order[0])))
