"""A reader finds the place, is told what there is when a page has nothing, and sees which election he looks at."""

import pytest

from netralitas import model
from netralitas.address import default_event, parse, proposal
from netralitas.address.links import only_here, public_page
from netralitas.charts.page import opened
from netralitas.claims.absence import elsewhere
from netralitas.ui.sidebar import placed
from netralitas.ui.title import _bar
from netralitas.wording import text
from tests.helpers import open_page, shown

pytestmark = pytest.mark.usefixtures("served_snapshot")


def told(app) -> str:
    return shown(app).replace("\\", "")


def test_no_region_opens_on_an_election_that_it_did_not_hold_unless_it_has_figures(store):
    for region in store.region_names():
        for event in (default_event(store, region), opened(store, "peta", {"wilayah": region})[0].event):
            assert store.elections_across(region).at[event, "voted"] or (region, event) in store.figure_counts(), (region, event)


def test_belitung_does_not_open_on_pilkada_2020(store):
    code = next(code for code, name in store.region_names().items() if name == "Kabupaten Belitung")
    assert default_event(store, code) != "pilkada-2020"


def test_an_election_chosen_for_the_reader_is_said_and_written_into_the_address():
    app = open_page("ringkasan", wilayah="64.02")
    assert app.query_params["pemilihan"] == "pemilu-2024"
    sentence = "Pilkada 2024: belum ada angka untuk Kabupaten Kutai Kartanegara; ditampilkan Pemilu 2024."
    assert sentence in told(app)
    # still said after the next click, and no more once the reader chooses himself
    assert sentence in told(app.run())
    app.selectbox(key="pilih_pemilihan").select("pilkada-2020").run()
    assert sentence not in told(app)


@pytest.mark.parametrize(
    ("wilayah", "reason"), [("64.02", "Pemilihan belum dipilih; yang dibuka Pemilu 2019"), ("19.02", "belum ada angka dari pemilihan")]
)
def test_peta_says_why_another_election_is_shown_where_every_page_does_and_once(wilayah, reason):
    app = open_page("peta", wilayah=wilayah)
    texts = [element.value.replace("\\", "") for element in [*app.markdown, *app.caption]]
    # above the first part of the page, and not a second time with another reason in its caption
    assert reason in texts[1] and texts[2].startswith("## ")
    assert sum(reason in one or "Tanpa pilihan pemilihan" in one for one in texts) == 1
    app.selectbox(key="pilih_pemilihan").select("pilkada-2024").run()
    assert reason not in told(app)


def test_nothing_is_said_to_be_shown_on_a_map_that_shows_nothing():
    assert "Tanpa pilihan tahap" not in told(open_page("peta", wilayah="19.02"))
    assert "Tanpa pilihan tahap dan satuan, ditampilkan" in told(open_page("peta", wilayah="35"))


def test_the_stage_of_presentation_mode_says_what_peta_took_by_itself():
    page = told(open_page("peta", wilayah="64.02", paparan="1"))
    assert "yang dibuka Pemilu 2019" in page and "Tanpa pilihan tahap dan satuan, ditampilkan" in page


@pytest.mark.parametrize("language", model.LANGUAGES)
def test_no_election_is_said_to_be_shown_that_has_no_figure(store, language):
    shown, without = set(), set()
    for region in store.region_names():
        scope, _ = parse(store, {"wilayah": region, "bahasa": language})
        if note := proposal(store, scope):
            claims = text(language, "alamat.usulan", latest="", region="", event=store.event_name(scope.event)).split(";")[1]
            (shown if note.sentence.endswith(claims) else without).add((region, scope.event))
    assert shown and shown <= set(store.figure_counts())
    assert ("31.01" in {region for region, _ in without}) and not without & set(store.figure_counts())


def test_choosing_a_region_keeps_the_election():
    app = open_page("ringkasan", wilayah="ID")
    assert app.query_params["pemilihan"] == "pilkada-2024"
    app.selectbox(key="pilih_wilayah").select("35").run()
    assert (app.query_params["wilayah"], app.query_params["pemilihan"]) == ("35", "pilkada-2024")
    assert app.session_state["scope"].event == "pilkada-2024"


def test_what_the_reader_named_is_no_proposal(store):
    scope, _ = parse(store, {"wilayah": "ID"})
    assert proposal(store, scope) is None


def test_what_there_is_within_above_and_in_other_elections_is_counted(store):
    there = elsewhere(store, "35", "pilkada-2024")
    frame = store.figures("35", "pilkada-2024", None, None, True)
    frame = frame[frame["region"] != "35"]
    assert (there.figures_within, len(there.within), there.parts) == (len(frame), frame["region"].nunique(), 38)
    assert dict(there.above)["ID"] == len(store.figures("ID", "pilkada-2024", None, None, False))
    assert {event for event, _ in there.elections} == set(store.figures("35", None, None, None, False)["event"].dropna())


def test_a_page_without_figures_leads_to_those_that_have_some():
    app = open_page("ringkasan", wilayah="35", pemilihan="pilkada-2024")
    assert "kabupaten/kota" in told(app) and "Jawa Timur pada pemilihan lain" in told(app)
    button = next(button for button in app.button if button.label.startswith("Kabupaten Sumenep"))
    button.click().run()
    assert app.query_params["wilayah"] == "35.29" and app.query_params["pemilihan"] == "pilkada-2024"


def test_a_region_that_held_no_election_is_told_so():
    assert "tidak menyelenggarakan pemilihan pada Pilkada 2020" in told(open_page("ringkasan", wilayah="19.02", pemilihan="pilkada-2020"))


@pytest.mark.parametrize(("region", "within"), [("35", True), ("ID", True), ("35.29", False)])
def test_data_opens_with_what_is_within(store, region, within):
    app = open_page("data", wilayah=region, pemilihan="pilkada-2024")
    count = len(store.figures(region, "pilkada-2024", None, None, within))
    assert f"**{count} angka dari" in told(app) or f"**{count:,}".replace(",", ".") in told(app)


def test_nothing_is_not_offered_as_a_file():
    assert open_page("data", wilayah="35", pemilihan="pilkada-2024").get("download_button")
    app = open_page("data", wilayah="94.06", pemilihan="pilkada-2015")
    assert not app.get("download_button") and "Tidak ada angka" in told(app)


def test_stage_and_unit_of_the_sidebar_filter_the_table(store):
    app = open_page("data", wilayah="35", pemilihan="pilkada-2024")
    assert app.selectbox(key="pilih_tahap").value == ""
    app.selectbox(key="pilih_tahap").select("laporan").run()
    count = len(store.figures("35", "pilkada-2024", "laporan", None, True))
    assert f"**{count} angka dari" in told(app)
    app.selectbox(key="pilih_tahap").select("").run()
    assert "tahap" not in app.query_params


@pytest.mark.parametrize("page", ["ringkasan", "tren", "peta", "sanksi", "data"])
def test_one_heading_of_the_first_rank_says_page_place_and_election(page):
    app = open_page(page, wilayah="35", pemilihan="pilkada-2020")
    first = [line for element in app.markdown for line in element.value.splitlines() if line.startswith("# ")]
    assert len(first) == 1 and all(part in first[0].replace("\\", "") for part in ("Jawa Timur", "Pilkada 2020"))


@pytest.mark.parametrize("language", model.LANGUAGES)
def test_a_region_of_which_nothing_is_known_leads_to_the_law(language):
    app = open_page("ringkasan", wilayah="35.18", bahasa=language)
    assert text(language, "sanksi.hukum") in [link.proto.label for link in app.get("page_link")]


def test_buttons_of_a_chart_say_which_chart(store):
    app = open_page("sanksi", wilayah="ID", pemilihan="pilkada-2020")
    labels = [block.proto.popover.label for block in app.get("popover")]
    assert labels and len(labels) == len(set(labels))


def test_options_say_the_province(store):
    names = placed(store)
    assert (names["35.07"], names["35"], names["ID"]) == ("Kabupaten Malang · Jawa Timur", "Jawa Timur", "Indonesia")
    assert len(set(names.values())) == len(names)


def test_the_method_page_lists_every_rule_with_the_figures_it_holds(store):
    page = told(open_page("sumber"))
    rules = store.rules()
    assert len(rules) == 31
    for rule in rules.to_dict("records"):
        line = next(line for line in page.splitlines() if rule["condition_id"] in line)
        assert line.rstrip(" |").endswith(str(rule["figures"]))


def test_an_address_of_this_machine_is_known_and_the_public_name_replaces_it(monkeypatch):
    assert all(map(only_here, ("http://localhost:8501/tren?a=b", "http://127.0.0.1/", "http://[::1]:8501/")))
    assert not any(map(only_here, ("https://netralitas.example.go.id/tren", "http://10.0.0.4:8501/", "")))
    assert public_page("http://localhost:8501/tren?a=b") == "http://localhost:8501/tren"
    monkeypatch.setenv("NETRALITAS_ADDRESS", "https://netralitas.example.go.id/")
    assert public_page("http://localhost:8501/tren?a=b") == "https://netralitas.example.go.id/tren"
    assert public_page("http://localhost:8501/") == "https://netralitas.example.go.id/"


def test_the_bar_holds_any_name_as_text():
    made = _bar('"}</style><script>')
    assert made.count("<") == 2 and "script" in made and '"}<' not in made


SANCTIONS = ("rekomendasi_sanksi", "sanksi", "belum_ditindaklanjuti")


@pytest.mark.parametrize(("dimension", "stages"), [("total", SANCTIONS), ("sanksi", ()), ("jenis_pelanggaran", ()), ("jabatan", ())])
def test_no_part_of_sanksi_is_empty_without_a_way_on(store, dimension, stages):
    counts = store.figure_counts(dimension, stages)
    for region in store.region_names():
        for event in store.event_names():
            if (region, event) not in counts:
                there = elsewhere(store, region, event, dimension, stages)
                ways = [(code, event) for code, _ in (*there.within, *there.above)]
                ways += [(region, other) for other, _ in there.elections] + [(there.beyond, other) for other, _ in there.beyond_elections]
                assert ways and set(ways) <= set(counts), (region, event)


@pytest.mark.parametrize("language", model.LANGUAGES)
@pytest.mark.parametrize(("region", "event"), [("35", "pilkada-2024"), ("35.13", "pilkada-2017"), ("ID", "pilkada-2017")])
def test_sanksi_leads_from_each_empty_part_to_one_with_numbers(store, region, event, language):
    app = open_page("sanksi", wilayah=region, pemilihan=event, bahasa=language)
    for part in ("tindak", "sanksi", "jenis_pelanggaran", "jabatan"):
        buttons = [button for button in app.button if f"-{part}-" in (button.key or "") and button.key.startswith("ke-")]
        counts = store.figure_counts("total", SANCTIONS) if part == "tindak" else store.figure_counts(part)
        assert bool(buttons) == ((region, event) not in counts), part
    to = next(button for button in app.button if (button.key or "").startswith("ke-") and "-tindak-" in button.key)
    to.click().run()
    assert (app.query_params["wilayah"], app.query_params["pemilihan"]) in store.figure_counts("total", SANCTIONS)
    assert text(language, "sanksi.tindak.kosong", region="", event="").split(":")[1] not in told(app)


@pytest.mark.usefixtures("served_snapshot", "maps")
def test_what_must_not_be_said_has_the_colour_of_warnings_where_a_note_has_none():
    told = shown(open_page("ringkasan", wilayah="35.13", pemilihan="pilkada-2018"))
    assert ":red[`jangan dikutip`]" in told and "`catatan`" in told
    assert ":red[`catatan`]" not in told and "[`jangan dikutip`]" not in told.replace(":red[`jangan dikutip`]", "")
