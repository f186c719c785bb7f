"""Where there are figures when a page has none: within the region, above it, and in its other elections."""

from dataclasses import dataclass

from netralitas.store import Store
from netralitas.store.memory import remembered


@dataclass(frozen=True)
class Elsewhere:
    """(code, number of figures) of what has any: regions within, the most first; regions above, the nearest first; elections, the newest.

    `parts` counts all regions within; `held` says whether the region voted in this election at all.
    """

    within: tuple[tuple[str, int], ...]
    parts: int
    above: tuple[tuple[str, int], ...]
    elections: tuple[tuple[str, int], ...]
    held: bool

    @property
    def figures_within(self) -> int:
        return sum(count for _, count in self.within)


@remembered
def elsewhere(store: Store, region: str, event: str) -> Elsewhere:
    """What exists around a region and election, figures of every kind."""
    counts = store.figure_counts()
    parts = store.smallest_within(region)
    within = [(code, counts[code, event]) for code in parts if (code, event) in counts]
    return Elsewhere(
        within=tuple(sorted(within, key=lambda part: -part[1])),
        parts=len(parts),
        above=tuple((code, counts[code, event]) for code in store.line_of(region)[1:] if (code, event) in counts),
        elections=tuple((other, counts[region, other]) for other in store.event_names() if other != event and (region, other) in counts),
        held=(region, event) in store.voted(),
    )
