"""The number that was asked for among the dots: its words stand clear of the numbers of others, in every medium."""

import re

import pandas as pd
import pytest

from netralitas.chart import Chart, Kind
from netralitas.lembar.dots import dots
from netralitas.render import picture, screen
from netralitas.render.dot.marks import asked_at
from tests.helpers import chart, rows

DAYS = pd.to_datetime(["2020-05-01", "2020-08-01", "2020-11-01", "2021-06-01", "2023-05-01"])


def asked(values: list[float], number: float) -> Chart:
    frame = rows(5, x=DAYS, label="Bawaslu", tone="diteruskan", value=values, counter="Bawaslu", cutoff="")
    return chart(Kind.DOT, frame, asked=number)


@pytest.mark.parametrize(
    ("values", "left", "below"),
    [
        ([1.0, 2.0, 3.0, 2.0, 1.0], False, False),  # all far below
        ([100.0, 250.0, 600.0, 2000.0, 2034.0], True, False),
        ([2034.0, 2010.0, 700.0, 300.0, 100.0], False, False),
        ([2000.0, 250.0, 600.0, 2000.0, 2034.0], False, True),  # numbers at both ends
    ],
)
def test_its_words_stand_clear_of_the_numbers_that_are_written(values, left, below, monkeypatch):
    drawn, number = asked(values, 2007.0), "2.007 yang ditanyakan"
    at = asked_at(drawn, 3000.0)
    assert (at.left, at.below) == (left, below)
    (note,) = [one for one in screen.figure(drawn).layout.annotations if number in one.text]
    assert (note.x, note.xanchor, note.yanchor) == (*((0, "left") if left else (1, "right")), "top" if below else "bottom")
    (anchor,) = re.findall(rf'text-anchor="(\w+)"[^>]*>[^<]*{number}', dots(drawn))
    assert anchor == ("start" if left else "end")
    monkeypatch.setitem(picture.matplotlib.rcParams, "svg.fonttype", "none")
    # On the picture, 960 points wide: at the very left or right of the field.
    (place,) = re.findall(rf"<text[^>]*?(?:x=\"([\d.]+)\"|translate\(([\d.]+)[^>]*)[^>]*>[^<]*{number}", picture.svg(drawn).decode())
    assert (float(next(filter(None, place))) < 200) is left


def test_nothing_is_written_where_nothing_was_asked_for():
    assert asked_at(asked([1.0, 2.0, 3.0, 2.0, 1.0], 2.0), 4.0) is not None
    assert asked_at(chart(Kind.DOT, rows(1, x=DAYS[:1], label="", tone="", value=[1.0])), 4.0) is None
