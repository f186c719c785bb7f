"""Cek angka as data: the same answer as the page, for another program; anything that is typed gets a sentence."""

import csv

import pytest

from netralitas.check.question import answer
from tests.helpers import ROOT

CASES = list(csv.DictReader((ROOT / "tests" / "cases" / "queries.csv").open(encoding="utf-8")))


def asked(client, query: str, **more: str):
    answered = client.get("/api/v1/check.json", params={"q": query, **more})
    assert answered.status_code == 200
    return answered.json()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["query"] or "empty")
def test_the_address_tells_what_the_page_tells(client, store, case):
    got, told = asked(client, case["query"]), answer(store, case["query"])
    assert ((got["figure"] or {}).get("figure_id", "")) == case["first_figure_id"]
    assert (got["verdict"] or "", got["word"], got["sentence"]) == (told.verdict, told.word, told.sentence)
    assert [one["sentence"] for one in got["why"]] == [one.sentence for one in told.why]
    assert [one["figure_id"] for one in got["known"]] == [one.figure_id for one in told.known]


def test_every_figure_carries_its_source_and_its_verdict(client):
    told = asked(client, "721 pilkada 2018", bahasa="en")
    assert told["figure"]["amount"] == "721 cases"
    assert len(told["known"]) > 1
    assert all(one["counter"] and one["cutoff"] and one["publisher"] and one["verdict"] and one["say"] for one in told["known"])


def test_a_question_to_ask_instead_can_be_asked(client):
    choices = asked(client, "1194 probolinggo")["choices"]
    answered = [asked(client, one["question"])["verdict"] for one in choices]
    assert answered == ["jangan", "tidak_dikenal"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "\x00",
        "9" * 10_000,
        "a" * 10_000,
        "' or 1=1; drop table figures --",
        "<script>alert(1)</script>",
        "😀 1194",
        "-5",
        "1e309",
        "١١٩٤",
    ],
)
def test_whatever_is_typed_gets_a_sentence(client, query):
    assert len(asked(client, query)["sentence"]) > 20


@pytest.mark.parametrize("query", ["q=1&q=2", "tahap=dugaan", "q=1&bahasa=fr"])
def test_what_is_no_question_is_refused(client, query):
    refused = client.get(f"/api/v1/check.json?{query}")
    assert refused.status_code == 400 and refused.json()["detail"].endswith(".")
