"""Around the charts of Tren: what to do where there is nothing to compare, and what else can be shown."""

import streamlit as st

from netralitas import model
from netralitas.address.parameters import ALL, COUNT, HELD, LINES, PER
from netralitas.charts import across, asked, trend
from netralitas.model import Filter
from netralitas.store import Store
from netralitas.ui import choice
from netralitas.ui.prose import heading
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import parameters, say, scope
from netralitas.wording import literal, number


def more_or_less(key: str, count: int, most: int, show_all: bool) -> None:
    """Offer what is left out at first, by number; or the way back."""
    if count <= most:
        return
    told = {"count": number(count, scope().language), "hidden": number(count - most, scope().language)}
    if show_all:
        st.button(
            say("tren.ringkas"), type="tertiary", icon=":material/unfold_less:", key=f"ringkas-{key}", on_click=choice.leave, args=(LINES,)
        )
    else:
        st.button(say(key, **told), type="tertiary", icon=":material/unfold_more:", key=f"semua-{key}", on_click=go_to, kwargs={LINES: ALL})


def counted_or_per_election(data: Store, current: Filter) -> None:
    """The switch to figures per election held, where several were held."""
    value, note = asked.per_election(data, current, parameters())
    if across.has_elections(data, current.region):
        choice.segments(PER, say("tren.per"), {name: say(f"tren.per.{name}") for name in (COUNT, HELD)}, value)
    choice.note(note)


def nothing_across(data: Store, current: Filter) -> None:
    """No two elections can be compared in the unit that was asked for: say so, and offer the units in which they can."""
    heading("tren.antar", literal(say("tren.antar.kosong", region=data.region_name(current.region))))
    _offer_units(data, current, {unit for _, unit, _ in across.comparable(data, current.region)}, "tren.satuan_lain", "antar")


def nothing_within(data: Store, current: Filter) -> None:
    """No line within this election: say so, and offer units and other elections that have one."""
    told = {"event": data.event_name(current.event), "region": data.region_name(current.region)}
    heading("tren.dalam", literal(say("tren.dalam.kosong", **told)))
    _offer_units(data, current, set(trend.longest(data, current.region, current.event)), "tren.dalam.satuan_lain", "dalam")
    others = [event for event in data.event_names() if event != current.event and trend.longest(data, current.region, event)]
    if others:
        st.markdown(literal(say("tren.dalam.lain", region=told["region"])))
        with st.container(horizontal=True, key="kosong-garis"):
            for event in others:
                st.button(data.event_name(event), key=f"garis-{event}", on_click=go_to, kwargs={model.EVENT: event})


def _offer_units(data: Store, current: Filter, has: set[str], key: str, place: str) -> None:
    units = [unit for unit in model.UNITS if unit in has and unit != current.unit]
    if units:
        st.markdown(literal(say(key)))
        with st.container(horizontal=True, key=f"kosong-satuan-{place}"):
            for unit in units:
                label = data.label("unit", unit, current.language)
                st.button(label, key=f"ke-{place}-{unit}", on_click=go_to, kwargs={model.UNIT: unit})
