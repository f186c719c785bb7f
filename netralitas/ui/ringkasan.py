"""Figures in words: the figure card, the warnings of a scope, a region beside those above it.

Markdown is made once a card and remembered with it: what a rerun repeats must cost nothing.
"""

from dataclasses import replace

import streamlit as st

from netralitas import store
from netralitas.address.links import base_of
from netralitas.charts.peers import HEADERS, Peer, peers
from netralitas.check.places import question
from netralitas.claims import citation, verdict
from netralitas.claims.amount import verdict_word
from netralitas.claims.cards import Caution, FigureCard, cautions
from netralitas.claims.lead import summary
from netralitas.model import DISPUTED, NOTED, Filter
from netralitas.store.memory import remembered
from netralitas.ui import checks
from netralitas.ui.figures import other_figures
from netralitas.ui.prose import heading
from netralitas.ui.view import check_link, cite, copy, say, scope, view_link
from netralitas.wording import literal, number, sourced_link, text, to_the_ear


def figure_cards(data: store.Store, cards: tuple[FigureCard, ...], in_a_row: int = 4) -> None:
    """A compact card a stage, in the order of the pipeline; as many in a row as the place has room for."""
    current = scope()
    with st.container(horizontal=True, key=f"berjajar-{in_a_row}"):
        for card in cards:
            with st.container(border=True, key=f"angka-{card.status}-{card.stage}"):
                st.markdown(_card_text(data, card, current.language), anchors=False)
                _details(data, card)


@remembered
def _card_text(_: store.Store, card: FigureCard, language: str) -> str:
    """Stage; number, unit and mark; counter and cut-off; publisher; the same stage in other units."""
    # what is not to be said stands in words of its own, below the number
    mark = checks.mark(card.status, language) if card.status == NOTED else ""
    told, about = card.amount, f"{literal(card.amount.about)} " if card.amount.about else ""
    lines = [
        f"### {literal(card.stage_label)}",
        f"{about}**{literal(told.number)}** {literal(told.unit)}{mark}",
        literal(told.remark),
        sourced_link(card.counter, card.cutoff, card.publisher, card.url, of=card.stage_label),
        literal(card.also),
    ]
    if card.status == DISPUTED:
        lines.insert(2, f"**{literal(verdict_word(DISPUTED, language))}**")
    return "\n\n".join(filter(None, lines))


def _details(data: store.Store, card: FigureCard) -> None:
    """Behind the card: the sentence to say, what it must be said with, and every other figure of its scope by date."""
    # what it leads to is of the card's own stage and unit, not of those that the page was asked for
    current, count = replace(scope(), stage=card.stage, unit=card.unit), card.alternatives
    with st.popover(_label(card, current.language), type="tertiary", key=f"lain-{card.stage}", on_change="rerun") as shown:
        if not shown.open:
            return
        told = verdict.of(data, (card.figure_id,), current.language)[card.figure_id]
        sentences = [*(reason.sentence for reason in told.reasons), card.annotation]
        st.markdown("\n".join(f"- {literal(sentence)}" for sentence in sentences if sentence))
        copy("kartu.sebagai_gantinya" if card.status == DISPUTED else "kartu.salin_kalimat", card.say)
        address = view_link(current)
        cite(citation.card(data, card, address)[current.language], address)
        asked = question(data, card.region, card.value, data.event_name(current.event), current.language, card.unit, card.stage)
        check_link(asked)
        if count:
            other_figures(data, current, card.stage)


def _label(card: FigureCard, language: str) -> str:
    """Copy the sentence; and how many other figures there are. It names its stage for who only hears it."""
    told = text(language, "kartu.salin_kalimat" if card.status != DISPUTED else "kartu.sebagai_gantinya")
    if card.alternatives:
        key = "kartu.angka_lain" if card.alternatives > 1 else "kartu.angka_lain_satu"
        told += f" · {text(language, key, count=number(card.alternatives, language))}"
    return told + to_the_ear(card.stage_label)


def warnings(data: store.Store, current: Filter, most: int = 3) -> None:
    """The worst warnings of a scope, in sentences, all that concern a headline that must not be said; the rest on demand.

    What the head of the page says is not said again.
    """
    head, headlines = summary(data, current), set(data.headlines(current.region, current.event)["figure_id"])
    found = tuple(replace(one, instead="") if one.instead == head else one for one in cautions(data, current))
    told = tuple(one for one in found if one.told.rstrip(".").casefold() not in head.casefold())
    most = max(most, sum(one.disputes and bool(headlines & set(one.figure_ids)) for one in told))
    if not told:
        heading("ringkasan.hati", literal(say("ringkasan.catatan_di_atas" if found else "ringkasan.tanpa_catatan")))
        return
    heading("ringkasan.hati", _listed(told[:most]))
    if len(told) > most:
        label = say("ringkasan.catatan_lain", count=number(len(told) - most, current.language))
        with st.expander(label, key="semua-catatan", on_change="rerun") as shown:
            if shown.open:
                st.markdown(_listed(told[most:]))


def _listed(told: tuple[Caution, ...]) -> str:
    return "\n".join(f"- **{literal(caution.figure)}.** {literal(caution.told)}" for caution in told)


def beside(data: store.Store, current: Filter) -> None:
    """This region, its province, Indonesia: same election, stage and unit, each with its source."""
    with st.container(key="banding"):
        heading("ringkasan.banding", _beside_text(data, current, base_of(st.context.url)))


@remembered
def _beside_text(data: store.Store, current: Filter, base: str) -> str:
    """A row a region; the number leads to its check."""
    language, line = current.language, peers(data, current)
    head = " | ".join(text(language, key) for key in HEADERS)
    lines = [literal(text(language, "ringkasan.banding.keterangan", **line.words)), "", f"| {head} |", "|:--|--:|:--|"]
    for row in line.rows:
        name, card = literal(row.region), row.card
        if card is None:
            lines.append(f"| {name} | {literal(row.amount.unitless)} | |")
            continue
        source = sourced_link(card.counter, card.cutoff, card.publisher, card.url, of=row.region)
        told = checks.checked(data, card.figure_id, row.amount.unitless, language, base, of=row.region)
        lines.append(f"| {name} | **{told}**{checks.mark(card.status, language)} | {source}{_also(data, row, language, base)} |")
    return "\n".join([*lines, "", literal(line.remember)]).rstrip()


def _also(data: store.Store, row: Peer, language: str, base: str) -> str:
    """What other counters say to the same question, below the source of the number."""
    linked = lambda one: checks.checked(data, one.figure_id, one.amount.unitless, language, base, of=row.region)  # noqa: E731
    told = [
        f"{linked(one)}{checks.mark(one.status, language)} · {sourced_link(one.counter, one.cutoff, one.publisher, one.url, of=row.region)}"
        for one in row.others
    ]
    return f"; {text(language, 'kartu.juga', amounts='; '.join(told))}" if told else ""
