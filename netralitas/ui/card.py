"""The chart card: a chart with all that must be beside it."""

from collections.abc import Callable

import streamlit as st

from netralitas.address.links import base_of, data_address, question_address, view_of
from netralitas.chart import Chart, Kind, Source
from netralitas.charts.heard import heard
from netralitas.check.places import of_figures
from netralitas.claims import citation, explained, said
from netralitas.claims.amount import verdict_word
from netralitas.files import formats as files
from netralitas.render import picture, table
from netralitas.render import screen as plotly
from netralitas.render.map.screen import room
from netralitas.store.memory import dearly
from netralitas.ui import embed
from netralitas.ui.paparan import basket
from netralitas.ui.prose import warning
from netralitas.ui.view import cite, copy, say, scope, served_beside, snapshot, theme, view_link
from netralitas.wording import literal, number, sourced_link, text, to_the_ear

_FEW_SOURCES = 3
# Files that most want; the others are folded.
_WANTED = ("xlsx",)
PICTURES = {"png": ("image/png", picture.png), "svg": ("image/svg+xml", picture.svg)}


def card(chart: Chart, *, on_select: Callable | None = None, beside: Chart | None = None, alone: bool = False) -> object:
    """A chart with all that must be beside it: title, subtitle, warnings, source line, table, download, link.

    `alone`, in a frame of another page, it offers nothing to do.
    What the card `beside` it notes already is not said twice on a screen; in files and pictures each chart notes all.
    """
    slug = chart.name.replace(".", "-")
    selection = None
    with st.container(border=True, key=f"bagan-{slug}"):
        st.markdown(_head(chart), anchors=False)
        if not chart.empty:
            selecting = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
            drawn = plotly.figure(chart, theme())
            if chart.kind is Kind.MAP:
                st.html(_room(chart, slug))
            selection = st.plotly_chart(drawn, theme=None, config=plotly.config(chart), key=f"gambar-{slug}", alt=heard(chart), **selecting)
        warning(chart.warnings, slug)
        _foot(chart, slug, beside.notes if beside else ())
        if not chart.empty and not alone:
            _actions(chart, slug)
    return selection


def _room(chart: Chart, slug: str) -> str:
    """How tall a map is for its width, for style.css."""
    tall, legend = room(chart)
    return f"<style>.st-key-gambar-{slug} {{ --tinggi: {tall:.4f}; --legenda: {legend}px; }}</style>"


def _head(chart: Chart) -> str:
    """Title, subtitle, and that there is nothing to draw where there is nothing."""
    if "head" not in chart.cache:
        absent = f"\n\n{literal(verdict_word('', chart.language))}" if chart.empty else ""
        chart.cache["head"] = f"### {literal(chart.title)}\n\n{literal(chart.subtitle)}{absent}"
    return chart.cache["head"]


def _foot(chart: Chart, slug: str, said: tuple[str, ...]) -> None:
    """Notes and the source line; more than three sources are folded."""
    kept = f"foot-{hash(said)}"
    if kept not in chart.cache:
        few = len(chart.sources) <= _FEW_SOURCES
        label = f"**{literal(text(chart.language, 'kartu.sumber'))}:** "
        sources = [label + source_line(chart.sources, chart.title)] if chart.sources and few else []
        notes = [literal(note) for note in chart.notes if note not in said]
        chart.cache[kept] = "\n\n".join([*notes, *sources])
        counters = ", ".join(dict.fromkeys(source.counter for source in chart.sources))
        count = number(len(chart.sources), chart.language)
        chart.cache["fold"] = "" if few else text(chart.language, "kartu.semua_sumber", count=count, counters=counters)
    if chart.cache[kept]:
        st.caption(chart.cache[kept])
    if chart.cache["fold"]:
        with st.expander(literal(chart.cache["fold"]), key=f"sumber-{slug}", on_change="rerun") as folded:
            if folded.open:
                st.caption("\n".join(f"- {source_line((source,), chart.title)}" for source in chart.sources))


def source_line(sources: tuple[Source, ...], of: str) -> str:
    """Who counted, up to when, publisher; to the ear the link says which chart it is a source of."""
    return " — ".join(sourced_link(one.counter, one.cutoff, one.publisher, one.url, of) for one in sources)


def _actions(chart: Chart, slug: str) -> None:
    """Table, downloads and link; made when opened, so that a page that nobody opens costs nothing."""
    with st.container(horizontal=True, key=f"tindakan-{slug}"):
        label = of_chart("kartu.tabel", chart)
        with st.popover(label, icon=":material/table_rows:", type="tertiary", key=f"tabel-{slug}", on_change="rerun") as shown:
            if shown.open:
                figure_table(chart, 720)
        label = of_chart("kartu.bagikan", chart)
        with st.popover(label, icon=":material/download:", type="tertiary", key=f"bagikan-{slug}", on_change="rerun") as shared:
            if shared.open:
                _share(chart, slug)


def of_chart(key: str, chart: Chart) -> str:
    """A label that says to the ear which chart it belongs to."""
    return say(key) + to_the_ear(chart.title)


def _share(chart: Chart, slug: str) -> None:
    """Everything that lets a chart travel: files, pictures, addresses, a citation. Each carries its sources."""
    # Taken now: a file is made later, outside this run.
    data = snapshot()
    current = view_of(data, scope(), chart)
    address = view_link(current)
    export = lambda: explained.chart(table.export(chart, current, address), data, chart)  # noqa: E731
    # What most come for: a picture, a slide, a workbook, a sentence.
    _picture(chart, slug, "png", say("kartu.gambar"))
    basket.button(chart, slug)
    downloads(slug, chart.name, export, kinds=_WANTED)
    if sentence := said.chart(data, chart, current.language):
        copy("kartu.kalimat", sentence)
    cite(citation.chart(data, chart, address)[current.language], address)
    with st.expander(say("kartu.lainnya"), key=f"lainnya-{slug}", on_change="rerun") as more:
        if more.open:
            _picture(chart, slug, "svg", say("kartu.unduh", format="SVG"))
            downloads(slug, chart.name, export, kinds=tuple(kind for kind in files.FORMATS if kind not in _WANTED))
            copy("kartu.tautan", address)
            if told := embed.embedding(data, chart):
                copy("sematkan.alamat", told.address)
                copy("sematkan", told.html)
                if served_beside():
                    copy("sematkan.gambar", told.picture)
            if served_beside():
                copy("api.salin", data_address(data, current, chart, base_of(st.context.url)))


def _picture(chart: Chart, slug: str, extension: str, label: str) -> None:
    mime, draw = PICTURES[extension]
    st.download_button(
        label,
        data=lambda: dearly(draw, chart),
        file_name=picture.file_name(chart, extension),
        mime=mime,
        key=f"unduh-{slug}-{extension}",
        on_click="ignore",
    )


def figure_table(chart: Chart, width: int) -> None:
    """The chart's numbers with their sources, each with a link to its page and one to its check."""
    shown, told, header = table.on_screen(chart), table.headers(chart), say("halaman.angka")
    config = {told["url"]: st.column_config.LinkColumn(width="small", display_text="↗")}
    checks = _checks(chart)
    if any(checks):
        shown[header] = checks
        config[header] = st.column_config.LinkColumn(width="small", display_text=say("cek.tombol"))
    st.dataframe(shown, hide_index=True, width=width, column_config=config)


def _checks(chart: Chart) -> list[str | None]:
    """Where each number of a chart is checked; none for a computed one."""
    asked, base = of_figures(snapshot(), chart.language), base_of(st.context.url)
    return [question_address(base, asked[figure], chart.language) if figure in asked else None for figure in chart.frame["figure_id"]]


def downloads(
    key: str, name: str, export: Callable, streamed: dict[str, str] | None = None, kinds: tuple[str, ...] = tuple(files.FORMATS)
) -> None:
    """The same rows in every format, or in some kinds; each file is made when its button is pressed.

    `streamed` gives addresses of formats whose file is too large to be held: the browser fetches it from there.
    """
    with st.container(horizontal=True, key=f"unduhan-{key}-{kinds[0]}"):
        for kind, form in ((kind, files.FORMATS[kind]) for kind in kinds):
            if streamed and kind in streamed:
                st.link_button(say("kartu.unduh", format=form.label(scope().language)), streamed[kind])
                continue
            st.download_button(
                say("kartu.unduh", format=form.label(scope().language)),
                data=lambda kind=kind: dearly(lambda: files.content(kind, export())),
                file_name=f"{name}{form.ending}",
                mime=form.mime,
                key=f"unduh-{key}-{kind}",
                on_click="ignore",
            )
