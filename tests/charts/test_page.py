"""The charts of a page: declared once, each with a name that its file, the projector's address and a deck's items use."""

import pytest

from netralitas.address import default_event, proposal
from netralitas.chart import Gone
from netralitas.charts import page as pages
from netralitas.charts.page import Reference, charts_of, declared, reference
from netralitas.wording import literal
from tests.helpers import open_page, scope, shown, titles_of_charts

VIEWS = [("ID", "pilkada-2020", "en"), ("35.13", "pilkada-2018", "id")]
OPTIONS = {"peta": {"tingkat": "kabkota"}, "tren": {"garis": "semua"}, "sumber": {"tingkat": "provinsi"}}


@pytest.fixture(params=[(page, view) for page in pages.PAGES for view in VIEWS], ids=lambda asked: "-".join((asked[0], *asked[1])))
def view(request, maps):
    page, (region, event, language) = request.param
    return page, region, event, language, OPTIONS.get(page, {})


@pytest.mark.usefixtures("served_snapshot")
def test_a_page_shows_the_charts_that_are_declared_for_it_and_no_other(view, store):
    page, region, event, language, options = view
    app = open_page(page, wilayah=region, pemilihan=event, bahasa=language, **options)
    assert not app.exception
    charts = charts_of(store, page, pages.proposed(store, page, scope(store, region, event, language), options), options)
    assert sorted(titles_of_charts(app)) == sorted(literal(chart.title) for chart in charts.values())


def test_a_name_begins_the_file_and_leads_back_to_the_chart(view, store):
    page, region, event, language, options = view
    for name, chart in charts_of(store, page, scope(store, region, event, language), options).items():
        named = reference(chart)
        assert name.startswith(named.name)
        assert chart.name.startswith(f"netralitas_{named.name}")
        assert declared(store, named, language) is chart


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize("asked", ["hitungan", "2"])
def test_the_projector_is_led_by_a_name_or_as_once_by_a_number(store, maps, asked):
    chart = charts_of(store, "tren", pages.proposed(store, "tren", scope(store, "ID", "pilkada-2020"), {}), {})["hitungan"]
    app = open_page("tren", wilayah="ID", pemilihan="pilkada-2020", paparan="1", bagan=asked)
    assert any(literal(chart.title) in element.value for element in app.markdown)
    assert sum(element.value.startswith(("# ", "## ")) for element in app.markdown) == 1


def test_one_chart_a_unit_is_told_apart(store):
    view = scope(store, "ID", "pilkada-2020")
    assert sum(name.startswith("pernyataan-") for name in charts_of(store, "ringkasan", view, {})) > 1
    assert {"tindak-lanjut-orang", "rincian-sanksi", "rincian-jabatan"} <= set(charts_of(store, "sanksi", view, {}))


def test_a_page_without_charts_has_none(store):
    assert charts_of(store, "data", scope(store, "ID", "pilkada-2020"), {}) == {}


@pytest.mark.parametrize(
    "named",
    [
        ("rincian", "35", "pilkada-2020", ("sanksi", "x")),
        ("pernyataan", "35", "pilkada-1999", ("x",)),
        ("pernyataan", "35", "pilkada-2020", ("x",)),
        ("bukan", "35", "pilkada-2020", ()),
    ],
)
def test_what_the_data_no_longer_has_is_gone(store, named):
    name, region, event, arguments = named
    view = scope(store, region, "pilkada-2020")
    with pytest.raises(Gone):
        declared(store, Reference(name, view.but(event=event), arguments), "id")


@pytest.mark.usefixtures("served_snapshot", "maps")
@pytest.mark.parametrize("region", ["ID", "94", "35"])
def test_peta_opens_at_the_election_in_which_most_regions_have_a_figure_and_says_so(store, region):
    app = open_page("peta", wilayah=region)
    tier, within = (1, "ID") if region == "ID" else (2, region)
    counts = store.headline_counts(tier, within)
    counts = [row for row in counts if row["unit"] != "persen"]
    most = [row["event"] for row in counts if row["regions"] == max(row["regions"] for row in counts)]
    event = app.selectbox(key="pilih_pemilihan").value
    assert event in set(most)
    assert f"Pemilihan belum dipilih; yang dibuka {store.event_name(event)}" in shown(app).replace("\\", "")
    # the reason of the other pages is not named beside that one
    usual = proposal(store, scope(store, region, event))
    assert usual is None or literal(usual.sentence) not in shown(app)
    assert open_page("peta", wilayah=region, pemilihan="pilkada-2018").selectbox(key="pilih_pemilihan").value == "pilkada-2018"


def test_what_is_read_before_peta_starts_is_of_the_election_that_peta_opens_at(store):
    assert pages.opened(store, "peta", {"wilayah": "94"})[0].event == "pilkada-2020"
    assert pages.opened(store, "ringkasan", {"wilayah": "94"})[0].event == default_event(store, "94")
