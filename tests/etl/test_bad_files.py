"""Bad files of each kind: encoding, quoting, columns, rows; what spreadsheets save is accepted."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import FIGURE, figure, problems, replaced, write

from etl.build import derive, load, prepare
from etl.problem import BadInput

HEADER = ",".join(FIGURE)


def test_missing_column(told):
    (line,) = told(spoil=replaced("figures.csv", "counted_by", "counter"))
    assert line == f"figures.csv, row 1, column counted_by: found no such column; expected the columns {HEADER}"


def test_column_twice(told):
    (line,) = told(spoil=replaced("figures.csv", "qualifier,note_kind,note", "note,note_kind,note,qualifier"))
    assert "found the column twice" in line or "columns" in line


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"  \r\n"])
def test_empty_file(told, content):
    (line,) = told(spoil=lambda folder: (folder / "sources.csv").write_bytes(content))
    assert line == "sources.csv: found an empty file; expected a header row: source_id,publisher,title,url,published_on,kind"


def test_missing_file(told):
    assert told(spoil=lambda folder: (folder / "events.csv").unlink()) == [
        "events.csv: found no such file; expected the table events as events.csv"
    ]


def test_file_that_is_not_utf8(told):
    def spoil(folder: Path) -> None:
        path = folder / "figures.csv"
        path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))

    (line,) = told(figure(note="two\nlines"), figure(region="74", note="Rp5 – 10"), spoil=spoil)
    assert line.startswith("figures.csv, row 3, column note: found byte 0x96, which is not UTF-8 (in Windows-1252, which Excel calls")
    assert "it is '–')" in line and "in Excel: CSV UTF-8" in line


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_row_numbers_are_record_numbers(told, ending):
    """Blank lines count and are no rows; line ends within quotes do not count."""

    def spoil(folder: Path) -> None:
        row = ",".join(figure(region="74").values())
        lines = [
            HEADER,
            row + '"two',
            'lines"',
            "",
            "kompas,pilkada-2020",
            row.replace(",74,", ",98,"),
            row + ",more",
            "",
            row.replace(",74,", ",99,"),
            "",
            "",
        ]
        (folder / "figures.csv").write_text(ending.join(lines), encoding="utf-8", newline="")

    assert told(spoil=spoil) == [
        "figures.csv, row 4: found 2 columns; expected 16 columns",
        "figures.csv, row 5, column region: found '98'; expected a code of regions.csv",
        "figures.csv, row 6: found 17 columns; expected 16 columns",
        "figures.csv, row 8, column region: found '99'; expected a code of regions.csv",
    ]


def test_open_quote_swallows_no_rows(told):
    (line,) = told(
        figure(), figure(region="74", note="QUOTE"), figure(region="ID"), spoil=replaced("figures.csv", "QUOTE", '"an open quote')
    )
    assert line.startswith("figures.csv, row 3: found a quoted value that does not end")


def test_value_over_two_lines_is_told_in_one(told):
    (line,) = told(figure(region="35\n13"))
    assert line == "figures.csv, row 2, column region: found '35 13'; expected text like 35.13"


def test_all_problems_of_all_files_at_once_and_no_false_ones(told):
    def spoil(folder: Path) -> None:
        (folder / "sources.csv").unlink()
        replaced("regions.csv", "Kota Surabaya,kota", "Kota Surabaya,stad")(folder)
        (folder / "corrections.yaml").write_text("corrections: [{id: x}]", encoding="utf-8")

    lines = told(figure(stage="vonis"), figure(region="98"), spoil=spoil)
    assert [line.split(":")[0] for line in lines] == [
        "corrections.yaml, column x",
        "figures.csv, row 2, column stage",
        "figures.csv, row 3, column region",
        "regions.csv, row 6, column kind",
        "sources.csv",
    ]


def test_own_data_package_that_is_none(told):
    (line,) = told(spoil=lambda folder: (folder / "datapackage.json").write_text("{", encoding="utf-8"))
    assert line.startswith("datapackage.json: found text that is no data package")


def test_no_such_folder(tmp_path):
    (line,) = problems(tmp_path / "nowhere")
    assert line.startswith(str(tmp_path / "nowhere")) and "found no such folder" in line


@pytest.mark.parametrize(
    "change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n"), str.strip, lambda text: text + "\n,,,,,,,,,,,,,,,\n"]
)
def test_bom_windows_line_ends_no_last_line_end_and_blank_rows_are_accepted(tmp_path, change):
    folder = write(tmp_path / "data", [figure(), figure(region="74", note="two\nlines")])
    path = folder / "figures.csv"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    with duckdb.connect(config={"threads": 1}) as con:
        prepare(con, folder, lambda step: None)
        load(con)
        rows = con.execute("select region, note from figure order by region").fetchall()
    assert [(region, note and note.split()) for region, note in rows] == [("35", None), ("74", ["two", "lines"])]


@settings(max_examples=12)
@given(st.data())
def test_spoilt_bytes_are_told_or_loaded_and_never_crash(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("spoilt")
    write(folder, [figure(), figure(region="74", note='a "quoted" word')])
    path = folder / data.draw(st.sampled_from(["figures.csv", "regions.csv", "sources.csv", "events.csv"]))
    content = path.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    junk = data.draw(st.one_of(st.binary(max_size=6), st.sampled_from([b'"', b",", b"\n", b"\r", b"\x00", b"\xff", b'"\n"', b";;"])))
    path.write_bytes(content[:start] + junk + content[start + data.draw(st.integers(0, 40)) :])
    with duckdb.connect(config={"threads": 1}) as con:
        try:
            prepare(con, folder, lambda step: None)
            load(con)
            derive(con)
        except BadInput as problem:
            assert all(str(line) and "\n" not in str(line) for line in problem.problems)
