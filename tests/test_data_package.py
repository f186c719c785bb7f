"""The published tables are what `datapackage.json` says they are."""

import csv
import json
import re

import pytest
from frictionless import Package

from tests.helpers import DATA

DESCRIBED = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]
RESOURCES = [resource for resource in DESCRIBED if resource["type"] == "table"]


def test_frictionless_finds_nothing_wrong():
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])


def test_every_table_is_described_and_every_described_table_is_there():
    assert {resource["path"] for resource in RESOURCES} == {file.name for file in DATA.glob("*.csv")}
    others = {resource["path"] for resource in DESCRIBED if resource not in RESOURCES}
    assert others == {file.name for file in DATA.glob("*.geojson")}


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["name"])
def test_every_column_has_a_sentence_and_every_pattern_an_example(resource):
    with (DATA / resource["path"]).open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == header
    for field in fields:
        assert field["description"].strip() and field["title"].strip()
        if "pattern" in field.get("constraints", {}):
            assert re.fullmatch(field["constraints"]["pattern"], field["example"])


def test_readme_counts_the_rows_as_they_are():
    printed = dict(re.findall(r"^\| `(\w+)\.csv` \|[^|]*\|\s*([\d,]+) \|", (DATA / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    for resource in RESOURCES:
        with (DATA / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert int(printed[resource["name"]].replace(",", "")) == sum(1 for _ in csv.reader(file)) - 1, resource["name"]


def test_every_column_of_codes_names_the_kind_of_their_words():
    with (DATA / "vocabulary.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)}
    tables = [resource for resource in RESOURCES if "schema" in resource and resource["name"] != "vocabulary"]
    codes = [(table["name"], field) for table in tables for field in table["schema"]["fields"] if "enum" in field.get("constraints", {})]
    silent = [
        (table, field["name"])
        for table, field in codes
        if "vocabulary" not in field and any(kind == field["name"] or kind.endswith("_" + field["name"]) for kind in kinds)
    ]
    assert len(codes) > 15 and silent == []


def test_every_day_says_when_it_may_be_or_belongs_to_a_law():
    days = {
        (resource["name"], field["name"])
        for resource in RESOURCES
        for field in resource.get("schema", {}).get("fields", [])
        if (field["type"] == "date" or field.get("constraints", {}).get("pattern", "").startswith("^[0-9]{4}(-")) and "when" not in field
    }
    assert {table for table, _ in days} == {"sanctions", "laws"}


def test_every_remark_has_both_languages():
    """Of figures, laws, elections held and counts of civil servants; publishers and aliases are for compilers only."""
    tables = {}
    for table in ("figures", "notes", "sanctions", "violations", "laws", "participation", "workforce"):
        with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            tables[table] = list(csv.DictReader(file))
    notes = tables.pop("notes")
    corrected = {"national Bawaslu figure; the seed text 000 gives the same number for Pilkada 2018 in Kabupaten Probolinggo"}
    remarks = {row["note"] for rows in tables.values() for row in rows} - {""}
    assert remarks - {row["note"] for row in notes} == corrected
    # "September 2024" alone is alike in both
    assert [row["note"] for row in notes if row["note_id"] == row["note_en"]] == ["September 2024"]


def test_every_label_of_a_breakdown_has_english():
    with (DATA / "figures.csv").open(encoding="utf-8", newline="") as file:
        printed = {row["category"] for row in csv.DictReader(file)} - {""}
    with (DATA / "labels.csv").open(encoding="utf-8", newline="") as file:
        told = {row["category"]: row["category_en"] for row in csv.DictReader(file)}
    assert printed == set(told)
    # alike in both: names of places, and a word that both languages have
    alike = {label for label, english in told.items() if label == english}
    assert alike == {"Kecamatan Muara Komam", "Kecamatan Muara Samu", "Kecamatan Tanah Grogot", "administrator"}


def test_built_tables_hold_every_remark_in_both_languages(store):
    for table in ("sanction", "violation", "law", "participation", "workforce"):
        told = store._connection.execute(f"select note, note_id, note_en from {table} where note is not null").fetchdf()
        assert len(told) > 5 and (told["note_id"] != told["note_en"]).all(), table
