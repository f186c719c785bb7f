"""A small fixed chart of each kind looks in each medium as it did when somebody looked at it: `python -m tests.baselines` renews."""

from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from netralitas.model import CLEAN
from tests.baselines.made import CHARTS, STATES, TEXTS, UNLIKE, cases, file, in_a_picture, squares, unlike

SOUND = [CLEAN if state else "" for state in STATES]


@pytest.fixture(autouse=True)
def small_map() -> Iterator[None]:
    with squares():
        yield


def kept(kind: str) -> np.ndarray:
    with Image.open(file(kind, "picture")) as picture:
        return np.asarray(picture)


@pytest.mark.parametrize(("kind", "medium"), cases())
def test_it_is_drawn_as_before(kind, medium):
    drawn = CHARTS[kind](STATES)
    if medium == "picture":
        assert unlike(in_a_picture(drawn), kept(kind)) < UNLIKE
    else:
        assert TEXTS[medium](drawn) == file(kind, medium).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("kind", "medium"), cases())
def test_a_lost_sign_of_doubt_is_seen(kind, medium):
    """The same chart with all figures sound must not pass for the baseline."""
    drawn = CHARTS[kind](SOUND)
    if medium == "picture":
        assert unlike(in_a_picture(drawn), kept(kind)) > UNLIKE
    else:
        assert TEXTS[medium](drawn) != file(kind, medium).read_text(encoding="utf-8").splitlines()
