"""Bad cells of each kind: one line that a person can act on, exit code 1, and the published snapshot stays."""

import re
from pathlib import Path

import pytest
from small import COLUMNS, FIGURE, figure, replaced, table_csv, write
from typer.testing import CliRunner

from etl import publish
from etl.__main__ import app
from etl.build import build

WHOLE = "a whole number such as 1194, in digits only"
NUMBER = "a number such as 1194 or 12.5, with a point before decimals and nothing else but digits"
ADDRESS = "a web address such as https://www.bawaslu.go.id/"
DAYS = "a day, month or year of the calendar: 2020-12-19, 2020-12 or 2020"
KINDS = "one or several of sebagian, campuran, bertentangan, gabungan, cakupan, dasar, bukan_asn, terpisah, set apart by single blanks"
CELLS = [
    ({"region": "99.99"}, "region", "'99.99'", "a code of regions.csv"),
    ({"region": "Probolinggo"}, "region", "'Probolinggo'", "text like 35.13"),
    ({"value": "3.5"}, "value", "'3.5'", WHOLE),
    ({"value": "1.194,5"}, "value", "'1.194,5'", WHOLE),
    ({"value": "-1"}, "value", "'-1'", "a number of at least 0"),
    ({"value": "9" * 400}, "value", "'" + "9" * 199 + "…", NUMBER),
    ({"value": "101", "unit": "persen"}, "value", "'101'", "a share between 0 and 100 percent"),
    ({"value": ""}, "value", "nothing", "a value: this column may not be empty"),
    ({"source_id": ""}, "source_id", "nothing", "a value: this column may not be empty"),
    ({"source_id": "nowhere"}, "source_id", "'nowhere'", "a source_id of sources.csv"),
    ({"event": "pilkada-1999"}, "event", "'pilkada-1999'", "a code of events.csv"),
    ({"as_of": "2020-02-31"}, "as_of", "'2020-02-31'", DAYS),
    ({"as_of": "2020-13"}, "as_of", "'2020-13'", DAYS),
    ({"as_of": "19 Desember 2020"}, "as_of", "'19 Desember 2020'", DAYS),
    ({"as_of": "0202-12-09"}, "as_of", "'0202-12-09'", DAYS),
    ({"period_end": "2020-02-31"}, "period_end", "'2020-02-31'", "a day of the calendar as YYYY-MM-DD"),
    ({"period_start": "2020-12-01", "period_end": "2020-11-30"}, "period_end", "'2020-11-30'", "a day not before period_start 2020-12-01"),
    ({"qualifier": "ca."}, "qualifier", "'ca.'", "one of sekitar, lebih_dari, disimpulkan, campuran, ambigu-wilayah, tidak_konsisten"),
    ({"note_kind": "campuran sebgian"}, "note_kind", "'campuran sebgian'", KINDS),
    ({"note_kind": "campuran;sebagian"}, "note_kind", "'campuran;sebagian'", KINDS),
    ({"unit": "perkara"}, "unit", "'perkara'", "one of kasus, orang, laporan, persen"),
    ({"category": "guru"}, "category", "'guru'", "nothing: a total has no category"),
    ({"dimension": "jabatan"}, "category", "nothing", "the category that is counted"),
    ({"note": "x", "region": "9\u2028[31m"}, "region", "'9 [31m'", "text like 35.13"),
]


@pytest.mark.parametrize(("changes", "column", "found", "expected"), CELLS)
def test_a_bad_cell_is_one_line_with_its_place(told, changes, column, found, expected):
    line = f"figures.csv, row 3, column {column}: found {found}; expected {expected}"
    assert told(figure(), figure(**{"region": "74", **changes})) == [line]


def test_unknown_stage_lists_the_known_ones(told):
    (line,) = told(figure(stage="vonis"))
    assert line.startswith("figures.csv, row 2, column stage: found 'vonis'; expected one of laporan, temuan, dugaan,")


def test_duplicate_key(told):
    (line,) = told(figure(), figure(region="74"), figure(note="again"))
    assert line.startswith("figures.csv, row 4, column source_id, event") and "found the same figure as in row 2" in line


REFERENCE = [
    (
        "sources.csv",
        "tribun,Tribun",
        "kompas,Tribun",
        "sources.csv, row 5, column source_id: found 'kompas'; expected a value that no earlier row has",
    ),
    ("sources.csv", "2022-01-31", "2022-02-31", f"sources.csv, row 2, column published_on: found '2022-02-31'; expected {DAYS}"),
    (
        "sources.csv",
        "https://example.org/kompas,",
        "example.org,",
        f"row 3, column url: found 'example.org', which does not begin with http:// or https://; expected {ADDRESS}",
    ),
    ("sources.csv", "undated,Tribun", "undated,Nobody", "row 6, column publisher: found 'Nobody'; expected a publisher of publishers.csv"),
    (
        "events.csv",
        "2018-06-27",
        "2018-02-31",
        "row 2, column voting_day: found '2018-02-31'; expected a day of the calendar as YYYY-MM-DD",
    ),
    (
        "events.csv",
        "2018-06-23",
        "2018-02-01",
        "row 2, column campaign_end: found '2018-02-01'; expected a day not before campaign_start 2018-02-15",
    ),
    (
        "regions.csv",
        "Kota Surabaya,kota,35",
        "Kota Surabaya,kota,74",
        "row 6, column parent: found '74'; expected the code of the region above",
    ),
    ("regions.csv", "Kota Surabaya,kota", "Kota Surabaya,provinsi", "row 6, column kind: found 'provinsi'; expected negara for ID"),
    ("regions.csv", "3017000", "9" * 25, "column population_2024: found '" + "9" * 25 + "'; expected a whole number such as 1194"),
    (
        "participation.csv",
        "35.74,wali_kota",
        "35.74,bupati",
        "participation.csv, row 4, column office: found 'bupati'; expected gubernur for a province, bupati for a kabupaten,",
    ),
    ("participation.csv", "35.78,", "35.79,", "row 5, column region: found '35.79'; expected a code of regions.csv"),
    (
        "laws.csv",
        "2010-06-06,2021-08-30",
        "2022-06-06,2021-08-30",
        "laws.csv, row 4, column in_force_until: found '2021-08-30'; expected a day not before in_force_from 2022-06-06",
    ),
    ("laws.csv", "PP 94/2021,yes", "PP 95/2021,yes", "column replaced_by: found 'PP 95/2021'; expected a code of laws.csv"),
    ("workforce.csv", "2023", "2023-13", f"workforce.csv, row 2, column as_of: found '2023-13'; expected {DAYS}"),
    ("sanctions.csv", "2021-08-31", "2021-08-32", f"column valid_to: found '2021-08-32'; expected {DAYS}"),
    (
        "vocabulary.csv",
        "stage,dugaan,",
        "stage,duga,",
        "vocabulary.csv, column code dugaan: found no row for the stage 'dugaan'; expected a row for every code",
    ),
    (
        "vocabulary.csv",
        "note_kind,terpisah,",
        "note_kind,terpisa,",
        "vocabulary.csv, column code terpisah: found no row for the note_kind 'terpisah'; expected a row for every code",
    ),
    ("regions.csv", ",55,245000", ",0,245000", "regions.csv, row 5, column area_km2: found '0'; expected a number of at least 0.01"),
    ("regions.csv", ",55,245000", ",-55,245000", "regions.csv, row 5, column area_km2: found '-55'; expected a number of at least 0.01"),
    ("regions.csv", ",245000", ",0", "regions.csv, row 5, column population_2024: found '0'; expected a number of at least 1"),
    ("regions.csv", "-7.7,113.2", "7.7,113.2", "regions.csv, row 5, column lat: found '7.7'; expected a number of at most 6.5"),
    ("districts.csv", "113.", "13.", "districts.csv, row 2, column lon: found '13.45'; expected a number of at least 94"),
    (
        "regions.csv",
        "Kota Surabaya",
        "kota probolinggo",
        "row 6, column name: found 'kota probolinggo'; expected a name that no earlier row of this kind has under the same parent",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line"), REFERENCE)
def test_reference_tables_are_checked_alike(told, file, old, new, line):
    (only,) = told(spoil=replaced(file, old, new))
    assert line in only


def test_command_line_tells_line_by_line_and_leaves_the_published_snapshot(tmp_path):
    folder, out = write(tmp_path / "data"), tmp_path / "out"
    published = build(folder, out).snapshot_id
    content = publish.path(out, published).read_bytes()
    table_csv(folder, "figures", tuple(FIGURE), [figure(region="98").values(), figure(region="99", stage="vonis").values()])
    for command in (["build", "--data", folder, "--out", out, "--geo", tmp_path / "geo"], ["check", "--data", folder]):
        result = CliRunner().invoke(app, list(map(str, command)))
        assert result.exit_code == 1
        lines = [line for line in result.stderr.splitlines() if "figures.csv" in line]
        assert len(lines) == 3 and all(re.match(r"figures\.csv, row [23], column \w+: found '\w+'; expected ", line) for line in lines)
        assert "3 problems, 2 rows rejected; nothing was published." in result.stderr
        assert "Traceback" not in result.output
    assert publish.current(out) == published and publish.snapshots(out) == [published]
    assert publish.path(out, published).read_bytes() == content
    assert not list((out / "snapshots").glob("draft*"))


def test_every_pattern_is_told_by_an_example(told):
    """No reader is shown a regular expression."""

    def spoil(folder: Path) -> None:
        for table, columns in COLUMNS.items():
            table_csv(folder, table, columns, [["?"] * len(columns)])

    lines = told(figure(region="?", as_of="?", source_id="?"), spoil=spoil)
    assert len(lines) > 20
    assert not [line for line in lines if re.search(r"expected .*(\[0-9|\^|\$|\\)", line)]
