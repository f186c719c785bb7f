"""What is not there is not taken for nothing: lists, rows and words that are missing are told, and by their own name."""

import shutil
from pathlib import Path

import pytest
from small import DATA, figure, problems, replaced, write

NONE = "where there are none, it says `corrections: []`"
LISTS = [
    ("", "corrections.yaml: found an empty file; expected the key corrections with a list; " + NONE),
    ("# nothing but a remark\n", "corrections.yaml: found an empty file; expected the key corrections with a list; " + NONE),
    ("correction:\n  - id: x\n", "corrections.yaml: found the key correction; expected the key corrections and no other; " + NONE),
    ("corrections:\n", "corrections.yaml: found nothing under corrections; expected a list; " + NONE),
    ("{}\n", "corrections.yaml: found nothing under corrections; expected a list; " + NONE),
    ("corrections: []\nnotes: x\n", "corrections.yaml: found the key notes; expected the key corrections and no other; " + NONE),
    ("a sentence\n", "corrections.yaml: found text that is no list of corrections; expected YAML as its first lines say"),
]


@pytest.mark.parametrize(("text", "line"), LISTS)
def test_a_list_of_corrections_that_is_not_there_is_no_empty_list(told, text, line):
    assert told(spoil=lambda folder: (folder / "corrections.yaml").write_text(text, encoding="utf-8")) == [line]


def test_a_second_list_does_not_hide_the_first(told):
    text = "corrections: [{id: x}]\ncorrections: []\n"
    (line,) = told(spoil=lambda folder: (folder / "corrections.yaml").write_text(text, encoding="utf-8"))
    assert line.startswith("corrections.yaml: found text that is no list of corrections (the key corrections twice")


def test_a_missing_list_of_corrections_is_told(told):
    (line,) = told(spoil=lambda folder: (folder / "corrections.yaml").unlink())
    assert line == "corrections.yaml: found no such file; expected the list of corrections; " + NONE


def test_none_is_said_in_so_many_words(told):
    assert told(spoil=lambda folder: (folder / "corrections.yaml").write_text("corrections: []", encoding="utf-8-sig")) == []


def only_header(file: str):
    def spoil(folder: Path) -> None:
        path = folder / file
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")

    return spoil


TABLES = sorted(file.name for file in DATA.glob("*.csv") if file.name != "outreach.csv")


@pytest.mark.parametrize("files", [["sources.csv"], ["vocabulary.csv"], TABLES])
def test_a_table_with_only_its_header_is_told_once_and_alone(told, files):
    def spoil(folder: Path) -> None:
        for file in files:
            only_header(file)(folder)

    lines = told(figure(), figure(region="74"), spoil=spoil)
    assert lines == [f"{file}: found only a header; expected rows: this table may not be empty" for file in files]


def test_rows_of_blanks_are_no_rows(told):
    def spoil(folder: Path) -> None:
        only_header("publishers.csv")(folder)
        with (folder / "publishers.csv").open("a", encoding="utf-8") as file:
            file.write(" ,\t,\u00a0\n,,\n")

    assert told(spoil=spoil) == ["publishers.csv: found only a header; expected rows: this table may not be empty"]


def test_nobody_need_have_explained_anything(told):
    assert told(spoil=only_header("outreach.csv")) == []


def without(file: str, beginning: str):
    """Without the rows that begin so."""

    def spoil(folder: Path) -> None:
        path = folder / file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(beginning)]
        assert len(kept) < len(lines)
        path.write_text("".join(kept), encoding="utf-8", newline="")

    return spoil


KINDS = [
    ("stage", "temuan"),
    ("unit", "orang"),
    ("counted_by", "kasn"),
    ("dimension", "asal"),
    ("qualifier", "sekitar"),
    ("stage_basis", "konteks"),
    ("event_kind", "pemilu"),
    ("source_kind", "berita"),
    ("publisher_kind", "lembaga"),
    ("region_kind", "kota"),
    ("workforce_kind", "asn"),
    ("sanction_level", "berat"),
    ("position_group", "jpt"),
    ("checked", "partly"),
    ("flag", "turun"),
    ("status", "bersih"),
    ("stage", "pidana"),
    ("sanction_level", "pidana"),
]


def test_every_code_of_every_kind_has_words(told):
    def spoil(folder: Path) -> None:
        for kind, code in KINDS:
            without("vocabulary.csv", f"{kind},{code},")(folder)

    lines = [line for line in told(spoil=spoil) if line.startswith("vocabulary.csv")]
    found = [
        f"vocabulary.csv, column code {code}: found no row for the {kind} '{code}'; expected a row for every code" for kind, code in KINDS
    ]
    assert [line.removesuffix(" that the tables may hold") for line in lines] == sorted(found)


def test_a_group_of_labels_has_words_of_the_kind_that_its_dimension_asks_for(told):
    lines = told(spoil=without("vocabulary.csv", "violation_group,foto_simbol,"))
    assert lines and all("category_aliases.csv, row" in line and "column group: found 'foto_simbol'" in line for line in lines)
    (line,) = told(spoil=replaced("category_aliases.csv", "jabatan,administrator,administrator", "jabatan,administrator,foto_simbol"))
    assert line == (
        "category_aliases.csv, row 2, column group: found 'foto_simbol'; expected a code of vocabulary.csv, of the kind that belongs here"
    )


@pytest.mark.parametrize(("file", "code"), [("positions.csv", "SEKDA"), ("violations.csv", "KE-01"), ("sanctions.csv", "MOR-TUTUP")])
def test_a_label_that_stands_for_a_code_that_is_not_there(told, file, code):
    lines = told(spoil=without(file, code + ","))
    assert lines and all(f"column code: found '{code}'; expected a code of {file}" in line for line in lines)


def halved(file: str):
    def spoil(folder: Path) -> None:
        path = folder / file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(lines[: len(lines) // 2]), encoding="utf-8", newline="")

    return spoil


def test_half_a_table_of_codes_is_told_by_what_it_lacks(told):
    files = ("vocabulary.csv", "positions.csv", "violations.csv", "sanctions.csv")

    def spoil(folder: Path) -> None:
        for file in files:
            halved(file)(folder)

    lines = told(spoil=spoil)
    assert all(any(file in line for line in lines) for file in files)
    assert all(any(file in line for file in files) for line in lines)


def test_half_a_table_is_not_blamed_on_the_corrections(tmp_path):
    folder = shutil.copytree(DATA, tmp_path / "data")
    halved("figures.csv")(folder)
    (line,) = problems(folder)
    assert line.startswith("figures.csv: found no row for ") and "is the file cut short?" in line


ENTRY = """
  - id: {id}
    table: sources
    match: {{source_id: "{id}"}}
    column: published_on
    expect: "2022-01-31"
    why: Said so.
    since: "2026-11-22"
"""


def test_where_other_rows_miss_the_same_rows_corrections_are_silent(tmp_path):
    folder = write(tmp_path / "data", [figure(), figure(source_id="tribun")], "corrections:" + ENTRY.format(id="tribun"))
    assert problems(folder) == []
    without("sources.csv", "tribun,")(folder)
    assert problems(folder) == ["figures.csv, row 3, column source_id: found 'tribun'; expected a source_id of sources.csv"]
