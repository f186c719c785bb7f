"""Parquet: typed rows, a row group a part; what they are stands in the file's metadata."""

import json
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from netralitas.files import batches as files_rows
from netralitas.files.about import told
from netralitas.files.export import Export


def write(export: Export, target: BinaryIO) -> None:
    """Metadata key `netralitas`: what was asked for, sources, definitions, flags. A column's unit is in its own metadata."""
    rows = files_rows.reader(export)
    schema = _with_units(rows.schema, export.units).with_metadata({b"netralitas": json.dumps(told(export), ensure_ascii=False).encode()})
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for part in rows:
            writer.write_batch(part.cast(schema))


def _with_units(schema: pa.Schema, units: dict[str, str]) -> pa.Schema:
    fields = [field.with_metadata({b"unit": units[field.name].encode()}) if field.name in units else field for field in schema]
    return pa.schema(fields)
