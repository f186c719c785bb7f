"""A label from data that looks like a formula is none, whatever medium carries it into a spreadsheet."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace

import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
from pptx import Presentation

from netralitas.briefing.slide import of_chart
from netralitas.chart import Chart, Kind
from netralitas.files import formats as files
from netralitas.files import guard
from netralitas.model import Filter
from netralitas.render import slides, table
from tests.helpers import chart, charts_of, rows

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://x.example","klik")',
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "{=1}",
    " =1",
    "＝1",
    "https://x.example",
)
FORMULA = re.compile("[\\s\ufeff]*[=+\\-@＝＋－＠]")


def hostile_charts() -> dict[str, Chart]:
    """A chart of every kind that a slide draws with a workbook of its own, with hostile names wherever it takes names."""
    count = len(HOSTILE)
    values, labels = [float(value) for value in range(1, count + 1)], list(HOSTILE)
    bars = rows(count, label=labels, value=values, tone="", group="", about="", remark="")
    grouped = pd.concat([rows(count, label=labels, value=values, tone="", series=name) for name in ("=a", "@b")], ignore_index=True)
    days = pd.to_datetime([f"2020-{month:02d}-01" for month in range(1, count + 1)])
    line = {
        "x": days,
        "value": values,
        "series": "=garis",
        "name": "=n",
        "short": "=s",
        "tone": "dugaan",
        "counted_by": "bawaslu",
        "mark": "",
    }
    panels = {"x": range(count), "value": values, "panel": "=p", "label": labels, "tone": "dugaan", "counted_by": "bawaslu", "mark": ""}
    span = {"since": days[0].date(), "until": days[-1].date()}
    named = {"value_label": "=nilai", "label_header": "=label", "title": "=judul", "unit": "=satuan"}
    return {
        "bars": chart(Kind.BAR, bars, **named),
        "grouped": chart(Kind.BAR, grouped, **named),
        "stacked": chart(Kind.BAR, grouped, stacked=True, **named),
        "lines": chart(Kind.LINE, rows(count, **line), **named, **span),
        "panels": chart(Kind.LINE, rows(count, **panels).assign(counter="=pencatat"), ticks=HOSTILE, **named),
        "dots": chart(Kind.DOT, rows(count, x=days, value=values, label=labels, tone="dugaan"), **named),
    }


CHARTS = hostile_charts()


def cells(content: bytes) -> list:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell for sheet in book.worksheets for line in sheet.iter_rows() for cell in line if cell.value is not None]


@pytest.mark.parametrize("name", CHARTS)
def test_workbooks_inside_slides_hold_texts_as_texts(name):
    drawn = CHARTS[name]
    page = Presentation(io.BytesIO(slides.deck((of_chart(drawn),), "id"))).slides[0]
    natives = charts_of(page)
    assert natives
    texts = []
    for native in natives:
        found = cells(native.part.chart_workbook.xlsx_part.blob)
        assert [cell.value for cell in found if cell.data_type == "f"] == []
        assert [cell.value for cell in found if cell.hyperlink] == []
        texts += [cell.value for cell in found if cell.data_type == "s"]
    # whole, letter by letter: a text cell needs no apostrophe
    assert any(str(text).startswith("=") for text in texts)
    assert not [text for text in texts if str(text).startswith("'")]


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("kind", ["csv", "csv-indonesia", "zip"])
def test_text_files_lead_it_with_an_apostrophe(name, kind):
    content = files.content(kind, table.export(CHARTS[name], Filter(), "=alamat"))
    parts = {"": content}
    if kind == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {entry: package.read(entry) for entry in package.namelist() if entry.endswith(".csv")}
            assert json.loads(package.read("datapackage.json"))
    assert parts
    for part in parts.values():
        for delimiter in ",;\t":
            for line in csv.reader(io.StringIO(part.decode("utf-8-sig"), newline=""), delimiter=delimiter):
                assert [cell for cell in line if FORMULA.match(cell)] == []


@pytest.mark.parametrize("name", CHARTS)
def test_workbooks_hold_texts_as_texts(name):
    found = cells(files.content("xlsx", table.export(CHARTS[name], Filter(), "=alamat")))
    assert [cell.value for cell in found if cell.data_type == "f"] == []
    assert any(str(cell.value).startswith("=") for cell in found)


@pytest.mark.parametrize("name", CHARTS)
def test_what_is_copied_from_a_table_on_screen_is_led_by_an_apostrophe(name):
    """A browser's table is copied as text, which a spreadsheet reads anew; it has a download of its own, too."""
    shown = table.on_screen(CHARTS[name])
    written = shown.to_csv(index=False, sep="\t")
    for line in csv.reader(io.StringIO(written, newline=""), delimiter="\t"):
        assert [cell for cell in line if FORMULA.match(cell)] == []
    # what was there can be had back
    assert {guard.unguarded(header) for header in shown.columns} == set(table.frame(CHARTS[name]).columns)


def test_long_tables_on_screen_are_guarded_as_they_travel():
    told = pa.table({"=kolom": pa.array([*HOSTILE, "aman", None]).dictionary_encode(), "n": [-1.5] * (len(HOSTILE) + 2)})
    safe = guard.guarded_table(told)
    assert safe.column_names == ["'=kolom", "n"]
    copied = safe.column(0).to_pylist()
    assert [text for text in copied if text and FORMULA.match(text)] == []
    assert [text and guard.unguarded(text) for text in copied] == [*HOSTILE, "aman", None]
    assert safe.column("n").to_pylist() == told.column("n").to_pylist()


def test_a_word_before_a_number_can_not_end_the_text_in_its_format():
    drawn = CHARTS["bars"]
    hostile = replace(drawn, frame=drawn.frame.assign(about='0";[Red]"x'))
    (native,) = charts_of(Presentation(io.BytesIO(slides.deck((of_chart(hostile),), "id"))).slides[0])
    codes = native._chartSpace.xpath("//c:dLbl/c:numFmt/@formatCode")
    assert codes
    # quotation marks only where a text begins or ends
    assert all(code.count('"') % 2 == 0 and '"x' not in code for code in codes)
