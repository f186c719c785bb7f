"""The picture of a chart at an address of its own: that of the chart on screen, for whoever asks, and nothing for a name that is none."""

import io

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from netralitas import address, lembar
from netralitas.address.links import picture_address
from netralitas.charts import page as pages
from netralitas.render import picture
from netralitas.wording import text


@pytest.fixture
def client(served_snapshot, maps) -> TestClient:
    return TestClient(Starlette(routes=lembar.routes()))


@pytest.mark.parametrize(
    ("page", "parameters"), [("ringkasan", {}), ("tren", {"garis": "semua"}), ("peta", {}), ("sanksi", {}), ("sumber", {})]
)
def test_every_chart_of_a_page_is_a_picture_at_the_address_that_its_menu_hands_out(client, store, page, parameters):
    scope, _ = address.parse(store, {"wilayah": "ID", "pemilihan": "pilkada-2020", "bahasa": "en"})
    scope = pages.proposed(store, page, scope, parameters)
    named = dict(pages.PAGES[page](store, scope, parameters))
    assert named
    name = next(iter(named))
    answer = client.get(picture_address("", page, scope, parameters, name))
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == picture.PIXELS
    assert answer.content == picture.png(pages.declared(store, named[name], "en"))
    again = client.get(
        picture_address("", page, scope, {**parameters, "utm_source": "x"}, name), headers={"If-None-Match": answer.headers["etag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["ringkasan/x", "x/pernyataan-orang", "data/x", "ringkasan/..%2f..%2fetc"])
def test_no_such_chart_is_told_in_a_sentence(client, path):
    answer = client.get(f"/gambar/{path}.png?bahasa=en")
    assert answer.status_code == 404
    assert path.endswith("etc") or answer.json()["detail"] == text("en", "sematkan.tak_ada")
