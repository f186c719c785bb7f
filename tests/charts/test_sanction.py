"""Sanctions: breakdowns never mix, twins are counted once, titles say nothing that is not in the data, the law by date."""

from datetime import date, timedelta

import pytest

from netralitas.charts import sanction, statement
from netralitas.claims import law
from netralitas.claims.breakdown import DIMENSIONS, breakdowns
from netralitas.model import Filter
from netralitas.wording import text
from tests.etl.small import figure
from tests.helpers import small_store

SCOPES = [("ID", "pilkada-2020"), ("33", "pilkada-2020"), ("73", "pilkada-2020"), ("ID", "pemilu-2024"), ("35.25", "pilkada-2020")]
FAR = date(2012, 1, 1)


@pytest.fixture(scope="module")
def every(store):
    """Every breakdown of every region and election."""
    scopes = sorted((*place, dimension) for dimension in DIMENSIONS for place in store.figure_counts(dimension))
    return [(scope, breakdown) for scope in scopes for breakdown in breakdowns(store, *scope)]


def test_a_breakdown_is_of_one_source_stage_unit_counter_and_cutoff(every):
    assert len(every) > 100
    for scope, breakdown in every:
        for column in ("source_id", "stage", "unit", "counted_by", "as_of", "dimension", "region", "event"):
            assert breakdown.rows[column].fillna("").nunique() == 1, (scope, column)


def test_no_figure_is_lost_but_twins(store, every):
    for scope in {scope for scope, _ in every}:
        mine = [breakdown for other, breakdown in every if other == scope]
        assert len(store.breakdown(*scope)) == sum(len(one.rows) + len(one.twins) for one in mine)


def test_twins_of_one_source_are_counted_once(store):
    found = {one.rows["source_id"].iloc[0]: one for one in breakdowns(store, "73", "pilkada-2020", "jenis_pelanggaran") if len(one.twins)}
    rows = found["infokini-2020-09-22"].rows
    assert rows.groupby(["category_group", "value"]).size().max() == 1
    # Two labels with a small number each may well be two counts: both stay, and the reader is told.
    others = breakdowns(store, "32", "pilkada-2020", "jabatan")
    assert {"Satpol PP kecamatan", "kepala sekretariat Panwascam"} <= set(others[0].rows["category"])
    assert others[0].unclear


@pytest.mark.parametrize(("number", "left_out"), [(2, False), (9, False), (10, True), (12, True)])
def test_from_ten_on_one_number_of_two_labels_of_a_group_is_one_count(tmp_path, number, left_out):
    """Below ten, chance is an explanation: both labels stay, and the reader is told that they may be one."""
    labels = ("Satpol PP kecamatan", "kepala sekretariat Panwascam")
    small = small_store(tmp_path, [figure(dimension="jabatan", category=label, value=number) for label in labels])
    (shown,) = breakdowns(small, "35", "pilkada-2020", "jabatan")
    assert len(shown.rows) == (1 if left_out else 2)
    assert len(shown.twins) == (1 if left_out else 0)
    assert shown.unclear is not left_out
    notes = sanction.breakdown(small, Filter("35", "pilkada-2020", "dugaan", "kasus", "id"), "jabatan", shown.key).notes
    assert any(twin in note for note in notes for twin in shown.twins["category_id"]) is left_out
    assert (text("id", "sanksi.rincian.mirip") in notes) is not left_out


def test_the_first_breakdown_is_sound_then_complete_then_latest(store):
    offered = breakdowns(store, "ID", "pilkada-2020", "jenis_pelanggaran")
    assert offered[0].rows["source_id"].iloc[0] == "tribunjambi-2020-11-08"
    assert offered[0].sound
    sound = [one for one in offered if one.sound]
    assert list(offered[: len(sound)]) == sound
    assert [one.categories for one in sound] == sorted((one.categories for one in sound), reverse=True)


def test_the_largest_number_comes_first(store, every):
    for _, breakdown in every:
        values = breakdown.rows["value"].tolist()
        assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_breakdown_can_be_drawn(store, every, language):
    for (region, event, dimension), breakdown in every:
        chart = sanction.breakdown(store, Filter(region, event, language=language), dimension, breakdown.key)
        assert chart.title and chart.subtitle and chart.alt
        assert chart.frame["label"].is_unique
        assert len(chart.sources) == 1
        assert len(chart.frame) == len(breakdown.rows)


def test_an_unmapped_label_is_shown_as_printed(store):
    chart = sanction.breakdown(*_first(store, "36.73", "pemilu-2019", "sanksi"))
    assert chart.frame["label"].tolist() == ["peringatan"]
    assert "peringatan" not in chart.frame["group"].iloc[0]


def test_a_title_names_the_largest_category_only_where_there_is_one(store):
    assert "884" in sanction.breakdown(*_first(store, "ID", "pilkada-2020", "sanksi")).title
    # two sanctions of one person each: no largest
    assert sanction.breakdown(*_first(store, "35.25", "pilkada-2020", "sanksi")).title.startswith("Jenis sanksi, ")


def _first(store, region, event, dimension):
    return store, Filter(region, event), dimension, breakdowns(store, region, event, dimension)[0].key


@pytest.mark.parametrize(("region", "event"), SCOPES)
def test_follow_up_is_told_by_one_source_of_one_day(store, region, event):
    view = Filter(region, event)
    for one in statement.sanctions_told(store, view):
        chart = statement.carried_out(store, view, one.statement_id)
        told = chart.frame[chart.frame["figure_id"] != ""]
        assert set(told["stage"]) <= set(statement.SANCTION) and len(told) > 1
        assert len(chart.sources) == 1
        for column in ("source_id", "counted_by", "unit", "counted_on", "region", "event"):
            assert told[column].nunique(dropna=False) == 1


def test_persons_come_first_and_what_is_open_adds_up(store):
    view = Filter("ID", "pilkada-2020")
    first = statement.leaders(statement.sanctions_told(store, view))[0]
    assert first.unit == "orang"
    assert statement.carried_out(store, view, first.statement_id).title == "Dari 1.588 orang yang terbukti, 1.365 dijatuhi sanksi"
    assert "1.365 dijatuhi sanksi, 223 belum ditindaklanjuti" in sanction.summary(store, view)


def test_where_no_source_puts_them_together_one_number_is_said_by_itself(store):
    told = sanction.summary(store, Filter("35", "pilkada-2020"))
    assert "42 kasus" in told and "26 Oktober 2020" in told


def test_a_region_without_figures_says_so(store):
    assert "belum ada angka" in sanction.summary(store, Filter("35.13", "pilkada-2018"))
    assert sanction.options(store, Filter("35.13", "pilkada-2018"), "sanksi") == {}


# -- the law -------------------------------------------------------------------------


def in_force(store, on):
    return set(law.in_force(store, on)["code"])


def test_one_discipline_regulation_ends_on_the_day_the_next_begins(store):
    before, after = in_force(store, date(2021, 8, 30)), in_force(store, date(2021, 8, 31))
    assert {code for code in before if code.startswith("P53")} and not {code for code in before if code.startswith("P94")}
    assert {code for code in after if code.startswith("P94")} and not {code for code in after if code.startswith("P53")}


def test_readers_are_told_the_last_day_in_force(store):
    rows = law.table(store, "id", date(2021, 8, 30))
    assert "30 Agu 2021" in set(rows["until"])
    assert "31 Agu 2021" not in set(rows["until"])
    assert "masih berlaku" in set(rows["until"])


@pytest.mark.parametrize(
    ("code", "on", "expected", "certain"),
    [
        ("PID-188", date(2014, 12, 31), False, None),
        ("PID-188", date(2015, 1, 1), True, False),  # "2015": some day of that year
        ("PID-188", date(2016, 1, 1), True, True),
        ("ADM-BLOKIR", date(2020, 8, 31), False, None),
        ("ADM-BLOKIR", date(2020, 9, 15), True, False),  # "2020-09"
        ("ADM-BLOKIR", date(2020, 10, 1), True, True),
        ("P94-R1", date(2021, 8, 31), True, True),
    ],
)
def test_partial_dates(store, code, on, expected, certain):
    rows = law.in_force(store, on).set_index("code")
    assert (code in rows.index) == expected
    if expected:
        assert bool(rows.at[code, "certain"]) == certain


def test_all_sanctions_without_a_date_and_what_is_not_verified(store):
    rows = law.table(store, "id", None)
    assert len(rows) == 36
    unchecked = rows[rows["sanction"] == "Teguran lisan"].iloc[0]
    assert unchecked["checked"] == "belum diverifikasi"
    assert set(rows["checked"]) <= {"sudah diverifikasi", "sebagian diverifikasi", "belum diverifikasi"}
    # what is open is told apart, for rows that are not wholly checked only
    details = dict(law.details(store, "id", None))
    assert any("elum diverifikasi" in told for told in details.values())
    assert not set(details) & set(rows.loc[rows["checked"] == "sudah diverifikasi", "sanction"]) - set(
        rows.loc[rows["checked"] != "sudah diverifikasi", "sanction"]
    )


def test_a_day_that_is_not_known_is_told_in_the_details(store):
    on = date(2020, 9, 15)  # one sanction is in force since some day of that month
    assert any("tidak diketahui pasti" in told for _, told in law.details(store, "id", on))
    assert not any("tidak diketahui pasti" in told for _, told in law.details(store, "id", date(2021, 1, 1)))


def test_law_is_whole_on_every_day(store):
    """Between the regulations there is no day without disciplinary sanctions."""
    on = FAR
    while on < date(2026, 1, 1):
        assert {"ringan", "sedang", "berat"} <= set(law.in_force(store, on)["level"]), on
        on += timedelta(days=97)
