"""Figures in words: the figure card, the warnings of a scope, a region beside those above it.

Markdown is made once a card and remembered with it: what a rerun repeats must cost nothing.
"""

from dataclasses import replace

import streamlit as st

from netralitas import store
from netralitas.charts import pipeline
from netralitas.claims import citation
from netralitas.claims.amount import verdict_word
from netralitas.claims.cards import Caution, FigureCard, card_of, cautions, headline_cards
from netralitas.model import CLEAN, DISPUTED, NOTED, Filter
from netralitas.render import screen as plotly
from netralitas.render import table
from netralitas.store.memory import remembered
from netralitas.ui.card import link_column
from netralitas.ui.view import say, scope, theme, view_link
from netralitas.wording import link, literal, number, text

_IN_A_ROW = 4


def figure_cards(data: store.Store, current: Filter) -> None:
    """A card a stage, in the order of the pipeline."""
    cards = headline_cards(data, current)
    for start in range(0, len(cards), _IN_A_ROW):
        for place, card in zip(st.columns(_IN_A_ROW, gap="small"), cards[start : start + _IN_A_ROW], strict=False):
            with place.container(border=True, key=f"angka-{card.status}-{card.stage}"):
                st.markdown(_card_text(data, card, current.language))
                if card.alternatives or card.status != CLEAN or card.annotation:
                    _details(data, card)


@remembered
def _card_text(_: store.Store, card: FigureCard, language: str) -> str:
    """Stage; number, unit and mark; counter and cut-off; publisher; the same stage in other units."""
    mark = f" `{verdict_word(NOTED, language)}`" if card.status == NOTED else ""
    told, about = card.amount, f"{literal(card.amount.about)} " if card.amount.about else ""
    lines = [
        literal(card.stage_label),
        f"{about}**{literal(told.number)}** {literal(told.unit)}{mark}",
        literal(told.remark),
        f"{literal(card.counter)} · {literal(card.cutoff)}",
        link(card.publisher, card.url),
        literal(card.also),
    ]
    if card.status == DISPUTED:
        lines.insert(2, f"**{literal(verdict_word(DISPUTED, language))}**")
    return "\n\n".join(filter(None, lines))


def _details(data: store.Store, card: FigureCard) -> None:
    """Behind the card: what to know of this figure, and every other figure of its scope by date."""
    current, count = scope(), card.alternatives
    label = "kartu.angka_lain" if count > 1 else "kartu.angka_lain_satu" if count else "status.catatan"
    label = say(label, count=number(count, current.language))
    with st.popover(label, type="tertiary", key=f"lain-{card.stage}", on_change="rerun") as shown:
        if not shown.open:
            return
        sentences = [*data.warnings_of((card.figure_id,), current.language)["sentence"], card.annotation]
        st.markdown("\n\n".join(literal(sentence) for sentence in sentences if sentence))
        st.caption(literal(say("kutip")))
        st.code(citation.card(data, card, view_link(current))[current.language], language=None, wrap_lines=True)
        if count:
            chart = pipeline.alternatives(data, replace(current, stage=card.stage, unit=card.unit))
            st.markdown(f"#### {literal(chart.title)}\n\n{literal(chart.subtitle)}", anchors=False)
            if not chart.empty:
                st.plotly_chart(
                    plotly.figure(chart, theme()), theme=None, config=plotly.config(chart), key=f"gambar-lain-{card.stage}", alt=chart.alt
                )
            st.dataframe(table.on_screen(chart), hide_index=True, width=640, column_config=link_column(chart))


def warnings(data: store.Store, current: Filter, most: int = 3) -> None:
    """The worst warnings of a scope, in sentences; all of them on demand."""
    told = cautions(data, current)
    if not told:
        st.markdown(literal(say("ringkasan.tanpa_catatan")))
        return
    with st.container(key="perhatian"):
        st.markdown(_listed(told[:most]))
    if len(told) > most:
        label = say("ringkasan.semua_catatan", count=number(len(told), current.language))
        with st.expander(label, key="semua-catatan", on_change="rerun") as shown:
            if shown.open:
                st.markdown(_listed(told))


def _listed(told: tuple[Caution, ...]) -> str:
    return "\n".join(f"- **{literal(caution.figure)}.** {literal(caution.sentence)}" for caution in told)


def beside(data: store.Store, current: Filter) -> None:
    """This region, its province, Indonesia: same election, stage and unit, each with its source."""
    with st.container(key="banding"):
        st.markdown(_beside_text(data, current))


@remembered
def _beside_text(data: store.Store, current: Filter) -> str:
    language = current.language
    told = text(
        language,
        "ringkasan.banding.keterangan",
        stage=data.label("stage", current.stage, language),
        unit=data.label("unit", current.unit, language),
        event=data.event_name(current.event),
    )
    head = [text(language, key) for key in ("kolom.wilayah", "kolom.nilai", "kartu.sumber")]
    lines = [literal(told), "", "| " + " | ".join(head) + " |", "|:--|--:|:--|"]
    for region in data.line_of(current.region):
        name, card = literal(data.region_name(region)), card_of(data, replace(current, region=region))
        if card is None:
            lines.append(f"| {name} | {literal(verdict_word('', language))} | |")
            continue
        mark = f" `{verdict_word(card.status, language)}`" if card.status != CLEAN else ""
        source = f"{literal(card.counter)} · {literal(card.cutoff)} · {link(card.publisher, card.url)}"
        lines.append(f"| {name} | **{literal(card.amount.unitless)}**{mark} | {source} |")
    return "\n".join(lines)
