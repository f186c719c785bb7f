"""Which addresses there are beside the pages, and what every answer carries."""

import gzip
import json
import re
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit import config, file_util
from streamlit.web.server.starlette import starlette_app

from netralitas import wording
from netralitas.server.doors import Doors
from netralitas.store import shapes
from netralitas.ui import PAGES

# What Streamlit serves at all, and whether the dashboard has a use for it.
STREAMLIT = {
    "/_stcore/health": "open",
    "/_stcore/stream": "websocket",
    "/media/{file_id:path}": "open",
    "": "programs",
    "/_stcore/upload_file/{session_id}/{file_id}": "session",
    "/_stcore/host-config": "ours",
    "/app/static/{path:path}": "ours",
    "/_stcore/metrics": "shut",
    "/_stcore/agent/interact": "shut",
    "/_stcore/agent/openapi.json": "shut",
    "/_stcore/agent/mcp": "shut",
    "/_stcore/bidi-components/{path:path}": "shut",
    "/component/{path:path}": "shut",
    "/auth/login": "shut",
    "/auth/logout": "shut",
    "/oauth2callback": "shut",
    "/_stcore/script-health-check": "shut",
}
OTHERS = [
    "/_stcore/script-health-check",
    "/_stcore/message",
    "/_stcore/",
    "/index.html",
    "/manifest.json",
    "/no-such-page",
    "/tren/deeper/still",
]


async def _streamlit(scope, receive, send):
    """In the place of Streamlit: answers everything, so that a test sees what reaches it."""
    found = 404 if scope["path"].startswith("/media/gone") else 200
    await PlainTextResponse("streamlit", found)(scope, receive, send)


async def _beside(request) -> Response:
    return PlainTextResponse("beside", headers={"Content-Security-Policy": "default-src 'none'; frame-ancestors *"})


@pytest.fixture(scope="module")
def client() -> TestClient:
    routes = (Route("/beside", _beside),)

    async def app(scope, receive, send):
        inner = Starlette(routes=routes) if scope["path"] == "/beside" else _streamlit
        await inner(scope, receive, send)

    return TestClient(Doors(app, tuple(PAGES), routes), follow_redirects=False)


def test_every_address_of_streamlit_is_decided_upon(monkeypatch):
    """A new version of Streamlit opens no door unnoticed."""
    plain, switched_on = config.get_option, ("server.enableStaticServing", "server.scriptHealthCheckEnabled")
    monkeypatch.setattr(config, "get_option", lambda name: name in switched_on or plain(name))
    routes = starlette_app.create_streamlit_routes(MagicMock(_main_script_path=str(__file__)))
    assert {route.path for route in routes} == set(STREAMLIT)


@pytest.mark.parametrize("address", [*(path for path, decided in STREAMLIT.items() if decided == "shut"), *OTHERS])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_what_nothing_uses_is_not_there(client, address, method):
    answer = client.request(method, re.sub(r"{.*?}", "x", address))
    assert answer.status_code == 404 and answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE", "OPTIONS"])
def test_nothing_is_uploaded_into_a_session_that_is_not_open(client, method):
    assert client.request(method, "/_stcore/upload_file/no-session/1", content=b"x").status_code == 404


@pytest.mark.parametrize("address", ["/_stcore/health", "/media/abc.png"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_the_dashboard_needs_reaches_streamlit(client, address, method):
    assert client.request(method, address).status_code == 200


def test_streamlits_own_programs_are_served_and_nothing_else_beside_them(client):
    program = re.search(r'src="\.(/static/js/index\.[^"]+)"', client.get("/").text)[1]
    assert client.get(program).content == (Path(file_util.get_static_dir()) / program[1:]).read_bytes()
    assert client.get("/static/js/no-such-program.js").status_code == 404


def test_a_program_travels_compressed_is_kept_for_good_and_not_sent_twice(client):
    program = re.search(r'src="\.(/static/js/index\.[^"]+)"', client.get("/").text)[1]
    packed = client.get(program)
    assert packed.headers["content-encoding"] == "gzip" and packed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "javascript" in packed.headers["content-type"]
    assert int(packed.headers["content-length"]) < len(packed.content) / 2
    plain = client.get(program, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers and plain.content == packed.content
    again = client.get(program, headers={"If-None-Match": packed.headers["etag"]})
    assert again.status_code == 304 and not again.content


def test_a_font_is_not_compressed_again(client):
    font = next((Path(file_util.get_static_dir()) / "static" / "media").glob("*.woff2"))
    answer = client.get(f"/static/media/{font.name}")
    assert "content-encoding" not in answer.headers and answer.content == font.read_bytes()
    assert client.post(f"/static/media/{font.name}").status_code == 404


def test_the_front_end_is_told_that_no_host_may_command_it(client):
    told = client.get("/_stcore/host-config").json()
    assert told["allowedOrigins"] == [] and told["useExternalAuthToken"] is False


@pytest.mark.parametrize(
    ("address", "spoken", "language"),
    [("/x", "", "id"), ("/x?bahasa=en", "id", "en"), ("/x", "en-GB,en;q=0.9", "en"), ("/x", "fr, id;q=0.5, en;q=0.3", "id")],
)
def test_an_unknown_address_is_told_in_the_readers_language_and_leads_on(client, address, spoken, language):
    answer = client.get(address, headers={"Accept-Language": spoken})
    assert answer.status_code == 404 and f'<html lang="{language}">' in answer.text
    assert wording.text(language, "tak_ada.judul") in answer.text
    links = re.findall(r'<a href="([^"]+)"', answer.text)
    assert len(links) == len(PAGES) and all(client.get(link).status_code == 200 for link in links)


def test_an_address_is_never_written_as_html(client):
    assert "<script>" not in client.get("/<script>alert(1)</script>").text


def test_what_streamlit_does_not_find_is_told_in_our_words(client):
    answer = client.get("/media/gone.png")
    assert answer.status_code == 404 and wording.text("id", "tak_ada.judul") in answer.text


def test_icon_and_robots_are_what_they_say(client):
    for address in ("/favicon.ico", "/favicon.png"):
        icon = client.get(address)
        assert icon.headers["content-type"] == "image/svg+xml" and "<svg" in icon.text
    assert client.get("/favicon.ico", headers={"If-None-Match": icon.headers["etag"]}).status_code == 304
    robots = client.get("/robots.txt")
    assert robots.headers["content-type"].startswith("text/plain") and "Disallow: /_stcore/" in robots.text


@pytest.mark.parametrize(
    ("address", "page"),
    [("/tren/", "/tren"), ("/tren//", "/tren"), ("/tren/?wilayah=33&bahasa=en", "/tren?wilayah=33&bahasa=en"), ("http://x//", "/")],
)
def test_a_slash_too_many_leads_to_the_page(client, address, page):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["location"]) == (308, page)


def test_a_page_is_read_and_nothing_else(client):
    assert client.head("/tren").status_code == 200 and client.head("/tren").content == b""
    assert client.post("/tren").status_code == 405


@pytest.mark.parametrize("address", ["/", "/data", "/x", "/_stcore/health", "/media/a.png", "/robots.txt", "/favicon.ico", "/tren/"])
def test_every_answer_carries_its_headers(client, address):
    headers = client.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY" and "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "camera=()" in headers["permissions-policy"]


def test_an_answer_may_let_itself_be_framed(client):
    headers = client.get("/beside").headers
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors *"
    assert "x-frame-options" not in headers and headers["x-content-type-options"] == "nosniff"


# -- map files -------------------------------------------------------------------------------


@pytest.fixture
def map_file(tmp_path, monkeypatch):
    """A map file and its manifest, as the build lays them."""
    monkeypatch.setattr(shapes, "FOLDER", tmp_path)
    content = json.dumps({"type": "FeatureCollection", "features": [], "filler": "x" * 5000}).encode()
    (tmp_path / "kabkota-0123456789.geojson").write_bytes(content)
    (tmp_path / "manifest.json").write_bytes(b'{"levels": {}}')
    (tmp_path.parent / "secret.json").write_bytes(b"{}")
    return content


def test_a_map_file_is_kept_for_good_and_sent_once(client, map_file):
    address = f"/{shapes.URL}kabkota-0123456789.geojson"
    first = client.get(address, headers={"Accept-Encoding": "identity"})
    assert first.content == map_file and "content-encoding" not in first.headers
    assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
    again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b""
    assert client.get(address, headers={"If-None-Match": '"another"'}).status_code == 200


def test_a_map_file_is_sent_compressed_where_that_is_understood(client, map_file):
    with client.stream("GET", f"/{shapes.URL}kabkota-0123456789.geojson", headers={"Accept-Encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "Accept-Encoding"
    assert len(packed) < len(map_file) / 10 and gzip.decompress(packed) == map_file


def test_a_browser_that_refuses_compression_gets_the_file_as_it_is(client, map_file):
    answer = client.get(f"/{shapes.URL}kabkota-0123456789.geojson", headers={"Accept-Encoding": "gzip;q=0, identity"})
    assert "content-encoding" not in answer.headers and answer.content == map_file


def test_a_map_file_that_changes_is_sent_anew(client, map_file):
    address = f"/{shapes.URL}kabkota-0123456789.geojson"
    old = client.get(address).headers["etag"]
    (shapes.FOLDER / "kabkota-0123456789.geojson").write_bytes(b"{}")
    new = client.get(address, headers={"If-None-Match": old})
    assert new.status_code == 200 and new.content == b"{}"


def test_the_manifest_is_asked_for_each_time(client, map_file):
    answer = client.get(f"/{shapes.URL}manifest.json")
    assert answer.json() == {"levels": {}} and answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["nothing.geojson", "../secret.json", "%2e%2e/secret.json", "..%5csecret.json", "", "manifest.json/"])
def test_nothing_but_map_files_is_sent_from_their_folder(client, map_file, name):
    assert client.get(f"/{shapes.URL}{name}").status_code == 404
