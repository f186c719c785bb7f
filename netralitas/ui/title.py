"""Which page, place and election this is: the heading, the title of the browser's tab, and the bar on a phone."""

import streamlit as st

from netralitas.store import Store
from netralitas.ui.view import say, scope
from netralitas.wording import literal

# These speak of all data, whatever place and election are chosen.
_OF_ALL = ("angka", "sumber")
# These show every stage, or judge every one.
_ALL_STAGES = ("angka", "periksa", "paparan", "data", "sumber")


def title(data: Store, page: str) -> None:
    """The one heading of the first rank, and the tab's title. On a phone the button that opens the sidebar says what is chosen."""
    current = scope()
    place, event = data.region_name(current.region), data.event_name(current.event)
    named = [say(f"halaman.{page}")] + ([] if page in _OF_ALL else [place, event])
    st.set_page_config(page_title=" · ".join([*named, say("produk")]))
    chosen = [place, event] + ([] if page in _ALL_STAGES else [data.label("stage", current.stage, current.language)])
    st.html(_bar(" · ".join(chosen)))
    with st.container(key="judul"):
        st.markdown(f"# {literal(' · '.join(named))}", anchors=False)


def _bar(told: str) -> str:
    """The words on the button that opens the sidebar; style.css makes a bar of it on a narrow screen."""
    return f'<style>[data-testid="stExpandSidebarButton"] {{ --dipilih: "{_css(told)}"; }}</style>'


def _css(told: str) -> str:
    """Any text within a string of a style sheet within a page: all but letters, digits and blanks by number."""
    return "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in told)
