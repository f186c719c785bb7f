"""Cek angka is reached from the numbers of every page: a number leads to the question that it answers, and is found there."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from netralitas import lembar
from netralitas.check.question import answer
from netralitas.claims.history import history
from tests.helpers import open_page, shown

BASE = "https://netralitas.example.go.id"
_LINK = re.compile(rf"\[((?:[^\[\]]|:small\[[^\]]*\])*)\]\(<({re.escape(BASE)}/angka\?[^>]*)>\)")


@pytest.fixture(autouse=True)
def public(monkeypatch, served_snapshot) -> None:
    monkeypatch.setenv("NETRALITAS_ADDRESS", BASE)


def asked(address: str) -> str:
    return parse_qs(urlsplit(address.replace("&amp;", "&")).query)["q"][0]


def links(page: str, **view: str) -> list[tuple[str, str]]:
    """(words of the link, question) of every number of a page that leads to its check."""
    found = _LINK.findall(shown(open_page(page, **view)))
    return [(re.sub(r" ?:small\[.*", "", words).replace("\\", ""), asked(address)) for words, address in found]


def test_each_number_of_the_time_line_leads_to_its_check(store):
    entries = history(store, "64.02", "id")
    found = links("ringkasan", wilayah="64.02", pemilihan="pemilu-2024")
    questions = {question for _, question in found}
    assert len(entries) > 1
    for entry in entries:
        for row in store.figures_named(entry.said).to_dict("records"):
            told = [answer(store, one, "id").figure for one in questions if one.startswith(f"{row['value']:.0f} ")]
            assert [one for one in told if one and one.scope == (row["region"], row["event"], row["stage"], row["unit"])], entry.sentence


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_region_beside_its_province_and_the_nation_has_checks(store, language):
    found = links("ringkasan", wilayah="35", pemilihan="pilkada-2020", bahasa=language)
    places = {answer(store, question, language).figure.place for _, question in found}
    assert {"Jawa Timur", "Indonesia"} <= places
    for words, question in found:
        told = answer(store, question, language)
        assert told.kind == "angka" and words.split()[0] in told.figure.amount.full, (words, question)


def test_the_headlines_that_no_list_puts_together_lead_to_their_checks(store):
    found = links("peta", wilayah="35", pemilihan="pilkada-2024", tingkat="kabkota")
    assert found
    assert {answer(store, question, "id").kind for _, question in found} == {"angka"}


@pytest.mark.parametrize(
    "address", ["/lembar/64.02?pemilihan=pemilu-2024", "/lembar/35.13?pemilihan=pilkada-2018", "/lembar/ID", "/cek?q=721"]
)
def test_the_light_pages_lead_to_the_check_of_each_number(store, address):
    page = TestClient(Starlette(routes=lembar.routes())).get(address).text
    found = re.findall(r'<a class="cek" href="([^"]*)">([^<]*)</a>', page)
    assert found
    for link, words in found:
        told = answer(store, asked(link.replace("&amp;", "&")), "id")
        assert told.kind == "angka" and words.split()[0] in told.figure.amount.full, words
