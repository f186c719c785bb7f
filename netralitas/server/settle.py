"""Keep what stays out of the garbage collector's way.

After every script run Streamlit collects garbage over all objects of the process; with pandas, plotly and the
remembered charts loaded that costs more than a page. What such collections leave is in use, so it is frozen as soon as
it is much: still used, no longer walked over, and the next collection looks only at what came since. What was frozen
and has become rubbish in rings is found by looking through everything, which is done again whenever a fifth more is
frozen than the last time: what a long day leaves stays bounded, and what costs a tenth of a second is not done in vain.
"""

import gc

from netralitas.server.allocator import give_back

_MANY = 2_000  # objects: walking over so many takes a fifth of a millisecond
_FIFTH = 0.2


class _Ledger:
    """How much was frozen when all had been looked through, and how much has been frozen since."""

    def __init__(self) -> None:
        self.frozen = self.since = 0


_ledger = _Ledger()


def _keep(phase: str, details: dict) -> None:
    """Called by the collector before and after each collection; only the full ones leave nothing but what is in use."""
    if phase == "stop" and details["generation"] == 2:
        left = len(gc.get_objects(generation=2))
        if left >= _MANY:
            gc.freeze()
            _ledger.since += left


gc.callbacks.append(_keep)
# Streamlit collects after each run, so that nothing has to be collected during one.
gc.set_threshold(100_000)


def settle() -> None:
    """Call once a run."""
    if _ledger.since > _FIFTH * _ledger.frozen:
        # Some of it has gone by itself; to count what has not takes some milliseconds.
        _ledger.since = gc.get_freeze_count() - _ledger.frozen
        if _ledger.since > _FIFTH * _ledger.frozen:
            freeze()


def freeze() -> None:
    """Look through everything once, also at what was frozen and is rubbish by now, and freeze what is in use."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _ledger.frozen, _ledger.since = gc.get_freeze_count(), 0
    give_back()
