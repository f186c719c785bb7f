"""What is typed into Cek angka is answered and forgotten: it stands in no log, and in no file that the server could write."""

import shutil
import urllib.request
from pathlib import Path

import pytest

from tests.e2e.conftest import started
from tests.helpers import ROOT

SECRET = "zyxrahasia"
QUESTIONS = [f"/cek?q={SECRET}+1194", f"/api/v1/check.json?q={SECRET}+721", f"/angka?q={SECRET}+433", f"/cek?q={SECRET}&bahasa=xx"]


@pytest.fixture
def folder(tmp_path: Path, snapshot_dir: Path) -> Path:
    """A folder of its own for all that a server writes: snapshot, home, temporary files."""
    shutil.copytree(snapshot_dir, tmp_path / "build")
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder / "temporary"))
    home = dict.fromkeys(("HOME", "USERPROFILE", "XDG_CACHE_HOME"), str(folder / "home"))
    return {**temporary, **home, "NETRALITAS_BUILD": str(folder / "build")}


def holding(folder: Path, words: str) -> list[str]:
    return [file.name for file in folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes()]


def test_a_question_is_written_nowhere(folder, maps, browser):
    log = folder / "server.log"
    with started(["-m", "netralitas"], "--port", ROOT, environment(folder), log) as (base, _):
        for question in QUESTIONS:
            with urllib.request.urlopen(base + question, timeout=30) as answer:
                assert SECRET in answer.read().decode()
        page = browser.new_page()
        page.goto(f"{base}/angka?q={SECRET}+433")
        page.get_by_text(f"“{SECRET}”").first.wait_for()
        page.close()
    assert b"Netralitas: " in log.read_bytes()
    assert holding(folder, SECRET) == []
