"""How regions are drawn beside each other: every value in a class, every region once, shapes by address, geometry that is missed."""

import hashlib
import json
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas import palette
from netralitas.address import options, parse
from netralitas.briefing.slide import of_chart
from netralitas.chart import NO_FIGURE, ZERO, Shapes
from netralitas.charts import coverage_map, lists, regions
from netralitas.charts.classes import MOST, classes
from netralitas.render import picture, table
from netralitas.render import screen as plotly
from netralitas.render.ground.screen import hover
from netralitas.render.ground.shapes import Box, Plot
from netralitas.render.map import screen as plotly_map
from netralitas.render.map import view as framed
from netralitas.rows import rows_of
from netralitas.store import shapes as geo
from netralitas.wording import number, text

SHAPES = Shapes("app/static/geo/provinsi-x.geojson", (95.0, -11.0, 141.0, 6.0), True)


def scope(store, region, event, **more):
    return parse(store, {"wilayah": region, "pemilihan": event, **more})[0]


def main_list(store, region, event, stage, unit):
    """The scope of a list, the region whose parts it names, and the list."""
    view = scope(store, region, event, tahap=stage, satuan=unit)
    parent = regions.province_of(store, view)
    return view, parent, lists.of_scope(store, view, parent)["list_id"].iloc[0]


def drawn(store, region="ID", event="pilkada-2020", stage="dugaan", unit="kasus", shapes=SHAPES):
    return regions.choropleth(store, *main_list(store, region, event, stage, unit), "jumlah", shapes)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=60))
def test_every_count_is_in_a_class_that_begins_and_ends_where_numbers_are(values):
    scale = classes([float(value) for value in values])
    labels = scale.labels("id")
    assert len(labels) <= MOST
    held = {}
    for value in values:
        held.setdefault(scale.place(value), set()).add(value)
    assert held.pop(ZERO, {0}) == {0}, "0 is no class of its scale"
    assert set(held) == set(range(len(labels)))
    ends = [[int(end.replace(".", "")) for end in label.split("–")] for label in labels]
    for place, numbers in held.items():
        assert ends[place][0] <= min(numbers) and max(numbers) <= ends[place][-1]
        assert (len(numbers) == 1) == (len(ends[place]) == 1), "one value is told alone, and two are not"
    assert all(one[-1] < other[0] for one, other in pairwise(ends))
    if held:
        assert (ends[0][0], ends[-1][-1]) == (min(filter(None, values)), max(values))


@given(st.lists(st.floats(0.01, 50), min_size=1, max_size=40))
def test_every_rate_is_in_a_class(values):
    scale = classes(values, 2)
    assert {scale.place(value) for value in values} == set(range(len(scale.labels("en"))))


def test_classes_begin_round_and_the_last_ends_with_the_largest_value():
    assert classes([3, 8, 14, 37, 52, 88, 110, 121]).labels("id") == ("3–11", "12–39", "52", "75–119", "121")
    assert classes([7.0, 7.0, 7.0]).labels("id") == ("7",)
    assert classes([1.0, 1.0, 5.0]).labels("id") == ("1", "5")
    assert classes([1250.0, 3000.0]).labels("id")[-1].endswith("3.000")
    assert classes([1250.0, 3000.0]).labels("en")[-1].endswith("3,000")


def test_what_has_no_number_is_a_class_of_its_own_with_words(store):
    chart = drawn(store)
    words = [note.text for note in plotly.figure(chart).layout.annotations]
    assert {"tidak disebut dalam daftar ini", "tidak menyelenggarakan pemilihan"} <= set(words)
    assert "tidak ada angka" not in words
    # the pointer and the table say the same
    place = chart.frame.index[chart.frame["code"] == "35"][0]
    assert hover(chart)[place] == "Jawa Timur<br>tidak disebut dalam daftar ini"
    assert table.frame(chart)["Status"].iloc[place] == "tidak disebut dalam daftar ini"


def test_a_picture_has_the_same_words(store, maps):
    chart = drawn(store, shapes=geo.shapes("provinsi", "ID"))
    figure = picture._figure([Plot(Box(0, 0, 8, 5), chart)], 72, (8, 5))
    words = {one.get_text() for one in figure.texts}
    assert {"tidak disebut dalam daftar ini", "tidak menyelenggarakan pemilihan"} <= words


@pytest.mark.parametrize(("region", "stage", "unit"), [("ID", "dugaan", "kasus"), ("35", "pelanggaran", "orang")])
def test_every_region_of_the_parent_is_on_the_map_once(store, region, stage, unit):
    chart = drawn(store, region, "pilkada-2020", stage, unit)
    figure = plotly.figure(chart)
    located = [code for trace in figure.data if trace.type == "choroplethmap" for code in trace.locations]
    assert sorted(located) == sorted(chart.frame["code"]) == sorted(store.children(region))
    assert len(figure.to_json()) < 120_000


def test_all_of_the_country_fits_a_page(store):
    view = scope(store, "ID", "pilkada-2020", tahap="dugaan", satuan="kasus")
    chart = coverage_map.coverage_map(store, view, "kabkota", "ID", SHAPES)
    assert len(chart.frame) == 514
    assert len(plotly.figure(chart).to_json()) < 120_000


def test_the_map_asks_nobody_for_tiles_and_gets_its_shapes_by_address(store):
    figure = plotly.figure(drawn(store)).to_plotly_json()
    assert figure["layout"]["map"]["style"] == "white-bg"
    assert figure["data"][0]["geojson"] == SHAPES.url
    assert "http" not in json.dumps(figure["layout"])


def test_the_selected_region_is_among_the_bars_and_outlined(store):
    """Its place where the list names it; where it does not, that it is not named."""
    for region, told in (("51", "urutan ke-11 dari 12 provinsi yang disebut"), ("35", "")):
        view, _, list_id = main_list(store, "ID", "pilkada-2020", "dugaan", "kasus")
        view = view.but(region=region, stage="dugaan", unit="kasus")
        chart = regions.ranking(store, view, "ID", list_id, "jumlah", False)
        assert len(chart.frame) == regions.FEW + 1
        assert chart.highlight in set(chart.frame["label"])
        assert told in chart.title
        figure = plotly.figure(regions.choropleth(store, view, "ID", list_id, "jumlah", SHAPES))
        above = [trace for trace in figure.data if trace.type == "choroplethmap"][-1]
        assert above.locations == (region,)
        assert above.marker.line.width == (2.5,)
    bars = " ".join(words for trace in plotly.figure(chart).data for words in trace.text)
    assert "tidak disebut dalam daftar ini" in bars


def test_a_ranking_is_short_at_first_and_says_how_many_it_leaves_out(store):
    found = main_list(store, "ID", "pilkada-2020", "dugaan", "kasus")
    few, every = (regions.ranking(store, *found, "jumlah", everything) for everything in (False, True))
    assert (len(few.frame), len(every.frame)) == (10, 12)
    assert any(note.startswith("2 provinsi lain") for note in few.notes)
    assert every.frame["label"].str.match(r"\d+\. ").all()


def test_a_kabupaten_is_highlighted_at_its_level_and_its_province_at_the_other(store):
    view = scope(store, "35.13", "pilkada-2018")
    assert regions.highlighted(store, view, "kabkota") == "35.13"
    assert regions.highlighted(store, view, "provinsi") == "35"
    assert regions.province_of(store, view) == "35"
    assert regions.highlighted(store, scope(store, "ID", "pilkada-2018"), "provinsi") == ""


@pytest.mark.parametrize(
    "bounds", [(95.0, -11.0, 141.0, 6.0), (110.0, -9.0, 116.0, -5.0), (119.0, 0.0, 120.0, 5.0), (110.0, -8.0, 120.0, -7.5)]
)
def test_the_view_holds_the_region_and_the_region_fills_it(bounds):
    west, south, east, north = bounds
    for tall in (None, 0.5, 2.0):
        seen = framed.view(bounds, tall)
        assert seen.west < west and east < seen.east
        assert seen.low < framed.mercator(south) and framed.mercator(north) < seen.high
        wide, deep = (east - west) / (seen.east - seen.west), (framed.mercator(north) - framed.mercator(south)) / (seen.high - seen.low)
        assert max(wide, deep) > 0.9
        assert tall is None or seen.tall == pytest.approx(tall)
    assert framed.LOWEST - 1e-9 <= framed.view(bounds).tall <= framed.HIGHEST + 1e-9
    # MapLibre zooms until the view lies within the box: as wide as the view, it is the width that counts, on a desk as on a phone.
    box = plotly_map._bounds(seen)
    assert (box["west"], box["east"]) == (seen.west, seen.east)
    assert framed.mercator(box["north"]) > seen.high and framed.mercator(box["south"]) < seen.low


def towns(figure):
    """The clickable dots of a map: code → (size of the rim, its colour, its filling)."""
    below, dots = [trace for trace in figure.data if trace.type == "scattermap"]
    last = slice(-len(dots.customdata), None)  # after the dots of regions without a figure
    assert (below.lon[last], below.lat[last]) == (dots.lon, dots.lat)
    rows = zip(dots.customdata, below.marker.size[last], below.marker.color[last], dots.marker.color)
    return {code: look for (code,), *look in rows}


def test_a_town_too_small_to_be_seen_has_a_dot_of_its_colour_and_the_chosen_one_a_ring(store, maps):
    view_of = scope(store, "35.74", "pilkada-2020", tahap="dugaan", satuan="kasus")
    chart = coverage_map.coverage_map(store, view_of, "kabkota", "ID", geo.shapes("kabkota", "ID"))
    dots, frame = towns(plotly.figure(chart)), chart.frame.set_index("code")
    assert {"35.74", "33.71", "12.73"} < set(dots) and not {"35.13", "64.02"} & set(dots)
    assert len(dots) < 200
    absent, ring = palette.NO_FIGURE["light"], palette.TEXT["light"]
    assert all((fill == absent) == (frame.at[code, "place"] == NO_FIGURE) for code, (_, _, fill) in dots.items())
    assert dots["35.74"][0] > dots["33.71"][0] and dots["35.74"][1] == ring != dots["33.71"][1]
    # within its province it is large enough
    near = coverage_map.coverage_map(store, view_of, "kabkota", "35", geo.shapes("kabkota", "35"))
    assert [trace.customdata for trace in plotly.figure(near).data if trace.type == "scattermap" and trace.customdata] == []


def test_no_outline_covers_a_small_region(store, maps):
    view_of = scope(store, "35.07", "pilkada-2020", tahap="pelanggaran", satuan="orang")
    chart = coverage_map.coverage_map(store, view_of, "kabkota", "35", geo.shapes("kabkota", "35"))
    layers = [trace for trace in plotly.figure(chart).data if trace.type == "choroplethmap"]
    outlined = next(place for place, trace in enumerate(layers) if trace.locations == ("35.07",))
    assert layers[outlined].marker.line.width == (2.5,)
    assert all("35.76" in trace.locations for trace in layers[outlined + 1 :])  # Kota Mojokerto
    assert len(layers) == outlined + 2


def test_values_stand_on_the_regions_that_have_room_for_them(store, maps):
    chart = drawn(store, "35", "pilkada-2020", "pelanggaran", "orang", geo.shapes("kabkota", "35"))
    told = [note for note in plotly.figure(chart).layout.annotations if note.text.startswith(plotly_map.ON_REGION)]
    seen = framed.view(chart.shapes.bounds)
    spot = seen.at(*chart.shapes.spots["35.06"][:2])
    assert [note.text[1:] for note in told if (note.x, note.y) == spot] == ["4"]  # Kabupaten Kediri
    named = chart.frame["value"].notna().sum()
    assert 5 < len(told) <= named and all(0 < note.x < 1 and 0 < note.y < 1 for note in told)
    # the same in a picture, and none on a map of hundreds
    texts = [one.get_text() for axes in picture._figure([Plot(Box(0, 0, 12, 7), chart)], 72, (12, 7)).axes for one in axes.texts]
    assert "4" in texts
    every = coverage_map.coverage_map(store, scope(store, "ID", "pilkada-2020"), "kabkota", "ID", geo.shapes("kabkota", "ID"))
    assert not any(note.text.startswith(plotly_map.ON_REGION) for note in plotly.figure(every).layout.annotations)


def test_geometry_is_read_anew_when_it_changes_and_missed_clearly(tmp_path):
    with pytest.raises(geo.NoGeometry, match="manifest"):
        geo.shapes("provinsi", "ID", tmp_path)
    layer = tmp_path / "provinsi-1.geojson"
    layer.write_bytes(b'{"features": []}')
    facts = {"file": layer.name, "origin": "imported", "bytes": 16, "sha256": hashlib.sha256(layer.read_bytes()).hexdigest()}
    (tmp_path / "manifest.json").write_text(json.dumps({"levels": {"provinsi": facts}, "bounds": {"ID": [95, -11, 141, 6]}}))
    assert geo.shapes("provinsi", "ID", tmp_path) == Shapes("app/static/geo/provinsi-1.geojson", (95, -11, 141, 6), False)
    for damaged in (b'{"features": [', b'{"features": {}}'):  # cut, and of the same length
        layer.write_bytes(damaged)
        with pytest.raises(geo.NoGeometry, match="damaged"):
            geo.shapes("provinsi", "ID", tmp_path)
    with pytest.raises(geo.NoGeometry):
        geo.shapes("kabkota", "ID", tmp_path)


def test_a_figure_of_a_region_without_a_shape_is_named_under_the_map(store):
    chart = drawn(store, shapes=replace(SHAPES, missing=("74", "35")))
    told = text("id", "peta.tanpa_bentuk", regions=store.region_name("74"))
    assert told in chart.notes
    assert told not in drawn(store).notes
    # also where it came into the data after the boundaries, whose manifest can't know of it
    spots = {code: (0.0, 0.0, 1.0, 1.0) for code in store.children("ID") if code != "74"}
    assert told in drawn(store, shapes=replace(SHAPES, url="app/static/geo/provinsi-y.geojson", spots=spots)).notes
    # and in a picture or a slide, where the notes of a chart go
    assert told in of_chart(chart).remarks


def test_which_regions_a_boundary_file_lacks_stands_in_its_manifest(tmp_path):
    file = tmp_path / "provinsi-1.geojson"
    file.write_bytes(b"{}")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    layer = {"file": file.name, "origin": "imported", "missing": ["94", "95"], "sha256": digest}
    manifest = {"levels": {"provinsi": layer}, "bounds": {"ID": [95, -11, 141, 6]}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    assert geo.shapes("provinsi", "ID", tmp_path).missing == ("94", "95")


def test_a_senseless_choice_gives_the_default_and_a_note():
    assert options.choice({}, "tingkat", lists.LEVELS, "provinsi", "peta.tingkat", "id") == ("provinsi", None)
    assert options.choice({"tingkat": "kabkota"}, "tingkat", lists.LEVELS, "provinsi", "peta.tingkat", "id") == ("kabkota", None)
    value, note = options.choice({"tingkat": "<b>"}, "tingkat", lists.LEVELS, "provinsi", "peta.tingkat", "en")
    assert value == "provinsi"
    assert "<b>" in note.sentence and "Level" in note.sentence


@pytest.mark.parametrize("measure", ["jumlah", "pemilihan"])
def test_a_ranking_that_looks_at_no_region_says_who_comes_first_with_the_number(store, measure):
    """In the deck of the nation its title tells what is seen, like all others."""
    view, parent, list_id = main_list(store, "ID", "pilkada-2020", "dugaan", "kasus")
    chart = regions.ranking(store, view, parent, list_id, measure, False)
    first = chart.frame.sort_values("value", ascending=False).iloc[0]
    named = first["label"].partition(". ")[2]
    assert named in chart.title and number(first["value"], "id", chart.decimals) in chart.title
    assert regions.choropleth(store, view, parent, list_id, measure, None).title != chart.title


def test_a_ranking_whose_first_places_are_shared_by_many_names_none(store):
    told = {"unit": "kasus"}
    said = {"about": "", "remark": "", "status": "bersih"}
    shared = pd.DataFrame({"label": list("abcde"), "value": [2, 2, 2, 2, 1], "rank": [1, 1, 1, 1, 5], **said})
    assert regions._first(rows_of(shared), told, "id", 0) == ""
    two = shared.assign(value=[9, 2, 2, 2, 1], rank=[1, 2, 2, 2, 5])
    assert regions._first(rows_of(two), told, "id", 0) == "a 9"
