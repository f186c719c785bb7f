"""The sidebar: where to, which region, which election, stage, unit and language. The address holds it all."""

from copy import copy
from dataclasses import replace
from datetime import date
from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netralitas import address, model, store
from netralitas.address.links import base_of, sheet_address
from netralitas.address.search import find
from netralitas.charts.page import opened, opening_told, proposed
from netralitas.claims.absence import Elsewhere, elsewhere
from netralitas.model import Filter
from netralitas.store.memory import remembered
from netralitas.ui import projector, view
from netralitas.ui.view import say, scope, served_beside, shows, snapshot
from netralitas.wording import day, literal, number, text

PAGES = {
    "ringkasan": ":material/dashboard:",
    "angka": ":material/fact_check:",
    "tren": ":material/show_chart:",
    "peta": ":material/map:",
    "sanksi": ":material/gavel:",
    "periksa": ":material/fact_check:",
    "paparan": ":material/slideshow:",
    "data": ":material/table:",
    "sumber": ":material/menu_book:",
}

_FOLDER = store.ROOT / "pages"

# Pages that show every stage and unit until the reader chooses one.
_ALL_SHOWN = ("data",)
# The page on which stage and unit are those of the regions beside each other, not of the region alone.
_COMPARES = "peta"
# (region, election, page that proposed it) where the election was not the reader's choice.
_PROPOSED = "pemilihan_diusulkan"


def read_address(data: store.Store, page: StreamlitPage) -> list[address.Note]:
    """Set the scope of this run from the address and the page, and return notes on what of it could not be followed."""
    asked = st.query_params.to_dict()
    current, notes = opened(data, page.url_path, asked)
    # An election that the page before chose by itself binds no other page: each opens at its own until the reader has chosen.
    if event_is_proposed(current) and st.session_state[_PROPOSED][-1] != page.url_path:
        asked.pop(model.EVENT, None)
        current, notes = opened(data, page.url_path, asked)
    # What was chosen for the reader stands in the address, too: the same link shows the same next year.
    if not asked.get(model.EVENT):
        st.session_state[_PROPOSED] = (current.region, current.event, page.url_path)
        st.query_params[model.EVENT] = current.event
        current = replace(current, chosen=current.chosen | {model.EVENT})
    if event_is_proposed(current) and (told := opening_told(data, page.url_path, current, asked)):
        notes.append(told)
    shows(proposed(data, page.url_path, current, asked))
    return notes


def pages(language: str) -> dict[str, StreamlitPage]:
    """The pages by name, for one run: Streamlit writes into each that it runs. Their files are looked for once."""
    return {name: copy(page) for name, page in _declared(language).items()}


@cache
def _declared(language: str) -> dict[str, StreamlitPage]:
    # Without their icons, which the links bring: a page's own icon is one that the browser asks a font host for.
    first = next(iter(PAGES))
    return {
        name: st.Page(_FOLDER / f"{name}.py", title=text(language, f"halaman.{name}"), url_path=name, default=name == first)
        for name in PAGES
    }


def event_is_proposed(current: Filter) -> bool:
    """Is the election of this view not the reader's choice?"""
    return st.session_state.get(_PROPOSED, ())[:2] == (current.region, current.event)


def ways(pages: dict) -> None:
    """Where to, at the head of the sidebar, which has its width from here on."""
    current = scope()
    with st.sidebar, st.container(key="halaman"):
        carried = current.parameters()
        for name, icon in PAGES.items():
            st.page_link(pages[name], label=text(current.language, f"halaman.{name}"), icon=icon, query_params=carried)


def choices(data: store.Store, page: StreamlitPage) -> None:
    """The filters as the address holds them, below the ways."""
    current = scope()
    language = current.language
    covered = _beside_each_other(data, current.region) if page.url_path == _COMPARES else data.covered(current.region)
    with st.sidebar:
        told = say("samping.wilayah.bantuan")
        _select("samping.wilayah", model.REGION, current.region, findable(data), accept_new_options=True, help=told)
        _descend(data, current)
        _select("samping.pemilihan", model.EVENT, current.event, elections(data, current.region, language))
        stages = {code: data.label("stage", code, language) for code in model.STAGES}
        units = {code: data.label("unit", code, language) for code in model.UNITS}
        if page.url_path in _ALL_SHOWN:
            _select("samping.tahap", model.STAGE, current.stage if model.STAGE in current.chosen else "", {"": say("data.semua"), **stages})
            _select("samping.satuan", model.UNIT, current.unit if model.UNIT in current.chosen else "", {"": say("data.semua"), **units})
        else:
            _select("samping.tahap", model.STAGE, current.stage, _marked(stages, (current.event,), covered))
            _select("samping.satuan", model.UNIT, current.unit, _marked(units, (current.event, current.stage), covered))
        _language(language)
        if served_beside():
            st.link_button(say("lembar.bagikan"), sheet_address(base_of(st.context.url), current), icon=":material/share:", type="tertiary")
        projector.button(page)
        info = data.build_info()
        built = day(date.fromisoformat(info["built_at"][:10]), language)
        st.caption(text(language, "samping.kaki", day=built, snapshot=info["snapshot_id"]))


@remembered
def _beside_each_other(data: store.Store, region: str) -> frozenset:
    """What a map can show: the figures of the regions within, of a kabupaten or kota those of its province."""
    whole, regions = next(code for code in data.line_of(region) if "." not in code), data.regions()
    within = regions.index if whole == model.NATION else regions.index[regions["parent"] == whole]
    return frozenset().union(*(data.covered(code) for code in within if code != whole))


@remembered
def placed(data: store.Store) -> dict[str, str]:
    """Code → name with the province: Kabupaten Malang · Jawa Timur."""
    lines = {code: data.line_of(code) for code in data.region_names()}
    return {code: " · ".join(data.region_name(one) for one in line[: max(len(line) - 1, 1)]) for code, line in lines.items()}


@remembered
def findable(data: store.Store) -> dict[str, str]:
    """Code → name, province and code, which the box searches: Kabupaten Malang · Jawa Timur · 35.07."""
    return {code: label if code == model.NATION else f"{label} · {code}" for code, label in placed(data).items()}


@remembered
def elections(data: store.Store, region: str, language: str) -> dict[str, str]:
    """The elections by name; where a region has no total, what there is instead: parts of one, figures within, no vote, nothing."""
    covered, own = data.covered(region), data.figure_counts()
    names = data.event_names()
    bare = [code for code in names if (code,) not in covered]
    return names | {code: _bare(names[code], elsewhere(data, region, code), (region, code) in own, language) for code in bare}


def _bare(label: str, there: Elsewhere, parts_only: bool, language: str) -> str:
    if parts_only:
        return text(language, "samping.hanya_rincian", label=label)
    if there.within:
        return text(language, "samping.ada_di_dalam", label=label, count=number(len(there.within), language))
    return text(language, "samping.tanpa_angka" if there.held else "samping.tanpa_pemilihan", label=label)


def _marked(labels: dict[str, str], within: tuple[str, ...], covered: frozenset) -> dict[str, str]:
    """The labels, with a word where nobody published a figure for the option; where there is none at all, the choice before it says so."""
    if within not in covered:
        return labels
    return {code: label if (*within, code) in covered else say("samping.tanpa_angka", label=label) for code, label in labels.items()}


def _select(label: str, name: str, value: str, labels: dict[str, str], **more: object) -> None:
    key = f"pilih_{name}"
    st.session_state[key] = value
    st.selectbox(
        say(label), list(labels), format_func=lambda code: labels.get(code, code), key=key, on_change=_choose, args=(name, key), **more
    )


def _choose(name: str, key: str) -> None:
    """A choice goes into the address, from where the run reads it: one truth, and it can be copied."""
    value = st.session_state[key] or ""
    if name == model.EVENT:
        st.session_state.pop(_PROPOSED, None)
    if name == model.REGION:
        # What was typed stands in the address as a code, where it is sure which region is meant.
        value = find(snapshot(), value)[0] or value
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def _descend(data: store.Store, current: Filter) -> None:
    """One step down to a region within, one step up to the region above."""
    within = data.children(current.region)
    names = data.region_names()
    if within:
        key = "pilih_di_dalam"
        st.session_state[key] = None
        st.selectbox(
            say("samping.di_dalam", region=names[current.region]), list(within), index=None, format_func=names.get, key=key,
            placeholder=say("samping.pilih_anak"), on_change=_choose, args=(model.REGION, key),
        )  # fmt: skip
    above = data.line_of(current.region)[1:]
    if above:
        st.button(
            say("samping.ke_atas", region=names[above[0]]), type="tertiary", icon=":material/arrow_upward:", key="ke_atas",
            on_click=go_to, kwargs={model.REGION: above[0]},
        )  # fmt: skip


def _language(language: str) -> None:
    key = "pilih_bahasa"
    st.session_state[key] = language
    st.segmented_control(
        say("samping.bahasa"), model.LANGUAGES, key=key, required=True, on_change=_choose, args=(model.LANGUAGE, key),
        format_func={"id": "Indonesia", "en": "English"}.get,
    )  # fmt: skip


def go_to(**parameters: str) -> None:
    """Change parts of the address (names as in the address: wilayah, pemilihan …)."""
    for name, value in parameters.items():
        st.query_params[name] = value


def address_notes(data: store.Store, notes: list[address.Note]) -> None:
    """Tell a reader what of the address could not be followed, with regions to choose from."""
    for place, note in enumerate(notes):
        view.note(note.sentence)
        region_buttons(data, note.suggestions, f"saran-{place}")


def region_buttons(data: store.Store, regions: tuple[str, ...], key: str) -> None:
    if regions:
        with st.container(horizontal=True, key=key):
            for code in regions:
                st.button(literal(placed(data)[code]), key=f"{key}-{code}", on_click=go_to, kwargs={model.REGION: code})
