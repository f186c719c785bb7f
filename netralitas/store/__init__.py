"""The current snapshot, opened read-only: named questions in, frames out. The only SQL outside `etl`.

`snapshot` knows the files, `questions` asks, `memory` remembers, `shelf` says which snapshot is read from.
Frames are shared between sessions: never change one in place.
"""

import threading
from collections.abc import Callable

from netralitas.store.questions import Store
from netralitas.store.shelf import Shelf
from netralitas.store.snapshot import ROOT, NoSnapshot, build_dir

__all__ = ["ROOT", "NoSnapshot", "Store", "after_switch", "current", "note", "settled", "spoilt"]

_lock = threading.Lock()
_shelves: list[Shelf] = []  # one: that of the build folder
_after: list[Callable[[], None]] = []


def _of_folder() -> Shelf:
    """The shelf of the build folder; another folder (in tests) means another shelf, and the one before is dropped."""
    folder = build_dir()
    with _lock:
        if not _shelves or _shelves[0].folder != folder:
            _shelves[:] = [Shelf(folder, _switched)]
        return _shelves[0]


def current() -> Store:
    """The store to read from now. Ask once a run, and stay with it. Raises NoSnapshot."""
    return _of_folder().current()


def note() -> str:
    """Why what is read is not what was published last; empty where it is."""
    return _of_folder().note


def spoilt() -> str:
    """Why what is open is not sound any more, where nothing else is either; empty where it is sound."""
    return _of_folder().spoilt


def settled() -> None:
    """Wait until a newer snapshot that is being prepared is served."""
    _of_folder().join()


def after_switch(act: Callable[[], None]) -> None:
    """Do this each time that a newer snapshot has taken over."""
    _after.append(act)


def _switched() -> None:
    for act in _after:
        act()
