"""Presentation mode on screen: `?paparan=1` shows the charts of a page one at a time on a canvas of 16:9.

The page's script runs as always, only that nothing it draws is sent: its cards hand their charts over instead.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import StopException

from netralitas.address import Note
from netralitas.address.parameters import MODE, ON, PLACE
from netralitas.chart import Chart
from netralitas.render import projector as plotly_stage
from netralitas.render import screen as plotly
from netralitas.render.plan import SMALLER_TITLE, Plan, plan
from netralitas.store import Store
from netralitas.ui.view import say, theme
from netralitas.wording import link, literal, number

STYLE = Path(__file__).parents[1] / "brand" / "projector.css"
_SHOWN_ON = ("ringkasan", "tren", "peta", "sanksi", "sumber")  # the pages with charts

_charts: ContextVar[list[Chart] | None] = ContextVar("charts of the stage", default=None)


def wanted() -> bool:
    """Does the address ask for the stage?"""
    return st.query_params.get(MODE) == ON


def button(page: StreamlitPage) -> None:
    """The way to the stage, on a page that has charts."""
    if (page.url_path or _SHOWN_ON[0]) in _SHOWN_ON:
        st.button(
            say("panggung.mode"), icon=":material/fullscreen:", type="tertiary", key="mode-paparan", help=say("panggung.mode.bantuan"),
            on_click=_go, args=(0,),
        )  # fmt: skip


def take(chart: Chart) -> bool:
    """Keep a chart for the stage instead of drawing its card; False where no stage collects."""
    charts = _charts.get()
    if charts is None:
        return False
    charts.append(chart)
    return True


def show(data: Store, page: StreamlitPage, notes: list[Note]) -> None:
    """Run the page unseen and put the chart that the address names on the stage."""
    # A page that has no more to say stops; the stage goes on.
    with _unseen() as charts, suppress(StopException):
        page.run()
    charts = [chart for chart in charts if not chart.empty]
    told = tuple(" ".join([note.sentence, "; ".join(map(data.region_name, note.suggestions))]).strip() for note in notes)
    with st.container(key="panggung", gap=None):
        if charts:
            place = _place(len(charts))
            _chart(charts[place], plan(charts[place], told))
            _foot(charts[place], plan(charts[place], told), place, len(charts))
        else:
            with st.container(key="panggung-kosong"):
                st.markdown(f"# {literal(say('panggung.kosong'))}", anchors=False)
                st.markdown("\n\n".join(map(literal, told)))
                st.button(say("panggung.kembali"), icon=":material/arrow_back:", key="panggung-kembali", on_click=_leave, shortcut="Esc")


@contextmanager
def _unseen() -> Iterator[list[Chart]]:
    """What is drawn meanwhile goes nowhere, as Streamlit does where there is no page; charts of cards are collected."""
    charts: list[Chart] = []
    before = _charts.set(charts)
    try:
        with DeltaGenerator(root_container=None):
            yield charts
    finally:
        _charts.reset(before)


def _place(count: int) -> int:
    """Which chart the address names; the first where it names none."""
    asked = st.query_params.get(PLACE, "")
    numbers = [str(place + 1) for place in range(count)]
    return numbers.index(asked) if asked in numbers else 0


def _go(place: int) -> None:
    st.query_params.update({MODE: ON, PLACE: str(place + 1)})


def _leave() -> None:
    # All at once, so that the browser's way back leads to the stage and not between.
    st.query_params.from_dict({name: value for name, value in st.query_params.to_dict().items() if name not in (MODE, PLACE)})


# -- what stands on the stage ----------------------------------------------------------------


def _chart(chart: Chart, planned: Plan) -> None:
    """Title, subtitle, drawing, warnings and remarks."""
    level = "##" if planned.title == SMALLER_TITLE else "#"
    with st.container(key="panggung-kepala", gap=None):
        st.markdown(f"{level} {literal(chart.title)}\n\n{literal(chart.subtitle)}", anchors=False)
    with st.container(key="panggung-isi", horizontal=True, gap=None):
        drawn = plotly_stage.figure(chart, theme(), planned.wide, planned.high)
        slug, config = chart.name.replace(".", "-"), plotly.config(chart) | {"responsive": False}
        st.plotly_chart(drawn, theme=None, width=planned.wide, config=config, key=f"panggung-{slug}", alt=chart.alt)
        if planned.aside:
            _sentences("peringatan-panggung-samping", planned.warnings)
    if planned.warnings and not planned.aside:
        _sentences("peringatan-panggung-bawah", planned.warnings)
    if planned.remarks:
        _sentences("panggung-catatan", (planned.remarks,))


def _sentences(key: str, sentences: tuple[str, ...]) -> None:
    with st.container(key=key):
        st.markdown("\n\n".join(map(literal, sentences)))


def _foot(chart: Chart, planned: Plan, place: int, count: int) -> None:
    """The source line; product, page, and the way on."""
    with st.container(key="panggung-kaki", horizontal=True, gap=None):
        with st.container(key="panggung-sumber"):
            if planned.sources:
                told = [f"{literal(one.counter)} · {literal(one.cutoff)} · {link(one.publisher, one.url)}" for one in planned.sources]
                st.markdown(f"{literal(say('kartu.sumber'))}: " + " — ".join(filter(None, [*told, literal(planned.more)])))
        with st.container(key="panggung-arah", horizontal=True, gap=None):
            page = say("panggung.halaman", place=number(place + 1, chart.language), count=number(count, chart.language))
            st.markdown(f"{literal(say('produk'))} · {literal(page)}", width="content")
            _way("sebelumnya", "chevron_left", "Left", place == 0, _go, place - 1)
            _way("berikutnya", "chevron_right", "Right", place == count - 1, _go, place + 1)
            _way("tutup", "close", "Esc", False, _leave)


def _way(name: str, icon: str, key: str, disabled: bool, act: object, *to: int) -> None:
    """A quiet button that a key presses, too."""
    label = say(f"panggung.{name}")
    st.button(
        label, icon=f":material/{icon}:", type="tertiary", key=f"panggung-{name}", shortcut=key, disabled=disabled, on_click=act, args=to
    )
