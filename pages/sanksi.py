"""Sanksi: what was recommended, imposed and is still open, for which acts and positions, and by which law."""

from netralitas import ui
from netralitas.charts import sanction
from netralitas.charts.page import charts_of
from netralitas.ui.sanksi import breakdown_card, follow_up, the_law

data, scope = ui.snapshot(), ui.scope()
charts = charts_of(data, "sanksi", scope, ui.parameters())
head = sanction.summary(data, scope)
ui.lead(head)
left, right = ui.pair()

# Recommended, imposed, still open, as one source puts them together; else the numbers that there are, each by itself.
with left:
    follow_up(data, scope, charts, head)

# By level and type: one breakdown of one source, never several together.
with right:
    breakdown_card(data, scope, charts, "sanksi")

# For which acts, and of whom.
left, right = ui.pair()
with left:
    breakdown_card(data, scope, charts, "jenis_pelanggaran")
with right:
    breakdown_card(data, scope, charts, "jabatan")

# Which sanction, by which article, in force on which day.
the_law(data, scope)
