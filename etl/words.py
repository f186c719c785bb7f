"""Words: every code that a table may hold, or holds, has its row in the vocabulary. A code without words would drop out in silence."""

import duckdb

from etl.package import Resource
from etl.problem import Problem
from etl.rules import Rule, cell, quoted, several_codes

FILE = "vocabulary.csv"


def options_without_words(con: duckdb.DuckDBPyConnection, tables: list[Resource]) -> list[Problem]:
    """Codes that a column may hold (its options), or that the build gives by itself, for which the vocabulary has no row."""
    codes: dict[tuple[str, str], None] = {}
    for resource in tables:
        for kind, assigned in resource.said.get("assigned", {}).items():
            codes.update(dict.fromkeys((kind, code) for code in assigned))
        for field in resource.schema["fields"]:
            kind = field.get("vocabulary")
            if isinstance(kind, str):
                codes.update(
                    dict.fromkeys((kind, str(option)) for option in field.get("constraints", {}).get("enum", several_codes(field)))
                )
    known = set(con.execute("select kind, code from raw_vocabulary").fetchall())
    expected = "a row for every code that the tables may hold"
    return [
        Problem(FILE, 0, f"code {code}", f"no row for the {kind} '{code}'", expected) for kind, code in codes if (kind, code) not in known
    ]


def word_rules(field: dict) -> list[Rule]:
    """The codes that a column does hold, where its options do not say which kind of the vocabulary they belong to.

    `vocabulary` is then an object: {"dimension": {"jabatan": "position_group"}} gives the kind by the value of another column.
    """
    kinds = field.get("vocabulary")
    if not kinds or several_codes(field) or (isinstance(kinds, str) and "enum" in field.get("constraints", {})):
        return []
    column, parameters = quoted(field["name"]), []
    if isinstance(kinds, str):
        kind, parameters = "?", [kinds]
    else:
        ((other, known),) = kinds.items()
        kind = f"case {quoted(other)} " + "when ? then ? " * len(known) + "end"
        parameters = [text for pair in known.items() for text in pair]
    broken = f"{column} is not null and not exists (from raw_vocabulary as word where word.code = {column} and word.kind = {kind})"
    return [Rule(field["name"], cell(column), broken, tuple(parameters), f"a code of {FILE}, of the kind that belongs here")]
