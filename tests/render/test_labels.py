"""Labels along an axis: none touches another, each as near to where it is wanted as can be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netralitas.render.ground.scale import Label, place_labels


@given(st.lists(st.tuples(st.floats(0, 400), st.integers(10, 40)), max_size=14))
def test_labels_never_touch_and_keep_their_order(wanted):
    labels = [Label(value, size) for value, size in wanted]
    high = max(400, sum(label.size for label in labels))
    placed = place_labels(labels, 0, high)
    order = sorted(range(len(labels)), key=lambda index: placed[index])
    for lower, upper in pairwise(order):
        assert placed[upper] - placed[lower] >= (labels[upper].size + labels[lower].size) / 2 - 1e-6
        assert labels[lower].wanted <= labels[upper].wanted
    for index, label in enumerate(labels):
        assert placed[index] - label.size / 2 >= -1e-6
        assert placed[index] + label.size / 2 <= high + 1e-6


def test_a_label_with_room_stays_where_it_is_wanted():
    assert place_labels([Label(100, 20), Label(200, 20)], 0, 400) == [100, 200]
