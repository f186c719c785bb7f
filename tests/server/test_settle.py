"""The garbage collector is kept off what is in use, and rubbish does not stay for ever."""

import gc
import weakref

import pytest

from netralitas.server import settle


class Ring:
    """Rubbish that only the collector can find: it holds itself."""

    def __init__(self):
        self.self = self


@pytest.fixture(autouse=True)
def undone():
    yield
    gc.unfreeze()


def test_what_is_in_use_is_no_longer_walked_over():
    kept = [Ring() for _ in range(1000)]
    settle.freeze()
    assert gc.get_freeze_count() > len(kept)
    assert not any(isinstance(thing, Ring) for thing in gc.get_objects())


def test_what_was_frozen_and_is_rubbish_goes_the_next_time():
    ring = Ring()
    gone = weakref.ref(ring)
    settle.freeze()
    del ring
    gc.collect()
    assert gone() is not None
    settle.freeze()
    assert gone() is None


def test_what_a_full_collection_leaves_is_frozen_at_once():
    kept = [Ring() for _ in range(1000)]
    gc.collect()
    assert not any(isinstance(thing, Ring) for thing in gc.get_objects())
    assert kept


def test_rubbish_that_was_frozen_while_in_use_stays_no_longer_than_until_a_fifth_more_is_frozen():
    settle.freeze()
    rings = [Ring() for _ in range(gc.get_freeze_count() // 4)]
    gone = weakref.ref(rings[0])
    gc.collect()
    del rings
    for _ in range(settle._EVERY):
        gc.collect()
        settle.settle()
    assert gone() is None


def test_it_is_not_done_in_vain():
    settle.freeze()
    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect()
    del ring
    for _ in range(settle._EVERY):
        settle.settle()
    assert gone() is not None
