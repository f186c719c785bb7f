"""Which numbers stand together: statements by example, then what the domain promises of the real data."""

import csv
from itertools import product
from pathlib import Path

import pytest
from small import Bench, figure

CASES = Path(__file__).resolve().parents[1] / "cases"

STEPS = ("figure", "flag", "verdict", "verdict_time", "say", "statement")


@pytest.fixture
def stated(bench: Bench):
    """The statements of some figures, as dictionaries with their numbers by stage; the main one first."""

    def ask(*figures: dict) -> list[dict]:
        query = """
            select statement.*, map_from_entries(list((stage, value))) as numbers
            from statement
            inner join statement_figure using (statement_id)
            group by all
            order by main desc, counted_on desc, source_id
        """
        names = [*COLUMNS, "numbers"]
        return [dict(zip(names, row, strict=True)) for row in bench.ask(list(figures), query, STEPS)]

    return ask


COLUMNS = (
    "statement_id",
    "source_id",
    "region",
    "event",
    "counted_by",
    "unit",
    "counted_on",
    "period_start",
    "stages",
    "sound",
    "cut",
    "balanced",
    "exact",
    "is_equal",
    "overtaken_by",
    "main",
)


def numbers(**stages: int) -> list[dict]:
    """Figures of one page and day, one a stage."""
    return [figure(stage=stage, value=value) for stage, value in stages.items()]


def moved(figures: list[dict], **changes: object) -> list[dict]:
    return [{**row, **{name: str(value) for name, value in changes.items()}} for row in figures]


def test_numbers_of_one_page_and_day_stand_together(stated):
    (statement,) = stated(*numbers(dugaan=15, diteruskan=13, bukan_pelanggaran=2))
    assert statement["numbers"] == {"dugaan": 15, "diteruskan": 13, "bukan_pelanggaran": 2}
    assert statement["stages"] == 3 and statement["sound"] and statement["main"] and not statement["cut"]


@pytest.mark.parametrize(
    "other",
    [
        {"source_id": "tribun"},
        {"as_of": "2020-11-02"},
        {"unit": "orang"},
        {"counted_by": "kasn"},
        {"region": "35.13"},
        {"event": "pilkada-2018"},
        {"period_start": "2020-09-26"},
    ],
)
def test_numbers_that_nobody_put_together_make_no_statement(stated, other):
    assert stated(figure(), figure(stage="diteruskan", value=5, **other)) == []


@pytest.mark.parametrize("other", [{"unit": "persen"}, {"dimension": "jabatan", "category": "guru"}])
def test_shares_and_breakdowns_are_no_part_of_a_statement(stated, other):
    assert stated(figure(**other), figure(stage="diteruskan", value=5, **other)) == []


def test_what_must_not_be_said_stands_beside_nothing(stated):
    assert stated(figure(), figure(stage="diteruskan", value=5, qualifier="ambigu-wilayah")) == []


def test_a_stage_with_two_numbers_is_left_out_and_the_statement_is_no_main_one(stated):
    (statement,) = stated(*numbers(dugaan=15, diteruskan=13, pelanggaran=3), figure(stage="pelanggaran", value=4))
    assert set(statement["numbers"]) == {"dugaan", "diteruskan"} and statement["cut"] and not statement["main"]


def test_a_number_at_which_the_page_contradicts_itself_is_left_out(stated):
    inconsistent = figure(stage="pelanggaran", value=3, qualifier="tidak_konsisten")
    (statement,) = stated(*numbers(dugaan=15, diteruskan=13), inconsistent)
    assert set(statement["numbers"]) == {"dugaan", "diteruskan"} and statement["cut"] and not statement["main"]


def test_a_page_that_contradicts_itself_is_cut_even_where_the_number_must_not_be_said(bench):
    better = figure(stage="pelanggaran", value=4, source_id="tribun", as_of="2020-11-03")
    figures = [*numbers(dugaan=15, diteruskan=13), figure(stage="pelanggaran", value=3, qualifier="tidak_konsisten"), better]
    query = "select cut, verdict from statement, figure inner join verdict using (figure_id) where figure.source_row = 2"
    assert bench.ask(figures, query, STEPS) == [(True, "jangan")]


def test_a_number_outside_the_whole_is_told_beside_it(bench):
    aside = figure(stage="sanksi", value=19, note_kind="terpisah")
    rows = bench.ask([*numbers(dugaan=15, diteruskan=13), aside], "select stage, value from statement_aside", STEPS)
    stages = bench.ask([*numbers(dugaan=15, diteruskan=13), aside], "select stage from statement_figure order by stage", STEPS)
    assert rows == [("sanksi", 19)] and stages == [("diteruskan",), ("dugaan",)]


def judged(stated, column: str, examples: list[dict[str, int]]) -> list[bool]:
    """A column of each example, all asked at once: each is a page and counter of its own."""
    scopes = list(product(("bawaslu", "kasn", "pemda", "lainnya"), ("bawaslu", "kompas", "kompas-2", "tribun")))
    figures = [
        {**row, "counted_by": counter, "source_id": source}
        for (counter, source), stages in zip(scopes, examples, strict=False)
        for row in numbers(**stages)
    ]
    answers = {(row["counted_by"], row["source_id"]): row[column] for row in stated(*figures)}
    return [answers[scope] for scope in scopes[: len(examples)]]


def test_a_later_stage_that_exceeds_an_earlier_one_is_not_sound(stated):
    pairs = [
        ("dugaan", "diteruskan"),
        ("dugaan", "bukan_pelanggaran"),
        ("dugaan", "dalam_proses"),
        ("dugaan", "sanksi"),
        ("diteruskan", "terbukti"),
        ("diteruskan", "rekomendasi_sanksi"),
        ("terbukti", "rekomendasi_sanksi"),
        ("terbukti", "belum_ditindaklanjuti"),
        ("rekomendasi_sanksi", "sanksi"),
    ]
    assert not any(judged(stated, "sound", [{earlier: 5, later: 6} for earlier, later in pairs]))
    assert all(judged(stated, "sound", [{earlier: 6, later: 6} for earlier, later in pairs]))
    assert not any(statement["main"] for statement in stated(*numbers(dugaan=5, diteruskan=6)))


def test_balanced_where_parts_add_up(stated):
    adding = [
        {"terbukti": 10, "sanksi": 7, "belum_ditindaklanjuti": 3},
        {"rekomendasi_sanksi": 10, "sanksi": 7, "belum_ditindaklanjuti": 3},
        {"dugaan": 15, "laporan": 12, "temuan": 3},
        {"dugaan": 15, "bukan_pelanggaran": 2, "diteruskan": 13},
        {"dugaan": 15, "bukan_pelanggaran": 2, "dalam_proses": 3, "pelanggaran": 10},
        {"dugaan": 15, "dalam_proses": 3, "terbukti": 12},
        {"dugaan": 15, "sanksi": 10, "belum_ditindaklanjuti": 5},
    ]
    not_adding = [
        {"rekomendasi_sanksi": 10, "sanksi": 7, "belum_ditindaklanjuti": 2},
        {"dugaan": 15, "laporan": 12, "temuan": 2},
        {"dugaan": 15, "dalam_proses": 3, "terbukti": 11},
        # one part that is the whole adds nothing up
        {"dugaan": 5, "diteruskan": 5},
        {"dugaan": 5, "dalam_proses": 5},
    ]
    assert all(judged(stated, "balanced", adding)) and not any(judged(stated, "balanced", not_adding))


# Each is better than the next: the final count, soon after voting, then the latest month before, a retelling, undated.
IN_TIME = ["2021-02-07", "2020-12-09", "2020-12-01", "2020-10-01", "2023-12-10"]


@pytest.mark.parametrize(("better", "worse"), list(zip(IN_TIME, [*IN_TIME[1:], ""], strict=True)))
def test_the_main_statement_by_the_day_of_its_count(stated, better, worse):
    pair = numbers(dugaan=15, diteruskan=13)
    # the worse one is better by every criterion that follows
    more = moved(numbers(dugaan=15, diteruskan=13, bukan_pelanggaran=2), as_of=worse, source_id="bawaslu" if worse else "undated")
    first, second = stated(*moved(pair, as_of=better, source_id="tribun"), *more)
    assert first["source_id"] == "tribun" and first["main"] and not second["main"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"dugaan": 15, "bukan_pelanggaran": 1, "diteruskan": 13}, {"dugaan": 15, "diteruskan": 13}),
        ({"dugaan": 15, "bukan_pelanggaran": 2, "diteruskan": 13}, {"dugaan": 15, "bukan_pelanggaran": 1, "diteruskan": 13}),
    ],
)
def test_more_stages_then_parts_that_add_up(stated, better, worse):
    # the worse one is a day younger, of the same month before voting
    statements = stated(*moved(numbers(**worse), source_id="bawaslu", as_of="2020-11-20"), *moved(numbers(**better), as_of="2020-11-19"))
    assert statements[0]["source_id"] == "kompas"


def test_exact_numbers_before_approximate_ones_then_the_latest(stated):
    exact, approximate = numbers(dugaan=15, diteruskan=13), moved(numbers(dugaan=15, diteruskan=13), qualifier="sekitar")
    younger = moved(approximate, source_id="bawaslu", as_of="2020-11-20")
    assert stated(*moved(exact, as_of="2020-11-19"), *younger)[0]["source_id"] == "kompas"
    younger = moved(exact, source_id="tribun", as_of="2020-11-20")
    assert stated(*moved(exact, as_of="2020-11-19"), *younger)[0]["source_id"] == "tribun"


def test_one_main_statement_for_each_region_election_and_unit(stated):
    pair = numbers(dugaan=15, diteruskan=13)
    statements = stated(*pair, *moved(pair, unit="orang"), *moved(pair, region="74"), *moved(pair, counted_by="kasn", source_id="tribun"))
    assert sum(statement["main"] for statement in statements) == 3 and len(statements) == 4


@pytest.mark.parametrize(
    ("younger", "overtaken"),
    [
        ({"value": 68}, True),
        ({"value": 68, "as_of": "2020-11-14"}, False),  # 13 days
        ({"value": 18}, False),  # less than a quarter
        ({"value": 19}, True),
        ({"value": 68, "counted_by": "kasn"}, False),
        ({"value": 68, "unit": "orang"}, False),
        ({"value": 68, "stage": "temuan"}, False),
        ({"value": 68, "qualifier": "tidak_konsisten"}, False),
        ({"value": 68, "note_kind": "gabungan"}, False),
    ],
)
def test_overtaken_by_a_younger_and_clearly_higher_count(bench, younger, overtaken):
    later = figure(**{"source_id": "tribun", "as_of": "2020-11-25", **younger})
    query = "select figure.value from statement left join figure on figure.figure_id = overtaken_by"
    ((value,),) = bench.ask([*numbers(dugaan=15, diteruskan=13), later], query, STEPS)
    assert value == (later["value"] and float(later["value"]) if overtaken else None)


def test_a_small_number_is_overtaken_from_two_higher_on(stated):
    assert not stated(*numbers(dugaan=1, diteruskan=1), figure(value=2, as_of="2020-11-25"))[0]["overtaken_by"]
    assert stated(*numbers(dugaan=1, diteruskan=1), figure(value=3, as_of="2020-11-25"))[0]["overtaken_by"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        # the whole before its parts
        ({"value": 30, "as_of": "2020-11-25"}, {"stage": "diteruskan", "value": 29, "as_of": "2020-12-20"}),
        # what only grows before what may fall again
        ({"stage": "diteruskan", "value": 29}, {"stage": "dalam_proses", "value": 40}),
        # a final count before a retelling
        ({"value": 30, "as_of": "2021-03-01"}, {"value": 31, "as_of": "2024-02-01"}),
        # exact before approximate before doubtful
        ({"value": 30, "as_of": "2020-11-25"}, {"value": 31, "as_of": "2020-12-20", "qualifier": "sekitar"}),
        ({"value": 30, "as_of": "2020-11-25", "qualifier": "sekitar"}, {"value": 31, "as_of": "2020-12-20", "qualifier": "campuran"}),
        # the latest
        ({"value": 30, "as_of": "2020-12-20"}, {"value": 31, "as_of": "2020-11-25"}),
    ],
)
def test_which_of_several_younger_counts_is_told(bench, better, worse):
    later = [figure(**{"source_id": source, "as_of": "2020-11-25", **count}) for source, count in (("tribun", better), ("bawaslu", worse))]
    query = "select figure.source_id from statement inner join figure on figure.figure_id = overtaken_by where stages = 3"
    assert bench.ask([*numbers(dugaan=15, dalam_proses=2, diteruskan=13), *later], query, STEPS) == [("tribun",)]


def test_the_name_of_a_statement_is_that_of_its_key(stated):
    pair = numbers(dugaan=15, diteruskan=13)
    names = {statement["statement_id"] for statement in (*stated(*pair), *stated(*pair[::-1]), *stated(*numbers(dugaan=9, sanksi=3)))}
    other = stated(*moved(pair, as_of="2020-11-02"))[0]["statement_id"]
    assert len(names) == 1 and other not in names


# -- the real data -----------------------------------------------------------


def cases() -> list[dict]:
    with (CASES / "statements.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['region']} {case['event']} {case['unit']}")
def test_main_statements_that_were_read_one_by_one(store, case):
    rows = store.statements(case["region"], case["event"])
    rows = rows[rows["main"] & (rows["unit"] == case["unit"])]
    rows = rows[~rows["is_aside"]]
    told = " ".join(f"{stage}={value:.0f}" for stage, value in sorted(zip(rows["stage"], rows["value"], strict=True)))
    same = (rows["source_id"].unique().tolist(), rows["counted_by"].unique().tolist(), rows["counted_on"].astype(str).unique().tolist())
    assert (told, *same) == (case["numbers"], [case["source_id"]], [case["counted_by"]], [case["counted_on"]])


def test_as_many_statements_as_the_domain_promises(snapshot):
    counts = """
        select
            count(*),
            count(*) filter (sound),
            count(*) filter (main),
            count(*) filter (main and level = 0),
            count(*) filter (main and level = 1),
            count(*) filter (main and level = 2),
            count(*) filter (main and balanced),
            count(*) filter (main and is_equal)
        from statement
        inner join region on region.code = statement.region
    """
    assert snapshot.execute(counts).fetchone() == (252, 249, 148, 9, 34, 105, 27, 54)


def test_no_number_stands_in_two_statements_or_under_a_heading_that_is_not_its_own(snapshot):
    twice = "select figure_id from statement_figure group by figure_id having count(*) > 1"
    strange = """
        select figure_id
        from statement_figure
        inner join statement using (statement_id)
        inner join figure using (figure_id)
        where (statement.source_id, statement.region, statement.event, statement.counted_by, statement.unit, statement_figure.stage)
            <> (figure.source_id, figure.region, figure.event, figure.counted_by, figure.unit, figure.stage)
            or statement.counted_on is distinct from figure.counted_on
    """
    assert snapshot.execute(twice).fetchall() == [] and snapshot.execute(strange).fetchall() == []
