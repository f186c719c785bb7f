"""Classes of a map: five to seven, round limits, every value in one of them."""

import math
import warnings
from dataclasses import dataclass

import numpy as np

from netralitas.wording import number

MOST = 6
_ROUND = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10)


@dataclass(frozen=True)
class Classes:
    """Upper limits, each part of its class. Where zero was published, the first class is zero alone."""

    limits: tuple[float, ...]
    decimals: int

    def place(self, value: float) -> int:
        """The index of the class that holds a value."""
        return int(np.searchsorted(self.limits, round(value, 9)))

    def labels(self, language: str) -> tuple[str, ...]:
        """`0`, `1–5`, `6–10`: whole numbers name both ends; others start where the last ended."""
        labels, step = [], 0 if self.decimals else 1
        for order, limit in enumerate(self.limits):
            lower = self.limits[order - 1] if order else None
            upper = number(limit, language, self.decimals)
            if limit == 0:
                labels.append(upper)
            elif lower is None or (lower == 0 and not step):
                labels.append(upper if limit == step else f"{number(step, language, 0)}–{upper}" if step else f"≤ {upper}")
            else:
                start = number(lower + step, language, self.decimals)
                labels.append(upper if start == upper else f"{start}–{upper}")
        return tuple(labels)


def classes(values: list[float], decimals: int = 0) -> Classes:
    """Quantiles, rounded up to round numbers; classes that hold nobody are dropped."""
    positive = sorted(value for value in values if value > 0)
    limits = [0.0] if any(value == 0 for value in values) else []
    if positive:
        distinct = len(set(positive))
        wanted = [round_up(bound, decimals) for bound in _quantiles(positive, min(MOST, distinct))]
        held = [limit for lower, limit in zip([0.0, *wanted], wanted) if any(lower < value <= limit for value in positive)]
        limits += sorted(set(held))
    return Classes(tuple(limits), decimals)


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
    # Imported late: mapclassify brings scipy and networkx, which only the map needs.
    import mapclassify

    with warnings.catch_warnings():
        # Several regions often share a value; fewer classes are then right.
        warnings.simplefilter("ignore", UserWarning)
        return mapclassify.Quantiles(np.array(values), k=count).bins.tolist()
