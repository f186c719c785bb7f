"""The dashboard: one sidebar, six pages. Start with `make run`, or `streamlit run dashboard.py`."""

import logging
from pathlib import Path

import streamlit as st

from netralitas import store, ui
from netralitas.address.parameters import LANGUAGE
from netralitas.server.settle import settle
from netralitas.ui import projector
from netralitas.wording import text

HERE = Path(__file__).parent
BRAND, PAGES = HERE / "netralitas" / "brand", HERE / "pages"


settle()
language = "en" if st.query_params.get(LANGUAGE) == "en" else "id"
st.set_page_config(page_title=text(language, "produk"), page_icon=str(BRAND / "icon.svg"), layout="wide")
st.logo(str(BRAND / "logo.svg"), size="large", icon_image=str(BRAND / "icon.svg"))
st.html(BRAND / "style.css")
if ui.theme() == "dark":
    st.html(BRAND / "dark.css")
if projector.wanted():
    st.html(projector.STYLE)

first = next(iter(ui.PAGES))
pages = {
    name: st.Page(PAGES / f"{name}.py", title=text(language, f"halaman.{name}"), icon=icon, url_path=name, default=name == first)
    for name, icon in ui.PAGES.items()
}
page = st.navigation(list(pages.values()), position="hidden")
try:
    snapshot = store.current()
except store.NoSnapshot:
    st.error(text(language, "belum_dibangun"))
    st.stop()
try:
    notes = ui.read_address(snapshot)
    if projector.wanted():
        projector.show(snapshot, page, notes)
    else:
        ui.sidebar(snapshot, pages, page)
        if snapshot.synthetic:
            st.warning(text(language, "sintetis"), icon=":material/science:")
        ui.address_notes(snapshot, notes)
        page.run()
except Exception:
    logging.getLogger(__name__).exception("page failed: %s", dict(st.query_params))
    st.error(text(language, "galat"))
