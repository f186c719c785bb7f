"""Statements and lists for other programs: what one source put together, whole, with its source and its sentence."""

import io

import pandas as pd
import pytest

from tests.helpers import read_csv

KASN = {"wilayah": "ID", "pemilihan": "pilkada-2020", "satuan": "orang"}


def test_a_statement_holds_the_numbers_that_the_store_puts_together(client, store):
    told = client.get("/api/v1/statements.json", params=KASN).json()["rows"]
    held = store.statements("ID", "pilkada-2020")
    held = held[(held["unit"] == "orang") & ~held["is_aside"]]
    assert {row["statement_id"] for row in told} == set(held["statement_id"])
    for row in told:
        figures = held[held["statement_id"] == row["statement_id"]].set_index("figure_id")
        assert dict(zip(row["figure_ids"], row["values"])) == figures["value"].to_dict()
        assert dict(zip(row["figure_ids"], row["stages"])) == figures["stage"].to_dict()
        assert row["url"].startswith("http") and row["publisher"] and row["counter"] and row["cutoff"]
    assert [row["main"] for row in told].count(True) == 1


def test_a_statement_is_told_as_a_sentence_in_both_languages(client):
    main = next(row for row in client.get("/api/v1/statements.json", params=KASN).json()["rows"] if row["main"])
    assert main["sentence_id"].startswith("Netralitas ASN pada Pilkada 2020, Indonesia. ")
    assert all(f"{value:,}".replace(",", ".") in main["sentence_id"] for value in main["values"])
    assert all(f"{value:,}" in main["sentence_en"] for value in main["values"])


def test_a_stage_brings_the_whole_statement(client):
    for row in client.get("/api/v1/statements.json", params={**KASN, "tahap": "sanksi"}).json()["rows"]:
        assert "sanksi" in row["stages"] and len(row["stages"]) > 1


def test_figures_name_their_statement_their_verdict_and_what_to_say(client):
    statements = client.get("/api/v1/statements.json", params=KASN).json()["rows"]
    figures = {row["figure_id"]: row for row in client.get("/api/v1/figures.json", params=KASN).json()["rows"]}
    for statement in statements:
        for key in statement["figure_ids"]:
            assert figures[key]["statement_id"] == statement["statement_id"]
    for figure in figures.values():
        assert figure["verdict"] and figure["say"]
        assert bool(figure["rules"]) == (figure["verdict"] != "layak")


def test_a_list_names_regions_of_one_source_and_adds_up_where_it_is_complete(client, store):
    told = client.get("/api/v1/lists.json").json()["rows"]
    assert len(told) == len(store.lists_of_all()["list_id"].unique())
    for row in told:
        assert len(row["regions"]) == len(row["values"]) == len(row["figure_ids"]) >= 5
        assert sum(row["values"]) == row["total"]
        assert {store.regions().at[code, "parent"] for code in row["regions"]} == {row["parent"]}
        assert not row["complete"] or row["total"] == row["parent_value"]
        assert ("add up" in row["sentence_en"]) == row["complete"]


def test_a_list_is_asked_for_by_the_region_whose_parts_it_names(client):
    told = client.get("/api/v1/lists.json", params={"wilayah": "73", "pemilihan": "pilkada-2020"}).json()["rows"]
    assert told and {row["parent"] for row in told} == {"73"}
    provinces = client.get("/api/v1/lists.json", params={"tingkat": "provinsi"}).json()["rows"]
    assert provinces and {row["parent"] for row in provinces} == {"ID"}


@pytest.mark.parametrize("name", ["statements", "lists"])
def test_csv_and_json_tell_the_same(client, name):
    told = client.get(f"/api/v1/{name}.json", params={"bahasa": "en"}).json()["rows"]
    lines = pd.read_csv(io.BytesIO(client.get(f"/api/v1/{name}.csv?bahasa=en").content), dtype=str, keep_default_na=False)
    assert list(lines.columns) == list(told[0])
    assert lines["figure_ids"].tolist() == [" ".join(row["figure_ids"]) for row in told]
    assert [list(map(float, cell.split())) for cell in lines["values"]] == [row["values"] for row in told]
    assert lines["counted_on"].tolist() == [row["counted_on"] or "" for row in told]
    assert lines["sentence_id"].tolist() == [row["sentence_id"] for row in told]


@pytest.mark.parametrize("name", ["statements", "lists"])
def test_none_is_an_empty_answer_with_its_columns(client, name):
    params = {"wilayah": "94.06", "pemilihan": "pilkada-2015"}
    assert client.get(f"/api/v1/{name}.json", params=params).json()["rows"] == []
    assert len(read_csv(client.get(f"/api/v1/{name}.csv", params=params).content)) == 0
