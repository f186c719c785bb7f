"""A deck that the browser keeps: it comes back as it was, and strangers' letters do no harm."""

import base64
import json
import zlib
from dataclasses import replace
from datetime import date

import pytest

from netralitas.address import propose
from netralitas.briefing import deck
from netralitas.briefing.kept import MOST, Kept, packed, unpacked
from netralitas.briefing.slide import Occasion
from netralitas.model import Filter


def of(store, region: str, event: str) -> tuple:
    return deck.proposal(store, propose(store, Filter(region=region, event=event, chosen=frozenset({"wilayah", "pemilihan"}))))


@pytest.mark.parametrize("view", [("ID", "pilkada-2020"), ("ID", "pilkada-2024"), ("35", "pilkada-2020"), ("64.02", "pemilu-2024")])
def test_a_deck_comes_back_as_it_was(store, maps, view):
    first, *rest = of(store, *view)
    kept = Kept((replace(first, title="Rapat “Forkopimda” — 10.9"), *rest), view, date(2026, 11, 26), "Pendopo Kraksaan")
    letters = packed(kept)
    assert 0 < len(letters) < MOST / 2
    assert unpacked(letters) == kept
    assert [slide.title for slide in deck.slides(store, unpacked(letters).items, "en", Occasion())][1:] == [
        slide.title for slide in deck.slides(store, kept.items, "en", Occasion())
    ][1:]


def test_an_emptied_deck_comes_back_empty():
    kept = Kept((), ("ID", "pilkada-2020"), None, "")
    assert unpacked(packed(kept)) == kept


def letters_of(told: object) -> str:
    return base64.urlsafe_b64encode(zlib.compress(json.dumps(told).encode())).decode().rstrip("=")


SCOPE = ["ID", "pilkada-2020", "dugaan", "kasus", "id"]


@pytest.mark.parametrize(
    "letters",
    ["", "x", "%%%", "eJwr", letters_of(7), letters_of([[], []]), letters_of([1, [], "", ""]), letters_of([[], [], "kemarin", ""])],
)
def test_letters_that_are_no_deck_are_none(letters):
    assert unpacked(letters) is None


@pytest.mark.parametrize(
    "slide",
    [
        7,
        ["peta", SCOPE, None, None, ""],
        ["sampul", ["ID", "pilkada-2020", "semua", "kasus", "id"], None, None, ""],
        ["bagan", SCOPE, ["hapus", SCOPE, []], None, ""],
        ["bagan", SCOPE, ["peta", SCOPE, []], None, ""],
        ["bagan", SCOPE, ["peta-cakupan", SCOPE, ["../..", "ID"]], None, ""],
        ["bagan", SCOPE, ["pernyataan", SCOPE, [{"a": 1}]], None, ""],
    ],
)
def test_a_slide_that_is_none_is_left_out(maps, slide):
    sound = ["sampul", SCOPE, None, None, ""]
    assert len(unpacked(letters_of([[slide, sound], [], "", ""])).items) == 1


def test_a_deck_that_a_stranger_wrote_is_told_slide_by_slide(store):
    """What is not in the data is a slide that says so."""
    told = [["sampul", ["99.99", *SCOPE[1:]], None, None, ""], ["bagan", SCOPE, ["rincian", SCOPE, ["mana saja", "x"]], None, ""]]
    slides = deck.slides(store, unpacked(letters_of([told, [], "", ""])).items, "id", Occasion())
    assert len(slides) == 2 and all(slide.lines for slide in slides)


def test_letters_that_unpack_to_very_much_are_none():
    assert unpacked(letters_of([["x" * 200_000], [], "", ""])) is None


def test_a_deck_too_large_for_a_browser_says_so(store):
    import random

    first, *_ = of(store, "ID", "pilkada-2020")
    noise = random.Random(1)
    titled = tuple(replace(first, title="".join(chr(noise.randrange(33, 900)) for _ in range(290))) for _ in range(30))
    assert packed(Kept(titled, None, None, "")) == ""
