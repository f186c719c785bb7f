"""Tren: headline figures from election to election, and how the counts of one election grew."""

import streamlit as st

from netralitas import ui
from netralitas.address.options import everything
from netralitas.address.parameters import LINES
from netralitas.charts import trend
from netralitas.ui.tren import more_or_less, without_figures

data, scope = ui.snapshot(), ui.scope()
show_all = everything(st.query_params, LINES)
stages, lines = trend.stages_across(data, scope), trend.lines(data, scope).order

# Across elections: a panel a stage, one axis, in the unit of the filter.
ui.heading("tren.antar")
if stages:
    ui.card(trend.across(data, scope, show_all))
    more_or_less("tren.semua_tahap", len(stages), show_all)
else:
    without_figures(data, scope, "tren.antar.kosong")
    st.stop()

# Within one election: cumulative counts by cut-off date, a line a counter and stage.
ui.heading("tren.dalam")
if lines:
    ui.card(trend.within(data, scope, show_all))
    more_or_less("tren.semua_garis", len(lines), show_all)
else:
    without_figures(data, scope, "tren.dalam.kosong")
