"""Files: what other readers read back is what the table shows, and no text becomes a formula."""

import csv
import io
import json
from datetime import date

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from netralitas import listing
from netralitas.charts import sanction
from netralitas.listing import CALENDAR, Selection
from netralitas.model import Filter
from netralitas.render import files, table
from netralitas.render.table import Export

DANGEROUS = ["=1+1", "+62-811", "-a", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://x")', "-5", "+3,5", "aman", "a=1", ""]


@pytest.fixture(scope="module")
def exported(store):
    return listing.export(store, Selection("ID", "pilkada-2020", below=True), "id", "http://contoh/data?wilayah=ID")


@pytest.fixture
def hostile():
    rows = pd.DataFrame(
        {"=judul": DANGEROUS, "nilai": [-1.5, *range(len(DANGEROUS) - 1)], "tanggal": [date(2020, 12, 9)] + [None] * (len(DANGEROUS) - 1)}
    )
    return Export(rows, pd.DataFrame({"penerbit": ["=1+1"]}), {"title": "=1+1", "lain": "{=1}"}, "id")


def test_csv_reads_back_as_the_table(exported):
    content = files.csv(exported)
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") >= len(exported.rows) + 1
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    assert rows[0] == list(exported.rows.columns)
    assert len(rows) - 1 == len(exported.rows)
    assert {len(row) for row in rows} == {len(exported.rows.columns)}
    again = pd.read_csv(io.BytesIO(content), dtype={"Kode": "str", "ID angka": "str"})
    assert again["Nilai"].tolist() == exported.rows["Nilai"].tolist()
    assert again["Kode"].tolist() == exported.rows["Kode"].tolist()
    assert again["Tautan"].fillna("").tolist() == exported.rows["Tautan"].fillna("").tolist()


def test_csv_text_is_no_formula_and_numbers_stay_numbers(hostile):
    rows = list(csv.DictReader(io.StringIO(files.csv(hostile).decode("utf-8"), newline="")))
    cells = [row["'=judul"] for row in rows]
    for printed, cell in zip(DANGEROUS, cells):
        safe = printed in {"-5", "+3,5", "aman", "a=1", ""}
        assert cell == (printed if safe else "'" + printed)
    assert rows[0]["nilai"] == "-1.5"
    assert rows[0]["tanggal"] == "2020-12-09"


def test_xlsx_is_typed_frozen_filtered_and_free_of_formulas(exported, hostile):
    book = openpyxl.load_workbook(io.BytesIO(files.xlsx(exported)))
    assert book.sheetnames == ["Data", "Sumber", "Keterangan"]
    sheet = book["Data"]
    header = [cell.value for cell in sheet[1]]
    assert header == list(exported.rows.columns)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref
    values = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(values) == len(exported.rows)
    assert [row[header.index("Nilai")] for row in values] == exported.rows["Nilai"].tolist()
    assert {type(row[header.index("Kode")]) for row in values} == {str}
    days = [row[header.index("Tanggal")] for row in values]
    assert [day.date() if day else None for day in days] == [None if pd.isna(day) else day for day in exported.rows["Tanggal"]]
    assert {row[header.index("ID sumber")] for row in values} == {row[0] for row in book["Sumber"].iter_rows(min_row=2, values_only=True)}
    book = openpyxl.load_workbook(io.BytesIO(files.xlsx(hostile)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert [row[0] for row in book["Data"].iter_rows(min_row=2, values_only=True)][:2] == DANGEROUS[:2]
    assert book["Data"]["B2"].value == -1.5
    assert book["Data"]["C2"].value.date() == date(2020, 12, 9)


def test_parquet_is_typed_and_carries_its_sources(exported):
    read = pq.read_table(io.BytesIO(files.parquet(exported)))
    assert read.column_names == list(exported.rows.columns)
    types = {name: str(read.schema.field(name).type) for name in ("Nilai", "Tanggal", "Kode", "Angka utama")}
    assert types["Nilai"] == "double"
    assert types["Tanggal"] == "date32[day]"
    assert "string" in types["Kode"]
    assert types["Angka utama"] == "bool"
    told = json.loads(read.schema.metadata[b"netralitas"])
    assert told["about"]["address"] == "http://contoh/data?wilayah=ID"
    assert len(told["sources"]) == exported.rows["ID sumber"].nunique()
    assert read.to_pandas()["Nilai"].tolist() == exported.rows["Nilai"].tolist()


def test_every_row_has_its_source_status_and_warning(exported):
    rows = exported.rows
    assert (rows["Penerbit"] != "").all()
    disputed = rows[rows["Status"].str.startswith("jangan dikutip")]
    assert len(disputed)
    assert disputed["Peringatan"].notna().all()


@pytest.mark.parametrize("extension", list(files.FORMATS))
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_chart_and_an_empty_selection_can_be_written(store, extension, language):
    scope = Filter("ID", "pilkada-2020", language=language)
    chart = sanction.carried_out(store, scope, "orang")
    empty = listing.export(store, Selection("94.08", "pilkada-2015", search="zzz"), language, "")
    for export in (table.export(chart, scope, ""), empty):
        assert len(files.FORMATS[extension][1](export)) > 50


# -- the listing ---------------------------------------------------------------------


def test_calendar_periods_can_be_reached(store):
    rows = listing.selected(store, Selection("ID", CALENDAR))
    assert len(rows) == 50
    assert rows["event"].isna().all()
    whole = listing.selected(store, Selection("ID", None, below=True))
    assert len(whole) == len(store.figures("ID", None, None, None, True)) == 2420


def test_search_needs_every_word_and_knows_no_pattern(store):
    both = listing.selected(store, Selection("ID", None, below=True, search="Probolinggo bkpsdm"))
    assert "35.13" in set(both["region"])
    assert set(both["figure_id"]) < set(listing.selected(store, Selection("ID", None, below=True, search="probolinggo"))["figure_id"])
    assert listing.selected(store, Selection("ID", None, below=True, search=".*")).empty
    assert listing.selected(store, Selection("ID", None, below=True, search="' or 1=1")).empty


@pytest.mark.parametrize("language", ["id", "en"])
def test_numbers_sort_as_text_as_they_do_as_numbers(store, language):
    frame = listing.selected(store, Selection("ID", None, below=True))
    written = listing.aligned(frame["value"], language)
    assert written.str.len().nunique() == 1
    by_text = frame["value"].to_numpy()[written.argsort(kind="stable")]
    assert (by_text == frame["value"].sort_values().to_numpy()).all()


def test_the_table_is_small_and_says_what_may_not_be_quoted(store):
    rows = listing.on_screen(store, Selection("35.13", "pilkada-2018"), "id").to_pandas()
    row = rows[rows["Nilai"].str.strip() == "1.194"].iloc[0]
    assert row["Status"].startswith("jangan dikutip tanpa penjelasan")
    assert len(listing.disputes(store, Selection("35.13", "pilkada-2018"), "id")) >= 1
