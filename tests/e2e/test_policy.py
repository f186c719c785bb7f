"""The policy of the pages in a real browser, and what a reader sees when the server is away."""

import pytest

from netralitas import wording
from tests.e2e.conftest import Visit, started
from tests.helpers import ROOT

ADDRESSES = [
    "/", "/?wilayah=33&bahasa=en", "/tren", "/peta", "/peta?tingkat=kabkota&wilayah=33", "/sanksi", "/paparan", "/data", "/sumber",
    "/tren?paparan=1", "/peta?paparan=1",
]  # fmt: skip
HEARD = """addEventListener("securitypolicyviolation",
    told => console.error("policy", told.violatedDirective, told.blockedURI, told.sourceFile, told.sample))"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_keeps_to_its_policy(visit: Visit, theme: str):
    """A violation is an error in the console, of which the visit allows none."""
    visit.page.add_init_script(HEARD)
    visit.page.emulate_media(color_scheme=theme)
    for address in ADDRESSES:
        visit.open(address)
    assert visit.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme") == theme


def test_the_policy_is_in_force(visit: Visit):
    """A script that does not come from here does not run."""
    visit.open("/")
    visit.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.foreign = true'}))")
    assert visit.page.evaluate("window.foreign") is None
    assert [error for error in visit.errors if "Content Security Policy" in error]
    visit.errors.clear()


def test_downloads_pictures_and_tables_keep_to_the_policy(visit: Visit):
    visit.page.add_init_script(HEARD)
    page = visit.open("/?wilayah=ID&pemilihan=pilkada-2020")
    card = page.locator("[class*=st-key-bagan-netralitas_pernyataan_ID_pilkada-2020_kasus]")
    card.get_by_role("button", name=wording.text("id", "kartu.tabel")).click()
    page.wait_for_selector("[data-testid=stDataFrame] canvas")
    page.keyboard.press("Escape")
    card.get_by_role("button", name=wording.text("id", "kartu.bagikan")).click()
    page.get_by_text(wording.text("id", "kartu.lainnya")).click()
    for button in (wording.text("id", "kartu.gambar"), "Unduh SVG", "Unduh XLSX"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button, exact=True).click()
        assert waiting.value.failure() is None


def test_a_crest_reaches_the_open_session(visit: Visit):
    visit.page.add_init_script(HEARD)
    page = visit.open("/paparan")
    with page.expect_response(lambda answer: "/_stcore/upload_file/" in answer.url and answer.request.method == "PUT") as waiting:
        page.locator("[data-testid=stFileUploaderDropzoneInput]").first.set_input_files(ROOT / "docs" / "peta.png")
    assert waiting.value.status == 204


@pytest.mark.parametrize("address", ["/lembar/ID", "/lembar/32.png", "/api/v1/openapi.json", "/favicon.ico", "/robots.txt"])
def test_what_stands_beside_the_pages_keeps_to_its_policy(visit: Visit, address: str):
    visit.page.add_init_script(HEARD)
    answer = visit.page.goto(visit.server + address)
    assert answer.status == 200 and "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "server" not in answer.headers


@pytest.mark.parametrize(("switched", "language"), [(None, "id"), ("English", "en")])
def test_a_server_that_went_away_is_told_in_the_page_s_language(visit: Visit, snapshot_dir, switched, language):
    """Killed, not asked to stop: the front end notices by itself."""
    with started(["-m", "netralitas"], "--port", ROOT, {"NETRALITAS_BUILD": str(snapshot_dir)}) as (visit.server, process):
        page = visit.open("/tren")
        if switched:
            page.get_by_role("radio", name=switched).or_(page.get_by_role("button", name=switched)).first.click()
            page.wait_for_url("**bahasa=en**")
            visit.settled()
        process.kill()
        dialog = page.get_by_role("dialog")
        dialog.get_by_text(wording.text(language, "terputus.isi")).wait_for()
        assert dialog.inner_text().split("\n")[0] == wording.text(language, "terputus.judul")
        assert "Streamlit" not in dialog.inner_text()
        page.goto("about:blank")
    visit.errors.clear()  # the browser tells of the server that is gone, as it should
