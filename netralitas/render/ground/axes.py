"""Days and values along an axis."""

import math
from datetime import date

import pandas as pd

from netralitas.chart import Chart
from netralitas.render.ground.scale import reach, ticks
from netralitas.wording import day


def value_ticks(chart: Chart, most: int = 6) -> list[float]:
    return ticks(reach(chart.frame), most)


def months(since: date, until: date, language: str, most: int = 7) -> list[tuple[date, str]]:
    """First days of at most `most` months in a stretch of time, or of years in a long one, with their names."""
    starts = pd.date_range(pd.Timestamp(since), pd.Timestamp(until), freq="MS")
    if len(starts) > 48:
        years = pd.date_range(pd.Timestamp(since), pd.Timestamp(until), freq="YS")
        return [(year.date(), str(year.year)) for year in years[:: max(1, math.ceil(len(years) / most))]]
    chosen = starts[:: max(1, math.ceil(len(starts) / most))]
    return [(start.date(), day(start.date(), language, "month")) for start in chosen]


def dot_span(frame: pd.DataFrame) -> tuple[date, date]:
    """The days that a dot plot shows: all of its dots with some room; at least two months."""
    days = pd.to_datetime(frame["x"])
    room = max(pd.Timedelta(days=31), (days.max() - days.min()) / 25)
    return (days.min() - room).date(), (days.max() + room).date()
