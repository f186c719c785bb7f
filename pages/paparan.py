"""Paparan: a deck for the meeting. Proposed for a region and election, then picked, ordered, retitled and downloaded."""

import streamlit as st

from netralitas import ui
from netralitas.briefing import deck
from netralitas.ui import paparan
from netralitas.ui.paparan import basket

data, scope = ui.snapshot(), ui.scope()
if basket.proposed_for() is None:
    basket.propose(data, scope)
slides = deck.slides(data, basket.items(), scope.language, basket.occasion())
region = data.region_name((basket.proposed_for() or (scope.region,))[0])

ui.heading("paparan.kepala")
paparan.again(data, scope)

# The slides in their order beside the one that is looked at.
left, right = st.columns([1, 2], gap="medium")
with left:
    paparan.order(slides)
    paparan.more(data, scope)
with right:
    paparan.look(slides, region)

# The meeting, and the file.
ui.heading("paparan.acara")
paparan.meeting()
paparan.file(slides, scope, region)
