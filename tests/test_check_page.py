"""The page Cek angka: a question in the address, its answer in the order verdict, reasons, what is known, elsewhere; and the ways to it."""

from urllib.parse import parse_qs, urlsplit

import pytest

from netralitas.check.question import answer
from netralitas.lembar.sheet import sheet
from netralitas.ui import PAGES
from tests.helpers import open_page, scope, shown

pytestmark = pytest.mark.usefixtures("served_snapshot")


def asked(query: str, **parameters: str):
    app = open_page("angka", q=query, **parameters)
    assert not app.exception and not app.error
    return app


def tables(app) -> list[list[str]]:
    """The first column of each table."""
    return [frame.value.iloc[:, 0].tolist() for frame in app.dataframe]


def test_the_example_of_the_brief_is_refused_with_what_to_say_instead():
    app = asked("1194 probolinggo")
    seen = shown(app).replace("\\", "")
    order = ("Jangan dikutip", "Jangan menyebut 1.194 untuk Kabupaten Probolinggo", "lebih besar daripada seluruh Indonesia (721 kasus")
    assert [seen.index(words) for words in order] == sorted(seen.index(words) for words in order)
    assert [one.split("\xa0")[0] for one in tables(app)[0]] == ["→ 1.194 kasus"]
    assert any("Indonesia · Pilkada 2020" in place for place in app.dataframe[1].value.iloc[:, 1])


def test_two_places_of_one_name_are_asked_back():
    app = asked("1194 probolinggo")
    choices = {button.label: button for button in app.button if button.key and button.key.startswith("pilihan-")}
    assert [label for label in choices if "Kabupaten Probolinggo" in label] and [label for label in choices if "Kota Probolinggo" in label]
    next(button for label, button in choices.items() if "Kota Probolinggo" in label).click().run()
    assert "Kota Probolinggo" in app.query_params["q"]
    assert "Tidak dikenal" in shown(app)


def test_the_asked_number_lies_among_the_dots_and_the_table_has_every_one_of_them():
    app = asked("721 pilkada 2018")
    assert "Dengan catatan" in shown(app)
    assert {one.lstrip("→ ").split("\xa0")[0] for one in tables(app)[0]} == {"721 kasus", "356 kasus", "sekitar 500 kasus"}
    drawn = app.get("plotly_chart")[0].proto.spec
    assert "721 yang ditanyakan" in drawn


def test_what_is_typed_goes_into_the_address():
    app = asked("")
    assert "Ketik angka" in shown(app)
    app.text_input(key="pilih_q").set_value("433").run()
    assert app.query_params["q"] == "433"
    assert "433 kasus" in shown(app)


def test_the_rules_of_a_verdict_are_one_click_away():
    app = asked("1194 probolinggo")
    assert [block.proto.popover.label for block in app.get("popover")] == ["Aturan: J1"]
    app.session_state["aturan"] = True
    assert "J1**:" in shown(app.run())


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "' or 1=1 --", "9" * 10_000, "\x00\x07", "](https://x) **1194**", "0"])
def test_what_cannot_be_read_gets_a_sentence(query):
    seen = shown(asked(query))
    assert len(seen) > 40


def test_english_has_no_indonesian_sentence():
    seen = shown(asked("1,194 probolinggo", bahasa="en"))
    assert "Do not quote" in seen and "Jangan" not in seen


def test_the_page_stands_in_the_sidebar():
    assert "angka" in PAGES


def test_a_number_s_popover_leads_to_its_check():
    app = open_page("ringkasan", wilayah="35.13", pemilihan="pilkada-2018")
    app.session_state["lain-dugaan"] = True
    app.run()
    links = [link.proto.query_string for link in app.get("page_link") if link.proto.label.endswith("Cek angka ini")]
    assert links and all("q=1.194+kasus" in link and "Kabupaten+Probolinggo+Pilkada+2018" in link for link in links)


def test_every_number_of_a_chart_s_table_leads_to_its_check():
    app = asked("721 pilkada 2018")
    app.session_state["tabel-netralitas_angka-lain_ID_pilkada-2018_diteruskan_kasus_cek"] = True
    app.run()
    shown = [frame.value for frame in app.dataframe if "Cek angka" in frame.value]
    assert shown and all(address.split("?")[0].endswith("/angka") for address in shown[0]["Cek angka"])


def test_every_row_of_data_leads_to_the_check_of_its_number():
    shown = open_page("data", wilayah="35.13", pemilihan="pilkada-2018").dataframe[0].value
    assert len(shown) and all(address.startswith("/angka?q=") for address in shown["Cek angka"])
    assert "/angka?q=1.194+kasus+dugaan+pelanggaran+Kabupaten+Probolinggo+Pilkada+2018" in list(shown["Cek angka"])
    english = open_page("data", wilayah="35.13", pemilihan="pilkada-2018", bahasa="en").dataframe[0].value
    assert all(address.endswith("bahasa=en") for address in english["Check a number"])


def test_a_fact_sheet_leads_to_the_check_of_its_number(store):
    told = sheet(store, scope(store, "35.13", "pilkada-2018"), "https://x.go.id")
    assert told.addresses["check"].startswith("https://x.go.id/cek?q=1.194+kasus")
    assert answer(store, parse_qs(urlsplit(told.addresses["check"]).query)["q"][0], "id").figure.figure_id == told.lead.figure_id
