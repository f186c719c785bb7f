"""The page Data: which figures a selection holds, and how their table sorts and warns."""

import pytest

from netralitas.address.parameters import CALENDAR
from netralitas.address.selection import Selection
from netralitas.claims import rows as listing


def test_calendar_periods_can_be_reached(store):
    rows = listing.selected(store, Selection("ID", CALENDAR))
    assert len(rows) == 50
    assert rows["event"].isna().all()
    whole = listing.selected(store, Selection("ID", None, below=True))
    assert len(whole) == len(store.figures("ID", None, None, None, True)) == 2548


def test_search_needs_every_word_and_knows_no_pattern(store):
    both = listing.selected(store, Selection("ID", None, below=True, search="Probolinggo bkpsdm"))
    assert "35.13" in set(both["region"])
    assert set(both["figure_id"]) < set(listing.selected(store, Selection("ID", None, below=True, search="probolinggo"))["figure_id"])
    assert listing.selected(store, Selection("ID", None, below=True, search=".*")).empty
    assert listing.selected(store, Selection("ID", None, below=True, search="' or 1=1")).empty


@pytest.mark.parametrize("language", ["id", "en"])
def test_numbers_sort_as_text_as_they_do_as_numbers(store, language):
    frame = listing.selected(store, Selection("ID", None, below=True))
    written = listing.aligned(frame["value"], language)
    assert written.str.len().nunique() == 1
    by_text = frame["value"].to_numpy()[written.argsort(kind="stable")]
    assert (by_text == frame["value"].sort_values().to_numpy()).all()


def test_the_table_is_small_and_says_what_may_not_be_quoted(store):
    rows = listing.on_screen(store, Selection("35.13", "pilkada-2018"), "id").to_pandas()
    row = rows[rows["Nilai"].str.strip() == "1.194"].iloc[0]
    assert row["Status"].startswith("jangan dikutip")
    assert len(listing.disputes(store, Selection("35.13", "pilkada-2018"), "id")) >= 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_number_that_is_not_to_be_said_is_told_with_the_reason(store, language):
    told = listing.disputes(store, Selection("ID", "pilkada-2024", below=True), language)
    assert told and all(len(sentence.rpartition(": ")[2]) > 20 for sentence in told)


def test_remarks_are_in_the_readers_language(store):
    """A file in Indonesian holds no remark that only English has, and the other way round."""
    figure = store._connection.execute("select figure_id from figure where note = 'one case' order by 1").fetchone()[0]
    said = {language: store.figures_named((figure,)).iloc[0][f"note_{language}"] for language in ("id", "en")}
    assert said == {"id": "satu kasus", "en": "one case"}
    exported = {language: listing.export(store, Selection("ID", None, below=True), language, "").rows for language in ("id", "en")}
    column = {"id": "satu kasus", "en": "one case"}
    for language, other in (("id", "en"), ("en", "id")):
        cells = exported[language].astype(str)
        assert (cells == column[language]).any(axis=None) and not (cells == column[other]).any(axis=None)
