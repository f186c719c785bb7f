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
level, note = options.choice(st.query_params, LEVEL, coverage.CHOICES, ALL, "cakupan.tingkat", language)
choice.note(note, LEVEL)
choice.segments(LEVEL, say("cakupan.tingkat"), {code: say(f"cakupan.tingkat.{code}") for code in coverage.CHOICES}, level)
ui.card(charts_of(data, "sumber", scope, st.query_params)["cakupan"])

# How they are read.
ui.heading("sumber.metode.kepala")
with st.container(key="metode"):
    st.markdown(say("sumber.metode"))
    # Which figure is shown first, and when it is doubted.
    ui.heading("sumber.utama")
    st.markdown(say("sumber.utama.aturan"))
ui.heading("sumber.tanda")
with st.container(key="istilah-tanda"):
    st.markdown(sources.terms(data, "flag", language))
ui.heading("sumber.aturan")
st.markdown(say("sumber.aturan.keterangan"))
with st.container(key="istilah-aturan"):
    st.markdown(sources.rules(data, language))
ui.heading("sumber.tahap")
with st.container(key="istilah-tahap"):
    st.markdown(sources.terms(data, "stage", language))

# What was mended or remarked upon.
ui.heading("sumber.koreksi")
st.markdown(say("sumber.koreksi.keterangan"))
label = say("sumber.koreksi.tabel", count=number(len(data.corrections()), language))
with st.expander(label, icon=":material/table_rows:", key="semua-koreksi", on_change="rerun") as unfolded:
    if unfolded.open:
        with st.container(key="istilah-koreksi"):
            st.markdown(sources.corrections(data, language))

# Every source.
ui.heading("sumber.daftar")
search = st.query_params.get(SEARCH, "")[:200]
choice.words(SEARCH, say("data.cari"), search, placeholder=say("sumber.cari.contoh"), max_chars=200)
found = sources.sources(data, search, language)
st.markdown(sources.counted(data, found.num_rows, language))
if found.num_rows:
    # The few that carry most are in sight; all of them travel when they are asked for.
    more = found.num_rows > sources.LEADING
    with st.container(key="istilah-sumber"):
        st.markdown((f"{say('sumber.terbanyak')}\n\n" if more else "") + sources.leading(data, search, language))
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
ui.heading("sumber.lisensi")
st.markdown(say("sumber.lisensi.isi"))
st.caption(sources.build(data, language))
