"""Readers who come at once: one after the other, nobody kept by work that takes long, nobody kept for ever."""

import threading

from netralitas.ui import turn as turns
from netralitas.ui.turn import aside, turn


def run(work) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_while_one_runs_there_is_no_turn_for_another():
    with turn():
        assert not turns._next.acquire(blocking=False)
        with aside():
            assert turns._next.acquire(blocking=False)
            turns._next.release()
    assert turns._next.acquire(blocking=False)
    turns._next.release()


def test_a_run_that_takes_long_lets_the_others_go_ahead(monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 60.0)
    others_done, begun = threading.Event(), threading.Event()

    def long() -> None:
        with turn(), aside():
            begun.set()
            others_done.wait(30)

    first = run(long)
    assert begun.wait(30)
    with turn():
        others_done.set()
    first.join()
    # and what it let go it does not let go twice
    with turn():
        pass


def test_nobody_waits_for_ever(monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    leave, begun = threading.Event(), threading.Event()

    def stuck() -> None:
        with turn():
            begun.set()
            leave.wait(30)

    first = run(stuck)
    assert begun.wait(30)
    with turn():
        leave.set()
    first.join()
    assert turns._next.acquire(timeout=30)
    turns._next.release()


def test_a_run_that_fails_gives_its_turn_back():
    try:
        with turn():
            raise KeyError("defect")
    except KeyError:
        pass
    assert turns._next.acquire(blocking=False)
    turns._next.release()
