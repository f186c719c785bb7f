"""Classes of a map: at most five, round limits between them, every value in one of them, none without a value."""

import math
from dataclasses import dataclass

import numpy as np

from netralitas.chart import ZERO
from netralitas.wording import number

MOST = 5
_ROUND = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10)


@dataclass(frozen=True)
class Classes:
    """Where each class begins, and the least and the largest value of each. 0 is no class: it has a place of its own."""

    begins: tuple[float, ...]
    ends: tuple[tuple[float, float], ...]
    decimals: int

    def place(self, value: float) -> int:
        """The index of the class that holds a value."""
        return int(np.searchsorted(self.begins[1:], round(value, 9), side="right")) if value else ZERO

    def labels(self, language: str) -> tuple[str, ...]:
        """`1–4`, `5–14`, `15–121`: each begins round, but the first begins and the last ends with a value; one value is told alone.

        Whole numbers name both ends; others end where the next begins.
        """
        labels, step = [], 0 if self.decimals else 1
        for order, (least, largest) in enumerate(self.ends):
            lower = self.begins[order] if order else least
            upper = largest if order == len(self.ends) - 1 else self.begins[order + 1] - step
            ends = (least, largest) if least == largest else (lower, upper)
            labels.append("–".join(dict.fromkeys(number(end, language, self.decimals) for end in ends)))
        return tuple(labels)


def classes(values: list[float], decimals: int = 0) -> Classes:
    """Quantiles; a class begins with the first round number above the one before. Classes that hold nobody are dropped."""
    positive = sorted(value for value in values if value > 0)
    if not positive:
        return Classes((), (), decimals)
    bounds = _quantiles(positive, min(MOST, len(set(positive))))[:-1]
    wanted = [0.0, *sorted({round_up(bound + 10**-decimals, decimals) for bound in bounds})]
    held = {}
    for value in positive:
        begin = next(begin for begin in reversed(wanted) if round(value, 9) >= begin)
        held[begin] = (held.get(begin, (value,))[0], value)
    return Classes(tuple(held), tuple(held.values()), decimals)


def round_up(value: float, decimals: int) -> float:
    """The next round number: 1, 1.2, 1.5, 2 … times a power of ten, in no more places than are printed."""
    magnitude = 10 ** math.floor(math.log10(value))
    for factor in _ROUND:
        limit = round(factor * magnitude, 9)
        if limit >= value - 1e-9 and round(limit, decimals) == limit:
            return limit
    return round(math.ceil(value * 10**decimals) / 10**decimals, decimals)


def _quantiles(values: list[float], count: int) -> list[float]:
    if count < 2:
        return [values[-1]]
    # Several regions often share a value; fewer classes are then right.
    return sorted(set(np.percentile(values, [100 * place / count for place in range(1, count + 1)]).tolist()))
