"""One face of type: pictures are set in the one of the screen, and measured as they are set."""

import io
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath
from PIL import ImageFont

from netralitas.render import picture
from netralitas.render.ground import face
from netralitas.render.ground.screen import FONT
from netralitas.render.ground.text import as_drawn, width

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
    for chart in charts.values():
        told = list(ElementTree.fromstring(picture.svg(chart)).iter("{http://www.w3.org/2000/svg}text"))
        assert told
        assert all(face.families()[0] in one.get("style") for one in told)


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
