"""TXT: UTF-8, UTF-16, or what Windows wrote before."""

import codecs

from netralitas.documents.passage import Passage
from netralitas.documents.paste import pasted

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def passages(content: bytes) -> list[Passage]:
    return pasted(decoded(content))


def decoded(content: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")
    if marked:
        return content.decode(marked, errors="replace")
    if 0 in content:
        return content.decode("utf-16-be" if content[0::2].count(0) > content[1::2].count(0) else "utf-16-le", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
