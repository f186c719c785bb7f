"""The map: regions inside the coast from points and areas, and the import of real boundaries.

Boundary files are made here from the schematic shapes themselves: whatever the import returns is known beforehand.
"""

import gzip
import json
import zipfile
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from small import replaced, write

from etl.map import boundaries, geometry

DATA = Path(__file__).resolve().parents[3] / "data"


@pytest.fixture(scope="session")
def schematic(tmp_path_factory):
    """A folder with the schematic map; tests must not write to it."""
    folder = tmp_path_factory.mktemp("geo")
    geometry.build_schematic(DATA, folder)
    return folder


@pytest.fixture(scope="session")
def regions():
    return pd.read_csv(DATA / "regions.csv", dtype={"code": str, "parent": str}).set_index("code")


@pytest.fixture(scope="session")
def kabkota(schematic):
    return shapes(schematic, "kabkota")


@pytest.fixture
def no_rebuilding(monkeypatch, schematic):
    """Schematic shapes from the session's build: what a test imports is its subject, not the second of drawing."""
    known = {
        level: geometry.Shapes(list(frame["code"]), frame.geometry.to_numpy(), "schematic")
        for level in geometry.LEVELS
        for frame in [shapes(schematic, level)]
    }
    monkeypatch.setattr(geometry, "schematic_shapes", lambda data: known)


def shapes(folder, level):
    return geopandas.read_file(folder / geometry.read_manifest(folder).levels[level].file)


def sample(kabkota, *provinces):
    """East Java and Yogyakarta unless told otherwise: Kabupaten and Kota of one name are among them."""
    return kabkota[kabkota["code"].str[:2].isin(provinces or ("34", "35"))].drop(columns="id").reset_index(drop=True)


def imported(frame, tmp_path, name="boundaries.geojson"):
    file = tmp_path / name
    frame.to_file(file)
    return boundaries.import_boundaries(file, DATA, tmp_path / "geo")


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
        assert error.median() < 0.02  # 1.2 % measured
        assert (error < 0.2).mean() > 0.9
        assert share.min() > 0.3, "no town vanishes under its neighbours"

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


class TestMatching:
    @pytest.mark.parametrize(
        "write",
        [
            lambda code: code,
            lambda code: code + ".",
            lambda code: code.str.replace(".", ""),
            lambda code: code.str.replace(".", "").astype(int),
            lambda code: code.str.replace(".", "").astype(float),
            lambda code: code.astype(float),
            lambda code: code + ".01",
        ],
        ids=["dotted", "trailing dot", "undotted", "int", "whole float", "float that lost its zero", "district"],
    )
    def test_by_code(self, tmp_path, kabkota, write):
        frame = sample(kabkota)
        frame = frame.assign(kode=write(frame["code"]), objectid=range(len(frame))).drop(columns=["code", "name"])
        report = imported(frame, tmp_path)
        assert (report.matched, report.level, report.matched_by) == (len(frame), "kabkota", "code (column kode)")
        assert report.unmatched == [] and len(report.missing) == 514 - len(frame)
        assert report.missing["11.01"] == "Kabupaten Aceh Selatan"
        assert set(shapes(tmp_path / "geo", "provinsi")["code"]) == {"34", "35"}

    @pytest.mark.parametrize(
        "write",
        [
            lambda name: name,
            lambda name: name.str.upper(),
            lambda name: name.str.replace("Kabupaten", "Kab."),
            lambda name: name.str.replace("Kota ", "KOTA ADM. ").str.replace("Kabupaten", "kab"),
        ],
    )
    def test_by_name(self, tmp_path, kabkota, write):
        frame = sample(kabkota)
        report = imported(frame.assign(wilayah=write(frame["name"])).drop(columns=["code", "name"]), tmp_path)
        assert (report.matched, report.unmatched, report.matched_by) == (len(frame), [], "name (column wilayah)")
        drawn = shapes(tmp_path / "geo", "kabkota")
        assert list(drawn["code"]) == list(frame["code"])
        kept = drawn.geometry.intersection(frame.geometry)
        assert (shapely.area(kept.to_numpy()) / shapely.area(frame.geometry.to_numpy()) > 0.99).all()

    def test_kind_column_tells_kabupaten_from_kota(self, tmp_path, kabkota):
        frame = sample(kabkota)
        kind, bare = frame["name"].str.split(" ", n=1, expand=True)[0], frame["name"].str.split(" ", n=1).str[1]
        report = imported(frame.assign(name=bare, tipe=kind).drop(columns="code"), tmp_path)
        assert (report.matched, report.unmatched) == (len(frame), [])

    def test_name_of_two_governments_is_never_guessed(self, tmp_path, kabkota):
        frame = sample(kabkota)
        frame = frame.assign(name=frame["name"].str.replace(r"^(Kabupaten|Kota) ", "", regex=True)).drop(columns="code")
        report = imported(frame, tmp_path)
        assert ("Probolinggo", ["35.13 Kabupaten Probolinggo", "35.74 Kota Probolinggo"]) in report.unmatched
        assert {"35.13", "35.74"} <= set(report.missing)
        assert "35.28" not in report.missing  # Pamekasan is only one

    def test_province_column_tells_regions_of_one_name_apart(self, tmp_path, kabkota, regions):
        frame = sample(kabkota, "32", "63")
        province = frame["code"].str[:2].map(regions["name"])
        bare = frame["name"].str.replace(r"^(Kabupaten|Kota) ", "", regex=True)
        report = imported(frame.assign(name=bare, provinsi=province).drop(columns="code"), tmp_path)
        assert "Banjar" not in [label for label, _ in report.unmatched]
        assert {"32.79", "63.03"}.isdisjoint(report.missing)

    def test_misspelt_name_is_suggested_and_left_out(self, tmp_path, kabkota):
        frame = sample(kabkota).drop(columns="code").replace({"name": {"Kabupaten Pamekasan": "Kabupaten Pamekassan"}})
        report = imported(frame, tmp_path)
        [(label, hints)] = report.unmatched
        assert label == "Kabupaten Pamekassan" and hints[0] == "35.28 Kabupaten Pamekasan"
        assert "35.28" in report.missing and "35.28" not in set(shapes(tmp_path / "geo", "kabkota")["code"])

    def test_code_that_contradicts_the_name_is_left_out(self, tmp_path, kabkota):
        frame = sample(kabkota)
        frame.loc[frame["code"] == "35.28", "code"] = "35.27"  # as in another institution's numbering
        report = imported(frame[frame["name"] != "Kabupaten Sampang"], tmp_path)
        assert report.unmatched == [("Kabupaten Pamekasan", ["35.27 Kabupaten Sampang", "35.28 Kabupaten Pamekasan"])]
        assert {"35.27", "35.28"} <= set(report.missing)


class TestImport:
    def test_geopackage_and_zipped_shapefile_in_metres(self, tmp_path, kabkota):
        frame = sample(kabkota).to_crs(3857)
        assert imported(frame, tmp_path, "b.gpkg").matched == len(frame)
        assert imported(frame, tmp_path, "b.shp").matched == len(frame)
        with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
            for part in tmp_path.glob("b.[sdpc]*"):
                archive.write(part, part.name)
        assert boundaries.import_boundaries(tmp_path / "b.zip", DATA, tmp_path / "geo").matched == len(frame)
        drawn = shapes(tmp_path / "geo", "kabkota")
        assert np.allclose(drawn.total_bounds, sample(kabkota).total_bounds, atol=0.002)

    def test_features_of_one_region_are_dissolved(self, tmp_path, kabkota):
        frame = sample(kabkota).explode(ignore_index=True)
        report = imported(frame, tmp_path)
        assert report.features == len(frame) > len(shapes(tmp_path / "geo", "kabkota")) == len(sample(kabkota))

    def test_invalid_geometry_is_mended_and_counted(self, tmp_path, kabkota):
        frame = sample(kabkota)
        bow_tie = shapely.Polygon([(112, -7), (113, -8), (113, -7), (112, -8)])
        frame.loc[frame["code"] == "35.78", "geometry"] = bow_tie
        report = imported(frame, tmp_path)
        assert report.mended == 1
        assert shapes(tmp_path / "geo", "kabkota").is_valid.all()

    def test_provinces_only_leave_kabupaten_schematic(self, tmp_path, schematic, no_rebuilding):
        frame = shapes(schematic, "provinsi").drop(columns="id")
        report = imported(frame.iloc[:30], tmp_path)
        assert (report.level, report.matched, len(report.missing)) == ("provinsi", 30, 8)
        levels = geometry.read_manifest(tmp_path / "geo").levels
        assert {name: (level.origin, level.regions) for name, level in levels.items()} == {
            "provinsi": ("imported", 30),
            "kabkota": ("schematic", 514),
        }

    def test_detailed_boundaries_are_simplified_to_the_limit(self, tmp_path, kabkota, monkeypatch):
        monkeypatch.setattr(boundaries, "LARGEST_FILE", 30_000)
        report = imported(sample(kabkota), tmp_path)
        assert all(level.bytes <= 30_000 for level in report.levels)
        assert max(level.tolerance_m for level in report.levels) > 0
        assert set(shapes(tmp_path / "geo", "kabkota")["code"]) == set(sample(kabkota)["code"])

    def test_report_reads_as_text(self, tmp_path, kabkota):
        frame = sample(kabkota).drop(columns="code").replace({"name": {"Kabupaten Pamekasan": "[bold]Pamekassan"}})
        text = "\n".join(boundaries.report_lines(imported(frame, tmp_path)))
        assert "matched to kabupaten/kota by name (column name)" in text
        assert "[bold]Pamekassan" in text and "11.01 Kabupaten Aceh Selatan" in text


class TestRefusals:
    def refused(self, file, tmp_path):
        with pytest.raises(boundaries.BoundaryError) as refusal:
            boundaries.import_boundaries(file, DATA, tmp_path / "geo")
        assert not (tmp_path / "geo").exists()
        return str(refusal.value)

    def test_no_file(self, tmp_path):
        assert "no file" in self.refused(tmp_path / "absent.gpkg", tmp_path)

    @pytest.mark.parametrize(
        ("name", "words"),
        [("b.geojson", "can't be read"), ("b.zip", "can't be read"), ("b.docx", "boundaries are read from")],
    )
    def test_no_boundary_file(self, tmp_path, name, words):
        (tmp_path / name).write_text("just words")
        assert words in self.refused(tmp_path / name, tmp_path)

    def test_no_polygons(self, tmp_path, kabkota):
        frame = sample(kabkota)
        frame.set_geometry(shapely.point_on_surface(frame.geometry.to_numpy()), crs=4326).to_file(tmp_path / "points.gpkg")
        assert "no polygons" in self.refused(tmp_path / "points.gpkg", tmp_path)

    def test_no_column_fits(self, tmp_path, kabkota):
        sample(kabkota)[["geometry"]].assign(note="x").to_file(tmp_path / "b.gpkg")
        assert "no column holds region codes or names (columns: note)" in self.refused(tmp_path / "b.gpkg", tmp_path)

    def test_unknown_coordinate_system(self, tmp_path, kabkota):
        sample(kabkota).to_crs(3857).to_file(tmp_path / "b.shp")
        (tmp_path / "b.prj").unlink()
        assert "coordinate system" in self.refused(tmp_path / "b.shp", tmp_path)

    def test_degrees_without_coordinate_system_are_assumed_to_be_wgs84(self, tmp_path, kabkota):
        sample(kabkota).to_file(tmp_path / "b.shp")
        (tmp_path / "b.prj").unlink()
        report = boundaries.import_boundaries(tmp_path / "b.shp", DATA, tmp_path / "geo")
        assert any("WGS 84 was assumed" in note for note in report.notes)
