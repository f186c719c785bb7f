"""Tren: headline figures from election to election, and how the counts of one election grew; else what is known, in words."""

from netralitas import ui
from netralitas.address.options import everything
from netralitas.address.parameters import LINES
from netralitas.charts import across, trend
from netralitas.charts.page import charts_of
from netralitas.ui import tren

data, scope = ui.snapshot(), ui.scope()
show_all = everything(ui.parameters(), LINES)
charts = charts_of(data, "tren", scope, ui.parameters())

# Across elections: a panel a stage, one axis, in the unit that most elections have.
if "tren" in charts:
    ui.heading("tren.antar")
    tren.counted_or_per_election(data, scope)
    ui.card(charts["tren"])
    tren.more_or_less("tren.semua_tahap", len(across.series_across(data, across.proposed(data, scope))), across.MOST_PANELS, show_all)
else:
    tren.nothing_across(data, scope)

# Within one election: cumulative counts by cut-off date, a line a counter and stage.
if "hitungan" in charts:
    ui.heading("tren.dalam")
    ui.card(charts["hitungan"])
    tren.more_or_less("tren.semua_garis", len(trend.lines(data, trend.proposed(data, scope)).order), trend.MOST_LINES, show_all)
else:
    tren.nothing_within(data, scope)

# Where a chart is missing, words say what has been published.
if len(charts) < 2:
    ui.heading("riwayat")
    ui.history(data, scope)
