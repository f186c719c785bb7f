"""Each rule of the verdict by example and by counter-example."""

import pytest
from small import UNDATED, Bench, figure

STEPS = ("figure", "flag", "verdict", "verdict_time")
RULES = "select source_row, verdict, mark, rules from judged inner join figure using (figure_id) order by source_row"
NAMED = """
    select mine.source_row, rule, other.source_row, also.source_row, number, second_number
    from verdict_rule
    inner join figure as mine using (figure_id)
    left join figure as other on other.figure_id = verdict_rule.other_figure_id
    left join figure as also on also.figure_id = verdict_rule.also_figure_id
"""
P2018 = {"event": "pilkada-2018", "as_of": "2018-07-24"}
AFTER = {"as_of": "2020-12-20"}


@pytest.fixture
def rules(bench: Bench):
    """The rules of the first of some figures."""
    return lambda *figures: bench.ask(list(figures), RULES, STEPS)[0][3]


@pytest.fixture
def judged(bench: Bench):
    """(verdict, mark) of the first of some figures."""
    return lambda *figures: bench.ask(list(figures), RULES, STEPS)[0][1:3]


@pytest.fixture
def named(bench: Bench):
    """(place in the list, rule) → [place of the other, of the second one, number, second number]."""
    return lambda *figures: {(place, rule): rest for place, rule, *rest in bench.ask(list(figures), NAMED, STEPS)}


PEAK = [
    figure(value=67, as_of="2020-09-01"),
    figure(value=9, as_of="2020-09-20", source_id="tribun"),
    figure(value=11, as_of="2020-10-01", source_id="kompas-2"),
]


# Rule: figures of which it holds for the first; then a change of one of them (place, change) after which it does not.
EXAMPLES = [
    ("J1", [figure(value=15, region="35.13"), figure(value=10)], (1, {"as_of": "2020-09-01"})),
    ("J1", [figure(value=15, region="35.13"), figure(value=10)], (1, {"counted_by": "kasn"})),
    ("J2", [figure(region="35.74", qualifier="ambigu-wilayah")], (0, {"qualifier": ""})),
    (
        "J3",
        [figure(value=12, qualifier="tidak_konsisten"), figure(value=11, as_of="2020-12-31", source_id="tribun")],
        (1, {"as_of": "2021-01-01"}),
    ),
    ("J3", [figure(value=12, qualifier="tidak_konsisten"), figure(value=11, source_id="tribun")], (1, {"qualifier": "campuran"})),
    ("J4", [figure(note_kind="bukan_asn sebagian")], (0, {"note_kind": "sebagian"})),
    ("J5", PEAK, (2, {"source_id": "tribun"})),
    (
        "J6",
        [figure(value=0, counted_by="kemenpanrb"), figure(value=5, counted_by="kasn")],
        (0, {"value": "1"}),
    ),
    ("J6", [figure(value=0, counted_by="pemda"), figure(value=5)], (1, {"counted_by": "lainnya"})),
    (
        "J7",
        [
            figure(value=8, source_id="late"),
            figure(value=5, stage="diteruskan", source_id="late"),
            figure(value=8, **P2018),
            figure(value=5, stage="diteruskan", **P2018),
        ],
        (3, {"value": "4"}),
    ),
    ("C1", [figure(qualifier="sekitar")], (0, {"qualifier": ""})),
    ("C1", [figure(qualifier="lebih_dari")], (0, {"qualifier": "disimpulkan"})),
    ("C2", [figure(qualifier="campuran")], (0, {"qualifier": ""})),
    ("C2", [figure(note_kind="campuran")], (0, {"note_kind": ""})),
    ("C3", [figure(qualifier="tidak_konsisten")], (0, {"qualifier": ""})),
    ("C4", [figure(value=100), figure(value=80, source_id="tribun")], (1, {"value": "96"})),
    ("C4", [figure(note_kind="bertentangan")], (0, {"note_kind": ""})),
    ("C5", [figure(value=15, region="35.13"), figure(value=10, as_of="2020-09-01")], (1, {"value": "15"})),
    ("C6", [figure(value=100, as_of="2020-09-01"), figure(value=90, as_of="2020-10-01")], (1, {"value": "95"})),
    ("C6", [figure(value=90, as_of="2020-10-01"), figure(value=100, as_of="2020-09-01")], (1, {"qualifier": "sekitar"})),
    ("C6", [figure(value=12, stage="diteruskan"), figure(value=10)], (1, {"source_id": "tribun"})),
    ("C7", [figure(), figure(value=20, as_of="2020-12-01")], (1, {"value": "10"})),
    ("C7", [figure(as_of="2021-02-07"), figure(value=20, as_of="2021-03-01")], (0, {"as_of": "2021-02-08"})),
    ("C7", [figure(), figure(value=20, as_of="2020-12-01")], (1, {"period_start": "2020-09-01"})),
    ("C8", [figure(**UNDATED)], (0, {"source_id": "kompas"})),
    ("C8", [figure(**UNDATED)], (0, {"period_start": "2020-01-01"})),
    ("C9", [figure(as_of="2024-01-01"), figure(value=20, as_of="2022-01-01")], (0, {"as_of": "2023-12-01"})),
    ("C9", [figure(value=96, as_of="2024-01-01"), figure(value=90, as_of="2022-01-01")], (1, {"value": "95"})),
    (
        "C9",
        [
            figure(value=20, stage="sanksi", counted_by="kasn", as_of="2022-01-01"),
            figure(value=30, stage="sanksi", counted_by="kasn", as_of="2024-01-01"),
        ][::-1],
        None,
    ),
    ("C10", [figure(qualifier="disimpulkan")], (0, {"qualifier": ""})),
    ("C11", [figure(note_kind="campuran sebagian")], (0, {"note_kind": "campuran"})),
    ("C12", [figure(note_kind="gabungan")], (0, {"note_kind": ""})),
    ("C13", [figure(value=0), figure(value=5, counted_by="kasn")], (1, {"value": "0"})),
    ("C14", [figure(), figure(value=11, stage="diteruskan", as_of="2020-12-01")], (1, {"value": "10"})),
    ("C14", [figure(), figure(value=11, stage="diteruskan", as_of="2020-12-01")], (1, {"counted_by": "kasn"})),
    ("C15", [figure(unit="persen", dimension="jabatan", category="guru")], (0, {"unit": "kasus"})),
    ("C17", [figure(region="74.71", event="pilkada-2020")], (0, {"region": "35.78"})),
    ("C18", [figure(counted_by="lainnya")], (0, {"counted_by": "pemda"})),
    ("C19", [figure(period_start="2020-09-26")], (0, {"period_start": "2020-01-01"})),
    ("C20", [figure(value=20), figure(value=20, stage="pelanggaran", source_id="tribun")], (1, {"stage": "diteruskan"})),
    ("C20", [figure(value=20), figure(value=20, stage="pelanggaran", source_id="tribun")], (1, {"as_of": "2020-11-09"})),
    ("C21", [figure(as_of="2020-08-10")], (0, {"as_of": "2020-08-11"})),
    ("C22", [figure(note_kind="cakupan")], (0, {"note_kind": ""})),
    ("C23", [figure(value=30, **AFTER), figure(value=20, as_of="2021-01-19")], (1, {"as_of": "2021-01-20"})),
    ("C23", [figure(value=20, **AFTER), figure(value=30, as_of="2021-01-19")], (1, {"value": "29"})),
]
NOT_RAISED = [example for example in EXAMPLES if example[2] is None]
RAISED = [example for example in EXAMPLES if example[2] is not None]
READABLE = [f"{rule}-{place}" for place, (rule, *_) in enumerate(RAISED)]


@pytest.mark.parametrize(("rule", "figures", "change"), RAISED, ids=READABLE)
def test_rule_holds_and_a_small_change_ends_it(rules, rule, figures, change):
    assert rule in rules(*figures)
    place, values = change
    changed = [{**row, **values} if number == place else row for number, row in enumerate(figures)]
    assert rule not in rules(*changed)


@pytest.mark.parametrize(("rule", "figures", "change"), NOT_RAISED)
def test_a_follow_up_count_of_the_owner_keeps_growing_and_is_the_final_one(rules, rule, figures, change):
    assert rule not in rules(*figures)


@pytest.mark.parametrize("rule", ["J3", "J5", "J7", "C4", "C6", "C7", "C9", "C14", "C20", "C23"])
def test_what_one_counter_says_of_itself_is_not_said_of_two_who_hold_no_office(rules, rule):
    """Each example in which the rule compares a counter with itself, told by outsiders: a source is one of them."""
    compared = [figures for one, figures, _ in RAISED if one == rule and len(figures) > 1]
    assert compared
    for figures in compared:
        sources = ("kompas-2", "late", "tribun", "bawaslu") if rule != "J7" else ("late", "late", "tribun", "tribun")
        outside = [{**row, "counted_by": "lainnya", "source_id": source} for row, source in zip(figures, sources, strict=False)]
        assert rule not in rules(*outside), figures
        assert rule in rules(*[{**row, "counted_by": "pemda"} for row in outside]) or rule in ("C4", "C6"), figures


def test_an_early_count_of_who_holds_no_office_is_not_followed_by_anothers(rules):
    early, later = (
        figure(counted_by="lainnya", as_of=day, source_id=source) for day, source in (("2020-06-01", "tribun"), ("2020-11-01", "kompas"))
    )
    assert "C21" in rules(early, later) and "C21" not in rules(early, {**later, "source_id": "tribun"})


def test_two_who_hold_no_office_do_not_measure_each_other_above_and_below(rules):
    small, large = (figure(counted_by="lainnya", source_id="tribun", value=15, region="35.13"), figure(counted_by="lainnya", value=10))
    assert "J1" not in rules(small, large) and "C5" in rules(small, large)
    assert "J1" in rules(small, {**large, "source_id": "tribun"})


def test_every_rule_has_an_example_here_or_below():
    below = {"C16", "C24"}
    assert {rule for rule, *_ in RAISED} | below == {f"J{n}" for n in range(1, 8)} | {f"C{n}" for n in range(1, 25)}


@pytest.fixture
def papua(bench: Bench):
    """Rules of a figure of the province of Papua, which the small tables lack."""

    def ask(**changes: str) -> list[str]:
        bench.con.execute("insert into region values ('91', 'Papua', 'provinsi', 'ID', 1, -4, 138, 300000, 4000000)")
        try:
            return bench.ask([figure(region="91", **changes)], RULES, STEPS)[0][3]
        finally:
            bench.con.execute("delete from region where code = '91'")

    return ask


def test_papua_before_its_division(papua):
    assert "C16" in papua(as_of="2022-11-10") and "C16" not in papua(as_of="2022-11-11")


@pytest.fixture
def province(bench: Bench):
    """Rules, and what C24 names, of figures of a province with five regions."""

    def ask(figures: list[dict]) -> dict:
        for code in ("35.79", "35.80"):
            bench.con.execute(f"insert into region values ('{code}', 'Kota {code}', 'kota', '35', 2, -7, 112, 100, 100000)")
        try:
            return {place: rest for place, rule, *rest in bench.ask(figures, NAMED, STEPS) if rule == "C24"}
        finally:
            bench.con.execute("delete from region where code in ('35.79', '35.80')")

    return ask


@pytest.mark.parametrize(("total", "raised"), [(50, True), (51, False)])
def test_a_list_that_adds_up_to_more_than_its_total(province, total, raised):
    parts = [
        figure(region=region, value=value)
        for region, value in zip(("35.13", "35.74", "35.78", "35.79", "35.80"), (11, 10, 10, 10, 11), strict=True)
    ]
    found = province([figure(value=total), *parts])
    assert set(found) == (set(range(6)) if raised else set())
    assert all(rest == [0, None, 52, 50] for rest in found.values())
    assert province([figure(value=50), *parts[:4]]) == {}, "four regions make no list"


# -- the worst holds, and what stands on the number ------------------------------


def test_the_worst_rule_holds_and_all_are_listed(bench):
    (row,) = bench.ask([figure(qualifier="ambigu-wilayah", note_kind="sebagian cakupan")], RULES, STEPS)
    assert row[1:] == ("jangan", "jangan", ["J2", "C11", "C22"])


@pytest.mark.parametrize(
    ("changes", "verdict", "mark"),
    [
        ({}, "layak", ""),
        ({"qualifier": "sekitar"}, "catatan", ""),
        ({"note_kind": "cakupan"}, "catatan", "catatan"),
        (UNDATED, "catatan", "catatan"),
    ],
)
def test_the_mark_is_there_only_where_a_clause_needs_another_number_or_doubts_the_source(judged, changes, verdict, mark):
    assert judged(figure(**changes)) == (verdict, mark)


def test_every_figure_has_one_verdict(bench):
    figures = [figure(), figure(unit="persen", dimension="jabatan", category="guru"), figure(event="", as_of="2020")]
    assert [row[0] for row in bench.ask(figures, RULES, STEPS)] == [0, 1, 2]


def test_disputed_names_the_parents_number_and_the_copied_one(named):
    slip = [
        figure(value=1194, region="35.13", **{**P2018, "as_of": "2018-06-20"}),
        figure(value=508, region="ID", counted_by="kasn", **P2018),
        figure(value=721, region="ID", stage="diteruskan", **P2018),
        figure(value=1194, region="ID", stage="diteruskan"),
    ]
    assert named(*slip)[0, "J1"][:2] == [2, 3]


def test_a_number_that_is_not_to_be_said_measures_no_other(rules):
    disputed = figure(value=60, as_of="2020-12-19")
    assert "C7" not in rules(figure(value=40), disputed, figure(region="ID", value=50, as_of="2020-12-20"))
