"""DOCX: its paragraphs in reading order, those in tables, text boxes and unaccepted insertions among them; comments put back.

Footnotes, headers and footers are not read.
"""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.text.run import Run

from netralitas.documents.passage import Part, Passage, Remark

_PARAGRAPH, _RUN, _CELL, _FALLBACK = (
    qn("w:p"),
    qn("w:r"),
    qn("w:tc"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
_LETTERS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = qn("w:t")
_HEADINGS = ("title", "heading", "judul")
AUTHOR, INITIALS = "Netralitas ASN", "NA"


def passages(content: bytes) -> list[Passage]:
    document = Document(BytesIO(content))
    styles = _headings(document)
    rows: dict = {}
    return [
        Passage("".join(letters for _, letters in _pieces(paragraph)), _part(paragraph, styles), 0, *_cell(paragraph, rows))
        for paragraph in _paragraphs(document)
    ]


def remarked(content: bytes, remarks: list[Remark]) -> bytes:
    """A copy with each remark as a comment at the letters it is about."""
    document = Document(BytesIO(content))
    paragraphs = list(_paragraphs(document))
    for remark in remarks:
        runs = _runs_at(paragraphs[remark.passage], remark.start, remark.end)
        if runs:
            document.add_comment([Run(run, document) for run in (runs[0], runs[-1])], remark.text, AUTHOR, INITIALS)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _paragraphs(document) -> Iterator:
    """Paragraphs of the body that have text; what Word keeps a second time for old readers is left out."""
    for paragraph in document.element.body.iter(_PARAGRAPH):
        if next(paragraph.iterancestors(_FALLBACK), None) is None and any(letters.strip() for _, letters in _pieces(paragraph)):
            yield paragraph


def _pieces(paragraph) -> Iterator[tuple[object, str]]:
    """Each run of the paragraph, not of one inside it, with its letters."""
    for run in paragraph.iter(_RUN):
        if next(run.iterancestors(_PARAGRAPH)) is paragraph:
            yield run, "".join((child.text or "") if child.tag == _TEXT else _LETTERS.get(child.tag, "") for child in run)


def _runs_at(paragraph, start: int, end: int) -> list:
    place, found = 0, []
    for run, letters in _pieces(paragraph):
        if place < end and place + len(letters) > start:
            found.append(run)
        place += len(letters)
    return found


def _headings(document) -> set[str]:
    """The ids of the styles that are headings, by their names."""
    return {style.style_id for style in document.styles if (style.name or "").lower().startswith(_HEADINGS)}


def _cell(paragraph, rows: dict) -> tuple[int, int]:
    """Row and column of the paragraph; a cell that spans columns counts as so many. `rows` numbers them as they come."""
    cell = next(paragraph.iterancestors(_CELL), None)
    if cell is None:
        return 0, 0
    widths = (before.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for before in cell.itersiblings(_CELL, preceding=True))
    return rows.setdefault(cell.getparent(), len(rows) + 1), sum(1 if width is None else int(width.get(qn("w:val"), 1)) for width in widths)


def _part(paragraph, headings: set[str]) -> Part:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    if style is not None and style.get(qn("w:val")) in headings:
        return Part.TITLE
    return Part.TABLE if next(paragraph.iterancestors(_CELL), None) is not None else Part.BODY
