"""The view that this run shows, and the words for it."""

import sys
from contextvars import ContextVar

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from netralitas import store
from netralitas.address import Note
from netralitas.address.links import QUESTIONS, only_here, public_page, view_address
from netralitas.address.parameters import QUESTION
from netralitas.model import Filter
from netralitas.wording import literal, text

SCOPE = "scope"
_pages: ContextVar[dict] = ContextVar("the pages of this run, by name", default={})  # noqa: B039 (never changed in place)
_read: ContextVar[store.Store | None] = ContextVar("the snapshot of this run", default=None)
_shown: ContextVar[Filter | None] = ContextVar("the filter of this run", default=None)
_asked: ContextVar[dict[str, str] | None] = ContextVar("the parameters of this run", default=None)


def snapshot() -> store.Store:
    """The snapshot of this run, asked for once: a page, its callbacks and its files never mix two. Raises NoSnapshot."""
    data = _read.get()
    if data is None:
        data = store.current()
        _read.set(data)
    return data


def pages_are(pages: dict) -> None:
    """Name the pages of this run, so that any of them can be linked to."""
    _pages.set(pages)


def page_link(page: str, label: str, **parameters: str) -> None:
    """A link to a page of the dashboard, with what its address carries."""
    st.page_link(_pages.get()[page], label=literal(label), icon=":material/arrow_forward:", query_params=parameters)


def check_link(asked: str) -> None:
    """From a number to its check: `asked` is the question that it answers."""
    page_link(QUESTIONS, say("cek.periksa"), **{**scope().parameters(), QUESTION: asked})


def end() -> None:
    """The run is over: let go of its snapshot, so that a tab that nobody touches holds none."""
    _read.set(None)
    _shown.set(None)
    _asked.set(None)


def shows(current: Filter) -> None:
    """From here on this run shows this; its callbacks and the reruns of its parts are told by the session."""
    st.session_state[SCOPE] = current
    _shown.set(current)
    _asked.set(st.query_params.to_dict())


def parameters() -> dict[str, str]:
    """What the address of this run carries, read once; it is the caller's to read, callbacks change `st.query_params`."""
    asked = _asked.get()
    return st.query_params.to_dict() if asked is None else asked


def scope() -> Filter:
    """The filter of this run; the sidebar has set it. It is asked some hundred times a run, the session is not."""
    if shown := _shown.get():
        return shown
    if SCOPE not in st.session_state:
        # The first run of a process, opened at a page's own address: Streamlit takes `pages/` for an app
        # without navigation and skips dashboard.py, until st.navigation or this line says that it is not.
        PagesManager.uses_pages_directory = False
        st.rerun()
    return st.session_state[SCOPE]


def served_beside() -> bool:
    """Are data addresses and fact sheets served beside the pages? `streamlit run dashboard.py` serves the pages alone."""
    return "netralitas.server.serve" in sys.modules


def theme() -> str:
    return "dark" if st.context.theme.type == "dark" else "light"


def say(key: str, **values: object) -> str:
    return text(scope().language, key, **values)


def view_link(current: Filter) -> str:
    """The full address of this view, for another machine: every part is named, nothing is left to a default."""
    # What a page keeps in the address for itself (the level of the map, the search in a table) goes along.
    return view_address(public_page(st.context.url), current, parameters())


def copy(label: str, content: str) -> None:
    """A text with a button that copies it."""
    st.caption(literal(say(label)))
    st.code(content, language=None, wrap_lines=True)


def cite(told: str, address: str) -> None:
    """A citation to copy; where its address leads nowhere but on this machine, that is said."""
    copy("kutip", told)
    if only_here(address):
        st.caption(literal(say("kartu.hanya_di_sini")))


def told(data: store.Store, one: Note) -> str:
    """A note with the regions that may have been meant, where there is nothing to press."""
    return " ".join([one.sentence, "; ".join(map(data.region_name, one.suggestions))]).strip()


def note(sentence: str) -> None:
    """What of the address could not be followed, or why the page shows what it shows: set off as a quotation is."""
    st.markdown(f"> {literal(sentence)}")


def pair() -> list:
    """Two columns side by side, one below the other on a narrow screen."""
    return st.columns(2, gap="medium")
