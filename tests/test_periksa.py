"""Periksa naskah: a draft that is pasted or uploaded, as a reader sees it judged; a stranger's file ends in a sentence."""

import io
import re

import pytest
from docx import Document

from netralitas import wording
from netralitas.ui.periksa.given import CHECK, DAY, FILE, TEXT
from tests.documents import made
from tests.helpers import open_page, shown

SENTENCE = "Di Kabupaten Probolinggo tercatat 1.194 kasus pelanggaran netralitas ASN pada Pilkada 2018, sesuai PP Nomor 24 Tahun 2021."
HOSTILE = {
    "bom.docx": (made.bomb, "mengembang"),
    "panjang.pdf": (lambda: made.blank_pdf(10_000), "halaman", "lambat"),
    "terkunci.docx": (made.encrypted_office, "sandi"),
    "salah.docx": (lambda: made.pdf(("Pilkada",)), "nama"),
    "kosong.txt": (lambda: b"", "kosong"),
    "gambar.png": (lambda: b"\x89PNG\r\n", "jenis"),
}

pytestmark = pytest.mark.usefixtures("served_snapshot")


def page(**parameters):
    return open_page("periksa", **({"bahasa": "id"} | parameters))


def pasted(written, **parameters):
    app = page(**parameters)
    app.text_area(key=TEXT).set_value(written)
    return app.button(key=CHECK).click().run()


def uploaded(name, content):
    app = page()
    app.file_uploader(key=FILE).set_value((name, content, "application/octet-stream"))
    return app.run()


def marked(app):
    return next(element.proto.body for element in app.get("html") if 'class="naskah"' in element.proto.body)


@pytest.mark.parametrize("language", ["id", "en"])
def test_number_of_another_place_and_law_of_another_subject_are_marked_and_told(language):
    app = pasted(SENTENCE, bahasa=language)
    told = shown(app).replace("\\", "")
    verdicts = {one: wording.text(language, f"naskah.vonis.{one}") for one in ("jangan", "salah")}
    assert not app.exception and not app.error
    assert f"**1 · 1.194** · {verdicts['jangan']}" in told
    assert "721" in told and "Pilkada 2020" in told
    assert f"· {verdicts['salah']}" in told and re.search(r"\*\* PP 94/2021", told)
    assert re.findall(r'<mark class="vonis-(\w+)"', marked(app)) == ["jangan", "salah"]
    corrected = app.code[0].value
    assert "721" in corrected and wording.text(language, "naskah.perubahan").partition(":")[0] in corrected


def test_letters_of_a_draft_are_never_html():
    app = pasted(f"{SENTENCE} <script>alert(1)</script> <img src=x onerror=alert(2)> [a](https://contoh.id) 15 kasus <b>netralitas</b>")
    body = marked(app)
    assert set(re.findall(r"<(\w+)", body)) == {"div", "mark", "sup"}
    assert "&lt;script&gt;" in body
    assert "](https" not in shown(app).replace("\\](", "")


def test_page_says_that_nothing_is_stored_and_puts_nothing_into_the_address():
    app = pasted(SENTENCE)
    assert "Tidak disimpan" in shown(app)
    assert not [value for values in app.query_params.values() for value in values if "1.194" in value]


def test_law_is_judged_by_the_day_of_the_draft():
    old = "Netralitas ASN diatur dalam PP Nomor 53 Tahun 2010."
    app = pasted(old)
    assert "tidak berlaku" in shown(app)
    app.date_input(key=DAY).set_value(app.date_input(key=DAY).value.replace(year=2018)).run()
    assert "tidak berlaku" not in shown(app)


def test_word_file_comes_back_with_comments():
    document = Document()
    document.add_paragraph(SENTENCE)
    app = uploaded("sambutan.docx", made.saved(document))
    assert "jangan dikutip" in shown(app)
    app.button(key="buat_salinan").click().run()
    assert not app.exception and not app.error
    made_copy = app.session_state["salinan_naskah"][1]
    comments = [comment.text for comment in Document(io.BytesIO(made_copy)).comments]
    assert len(comments) == 2 and any("PP 94/2021" in comment for comment in comments)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_answered_with_a_sentence_and_the_page_lives_on(name):
    make, *keys = HOSTILE[name]
    app = uploaded(name, make())
    assert not app.exception
    told = [error.value.replace("\\", "") for error in app.error]
    beginnings = tuple(wording.text("id", f"dokumen.{key}").partition("{")[0] for key in keys)
    assert len(told) == 1 and told[0].startswith(beginnings)
    app.file_uploader(key=FILE).set_value(None).run()
    app.text_area(key=TEXT).set_value(SENTENCE)
    app.button(key=CHECK).click().run()
    assert not app.error and "jangan dikutip" in shown(app)


def test_numbers_become_rows_with_the_printed_phrase_and_what_was_assumed():
    app = pasted("Bawaslu meneruskan 45 kasus netralitas ASN di Kabupaten Malang ke KASN pada Pilkada 2020.")
    rows = app.dataframe[-1].value
    row = rows.iloc[0]
    assert (row["value"], row["region"], row["event"], row["stage"], row["unit"]) == ("45", "35.07", "pilkada-2020", "diteruskan", "kasus")
    assert row["stage_basis"] == "tercetak"
    assert "45 kasus" in row["printed"] and "Hari hitungan: tidak disebut" in row["assumed"]
    assert "tidak menulis apa pun ke data" in shown(app)


def test_publisher_is_picked_from_those_known():
    app = pasted("Bawaslu mencatat 92 kasus pelanggaran netralitas ASN di Sulawesi Tenggara pada Pilkada 2020.")
    chosen = app.selectbox(key="artikel_penerbit")
    assert "Alinea (alinea.id)" in chosen.options
    app.selectbox(key="artikel_penerbit").set_value("Alinea").run()
    assert set(app.dataframe[-1].value["publisher"]) == {"Alinea"} and not [one for one in app.selectbox if one.key == "artikel_siapa"]
