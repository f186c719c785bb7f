"""Presentation mode on screen: `?paparan=1` shows a page part by part on a canvas of 16:9, its charts first, then what it says in words.

Which charts a page has is declared in `charts.page`, its words in `briefing.stage`; the page itself does not run.
"""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netralitas.address import Note
from netralitas.address.parameters import MODE, ON, PLACE
from netralitas.briefing.slide import Slide
from netralitas.briefing.stage import in_words
from netralitas.chart import Chart
from netralitas.charts import page as declared
from netralitas.charts.heard import heard
from netralitas.render import projector as plotly_stage
from netralitas.render import screen as plotly
from netralitas.render.plan import SMALLER_TITLE, Plan, Spoken, plan, spoken
from netralitas.store import Store
from netralitas.ui import view
from netralitas.ui.view import say, scope, theme
from netralitas.wording import literal, number, sourced_link

STYLE = Path(__file__).parents[1] / "brand" / "projector.css"
_FIRST = next(iter(declared.PAGES))  # the page at the dashboard's own address


def wanted() -> bool:
    """Does the address ask for the stage?"""
    return st.query_params.get(MODE) == ON


def button(page: StreamlitPage) -> None:
    """The way to the stage, on a page that has charts."""
    if (page.url_path or _FIRST) in declared.PAGES:
        st.button(
            say("panggung.mode"), icon=":material/fullscreen:", type="tertiary", key="mode-paparan", help=say("panggung.mode.bantuan"),
            on_click=_go, args=("",),
        )  # fmt: skip


def show(data: Store, page: StreamlitPage, notes: list[Note]) -> None:
    """The chart or the slide of sentences that the address names, of those that the page has."""
    name, asked = page.url_path or _FIRST, st.query_params
    charts = {one: chart for one, chart in declared.charts_of(data, name, scope(), asked).items() if not chart.empty}
    parts = {**charts, **in_words(data, name, scope(), asked, bool(charts))}
    told = tuple(view.told(data, note) for note in notes)
    opened = declared.noted(data, name, scope(), asked)
    with st.container(key="panggung", gap=None):
        if parts:
            shown = _asked(tuple(parts))
            part = parts[shown]
            planned = plan(part, told, opened) if isinstance(part, Chart) else spoken(part, told)
            if isinstance(planned, Plan):
                _chart(part, planned)
            else:
                _words(part, planned)
            _foot(planned, part.language, tuple(parts), tuple(parts).index(shown))
        else:
            with st.container(key="panggung-kosong"):
                st.markdown(f"# {literal(say('panggung.kosong'))}", anchors=False)
                st.markdown("\n\n".join(map(literal, told)))
                st.button(say("panggung.kembali"), icon=":material/arrow_back:", key="panggung-kembali", on_click=_leave, shortcut="Esc")


def _asked(names: tuple[str, ...]) -> str:
    """The chart that the address names, or counts (as addresses once did); the first where there is no such chart."""
    asked = st.query_params.get(PLACE, "")
    counted = {str(place): name for place, name in enumerate(names, 1)}
    return asked if asked in names else counted.get(asked, names[0])


def _go(name: str) -> None:
    st.query_params.update({MODE: ON, **({PLACE: name} if name else {})})


def _leave() -> None:
    # All at once, so that the browser's way back leads to the stage and not between.
    st.query_params.from_dict({name: value for name, value in st.query_params.to_dict().items() if name not in (MODE, PLACE)})


# -- what stands on the stage ----------------------------------------------------------------


def _chart(chart: Chart, planned: Plan) -> None:
    """Title, subtitle, drawing, warnings and remarks."""
    _head(chart.title, chart.subtitle, planned.title)
    with st.container(key="panggung-isi", horizontal=True, gap=None):
        drawn = plotly_stage.figure(chart, theme(), planned.wide, planned.high)
        slug = chart.name.replace(".", "-")
        st.plotly_chart(drawn, theme=None, width=planned.wide, config=plotly.config(chart), key=f"panggung-{slug}", alt=heard(chart))
        if planned.aside:
            _sentences("peringatan-panggung-samping", planned.warnings)
    if planned.warnings and not planned.aside:
        _sentences("peringatan-panggung-bawah", planned.warnings)
    if planned.remarks:
        _sentences("panggung-catatan", (planned.remarks,))


def _head(title: str, subtitle: str, size: int) -> None:
    level = "##" if size == SMALLER_TITLE else "#"
    with st.container(key="panggung-kepala", gap=None):
        st.markdown(f"{level} {literal(title)}\n\n{literal(subtitle)}", anchors=False)


def _words(slide: Slide, planned: Spoken) -> None:
    """Title, subtitle, and a sentence a line, as large as all of them allow."""
    _head(slide.title, slide.subtitle, planned.title)
    lines = [" — ".join(filter(None, (f"**{literal(of)}**" if of else "", literal(said)))) for of, said in planned.sentences]
    with st.container(key=f"panggung-kata-{planned.size}"):
        st.markdown("\n\n".join([*lines, *([literal(planned.rest)] if planned.rest else [])]), anchors=False)


def _sentences(key: str, sentences: tuple[str, ...]) -> None:
    with st.container(key=key):
        st.markdown("\n\n".join(map(literal, sentences)))


def _foot(planned: Plan | Spoken, language: str, names: tuple[str, ...], place: int) -> None:
    """The source line; product, page, and the way on."""
    last = len(names) - 1
    with st.container(key="panggung-kaki", horizontal=True, gap=None):
        with st.container(key="panggung-sumber"):
            if planned.sources:
                told = [sourced_link(one.counter, one.cutoff, one.publisher, one.url) for one in planned.sources]
                st.markdown(f"{literal(say('kartu.sumber'))}: " + " — ".join(filter(None, [*told, literal(planned.more)])))
        with st.container(key="panggung-arah", horizontal=True, gap=None):
            page = say("panggung.halaman", place=number(place + 1, language), count=number(len(names), language))
            st.markdown(f"{literal(say('produk'))} · {literal(page)}", width="content")
            _way("sebelumnya", "chevron_left", "Left", place == 0, _go, names[max(place - 1, 0)])
            _way("berikutnya", "chevron_right", "Right", place == last, _go, names[min(place + 1, last)])
            _way("tutup", "close", "Esc", False, _leave)


def _way(name: str, icon: str, key: str, disabled: bool, act: object, *to: str) -> None:
    """A quiet button that a key presses, too."""
    label = say(f"panggung.{name}")
    st.button(
        label, icon=f":material/{icon}:", type="tertiary", key=f"panggung-{name}", shortcut=key, disabled=disabled, on_click=act, args=to
    )
