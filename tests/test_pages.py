"""Every page, in both languages, for a region of each level: it says something, in the right language, and no error."""

import csv
import re
from functools import cache

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from netralitas import ui, wording
from netralitas.address import parse
from netralitas.charts.page import charts_of
from netralitas.claims import law
from netralitas.claims.absence import elsewhere
from netralitas.ui import PAGES, sanksi
from netralitas.ui.sidebar import elections
from tests.helpers import DASHBOARD, DATA, open_page, scope, shown

ERROR = {language: wording.text(language, "galat") for language in ("id", "en")}
VIEWS = [
    ("ID", "pilkada-2020"),
    ("35", "pilkada-2020"),
    ("35.13", "pilkada-2018"),
    ("35.74", "pilkada-2018"),
    ("94.08", "pilkada-2015"),
]


@cache
def remarks_in(language: str) -> tuple[str, ...]:
    """The remarks of the compilers as only this language has them; a word or two may be alike in both."""
    with (DATA / "notes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    other = "id" if language == "en" else "en"
    foreign = {row["note"] for row in rows if row["note"] != row[f"note_{other}"]} if language == "en" else set()
    told = foreign | {row[f"note_{language}"] for row in rows if row[f"note_{language}"] != row[f"note_{other}"]}
    return tuple(sorted(remark for remark in told - {row[f"note_{other}"] for row in rows} if len(remark) > 20))


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("region", "event"), VIEWS)
@pytest.mark.parametrize("page", list(PAGES))
def test_page_is_shown_without_error(page, region, event, language):
    app = open_page(page, wilayah=region, pemilihan=event, bahasa=language)
    assert not app.exception
    assert not app.error
    assert len(shown(app)) > 80
    other = "id" if language == "en" else "en"
    # A whole sentence of the other language on the page is a string that was not translated.
    labels = [wording.text(other, key) for key in ("samping.kaki", "kartu.tabel", "samping.pemilihan", "samping.tahap")]
    texts = [element.label for element in [*app.selectbox, *app.button]]
    assert not [label for label in labels if label in texts]
    seen = shown(app).replace("\\", "")
    assert not [remark for remark in remarks_in(other) if remark in seen]


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_open_about_the_law_is_told_in_the_readers_language(store, language):
    other = "id" if language == "en" else "en"
    told = "\n".join(sentence for _, sentence in law.details(store, language, None))
    assert len(told) > 1000 and len(remarks_in(other)) > 500
    assert not [remark for remark in remarks_in(other) if remark in told]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_file_of_the_law_tells_what_is_open_of_each_row(store, language):
    scope, _ = parse(store, {"wilayah": "ID", "pemilihan": "pilkada-2020", "bahasa": language})
    rows = sanksi._law_export(store, scope, None, "https://example.org").rows
    remark = rows[wording.text(language, "kolom.keterangan")]
    assert [told for told in remark if told] == [told for _, told in law.details(store, language, None)]
    assert len(rows) == len(law.in_force(store, None)) > (remark != "").sum() > 0


@pytest.mark.usefixtures("served_snapshot")
def test_the_law_is_folded_until_a_reader_asks_for_it_or_chooses_its_day():
    """It is longer than all charts of the page; how many sanctions there are and on which day is said all the same."""
    folded, chosen = (shown(open_page("sanksi", wilayah="ID", pemilihan="pilkada-2020", **day)) for day in ({}, {"tanggal": "2020-12-09"}))
    assert "PP 53/2010 Pasal 7" in chosen and "PP 53/2010 Pasal 7" not in folded
    assert "berlaku 23 jenis sanksi" in folded and "berlaku 23 jenis sanksi" in chosen


@pytest.mark.usefixtures("served_snapshot")
def test_the_basis_of_a_sanction_stands_in_the_readers_language():
    seen = shown(open_page("sanksi", wilayah="64.02", pemilihan="pemilu-2024", tanggal="2024-02-14"))
    assert "sebelumnya SKB September 2020" in seen and "earlier the joint" not in seen and "dalam bahasa Inggris" not in seen


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize(
    ("language", "clause"), [("id", "sumber lain menyebutnya berbeda"), ("en", "another source reports it differently")]
)
def test_a_clause_of_the_head_of_the_page_is_not_warned_of_again(language, clause):
    seen = shown(open_page("ringkasan", wilayah="35.07", pemilihan="pilkada-2024", bahasa=language))
    assert seen.casefold().count(clause) == 1
    assert wording.text(language, "ringkasan.catatan_di_atas") in seen.replace("\\", "")


@pytest.mark.usefixtures("served_snapshot")
def test_a_map_marks_as_empty_only_what_no_region_of_it_has():
    """Laporan is what Kalimantan Timur's kabupaten and kota have most of, though Kutai Kartanegara has none."""
    stages = next(box for box in open_page("peta", wilayah="64.02", pemilihan="pemilu-2024").selectbox if box.label == "Tahap")
    assert stages.value == "laporan" and "Laporan masyarakat" in stages.options


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize(("language", "told"), [("id", "belum ada angka yang dipublikasikan"), ("en", "no figure has been published.")])
def test_a_province_with_figures_within_is_not_said_to_be_without(language, told):
    page = open_page("ringkasan", wilayah="35", pemilihan="pilkada-2024", bahasa=language)
    seen = shown(page).replace("\\", "")
    assert told not in seen and "Kabupaten Sumenep" in "".join(button.label for button in page.button)
    empty = wording.text(language, "samping.tanpa_angka", label="")
    choices = [option for box in page.selectbox if box.key in ("pilih_tahap", "pilih_satuan") for option in box.options]
    assert choices and not [option for option in choices if option.endswith(empty)]


@pytest.mark.usefixtures("served_snapshot")
def test_the_example_of_the_brief_carries_its_warning():
    seen = shown(open_page("ringkasan", wilayah="35.13", pemilihan="pilkada-2018")).replace("\\", "")
    assert "1.194" in seen
    assert "BKPSDM Kabupaten Probolinggo" in seen
    assert "27 Juni 2023" in seen
    assert "jangan dikutip" in seen
    assert re.search(r"Bawaslu.*721 kasus", seen)
    assert re.search(r"persis sama dengan angka Indonesia pada Pilkada 2020 \(1\.194 kasus", seen)


@pytest.mark.usefixtures("served_snapshot")
def test_the_city_of_the_same_name_shows_nothing_of_it():
    # Sumber & metode tells of every corrected or annotated figure of the country, whatever region is chosen.
    for page in set(PAGES) - {"sumber"}:
        seen = shown(open_page(page, wilayah="35.74", pemilihan="pilkada-2018")).replace("\\", "")
        # Beside it the kabupaten around it stands with its own number, by its name and with its mark.
        assert all("Kabupaten Probolinggo" in line and "jangan dikutip" in line for line in seen.splitlines() if "1.194" in line)


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize(
    "parameters",
    [
        {"wilayah": "99.99"},
        {"wilayah": "<script>alert(1)</script>"},
        {"wilayah": "Probolinggo"},
        {"pemilihan": "pilkada-1945"},
        {"tahap": "=1+1", "satuan": "kilogram"},
        {"bahasa": "klingon", "wilayah": ""},
        {"wilayah": "35.13' or 1=1 --", "pemilihan": "\x00"},
    ],
)
def test_a_senseless_address_gives_a_view_and_a_note(parameters):
    app = open_page("ringkasan", **parameters)
    assert not app.exception
    assert not app.error
    assert app.session_state["scope"].region in ("ID", "35.13", "35.74")
    notes = [value for name, value in parameters.items() if value]
    assert any(wording.literal(value) in element.value for value in notes for element in app.markdown)


@pytest.mark.usefixtures("served_snapshot")
def test_choosing_in_the_sidebar_changes_the_address_and_the_page():
    app = open_page("ringkasan", wilayah="35", pemilihan="pilkada-2020")
    app.selectbox(key="pilih_pemilihan").select("pilkada-2018").run()
    assert app.query_params["pemilihan"] == "pilkada-2018"
    assert "Pilkada 2018" in shown(app)
    app.button(key="ke_atas").click().run()
    assert app.query_params["wilayah"] == "ID"
    assert "721" in shown(app)


@pytest.mark.usefixtures("served_snapshot")
def test_an_ambiguous_name_offers_both_and_guesses_none():
    app = open_page("ringkasan", wilayah="Probolinggo")
    labels = [button.label for button in app.button]
    assert any(label.startswith("Kabupaten Probolinggo") for label in labels)
    assert any(label.startswith("Kota Probolinggo") for label in labels)
    assert app.session_state["scope"].region == "ID"
    next(button for button in app.button if button.label.startswith("Kabupaten Probolinggo")).click().run()
    assert app.session_state["scope"].region == "35.13"


def test_without_a_snapshot_the_reader_is_told_what_to_run(tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_BUILD", str(tmp_path))
    tabs = []
    monkeypatch.setattr(st, "set_page_config", lambda **told: tabs.append((told["page_title"], told["layout"])))
    app = AppTest.from_string(DASHBOARD, default_timeout=60).run()
    assert not app.exception
    assert "python -m etl build" in app.error[0].value
    assert tabs == [(wording.text("id", "produk"), "wide")]


def test_an_election_says_what_is_there_where_a_region_has_no_total_of_its_own(store):
    within = len(elsewhere(store, "35", "pilkada-2024").within)
    assert within >= 9 and elections(store, "35", "id")["pilkada-2024"] == f"Pilkada 2024 (angka di {within} wilayah di dalamnya)"
    assert elections(store, "35.13", "id")["pilkada-2018"] == "Pilkada 2018"
    counts = store.figure_counts()
    for region in store.region_names():
        below = [code for code in store.region_names() if region in store.line_of(code)[1:]]
        for event, label in elections(store, region, "id").items():
            if label.endswith("(kosong)") or label.endswith("(tidak ada pemilihan)"):
                assert not any((code, event) in counts for code in (region, *below)), (region, event)
            if label.endswith("(hanya rincian)"):
                assert (region, event) in counts and (event,) not in store.covered(region)


@pytest.mark.usefixtures("served_snapshot")
def test_the_sidebar_offers_an_election_with_what_exists_inside():
    app = open_page("ringkasan", wilayah="35", pemilihan="pilkada-2024")
    offered = app.selectbox(key="pilih_pemilihan").options
    assert any(re.fullmatch(r"Pilkada 2024 \(angka di \d+ wilayah di dalamnya\)", label) for label in offered)


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize(
    ("page", "name", "region"),
    [("ringkasan", "pernyataan_pernyataan-orang", "ID"), ("peta", "daftar", "ID")],
)
def test_a_reader_leafs_through_statements_and_lists(page, name, region):
    """One on, and one back to where it was; at the first there is none before, at the last none after."""
    app = open_page(page, wilayah=region, pemilihan="pilkada-2020", bahasa="en")
    offered = app.selectbox(key=f"pilih_{name}")
    order = list(offered.options)
    first = app.selectbox(key=f"pilih_{name}").value
    on, back = (lambda: app.button(key=f"berikutnya-{name}")), (lambda: app.button(key=f"sebelumnya-{name}"))
    assert (on().label.split(":small")[0], back().label.split(":small")[0]) == ("Next", "Previous") and len(order) > 1
    step, undo = (on, back) if not on().disabled else (back, on)
    step().click().run()
    assert not app.exception and app.selectbox(key=f"pilih_{name}").value != first
    assert app.query_params[name] == app.selectbox(key=f"pilih_{name}").value
    undo().click().run()
    assert app.selectbox(key=f"pilih_{name}").value == first
    for _ in order:
        if not back().disabled:
            back().click().run()
    assert back().disabled and not on().disabled


@pytest.mark.usefixtures("served_snapshot")
def test_a_citation_leads_to_the_stage_and_unit_of_its_own_number(store):
    """Of a card and of a chart: not to those that the page happens to speak of."""
    asked = {"tahap": "diteruskan", "satuan": "kasus"}
    app = open_page("ringkasan", wilayah="35", pemilihan="pilkada-2020", **asked)
    app.session_state["lain-rekomendasi_sanksi"] = True
    cited = [code.value for code in app.run().code if "?wilayah=35" in code.value]
    assert cited and all("pemilihan=pilkada-2020&tahap=rekomendasi_sanksi&satuan=kasus" in one for one in cited)
    app = open_page("ringkasan", wilayah="ID", pemilihan="pilkada-2020", **asked)
    (flow,) = [
        one for name, one in charts_of(store, "ringkasan", scope(store, "ID", "pilkada-2020"), {}).items() if name.endswith("-orang")
    ]
    app.session_state[f"bagikan-{flow.name}"] = True
    cited = [code.value for code in app.run().code if "?wilayah=ID" in code.value]
    assert cited and all("satuan=orang" in one for one in cited)


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize("page", list(PAGES))
def test_a_reader_can_choose_another_view_where_there_is_nothing_to_see(page):
    app = open_page(page, wilayah="96.04", pemilihan="pilkada-2015")
    assert app.selectbox(key="pilih_wilayah").value == "96.04"
    assert app.selectbox(key="pilih_pemilihan").value == "pilkada-2015"


@pytest.mark.usefixtures("served_snapshot")
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_reader_can_choose_another_view_where_a_page_failed(monkeypatch, language):
    def failing(*_args, **_more):
        raise RuntimeError("a defect")

    monkeypatch.setattr(ui, "history", failing)
    app = open_page("ringkasan", wilayah="35.13", pemilihan="pilkada-2018", bahasa=language)
    assert [error.value for error in app.error] == [ERROR[language]] and not app.exception
    assert app.selectbox(key="pilih_wilayah").value == "35.13"


@pytest.mark.usefixtures("served_snapshot")
def test_a_part_of_sanksi_that_is_empty_says_what_kind_of_place_has_something():
    views = (("ID", "pilkada-2024"), ("35.13", "pilkada-2018"))
    nation, kabupaten = (shown(open_page("sanksi", wilayah=region, pemilihan=event)).replace("\\", "") for region, event in views)
    assert re.search(r"Yang ada: \d+ dari 514 kabupaten/kota di dalamnya; pemilihan lain\.", nation) and "di atasnya" not in nation
    assert "Yang ada: pemilihan lain." in kabupaten and "di dalamnya" not in kabupaten


@pytest.mark.usefixtures("served_snapshot")
def test_a_chart_alone_names_the_regions_that_may_have_been_meant():
    told = shown(open_page("ringkasan", wilayah="Malang", pemilihan="pilkada-2020", sematkan="pernyataan-orang"))
    assert "Kabupaten Malang; Kota Malang" in told or "Kota Malang; Kabupaten Malang" in told
