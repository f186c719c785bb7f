"""The deck of a session: which slides, in which order, for which meeting. It survives moving between pages, and a reload.

Plain session state, not widget keys: Streamlit forgets a widget's value once its page is left. What outlives the session is
kept by the reader's browser (server/templates/keep.js) and not here.
"""

from dataclasses import replace

import streamlit as st

from netralitas.address.links import base_of, only_here
from netralitas.address.parameters import DECK
from netralitas.briefing import deck
from netralitas.briefing.deck import Item
from netralitas.briefing.kept import Kept, packed, unpacked
from netralitas.briefing.slide import Occasion, Part
from netralitas.chart import Chart
from netralitas.model import Filter
from netralitas.store import Store
from netralitas.ui.view import say

_ITEMS, _FOR, _PLACE, _OCCASION, _EDITION, _OPENED = (
    *("paparan_isi", "paparan_cakupan", "paparan_dipilih", "paparan_acara", "paparan_ubahan", "paparan_dibuka"),
)


def items() -> tuple[Item, ...]:
    _open_again()
    return st.session_state.get(_ITEMS, ())


def proposed_for() -> tuple[str, str] | None:
    """The region and election for which the deck was proposed; None before the first proposal."""
    _open_again()
    return st.session_state.get(_FOR)


def _open_again() -> None:
    """In a session that has no deck yet: the one that the browser has kept, of an earlier tab or before a reload."""
    if _OPENED in st.session_state or _ITEMS in st.session_state:
        return
    st.session_state[_OPENED] = True
    found = unpacked(st.context.cookies.get(DECK, ""))
    if found is not None:
        st.session_state[_ITEMS], st.session_state[_FOR] = found.items, found.proposed_for
        st.session_state[_OCCASION] = Occasion(found.when, found.place)


def hold() -> bool:
    """Hold the deck of this run ready for the browser to keep; False for one that is too large for it."""
    if _ITEMS not in st.session_state:
        return True
    met = occasion()
    letters = packed(Kept(items(), proposed_for(), met.when, met.place))
    if letters:
        with st.container(key="simpanan"):
            st.html(f'<span data-paparan="{letters}"></span>')
    return bool(letters)


def keep(chosen: tuple[Item, ...]) -> None:
    st.session_state[_ITEMS] = chosen
    st.session_state[_EDITION] = edition() + 1


def edition() -> int:
    """How often the slides or their order have changed."""
    return st.session_state.get(_EDITION, 0)


def place() -> int:
    """The slide that is being looked at."""
    return min(st.session_state.get(_PLACE, 0), max(len(items()) - 1, 0))


def look_at(position: int) -> None:
    st.session_state[_PLACE] = position


def occasion() -> Occasion:
    """Its address is a public one, or none: nobody else reaches this machine by the name that it has for itself."""
    _open_again()
    base = base_of(st.context.url)
    return replace(st.session_state.get(_OCCASION, Occasion()), base="" if only_here(base) else base)


def meet(**changes: object) -> None:
    """Change date, place or crest of the meeting."""
    st.session_state[_OCCASION] = replace(occasion(), **changes)


def propose(data: Store, scope: Filter) -> None:
    """A new proposal for this region and election; charts that were added by hand before the first one are kept."""
    offered = deck.proposal(data, scope)
    added = tuple(item for item in items() if item not in offered) if proposed_for() is None else ()
    keep(_before_sources(offered, added))
    st.session_state[_FOR] = (scope.region, scope.event)
    look_at(0)


def _before_sources(chosen: tuple[Item, ...], added: tuple[Item, ...]) -> tuple[Item, ...]:
    """New slides go before the closing one."""
    if chosen and chosen[-1].part is Part.SOURCES:
        return (*chosen[:-1], *added, chosen[-1])
    return (*chosen, *added)


def include(item: Item) -> None:
    """One slide more, and look at it; a slide that is there already is only looked at."""
    if item not in items():
        keep(_before_sources(items(), (item,)))
    look_at(items().index(item))


def drop(positions: tuple[int, ...]) -> None:
    """Take out several slides at once."""
    keep(tuple(item for position, item in enumerate(items()) if position not in positions))


def move(position: int, by: int) -> None:
    """One slide up (-1) or down (1)."""
    target = position + by
    if 0 <= target < len(items()):
        moved = list(items())
        moved[position], moved[target] = moved[target], moved[position]
        keep(tuple(moved))
        look_at(target)


def retitle(position: int, title: str) -> None:
    """A title written by hand; an empty one takes the finding of the data again."""
    chosen = list(items())
    chosen[position] = replace(chosen[position], title=title.strip())
    keep(tuple(chosen))


def button(chart: Chart, key: str) -> None:
    """On a chart card: add this chart to the deck."""
    if deck.reference(chart) is None:
        return
    item = deck.shown(chart)
    there = any((one.chart == item.chart) for one in items())
    label = "paparan.sudah" if there else "paparan.tambah"
    st.button(say(label), icon=":material/add_to_photos:", key=f"tambah-{key}", disabled=there, on_click=_add, args=(item,))


def _add(item: Item) -> None:
    include(item)
    st.toast(say("paparan.ditambahkan"))
