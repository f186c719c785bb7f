"""Presentation mode: a plain screenshot at 1920 × 1080 is a slide, with its source, and the arrow keys go on."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from netralitas.wording import text
from tests.e2e.conftest import Visit, _visit

INDONESIA = "wilayah=ID&pemilihan=pilkada-2020&paparan=1"
MALUKU_UTARA = "wilayah=82&pemilihan=pilkada-2020&paparan=1"
STAGES = [
    f"/?{INDONESIA}",
    f"/tren?{INDONESIA}&bahasa=en",
    f"/tren?{INDONESIA}&bagan=hitungan",
    f"/peta?{INDONESIA}",
    f"/peta?{INDONESIA}&bagan=peringkat&bahasa=en",
    f"/sanksi?{INDONESIA}&bagan=rincian-jenis_pelanggaran",
    f"/sumber?{INDONESIA}",
    f"/?{MALUKU_UTARA}",
    f"/?{MALUKU_UTARA}&bahasa=en",
    "/tren?wilayah=73&pemilihan=pilkada-2020&paparan=1",
]
STAGE, DRAWING, SOURCE = ".st-key-panggung", ".st-key-panggung-isi", ".st-key-panggung-sumber"

# Every line of text on the stage, buttons aside: what it says, where, how large, and whether something cuts it off.
LINES = """() => {
  const lines = [], stage = document.querySelector('.st-key-panggung')
  let part = 0
  const walk = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const node = walk.currentNode, owner = node.parentElement
    if (!node.textContent.trim() || owner.closest('button')) continue
    part += 1
    const range = document.createRange()
    range.selectNodeContents(node)
    const drawing = owner.closest('svg.main-svg')  // it cuts off what leaves it
    const room = drawing ? drawing.getBoundingClientRect() : {left: 0, top: 0, right: innerWidth, bottom: innerHeight}
    for (const box of range.getClientRects()) {
      if (box.width < 2) continue
      const across = box.left >= Math.max(0, room.left - 2) && box.right <= Math.min(innerWidth, room.right + 2)
      const down = box.top >= Math.max(0, room.top - 2) && box.bottom <= Math.min(innerHeight, room.bottom + 2)
      lines.push({
        part,
        text: node.textContent.trim(),
        size: parseFloat(getComputedStyle(owner).fontSize),
        seen: across && down,
        box: [box.left, box.top, box.right, box.bottom],
      })
    }
  }
  return lines
}"""


@pytest.fixture
def wall(server: str, browser: Browser) -> Iterator[Visit]:
    """A tab on a projector."""
    yield from _visit(server, browser, {"width": 1920, "height": 1080})


@pytest.fixture
def desk(server: str, browser: Browser) -> Iterator[Visit]:
    yield from _visit(server, browser, {"width": 1280, "height": 720})


def staged(visit: Visit, address: str) -> Page:
    page = visit.open(address)
    page.wait_for_selector(f"{DRAWING} .main-svg", state="attached")
    return page


def clash(one: dict, other: dict) -> bool:
    """Do lines of two texts cover each other? Boxes are taller than their letters."""
    (left, top, right, bottom), box = one["box"], other["box"]
    wide, high = min(right, box[2]) - max(left, box[0]), min(bottom, box[3]) - max(top, box[1])
    return one["part"] != other["part"] and wide > 3 and high > 8


@pytest.mark.parametrize("address", STAGES)
def test_a_screenshot_is_a_slide(wall: Visit, address: str, tmp_path: Path):
    page = staged(wall, address)
    picture = page.screenshot(path=tmp_path / "slide.png")
    assert Image.open(io.BytesIO(picture)).size == (1920, 1080)
    assert page.locator(STAGE).bounding_box() == pytest.approx({"x": 0, "y": 0, "width": 1920, "height": 1080}, abs=0.5)
    assert page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [1920, 1080]
    for chrome in ("stSidebar", "stHeader", "stToolbar"):
        expect(page.get_by_test_id(chrome).locator("visible=true")).to_have_count(0)
    lines = [line for line in page.evaluate(LINES) if line["text"] != "•"]  # a mark, not a word
    assert [line for line in lines if not line["seen"]] == []
    assert [line for line in lines if line["size"] < 22] == []
    assert page.locator(f"{STAGE} :is(h1, h2)").evaluate("title => parseFloat(getComputedStyle(title).fontSize)") >= 44
    assert [(one, other) for place, one in enumerate(lines) for other in lines[:place] if clash(one, other)] == []


@pytest.mark.parametrize("address", [address for address in STAGES if "sumber" not in address])
def test_the_source_line_is_on_it(wall: Visit, address: str):
    page = staged(wall, address)
    source = page.locator(f"{SOURCE} p")
    expect(source).to_be_in_viewport(ratio=1)
    language = "en" if "bahasa=en" in address else "id"
    assert re.match(rf"{text(language, 'kartu.sumber')}: .+ · .+ · .+", source.inner_text())


def test_a_disputed_figure_stands_beside_its_warning(wall: Visit):
    page = staged(wall, f"/tren?{INDONESIA}&bagan=hitungan")
    expect(page.locator(f"{DRAWING} .main-svg").get_by_text("245 ⚠")).to_be_visible()
    expect(page.get_by_text("Jangan menyebut 245 kasus untuk Indonesia")).to_be_in_viewport(ratio=1)


def test_arrow_keys_turn_the_charts_and_escape_leads_back(wall: Visit):
    first_name, second_name = "tindak-lanjut-orang", "rincian-sanksi"
    page = wall.open("/sanksi?wilayah=ID&pemilihan=pilkada-2020")
    page.get_by_role("button", name="Mode paparan").click()
    title = page.locator(f"{STAGE} :is(h1, h2)")
    expect(page.get_by_text("bagian 1 dari 4")).to_be_visible()
    first = title.inner_text()
    # A key presses its button, so the button has to be there.
    expect(page.get_by_role("button", name="Bagian berikutnya")).to_be_enabled()
    wall.settled()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**bagan={second_name}")
    expect(title).not_to_have_text(first)
    expect(page.get_by_role("button", name="Bagian sebelumnya")).to_be_enabled()
    wall.settled()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**bagan={first_name}")
    expect(title).to_have_text(first)
    wall.settled()
    page.get_by_role("button", name="Bagian berikutnya").click()
    page.wait_for_url(f"**bagan={second_name}")
    expect(title).not_to_have_text(first)
    expect(page.get_by_role("button", name="Tutup mode paparan")).to_be_enabled()
    wall.settled()
    page.keyboard.press("Escape")
    expect(page.locator("[class*=st-key-bagan-]").first).to_be_visible()
    expect(page.locator(STAGE)).to_have_count(0)
    assert page.url.endswith("/sanksi?wilayah=ID&pemilihan=pilkada-2020")
    wall.settled()


def test_a_senseless_number_gives_the_first_chart(wall: Visit):
    page = staged(wall, f"/tren?{INDONESIA}&bagan=%3Cb%3E99")
    expect(page.get_by_text("bagian 1 dari 2")).to_be_visible()


SPOKEN = [
    (f"/?{INDONESIA}&bagan=angka", ["1.056 kasus", "Bawaslu"]),
    (f"/?{INDONESIA}&bagan=perhatian&bahasa=en", ["53 cases", "More on the dashboard"]),
    ("/?wilayah=64.02&pemilihan=pemilu-2024&paparan=1&bagan=banding", ["Kalimantan Timur", "tidak ada angka"]),
    ("/tren?wilayah=64.02&pemilihan=pilkada-2020&paparan=1", ["3 ASN di Kabupaten Kutai Kartanegara tidak terbukti", "27 Nov 2020"]),
    ("/?wilayah=82.03&pemilihan=pilkada-2024&paparan=1&bahasa=en", ["Halmahera Utara"]),
]


@pytest.mark.parametrize(("address", "said"), SPOKEN)
def test_what_a_page_says_in_words_is_shown_too_and_fits(wall: Visit, address: str, said: list[str]):
    page = wall.open(address)
    page.wait_for_selector("[class*=st-key-panggung-kata-]")
    for part in said:
        expect(page.locator(STAGE).get_by_text(part).first).to_be_in_viewport(ratio=1)
    lines = page.evaluate(LINES)
    assert [line for line in lines if not line["seen"] or line["size"] < 22] == []
    assert [(one, other) for place, one in enumerate(lines) for other in lines[:place] if clash(one, other)] == []
    expect(page.locator(f"{SOURCE} p")).to_be_in_viewport(ratio=1)


def test_a_page_without_charts_says_so_and_leads_back(wall: Visit):
    page = wall.open(f"/data?{INDONESIA}&bahasa=en")
    expect(page.get_by_text("This page has nothing to present")).to_be_visible()
    page.get_by_role("button", name="Back to the page").click()
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    assert "paparan" not in page.url
    wall.settled()


def test_a_smaller_window_shows_the_same_slide(desk: Visit):
    page = staged(desk, f"/?{INDONESIA}")
    assert page.locator(STAGE).bounding_box() == pytest.approx({"x": 0, "y": 0, "width": 1280, "height": 720}, abs=0.5)
    assert [line for line in page.evaluate(LINES) if not line["seen"]] == []
    drawing = page.locator(f"{DRAWING} .main-svg").first.bounding_box()
    assert drawing["width"] == pytest.approx(1776 * 1280 / 1920, abs=2)
