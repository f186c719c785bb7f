"""Colours that can be told apart: on light and dark ground, in grey, and with the three common colour blindnesses."""

import re
from collections.abc import Iterable
from itertools import combinations, pairwise

import numpy as np
import pytest

from netralitas import palette
from netralitas.model import STAGES

MAIN_LINE = ("laporan", "dugaan", "diteruskan", "terbukti", "rekomendasi_sanksi", "sanksi")
THEMES = ("light", "dark")
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "full": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ TO_XYZ[1])


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    share = TO_XYZ @ rgb / WHITE
    f = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def difference(one: str, other: str, sight: str) -> float:
    """Delta E (CIE 1976) as that eye sees it; about 2.3 is just noticeable."""
    seen = [lab(np.clip(SIGHT[sight] @ linear(colour), 0, 1)) for colour in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out(theme):
    for colours in (palette.TEXT, palette.QUIET, palette.ACCENT, palette.WARNING):
        assert contrast(colours[theme], palette.GROUND[theme]) >= 4.5


def perceived(one: np.ndarray, other: np.ndarray) -> float:
    """Delta E of two L*a*b* (CIEDE2000; Sharma, Wu, Dalal 2005), which weighs light, strong and blue colours as the eye does."""
    strength = [np.hypot(*colour[1:]) for colour in (one, other)]
    middle = sum(strength) / 2
    stretch = 1.5 - 0.5 * np.sqrt(middle**7 / (middle**7 + 25**7))
    (light, a, b), (light_2, a_2, b_2) = [(colour[0], colour[1] * stretch, colour[2]) for colour in (one, other)]
    chroma, chroma_2 = np.hypot(a, b), np.hypot(a_2, b_2)
    hue, hue_2 = np.degrees(np.arctan2(b, a)) % 360, np.degrees(np.arctan2(b_2, a_2)) % 360
    turn = (hue_2 - hue + 180) % 360 - 180 if chroma * chroma_2 else 0
    mean_light, mean_chroma = (light + light_2) / 2, (chroma + chroma_2) / 2
    mean_hue = (hue + turn / 2) % 360 if chroma * chroma_2 else hue + hue_2
    cosine = [np.cos(np.radians(times * mean_hue + shift)) for times, shift in ((1, -30), (2, 0), (3, 6), (4, -63))]
    weights = 1 - 0.17 * cosine[0] + 0.24 * cosine[1] + 0.32 * cosine[2] - 0.20 * cosine[3]
    lighter = (light_2 - light) / (1 + 0.015 * (mean_light - 50) ** 2 / np.sqrt(20 + (mean_light - 50) ** 2))
    stronger = (chroma_2 - chroma) / (1 + 0.045 * mean_chroma)
    turned = 2 * np.sqrt(chroma * chroma_2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * mean_chroma * weights)
    blue = np.sin(np.radians(60 * np.exp(-(((mean_hue - 275) / 25) ** 2))))
    rotation = -2 * np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)) * blue
    return float(np.sqrt(lighter**2 + stronger**2 + turned**2 + rotation * stronger * turned))


def apart(one: str, other: str, eyes: Iterable[str] = SIGHT) -> float:
    """The least difference (CIEDE2000) of two colours over these eyes."""
    return min(perceived(*(lab(np.clip(SIGHT[eye] @ linear(colour), 0, 1)) for colour in (one, other))) for eye in eyes)


# Of the table of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", 2005.
PUBLISHED = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "published"), PUBLISHED)
def test_the_measure_of_difference_is_the_published_one(one, other, published):
    assert perceived(np.array(one), np.array(other)) == pytest.approx(published, abs=1e-4)


GREYS = ("laporan", "temuan", "dalam_proses", "bukan_pelanggaran")


@pytest.mark.parametrize("theme", THEMES)
def test_the_greys_are_told_apart_by_every_eye(theme):
    found = {pair: apart(*(palette.STAGE[theme][stage] for stage in pair)) for pair in combinations(GREYS, 2)}
    assert min(found.values()) >= 12, found


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("count", range(2, 6))
def test_each_class_of_a_map_is_told_from_its_neighbour(theme, count):
    shades = palette.shades(theme, count)
    assert len(set(shades)) == count
    assert min(apart(*pair, eyes=["full"]) for pair in pairwise(shades)) >= 12
    assert min(apart(*pair) for pair in pairwise(shades)) >= 8


@pytest.mark.parametrize("theme", THEMES)
def test_places_that_are_no_class_are_told_from_each_other_from_paper_and_from_every_class(theme):
    paper, absent = palette.GROUND[theme], palette.NO_FIGURE[theme]
    others = (absent, palette.ZERO[theme], palette.NO_ELECTION[theme])
    for count in range(1, 6):
        assert min(apart(shade, other) for shade in palette.shades(theme, count) for other in (paper, *others)) >= 10
    assert min(apart(*pair) for pair in combinations(others, 2)) >= 10
    assert apart(absent, paper) >= 6  # it carries dots, too


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out(theme, stage):
    assert contrast(palette.stage_colour(stage, theme), palette.GROUND[theme]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_main_line_keeps_its_order_in_grey(theme):
    lightness = [lab(linear(palette.STAGE[theme][stage]))[0] for stage in MAIN_LINE]
    steps = [after - before for before, after in pairwise(lightness)]
    assert all((step < -4) if theme == "light" else (step > 4) for step in steps), steps


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("theme", THEMES)
def test_neighbours_on_the_main_line_stay_apart_for_every_eye(theme, sight):
    apart = {pair: difference(*(palette.STAGE[theme][stage] for stage in pair), sight) for pair in pairwise(MAIN_LINE)}
    assert min(apart.values()) >= 10, apart


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("theme", THEMES)
def test_the_sequential_scale_rises(theme, sight):
    scale = palette.SEQUENTIAL[theme]
    lightness = [luminance(colour) for colour in scale]
    assert lightness == sorted(lightness, reverse=theme == "light")
    assert min(difference(*pair, sight) for pair in pairwise(scale)) >= 7


@pytest.mark.parametrize("theme", THEMES)
def test_every_stage_has_one_colour_and_it_is_written_alike(theme):
    assert set(palette.STAGE[theme]) == set(STAGES)
    single = [one[theme] for one in (palette.GROUND, palette.ABSENT, palette.NO_FIGURE, palette.ZERO, palette.NO_ELECTION)]
    colours = [*palette.STAGE[theme].values(), *palette.SEQUENTIAL[theme], *palette.CLASSES[theme], *single]
    assert [colour for colour in colours if not re.fullmatch("#[0-9a-f]{6}", colour)] == []
