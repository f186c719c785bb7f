"""The allocator of the C library on Linux (glibc) keeps what is free, for each thread by itself; others need no telling."""

import ctypes
import sys
from contextlib import suppress

_M_ARENA_MAX = -8  # as <malloc.h> calls it


def few_arenas() -> None:
    """Let all threads share two stores of free memory; by default each processor has eight. Call it before threads start."""
    _call("mallopt", _M_ARENA_MAX, 2)


def give_back() -> None:
    """Have what is free returned to the system."""
    _call("malloc_trim", 0)


def _call(name: str, *arguments: int) -> None:
    if sys.platform == "linux":
        # another C library (musl) does not have them
        with suppress(AttributeError, OSError):
            getattr(ctypes.CDLL(None), name)(*arguments)
