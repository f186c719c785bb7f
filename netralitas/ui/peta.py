"""Around the map: its choices in the address, clicks, and what to do where nobody published a figure."""

import streamlit as st

from netralitas import model
from netralitas.address import options
from netralitas.address.parameters import ALL, EXTENT, LEVEL, MEASURE, RANKED
from netralitas.chart import Chart
from netralitas.charts import asked, regions
from netralitas.charts.regions import LEVELS, MEASURES
from netralitas.model import NATION, Filter
from netralitas.store import Store
from netralitas.ui import choice
from netralitas.ui.card import card
from netralitas.ui.prose import nearest
from netralitas.ui.sidebar import go_to
from netralitas.ui.view import say
from netralitas.wording import literal, number


def controls(data: Store, current: Filter) -> asked.Comparison:
    """Level, measure and the region whose parts are shown; what the address asks in vain is told."""
    wanted, province = asked.comparison(data, current, st.query_params), regions.province_of(data, current)
    with st.container(horizontal=True, vertical_alignment="bottom", key="pilihan-peta"):
        choice.segments(LEVEL, say("peta.tingkat"), {name: say(f"peta.{name}.judul") for name in LEVELS}, wanted.level)
        if wanted.level == "provinsi":
            choice.segments(MEASURE, say("peta.ukuran"), {name: say(f"peta.{name}") for name in MEASURES}, wanted.measure)
        elif province != NATION:
            extents = {province: data.region_name(province), ALL: say("peta.seluruh")}
            choice.segments(EXTENT, say("peta.cakupan"), extents, ALL if wanted.within == NATION else province)
    if wanted.notes:
        with st.container(border=True, key="catatan-alamat-peta"):
            st.markdown(literal(" ".join(wanted.notes)))
    return wanted


def without_shapes() -> None:
    """The map files have not been built: the ranking stands alone."""
    st.warning(say("peta.tanpa_geometri"))


def map_card(chart: Chart) -> None:
    """The map; a click on a region selects it everywhere."""
    key = f"gambar-{chart.name.replace('.', '-')}"

    def select() -> None:
        points = st.session_state[key].selection.points
        if points and "location" in points[0]:
            go_to(**{model.REGION: points[0]["location"]})

    card(chart, on_select=select)
    st.caption(literal(say("peta.klik")))


def rank_card(data: Store, current: Filter, chart: Chart, wanted: asked.Comparison) -> None:
    """The ranking; the rest of it on demand."""
    show_all = options.everything(st.query_params, RANKED)
    card(chart)
    count = regions.ranked(data, current, wanted.level, wanted.measure, wanted.within)
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
        label = say("peta.peringkat.semua", count=number(count, current.language))
        st.button(label, type="tertiary", icon=":material/unfold_more:", key="peringkat-semua", on_click=go_to, kwargs={RANKED: ALL})


def where_more(data: Store, current: Filter, level: str, within: str) -> None:
    """Stages and units for which more regions have a figure, where this one leaves most of the map empty."""
    language, offers = current.language, regions.better_covered(data, current, level, within)
    if not offers:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="lebih-lengkap"):
        st.caption(literal(say("peta.lebih_lengkap")), width="content")
        for stage, unit, count in offers:
            told = {"stage": data.label("stage", stage, language), "unit": data.label("unit", unit, language)}
            label = say("peta.lebih_lengkap.pilihan", count=number(count, language), level=say(f"peta.{level}"), **told)
            st.button(literal(label), key=f"ke-{stage}-{unit}", on_click=go_to, kwargs={model.STAGE: stage, model.UNIT: unit})


def nothing_here(data: Store, current: Filter, level: str, within: str) -> None:
    """Nobody published a figure for any of these regions: say so, and offer what has one."""
    language = current.language
    told = {
        "stage": data.label("stage", current.stage, language),
        "unit": data.label("unit", current.unit, language),
        "event": data.event_name(current.event),
        "place": data.region_name(within),
        "level": say(f"peta.{level}"),
    }
    st.markdown(literal(say("peta.kosong", **told)))
    where_more(data, current, level, within)
    nearest(data, current)
