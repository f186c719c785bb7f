"""The typeface of pictures: the one of the screen, as files (`brand/face`, which `bench/face.py` makes).

Slides are set in Arial (`render/template.py`), which Office has on every machine; nothing is embedded.
"""

from functools import cache
from pathlib import Path

import matplotlib
from matplotlib import font_manager

FOLDER = Path(__file__).parents[2] / "brand" / "face"
REGULAR, STRONG = FOLDER / "Regular.ttf", FOLDER / "Bold.ttf"
# What every machine with matplotlib has: a sign that the first lacks is taken from there.
_WIDE = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
WIDE, WIDE_STRONG = _WIDE / "DejaVuSans.ttf", _WIDE / "DejaVuSans-Bold.ttf"


@cache
def families() -> tuple[str, ...]:
    """The names under which matplotlib draws it."""
    for file in (REGULAR, STRONG):
        font_manager.fontManager.addfont(file)
    return (font_manager.get_font(REGULAR).family_name, "DejaVu Sans")
