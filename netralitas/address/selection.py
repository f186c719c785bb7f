"""Which figures the page Data and a file speak of."""

from dataclasses import dataclass

from netralitas.model import NATION


@dataclass(frozen=True)
class Selection:
    """Which figures: None takes all of a part in; `event` may be CALENDAR; `below` takes the regions within in."""

    region: str = NATION
    event: str | None = None
    stage: str | None = None
    unit: str | None = None
    below: bool = False
    search: str = ""
