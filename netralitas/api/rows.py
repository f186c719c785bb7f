"""Rows as JSON, CSV and Parquet, made part by part, so that a long answer is never held whole."""

import io
import json
from collections.abc import Iterator

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from netralitas.api.columns import FIGURE, Column, arrow_schema
from netralitas.api.question import Question
from netralitas.claims import verdict
from netralitas.claims.amount import verdict_word
from netralitas.files.formats import guarded
from netralitas.store import Store


def figures(data: Store, question: Question, headlines: bool) -> Iterator[pd.DataFrame]:
    """The rows of a question, in parts, with the columns of FIGURE."""
    words = {status: verdict_word(status, question.language) for status in data.codes("status")}
    dimension = "total" if headlines else question.dimension
    for part in data.published_rows(question.language, headlines=headlines, dimension=dimension, **question.scope()):
        told = part.assign(status_label=part["status"].map(words), warnings=_warnings(data, part, question.language))
        yield told[[column.name for column in FIGURE]]


def _warnings(data: Store, part: pd.DataFrame, language: str) -> pd.Series:
    """What the mark on a number stands for: a sentence a rule, the gravest first; what `say` satisfies needs no warning."""
    marked = tuple(part.loc[part["mark"] != "", "figure_id"])
    doubts = {figure: [reason.sentence for reason in told.doubts] for figure, told in verdict.of(data, marked, language).items()}
    return part["figure_id"].map(lambda figure: doubts.get(figure, []))


def as_json(head: dict, parts: Iterator[pd.DataFrame], columns: tuple[Column, ...]) -> Iterator[bytes]:
    """`head` and, as its last member, the rows."""
    before = json.dumps(head, ensure_ascii=False)[:-1] + ', "rows": [\n'
    for part in parts:
        yield (before + ",\n".join(json.dumps(row, ensure_ascii=False) for row in records(part, columns))).encode()
        before = ",\n"
    yield b"\n]}\n"


def records(part: pd.DataFrame, columns: tuple[Column, ...]) -> list[dict]:
    """Plain values: absent ones are null, whole numbers have no decimal mark, days are ISO dates."""
    plain = {column.name: [_plain(value, column.kind) for value in part[column.name].tolist()] for column in columns}
    return [dict(zip(plain, row)) for row in zip(*plain.values())]


def _plain(value: object, kind: str) -> object:
    if kind == "texts":
        return list(value) if value is not None else []
    if kind == "numbers":
        return [_plain(one, "number") for one in value]
    if value is None or pd.isna(value):
        return None
    if kind == "day":
        return value.date().isoformat()
    if kind in ("number", "whole"):
        return int(value) if value == int(value) else float(value)
    return value


_FLAT = {
    "texts": " ".join,
    "numbers": lambda values: " ".join(f"{value:.15g}" for value in values),
    "day": lambda day: "" if pd.isna(day) else day.strftime("%Y-%m-%d"),
}


def as_csv(parts: Iterator[pd.DataFrame], columns: tuple[Column, ...]) -> Iterator[bytes]:
    """RFC 4180: UTF-8, commas, CRLF, decimal points. Several flags, sentences or numbers of one row stand in one cell."""
    header = True
    for part in parts:
        flat = {column.name: part[column.name].map(_FLAT[column.kind]) for column in columns if column.kind in _FLAT}
        rows = guarded(part.assign(**flat))
        yield rows.to_csv(index=False, header=header, lineterminator="\r\n", float_format="%.15g").encode()
        header = False


class _Passing(io.RawIOBase):
    """A file that is passed on while it is written: `taken` gives what came since the last time."""

    def __init__(self):
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, part) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


def as_parquet(head: dict, parts: Iterator[pd.DataFrame], columns: tuple[Column, ...]) -> Iterator[bytes]:
    """Typed rows, a row group a part; what was asked for stands in the metadata (key `netralitas`)."""
    schema = arrow_schema(columns).with_metadata({b"netralitas": json.dumps(head, ensure_ascii=False).encode()})
    passing = _Passing()
    with pq.ParquetWriter(passing, schema, compression="zstd") as writer:
        for part in parts:
            arrays = [pa.array(part[column.name], type=schema.field(column.name).type, from_pandas=True) for column in columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            yield passing.taken()
    yield passing.taken()
