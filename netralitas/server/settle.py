"""Keep what stays out of the garbage collector's way.

After every script run Streamlit collects garbage over all objects of the process; with pandas, plotly and the
remembered charts loaded that costs more than a page. So what is in use is frozen: still used, no longer walked
over. Caches fill and readers come, so it is done again as soon as the collections since the last time have
together lost as much as doing it costs: what one never does in vain and never puts off for too long.
"""

import gc
import time


class _Ledger:
    """What collections have cost since all was settled."""

    def __init__(self) -> None:
        self.price = 0.0  # of settling, last time
        self.lost = 0.0  # in collections, beyond the cheapest one since
        self.cheapest = float("inf")
        self.began = 0.0

    def watch(self, phase: str, details: dict) -> None:
        """Called by the collector before and after each collection; only the full ones matter."""
        if details["generation"] < 2:
            return
        if phase == "start":
            self.began = time.perf_counter()
            return
        took = time.perf_counter() - self.began
        self.cheapest = min(self.cheapest, took)
        self.lost += took - self.cheapest


_ledger = _Ledger()
gc.callbacks.append(_ledger.watch)


def settle() -> None:
    """Call once a run."""
    if _ledger.lost >= _ledger.price:
        freeze()


def freeze() -> None:
    """Look through everything once, also at what was frozen and is rubbish by now, and freeze what is in use."""
    began, _ledger.price = time.perf_counter(), float("inf")  # until it is known, no other session starts the same
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _ledger.price, _ledger.lost, _ledger.cheapest = time.perf_counter() - began, 0.0, float("inf")
