"""Sumber & metode: where the numbers come from, how they are read, and how far they reach."""

import streamlit as st

from netralitas import ui
from netralitas.address import options
from netralitas.address.parameters import ALL, LEVEL, SEARCH
from netralitas.charts import coverage
from netralitas.charts.page import charts_of
from netralitas.claims import sources
from netralitas.ui import choice, say
from netralitas.wording import number

data, scope = ui.snapshot(), ui.scope()
language = scope.language
ui.lead(say("sumber.judul"))
# How far the figures reach.
ui.heading("sumber.cakupan")
level, note = options.choice(ui.parameters(), LEVEL, coverage.CHOICES, ALL, "cakupan.tingkat", language)
choice.note(note)
choice.segments(LEVEL, say("cakupan.tingkat"), {code: say(f"cakupan.tingkat.{code}") for code in coverage.CHOICES}, level)
ui.card(charts_of(data, "sumber", scope, ui.parameters())["cakupan"])

# How they are read.
with st.container(key="metode"):
    ui.heading("sumber.metode.kepala", say("sumber.metode"))
    # Which figure is shown first, and when it is doubted.
    ui.heading("sumber.utama", say("sumber.utama.aturan"))
with st.container(key="istilah-tanda"):
    ui.heading("sumber.tanda", sources.terms(data, "flag", language))
with st.container(key="istilah-aturan"):
    ui.heading("sumber.aturan", say("sumber.aturan.keterangan"), sources.rules(data, language))
with st.container(key="istilah-tahap"):
    ui.heading("sumber.tahap", sources.terms(data, "stage", language))

# What was mended or remarked upon.
ui.heading("sumber.koreksi", say("sumber.koreksi.keterangan"))
label = say("sumber.koreksi.tabel", count=number(len(data.corrections()), language))
with st.expander(label, icon=":material/table_rows:", key="semua-koreksi", on_change="rerun") as unfolded:
    if unfolded.open:
        with st.container(key="istilah-koreksi"):
            st.markdown(sources.corrections(data, language))

# Every source.
ui.heading("sumber.daftar")
search = ui.parameters().get(SEARCH, "")[:200]
choice.words(SEARCH, say("data.cari"), search, placeholder=say("sumber.cari.contoh"), max_chars=200)
found = sources.sources(data, search, language)
counted = sources.counted(data, found.num_rows, language)
if not found.num_rows:
    st.markdown(counted)
else:
    # The few that carry most are in sight; all of them travel when they are asked for.
    more = found.num_rows > sources.LEADING
    with st.container(key="istilah-sumber"):
        told = [counted, *([say("sumber.terbanyak")] if more else []), sources.leading(data, search, language)]
        st.markdown("\n\n".join(told))
    label = say("sumber.tabel", count=number(found.num_rows, language))
    with st.expander(label, icon=":material/table_rows:", key="semua-sumber", on_change="rerun") as unfolded:
        if unfolded.open:
            columns = {
                say("kolom.tautan"): st.column_config.LinkColumn(width="small", display_text="↗"),
                say("kolom.judul"): st.column_config.TextColumn(width="large"),
            }
            table = {"hide_index": True, "height": 480, "column_config": columns, "placeholder": "", "alt": say("sumber.daftar")}
            st.dataframe(found, key="tabel-sumber", **table)

# Rights, and which build this is.
ui.heading("sumber.lisensi", say("sumber.lisensi.isi"))
st.caption(sources.build(data, language))
