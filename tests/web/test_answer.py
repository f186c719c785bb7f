"""What the tag of an answer depends on: the question, the program and the snapshot, in the same letters in every process."""

import copy
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from netralitas import api, lembar
from netralitas import store as stores
from netralitas.model import Filter
from netralitas.web.answer import etag, spelt
from tests.helpers import ROOT

APP = Starlette(routes=[*api.routes(), *lembar.routes()])
ADDRESSES = (
    "/api/v1/figures.csv?wilayah=35",
    "/api/v1/headlines.json?wilayah=35",
    "/api/v1/sources.json?wilayah=35",
    "/api/v1/regions.geojson?pemilihan=pilkada-2020",
    "/lembar/35?pemilihan=pilkada-2020&tahap=dugaan&satuan=kasus",
    "/lembar/35.png?pemilihan=pilkada-2020&tahap=dugaan&satuan=kasus",
)
TAGS = """
from starlette.testclient import TestClient
from tests.web.test_answer import ADDRESSES, APP
client = TestClient(APP)
for address in ADDRESSES:
    print(client.head(address).headers["etag"])
"""


@pytest.fixture
def client(served_snapshot) -> TestClient:
    return TestClient(APP)


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_new_snapshot_changes_every_tag(client, store, monkeypatch, path):
    """Else a browser would keep showing a number that was withdrawn."""
    first = client.head(path)
    assert first.status_code == 200
    tag = first.headers["etag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    newer = copy.copy(store)
    newer.snapshot_id = "another"
    monkeypatch.setattr(stores, "current", lambda: newer)
    again = client.head(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.headers["x-snapshot"]) == (200, "another")
    assert again.headers["etag"] != tag


def test_a_tag_is_the_same_in_every_process(snapshot_dir):
    """Two servers behind one address, or one that was started anew: what a browser holds stays valid."""
    told = [
        subprocess.run(
            [sys.executable, "-c", TAGS],
            env={**os.environ, "NETRALITAS_BUILD": str(snapshot_dir), "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert len(set(told[0])) == len(ADDRESSES)
    assert told[0] == told[1]


def test_what_differs_is_spelt_differently_and_what_is_equal_alike():
    @dataclass(frozen=True)
    class Asked:
        parts: frozenset
        more: dict

    assert spelt(Asked(frozenset("abc"), {"x": 1, "y": None})) == spelt(Asked(frozenset("cba"), {"y": None, "x": 1}))
    assert spelt(Asked(frozenset("abc"), {})) != spelt(Asked(frozenset("abd"), {}))
    assert spelt(("a", "b")) != spelt(("a, b",)) != spelt(["b", "a"])
    # what was chosen is no part of a Filter's equality, but its addresses depend on it
    assert spelt(Filter(chosen=frozenset({"tahap"}))) != spelt(Filter())
    assert etag("1", Filter()) != etag("2", Filter())


def test_what_has_no_spelling_of_its_own_is_refused():
    with pytest.raises(TypeError, match="object"):
        etag(object())
