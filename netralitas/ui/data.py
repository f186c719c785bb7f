"""The parts of the page Data: what is chosen, as pills that can be taken away, and the table."""

import html

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from netralitas import model
from netralitas.address import options
from netralitas.address.links import base_of, listing_address, public_page, question_address, rows_address
from netralitas.address.parameters import ALL, CALENDAR, CHOSEN, EXTENT, ONLY, PERIOD, SEARCH, WITHIN
from netralitas.address.selection import Selection
from netralitas.check.places import of_figures
from netralitas.claims import rows as listing
from netralitas.model import NATION, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.ui import choice
from netralitas.ui.card import downloads
from netralitas.ui.prose import nearest, warning
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import parameters, say, scope, served_beside
from netralitas.wording import literal, number, text

# Rows that are printed at most, and what stands on paper of each.
PRINTED = 100
_ON_PAPER = ("wilayah", "pemilihan", "tahap", "nilai", "satuan", "kualifikasi", "status", "pencatat", "batas", "penerbit")
LARGE = 50_000  # rows, from which a file is no longer held in memory
# Rows that fill the table's height; disputed figures whose warnings are told at once.
_FULL, _FEW = 14, 3


def selection(data: Store) -> Selection:
    """What the address asks for, with the choices of this page drawn. Stage and unit count only where the reader chose them."""
    current, asked = scope(), parameters()
    # A province or the nation with what is within: most figures are of a kabupaten or kota.
    usual = WITHIN if data.children(current.region) else ONLY
    coverage, coverage_note = options.choice(asked, EXTENT, (ONLY, WITHIN), usual, "data.cakupan", current.language)
    period, period_note = options.choice(asked, PERIOD, (CHOSEN, ALL, CALENDAR), CHOSEN, "data.periode", current.language)
    choice.note(coverage_note)
    choice.note(period_note)
    search = asked.get(SEARCH, "")[:200]
    _choices(data, current, coverage, period, search)
    return Selection(
        region=current.region,
        event={CHOSEN: current.event, ALL: None, CALENDAR: CALENDAR}[period],
        stage=current.stage if model.STAGE in current.chosen else None,
        unit=current.unit if model.UNIT in current.chosen else None,
        below=coverage == WITHIN,
        search=search,
    )


def _choices(data: Store, current: Filter, coverage: str, period: str, search: str) -> None:
    left, right = st.columns([3, 2], gap="medium")
    with left:
        periods = {CHOSEN: data.event_name(current.event), ALL: say("data.periode.semua"), CALENDAR: say("data.periode.kalender")}
        choice.segments(PERIOD, say("data.periode"), periods, period)
        within = {ONLY: say("data.cakupan.ini", region=data.region_name(current.region)), WITHIN: say("data.cakupan.dalam")}
        if data.children(current.region):
            choice.segments(EXTENT, say("data.cakupan"), within, coverage)
    with right:
        choice.words(SEARCH, say("data.cari"), search, placeholder=say("data.cari.contoh"), max_chars=200)


def pills(data: Store, chosen: Selection) -> None:
    """Each active filter as a pill; pressing it takes the filter away."""
    shown = []
    if chosen.region != NATION or not chosen.below:
        name = data.region_name(chosen.region) + (f" ({say('data.cakupan.dalam')})" if chosen.below else "")
        shown.append(("wilayah", "kolom.wilayah", name, _everywhere))
    if chosen.event:
        name = say("data.periode.kalender") if chosen.event == CALENDAR else data.event_name(chosen.event)
        shown.append(("pemilihan", "data.periode", name, lambda: go_to(**{PERIOD: ALL})))
    if chosen.stage:
        shown.append(("tahap", "kolom.tahap", data.label("stage", chosen.stage, scope().language), lambda: choice.leave(model.STAGE)))
    if chosen.unit:
        shown.append(("satuan", "kolom.satuan", data.label("unit", chosen.unit, scope().language), lambda: choice.leave(model.UNIT)))
    if chosen.search:
        shown.append(("cari", "data.cari", chosen.search, lambda: choice.leave(SEARCH)))
    with st.container(horizontal=True, gap="small", key="saringan"):
        for key, kind, value, away in shown:
            label = literal(f"{say(kind)}: {value}")
            st.button(label, icon=":material/close:", icon_position="right", key=f"saring-{key}", on_click=away, help=say("data.lepas"))


def address(chosen: Selection) -> str:
    """The full address of these rows, for another machine."""
    return listing_address(public_page(st.context.url), chosen, scope())


def files(data: Store, chosen: Selection) -> None:
    """Exactly these rows as a file. A button holds its file in memory, so a large one is fetched from its data address instead."""
    if listing.selected(data, chosen).empty:
        return
    language, view = scope().language, address(chosen)
    streamed = {}
    if len(listing.selected(data, chosen)) > LARGE and not chosen.search and served_beside():
        base = base_of(st.context.url)
        streamed = {kind: rows_address(base, chosen, language, kind) for kind in ("csv", "parquet")}
    downloads("angka", listing.file_name(chosen), lambda: listing.export(data, chosen, language, view), streamed)
    st.caption(say("data.unduh.keterangan"))


def _everywhere() -> None:
    go_to(**{model.REGION: NATION, EXTENT: WITHIN})


@remembered(unless=lambda chosen, language: bool(chosen.search))
def counted(data: Store, chosen: Selection, language: str) -> str:
    """How many figures from how many sources, as a heading."""
    frame = listing.selected(data, chosen)
    if frame.empty:
        return literal(text(language, "data.kosong"))
    sources = number(frame["source_id"].nunique(), language)
    told = text(language, "data.jumlah", count=number(len(frame), language), sources=sources)
    return f"**{literal(told)}** · {literal(text(language, 'data.urutan'))}"


def doubts(data: Store, chosen: Selection) -> None:
    """The warnings of disputed figures where they are few enough to be read, else how many there are."""
    sentences = listing.disputes(data, chosen, scope().language)
    if len(sentences) > _FEW:
        sentences = (say("data.peringatan", count=number(len(sentences), scope().language)),)
    warning(sentences, "data")


def table(data: Store, chosen: Selection) -> None:
    """The rows on screen; more than a thousand are fetched by the browser as they come into sight. Without any, what there is elsewhere."""
    language = scope().language
    rows = listing.on_screen(data, chosen, language)
    if not rows.num_rows:
        nearest(data, scope())
        return
    config = {
        say("kolom.wilayah"): st.column_config.TextColumn(width=205),
        say("kolom.nilai"): st.column_config.TextColumn(alignment="right"),
        say("kolom.kualifikasi"): st.column_config.TextColumn(width="medium"),
        say("kolom.status"): st.column_config.TextColumn(width=150),
        say("kolom.penerbit"): st.column_config.TextColumn(width=140),
        say("kolom.rincian"): st.column_config.TextColumn(width="medium"),
        say("kolom.tautan"): st.column_config.LinkColumn(width="small", display_text="↗"),
        say("halaman.angka"): st.column_config.LinkColumn(width="small", display_text=say("cek.tombol")),
    }
    base, after = pa.scalar(base_of(st.context.url)), rows.column_names.index(say("kolom.tautan")) + 1
    checks = pc.binary_join_element_wise(base, _checks(data, chosen, language), "")
    st.dataframe(
        rows.add_column(after, say("halaman.angka"), checks),
        hide_index=True,
        height=560 if rows.num_rows > _FULL else "content",
        column_config=config,
        lazy=True,
        placeholder="",
        alt=say("data.judul"),
        key="tabel-data",
    )


@remembered(unless=lambda chosen, language: bool(chosen.search))
def _checks(data: Store, chosen: Selection, language: str) -> pa.Array:
    """Where each number is checked, below the address of this dashboard."""
    asked = of_figures(data, language)
    return pa.array([question_address("", asked[figure], language) for figure in listing.selected(data, chosen)["figure_id"]])


def printed(data: Store, chosen: Selection) -> None:
    """The rows as text for paper, where a table that scrolls shows only a window of itself; each with publisher and address."""
    language, view = scope().language, address(chosen)
    if len(listing.selected(data, chosen)):
        with st.container(key="cetak-data"):
            st.html(_paper(data, chosen, language, view))


@remembered(unless=lambda chosen, language, view: bool(chosen.search))
def _paper(data: Store, chosen: Selection, language: str, view: str) -> str:
    whole = listing.on_screen(data, chosen, language)
    columns = {told: key for key in _ON_PAPER if (told := text(language, f"kolom.{key}")) in whole.column_names}
    address_of = text(language, "kolom.tautan")
    rows = whole.select([*columns, address_of]).slice(0, PRINTED).to_pylist()
    head = "".join(f'<th class="{key}">{html.escape(told)}</th>' for told, key in columns.items())
    body = "".join(f"<tr>{''.join(_cell(key, row[told], row[address_of]) for told, key in columns.items())}</tr>" for row in rows)
    told = text(language, "data.cetak", shown=number(len(rows), language), count=number(whole.num_rows, language), address=view)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{html.escape(told)}</p>"


def _cell(key: str, value: str, url: str) -> str:
    """The address stands below its publisher, as letters: paper has no links."""
    below = f"<br>{html.escape(url.partition('://')[2])}" if key == "penerbit" else ""
    return f'<td class="{key}">{html.escape(value)}{below}</td>'
