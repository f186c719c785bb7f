"""A region beside its province and the nation is told alike on the page and on the sheet."""

from dataclasses import replace

import pytest

from netralitas.address import parse
from netralitas.briefing.stage import _beside
from netralitas.charts.peers import peers
from netralitas.claims.amount import verdict_word
from netralitas.lembar.sheet import sheet
from netralitas.render.ground.signs import SIGNS
from netralitas.ui.ringkasan import _beside_text
from netralitas.wording import literal

VIEWS = (
    {"wilayah": "35.13", "pemilihan": "pilkada-2018"},  # a number that must not be said
    {"wilayah": "82.04", "pemilihan": "pemilu-2019"},  # lebih dari 30
    {"wilayah": "94.06", "pemilihan": "pilkada-2020"},  # nothing published
    {"wilayah": "35.13", "pemilihan": "pilkada-2017"},  # no election held
    {"wilayah": "ID", "pemilihan": "pilkada-2020"},
)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view['wilayah']} {view['pemilihan']}")
def test_the_page_and_the_sheet_tell_the_same(store, view, language):
    scope, _ = parse(store, {**view, "bahasa": language})
    page = _beside_text(store, scope, "")
    told = sheet(store, scope, "https://example.org")
    line, marks = peers(store, told.scope), told.beside.marks
    assert [mark.label for mark in marks] == [store.region_name(code) for code in store.line_of(scope.region)]
    for row, mark in zip(line.rows, marks):
        assert (mark.amount, mark.status, mark.figure_id) == (row.amount, row.status, row.card.figure_id if row.card else "")
    for row in peers(store, scope).rows:
        assert f"| {literal(row.region)} | " in page and literal(row.amount.unitless) in page
        if row.card:
            assert all(literal(part) in page for part in (row.card.counter, row.card.cutoff, row.card.publisher))


def test_each_row_is_the_headline_of_its_region_in_the_same_stage_unit_and_election(store):
    scope, _ = parse(store, {"wilayah": "35.13", "pemilihan": "pilkada-2020", "tahap": "dugaan", "satuan": "kasus"})
    for code, row in zip(store.line_of("35.13"), peers(store, scope).rows):
        found = store.headlines(code, "pilkada-2020").query("stage == 'dugaan' and unit == 'kasus'")
        assert list(found["figure_id"]) == ([row.card.figure_id] if row.card else [])
        assert bool(row.source) == bool(row.card) == bool(row.status)


@pytest.mark.parametrize(("language", "word"), [("id", "catatan"), ("en", "note")])
def test_what_other_counters_say_of_the_nation_is_named_under_its_one_number_everywhere(store, language, word):
    scope, _ = parse(store, {"wilayah": "35.13", "pemilihan": "pilkada-2018", "bahasa": language})
    nation = peers(store, scope).rows[-1]
    assert (nation.amount.unitless, [one.amount.unitless for one in nation.others]) == ("508", ["491"])
    other, line = nation.others[0], _beside_text(store, scope, "").splitlines()
    told = next(row for row in line if "508" in row)
    assert f"491 `{verdict_word(other.status, language)}`" in told and word in told
    assert all(literal(part) in told for part in (other.counter, other.cutoff, other.publisher))
    mark = sheet(store, scope, "https://example.org").beside.marks[-1]
    slide = _beside(store, scope).cautions[-1]
    for said in (mark.also, slide.sentence):
        assert all(part in said for part in ("491", word, other.counter, other.cutoff, other.publisher))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view['wilayah']} {view['pemilihan']}")
def test_no_number_is_named_twice_or_from_the_counter_that_leads_or_where_it_must_not_be_said(store, view):
    scope, _ = parse(store, view)
    for row in peers(store, scope).rows:
        counters = [row.card.counter if row.card else "", *(one.counter for one in row.others)]
        assert len(set(counters)) == len(counters)
        assert all(one.value != row.card.value and not SIGNS[one.status].doubted for one in row.others)


def test_who_did_not_vote_is_told_apart_from_who_published_nothing(store):
    absent = {}
    for event in ("pilkada-2017", "pilkada-2018"):
        scope, _ = parse(store, {"wilayah": "35.13", "pemilihan": event, "tahap": "sanksi", "satuan": "laporan"})
        absent[event] = peers(store, scope).rows[0].amount.full
    assert absent == {"pilkada-2017": "tidak ada pemilihan", "pilkada-2018": "tidak ada angka"}


def test_the_nation_has_nothing_to_keep_in_mind_and_a_region_has(store):
    scope, _ = parse(store, {"wilayah": "35"})
    assert "seberapa banyak yang diawasi" in peers(store, scope).remember
    alone = peers(store, replace(scope, region="ID"))
    assert (len(alone.rows), alone.remember) == (1, "")
