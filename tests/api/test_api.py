"""The addresses for other programs: what they answer is what the store holds, and what they refuse they explain."""

import csv
import io
import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode

from netralitas import api, model
from netralitas.api import rows
from netralitas.api.columns import FIGURE
from netralitas.api.question import Question
from netralitas.claims import verdict
from netralitas.files.formats import guarded
from tests.api.conftest import APP
from tests.helpers import ORIGIN, read_csv

ADDRESSES = list(api.ADDRESSES)
HEALTH = ["/healthz", "/readyz"]


# -- the same rows as the store ------------------------------------------------------


def test_csv_read_back_holds_every_figure_of_the_store(client, store):
    told = read_csv(client.get("/api/v1/figures.csv").content).set_index("figure_id")
    held = store.figures(model.NATION, None, None, None, True).set_index("figure_id")
    assert set(told.index) == set(held.index)
    held = held.loc[told.index]
    assert told["value"].tolist() == held["value"].tolist()
    for column in ("region", "stage", "unit", "counted_by", "status", "publisher", "source_id"):
        assert told[column].tolist() == held[column].tolist(), column
    assert told["url"].tolist() == held["url"].fillna("").tolist()
    assert told["flags"].tolist() == [" ".join(flags) for flags in held["flags"]]


def test_a_region_code_stays_text(client):
    body = client.get("/api/v1/figures.csv", params={"wilayah": "73.10"}).text
    lines = list(csv.DictReader(io.StringIO(body)))
    assert lines and {line["region"] for line in lines} == {"73.10"}


def test_json_and_csv_and_parquet_tell_the_same(client):
    scope = {"wilayah": "35", "cakupan": "dalam", "bahasa": "en"}
    told = client.get("/api/v1/figures.json", params=scope).json()
    table = pq.read_table(io.BytesIO(client.get("/api/v1/figures.parquet", params=scope).content))
    lines = read_csv(client.get("/api/v1/figures.csv", params=scope).content)
    names = [column.name for column in FIGURE]
    assert table.column_names == names == list(lines.columns) == list(told["rows"][0])
    typed = [{**row, "counted_on": row["counted_on"] and row["counted_on"].isoformat()} for row in table.to_pylist()]
    assert typed == told["rows"]
    assert lines["figure_id"].tolist() == [row["figure_id"] for row in told["rows"]]
    assert json.loads(table.schema.metadata[b"netralitas"])["query"] == told["query"]
    assert str(table.schema.field("counted_on").type) == "date32[day]"


def test_headlines_are_the_store_s_headlines(client, store):
    told = client.get("/api/v1/headlines.json", params={"wilayah": "ID", "pemilihan": "pilkada-2020"}).json()["rows"]
    held = store.headlines("ID", "pilkada-2020")
    assert {row["figure_id"]: row["value"] for row in told} == dict(zip(held["figure_id"], held["value"]))
    assert all(row["is_headline"] and row["alternatives"] is not None for row in told)


def test_a_disputed_figure_carries_its_sentences_in_the_language_asked(client, store):
    scope = {"wilayah": "35.13", "pemilihan": "pilkada-2018", "tahap": "dugaan"}
    for language in model.LANGUAGES:
        row = client.get("/api/v1/headlines.json", params={**scope, "bahasa": language}).json()["rows"][0]
        assert row["value"] == 1194
        assert row["status"] == "disengketakan"
        assert row["status_label"]
        assert row["verdict"] == row["mark"] == "jangan" and row["rules"][0] == "J1"
        judged = verdict.of(store, (row["figure_id"],), language)[row["figure_id"]]
        assert row["warnings"] == [reason.sentence for reason in judged.doubts]
        assert "721" in row["warnings"][0] and "721" in row["say"]


@pytest.mark.parametrize("path", ["figures", "headlines"])
def test_warnings_are_what_the_mark_stands_for(client, store, path):
    """A number without a mark has none, whatever rules its sentence satisfies; a marked one has a sentence a rule that marks."""
    marks = store.rules().set_index("id")["mark"]
    rows = client.get(f"/api/v1/{path}.json", params={"pemilihan": "pilkada-2020"}).json()["rows"]
    assert any(row["rules"] and not row["warnings"] for row in rows) and any(row["warnings"] for row in rows)
    for row in rows:
        assert len(row["warnings"]) == sum(marks[rule] != "" for rule in row["rules"]), row["figure_id"]
        assert bool(row["warnings"]) == (row["mark"] != "") == (row["status"] != "bersih")


def test_every_row_names_its_source_its_counter_and_its_cutoff(client):
    for row in client.get("/api/v1/figures.json").json()["rows"]:
        assert row["publisher"] and row["source_id"] and row["counter"] and row["cutoff"]
        assert row["url"].startswith("http")


def test_no_row_means_no_figure_and_no_zero(client):
    told = client.get("/api/v1/headlines.json", params={"wilayah": "94.06"}).json()
    assert told["rows"] == []
    assert client.get("/api/v1/headlines.csv", params={"wilayah": "94.06"}).text.count("\r\n") == 1


def test_sources_of_a_scope_are_those_of_its_figures(client, store):
    told = client.get("/api/v1/sources.json", params={"wilayah": "35.13"}).json()["rows"]
    held = store.figures("35.13", None, None, None, False)
    assert {row["source_id"]: row["figures"] for row in told} == held["source_id"].value_counts().to_dict()


def test_calendar_figures_can_be_asked_for(client, store):
    told = client.get("/api/v1/figures.json", params={"pemilihan": "kalender"}).json()["rows"]
    assert len(told) == len(store.figures(model.NATION, "kalender", None, None, True))
    assert {row["event"] for row in told} == {None}


@pytest.mark.parametrize(("level", "count"), [("negara", 1), ("provinsi", 38), ("kabkota", 514)])
def test_the_map_has_every_region_and_null_where_nobody_published(client, store, level, count):
    scope = {"tingkat": level, "pemilihan": "pilkada-2020", "tahap": "dugaan", "satuan": "kasus"}
    features = client.get("/api/v1/regions.geojson", params=scope).json()["features"]
    held = store.headline_by_region("pilkada-2020", "dugaan", "kasus", ("negara", "provinsi", "kabkota").index(level))
    assert len(features) == count
    values = {feature["id"]: feature["properties"]["value"] for feature in features}
    assert {code: value for code, value in values.items() if value is not None} == dict(zip(held["region"], held["value"]))
    absent = next((feature["properties"] for feature in features if feature["properties"]["value"] is None), None)
    if absent:
        assert absent["status"] is None
        assert absent["status_label"] == "tidak ada angka"


def test_the_map_without_built_shapes_says_so(client, tmp_path, monkeypatch):
    monkeypatch.setattr("netralitas.store.shapes.FOLDER", tmp_path)
    told = client.get("/api/v1/regions.geojson", params={"wilayah": "35"}).json()
    assert told["features"][0]["geometry"] is None
    assert "belum dibangun" in told["about"]


def test_a_text_that_looks_like_a_formula_is_guarded():
    part = pd.DataFrame([{column.name: _sample(column) for column in FIGURE}])
    body = b"".join(rows.as_csv(iter([part]), FIGURE)).decode()
    line = next(csv.DictReader(io.StringIO(body)))
    assert line["title"].startswith("'=")
    assert line["value"] == "1194"
    assert line["region"] == "35.10"
    assert guarded(part[["title"]])["title"].iloc[0] == line["title"]


def _sample(column):
    values = {"number": 1194.0, "whole": 1, "truth": True, "texts": [], "day": pd.Timestamp("2020-12-19"), "text": "35.10"}
    return '=HYPERLINK("http://x";"y")' if column.name == "title" else values[column.kind]


def test_a_long_csv_is_made_part_by_part_with_one_header(client, store):
    parts = list(rows.as_csv(rows.figures(store, Question(), headlines=False), FIGURE))
    assert len(parts) > 1
    body = client.get("/api/v1/figures.csv").content
    assert b"".join(parts) == body
    assert body.count(b"figure_id,region,") == 1


# -- what is refused -----------------------------------------------------------------


@pytest.mark.parametrize("path", [path for path in ADDRESSES if "openapi" not in path and "check" not in path])
@pytest.mark.parametrize(
    ("query", "parameter", "accepted"),
    [
        ("tahap=sankis", "tahap", "sanksi"),
        ("pemilihan=2020", "pemilihan", "pilkada-2020"),
        ("satuan=", "satuan", "kasus"),
        ("bahasa=fr", "bahasa", "en"),
        ("wilayah=35.99", "wilayah", "35.13"),
        ("tingkat=desa", "tingkat", "kabkota"),
        ("stage=dugaan", "stage", "tahap"),
        ("tahap=dugaan&tahap=sanksi", "tahap", "dugaan"),
        ("wilayah=35%00", "wilayah", "35"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(client, path, query, parameter, accepted):
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["parameter"] == parameter
    assert accepted in told["allowed"]
    assert told["detail"].endswith(".")


def test_a_name_for_a_code_gets_both_suggestions(client):
    told = client.get("/api/v1/figures.json?wilayah=Probolinggo&bahasa=en").json()
    assert {near["code"] for near in told["suggestions"]} == {"35.13", "35.74"}
    assert told["detail"].startswith("“Probolinggo” is not the code of a region.")


def test_an_address_that_is_none_is_no_page(client):
    answer = client.get("/api/v1/figures.xml")
    assert answer.status_code == 404
    assert "/api/v1/figures.csv" in answer.json()["allowed"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_nothing_can_be_changed(client, method):
    answer = client.request(method, "/api/v1/figures.json")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_host_that_is_none_is_not_repeated(client):
    told = client.get("/api/v1/openapi.json", headers={"Host": 'x"><script>'}).text
    assert "<script>" not in told


# -- asked again ---------------------------------------------------------------------


@pytest.mark.parametrize("path", ADDRESSES)
def test_asked_again_with_its_tag_nothing_is_sent(client, path):
    first = client.get(path)
    tag = first.headers["etag"]
    assert first.headers["x-snapshot"]
    assert client.get(path, headers={"If-None-Match": f'"other", {tag}'}).status_code == 304
    assert client.get(path, headers={"If-None-Match": tag.removeprefix("W/")}).content == b""
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", [*ADDRESSES, *HEALTH])
def test_head_tells_what_get_would_tell(client, path):
    head, get = client.head(path), client.get(path)
    assert head.content == b""
    assert head.status_code == get.status_code == 200
    assert {name: value for name, value in get.headers.items() if name != "content-length"} == dict(head.headers)


def test_the_tag_belongs_to_the_question_the_snapshot_and_the_program(client, monkeypatch):
    tag = client.get("/api/v1/headlines.csv").headers["etag"]
    assert client.get("/api/v1/headlines.csv?bahasa=en").headers["etag"] != tag
    assert client.get("/api/v1/headlines.csv?bahasa=id").headers["etag"] == tag
    monkeypatch.setattr("netralitas.web.answer.program", lambda: "another")
    assert client.get("/api/v1/headlines.csv").headers["etag"] != tag


def test_any_web_page_may_read_and_none_may_sign_in(client):
    asked = client.get("/api/v1/headlines.json?wilayah=35", headers={"Origin": "https://example.org"})
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in asked.headers
    assert "set-cookie" not in asked.headers
    preflight = client.options("/api/v1/headlines.json", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "GET"})
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"


def test_health_is_of_the_process_and_readiness_of_the_snapshot(client, store, tmp_path, monkeypatch):
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert ready == {"status": "ready", "snapshot": store.snapshot_id, "figures": store.size()}
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    assert client.get("/healthz").status_code == 200
    unready = client.get("/readyz")
    assert unready.status_code == 503
    assert unready.json()["detail"].startswith("Data belum dibangun")
    assert client.get("/api/v1/figures.json").status_code == 503


def test_what_fails_is_told_as_a_problem_and_logged(client, monkeypatch, caplog):
    monkeypatch.setattr("netralitas.store.Store.published_rows", lambda *_, **__: 1 / 0)
    answer = client.get("/api/v1/figures.csv")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "ZeroDivisionError" not in answer.text
    assert "no answer" in caplog.text


# -- the description -----------------------------------------------------------------


@pytest.mark.parametrize("language", model.LANGUAGES)
def test_the_description_lists_every_address_and_every_value(client, store, language):
    told = client.get(f"/api/v1/openapi.json?bahasa={language}").json()
    assert set(told["paths"]) == {*ADDRESSES, *HEALTH}
    asked = {part["name"]: part["schema"]["enum"] for part in told["paths"]["/api/v1/figures.csv"]["get"]["parameters"]}
    assert asked["wilayah"] == list(store.region_names())
    assert asked["tahap"] == list(model.STAGES)
    assert told["servers"] == [{"url": ORIGIN}]


@pytest.fixture
def described(served_snapshot):
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", APP)


ASKED = [(path, GenerationMode.POSITIVE) for path in (*ADDRESSES, *HEALTH)] + [(path, GenerationMode.NEGATIVE) for path in ADDRESSES]


@pytest.mark.parametrize(("path", "mode"), ASKED)
def test_answers_are_as_described(described, path, mode):
    """Questions that the description allows are answered as it says; those that it forbids are refused as it says."""
    operation = described[path]["GET"]

    @settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        case.call_and_validate()

    ask()
