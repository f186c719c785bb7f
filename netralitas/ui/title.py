"""Which page, place and election this is: the heading, the title of the browser's tab, and the bar on a phone."""

import streamlit as st

from netralitas.store import Store
from netralitas.ui.view import say, scope
from netralitas.wording import literal

# These speak of all data, whatever place and election are chosen.
_OF_ALL = ("angka", "sumber")
# These show every stage, or judge every one.
_ALL_STAGES = ("angka", "periksa", "paparan", "data", "sumber")


def tab(data: Store, page: str) -> str:
    """The title of the browser's tab."""
    return " · ".join([*_named(data, page), say("produk")])


def _named(data: Store, page: str) -> list[str]:
    return [say(f"halaman.{page}")] + ([] if page in _OF_ALL else _chosen(data))


def _chosen(data: Store) -> list[str]:
    return [data.region_name(scope().region), data.event_name(scope().event)]


def title(data: Store, page: str) -> None:
    """The one heading of the first rank. On a phone the button that opens the sidebar says what is chosen."""
    current = scope()
    chosen = _chosen(data) + ([] if page in _ALL_STAGES else [data.label("stage", current.stage, current.language)])
    st.html(_bar(" · ".join(chosen)))
    st.markdown(f"# {literal(' · '.join(_named(data, page)))}", anchors=False)


def _bar(told: str) -> str:
    """The words on the button that opens the sidebar; style.css makes a bar of it on a narrow screen."""
    return f'<style>[data-testid="stExpandSidebarButton"] {{ --dipilih: "{_css(told)}"; }}</style>'


def _css(told: str) -> str:
    """Any text within a string of a style sheet within a page: all but letters, digits and blanks by number."""
    return "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in told)
