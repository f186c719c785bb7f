"""The columns of a row, once: name, kind and meaning. Names never change with the language; words within them do."""

from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Column:
    """`kind` is text, number, whole, truth, day, texts or numbers; `nullable` where a row may lack it."""

    name: str
    kind: str
    nullable: bool = False


# What columns of several rows have in common.
_REGION = (Column("region", "text"), Column("region_name", "text"))
_ELECTION = (Column("event", "text"), Column("event_name", "text"))
_STAGE = (Column("stage", "text"), Column("stage_label", "text"))
_UNIT = (Column("unit", "text"), Column("unit_label", "text"))
_COUNTED = (Column("counted_by", "text"), Column("counter", "text"), Column("counted_on", "day", True), Column("cutoff", "text"))
_SENTENCES = (Column("sentence_id", "text"), Column("sentence_en", "text"))
_SOURCE = (
    Column("source_id", "text"),
    Column("publisher", "text"),
    Column("title", "text", True),
    Column("url", "text", True),
    Column("published_on", "text", True),
)

FIGURE = (
    Column("figure_id", "text"),
    *_REGION,
    Column("region_level", "text"),
    Column("region_parent", "text", True),
    Column("event", "text", True),
    Column("event_name", "text", True),
    *_STAGE,
    *_UNIT,
    Column("dimension", "text"),
    Column("category", "text", True),
    Column("category_label", "text", True),
    Column("category_group", "text", True),
    Column("value", "number"),
    Column("qualifier", "text", True),
    Column("qualifier_label", "text", True),
    Column("counted_by", "text"),
    Column("counter", "text"),
    Column("period_start", "text", True),
    Column("period_end", "text", True),
    Column("as_of", "text", True),
    Column("counted_on", "day", True),
    Column("counted_on_basis", "text", True),
    Column("cutoff", "text"),
    Column("is_headline", "truth"),
    Column("alternatives", "whole", True),
    Column("status", "text"),
    Column("status_label", "text"),
    Column("verdict", "text"),
    Column("mark", "text"),
    Column("rules", "texts"),
    Column("say", "text"),
    Column("statement_id", "text", True),
    Column("flags", "texts"),
    Column("warnings", "texts"),
    Column("annotation", "text", True),
    Column("value_printed", "number", True),
    *_SOURCE,
)

# What one source put together: the lists of one row (figure_ids, stages or regions, values) run in step.
STATEMENT = (
    Column("statement_id", "text"),
    *_REGION,
    *_ELECTION,
    *_UNIT,
    *_COUNTED,
    Column("main", "truth"),
    Column("sound", "truth"),
    Column("balanced", "truth"),
    Column("figure_ids", "texts"),
    Column("stages", "texts"),
    Column("values", "numbers"),
    *_SENTENCES,
    *_SOURCE,
)

LIST = (
    Column("list_id", "text"),
    Column("parent", "text"),
    Column("parent_name", "text"),
    *_ELECTION,
    *_STAGE,
    *_UNIT,
    *_COUNTED,
    Column("main", "truth"),
    Column("sound", "truth"),
    Column("complete", "truth"),
    Column("total", "number"),
    Column("parent_value", "number", True),
    Column("figure_ids", "texts"),
    Column("regions", "texts"),
    Column("values", "numbers"),
    *_SENTENCES,
    *_SOURCE,
)

SOURCE = (
    Column("source_id", "text"),
    Column("publisher", "text"),
    Column("publisher_kind", "text"),
    Column("title", "text", True),
    Column("url", "text", True),
    Column("published_on", "text", True),
    Column("kind", "text", True),
    Column("kind_label", "text", True),
    Column("figures", "whole"),
)

# A figure within an answer of Cek angka.
CHECKED = (
    Column("figure_id", "text"),
    *_REGION,
    Column("event", "text", True),
    Column("event_name", "text", True),
    *_STAGE,
    *_UNIT,
    Column("value", "number"),
    Column("amount", "text"),
    Column("part", "text", True),
    *_COUNTED,
    Column("verdict", "text"),
    Column("mark", "text"),
    Column("status", "text"),
    Column("say", "text"),
    Column("publisher", "text"),
    Column("url", "text", True),
)

# Of the columns of a figure, those that a region of the map carries; all are null where nobody published one.
MAPPED = (
    "figure_id", "event", "event_name", "stage", "stage_label", "unit", "unit_label", "value", "qualifier", "qualifier_label",
    "counted_by", "counter", "counted_on", "cutoff", "alternatives", "status", "status_label", "verdict", "mark", "rules", "say",
    "statement_id", "flags", "warnings", "annotation",
    "source_id", "publisher", "title", "url", "published_on",
)  # fmt: skip

_ARROW = {
    "text": pa.string(),
    "number": pa.float64(),
    "whole": pa.int32(),
    "truth": pa.bool_(),
    "day": pa.date32(),
    "texts": pa.list_(pa.string()),
    "numbers": pa.list_(pa.float64()),
}
_JSON = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "whole": {"type": "integer"},
    "truth": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "numbers": {"type": "array", "items": {"type": "number"}},
}


def arrow_schema(columns: tuple[Column, ...]) -> pa.Schema:
    return pa.schema([pa.field(column.name, _ARROW[column.kind]) for column in columns])


def json_schema(column: Column) -> dict:
    schema = dict(_JSON[column.kind])
    return {**schema, "type": [schema["type"], "null"]} if column.nullable else schema
