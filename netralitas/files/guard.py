"""The guard of every medium: no text becomes a formula in a spreadsheet, and every text can be had back exactly.

Files that have no types (CSV, a table that is copied from the screen) get an apostrophe, as follows; in workbooks, which
have types, a text is a text cell (XLSX: `workbook`; the workbooks inside slides' charts: `texts_only`).

A spreadsheet runs what begins with = + - @, a tab or a carriage return (OWASP, CSV injection), some also behind
blanks or in the full-width forms. Where a text begins so, an apostrophe is put before it; likewise behind a comma,
semicolon, bar, tab or line break *in* a text, because a spreadsheet that expects another delimiter cuts it there.

The apostrophe is put as well before a text that has apostrophes of its own before the sign. So a text with at least
one apostrophe before a sign is always a guarded one, and taking exactly one away gives back what there was, whatever
it was. Only texts are guarded: a number with its sign is a number.
"""

import re

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

_SIGNS = "=+\\-@＝＋－＠"
# Blanks and invisible characters before a sign. None of them is a delimiter: the proof above rests on that.
_BLANKS = "\x00-\x08\x0b\x0c\x0e-\x20\x7f\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff"

# Pairs of what is looked for and what it becomes; read by RE2 (Arrow) and by re alike.
_GUARD = (
    (f"([,;|\t\r\n])(['\"]*[{_SIGNS}])", r"\1'\2"),
    (f"^(['{_BLANKS}]*[{_SIGNS}\t\r\n])", r"'\1"),
)
_UNGUARD = (
    (f"^'(['{_BLANKS}]*[{_SIGNS}\t\r\n])", r"\1"),
    (f"([,;|\t\r\n])'(['\"]*[{_SIGNS}])", r"\1\2"),
)


def guard(texts: pa.Array) -> pa.Array:
    """Texts as they may stand in a CSV."""
    return _replaced(texts, _GUARD)


def unguard(texts: pa.Array) -> pa.Array:
    """The original texts from the cells of a CSV."""
    return _replaced(texts, _UNGUARD)


def guarded_text(value: str) -> str:
    return _replaced_text(value, _GUARD)


def unguarded(value: str) -> str:
    """The original text of one cell."""
    return _replaced_text(value, _UNGUARD)


def guarded(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame with the guard on every text, headers as well."""
    safe = {name: values.map(_guarded_value) for name, values in frame.items() if not _typed(values)}
    return frame.assign(**safe).set_axis([guarded_text(str(name)) for name in frame.columns], axis=1)


def guarded_table(table: pa.Table) -> pa.Table:
    """A table for the screen with the guard on every text: what is copied from it is pasted into spreadsheets."""
    columns = [_guarded_column(column.combine_chunks()) for column in table.columns]
    return pa.table(columns, names=[guarded_text(name) for name in table.column_names])


def _guarded_column(column: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        return pa.DictionaryArray.from_arrays(column.indices, _guarded_column(column.dictionary))
    return guard(column) if pa.types.is_string(column.type) or pa.types.is_large_string(column.type) else column


def texts_only(worksheet) -> None:
    """Every text of a worksheet of XlsxWriter is a text cell: none is looked at for a formula, a link or a number."""
    worksheet.strings_to_formulas = worksheet.strings_to_urls = worksheet.strings_to_numbers = False


def _guarded_value(value: object) -> object:
    """Only texts are changed: a column may hold dates, or numbers beside texts."""
    return guarded_text(value) if isinstance(value, str) else value


def _typed(values: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(values) or pd.api.types.is_datetime64_any_dtype(values)


def _replaced(texts: pa.Array, pairs: tuple) -> pa.Array:
    for pattern, becomes in pairs:
        texts = pc.replace_substring_regex(texts, pattern=pattern, replacement=becomes)
    return texts


def _replaced_text(value: str, pairs: tuple) -> str:
    for pattern, becomes in pairs:
        value = re.sub(pattern, becomes, value)
    return value
