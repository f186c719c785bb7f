"""Riwayat of a region, and who is around it: what is known, told instead of drawn."""

from datetime import date

import streamlit as st

from netralitas import model
from netralitas.address.links import base_of
from netralitas.claims import history as told
from netralitas.claims import neighbours
from netralitas.claims.cards import FigureCard
from netralitas.claims.history import Entry
from netralitas.model import Filter
from netralitas.store import Store, shapes
from netralitas.store.memory import remembered
from netralitas.store.shapes import NoGeometry
from netralitas.ui import checks
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import page_link, say
from netralitas.wording import link, literal, number, sourced_link

_FIRST = 12


def history(data: Store, current: Filter, above: bool = True, said: str = "") -> None:
    """The time line of a region, the newest first, and beside it its neighbours and, unless the page has it, the region above.

    `said` is a sentence that the page has said already: it is not repeated.
    """
    line, around = st.columns([2, 1], gap="large")
    with line, st.container(key="riwayat"):
        _time_line(data, current, said)
    with around, st.container(key="tetangga"):
        _around(data, current, above)


def _time_line(data: Store, current: Filter, said: str) -> None:
    entries = told.history(data, current.region, current.language)
    if not entries:
        st.markdown(literal(told.unknown(data, current.region, current.language)))
        st.markdown(literal(told.law_in_force(data, date.today(), current.language)))
        page_link("sanksi", say("sanksi.hukum"), **current.parameters())
        st.caption(say("riwayat.tambah"))
        page_link("periksa", say("periksa.jadikan"), **current.parameters())
        return
    entries = tuple(entry for entry in entries if entry.sentence != said)
    base = base_of(st.context.url)
    st.markdown(_lines(data, entries[:_FIRST], current.language, base))
    if len(entries) > _FIRST:
        label = say("riwayat.semua", count=number(len(entries), current.language))
        with st.expander(label, key="semua-riwayat", on_change="rerun") as shown:
            if shown.open:
                st.markdown(_lines(data, entries[_FIRST:], current.language, base))


@remembered
def _lines(data: Store, entries: tuple[Entry, ...], language: str, base: str) -> str:
    return "\n\n".join(_line(data, entry, language, base) for entry in entries)


def _line(data: Store, entry: Entry, language: str, base: str) -> str:
    """The day in bold with the election, then the sentence, its mark, who prints it, and where its numbers are checked."""
    mark = checks.mark(entry.status, language)
    day = entry.day_told(language)
    links = [link(publisher, url, of=f"{day}, {entry.event}") for publisher, url in entry.sources]
    sources = " · ".join(filter(None, [*links, checks.of_sentence(data, entry.said, language, base)]))
    head = f"**{literal(day)}** · {literal(entry.event)}{mark}"
    return f"{head}  \n{literal(entry.sentence)}  \n{sources}"


def _around(data: Store, current: Filter, above: bool) -> None:
    try:
        bordering = shapes.neighbours(current.region)
    except NoGeometry:
        bordering = ()
    around = neighbours.around(data, current, bordering)
    around = around if above else around.beside()
    if not around.rows:
        return
    known = [_row(data, row.card, row.name, current.language) for row in around.rows if row.card]
    absent = [literal(f"{why.capitalize()}: {', '.join(names)}") for why, names in around.absent().items()]
    remember = [say("banding.ingat")] if above else []
    if not bordering:
        remember.append(say("tetangga.tanpa_batas", region=data.region_name(current.region)))
    head = [f"### {literal(around.heading)}", f":small[{literal(around.told)}]"]
    st.markdown("\n\n".join([*head, *known, *absent, *(f":small[{literal(one)}]" for one in remember)]), anchors=False)
    if not known:
        return
    with st.container(horizontal=True, key="ke-tetangga"):
        for row in around.rows:
            if row.card:
                label, open_it = literal(say("tetangga.buka", region=row.name)), {model.REGION: row.region}
                st.button(label, key=f"tetangga-{row.region}", type="tertiary", on_click=go_to, kwargs=open_it)


def _row(data: Store, card: FigureCard, name: str, language: str) -> str:
    """Kabupaten Lumajang: **2**, then Bawaslu · s.d. 2 Oktober 2020 · Kompas.com; the number leads to its check."""
    mark = checks.mark(card.status, language)
    source = sourced_link(card.counter, card.cutoff, card.publisher, card.url, of=name)
    told = checks.checked(data, card.figure_id, card.amount.unitless, language, base_of(st.context.url), of=name)
    return f"{literal(name)}: **{told}**{mark}  \n{source}"
