"""Arithmetic that every medium shares: round ticks, the reach of an axis, labels that never touch."""

import math

import pandas as pd

from netralitas.model import DISPUTED


def reach(frame: pd.DataFrame) -> float:
    """The value an axis must reach. A disputed figure stretches no axis, unless there is nothing else to draw."""
    values = frame["value"]
    sound = values[frame["status"] != DISPUTED]
    largest = sound.max() if sound.notna().any() else values.max()
    return float(largest) if largest == largest and largest > 0 else 1.0


def ticks(largest: float, most: int = 5) -> list[float]:
    """Round, evenly spaced ticks from zero to the first one at or above `largest`."""
    rough = largest / most
    magnitude = 10 ** math.floor(math.log10(rough))
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= rough)
    # cases and persons are whole
    if largest >= 1:
        step = max(1, round(step)) if step < 10 else step
    return [position * step for position in range(math.ceil(largest / step - 1e-9) + 1)]


def spread(positions: list[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Positions moved apart to at least `gap`, in their order, as near to where they were as `lowest..highest` allows."""
    order = sorted(range(len(positions)), key=positions.__getitem__)
    placed = [0.0] * len(positions)
    floor = lowest
    for index in order:
        placed[index] = max(positions[index], floor)
        floor = placed[index] + gap
    ceiling = highest
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - gap
    return placed
