"""Sentences and headings."""

import streamlit as st

from netralitas import model, store
from netralitas.address.parameters import EXTENT, WITHIN
from netralitas.claims.absence import Elsewhere, elsewhere
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
    if not there.held:
        st.markdown(literal(say("kosong.tanpa_pemilihan", **_here(data, current))))
    ways(data, current, there, "", _MOST_WAYS)
    if there.within:
        label = say("kosong.semua", figures=number(there.figures_within, current.language))
        page_link("data", label, **{**current.parameters(), EXTENT: WITHIN})


def ways(data: store.Store, current: Filter, there: Elsewhere, of: str, most: int) -> None:
    """The ways to what there is around a place; `of` names the part of the page that is empty here, "" for the whole page."""
    told = _here(data, current)
    if there.within:
        counts = {"figures": there.figures_within, "count": len(there.within), "of": there.parts}
        written = {name: number(count, current.language) for name, count in counts.items()}
        st.markdown(literal(say("kosong.di_dalam.bagian" if of else "kosong.di_dalam", **told, **written)))
        _buttons(f"dalam{of}", [({model.REGION: code}, data.region_name(code), count) for code, count in there.within[:most]])
    if there.above:
        st.markdown(literal(say("kosong.wilayah_atas", **told)))
        _buttons(f"wilayah{of}", [({model.REGION: code}, data.region_name(code), count) for code, count in there.above])
    for region, elections in ((current.region, there.elections), (there.beyond, there.beyond_elections)):
        if elections:
            st.markdown(literal(say("kosong.pemilihan_lain", **told | {"region": data.region_name(region)})))
            to = [({model.REGION: region, model.EVENT: code}, data.event_name(code), count) for code, count in elections]
            _buttons(f"pemilihan{of}", to)


def _here(data: store.Store, current: Filter) -> dict[str, str]:
    return {"region": data.region_name(current.region), "event": data.event_name(current.event)}


def _buttons(key: str, to: list[tuple[dict[str, str], str, int]]) -> None:
    """A button a place to go to, with the number of figures there."""
    with st.container(horizontal=True, key=f"kosong-{key}"):
        for place, (parameters, label, count) in enumerate(to):
            counted = say("kosong.jumlah", label=label, count=number(count, scope().language))
            st.button(literal(counted), key=f"ke-{key}-{place}", on_click=go_to, kwargs=parameters)
