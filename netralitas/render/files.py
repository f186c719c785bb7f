"""Files: the same rows as CSV, XLSX or Parquet, sources included in each."""

import io
import json
import math
from datetime import date

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from netralitas import wording
from netralitas.render.table import Export
from netralitas.wording import text

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), with the full-width forms that
# some turn into the plain ones. A number with its sign is a number.
_FORMULA = r"^(?=[=+\-@\t\r\n＝＋－＠])(?![+\-]?\d+(?:[.,]\d+)*$)"


def csv(export: Export) -> bytes:
    """RFC 4180: UTF-8, commas, CRLF. Each row carries its source in columns of its own."""
    return guarded(export.rows).to_csv(index=False, lineterminator="\r\n").encode("utf-8")


def guarded(frame: pd.DataFrame) -> pd.DataFrame:
    """Text that a spreadsheet would run as a formula is led by an apostrophe, headers as well."""
    safe = {name: _guard(values) for name, values in frame.items() if not _typed(values)}
    return frame.assign(**safe).set_axis(_guard(pd.Series(frame.columns, dtype="object")), axis=1)


def _guard(values: pd.Series) -> pd.Series:
    """Only texts are changed: a column may hold dates, or numbers beside texts."""
    texts = values.map(lambda value: isinstance(value, str)).astype(bool)
    led = values[texts].astype("str").str.replace(_FORMULA, "'", regex=True)
    return values.astype("object").mask(texts, led.astype("object"))


def _typed(values: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(values) or pd.api.types.is_datetime64_any_dtype(values)


def parquet(export: Export) -> bytes:
    """Typed rows; the sources and what was asked for are in the file's metadata (key `netralitas`)."""
    rows = pa.Table.from_pandas(export.rows, preserve_index=False)
    told = {"about": export.about, "sources": export.sources.to_dict("records")}
    metadata = {**(rows.schema.metadata or {}), b"netralitas": json.dumps(told, ensure_ascii=False, default=str).encode()}
    buffer = io.BytesIO()
    pq.write_table(rows.replace_schema_metadata(metadata), buffer, compression="zstd")
    return buffer.getvalue()


def xlsx(export: Export) -> bytes:
    """Sheets Data, Sumber and Keterangan. Text stays text: no cell is ever read as a formula or a link."""
    buffer = io.BytesIO()
    say = lambda key: text(export.language, key)  # noqa: E731
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        formats = {
            "header": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "whole": book.add_format({"num_format": "#,##0"}),
            "broken": book.add_format({"num_format": "#,##0.0##"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        _sheet(book, say("berkas.data"), export.rows, formats)
        _sheet(book, say("berkas.sumber"), export.sources, formats)
        known = set(wording.keys())
        about = [(say(f"berkas.{key}") if f"berkas.{key}" in known else key, value) for key, value in export.about.items()]
        _sheet(book, say("berkas.keterangan"), pd.DataFrame(about, columns=[say("berkas.keterangan"), say("kolom.nilai")]), formats)
    return buffer.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str, frame: pd.DataFrame, formats: dict) -> None:
    """A frozen header, a filter, columns as wide as their content (8 to 60 characters)."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    if len(frame.columns):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    for place, column in enumerate(frame.columns):
        values = frame[column].tolist()
        sheet.write_string(0, place, str(column), formats["header"])
        for row, value in enumerate(values, start=1):
            _cell(sheet, row, place, value, formats)
        widest = max([len(str(column)), *(len(str(value)) for value in values[:500] if not _absent(value))])
        sheet.set_column(place, place, min(max(widest + 1, 8), 60))


def _cell(sheet: xlsxwriter.workbook.Worksheet, row: int, place: int, value: object, formats: dict) -> None:
    """One cell by the type of its value; absent is an empty cell."""
    if _absent(value):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, (int, float)) and math.isfinite(value):
        sheet.write_number(row, place, value, formats["whole" if float(value).is_integer() else "broken"])
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, formats["day"])
    else:
        # Excel takes no longer text than this in a cell.
        sheet.write_string(row, place, str(value)[:32767])


def _absent(value: object) -> bool:
    return value is None or (not isinstance(value, str) and pd.isna(value))


FORMATS = {
    "csv": ("text/csv", csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx),
    "parquet": ("application/vnd.apache.parquet", parquet),
}
