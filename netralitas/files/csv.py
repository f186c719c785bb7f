"""CSV: RFC 4180, in the two ways that spreadsheets read it, made part by part; and the reader that undoes the guard."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from netralitas.files.guard import guard, unguard

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Dialect:
    """How a spreadsheet's language has its CSV."""

    delimiter: str = ","
    decimal: str = "."
    mark: bytes = b""


INTERNATIONAL = Dialect()
# Excel set to Indonesian parts at ";" and reads "," as the decimal mark; without the mark it takes UTF-8 for Windows-1252.
INDONESIAN = Dialect(";", ",", BOM)


def lines(rows: pa.RecordBatchReader, dialect: Dialect = INTERNATIONAL) -> Iterator[bytes]:
    """The bytes of a CSV: the header, then a part of the rows at a time, each line ended by CRLF."""
    header = [pa.array([name], pa.large_string()) for name in rows.schema.names]
    yield dialect.mark + _lines(header, dialect)
    for part in rows:
        if part.num_rows:
            yield _lines(part.columns, dialect)


def _lines(columns: list[pa.Array], dialect: Dialect) -> bytes:
    if not columns:
        return b""
    cells = [_cells(column, dialect, alone=len(columns) == 1) for column in columns]
    joined = pc.binary_join_element_wise(*cells, _text(dialect.delimiter), null_handling="replace", null_replacement="")
    every = pa.ListArray.from_arrays(pa.array([0, len(joined)], pa.int32()), joined)
    return pc.binary_join(every, _text("\r\n"))[0].as_buffer().to_pybytes() + b"\r\n"


def _cells(column: pa.Array, dialect: Dialect, *, alone: bool) -> pa.Array:
    """The cells of a column as they are written; an absent value is empty, an empty text is ""."""
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        # Texts repeat: each distinct one is looked at once.
        distinct = column.cast(pa.large_string()).dictionary_encode()
        cells = _quoted(guard(distinct.dictionary), dialect).take(distinct.indices)
    elif pa.types.is_floating(kind):
        numbers = pc.if_else(pc.is_finite(column), column, pa.scalar(None, kind))
        cells = pc.replace_substring(numbers.cast(pa.large_string()), ".", dialect.decimal)
    elif pa.types.is_timestamp(kind):
        cells = pc.strftime(column.cast(pa.timestamp("s"), safe=False), format="%Y-%m-%dT%H:%M:%S").cast(pa.large_string())
    else:
        cells = column.cast(pa.large_string())
    # A line with nothing in it would be taken for no line.
    return pc.fill_null(cells, _text('""')) if alone else cells


def _quoted(texts: pa.Array, dialect: Dialect) -> pa.Array:
    # The last is the byte order mark: bare at the beginning of a file it would be taken for the file's own.
    needed = pc.match_substring_regex(texts, pattern=f'["\r\n\t {dialect.delimiter}]|^$|^\ufeff')
    doubled = pc.replace_substring(texts, '"', '""')
    return pc.if_else(needed, pc.binary_join_element_wise(_text('"'), doubled, _text('"'), _text("")), texts)


def _text(value: str) -> pa.Scalar:
    return pa.scalar(value, pa.large_string())


def read(content: bytes, dialect: Dialect = INTERNATIONAL) -> pd.DataFrame:
    """A CSV of this project, every cell as the exact text that was written; absent values are empty texts."""
    parse = csv.ParseOptions(delimiter=dialect.delimiter, newlines_in_values=True)
    whole = csv.ReadOptions(block_size=max(len(content), 1), autogenerate_column_names=True)
    width = csv.read_csv(io.BytesIO(content), whole, parse).num_columns
    types = {f"f{place}": pa.large_string() for place in range(width)}
    convert = csv.ConvertOptions(column_types=types, strings_can_be_null=False)
    table = csv.read_csv(io.BytesIO(content), whole, parse, convert)
    columns = [unguard(column.combine_chunks()).to_pylist() for column in table.columns]
    return pd.DataFrame({column[0]: pd.Series(column[1:], dtype="str") for column in columns})
