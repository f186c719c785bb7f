"""A chart alone, for a page of somebody else: `?sematkan=…` names it, and only such an address may stand in a frame.

The chart brings its title, warnings, notes and sources along, and the way to the dashboard.
"""

import html
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netralitas.address.links import embed_address, public_page, view_address
from netralitas.address.parameters import EMBED
from netralitas.chart import Chart
from netralitas.charts import page as declared
from netralitas.store import Store
from netralitas.ui.view import say, scope
from netralitas.wording import literal

STYLE = Path(__file__).parents[1] / "brand" / "embed.css"
_FIRST = next(iter(declared.PAGES))  # the page at the dashboard's own address
_HIGH = 560  # pixels of a frame


def wanted() -> bool:
    """Does the address ask for one chart alone?"""
    return EMBED in st.query_params


def named(data: Store, page: str) -> dict[str, Chart]:
    return declared.charts_of(data, page or _FIRST, scope(), st.query_params)


def show(data: Store, page: StreamlitPage, draw) -> None:
    """The chart that the address names, drawn by `draw`; a name that the page does not know is told."""
    charts = named(data, page.url_path)
    kept = {name: value for name, value in st.query_params.to_dict().items() if name != EMBED}
    chart = charts.get(st.query_params[EMBED])
    if chart is None or chart.empty:
        st.info(say("sematkan.tak_ada"))
    else:
        draw(chart)
    address = view_address(public_page(st.context.url), scope(), kept)
    st.caption(f"[{literal(say('produk'))}]({address.replace(')', '%29')})")


def snippet(data: Store, chart: Chart) -> tuple[str, str] | None:
    """The address that shows only this chart, and the HTML that puts it into a page; None for a chart that has no name on its page."""
    page = public_page(st.context.url)
    name = next((name for name, one in named(data, page.rpartition("/")[2]).items() if one.name == chart.name), None)
    if name is None:
        return None
    address = embed_address(page, scope(), st.query_params.to_dict(), name)
    title, source = html.escape(chart.title), html.escape(address)
    return address, f'<iframe src="{source}" title="{title}" width="100%" height="{_HIGH}" style="border:0" loading="lazy"></iframe>'
