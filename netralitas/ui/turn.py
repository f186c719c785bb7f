"""Readers who come at once are answered one after the other.

Python runs one thread at a time: twenty runs that take the interpreter from each other are all late, and the messages of
those that are done wait with them. A run that takes long, or waits for another process, lets the others go ahead, and
nobody waits for a turn longer than `PATIENCE`: then he runs beside the others.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 1.0  # seconds
_next = threading.Lock()
_mine = threading.local()


@contextmanager
def turn() -> Iterator[None]:
    """A run of a page."""
    _mine.held = _next.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        _let_go()


@contextmanager
def aside() -> Iterator[None]:
    """Work that keeps others waiting: the rest of this run goes on beside theirs, so that it never waits for its turn again."""
    _let_go()
    yield


def _let_go() -> None:
    if getattr(_mine, "held", False):
        _mine.held = False
        _next.release()
