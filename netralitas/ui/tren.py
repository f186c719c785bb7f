"""Around the charts of Tren: what to do where there is no figure, and lines on demand."""

import streamlit as st

from netralitas import model
from netralitas.address.parameters import ALL, LINES
from netralitas.charts.trend import MOST_LINES
from netralitas.model import Filter
from netralitas.store import Store
from netralitas.ui import choice
from netralitas.ui.prose import nearest
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import say, scope
from netralitas.wording import literal, number


def more_or_less(key: str, count: int, show_all: bool) -> None:
    """Offer what is left out at first, by number; or the way back."""
    if count <= MOST_LINES:
        return
    told = {"count": number(count, scope().language), "hidden": number(count - MOST_LINES, scope().language)}
    if show_all:
        st.button(
            say("tren.ringkas"), type="tertiary", icon=":material/unfold_less:", key=f"ringkas-{key}", on_click=choice.leave, args=(LINES,)
        )
    else:
        st.button(say(key, **told), type="tertiary", icon=":material/unfold_more:", key=f"semua-{key}", on_click=go_to, kwargs={LINES: ALL})


def without_figures(data: Store, current: Filter, key: str) -> None:
    """No figure in this unit: say so, and offer the units, elections and regions that have one."""
    language = current.language
    told = {
        "unit": data.label("unit", current.unit, language),
        "event": data.event_name(current.event),
        "region": data.region_name(current.region),
    }
    st.markdown(literal(say(key, **told)))
    units = [unit for unit in model.UNITS if unit != current.unit and _has(data, current, unit)]
    if units:
        st.markdown(literal(say("tren.dalam.satuan_lain")))
        with st.container(horizontal=True, key="kosong-satuan"):
            for unit in units:
                st.button(data.label("unit", unit, language), key=f"ke-{unit}", on_click=go_to, kwargs={model.UNIT: unit})
    nearest(data, current)


def _has(data: Store, current: Filter, unit: str) -> bool:
    return any(part[0] == current.event and part[2] == unit for part in data.covered(current.region) if len(part) == 3)
