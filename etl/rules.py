"""Rules: what `datapackage.json` asks of one column, as conditions in SQL that no row may fulfil."""

import re
from dataclasses import dataclass
from datetime import date

from etl.package import Resource

EARLIEST = "1945-08-17"  # an earlier date is a slip of the keyboard: 0202-12-09
FIRST_ELECTION = "2005-01-01"  # the first direct Pilkada was in June 2005
YEARS_AHEAD = 10
PARTIAL_DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
# A cell of several codes: the same alternatives once, then any number of times after a blank.
SEVERAL_CODES = re.compile(r"\^\(([a-z_|]+)\)\( \(\1\)\)\*\$")
# Only one way to write a number, so that none can be read in two.
WHOLE = r"0|-?[1-9][0-9]*"
DECIMAL = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"
# Type of the data package: how it is written, the SQL type that must hold it, and how to say so.
NUMBERS = {
    "integer": (WHOLE, "bigint", "a whole number such as 1194, in digits only"),
    "number": (DECIMAL, "double", "a number such as 1194 or 12.5, with a point before decimals and nothing else but digits"),
}
ADDRESS = "a web address such as https://www.bawaslu.go.id/"
_PORT = r"[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]"
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_LAST = r"[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59}"  # never digits: an address of numbers moves, and is often one's own network
_UNSAFE = r"""["'<>\\^`{|}]|%([^0-9A-Fa-f]|.?$|.[^0-9A-Fa-f])"""
# What is wrong with an address, in the order in which it is told: what to say of it, a form (RE2), and whether it must or must not have it.
_ADDRESS_FAULTS = (
    ("which does not begin with http:// or https://", r"^https?://", True),
    ("with blanks or control characters", r"[\pZ\pC]", False),
    ("with quotes, brackets or other characters that an address writes as % and two digits", _UNSAFE, False),
    ("with a user name or password", r"^https?://[^/?#]*@", False),
    ("with a port that is none", rf"^https?://[^/?#:]*(:({_PORT}))?([/?#].*)?$", True),
    ("whose host is no full name in ASCII letters", rf"^https?://({_LABEL}\.)+({_LAST})\.?([:/?#].*)?$", True),
)


@dataclass(frozen=True)
class Rule:
    """What no row of a table may do: `broken` is SQL with ? for the parameters, `found` is SQL of what to say of such a row."""

    column: str
    found: str
    broken: str
    parameters: tuple
    expected: str
    lacking: str = ""


def field_rules(resource: Resource, field: dict, today: date) -> list[Rule]:
    """One column against its type and constraints. A value that fails its type is not judged further."""
    column = quoted(field["name"])
    constraints = field.get("constraints", {})
    kind = field.get("type", "string")
    rules: list[tuple] = []
    if constraints.get("required"):
        rules.append((f"{column} is null", [], "a value: this column may not be empty"))
    if kind in NUMBERS:
        rules += _number_rules(column, field, kind)
    if kind == "date":
        broken = rf"not regexp_full_match({column}, '\d{{4}}-\d{{2}}-\d{{2}}') or coalesce(try_cast({column} as date) < '{EARLIEST}', true)"
        rules.append((f"{column} is not null and ({broken})", [], "a day of the calendar as YYYY-MM-DD"))
    if "enum" in constraints:
        options = [str(option) for option in constraints["enum"]]
        rules.append((f"not list_contains(?, {column})", [options], "one of " + ", ".join(options)))
    if field.get("format") == "uri":
        rules += _address_rules(column)
    if "pattern" in constraints:
        pattern = constraints["pattern"]
        rules.append((f"not regexp_full_match({column}, ?)", [pattern], _form(field)))
        if pattern == PARTIAL_DATE:
            rules.append((f"{column} is not null and coalesce({_first_day(column)} < '{EARLIEST}', true)", [], _form(field)))
    rules += _day_rules(column, field, today)
    if constraints.get("unique"):
        rules.append((f"{column} is not null and {repeated(resource, column)}", [], "a value that no earlier row has"))
    return [
        Rule(field["name"], found[0] if found else cell(column), broken, tuple(parameters), expected)
        for broken, parameters, expected, *found in rules
    ]


def _number_rules(column: str, field: dict, kind: str) -> list[tuple]:
    """How a number is written. 2.000 is two thousand in Indonesia and two in a database: whole numbers have neither dot nor comma."""
    rules: list[tuple] = []
    apart = field.get("whole_unless")  # {"unit": "persen"}: whole in every row but those
    if apart:
        ((other, exception),) = apart.items()
        numeral, _, expected = NUMBERS["integer"]
        condition = f"{quoted(other)} is distinct from ? and not regexp_full_match({column}, ?)"
        rules.append((condition, [exception, numeral], expected, _readings(column)))
    numeral, type_, expected = NUMBERS[kind]
    broken = f"not regexp_full_match({column}, ?) or coalesce(isinf(try_cast({column} as {type_})::double), true)"
    broken += rf" or regexp_full_match({column}, '-0(\.0*)?')"
    rules.append((f"{column} is not null and ({broken})", [numeral], expected, _readings(column) if kind == "integer" else cell(column)))
    for bound, operator, words in (("minimum", "<", "at least"), ("maximum", ">", "at most")):
        if bound in field.get("constraints", {}):
            limit = field["constraints"][bound]
            rules.append((f"try_cast({column} as double) {operator} ?", [limit], f"a number of {words} {limit}"))
    return rules


def _readings(column: str) -> str:
    """SQL: the cell, and where a dot or comma leaves two readings, both of them."""
    thousands = f"translate({column}, '.,', '')"
    decimals = f"rtrim(rtrim(replace({column}, ',', '.'), '0'), '.')"
    return (
        rf"case when regexp_full_match({column}, '[1-9][0-9]{{0,2}}[.,][0-9]{{3}}') "
        f"then '''' || {column} || ''', which can be ' || {thousands} || ' or ' || {decimals} "
        f"else {cell(column)} end"
    )


def _day_rules(column: str, field: dict, today: date) -> list[tuple]:
    """Days that have been, and days of elections, which may be a few years ahead."""
    when = field.get("when")
    day = _first_day(column)
    if when == "past":
        return [(f"{day} > '{today}'", [], f"a day that is not in the future (today is {today})")]
    if when == "election":
        broken = f"{day} < '{FIRST_ELECTION}' or {day} > date '{today}' + interval {YEARS_AHEAD} year"
        return [(broken, [], f"a day from 2005, when direct elections began, to {YEARS_AHEAD} years from now")]
    return []


def _first_day(column: str) -> str:
    """SQL: the first day of a day, month or year."""
    return f"try_cast({column} || right('-01-01', 10 - length({column})) as date)"


def _address_rules(column: str) -> list[tuple]:
    """The cell is told without a password."""
    told = rf"'''' || regexp_replace({column}, '//[^/?#@]*@', '//…@') || ''''"
    return [
        (f"{column} is not null and {'not ' if must else ''}regexp_matches({column}, ?)", [form], ADDRESS, f"{told} || ', {words}'")
        for words, form, must in _ADDRESS_FAULTS
    ]


def primary_key_rules(resource: Resource) -> list[Rule]:
    key = resource.schema.get("primaryKey") or []
    names = [key] if isinstance(key, str) else key
    if not names:
        return []
    columns = ", ".join(map(quoted, names))
    found = f"'''' || concat_ws(' | ', {columns}) || ''''"
    return [Rule(", ".join(names), found, repeated(resource, columns), (), "a key that no earlier row has")]


def repeated(resource: Resource, columns: str) -> str:
    """SQL: an earlier row has the same values in these columns."""
    return (
        f'row_number in (select row_number from "raw_{resource.name}" '
        f"qualify row_number() over (partition by {columns} order by row_number) > 1)"
    )


def foreign_key_rule(resource: Resource, key: dict) -> Rule:
    column = key["fields"] if isinstance(key["fields"], str) else key["fields"][0]
    table, target = target_of(resource, key)
    broken = (
        f"{quoted(column)} is not null and {quoted(column)} not in "
        f'(select {quoted(target)} from "raw_{table}" where {quoted(target)} is not null)'
    )
    return Rule(column, cell(quoted(column)), broken, (), f"a {target} of {table}.csv", lacking=f"{table}.csv")


def target_of(resource: Resource, key: dict) -> tuple[str, str]:
    """Table and column that a foreign key points to."""
    reference = key["reference"]
    target = reference["fields"] if isinstance(reference["fields"], str) else reference["fields"][0]
    return reference.get("resource") or resource.name, target


def several_codes(field: dict) -> list[str]:
    """The codes of a column that may hold several at once; none for any other column."""
    several = SEVERAL_CODES.fullmatch(field.get("constraints", {}).get("pattern", ""))
    return several[1].split("|") if several else []


def _form(field: dict) -> str:
    """What a patterned column expects, in words and not as an expression."""
    if field["constraints"]["pattern"] == PARTIAL_DATE:
        return "a day, month or year of the calendar: 2020-12-19, 2020-12 or 2020"
    if codes := several_codes(field):
        return "one or several of " + ", ".join(codes) + ", set apart by single blanks"
    if field.get("example"):
        return f"text like {field['example']}"
    return f"text of the form {field['constraints']['pattern']}"


def cell(column: str) -> str:
    """SQL: a cell as it is told."""
    return f"coalesce('''' || {column} || '''', 'nothing')"


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
