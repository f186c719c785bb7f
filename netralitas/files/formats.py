"""Files: the same rows as CSV, XLSX, Parquet or a data package, sources included in each.

Every writer takes an Export and writes to a file-like target, part by part where the format allows it: the rows of a
frame are cut, those of a RecordBatchReader are never held whole. XLSX alone needs them all at once.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from netralitas.files import batches as files_rows
from netralitas.files import csv as files_csv
from netralitas.files import package as files_package
from netralitas.files import parquet as files_parquet
from netralitas.files import workbook as files_workbook
from netralitas.files.csv import INDONESIAN, INTERNATIONAL, Dialect, read
from netralitas.files.export import Export
from netralitas.files.guard import guarded, unguarded
from netralitas.wording import text

__all__ = ["FORMATS", "INDONESIAN", "INTERNATIONAL", "Format", "content", "csv", "guarded", "read", "unguarded"]


@dataclass(frozen=True)
class Format:
    """A kind of file: the key of its name, how the name of a file ends, its media type and what writes it."""

    name: str
    ending: str
    mime: str
    write: Callable[[Export, BinaryIO], None]

    def label(self, language: str) -> str:
        return text(language, self.name)


def csv(export: Export, dialect: Dialect = INTERNATIONAL) -> Iterator[bytes]:
    """The parts of a CSV. Each row carries its source in columns of its own."""
    return files_csv.lines(files_rows.reader(export), dialect)


def _csv(export: Export, target: BinaryIO) -> None:
    target.writelines(csv(export))


def _csv_indonesian(export: Export, target: BinaryIO) -> None:
    target.writelines(csv(export, INDONESIAN))


def content(kind: str, export: Export) -> bytes:
    """A file as a whole, for a button."""
    buffer = io.BytesIO()
    FORMATS[kind].write(export, buffer)
    return buffer.getvalue()


FORMATS = {
    "csv": Format("berkas.csv", ".csv", "text/csv", _csv),
    "csv-indonesia": Format("berkas.csv_indonesia", "_excel-indonesia.csv", "text/csv", _csv_indonesian),
    "xlsx": Format("berkas.xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", files_workbook.write),
    "parquet": Format("berkas.parquet", ".parquet", "application/vnd.apache.parquet", files_parquet.write),
    "zip": Format("berkas.zip", "_paket-data.zip", "application/zip", files_package.write),
}
