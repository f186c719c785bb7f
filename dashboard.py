"""The dashboard: one sidebar, a page each for what is asked. Start with `make run`, or `streamlit run dashboard.py`."""

from functools import partial
from pathlib import Path

import streamlit as st

from netralitas import store, ui
from netralitas.server.settle import settle
from netralitas.server.uploads import keep_in_memory
from netralitas.ui import embed, projector, trouble
from netralitas.ui.paparan import basket
from netralitas.ui.turn import turn
from netralitas.wording import text

HERE = Path(__file__).parent
BRAND = HERE / "netralitas" / "brand"


def frame(language: str) -> tuple[dict, st.Page]:
    """What stands around every page, and the page that the address names."""
    st.logo(str(BRAND / "logo.svg"), size="large", icon_image=str(BRAND / "icon.svg"))
    if not ui.served_beside():
        st.html(BRAND / "style.css")  # else it stands in the page itself (netralitas.server.shell)
    if ui.theme() == "dark":
        st.html(BRAND / "dark.css")
    if projector.wanted():
        st.html(projector.STYLE)
    if embed.wanted():
        st.html(embed.STYLE)
    pages = ui.pages(language)
    return pages, st.navigation(list(pages.values()), position="hidden")


def named(title: str) -> None:
    """What the browser's tab is called."""
    st.set_page_config(page_title=title, page_icon=str(BRAND / "icon.svg"), layout="wide")


def show(pages: dict, page: st.Page) -> None:
    """The page with its sidebar, or its charts on the stage of presentation mode."""
    snapshot = ui.snapshot()
    notes = [*trouble.older(snapshot), *ui.read_address(snapshot, page)]
    name = page.url_path or next(iter(ui.PAGES))
    named(ui.tab(snapshot, name))
    if projector.wanted():
        projector.show(snapshot, page, notes)
        return
    if embed.wanted():
        embed.show(snapshot, page, notes, partial(ui.card, alone=True))
        return
    ui.pages_are(pages)
    ui.ways(pages)
    try:
        body(snapshot, page, name, notes)
    finally:
        # What a reader chooses with follows what he reads, where a page failed, too; a page that ends with st.stop() would lose it.
        ui.choices(snapshot, page)


def body(snapshot: store.Store, page: st.Page, name: str, notes: list) -> None:
    """What a reader reads: the title, what is to be remarked on, and the page."""
    ui.title(snapshot, name)
    if snapshot.synthetic:
        st.warning(text(ui.scope().language, "sintetis"), icon=":material/science:")
    ui.address_notes(snapshot, notes)
    page.run()
    if not basket.hold() and page.url_path == "paparan":
        st.caption(text(ui.scope().language, "paparan.terlalu_besar"))


settle()
keep_in_memory()
try:
    with turn():
        show(*frame(trouble.language()))
except store.NoSnapshot as absent:
    named(text(trouble.language(), "produk"))
    trouble.nothing_to_read(absent)
except Exception as defect:
    named(text(trouble.language(), "produk"))
    trouble.told(defect)
finally:
    ui.end()
