"""Text comes out of each kind of file with its place, as a reader of the file would read it aloud."""

from types import SimpleNamespace

import pytest

from netralitas.documents import Part, Passage, Unreadable, aside, pasted, read
from tests.documents import made


def test_word_gives_paragraphs_titles_and_tables():
    assert read(made.word(), "sambutan.docx") == (
        Passage(made.TITLE, Part.TITLE),
        Passage(made.SPEECH),
        *(Passage(said, Part.TABLE, 0, 1, column) for column, said in enumerate(made.TABLE)),
    )


def test_slides_give_titles_tables_and_notes_with_their_slide():
    found = [passage for passage in read(made.slides(), "Paparan.PPTX") if passage.page == 2]
    assert found == [
        Passage(f"{made.TITLE} 2", Part.TITLE, 2),
        Passage(made.SPEECH, Part.BODY, 2),
        *(Passage(said, Part.TABLE, 2, found[2].row, column) for column, said in enumerate(made.TABLE)),
        Passage(made.NOTES, Part.NOTES, 2),
    ]


def test_lines_of_a_page_are_put_together():
    first, second = "Pada Pilkada 2018 di Kabupaten ", "Probolinggo tercatat 1.194 kasus."
    assert read(made.pdf((made.TITLE, first, second), ("Halaman dua.",)), "naskah.pdf") == (
        Passage(made.TITLE, Part.TITLE, 1),
        Passage(made.SPEECH, Part.BODY, 1),
        Passage("Halaman dua.", Part.BODY, 2),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_in_every_encoding(encoding):
    said = "Sambutan Bupati\nTercatat 15 kasus – “dugaan” – di Jawa Timur."
    assert read(said.encode(encoding), "naskah.txt") == (
        Passage("Sambutan Bupati", Part.TITLE),
        Passage("Tercatat 15 kasus – “dugaan” – di Jawa Timur."),
    )


def test_lines_broken_by_hand_are_one_paragraph():
    text = (
        "Yang saya hormati para camat dan lurah se-kabupaten, pada Pilkada tahun\n"
        "2020 yang lalu Bawaslu mencatat dugaan pelanggaran netralitas sebanyak\n"
        "1.194 kasus yang tersebar di seluruh Indonesia, sedangkan di kabupaten\n"
        "kita sendiri tidak ada angka yang dipublikasikan.\n"
        "\n"
        "Sekian."
    )
    assert [passage.text.count("\n") for passage in pasted(text)] == [0, 0]
    assert "sebanyak 1.194 kasus yang tersebar" in pasted(text)[0].text


def test_lines_of_a_list_stay_apart_though_they_are_of_one_length():
    lines = [
        "Southeast Sulawesi: neutrality of civil servants",
        "2020: 92 alleged cases (Bawaslu, 4 October 2020)",
        "2024: 12 violations (as counted on 14 October 2024)",
        "2018: 204 findings (as counted on 9 April 2018)",
    ]
    assert [passage.text for passage in pasted("\n".join(lines))] == lines


def test_a_short_draft_has_no_title():
    assert pasted("Sambutan Bupati. Tercatat 15 kasus.") == [Passage("Sambutan Bupati. Tercatat 15 kasus.")]


def test_insertions_and_content_controls_of_word_are_read_and_deletions_are_not():
    body = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Tercatat </w:t></w:r>"
        '<w:ins w:id="1" w:author="a"><w:r><w:t>721</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>1.194</w:delText></w:r></w:del>'
        "<w:r><w:t> kasus.</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body></w:document>"
    )
    content = made.with_part(made.word(), "word/document.xml", body.encode())
    assert read(content, "a.docx") == (Passage("Tercatat 721 kasus."),)


@pytest.mark.parametrize(
    ("make", "name", "said"),
    [
        (lambda: b"x" * (20 * 2**20 + 1), "a.txt", "20 MB"),
        (lambda: b"", "a.txt", "tidak berisi teks"),
        (lambda: b" \n\n", "a.txt", "tidak berisi teks"),
        (made.word, "a.odt", "bukan DOCX"),
        (made.word, "naskah", "bukan DOCX"),
        (made.word, "a.pdf", "isinya DOCX"),
        (lambda: made.pdf(("Teks.",)), "a.docx", "isinya PDF"),
        (lambda: bytes(range(256)) * 40, "a.txt", "tetapi isinya bukan"),
        (lambda: made.word()[:-400], "a.docx", "rusak"),
        (lambda: made.pdf(("Teks.",))[:80], "a.pdf", "rusak"),
        (made.bomb, "a.docx", "mengembang"),
        (made.xml_bomb, "a.docx", "rusak"),
        (made.encrypted_office, "a.docx", "kata sandi"),
        (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4000), "a.docx", "format Office lama"),
        (lambda: made.pdf(("Rahasia.",), password="sandi"), "a.pdf", "kata sandi"),
        (lambda: made.blank_pdf(10_000), "a.pdf", "10.000 halaman"),
        (lambda: made.blank_pdf(2), "a.pdf", "pindaian"),
        (lambda: ("a" * 600_000).encode(), "a.txt", "500.000 huruf"),
    ],
)
def test_what_can_not_be_read_is_told_in_a_sentence(make, name, said):
    with pytest.raises(Unreadable) as refused:
        read(make(), name, seconds=60)
    assert said in refused.value.told("id")
    assert "{" not in refused.value.told("en")


def test_what_takes_too_long_is_stopped():
    with pytest.raises(Unreadable) as refused:
        read(made.slides(), "a.pptx", seconds=0.01)
    assert "terlalu lama" in refused.value.told("id")
    assert read(made.slides(), "a.pptx", seconds=60)


def test_waiting_for_others_and_reading_share_one_limit(monkeypatch):
    """Whoever waited until the end of the limit is told that others are read; nobody gets the limit a second time."""
    clock, free = iter((0.0, 8.0)), SimpleNamespace(acquire=lambda timeout: True, release=lambda: None)
    monkeypatch.setattr(aside, "monotonic", lambda: next(clock))
    monkeypatch.setattr(aside, "_free", free)
    with pytest.raises(Unreadable) as refused:
        read(made.slides(), "a.pptx", seconds=8.0)
    assert "Banyak naskah" in refused.value.told("id")


def test_nothing_outside_a_file_is_opened(tmp_path):
    """A link to a file of this machine and an address: neither is read, and the text still is."""
    secret = tmp_path / "rahasia.txt"
    secret.write_text("rahasia 4711 kasus", encoding="utf-8")
    body = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY luar SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>Tercatat &luar; 15 kasus.</w:t></w:r></w:p></w:body></w:document>"
    )
    told = read(made.with_part(made.word(), "word/document.xml", body.encode()), "a.docx", seconds=60)
    assert "4711" not in str(told)
    linked = made.linked(made.slides(1), secret.as_uri())
    assert made.SPEECH in [passage.text for passage in read(linked, "a.pptx", seconds=60)]
