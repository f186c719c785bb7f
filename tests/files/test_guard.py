"""The guard of CSV: nothing that a spreadsheet reads as a cell is a formula, and every text comes back exactly."""

import csv
import io
import re

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netralitas.files import batches as files_rows
from netralitas.files import csv as files_csv
from netralitas.files import formats as files
from netralitas.files import guard as files_guard

# Characters that mean something to a spreadsheet, mixed with any others.
MEANING = "'\"=+-@\t\r\n,;| ＝＋－＠\u00a0\ufeff1a"
TEXTS = st.one_of(st.text(st.sampled_from(MEANING), max_size=8), st.text(st.characters(codec="utf-8"), max_size=20))
FORMULA = re.compile("[\\s\ufeff\u200b]*[=+\\-@\t\r＝＋－＠]")

DANGEROUS = ["=1+1", "+62-811", "-a", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1", ' =HYPERLINK("http://x")', "-5", "\ufeff=1", "'=1", "''-1"]
SAFE = ["aman", "a=1", "", "1-2", "'tis", "a - b", "x, -y", "'", "2020-12-09", "(=1)"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_looks_like_a_formula_is_led_by_one_apostrophe(text):
    assert files_guard.guarded_text(text) == "'" + text
    assert files.unguarded("'" + text) == text


@pytest.mark.parametrize("text", SAFE)
def test_any_other_text_stays_as_it_is(text):
    assert files_guard.guarded_text(text) == files.unguarded(text) == text


@pytest.mark.parametrize("text", ["aman;=1+1", "aman,=1+1", "aman\t@A1", "aman\r\n+1", 'aman;"=1"', "aman;'=1"])
def test_a_spreadsheet_that_cuts_at_another_delimiter_finds_no_formula(text):
    for delimiter in ",;\t\n":
        cells = files_guard.guarded_text(text).split(delimiter)
        assert not [cell for cell in cells if FORMULA.match(cell.strip('"').strip("\r\n"))]
    assert files.unguarded(files_guard.guarded_text(text)) == text


@given(TEXTS)
@example("'=")
@example("\t\t=")
@example(",,=;'=\n\"+")
def test_guarded_and_unguarded_is_the_same_text(text):
    led = files_guard.guarded_text(text)
    assert not FORMULA.match(led)
    assert files.unguarded(led) == text
    arrow = files_guard.guard(pa.array([text]))
    assert arrow.to_pylist() == [led]
    assert files_guard.unguard(arrow).to_pylist() == [text]


@pytest.mark.parametrize("dialect", [files_csv.INTERNATIONAL, files_csv.INDONESIAN], ids=["international", "indonesia"])
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5), TEXTS)
def test_a_csv_gives_back_every_text(dialect, pairs, header):
    frame = pd.DataFrame(pairs, columns=[header, header + "2"])
    for columns in (frame, frame.iloc[:, :1]):
        content = b"".join(files_csv.lines(files_rows.of_frame(columns), dialect))
        again = files.read(content, dialect)
        assert list(again.columns) == list(columns.columns)
        assert again.to_numpy().tolist() == columns.to_numpy().tolist()


@given(st.lists(st.text(st.sampled_from(MEANING), max_size=8), min_size=1, max_size=5))
def test_other_readers_find_the_guarded_cells_and_no_formula(texts):
    content = b"".join(files_csv.lines(files_rows.of_frame(pd.DataFrame({"=teks": texts, "n": range(len(texts))}))))
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    assert header == ["'=teks", "n"]
    assert [files.unguarded(row[0]) for row in rows] == texts
    assert not [row for row in rows if FORMULA.match(row[0])]
    frame = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
    assert frame["'=teks"].map(files.unguarded).tolist() == texts


def test_a_frame_is_guarded_in_texts_and_headers_only():
    frame = pd.DataFrame({"=a": ["=1", None], "n": [-1.5, 2.0], "d": pd.to_datetime(["2020-12-09", None]), "o": [-3, "-3"]})
    led = files.guarded(frame)
    assert list(led.columns) == ["'=a", "n", "d", "o"]
    assert led["'=a"].iloc[0] == "'=1"
    assert led["n"].tolist() == [-1.5, 2.0]
    assert led["d"].dtype == frame["d"].dtype
    assert led["o"].tolist() == [-3, "'-3"]
