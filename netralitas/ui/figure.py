"""Figures in words: the figure card, the warnings of a scope, a region beside those above it."""

from itertools import groupby

import pandas as pd
import streamlit as st

from netralitas import store
from netralitas.charts import pipeline
from netralitas.model import CLEAN, DISPUTED, NOTED, STAGES, Filter
from netralitas.render import plotly, table
from netralitas.ui.card import link_column
from netralitas.ui.view import say, scope, theme
from netralitas.wording import link, literal, number, text

_IN_A_ROW = 4


def figure_cards(data: store.Store, headlines: pd.DataFrame) -> None:
    """A card a stage, in the order of the pipeline."""
    stages = _by_stage(headlines)
    for start in range(0, len(stages), _IN_A_ROW):
        for place, rows in zip(st.columns(_IN_A_ROW, gap="small"), stages[start : start + _IN_A_ROW], strict=False):
            with place:
                _figure_card(data, rows[0], rows[1:])


def _by_stage(headlines: pd.DataFrame) -> list[list[dict]]:
    """The headline figures of each stage, the one to show first at the front: sound, in the unit of the stage's owner."""
    rows = sorted(
        headlines.to_dict("records"),
        key=lambda row: (STAGES.index(row["stage"]), row["status"] == DISPUTED, pipeline.unit_order(row["stage"])[row["unit"]]),
    )
    return [list(group) for _, group in groupby(rows, key=lambda row: row["stage"])]


def _figure_card(data: store.Store, row: dict, others: list[dict]) -> None:
    """Stage, number, unit, mark, counter, cut-off, publisher; the same stage in other units; other figures on demand."""
    language = scope().language
    with st.container(border=True, key=f"angka-{row['status']}-{row['stage']}"):
        qualifier = f"{data.label('qualifier', row['qualifier'], language)} " if isinstance(row["qualifier"], str) else ""
        mark = f" `{text(language, 'status.catatan')}`" if row["status"] == NOTED else ""
        lines = [
            literal(data.label("stage", row["stage"], language)),
            f"{literal(qualifier)} **{literal(number(row['value'], language))}** {literal(data.label('unit', row['unit'], language))}{mark}".strip(),
            f"{literal(data.label('counted_by', row['counted_by'], language))} · {literal(row[f'cutoff_{language}'])}",
            link(row["publisher"], row["url"]),
        ]
        if row["status"] == DISPUTED:
            lines.insert(2, f"**{literal(say('status.disengketakan'))}**")
        if others:
            amounts = " · ".join(f"{number(other['value'], language)} {data.label('unit', other['unit'], language)}" for other in others)
            lines.append(literal(say("kartu.juga", amounts=amounts)))
        st.markdown("\n\n".join(lines))
        if row["alternatives"] or row["status"] != CLEAN or row[f"annotation_{language}"]:
            _details(data, row)


def _details(data: store.Store, row: dict) -> None:
    """Behind the card: what to know of this figure, and every other figure of its scope by date."""
    language, count = scope().language, row["alternatives"]
    label = say("kartu.angka_lain", count=number(count, language)) if count > 1 else say("kartu.angka_lain_satu") if count else say("status.catatan")
    with st.popover(label, type="tertiary", key=f"lain-{row['stage']}", on_change="rerun") as shown:
        if not shown.open:
            return
        sentences = data.warnings_of((row["figure_id"],), language)["sentence"].tolist()
        if isinstance(row[f"annotation_{language}"], str):
            sentences.append(row[f"annotation_{language}"])
        st.markdown("\n\n".join(literal(sentence) for sentence in sentences))
        if count:
            chart = pipeline.alternatives(data, Filter(row["region"], row["event"], row["stage"], row["unit"], language))
            st.markdown(f"#### {literal(chart.title)}\n\n{literal(chart.subtitle)}", anchors=False)
            if not chart.empty:
                st.plotly_chart(plotly.figure(chart, theme()), theme=None, config=plotly.config(chart), key=f"gambar-lain-{row['stage']}", alt=chart.alt)
            st.dataframe(table.frame(chart), hide_index=True, width=640, column_config=link_column(chart))


def cautions(data: store.Store, flags: pd.DataFrame, most: int = 3) -> None:
    """The worst warnings of a scope, in sentences; all of them on demand."""
    language = scope().language
    flags = flags[flags["is_headline"] | flags["disputes"]]
    if flags.empty:
        st.markdown(literal(say("ringkasan.tanpa_catatan")))
        return
    sentences = [_caution(data, row, language) for row in flags.to_dict("records")]
    with st.container(key="perhatian"):
        st.markdown("\n".join(f"- {sentence}" for sentence in sentences[:most]))
    if len(sentences) > most:
        with st.expander(say("ringkasan.semua_catatan", count=number(len(sentences), language)), key="semua-catatan", on_change="rerun") as shown:
            if shown.open:
                st.markdown("\n".join(f"- {sentence}" for sentence in sentences))


def _caution(data: store.Store, row: dict, language: str) -> str:
    amount = f"{number(row['value'], language)} {data.label('unit', row['unit'], language)}"
    return f"**{literal(data.label('stage', row['stage'], language))}: {literal(amount)}.** {literal(row[f'sentence_{language}'])}"


def beside(data: store.Store, current: Filter) -> None:
    """This region, its province, Indonesia: same election, stage and unit, each with its source."""
    language = current.language
    st.caption(
        literal(
            say(
                "ringkasan.banding.keterangan",
                stage=data.label("stage", current.stage, language),
                unit=data.label("unit", current.unit, language),
                event=data.event_name(current.event, language),
            )
        )
    )
    lines = ["| " + " | ".join(say(key) for key in ("kolom.wilayah", "kolom.nilai", "kolom.pencatat", "kolom.batas", "kolom.penerbit")) + " |", "|:--|--:|:--|:--|:--|"]
    for region in data.line_of(current.region):
        frame = data.headlines(region, current.event)
        found = frame[(frame["stage"] == current.stage) & (frame["unit"] == current.unit)].to_dict("records")
        name = literal(data.region_name(region))
        if not found:
            lines.append(f"| {name} | {literal(say('status.tidak_ada'))} | | | |")
            continue
        row = found[0]
        told = "" if row["status"] == CLEAN else f" `{say('status.' + row['status'])}`"
        lines.append(
            f"| {name} | **{literal(number(row['value'], language))}**{told} | {literal(data.label('counted_by', row['counted_by'], language))} "
            f"| {literal(row[f'cutoff_{language}'])} | {link(row['publisher'], row['url'])} |"
        )
    with st.container(key="banding"):
        st.markdown("\n".join(lines))
