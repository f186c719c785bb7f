"""Who borders on whom: from the shapes as they are published, schematic or imported, and read back by the dashboard."""

import json

import numpy as np
import pytest
import shaped
import shapely
from small import write

from etl.map import boundaries, geometry, neighbours
from netralitas.store import shapes
from tests.helpers import DATA


def test_a_kota_inside_a_kabupaten_borders_on_it_alone(schematic):
    assert shapes.neighbours("35.74", schematic) == ("35.13",)
    assert shapes.neighbours("35.13", schematic) == ("35.08", "35.09", "35.11", "35.12", "35.14", "35.74")


def test_provinces_have_neighbours_of_their_own_level(schematic):
    assert shapes.neighbours("64", schematic) == ("61", "62", "63", "65")


def test_an_island_has_none(schematic):
    assert shapes.neighbours("31.01", schematic) == ()


def test_neighbours_are_mutual_of_one_level_and_never_the_region_itself(schematic):
    named = json.loads((schematic / geometry.read_manifest(schematic).neighbours.file).read_text(encoding="utf-8"))
    assert len(named) > 500
    for region, others in named.items():
        assert region not in others and others == sorted(set(others))
        assert all(region in named[other] and ("." in other) == ("." in region) for other in others)


SQUARES = {
    "beside each other": (shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), True),
    "with a sliver between": (shapely.box(0, 0, 1, 1), shapely.box(1.001, 0, 2, 1), True),
    "overlapping by a sliver": (shapely.box(0, 0, 1, 1), shapely.box(0.999, 0, 2, 1), True),
    "one within the other": (shapely.box(0, 0, 1, 1) - shapely.box(0.4, 0.4, 0.6, 0.6), shapely.box(0.4, 0.4, 0.6, 0.6), True),
    "corner to corner": (shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2), False),
    "over a strait": (shapely.box(0, 0, 1, 1), shapely.box(1.02, 0, 2, 1), False),
}


@pytest.mark.parametrize(("one", "other", "bordering"), SQUARES.values(), ids=SQUARES)
def test_a_border_is_a_stretch_and_no_corner(one, other, bordering):
    found = neighbours.of_level(["01.01", "01.02"], np.array([one, other]))
    assert found == ({"01.01": ["01.02"], "01.02": ["01.01"]} if bordering else {})


def test_imported_boundaries_give_their_own(tmp_path, drawn):
    frame = shaped.shapes(drawn, "kabkota").drop(columns="id")
    # Kabupaten Lumajang without its borders: nobody's neighbour any more.
    frame = frame[frame["code"] == "35.08"]
    frame.set_geometry(shapely.buffer(frame.geometry.to_numpy(), -0.02), crs=4326).to_file(tmp_path / "batas.geojson")
    boundaries.import_boundaries(tmp_path / "batas.geojson", DATA, drawn)
    assert shapes.neighbours("35.08", drawn) == ()
    assert shapes.neighbours("35.13", drawn) == ("35.09", "35.11", "35.12", "35.14", "35.74")


def test_a_damaged_file_is_told_and_drawn_anew(tmp_path):
    data, geo = write(tmp_path / "data"), tmp_path / "geo"
    file = geo / geometry.ensure(data, geo).neighbours.file
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + b" ")
    with pytest.raises(shapes.NoGeometry, match="damaged"):
        shapes.neighbours("35.13", geo)
    assert not geometry.is_current(data, geo)
    geometry.ensure(data, geo)
    assert file.read_bytes() == whole


def test_a_map_of_an_earlier_version_is_still_read_and_knows_no_neighbours(tmp_path):
    data, geo = write(tmp_path / "data"), tmp_path / "geo"
    geometry.ensure(data, geo)
    manifest = json.loads((geo / "manifest.json").read_text(encoding="utf-8"))
    del manifest["neighbours"]
    (geo / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert geometry.is_current(data, geo)
    with pytest.raises(shapes.NoGeometry):
        shapes.neighbours("35.13", geo)
