"""Sentences and headings."""

import streamlit as st

from netralitas import model, store
from netralitas.model import Filter
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import say
from netralitas.wording import literal


def lead(sentence: str) -> None:
    """The one sentence that says it all."""
    with st.container(key="kalimat"):
        st.markdown(literal(sentence))


def heading(key: str) -> None:
    st.markdown(f"## {literal(say(key))}", anchors=False)


def warning(sentences: tuple[str, ...] | list[str], key: str) -> None:
    """Sentences that must be seen beside a disputed figure; never folded."""
    if len(sentences):
        with st.container(key=f"peringatan-{key}"):
            st.markdown("\n\n".join(literal(sentence) for sentence in sentences))


def nearest(data: store.Store, scope: Filter) -> None:
    """Nobody published a figure here: offer the nearest scopes that have one."""
    events = data.available(scope.region)["event"].unique()
    if len(events):
        st.markdown(literal(say("kosong.pemilihan_lain", region=data.region_name(scope.region))))
        with st.container(horizontal=True, key="kosong-pemilihan"):
            for code in data.events().index[data.events().index.isin(events)]:
                st.button(data.event_name(code), key=f"ke-{code}", on_click=go_to, kwargs={model.EVENT: code})
    above = [code for code in data.line_of(scope.region)[1:] if (data.available(code)["event"] == scope.event).any()]
    if above:
        st.markdown(literal(say("kosong.wilayah_atas")))
        with st.container(horizontal=True, key="kosong-wilayah"):
            for code in above:
                st.button(data.region_name(code), key=f"ke-{code}", on_click=go_to, kwargs={model.REGION: code})
