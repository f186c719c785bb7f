"""What a file holds."""

from dataclasses import dataclass, field

import pandas as pd
import pyarrow as pa


@dataclass(frozen=True)
class Export:
    """What a file holds: the rows, the sources that they rest on, and what the reader asked for.

    Rows that are too many to be held come as a RecordBatchReader, and can be written once. `units`: header of a
    column of numbers → their unit; `definitions`: term and meaning; `flags`: name of a flag and its sentence.
    """

    rows: pd.DataFrame | pa.RecordBatchReader
    sources: pd.DataFrame
    about: dict[str, str]
    language: str
    units: dict[str, str] = field(default_factory=dict)
    definitions: tuple[tuple[str, str], ...] = ()
    flags: tuple[tuple[str, str], ...] = ()
    synthetic: bool = False
