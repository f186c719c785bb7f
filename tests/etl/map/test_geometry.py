"""The map as it is drawn: regions inside the coast from points and areas."""

import gzip
import json

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
import shapely.ops
from shaped import imported, sample, shapes
from small import replaced, write

from etl.map import boundaries, geometry
from tests.helpers import DATA


class TestSchematic:
    def test_every_region_is_drawn(self, schematic, regions):
        for level, kinds in (("kabkota", ("kabupaten", "kota")), ("provinsi", ("provinsi",))):
            expected = regions[regions["kind"].isin(kinds)]
            drawn = shapes(schematic, level).set_index("code")
            assert set(drawn.index) == set(expected.index)
            assert (drawn["name"] == expected["name"].reindex(drawn.index)).all()
            assert drawn.is_valid.all() and not drawn.is_empty.any()
            assert drawn.geom_type.isin(["Polygon", "MultiPolygon"]).all()
        manifest = geometry.read_manifest(schematic)
        assert [level.regions for level in manifest.levels.values()] == [38, 514]

    def test_areas_are_near_the_official_ones(self, kabkota, regions):
        drawn = kabkota.set_index("code").to_crs(geometry.EQUAL_AREA).area / 1e6
        share = drawn / regions["area_km2"].reindex(drawn.index)
        error = (share - 1).abs()
        # 0.6, 2.3 and 7.3 % measured; the land itself is larger or smaller than an official area here and there.
        assert error.median() < 0.01 and error.quantile(0.9) < 0.04 and error.quantile(0.98) < 0.13
        assert share.min() > 0.5 and share.max() < 1.4, "no town vanishes under its neighbours, or takes their land"

    def test_the_coast_is_the_real_one(self, kabkota):
        islands = geopandas.read_file(DATA / "land.geojson").to_crs(geometry.EQUAL_AREA).union_all()
        drawn = kabkota.to_crs(geometry.EQUAL_AREA).union_all()
        assert drawn.intersection(islands).area / drawn.union(islands).area > 0.97
        # Small islands that the file of the coast lacks are there, too: Kepulauan Seribu, Natuna, Wakatobi.
        assert {"31.01", "21.03", "74.07"} <= set(kabkota["code"])

    def test_regions_lie_where_their_kecamatan_do(self, kabkota):
        districts = pd.read_csv(DATA / "districts.csv", dtype={"code": str})
        points = geopandas.GeoDataFrame(districts, geometry=geopandas.points_from_xy(districts["lon"], districts["lat"]), crs=4326)
        found = points.sjoin(kabkota[["code", "geometry"]], how="left", predicate="within", lsuffix="of", rsuffix="in")
        assert (found["code_of"].str[:5] == found["code_in"]).mean() > 0.85

    def test_neighbours_touch_and_do_not_overlap(self, kabkota):
        frame = kabkota.to_crs(geometry.EQUAL_AREA)
        one, other = frame.sindex.query(frame.geometry, predicate="intersects")
        one, other = one[one < other], other[one < other]
        areas = frame.geometry.to_numpy()
        assert len(one) > 900
        assert shapely.area(shapely.intersection(areas[one], areas[other])).max() < 1e6

    def test_provinces_are_their_children(self, schematic, kabkota):
        provinces = shapes(schematic, "provinsi").set_index("code").to_crs(geometry.EQUAL_AREA)
        children = kabkota.to_crs(geometry.EQUAL_AREA).area.groupby(kabkota["code"].str[:2]).sum()
        assert np.allclose(provinces.area, children.reindex(provinces.index), rtol=0.002)

    def test_files_are_small_compact_and_named_by_content(self, schematic):
        for level in geometry.read_manifest(schematic).levels.values():
            text = (schematic / level.file).read_text(encoding="utf-8")
            assert level.bytes == len(text.encode())
            assert geometry.hashlib.sha256(text.encode()).hexdigest()[:10] in level.file
            feature = json.loads(text)["features"][0]
            assert feature["id"] == feature["properties"]["code"]
        contents = [(schematic / level.file).read_bytes() for level in geometry.read_manifest(schematic).levels.values()]
        assert sum(map(len, contents)) <= 1_100_000 and sum(len(gzip.compress(content, 9)) for content in contents) <= 350_000

    def test_coordinates_have_three_decimals_and_right_winding(self, kabkota):
        coordinates = shapely.get_coordinates(kabkota.geometry.to_numpy())
        assert np.allclose(coordinates, coordinates.round(3), atol=1e-9)
        assert shapely.is_ccw(shapely.get_exterior_ring(shapely.get_parts(kabkota.geometry.to_numpy()))).all()

    def test_bounds_frame_each_region(self, schematic, kabkota):
        bounds = geometry.read_manifest(schematic).bounds
        assert len(bounds) == 1 + 38 + 514
        assert bounds["35.13"] == pytest.approx(kabkota.set_index("code").loc["35.13"].geometry.bounds)
        assert bounds["ID"][0] <= bounds["11"][0] and bounds["ID"][2] >= bounds["93"][2]


class TestEnsure:
    def test_unchanged_input_builds_nothing(self, schematic, monkeypatch):
        monkeypatch.setattr(geometry, "build_schematic", lambda *_: pytest.fail("built again"))
        assert geometry.ensure(DATA, schematic) == geometry.read_manifest(schematic)

    def test_changed_input_builds_anew_and_removes_the_old_file(self, tmp_path):
        data = write(tmp_path / "data")
        before = geometry.ensure(data, tmp_path / "geo")
        assert geometry.ensure(data, tmp_path / "geo") == before
        replaced("regions.csv", ",55,", ",155,")(data)
        after = geometry.ensure(data, tmp_path / "geo")
        assert before.levels["kabkota"].file != after.levels["kabkota"].file
        assert {path.name for path in (tmp_path / "geo").glob("[!.]*")} == {"manifest.json"} | {x.file for x in after.files}

    def test_a_lost_file_is_made_again(self, tmp_path, no_rebuilding):
        manifest = geometry.ensure(DATA, tmp_path)
        (tmp_path / manifest.levels["provinsi"].file).unlink()
        assert geometry.read_manifest(tmp_path) is None
        assert geometry.ensure(DATA, tmp_path) == manifest == geometry.read_manifest(tmp_path)

    def test_imported_boundaries_stay_until_removed(self, tmp_path, kabkota, no_rebuilding):
        imported(sample(kabkota), tmp_path)
        manifest = geometry.ensure(DATA, tmp_path / "geo")
        assert (manifest.origin, manifest.source_name) == ("imported", "boundaries.geojson")
        back = boundaries.remove_boundaries(DATA, tmp_path / "geo")
        assert (back.origin, back.source_name, back.levels["kabkota"].regions) == ("schematic", None, 514)
        assert len(list((tmp_path / "geo").glob("*.geojson"))) == 2


class TestSpots:
    def test_each_region_is_marked_inside_its_largest_part(self, schematic, kabkota):
        spots = geometry.read_manifest(schematic).spots
        assert len(spots) == 38 + 514
        for code, shape in zip(kabkota["code"], kabkota.geometry):
            lon, lat, radius, side = spots[code]
            largest = max(shapely.get_parts(shape), key=shapely.area)
            assert shapely.distance(shapely.Point(lon, lat), largest) < 0.002
            assert 0 < radius <= side == pytest.approx(largest.area**0.5, abs=0.001)
