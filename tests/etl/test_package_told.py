"""A data package that is none, or that leads out of its folder, is told in a sentence; what the project asks of its tables stays."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from small import DATA, figure, problems, replaced, write
from typer.testing import CliRunner

from etl.__main__ import app

PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
SOURCES = 1 + [resource["name"] for resource in PACKAGE["resources"]].index("sources")  # its place, counted as a reader does


def with_package(folder: Path, change: Callable[[dict], object]) -> Path:
    """The folder with its own data package: the project's, changed."""
    package = copy.deepcopy(PACKAGE)
    change(package)
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return folder


@pytest.fixture
def told_of(tmp_path):
    def lines(change: Callable[[dict], object], *figures: dict) -> list[str]:
        return problems(with_package(write(tmp_path / "data", list(figures) or [figure()]), change))

    return lines


def resource(package: dict, name: str) -> dict:
    return next(item for item in package["resources"] if item["name"] == name)


def field(package: dict, table: str, name: str) -> dict:
    return next(column for column in resource(package, table)["schema"]["fields"] if column["name"] == name)


NONE = [
    ("{", "text that is no data package (Expecting property name"),
    ("", "text that is no data package (Expecting value"),
    ("[" * 100_000, "text that is no data package (maximum recursion"),
    ("[]", "a list that is empty; expected an object with a list of resources"),
    ("null", "nothing; expected an object"),
    ("12", "a number; expected an object"),
    ('"text"', "text; expected an object"),
]


@pytest.mark.parametrize(("text", "found"), NONE, ids=lambda value: value[:12])
def test_a_file_that_is_no_data_package(told, text, found):
    (line,) = told(spoil=lambda folder: (folder / "datapackage.json").write_text(text, encoding="utf-8"))
    assert line.startswith("datapackage.json: found " + found)


def test_bytes_that_are_no_text_and_a_folder_of_that_name(told, tmp_path):
    (line,) = told(spoil=lambda folder: (folder / "datapackage.json").write_bytes(b"\xff\x00\xfe"))
    assert line.startswith("datapackage.json: found text that is no data package")
    folder = write(tmp_path / "other")
    (folder / "datapackage.json").mkdir()
    assert problems(folder) == ["datapackage.json: found a folder; expected a file: JSON with a list of resources"]


FAULTS = [
    (lambda p: p.update(resources=[]), "column resources: found a list that is empty; expected a list of resources"),
    (lambda p: p.update(resources=[{"type": "json", "path": "land.geojson"}]), "column resources: found no table; expected a list"),
    (lambda p: p.pop("resources"), "column resources: found nothing; expected a list of resources"),
    (lambda p: p.update(resources={"figures": {}}), "column resources: found an object; expected a list of resources"),
    (
        lambda p: p["resources"].append("x.csv"),
        f"column resource {len(PACKAGE['resources']) + 1}: found text; expected an object with path and schema",
    ),
    (lambda p: resource(p, "sources").pop("path"), f"column resource {SOURCES}: found the path None; expected the name of a CSV file"),
    (
        lambda p: resource(p, "sources").pop("schema"),
        "column sources.csv: found the schema nothing; expected an object with a list of fields",
    ),
    (
        lambda p: resource(p, "sources")["schema"].pop("fields"),
        "column sources.csv: found nothing for the fields; expected a list of fields",
    ),
    (
        lambda p: p["resources"].append(resource(p, "sources")),
        "column sources.csv: found the table sources twice; expected each table once",
    ),
    (lambda p: resource(p, "sources").update(path='so"urces.csv'), 'found the file name so"urces; expected letters, digits and _'),
    (lambda p: p["resources"].remove(resource(p, "publishers")), "column sources.csv: found the foreignKey"),
    (
        lambda p: p["resources"].remove(resource(p, "vocabulary")),
        "column resources: found no resource for the table vocabulary; expected one with the path vocabulary.csv",
    ),
    (lambda p: resource(p, "sources").update(type="tabel"), f"column resource {SOURCES}: found the type 'tabel'; expected table, or json"),
    (lambda p: field(p, "figures", "value").update(type="numeral"), "figures.csv, field value: found the type 'numeral'; expected one of"),
    (lambda p: field(p, "figures", "value").update(type="string"), "figures.value: found the type string; expected number, as in every"),
    (lambda p: field(p, "figures", "note").update(name='no"te'), "found the name 'no\"te'; expected letters, digits and _"),
    (lambda p: field(p, "figures", "note").pop("name"), "column figures.csv, field 16: found the name None; expected letters"),
    (lambda p: field(p, "figures", "note").update(name="Value"), "figures.csv, field Value: found the field twice; expected each"),
    (lambda p: field(p, "figures", "note").update(name="remark"), "column figures.note: found no such field; expected the column note"),
    (lambda p: field(p, "figures", "note").update(constraints=[1]), "field note: found constraints that are a list; expected an object"),
    (
        lambda p: field(p, "figures", "note").update(constraints={"minLength": 2}),
        "found the constraint 'minLength'; expected one of required",
    ),
    (lambda p: field(p, "figures", "value").update(constraints={"minimum": "0"}), "found minimum: '0'; expected a value of its kind"),
    (lambda p: field(p, "figures", "value").update(constraints={"required": 1}), "found required: 1; expected a value of its kind"),
    (lambda p: field(p, "figures", "stage").update(constraints={"enum": []}), "found enum: []; expected a value of its kind"),
    (lambda p: resource(p, "sources")["schema"].update(primaryKey="id"), "found the primaryKey 'id'; expected columns of this table"),
    (lambda p: resource(p, "figures")["schema"].update(foreignKeys=[{"fields": "event"}]), 'found the foreignKey {"fields": "event"}'),
    (lambda p: p.update(synthetic="yes"), "column synthetic: found 'yes'; expected true or false, without quotes"),
]


@pytest.mark.parametrize(("change", "line"), FAULTS, ids=range(len(FAULTS)))
def test_what_is_missing_or_of_the_wrong_kind_is_told_with_its_place(told_of, change, line):
    (only,) = told_of(change)
    assert only.startswith("datapackage.json, column ") and line in only


@pytest.mark.parametrize("pattern", ["[", "(?=x)", "a{2,1}", "*"])
def test_a_pattern_that_the_database_can_not_read(told_of, pattern):
    def change(package: dict) -> None:
        package["resources"].append({"path": "more.csv", "schema": {"fields": [{"name": "code", "constraints": {"pattern": pattern}}]}})

    (line,) = told_of(change)
    assert (
        line.startswith(f"datapackage.json, column more.code: found the pattern '{pattern}' (") and "expected a regular expression" in line
    )


OUTSIDE = ["../sources.csv", "sub/../../sources.csv", "/etc/sources.csv", "C:\\sources.csv", "..\\sources.csv", "x" * 5000 + "/sources.csv"]


@pytest.mark.parametrize("path", [*OUTSIDE, "a\0/sources.csv"], ids=lambda path: path[:24])
def test_a_path_out_of_the_folder_is_told_and_not_opened(told_of, tmp_path, path):
    (tmp_path / "sources.csv").write_text("secret\n", encoding="utf-8")
    (line,) = told_of(lambda package: resource(package, "sources").update(path=path))
    assert line.startswith("datapackage.json, column resources: found a path that leads out of the folder or nowhere: ")
    assert "secret" not in line


@pytest.mark.parametrize("file", ["sources.csv", "corrections.yaml", "datapackage.json"])
def test_a_link_out_of_the_folder_is_told_and_not_opened(tmp_path, file):
    folder = with_package(write(tmp_path / "data"), lambda package: None)
    (folder / file).rename(tmp_path / file)
    (tmp_path / file).write_text("secret", encoding="utf-8")
    (folder / file).symlink_to(tmp_path / file)
    (line,) = problems(folder)
    assert "leads out of the folder" in line and "secret" not in line


def test_a_link_within_the_folder_is_followed(tmp_path):
    folder = write(tmp_path / "data")
    (folder / "now").mkdir()
    (folder / "sources.csv").rename(folder / "now" / "sources.csv")
    (folder / "sources.csv").symlink_to(folder / "now" / "sources.csv")
    assert problems(folder) == []


def test_a_table_more_is_checked_as_its_own_words_ask(tmp_path):
    def change(package: dict) -> None:
        code = {"name": "code", "type": "integer", "constraints": {"maximum": 5}}
        package["resources"].append({"path": "more.csv", "schema": {"fields": [code]}})

    folder = with_package(write(tmp_path / "data"), change)
    (folder / "more.csv").write_text("code\n5\n6\n", encoding="utf-8")
    assert problems(folder) == ["more.csv, row 3, column code: found '6'; expected a number of at most 5"]


def test_what_the_project_asks_of_its_tables_can_not_be_taken_back(told_of):
    def loosen(package: dict) -> None:
        for item in (item for item in package["resources"] if "schema" in item):
            item["schema"] = {"fields": [{"name": column["name"], "type": column["type"]} for column in item["schema"]["fields"]]}

    lines = told_of(loosen, figure(value="2.000"), figure(region="98"), figure(as_of="9999"), figure(unit="perkara"))
    assert [re.sub(":.*", "", line) for line in lines] == [
        "figures.csv, row 2, column value",
        "figures.csv, row 3, column region",
        "figures.csv, row 4, column as_of",
        "figures.csv, row 5, column unit",
    ]


def test_an_option_more_needs_a_word_in_the_vocabulary(told_of, tmp_path):
    def change(package: dict) -> None:
        field(package, "figures", "unit")["constraints"]["enum"].append("surat")

    (line,) = told_of(change, figure(unit="surat"))
    assert line.startswith("vocabulary.csv, column code surat: found no row for the unit 'surat'")
    replaced("vocabulary.csv", "unit,kasus,1", "unit,surat,9,Surat,Letter,Surat.,Letter.\nunit,kasus,1")(tmp_path / "data")
    assert problems(tmp_path / "data") == []


def test_the_command_line_says_it_without_a_traceback(tmp_path):
    folder = with_package(write(tmp_path / "data"), lambda package: resource(package, "sources").update(path="../sources.csv"))
    for command in (["check", "--data", folder], ["build", "--data", folder, "--out", tmp_path / "out", "--geo", tmp_path / "geo"]):
        result = CliRunner().invoke(app, list(map(str, command)))
        assert result.exit_code == 1 and "leads out of the folder" in result.stderr
        assert "Traceback" not in result.output and not isinstance(result.exception, Exception)
