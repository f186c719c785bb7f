"""The description of the addresses (OpenAPI 3.1), made from the same declarations that answer them."""

import json

from netralitas import model
from netralitas.address.links import DATA
from netralitas.address.parameters import BREAKDOWN, QUESTION
from netralitas.address.parameters import LIST as ONE_LIST
from netralitas.address.parameters import STATEMENT as ONE_STATEMENT
from netralitas.api import columns
from netralitas.api.columns import CHECKED, FIGURE, LIST, SOURCE, STATEMENT, Column, json_schema
from netralitas.api.question import SCOPE, allowed
from netralitas.check.question import KINDS, VERDICTS
from netralitas.store import Store
from netralitas.web.problem import MEDIA_TYPE
from netralitas.wording import text

VERSION = "1.0.0"
_EXAMPLES = {model.REGION: "35", model.EVENT: "pilkada-2020", model.STAGE: "diteruskan", model.UNIT: "kasus", model.LANGUAGE: "id"}


def document(data: Store, language: str, base: str) -> bytes:
    """The whole description in one language; every value that a parameter takes is listed."""
    say = lambda key: text(language, key)  # noqa: E731
    told = {
        "openapi": "3.1.0",
        "info": {
            "title": say("api.judul"),
            "version": VERSION,
            "description": say("api.tentang") + "\n\n" + say("api.aturan"),
        },
        "servers": [{"url": base or "/"}],
        "paths": _paths(data, language),
        "components": {"schemas": _schemas(data, language), "responses": _responses(say)},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _paths(data: Store, language: str) -> dict:
    say = lambda key: text(language, key)  # noqa: E731
    figures = _parameters(data, language, (*SCOPE, BREAKDOWN), calendar=True)
    headlines = _parameters(data, language, SCOPE, calendar=False)
    scope = _parameters(data, language, SCOPE, calendar=True)
    statements, lists = (_parameters(data, language, (*SCOPE, one), calendar=False) for one in (ONE_STATEMENT, ONE_LIST))
    only_language = _parameters(data, language, (model.LANGUAGE,), calendar=False)
    csv, parquet, together_csv = ({"type": "string", "description": say(f"api.berkas.{kind}")} for kind in ("csv", "parquet", "bersama"))
    binary = {**parquet, "format": "binary"}
    rows = {"$ref": "#/components/schemas/Figures"}
    known = {
        "figures.json": ("figures", figures, "application/json", rows),
        "figures.csv": ("figures", figures, "text/csv", csv),
        "figures.parquet": ("figures", figures, "application/vnd.apache.parquet", binary),
        "headlines.json": ("headlines", headlines, "application/json", rows),
        "headlines.csv": ("headlines", headlines, "text/csv", csv),
        "statements.json": ("statements", statements, "application/json", {"$ref": "#/components/schemas/Statements"}),
        "statements.csv": ("statements", statements, "text/csv", together_csv),
        "lists.json": ("lists", lists, "application/json", {"$ref": "#/components/schemas/Lists"}),
        "lists.csv": ("lists", lists, "text/csv", together_csv),
        "sources.json": ("sources", scope, "application/json", {"$ref": "#/components/schemas/Sources"}),
        "regions.geojson": ("regions", headlines, "application/geo+json", {"$ref": "#/components/schemas/Regions"}),
        "check.json": ("check", [_words(say), *only_language], "application/json", {"$ref": "#/components/schemas/Answer"}),
        "openapi.json": ("openapi", only_language, "application/json", {"type": "object"}),
    }
    paths = {
        f"{DATA}/{name}": _path(name, say(f"api.jalan.{key}"), parameters, media_type, schema)
        for name, (key, parameters, media_type, schema) in known.items()
    }
    for name in ("healthz", "readyz"):
        answers = {"200": _content(say(f"api.jalan.{name}"), "application/json", {"type": "object", "required": ["status"]})}
        if name == "readyz":
            answers["503"] = {"$ref": "#/components/responses/Unavailable"}
        paths[f"/{name}"] = {"get": {"operationId": name, "summary": say(f"api.jalan.{name}"), "responses": answers}}
    return paths


def _path(name: str, summary: str, parameters: list[dict], media_type: str, schema: dict) -> dict:
    answers = {
        "200": _content(summary, media_type, schema),
        "304": {"$ref": "#/components/responses/NotModified"},
        "400": {"$ref": "#/components/responses/BadRequest"},
        "503": {"$ref": "#/components/responses/Unavailable"},
    }
    return {"get": {"operationId": name.replace(".", "_"), "summary": summary, "parameters": parameters, "responses": answers}}


def _content(words: str, media_type: str, schema: dict) -> dict:
    return {"description": words, "content": {media_type: {"schema": schema}}}


def _parameters(data: Store, language: str, names: tuple[str, ...], calendar: bool) -> list[dict]:
    found = []
    for name in names:
        values = list(allowed(data, name, calendar))
        told = {"name": name, "in": "query", "required": False, "description": text(language, f"api.parameter.{name}")}
        found.append({**told, "schema": {"type": "string", "enum": values}, "example": _EXAMPLES.get(name, values[-1])})
    return found


def _words(say) -> dict:
    """A parameter that takes any words."""
    told = {"name": QUESTION, "in": "query", "required": False, "description": say(f"api.parameter.{QUESTION}")}
    return {**told, "schema": {"type": "string"}, "example": "1194 probolinggo"}


def _responses(say) -> dict:
    problem = {"$ref": "#/components/schemas/Problem"}
    return {
        "NotModified": {"description": say("api.jawab.304")},
        "BadRequest": _content(say("api.jawab.400"), MEDIA_TYPE, problem),
        "Unavailable": _content(say("api.jawab.503"), MEDIA_TYPE, problem),
    }


def _schemas(data: Store, language: str) -> dict:
    mapped = tuple(column for column in FIGURE if column.name in columns.MAPPED)
    return {
        "Figure": _row(data, FIGURE, language),
        "Statement": _row(data, STATEMENT, language),
        "List": _row(data, LIST, language),
        "Source": _row(data, SOURCE, language),
        "Checked": _row(data, CHECKED, language),
        "Answer": _checked(),
        "Figures": _answer("Figure"),
        "Statements": _answer("Statement"),
        "Lists": _answer("List"),
        "Sources": _answer("Source"),
        "Regions": {
            "type": "object",
            "required": ["type", "snapshot", "features"],
            "properties": {
                "type": {"const": "FeatureCollection"},
                "snapshot": {"type": "string"},
                "features": {"type": "array", "items": _feature(data, mapped, language)},
            },
        },
        "Problem": {
            "type": "object",
            "required": ["type", "title", "status", "detail"],
            "properties": {
                "type": {"type": "string"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string"},
                "parameter": {"type": "string"},
                "value": {"type": "string"},
                "allowed": {"type": "array", "items": {"type": "string"}},
                "suggestions": {"type": "array", "items": {"type": "object", "required": ["code", "name"]}},
            },
        },
    }


def _answer(row: str) -> dict:
    return {
        "type": "object",
        "required": ["snapshot", "built_at", "query", "about", "rows"],
        "properties": {
            "snapshot": {"type": "string"},
            "built_at": {"type": "string", "format": "date-time"},
            "query": {"type": "object"},
            "about": {"type": "string"},
            "rows": {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}},
        },
    }


def _checked() -> dict:
    """An answer of Cek angka."""
    words, figure = {"type": "string"}, {"$ref": "#/components/schemas/Checked"}
    reason = {"rule": {"type": ["string", "null"]}, "sentence": words}
    choice = dict.fromkeys(("label", "question", "note"), words)
    parts = {
        "snapshot": words,
        "built_at": {"type": "string", "format": "date-time"},
        "about": words,
        "query": {"type": "object", "required": [QUESTION]},
        "kind": {"enum": list(KINDS)},
        "number": {"type": ["number", "null"]},
        "verdict": {"enum": [*VERDICTS, None]},
        "word": words,
        "sentence": words,
        "why": {"type": "array", "maxItems": 3, "items": _whole(reason)},
        "figure": {"anyOf": [figure, {"type": "null"}]},
        "known": {"type": "array", "items": figure},
        "elsewhere": {"type": "array", "items": figure},
        "more_elsewhere": {"type": "integer"},
        "choices": {"type": "array", "items": _whole(choice)},
        "add": words,
    }
    return _whole(parts)


def _whole(properties: dict) -> dict:
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}


def _row(data: Store, row: tuple[Column, ...], language: str) -> dict:
    properties = {column.name: _told(data, column, language) for column in row}
    return _whole(properties)


def _feature(data: Store, mapped: tuple[Column, ...], language: str) -> dict:
    """A region: itself always, its figure where one was published."""
    figure = {column.name: _told(data, Column(column.name, column.kind, nullable=True), language) for column in mapped}
    region = {name: {"type": ["string", "null"] if name == "parent" else "string"} for name in ("code", "name", "kind", "level", "parent")}
    return {
        "type": "object",
        "required": ["type", "id", "properties", "geometry"],
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "properties": {"type": "object", "required": [*region, *figure], "properties": {**region, **figure}},
            "geometry": {"type": ["object", "null"]},
        },
    }


# Columns that hold codes → the kind of the vocabulary that says what each code means.
_CODES = {
    "stage": "stage", "unit": "unit", "counted_by": "counted_by", "qualifier": "qualifier", "dimension": "dimension",
    "status": "status", "flags": "flag", "stages": "stage", "publisher_kind": "publisher_kind", "kind": "source_kind",
}  # fmt: skip


def _told(data: Store, column: Column, language: str) -> dict:
    """A column's schema with its meaning; where it holds codes, with the word for each."""
    schema = {**json_schema(column), "description": text(language, f"api.kolom.{column.name}")}
    kind = _CODES.get(column.name)
    if kind:
        words = "; ".join(f"{code} = {data.label(kind, code, language)}" for code in data.codes(kind))
        schema["description"] += f" ({words})"
    return schema
