"""From article to figures on the command line: numbers as rows that a person ticks, and that `add` takes or refuses whole."""

import csv
import shutil

import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from tests.helpers import DATA

ARTICLE = """Pelanggaran Netralitas ASN di Malang

Bawaslu meneruskan 45 kasus pelanggaran netralitas ASN di Kabupaten Malang ke KASN pada Pilkada 2020 sampai 1 Desember 2020.
Acara di lantai 2 diikuti 24 camat.
"""
SOURCE = {"publisher": "Republika", "title": "Contoh", "published_on": "2020-12-02", "kind": "berita"}


@pytest.fixture
def rows(snapshot_dir, tmp_path):
    article, result = tmp_path / "artikel.txt", tmp_path / "angka.csv"
    article.write_text(ARTICLE, encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(article), "--result", str(result), "--out", str(snapshot_dir)])
    assert done.exit_code == 0, done.output
    with result.open(encoding="utf-8-sig", newline="") as file:
        return result, list(csv.DictReader(file))


def test_number_is_a_row_with_its_phrase_and_what_was_assumed(rows):
    _, [row] = rows
    assert {name: row[name] for name in ("value", "region", "event", "stage", "stage_basis", "counted_by", "unit", "as_of")} == {
        "value": "45", "region": "35.07", "event": "pilkada-2020", "stage": "diteruskan", "stage_basis": "tercetak",
        "counted_by": "bawaslu", "unit": "kasus", "as_of": "2020-12-01",
    }  # fmt: skip
    assert row["take"] == "" and "45 kasus" in row["printed"] and "rincian" in row["assumed"] and row["source_id"] == "artikel"


def test_ticked_row_is_added_and_one_without_its_source_adds_nothing(rows, tmp_path):
    result, [row] = rows
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    before = (folder / "figures.csv").read_bytes()
    written(result, row | {"take": "x"})
    refused = CliRunner().invoke(app, ["add", str(result), "--data", str(folder)])
    assert refused.exit_code == 1 and (folder / "figures.csv").read_bytes() == before
    written(result, row | {"take": "x"} | SOURCE | {"publisher": "Koran Baru", "publisher_kind": "media_lokal"})
    done = CliRunner().invoke(app, ["add", str(result), "--data", str(folder)])
    assert done.exit_code == 0, done.output
    assert "Koran Baru,media_lokal" in (folder / "publishers.csv").read_text(encoding="utf-8")
    assert "artikel,pilkada-2020" in (folder / "figures.csv").read_text(encoding="utf-8")


def written(file, row):
    with file.open("w", encoding="utf-8", newline="") as opened:
        table = csv.DictWriter(opened, list(row))
        table.writeheader()
        table.writerow(row)
