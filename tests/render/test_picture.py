"""Charts as pictures: size, words inside, nothing cut, every kind, crests."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from netralitas.briefing.slide import of_chart
from netralitas.chart import Kind
from netralitas.render import layout as pptx_layout
from netralitas.render import picture
from netralitas.render.bar.marks import bars
from netralitas.render.crest import NotACrest, crest
from netralitas.render.ground.text import Run, fitted, height, lines_of, shown, tall, width, wrapped
from netralitas.wording import text
from tests.helpers import chart, rows

KINDS = ("bars", "disputed", "across", "across disputed", "within", "dots", "flow", "heat", "grouped", "stacked", "synthetic", "map")


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_is_1920_by_1080_and_has_ink(charts, name):
    with Image.open(io.BytesIO(picture.png(charts[name]))) as drawn:
        assert drawn.size == (1920, 1080)
        dark = np.asarray(drawn.convert("L")) < 200
    assert dark.mean() > 0.005
    # Nothing runs over the edge of the picture.
    assert not dark[:20].any()
    assert not dark[-12:].any()
    assert not dark[:, :30].any()
    assert not dark[:, -20:].any()


@pytest.mark.parametrize("name", ["bars", "across", "within", "stacked"])
def test_a_vector_picture_carries_title_and_source(charts, name):
    drawn = picture.svg(charts[name]).decode()
    ElementTree.fromstring(drawn)
    words = "".join(ElementTree.fromstring(drawn).itertext())
    assert charts[name].title in words
    assert all(source.publisher in words and source.url in words for source in charts[name].sources)
    assert "<text" not in drawn  # letters are outlines: no font is needed where it is printed


def test_a_vector_picture_is_the_same_every_time(charts):
    assert picture.svg(charts["bars"]) == picture.svg(charts["bars"])


def test_a_file_name_speaks(charts):
    assert picture.file_name(charts["disputed"], "png") == "netralitas_uji_35.13_pilkada-2018_kasus.png"


def test_pictures_drawn_at_the_same_time_do_not_mix(charts):
    names = ["bars", "across", "within", "stacked"] * 2
    alone = {name: picture.png(charts[name]) for name in set(names)}
    with ThreadPoolExecutor(4) as pool:
        for name, drawn in zip(names, pool.map(lambda name: picture.png(charts[name]), names)):
            assert drawn == alone[name]


def test_a_disputed_figure_sets_no_axis():
    frame = rows(2, label=["Dugaan", "Diteruskan"], tone="dugaan", value=[1194.0, 10.0]).assign(status=["disengketakan", "bersih"])
    assert bars(chart(Kind.BAR, frame), 10, 4).limit == 10


def test_bars_that_find_no_room_are_counted():
    frame = rows(60, label=[f"Kabupaten {order}" for order in range(60)], tone="", value=[float(order) for order in range(60)])
    placed = bars(chart(Kind.BAR, frame), 10, 4)
    assert placed.hidden > 0
    assert placed.hidden + len(placed.labels) == 60


def test_what_a_disputed_mark_must_say_is_in_every_picture_of_it(charts):
    for name, instead in (("disputed", "721"), ("across disputed", "894")):
        said = " ".join(
            run.text for shape in pptx_layout.picture(of_chart(charts[name])) for line in getattr(shape, "paragraphs", ()) for run in line
        )
        assert "Jangan" in said
        assert instead in said


def test_a_picture_that_travels_alone_says_what_its_marks_mean_and_the_clause_of_each_marked_number(charts):
    """Without the dashboard nobody knows what a dot means, or that 1.546 was 1.536 elsewhere."""
    said = words_of(charts["flow cases"])
    assert text("id", "tanda.catatan") in said and text("id", "tanda.sisa") in said
    for number in ("1.546", "53", "1.398"):
        assert re.search(rf"• [^:•]* {re.escape(number)}: \S", said), number
    # A line about a mark that nobody sees says nothing.
    assert text("id", "tanda.jangan") not in said and text("id", "tanda.kosong") not in said
    assert text("id", "tanda.jangan") in words_of(charts["across disputed"])
    assert text("id", "tanda.catatan") not in words_of(charts["grouped"])


def words_of(drawn) -> str:
    return " ".join(run.text for shape in pptx_layout.picture(of_chart(drawn)) for line in getattr(shape, "paragraphs", ()) for run in line)


# -- measured text ------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=300)


@given(TEXTS, st.floats(0.5, 12), st.sampled_from((9, 11, 14, 27)), st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_line_is_wider_than_its_limit(content, limit, size, bold):
    lines = wrapped(content, size, limit, bold)
    assert "".join("".join(lines).split()) == "".join(content.split())
    for line in lines:
        assert width(line, size, bold) <= limit + 1e-6 or len(line.strip()) <= 1


@given(TEXTS, st.floats(1.5, 12), st.floats(0.4, 3))
@settings(max_examples=200, deadline=None)
def test_a_fitted_text_fits(content, wide, high):
    size, told = fitted(content, wide, high, (27, 20, 14))
    assert height(len(wrapped(told, size, wide)), size) <= max(high, height(1, size)) + 1e-6


@given(st.lists(TEXTS, min_size=1, max_size=8), st.floats(1.5, 12), st.floats(0.4, 3))
@settings(max_examples=100, deadline=None)
def test_whole_paragraphs_fit(contents, wide, high):
    paragraphs = tuple((Run("Tebal: ", True), Run(content)) for content in contents)
    size, count = shown(paragraphs, wide, high, (14, 10), 0.1)
    assert tall(paragraphs[:count], wide, size, 0.1) <= high + 1e-6
    for paragraph in paragraphs:
        for line in lines_of(paragraph, size, wide):
            assert sum(width(run.text, size, run.bold) for run in line) <= wide + 0.06 or len(line) == 1


# -- crests ---------------------------------------------------------------------------------


def encoded(size: tuple[int, int], kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#0f5c63").save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_crest_becomes_a_small_png(kind):
    with Image.open(io.BytesIO(crest(encoded((1800, 900), kind)))) as kept:
        assert (kept.format, kept.size) == ("PNG", (600, 300))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "gambar"),
        (b"", "gambar"),
        (encoded((100, 100), "GIF"), "gambar"),
        (encoded((100, 100), "PNG")[:80], "gambar"),
        (encoded((20, 20), "PNG"), "ukuran"),
        (encoded((6001, 60), "PNG"), "ukuran"),
        (b"\x89PNG" + bytes(3 * 2**20), "besar"),
    ],
)
def test_what_is_no_crest_is_refused_with_its_reason(content, reason):
    with pytest.raises(NotACrest) as refused:
        crest(content)
    assert refused.value.args == (reason,)
