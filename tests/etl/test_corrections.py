"""Corrections: a guard that fails stops the build; a correction changes a value, never an identity."""

import duckdb
import pytest
from small import figure, write

from etl.build import derive, load, prepare
from etl.problem import BadInput

ENTRY = """
  - id: {id}
    table: figures
    match: {{source_id: kompas, region: "35"}}
    column: {column}
    expect: {expect}
    why: Said so.
    since: "2026-11-22"
"""


def entry(name: str = "one", column: str = "value", expect: str = '"10"', **more: str) -> str:
    return ENTRY.format(id=name, column=column, expect=expect) + "".join(f"    {key}: {value}\n" for key, value in more.items())


@pytest.fixture
def build(tmp_path):
    def run(entries: str, *figures: dict) -> dict:
        with duckdb.connect(config={"threads": 1}) as con:
            text = "corrections:\n" + entries if entries else ""
            prepare(con, write(tmp_path / str(len(list(tmp_path.iterdir()))), list(figures) or [figure()], text), lambda step: None)
            load(con)
            derive(con)
            cursor = con.execute("select * from published_figure order by source_row")
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    return run


def refused(build, entries: str, *figures: dict) -> list[str]:
    with pytest.raises(BadInput) as caught:
        build(entries, *figures)
    return [str(problem) for problem in caught.value.problems]


def test_set_changes_the_value_and_keeps_the_printed_one(build):
    (before,), (after,) = build(""), build(entry(set='"12"'))
    assert (before["value"], before["value_printed"], before["correction_id"]) == (10, None, None)
    assert (after["value"], after["value_printed"], after["correction_id"]) == (12, "10", "one")
    assert after["figure_id"] == before["figure_id"]


@pytest.mark.parametrize(
    ("column", "expect", "value"), [("region", '"35"', '"74"'), ("stage", "dugaan", "temuan"), ("as_of", '"2020-11-01"', '""')]
)
def test_identity_survives_the_correction_of_any_column(build, column, expect, value):
    (before,), (after,) = build(""), build(entry(column=column, expect=expect, set=value))
    assert after["figure_id"] == before["figure_id"]
    assert after[column] == (value.strip('"') or None) and after["value_printed"] is None


def test_remark_stands_beside_the_figure_and_changes_nothing(build):
    (row,) = build(entry(note_id="Hati-hati.", note_en="Beware."))
    assert (row["annotation_id"], row["annotation_en"]) == ("Hati-hati.", "Beware.")
    assert (row["value"], row["value_printed"]) == (10, None)


def test_two_entries_about_one_row_are_both_kept_and_the_row_stays_one(build):
    entries = entry("a", set='"12"', note_id="Satu.") + entry("b", column="note", expect='""', note_id="Dua.")
    (row,) = build(entries)
    assert (row["value"], row["annotation_id"], row["correction_id"]) == (12, "Satu. Dua.", "a, b")


def test_corrected_value_is_checked_as_any_other(build):
    (line,) = refused(build, entry(set='"many"'))
    assert line.startswith("figures.csv, row 2, column value: found 'many'")


def test_flags_judge_the_corrected_value(build):
    figures = [figure(value=15, region="35.13", source_id="tribun"), figure()]
    assert build("", *figures)[0]["flags"] == ["melebihi_induk"]
    assert build(entry(set='"20"'), *figures)[0]["flags"] == []


REFUSED = [
    (
        entry(expect='"11"'),
        "corrections.yaml, column one: found '10' in figures.csv, row 2; expected '11' as when the correction was written",
    ),
    (entry(expect='""'), "expected nothing as when the correction was written: remove or renew it"),
    (
        entry().replace('"35"', '"74"'),
        "corrections.yaml, column one: found no row of figures.csv with source_id 'kompas', region '74'; expected exactly one",
    ),
    (entry().replace("figures", "numbers"), "found the table 'numbers'; expected the name of a table in data/"),
    (entry().replace("source_id:", "source:"), "found the column source; expected columns of figures"),
    (entry().replace("    why: Said so.\n", ""), "corrections.yaml, column one: found no why"),
    (entry(notes="x"), "corrections.yaml, column one: found the key notes; expected one of id, table, match"),
    (entry() + entry(), "corrections.yaml, column one: found the id twice"),
    (entry().replace("2026-11-22", "yesterday"), "found since: yesterday; expected a day of the calendar"),
    ("  - a sentence\n", "corrections.yaml: found the entry 'a sentence'"),
    ("  one: two\n", "corrections.yaml: found corrections that are no list"),
    ("  - [", "corrections.yaml: found text that is no list of corrections"),
    (entry(set="2.000"), "corrections.yaml, column one: found set: 2.0 without quotes; expected text in quotes"),
    (entry().replace('"35"', "35.10"), "corrections.yaml, column one: found region: 35.1 without quotes"),
    (entry().replace('"2026-11-22"', "2026-13-45"), "corrections.yaml: found text that is no list of corrections (month must be in 1..12"),
    (entry().replace("why: Said so.", "why: Said so.\n    why: Again."), "found text that is no list of corrections (the key why twice"),
]


@pytest.mark.parametrize(("entries", "line"), REFUSED)
def test_an_entry_that_does_not_fit_stops_the_build_and_says_why(build, entries, line):
    (only,) = refused(build, entries)
    assert line in only


def test_match_must_fit_one_row(build):
    (line,) = refused(build, entry(), figure(), figure(stage="temuan"))
    assert "found 2 rows of figures.csv that match" in line


def test_every_published_remark_has_both_languages(store):
    rows = store._connection.execute("select annotation_id, annotation_en from figure where correction_id is not null").fetchall()
    assert len(rows) > 10 and all(indonesian and english for indonesian, english in rows)


# -- what the real corrections bring about --------------------------------------------


def test_the_four_hundred_of_september_2024_are_reports_received_in_every_source(snapshot):
    found = snapshot.execute(
        "select source_id, stage from figure where event = 'pilkada-2024' and region = 'ID' and unit = 'laporan' and value = 400"
    ).fetchall()
    assert len({source for source, _ in found}) == 4 and {stage for _, stage in found} == {"laporan"}


def test_what_was_still_being_followed_up_is_no_sanction_imposed(snapshot):
    remarks = snapshot.execute("select note_en from figure where stage = 'sanksi' and note is not null").fetchall()
    assert len(remarks) > 5 and not [note for (note,) in remarks if "being followed up" in note]
    (told,) = snapshot.execute("select stage, annotation_en from figure where figure_id = '56d3b30dfb'").fetchall()
    assert told[0] == "belum_ditindaklanjuti" and "had not been imposed" in told[1]
