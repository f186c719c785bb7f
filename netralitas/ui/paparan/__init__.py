"""The parts of the page Paparan: the slides in their order, one of them to look at and edit, the meeting, the file."""

from dataclasses import replace
from textwrap import shorten

import streamlit as st

from netralitas.briefing import deck
from netralitas.briefing.deck import Item
from netralitas.briefing.slide import Slide
from netralitas.model import Filter
from netralitas.render import picture
from netralitas.render.crest import NotACrest, crest
from netralitas.store import Store
from netralitas.store.memory import dear, dearly, remembered
from netralitas.ui.paparan import basket
from netralitas.ui.view import say, snapshot
from netralitas.wording import literal, to_the_ear

_TITLE, _MORE, _WHEN, _WHERE, _CREST = "judul_slide", "slide_lain", "tanggal_acara", "tempat_acara", "lambang"
_LETTERS = 84  # of a title in the list of slides: two or three lines


@remembered(unless=lambda slide, place, shield, region: bool(shield))
def _preview(_: Store, slide: Slide, place: int, shield: bytes | None, region: str) -> bytes:
    with dear():
        return picture.preview(slide, place, shield, region)


def again(data: Store, scope: Filter) -> None:
    """Another region or election in the sidebar: offer a deck for it, but never replace one unasked."""
    if basket.proposed_for() == (scope.region, scope.event):
        return
    told = {"event": data.event_name(scope.event), "region": data.region_name(scope.region)}
    st.button(say("paparan.usulkan", **told), icon=":material/refresh:", key="usulkan", on_click=_propose, args=(scope,))


def _propose(scope: Filter) -> None:
    basket.propose(snapshot(), scope)


def order(slides: tuple[Slide, ...]) -> None:
    """All slides in their order, a row each: tick it, look at it, move it up or down; below, take out those that are ticked."""
    last = len(slides) - 1
    st.markdown(f"**{literal(say('paparan.slide'))}**")
    for place, slide in enumerate(slides):
        title = shorten(slide.title, _LETTERS, placeholder=" …")
        name, of = f"{place + 1}. {literal(title)}", to_the_ear(say("paparan.pratinjau", place=place + 1, title=title))
        with st.container(key=f"slide-{place}", gap=None):
            st.checkbox(f"**{name}**" if place == basket.place() else name, key=_ticked(place))
            with st.container(horizontal=True, key=f"urutan-{place}"):
                for key, icon, disabled, act, told in (
                    ("lihat", "visibility", False, basket.look_at, (place,)),
                    ("naik", "arrow_upward", place == 0, basket.move, (place, -1)),
                    ("turun", "arrow_downward", place == last, basket.move, (place, 1)),
                ):
                    st.button(
                        say(f"paparan.{key}") + of, icon=f":material/{icon}:", key=f"{key}-{place}", type="tertiary", disabled=disabled,
                        on_click=act, args=told,
                    )  # fmt: skip
    ticked = tuple(place for place in range(len(slides)) if st.session_state.get(_ticked(place)))
    with st.container(horizontal=True, key="keluarkan"):
        out, clear = say("paparan.hapus"), say("paparan.kosongkan")
        st.button(out, icon=":material/delete:", key="hapus", disabled=not ticked, on_click=basket.drop, args=(ticked,))
        st.button(clear, icon=":material/clear_all:", key="kosongkan", disabled=not slides, on_click=basket.keep, args=((),))


def _ticked(place: int) -> str:
    """The key of a slide's box: a new one with each new order, so that no tick stays on the slide that took its place."""
    return f"centang-{basket.edition()}-{place}"


def more(data: Store, scope: Filter) -> None:
    """Slides of the proposal for the sidebar's region and election that are not in the deck."""
    there = {_untitled(one, scope.language) for one in basket.items()}
    offered = [item for item in deck.proposal(data, scope) if item not in there]
    if not offered:
        return
    titles = {place: slide.title for place, slide in enumerate(deck.slides(data, tuple(offered), scope.language, basket.occasion()))}
    st.selectbox(
        say("paparan.lain"), list(titles), index=None, format_func=titles.get, key=_MORE, placeholder=say("paparan.lain.pilih"),
        on_change=_include, args=(tuple(offered),),
    )  # fmt: skip


def _untitled(item: Item, language: str) -> Item:
    """The slide as a proposal in this language has it: without a title by hand."""
    chart, beside = (one and replace(one, scope=replace(one.scope, language=language)) for one in (item.chart, item.beside))
    return Item(item.part, replace(item.scope, language=language), chart, beside)


def _include(offered: tuple[Item, ...]) -> None:
    chosen = st.session_state[_MORE]
    st.session_state[_MORE] = None
    if chosen is not None and chosen < len(offered):
        basket.include(offered[chosen])


def look(slides: tuple[Slide, ...], region: str) -> None:
    """The chosen slide as it will look, and its title to edit; of a deck that was emptied, how to fill it."""
    if not slides:
        st.info(say("paparan.kosong"))
        return
    place = basket.place()
    slide = slides[place]
    drawn = _preview(snapshot(), slide, place + 1, basket.occasion().crest, region)
    with st.container(border=True, key="pratinjau"):
        st.image(drawn, width="stretch", alt=say("paparan.pratinjau", place=place + 1, title=slide.title))
    st.session_state[_TITLE] = slide.title
    st.text_area(
        say("paparan.judul"), key=_TITLE, height=68, max_chars=300, help=say("paparan.judul.bantuan"), on_change=_retitle, args=(place,)
    )


def _retitle(place: int) -> None:
    basket.retitle(place, st.session_state[_TITLE])


def meeting() -> None:
    """When and where, and the region's crest."""
    current = basket.occasion()
    st.session_state[_WHEN], st.session_state[_WHERE] = current.when, current.place
    when, where = st.columns(2)
    with when:
        st.date_input(say("paparan.tanggal"), key=_WHEN, format="DD/MM/YYYY", on_change=_met)
    with where:
        st.text_input(say("paparan.tempat"), key=_WHERE, max_chars=120, on_change=_met)
    kinds, hint = ["png", "jpg", "jpeg"], say("paparan.lambang.bantuan")
    given = st.file_uploader(say("paparan.lambang"), type=kinds, key=_CREST, max_upload_size=2, help=hint)
    if given is not None:
        try:
            basket.meet(crest=crest(given.getvalue()))
        except NotACrest as reason:
            st.error(say(f"paparan.lambang.{reason.args[0]}"))
    elif current.crest:
        st.button(say("paparan.lambang.hapus"), icon=":material/close:", key="hapus_lambang", on_click=basket.meet, kwargs={"crest": None})


def _met() -> None:
    basket.meet(when=st.session_state[_WHEN], place=st.session_state[_WHERE])


def file(slides: tuple[Slide, ...], scope: Filter, region: str) -> None:
    """The deck as PowerPoint, made when its button is pressed."""
    if not slides:
        return
    # Taken now: the file is made later, outside this run.
    occasion, language = basket.occasion(), scope.language

    def write() -> bytes:
        # Imported late: only who downloads a deck needs python-pptx.
        from netralitas.render import slides as pptx

        return dearly(pptx.deck, slides, language, occasion, region)

    of = basket.proposed_for() or (scope.region, scope.event)
    name = f"netralitas_paparan_{of[0]}_{of[1]}_{language}.pptx"
    st.download_button(
        say("paparan.unduh"), data=write, file_name=name, key="unduh_paparan", type="primary",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation", icon=":material/download:", on_click="ignore",
    )  # fmt: skip
