"""How dark a cell of a heat map is, in a picture as on a slide."""

import pandas as pd

from netralitas import palette
from netralitas.render.ground.signs import THEME

_COLOURS = palette.SEQUENTIAL[THEME]
# From this step on a number is easier to read in the colour of the ground.
_DARK = 3


def shade(value: float, largest: float) -> tuple[str, bool] | None:
    """The colour and whether it is dark; none where there is no figure or 0. Grows with the root, so that few and many both show."""
    if pd.isna(value) or value <= 0:
        return None
    step = min(int((value / largest) ** 0.5 * len(_COLOURS)), len(_COLOURS) - 1)
    return _COLOURS[step], step >= _DARK
