"""Coverage: the heat map counts what is in the data, and its title is never wrong."""

import pandas as pd
import pytest

from netralitas.charts.coverage import CHOICES, coverage
from netralitas.claims.sources import corrections, leading, sources, terms
from netralitas.model import Filter
from netralitas.render import screen as plotly


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("level", CHOICES)
def test_every_province_and_election_has_a_cell(store, level, language):
    chart = coverage(store, Filter(language=language), level)
    assert len(chart.frame) == 39 * 7
    assert chart.frame["row"].iloc[0] == "Indonesia"
    assert chart.frame["column"].iloc[0] == "Pilkada 2015"
    assert chart.title and chart.alt


def test_cells_add_up_to_the_figures_of_elections(store):
    total = (store.figures("ID", None, None, None, True)["event"].notna()).sum()
    assert coverage(store, Filter(language="id"), "semua").frame["value"].sum() == total
    nation = coverage(store, Filter(language="id"), "semua").frame.query("row == 'Indonesia'")["value"].sum()
    levels = [coverage(store, Filter(language="id"), level).frame["value"].sum() - nation for level in ("provinsi", "kabkota")]
    assert sum(levels) + nation == total


def test_an_absent_figure_is_a_gap_and_not_zero(store):
    chart = coverage(store, Filter(language="id"), "provinsi")
    assert chart.frame["value"].isna().any()
    assert not (chart.frame["value"] == 0).any()
    cells, *numbers = plotly.figure(chart, "light").data
    assert sum(value is None for line in cells.z for value in line) == chart.frame["value"].isna().sum()
    assert sum(len(part.text) for part in numbers) == chart.frame["value"].notna().sum()


def test_the_title_counts_the_regions_that_have_figures(store):
    frame = store.figures("ID", None, None, None, True)
    regions = frame[frame["region_level"] == 2].groupby("event")["region"].nunique()
    assert f"{store.event_name(regions.idxmax())}: {regions.max()} dari 514" in coverage(store, Filter(language="id"), "kabkota").title


def test_sources_are_found_by_words(store):
    assert sources(store, "", "id").num_rows == 851
    found = sources(store, "bkpsdm probolinggo", "id").to_pandas()
    assert 1 <= len(found) < 10
    assert pd.api.types.is_numeric_dtype(found["Jumlah angka"])


def test_the_sources_with_most_figures_are_in_sight_with_their_links(store):
    shown = leading(store, "", "id").splitlines()[2:]
    most = store.sources()["figures"].nlargest(10)
    assert [int(line.split("|")[-2]) for line in shown] == most.tolist()
    assert all("](<http" in line for line in shown)
    assert leading(store, "tidak-ada-kata-ini", "id").splitlines()[2:] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_terms_and_corrections_are_told(store, language):
    for kind in ("flag", "stage"):
        assert len(terms(store, kind, language).splitlines()) == 2 + len(store.codes(kind))
    assert len(corrections(store, language).splitlines()) == 2 + len(store.corrections())
    assert "nan" not in corrections(store, language).lower().split()
