"""The parts of the page Cek angka: the box, the verdict with its reasons, what is known, and the same number elsewhere."""

import pandas as pd
import streamlit as st

from netralitas.address.links import base_of, check_address, question_address
from netralitas.address.parameters import QUESTION
from netralitas.charts.known import of_answer
from netralitas.check.asked import LONGEST, plain
from netralitas.check.known import Known
from netralitas.check.places import of_figures
from netralitas.check.question import Answer, answer
from netralitas.claims.amount import verdict_word
from netralitas.files.guard import guarded
from netralitas.render.ground.signs import SIGNS
from netralitas.store import Store
from netralitas.ui import choice
from netralitas.ui.card import card
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import pair, say, scope, served_beside, snapshot
from netralitas.wording import literal, number

# Rows that a table shows at once, and as many of another place as leave the answer on one screen.
_FULL, _FEW = 9, 4


def question() -> str:
    """The box; what stands in it stands in the address."""
    typed = plain(st.query_params.get(QUESTION, ""))
    choice.words(QUESTION, say("cek.tanya"), typed, placeholder=say("cek.tanya.contoh"), max_chars=LONGEST)
    return st.query_params.get(QUESTION, "")


def answered(data: Store, typed: str) -> Answer:
    """The verdict in a word, the sentence to say, why, and what to ask instead."""
    told = answer(data, typed, scope().language)
    with st.container(key=f"jawab-{told.verdict or 'lain'}"):
        if told.word:
            st.markdown(f"## {literal(told.word)}", anchors=False)
        with st.container(key="sebut"):
            st.markdown(literal(told.sentence))
        if told.why:
            st.markdown("\n".join(f"- {literal(one.sentence)}" for one in told.why))
        _rules(data, told)
    _choices(told)
    return told


def _rules(data: Store, told: Answer) -> None:
    """What the rules of the verdict say, one click away."""
    named = list(dict.fromkeys(one.rule for one in told.why if one.rule))
    if not named:
        return
    with st.popover(f"{say('cek.aturan')}: {' · '.join(named)}", type="tertiary", key="aturan", on_change="rerun") as shown:
        if shown.open:
            words = {rule["id"]: rule[f"condition_{scope().language}"] for rule in data.rules().to_dict("records")}
            st.markdown("\n".join(f"- **{rule}**: {literal(words[rule])}" for rule in named))


def _choices(told: Answer) -> None:
    """Questions to ask instead, a button each."""
    if not told.choices:
        return
    with st.container(horizontal=True, key="pilihan"):
        for place, one in enumerate(told.choices):
            label = f"{one.label} ({one.note})" if one.note else one.label
            st.button(literal(label), key=f"pilihan-{place}", on_click=go_to, kwargs={QUESTION: one.question})


def evidence(data: Store, told: Answer) -> None:
    """Everything known for the same question: by day as dots, and beside them as a table with sources."""
    if told.known:
        chart = of_answer(data, told)
        left, right = pair() if chart else (None, st.container())
        if chart:
            with left:
                card(chart)
        with right:
            st.markdown(f"### {literal(say('cek.tabel', count=number(len(told.known), scope().language)))}", anchors=False)
            _table(told, told.known, "diketahui")
    if told.elsewhere:
        count = len(told.elsewhere) + told.more_elsewhere
        label = f"{say('cek.tempat_lain')} ({number(count, scope().language)})"
        with st.expander(literal(label), key="tempat-lain", expanded=len(told.elsewhere) < _FEW):
            _table(told, told.elsewhere, "lain")


def _table(told: Answer, shown: tuple[Known, ...], key: str) -> None:
    """A row a figure with its source; the one that answers is marked."""
    first, language = told.figure.figure_id if told.figure else "", scope().language
    asked, base = of_figures(snapshot(), language), base_of(st.context.url)
    where = len({one.scope for one in shown}) > 1
    rows = [
        {
            "nilai": f"{'→ ' if one.figure_id == first else ''}{one.amount.full}{SIGNS[one.status].after}",
            **({"wilayah": " · ".join(filter(None, (one.place, one.election, one.stage_label)))} if where else {}),
            "pencatat": one.counter,
            "batas": one.cutoff,
            "status": verdict_word(one.status, language),
            "penerbit": one.publisher,
            "tautan": one.url,
        }
        for one in shown
    ]
    frame = pd.DataFrame(rows).rename(columns=lambda name: say(f"kolom.{name}"))
    frame[say("halaman.angka")] = [
        # "" and not None, which a table shows as a word.
        "" if one.figure_id == first else question_address(base, asked[one.figure_id], language)
        for one in shown
    ]
    links = {
        say("kolom.tautan"): st.column_config.LinkColumn(width="small", display_text="↗"),
        say("halaman.angka"): st.column_config.LinkColumn(width="small", display_text=say("cek.tombol")),
    }
    height = 36 * (_FULL + 1) if len(rows) > _FULL else "content"
    st.dataframe(guarded(frame), hide_index=True, height=height, column_config=links, key=f"tabel-{key}")


def ways(told: Answer) -> None:
    """How to add a number that is missing, and the light page of the same question."""
    if told.add:
        st.caption(literal(told.add))
    if served_beside():
        address = check_address(base_of(st.context.url), told.typed, scope().language)
        st.link_button(say("cek.ringan"), address, icon=":material/smartphone:", type="tertiary")
