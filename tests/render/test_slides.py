"""A deck as a PowerPoint file, read back: numbers, words, notes, sizes, and a package that opens without repair."""

import io
import re
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Pt

from netralitas.address import propose
from netralitas.briefing import deck
from netralitas.briefing.slide import Occasion, Part, Slide, of_chart
from netralitas.chart import Kind, Source
from netralitas.model import Filter
from netralitas.palette import SEQUENTIAL
from netralitas.render import slides as pptx
from netralitas.render.ground.shapes import PLACES
from netralitas.render.ground.slide import number_format
from netralitas.render.ground.text import Run, tall, width
from tests.helpers import OCCASION, chart, charts_of, flow, made, rows, with_room


def test_the_page_is_sixteen_to_nine_and_the_first_slide_tells_when_and_where(briefing):
    slides, _, presentation, _ = briefing
    assert abs(presentation.slide_width / presentation.slide_height - 16 / 9) < 1e-3
    assert len(presentation.slides) == len(slides)
    said = " ".join(shape.text_frame.text for shape in presentation.slides[0].shapes if shape.has_text_frame)
    assert "Pendopo Kraksaan" in said
    assert "22 November 2026" in said


def test_native_charts_hold_the_numbers_of_the_screen(briefing):
    slides, _, presentation, _ = briefing
    compared = 0
    for slide, page in zip(slides, presentation.slides):
        for drawn in filter(None, (slide.chart, slide.beside)):
            if drawn.kind in (Kind.MAP, Kind.HEAT) or drawn.empty:
                continue
            natives = charts_of(page)
            if drawn.kind is Kind.FLOW:
                # Where each bar begins, its number, and the number again where its label stands.
                started, numbers, again = natives[0].plots[0].series
                assert list(started.values) == drawn.frame["start"].tolist()
                assert list(numbers.values) == list(again.values) == drawn.frame["value"].tolist()
                compared += 1
                continue
            values = sorted(
                value
                for native in natives
                for plot in native.plots
                for series in plot.series
                for value in series.values
                if value is not None
            )
            expected = sorted(drawn.frame["value"].dropna())
            if "panel" in drawn.frame:
                # At most six stages; the others are named on the slide.
                assert set(values) <= set(expected)
                said = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
                for name, part in drawn.frame.groupby("panel"):
                    assert name in said or not part["value"].notna().any()
            else:
                said = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
                assert values == with_room(drawn, said)
            compared += 1
    # A region with a single figure has nothing to draw.
    assert compared or not any(slide.chart for slide in slides if slide.chart is not None and slide.chart.kind is not Kind.MAP)


def test_a_series_with_a_missing_election_has_a_gap_there(charts):
    content = pptx.deck((of_chart(charts["across"]),), "id")
    lines = [
        native
        for page in Presentation(io.BytesIO(content)).slides
        for native in charts_of(page)
        if native.chart_type in (XL_CHART_TYPE.LINE_MARKERS, XL_CHART_TYPE.LINE)
    ]
    assert lines
    assert any(None in series.values for native in lines for series in native.plots[0].series)
    for native in lines:
        assert native._chartSpace.xpath("//c:dispBlanksAs/@val") == ["gap"]


def test_every_shape_says_what_it_is(briefing):
    _, _, presentation, _ = briefing
    for page in presentation.slides:
        assert page.shapes.title.text_frame.text
        for shape in page.shapes:
            assert shape._element.xpath(".//p:cNvPr")[0].get("descr"), shape.name


def test_notes_hold_every_source_and_its_address(briefing):
    slides, _, presentation, _ = briefing
    for slide, page in zip(slides, presentation.slides):
        told = page.notes_slide.notes_text_frame.text
        for source in slide.sources:
            assert source.publisher in told
            assert source.url in told
        for warned in slide.warnings:
            assert warned.sentence in told


def test_a_slide_with_figures_names_counter_cutoff_and_publisher(briefing):
    slides, _, presentation, _ = briefing
    for slide, page in zip(slides, presentation.slides):
        if slide.part not in (Part.COVER, Part.SOURCES) and slide.sources:
            said = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
            first = slide.sources[0]
            assert first.counter in said
            assert first.cutoff in said
            assert first.publisher in said


def test_a_chart_with_a_disputed_figure_says_what_can_be_said_instead(store):
    slides, content = made(store, "ID", "pilkada-2020", "id")
    pages = list(Presentation(io.BytesIO(content)).slides)
    warned = 0
    for slide, page in zip(slides, pages):
        disputed = [one for one in (slide.chart, slide.beside) if one is not None and (one.frame["status"] == "disengketakan").any()]
        if not disputed:
            continue
        said = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        assert "Jangan menyebut" in said
        assert "Yang dapat dikatakan" in said
        warned += 1
    assert warned


def test_title_body_source_and_number_are_placeholders_that_leave_their_style_to_the_template(briefing):
    slides, _, presentation, _ = briefing
    names = {"Judul": "title", "Anak judul": "subtitle", "Isi": "body", "Sumber": "source", "‹#›": "number"}
    for slide, page in zip(slides, presentation.slides):
        held = {names[next(one.name for one in page.slide_layout.placeholders if one.placeholder_format.idx == place)]: shape
                for shape in page.placeholders for place in [shape.placeholder_format.idx]}  # fmt: skip
        wanted = {"title", "number"} | ({"source"} if slide.sources and slide.part is not Part.SOURCES else set())
        wanted |= {"body"} if slide.part in (Part.CAUTIONS, Part.HISTORY, Part.SOURCES) else set()
        assert wanted <= set(held)
        assert all(shape.text_frame.text or role == "number" for role, shape in held.items())
        for role in {"title", "source", "body"} & set(held):
            for run in (run for paragraph in held[role].text_frame.paragraphs for run in paragraph.runs):
                assert run.font.name is None


def test_the_source_line_is_dark_and_large_enough_to_be_read(briefing):
    _, _, presentation, _ = briefing
    for layout in presentation.slide_layouts:
        (source,) = [one for one in layout.placeholders if one.name == "Sumber"]
        assert int(source._element.xpath(".//a:defRPr/@sz")[0]) >= 1200
        assert source._element.xpath(".//a:defRPr//a:schemeClr/@val") == ["tx1"]
    for page in presentation.slides:
        for shape in (one for one in page.placeholders if one.placeholder_format.idx == PLACES["source"].index):
            # Nothing on the slide makes it smaller or paler than its layout.
            assert not shape._element.xpath(".//a:rPr/@sz") and not shape._element.xpath(".//a:rPr/a:solidFill")


def test_the_face_is_the_theme_s_and_every_office_has_it(briefing):
    theme = briefing[2].slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode()
    assert re.findall(r"<a:(?:major|minor)Font>\s*<a:latin typeface=\"([^\"]+)\"", theme) == ["Arial", "Arial"]


def test_addresses_stand_on_the_last_slide_too(store):
    slides, content = made(store, "64.02", "pilkada-2020", "id")
    page = list(Presentation(io.BytesIO(content)).slides)[-1]
    linked = {
        run.hyperlink.address for shape in page.shapes if shape.has_text_frame for line in shape.text_frame.paragraphs for run in line.runs
    }
    assert {source.url for slide in slides for source in slide.sources} <= linked
    said = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
    assert "kaltim.tribunnews.com/2020/12/08/dugaan-pelanggaran-asn" in said


@pytest.mark.parametrize(("count", "whole"), [(3, True), (27, False)])
def test_a_long_address_is_whole_on_the_last_slide_while_there_is_room_and_always_a_link(count, whole):
    urls = [f"https://berita.contoh.id/{'netralitas-aparatur-' * 12}{place}.html" for place in range(count)]
    slide = Slide(
        Part.SOURCES, "id", "Sumber", sources=tuple(Source("Bawaslu", "s.d. 1 Mei 2020", f"Media {url[-6]}", url) for url in urls)
    )
    (page,) = Presentation(io.BytesIO(pptx.deck((slide,), "id"))).slides
    lines = [line for shape in page.shapes if shape.has_text_frame for line in shape.text_frame.paragraphs]
    linked = [(run.hyperlink.address, run.text) for line in lines for run in line.runs if run.hyperlink.address]
    assert {address for address, _ in linked} == set(urls)
    shown = ["https://" + "".join(said for address, said in linked if address == url) for url in urls]
    assert (shown == urls) is whole
    assert all(address.startswith(said.removesuffix("…")) for address, said in zip(urls, shown))


def test_each_slide_has_the_code_of_its_page_only_where_others_reach_it(store):
    scope = propose(store, Filter(region="ID", event="pilkada-2020", chosen=frozenset({"wilayah", "pemilihan"})))
    items = deck.proposal(store, scope)
    for base, told in (("https://netralitas.contoh.go.id", True), ("", False)):
        slides = deck.slides(store, items, "id", Occasion(base=base))
        presentation = Presentation(io.BytesIO(pptx.deck(slides, "id", Occasion(base=base))))
        for slide, page in zip(slides, presentation.slides):
            codes = [shape for shape in page.shapes if shape._element.xpath(".//p:cNvPr/@descr")[0].startswith("Kode QR")]
            assert len(codes) == told
            for shape in codes:
                assert slide.address.startswith(base) and "wilayah=ID&pemilihan=pilkada-2020" in slide.address
                assert zxingcpp.read_barcode(Image.open(io.BytesIO(shape.image.blob))).text == slide.address
    pages = [slide.address.partition("?")[0].rpartition("/")[2] for slide in deck.slides(store, items, "id", Occasion(base="https://x.id"))]
    assert {"", "tren", "sanksi", "sumber"} <= set(pages)


def test_a_disputed_bar_is_drawn_hatched_with_a_dashed_outline(charts):
    content = pptx.deck((of_chart(charts["disputed"]),), "id")
    (native,) = charts_of(Presentation(io.BytesIO(content)).slides[0])
    (point,) = native._chartSpace.xpath("//c:dPt")
    assert point.xpath(".//a:pattFill")
    assert point.xpath(".//a:prstDash/@val") == ["dash"]


@pytest.mark.parametrize(
    ("language", "places", "code"),
    [
        ("id", 0, '[>=1000000]0"."000"."000;[>=1000]0"."000;0'),
        ("en", 0, '[>=1000000]0","000","000;[>=1000]0","000;0'),
        ("id", 2, "[$-421]#,##0.00"),
    ],
)
def test_numbers_are_written_as_the_deck_speaks(language, places, code):
    assert number_format(language, places) == code


def test_stacked_parts_are_one_native_stacked_chart(charts):
    content = pptx.deck((of_chart(charts["stacked"]),), "id")
    (native,) = charts_of(Presentation(io.BytesIO(content)).slides[0])
    assert native.chart_type == XL_CHART_TYPE.BAR_STACKED
    assert [list(series.values) for series in native.plots[0].series] == [[3.0, 40.0], [5.0, 7.0]]
    assert list(native.plots[0].categories) == ["Aceh", "Bali"]


def test_dots_are_a_native_scatter(charts):
    content = pptx.deck((of_chart(charts["dots"]),), "id")
    (native,) = charts_of(Presentation(io.BytesIO(content)).slides[0])
    assert native.chart_type in (
        XL_CHART_TYPE.XY_SCATTER,
        XL_CHART_TYPE.XY_SCATTER_NO_LINES if hasattr(XL_CHART_TYPE, "XY_SCATTER_NO_LINES") else None,
    )
    assert sorted(native.plots[0].series[0].values) == sorted(charts["dots"].frame["value"])


def test_a_small_heat_map_is_a_native_table(charts):
    content = pptx.deck((of_chart(charts["heat"]),), "id")
    (table,) = [shape.table for shape in Presentation(io.BytesIO(content)).slides[0].shapes if shape.has_table]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["", "2018", "2020"], ["Aceh", "3", ""], ["Bali", "40", "7"]]


def test_in_a_native_table_more_is_darker_and_where_nobody_published_a_figure_stays_ground(charts):
    content = pptx.deck((of_chart(charts["heat"]),), "id")
    (table,) = [shape.table for shape in Presentation(io.BytesIO(content)).slides[0].shapes if shape.has_table]
    drawn = {cell.text: cell._tc.xpath("./a:tcPr/a:solidFill/a:srgbClr/@val") for row in table.rows for cell in row.cells}
    assert not any(drawn[text] for text in ("", "2018", "Aceh")), "neither empty cells nor headers are coloured"
    depths = [SEQUENTIAL["light"].index(f"#{drawn[text][0].lower()}") for text in ("3", "7", "40")]
    assert depths == sorted(set(depths)) and depths[-1] == len(SEQUENTIAL["light"]) - 1


def test_a_map_is_a_crisp_picture(charts):
    content = pptx.deck((of_chart(charts["map"]),), "id")
    (shape,) = [one for one in Presentation(io.BytesIO(content)).slides[0].shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert shape.image.size[0] / Emu(shape.width).inches >= 200


def test_synthetic_data_is_watermarked(charts):
    content = pptx.deck((of_chart(charts["synthetic"]),), "id")
    assert any(
        "DATA SINTETIS" in shape.text_frame.text for shape in Presentation(io.BytesIO(content)).slides[0].shapes if shape.has_text_frame
    )


# -- nothing overflows -------------------------------------------------------------------


def _bold(shape, run) -> bool:
    title = shape.is_placeholder and shape.placeholder_format.idx == PLACES["title"].index
    return title if run.font.bold is None else run.font.bold


def _size_of(page, shape) -> float:
    """The type size that a placeholder takes from its layout."""
    (held,) = [one for one in page.slide_layout.placeholders if one.placeholder_format.idx == shape.placeholder_format.idx]
    return int(held._element.xpath(".//a:defRPr/@sz")[0]) / 100


def overflows(page, size: tuple[int, int]) -> list[str]:
    """Text boxes whose text, measured, is taller than the box or leaves the page; shapes that leave the page."""
    found = []
    for shape in page.shapes:
        if shape.shape_type != MSO_SHAPE_TYPE.PICTURE and not (shape.left >= 0 and shape.left + shape.width <= size[0] + 9525):
            found.append(f"{shape.name}: left {shape.left}")
        if shape.top < 0 or shape.top + shape.height > size[1] + 9525:
            found.append(f"{shape.name}: top {shape.top}")
        if not shape.has_text_frame or not shape.text_frame.text or shape.rotation:
            continue
        paragraphs, gap, letters = [], 0.0, 0.0
        for paragraph in shape.text_frame.paragraphs:
            runs = tuple(Run(run.text, _bold(shape, run)) for run in paragraph.runs)
            if runs:
                paragraphs.append(runs)
                letters = (paragraph.runs[0].font.size or Pt(_size_of(page, shape))).pt
                gap = paragraph.space_after.inches if paragraph.space_after is not None else 0.0
        if not paragraphs:
            continue
        wide, high = Emu(shape.width).inches, Emu(shape.height).inches
        if tall(tuple(paragraphs), wide, letters, gap) > high + 0.02:
            found.append(f"{shape.name}: {shape.text_frame.text[:60]!r}")
        for runs in paragraphs:
            for word in "".join(run.text for run in runs).split():
                if width(word, letters) > wide + 0.02:
                    found.append(f"{shape.name}: {word!r} is wider than its box")
    return found


def test_no_text_overflows_its_box(briefing):
    _, _, presentation, _ = briefing
    for number, page in enumerate(presentation.slides, 1):
        assert not overflows(page, (presentation.slide_width, presentation.slide_height)), number


def test_no_text_overflows_for_the_longest_names_and_titles(store):
    longest = sorted(store.region_names(), key=lambda code: -len(store.region_name(code)))[:2]
    name = store.region_name(longest[0])
    long = rows(
        6, label=[f"{name} dan {name} ({order})" for order in range(6)], tone="dugaan", value=[1.0, 22.0, 333.0, 4444.0, 55555.0, 1234567.0]
    )
    drawn = chart(
        Kind.BAR, long, title=f"{name} " * 12, subtitle=f"{name} · " * 20, warnings=(f"{name} " * 60,) * 5, notes=(f"{name} " * 40,) * 4
    )
    extra = of_chart(drawn)
    for code in longest:
        for language in ("id", "en"):
            slides, _ = made(store, code, "pilkada-2020", language)
            named = tuple(replace(slide, title=f"{slide.title} {name} " * 3) for slide in slides)
            presentation = Presentation(io.BytesIO(pptx.deck((*slides, *named, extra), language, OCCASION, name)))
            for number, page in enumerate(presentation.slides, 1):
                assert not overflows(page, (presentation.slide_width, presentation.slide_height)), (code, number)


def test_a_chart_of_the_card_and_of_the_deck_are_the_same(store):
    scope = propose(store, Filter(region="ID", event="pilkada-2020", chosen=frozenset({"wilayah", "pemilihan"})))
    chart_ = flow(store, scope, "kasus")
    (slide,) = deck.slides(store, (deck.shown(chart_),), "id", Occasion())
    assert slide.chart is chart_
