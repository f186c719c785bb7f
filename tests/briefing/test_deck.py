"""A deck: what is proposed, how it survives in a session, and the page that edits it."""

import io
from dataclasses import replace

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from netralitas.address import propose
from netralitas.briefing import deck
from netralitas.briefing.deck import Item, Reference
from netralitas.briefing.marks import _numbered
from netralitas.briefing.slide import Occasion, Part
from netralitas.charts import lists, regions
from netralitas.charts import page as pages
from netralitas.model import Filter
from netralitas.render.ground.shapes import Words
from netralitas.render.layout import layout
from netralitas.store.memory import Memory
from netralitas.wording import text
from tests.helpers import ROOT, flow, made

EVENTS_OF_NATION = ("pilkada-2020", "pilkada-2024")
VIEWS = (("35.13", "pilkada-2018"), ("35", "pilkada-2020"), ("ID", "pilkada-2020"), ("93.03", "pilkada-2024"))


def scope(store, region: str, event: str, language: str = "id") -> Filter:
    return propose(store, Filter(region=region, event=event, language=language, chosen=frozenset({"wilayah", "pemilihan"})))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_proposal_opens_with_a_cover_closes_with_the_sources_and_shows_nothing_empty(store, view, language):
    items = deck.proposal(store, scope(store, *view, language))
    slides = deck.slides(store, items, language, Occasion())
    assert slides[0].part is Part.COVER
    # Where nobody published anything there is nothing to cite.
    assert slides[-1].part is (Part.SOURCES if any(slide.sources for slide in slides) else Part.COVER)
    for slide in slides:
        assert slide.title
        assert slide.language == language
        if slide.part is Part.CHART:
            assert not slide.chart.empty
            assert slide.sources


def test_a_deck_is_short_and_shows_no_other_region_than_its_own_and_its_parts(store, maps):
    """Eight slides at most, five within a province, no map or ranking of those around it."""
    maps_shown = 0
    known = sorted(one for one in store.figure_counts() if one[0] in store.region_names() and one[1] in store.event_names())
    for region, event in {*known[::40], *VIEWS}:
        items = deck.proposal(store, scope(store, region, event))
        assert len(items) <= (8 if store.children(region) else 5), (region, event)
        assert len(set(items)) == len(items)
        for item in items:
            assert item.scope.region == region
            assert item.chart is None or item.chart.scope.region == region
            if item.chart and item.chart.name in ("peta", "peringkat"):
                assert item.chart.arguments[0] == region
                maps_shown += 1
    assert maps_shown


def test_a_nation_s_story_is_told_in_its_order(store, maps):
    items = deck.proposal(store, scope(store, "ID", "pilkada-2020"))
    told = [item.chart.name if item.chart else item.part.value for item in items]
    assert told == ["sampul", "pernyataan", "pernyataan", "hitungan", "peta", "rincian", "perhatian", "sumber"]


@pytest.mark.parametrize(
    ("view", "number", "verdict"),
    [
        (("ID", "pilkada-2020"), "2.007", "Layak dikutip"),
        (("35.13", "pilkada-2018"), "1.194", "Jangan dikutip"),
        (("64.02", "pilkada-2020"), "3", "Layak dikutip"),
    ],
)
def test_the_cover_has_one_number_its_verdict_its_sentence_and_its_source(store, view, number, verdict):
    slides, file = made(store, *view, "id")
    (card,) = slides[0].cards
    said = [shape.text_frame.text for shape in Presentation(io.BytesIO(file)).slides[0].shapes if shape.has_text_frame]
    assert number in said and verdict in said and card.say in " ".join(said)
    assert any(card.publisher in line and line.startswith("Sumber") for line in said)
    assert "Pendopo Kraksaan · 22 November 2026" in said


@pytest.mark.parametrize(
    ("view", "language", "instead", "known"),
    [
        (("64.02", "pilkada-2024"), "id", "Belum ada jumlah", "Bawaslu"),
        (("64.02", "pilkada-2024"), "en", "No total yet", "Bawaslu"),
        (("13.12", "pemilu-2024"), "id", "Belum ada jumlah", ""),
    ],
)
def test_a_cover_without_a_number_says_so_and_what_there_is_with_its_source(store, view, language, instead, known):
    slides, file = made(store, *view, language)
    said = [shape.text_frame.text for shape in Presentation(io.BytesIO(file)).slides[0].shapes if shape.has_text_frame]
    assert not slides[0].cards
    assert instead in said
    assert slides[0].subtitle in said
    sources = [line for line in said if line.startswith(("Sumber", "Source"))]
    assert bool(sources) == bool(slides[0].sources)
    if known:
        # The newest sentence that may be said as it stands, with its election: none of this one was published.
        assert "Pemilu 2024" in slides[0].subtitle
        assert all(one.publisher in sources[0] for one in slides[0].sources) and known in sources[0]


def test_every_number_with_a_dot_has_its_clause_in_words(store, maps):
    """The clause travels with the number, not only with the dashboard: 88 of Sulawesi Selatan was 96 two days before."""
    slides = deck.slides(store, deck.proposal(store, scope(store, "ID", "pilkada-2020")), "id", Occasion())
    (shown,) = [slide for slide in slides if slide.chart is not None and slide.chart.kind == "map"]
    assert [remark for remark in shown.remarks if remark.startswith("• Sulawesi Selatan 88: ") and "96 kasus" in remark]
    assert len([remark for remark in shown.remarks if "Sulawesi Selatan 88" in remark]) == 1
    (flow_,) = [slide for slide in slides if slide.chart is not None and "pernyataan_ID_pilkada-2020_kasus" in slide.chart.name]
    assert {remark.partition(":")[0] for remark in flow_.remarks if remark.startswith("•")} == {
        "• dugaan pelanggaran 1.546", "• bukan pelanggaran 53", "• diteruskan ke KASN 1.398",
    }  # fmt: skip


def test_what_was_only_told_again_is_no_growth(store):
    """433 on 2 and on 3 December 2024 is one number told twice; 268 to 1.194 in 2020 is growth, in few lines."""
    told = {event: [item.chart for item in deck.proposal(store, scope(store, "ID", event)) if item.chart] for event in EVENTS_OF_NATION}
    assert [one.name for one in told["pilkada-2024"]] == ["pernyataan", "pernyataan", "tren"]
    (grown,) = [one for one in told["pilkada-2020"] if one.name == "hitungan"]
    drawn = pages.declared(store, grown, "id").frame
    assert 1 < drawn.loc[drawn["mark"] != "end", "series"].nunique() <= 3


@pytest.mark.parametrize("language", ["id", "en"])
def test_one_caution_stands_below_the_numbers_and_not_on_a_slide_of_its_own(store, language):
    slides, file = made(store, "64.02", "pemilu-2024", language)
    assert [slide.part for slide in slides if slide.part in (Part.NUMBERS, Part.CAUTIONS)] == [Part.NUMBERS]
    (place,) = [place for place, slide in enumerate(slides) if slide.part is Part.NUMBERS]
    said = " ".join(shape.text_frame.text for shape in Presentation(io.BytesIO(file)).slides[place].shapes if shape.has_text_frame)
    assert text(language, "ringkasan.hati") in said and slides[place].cautions[0].sentence in said
    assert "Mahakata" in said  # who published the number that the caution is about


def test_a_slide_of_cautions_names_the_sources_of_all_its_figures(store):
    slides = deck.slides(store, deck.proposal(store, scope(store, "ID", "pilkada-2020")), "id", Occasion())
    (warned,) = [slide for slide in slides if slide.part is Part.CAUTIONS]
    figures = [figure for one in warned.cautions for figure in one.figure_ids]
    assert {one.publisher for one in warned.sources} == set(store.figures_named(tuple(figures))["publisher"])


def test_every_disputed_figure_brings_its_warning_and_its_number(store):
    slides = deck.slides(store, deck.proposal(store, scope(store, "35.13", "pilkada-2018")), "id", Occasion())
    assert any(card.status == "disengketakan" for card in slides[0].cards)
    assert "1.194" in slides[0].subtitle and "721" in slides[0].subtitle
    (warned,) = [slide for slide in slides if slide.part is Part.CAUTIONS]
    assert any("1.194" in one.figure and "721" in one.told for one in warned.cautions)
    flows = deck.slides(store, deck.proposal(store, scope(store, "ID", "pilkada-2020")), "id", Occasion())
    showing = [slide for slide in flows if slide.chart is not None and (slide.chart.frame["status"] == "disengketakan").any()]
    assert showing and all(slide.warnings for slide in showing)


def test_the_last_slide_names_every_source_of_the_deck(store):
    slides = deck.slides(store, deck.proposal(store, scope(store, "35", "pilkada-2020")), "id", Occasion())
    named = {source for slide in slides for source in slide.sources}
    assert set(slides[-1].sources) == named


def test_a_chart_of_the_screen_is_declared_anew_in_the_language_of_the_deck(store):
    chart = flow(store, scope(store, "ID", "pilkada-2020"), "orang")
    item = deck.shown(chart)
    (slide,) = deck.slides(store, (item,), "en", Occasion())
    assert slide.chart.name == chart.name
    assert slide.chart.language == "en"
    assert slide.chart.frame["value"].tolist() == chart.frame["value"].tolist()


def test_a_ranking_is_declared_anew_with_what_it_was_asked_with(store):
    view, list_id = lists.main(store, scope(store, "35", "pilkada-2020"), "ID")
    chart = regions.ranking(store, view, "ID", list_id, "rasio", False)
    assert deck.declared(store, deck.reference(chart), "id") is chart


def test_a_chart_that_is_gone_from_the_data_says_so(store):
    gone = Item(Part.CHART, scope(store, "35", "pilkada-2020"), Reference("rincian", scope(store, "35", "pilkada-2020"), ("sanksi", "x")))
    (slide,) = deck.slides(store, (gone,), "id", Occasion())
    assert slide.title == text("id", "paparan.hilang")


@pytest.mark.parametrize("changes", [{"region": "99.99"}, {"event": "pilkada-1999"}])
def test_a_slide_of_a_region_or_election_that_is_gone_says_so(store, caplog, changes):
    view = replace(scope(store, "35", "pilkada-2020"), **changes)
    items = (Item(Part.CHART, view, Reference("tren", view, (False,))), Item(Part.HISTORY, view))
    with caplog.at_level("ERROR"):
        slides = deck.slides(store, items, "id", Occasion())
    assert [slide.title for slide in slides] == [text("id", "paparan.hilang")] * 2
    assert not caplog.records


@pytest.mark.parametrize("fault", [KeyError("x"), StopIteration(), AttributeError("x"), ZeroDivisionError()])
def test_a_fault_of_the_program_is_logged_and_never_told_as_data_that_is_gone(store, monkeypatch, caplog, fault):
    def broken(*_):
        raise fault

    monkeypatch.setitem(pages.NAMED, "hitungan", broken)
    monkeypatch.setattr(store, "memory", Memory())
    view = scope(store, "35", "pilkada-2020")
    with caplog.at_level("ERROR"):
        items = deck.proposal(store, view)
        slides = deck.slides(store, items, "en", Occasion())
    failed = [slide for slide in slides if slide.title == text("en", "paparan.galat")]
    assert len(failed) == 1
    assert failed[0].lines == (text("en", "paparan.galat.sebab"),)
    assert text("en", "paparan.hilang") not in [slide.title for slide in slides]
    assert all(record.exc_info and record.exc_info[1] is fault for record in caplog.records)
    assert len(caplog.records) == 2


def test_a_title_written_by_hand_replaces_the_finding(store):
    first, *rest = deck.proposal(store, scope(store, "35", "pilkada-2020"))
    slides = deck.slides(store, (replace(first, title="Rapat koordinasi"), *rest), "id", Occasion())
    assert slides[0].title == "Rapat koordinasi"
    assert slides[1].title != "Rapat koordinasi"


# -- the page ---------------------------------------------------------------------------


@pytest.fixture
def page(snapshot_dir, monkeypatch) -> AppTest:
    monkeypatch.setenv("NETRALITAS_BUILD", str(snapshot_dir))
    session = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    session.query_params["wilayah"] = "35.13"
    session.query_params["pemilihan"] = "pilkada-2018"
    session.run()
    return session.switch_page(str(ROOT / "pages" / "paparan.py")).run()


def titles(page: AppTest) -> list[str]:
    return [box.label.strip("*") for box in page.checkbox]


def test_slides_are_moved_dropped_and_retitled(page):
    before = titles(page)
    page.button(key="turun-0").click().run()
    assert titles(page)[1][3:] == before[0][3:]
    # Several are taken out at once; no tick stays on those that took their places.
    for place in (1, 2):
        page.checkbox[place].check()
    page.run()
    page.button(key="hapus").click().run()
    assert [title[3:] for title in titles(page)] == [before[1][3:], *(title[3:] for title in before[3:])]
    assert not any(box.value for box in page.checkbox)
    page.text_area(key="judul_slide").set_value("Judul dari rapat").run()
    assert any("Judul dari rapat" in title for title in titles(page))
    assert not page.exception


def test_the_deck_survives_moving_between_pages(page):
    page.text_area(key="judul_slide").set_value("Judul dari rapat").run()
    page.text_input(key="tempat_acara").set_value("Pendopo Kraksaan").run()
    page.switch_page(str(ROOT / "pages" / "ringkasan.py")).run()
    page.switch_page(str(ROOT / "pages" / "paparan.py")).run()
    assert page.text_area(key="judul_slide").value == "Judul dari rapat"
    assert page.text_input(key="tempat_acara").value == "Pendopo Kraksaan"


def test_another_region_never_replaces_the_deck_unasked(page, store):
    before = titles(page)
    # AppTest runs a page without the sidebar above it: the scope is set as the sidebar would.
    page.session_state["scope"] = scope(store, "35", "pilkada-2020")
    page.run()
    assert titles(page) == before
    page.button(key="usulkan").click().run()
    assert titles(page) != before
    assert "Jawa Timur" in titles(page)[0]


def test_a_dropped_slide_can_be_added_again(page):
    before = titles(page)
    page.checkbox[1].check().run()
    page.button(key="hapus").click().run()
    page.selectbox(key="slide_lain").set_value(0).run()
    assert sorted(title.partition(". ")[2] for title in titles(page)) == sorted(title.partition(". ")[2] for title in before)


def test_a_deck_can_be_started_empty_and_filled(page):
    page.button(key="kosongkan").click().run()
    assert not page.exception and titles(page) == []
    assert page.info[0].value == text("id", "paparan.kosong")
    page.selectbox(key="slide_lain").set_value(1).run()
    assert len(titles(page)) == 1
    assert not page.exception


def test_a_chart_of_a_card_goes_into_the_deck_and_opens_it_there(snapshot_dir, monkeypatch, store):
    monkeypatch.setenv("NETRALITAS_BUILD", str(snapshot_dir))

    def a_card():
        import streamlit as st

        from netralitas import store
        from netralitas.ui.paparan import basket
        from tests.helpers import flow

        basket.button(flow(store.current(), st.session_state["scope"], "orang"), "x")

    session = AppTest.from_function(a_card, default_timeout=60)
    session.session_state["scope"] = scope(store, "ID", "pilkada-2020")
    session.run()
    session.button(key="tambah-x").click().run()
    assert session.button(key="tambah-x").disabled
    (item,) = session.session_state["paparan_isi"]
    assert item.chart.name == "pernyataan"
    # The first proposal keeps what was added before it, in front of the closing slide.
    briefing = AppTest.from_file(str(ROOT / "pages" / "paparan.py"), default_timeout=120)
    for key in ("scope", "paparan_isi"):
        briefing.session_state[key] = session.session_state[key]
    briefing.run()
    assert not briefing.exception
    kept = briefing.session_state["paparan_isi"]
    assert item in kept
    assert kept[-1].part is Part.SOURCES


def test_a_region_with_few_charts_has_its_history_as_a_slide(store):
    slides, file = made(store, "64.02", "pilkada-2020", "id")
    (told,) = [slide for slide in slides if slide.part is Part.HISTORY]
    assert "Kutai Kartanegara" in told.title
    assert any("3 ASN di Kabupaten Kutai Kartanegara tidak terbukti" in one.sentence for one in told.cautions)
    words = " ".join(
        shape.text_frame.text for page in Presentation(io.BytesIO(file)).slides for shape in page.shapes if shape.has_text_frame
    )
    assert "KASN menyatakan 3 ASN di Kabupaten Kutai Kartanegara tidak terbukti" in words
    assert not any(item.part is Part.HISTORY for item in deck.proposal(store, scope(store, "ID", "pilkada-2020")))


def test_what_a_number_must_be_said_with_stands_on_its_slide(store, maps):
    """Not in the speaker notes alone: the clause and the qualifier of each number that is written, for the nation and all provinces."""
    told = 0
    places = [(region, event) for region in ("ID", *store.children("ID")) for event in store.event_names()]
    for region, event in (place for place in places if place in store.figure_counts()):
        for place, one in enumerate(deck.slides(store, deck.proposal(store, scope(store, region, event)), "id", Occasion()), 1):
            lines = [line for shape in layout(one, place) if isinstance(shape, Words) for line in shape.paragraphs] if one.chart else []
            written = " ".join("".join(run.text for run in line) for line in lines)
            for drawn in filter(None, (one.chart, one.beside)):
                numbers = _numbered(drawn)
                for row in numbers[numbers["value"].notna()].to_dict("records"):
                    needed = [row[name] for name in ("remark", "clause") if isinstance(row.get(name), str) and row[name]]
                    told += len(needed)
                    assert all(words in written for words in needed), (region, event, one.title, row["value"])
    assert told > 100
