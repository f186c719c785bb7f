"""What spreadsheets save is read, or told for what it is: encodings, separators, headers, cells that are too long."""

import csv
from pathlib import Path

import duckdb
import pytest
from small import FIGURE, figure, replaced, write

from etl.build import load, prepare, removed_marks

HEADER = ",".join(FIGURE)


def rewritten(encoding: str, separator: str = ",", file: str = "figures.csv", ending: str = "\r\n", mark: bytes = b""):
    """The same table in another encoding and with another separator."""

    def spoil(folder: Path) -> None:
        path = folder / file
        with path.open(encoding="utf-8", newline="") as before:
            records = list(csv.reader(before))
        with path.open("w", encoding=encoding, newline="") as after:
            csv.writer(after, delimiter=separator, lineterminator=ending).writerows(records)
        path.write_bytes(mark + path.read_bytes())

    return spoil


def figures(folder: Path) -> list[tuple]:
    with duckdb.connect(config={"threads": 1}) as con:
        prepare(con, folder, lambda step: None)
        load(con)
        return con.execute("select source_row, region, value, note from figure order by source_row").fetchall()


SAVED = [
    ("utf-8-sig", ";", "\r\n"),  # Excel with Indonesian settings, "CSV UTF-8"
    ("utf-8", "\t", "\n"),
    ("utf-16", "\t", "\r\n"),  # Excel's "Unicode text"
    ("utf-16", ";", "\n"),
    ("utf-32", ",", "\n"),
]


@pytest.mark.parametrize(("encoding", "separator", "ending"), SAVED)
def test_what_excel_saves_is_read(tmp_path, encoding, separator, ending):
    folder = write(tmp_path / "data", [figure(note="two; lines,\nand a\ttab"), figure(region="74", note="Rp5 – 10 “kata”")])
    rewritten(encoding, separator, ending=ending)(folder)
    rewritten(encoding, separator, "sources.csv", ending)(folder)
    assert figures(folder) == [(2, "35", 10, "two; lines,\nand a\ttab"), (3, "74", 10, "Rp5 – 10 “kata”")]


def test_a_decimal_comma_beside_semicolons_is_still_refused(told):
    (line,) = told(figure(unit="persen", value="22,5"), spoil=rewritten("utf-8", ";"))
    assert line.startswith("figures.csv, row 2, column value: found '22,5'; expected a number such as 1194 or 12.5, with a point")


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32-le", "UTF-32"), ("utf-32-be", "UTF-32")]
)
def test_wide_text_without_its_mark_is_told_by_name(told, encoding, name):
    (line,) = told(figure(note="Rp5 – 10"), spoil=rewritten(encoding))
    assert line.startswith(f"figures.csv: found text in {name} without the mark that says so at its beginning; expected UTF-8 text")


def test_wide_text_that_breaks_off(told):
    def spoil(folder: Path) -> None:
        rewritten("utf-16", "\t")(folder)
        path = folder / "figures.csv"
        path.write_bytes(path.read_bytes()[:-1])

    (line,) = told(spoil=spoil)
    assert "found text in UTF-16 that breaks off or is damaged; expected UTF-8 text" in line


@pytest.mark.parametrize("cell", ["x" * 20_001, "x" * 200_000])
def test_a_cell_too_long_is_told_with_its_length_and_place(told, cell):
    (line,) = told(figure(), figure(region="74", note=cell))
    assert line == f"figures.csv, row 3, column note: found {len(cell):,} characters in one cell; expected at most 20,000"


def test_the_longest_cell_is_read(tmp_path):
    assert figures(write(tmp_path / "data", [figure(note="x" * 20_000)]))[0][3] == "x" * 20_000


def test_an_open_quote_before_much_text_is_called_an_open_quote(told):
    rows = [figure(region="74", note=f"{number} " + "x" * 900) for number in range(200)]
    (line,) = told(figure(note="QUOTE"), *rows, spoil=replaced("figures.csv", "QUOTE", '"an open quote'))
    assert line.startswith("figures.csv, row 2: found a quoted value that does not end")


HEADERS = [
    ("source_id,event,", "Source_ID,event,", "source_id: found no such column, but 'Source_ID'; expected source_id, in small letters"),
    ("source_id,event,", "source_id, event ,", "event: found no such column, but ' event '; expected event, in small letters"),
    ("counted_by", "Counted By", "counted_by: found no such column, but 'Counted By'; expected counted_by, in small letters"),
    ("qualifier", "qualifer", "qualifier: found no such column, but 'qualifer', which looks like it; expected qualifier, spelt like this"),
    ("qualifier", "remark", f"qualifier: found no such column; expected the columns {HEADER}"),
]


@pytest.mark.parametrize(("old", "new", "line"), HEADERS)
def test_a_header_that_nearly_fits_is_told_what_it_looks_like(told, old, new, line):
    (only,) = told(spoil=replaced("figures.csv", old, new))
    assert only.startswith("figures.csv, row 1, column " + line)


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_header_in_capitals_is_told_in_one_line(told, separator):
    def spoil(folder: Path) -> None:
        replaced("figures.csv", HEADER, HEADER.upper())(folder)
        rewritten("utf-8", separator)(folder)

    (line,) = told(spoil=spoil)
    assert line.startswith("figures.csv, row 1: found the header 'SOURCE_ID,EVENT,") and "small letters and without blanks" in line


MARKS = "\x00\x07\x1b\x7f\x85\xad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff"


def test_what_nobody_sees_is_taken_out_and_counted(tmp_path):
    cell = "a" + "b".join(MARKS) + "c"
    folder = write(tmp_path / "data", [figure(note=cell), figure(region="\u200e74\u202c", note="tab\tand\nline")])
    replaced("sources.csv", "Title of kompas", "Title\u200b of kompas")(folder)
    with duckdb.connect(config={"threads": 1}) as con:
        prepare(con, folder, lambda step: None)
        assert con.execute("select note, region from raw_figures").fetchall() == [
            ("a" + "b" * (len(MARKS) - 1) + "c", "35"),
            ("tab\tand\nline", "74"),
        ]
        assert con.execute("from removed_mark order by file").fetchall() == [("figures.csv", len(MARKS) + 2), ("sources.csv", 1)]
        assert removed_marks(con) == len(MARKS) + 3


def test_a_mark_beside_a_quote_or_in_the_header_breaks_nothing(tmp_path):
    folder = write(tmp_path / "data", [figure(note="QUOTED")])
    replaced("figures.csv", "QUOTED", '"a, b"\u200b')(folder)
    replaced("figures.csv", "qualifier", "quali\u00adfier")(folder)
    assert figures(folder) == [(2, "35", 10, "a, b")]
