"""XLSX: typed cells on a sheet Data, the sources, and what the numbers mean. Text stays text, letter by letter.

Written by rustpy-xlsxwriter, which takes Arrow as it is: every string becomes a string cell, none is looked at for
a formula, a link or a number. It writes no day before 1900 and no text longer than Excel takes: both are seen to here.
"""

from textwrap import wrap
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
from rustpy_xlsxwriter import Format, write_worksheets

from netralitas.files import about as files_about
from netralitas.files import batches as files_rows
from netralitas.files.export import Export
from netralitas.wording import number, text

# Limits of Excel: rows of a sheet with its header, characters of a cell and of a link, links of a sheet.
ROWS, LONGEST, LONGEST_LINK, LINKS = 1_048_576, 32_767, 2_079, 65_530
_NARROWEST, _WIDEST, _LOOKED_AT = 8, 60, 500
_EXACT = 2**53
_LINE = 15.0  # points
# A4, as wide as the table, the header on every page
_PAPER = {"landscape": True, "paper_size": 9, "repeat_rows": 0}
# Characters that a page holds legibly, and how many columns of a table on several pages beside each other say whose row it is.
_LEGIBLE, _NAMING = 240, 3


def write(export: Export, target: BinaryIO) -> None:
    """Sheets Data, Sumber and Keterangan; rows that one sheet can't hold go on in Data 2, and Keterangan says so."""
    whole = files_rows.reader(export).read_all()
    rows = _fitting(whole)
    rows = rows.rename_columns([with_unit(name, export.units) for name in rows.schema.names])
    sources = _fitting(files_rows.of_frame(export.sources).read_all())
    data = _split(rows, text(export.language, "berkas.data"))
    remarks = _remarks(export, data, sum(_too_long(column) for column in whole.columns))
    about = _fitting(files_rows.of_frame(files_about.frame(export, remarks)).read_all())
    sheets = [*data, (text(export.language, "berkas.sumber"), sources), (text(export.language, "berkas.keterangan"), about)]
    formats = {name: _formats(table) for name, table in sheets[:-1]} | {sheets[-1][0]: _wrapped(about)}
    texts = {name: [column for column in table.schema.names if _is_text(table.schema.field(column).type)] for name, table in data}
    write_worksheets(
        sheets,
        target,
        freeze_panes={"general": {"row": 1, "col": 0}},
        autofilter={"general": True},
        header_format={"general": Format().set_bold().set_text_wrap().set_align("top").set_border_bottom("thin")},
        column_widths={name: {column: _width(column, table[column]) for column in table.schema.names} for name, table in sheets},
        column_formats={name: named for name, named in formats.items() if named},
        ignore_errors={name: columns for name, columns in texts.items() if columns and rows.num_rows},
        url_columns={sheets[-2][0]: _links(sources)},
        row_heights={sheets[-1][0]: _heights(about)},
        page_setup={name: _paper(table) for name, table in sheets},
        inf_value="INF",
    )


def with_unit(header: str, units: dict[str, str]) -> str:
    """A header names the unit of its numbers."""
    unit = units.get(header, "")
    return header if unit.casefold() in header.casefold() else f"{header} ({unit})"


def _split(rows: pa.Table, name: str) -> list[tuple[str, pa.Table]]:
    size = ROWS - 1
    starts = range(0, max(rows.num_rows, 1), size)
    return [(name if not start else f"{name} {place}", rows.slice(start, size)) for place, start in enumerate(starts, start=1)]


def _remarks(export: Export, data: list[tuple[str, pa.Table]], cut: int) -> tuple[str, ...]:
    """What a reader of the workbook must know of it: rows on several sheets, texts that were cut."""
    count = lambda amount: number(amount, export.language)  # noqa: E731
    remarks = []
    if len(data) > 1:
        names = ", ".join(f"{name} ({count(rows.num_rows)})" for name, rows in data)
        remarks.append(text(export.language, "berkas.terbagi", rows=count(sum(rows.num_rows for _, rows in data)), sheets=names))
    if cut:
        remarks.append(text(export.language, "berkas.dipotong", count=count(cut), most=count(LONGEST)))
    return tuple(remarks)


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)


def _fitting(table: pa.Table) -> pa.Table:
    """Numbers that Excel would round and days before its first one are told as text; no text is longer than it takes."""
    for place, (name, column) in enumerate(zip(table.schema.names, table.columns)):
        if _beyond(column):
            table = table.set_column(place, name, column.cast(pa.string()))
        elif _too_long(column):
            table = table.set_column(place, name, pc.utf8_slice_codeunits(column, 0, LONGEST))
    return table


def _beyond(column: pa.ChunkedArray) -> bool:
    kind = column.type
    if not (pa.types.is_integer(kind) or pa.types.is_date(kind) or pa.types.is_timestamp(kind)):
        return False
    ends = pc.min_max(column).as_py()
    if ends["min"] is None:
        return False
    if pa.types.is_integer(kind):
        return max(abs(ends["min"]), abs(ends["max"])) > _EXACT
    return ends["min"].year < 1900


def _too_long(column: pa.ChunkedArray) -> int:
    """How many texts Excel does not take."""
    return pc.sum(pc.greater(pc.utf8_length(column), LONGEST)).as_py() or 0 if _is_text(column.type) else 0


def _formats(table: pa.Table) -> dict[str, Format]:
    """Whole numbers with thousands parted, days as ISO dates, clear of the text at their right; broken numbers as they are."""
    formats = {}
    for name, column in zip(table.schema.names, table.columns):
        kind = column.type
        if pa.types.is_date(kind):
            formats[name] = Format().set_num_format("yyyy-mm-dd").set_align("left")
        elif pa.types.is_timestamp(kind):
            formats[name] = Format().set_num_format("yyyy-mm-dd hh:mm:ss").set_align("left")
        elif pa.types.is_integer(kind) or (pa.types.is_floating(kind) and _whole(column)):
            formats[name] = Format().set_num_format("#,##0")
    return formats


def _whole(numbers: pa.ChunkedArray) -> bool:
    return bool(pc.all(pc.equal(numbers, pc.trunc(numbers))).as_py())


def _wrapped(table: pa.Table) -> dict[str, Format]:
    return {name: Format().set_text_wrap().set_align("top") for name in table.schema.names}


def _heights(table: pa.Table) -> dict[int, float]:
    """Rows as tall as their wrapped text: Excel finds that out by itself, other programs cut it."""
    widths = [_width(name, table[name]) for name in table.schema.names]
    lines = [max(len(wrap(str(cell or ""), wide)) for cell, wide in zip(row, widths)) for row in zip(*table.to_pydict().values())]
    return {place: _LINE * count for place, count in enumerate(lines, start=1) if count > 1}


def _paper(table: pa.Table) -> dict:
    """Fitted to the width of a page; a table that would be too small to read there, to as few as hold it, each with the first columns."""
    widths = [_width(name, table[name]) for name in table.schema.names]
    naming = sum(widths[:_NAMING])
    if sum(widths) <= _LEGIBLE or len(widths) <= _NAMING:
        return {**_PAPER, "fit_to_pages": (1, 0)}
    pages = -(-(sum(widths) - naming) // (_LEGIBLE - naming))
    return {**_PAPER, "repeat_columns": (0, _NAMING - 1), "fit_to_pages": (pages, 0)}


def _width(header: str, column: pa.ChunkedArray) -> int:
    """As wide as the header and the first rows, within limits."""
    first = column.slice(0, _LOOKED_AT)
    longest = pc.max(pc.utf8_length(first.cast(pa.string()))).as_py() if len(first) else 0
    return min(max((longest or 0) + 1, len(header) + 3, _NARROWEST), _WIDEST)


def _links(sources: pa.Table) -> list[str]:
    """Columns of nothing but addresses on the web: only those may be clicked."""
    return [name for name, column in zip(sources.schema.names, sources.columns) if _is_text(column.type) and _addresses(column)]


def _addresses(column: pa.ChunkedArray) -> bool:
    if len(column) > LINKS:
        return False
    shaped = pc.match_substring_regex(column, pattern=r"^https?://[^\s<>\"]+$")
    short = pc.less_equal(pc.utf8_length(column), LONGEST_LINK)
    return column.null_count < len(column) and bool(pc.all(pc.and_(shaped, short)).as_py())
