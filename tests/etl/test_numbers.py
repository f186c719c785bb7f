"""Numbers and days that could mean something else are refused; each that is loaded means what its digits say."""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import COLUMNS, figure, problems, replaced, table_csv, write

from etl.build import load, prepare
from etl.check import today_in_indonesia
from etl.problem import BadInput

WHOLE = "a whole number such as 1194, in digits only"
TODAY = date(2024, 6, 15)
ONE = ["-0", "+482", "00482", "1e3", "1E3", "1 194", "0x10", "1_000", "١٢", "482.", ".194", "1.234.567", "4,5", "482.0", "inf", "nan", "½"]
TWO = [("2.000", "2000", "2"), ("12.000", "12000", "12"), ("1,194", "1194", "1.194"), ("12.500", "12500", "12.5")]


def test_a_count_is_written_in_digits_only(told):
    rows = [figure(value=value, note=place) for place, value in enumerate(ONE)]
    assert told(*rows) == [
        f"figures.csv, row {place}, column value: found '{value}'; expected {WHOLE}" for place, value in enumerate(ONE, 2)
    ]


def test_a_dot_or_comma_before_three_digits_is_told_with_both_readings(told):
    rows = [figure(value=value, note=value) for value, *_ in TWO]
    assert told(*rows) == [
        f"figures.csv, row {place}, column value: found '{value}', which can be {many} or {few}; expected {WHOLE}"
        for place, (value, many, few) in enumerate(TWO, 2)
    ]


def test_every_column_of_whole_numbers_is_judged_alike(told):
    (line,) = told(spoil=replaced("workforce.csv", ",40000,", ",40.000,"))
    assert line == f"workforce.csv, row 2, column value: found '40.000', which can be 40000 or 40; expected {WHOLE}"


def test_percent_has_a_point_and_no_comma(told):
    assert told(figure(unit="persen", value="22.5")) == []
    (line,) = told(figure(unit="persen", value="22,5"))
    assert "found '22,5'; expected a number such as 1194 or 12.5, with a point before decimals" in line


def counts(*rows: tuple) -> object:
    return lambda folder: table_csv(folder, "workforce", COLUMNS["workforce"], [("kompas", *row) for row in rows])


def test_no_count_is_larger_than_that_of_all_civil_servants(told):
    nation = counts(
        ("ID", "2019", "pns", 4189121, "all PNS"), ("ID", "2023", "asn", 4282429, "all ASN"), ("ID", "2022", "pppk", 400000, "")
    )
    assert told(figure(value="4282429"), spoil=nation) == []
    lines = told(figure(value="4282430"), figure(value="1" + "0" * 21, region="ID", unit="orang"), spoil=nation)
    most = "at most 4,282,429: the civil servants of the nation (workforce.csv)"
    assert lines == [
        f"figures.csv, row {row}, column value: found '{value}'; expected {most}" for row, value in ((2, "4282430"), (3, "1" + "0" * 21))
    ]


def test_where_nobody_counted_them_no_count_is_larger_than_the_nation(told):
    (line,) = told(figure(value="284973644"), figure(value="284973643", region="74"))
    assert line.endswith(
        "row 2, column value: found '284973644'; expected at most 284,973,643: the inhabitants of the nation (regions.csv)"
    )


def test_no_region_has_more_civil_servants_than_inhabitants(told):
    (line,) = told(spoil=counts(("35.74", "2023", "pns", 245001, "all PNS"), ("35.74", "2022", "pns", 245000, "all PNS")))
    assert line == "workforce.csv, row 2, column value: found '245001'; expected no more than the region has inhabitants (regions.csv)"


@pytest.fixture
def on(tmp_path):
    """What a build of `TODAY` says of a folder."""

    def lines(*figures: dict, spoil=lambda folder: None) -> list[str]:
        folder = write(tmp_path / "data", list(figures) or [figure()])
        spoil(folder)
        return problems(folder, TODAY)

    return lines


def test_what_is_published_has_been(on):
    future = "a day that is not in the future (today is 2024-06-15)"
    assert on(*(figure(as_of=day) for day in ("2024-06-15", "2024-06", "2024", "2021-12-31"))) == []
    wrong = [{"as_of": "2024-06-16"}, {"as_of": "2024-07"}, {"as_of": "2025"}, {"as_of": "9999"}, {"period_end": "2024-06-16"}]
    lines = on(*(figure(**changes) for changes in wrong))
    assert lines == [
        f"figures.csv, row {row}, column {column}: found '{day}'; expected {future}"
        for row, changes in enumerate(wrong, 2)
        for column, day in changes.items()
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "column"),
    [
        ("sources.csv", "2022-01-31", "2024-06-16", "published_on"),
        ("workforce.csv", ",2023,", ",2025,", "as_of"),
        ("outreach.csv", "2020-09-01", "2024-12-01", "date"),
    ],
)
def test_so_has_what_stands_in_other_tables(on, file, old, new, column):
    assert on(spoil=replaced(file, old, new)) == [
        f"{file}, row 2, column {column}: found '{new.strip(',')}'; expected a day that is not in the future (today is 2024-06-15)"
    ]


def test_an_election_may_be_ahead_but_not_far(on):
    def voting(day: str) -> list[str]:
        return on(spoil=replaced("events.csv", "2020-12-09", day))

    assert voting("2034-06-15") == voting("2005-01-01") == []
    for day in ("9999-12-09", "2034-06-16", "1946-12-09", "2004-12-31"):
        (line,) = voting(day)
        expected = "a day from 2005, when direct elections began, to 10 years from now"
        assert line == f"events.csv, row 3, column voting_day: found '{day}'; expected {expected}"


def test_the_day_begins_in_papua():
    assert today_in_indonesia(datetime(2026, 11, 26, 14, 59, tzinfo=UTC)) == date(2026, 11, 26)
    assert today_in_indonesia(datetime(2026, 11, 26, 15, 0, tzinfo=UTC)) == date(2026, 11, 27)


MARKS = [".", ",", "-", "+", "e", " ", "0", "00", "000", "\u200b", "\u0661", "'"]
NUMERAL = st.lists(st.one_of(st.integers(-10, 10**9).map(str), st.sampled_from(MARKS)), min_size=1, max_size=4).map("".join)
DAY = st.one_of(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).flatmap(
        lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4], f"{day:%d/%m/%Y}"])
    ),
    st.from_regex(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", fullmatch=True),
)


def plain(cell: str) -> str:
    return cell.replace("\u200b", "").strip(" ")


def outcome(folder: Path, column: str) -> dict[int, object]:
    """What came of each row: what was loaded, or nothing where a row was refused (then nothing is loaded)."""
    with duckdb.connect(config={"threads": 1}) as con:
        try:
            prepare(con, folder, lambda step: None, TODAY)
        except BadInput as refusal:
            return {problem.row: None for problem in refusal.problems}
        load(con)
        return dict(con.execute(f"select note::integer, {column} from figure").fetchall())


def check_rows(folder: Path, cells: list[str], sound: set[str], column: str) -> None:
    """Exactly the cells that are not sound are told; where all are, they are loaded as they stand."""
    rows = dict(enumerate(map(plain, cells), 2))
    wrong = {row: None for row, cell in rows.items() if cell not in sound}
    got = outcome(folder, column)
    assert {row: value if value is None else str(value) for row, value in got.items()} == (wrong or rows)


@settings(max_examples=12, deadline=None)
@given(st.lists(NUMERAL, min_size=1, max_size=30, unique_by=plain))
def test_a_number_means_what_its_digits_say_or_is_told(tmp_path_factory, cells):
    folder = write(tmp_path_factory.mktemp("numbers"), [figure(value=cell, note=row, region="ID") for row, cell in enumerate(cells, 2)])
    digits = {cell for cell in map(plain, cells) if cell.isascii() and cell.isdigit()}
    sound = {cell for cell in digits if str(int(cell)) == cell and int(cell) <= 284_973_643}
    check_rows(folder, cells, sound, "value::bigint")


def is_past(cell: str) -> bool:
    try:
        day = date.fromisoformat(cell + "-01-01"[: 10 - len(cell)] if len(cell) == 4 else cell + "-01"[: 10 - len(cell)])
    except ValueError:
        return False
    return date(1945, 8, 17) <= day <= TODAY


@settings(max_examples=12, deadline=None)
@given(st.lists(DAY, min_size=1, max_size=30, unique=True))
def test_a_day_is_one_of_the_calendar_that_has_been_or_is_told(tmp_path_factory, cells):
    folder = write(tmp_path_factory.mktemp("days"), [figure(as_of=cell, note=row, region="ID") for row, cell in enumerate(cells, 2)])
    check_rows(folder, cells, {cell for cell in cells if is_past(cell)}, "as_of")
