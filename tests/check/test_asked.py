"""What people type into Cek angka: of each question what must be shown and what must not, on the light page and as data."""

import csv
import html
import json
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from netralitas import api, lembar
from netralitas.check.places import of_figures
from netralitas.check.question import answer
from tests.helpers import ROOT

CASES = list(csv.DictReader((ROOT / "tests" / "cases" / "asked.csv").open(encoding="utf-8")))


@pytest.fixture
def client(served_snapshot) -> TestClient:
    return TestClient(Starlette(routes=[*api.routes(), *lembar.routes()]))


def parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def page(client: TestClient, query: str, language: str) -> str:
    """The answer of the light page as it is read; what was typed stands in its box."""
    shown = client.get("/cek", params={"q": query, "bahasa": language})
    assert shown.status_code == 200
    typed = " ".join(re.findall(r'type="search"[^>]* value="([^"]*)"', shown.text))
    body = re.sub(r"<style>.*?</style>|<[^>]+>", " ", shown.text.partition("<body>")[2], flags=re.DOTALL)
    return " ".join(html.unescape(f"{typed} {body}").split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["query"])
def test_what_is_typed_is_answered_as_it_must(client, case):
    told = client.get("/api/v1/check.json", params={"q": case["query"], "bahasa": case["language"]}).json()
    assert told["kind"] == case["kind"]
    if case["verdict"] or case["kind"] not in ("angka", "pertanyaan"):
        assert (told["verdict"] or "") == case["verdict"]
    assert len(told["why"]) <= 3
    shown, data = page(client, case["query"], case["language"]), json.dumps(told, ensure_ascii=False)
    assert [words for words in parts(case["must_show"]) if words not in shown] == []
    assert [words for words in parts(case["must_show"]) if words not in data] == []
    answered = " ".join([told["word"], told["sentence"], *(one["sentence"] for one in told["why"])])
    assert [words for words in parts(case["must_not"]) if words in answered] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_link_of_every_number_finds_it_again(store, language):
    """What a link from a number asks is answered by that number, whatever it counts, and never as one that no source gives."""
    questions, frame = of_figures(store, language), store.compared().iloc[::17]
    of_an_election = frame[frame["event"].notna()].to_dict("records")
    assert len(of_an_election) > 100
    for row in of_an_election:
        told = answer(store, questions[row["figure_id"]], language)
        assert (told.kind, told.number) == ("angka", row["value"]), questions[row["figure_id"]]
        assert told.figure.scope == (row["region"], row["event"], row["stage"], row["unit"]), questions[row["figure_id"]]


def test_the_elections_that_are_offered_have_an_answer(store):
    offered = answer(store, "kab maros 2019", "id").choices
    assert offered
    assert [one.question for one in offered if answer(store, one.question, "id").figure is None] == []
