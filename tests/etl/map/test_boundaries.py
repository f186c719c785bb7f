"""The import of real boundaries."""

import gzip
import json
import zipfile
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
import shapely.ops
from shaped import imported, sample, shapes

from etl.map import boundaries, geometry
from tests.helpers import DATA

BOUNDARIES = Path(__file__).resolve().parents[2] / "cases" / "boundaries"
CASES = {
    "01-old-codes-new-names": ["91", "92", "93", "94", "95", "96"],
    "02-everyday-province-names": ["19", "31", "34", "35"],
    "03-kabupaten-without-the-word": ["32.01", "32.71", "35.07", "35.13", "35.73", "35.74", "35.79"],
    "04-statistics-office-codes-only": ["11.01", "11.02", "11.03", "11.04", "11.05", "11.06"],
    "06-one-region-only": ["35.13"],
}


class TestMatching:
    @pytest.mark.parametrize(("case", "regions"), CASES.items(), ids=CASES)
    def test_a_shape_is_the_region_in_which_it_lies(self, drawn, schematic, case, regions):
        report = boundaries.import_boundaries(BOUNDARIES / f"{case}.geojson", DATA, drawn)
        assert (report.matched, report.unmatched) == (len(regions), [])
        before, after = (shapes(folder, report.level).set_index("code") for folder in (schematic, drawn))
        same = shapely.equals_exact(before.geometry.to_numpy(), after.geometry.to_numpy())
        assert list(before.index[~same]) == regions
        told = " ".join(boundaries.report_lines(report))
        assert f"the other {len(before) - len(regions)} keep the shape that they had" in told
        assert ("Codes and places disagree" in told) == (case[:2] in ("01", "04"))

    @pytest.mark.parametrize("columns", [{}, {"name": "Pulau Seribu", "kode": "11.01"}], ids=["no name", "wrong names and codes"])
    def test_columns_decide_nothing_where_a_shape_lies_clearly(self, drawn, kabkota, tmp_path, columns):
        frame = sample(kabkota)[["code", "geometry"]]
        frame = frame[frame["code"].isin(["35.08", "35.09", "35.11"])].drop(columns="code").assign(**columns)
        frame.to_file(tmp_path / "b.gpkg")
        report = boundaries.import_boundaries(tmp_path / "b.gpkg", DATA, drawn)
        assert (report.level, report.matched, report.unmatched) == ("kabkota", 3, [])

    def test_a_name_confirms_an_islet_without_a_point(self, drawn, kabkota, tmp_path):
        frame = sample(kabkota)[["name", "geometry"]]
        frame = frame[frame["name"].isin(["Kabupaten Lumajang", "Kabupaten Jember"])].reset_index(drop=True)
        islets = [shapely.box(113.2, -8.42, 113.22, -8.4), shapely.box(100, 3, 100.1, 3.1)]
        more = geopandas.GeoDataFrame({"name": ["Kabupaten Lumajang", "Kabupaten Jember"]}, geometry=islets, crs=4326)
        pd.concat([frame, more]).to_file(tmp_path / "b.gpkg")
        report = boundaries.import_boundaries(tmp_path / "b.gpkg", DATA, drawn)
        assert report.matched == 3 and report.unmatched == [("Kabupaten Jember", ["35.09 Kabupaten Jember"])]
        lumajang = shapes(drawn, "kabkota").set_index("code").geometry["35.08"]
        assert lumajang.contains(shapely.Point(113.21, -8.41))

    def test_topojson(self, drawn, tmp_path):
        ring = [[112.9, -8.5], [113.3, -8.5], [113.3, -7.9], [112.9, -7.9], [112.9, -8.5]]
        topology = {
            "type": "Topology",
            "arcs": [ring],
            "objects": {"kab": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[0]], "properties": {"n": 1}}]}},
        }
        (tmp_path / "batas.topojson").write_text(json.dumps(topology))
        report = boundaries.import_boundaries(tmp_path / "batas.topojson", DATA, drawn)
        assert report.matched == 1
        assert shapes(drawn, "kabkota").set_index("code").geometry["35.08"].bounds == (112.9, -8.5, 113.3, -7.9)


class TestImport:
    def test_geopackage_and_zipped_shapefile_in_metres(self, tmp_path, kabkota):
        frame = sample(kabkota).to_crs(3857)
        assert imported(frame, tmp_path, "b.gpkg").matched == len(frame)
        assert imported(frame, tmp_path, "b.shp").matched == len(frame)
        with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
            for part in tmp_path.glob("b.[sdpc]*"):
                archive.write(part, part.name)
        assert boundaries.import_boundaries(tmp_path / "b.zip", DATA, tmp_path / "geo").matched == len(frame)
        drawn = shapes(tmp_path / "geo", "kabkota").set_index("code").reindex(sample(kabkota)["code"])
        assert np.allclose(drawn.bounds, sample(kabkota).bounds, atol=0.002)

    def test_features_of_one_region_are_dissolved(self, tmp_path, kabkota):
        frame = sample(kabkota).explode(ignore_index=True)
        report = imported(frame, tmp_path)
        assert report.features == report.matched == len(frame) > len(sample(kabkota))
        assert len(shapes(tmp_path / "geo", "kabkota")) == 514

    def test_invalid_geometry_is_mended_and_counted(self, tmp_path, kabkota):
        frame = sample(kabkota)
        west, south, east, north = frame.set_index("code").geometry["35.08"].bounds
        bow_tie = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
        frame.loc[frame["code"] == "35.08", "geometry"] = bow_tie
        report = imported(frame, tmp_path)
        assert report.mended == 1
        assert shapes(tmp_path / "geo", "kabkota").is_valid.all()

    def test_provinces_only_leave_kabupaten_and_the_others_as_they_are(self, tmp_path, schematic, no_rebuilding):
        frame = shapes(schematic, "provinsi").drop(columns="id")
        report = imported(frame.iloc[:30], tmp_path)
        assert (report.level, report.matched) == ("provinsi", 30)
        levels = geometry.read_manifest(tmp_path / "geo").levels
        assert {name: (level.origin, level.regions) for name, level in levels.items()} == {
            "provinsi": ("mixed", 38),
            "kabkota": ("schematic", 514),
        }

    def test_detailed_boundaries_are_simplified_until_both_files_are_small(self, drawn, tmp_path, kabkota):
        def jagged(places):
            return places + 0.004 * np.sin(900 * places[:, ::-1])

        frame = sample(kabkota)[["code", "geometry"]]
        frame.geometry = shapely.transform(shapely.segmentize(frame.geometry.to_numpy(), 0.001), jagged)
        islet = shapely.box(113.21, -8.42, 113.222, -8.408)  # 1.8 km²
        lumajang = frame["code"] == "35.08"
        frame.loc[lumajang, "geometry"] = shapely.union(frame.loc[lumajang, "geometry"].item(), islet)
        frame.to_file(tmp_path / "b.gpkg")
        report = boundaries.import_boundaries(tmp_path / "b.gpkg", DATA, drawn)
        assert max(level.tolerance_m for level in report.levels) > 0
        contents = [file.read_bytes() for file in drawn.glob("*.geojson")]
        assert sum(map(len, contents)) <= 1_100_000 and sum(len(gzip.compress(content, 9)) for content in contents) <= 350_000
        after = shapes(drawn, "kabkota").set_index("code").geometry
        assert after["35.08"].contains(islet.centroid)
        one, other = after["35.07"], after["35.08"]
        assert one.boundary.intersection(other.boundary).length > 0.3 and one.intersection(other).area == 0

    @pytest.mark.parametrize("change", [shapely.difference, shapely.union], ids=["a gap", "an overlap"])
    def test_borders_simplified_apart_from_each_other_become_one(self, drawn, tmp_path, kabkota, change):
        frame = sample(kabkota)[["code", "geometry"]]
        frame = frame[frame["code"].isin(["35.07", "35.08"])].reset_index(drop=True)
        border = shapely.line_merge(shapely.intersection(*frame.geometry))
        middle = max(shapely.get_parts(border), key=shapely.length)
        sliver = shapely.ops.substring(middle, 0.3, 0.7, normalized=True).buffer(0.001)
        frame.loc[0, "geometry"] = change(frame.geometry[0], sliver)
        frame.to_file(tmp_path / "b.gpkg")
        boundaries.import_boundaries(tmp_path / "b.gpkg", DATA, drawn)
        after = shapes(drawn, "kabkota").set_index("code").geometry
        one, other = after["35.07"], after["35.08"]
        assert one.intersection(other).area == 0
        assert one.boundary.intersection(other.boundary).length > 0.9 * border.length

    def test_a_kota_within_its_kabupaten_is_cut_out_of_it(self, drawn, tmp_path, kabkota):
        frame = sample(kabkota)[["code", "geometry"]]
        town = frame[frame["code"] == "35.74"].geometry.item()
        frame = frame[frame["code"].isin(["35.13", "35.74"])].reset_index(drop=True)
        frame.loc[frame["code"] == "35.13", "geometry"] = shapely.union(frame.geometry[0], frame.geometry[1])
        frame.to_file(tmp_path / "b.gpkg")
        boundaries.import_boundaries(tmp_path / "b.gpkg", DATA, drawn)
        after = shapes(drawn, "kabkota").set_index("code").geometry
        assert after["35.74"].area == pytest.approx(town.area, rel=0.02)
        assert after["35.13"].intersection(after["35.74"]).area == 0

    def test_outlines_in_a_collection_or_not_closed_are_read_and_features_without_one_told(self, drawn, tmp_path):
        ring = [[112.9, -8.5], [113.3, -8.5], [113.3, -7.9], [112.9, -7.9]]
        collection = {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [113, -8]}]}
        collection["geometries"].append({"type": "Polygon", "coordinates": [ring]})
        features = [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in (collection, None)]
        (tmp_path / "b.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        report = boundaries.import_boundaries(tmp_path / "b.geojson", DATA, drawn)
        assert report.matched == 1 and "Left out, as it is no polygon: 1 feature." in boundaries.report_lines(report)
        assert shapes(drawn, "kabkota").set_index("code").geometry["35.08"].bounds == (112.9, -8.5, 113.3, -7.9)

    def test_a_region_of_which_nothing_is_left_is_named_and_spoils_no_box(self, drawn, tmp_path, schematic):
        """Smaller than the map's grid, it rounds to nothing."""
        frame = shapes(schematic, "provinsi")[["code", "geometry"]]
        kecamatan = next(point for code, *point in geometry.read_tables(DATA).districts if code.startswith("74"))
        gone = list(shapes(schematic, "provinsi")["code"]).index("74")
        frame.loc[gone, "geometry"] = shapely.Point(kecamatan[::-1]).buffer(0.00002)
        frame.to_file(tmp_path / "b.geojson")
        report = boundaries.import_boundaries(tmp_path / "b.geojson", DATA, drawn)
        assert "  without a shape: Sulawesi Tenggara." in boundaries.report_lines(report)
        assert not any("keep the shape that they had" in line for line in boundaries.report_lines(report))
        manifest = geometry.read_manifest(drawn)
        assert manifest.levels["provinsi"].missing == ["74"] and "74" not in shapes(drawn, "provinsi")["code"].to_numpy()
        assert "74" not in manifest.spots and np.isfinite(list(manifest.bounds.values())).all()

    def test_report_reads_as_text(self, drawn, tmp_path, kabkota):
        frame = sample(kabkota)[["name", "geometry"]].iloc[:2].reset_index(drop=True)
        away = geopandas.GeoDataFrame({"name": ["[bold]Atlantis"]}, geometry=[shapely.box(80, 0, 81, 1)], crs=4326)
        pd.concat([frame, away]).to_file(tmp_path / "b.gpkg")
        text = "\n".join(boundaries.report_lines(boundaries.import_boundaries(tmp_path / "b.gpkg", DATA, drawn)))
        assert "2 matched to kabupaten/kota by where they lie" in text
        assert "[bold]Atlantis" in text and "the other 512 keep the shape" in text


class TestRefusals:
    def refused(self, file, tmp_path):
        with pytest.raises(boundaries.BoundaryError) as refusal:
            boundaries.import_boundaries(file, DATA, tmp_path / "geo")
        assert not (tmp_path / "geo").exists()
        return str(refusal.value)

    def test_no_file(self, tmp_path):
        assert "no file" in self.refused(tmp_path / "absent.gpkg", tmp_path)

    def test_a_folder(self, tmp_path):
        folder = tmp_path / "batas"
        folder.mkdir()
        (folder / "baca.txt").touch()
        assert "is a folder, and none of its files is GeoJSON" in self.refused(folder, tmp_path)
        for name in ("desa.shp", "desa.dbf", "desa.shx", "kabupaten.geojson"):
            (folder / name).touch()
        told = self.refused(folder, tmp_path)
        assert "is a folder: give the file in it that holds the boundaries (desa.shp, kabupaten.geojson)." in told
        for name in "abcdefgh":
            (folder / f"{name}.gpkg").touch()
        assert "(a.gpkg, b.gpkg, c.gpkg, d.gpkg, desa.shp and 5 more)" in self.refused(folder, tmp_path)

    @pytest.mark.parametrize(
        ("name", "words"),
        [("b.geojson", "can't be read"), ("b.zip", "can't be read"), ("b.docx", "boundaries are read from")],
    )
    def test_no_boundary_file(self, tmp_path, name, words):
        (tmp_path / name).write_text("just words")
        assert words in self.refused(tmp_path / name, tmp_path)

    def test_an_empty_file(self, tmp_path):
        (tmp_path / "b.geojson").touch()
        assert self.refused(tmp_path / "b.geojson", tmp_path) == "b.geojson is empty."

    def test_an_outline_of_two_points(self, tmp_path):
        polygon = {"type": "Polygon", "coordinates": [[[112.9, -8.5], [113.3, -8.5], [112.9, -8.5]]]}
        (tmp_path / "b.geojson").write_text(json.dumps(polygon))
        assert "no outline encloses anything" in self.refused(tmp_path / "b.geojson", tmp_path)

    def test_metres_in_a_file_of_degrees(self, tmp_path, kabkota):
        text = json.loads(sample(kabkota).to_crs(3857).to_json(drop_id=True))
        (tmp_path / "b.geojson").write_text(json.dumps({name: text[name] for name in ("type", "features")}))
        assert "the coordinates are no degrees" in self.refused(tmp_path / "b.geojson", tmp_path)

    def test_no_polygons(self, tmp_path, kabkota):
        frame = sample(kabkota)
        frame.set_geometry(shapely.point_on_surface(frame.geometry.to_numpy()), crs=4326).to_file(tmp_path / "points.gpkg")
        assert "no polygons" in self.refused(tmp_path / "points.gpkg", tmp_path)

    def test_exchanged_coordinates_are_said(self, tmp_path):
        assert "look exchanged (latitude first)" in self.refused(BOUNDARIES / "05-lat-and-lon-swapped.geojson", tmp_path)

    def test_shapes_elsewhere(self, tmp_path, kabkota):
        frame = sample(kabkota)
        frame.set_geometry(frame.geometry.translate(-60, 20), crs=4326).to_file(tmp_path / "b.gpkg")
        assert "no shape lies where the kecamatan of a region do" in self.refused(tmp_path / "b.gpkg", tmp_path)

    def test_unknown_coordinate_system(self, tmp_path, kabkota):
        sample(kabkota).to_crs(3857).to_file(tmp_path / "b.shp")
        (tmp_path / "b.prj").unlink()
        assert "coordinate system" in self.refused(tmp_path / "b.shp", tmp_path)

    def test_degrees_without_coordinate_system_are_assumed_to_be_wgs84(self, tmp_path, kabkota):
        sample(kabkota).to_file(tmp_path / "b.shp")
        (tmp_path / "b.prj").unlink()
        report = boundaries.import_boundaries(tmp_path / "b.shp", DATA, tmp_path / "geo")
        assert any("WGS 84 was assumed" in note for note in report.notes)


class TestSpots:
    def test_imported_shapes_bring_their_own(self, drawn):
        square = shapely.box(113.2, -8.3, 113.3, -8.1)
        file = drawn.parent / "batas.geojson"
        geopandas.GeoDataFrame({"name": ["Kabupaten Lumajang"]}, geometry=[square], crs=4326).to_file(file)
        boundaries.import_boundaries(file, DATA, drawn)
        lon, lat, radius, side = geometry.read_manifest(drawn).spots["35.08"]
        assert square.contains(shapely.Point(lon, lat)) and radius == pytest.approx(0.05, abs=0.006)
        assert side == pytest.approx(0.02**0.5, abs=0.002)
