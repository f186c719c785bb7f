"""Peta: the regions that one source puts beside each other, on a map in classes and ranked; else where figures exist."""

import streamlit as st

from netralitas import ui
from netralitas.charts import asked, coverage_map
from netralitas.charts.page import charts_of
from netralitas.ui.peta import (
    controls,
    coverage_card,
    headlines_table,
    map_card,
    nothing_here,
    other_figures,
    other_lists,
    rank_card,
    without_shapes,
)
from netralitas.wording import literal

data, scope = ui.snapshot(), ui.scope()
charts = charts_of(data, "peta", scope, ui.parameters())

told = [asked.opened_at(data, scope, ui.parameters()), ui.say("peta.klik") if {"peta", "peta-cakupan"} & set(charts) else ""]
ui.heading("peta.kepala", f":small[{literal(' '.join(told))}]" if any(told) else "")

# What to compare: level, extent, measure and list, all in the address.
wanted = controls(data, scope)
if wanted.list_id:
    other_lists(data, wanted)
    # Two thirds map, one third ranking of the same values; one below the other on a narrow screen.
    left, right = st.columns([2, 1], gap="medium")
    with left:
        if "peta" in charts:
            map_card(charts["peta"])
        else:
            without_shapes()
    with right if "peta" in charts else left:
        rank_card(data, charts["peringkat"], wanted, charts.get("peta"))
elif coverage_map.headlines(data, wanted.scope, wanted.level, wanted.within).empty:
    nothing_here(data, wanted)
else:
    other_lists(data, wanted)
    if "peta-cakupan" in charts:
        coverage_card(charts["peta-cakupan"])
    else:
        without_shapes()
    headlines_table(data, wanted)
    other_figures(data, wanted)
