"""A chart alone, for a page of somebody else: `?sematkan=…` names it, and only such an address may stand in a frame.

The chart brings its title, warnings, notes and sources along, and the way to the dashboard.
"""

import html
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netralitas.address import Note
from netralitas.address.links import base_of, embed_address, picture_address, public_page, view_address
from netralitas.address.parameters import EMBED
from netralitas.chart import Chart
from netralitas.charts import page as declared
from netralitas.store import Store
from netralitas.ui.view import note, say, scope, told
from netralitas.wording import literal

STYLE = Path(__file__).parents[1] / "brand" / "embed.css"
_FIRST = next(iter(declared.PAGES))  # the page at the dashboard's own address
_HIGH = 560  # pixels of a frame


def wanted() -> bool:
    """Does the address ask for one chart alone?"""
    return EMBED in st.query_params


def named(data: Store, page: str) -> dict[str, Chart]:
    return declared.charts_of(data, page or _FIRST, scope(), st.query_params)


def show(data: Store, page: StreamlitPage, notes: list[Note], draw: Callable[[Chart], object]) -> None:
    """The chart that the address names, drawn by `draw`, below what is to be told of the address and the snapshot.

    A name that the page does not know is told.
    """
    for one in notes:
        note(told(data, one))
    charts = named(data, page.url_path)
    kept = {name: value for name, value in st.query_params.to_dict().items() if name != EMBED}
    chart = charts.get(st.query_params[EMBED])
    if chart is None or chart.empty:
        st.info(say("sematkan.tak_ada"))
    else:
        draw(chart)
    address = view_address(public_page(st.context.url), scope(), kept)
    st.caption(f"[{literal(say('produk'))}]({address.replace(')', '%29')})")


@dataclass(frozen=True)
class Embedding:
    """How a page of somebody else shows a chart: its address alone, HTML for a frame, and the address of its picture."""

    address: str
    html: str
    picture: str


def embedding(data: Store, chart: Chart) -> Embedding | None:
    """None for a chart that has no name on its page."""
    page = public_page(st.context.url)
    here = page.rpartition("/")[2]
    name = next((name for name, one in named(data, here).items() if one.name == chart.name), None)
    if name is None:
        return None
    asked = st.query_params.to_dict()
    address = embed_address(page, scope(), asked, name)
    title, source = html.escape(chart.title), html.escape(address)
    frame = f'<iframe src="{source}" title="{title}" width="100%" height="{_HIGH}" style="border:0" loading="lazy"></iframe>'
    return Embedding(address, frame, picture_address(base_of(st.context.url), here or _FIRST, scope(), asked, name))
