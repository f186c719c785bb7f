"""A draft checked as a reader does it: pasted, uploaded through the server's one door for files, its copy taken along."""

import io

from docx import Document

from tests.documents import made
from tests.e2e.conftest import Visit

SENTENCE = "Di Kabupaten Probolinggo tercatat 1.194 kasus pelanggaran netralitas ASN pada Pilkada 2018, sesuai PP Nomor 24 Tahun 2021."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def upload(visit: Visit, name: str, content: bytes) -> None:
    visit.page.set_input_files("[data-testid=stFileUploader] input", {"name": name, "mimeType": WORD, "buffer": content})


def test_pasted_sentence_is_marked_and_told(visit: Visit):
    page = visit.open("/periksa?bahasa=id")
    page.locator(".st-key-naskah textarea").fill(SENTENCE)
    page.locator(".st-key-periksa_naskah button").click()
    page.wait_for_selector(".naskah mark")
    visit.settled()
    assert page.locator(".naskah mark.vonis-jangan").inner_text().startswith("1.194")
    assert page.locator(".naskah mark.vonis-salah").inner_text().startswith("PP Nomor 24 Tahun 2021")
    told = page.locator("[class*=st-key-temuan-jangan]").inner_text()
    assert "721" in told and "Pilkada 2020" in told and "Pilkada 2018" in told
    assert "PP 94/2021" in page.locator("[class*=st-key-temuan-salah]").inner_text()
    assert "1.194" not in page.url


def test_hostile_file_gets_a_sentence_and_the_next_one_its_comments(visit: Visit):
    page = visit.open("/periksa?bahasa=id")
    upload(visit, "bom.docx", made.bomb())
    page.wait_for_selector("[data-testid=stAlert]")
    assert "mengembang terlalu besar" in page.locator("[data-testid=stAlert]").inner_text()
    page.locator("[data-testid=stFileChipDeleteBtn] button").click()
    page.wait_for_selector("[data-testid=stAlert]", state="detached")
    document = Document()
    document.add_paragraph(SENTENCE)
    upload(visit, "sambutan.docx", made.saved(document))
    page.wait_for_selector(".naskah mark.vonis-jangan")
    page.locator(".st-key-buat_salinan button").click()
    page.wait_for_selector(".st-key-unduh_salinan button")
    with page.expect_download() as download:
        page.locator(".st-key-unduh_salinan button").click()
    comments = Document(io.BytesIO(download.value.path().read_bytes())).comments
    assert download.value.suggested_filename == "sambutan_diperiksa.docx"
    assert any("PP 94/2021" in comment.text for comment in comments)
