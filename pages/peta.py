"""Peta: the regions beside each other, on a map in classes and ranked as bars."""

import streamlit as st

from netralitas import ui
from netralitas.charts import regions
from netralitas.ui.peta import controls, geometry, map_card, nothing_here, rank_card, where_more

data, scope = ui.snapshot(), ui.scope()

ui.heading("peta.kepala")

# What to compare: level, measure and extent, all in the address.
level, measure, within = controls(data, scope)
if not regions.known(data, scope, level, measure, within):
    nothing_here(data, scope, level, within)
    st.stop()
where_more(data, scope, level, within)

# Two thirds map, one third ranking of the same values; one below the other on a narrow screen.
left, right = st.columns([2, 1], gap="medium")
shapes = geometry(level, within)
if shapes:
    with left:
        map_card(regions.choropleth(data, scope, level, measure, within, shapes))
with right if shapes else left:
    rank_card(data, scope, level, measure, within)
