"""Ticks that are round, axes that reach, labels that never touch."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.render.ground.scale import Label, place_labels, reach, ticks


def frame(*rows: tuple[float, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["value", "status"])


def test_a_disputed_figure_stretches_no_axis_unless_it_is_alone():
    assert reach(frame((721, "bersih"), (1194, "disengketakan"), (508, "catatan"))) == 721
    assert reach(frame((1194, "disengketakan"))) == 1194


@pytest.mark.parametrize("rows", [(), ((0, "bersih"),), ((float("nan"), "bersih"),)])
def test_an_axis_without_a_value_still_has_a_length(rows):
    assert reach(frame(*rows).astype({"value": float})) == 1.0


@pytest.mark.parametrize(
    ("largest", "expected"),
    [
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (721, [0, 200, 400, 600, 800]),
        (1194, [0, 250, 500, 750, 1000, 1250]),
        (1536, [0, 500, 1000, 1500, 2000]),
    ],
)
def test_ticks_are_round(largest, expected):
    assert ticks(largest) == expected


@given(st.floats(1, 1e7), st.integers(2, 8))
def test_ticks_are_few_even_whole_and_cover_the_values(largest, most):
    found = ticks(largest, most)
    steps = {right - left for left, right in pairwise(found)}
    assert found[0] == 0 and found[-1] >= largest * (1 - 1e-9) and found[-2] < largest
    assert len(steps) == 1 and 2 <= len(found) <= most + 2
    assert all(tick == round(tick) for tick in found)


@given(st.floats(1e-6, 0.99))
def test_shares_below_one_have_ticks_too(largest):
    found = ticks(largest)
    assert found[0] == 0 and found[-1] >= largest * (1 - 1e-9) and 2 <= len(found) <= 7


LABELS = st.lists(st.builds(Label, st.floats(-20, 120), st.floats(0.1, 8)), max_size=12)


@given(LABELS)
def test_labels_keep_their_order_touch_nowhere_and_stay_within_the_frame(labels):
    placed = place_labels(labels, 0, 100)
    in_order = sorted(range(len(labels)), key=lambda index: labels[index].wanted)
    assert len(placed) == len(labels)
    for left, right in pairwise(in_order):
        assert placed[right] - placed[left] >= (labels[left].size + labels[right].size) / 2 - 1e-6
    for label, place in zip(labels, placed, strict=True):
        assert place - label.size / 2 >= -1e-6 and place + label.size / 2 <= 100 + 1e-6


@given(st.lists(st.integers(1, 9), unique=True, max_size=9))
def test_labels_with_room_stay_where_they_are(tens):
    labels = [Label(place * 10.0, 10) for place in tens]
    assert place_labels(labels, 0, 100) == pytest.approx([label.wanted for label in labels])


def test_two_labels_at_one_place_part_evenly():
    assert place_labels([Label(50, 4), Label(50, 4)], 0, 100) == [48, 52]
