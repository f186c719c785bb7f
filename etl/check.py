"""Check: every rule of `datapackage.json` and of `sql/check.sql`, each as one query over a whole table."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.extract import Resource, resources
from etl.problem import Problem

SQL = Path(__file__).parent / "sql"

EARLIEST = "1945-08-17"  # an earlier date is a slip of the keyboard: 0202-12-09
PARTIAL_DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
# A cell of several codes: the same alternatives once, then any number of times after a blank.
SEVERAL_CODES = re.compile(r"\^\(([a-z_|]+)\)\( \(\1\)\)\*\$")
# Type of the data package: how it is written, the SQL type that must hold it, and how to say so.
NUMBERS = {
    "integer": (r"[+-]?\d+", "bigint", "a whole number such as 1194"),
    "number": (r"[+-]?\d+(\.\d+)?", "double", "a number such as 1194 or 12.5"),
}


@dataclass(frozen=True)
class Rule:
    """What no row of a table may do: `broken` is SQL with ? for the parameters, `value` is what to show of such a row."""

    column: str
    value: str
    broken: str
    parameters: tuple
    expected: str


def check(con: duckdb.DuckDBPyConnection, data_dir: Path, incomplete: Collection[str] = ()) -> list[Problem]:
    """Problems in the extracted tables: structure first (types, keys), then the rules of the domain.

    A cell is reported once, by the first rule that it breaks. No row of another
    table is reported for pointing into a table that is `incomplete`.
    """
    problems: list[Problem] = []
    for resource in resources(data_dir):
        rules = [rule for field in resource.schema["fields"] for rule in _field_rules(resource, field)]
        rules += _primary_key_rules(resource)
        for key in resource.schema.get("foreignKeys", []):
            if _target(resource, key)[0] not in incomplete:
                rules.append(_foreign_key_rule(resource, key))
        problems += _broken(con, resource, rules)
    rows = con.execute((SQL / "check.sql").read_text(encoding="utf-8")).fetchall()
    problems += [Problem(*row) for row in rows]
    if "vocabulary" not in incomplete:
        problems += _check_vocabulary(con, data_dir)
    first_of_cell = {(problem.file, problem.row, problem.column): problem for problem in reversed(problems)}
    return list(first_of_cell.values())


def _field_rules(resource: Resource, field: dict) -> list[Rule]:
    """One column against its type and constraints. A value that fails its type is not judged further."""
    column = _quoted(field["name"])
    constraints = field.get("constraints", {})
    kind = field.get("type", "string")
    rules: list[tuple[str, list, str]] = []
    if constraints.get("required"):
        rules.append((f"{column} is null", [], "a value: this column may not be empty"))
    if kind in ("integer", "number"):
        numeral, type_, expected = NUMBERS[kind]
        broken = f"not regexp_full_match({column}, ?) or coalesce(isinf(try_cast({column} as {type_})::double), true)"
        rules.append((f"{column} is not null and ({broken})", [numeral], expected))
        for bound, operator, words in (("minimum", "<", "at least"), ("maximum", ">", "at most")):
            if bound in constraints:
                limit = constraints[bound]
                rules.append((f"try_cast({column} as double) {operator} ?", [limit], f"a number of {words} {limit}"))
    if kind == "date":
        broken = rf"not regexp_full_match({column}, '\d{{4}}-\d{{2}}-\d{{2}}') or coalesce(try_cast({column} as date) < '{EARLIEST}', true)"
        rules.append((f"{column} is not null and ({broken})", [], "a day of the calendar as YYYY-MM-DD"))
    if "enum" in constraints:
        options = [str(option) for option in constraints["enum"]]
        rules.append((f"not list_contains(?, {column})", [options], "one of " + ", ".join(options)))
    if "pattern" in constraints:
        pattern = constraints["pattern"]
        rules.append((f"not regexp_full_match({column}, ?)", [pattern], _form(field)))
        if pattern == PARTIAL_DATE:
            earliest = f"try_cast({column} || right('-01-01', 10 - length({column})) as date) < '{EARLIEST}'"
            rules.append((f"{column} is not null and coalesce({earliest}, true)", [], _form(field)))
    if constraints.get("unique"):
        rules.append((f"{column} is not null and {_repeated(resource, column)}", [], "a value that no earlier row has"))
    return [Rule(field["name"], column, broken, tuple(parameters), expected) for broken, parameters, expected in rules]


def _primary_key_rules(resource: Resource) -> list[Rule]:
    key = resource.schema.get("primaryKey") or []
    names = [key] if isinstance(key, str) else key
    if not names:
        return []
    columns = ", ".join(map(_quoted, names))
    value = f"concat_ws(' | ', {columns})"
    return [Rule(", ".join(names), value, _repeated(resource, columns), (), "a key that no earlier row has")]


def _repeated(resource: Resource, columns: str) -> str:
    """SQL: an earlier row has the same values in these columns."""
    return (
        f'row_number in (select row_number from "raw_{resource.name}" '
        f"qualify row_number() over (partition by {columns} order by row_number) > 1)"
    )


def _foreign_key_rule(resource: Resource, key: dict) -> Rule:
    column = key["fields"] if isinstance(key["fields"], str) else key["fields"][0]
    table, target = _target(resource, key)
    broken = (
        f"{_quoted(column)} is not null and {_quoted(column)} not in "
        f'(select {_quoted(target)} from "raw_{table}" where {_quoted(target)} is not null)'
    )
    return Rule(column, _quoted(column), broken, (), f"a {target} of {table}.csv")


def _target(resource: Resource, key: dict) -> tuple[str, str]:
    """Table and column that a foreign key points to."""
    reference = key["reference"]
    target = reference["fields"] if isinstance(reference["fields"], str) else reference["fields"][0]
    return reference.get("resource") or resource.name, target


def _check_vocabulary(con: duckdb.DuckDBPyConnection, data_dir: Path) -> list[Problem]:
    """A stage, unit or counter without words would drop out of every comparison."""
    (figures,) = (resource for resource in resources(data_dir) if resource.name == "figures")
    codes = [
        (field["name"], option)
        for field in figures.schema["fields"]
        if field["name"] in ("stage", "unit", "counted_by", "note_kind")
        for option in field.get("constraints", {}).get("enum", _several_codes(field))
    ]
    known = set(con.execute("select kind, code from raw_vocabulary").fetchall())
    expected = "a row for every code that figures.csv may hold"
    return [
        Problem("vocabulary.csv", 0, f"code {code}", f"no row for the {kind} '{code}'", expected)
        for kind, code in codes
        if (kind, code) not in known
    ]


def _form(field: dict) -> str:
    """What a patterned column expects, in words and not as an expression."""
    if field["constraints"]["pattern"] == PARTIAL_DATE:
        return "a day, month or year of the calendar: 2020-12-19, 2020-12 or 2020"
    if codes := _several_codes(field):
        return "one or several of " + ", ".join(codes) + ", set apart by single blanks"
    if field.get("example"):
        return f"text like {field['example']}"
    return f"text of the form {field['constraints']['pattern']}"


def _several_codes(field: dict) -> list[str]:
    """The codes of a column that may hold several at once; none for any other column."""
    several = SEVERAL_CODES.fullmatch(field.get("constraints", {}).get("pattern", ""))
    return several[1].split("|") if several else []


def _broken(con: duckdb.DuckDBPyConnection, resource: Resource, rules: list[Rule]) -> list[Problem]:
    """One row a rule and record that breaks it, in the order of the rules; one query for the whole table."""
    query = " union all ".join(
        f'select {place} as rule, row_number, {rule.value} as found from "raw_{resource.name}" where {rule.broken}'
        for place, rule in enumerate(rules)
    )
    parameters = [parameter for rule in rules for parameter in rule.parameters]
    rows = con.execute(f"select * from ({query}) order by rule, row_number", parameters).fetchall()
    return [Problem(resource.path.name, row, rules[place].column, _shown(found), rules[place].expected) for place, row, found in rows]


def _shown(found: str | None) -> str:
    return "nothing" if found is None else f"'{found}'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
