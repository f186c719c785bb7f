"""The rows of an Export as Arrow batches, so that no writer needs to hold more than a few thousand of them.

Rows that come as a RecordBatchReader (from DuckDB) are never held whole; a frame is cut.
"""

from collections.abc import Iterator

import pandas as pd
import pyarrow as pa

from netralitas.files.export import Export
from netralitas.wording import text

# Rows of one part: 13 columns of them take some 10 MB.
PART = 25_000


def reader(export: Export) -> pa.RecordBatchReader:
    """The rows of an export; synthetic ones say so in a column of their own."""
    plain = of_frame(export.rows) if isinstance(export.rows, pd.DataFrame) else _of_reader(export.rows)
    if not export.synthetic:
        return plain
    header, mark = text(export.language, "berkas.sintetis"), text(export.language, "status.sintetis")
    schema = plain.schema.insert(0, pa.field(header, pa.string()))
    marked = (pa.RecordBatch.from_arrays([pa.repeat(pa.scalar(mark), part.num_rows), *part.columns], schema=schema) for part in plain)
    return pa.RecordBatchReader.from_batches(schema, marked)


def of_frame(frame: pd.DataFrame) -> pa.RecordBatchReader:
    """The rows of a frame, cut; numbers, days and truth values keep their types, anything else is text."""
    names = [str(name) for name in frame.columns]
    types = [_type(frame.iloc[:, place]) for place in range(len(names))]
    schema = pa.schema(list(zip(names, types)))
    return pa.RecordBatchReader.from_batches(schema, _cut(frame, schema))


def _cut(frame: pd.DataFrame, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for start in range(0, len(frame), PART):
        part = frame.iloc[start : start + PART]
        arrays = [_array(part.iloc[:, place], kind) for place, kind in enumerate(schema.types)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _type(values: pd.Series) -> pa.DataType:
    """The Arrow type of a column; text where Arrow finds none that holds all of it, or nothing at all."""
    try:
        return _plain(pa.array(values, from_pandas=True).type)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.string()


def _plain(kind: pa.DataType) -> pa.DataType:
    """Types that every format knows."""
    if pa.types.is_dictionary(kind):
        return _plain(kind.value_type)
    if pa.types.is_boolean(kind) or pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_date(kind):
        return kind
    if pa.types.is_decimal(kind):
        return pa.float64()
    return pa.timestamp("us") if pa.types.is_timestamp(kind) else pa.large_string() if pa.types.is_large_string(kind) else pa.string()


def _array(values: pd.Series, kind: pa.DataType) -> pa.Array:
    try:
        made = pa.array(values, type=kind, from_pandas=True)
        # A column that was put together of parts comes in parts.
        return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        return pa.array([None if _absent(value) else str(value) for value in values], type=pa.string()).cast(kind)


def _absent(value: object) -> bool:
    return value is None or (pd.api.types.is_scalar(value) and bool(pd.isna(value)))


def _of_reader(rows: pa.RecordBatchReader) -> pa.RecordBatchReader:
    schema = pa.schema([pa.field(field.name, _plain(field.type)) for field in rows.schema])
    parts = (batch.cast(schema).slice(start, PART) for batch in rows for start in range(0, batch.num_rows, PART))
    return pa.RecordBatchReader.from_batches(schema, parts)
