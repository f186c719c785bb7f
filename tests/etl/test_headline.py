"""Which figure is shown first: each of the criteria by example, then what the domain promises of the real data."""

import pytest
from small import Bench, figure

QUERY = "select figure.source_row, headline.status, headline.alternatives from headline inner join figure using (figure_id)"


@pytest.fixture
def headline(bench: Bench):
    """(place in the list, status, alternatives) of the one headline of figures of one scope."""

    def first(*figures: dict) -> tuple:
        # the last one's place must not help it
        (row,) = bench.ask(list(figures), QUERY + " where headline.region = '35'")
        return row

    return first


def test_undisputed_before_disputed(headline):
    nation = figure(region="ID", value=50, as_of="2020-12-20")
    place, status, alternatives = headline(
        figure(value=60, as_of="2020-12-19", source_id="bawaslu"), figure(value=40, as_of="2020-10-01"), nation
    )
    assert (place, alternatives) == (1, 1) and status == "bersih"


def test_a_disputed_exact_figure_comes_after_an_approximate_one(headline):
    nation = figure(region="ID", value=50, as_of="2020-12-20")
    assert headline(figure(value=60), figure(value=40, qualifier="sekitar", as_of="2020-10-01"), nation)[:2] == (1, "bersih")


@pytest.mark.parametrize("changes", [{"qualifier": "ambigu-wilayah"}, {"note_kind": "bukan_asn"}])
def test_what_is_not_to_be_said_comes_last_whatever_the_rule(headline, changes):
    better = figure(value=12, qualifier="sekitar", counted_by="kasn", as_of="2020-06", source_id="tribun", stage_basis="konteks")
    assert headline(figure(value=12, as_of="2020-12-20", source_id="bawaslu", **changes), better)[0] == 1


@pytest.mark.parametrize(
    ("note_kind", "status"), [("", "bersih"), ("sebagian", "bersih"), ("cakupan", "catatan"), ("bukan_asn", "disengketakan")]
)
def test_status_is_the_mark_on_the_number(headline, note_kind, status):
    assert headline(figure(note_kind=note_kind))[1] == status


def test_the_whole_time_before_a_part_of_it(headline):
    part = figure(value=12, period_start="2020-09-26", as_of="2020-12-20", source_id="bawaslu")
    assert headline(part, figure(value=12, qualifier="sekitar", as_of="2020-06", source_id="tribun"))[0] == 1
    longer = figure(value=12, period_start="2020-01-01", as_of="2020-06", source_id="tribun")
    assert headline(part, longer)[0] == 1


def test_a_period_that_ended_before_voting_day_is_no_final_count_though_told_afterwards(headline):
    year_before = figure(value=12, period_start="2019-01-01", period_end="2019-12-31", as_of="2021-06-12", source_id="bawaslu")
    assert headline(year_before, figure(value=12, as_of="2021-02", source_id="tribun"))[0] == 1


@pytest.mark.parametrize(
    ("younger", "first"),
    [
        ({"value": 28}, 1),
        ({"value": 16}, 0),
        ({"value": 17}, 1),
        ({"value": 28, "as_of": "2020-06-14"}, 0),
        ({"value": 28, "counted_by": "kasn"}, 0),
    ],
    ids=["far higher", "less than a quarter", "a quarter and 2", "13 days younger", "another counter"],
)
def test_a_younger_count_that_is_far_higher_comes_before_an_older_exact_one(headline, younger, first):
    older = figure(value=13, as_of="2020-06-01", source_id="bawaslu")
    later = figure(**{"as_of": "2020-10-21", "qualifier": "sekitar", "source_id": "tribun", **younger})
    assert headline(older, later)[0] == first


def test_a_far_higher_retelling_after_years_does_not_come_first(headline):
    older = figure(value=13, as_of="2020-12-20", source_id="bawaslu")
    assert headline(older, figure(value=28, as_of="2024-06-01", qualifier="sekitar", source_id="tribun"))[0] == 0


def test_disputed_where_nothing_better_exists(headline):
    assert headline(figure(value=60), figure(region="ID", value=50))[:2] == (0, "disengketakan")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("", "sekitar"),
        ("", "lebih_dari"),
        ("", "disimpulkan"),
        ("sekitar", "campuran"),
        ("lebih_dari", "tidak_konsisten"),
        ("disimpulkan", "ambigu-wilayah"),
    ],
)
def test_exact_before_approximate_before_doubtful(headline, better, worse):
    # the worse one is better by every criterion that follows
    worse_figure = figure(value=12, qualifier=worse, as_of="2020-12-20", source_id="bawaslu")
    better_figure = figure(value=12, qualifier=better, as_of="2020-10-01", stage_basis="konteks", source_id="tribun", counted_by="kasn")
    assert headline(worse_figure, better_figure)[0] == 1


@pytest.mark.parametrize(
    ("stage", "owner", "other"),
    [("dugaan", "bawaslu", "kasn"), ("diteruskan", "bawaslu", "pemda"), ("terbukti", "kasn", "bawaslu"), ("sanksi", "bkn", "kemenpanrb")],
)
def test_the_institution_that_owns_the_stage_before_others(headline, stage, owner, other):
    owned = figure(stage=stage, counted_by=owner, as_of="2020-10-01", source_id="tribun", stage_basis="konteks")
    assert headline(figure(stage=stage, counted_by=other, as_of="2020-12-20", source_id="bawaslu"), owned)[0] == 1


@pytest.mark.parametrize("institution", ["kasn", "kemendagri", "bawaslu"])
def test_an_institution_before_one_that_holds_no_office_in_it(headline, institution):
    counted = figure(stage="dugaan", counted_by=institution, as_of="2020-10-01", source_id="tribun", stage_basis="konteks")
    assert headline(figure(stage="dugaan", counted_by="lainnya", as_of="2020-12-20", source_id="bawaslu"), counted)[0] == 1
    about = {**counted, "qualifier": "sekitar"}
    assert headline(figure(stage="dugaan", counted_by="lainnya", as_of="2020-12-20", source_id="bawaslu"), about)[0] == 1


def test_an_outsider_leads_where_no_institution_counted(headline):
    assert headline(figure(counted_by="lainnya"))[0] == 0


def test_no_headline_of_the_data_is_an_outsiders_where_an_institution_counted_the_same(store):
    totals = store.figures("ID", None, None, None, True)
    totals = totals[
        (totals["dimension"] == "total") & totals["event"].notna() & (totals["mark"] != "jangan") & totals["period_start"].isna()
    ]
    cell = ["region", "event", "stage", "unit"]
    official = set(totals.loc[totals["counted_by"] != "lainnya", cell].itertuples(index=False, name=None))
    outside = totals[totals["counted_by"] == "lainnya"]
    contested = outside[[place in official for place in outside[cell].itertuples(index=False, name=None)]]
    assert not contested.empty and not contested["is_headline"].any()


# Each is better than the next: final counts (the latest first), counts before voting day, retellings, undated.
IN_TIME = ["2023-12-09", "2020-12-09", "2020-12-08", "2020-06", "2024-12-01", "2023-12-10"]


@pytest.mark.parametrize(("better", "worse"), list(zip(IN_TIME, [*IN_TIME[1:], ""], strict=True)))
def test_final_counts_before_early_ones_before_retellings_before_undated(headline, better, worse):
    worse_figure = figure(as_of=worse, source_id="bawaslu" if worse else "undated")
    assert headline(worse_figure, figure(as_of=better, source_id="tribun", stage_basis="konteks"))[0] == 1


def test_date_of_the_source_stands_in_for_a_missing_cutoff(headline):
    assert headline(figure(as_of="2022-01-30"), figure(as_of="", source_id="tribun"))[0] == 1


def test_printed_stage_before_stage_from_context(headline):
    assert headline(figure(stage_basis="konteks", source_id="bawaslu"), figure(source_id="tribun"))[0] == 1


@pytest.mark.parametrize(("better", "worse"), [("bawaslu", "kompas"), ("kompas", "tribun")])
def test_institutions_before_national_before_local_media(headline, better, worse):
    assert headline(figure(source_id=worse), figure(source_id=better))[0] == 1


def test_of_equals_always_the_same_one(bench: Bench):
    twins = [figure(source_id="kompas"), figure(source_id="kompas-2")]
    query = "select source_id from headline inner join figure using (figure_id)"
    assert bench.ask(twins, query) == bench.ask(twins[::-1], query)


def test_one_headline_for_each_region_election_stage_and_unit(bench: Bench):
    figures = [
        figure(),
        figure(value=11, source_id="tribun"),
        figure(unit="orang"),
        figure(stage="terbukti"),
        figure(region="74"),
        figure(event="pilkada-2018", as_of="2018-01-01"),
    ]
    rows = bench.ask(figures, "select region, event, stage, unit, alternatives from headline")
    assert len(rows) == 5 and sum(row[-1] for row in rows) == 1


def test_no_headline_of_breakdowns_shares_and_calendar_years(bench: Bench):
    figures = [figure(dimension="jabatan", category="guru"), figure(unit="persen"), figure(event="", as_of="2020")]
    assert bench.ask(figures, QUERY) == []


def test_one_point_of_the_timeline_for_each_day_and_counter(bench: Bench):
    figures = [
        figure(),
        figure(value=99, source_id="bawaslu"),
        figure(counted_by="kasn"),
        figure(as_of="2020-11-02", value=120),
        figure(as_of="", source_id="undated"),
    ]
    rows = bench.ask(figures, "select source_row, timeline.alternatives from timeline inner join figure using (figure_id) order by 1")
    assert rows == [(1, 1), (2, 0), (3, 0)]


# -- the real data -----------------------------------------------------------

PROMISED = [
    ("ID", "pilkada-2018", "diteruskan", "kasus", 721),
    ("ID", "pilkada-2020", "dugaan", "kasus", 1536),
    ("ID", "pilkada-2020", "diteruskan", "kasus", 1398),
    ("ID", "pilkada-2020", "terbukti", "orang", 1596),
    ("ID", "pilkada-2020", "sanksi", "orang", 1373),
    ("ID", "pilkada-2024", "dugaan", "kasus", 433),
    ("74", "pilkada-2020", "dugaan", "kasus", 92),
]


@pytest.mark.parametrize(("region", "event", "stage", "unit", "value"), PROMISED)
def test_headlines_that_the_domain_names(store, region, event, stage, unit, value):
    row = store.headlines(region, event).set_index(["stage", "unit"]).loc[(stage, unit)]
    assert row["value"] == value and row["status"] != "disengketakan"


def test_forwarded_cases_of_2020_are_those_of_august_2022_beside_the_rest(store):
    row = store.headlines("ID", "pilkada-2020").set_index(["stage", "unit"]).loc[("diteruskan", "kasus")]
    assert f"{row['counted_on']:%Y-%m-%d}" == "2022-08-24"
    assert {1194, 1562} <= set(store.alternatives("ID", "pilkada-2020", "diteruskan", "kasus")["value"])


def test_1194_of_kabupaten_probolinggo_is_disputed_and_both_facts_stand_beside_it(store):
    row = store.headlines("35.13", "pilkada-2018").set_index(["stage", "unit"]).loc[("dugaan", "kasus")]
    assert row["value"] == 1194 and row["status"] == "disengketakan"
    for language, number in (("id", "1.194"), ("en", "1,194")):
        told = " ".join(store.warnings_of((row["figure_id"],), language)["sentence"])
        assert "721" in told and number in told and "Pilkada 2020" in told
    assert "721" in row["annotation_id"] and "PP 94/2021" in row["annotation_en"]


def test_kota_probolinggo_has_none_of_it(store):
    figures = store.figures("35.74", None, None, None, False)
    assert 1194 not in set(figures["value"]) and not (figures["status"] == "disengketakan").any()
    assert store.headlines("35.74", "pilkada-2018").empty
