"""A later stage above an earlier one, what is no flag at all, and each flag on the real data."""

import csv
from pathlib import Path

import pytest
from small import figure

CASES = Path(__file__).resolve().parents[1] / "cases"

FUNNEL = "corong_terbalik"


def test_a_later_stage_above_an_earlier_one(flags):
    found = flags(figure(value=12, stage="diteruskan"), figure(value=10, stage="dugaan"))
    assert set(found) == {(0, FUNNEL)} and found[0, FUNNEL][:2] == [1, False]
    assert "Dugaan pelanggaran" in found[0, FUNNEL][2] and "10 cases" in found[0, FUNNEL][3]


@pytest.mark.parametrize(
    ("early", "late"), [("terbukti", "sanksi"), ("rekomendasi_sanksi", "belum_ditindaklanjuti"), ("diteruskan", "terbukti")]
)
def test_each_pair_of_stages(flags, early, late):
    assert set(flags(figure(value=12, stage=late), figure(value=10, stage=early))) == {(0, FUNNEL)}


@pytest.mark.parametrize(("early", "late"), [("dugaan", "laporan"), ("pelanggaran", "diteruskan"), ("sanksi", "belum_ditindaklanjuti")])
def test_stages_that_do_not_contain_each_other(flags, early, late):
    assert flags(figure(value=12, stage=late), figure(value=10, stage=early)) == {}


@pytest.mark.parametrize(
    "changed",
    [
        {"as_of": "2020-11-02"},
        {"source_id": "tribun"},
        {"counted_by": "kasn"},
        {"unit": "orang"},
        {"region": "74"},
        {"qualifier": "lebih_dari"},
        {"qualifier": "tidak_konsisten"},
        {"note_kind": "terpisah"},
    ],
)
def test_only_one_statement_makes_a_funnel(flags, changed):
    found = flags(figure(value=12, stage="diteruskan"), figure(**{"value": 10, "stage": "dugaan", **changed}))
    assert not any(flag == FUNNEL for _, flag in found)


def test_a_stage_with_two_numbers_makes_no_funnel(flags):
    found = flags(figure(value=12, stage="diteruskan"), figure(value=10, stage="dugaan"), figure(value=20, stage="dugaan"))
    assert not any(flag == FUNNEL for _, flag in found)


def test_a_missing_day_of_count_is_no_flag(flags):
    assert flags(figure(as_of=""), figure(as_of="", source_id="undated", region="74")) == {}


def test_breakdowns_and_percentages_are_not_compared(flags):
    assert flags(figure(value=15, region="35.13", dimension="jabatan", category="guru"), figure(value=10)) == {}
    assert flags(figure(value=15, region="35.13", unit="persen"), figure(value=10, unit="persen")) == {}


# -- the real data -----------------------------------------------------------

with (CASES / "flags.csv").open(encoding="utf-8", newline="") as file:
    REAL = list(csv.DictReader(file))


@pytest.mark.parametrize(
    "case", REAL, ids=lambda case: " ".join([case["flag"], case["region"], case["event"], case["stage"], case["value"]])
)
def test_flags_of_the_published_figures(store, case):
    query = """
        select figure_id, list(disputes) filter (flag.figure_id is not null)
        from figure
        left join (select * from flag where flag = $flag) as flag using (figure_id)
        where region = $region and event = $event and stage = $stage and unit = $unit and value = $value::double and dimension = 'total'
        group by figure_id
    """
    columns = ("flag", "region", "event", "stage", "unit", "value")
    rows = store._connection.execute(query, {column: case[column] for column in columns}).fetchall()
    found = [disputes for _, raised in rows for disputes in raised or []]
    assert rows
    match case["expected"]:
        case "flagged":
            assert found
        case "not flagged":
            assert not found
        case "disputes":
            assert found == [True]
        case _:
            assert not any(found)
