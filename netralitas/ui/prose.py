"""Sentences and headings."""

import streamlit as st

from netralitas import model, store
from netralitas.address.parameters import EXTENT, WITHIN
from netralitas.claims.absence import elsewhere
from netralitas.model import Filter
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import page_link, say, scope
from netralitas.wording import literal, number

# Regions within that are offered at once, those with the most figures; the page Data has them all.
_MOST_WAYS = 12


def lead(sentence: str) -> None:
    """The one sentence that says it all."""
    with st.container(key="kalimat"):
        st.markdown(literal(sentence))


def heading(key: str) -> None:
    st.markdown(f"## {literal(say(key))}", anchors=False)


def to_hear(key: str) -> None:
    """A heading for those who go from heading to heading by ear; the eye sees what it heads."""
    with st.container(key="terdengar"):
        heading(key)


def warning(sentences: tuple[str, ...] | list[str], key: str) -> None:
    """Sentences that must be seen beside a disputed figure; never folded."""
    if len(sentences):
        with st.container(key=f"peringatan-{key}"):
            st.markdown("\n\n".join(literal(sentence) for sentence in sentences))


def nearest(data: store.Store, current: Filter) -> None:
    """Nobody published a figure here: say what there is within, above and in other elections, with the way there."""
    there = elsewhere(data, current.region, current.event)
    told = {"region": data.region_name(current.region), "event": data.event_name(current.event)}
    if not there.held:
        st.markdown(literal(say("kosong.tanpa_pemilihan", **told)))
    if there.within:
        counts = {"figures": there.figures_within, "count": len(there.within), "of": there.parts}
        written = {name: number(count, current.language) for name, count in counts.items()}
        st.markdown(literal(say("kosong.di_dalam", **told, **written)))
        _ways("kosong-dalam", model.REGION, [(code, data.region_name(code), count) for code, count in there.within[:_MOST_WAYS]])
        page_link("data", say("kosong.semua", figures=written["figures"]), **{**current.parameters(), EXTENT: WITHIN})
    if there.above:
        st.markdown(literal(say("kosong.wilayah_atas", **told)))
        _ways("kosong-wilayah", model.REGION, [(code, data.region_name(code), count) for code, count in there.above])
    if there.elections:
        st.markdown(literal(say("kosong.pemilihan_lain", **told)))
        _ways("kosong-pemilihan", model.EVENT, [(code, data.event_name(code), count) for code, count in there.elections])


def _ways(key: str, name: str, ways: list[tuple[str, str, int]]) -> None:
    """A button a place to go to, with the number of figures there."""
    with st.container(horizontal=True, key=key):
        for code, label, count in ways:
            counted = say("kosong.jumlah", label=label, count=number(count, scope().language))
            st.button(literal(counted), key=f"ke-{code}", on_click=go_to, kwargs={name: code})
