"""What an address says before the dashboard has started: title, sentence, main statement, what a shared link shows; a map of the site."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from netralitas.address.links import SETTING
from netralitas.claims.lead import summary
from netralitas.model import Filter
from netralitas.server.doors import Doors
from netralitas.ui import PAGES

PUBLIC = "https://netralitas.contoh.go.id"
VIEW = "wilayah=ID&pemilihan=pilkada-2020"


@pytest.fixture
def client(snapshot_dir, monkeypatch) -> TestClient:
    monkeypatch.setenv("NETRALITAS_BUILD", str(snapshot_dir))
    monkeypatch.delenv(SETTING, raising=False)
    return TestClient(Doors(Starlette(), tuple(PAGES)), base_url="http://localhost")


def told(page: str) -> str:
    """The words beside Streamlit's root, as a browser without scripts shows them."""
    (section,) = re.findall(r'<section id="bacaan".*?</section>', page, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", section)).split())


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("page", [name if place else "" for place, name in enumerate(PAGES) if name != "angka"])
def test_every_page_is_readable_without_a_script(client, store, page, language):
    written = client.get(f"/{page}?{VIEW}&bahasa={language}").text
    assert summary(store, Filter(region="ID", event="pilkada-2020", language=language)) in told(written)
    assert "Jateng Today" in told(written)
    for number in ("2.007", "1.588", "1.365") if language == "id" else ("2,007", "1,588", "1,365"):
        assert number in told(written)
    # Beside the root, not inside: what stands there is thrown away before the first chart.
    assert written.index('id="bacaan"') < written.index('<div id="root"></div>')
    assert "Pilkada 2020" in re.search("<title>(.*?)</title>", written)[1] or page == "sumber"


def test_a_question_is_answered_without_a_script(client):
    """Cek angka speaks of what is asked, not of the place and election that were chosen."""
    assert "Ketik angka" in told(client.get("/angka").text)
    written = told(client.get("/angka?q=1194+probolinggo").text)
    assert "Jangan dikutip" in written and "721 kasus" in written and "BKPSDM Kabupaten Probolinggo" in written


@pytest.mark.parametrize(("language", "verdict"), [("id", "Jangan dikutip"), ("en", "Do not quote")])
def test_a_question_is_answered_before_the_dashboard_starts(client, language, verdict):
    written = client.get("/angka", params={"q": "1194 probolinggo <b>", "bahasa": language}).text
    assert verdict in told(written) and "BKPSDM Kabupaten Probolinggo" in told(written)
    title = re.search("<title>(.*?)</title>", written)[1]
    assert title.startswith(f"{verdict} · 1194 probolinggo &lt;b&gt;")


def test_a_shared_link_shows_number_verdict_and_source(client):
    written = client.get("/?wilayah=35.13&pemilihan=pilkada-2018").text
    (description,) = re.findall('<meta property="og:description" content="(.*?)">', written)
    assert "1.194 kasus" in description and "Jangan dikutip" in description and "BKPSDM Kabupaten Probolinggo" in description
    assert "Yang dapat dikatakan" in description
    assert "Jangan dikutip" in told(written)


def test_beside_a_statement_the_first_number_stands_with_its_verdict_and_source(client):
    read = told(client.get(f"/?{VIEW}").text)
    assert "Layak dikutip" in read or "Catatan" in read
    assert "KASN" in read


def test_a_page_of_all_data_has_one_address_whatever_is_chosen(client, monkeypatch):
    monkeypatch.setenv(SETTING, PUBLIC)
    for page in ("angka", "sumber"):
        assert f'<link rel="canonical" href="{PUBLIC}/{page}">' in client.get(f"/{page}?{VIEW}").text


def test_only_a_public_address_is_named(client, monkeypatch):
    assert "localhost" not in client.get(f"/?{VIEW}").text.replace("location.origin", "")
    assert client.get("/sitemap.xml").status_code == 404
    monkeypatch.setenv(SETTING, PUBLIC)
    written = client.get(f"/tren?{VIEW}&tahap=dugaan&bahasa=en").text
    assert f'<link rel="canonical" href="{PUBLIC}/tren?wilayah=ID&amp;pemilihan=pilkada-2020&amp;bahasa=en">' in written
    assert f'<meta property="og:image" content="{PUBLIC}/lembar/ID.png?' in written


def test_the_map_of_a_public_site_names_the_canonical_address_of_every_place_with_figures(client, monkeypatch, store):
    monkeypatch.setenv(SETTING, PUBLIC)
    assert f"Sitemap: {PUBLIC}/sitemap.xml" in client.get("/robots.txt").text
    answer = client.get("/sitemap.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    addresses = [one.text for one in ElementTree.fromstring(answer.content).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert f"{PUBLIC}/?wilayah=64.02&pemilihan=pilkada-2020" in addresses
    assert len(addresses) == len(set(addresses)) and len(addresses) > 2 * len({region for region, _ in store.figure_counts()})
    for address in addresses[:: len(addresses) // 5]:
        written = client.get(address.removeprefix(PUBLIC)).text
        assert unescape(re.search('<link rel="canonical" href="(.*?)">', written)[1]) == address


def test_what_is_typed_into_an_address_is_no_markup(client):
    written = client.get('/?wilayah=<script>alert(1)</script>&pemilihan="><b>x').text
    assert "<script>alert" not in written and "<b>x" not in written


def test_without_a_snapshot_the_page_is_served_as_it_is(client, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    written = client.get("/").text
    assert 'id="bacaan"' not in written and '<div id="root"></div>' in written


def test_only_the_address_of_a_chart_alone_may_stand_in_a_frame(client):
    embedded, page = client.get(f"/?{VIEW}&sematkan=pernyataan-orang"), client.get(f"/?{VIEW}")
    assert "frame-ancestors *" in embedded.headers["content-security-policy"] and "x-frame-options" not in embedded.headers
    assert 'id="bacaan"' not in embedded.text
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"] and page.headers["x-frame-options"] == "DENY"
    assert embedded.headers["content-security-policy"].replace("frame-ancestors *", "frame-ancestors 'none'") == (
        client.get("/peta?sematkan=x").headers["content-security-policy"].replace("frame-ancestors *", "frame-ancestors 'none'")
    )
