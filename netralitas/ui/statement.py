"""Statements on a page: the choice by day, the flow or its words, and every other number of its stages."""

from dataclasses import replace

import streamlit as st

from netralitas import store
from netralitas.address.links import base_of
from netralitas.address.parameters import statement_of
from netralitas.chart import Chart
from netralitas.charts import asked
from netralitas.charts import statement as statements
from netralitas.charts.page import AT_MOST
from netralitas.claims.statement import Statement, beside, finding, head, overtaken, source_line
from netralitas.model import Filter
from netralitas.store.memory import remembered
from netralitas.ui import checks, choice
from netralitas.ui.card import card
from netralitas.ui.figures import other_figures
from netralitas.ui.prose import to_hear
from netralitas.ui.view import pair, parameters, say
from netralitas.wording import link, literal, number, text, to_the_ear


def statement_cards(data: store.Store, current: Filter, charts: dict[str, Chart], name: str, said: str) -> frozenset[tuple[str, str]]:
    """A statement a unit, persons first; what the page has `said` at its head is not said again. Gives the (stage, unit) that they tell."""
    all_told = (statements.told if name == "pernyataan" else statements.sanctions_told)(data, current)
    leaders = statements.leaders(all_told)[:AT_MOST]
    told: set[tuple[str, str]] = set()
    if leaders and name == "pernyataan":
        to_hear("ringkasan.pernyataan")
    for column, leader in zip(pair() if len(leaders) > 1 and name == "pernyataan" else [st.container() for _ in leaders], leaders):
        with column:
            place = f"{name}-{leader.unit}"
            shown = _chosen(all_told, leader, place, current)
            if place in charts:
                card(charts[place])
            else:
                _in_words(data, shown, place, current.language, said)
            _others(data, current, shown, place)
            told |= {(member.stage, shown.unit) for member in shown.members}
    return frozenset(told)


def _chosen(all_told: tuple[Statement, ...], leader: Statement, place: str, current: Filter) -> Statement:
    """The statement of the day that the reader chose, with the choice where there is one."""
    offered = statements.offered(all_told, leader, current.language)
    shown, note = asked.statement(all_told, leader, place, parameters(), current.language)
    name = statement_of(place)
    choice.note(note)
    if len(offered) > 1:
        told = {"counter": leader.counter[current.language], "count": number(len(offered), current.language)}
        choice.leafed(name, say("pernyataan.pilih_dari", **told), offered, shown.statement_id, help=say("pernyataan.bantuan"))
    return shown


def _in_words(data: store.Store, shown: Statement, place: str, language: str, said: str) -> None:
    """Equal numbers have nothing to compare: a sentence, its source, and what came later."""
    with st.container(border=True, key=f"kata-{place}"):
        later = [one for one in (overtaken(shown, language), beside(shown, language)) if one]
        sentence = head(shown, language)
        first = text(language, "pernyataan.di_atas") if sentence == said else sentence
        told = [first, *(f"{one[:1].upper()}{one[1:]}." for one in later)]
        st.markdown("\n\n".join(literal(one) for one in told))
        source = f"**{literal(say('kartu.sumber'))}:** {link(source_line(shown, language), shown.url, of=finding(shown, language))}"
        equal = literal(say("pernyataan.setara")) if shown.is_equal else ""
        to_check = checks.of_sentence(data, [member.figure_id for member in shown.members], language, base_of(st.context.url))
        st.caption(" · ".join(filter(None, (source, equal, to_check))))


def _others(data: store.Store, current: Filter, shown: Statement, place: str) -> None:
    """Every other published number of the stages of a statement, behind one button."""
    count, stages = _other_numbers(data, current.region, current.event, tuple(member.stage for member in shown.members), shown.unit)
    if not count:
        return
    label = say("pernyataan.angka_lain", count=number(count, current.language))
    label += to_the_ear(finding(shown, current.language))
    with st.popover(label, type="tertiary", key=f"lain-{place}", on_change="rerun") as opened:
        if opened.open:
            for stage in stages:
                other_figures(data, replace(current, stage=stage, unit=shown.unit), f"{place}-{stage}")


@remembered
def _other_numbers(data: store.Store, region: str, event: str, stages: tuple[str, ...], unit: str) -> tuple[int, tuple[str, ...]]:
    """How many they are, and their stages."""
    counts = data.headlines(region, event)
    others = counts[counts["stage"].isin(stages) & (counts["unit"] == unit) & (counts["alternatives"] > 0)]
    return int(others["alternatives"].sum()), tuple(others["stage"])
