"""Keep what stays out of the garbage collector's way.

After every script run Streamlit collects garbage over all objects of the process; with pandas, plotly
and the remembered charts loaded that costs more than a page. What has survived so far is frozen:
still in use, no longer walked over. Done after run 1, 2, 4, 8 …, because the caches fill as readers come.
"""

import gc
import itertools

_runs = itertools.count(1)


def settle() -> None:
    """Call once a run."""
    run = next(_runs)
    if run & (run - 1) == 0:
        freeze()


def freeze() -> None:
    """Collect first, so that no rubbish is kept."""
    gc.collect()
    gc.freeze()
