"""Peta: the regions beside each other, on a map in classes and ranked as bars."""

import streamlit as st

from netralitas import ui
from netralitas.charts.page import charts_of
from netralitas.ui.peta import controls, map_card, nothing_here, rank_card, where_more, without_shapes

data, scope = ui.snapshot(), ui.scope()
charts = charts_of(data, "peta", scope, st.query_params)

ui.heading("peta.kepala")

# What to compare: level, measure and extent, all in the address.
wanted = controls(data, scope)
if not charts:
    nothing_here(data, scope, wanted.level, wanted.within)
    st.stop()
where_more(data, scope, wanted.level, wanted.within)

# Two thirds map, one third ranking of the same values; one below the other on a narrow screen.
left, right = st.columns([2, 1], gap="medium")
with left:
    if "peta" in charts:
        map_card(charts["peta"])
    else:
        without_shapes()
with right if "peta" in charts else left:
    rank_card(data, scope, charts["peringkat"], wanted)
