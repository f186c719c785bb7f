"""Drafts made for the tests: real files of each kind, and hostile ones."""

import io
import zipfile

from docx import Document
from pptx import Presentation
from pptx.util import Inches
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

SPEECH = "Pada Pilkada 2018 di Kabupaten Probolinggo tercatat 1.194 kasus."
TITLE = "Sambutan Bupati"
TABLE = ("Jawa Timur", "15 kasus")
NOTES = "Sebutkan sumbernya: Bawaslu."


def saved(document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def word() -> bytes:
    document = Document()
    document.add_heading(TITLE, level=1)
    paragraph = document.add_paragraph("Pada Pilkada 2018 di Kabupaten Probolinggo tercatat ")
    paragraph.add_run("1.194").bold = True
    paragraph.add_run(" kasus.")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, said in zip(cells, TABLE):
        cell.text = said
    return saved(document)


def slides(pages: int = 2) -> bytes:
    presentation = Presentation()
    for page in range(1, pages + 1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"{TITLE} {page}"
        slide.placeholders[1].text = SPEECH
        table = slide.shapes.add_table(1, 2, Inches(1), Inches(5), Inches(4), Inches(1)).table
        for column, said in enumerate(TABLE):
            table.cell(0, column).text = said
        if page == 2:
            slide.notes_slide.notes_text_frame.text = NOTES
    return saved(presentation)


def pdf(*pages: tuple[str, ...], password: str = "") -> bytes:
    """A PDF whose pages hold these lines."""
    writer = PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(name) for key, name in names.items()})
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 11 Tf 50 780 Td {shown} ET".encode("latin-1"))
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return _written(writer)


def blank_pdf(pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def with_part(content: bytes, name: str, body: bytes) -> bytes:
    """The package with one part more, or another body of a part."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, body)
    return written.getvalue()


def linked(content: bytes, address: str) -> bytes:
    """Slides whose first has a picture that stands elsewhere."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kinds}/slideLayout" Target="../slideLayouts/slideLayout2.xml"/>'
        f'<Relationship Id="rId9" Type="{kinds}/image" Target="{address}" TargetMode="External"/></Relationships>'
    )
    return with_part(content, "ppt/slides/_rels/slide1.xml.rels", relations.encode())


def bomb() -> bytes:
    """A DOCX of some hundred kilobytes that unpacks to three hundred megabytes."""
    return with_part(word(), "word/media/image1.bmp", bytes(300 * 2**20))


def xml_bomb() -> bytes:
    """A DOCX whose text is an entity of entities."""
    entities = '<!ENTITY a "naskah naskah naskah">' + "".join(
        f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(12)
    )
    body = (
        f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>"
    )
    return with_part(word(), "word/document.xml", body.encode())


def encrypted_office() -> bytes:
    """The head of what Office writes around a file with a password."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(3000)
