"""Data: every published figure of the chosen scope, and the same rows as a file."""

import streamlit as st

from netralitas import ui
from netralitas.ui import data as parts

data, scope = ui.snapshot(), ui.scope()
ui.lead(ui.say("data.judul"))

# What is chosen, and how to take it away again.
chosen = parts.selection(data)
parts.pills(data, chosen)

# How many rows, what to be careful about, and the rows.
st.markdown(parts.counted(data, chosen, scope.language))
parts.doubts(data, chosen)
parts.table(data, chosen)
parts.printed(data, chosen)

# Exactly these rows as a file; made when the button is pressed.
parts.files(data, chosen)
