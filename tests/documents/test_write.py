"""What was said of a draft comes back in a copy of it, at its places; the draft itself stays as it was."""

import io

from docx import Document
from pptx import Presentation

from netralitas.documents import Change, Part, Passage, Remark, read, remarked, rewritten
from tests.documents import made


def test_comments_stand_at_the_letters_they_are_about():
    place = made.SPEECH.index("1.194")
    copy = remarked(made.word(), "a.docx", [Remark(1, place, place + 5, "Jangan disebut.\nSebut 721."), Remark(3, 0, 2, "Tanpa hari.")])
    document = Document(io.BytesIO(copy))
    assert [comment.text for comment in document.comments] == ["Jangan disebut.\nSebut 721.", "Tanpa hari."]
    marked = document.element.xpath("//w:commentRangeStart/following-sibling::*[1]/w:t")
    assert [run.text for run in marked] == ["1.194", made.TABLE[1]]
    assert read(copy, "a.docx") == read(made.word(), "a.docx")


def test_remarks_stand_below_the_notes_of_their_slides():
    found = read(made.slides(), "a.pptx")
    first, last = found.index(Passage(made.SPEECH, Part.BODY, 1)), len(found) - 1
    copy = Presentation(io.BytesIO(remarked(made.slides(), "a.pptx", [Remark(last, 0, 4, "Dua."), Remark(first, 0, 4, "Satu.")])))
    assert [slide.notes_slide.notes_text_frame.text for slide in copy.slides] == ["Satu.", f"{made.NOTES}\nDua."]


def test_changes_are_marked_and_all_else_stays():
    draft = [Passage("Judul", Part.TITLE), Passage("Ada 1.194 kasus. Selesai."), Passage("Tidak berubah.")]
    changes = [Change(1, 0, 16, "Ada 721 kasus."), Change(1, 4, 9, "Menurut Bawaslu.")]
    assert rewritten(draft, changes, "id") == (
        "Judul\n\n[semula: Ada 1.194 kasus.] [menjadi: Ada 721 kasus. Menurut Bawaslu.] Selesai.\nTidak berubah.\n"
    )
    assert rewritten(draft, [], "en") == "Judul\n\nAda 1.194 kasus. Selesai.\nTidak berubah.\n"
