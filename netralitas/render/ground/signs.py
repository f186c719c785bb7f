"""Signs: how the state of a figure looks and what is written beside it, in one table that every medium reads.

A noted figure is drawn as any other and carries a dot; a disputed one is hollow, hatched and dashed, with a sign and words
in the colour of warnings; where nobody published a figure there is no mark, and words say so.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from netralitas import palette
from netralitas.chart import EARLY, Chart
from netralitas.claims.amount import absence, drawn
from netralitas.model import CLEAN, DISPUTED, NOTED

THEME = "light"


@dataclass(frozen=True)
class Sign:
    """What is written `after` the number (its space never breaks), and whether it is `doubted`: drawn hollow, hatched and dashed.

    What a status is called stands in `claims.amount.verdict_word`.
    """

    after: str = ""
    doubted: bool = False

    @property
    def noted(self) -> bool:
        """Drawn as any other, and marked."""
        return bool(self.after) and not self.doubted


SIGNS = {
    CLEAN: Sign(),
    NOTED: Sign("\u00a0•"),
    DISPUTED: Sign("\u00a0⚠", doubted=True),
    "": Sign(),
}
# Of a point: filled and hollow; of a statement made long after: filled and hollow.
POINT, LATER = ("●", "○"), ("◆", "◇")
BEYOND = "▸\u00a0"  # before a number whose mark runs out of the axis


def is_hollow(row: Mapping) -> bool:
    """Is the mark of a row drawn without a filling: doubted and early figures, and the stages that are an absence?"""
    return SIGNS[row["status"]].doubted or row.get("mark") == EARLY or row["tone"] in palette.HOLLOW_STAGES


def ink(status: str, theme: str = THEME) -> str:
    """The colour of a number that stands in words."""
    return palette.WARNING[theme] if SIGNS[status].doubted else palette.TEXT[theme]


def glyph(pair: tuple[str, str], status: str) -> str:
    """A point or a later statement, as a letter."""
    return pair[SIGNS[status].doubted]


def amount(chart: Chart, row: Mapping) -> str:
    """The number with its qualifier's word and the sign of its status; absence is said in words."""
    if pd.isna(row["value"]):
        return absence(row, chart.language)
    return drawn(chart, row).short + SIGNS[row["status"]].after


def part_colour(tone: str, order: int, several: bool) -> str:
    """The stage's colour; a series without a stage takes a step of the sequential scale, a single one the accent."""
    steps = palette.SEQUENTIAL[THEME]
    return palette.STAGE[THEME].get(tone, steps[(2 + 2 * order) % len(steps)] if several else palette.ACCENT[THEME])
