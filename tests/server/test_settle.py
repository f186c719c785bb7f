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


def test_it_is_done_again_when_collections_have_lost_as_much_as_it_costs(monkeypatch):
    monkeypatch.setattr(settle, "_ledger", settle._Ledger())
    clock = iter([0.0, 0.010, 1.0, 1.020, 2.0, 2.090])
    monkeypatch.setattr(settle.time, "perf_counter", lambda: next(clock))
    settle._ledger.price = 0.085
    lost = []
    for _ in range(3):
        settle._ledger.watch("start", {"generation": 2})
        settle._ledger.watch("stop", {"generation": 2})
        lost.append(settle._ledger.lost)
    assert lost == pytest.approx([0, 0.010, 0.090])
    done = []
    monkeypatch.setattr(settle, "freeze", lambda: done.append(True))
    settle.settle()
    assert done
