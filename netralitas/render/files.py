"""Files: the same rows as CSV, XLSX or Parquet, sources included in each."""

import io
import json

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from netralitas.render.table import Export
from netralitas.wording import text


def csv(export: Export) -> bytes:
    """RFC 4180, UTF-8. Each row carries its source in columns of its own."""
    return guarded(export.rows).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


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
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        say = lambda key: text(export.language, key)  # noqa: E731
        _sheet(book, say("berkas.data"), export.rows)
        _sheet(book, say("berkas.sumber"), export.sources)
        about = pd.DataFrame(list(export.about.items()), columns=["key", "value"])
        _sheet(book, say("berkas.keterangan"), about)
    return buffer.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str, frame: pd.DataFrame) -> None:
    """A frozen header, a filter, columns as wide as their content (8 to 60 characters)."""
    sheet = book.add_worksheet(name)
    header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet.freeze_panes(1, 0)
    if len(frame.columns):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    for place, column in enumerate(frame.columns):
        values = frame[column]
        sheet.write_string(0, place, str(column), header)
        texts = ["" if pd.isna(value) else value for value in values.tolist()]
        if pd.api.types.is_numeric_dtype(values):
            sheet.write_column(1, place, [None if value == "" else value for value in texts], book.add_format({"num_format": "#,##0.##"}))
        else:
            texts = [str(value) for value in texts]
            sheet.write_column(1, place, texts)
        widest = max([len(str(column)), *(len(str(value)) for value in texts[:500])])
        sheet.set_column(place, place, min(max(widest + 1, 8), 60))


def guarded(frame: pd.DataFrame) -> pd.DataFrame:
    """Text that a spreadsheet would run as a formula is led in by an apostrophe (OWASP, CSV injection)."""
    texts = [name for name in frame.columns if not pd.api.types.is_numeric_dtype(frame[name])]
    safe = {name: frame[name].astype("string").str.replace(r"^([=+\-@\t\r])", r"'\1", regex=True) for name in texts}
    return frame.assign(**safe)


FORMATS = {
    "csv": ("text/csv", csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx),
    "parquet": ("application/vnd.apache.parquet", parquet),
}
