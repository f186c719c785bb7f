"""Arithmetic that every medium shares: round ticks, the reach of an axis, labels that never touch."""

import math
from dataclasses import dataclass

import pandas as pd

from netralitas.model import DISPUTED


def reach(frame: pd.DataFrame) -> float:
    """The value an axis must reach. A disputed figure stretches no axis, unless there is nothing else to draw."""
    values = frame["value"]
    sound = values[frame["status"] != DISPUTED]
    largest = sound.max() if sound.notna().any() else values.max()
    return float(largest) if largest > 0 else 1.0


def ticks(largest: float, most: int = 5) -> list[float]:
    """Round, evenly spaced ticks from zero to the first one at or above `largest`."""
    rough = largest / most
    magnitude = 10 ** math.floor(math.log10(rough))
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= rough)
    # cases and persons are whole
    if largest >= 1:
        step = max(1, round(step)) if step < 10 else step
    return [position * step for position in range(math.ceil(largest / step - 1e-9) + 1)]


@dataclass(frozen=True)
class Label:
    """A label that wants its middle at a position, and how much room it takes."""

    wanted: float
    size: float


def place_labels(labels: list[Label], lowest: float, highest: float) -> list[float]:
    """Where each label's middle goes: in their order, none touching another, as near to where they were wanted as can be.

    Labels that would touch form a block around the middle of what they wanted (pool adjacent violators).
    Where all together are taller than `lowest..highest`, they start at `lowest`.
    """
    order = sorted(range(len(labels)), key=lambda index: labels[index].wanted)
    blocks: list[list] = []  # members, their joint size, start of the block
    for index in order:
        blocks.append([[index], labels[index].size, labels[index].wanted - labels[index].size / 2])
        blocks[-1][2] = _held(blocks[-1], lowest, highest)
        while len(blocks) > 1 and blocks[-2][2] + blocks[-2][1] > blocks[-1][2]:
            members, size, _ = blocks.pop()
            blocks[-1][0] += members
            blocks[-1][1] += size
            blocks[-1][2] = _wanted_start(blocks[-1][0], labels)
            blocks[-1][2] = _held(blocks[-1], lowest, highest)
    placed = [0.0] * len(labels)
    for members, _, start in blocks:
        for index in members:
            placed[index] = start + labels[index].size / 2
            start += labels[index].size
    return placed


def _wanted_start(members: list[int], labels: list[Label]) -> float:
    """Where a block starts so that its members are on average where they were wanted."""
    above, total = 0.0, 0.0
    for index in members:
        total += labels[index].wanted - labels[index].size / 2 - above
        above += labels[index].size
    return total / len(members)


def _held(block: list, lowest: float, highest: float) -> float:
    return max(lowest, min(block[2], highest - block[1]))
