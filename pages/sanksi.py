"""Sanksi: what was recommended, imposed and is still open, for which acts and positions, and by which law."""

from netralitas import ui
from netralitas.charts import sanction
from netralitas.ui.sanksi import breakdown_card, the_law, without_figures

data, scope = ui.snapshot(), ui.scope()
units = sanction.units(data, scope)
ui.lead(sanction.summary(data, scope))
left, right = ui.pair()

# Recommended, imposed, still open: one chart a unit.
with left:
    ui.heading("sanksi.tindak")
    for unit in units:
        ui.card(sanction.carried_out(data, scope, unit))
    if not units:
        without_figures(data, scope)

# By level and type: one breakdown of one source, never several together.
with right:
    ui.heading("sanksi.rincian.sanksi")
    breakdown_card(data, scope, "sanksi")

# For which acts, and of whom.
left, right = ui.pair()
with left:
    ui.heading("sanksi.rincian.jenis_pelanggaran")
    breakdown_card(data, scope, "jenis_pelanggaran")
with right:
    ui.heading("sanksi.rincian.jabatan")
    breakdown_card(data, scope, "jabatan")

# Which sanction, by which article, in force on which day.
ui.heading("sanksi.hukum")
the_law(data, scope)
