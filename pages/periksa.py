"""Periksa naskah: a text or a file, each number and law in it with its verdict, and what can be said instead."""

import streamlit as st

from netralitas import ui
from netralitas.ui import periksa

data, scope = ui.snapshot(), ui.scope()
ui.lead(ui.say("periksa.judul"))

# What is checked, for which place, election and day; the sidebar has the place and the election.
draft = periksa.given()
day = periksa.on()
st.caption(ui.say("periksa.tidak_disimpan"))

# What is in it.
if draft:
    checked = periksa.result(data, draft, day)
    judged, figures = st.tabs([ui.say("periksa.hasil"), ui.say("periksa.jadikan")])
    with judged:
        periksa.counted(checked)
        text, findings = st.columns([3, 2], gap="medium")
        with text:
            periksa.marked(checked)
        with findings:
            periksa.findings(checked)
        periksa.corrected(checked, draft)
    with figures:
        periksa.rows(data, checked, draft)
