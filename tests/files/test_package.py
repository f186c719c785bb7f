"""The data package: `frictionless validate` finds nothing wrong, and the description says what the table is."""

import io
import json
import zipfile
from datetime import UTC, date, datetime

import pandas as pd
import pyarrow as pa
import pytest
from frictionless import Package, validate

from netralitas.address.selection import Selection
from netralitas.claims import explained
from netralitas.claims import rows as listing
from netralitas.files import formats as files
from netralitas.files.export import Export
from netralitas.model import Filter
from netralitas.render import table
from tests.helpers import flow


def _package(export, folder):
    path = folder / "paket.zip"
    path.write_bytes(files.content("zip", export))
    return path


def _description(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return json.loads(archive.read("datapackage.json"))


def _chart(store):
    scope = Filter("ID", "pilkada-2020")
    chart = flow(store, scope, "orang")
    return explained.chart(table.export(chart, scope, "http://contoh/sanksi"), store, chart)


def _every_type(store):
    rows = pd.DataFrame(
        {
            "=teks": ["=1+1", 'a "b", c;\n=d', None],
            "bilangan": [1.5, -2.0, None],
            "bulat": [1, 2, 3],
            "hari": [date(2020, 12, 9), None, date(1850, 1, 1)],
            "saat": pd.to_datetime(["2020-12-09 10:20:30", None, "2020-12-09 00:00:00"]),
            "benar": [True, False, True],
            "campuran": [1, "a", None],
            "kosong": [None, None, None],
            "golongan": pd.Series(["a", "b", None], dtype="category"),
        }
    )
    sources = pd.DataFrame({"Penerbit": ["Satu", "Dua"], "Tautan": ["https://contoh.id", "javascript:alert(1)"]})
    return Export(rows, sources, {"title": "!!"}, "id", {"bilangan": "kasus"})


EXPORTS = {
    "angka": lambda store: listing.export(store, Selection("35", "pilkada-2020", below=True), "id", "http://contoh/data?wilayah=35"),
    "kosong": lambda store: listing.export(store, Selection("94.08", "pilkada-2015", search="zzz"), "en", ""),
    "bagan": _chart,
    "semua jenis": _every_type,
    "tanpa sumber": lambda store: Export(pd.DataFrame({"a": ["1", "-"]}), pd.DataFrame(), {}, "id"),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_frictionless_finds_nothing_wrong(store, tmp_path, name):
    path = _package(EXPORTS[name](store), tmp_path)
    report = validate(str(path))
    assert report.valid, report.flatten(["type", "message"])
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "out")
    report = Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])


def test_the_description_says_what_was_asked_and_where_from(store, tmp_path):
    export = EXPORTS["angka"](store)
    path = _package(export, tmp_path)
    described = _description(path)
    assert described["homepage"] == "http://contoh/data?wilayah=35"
    assert described["version"] == store.snapshot_id
    assert datetime.fromisoformat(described["created"]).tzinfo == UTC
    assert {source["path"] for source in described["sources"] if "path" in source} == set(export.rows["Tautan"].dropna())
    told = described["netralitas"]
    assert told["about"]["wilayah"].startswith("Jawa Timur")
    assert told["synthetic"] is False
    assert told["definitions"] and told["flags"]
    rows = described["resources"][0]
    types = {field["name"]: field["type"] for field in rows["schema"]["fields"]}
    assert (types["Nilai"], types["Tanggal"], types["Kode"], types["Angka utama"]) == ("number", "date", "string", "boolean")
    with zipfile.ZipFile(path) as archive:
        assert archive.read("data.csv") == files.content("csv", export)


def test_types_and_links_of_other_tables(store, tmp_path):
    described = _description(_package(_every_type(store), tmp_path))
    types = {field["name"]: field["type"] for field in described["resources"][0]["schema"]["fields"]}
    expected = ["string", "number", "integer", "date", "datetime", "boolean", "string", "string", "string"]
    assert list(types.values()) == expected
    assert "'=teks" in types
    assert described["sources"] == [{"title": "Satu", "path": "https://contoh.id"}, {"title": "Dua"}]
    assert described["resources"][0]["schema"]["fields"][1]["unit"] == "kasus"


def test_rows_that_are_never_held_whole_are_written_as_well(tmp_path):
    schema = pa.schema([("a", pa.dictionary(pa.int8(), pa.string())), ("n", pa.decimal128(12, 2))])
    texts, numbers = pa.array(["x", "=y"]).dictionary_encode(), pa.array([1, 2], pa.int32())
    columns = [column.cast(kind) for column, kind in zip((texts, numbers), schema.types)]
    batches = [pa.record_batch(columns, schema=schema)] * 3
    for kind in files.FORMATS:
        rows = pa.RecordBatchReader.from_batches(schema, iter(batches))
        content = files.content(kind, Export(rows, pd.DataFrame({"Penerbit": ["P"]}), {}, "id"))
        assert content
        if kind == "csv":
            assert content == b"a,n\r\n" + b"x,1\r\n'=y,2\r\n" * 3
        if kind == "zip":
            assert zipfile.ZipFile(io.BytesIO(content)).read("data.csv").count(b"'=y") == 3
