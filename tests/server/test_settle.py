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


def test_what_full_collections_leave_is_frozen_once_it_is_much():
    settle.freeze()
    few = [Ring() for _ in range(100)]
    gc.collect()
    assert sum(isinstance(thing, Ring) for thing in gc.get_objects()) == len(few)
    much = [Ring() for _ in range(settle._MANY)]
    gc.collect()
    assert not any(isinstance(thing, Ring) for thing in gc.get_objects())
    assert much


def test_rubbish_that_was_frozen_while_in_use_stays_no_longer_than_until_a_fifth_more_is_frozen():
    settle.freeze()
    rings = [Ring() for _ in range(gc.get_freeze_count() // 4)]
    gone = weakref.ref(rings[0])
    gc.collect()
    del rings
    gc.collect()
    settle.settle()
    assert gone() is None


def test_it_is_not_done_in_vain():
    settle.freeze()
    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect()
    del ring
    settle.settle()
    assert gone() is not None
