"""`python -m etl draft`: what it writes, and what it says where it can't."""

import csv

import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from tests.documents import made
from tests.helpers import ROOT

DRAFTS = ROOT / "tests" / "cases" / "drafts"


@pytest.fixture
def run(snapshot_dir):
    return lambda *arguments: CliRunner().invoke(app, ["draft", "--out", str(snapshot_dir), *map(str, arguments)])


def test_the_result_has_a_row_a_finding(run, tmp_path):
    result = tmp_path / "hasil.csv"
    done = run(DRAFTS / "01.txt", DRAFTS / "03.txt", "--on", "2026-01-15", "--result", result)
    assert done.exit_code == 0
    with result.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert list(rows[0]) == ["file", "found", "kind", "verdict", "explanation", "say"]
    told = {(row["file"], row["found"]): (row["kind"], row["verdict"]) for row in rows}
    assert told["01.txt", "1.194"] == ("angka", "jangan")
    assert told["01.txt", "24"] == ("bukan", "")
    assert told["03.txt", "PP 24/2021"] == ("hukum", "salah")


def test_the_day_decides_about_a_law(run, tmp_path):
    draft = tmp_path / "pidato.txt"
    draft.write_text("Disiplin ASN diatur PP 53/2010.", encoding="utf-8")
    told = [run(draft, "--on", day).output for day in ("2020-10-01", "2026-01-15")]
    assert "0 of them not to be said so" in told[0] and "1 of them not to be said so" in told[1]


def test_a_file_that_is_not_there_gets_a_sentence_and_nothing_is_written(run, tmp_path):
    result = tmp_path / "hasil.csv"
    done = run(tmp_path / "tidak-ada.txt", "--result", result)
    assert done.exit_code == 1 and not result.exists()


# What a stranger may hand over → what is said of it.
HOSTILE = {
    "bom.docx": (made.bomb, "mengembang"),
    "bom_xml.docx": (made.xml_bomb, "rusak"),
    "panjang.pdf": (lambda: made.blank_pdf(10_000), "10.000 halaman"),
    "sandi.pdf": (lambda: made.pdf(("Rahasia.",), password="sandi"), "kata sandi"),
    "sandi.pptx": (made.encrypted_office, "kata sandi"),
    "kosong.txt": (lambda: b"", "tidak berisi teks"),
    "salah.docx": (lambda: made.pdf(("Teks.",)), "isinya PDF"),
    "naskah.odt": (made.word, "bukan DOCX"),
    "besar.txt": (lambda: b"x" * (20 * 2**20 + 1), "20 MB"),
}


def test_hostile_files_get_a_sentence_each_and_the_others_are_checked(run, tmp_path):
    good, result = tmp_path / "pidato.pptx", tmp_path / "hasil.csv"
    good.write_bytes(made.linked(made.slides(1), "http://127.0.0.1:9/luar.png"))
    for name, (make, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(make())
    done = run(*(tmp_path / name for name in HOSTILE), good, tmp_path / "tidak-ada.txt", tmp_path, "--result", result)
    assert done.exit_code == 1 and "Traceback" not in done.output
    for name, (_, said) in HOSTILE.items():
        about = [line for line in done.output.splitlines() if line.startswith(f"{tmp_path / name}: ")]
        assert len(about) == 1 and said in about[0]
    with result.open(encoding="utf-8-sig", newline="") as opened:
        told = [(row["file"], row["found"], row["verdict"]) for row in csv.DictReader(opened) if row["kind"] == "angka"]
    assert ("pidato.pptx", "1.194", "jangan") in told and {file for file, *_ in told} == {"pidato.pptx"}


def test_rows_of_articles_are_made_of_those_that_can_be_read(snapshot_dir, tmp_path):
    (tmp_path / "artikel.docx").write_bytes(made.word())
    (tmp_path / "kosong.txt").write_bytes(b"")
    result = tmp_path / "angka.csv"
    files = [str(tmp_path / name) for name in ("kosong.txt", "artikel.docx")]
    done = CliRunner().invoke(app, ["read", "--out", str(snapshot_dir), *files, "--result", str(result)])
    assert done.exit_code == 1 and "tidak berisi teks" in done.output
    with result.open(encoding="utf-8-sig", newline="") as opened:
        assert "1194" in {row["value"] for row in csv.DictReader(opened)}


def test_no_cell_of_a_strangers_text_is_a_formula(run, tmp_path):
    draft, result = tmp_path / "=1+1.txt", tmp_path / "hasil.csv"
    draft.write_text("Bawaslu mencatat 15 kasus netralitas ASN.", encoding="utf-8")
    assert run(draft, "--result", result).exit_code == 0
    with result.open(encoding="utf-8-sig", newline="") as opened:
        assert {row["file"] for row in csv.DictReader(opened)} == {"'=1+1.txt"}
