"""A chart of every kind, and decks as files."""

import io
from dataclasses import replace
from itertools import product

import pytest
from pptx import Presentation

from netralitas.chart import Chart, Kind
from netralitas.charts import across, lists, regions, trend
from netralitas.charts.alternatives import alternatives
from netralitas.store import shapes as geo
from tests.helpers import bars, chart, flow, made, rows, scope

VIEWS = (("35.13", "pilkada-2018"), ("35", "pilkada-2020"), ("ID", "pilkada-2020"))


@pytest.fixture(scope="module")
def charts(store, maps) -> dict[str, Chart]:
    """A chart of every kind that the product draws, most of them of the real data."""
    nation, regency = scope(store, "ID", "pilkada-2020"), scope(store, "35.13", "pilkada-2018")
    shapes, listed = geo.shapes("provinsi", "ID"), replace(nation, stage="dugaan", unit="kasus")
    list_id = lists.of_scope(store, listed, "ID")["list_id"].iloc[0]
    heat = rows(4, row=["Aceh", "Aceh", "Bali", "Bali"], column=["2018", "2020"] * 2, value=[3.0, float("nan"), 40.0, 7.0])
    parts = rows(4, label=["Aceh", "Aceh", "Bali", "Bali"], series=["berat", "ringan"] * 2, tone="", value=[3.0, 5.0, 40.0, 7.0])
    return {
        "bars": bars(store, nation, "kasus"),
        "disputed": bars(store, regency, "kasus"),
        "across": across.across(store, nation, False),
        "across disputed": across.across(store, replace(nation, unit="kasus"), True),
        "within": trend.within(store, nation, False),
        "flow": flow(store, nation, "orang"),
        "flow cases": flow(store, nation, "kasus"),
        "dots": alternatives(store, replace(nation, stage="diteruskan", unit="kasus")),
        "heat": chart(Kind.HEAT, heat),
        "grouped": chart(Kind.BAR, parts),
        "stacked": chart(Kind.BAR, parts, stacked=True),
        "synthetic": replace(bars(store, nation, "kasus"), synthetic=True),
        "map": regions.choropleth(store, listed, "ID", list_id, "jumlah", shapes),
    }


@pytest.fixture(scope="module", params=list(product(VIEWS, ("id", "en"))), ids=lambda param: f"{param[0][0]}-{param[1]}")
def briefing(request, store):
    (region, event), language = request.param
    slides, content = made(store, region, event, language)
    return slides, content, Presentation(io.BytesIO(content)), language
