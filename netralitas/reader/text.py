"""A text cut into paragraphs and sentences, with the place of each: offsets are those of the whole text."""

import re
from collections import Counter
from dataclasses import dataclass

from netralitas.reader import lexicon
from netralitas.reader.numerals import NUMBER_WORD

# After these a full stop ends no sentence.
_SHORT = re.compile(
    r"nr?|no|nomor|kab|prov|kep|kec|ds|kel|jln?|gg|dr|drs|dra|prof|ir|hj?|st|sh|mm|rp|thn?|tgl|hlm|hal|art|mr|mrs|ms|dsb|dll|dkk|vs|cf",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])")
# Tabel 1. Dugaan pelanggaran: the stop belongs to the number of the thing.
_NUMBERED = re.compile(r"\b(?:tabel|gambar|bagan|grafik|lampiran|bab|table|figure|chart|slide)\s+\d+$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
# A number alone on its line belongs to the line below it: so slides print it.
_NUMBER_LINE = re.compile(r"\s*[±~]?\d[\d.,]*\s*%?\s*")
_UNIT_LINE = re.compile(rf"\s*(?:{'|'.join(filter(None, lexicon.UNITS))}|cases?|persons?|reports?|ASN|%)\s*", re.IGNORECASE)
# https://a.id/b, a.co.id/b, name@a.id, a line of an address that was broken (ada-917-pelanggaran-netralitas-asn-di-): what stands
# in an address is not said. A number in words may have as many hyphens.
# One that a line breaks goes on in the next: …-bawaslu-sulteng-tangani-\n15-kasus-pelanggaran/.
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.)\S+|\b(?:[\w-]+\.)+(?:(?:go|co|or|ac|desa|web|my)\.id|com|org|net)\b(?:/\S*)?"
    r"|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S+|\S+@[\w-]+\.\S+"
    rf"|(?<!\S)(?=\S*?\b[a-z]+-[a-z]+\b)(?!(?:(?:{NUMBER_WORD}|and)-)+)\w+(?:-\w+){{3,}}\S*)(?:(?<=[-/])\n\S+)*",
    re.IGNORECASE,
)
# A line that is longer is a paragraph; a headline may also ask or call.
_LONGEST_HEADING = 140
_LONGEST_CALL = 80
# Lists begin their lines so.
_ITEM = re.compile(r"[-–—•*·▪◦>]|\(?\w{1,2}[.)]\s")


@dataclass(frozen=True)
class Span:
    """A piece of the text: `paragraph` counts them from 0."""

    start: int
    end: int
    paragraph: int


def without_addresses(text: str) -> str:
    """The text with a blank for each letter of a web or mail address; all else keeps its place."""
    return _ADDRESS.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that holds something; a number alone on its line, or with its unit below, goes with the next."""
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\r\n\v\f\u2028\u2029]+", text) if match.group().strip()]
    joined: list[tuple[int, int]] = []
    pending: int | None = None
    for place, (start, end) in enumerate(lines):
        first = start if pending is None else pending
        below = lines[place + 1] if place + 1 < len(lines) else None
        is_number = pending is None and _NUMBER_LINE.fullmatch(text, start, end)
        is_unit = pending is not None and below and _UNIT_LINE.fullmatch(text, start, end) and not _NUMBER_LINE.fullmatch(text, *below)
        if is_number or is_unit:
            pending = first
            continue
        joined.append((first, end))
        pending = None
    return [*joined, (pending, lines[-1][1])] if pending is not None else joined


def sentences(text: str) -> list[Span]:
    """The sentences in their order."""
    found = []
    for place, (start, end) in enumerate(paragraphs(text)):
        at = start
        for stop in _STOP.finditer(text, start, end):
            if not _is_short(text, start, stop):
                found.append(Span(at, stop.end(), place))
                at = stop.end()
        found.append(Span(at, end, place))
    return [_trimmed(text, span) for span in found if text[span.start : span.end].strip()]


def headings(text: str, spans: list[Span]) -> set[int]:
    """Places in the list of those that are a line of their own and no sentence: what stands below them is said under them."""
    alone = Counter(span.paragraph for span in spans)
    lines = {place for place, span in enumerate(spans) if alone[span.paragraph] == 1 and _is_heading(text[span.start : span.end])}
    return lines if len(spans) > 1 else set()


def is_item(line: str) -> bool:
    """Does a line begin as the lines of a list do?"""
    return _ITEM.match(line) is not None


def _is_heading(line: str) -> bool:
    return len(line) <= (_LONGEST_CALL if line[-1] in "!?" else _LONGEST_HEADING) and line[-1] not in ".;" and not is_item(line)


def _is_short(text: str, start: int, stop: re.Match) -> bool:
    """Kab. Probolinggo, H. Ahmad: the stop belongs to the word before it."""
    word = _WORD_BEFORE.search(text, start, stop.start())
    if text.endswith(("s.d", "S.d", "a.n", "d.a"), start, stop.start()) or _NUMBERED.search(text, start, stop.start()):
        return True
    return stop.group() == "." and word is not None and bool(_SHORT.fullmatch(word[1]) or (len(word[1]) == 1 and word[1].isupper()))


def _trimmed(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    return Span(span.start + len(piece) - len(piece.lstrip()), span.start + len(piece.rstrip()), span.paragraph)
