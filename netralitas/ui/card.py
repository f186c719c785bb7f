"""The chart card: a chart with all that must be beside it."""

import streamlit as st

from netralitas.chart import Chart, Source
from netralitas.render import files, plotly, table
from netralitas.ui.prose import warning
from netralitas.ui.view import say, scope, theme, view_link
from netralitas.wording import link, literal, number

def source_line(sources: tuple[Source, ...]) -> str:
    """Who counted, up to when, publisher; more than three are folded by the caller."""
    return " — ".join((f"{literal(source.counter)} · {literal(source.cutoff)} · {link(source.publisher, source.url)}") for source in sources)


def card(chart: Chart, *, on_select=None) -> object:
    """A chart with all that must be beside it: title, subtitle, warnings, source line, table, download, link."""
    with st.container(border=True, key=f"bagan-{_slug(chart.name)}"):
        st.markdown(f"### {literal(chart.title)}\n\n{literal(chart.subtitle)}", anchors=False)
        selection = None
        if chart.empty:
            st.markdown(literal(say("status.tidak_ada")))
        else:
            selecting = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
            selection = st.plotly_chart(
                plotly.figure(chart, theme()), theme=None, config=plotly.config(chart), key=f"gambar-{_slug(chart.name)}", alt=chart.alt, **selecting
            )
        for note in chart.notes:
            st.caption(literal(note))
        warning(chart.warnings, _slug(chart.name))
        _sources(chart)
        if not chart.empty:
            _actions(chart)
    return selection


def _sources(chart: Chart) -> None:
    label = f"**{literal(say('kartu.sumber'))}:** "
    few, rest = chart.sources[:3], chart.sources[3:]
    if not few:
        return
    if not rest:
        st.caption(label + source_line(few))
        return
    counters = ", ".join(dict.fromkeys(source.counter for source in chart.sources))
    with st.expander(literal(say("kartu.semua_sumber", count=number(len(chart.sources), chart.language), counters=counters)), key=f"sumber-{_slug(chart.name)}", on_change="rerun") as folded:
        if folded.open:
            st.caption("\n".join(f"- {source_line((source,))}" for source in chart.sources))
    

def _actions(chart: Chart) -> None:
    """Table, downloads and link; made when opened, so that a page that nobody opens costs nothing."""
    slug = _slug(chart.name)
    with st.container(horizontal=True, key=f"tindakan-{slug}"):
        with st.popover(say("kartu.tabel"), icon=":material/table_rows:", type="tertiary", key=f"tabel-{slug}", on_change="rerun") as shown:
            if shown.open:
                st.dataframe(table.frame(chart), hide_index=True, width=720, column_config=link_column(chart))
        with st.popover(say("kartu.bagikan"), icon=":material/download:", type="tertiary", key=f"bagikan-{slug}", on_change="rerun") as shared:
            if shared.open:
                downloads(slug, chart.name, lambda: table.export(chart, scope(), view_link(scope())))
                st.caption(literal(say("kartu.tautan")))
                st.code(view_link(scope()), language=None, wrap_lines=True)


def link_column(chart: Chart) -> dict:
    """Column settings of a table on screen: the address as a small arrow."""
    return {table.headers(chart)["url"]: st.column_config.LinkColumn(width="small", display_text="↗")}


def downloads(key: str, name: str, export) -> None:
    """CSV, XLSX and Parquet of the same rows; each is made when its button is pressed."""
    with st.container(horizontal=True, key=f"unduhan-{key}"):
        for extension, (mime, write) in files.FORMATS.items():
            st.download_button(
                say("kartu.unduh", format=extension.upper()), data=lambda write=write: write(export()), file_name=f"{name}.{extension}",
                mime=mime, key=f"unduh-{key}-{extension}", on_click="ignore",
            )  # fmt: skip


def _slug(name: str) -> str:
    return name.replace(".", "-")
