"""What a reader of Peta would notice: every value in a class, no rank or colour from a disputed figure, Papua, rates."""

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.address import options, parse
from netralitas.briefing.slide import of_chart
from netralitas.chart import Shapes
from netralitas.charts import regions
from netralitas.charts.classes import MOST, classes
from netralitas.model import DISPUTED
from netralitas.render import screen as plotly
from netralitas.render.map import screen as plotly_map
from netralitas.store import shapes as geo
from netralitas.wording import text

SHAPES = Shapes("app/static/geo/provinsi-x.geojson", (95.0, -11.0, 141.0, 6.0), True)


def scope(store, region, event, **more):
    return parse(store, {"wilayah": region, "pemilihan": event, **more})[0]


def drawn(store, view, level="provinsi", measure="jumlah", within="ID"):
    return regions.choropleth(store, view, level, measure, within, SHAPES)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=60))
def test_every_count_is_in_a_class_and_every_class_holds_one(values):
    scale = classes([float(value) for value in values])
    labels = scale.labels("id")
    places = [scale.place(value) for value in values]
    assert set(places) == set(range(len(labels)))
    assert len(labels) <= MOST + 1
    assert all((value == 0) == (labels[place] == "0") for value, place in zip(values, places))
    for value, place in zip(values, places):
        ends = [int(end.replace(".", "")) for end in labels[place].split("–")]
        assert ends[0] <= value <= ends[-1]


@given(st.lists(st.floats(0.01, 50), min_size=1, max_size=40))
def test_every_rate_is_in_a_class(values):
    scale = classes(values, 2)
    assert {scale.place(value) for value in values} == set(range(len(scale.labels("en"))))


def test_limits_are_round_and_printed_as_each_language_writes_them():
    assert classes([3, 8, 14, 37, 52, 88, 121]).limits[-1] == 150
    assert classes([1250.0, 3000.0]).labels("id")[-1].endswith("3.000")
    assert classes([1250.0, 3000.0]).labels("en")[-1].endswith("3,000")


def test_no_figure_and_disputed_are_classes_of_their_own(store):
    view = scope(store, "53", "pilkada-2020", tahap="dugaan", satuan="kasus")
    chart = drawn(store, view)
    place = chart.frame.set_index("code")["place"]
    assert place["53"] == regions.IN_DISPUTE
    known = store.headline_by_region("pilkada-2020", "dugaan", "kasus", 1)["region"]
    assert (place.drop(known) == regions.NO_FIGURE).all()
    assert chart.warnings
    words = [note.text for note in plotly.figure(chart).layout.annotations]
    assert "tidak ada angka" in words
    assert "jangan dikutip tanpa penjelasan" in words


def test_zero_is_not_the_same_as_no_figure(store):
    chart = drawn(store, scope(store, "ID", "pilkada-2020", tahap="dugaan", satuan="kasus"))
    zero = chart.frame[chart.frame["value"] == 0]
    assert len(zero) and (zero["place"] == 0).all()
    assert chart.classes[0] == "0"
    assert (chart.frame.loc[chart.frame["value"].isna(), "place"] == regions.NO_FIGURE).all()


@pytest.mark.parametrize("level", regions.LEVELS)
def test_every_region_of_the_level_is_on_the_map_once(store, level):
    chart = drawn(store, scope(store, "ID", "pilkada-2020", tahap="dugaan", satuan="kasus"), level)
    figure = plotly.figure(chart)
    located = [code for trace in figure.data if trace.type == "choroplethmap" for code in trace.locations]
    assert sorted(located) == sorted(chart.frame["code"])
    assert len(located) == (38 if level == "provinsi" else 514)
    assert len(figure.to_json()) < 120_000


def test_the_map_asks_nobody_for_tiles_and_gets_its_shapes_by_address(store):
    figure = plotly.figure(drawn(store, scope(store, "ID", "pilkada-2020"))).to_plotly_json()
    assert figure["layout"]["map"]["style"] == "white-bg"
    assert figure["data"][0]["geojson"] == SHAPES.url
    assert "http" not in json.dumps(figure["layout"])


def test_a_disputed_figure_has_no_rank_and_stands_last(store):
    view = scope(store, "35.13", "pilkada-2018", tahap="dugaan", satuan="kasus")
    chart = regions.ranking(store, view, "kabkota", "jumlah", "ID", True)
    disputed = chart.frame["status"] == DISPUTED
    assert chart.frame.loc[disputed, "label"].tolist() == ["Kabupaten Probolinggo"]
    assert disputed.iloc[-1]
    assert chart.frame.loc[~disputed, "label"].str.match(r"\d+\. ").all()
    assert "1.194" not in chart.title
    assert "1.194" not in drawn(store, view, "kabkota").title
    assert classes([1.0]).limits == (1.0,)


def test_a_rate_is_the_figure_per_thousand_civil_servants(store):
    view = scope(store, "ID", "pilkada-2024", tahap="dugaan", satuan="kasus")
    counts = regions.values(store, view, "provinsi", "jumlah", "ID").set_index("code")["value"].dropna()
    rates = regions.values(store, view, "provinsi", "rasio", "ID").set_index("code")["value"]
    servants = store.workforce().set_index("region")["value"]
    assert len(counts)
    for code, count in counts.items():
        assert rates[code] == pytest.approx(count * 1000 / servants[code])
    chart = drawn(store, view, measure="rasio")
    assert any("31 Desember 2023" in note for note in chart.notes)
    assert "per 1.000 PNS" in chart.unit


def test_old_papua_is_divided_by_all_its_parts(store):
    servants = store.workforce().set_index("region")["value"]
    assert regions.denominators(store, "pilkada-2020")["91"] == servants[["91", "93", "94", "95"]].sum()
    assert regions.denominators(store, "pilkada-2020")["92"] == servants[["92", "96"]].sum()
    assert regions.denominators(store, "pilkada-2024")["91"] == servants["91"]


def test_a_disputed_figure_has_no_rate_and_is_named(store):
    view = scope(store, "53", "pilkada-2020", tahap="dugaan", satuan="kasus")
    chart = regions.ranking(store, view, "provinsi", "rasio", "ID", True)
    assert "Nusa Tenggara Timur" not in " ".join(chart.frame["label"])
    assert any("Nusa Tenggara Timur" in note for note in chart.notes)


def test_the_map_says_that_papua_was_two_provinces(store):
    def notes(event):
        return " ".join(drawn(store, scope(store, "ID", event)).notes)

    assert "Papua Barat adalah angka provinsi lama" in notes("pilkada-2020")
    assert "Papua" not in notes("pilkada-2024")
    assert "Peta skematik" in notes("pilkada-2024")


def test_absence_and_what_is_left_out_are_told(store):
    view = scope(store, "ID", "pilkada-2020", tahap="dugaan", satuan="kasus")
    chart = regions.ranking(store, view, "provinsi", "jumlah", "ID", False)
    found = store.headline_by_region("pilkada-2020", "dugaan", "kasus", 1)
    assert any(f"Tidak ada angka: {38 - len(found)} provinsi" in note for note in chart.notes)
    # What is disputed stands below the ranked ones, without a rank.
    disputed = (found["status"] == "disengketakan").sum()
    assert len(chart.frame) == regions.FEW + disputed
    assert any(str(len(found) - regions.FEW - disputed) in note for note in chart.notes)
    assert len(regions.ranking(store, view, "provinsi", "jumlah", "ID", True).frame) == len(found)


def test_the_selected_region_is_among_the_bars_and_outlined(store):
    view = scope(store, "31", "pilkada-2020", tahap="dugaan", satuan="kasus")
    chart = regions.ranking(store, view, "provinsi", "jumlah", "ID", False)
    assert chart.highlight in set(chart.frame["label"])
    figure = plotly.figure(drawn(store, view))
    above = [trace for trace in figure.data if trace.type == "choroplethmap"][-1]
    assert above.locations[-1] == "31"
    assert above.marker.line.width[-1] == 2.5


def test_a_kabupaten_is_highlighted_at_its_level_and_its_province_at_the_other(store):
    view = scope(store, "35.13", "pilkada-2018")
    assert regions.highlighted(store, view, "kabkota") == "35.13"
    assert regions.highlighted(store, view, "provinsi") == "35"
    assert regions.province_of(store, view) == "35"
    assert regions.highlighted(store, scope(store, "ID", "pilkada-2018"), "provinsi") == ""


def test_what_has_more_figures_is_offered(store):
    view = scope(store, "ID", "pilkada-2020", tahap="diteruskan", satuan="kasus")
    here = len(store.headline_by_region("pilkada-2020", "diteruskan", "kasus", 1))
    offers = regions.better_covered(store, view, "provinsi", "ID")
    assert ("dugaan", "kasus", 25) in offers
    assert all(count > here for _, _, count in offers)


def test_the_view_fits_the_region_on_a_desk_and_on_a_phone():
    for bounds in [(95.0, -11.0, 141.0, 6.0), (110.0, -9.0, 116.0, -5.0), (119.0, 0.0, 120.0, 5.0)]:
        height, centre, box = plotly_map._frame(bounds, plotly_map.WIDTH, None)
        assert box["west"] <= bounds[0] and bounds[2] <= box["east"]
        for width in (plotly_map.NARROWEST, plotly_map.WIDTH):
            # MapLibre zooms until the view lies within the box; what is then seen must hold the region.
            degrees = (box["east"] - box["west"]) / width
            seen = height * degrees / 2
            middle = plotly_map._mercator(centre["lat"])
            assert plotly_map._mercator(bounds[3]) <= middle + seen
            assert plotly_map._mercator(bounds[1]) >= middle - seen


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
    view, lacking = scope(store, "ID", "pilkada-2020"), replace(SHAPES, missing=("35", "94"))
    drawn = regions.choropleth(store, view, "provinsi", "jumlah", "ID", lacking)
    figures = drawn.frame.set_index("code")["status"]
    assert figures["35"] and not figures["94"]
    told = text("id", "peta.tanpa_bentuk", regions=store.region_name("35"))
    assert told in drawn.notes
    assert told not in regions.choropleth(store, view, "provinsi", "jumlah", "ID", SHAPES).notes
    # and in a picture or a slide, where the notes of a chart go
    assert told in of_chart(drawn).remarks


def test_which_regions_a_boundary_file_lacks_stands_in_its_manifest(tmp_path):
    content = b"{}"
    seal = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    layer = {"file": "provinsi-1.geojson", "origin": "imported", "missing": ["94", "95"], **seal}
    (tmp_path / layer["file"]).write_bytes(content)
    manifest = {"levels": {"provinsi": layer}, "bounds": {"ID": [95, -11, 141, 6]}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    assert geo.shapes("provinsi", "ID", tmp_path).missing == ("94", "95")


def test_a_senseless_choice_gives_the_default_and_a_note():
    assert options.choice({}, "tingkat", regions.LEVELS, "provinsi", "peta.tingkat", "id") == ("provinsi", None)
    assert options.choice({"tingkat": "kabkota"}, "tingkat", regions.LEVELS, "provinsi", "peta.tingkat", "id") == ("kabkota", None)
    value, note = options.choice({"tingkat": "<b>"}, "tingkat", regions.LEVELS, "provinsi", "peta.tingkat", "en")
    assert value == "provinsi"
    assert "<b>" in note.sentence and "Level" in note.sentence
