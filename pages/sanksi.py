"""Sanksi: what was recommended, imposed and is still open, for which acts and positions, and by which law."""

import streamlit as st

from netralitas import ui
from netralitas.charts import sanction
from netralitas.charts.page import charts_of
from netralitas.ui.sanksi import breakdown_card, the_law, without_statement

data, scope = ui.snapshot(), ui.scope()
charts = charts_of(data, "sanksi", scope, st.query_params)
head = sanction.summary(data, scope)
ui.lead(head)
left, right = ui.pair()

# Recommended, imposed, still open, as one source puts them together; else the numbers that there are, each by itself.
with left:
    ui.heading("sanksi.tindak")
    if not ui.statement_cards(data, scope, charts, "tindak-lanjut", head):
        without_statement(data, scope)

# By level and type: one breakdown of one source, never several together.
with right:
    ui.heading("sanksi.rincian.sanksi")
    breakdown_card(data, scope, charts, "sanksi")

# For which acts, and of whom.
left, right = ui.pair()
with left:
    ui.heading("sanksi.rincian.jenis_pelanggaran")
    breakdown_card(data, scope, charts, "jenis_pelanggaran")
with right:
    ui.heading("sanksi.rincian.jabatan")
    breakdown_card(data, scope, charts, "jabatan")

# Which sanction, by which article, in force on which day.
ui.heading("sanksi.hukum")
the_law(data, scope)
