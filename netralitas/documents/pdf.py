"""PDF: the lines of each page, put together to paragraphs again."""

import logging
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PdfReadError

from netralitas.documents.passage import MOST_PAGES, Passage, Unreadable
from netralitas.documents.paste import paragraphs


def passages(content: bytes) -> list[Passage]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells every small defect of a file
    try:
        reader = PdfReader(BytesIO(content))
        # What anybody may read and only printing is locked opens with an empty word.
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("sandi")
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable("halaman", pages=len(reader.pages), most=MOST_PAGES)
        texts = [page.extract_text() for page in reader.pages]
    except DependencyError:
        raise Unreadable("sandi") from None
    except (PdfReadError, RecursionError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise Unreadable("rusak") from None
    found = [passage for page, text in enumerate(texts, 1) for passage in paragraphs(text, page)]
    if not found:
        raise Unreadable("pindaian")
    return found
