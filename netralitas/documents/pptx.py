"""PPTX: the paragraphs of each slide, its tables and its notes; remarks put back into the notes of their slides.

What charts and pictures show is not read, and nothing that a file points to outside itself is opened.
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import count, groupby

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.group import GroupShape

from netralitas.documents.passage import MOST_PAGES, Part, Passage, Remark, Unreadable

_MOST_ROWS = 10_000  # of the tables of a slide


def passages(content: bytes) -> list[Passage]:
    slides = Presentation(BytesIO(content)).slides
    if len(slides) > MOST_PAGES:
        raise Unreadable("halaman", pages=len(slides), most=MOST_PAGES)
    return [passage for page, slide in enumerate(slides, 1) for passage in _of_slide(slide, page)]


def remarked(content: bytes, remarks: list[Remark]) -> bytes:
    """A copy with the remarks of each slide below what its notes said."""
    presentation = Presentation(BytesIO(content))
    pages = [passage.page for page, slide in enumerate(presentation.slides, 1) for passage in _of_slide(slide, page)]
    for page, of_slide in groupby(sorted(remarks, key=lambda one: pages[one.passage]), lambda one: pages[one.passage]):
        notes = presentation.slides[page - 1].notes_slide.notes_text_frame
        for remark in of_slide if notes is not None else ():
            line = notes.add_paragraph() if notes.text.strip() else notes.paragraphs[0]
            line.text = remark.text
    written = BytesIO()
    presentation.save(written)
    return written.getvalue()


def _of_slide(slide, page: int) -> Iterator[Passage]:
    title = slide.shapes.title
    for shape, part, frame, cell in _frames(slide.shapes, count(page * _MOST_ROWS)):
        is_title = title is not None and shape.shape_id == title.shape_id
        yield from _of_frame(frame, Part.TITLE if is_title else part, page, cell)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield from _of_frame(slide.notes_slide.notes_text_frame, Part.NOTES, page, (0, 0))


def _frames(shapes, rows: Iterator[int]) -> Iterator[tuple]:
    """Each frame of text with its shape, its part and its cell; `rows` numbers the rows of tables."""
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _frames(shape.shapes, rows)
        elif shape.has_text_frame and not _is_slide_number(shape):
            yield shape, Part.BODY, shape.text_frame, (0, 0)
        elif getattr(shape, "has_table", False) and shape.has_table:
            for row, place in zip(shape.table.rows, rows, strict=False):
                cells = enumerate(row.cells)
                yield from ((shape, Part.TABLE, cell.text_frame, (place, column)) for column, cell in cells if not cell.is_spanned)


def _is_slide_number(shape) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER


def _of_frame(frame, part: Part, page: int, cell: tuple[int, int]) -> Iterator[Passage]:
    for paragraph in frame.paragraphs:
        if paragraph.text.strip():
            yield Passage(paragraph.text.replace("\v", "\n"), part, page, *cell)
