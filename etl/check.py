"""Check: every rule of `datapackage.json` and of `sql/check.sql`, each as one query over a whole table."""

from pathlib import Path

import duckdb

from etl.extract import Resource, resources
from etl.problem import Problem

SQL = Path(__file__).parent / "sql"

# One row per record that breaks the rule: its row number and the text found.
_RULE = 'select row_number, {value} as found from "raw_{table}" where {broken}'


def check(con: duckdb.DuckDBPyConnection, data_dir: Path) -> list[Problem]:
    """Problems in the extracted tables: structure first (types, keys), then the rules of the domain."""
    problems: list[Problem] = []
    for resource in resources(data_dir):
        for field in resource.schema["fields"]:
            problems += _check_field(con, resource, field)
        problems += _check_primary_key(con, resource)
        for key in resource.schema.get("foreignKeys", []):
            problems += _check_foreign_key(con, resource, key)
    rows = con.execute((SQL / "check.sql").read_text(encoding="utf-8")).fetchall()
    return problems + [Problem(*row) for row in rows]


def _check_field(con: duckdb.DuckDBPyConnection, resource: Resource, field: dict) -> list[Problem]:
    """One column against its type and constraints. A value that fails its type is not judged further."""
    column = _quoted(field["name"])
    constraints = field.get("constraints", {})
    kind = field.get("type", "string")
    rules: list[tuple[str, list, str]] = []
    if constraints.get("required"):
        rules.append((f"{column} is null", [], "a value: this column may not be empty"))
    if kind in ("integer", "number"):
        numeral = r"[+-]?\d+" if kind == "integer" else r"[+-]?\d+(\.\d+)?"
        expected = "a whole number such as 1194" if kind == "integer" else "a number such as 1194 or 12.5"
        rules.append((f"not regexp_full_match({column}, ?)", [numeral], expected))
        for bound, operator, words in (("minimum", "<", "at least"), ("maximum", ">", "at most")):
            if bound in constraints:
                limit = constraints[bound]
                rules.append((f"try_cast({column} as double) {operator} ?", [limit], f"a number of {words} {limit}"))
    if kind == "date":
        broken = rf"not regexp_full_match({column}, '\d{{4}}-\d{{2}}-\d{{2}}') or try_cast({column} as date) is null"
        rules.append((f"{column} is not null and ({broken})", [], "a day of the calendar as YYYY-MM-DD"))
    if "enum" in constraints:
        options = [str(option) for option in constraints["enum"]]
        rules.append((f"not list_contains(?, {column})", [options], "one of " + ", ".join(options)))
    if "pattern" in constraints:
        expected = field.get("example") and f"text like {field['example']}" or f"text of the form {constraints['pattern']}"
        rules.append((f"not regexp_full_match({column}, ?)", [constraints["pattern"]], expected))
    if constraints.get("unique"):
        rules.append((f"{column} in (select {column} from \"raw_{resource.name}\" group by 1 having count(*) > 1)", [], "a value that occurs once"))
    return [
        problem
        for broken, parameters, expected in rules
        for problem in _run(con, resource, field["name"], column, broken, parameters, expected)
    ]


def _check_primary_key(con: duckdb.DuckDBPyConnection, resource: Resource) -> list[Problem]:
    key = resource.schema.get("primaryKey") or []
    names = [key] if isinstance(key, str) else key
    if not names:
        return []
    columns = ", ".join(map(_quoted, names))
    value = f"concat_ws(' | ', {columns})"
    broken = (
        f'row_number in (select row_number from "raw_{resource.name}" '
        f"qualify row_number() over (partition by {columns} order by row_number) > 1)"
    )
    return _run(con, resource, ", ".join(names), value, broken, [], "a key that no earlier row has")


def _check_foreign_key(con: duckdb.DuckDBPyConnection, resource: Resource, key: dict) -> list[Problem]:
    column = key["fields"] if isinstance(key["fields"], str) else key["fields"][0]
    reference = key["reference"]
    target = reference["fields"] if isinstance(reference["fields"], str) else reference["fields"][0]
    table = reference.get("resource") or resource.name
    broken = (
        f"{_quoted(column)} is not null and {_quoted(column)} not in "
        f'(select {_quoted(target)} from "raw_{table}" where {_quoted(target)} is not null)'
    )
    return _run(con, resource, column, _quoted(column), broken, [], f"a {target} of {table}.csv")


def _run(con, resource: Resource, column: str, value: str, broken: str, parameters: list, expected: str) -> list[Problem]:
    query = _RULE.format(value=value, table=resource.name, broken=broken)
    rows = con.execute(query, parameters).fetchall()
    return [Problem(resource.path.name, row, column, _shown(found), expected) for row, found in rows]


def _shown(found: str | None) -> str:
    return "nothing" if found is None else f"'{found}'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
