"""The sentences of the flags: numbers and dates as `netralitas.wording` writes them, and words that a reader knows."""

import random
import re
from datetime import date, timedelta

import pytest
from small import Bench

from netralitas.model import FLAGS, LANGUAGES
from netralitas.wording import day, number

NUMBERS = [
    *range(2000),
    9999,
    10_000,
    99_999,
    100_000,
    999_999,
    1_000_000,
    284_973_643,
    *(tenth / 10 for tenth in range(1001)),
    22.75,
    7.05,
    1234.5,
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_written_alike_in_sql_and_in_the_pages(bench: Bench, language):
    rows = bench.con.execute(f"select number_{language}(n) from (select unnest(?::double[]) as n)", [NUMBERS]).fetchall()
    assert [text for (text,) in rows] == [number(value, language) for value in NUMBERS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_written_alike_in_sql_and_in_the_pages(bench: Bench, language):
    some = random.Random(1)
    days = [date(2015, 1, 1) + timedelta(days=some.randrange(4400)) for _ in range(400)] + [date(2020, month, 1) for month in range(1, 13)]
    rows = bench.con.execute(f"select day_{language}(t) from (select unnest(?::varchar[]) as t)", [[str(one) for one in days]]).fetchall()
    assert [text for (text,) in rows] == [day(one, language) for one in days]


def test_a_partial_date_is_told_as_precisely_as_it_was_printed(bench: Bench):
    row = bench.con.execute(
        "select day_id('2020-12'), day_en('2020-10'), day_id('2020'), day_en('2020'), partial_date('2020'), partial_date('2020-02')"
    ).fetchall()[0]
    assert row == ("Desember 2020", "October 2020", "2020", "2020", date(2020, 12, 31), date(2020, 2, 28))


@pytest.fixture(scope="module")
def sentences(store) -> list[tuple[str, str, str]]:
    return store._connection.execute("select flag, sentence_id, sentence_en from flag").fetchall()


def test_every_kind_of_flag_occurs_and_has_words(sentences, store):
    assert {flag for flag, *_ in sentences} == set(FLAGS)
    assert all(store.label("flag", flag, language) != flag for flag in FLAGS for language in LANGUAGES)


def test_sentences_are_sentences_in_both_languages(sentences):
    wrong = [
        text
        for _, *both in sentences
        for text in both
        if not text or not text.endswith(".") or not text[0].isupper() or "  " in text or ".." in text
    ]
    assert wrong == []
    assert [indonesian for _, indonesian, english in sentences if indonesian == english] == []


def test_sentences_hold_no_code_names(sentences):
    code_name = re.compile(r"_|\b(pilkada|pemilu)-\d|\b(null|None|nan|NaN)\b")
    assert [text for _, *both in sentences for text in both if code_name.search(text)] == []


def test_english_sentences_write_english_numbers_and_indonesian_ones_indonesian(sentences):
    for _, indonesian, english in sentences:
        assert not re.search(r"\d,\d{3}\b", indonesian), indonesian
        assert not re.search(r"\b\d{1,3}\.\d{3}\b", english), english
