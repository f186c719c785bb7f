"""Files: what other readers read back is what the table shows, and no text becomes a formula."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from netralitas.address.selection import Selection
from netralitas.claims import explained
from netralitas.claims import rows as listing
from netralitas.files import formats as files
from netralitas.files import workbook as files_workbook
from netralitas.files.csv import INDONESIAN
from netralitas.files.export import Export
from netralitas.model import Filter
from netralitas.render import table
from tests.helpers import flow

ADDRESS = "http://contoh/data?wilayah=ID"
HOSTILE = [
    "=1+1",
    "+62-811",
    "-a",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "http://x",
    "mailto:a@b",
    "'=1",
    "1e5",
    "TRUE",
    "{=1}",
    " a ",
    "_x0041_",
    "\x01",
    "",
]


@pytest.fixture(scope="module")
def exported(store):
    return listing.export(store, Selection("ID", "pilkada-2020", below=True), "id", ADDRESS)


@pytest.fixture
def hostile():
    count = len(HOSTILE)
    rows = pd.DataFrame({"=judul": HOSTILE, "nilai": [-1.5, *range(count - 1)], "tanggal": [date(2020, 12, 9)] + [None] * (count - 1)})
    return Export(rows, pd.DataFrame({"penerbit": ["=1+1"]}), {"title": "=1+1", "lain": "{=1}"}, "id")


def book(export):
    return openpyxl.load_workbook(io.BytesIO(files.content("xlsx", export)))


def column(sheet, place=0):
    """The texts of a column as Excel shows them: XLSX writes control characters as _x000D_, which Excel undoes."""
    return [unescape(row[place]) if isinstance(row[place], str) else row[place] for row in sheet.iter_rows(min_row=2, values_only=True)]


# -- CSV -----------------------------------------------------------------------------


def test_csv_reads_back_as_the_table(exported):
    content = files.content("csv", exported)
    assert not content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    assert rows[0] == list(exported.rows.columns)
    assert len(rows) - 1 == len(exported.rows)
    assert {len(row) for row in rows} == {len(exported.rows.columns)}
    assert content.endswith(b"\r\n")
    again = pd.read_csv(io.BytesIO(content), dtype={"Kode": "str", "ID angka": "str"})
    assert again["Nilai"].tolist() == exported.rows["Nilai"].tolist()
    assert again["Kode"].tolist() == exported.rows["Kode"].tolist()
    assert again["Tautan"].fillna("").tolist() == exported.rows["Tautan"].fillna("").tolist()
    assert pd.to_datetime(again["Tanggal"]).dt.date.dropna().tolist() == exported.rows["Tanggal"].dropna().tolist()
    assert again["Angka utama"].tolist() == exported.rows["Angka utama"].tolist()


def test_csv_numbers_stay_numbers(hostile):
    rows = list(csv.DictReader(io.StringIO(files.content("csv", hostile).decode("utf-8"), newline="")))
    assert (rows[0]["'=judul"], rows[0]["nilai"], rows[0]["tanggal"], rows[1]["tanggal"]) == ("'=1+1", "-1.5", "2020-12-09", "")
    assert rows[1]["nilai"] == "0"
    assert files.read(files.content("csv", hostile))["=judul"].tolist() == HOSTILE


def test_csv_for_excel_in_indonesian(exported, hostile):
    content = files.content("csv-indonesia", exported)
    assert content.startswith(b"\xef\xbb\xbf")
    again = pd.read_csv(io.BytesIO(content), sep=";", decimal=",", dtype={"Kode": "str"})
    assert list(again.columns) == list(exported.rows.columns)
    assert again["Nilai"].tolist() == exported.rows["Nilai"].tolist()
    assert again["Kode"].tolist() == exported.rows["Kode"].tolist()
    content = files.content("csv-indonesia", hostile)
    assert b"\r\n'=1+1;-1,5;2020-12-09\r\n" in content
    assert files.read(content, INDONESIAN)["=judul"].tolist() == HOSTILE


def test_an_absent_number_and_an_infinite_one_are_empty(store):
    rows = pd.DataFrame({"a": [float("inf"), None, 1e300, 0.1], "b": ["x"] * 4})
    content = files.content("csv", Export(rows, pd.DataFrame(), {}, "id"))
    assert content == b"a,b\r\n,x\r\n,x\r\n1e+300,x\r\n0.1,x\r\n"


# -- XLSX ----------------------------------------------------------------------------


def test_xlsx_is_typed_frozen_and_filtered(exported):
    read = book(exported)
    assert read.sheetnames == ["Data", "Sumber", "Keterangan"]
    sheet = read["Data"]
    header = [cell.value for cell in sheet[1]]
    assert [name.removesuffix(" (lihat kolom Satuan)") for name in header] == list(exported.rows.columns)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(header)).column_letter}{len(exported.rows) + 1}"
    assert {8 <= size.width <= 61 for size in sheet.column_dimensions.values()} == {True}
    values = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(values) == len(exported.rows)
    place = next(place for place, name in enumerate(header) if name.startswith("Nilai"))
    assert [row[place] for row in values] == exported.rows["Nilai"].tolist()
    assert {type(row[header.index("Kode")]) for row in values} == {str}
    assert {type(row[header.index("Angka utama")]) for row in values} == {bool}
    days = [row[header.index("Tanggal")] for row in values]
    assert [day.date() if day else None for day in days] == [None if pd.isna(day) else day for day in exported.rows["Tanggal"]]
    assert {row[header.index("ID sumber")] for row in values} == set(column(read["Sumber"]))


def test_xlsx_names_units_in_the_header(store):
    chosen = listing.export(store, Selection("ID", "pilkada-2020", stage="diteruskan", unit="kasus", below=True), "id", "")
    assert "Nilai (kasus)" in [cell.value for cell in book(chosen)["Data"][1]]
    scope = Filter("ID", "pilkada-2020")
    chart = flow(store, scope, "orang")
    assert [cell.value for cell in book(table.export(chart, scope, ""))["Data"][1]].count("orang") == 1


def test_xlsx_links_each_source(exported):
    sheet = book(exported)["Sumber"]
    place = [cell.value for cell in sheet[1]].index("Tautan")
    links = [row[place] for row in sheet.iter_rows(min_row=2)]
    assert len(links) == len(exported.sources)
    assert [cell.value for cell in links] == exported.sources["Tautan"].tolist()
    assert all(cell.hyperlink.target.split("#")[0] == cell.value.split("#")[0] for cell in links)


def test_xlsx_explains_itself(store, exported):
    told = list(book(exported)["Keterangan"].iter_rows(min_row=2, values_only=True))
    named = {name: content for _, name, content in told}
    assert named["Snapshot"] == store.snapshot_id
    assert named["Alamat tampilan"] == ADDRESS
    assert datetime.fromisoformat(named["Dibuat pada (UTC)"]).tzinfo
    assert ("Saringan", "Pemilihan", "Pilkada 2020") in told
    assert named["Diteruskan ke KASN/BKN"] == store.definition("stage", "diteruskan", "id")
    flags = [row for row in told if row[0] == "Penanda"]
    facts = store.verdict_facts(tuple(exported.rows["ID angka"]))
    assert len(flags) == sum(1 for fact in facts if fact["mark"])
    assert flags[0][1].startswith("jangan dikutip")
    assert any(content.startswith("Indonesia, Pilkada 2020, ") for _, _, content in flags)


def test_xlsx_keeps_every_text_and_runs_none(hostile):
    read = book(hostile)
    cells = [cell for sheet in read for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert read["Data"]["A1"].value == "=judul"
    assert [text or "" for text in column(read["Data"])] == HOSTILE
    assert read["Data"]["B2"].value == -1.5
    assert read["Data"]["C2"].value.date() == date(2020, 12, 9)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\ufffe\uffff"), min_size=1, max_size=10), min_size=1, max_size=4))
def test_xlsx_gives_back_any_text(texts):
    read = book(Export(pd.DataFrame({"teks": texts}), pd.DataFrame(), {}, "id"))
    assert column(read["Data"]) == texts
    assert not [cell for row in read["Data"].iter_rows() for cell in row if cell.data_type == "f"]


def test_xlsx_links_nothing_but_addresses_of_the_web():
    sources = pd.DataFrame({"Tautan": ["https://contoh.id", "file:///etc/passwd"], "lain": ["internal:Data!A1", "javascript:x"]})
    sheet = book(Export(pd.DataFrame({"a": ["x"]}), sources, {}, "id"))["Sumber"]
    assert column(sheet) == ["https://contoh.id", "file:///etc/passwd"]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def test_xlsx_goes_on_in_another_sheet_and_says_so(monkeypatch):
    monkeypatch.setattr(files_workbook, "ROWS", 4)
    read = book(Export(pd.DataFrame({"n": range(7)}), pd.DataFrame({"Penerbit": ["P"]}), {}, "id"))
    assert read.sheetnames == ["Data", "Data 2", "Data 3", "Sumber", "Keterangan"]
    assert [column(read[name]) for name in read.sheetnames[:3]] == [[0, 1, 2], [3, 4, 5], [6]]
    assert {read[name].freeze_panes for name in read.sheetnames} == {"A2"}
    assert "Data (3), Data 2 (3), Data 3 (1)" in column(read["Keterangan"], 2)[0]


def test_xlsx_tells_what_excel_can_not_hold():
    rows = pd.DataFrame({"panjang": ["x" * 40_000, "y"], "besar": [2**60, 1], "lama": [date(1850, 1, 2), date(2020, 1, 1)]})
    read = book(Export(rows, pd.DataFrame(), {}, "id"))
    assert [len(text) for text in column(read["Data"])] == [32_767, 1]
    assert column(read["Data"], 1) == [str(2**60), "1"]
    assert column(read["Data"], 2) == ["1850-01-02", "2020-01-01"]
    assert "32.767" in column(read["Keterangan"], 2)[0]


# -- Parquet -------------------------------------------------------------------------


def test_parquet_is_typed_and_carries_its_sources(exported):
    read = pq.read_table(io.BytesIO(files.content("parquet", exported)))
    assert read.column_names == list(exported.rows.columns)
    types = {name: str(read.schema.field(name).type) for name in ("Nilai", "Tanggal", "Kode", "Angka utama")}
    assert types["Nilai"] == "double"
    assert types["Tanggal"] == "date32[day]"
    assert "string" in types["Kode"]
    assert types["Angka utama"] == "bool"
    told = json.loads(read.schema.metadata[b"netralitas"])
    assert told["about"]["address"] == ADDRESS
    assert told["about"]["snapshot"]
    assert len(told["sources"]) == exported.rows["ID sumber"].nunique()
    assert told["definitions"] and told["flags"]
    assert read.schema.field("Nilai").metadata[b"unit"] == b"lihat kolom Satuan"
    again = read.to_pandas()
    for name in exported.rows.columns:
        plain = [[None if pd.isna(value) else value for value in frame[name]] for frame in (again, exported.rows)]
        assert plain[0] == plain[1], name


# -- all -----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(files.FORMATS))
def test_synthetic_data_are_marked_in_every_file(exported, kind):
    made_up = replace(exported, rows=exported.rows.head(3), synthetic=True)
    content = files.content(kind, made_up)
    if kind.startswith("csv"):
        dialect = INDONESIAN if kind == "csv-indonesia" else files.INTERNATIONAL
        assert set(files.read(content, dialect)["Asal data"]) == {"DATA SINTETIS"}
    if kind == "xlsx":
        read = openpyxl.load_workbook(io.BytesIO(content))
        assert set(column(read["Data"])) == {"DATA SINTETIS"}
        assert "DATA SINTETIS" in column(read["Keterangan"], 2)
    if kind == "parquet":
        read = pq.read_table(io.BytesIO(content))
        assert set(read["Asal data"].to_pylist()) == {"DATA SINTETIS"}
        assert json.loads(read.schema.metadata[b"netralitas"])["synthetic"] is True
    if kind == "zip":
        assert json.loads(_member(content, "datapackage.json"))["title"].startswith("DATA SINTETIS")
        assert _member(content, "data.csv").count(b"DATA SINTETIS") == 3


def _member(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def test_a_synthetic_snapshot_marks_its_files(store, monkeypatch):
    monkeypatch.setattr(type(store), "build_info", lambda self: {"synthetic": "yes"})
    assert listing.export(store, Selection("35", "pilkada-2020"), "id", "").synthetic
    assert explained.marked(Export(pd.DataFrame(), pd.DataFrame(), {}, "id"), store).synthetic


def test_every_row_has_its_source_status_and_warning(exported):
    rows = exported.rows
    assert (rows["Penerbit"] != "").all()
    disputed = rows[rows["Status"].str.startswith("jangan dikutip")]
    assert len(disputed)
    assert disputed["Peringatan"].notna().all()
    assert (rows["Kalimat yang dapat disebut"].str.len() > 20).all()


def test_xlsx_prints_across_on_pages_as_wide_as_the_table_with_its_header_on_each(exported):
    for sheet in book(exported):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    assert book(exported)["Data"].print_title_rows == "$1:$1"


def test_no_sheet_of_xlsx_is_printed_too_small_to_read(exported):
    """A page holds some 240 characters legibly; where a table goes on beside, each page says whose row it is."""
    for sheet in book(exported):
        pages, named = sheet.page_setup.fitToWidth or 1, 0
        widths = [part.width for part in sheet.column_dimensions.values() for _ in range(part.min, part.max + 1)]
        if pages > 1:
            assert sheet.print_title_cols == "$A:$C"
            named = sum(widths[:3])
        assert (sum(widths) - named) / pages + named < 250, sheet.title
    assert [sheet.title for sheet in book(exported) if (sheet.page_setup.fitToWidth or 1) > 1] == ["Data"]


@pytest.mark.parametrize("kind", list(files.FORMATS))
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_chart_and_an_empty_selection_can_be_written(store, kind, language):
    scope = Filter("ID", "pilkada-2020", language=language)
    chart = flow(store, scope, "orang")
    empty = listing.export(store, Selection("94.08", "pilkada-2015", search="zzz"), language, "")
    for export in (explained.chart(table.export(chart, scope, ""), store, chart), empty):
        assert len(files.content(kind, export)) > 50


def test_a_chart_is_explained_as_well(store):
    scope = Filter("ID", "pilkada-2020")
    chart = flow(store, scope, "orang")
    export = explained.chart(table.export(chart, scope, ADDRESS), store, chart)
    assert export.about["snapshot"] == store.snapshot_id
    assert (store.label("stage", "sanksi", "id"), store.definition("stage", "sanksi", "id")) in export.definitions


def test_buttons_are_told_apart_by_their_names():
    labels = [form.label("id") for form in files.FORMATS.values()]
    assert labels == ["CSV", "CSV untuk Excel Indonesia", "XLSX", "PARQUET", "Paket data (zip)"]
    assert len({form.ending for form in files.FORMATS.values()}) == len(labels)


def test_a_long_explanation_is_not_cut_by_its_row(exported):
    sheet = book(exported)["Keterangan"]
    wide = sheet.column_dimensions["C"].width
    for place, row in enumerate(sheet.iter_rows(min_row=2, values_only=True), start=2):
        lines = len(str(row[2] or "")) / wide
        assert (sheet.row_dimensions[place].height or 15) >= 15 * lines
