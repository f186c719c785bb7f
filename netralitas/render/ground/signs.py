"""What a drawn chart says, worked out once for pictures and for native charts: labels, their size and place, axes."""

from collections.abc import Mapping

import pandas as pd

from netralitas import palette
from netralitas.chart import Chart
from netralitas.claims.amount import drawn, verdict_word
from netralitas.model import DISPUTED, NOTED

MARKS = {NOTED: "\u00a0•", DISPUTED: "\u00a0⚠"}  # a space that never breaks
NO_FIGURE, IN_DISPUTE = -1, -2
THEME = "light"


def amount(chart: Chart, row: Mapping) -> str:
    """The number with its qualifier's word and the mark of its status; absence is said in words."""
    if pd.isna(row["value"]):
        return verdict_word("", chart.language)
    return drawn(chart, row).short + MARKS.get(row["status"], "")


def shades(count: int) -> list[str]:
    """`count` colours of the sequential scale, evenly spread from few to many."""
    colours = palette.SEQUENTIAL[THEME]
    if count < 2:
        return list(colours[3:4]) * count
    return [colours[round(place * (len(colours) - 1) / (count - 1))] for place in range(count)]


def part_colour(tone: str, order: int, several: bool) -> str:
    """The stage's colour; a series without a stage takes a step of the sequential scale, a single one the accent."""
    steps = palette.SEQUENTIAL[THEME]
    return palette.STAGE[THEME].get(tone, steps[(2 + 2 * order) % len(steps)] if several else palette.ACCENT[THEME])


# -- lines through one election ------------------------------------------------------------


def hollow(rows: pd.DataFrame) -> pd.Series:
    """Marks that are drawn without a filling: disputed figures and the stages that are an absence."""
    return (rows["status"] == DISPUTED) | rows["tone"].isin(palette.HOLLOW_STAGES)
