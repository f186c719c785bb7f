"""Tren: headline figures from election to election, and how the counts of one election grew."""

import streamlit as st

from netralitas import ui
from netralitas.address.options import everything
from netralitas.address.parameters import LINES
from netralitas.charts import trend
from netralitas.charts.page import charts_of
from netralitas.ui.tren import more_or_less, without_figures

data, scope = ui.snapshot(), ui.scope()
show_all = everything(st.query_params, LINES)
charts = charts_of(data, "tren", scope, st.query_params)

# Across elections: a panel a stage, one axis, in the unit of the filter.
ui.heading("tren.antar")
if "tren" in charts:
    ui.card(charts["tren"])
    more_or_less("tren.semua_tahap", len(trend.stages_across(data, scope)), show_all)
else:
    without_figures(data, scope, "tren.antar.kosong")
    st.stop()

# Within one election: cumulative counts by cut-off date, a line a counter and stage.
ui.heading("tren.dalam")
if "hitungan" in charts:
    ui.card(charts["hitungan"])
    more_or_less("tren.semua_garis", len(trend.lines(data, scope).order), show_all)
else:
    without_figures(data, scope, "tren.dalam.kosong")
