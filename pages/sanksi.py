"""Sanksi: what was recommended, imposed and is still open, for which acts and positions, and by which law."""

from datetime import date

import streamlit as st

from netralitas import law, options, store, ui
from netralitas.breakdown import DIMENSIONS
from netralitas.charts import sanction
from netralitas.ui import choice
from netralitas.ui.legal import law_table, pick_day
from netralitas.ui.rest import breakdown_card, nowhere

data, scope = store.current(), ui.scope()
units = sanction.units(data, scope)

# Recommended, imposed, still open: one chart a unit.
ui.lead(sanction.summary(data, scope))
ui.heading("sanksi.tindak")
for place, unit in zip(ui.pair(), units, strict=False):
    with place:
        ui.card(sanction.carried_out(data, scope, unit))
if not units:
    nowhere(data, scope)
