"""Each kind of chart declares the columns that it needs: no more are needed to draw it, and none may be missing."""

from dataclasses import replace

import pytest

from netralitas.briefing.slide import of_chart
from netralitas.chart import NEEDS, SOURCED, Chart, Kind, needed
from netralitas.charts import page as pages
from netralitas.model import Filter
from netralitas.render import picture, projector, screen, slides, table
from tests.helpers import scope

MEDIA = {
    "screen": screen.figure,
    "projector": lambda chart: projector.figure(chart, "dark", 1776, 760),
    "picture": picture.svg,
    "slide": lambda chart: slides.deck((of_chart(chart),), chart.language),
    "table": table.frame,
}
NAMES = ("bars", "disputed", "flow", "across disputed", "within", "dots", "heat", "map")


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_drawn_from_the_columns_that_its_kind_declares(charts, name, medium):
    chart = charts[name]
    bare = replace(chart, frame=chart.frame[list(needed(chart.kind, chart.frame))])
    assert MEDIA[medium](bare) is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_that_lacks_a_column_is_refused_by_name(charts, name):
    chart = charts[name]
    # Without `panel` a frame of panels is one of days, and asked for those columns.
    for column in set(needed(chart.kind, chart.frame)) - {"panel"}:
        with pytest.raises(ValueError, match=f"{chart.name}: a {chart.kind} chart needs the columns .*{column}"):
            replace(chart, frame=chart.frame.drop(columns=column))


def test_every_kind_says_what_it_needs():
    assert set(NEEDS) == set(Kind)
    assert len(set(SOURCED)) == len(SOURCED)


@pytest.mark.parametrize("page", pages.PAGES)
def test_charts_of_every_page_have_them_where_there_is_much_and_where_there_is_nothing(store, maps, page):
    views = [
        scope(store, "ID", "pilkada-2020"),
        scope(store, "35.13", "pilkada-2018"),
        Filter("93.03", "pilkada-2024", "sanksi", "laporan"),
    ]
    for view in views:
        for chart in pages.charts_of(store, page, view, {}).values():
            assert isinstance(chart, Chart)
            assert set(needed(chart.kind, chart.frame)) <= set(chart.frame.columns)
