"""Where there are figures when a page has none: within the region, above it, and in its other elections."""

from dataclasses import dataclass

from netralitas.store import Store
from netralitas.store.memory import remembered


@dataclass(frozen=True)
class Elsewhere:
    """(code, number of figures) of what has any: regions within, the most first; regions above, the nearest first; elections, the newest.

    `parts` counts all regions within; `held` says whether the region voted in this election at all. Where there is nothing of
    these, `beyond` is the nearest region above that has figures in other elections, and `beyond_elections` are those.
    """

    within: tuple[tuple[str, int], ...]
    parts: int
    above: tuple[tuple[str, int], ...]
    elections: tuple[tuple[str, int], ...]
    held: bool
    beyond: str
    beyond_elections: tuple[tuple[str, int], ...]

    @property
    def figures_within(self) -> int:
        return sum(count for _, count in self.within)


@remembered
def elsewhere(store: Store, region: str, event: str, dimension: str | None = None, stages: tuple[str, ...] = ()) -> Elsewhere:
    """What exists around a region and election: figures of every kind, or of one dimension or some stages."""
    counts = store.figure_counts(dimension, stages)
    parts, above = store.smallest_within(region), store.line_of(region)[1:]
    within = [(code, counts[code, event]) for code in parts if (code, event) in counts]
    over = tuple((code, counts[code, event]) for code in above if (code, event) in counts)
    elections = _elections(store, counts, region, event)
    further = ((code, _elections(store, counts, code, event)) for code in above)
    beyond, others = next((found for found in further if found[1]), ("", ())) if not (within or over or elections) else ("", ())
    return Elsewhere(
        within=tuple(sorted(within, key=lambda part: -part[1])),
        parts=len(parts),
        above=over,
        elections=elections,
        held=(region, event) in store.voted(),
        beyond=beyond,
        beyond_elections=others,
    )


def _elections(store: Store, counts: dict[tuple[str, str], int], region: str, event: str) -> tuple[tuple[str, int], ...]:
    """The other elections of a region with figures, the newest first."""
    return tuple((other, counts[region, other]) for other in store.event_names() if other != event and (region, other) in counts)
