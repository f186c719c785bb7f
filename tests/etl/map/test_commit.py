"""The map changes together with the snapshot or not at all, and a map file that is not what was drawn is made again."""

import json

import pytest
from commands import build, listing, run
from small import replaced, write

from etl import publish
from etl.map import geometry


@pytest.fixture
def places(tmp_path, geo):
    """A published snapshot with its map: data, out, geo."""
    data, out = write(tmp_path / "data"), tmp_path / "out"
    assert build(data, out, geo).exit_code == 0
    return data, out, geo


def layer(geo, level="kabkota"):
    return geo / geometry.read_manifest(geo).levels[level].file


FAULTS = {
    "unknown region": ("35.13.02", "35.99.02", "row 3, column code: found '35.99.02'; expected a district of a kabupaten or kota: 35.99"),
    "no latitude": ("-7.8,113.45", ",113.45", "row 2, column lat: found nothing"),
    "words for a longitude": ("-7.8,113.45", "-7.8,east", "row 2, column lon: found 'east'"),
    "beyond the pole": ("-7.8,113.45", "-97.8,113.45", "row 2, column lat: found '-97.8'"),
}


@pytest.mark.parametrize(("old", "new", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_the_districts_is_told_with_its_place_and_publishes_nothing(places, old, new, told):
    data, out, geo = places
    before = listing(out, geo)
    replaced("districts.csv", old, new)(data)
    write_figures(data, value=99)
    result = build(data, out, geo)
    assert result.exit_code == 1 and f"districts.csv, {told}" in result.stderr
    assert "1 problem, 1 row rejected; nothing was published." in result.stderr
    assert listing(out, geo) == before
    assert f"districts.csv, {told}" in run("check", "--data", data).stderr


@pytest.mark.parametrize(("content", "told"), [(None, "no such file"), ("islands", "no GeoJSON"), ('{"features": []}', "no polygons")])
def test_a_fault_in_the_islands_is_told_and_publishes_nothing(places, content, told):
    data, out, geo = places
    before = listing(out, geo)
    (data / "land.geojson").unlink() if content is None else (data / "land.geojson").write_text(content)
    write_figures(data, value=99)
    result = build(data, out, geo)
    assert result.exit_code == 1 and f"land.geojson: found {told}; expected the islands of the country" in result.stderr
    assert listing(out, geo) == before and "Traceback" not in result.output


def write_figures(data, **changes):
    file = data / "figures.csv"
    header, row = file.read_text(encoding="utf-8").splitlines()
    file.write_text(f"{header}\n{row.replace(',10,', ',{value},'.format(**changes))}\n", encoding="utf-8")


def test_snapshot_and_map_change_together(places):
    data, out, geo = places
    snapshot, manifest = publish.current(out), geometry.read_manifest(geo)
    replaced("regions.csv", ",55,", ",155,")(data)
    assert build(data, out, geo).exit_code == 0
    drawn = geometry.read_manifest(geo)
    assert publish.current(out) != snapshot and drawn.inputs != manifest.inputs
    assert {file.name for file in geo.glob("*.geojson")} == {level.file for level in drawn.levels.values()}


def test_a_map_that_can_not_be_drawn_publishes_nothing(places, monkeypatch):
    data, out, geo = places
    monkeypatch.setattr("etl.map.beside.ROOT", data)  # no program there that could draw
    replaced("regions.csv", ",55,", ",155,")(data)
    before = listing(out, geo)
    result = build(data, out, geo)
    assert result.exit_code == 1 and "Nothing was published: the map shapes could not be drawn (" in result.stderr
    assert listing(out, geo) == before and "Traceback" not in result.output


def cut(file):
    file.write_bytes(file.read_bytes()[:1000])


def flip_a_bit(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("damage", [cut, flip_a_bit, lambda file: file.unlink()], ids=["cut", "bit flipped", "gone"])
def test_a_damaged_map_file_is_drawn_anew(places, damage):
    data, out, geo = places
    before = listing(geo)
    damage(layer(geo))
    assert geometry.read_manifest(geo) is None and not geometry.is_current(data, geo)
    result = build(data, out, geo)
    assert result.exit_code == 0 and "is drawn anew" in result.stdout and "Nothing has changed" in result.stdout
    assert listing(geo) == before
    assert "drawn anew" not in build(data, out, geo).stdout


def test_manifests_of_earlier_versions_stay_valid(places):
    data, _, geo = places
    manifest = json.loads((geo / "manifest.json").read_text(encoding="utf-8"))
    for level in manifest["levels"].values():
        del level["sha256"]
    (geo / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert geometry.is_current(data, geo)
    flip_a_bit(layer(geo))
    assert not geometry.is_current(data, geo)


def test_imported_boundaries_that_are_lost_are_not_replaced_in_silence(places):
    data, out, geo = places
    manifest = json.loads((geo / "manifest.json").read_text(encoding="utf-8"))
    manifest |= {"origin": "imported", "source_name": "batas.gpkg"}
    (geo / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    cut(layer(geo))
    result = build(data, out, geo)
    assert result.exit_code == 0 and "until batas.gpkg is imported again" in result.stdout
    assert geometry.read_manifest(geo).origin == "schematic"


def test_a_map_goes_with_the_snapshot_that_somebody_went_back_to(places):
    data, out, geo = places
    write_figures(data, value=11)
    assert build(data, out, geo).exit_code == 0
    assert run("rollback", "--out", out).exit_code == 0
    before = listing(geo)
    replaced("regions.csv", ",55,", ",155,")(data)
    assert build(data, out, geo).exit_code == 0 and listing(geo) == before
    layer(geo).unlink()
    assert build(data, out, geo).exit_code == 0 and geometry.read_manifest(geo) is not None
