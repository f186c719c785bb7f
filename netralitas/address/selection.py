"""Which figures the page Data and a file speak of."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
import pandas as pd
import pyarrow as pa
from netralitas.claims import explained
from netralitas.store.memory import remembered
from netralitas.model import DISPUTED
from netralitas.model import NATION
from netralitas.files.export import Export
from netralitas.store import Store
from netralitas.wording import day
from netralitas.wording import number
from netralitas.wording import text


# What a reader may choose in the address; `kalender` are the figures of a calendar period, of no election.
CALENDAR = "kalender"


@dataclass(frozen=True)
class Selection:
    """Which figures: None takes all of a part in; `event` may be CALENDAR; `below` takes the regions within in."""

    region: str = NATION
    event: str | None = None
    stage: str | None = None
    unit: str | None = None
    below: bool = False
    search: str = ""
