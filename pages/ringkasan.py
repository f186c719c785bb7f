"""Ringkasan: what is the case in one region and election, and whether it may be said aloud."""

import streamlit as st

from netralitas import ui
from netralitas.charts import pipeline
from netralitas.charts.page import charts_of
from netralitas.claims.cards import headline_cards

data, scope = ui.snapshot(), ui.scope()

# One sentence that says it all.
ui.lead(pipeline.summary(data, scope))
if not headline_cards(data, scope):
    ui.nearest(data, scope)
    ui.heading("riwayat")
    ui.history(data, scope)
    st.stop()

# A card a stage: the headline in its best unit, the other units beside it.
ui.heading("ringkasan.kartu")
ui.figure_cards(data, scope)

# The pipeline: one chart a unit, never two units on one axis.
ui.heading("ringkasan.alur")
for place, chart in zip(ui.pair(), charts_of(data, "ringkasan", scope, st.query_params).values(), strict=False):
    with place:
        ui.card(chart)

# What to be careful about: the three worst, the rest on demand.
ui.heading("ringkasan.hati")
ui.warnings(data, scope)

# The region beside those above it.
ui.heading("ringkasan.banding")
ui.beside(data, scope)

# What has been published about the region in all elections, and what those around it have.
ui.heading("riwayat")
ui.history(data, scope)
