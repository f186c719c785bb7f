"""What a bench gives back: rows of the table, each with a limit or a ratio to something measured beside it."""

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Effort:
    """How often things are repeated."""

    rounds: int
    reruns: int
    visits: int
    starts: int


QUICK = Effort(rounds=2, reruns=6, visits=2, starts=1)
FULL = Effort(rounds=4, reruns=10, visits=9, starts=3)


@dataclass(frozen=True)
class Row:
    """One line of the table.

    `value` is what was measured, in `unit`. With a `base` (what it was measured against, in the same unit and
    run) `limit` speaks of value / base, without one of the value itself; no limit at all: for information.
    `failed` says why there is no number.
    """

    name: str
    value: float | None = None
    unit: str = "s"
    base: float | None = None
    limit: float | None = None
    failed: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.base if self.value is not None and self.base else None

    @property
    def ok(self) -> bool | None:
        """Is the limit kept? None where there is none, or nothing could be measured on this machine."""
        if self.limit is None or (self.value is None and not self.failed):
            return None
        measured = self.value if self.base is None else self.ratio
        return not self.failed and measured is not None and measured <= self.limit


@dataclass
class Turns:
    """Measurements of several things in turns, so that a busy minute of the machine hits them all."""

    values: dict[str, list[float]] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, *values: float) -> None:
        self.values.setdefault(name, []).extend(values)

    def fail(self, name: str, why: str) -> None:
        self.problems.setdefault(name, why)

    def median(self, name: str) -> float | None:
        return statistics.median(self.values[name]) if self.values.get(name) else None


# A bench measures when asked and says meanwhile what it is at.
Bench = Callable[[Effort, Callable[[str], None]], Iterator[Row]]
BENCHES: dict[str, Bench] = {}


def bench(measure: Bench) -> Bench:
    """Enter a bench under its function's name; its docstring is what `--help` says of it."""
    BENCHES[measure.__name__] = measure
    return measure
