"""A build of the real data through the command line: what it says, what it leaves, what every row keeps."""

import csv
import shutil
from pathlib import Path

import duckdb
import pytest
from small import figure, write
from typer.testing import CliRunner

from etl import publish
from etl.__main__ import app
from etl.build import build

DATA = Path(__file__).resolve().parents[2] / "data"
TABLES = {
    "region": "regions",
    "event": "events",
    "source": "sources",
    "figure": "figures",
    "workforce": "workforce",
    "sanction": "sanctions",
    "violation": "violations",
    "law": "laws",
    "participation": "participation",
    "position": "positions",
    "outreach": "outreach",
    "rule": "verdict_rules",
    "sentence_form": "sentence_forms",
    "vocabulary": "vocabulary",
}


def run(*arguments: object):
    return CliRunner().invoke(app, list(map(str, arguments)), terminal_width=120)


def records(table: str) -> int:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder and what `python -m etl build` printed."""
    folder = tmp_path_factory.mktemp("built")
    return folder, run("build", "--data", DATA, "--out", folder / "build", "--geo", folder / "geo")


def test_build_publishes_one_file_and_names_it(built):
    folder, result = built
    assert result.exit_code == 0, result.output
    snapshot_id = (folder / "build" / "CURRENT").read_text(encoding="ascii").strip()
    files = sorted(file.name for file in (folder / "build" / "snapshots").iterdir())
    assert files == [f"netralitas-{snapshot_id}.duckdb", f"netralitas-{snapshot_id}.json"]
    assert f"Published snapshot {snapshot_id} in {folder / 'build' / 'snapshots' / files[0]}" in result.stdout


def test_build_ends_with_rows_flags_and_rejected_rows(built):
    lines = [[cell.strip() for cell in line.strip("│").split("│")] for line in built[1].stdout.splitlines() if line.startswith("│")]
    table = {(what, name): int(rows.replace(",", "")) for what, name, rows in lines}
    assert {name: table["table", name] for name in TABLES} == {name: records(file) for name, file in TABLES.items()}
    assert {name for what, name in table if what == "flag"} == {
        "melebihi_induk",
        "nilai_kembar",
        "beda_sumber",
        "turun",
        "corong_terbalik",
    }
    assert table["rejected", "rows"] == 0
    assert table["corrections", "applied"] == (DATA / "corrections.yaml").read_text(encoding="utf-8").count("\n  - id:")
    assert {"build_info", "headline", "timeline", "verdict", "verdict_rule"} <= {name for what, name in table if what == "table"}


def test_unchanged_input_publishes_nothing_and_says_so(built):
    folder, _ = built
    before = {file: file.stat().st_mtime_ns for file in (folder / "build" / "snapshots").iterdir()}
    result = run("build", "--data", DATA, "--out", folder / "build", "--geo", folder / "geo")
    assert result.exit_code == 0 and "Nothing has changed" in result.stdout
    assert {file: file.stat().st_mtime_ns for file in (folder / "build" / "snapshots").iterdir()} == before


def test_check_publishes_nothing_and_lists_labels_without_a_group(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("check", "--data", write(tmp_path / "data", [figure(dimension="jabatan", category="juru kunci")]))
    assert result.exit_code == 0
    assert "not mapped, shown as printed: jabatan 'juru kunci' (1 figure)" in result.stdout
    assert "sound. Not mapped: 1 breakdown label." in result.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("command", ["", "build", "check", "rollback", "boundaries"])
def test_help_reads_well(command):
    result = run(*filter(None, [command, "--help"]))
    assert result.exit_code == 0 and "Usage:" in result.stdout
    expected = {"build": ["--data", "--out", "snapshot", "default: data"], "": ["build", "check", "rollback", "boundaries"]}
    assert all(word in result.stdout for word in expected.get(command, []))


def test_text_that_looks_like_a_number_stays_text(snapshot_dir, store):
    assert {"35.10", "ID", "11"} <= set(store.regions().index)
    assert store.region_name("35.10") == "Kabupaten Banyuwangi"


def test_figures_keep_value_file_and_row(snapshot_dir):
    with (DATA / "figures.csv").open(encoding="utf-8", newline="") as file:
        printed = {row: record["value"] for row, record in enumerate(csv.DictReader(file), 2)}
    with duckdb.connect(str(publish.path(snapshot_dir, publish.current(snapshot_dir))), read_only=True) as con:
        rows = con.execute("select source_row, coalesce(value_printed::double, value), source_file from figure").fetchall()
    assert {row: float(value) for row, value in printed.items()} == {row: value for row, value, _ in rows}
    assert {file for *_, file in rows} == {"figures.csv"}


def test_figure_id_is_unique_and_survives_reordering(snapshot_dir, tmp_path):
    folder = shutil.copytree(DATA, tmp_path / "data")
    header, *rows = (DATA / "figures.csv").read_text(encoding="utf-8").splitlines()
    (folder / "figures.csv").write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    turned = build(folder, tmp_path / "build").snapshot_id
    query = "select figure_id, source_id, region, stage, value from figure order by all"
    found = []
    for file in (publish.path(snapshot_dir, publish.current(snapshot_dir)), publish.path(tmp_path / "build", turned)):
        with duckdb.connect(str(file), read_only=True) as con:
            found.append(con.execute(query).fetchall())
    assert found[0] == found[1]
    identities = [row[0] for row in found[0]]
    assert len(set(identities)) == len(identities) == records("figures")


def test_snapshot_tells_how_it_was_made(store, snapshot_dir):
    info = store.build_info()
    assert info["snapshot_id"] == publish.current(snapshot_dir) and info["synthetic"] == "no"
    assert info["duckdb"] == duckdb.__version__ and info["built_at"].endswith("+00:00")
    assert int(info["rows_figures"]) == records("figures") and int(info["corrections"]) > 0


def test_output_that_cannot_be_written_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    result = run("build", "--data", write(tmp_path / "data"), "--out", tmp_path / "file", "--geo", tmp_path / "geo")
    assert result.exit_code == 1 and "Nothing was published" in result.stderr and "Traceback" not in result.output


def test_words_and_data_name_the_same_things():
    """The vocabulary of the data and the constants of the code are one list."""
    from netralitas import model

    with (DATA / "vocabulary.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = {kind: {row["code"] for row in rows if row["kind"] == kind} for kind in ("stage", "unit", "counted_by", "flag")}
    assert codes == {"stage": set(model.STAGES), "unit": set(model.UNITS), "counted_by": set(model.COUNTERS), "flag": set(model.FLAGS)}
