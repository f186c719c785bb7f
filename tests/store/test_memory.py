"""Answers are remembered with their snapshot: once for all who ask at once, within a bound in bytes, and unchanged."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest
from starlette.testclient import TestClient

from netralitas import address, lembar
from netralitas import store as stores
from netralitas.address.selection import Selection
from netralitas.briefing import deck
from netralitas.briefing.slide import Occasion
from netralitas.chart import Chart
from netralitas.charts import across
from netralitas.claims import rows, sources
from netralitas.render import screen
from netralitas.render.slides import deck as written
from netralitas.server.serve import app
from netralitas.store import Store
from netralitas.store.memory import Asked, Memory
from netralitas.store.weight import weight
from tests.helpers import open_page, scope

PAGES = ("ringkasan", "angka", "tren", "peta", "sanksi", "periksa", "paparan", "data", "sumber")


def test_an_equal_question_asked_at_once_is_answered_once():
    memory, made, asked, go = Memory(), [], threading.Barrier(9), threading.Event()

    def make() -> list:
        made.append(threading.get_ident())
        go.wait()
        return ["answer"]

    def ask() -> object:
        asked.wait()
        return memory.answer("question", make)

    with ThreadPoolExecutor(8) as crowd:
        answers = [crowd.submit(ask) for _ in range(8)]
        asked.wait()
        go.set()
    assert len(made) == 1
    assert all(answer.result() is answers[0].result() for answer in answers)


def test_a_failure_is_told_to_who_caused_it_and_not_remembered():
    memory = Memory()
    with pytest.raises(ZeroDivisionError):
        memory.answer("question", lambda: 1 // 0)
    assert memory.answer("question", lambda: 7) == 7


def test_an_answer_may_be_none_and_is_still_remembered():
    memory = Memory()
    assert memory.answer("question", lambda: None) is None
    assert memory.answer("question", lambda: "asked again") is None


def test_the_least_recently_used_goes_when_the_bytes_are_too_many():
    memory = Memory(budget=10_000)
    for name in "abc":
        memory.answer(name, lambda: bytes(2_000))
    memory.answer("a", bytes)
    for name in "de":
        memory.answer(name, lambda: bytes(2_400))
    assert memory.held <= memory.budget
    assert memory.answer("a", lambda: b"gone") != b"gone"
    assert memory.answer("b", lambda: b"gone") == b"gone"


def test_an_answer_too_large_for_the_memory_is_given_and_not_kept():
    memory = Memory(budget=1_000)
    assert len(memory.answer("question", lambda: bytes(900))) == 900
    assert memory.held == 0


@pytest.mark.parametrize(
    ("answer", "least"),
    [
        (bytes(5_000), 5_000),
        ("x" * 5_000, 5_000),
        (("x" * 5_000,), 5_000),
        ({"a": ["x" * 5_000]}, 5_000),
        (pd.DataFrame({"a": ["x" * 50] * 100}), 5_000),
    ],
)
def test_the_weight_of_an_answer_is_not_less_than_what_it_holds(answer, least):
    assert weight(answer) >= least


def test_a_word_that_many_rows_and_questions_hold_is_in_memory_once(store: Store):
    headlines, statements = store._whole("headlines", "region")[0], store._whole("statements", "region")[0]
    publishers = [*headlines["publisher"], *statements["publisher"]]
    assert len(set(map(id, publishers))) == len(set(publishers)) < len(headlines)


def test_what_strangers_type_is_not_remembered(store: Store):
    def search(words: str) -> None:
        chosen = Selection("ID", None, None, None, True, words)
        rows.on_screen(store, chosen, "id")
        rows.disputes(store, chosen, "id")
        sources.sources(store, words, "id")
        sources.leading(store, words, "id")
        address.parse(store, {"wilayah": f"Kota Surabaya {words}"})

    search("bawaslu")
    before = len(store.memory.answers()), store.memory.held
    for number in range(50):
        search(f"bawaslu {number}")
    assert (len(store.memory.answers()), store.memory.held) == before


def test_a_drawn_figure_is_remembered_with_the_snapshot_and_can_be_asked_of_another(snapshot_dir, store: Store):
    chart = across.across(store, scope(store, "35", "pilkada-2020"), False)
    drawn = screen.figure(chart, "light")
    assert screen.figure(chart, "light") is drawn
    asked = next(one for one in store.memory.recent() if isinstance(one, Asked) and one.ask is screen.figure)
    file = next((snapshot_dir / "snapshots").glob("*.duckdb"))
    assert asked.again(Store(file, store.snapshot_id)).to_dict() == drawn.to_dict()


def _frames(memory: Memory) -> list[pd.DataFrame]:
    """Every frame that is remembered, by itself, in a tuple or in a chart."""
    parts = [part for answer in memory.answers() for part in (answer if isinstance(answer, tuple) else (answer,))]
    parts += [answer.frame for answer in memory.answers() if isinstance(answer, Chart)]
    return [part for part in parts if isinstance(part, pd.DataFrame)]


def _digests(frames: list[pd.DataFrame]) -> list[str]:
    return [frame.to_json(date_format="iso", orient="split") for frame in frames]


def test_no_page_deck_sheet_or_address_changes_a_frame_that_is_shared(served_snapshot, maps):
    data = stores.current()
    _use_everything(data)
    frames = _frames(data.memory)
    before = _digests(frames)
    assert len(frames) > 20
    # Another language makes everything anew, of the same frames.
    _use_everything(data, "en")
    _use_everything(data)
    assert _digests(frames) == before


def _use_everything(data: Store, language: str = "id") -> None:
    for page in PAGES:
        assert not open_page(page, wilayah="35", pemilihan="pilkada-2020", bahasa=language).exception
    view = scope(data, "35", "pilkada-2020", language)
    written(deck.slides(data, deck.proposal(data, view), language, Occasion()), language, Occasion(), "Jawa Timur")
    lembar.html(lembar.sheet(data, view, ""))
    client = TestClient(app)
    for path in ("figures.csv", "figures.json", "headlines.json", "sources.json", "regions.geojson"):
        assert client.get(f"/api/v1/{path}", params={"wilayah": "35", "cakupan": "dalam", "bahasa": language}).status_code == 200
