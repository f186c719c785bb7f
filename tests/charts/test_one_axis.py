"""The product's first rule, for every chart of every page, region and election: an axis holds one statement, one list or one series."""

from itertools import product

import pandas as pd
import pytest

from netralitas.chart import Chart, Kind
from netralitas.charts import across, trend
from netralitas.charts.page import PAGES, charts_of, proposed
from netralitas.model import LANGUAGES, Filter
from netralitas.wording import text

# Of how many figures there are, not of what they say.
COUNTED = ("peta-cakupan",)


@pytest.fixture(scope="module")
def figures(store) -> pd.DataFrame:
    """All published figures, by their id."""
    return store.figures("ID", None, None, None, True).set_index("figure_id")


def one(chart: Chart, figures: pd.DataFrame, *columns: str) -> bool:
    """Do all drawn figures of a chart share these columns of the published figure?"""
    drawn = figures.loc[[figure for figure in chart.frame.loc[chart.frame["value"].notna(), "figure_id"] if figure]]
    return all(drawn[column].nunique(dropna=False) <= 1 for column in columns)


def strands(frame):
    """Lines by their name; of panels, each panel."""
    return frame.groupby("panel" if "panel" in frame else "series", sort=False)


def one_series(chart: Chart) -> None:
    """Every line of a chart is of one counter and one stage or kind of election."""
    for _, line in strands(chart.frame[chart.frame["value"].notna()]):
        assert line["counted_by"].nunique() == line["tone"].nunique() == 1, chart.name


def test_an_axis_holds_one_statement_one_list_or_one_series(store, maps, figures):
    seen = dict.fromkeys(Kind, 0)
    known = figures.dropna(subset=["event"])
    places = sorted(set(zip(known["region"], known["event"])))
    assert len(places) > 600
    for region, event in places:
        scope = Filter(region=region, event=event, chosen=frozenset({"wilayah", "pemilihan"}))
        for page in set(PAGES) - {"sumber"}:
            for name, chart in charts_of(store, page, proposed(store, page, scope, {}), {}).items():
                if name in COUNTED or chart.empty:
                    continue
                seen[chart.kind] += 1
                if chart.kind is Kind.FLOW:
                    assert one(chart, figures, "source_id", "region", "event", "counted_by", "unit", "counted_on"), chart.name
                elif chart.kind is Kind.MAP or name == "peringkat":
                    assert one(chart, figures, "source_id", "event", "stage", "unit", "counted_by", "counted_on"), chart.name
                elif chart.kind is Kind.BAR:
                    assert one(chart, figures, "source_id", "region", "event", "counted_by", "stage", "unit", "dimension"), chart.name
                else:
                    one_series(chart)
    assert min(seen[kind] for kind in (Kind.FLOW, Kind.MAP, Kind.BAR, Kind.LINE)) > 20


# What the method page calls what is drawn together, by the drawing that the test above holds to it.
TOLD = {
    "id": {Kind.FLOW: "disebut bersama", Kind.MAP: "daftar", Kind.LINE: "deret"},
    "en": {Kind.FLOW: "given together", Kind.MAP: "list", Kind.LINE: "series"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_page_promises_what_the_charts_keep(store, language):
    """Tren and a flow hold several stages, Tren several counters: what the page says of an axis names how."""
    told = text(language, "sumber.metode")
    assert all(f"**{term}**" in told for term in TOLD[language].values())
    assert text(language, "halaman.tren") in told
    scope = Filter("ID", "pilkada-2020", unit="kasus", language=language)
    assert trend.within(store, scope, True).frame["counted_by"].nunique() > 1


def test_whatever_is_chosen_on_tren_a_line_is_one_series(store, figures):
    """Every region, stage and unit, counts of few lines and all of them per election; what else can be chosen has tests of its own."""
    drawn = 0
    chosen = figures[figures["dimension"] == "total"][["region", "stage", "unit"]].drop_duplicates()
    for region, stage, unit in chosen.itertuples(index=False):
        scope = Filter(region, stage=stage, unit=unit, chosen=frozenset({"wilayah", "tahap", "satuan"}))
        for everything in (False, True) if across.series_across(store, scope) else ():
            one_series(across.across(store, scope, everything, per_election=everything))
            drawn += 1
    for region, event in figures[["region", "event"]].dropna().drop_duplicates().itertuples(index=False):
        for unit, everything in product(trend.longest(store, region, event), (False, True)):
            one_series(trend.within(store, Filter(region, event, unit=unit), everything))
            drawn += 1
    assert drawn > 300
