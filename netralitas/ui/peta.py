"""Around the map: its choices in the address, clicks, and what to do where no list stands."""

import pandas as pd
import streamlit as st

from netralitas import model
from netralitas.address import options
from netralitas.address.links import base_of
from netralitas.address.parameters import ALL, EXTENT, LEVEL, LIST, MEASURE, RANKED
from netralitas.chart import Chart
from netralitas.charts import asked, coverage_map, lists, regions
from netralitas.charts.lists import LEVELS
from netralitas.claims.amount import worded_as
from netralitas.model import NATION, Filter
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.ui import checks, choice
from netralitas.ui.card import card
from netralitas.ui.prose import nearest
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import note, parameters, say
from netralitas.wording import cells, literal, number, sourced_link

_ROWS, _OFFERS = 12, 4


def controls(data: Store, current: Filter) -> asked.Comparison:
    """Level, extent, measure and list; what the address asks in vain is told."""
    wanted, province = asked.comparison(data, current, parameters()), regions.province_of(data, current)
    with st.container(horizontal=True, vertical_alignment="bottom", key="pilihan-peta"):
        choice.segments(LEVEL, say("peta.tingkat"), {name: say(f"peta.{name}.judul") for name in LEVELS}, wanted.level)
        if wanted.level == LEVELS[1] and province != NATION:
            extents = {province: data.region_name(province), ALL: say("peta.seluruh")}
            choice.segments(EXTENT, say("peta.cakupan"), extents, ALL if wanted.within == NATION else province)
        measures = lists.rateable(data, wanted.parent, current.event) if wanted.list_id else ()
        if len(measures) > 1:
            choice.segments(MEASURE, say("peta.ukuran"), {name: say(f"peta.{name}") for name in measures}, wanted.measure)
    _walk(data, wanted)
    if wanted.notes:
        note(" ".join(wanted.notes))
    return wanted


def _walk(data: Store, wanted: asked.Comparison) -> None:
    """The lists of this scope, the main one first."""
    if not wanted.list_id:
        return
    offered = lists.of_scope(data, wanted.scope, wanted.parent)
    if len(offered) > 1:
        labels = {row["list_id"]: lists.told(data, row, wanted.scope.language) for row in rows_of(offered)}
        choice.leafed(LIST, say("peta.daftar"), labels, wanted.list_id)


def without_shapes() -> None:
    """The map files have not been built."""
    st.warning(say("peta.tanpa_geometri"))


def coverage_card(chart: Chart) -> None:
    """The map of where figures exist."""
    map_card(chart)


def map_card(chart: Chart) -> None:
    """The map; a click on a region selects it everywhere."""
    key = f"gambar-{chart.name.replace('.', '-')}"

    def select() -> None:
        points = st.session_state[key].selection.points
        if points:
            # a dot of a small town brings its code along, a shape is named by it
            go_to(**{model.REGION: points[0].get("location") or points[0]["customdata"][0]})

    card(chart, on_select=select)


def rank_card(data: Store, chart: Chart, wanted: asked.Comparison, beside: Chart | None) -> None:
    """The ranking beside its map; the rest of it on demand."""
    show_all = options.everything(parameters(), RANKED)
    card(chart, beside=beside)
    count = regions.ranked(data, wanted.scope, wanted.parent, wanted.list_id, wanted.measure)
    if count <= regions.FEW:
        return
    if show_all:
        st.button(
            say("peta.peringkat.ringkas"),
            type="tertiary",
            icon=":material/unfold_less:",
            key="peringkat-ringkas",
            on_click=choice.leave,
            args=(RANKED,),
        )
    else:
        label = say("peta.peringkat.semua", count=number(count, wanted.scope.language))
        st.button(label, type="tertiary", icon=":material/unfold_more:", key="peringkat-semua", on_click=go_to, kwargs={RANKED: ALL})


# -- without a list --------------------------------------------------------------------


def headlines_table(data: Store, wanted: asked.Comparison) -> None:
    """The headline of each region with its counter, day and publisher, by name: no rank and no colour."""
    found = coverage_map.headlines(data, wanted.scope, wanted.level, wanted.within)
    with st.container(border=True, key="tabel-cakupan"):
        st.markdown(f"### {literal(say('peta.cakupan.tabel'))}", anchors=False)
        st.markdown(_table(data, wanted.scope, found.head(_ROWS)))
        if len(found) > _ROWS:
            label = say("peta.cakupan.semua", count=number(len(found), wanted.scope.language), level=say(f"peta.{wanted.level}"))
            with st.expander(label, key="semua-cakupan", on_change="rerun") as shown:
                if shown.open:
                    st.markdown(_table(data, wanted.scope, found))


def _table(data: Store, scope: Filter, found: pd.DataFrame) -> str:
    unit, base = data.label("unit", scope.unit, scope.language), base_of(st.context.url)
    lines = [cells(say(name) for name in ("kolom.wilayah", "kolom.nilai", "kartu.sumber")), "|:--|--:|:--|"]
    for row in rows_of(found):
        mark = checks.mark(row["status"], scope.language)
        amount = worded_as(row, unit, scope.language).full
        told = checks.checked(data, row["figure_id"], amount, scope.language, base, of=row["label"]) + mark
        source = sourced_link(row["counter"], row["cutoff"], row["publisher"], row["url"], of=row["label"])
        lines.append(f"| {literal(row['label'])} | {told} | {source} |")
    return "\n".join(lines)


def other_lists(data: Store, wanted: asked.Comparison) -> None:
    """Where lists are: other stages of this election; and where this page has none, the provinces and other elections."""
    scope, parent = wanted.scope, wanted.parent
    told = _told(data, wanted)
    listed = [row for row in lists.offered(data, parent, scope.event) if row["main"]] if parent else []
    other = [row for row in listed if (row["stage"], row["unit"]) != (scope.stage, scope.unit)]
    _stages(data, wanted, "daftar", say("peta.ke_daftar", **told), other)
    if wanted.list_id:
        return
    if wanted.level == LEVELS[1]:
        _to_provinces(data, scope)
    _events(data, "daftar", say("peta.ke_pemilihan", **told), _with_lists(data, wanted))


def other_figures(data: Store, wanted: asked.Comparison) -> None:
    """Where figures are that no list holds: other stages of this election, other elections."""
    told, listed = _told(data, wanted), _with_lists(data, wanted)
    rows = coverage_map.others(data, wanted.scope, wanted.level, wanted.within)
    _stages(data, wanted, "angka", say("peta.ke_angka", **told), rows)
    known = coverage_map.events(data, wanted.level, wanted.within)
    events = [event for event in known if event != wanted.scope.event and event not in listed]
    _events(data, "angka", say("peta.ke_pemilihan.angka", **told), events)


def _with_lists(data: Store, wanted: asked.Comparison) -> list[str]:
    found = lists.events(data, wanted.parent) if wanted.parent else ()
    return [event for event in found if event != wanted.scope.event]


def _stages(data: Store, wanted: asked.Comparison, key: str, lead: str, rows: list[dict]) -> None:
    """A button a stage and unit; the most regions first."""
    if not rows:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"tahap-{key}"):
        st.caption(literal(lead), width="content")
        for row in sorted(rows, key=lambda row: -row["regions"])[:_OFFERS]:
            told = {part: data.label(part, row[part], wanted.scope.language) for part in ("stage", "unit")}
            count = number(row["regions"], wanted.scope.language)
            label = say("peta.ke_daftar.pilihan", count=count, level=say(f"peta.{wanted.level}"), **told)
            to = {model.STAGE: row["stage"], model.UNIT: row["unit"]}
            st.button(literal(label), key=f"ke-{key}-{row['stage']}-{row['unit']}", on_click=go_to, kwargs=to)


def _events(data: Store, key: str, lead: str, events: list[str]) -> None:
    if events:
        with st.container(horizontal=True, vertical_alignment="center", key=f"pemilihan-{key}"):
            st.caption(literal(lead), width="content")
            for event in events:
                st.button(data.event_name(event), key=f"ke-{key}-{event}", on_click=_to_event, args=(event,))


def _to_event(event: str) -> None:
    """Another election; its stage and unit are proposed anew."""
    choice.leave(model.STAGE, model.UNIT, LIST)
    go_to(**{model.EVENT: event})


def _to_provinces(data: Store, scope: Filter) -> None:
    main = [row for row in lists.offered(data, NATION, scope.event) if row["main"]]
    if main:
        row = max(main, key=lambda row: row["regions"])
        label = say("peta.ke_provinsi", count=number(row["regions"], scope.language), event=data.event_name(scope.event))
        to = {LEVEL: LEVELS[0], model.STAGE: row["stage"], model.UNIT: row["unit"]}
        st.button(literal(label), key="ke-provinsi", on_click=go_to, kwargs=to)


def _told(data: Store, wanted: asked.Comparison) -> dict[str, str]:
    scope = wanted.scope
    return {
        "stage": data.label("stage", scope.stage, scope.language),
        "unit": data.label("unit", scope.unit, scope.language),
        "event": data.event_name(scope.event),
        "place": data.region_name(wanted.within),
        "level": say(f"peta.{wanted.level}"),
    }


def nothing_here(data: Store, wanted: asked.Comparison) -> None:
    """Nobody published a figure for any of these regions: say so, and offer what has one."""
    st.markdown(literal(coverage_map.in_words(data, wanted.scope, wanted.level, wanted.within)))
    other_lists(data, wanted)
    other_figures(data, wanted)
    nearest(data, wanted.scope)
