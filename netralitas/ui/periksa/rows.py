"""Jadikan angka: the numbers of an article as rows for figures.csv and sources.csv, to tick, correct and download."""

import streamlit as st

from netralitas.check import entries
from netralitas.check.draft import Checked
from netralitas.claims.sources import publishers
from netralitas.store import Store
from netralitas.ui.periksa.given import Given
from netralitas.ui.periksa.result import chosen_region
from netralitas.ui.view import say, scope

_FILE = "angka_baru.csv"
_KINDS = ("berita", "siaran-pers", "laporan", "paparan")
_PUBLISHERS, _MOST_HOSTS = ("lembaga", "media_nasional", "media_lokal"), 2


def rows(data: Store, found: Checked, draft: Given) -> None:
    """A table to correct; this page writes nothing into the data, the command named below the table does."""
    current = scope()
    st.markdown(say("periksa.jadikan.keterangan"))
    article = _article(data, draft)
    proposed = entries.entries(data, found.document, article, current.language, chosen_region(), current.event)
    if proposed.empty:
        st.info(say("periksa.tanpa_angka"))
        return
    columns = {
        entries.TAKE: st.column_config.CheckboxColumn(say("periksa.jadikan.ambil"), pinned=True),
        entries.PRINTED: st.column_config.TextColumn(say("periksa.jadikan.tercetak"), width="medium"),
        entries.ASSUMED: st.column_config.TextColumn(say("periksa.jadikan.dianggap"), width="large"),
    }
    order = [
        entries.TAKE,
        "value",
        entries.PRINTED,
        entries.ASSUMED,
        *(one for one in entries.COLUMNS if one not in columns and one != "value"),
    ]
    edited = st.data_editor(
        proposed.assign(**{entries.TAKE: False}), hide_index=True, column_config=columns, column_order=order,
        disabled=[entries.PRINTED, entries.ASSUMED], key=f"angka-baru-{current.language}",
    )  # fmt: skip
    st.download_button(
        say("periksa.jadikan.unduh"), data=entries.as_csv(edited), file_name=_FILE, mime="text/csv", key="unduh_angka",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip
    st.markdown(say("periksa.jadikan.perintah"))
    st.code(f"python -m etl add {_FILE}", language=None)


def _article(data: Store, draft: Given) -> entries.Article:
    """Who published it, said once for all rows."""
    first, second = st.columns(2)
    with first:
        publisher, publisher_kind = _publisher(data)
        url = st.text_input(say("kolom.tautan"), key="artikel_tautan", max_chars=500)
        labels = {code: data.label("source_kind", code, scope().language) for code in _KINDS}
        kind = st.selectbox(say("periksa.jadikan.jenis"), _KINDS, format_func=labels.get, key="artikel_jenis")
    with second:
        title = st.text_input(say("kolom.judul"), value=entries.heading(draft.document), key="artikel_judul", max_chars=300)
        published = st.date_input(say("kolom.terbit"), value=None, key="artikel_terbit", format="DD/MM/YYYY")
    stem = draft.name.rpartition(".")[0]
    day = published.isoformat() if published else ""
    return entries.Article(publisher, title.strip(), url.strip(), day, kind, stem, publisher_kind)


def _publisher(data: Store) -> tuple[str, str]:
    """One of those known, found by name or by web address; of a new one also what it is."""
    known = publishers(data)
    picked = st.selectbox(
        say("kolom.penerbit"), known, index=None, format_func=lambda name: _with_hosts(name, known.get(name, ())),
        placeholder=say("periksa.jadikan.penerbit"), accept_new_options=True, key="artikel_penerbit",
    )  # fmt: skip
    publisher = (picked or "").strip()
    if not publisher or publisher in known:
        return publisher, ""
    labels = {code: data.label("publisher_kind", code, scope().language) for code in _PUBLISHERS}
    kind = st.selectbox(
        say("periksa.jadikan.penerbit_baru", name=publisher), _PUBLISHERS[::-1], format_func=labels.get, key="artikel_siapa"
    )
    return publisher, kind


def _with_hosts(name: str, hosts: tuple[str, ...]) -> str:
    """Kompas.com (regional.kompas.com); an address that is the name says nothing more."""
    others = [host for host in hosts if host and host.casefold() != name.casefold()][:_MOST_HOSTS]
    return f"{name} ({', '.join(others)})" if others else name
