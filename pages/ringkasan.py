"""Ringkasan: what is the case in one region and election, and whether it may be said aloud."""

from netralitas import ui
from netralitas.charts.page import charts_of
from netralitas.claims.cards import headline_cards
from netralitas.claims.lead import summary
from netralitas.model import NATION
from netralitas.wording import literal

data, scope = ui.snapshot(), ui.scope()

# One sentence that says it all.
head = summary(data, scope)
ui.lead(head)
alone = not headline_cards(data, scope)
if alone:
    ui.nearest(data, scope)
else:
    # What one source puts together, as a flow: persons, then cases, never two sources on one axis.
    charts = charts_of(data, "ringkasan", scope, ui.parameters())
    told = ui.statement_cards(data, scope, charts, "pernyataan", head)

    # A card a stage that no statement tells, each with its own counter and day.
    others = headline_cards(data, scope, told)
    if others:
        if told:
            ui.heading("ringkasan.lain", f":small[{literal(ui.say('ringkasan.lain.keterangan'))}]")
        else:
            ui.heading("ringkasan.kartu")
        ui.figure_cards(data, others)

    # What to be careful about: the three worst, the rest on demand.
    ui.warnings(data, scope)

    # The region beside those above it; nothing is above the nation.
    if scope.region != NATION:
        ui.beside(data, scope)

# What has been published about the region in all elections, and what those around it have.
ui.heading("riwayat")
ui.history(data, scope, above=alone, said=head)
