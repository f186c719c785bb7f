"""The C library's allocator is told only where it is one that listens, and a machine without it starts all the same."""

import ctypes

import pytest

from netralitas.server import allocator


class Library:
    """A C library that notes what it is asked."""

    def __init__(self, *names: str):
        self.asked = []
        for name in names:
            setattr(self, name, lambda *arguments, name=name: self.asked.append((name, *arguments)))


@pytest.mark.parametrize(
    ("platform", "knows", "asked"),
    [
        ("linux", ("mallopt", "malloc_trim"), [("mallopt", -8, 2), ("malloc_trim", 0)]),
        ("linux", (), []),
        ("win32", ("mallopt", "malloc_trim"), []),
        ("darwin", ("mallopt", "malloc_trim"), []),
    ],
)
def test_only_an_allocator_that_listens_is_told(monkeypatch, platform, knows, asked):
    library = Library(*knows)
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    allocator.few_arenas()
    allocator.give_back()
    assert library.asked == asked


def test_this_machines_own_allocator_takes_it():
    allocator.few_arenas()
    allocator.give_back()
