"""Which snapshot is read from: only a sound one, the newest; a running process keeps its own; what is no longer read is closed."""

import gc
import json
import logging
import shutil
import weakref
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from etl import publish
from netralitas import store as stores
from netralitas.claims import lead
from netralitas.server.serve import app
from netralitas.store import NoSnapshot, Shelf, snapshot
from netralitas.wording import text
from tests.helpers import open_page, scope, shown

FIRST, SECOND, THIRD = "00000000000a", "00000000000b", "00000000000c"


@pytest.fixture
def source(snapshot_dir) -> Path:
    return publish.path(snapshot_dir, publish.current(snapshot_dir))


@pytest.fixture
def put(source, tmp_path):
    """Publish a copy of the real snapshot under a name."""

    def publish_as(snapshot_id: str) -> Path:
        with publish.draft(tmp_path) as drafted:
            shutil.copyfile(source, drafted)
            publish.publish(tmp_path, drafted, snapshot_id)
        return publish.path(tmp_path, snapshot_id)

    return publish_as


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def another_file(file: Path, content: bytes) -> None:
    """Replaced as a person or a program does it: a reader keeps the old one open."""
    fresh = file.with_name("fresh")
    fresh.write_bytes(content)
    fresh.replace(file)


DAMAGE = {
    "emptied": lambda file: another_file(file, b""),
    "cut": lambda file: another_file(file, file.read_bytes()[:100_000]),
    "a bit flipped": flip,
    "gone": lambda file: file.unlink(),
    "without a seal": lambda file: file.with_suffix(".json").unlink(),
    "a seal of another": lambda file: file.with_suffix(".json").write_text(json.dumps({"sha256": "0" * 64, "bytes": 1, "order": 9})),
    "a seal that is none": lambda file: file.with_suffix(".json").write_bytes(b"\xff[["),
}
POINTER = {
    "foreign bytes": lambda pointer: pointer.write_bytes(b"\xff\xfe\x00" * 9000),
    "empty": lambda pointer: pointer.write_bytes(b""),
    "gone": lambda pointer: pointer.unlink(),
    "a folder": lambda pointer: (pointer.unlink(), pointer.mkdir()),
    "naming nothing": lambda pointer: pointer.write_text("0123456789ab\n"),
}


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_new_process_takes_the_newest_sound_one_and_says_why(put, tmp_path, caplog, harm):
    put(FIRST)
    put(SECOND)
    DAMAGE[harm](put(THIRD))
    shelf = Shelf(tmp_path)
    assert shelf.current().snapshot_id == SECOND
    assert THIRD in shelf.note
    shelf.current()
    assert len([record for record in caplog.records if THIRD in record.getMessage()]) == 1


@pytest.mark.parametrize("harm", POINTER)
def test_a_pointer_that_names_nothing_is_told_and_the_newest_sound_one_is_read(put, tmp_path, harm):
    put(FIRST)
    put(SECOND)
    running = Shelf(tmp_path)
    kept = running.current()
    POINTER[harm](tmp_path / "CURRENT")
    new = Shelf(tmp_path)
    assert new.current().snapshot_id == SECOND and new.note
    assert running.current() is kept and running.note
    assert kept.size() > 0


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_running_process_keeps_the_sound_one_that_it_has_open(put, tmp_path, harm):
    put(FIRST)
    shelf = Shelf(tmp_path)
    kept = shelf.current()
    DAMAGE[harm](put(SECOND))
    assert shelf.current() is kept
    shelf.join()
    assert shelf.current() is kept and SECOND in shelf.note
    # Mended: taken over, and no longer spoken of.
    put(SECOND)
    shelf.current()
    shelf.join()
    assert shelf.current().snapshot_id == SECOND and shelf.note == ""


@pytest.mark.parametrize("harm", ["nothing built", *DAMAGE])
def test_with_nothing_sound_there_is_a_reason_and_a_calm_page(put, tmp_path, monkeypatch, harm, caplog):
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    if harm in DAMAGE:
        DAMAGE[harm](put(FIRST))
    with pytest.raises(NoSnapshot) as absent:
        stores.current()
    assert absent.value.built == (harm in DAMAGE)
    ready = TestClient(app).get("/readyz")
    assert ready.status_code == 503 and ready.json()["reason"] == str(absent.value)
    page = open_page("ringkasan", bahasa="en")
    assert not page.exception
    assert [error.value for error in page.error] == [text("en", "data_rusak" if harm in DAMAGE else "belum_dibangun")]
    assert not any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize("pointing", [FIRST, SECOND])
def test_a_process_whose_open_file_is_written_over_takes_a_sound_one_and_else_is_not_ready(put, tmp_path, monkeypatch, pointing):
    """Whatever the pointer names: the one that is open, or another that is damaged, too."""
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    put(THIRD)
    opened = put(FIRST)
    machine = TestClient(app)
    assert machine.get("/readyz").json()["snapshot"] == FIRST
    if pointing == SECOND:
        flip(put(SECOND))
        assert machine.get("/readyz").json()["snapshot"] == FIRST
    flip(opened)
    assert machine.get("/readyz").json()["snapshot"] == THIRD
    flip(publish.path(tmp_path, THIRD))
    ready = machine.get("/readyz")
    assert ready.status_code == 503 and THIRD in ready.json()["reason"]
    # Mended: ready again.
    put(pointing)
    stores.current()
    stores.settled()
    assert machine.get("/readyz").json() == {"status": "ready", "snapshot": pointing, "figures": stores.current().size()}


def test_readers_and_machines_are_told_that_an_older_one_is_shown(put, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    put(FIRST)
    flip(put(SECOND))
    ready = TestClient(app).get("/readyz")
    assert ready.status_code == 200
    assert ready.json()["snapshot"] == FIRST and SECOND in ready.json()["note"]
    for page in ("ringkasan", "sumber"):
        assert _of_before("id") in shown(open_page(page))


@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_without_a_script_say_so_too(put, tmp_path, monkeypatch, language):
    """Fact sheets, Cek angka, and what is read before the dashboard starts."""
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    put(FIRST)
    flip(put(SECOND))
    client, kept = TestClient(app), {}
    for address, asked in (("/lembar/ID", {}), ("/cek", {"tanya": "2007"}), ("/tren", {})):
        page = client.get(address, params={**asked, "bahasa": language})
        assert _of_before(language) in unescape(page.text), address
        kept[address] = asked, page.headers.get("etag", "")
    # Mended: no longer spoken of, not even by what a browser has kept.
    put(SECOND)
    stores.current()
    stores.settled()
    for address, (asked, tag) in kept.items():
        page = client.get(address, params={**asked, "bahasa": language}, headers={"If-None-Match": tag})
        assert page.status_code == 200 and _of_before(language) not in unescape(page.text), address


def test_a_chart_in_a_page_of_somebody_else_says_so_too(put, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    put(FIRST)
    alone = {"wilayah": "ID", "pemilihan": "pilkada-2020", "sematkan": "pernyataan-orang"}
    assert _of_before("id") not in shown(open_page("ringkasan", **alone))
    flip(put(SECOND))
    page = open_page("ringkasan", **alone)
    assert _of_before("id") in shown(page) and not page.exception


def _of_before(language: str) -> str:
    return text(language, "data_sebelumnya", day="").split(".")[0]


def test_a_file_that_is_no_database_is_not_read_although_it_is_sealed(put, tmp_path):
    put(FIRST)
    with publish.draft(tmp_path) as drafted:
        drafted.write_bytes(b"no database" * 1000)
        publish.publish(tmp_path, drafted, SECOND)
    shelf = Shelf(tmp_path)
    assert shelf.current().snapshot_id == FIRST
    assert SECOND in shelf.note


def test_a_newer_one_knows_what_readers_asked_before_it_is_read_from(put, tmp_path):
    put(FIRST)
    shelf = Shelf(tmp_path)
    before = shelf.current()
    view = scope(before, "35", "pilkada-2020")
    lead.summary(before, view)
    put(SECOND)
    assert shelf.current() is before
    shelf.join()
    after = shelf.current()
    assert after.snapshot_id == SECOND
    asked = {(one.ask, one.arguments) for one in after.memory.recent()}
    assert (lead.summary, (view,)) in asked
    assert before.memory.answers() == []


def _handles(folder: Path) -> int:
    """Open files of this process below a folder, those that were removed too."""
    there = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return len([target for target in there if str(folder) in target and ".duckdb" in target])


def test_after_twenty_publications_one_database_is_open(put, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    seen = []
    for number in range(20):
        put(f"{number:012x}")
        stores.current() if seen else None
        stores.settled()
        data = stores.current()
        assert data.snapshot_id == f"{number:012x}"
        lead.summary(data, scope(data, "35", "pilkada-2020"))
        seen.append(weakref.ref(data))
        del data
    page = open_page("tren", wilayah="35")
    assert not page.exception
    gc.collect()
    assert [place for place, one in enumerate(seen) if one() is not None] == [19]
    if Path("/proc/self/fd").exists():
        assert _handles(tmp_path) == 1


def test_no_module_holds_a_store_that_is_not_current(put, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    put(FIRST)
    for page in ("ringkasan", "tren", "peta", "sanksi", "paparan", "data", "sumber"):
        open_page(page, wilayah="35")
    client = TestClient(app)
    for path in ("/api/v1/figures.csv?wilayah=35", "/api/v1/openapi.json", "/api/v1/regions.geojson", "/lembar/35", "/lembar/35.png"):
        assert client.get(path).status_code == 200
    gone = weakref.ref(stores.current())
    put(SECOND)
    stores.current()
    stores.settled()
    gc.collect()
    holders = [type(holder).__name__ for holder in gc.get_referrers(gone())] if gone() is not None else []
    assert gone() is None, holders


def test_a_run_reads_one_snapshot_from_its_callbacks_to_its_files(put, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    put(FIRST)
    asked = []
    current = stores.current
    monkeypatch.setattr(stores, "current", lambda: asked.append(True) or current())
    page = open_page("tren", wilayah="35", paparan="1")
    assert not page.exception
    asked.clear()
    page.run()
    assert len(asked) == 1


def test_judging_is_done_again_only_when_a_file_has_changed(put, tmp_path, monkeypatch):
    put(FIRST)
    flip(put(SECOND))
    shelf = Shelf(tmp_path)
    read = []
    damage = snapshot.damage
    monkeypatch.setattr(snapshot, "damage", lambda *where: read.append(where) or damage(*where))
    shelf.current()
    count = len(read)
    for _ in range(5):
        shelf.current()
    assert len(read) == count


@pytest.fixture(autouse=True)
def heard(caplog):
    caplog.set_level(logging.WARNING)
