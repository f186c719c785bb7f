"""Any address gives a view; what could not be followed is told, and a view's own address leads back to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas import model
from netralitas.address import parse, propose
from netralitas.address.spoken import leading
from netralitas.claims.lead import best
from netralitas.model import Filter

NAMES = (model.REGION, model.EVENT, model.STAGE, model.UNIT, model.LANGUAGE)
SENSIBLE = {
    model.REGION: ["ID", "35", "35.13", "35.74", "74", "Kab Probolinggo", "Probolinggo", "99"],
    model.EVENT: ["pilkada-2018", "pilkada-2020", "pilkada-2024", "pemilu-2019"],
    model.STAGE: list(model.STAGES),
    model.UNIT: list(model.UNITS),
    model.LANGUAGE: ["id", "en"],
}


def test_no_parameters_give_the_nation_and_the_latest_election_without_a_note(store):
    scope, notes = parse(store, {})
    assert (scope.region, scope.event, scope.language, scope.chosen, notes) == ("ID", "pilkada-2024", "id", frozenset(), [])
    assert scope.parameters() == {}


def test_what_is_chosen_is_kept_and_the_rest_proposed(store):
    scope, notes = parse(store, {"wilayah": "35.13", "pemilihan": "pilkada-2018", "bahasa": "en"})
    assert (scope.region, scope.event, scope.language, notes) == ("35.13", "pilkada-2018", "en", [])
    assert (scope.stage, scope.unit) == ("dugaan", "kasus")


def test_a_sound_figure_is_proposed_before_a_disputed_one(store):
    for region in ["ID", "35.13", "74", *store.regions().index[::25]]:
        scope, _ = parse(store, {"wilayah": region, "pemilihan": "pilkada-2018"})
        has = store.available(region)
        has = has[has["event"] == "pilkada-2018"].set_index(["stage", "unit"])["status"]
        if (has != model.DISPUTED).any():
            assert has[(scope.stage, scope.unit)] != model.DISPUTED


def test_a_dated_figure_is_proposed_before_an_undated_one_in_a_unit_that_is_told_first(store):
    """Kutai Kartanegara: three dated sources say 11 persons, one without a day 8 cases."""
    scope, _ = parse(store, {"wilayah": "64.02", "pemilihan": "pemilu-2024"})
    assert (scope.stage, scope.unit) == ("diteruskan", "orang")


def test_a_view_speaks_of_what_the_sentence_at_its_head_speaks_of(store):
    headed = 0
    for region, event in store.figure_counts():
        scope = propose(store, Filter(region=region, event=event))
        frame = store.headlines(region, event)
        sound = frame[frame["status"] != model.DISPUTED]
        keys = set(zip(sound["stage"], sound["unit"]))
        main = leading(store.statement_rows(region, event))
        told = keys & {(row["stage"], row["unit"]) for row in main}
        if told:
            headed += 1
            assert (scope.stage, scope.unit) in told, (region, event)
        elif not main and keys:
            row = best(store.headline_rows(region, event))
            assert (scope.stage, scope.unit) == (row["stage"], row["unit"]), (region, event)
    assert headed > 100


def test_an_ambiguous_region_is_asked_and_not_guessed(store):
    scope, (note,) = parse(store, {"wilayah": "Probolinggo"})
    assert scope.region == "ID" and note.suggestions == ("35.13", "35.74") and "Probolinggo" in note.sentence


@pytest.mark.parametrize("language", model.LANGUAGES)
@pytest.mark.parametrize("name", [name for name in NAMES if name != model.LANGUAGE])
def test_an_unknown_value_is_told_in_the_readers_language(store, name, language):
    scope, (note,) = parse(store, {name: "zzzz", "bahasa": language})
    default, _ = parse(store, {"bahasa": language})
    assert scope == default
    assert "zzzz" in note.sentence and ("tidak dikenal" in note.sentence) is (language == "id")


def test_unknown_language_falls_back_to_indonesian_with_a_note(store):
    scope, (note,) = parse(store, {"bahasa": "jv"})
    assert scope.language == "id" and "jv" in note.sentence


def valid(store, scope: Filter) -> bool:
    return (
        scope.region in store.regions().index
        and scope.event in store.events().index
        and scope.stage in model.STAGES
        and scope.unit in model.UNITS
        and scope.language in model.LANGUAGES
        and scope.chosen <= set(NAMES)
    )


ANY = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["'; drop table figure; --", "{region}", "{0}", "%s", "<b>", "../..", "35.13\x00", "NaN", "1e999"]),
)


@settings(max_examples=200)
@given(st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), ANY, max_size=6))
def test_garbage_gives_a_valid_view_and_never_an_error(store, parameters):
    scope, notes = parse(store, parameters)
    assert valid(store, scope)
    assert all(note.sentence for note in notes)


@settings(max_examples=200)
@given(st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in SENSIBLE.items()}))
def test_the_address_of_a_view_leads_back_to_it_without_a_note(store, parameters):
    scope, _ = parse(store, parameters)
    assert valid(store, scope)
    assert parse(store, scope.parameters()) == (scope, [])


def test_a_new_region_or_election_is_chosen_and_nothing_else(store):
    scope = Filter().but(region="35.13")
    assert scope.parameters() == {"wilayah": "35.13"}
    assert scope.but(event="pilkada-2018").parameters() == {"wilayah": "35.13", "pemilihan": "pilkada-2018"}
