"""The data package of a folder: which tables it has and what each column may hold. What is no data package is told in sentences.

A folder's own `datapackage.json` may add tables, columns and words; what the project asks of its own tables holds in every folder.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb

from etl.problem import BadInput, Problem

FILE = "datapackage.json"
PACKAGED_SCHEMA = Path(__file__).resolve().parent.parent / "data" / FILE
TYPES = ("string", "integer", "number", "date")
WITHIN = "a file of the data folder itself, with / between folders: nothing outside of it is opened"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Keys of a constraint and what their values must be.
CONSTRAINTS = {"required": bool, "unique": bool, "minimum": (int, float), "maximum": (int, float), "enum": list, "pattern": str}
# What a folder's own data package can't take back from a column of the project. Its own options (enum) stand, if the vocabulary knows them.
KEPT = ("type", "format", "when", "whole_unless", "vocabulary")


@dataclass(frozen=True)
class Resource:
    """One table of the data package: its name (the stem of its file), its file, its schema (Frictionless) and what else is said of it."""

    name: str
    path: Path
    schema: dict
    said: dict

    @property
    def columns(self) -> list[str]:
        return [field["name"] for field in self.schema["fields"]]


class _Unfit(Exception):
    """Something in the data package is not as it must be: place, found, expected."""


def resources(data_dir: Path) -> list[Resource]:
    """The tables that `datapackage.json` describes (the project's own where DIR has none). Raises BadInput."""
    found = []
    for item in _package(data_dir)["resources"]:
        path = inside(data_dir, item["path"])
        if path is None:
            raise BadInput([Problem(FILE, 0, "resources", f"a path that leads out of the folder or nowhere: '{item['path']}'", WITHIN)])
        found.append(Resource(path.stem, path, item["schema"], {key: value for key, value in item.items() if key != "schema"}))
    return found


def check_patterns(con: duckdb.DuckDBPyConnection, tables: list[Resource]) -> None:
    """Ask the database, which is to use the patterns, whether it can. Raises BadInput."""
    problems, known = [], {}
    for resource in tables:
        for field in resource.schema["fields"]:
            pattern = field.get("constraints", {}).get("pattern")
            if pattern is None:
                continue
            if pattern not in known:
                known[pattern] = _fault(con, pattern)
            if known[pattern]:
                found = f"the pattern '{pattern}' ({known[pattern]})"
                problems.append(Problem(FILE, 0, f"{resource.name}.{field['name']}", found, "a regular expression (RE2)"))
    if problems:
        raise BadInput(problems)


def _fault(con: duckdb.DuckDBPyConnection, pattern: str) -> str:
    try:
        con.execute("select regexp_full_match('', ?)", [pattern]).fetchall()
    except duckdb.Error as error:
        return str(error)
    return ""


def is_synthetic(data_dir: Path) -> bool:
    """Does the data package say of itself that its figures are made up (`"synthetic": true`)?"""
    return _package(data_dir).get("synthetic", False)


def inside(data_dir: Path, name: str) -> Path | None:
    """The file of this name in the folder, or None where the name, or a link on the way, leads out of it or nowhere."""
    if "\\" in name or ":" in name:  # a way out on Windows: refused everywhere, so that a folder means the same everywhere
        return None
    path = data_dir / name
    try:
        path.is_file()
        return path if path.resolve().is_relative_to(data_dir.resolve()) and not Path(name).is_absolute() else None
    except (OSError, ValueError, RuntimeError):  # a name too long, with NUL, a circle of links
        return None


def _package(data_dir: Path) -> dict:
    own = inside(data_dir, FILE)
    if own is None:
        raise BadInput([Problem(FILE, 0, "", "a link that leads out of the folder", "a file of the data folder itself")])
    if own.is_dir():
        raise BadInput([Problem(FILE, 0, "", "a folder", "a file: JSON with a list of resources")])
    if not own.exists() or own.resolve() == PACKAGED_SCHEMA:
        return _read(PACKAGED_SCHEMA.read_bytes())
    return _own(own.read_bytes())


@lru_cache(maxsize=4)
def _read(content: bytes) -> dict:
    """The data package in a file, checked. Raises BadInput."""
    try:
        package = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadInput(
            [Problem(FILE, 0, "", f"text that is no data package ({error})", "JSON with a list of resources, each with path and schema")]
        ) from None
    try:
        _check_package(package)
    except _Unfit as unfit:
        raise BadInput([Problem(FILE, 0, *unfit.args)]) from None
    return {**package, "resources": _tables(package["resources"])}


def _tables(items: list[dict]) -> list[dict]:
    """What is no table (the land of the map) is described beside the tables and read by those who need it."""
    return [item for item in items if item.get("type", "table") == "table"]


@lru_cache(maxsize=4)
def _own(content: bytes) -> dict:
    """A folder's own data package, with what the project asks of its own tables."""
    own, project = _read(content), _read(PACKAGED_SCHEMA.read_bytes())
    described = {Path(item["path"]).stem: item for item in own["resources"]}
    problems: list[Problem] = []
    for item in project["resources"]:
        table = Path(item["path"]).stem
        if table not in described:
            problems.append(Problem(FILE, 0, "resources", f"no resource for the table {table}", f"one with the path {item['path']}"))
            continue
        described[table] = _with_rules(described[table], item, problems)
    if problems:
        raise BadInput(problems)
    return {**own, "resources": list(described.values())}


def _with_rules(own: dict, project: dict, problems: list[Problem]) -> dict:
    """The resource with the rules of the project's columns added."""
    table = Path(project["path"]).stem
    fields = {field["name"]: field for field in own["schema"]["fields"]}
    for field in project["schema"]["fields"]:
        name = field["name"]
        place = f"{table}.{name}"
        if name not in fields:
            problems.append(Problem(FILE, 0, place, "no such field", f"the column {name}, of type {field['type']}"))
        elif fields[name].get("type", "string") != field["type"]:
            problems.append(
                Problem(FILE, 0, place, f"the type {fields[name].get('type', 'string')}", f"{field['type']}, as in every folder")
            )
        else:
            asked = field.get("constraints", {})
            options = fields[name].get("constraints", {}).get("enum") or asked.get("enum")
            limits = {**fields[name].get("constraints", {}), **asked, **({"enum": options} if options else {})}
            fields[name] = {**fields[name], **{key: field[key] for key in KEPT if key in field}, "constraints": limits}
    asked = {key: value for key, value in project["schema"].items() if key in ("primaryKey", "foreignKeys")}
    schema = {**own["schema"], **asked, "fields": list(fields.values())}
    return {**project, **own, "schema": schema, **{key: project[key] for key in ("assigned", "may_be_empty") if key in project}}


def _check_package(package: object) -> None:
    """Raise _Unfit where something is missing or not of its kind."""
    _must(isinstance(package, dict), "", f"{_kind(package)}", "an object with a list of resources")
    _must(isinstance(package.get("synthetic", False), bool), "synthetic", repr(package.get("synthetic")), "true or false, without quotes")
    items = package.get("resources")
    _must(isinstance(items, list) and items, "resources", _kind(items), "a list of resources, each with path and schema")
    names: list[str] = []
    for place, item in enumerate(items, 1):
        _must(isinstance(item, dict), f"resource {place}", _kind(item), "an object with path and schema")
        path = item.get("path")
        kind = item.get("type", "table")
        _must(kind in ("table", "json"), f"resource {place}", f"the type {kind!r}", "table, or json for what is none")
        _must(isinstance(path, str) and path, f"resource {place}", f"the path {path!r}", "the name of a CSV file of this folder")
        _must("\\" not in path and ":" not in path, "resources", f"a path that leads out of the folder or nowhere: '{path}'", WITHIN)
        table = Path(path).stem
        _must(NAME.fullmatch(table), path, f"the file name {table}", "letters, digits and _, beginning with a letter")
        _must(table.lower() not in names, path, f"the table {table} twice", "each table once")
        names.append(table.lower())
        if kind == "table":
            _check_schema(path, item.get("schema"))
    _must(_tables(items), "resources", "no table", "a list of resources, each with path and schema")
    columns = {Path(item["path"]).stem: {field["name"] for field in item["schema"]["fields"]} for item in _tables(items)}
    for item in _tables(items):
        _check_keys(item["path"], item["schema"], Path(item["path"]).stem, columns)


def _check_schema(path: str, schema: object) -> None:
    _must(isinstance(schema, dict), path, f"the schema {_kind(schema)}", "an object with a list of fields")
    fields = schema.get("fields")
    _must(isinstance(fields, list) and fields, path, f"{_kind(fields)} for the fields", "a list of fields, each with name and type")
    names: list[str] = []
    for number, field in enumerate(fields, 1):
        _must(isinstance(field, dict), f"{path}, field {number}", _kind(field), "an object with name and type")
        name = field.get("name")
        fits = isinstance(name, str) and NAME.fullmatch(name) and name.lower() != "row_number"
        _must(fits, f"{path}, field {number}", f"the name {name!r}", "letters, digits and _, beginning with a letter")
        _must(name.lower() not in names, f"{path}, field {name}", "the field twice", "each field once")
        names.append(name.lower())
        kind = field.get("type", "string")
        _must(kind in TYPES, f"{path}, field {name}", f"the type {kind!r}", "one of " + ", ".join(TYPES))
        _check_constraints(f"{path}, field {name}", field.get("constraints", {}))


def _check_constraints(place: str, constraints: object) -> None:
    _must(isinstance(constraints, dict), place, f"constraints that are {_kind(constraints)}", "an object")
    for key, value in constraints.items():
        _must(key in CONSTRAINTS, place, f"the constraint {key!r}", "one of " + ", ".join(CONSTRAINTS))
        fits = isinstance(value, CONSTRAINTS[key]) and (isinstance(value, bool) == (CONSTRAINTS[key] is bool))
        _must(fits and value != [], place, f"{key}: {value!r}", "a value of its kind: true or false, a number, options or text")


def _check_keys(path: str, schema: dict, table: str, columns: dict[str, set]) -> None:
    own = columns[table]
    primary = _names(schema.get("primaryKey", []))
    _must(primary is not None and set(primary) <= own, path, f"the primaryKey {schema.get('primaryKey')!r}", "columns of this table")
    keys = schema.get("foreignKeys", [])
    _must(isinstance(keys, list), path, f"foreignKeys that are {_kind(keys)}", "a list")
    for key in keys:
        reference = key.get("reference") if isinstance(key, dict) else None
        fits = isinstance(reference, dict)
        source = _names(key.get("fields")) if fits else None
        target = _names(reference.get("fields")) if fits else None
        there = columns.get(reference.get("resource") or table, set()) if fits else set()
        fits = source and target and len(source) == len(target) == 1 and set(source) <= own and set(target) <= there
        _must(
            fits, path, f"the foreignKey {json.dumps(key)}", "one field of this table, and one of a table of this package as its reference"
        )


def _names(value: object) -> list[str] | None:
    """A name or a list of names, as a list."""
    listed = [value] if isinstance(value, str) else value
    return listed if isinstance(listed, list) and all(isinstance(name, str) for name in listed) else None


def _must(fits: object, place: str, found: str, expected: str) -> None:
    if not fits:
        raise _Unfit(place, found, expected)


def _kind(value: object) -> str:
    """What stands there, in a word, for what is not of the kind it should be."""
    kinds = ((type(None), "nothing"), (dict, "an object"), (list, "a list"), (bool, "true or false"), (str, "text"))
    word = next((word for kind, word in kinds if isinstance(value, kind)), "a number")
    return f"{word} that is empty" if value in ({}, [], "") else word
