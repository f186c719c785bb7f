"""Choices of one page, kept in the address beside the filter: widget in, query parameter out."""

from datetime import date

import streamlit as st

from netralitas.address import Note
from netralitas.ui import view
from netralitas.ui.view import say
from netralitas.wording import to_the_ear


def select(name: str, label: str, labels: dict[str, str], value: str, **more: object) -> None:
    """One of several, by a list that opens."""
    st.selectbox(label, list(labels), format_func=labels.get, **_bound(name, value), **more)


def leafed(name: str, label: str, labels: dict[str, str], value: str, **more: object) -> None:
    """One of several in an order, by a list that opens, and beside it one back and one on, as one leafs through a book."""
    order = list(labels)
    at = order.index(value)
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"telusur-{name}"):
        select(name, label, labels, value, **more)
        _leaf(name, label, "sebelumnya", ":material/chevron_left:", labels, order[at - 1] if at else "")
        _leaf(name, label, "berikutnya", ":material/chevron_right:", labels, order[at + 1] if at + 1 < len(order) else "")


def _leaf(name: str, of: str, way: str, icon: str, labels: dict[str, str], to: str) -> None:
    """A button to the one before or after; it says in its hint which that is, to the ear `of` what, and is off where there is none."""
    told = {"icon": icon, "key": f"{way}-{name}", "help": labels.get(to), "disabled": not to}
    st.button(say(f"pilihan.{way}") + to_the_ear(of), on_click=_turn, args=(name, to), **told)


def _turn(name: str, to: str) -> None:
    st.query_params[name] = to


def segments(name: str, label: str, labels: dict[str, str], value: str, **more: object) -> None:
    """One of a few, all in sight."""
    st.segmented_control(label, list(labels), format_func=labels.get, required=True, **_bound(name, value), **more)


def words(name: str, label: str, value: str, **more: object) -> None:
    """Text to search for."""
    st.text_input(label, type="search", **_bound(name, value), **more)


def when(name: str, label: str, value: date | None, empty: str, **more: object) -> None:
    """A day, or none; `empty` is what the address holds for none."""
    st.date_input(label, format="DD/MM/YYYY", **_bound(name, value, empty), **more)


def _bound(name: str, value: object, empty: str = "") -> dict:
    key = f"pilih_{name}"
    st.session_state[key] = value
    return {"key": key, "on_change": _keep, "args": (name, key, empty)}


def _keep(name: str, key: str, empty: str) -> None:
    """A choice goes into the address, from where the run reads it: one truth, and it can be copied."""
    value = st.session_state[key]
    value = value.isoformat() if isinstance(value, date) else value or empty
    if value:
        st.query_params[name] = value
    else:
        leave(name)


def leave(*names: str) -> None:
    """Take choices out of the address."""
    for name in names:
        if name in st.query_params:
            del st.query_params[name]


def note(told: Note | None) -> None:
    """What of the address could not be followed."""
    if told:
        view.note(told.sentence)
