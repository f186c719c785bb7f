"""What a region's time line says: each thing once, the newest first, with its source; and words where nothing is known."""

import re
from datetime import date

import pytest

from netralitas.address import parse
from netralitas.claims import history, neighbours
from netralitas.claims.statement import sentence, statements
from netralitas.model import DISPUTED
from tests.helpers import open_page, shown


@pytest.fixture(scope="module")
def kabupaten_and_kota(store):
    regions = store.regions()
    return tuple(regions.index[regions["level"] == 2])


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_of_514_regions_has_sentences_or_says_that_nothing_is_known(store, kabupaten_and_kota, language):
    figures = store.figures("ID", None, None, None, True)
    known = set(figures["region"])
    assert len(kabupaten_and_kota) == 514
    for region in kabupaten_and_kota:
        entries = history.history(store, region, language)
        assert bool(entries) == (region in known), region
        for entry in entries:
            assert entry.sentence.rstrip(".") and "nan" not in entry.sentence.split() and "None" not in entry.sentence
            assert entry.event and entry.figures and entry.day_told(language)
            assert all(publisher and url.startswith("http") for publisher, url in entry.sources)
    assert history.unknown(store, "31.01", language).count(store.region_name("31.01")) == 1


def test_every_headline_and_statement_is_told_once_in_the_sentence_or_by_its_number(store, kabupaten_and_kota):
    figures = store.figures("ID", None, None, None, True).set_index("figure_id")
    headlines = figures[figures["is_headline"]]
    for region in ("ID", "35", "64", *kabupaten_and_kota):
        entries = history.history(store, region, "id")
        told = [figure for entry in entries for figure in entry.figures]
        assert len(told) == len(set(told)), region
        numbers = {tuple(row) for row in figures.loc[told, ["event", "stage", "unit", "value"]].itertuples(index=False)}
        own = headlines[headlines["region"] == region]
        assert {tuple(row) for row in own[["event", "stage", "unit", "value"]].itertuples(index=False)} <= numbers
        said = [entry.sentence for entry in entries]
        assert len({(entry.event, entry.when, entry.sentence) for entry in entries}) == len(said)
        for one in statements(store.statement_rows_across(region)):
            assert said.count(sentence(one, "id") + ".") >= 1


def test_no_number_of_a_statement_is_told_again_alone(store):
    entries = history.history(store, "64", "id")
    (whole,) = [entry for entry in entries if "16 kasus dugaan pelanggaran" in entry.sentence]
    assert "6 dengan rekomendasi sanksi" in whole.sentence and whole.event == "Pilkada 2020"
    assert not any("sanksi dalam 6 kasus" in entry.sentence for entry in entries)


def test_the_newest_stands_first_and_the_undated_last_of_its_election(store):
    entries = history.history(store, "64.02", "id")
    assert [entry.event for entry in entries] == ["Pemilu 2024"] * 5 + ["Pilkada 2020", "Pemilu 2019"]
    days = [entry.when for entry in entries if entry.when]
    assert days == sorted(days, reverse=True) and entries[4].when is None
    assert entries[4].day_told("id") == "tanpa tanggal"


def test_what_must_not_be_said_is_told_with_what_may_be_said_instead(store):
    (entry,) = [entry for entry in history.history(store, "35.13", "id") if entry.event == "Pilkada 2018"]
    assert entry.status == DISPUTED
    assert entry.sentence.startswith("Jangan menyebut 1.194 untuk Kabupaten Probolinggo") and "721" in entry.sentence


def test_an_election_of_which_only_parts_are_known_is_told(store):
    entries = history.history(store, "73.22", "id")
    assert any(entry.event == "Pilkada 2015" and "kepala dinas" in entry.sentence for entry in entries)


def test_the_law_is_that_of_the_day(store):
    assert "PP 53/2010" in history.law_in_force(store, date(2020, 12, 9), "id")
    now = history.law_in_force(store, date(2024, 11, 27), "id")
    assert "PP 94/2021" in now and "PP 53/2010" not in now and "PP 24/2021" not in now


def test_neighbours_are_told_in_one_stage_and_unit_without_a_ranking(store):
    view, _ = parse(store, {"wilayah": "35.13", "pemilihan": "pilkada-2018"})
    around = neighbours.around(store, view, ("35.08", "35.09", "35.74"))
    assert [row.region for row in around.rows] == ["35", "35.08", "35.09", "35.74"]
    assert [row.above for row in around.rows] == [True, False, False, False]
    for row in around.rows:
        assert (row.card is None) == bool(row.absent)
        if row.card:
            assert (row.card.stage, row.card.unit, row.card.region) == (around.scope.stage, around.scope.unit, row.region)


def test_a_region_that_held_no_election_says_so(store):
    view, _ = parse(store, {"wilayah": "35.13", "pemilihan": "pilkada-2017"})
    rows = {row.region: row.absent for row in neighbours.around(store, view, ("35.79", "35.08")).rows}
    assert rows["35.08"] == "tidak ada pemilihan"


def test_a_province_has_the_nation_above(store):
    view, _ = parse(store, {"wilayah": "35", "pemilihan": "pilkada-2020"})
    assert [row.region for row in neighbours.around(store, view, ("33",)).rows] == ["ID", "33"]


def test_neighbours_say_that_they_are_no_ranking_only_where_two_numbers_stand_there(store):
    view, _ = parse(store, {"wilayah": "64.02", "pemilihan": "pemilu-2024"})
    around = neighbours.around(store, view, ("64.07", "64.72")).beside()
    assert [row.card for row in around.rows] == [None, None]
    assert around.told == "Diteruskan ke KASN/BKN (orang), Pemilu 2024." and around.heading == "Wilayah yang berbatasan"
    view, _ = parse(store, {"wilayah": "35.07", "pemilihan": "pilkada-2024", "tahap": "laporan", "satuan": "laporan", "bahasa": "en"})
    around = neighbours.around(store, view, ("35.16", "35.73"))
    assert all(row.card for row in around.rows if not row.above) and around.told.endswith(
        "Not a ranking: each number was counted on its own, on its own day."
    )
    assert around.heading == "The region above and those that share a border"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Dari 1 Januari sampai 31 Desember 2023 (disampaikan 12 Juni 2024) KASN mencatat 98 ASN"),
        ("en", "From 1 January to 31 December 2023 (stated on 12 June 2024) KASN "),
    ],
)
def test_a_count_of_a_calendar_year_is_a_sentence_with_dates_as_people_write_them(store, language, said):
    of_years = [entry for entry in history.history(store, "ID", language) if entry.voting == date.min]
    assert any(entry.sentence.startswith(said) for entry in of_years)
    assert not any(re.search(r"\d{4}-\d{2}-\d{2}", entry.sentence) for entry in of_years)


def test_nothing_stands_above_the_nation_so_that_it_is_compared_with_nothing(served_snapshot):
    assert "Dibandingkan dengan wilayah di atasnya" not in shown(open_page("ringkasan", wilayah="ID", pemilihan="pilkada-2020"))
    assert "Dibandingkan dengan wilayah di atasnya" in shown(open_page("ringkasan", wilayah="35", pemilihan="pilkada-2020"))


def test_ringkasan_of_a_region_tells_its_history(served_snapshot):
    page = shown(open_page("ringkasan", wilayah="64.02", pemilihan="pemilu-2024"))
    assert "Sampai 27 November 2020 KASN menyatakan 3 ASN di Kabupaten Kutai Kartanegara tidak terbukti" in page
    assert "Kota Samarinda" in page


def test_ringkasan_of_a_region_without_any_figure_says_what_there_is(served_snapshot, store, kabupaten_and_kota):
    region = next(code for code in kabupaten_and_kota if not history.history(store, code, "id"))
    page = shown(open_page("ringkasan", wilayah=region))
    assert history.unknown(store, region, "id") in page.replace("\\", "")
    assert "PP 94/2021" in page.replace("\\", "") and "Jadikan angka" in page.replace("\\", "")
    assert store.region_name(region[:2]) in page


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_number_that_a_line_draws_stands_in_the_history(store, kabupaten_and_kota, language):
    """A point of Tren is told, too, by itself, in a statement, or where the same number was said: Papua's zero of March 2020."""
    figures = store.figures("ID", None, None, None, True).set_index("figure_id")
    for region in ("ID", "91", "35", *kabupaten_and_kota):
        told = [figure for entry in history.history(store, region, language) for figure in entry.figures]
        numbers = {tuple(row) for row in figures.loc[told, ["event", "stage", "unit", "value"]].itertuples(index=False)}
        drawn = store.timelines().query("region == @region")
        assert {tuple(row) for row in drawn[["event", "stage", "unit", "value"]].itertuples(index=False)} <= numbers, region
    assert "61024b85f1" in {figure for entry in history.history(store, "91", language) for figure in entry.figures}


def test_what_is_told_of_a_province_divided_since_says_so_in_each_sentence(store):
    told = history.history(store, "91", "id")
    assert len(told) == 4 and all("Papua (sebelum pemekaran 2022)" in entry.sentence for entry in told)
