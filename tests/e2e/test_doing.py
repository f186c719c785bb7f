"""What a reader does with a page: click the map, open a table, take files away and compare them with what was shown."""

import io
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import expect

from netralitas import wording
from netralitas.model import Filter
from netralitas.render import table
from tests.e2e.conftest import Visit
from tests.helpers import flow

SHARE, TABLE = wording.text("id", "kartu.bagikan"), wording.text("id", "kartu.tabel")
MORE = wording.text("id", "kartu.lainnya")
MAP = "document.querySelector('.js-plotly-plot')?._fullLayout?.map?._subplot?.map"
OVERVIEW = "/?wilayah=ID&pemilihan=pilkada-2020"


@pytest.mark.parametrize("level", ["provinsi", "kabkota"])
def test_a_click_on_the_map_selects_the_region_everywhere(visit: Visit, level: str):
    page = visit.open(f"/peta?pemilihan=pilkada-2020&tahap=dugaan&satuan=kasus&tingkat={level}")
    page.wait_for_function(f"() => {{ const map = {MAP}; return map && map.loaded() && map.queryRenderedFeatures().length > 0 }}")
    # The middle of Kalimantan Tengah, wherever the projection has put it.
    spot = page.evaluate(
        f"() => {{ const map = {MAP}; const box = map.getCanvas().getBoundingClientRect(); "
        "const point = map.project([113.4, -1.6]); return [box.x + point.x, box.y + point.y] }"
    )
    page.mouse.move(*spot)
    page.wait_for_function("() => document.querySelector('.hoverlayer .hovertext')")
    page.mouse.click(*spot, delay=100)  # a press without duration is no click to MapLibre
    page.wait_for_url("**wilayah=62**")
    visit.settled()
    assert "Kalimantan Tengah" in page.locator(".st-key-pilih_wilayah input").input_value() or "Kalimantan Tengah" in visit.text()
    page.get_by_role("link", name="Ringkasan").click()
    page.wait_for_url("**/?**wilayah=62**")
    visit.settled()
    assert "Kalimantan Tengah" in visit.text()


@pytest.mark.parametrize("extension", ["csv", "xlsx", "parquet"])
def test_a_chart_travels_with_its_numbers_and_sources(visit: Visit, store, extension: str):
    """The file that the browser saves holds the rows of the card's table, each with publisher and link."""
    page = visit.open(OVERVIEW)
    card = page.locator("[class*=st-key-bagan-netralitas_pernyataan_ID_pilkada-2020_kasus]")
    card.get_by_role("button", name=SHARE).click()
    if extension != "xlsx":
        page.get_by_text(MORE).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Unduh {extension.upper()}", exact=True).click()
    saved = waiting.value
    drawn = flow(store, Filter("ID", "pilkada-2020"), "kasus")
    assert saved.suggested_filename == f"{drawn.name}.{extension}"
    expected = table.frame(drawn)
    rows = _read(Path(saved.path()).read_bytes(), extension)
    assert list(rows.columns) == list(expected.columns)
    assert rows["kasus"].astype(float).tolist() == expected["kasus"].tolist()
    assert rows["Penerbit"].tolist() == expected["Penerbit"].tolist()
    assert rows["Tautan"].str.startswith("http").all()


def _read(content: bytes, extension: str) -> pd.DataFrame:
    if extension == "csv":
        return pd.read_csv(io.BytesIO(content), dtype=str)
    if extension == "parquet":
        return pq.read_table(io.BytesIO(content)).to_pandas()
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Data", "Sumber", "Keterangan"]
    header, *rows = book["Data"].values
    return pd.DataFrame(rows, columns=header)


@pytest.mark.parametrize("extension", ["csv", "xlsx", "parquet"])
def test_the_data_page_gives_exactly_the_rows_in_the_filter(visit: Visit, store, extension: str):
    page = visit.open("/data?wilayah=35&pemilihan=pilkada-2018&cakupan=dalam")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Unduh {extension.upper()}", exact=True).click()
    rows = _read(Path(waiting.value.path()).read_bytes(), extension)
    expected = store.figures("35", "pilkada-2018", None, None, below=True)
    assert len(rows) == len(expected) > 0
    values = pd.to_numeric(rows[next(name for name in rows.columns if name.startswith("Nilai"))])
    assert sorted(values) == sorted(expected["value"])


def test_the_table_of_a_chart_opens_on_demand(visit: Visit):
    page = visit.open(OVERVIEW)
    card = page.locator("[class*=st-key-bagan-netralitas_pernyataan_ID_pilkada-2020_kasus]")
    card.get_by_role("button", name=TABLE).click()
    page.locator("[data-testid=stPopoverBody] [data-testid=stDataFrame]").wait_for()


def test_all_sources_unfold_into_a_table(visit: Visit):
    page = visit.open("/sumber?cari=bawaslu")
    assert not page.locator("[data-testid=stDataFrame]").count()
    page.locator(".st-key-semua-sumber summary").click()
    page.locator(".st-key-semua-sumber [data-testid=stDataFrame]").wait_for()


def test_corrected_and_annotated_figures_unfold(visit: Visit):
    page = visit.open("/sumber?bahasa=en")
    assert "PP 94/2021" not in visit.text()
    page.locator(".st-key-semua-koreksi summary").click()
    page.locator(".st-key-istilah-koreksi table").wait_for()
    assert "PP 94/2021" in visit.text()


def test_the_other_figures_behind_a_statement_open_on_demand(visit: Visit, store):
    page = visit.open(OVERVIEW)
    others = store.headlines("ID", "pilkada-2020").set_index(["stage", "unit"])["alternatives"]
    count = sum(int(others[stage, "kasus"]) for stage in flow(store, Filter("ID", "pilkada-2020"), "kasus").frame["tone"] if stage)
    button = page.locator("[class*=st-key-lain-pernyataan-kasus] button")
    assert str(count) in button.inner_text()
    button.click()
    page.locator("[data-testid=stPopoverBody] .js-plotly-plot .main-svg").first.wait_for()


def test_a_number_is_checked_in_one_box_and_on_one_screen(visit: Visit):
    page = visit.open("/angka")
    box = page.get_by_role("searchbox").first
    box.fill("721 pilkada 2018")
    box.press("Enter")
    page.wait_for_url("**q=721+pilkada+2018**")
    visit.settled()
    page.get_by_role("heading", name="Dengan catatan").wait_for()
    page.locator("[data-testid=stDataFrame]").first.wait_for()
    page.get_by_text("721 yang ditanyakan").wait_for()
    # Verdict, sentence, reasons, dots and table stand on one screen.
    for part in ("[class*=st-key-jawab-]", "[class*=st-key-bagan-] .main-svg", "[data-testid=stDataFrame]"):
        place = page.locator(part).first.bounding_box()
        assert place["y"] + place["height"] <= 900


def test_a_citation_with_an_address_of_this_machine_says_so(visit: Visit):
    page = visit.open("/?wilayah=35&pemilihan=pilkada-2020")
    for name in ("Unduh & tautan", "Salin kalimat"):
        page.get_by_role("button", name=name).first.click()
        opened = page.get_by_test_id("stPopoverBody")
        expect(opened).to_contain_text(visit.server)
        expect(opened).to_contain_text("Alamat ini hanya terbuka di komputer ini")
        page.keyboard.press("Escape")
        expect(opened).to_be_hidden()
