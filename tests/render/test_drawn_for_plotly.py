"""What travels to the browser is written without plotly's classes: it is what they would have written."""

from collections.abc import Iterator

import plotly.graph_objects as go
import pytest

from netralitas.chart import Chart
from netralitas.render import screen
from tests.baselines.made import CHARTS, STATES, squares


def as_plotly_writes_it(chart: Chart, theme: str) -> None:
    drawn = screen.figure(chart, theme).to_dict()
    written = go.Figure(drawn, skip_invalid=False).to_dict()
    # Plotly puts its template where a drawing goes without one.
    written["layout"]["template"] = drawn["layout"]["template"]
    assert written == drawn


@pytest.fixture(autouse=True)
def small_map() -> Iterator[None]:
    with squares():
        yield


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", CHARTS)
def test_of_each_kind(kind, theme):
    as_plotly_writes_it(CHARTS[kind](STATES), theme)


def test_a_property_that_plotly_does_not_know_is_noticed(monkeypatch):
    monkeypatch.setattr("netralitas.render.bar.screen._baseline", lambda theme: {"type": "line", "hieght": 3})
    with pytest.raises(ValueError, match="hieght"):
        as_plotly_writes_it(CHARTS["bar"](STATES), "light")
