"""Keep what stays out of the garbage collector's way.

After every script run Streamlit collects garbage over all objects of the process; with pandas, plotly and the
remembered charts loaded that costs more than a page. What such a collection leaves is in use, so it is frozen at once:
still used, no longer walked over, and the next collection looks only at what came since. What was frozen and has become
rubbish in rings is found by looking through everything, which is done again whenever a fifth more is frozen than the
last time: what a long day leaves stays bounded, and what costs a tenth of a second is not done in vain.
"""

import gc

from netralitas.server.allocator import give_back

_MORE = 1.2
_EVERY = 25  # runs; to count what is frozen takes some milliseconds itself


class _Ledger:
    """How many runs there were since what is frozen was counted, and how much was frozen when all had been looked through."""

    def __init__(self) -> None:
        self.runs = self.frozen = 0


_ledger = _Ledger()


def _keep(phase: str, details: dict) -> None:
    """Called by the collector before and after each collection; only the full ones leave nothing but what is in use."""
    if phase == "stop" and details["generation"] == 2:
        gc.freeze()


gc.callbacks.append(_keep)


def settle() -> None:
    """Call once a run."""
    _ledger.runs += 1
    if _ledger.runs >= _EVERY:
        _ledger.runs = 0
        if gc.get_freeze_count() > _ledger.frozen * _MORE:
            freeze()


def freeze() -> None:
    """Look through everything once, also at what was frozen and is rubbish by now, and freeze what is in use."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _ledger.frozen = gc.get_freeze_count()
    give_back()
