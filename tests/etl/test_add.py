"""`etl add`: ticked rows go to the end of figures.csv and sources.csv, all of them or none."""

import csv
import shutil

import pytest

from netralitas.files.guard import guarded_text
from tests.etl import small
from tests.etl.commands import listing, run

NEW = {
    "source_id": "tribun-2020-12-01", "publisher": "Tribun", "title": "Judul, \"baru\"", "url": "https://example.org/baru",
    "published_on": "2020-12-01", "kind": "berita",
}  # fmt: skip
UNTOLD = dict.fromkeys([name for name in NEW if name != "source_id"], "")


def row(take="x", **cells):
    return {"take": take, **small.figure(as_of="2020-12-01", value=12), **NEW, "printed": "12 kasus", **cells}


@pytest.fixture
def folder(tmp_path):
    return small.write(tmp_path / "data")


@pytest.fixture
def add(tmp_path, folder):
    def added(*rows, encoding="utf-8-sig", separator=","):
        file = tmp_path / "dari-artikel.csv"
        with file.open("w", encoding=encoding, newline="") as opened:
            writer = csv.DictWriter(opened, list(rows[0]), delimiter=separator)
            writer.writeheader()
            writer.writerows(rows)
        return run("add", file, "--data", folder)

    return added


def read(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_ticked_rows_are_appended_and_the_rest_is_not(add, folder):
    before = (folder / "figures.csv").read_text(encoding="utf-8")
    told = add(row(), row(value=13, stage="laporan"), row(take="", value=99))
    assert told.exit_code == 0 and "Added 2 figures and 1 source" in told.output
    assert (folder / "figures.csv").read_text(encoding="utf-8").startswith(before)
    assert [figure["value"] for figure in read(folder / "figures.csv")] == ["10", "12", "13"]
    assert read(folder / "sources.csv")[-1] == NEW
    assert run("check", "--data", folder).exit_code == 0


def test_a_known_source_is_named_by_its_id_alone(add, folder):
    before = (folder / "sources.csv").read_bytes()
    assert "1 figure and 0 sources" in add(row(**UNTOLD, source_id="kompas", value=44)).output
    assert (folder / "sources.csv").read_bytes() == before


@pytest.mark.parametrize(("encoding", "separator"), [("utf-16", ";"), ("utf-8", ";"), ("utf-8", "\t")])
def test_what_a_spreadsheet_saved_is_read(add, folder, encoding, separator):
    assert add(row(), encoding=encoding, separator=separator).exit_code == 0
    assert len(read(folder / "figures.csv")) == 2


def test_the_tables_keep_their_separator_and_line_ends(add, folder):
    file = folder / "figures.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened, delimiter=";", lineterminator="\r\n")
        writer.writerows([small.FIGURE, small.figure().values()])
    assert add(row()).exit_code == 0
    lines = file.read_bytes().decode("utf-8-sig").split("\r\n")
    assert [line.count(";") for line in lines] == [15, 15, 15, 0]


def test_the_guard_against_formulas_is_taken_off_again(add, folder):
    title = "=Judul, yang begini;-juga"
    assert add(row(title=guarded_text(title))).exit_code == 0
    assert read(folder / "sources.csv")[-1]["title"] == title


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row(), row(stage="curiga")], "dari-artikel.csv, row 3, column stage: found 'curiga'"),
        ([row(publisher="Koran Baru")], "dari-artikel.csv, row 2, column publisher: found 'Koran Baru'"),
        ([row(take="mungkin")], "row 2, column take: found 'mungkin'; expected x"),
        ([row(), row()], "row 3, column value: found the same figure twice"),
        ([row(source_id="kompas", publisher="Bawaslu")], "row 2, column publisher: found 'Bawaslu'; expected 'Kompas'"),
        (
            [row(**UNTOLD, source_id="kompas", as_of="2020-11-01", value=10)],
            "row 2, column value: found a figure that stands in row 2",
        ),
        ([row(take="")], "no row of dari-artikel.csv is ticked"),
        ([{name: cell for name, cell in row().items() if name != "as_of"}], "row 1, column as_of: found no such column"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(add, folder, rows, said):
    before = listing(folder)
    told = add(*rows)
    assert told.exit_code == 1 and said in " ".join(told.stderr.split()), told.output
    assert "Traceback" not in told.output
    assert listing(folder) == before


def test_a_folder_that_is_not_there_is_told(tmp_path):
    (tmp_path / "a.csv").write_text("take\n", encoding="utf-8")
    told = run("add", tmp_path / "a.csv", "--data", tmp_path / "none")
    assert told.exit_code == 1 and "there is no folder" in told.stderr
    assert not (tmp_path / "none").exists()


def test_tables_that_were_unsound_before_stay_as_they_are(add, folder):
    small.replaced("regions.csv", "Jawa Timur", "")(folder)
    before = listing(folder)
    told = add(row())
    assert told.exit_code == 1 and "regions.csv, row 3" in told.stderr
    assert listing(folder) == before


def test_the_real_tables_take_a_row(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(small.DATA, folder)
    file = tmp_path / "a.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(row()))
        writer.writeheader()
        writer.writerow(row(publisher="Bawaslu Bangli"))
    told = run("add", file, "--data", folder)
    assert told.exit_code == 0, told.output
    assert read(folder / "figures.csv")[-1]["value"] == "12"


def test_a_new_publisher_is_added_with_what_it_is(add, folder):
    told = add(row(publisher="Koran Baru", publisher_kind="media_lokal"))
    assert told.exit_code == 0 and "1 publisher" in told.output
    assert read(folder / "publishers.csv")[-1] == {"publisher": "Koran Baru", "kind": "media_lokal", "note": ""}
    assert run("check", "--data", folder).exit_code == 0


@pytest.mark.parametrize(("kind", "said"), [("", "publisher_kind"), ("koran", "column publisher_kind: found 'koran'")])
def test_who_is_not_known_and_said_to_be_nothing_is_refused(add, folder, kind, said):
    before = (folder / "publishers.csv").read_bytes(), (folder / "figures.csv").read_bytes()
    told = add(row(publisher="Koran Baru", publisher_kind=kind))
    assert told.exit_code == 1 and "dari-artikel.csv, row 2" in told.output and said in told.output
    assert ((folder / "publishers.csv").read_bytes(), (folder / "figures.csv").read_bytes()) == before


def test_a_publisher_is_known_by_its_name_however_it_is_typed(add, folder):
    before = (folder / "publishers.csv").read_bytes()
    assert add(row(publisher=" TRIBUN")).exit_code == 0
    assert read(folder / "sources.csv")[-1]["publisher"] == "Tribun"
    assert (folder / "publishers.csv").read_bytes() == before


def test_a_file_that_is_not_there_is_told(folder):
    told = run("add", folder / "nope.csv", "--data", folder)
    assert told.exit_code == 1 and "there is no file" in told.output and "nope.csv" in told.output
