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
_MOST_WAYS, _MOST_WAYS_OF_A_PART = 12, 4


def lead(sentence: str) -> None:
    """The one sentence that says it all."""
    with st.container(key="kalimat"):
        st.markdown(literal(sentence))


def heading(key: str, *below: str) -> None:
    """A heading, and in one element with it what stands below in Markdown: each element costs a message and a part of the page."""
    st.markdown("\n\n".join([f"## {literal(say(key))}", *filter(None, below)]), anchors=False)


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
    _ways(data, current, there)
    if there.within:
        label = say("kosong.semua", figures=number(there.figures_within, current.language))
        page_link("data", label, **{**current.parameters(), EXTENT: WITHIN})


def part_without(data: store.Store, key: str, told: str, there: Elsewhere, of: str) -> None:
    """A part of a page that has nothing to show, `of` which it is: its heading, that it is so, and in one row the ways to what there is."""
    places = [({model.REGION: code}, data.region_name(code), count) for code, count in (*there.within[:_MOST_WAYS_OF_A_PART], *there.above)]
    elections = [({model.EVENT: code}, data.event_name(code), count) for code, count in there.elections]
    beyond = [
        ({model.REGION: there.beyond, model.EVENT: code}, f"{data.region_name(there.beyond)}, {data.event_name(code)}", count)
        for code, count in there.beyond_elections
    ]
    to = [*places, *elections, *beyond]
    counts = {name: number(count, scope().language) for name, count in (("count", len(there.within)), ("of", there.parts))}
    kinds = (("dalam", there.within), ("atas", there.above), ("pemilihan", there.elections), ("atas_pemilihan", there.beyond_elections))
    named = "; ".join(say(f"kosong.tempat.{kind}", **counts) for kind, found in kinds if found)
    heading(key, literal(told), literal(say("kosong.di_tempat_lain", places=named)) if to else "")
    if to:
        _buttons(f"-{of}", to)


def _ways(data: store.Store, current: Filter, there: Elsewhere) -> None:
    """The ways to what there is around a place: within, above, in other elections."""
    told = _here(data, current)
    if there.within:
        counts = {"figures": there.figures_within, "count": len(there.within), "of": there.parts}
        written = {name: number(count, current.language) for name, count in counts.items()}
        st.markdown(literal(say("kosong.di_dalam", **told, **written)))
        _buttons("dalam", [({model.REGION: code}, data.region_name(code), count) for code, count in there.within[:_MOST_WAYS]])
    if there.above:
        st.markdown(literal(say("kosong.wilayah_atas", **told)))
        _buttons("wilayah", [({model.REGION: code}, data.region_name(code), count) for code, count in there.above])
    for region, elections in ((current.region, there.elections), (there.beyond, there.beyond_elections)):
        if elections:
            st.markdown(literal(say("kosong.pemilihan_lain", **told | {"region": data.region_name(region)})))
            to = [({model.REGION: region, model.EVENT: code}, data.event_name(code), count) for code, count in elections]
            _buttons("pemilihan", to)


def _here(data: store.Store, current: Filter) -> dict[str, str]:
    return {"region": data.region_name(current.region), "event": data.event_name(current.event)}


def _buttons(key: str, to: list[tuple[dict[str, str], str, int]]) -> None:
    """A button a place to go to, with the number of figures there."""
    with st.container(horizontal=True, key=f"kosong-{key}"):
        for place, (parameters, label, count) in enumerate(to):
            counted = say("kosong.jumlah", label=label, count=number(count, scope().language))
            st.button(literal(counted), key=f"ke-{key}-{place}", on_click=go_to, kwargs=parameters)
