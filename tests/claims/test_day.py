"""A figure has one day: its card, sentence, citation and picture, and the statement it stands in, name the same."""

import re

import pytest

from netralitas.chart import Kind
from netralitas.claims import citation, statement
from netralitas.claims.cards import card_alone
from netralitas.model import LANGUAGES
from netralitas.render import table
from netralitas.wording import partial_day
from tests.helpers import chart, rows

DAY = {
    "id": re.compile(r"(?:\d{1,2} )?(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember) \d{4}"),
    "en": re.compile(r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"),
}
OWN_WORDS = {
    "id": {"pemda": "pemerintah daerah", "lainnya": "pihak di luar lembaga resmi"},
    "en": {"pemda": "the regional government", "lainnya": "a party outside the official bodies"},
}


@pytest.fixture(scope="module")
def figures(store):
    return store.figures("ID", None, None, None, True)


def when(store, row, language: str) -> str:
    """What the sentence of a figure says before it names the counter."""
    counter = OWN_WORDS[language].get(row["counted_by"]) or store.label("counted_by", row["counted_by"], language)
    said = row[f"say_{language}"]
    return said[: said.lower().index(counter.lower())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_names_the_days_that_stand_under_the_number(store, figures, language):
    sayable = figures[(figures["verdict"] != "jangan") & figures["counted_on"].notna()]
    assert len(sayable) > 1500
    for row in sayable.to_dict("records"):
        said = set(DAY[language].findall(when(store, row, language)))
        start = row["period_start"]
        begun = {partial_day(start, language)} if isinstance(start, str) else set()
        assert said - begun == set(DAY[language].findall(row[f"cutoff_{language}"])) - begun, row["figure_id"]


def test_a_period_that_was_told_later_names_both_days(figures):
    later = figures[figures["stated_later"].notna()]
    assert len(later) >= 14
    for row in later.to_dict("records"):
        for language, stated in (("id", "disampaikan"), ("en", "stated on")):
            end, told = (partial_day(row[name], language) for name in ("period_end", "as_of"))
            assert row[f"cutoff_{language}"].endswith(f" {end}, {stated} {told}")
            assert f"{end} ({stated} {told})" in row[f"say_{language}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_card_citation_and_picture_name_the_same_day(store, figures, language):
    some = figures[figures["stated_later"].notna() | (figures.index % 40 == 0)]
    for row in some.to_dict("records"):
        cutoff = row[f"cutoff_{language}"]
        assert card_alone(store, row, language).cutoff.endswith(cutoff)
        assert cutoff in citation.of_figure(store, row["figure_id"], "https://a.id/")[language]
    drawn = rows(len(some), label=list(some["figure_id"]), tone="a", value=list(some["value"]))
    drawn = drawn.assign(cutoff=list(some[f"cutoff_{language}"]), figure_id=list(some["figure_id"]))
    shown = table.on_screen(chart(Kind.BAR, drawn))
    assert set(some[f"cutoff_{language}"]) <= {cell for column in shown.columns for cell in shown[column].astype(str)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_names_the_day_of_its_figures(store, figures, language):
    seen = 0
    for region in sorted(set(figures.loc[figures["statement_id"].notna(), "region"])):
        rows = store.statement_rows_across(region)
        for one in statement.statements(rows):
            seen += 1
            members = [row for row in rows if row["statement_id"] == one.statement_id and not row["is_aside"]]
            days = {day for row in members for day in DAY[language].findall(row[f"cutoff_{language}"])}
            told = set(DAY[language].findall(statement.day_words(one.day, language)))
            begun = {partial_day(one.day.since, language)} if one.day.since else set()
            assert told - begun == days - begun, one.statement_id
    assert seen > 200
