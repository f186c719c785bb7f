"""One face of type: pictures are set in the one of the screen, and measured as they are set."""

import io
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath
from PIL import ImageFont

from netralitas.chart import Kind
from netralitas.render import picture
from netralitas.render.ground import face
from netralitas.render.ground.screen import FONT
from netralitas.render.ground.shapes import Box, Plot
from netralitas.render.ground.text import as_drawn, width
from tests.helpers import chart, rows

WORDS = "Bawaslu Kabupaten Kutai Kartanegara meneruskan 1.398 kasus (27,5 %) – “diduga” · Wakatobi"


@pytest.mark.parametrize(("file", "weight"), [(face.REGULAR, 400), (face.STRONG, 600)])
def test_its_letters_are_those_that_browsers_are_served(file, weight):
    media = Path(find_spec("streamlit").origin).parent / "static" / "static" / "media"
    (served,) = media.glob("SourceSansVF-Upright*.woff2")
    screen = ImageFont.truetype(io.BytesIO(served.read_bytes()), 200)
    screen.set_variation_by_axes([weight])
    own = ImageFont.truetype(file, 200)
    assert FONT.startswith('"Source Sans"')
    for letter in WORDS:
        assert own.getlength(letter) == pytest.approx(screen.getlength(letter), abs=0.5), letter
        assert _size(own.getbbox(letter)) == pytest.approx(_size(screen.getbbox(letter)), abs=1), letter


def _size(box: tuple[float, ...]) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def test_every_word_of_a_picture_is_set_in_it(charts, monkeypatch):
    monkeypatch.setitem(matplotlib.rcParams, "svg.fonttype", "none")
    for one in charts.values():
        told = list(ElementTree.fromstring(picture.svg(one)).iter("{http://www.w3.org/2000/svg}text"))
        assert told
        assert all(face.families()[0] in words.get("style") for words in told)


@pytest.mark.parametrize("bold", [False, True])
def test_a_picture_measures_what_it_sets(bold):
    properties = FontProperties(family=list(face.families()), size=11, weight="bold" if bold else "normal")
    drawn = TextPath((0, 0), WORDS, prop=properties).get_extents().width / 72
    with as_drawn():
        measured = width(WORDS, 11, bold)
    assert measured == pytest.approx(drawn, rel=0.02)
    assert width(WORDS, 11, bold) > measured * 1.1  # a slide's measure leaves room for Arial


def test_a_sign_that_it_lacks_is_drawn_all_the_same():
    """The warning sign comes from the face behind it; an empty box would be wider than high by nothing."""
    sign = FontProperties(family=list(face.families()), size=100)
    box = FontProperties(fname=face.REGULAR, size=100)
    assert len(TextPath((0, 0), "⚠", prop=sign).vertices) != len(TextPath((0, 0), "\uffff", prop=box).vertices)


def test_numbers_of_neighbouring_elections_stand_apart_on_a_picture():
    """As wide as they are set, each within the room of its election; the name of a panel within its panel."""
    elections = range(7)
    stages = {"Temuan pengawas pemilu": 12, "Pelanggaran menurut Badan Pengawas Pemilu": 1056, "Diteruskan ke Komisi ASN": 917}
    parts = [
        rows(7, x=elections, value=[float(most)] * 7, panel=f"{stage} · Bawaslu", tone="dugaan", mark="", label="", counted_by="bawaslu")
        for stage, most in stages.items()
    ]
    drawn = chart(Kind.LINE, pd.concat(parts, ignore_index=True), ticks=tuple(f"Pilkada {2015 + place}" for place in elections))
    with as_drawn():
        figure = picture._figure([Plot(Box(0.2, 0.2, 6.8, 3.0), drawn)], 72, (7.2, 3.4))
    FigureCanvasAgg(figure).draw()
    numbers = [one for axes in figure.axes for one in axes.texts if one.get_text() == "1.056"]
    boxes = sorted((one.get_window_extent() for one in numbers), key=lambda box: box.x0)
    assert len(boxes) == 7
    assert all(left.x1 <= right.x0 for left, right in pairwise(boxes))
    names = sorted((one.get_window_extent() for one in figure.texts), key=lambda box: box.x0)
    assert len(names) == 3 and all(left.x1 < right.x0 for left, right in pairwise(names))
