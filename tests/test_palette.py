"""Colours that can be told apart: on light and dark ground, in grey, and with the three common colour blindnesses."""

import re
from itertools import pairwise

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
def test_the_sequential_scale_rises_and_none_of_it_is_the_colour_of_no_data(theme, sight):
    scale = palette.SEQUENTIAL[theme]
    lightness = [luminance(colour) for colour in scale]
    assert lightness == sorted(lightness, reverse=theme == "light")
    assert min(difference(*pair, sight) for pair in pairwise(scale)) >= 7
    assert min(difference(colour, palette.ABSENT[theme], sight) for colour in scale) >= 6


@pytest.mark.parametrize("theme", THEMES)
def test_every_stage_has_one_colour_and_it_is_written_alike(theme):
    assert set(palette.STAGE[theme]) == set(STAGES)
    colours = [*palette.STAGE[theme].values(), *palette.SEQUENTIAL[theme], palette.GROUND[theme], palette.ABSENT[theme]]
    assert [colour for colour in colours if not re.fullmatch("#[0-9a-f]{6}", colour)] == []
