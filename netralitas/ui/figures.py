"""All published figures of one region, election, stage and unit: dots by day, and a table with their sources."""

import streamlit as st

from netralitas import store
from netralitas.charts.alternatives import alternatives
from netralitas.charts.heard import heard
from netralitas.model import Filter
from netralitas.render import screen as plotly
from netralitas.ui.card import figure_table
from netralitas.ui.view import theme
from netralitas.wording import literal


def other_figures(data: store.Store, asked: Filter, key: str) -> None:
    chart = alternatives(data, asked)
    st.markdown(f"#### {literal(chart.title)}\n\n{literal(chart.subtitle)}", anchors=False)
    if not chart.empty:
        st.plotly_chart(plotly.figure(chart, theme()), theme=None, config=plotly.config(chart), key=f"gambar-lain-{key}", alt=heard(chart))
    figure_table(chart, 640)
