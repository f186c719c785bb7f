"""What a reader of Tren would notice within one election: what is joined, what stands at the edge, what is drawn beside it."""

from dataclasses import replace
from datetime import timedelta

import pandas as pd

from netralitas.address import parse
from netralitas.charts import trend
from netralitas.model import DISPUTED
from netralitas.render import screen as plotly
from netralitas.render.line.marks import runs
from netralitas.rows import rows_of


def scope(store, region, event, **more):
    return parse(store, {"wilayah": region, "pemilihan": event, **more})[0]


def joined(figure):
    return [trace for trace in figure.data if trace.mode == "lines"]


def test_what_is_said_long_after_voting_stands_at_the_edge_with_a_label(store):
    view = scope(store, "ID", "pilkada-2020", satuan="kasus")
    chart = trend.within(store, view, False)
    voting = pd.Timestamp(store.events().at["pilkada-2020", "voting_day"])
    late = chart.frame["x"] > voting + timedelta(days=60)
    assert late.any()
    assert (chart.frame.loc[late, "mark"] == "end").all()
    assert (chart.frame.loc[~late, "mark"] != "end").all()
    figure = plotly.figure(chart)
    ends = [trace for trace in figure.data if trace.marker.symbol == "diamond"]
    assert set(ends[0].x) == {str(chart.until)}
    assert len(ends[0].x) == late.sum()
    told = " ".join(note.text for note in figure.layout.annotations)
    for value in ("1.398", "1.536", "1.562"):
        assert value in told
    for trace in joined(figure):
        assert max(trace.x) <= str(chart.until)


def test_stages_that_may_fall_are_not_joined(store):
    chart = trend.within(store, scope(store, "ID", "pilkada-2020", satuan="kasus"), True)
    loose = chart.frame["stage"].isin(trend.NOT_CUMULATIVE) & (chart.frame["mark"] != "end")
    assert (chart.frame.loc[loose, "mark"] == "loose").all()
    for _, part in chart.frame[loose].groupby("series"):
        assert runs(rows_of(part)) == []


def test_a_disputed_figure_is_hollow_sets_no_axis_and_is_no_part_of_a_line(store):
    chart = trend.within(store, scope(store, "53", "pilkada-2020", satuan="kasus", tahap="dugaan"), False)
    assert (chart.frame["status"] == DISPUTED).any() and chart.warnings
    # The same with a disputed figure that is larger than all others.
    frame = chart.frame.assign(value=chart.frame["value"].where(chart.frame["status"] != DISPUTED, 244.0))
    chart = replace(chart, frame=frame)
    sound = frame[(frame["status"] != DISPUTED) & frame["value"].notna()]
    figure = plotly.figure(chart)
    assert sound["value"].max() <= figure.layout.yaxis.range[1] < 244
    for part in [part for _, part in frame.groupby("series")]:
        assert not any(row["status"] == DISPUTED for run in runs(rows_of(part)) for row in run)
    told = [text for trace in figure.data for text in trace.text or ()] + [note.text for note in figure.layout.annotations]
    assert any("244\u00a0⚠" in words for words in told)


def test_the_only_figure_may_be_disputed_and_is_then_drawn_with_its_warning(store):
    chart = trend.within(store, scope(store, "35.13", "pilkada-2018"), False)
    figure = plotly.figure(chart)
    assert "1.194\u00a0⚠" in " ".join(note.text for note in figure.layout.annotations)
    assert figure.data[0].marker.color == ("#ffffff",)
    assert any("721" in sentence for sentence in chart.warnings)
    assert "1.194" not in chart.title


def test_undated_figures_are_counted_and_not_drawn(store):
    view = scope(store, "ID", "pilkada-2020", satuan="kasus")
    count = trend.undated_totals(store, view)
    assert count > 0
    assert trend.within(store, view, True).frame["x"].notna().all()
    assert any(str(count) in note for note in trend.within(store, view, True).notes)


def test_outreach_is_named_and_ticked_within_the_span(store):
    chart = trend.within(store, scope(store, "35.13", "pemilu-2024", satuan="orang"), False)
    note = next(note for note in chart.notes if note.startswith("▲"))
    assert "BKPSDM Kabupaten Probolinggo, diseminasi · hibrida" in note
    assert "27 Juni 2023" in note
    assert all(chart.since <= when <= chart.until for when, _ in chart.ticks_below)


def test_a_national_time_axis_carries_national_events_only(store):
    assert set(store.outreach("ID", "pemilu-2024")["region"]) - {"ID"}
    chart = trend.within(store, scope(store, "ID", "pemilu-2024", satuan="orang"), False)
    assert not any("Probolinggo" in note for note in chart.notes) and not chart.ticks_below


def test_campaign_and_voting_day_are_drawn(store):
    chart = trend.within(store, scope(store, "ID", "pilkada-2020"), False)
    assert [span.label for span in chart.spans] == ["Masa kampanye", "Pemungutan suara"]
    assert {shape.type for shape in plotly.figure(chart).layout.shapes} >= {"rect", "line"}
