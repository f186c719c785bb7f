"""What a reader of Tren would notice: gaps, hollow points, labels that touch, lines that join what must not be joined."""

import re
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest

from netralitas.address import default_event, parse
from netralitas.charts import across, asked, peers, trend
from netralitas.charts.page import charts_of, opened
from netralitas.claims import citation, neighbours
from netralitas.model import DISPUTED, Filter
from netralitas.render import screen as plotly
from netralitas.render.line.marks import runs
from netralitas.rows import rows_of
from netralitas.wording import text
from tests.etl.small import figure
from tests.helpers import open_page, shown, small_store

SCOPES = [
    ("ID", "pilkada-2020"),
    ("ID", "pemilu-2024"),
    ("35", "pilkada-2020"),
    ("35.13", "pilkada-2018"),
    ("74", "pilkada-2018"),
    ("96.01", "pilkada-2015"),
]


def scope(store, region, event, **more):
    return parse(store, {"wilayah": region, "pemilihan": event, **more})[0]


@pytest.mark.parametrize(("region", "event"), SCOPES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_chart_has_words_and_draws(store, region, event, language):
    view = scope(store, region, event, bahasa=language)
    for chart in (across.across(store, view, False), trend.within(store, view, True)):
        assert chart.title and chart.subtitle and chart.alt
        assert chart.language == language
        if not chart.empty:
            assert len(plotly.figure(chart).to_json()) < 60_000


def test_an_election_without_a_figure_of_the_counter_is_a_gap(store):
    view = scope(store, "ID", "pilkada-2020", satuan="kasus")
    chart = across.across(store, view, False)
    has = {(row["stage"], row["counter_body"], row["event"]) for row in store.headline_rows_across("ID") if row["unit"] == "kasus"}
    for row in chart.frame.itertuples():
        assert (row.value == row.value) == ((row.stage, row.counted_by, row.event) in has)
    # Forwarded cases: 2017 to 2024 without a gap, nothing for 2015.
    forwarded = chart.frame[chart.frame["stage"] == "diteruskan"].set_index("event")["value"]
    assert forwarded.isna()["pilkada-2015"]
    assert forwarded["pilkada-2020"] == 1398


def test_two_who_hold_no_office_are_two_counters(tmp_path):
    outside = {"counted_by": "lainnya", "region": "ID"}
    several = [
        figure(**outside, event="pilkada-2018", value=40, as_of="2018-12-01"),
        figure(**outside, value=60, as_of="2021-03-01", source_id="tribun"),
        figure(**outside, value=10, as_of="2020-10-01"),
        figure(**outside, value=30, as_of="2020-11-01", source_id="tribun"),
        figure(**outside, value=45, as_of="2020-12-01", source_id="tribun"),
    ]
    small = small_store(tmp_path / "two", several)
    view = Filter("ID", "pilkada-2020", "dugaan", "kasus", "id")
    assert across.series_across(small, view) == () and trend.longest(small, "ID", "pilkada-2020") == {"kasus": 2}
    within = trend.within(small, view, True)
    names = {row.figure_id: row.series for row in within.frame.itertuples()}
    assert set(names.values()) == {"Dugaan pelanggaran · Pihak lain (Kompas)", "Dugaan pelanggaran · Pihak lain (Tribun)"}
    assert all(len({row["publisher"] for row in run}) == 1 for _, line in within.frame.groupby("series") for run in runs(rows_of(line)))
    assert "dari 30 kasus" in within.title and within.title.endswith("menurut Pihak lain (Tribun)")
    # One source that counted both elections is one counter, and a title says whose count it is.
    one = small_store(tmp_path / "one", [{**row, "source_id": "kompas"} for row in several])
    chart = across.across(one, view, False)
    assert list(chart.frame["panel"].unique()) == ["Dugaan pelanggaran · Pihak lain (Kompas)"]
    assert "hitungan akhir Pihak lain (Kompas)" in chart.title


def test_lines_join_only_one_counter_and_never_over_a_gap(store):
    charts = [across.across(store, scope(store, "ID", "pilkada-2020", satuan=unit), True) for unit in ("orang", "kasus")]
    frames = pd.concat([one.frame.assign(panel=one.frame["panel"] + one.unit) for one in charts])
    for _, part in frames.groupby("panel", sort=False):
        assert part["counted_by"].nunique() == part["stage"].nunique() == 1
        for run in runs(rows_of(part)):
            assert all(row["value"] == row["value"] for row in run)
            assert all(after["x"] - before["x"] == 1 for before, after in pairwise(run))


def test_only_final_counts_are_joined_and_pilkada_and_pemilu_never(store):
    figures = store.figures_named(tuple(row["figure_id"] for row in store.headline_rows_across("ID"))).set_index("figure_id")
    voting = store.events()["voting_day"]
    for unit in ("kasus", "orang", "laporan"):
        frame = across.across(store, scope(store, "ID", "pilkada-2020", satuan=unit), True).frame
        for row in frame[frame["value"].notna()].itertuples():
            days = (figures.at[row.figure_id, "counted_on"] - voting[row.event]).days
            assert (row.mark == across.EARLY) == (days < 60), (row.panel, row.label)
            assert bool(row.when) == (days < 60)
        for _, part in frame.groupby("panel"):
            for run in runs(rows_of(part)):
                assert {row["mark"] for row in run} == {""} and len({row["event"].split("-")[0] for row in run}) == 1


def joinable(**changes):
    """Three final counts of one counter, in a row."""
    given = {"value": [1.0, 2.0, 3.0], "counted_by": ["kasn"] * 3, "mark": [""] * 3, "status": ["bersih"] * 3, "family": ["pilkada"] * 3}
    return pd.DataFrame(given | changes)


@pytest.mark.parametrize(
    ("changes", "joins"),
    [
        ({}, [3]),
        ({"family": ["pilkada", "pilkada", "pemilu"]}, [2]),
        ({"mark": ["", "early", ""]}, []),
        ({"mark": ["early", "", ""]}, [2]),
        ({"counted_by": ["bawaslu", "kasn", "kasn"]}, [2]),
    ],
)
def test_what_is_joined_from_election_to_election(changes, joins):
    assert [len(run) for run in runs(rows_of(joinable(**changes)))] == joins


def test_an_early_count_is_small_and_hollow_with_its_day_and_named_below(store):
    chart = across.across(store, scope(store, "ID", "pilkada-2020", satuan="kasus"), False)
    figure = plotly.figure(chart)
    (trace,) = [trace for trace in figure.data if trace.text and any("721" in told for told in trace.text)]
    assert any(told.startswith("721") and told.endswith("<br>24 Jul") for told in trace.text)
    marks = next(one for one in figure.data if one.mode == "markers" and one.yaxis == trace.yaxis)
    looks = dict(zip(marks.x, zip(marks.marker.size, marks.marker.color)))
    assert looks[2] == (5, "#ffffff") and looks[3][0] == 6 and looks[3][1] != "#ffffff"
    assert any("721" not in note and "Lingkaran kecil kosong" in note for note in chart.notes)


def test_under_each_pilkada_stands_how_many_elections_were_held(store):
    nation = across.across(store, scope(store, "ID", "pilkada-2020", satuan="kasus"), False)
    assert dict(zip(nation.ticks, nation.tick_notes)) == {
        "Pilkada 2015": "(269)", "Pilkada 2017": "(101)", "Pilkada 2018": "(171)", "Pilkada 2020": "(270)", "Pilkada 2024": "(545)",
        "": "", "Pemilu 2019": "", "Pemilu 2024": "",
    }  # fmt: skip
    java = across.across(store, scope(store, "33", "pilkada-2020", satuan="kasus"), False)
    held = [store.elections_held("33", event) for event in ("pilkada-2015", "pilkada-2017", "pilkada-2018", "pilkada-2020", "pilkada-2024")]
    assert list(java.tick_notes[:5]) == [f"({count})" for count in held]
    assert "(269)" in plotly.figure(nation).layout.xaxis.ticktext[0]


def test_per_election_divides_by_the_elections_held_and_leaves_pemilu_out(store):
    view = scope(store, "ID", "pilkada-2020", satuan="kasus")
    chart = charts_of(store, "tren", view, {"per": "pemilihan"})["tren"]
    forwarded = chart.frame[chart.frame["stage"] == "diteruskan"].set_index("event")["value"]
    assert forwarded["pilkada-2020"] == pytest.approx(1398 / 270) and "pemilu-2019" not in forwarded
    assert "kasus per pemilihan yang digelar" in chart.subtitle and "5,18" in chart.title
    assert charts_of(store, "tren", view, {})["tren"].unit == "kasus"


def test_one_kabupaten_is_not_divided_and_is_told_so(store):
    view = scope(store, "36.01", "pilkada-2020")
    value, note = asked.per_election(store, view, {"per": "pemilihan"})
    assert value == "jumlah" and "pemilihan" in note.sentence


def test_a_trend_is_drawn_only_from_two_points_of_one_counter_stage_and_unit(store):
    regions = store.regions().index
    drawn = 0
    for region in regions[::7]:
        charts = charts_of(store, "tren", scope(store, region, "pilkada-2020"), {})
        if "tren" in charts:
            drawn += 1
            frame = charts["tren"].frame
            sound = frame[frame["value"].notna() & (frame["status"] != DISPUTED)]
            assert (sound.groupby(["panel", "family"]).size().groupby("panel").max() > 1).all()
        if "hitungan" in charts:
            assert any(runs(rows_of(part)) for _, part in charts["hitungan"].frame.groupby("series"))
    assert drawn


def test_without_a_choice_tren_takes_what_most_elections_have(store):
    view = scope(store, "33", "pemilu-2024")
    most = across.proposed(store, view)
    counts = across.comparable(store, "33")
    best = max(counts.values())
    assert max(count for (stage, unit, _), count in counts.items() if (stage, unit) == (most.stage, most.unit)) == best
    asked_for = across.proposed(store, scope(store, "33", "pemilu-2024", satuan="orang", tahap="dugaan"))
    assert (asked_for.stage, asked_for.unit) == ("dugaan", "orang")


def test_tren_opens_without_a_line_only_where_no_election_has_one(store):
    moved = []
    for region in store.region_names():
        event = opened(store, "tren", {"wilayah": region})[0].event
        with_line = {other for other in store.event_names() if trend.longest(store, region, other)}
        assert event in with_line or not with_line, region
        if event != default_event(store, region):
            assert default_event(store, region) not in with_line
            moved.append(region)
    assert "35" in moved and len(moved) > 20
    # what was chosen stays
    assert opened(store, "tren", {"wilayah": "35", "pemilihan": "pemilu-2024"})[0].event == "pemilu-2024"
    assert opened(store, "tren", {"wilayah": "35", "satuan": "orang"})[0].event == default_event(store, "35")


@pytest.mark.parametrize("language", ["id", "en"])
def test_tren_says_why_it_opens_at_another_election(served_snapshot, language):
    app = open_page("tren", wilayah="35", bahasa=language)
    assert app.query_params["pemilihan"] == "pilkada-2020"
    named = {"latest": "Pemilu 2024", "event": "Pilkada 2020", "region": "Jawa Timur"}
    assert text(language, "tren.usul", **named) in shown(app).replace("\\", "")


def test_where_nothing_can_be_drawn_the_page_says_what_is_known(served_snapshot):
    page = open_page("tren", wilayah="64.02", pemilihan="pilkada-2020")
    told = shown(page).replace("\\", "")
    assert "jadi tidak ada tren yang digambar" in told and "jadi tidak ada garis yang digambar" in told
    assert "KASN menyatakan 3 ASN di Kabupaten Kutai Kartanegara tidak terbukti" in told
    # and offers the election whose counts can be drawn
    assert "Pemilu 2024" in [button.label for button in page.button]


def test_panels_share_one_axis_from_zero(store):
    chart = across.across(store, scope(store, "ID", "pilkada-2020"), False)
    axes = {name: axis for name, axis in plotly.figure(chart).layout.to_plotly_json().items() if name.startswith("yaxis")}
    assert len(axes) == chart.frame["panel"].nunique()
    assert {tuple(axis["range"]) for axis in axes.values()} == {(0, chart.frame["value"].max())}


def test_at_most_seven_lines_and_panels_until_asked_for_all(store):
    view = scope(store, "ID", "pilkada-2020", satuan="kasus")
    assert trend.within(store, view, False).frame["series"].nunique() == trend.MOST_LINES
    assert trend.within(store, view, True).frame["series"].nunique() == len(trend.lines(store, view).order) > trend.MOST_LINES
    assert across.across(store, view, False).frame["panel"].nunique() <= across.MOST_PANELS
    assert across.across(store, view, True).frame["panel"].nunique() == len(across.series_across(store, view))
    assert (across.across(store, view, False).frame["stage"] == view.stage).any()
    assert (trend.within(store, view, False).frame["stage"] == view.stage).any()


def test_titles_name_numbers_that_are_in_the_chart(store):
    chart = trend.within(store, scope(store, "ID", "pilkada-2020", tahap="diteruskan", satuan="kasus"), False)
    assert "268 kasus" in chart.title and "1.194 kasus" in chart.title
    english = across.across(store, scope(store, "ID", "pilkada-2020", tahap="diteruskan", satuan="kasus", bahasa="en"), False)
    assert "1,398 cases" in english.title


def test_the_highest_election_is_named_among_final_counts_only(store):
    """Else a count of weeks before voting would be set beside one of years after it, and the title would compare their sizes."""
    told = silent = 0
    for region in ("ID", *store.children("ID")):
        for stage, unit in dict.fromkeys(key[:2] for key in across.comparable(store, region)):
            chart = across.across(store, scope(store, region, "pilkada-2020", tahap=stage, satuan=unit), False)
            frame = chart.frame[(chart.frame["stage"] == stage) & chart.frame["value"].notna() & (chart.frame["status"] != DISPUTED)]
            final = [part[part["mark"] == ""] for _, part in frame.groupby(["counted_by", "family"])]
            highest = {(part.loc[part["value"].idxmax(), "label"], str(len(part))) for part in final if part["value"].nunique() > 1}
            named = re.search(r": tertinggi .* pada (.*), dari (\d+) pemilihan", chart.title)
            assert named.groups() in highest if named else not highest, chart.title
            told += named is not None
            silent += named is None and len(frame) > 1
    assert told and silent > 10


@pytest.mark.parametrize(("language", "named"), [("id", "Papua (sebelum pemekaran 2022)"), ("en", "Papua (before its division in 2022)")])
def test_a_province_divided_since_is_called_the_former_one(store, language, named):
    """In the title and subtitle of Tren, in a citation and beside its neighbours: the number is that of a larger province."""
    view = Filter("91", "pilkada-2020", "dugaan", "kasus", language)
    drawn = trend.within(store, view, everything=True)
    assert named in drawn.title and named in drawn.subtitle
    assert named in citation.of_figure(store, "7dfd2fe8de", "http://testserver/")[language]
    assert peers.peers(store, view).rows[0].region == named
    (papua,) = neighbours.around(store, replace(view, region="94"), ("91",)).rows[1:]
    assert papua.name == named
    # a count after the division is of the province of today
    assert trend.within(store, replace(view, region="82"), everything=True).title.count("2022") == 0
