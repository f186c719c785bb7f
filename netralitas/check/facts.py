"""What is asked of many figures at once, by their ids: their questions, days and sources, and which figure heads each question."""

from dataclasses import dataclass

from netralitas.store import Store
from netralitas.store.memory import remembered


@dataclass(frozen=True)
class Fact:
    """A figure's question (region, election, stage, unit), the days that stand for its time as printed, its source, who counted.

    `begins`: the first day of a period of its own; empty where it has none.
    """

    scope: tuple[str, str, str, str]
    days: tuple[str, ...]
    source_id: str
    counted_by: str
    begins: str


@remembered
def facts(store: Store) -> dict[str, Fact]:
    """Figure → what is known of it."""
    frame = store.compared()
    names = ("figure_id", "region", "event", "stage", "unit", "source_id", "counted_by", "period_start")
    columns = [frame[name].tolist() for name in (*names, "as_of", "period_end", "published_on")]
    told = {}
    for figure, region, event, stage, unit, source, counter, begins, *printed in zip(*columns, strict=True):
        days = tuple(day for day in printed if isinstance(day, str) and day)
        event, begins = (one if isinstance(one, str) else "" for one in (event, begins))
        told[figure] = Fact((region, event, stage, unit), days, source, counter, begins)
    return told


@remembered
def heads(store: Store) -> dict[tuple[str, str, str, str], str]:
    """Question → the figure that goes first for it."""
    frame = store.compared()
    known = facts(store)
    return {known[figure].scope: figure for figure in frame["figure_id"][frame["is_headline"]].tolist()}


def head(store: Store, figure_id: str, stage: str = "") -> str:
    """The figure that goes first for the same question, or for that of another stage; empty where none does."""
    if not figure_id:
        return ""
    region, event, own, unit = facts(store)[figure_id].scope
    return heads(store).get((region, event, stage or own, unit), "")
