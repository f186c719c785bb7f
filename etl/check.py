"""Check: every rule of `datapackage.json` and of `sql/check.sql`, each as one query over a whole table."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb

from etl.package import Resource, resources
from etl.problem import Problem
from etl.rules import Rule, field_rules, foreign_key_rule, primary_key_rules, target_of
from etl.words import options_without_words, word_rules

SQL = Path(__file__).parent / "sql"


def today_in_indonesia(now: datetime | None = None) -> date:
    """The day where it begins first, in Papua: a figure of this morning is not of the future on a server that is hours behind."""
    return ((now or datetime.now(UTC)).astimezone(UTC) + timedelta(hours=9)).date()


def check(con: duckdb.DuckDBPyConnection, data_dir: Path, incomplete: Collection[str] = (), today: date | None = None) -> list[Problem]:
    """Problems in the extracted tables: structure first (types, keys), then the rules of the domain.

    A cell is reported once, by the first rule that it breaks. No row of another
    table is reported for pointing into a table that is `incomplete`.
    """
    problems: list[Problem] = []
    tables = resources(data_dir)
    for resource in tables:
        rules = [rule for field in resource.schema["fields"] for rule in field_rules(resource, field, today or today_in_indonesia())]
        rules += primary_key_rules(resource)
        for key in resource.schema.get("foreignKeys", []):
            if target_of(resource, key)[0] not in incomplete:
                rules.append(foreign_key_rule(resource, key))
        if "vocabulary" not in incomplete:
            rules += [rule for field in resource.schema["fields"] for rule in word_rules(field)]
        problems += _broken(con, resource, rules)
    rows = con.execute((SQL / "check.sql").read_text(encoding="utf-8")).fetchall()
    problems += [Problem(*row) for row in rows if Path(row[-1]).stem not in incomplete]
    first_of_cell = {(problem.file, problem.row, problem.column): problem for problem in reversed(problems)}
    return [*first_of_cell.values(), *([] if "vocabulary" in incomplete else options_without_words(con, tables))]


def _broken(con: duckdb.DuckDBPyConnection, resource: Resource, rules: list[Rule]) -> list[Problem]:
    """One row a rule and record that breaks it, in the order of the rules; one query for the whole table."""
    query = " union all ".join(
        f'select {place} as rule, row_number, {rule.found} as found from "raw_{resource.name}" where {rule.broken}'
        for place, rule in enumerate(rules)
    )
    parameters = [parameter for rule in rules for parameter in rule.parameters]
    rows = con.execute(f"select * from ({query}) order by rule, row_number", parameters).fetchall()
    told = [(rules[place], row, found) for place, row, found in rows]
    return [Problem(resource.path.name, row, rule.column, found, rule.expected, rule.lacking) for rule, row, found in told]
