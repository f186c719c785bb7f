"""The parts of the page Sanksi: a breakdown with the choice among breakdowns, and the law on a day."""

from datetime import date, datetime

import pandas as pd
import streamlit as st

from netralitas.address import Note
from netralitas.address.parameters import ALL, DAY, breakdown_of
from netralitas.chart import Chart
from netralitas.charts import asked, sanction
from netralitas.charts.statement import sanctions_told
from netralitas.claims import explained, law
from netralitas.claims.absence import elsewhere
from netralitas.claims.cards import headline_cards
from netralitas.files.export import Export
from netralitas.model import Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.ui import choice
from netralitas.ui.card import card, downloads
from netralitas.ui.prose import heading, part_without
from netralitas.ui.ringkasan import figure_cards
from netralitas.ui.statement import statement_cards
from netralitas.ui.view import parameters, say, view_link
from netralitas.wording import cells, day, literal, number, text

_FIRST, _LAST = date(1990, 1, 1), date(2100, 12, 31)


def breakdown_card(data: Store, scope: Filter, charts: dict[str, Chart], dimension: str) -> None:
    """One breakdown of one source, with the choice of the others."""
    offered = sanction.options(data, scope, dimension)
    if not offered:
        _nowhere(data, scope, dimension)
        return
    heading(f"sanksi.rincian.{dimension}")
    name = breakdown_of(dimension)
    key, told = asked.breakdown(data, scope, dimension, parameters())
    choice.note(told)
    if len(offered) > 1:
        label = say("sanksi.rincian.pilih_dari", count=number(len(offered), scope.language))
        choice.select(name, label, offered, key, help=say("sanksi.rincian.aturan"))
    card(charts[f"rincian-{dimension}"])


def _nowhere(data: Store, scope: Filter, dimension: str) -> None:
    """Nobody published this breakdown here: say so, with the way to where there is one."""
    there = elsewhere(data, scope.region, scope.event, dimension)
    empty = say("sanksi.rincian.kosong", event=data.event_name(scope.event), region=data.region_name(scope.region))
    part_without(data, f"sanksi.rincian.{dimension}", empty, there, dimension)


def follow_up(data: Store, scope: Filter, charts: dict[str, Chart], said: str) -> None:
    """What one source puts together; where none does, each number by itself; where there is none, the way to where there is one."""
    if sanctions_told(data, scope):
        heading("sanksi.tindak")
        statement_cards(data, scope, charts, "tindak-lanjut", said)
        return
    cards = headline_cards(data, scope, stages=sanction.STAGES)
    if cards:
        heading("sanksi.tindak")
        figure_cards(data, cards, in_a_row=2)
        return
    empty = say("sanksi.tindak.kosong", event=data.event_name(scope.event), region=data.region_name(scope.region))
    part_without(data, "sanksi.tindak", empty, elsewhere(data, scope.region, scope.event, "total", sanction.STAGES), "tindak")


# -- the law -------------------------------------------------------------------------


def the_law(data: Store, scope: Filter) -> None:
    """Every sanction of the law, or those in force on a day; the voting day unless the reader chose another."""
    voting_day = data.events().at[scope.event, "voting_day"].date()
    on, told = _day(parameters().get(DAY), voting_day, scope.language)
    heading("sanksi.hukum")
    choice.note(told)
    choice.when(DAY, say("hukum.tanggal"), on, ALL, min_value=_FIRST, max_value=_LAST, help=say("hukum.tanggal.bantuan"), width=240)
    st.markdown(_law_told(data, scope.language, on, on == voting_day and scope.event))
    _law_folded(data, scope.language, on)
    _law_details(data, scope.language, on)
    st.caption(literal(say("hukum.catatan")))
    current, address = scope, view_link(scope)
    with st.popover(say("hukum.unduh"), icon=":material/download:", type="tertiary", key="unduh-hukum", on_change="rerun") as shared:
        if shared.open:
            downloads("hukum", "netralitas_hukum" + (f"_{on.isoformat()}" if on else ""), lambda: _law_export(data, current, on, address))
    with st.expander(say("hukum.perbuatan"), key="perbuatan", on_change="rerun") as shown:
        if shown.open:
            with st.container(key="hukum-perbuatan"):
                st.markdown(_acts_table(data, scope.language))


def _law_folded(data: Store, language: str, on: date | None) -> None:
    """The table is longer than all charts of the page: it opens on demand, and is open where the reader chose the day."""
    chosen, label = DAY in parameters(), say("hukum.daftar", count=number(len(law.in_force(data, on)), language))
    with st.expander(label, expanded=chosen, key=f"hukum-daftar-{'dipilih' if chosen else 'pemungutan'}", on_change="rerun") as shown:
        if shown.open:
            with st.container(key="hukum-tabel"):
                st.markdown(_law_table(data, language, on))


def _law_details(data: Store, language: str, on: date | None) -> None:
    """What of the rows has not been compared with the regulation yet, on demand."""
    open_points = law.details(data, language, on)
    if open_points:
        label = say("hukum.rincian", count=number(len(open_points), language))
        with st.expander(label, key="hukum-rincian", on_change="rerun") as shown:
            if shown.open:
                st.markdown("\n".join(f"- **{literal(sanction)}**: {literal(told)}" for sanction, told in open_points))


def _day(typed: str | None, default: date, language: str) -> tuple[date | None, Note | None]:
    if not typed:
        return default, None
    if typed == ALL:
        return None, None
    try:
        on = datetime.strptime(typed, "%Y-%m-%d").date()
    except ValueError:
        on = None
    if on is None or not _FIRST <= on <= _LAST:
        return default, Note(text(language, "alamat.pilihan", value=typed, name=text(language, "hukum.tanggal")))
    return on, None


@remembered
def _law_told(data: Store, language: str, on: date | None, event: str | bool) -> str:
    count = number(len(law.in_force(data, on)), language)
    if on is None:
        return literal(text(language, "hukum.semua", count=count))
    told = text(language, "hukum.pada", count=count, day=day(on, language))
    if event:
        told += " " + text(language, "hukum.pada.pemungutan", event=data.event_name(event))
    return literal(told)


_LAW_COLUMNS = ("kolom.tingkat", "kolom.sanksi", "kolom.dasar", "kolom.sejak", "kolom.sampai", "kolom.verifikasi")


@remembered
def _law_table(data: Store, language: str, on: date | None) -> str:
    return _markdown(law.table(data, language, on), [text(language, key) for key in _LAW_COLUMNS])


@remembered
def _acts_table(data: Store, language: str) -> str:
    headers = [text(language, key) for key in ("kolom.perbuatan", "kolom.dasar", "kolom.sanksi_lazim", "kolom.verifikasi")]
    return _markdown(law.acts(data, language), headers)


def _markdown(frame: pd.DataFrame, headers: list[str]) -> str:
    return "\n".join([cells(headers), "|" + ":--|" * len(headers), *map(cells, frame.itertuples(index=False))])


def _law_export(data: Store, scope: Filter, on: date | None, address: str) -> Export:
    """The law's table as a file; the sources are the regulations named in each row."""
    language = scope.language
    rows = law.table(data, language, on).set_axis([text(language, key) for key in _LAW_COLUMNS], axis=1)
    rows[text(language, "kolom.keterangan")] = law.remarks(data, language, on)
    told = {
        "title": text(language, "sanksi.hukum"),
        "scope": text(language, "hukum.semua" if on is None else "hukum.pada", count=number(len(rows), language), day=day(on, language)),
        "notes": text(language, "hukum.catatan"),
        "address": address,
        "snapshot": data.snapshot_id,
    }
    sources = pd.DataFrame({text(language, "kolom.dasar"): rows.iloc[:, 2].drop_duplicates()})
    return explained.marked(Export(rows, sources, told, language), data)
