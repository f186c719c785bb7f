"""Text measured before it is set. Lengths in inches, sizes in points.

For a slide with the metrics of DejaVu Sans, which is wider than Arial and Calibri: what fits here fits in PowerPoint and LibreOffice.
For a picture, within `as_drawn`, with those of the typeface that it is drawn in.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from netralitas import palette
from netralitas.render.ground import face

LETTER = 11  # the smallest letters on a slide or a picture, in points
LINE = 1.22  # height of a line, as a part of the type size
_EM = 200  # glyphs are measured once at this size and scaled
# A word that is wider than its line breaks after these, and only then anywhere.
_JOINTS = re.compile(r"(?<=[/\-.?&=_,;:])")
_SLIDE, _PICTURE = (face.WIDE, face.WIDE_STRONG), (face.REGULAR, face.STRONG)
# The two weights that are measured with.
_FACES: ContextVar[tuple[Path, Path]] = ContextVar("faces", default=_SLIDE)


@contextmanager
def as_drawn() -> Iterator[None]:
    """Within it text is measured as a picture draws it."""
    before = _FACES.set(_PICTURE)
    try:
        yield
    finally:
        _FACES.reset(before)


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight and colour; `url` makes it a link."""

    text: str
    bold: bool = False
    colour: str = palette.TEXT["light"]
    url: str = ""


@lru_cache(4)
def _font(file: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), _EM, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(20_000)
def _ems(text: str, file: Path) -> float:
    return _font(file).getlength(text) / _EM


def width(text: str, size: float, bold: bool = False) -> float:
    """Length of a text set in one line."""
    return _ems(text, _FACES.get()[bold]) * size / 72


def height(lines: int, size: float) -> float:
    return lines * size * LINE / 72


def wrapped(text: str, size: float, limit: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text no wider than `limit`; at least one line, a word too long for a line is broken."""
    return _wrapped(text, size, limit, bold, _FACES.get())


@lru_cache(8_000)
def _wrapped(text: str, size: float, limit: float, bold: bool, faces: tuple[Path, Path]) -> tuple[str, ...]:
    """`faces` are those in force: what is remembered differs by them."""
    lines, line, used = [], "", 0.0
    space = width(" ", size, bold)
    for word in text.split():
        for piece, joined in _pieces(word, size, limit, bold):
            length = width(piece, size, bold)
            gap = 0.0 if joined or not line else space
            if line and used + gap + length > limit:
                lines.append(line)
                line, used = piece, length
            else:
                line, used = line + (" " if gap else "") + piece, used + gap + length
    return (*lines, line)


def _pieces(word: str, size: float, limit: float, bold: bool) -> list[tuple[str, bool]]:
    """A word, or its parts where it is wider than a line; True for a part that follows without a space."""
    if width(word, size, bold) <= limit:
        return [(word, False)]
    parts = [part for part in _JOINTS.split(word) if part]
    pieces: list[str] = []
    for part in parts:
        while width(part, size, bold) > limit and len(part) > 1:
            cut = next((end for end in range(len(part) - 1, 0, -1) if width(part[:end], size, bold) <= limit), 1)
            pieces.append(part[:cut])
            part = part[cut:]
        pieces.append(part)
    return [(piece, place > 0) for place, piece in enumerate(pieces)]


def fitted(text: str, wide: float, high: float, sizes: tuple[float, ...], bold: bool = False) -> tuple[float, str]:
    """The largest of `sizes` at which a text fits a box, and the text; where even the smallest is too large, it is cut with an ellipsis,
    after a blank between words and without one within a word."""
    for size in sizes:
        if height(len(wrapped(text, size, wide, bold)), size) <= high + 1e-6:
            return size, text
    size = sizes[-1]
    most = max(1, int((high + 1e-6) / height(1, size)))
    words = text.split()
    while len(words) > 1 and len(wrapped(" ".join(words) + " …", size, wide, bold)) > most:
        words.pop()
    shown, cut = " ".join(words), " …"
    while len(shown) > 1 and len(wrapped(shown + cut, size, wide, bold)) > most:
        shown, cut = shown[:-1], "…"
    return size, shown + cut


def lines_of(paragraph: tuple[Run, ...], size: float, limit: float) -> list[list[Run]]:
    """The lines of a paragraph whose runs differ in weight; each line is a list of runs."""
    if len(paragraph) == 1:
        return [[replace(paragraph[0], text=line)] for line in wrapped(paragraph[0].text, size, limit, paragraph[0].bold)]
    lines: list[list[Run]] = [[]]
    used = 0.0
    for run in paragraph:
        space = width(" ", size, run.bold)
        for word in run.text.split():
            for piece, joined in _pieces(word, size, limit, run.bold):
                length, gap = width(piece, size, run.bold), 0.0 if joined or not lines[-1] else space
                if lines[-1] and used + gap + length > limit:
                    lines.append([])
                    used, gap = 0.0, 0.0
                _append(lines[-1], replace(run, text=(" " if gap else "") + piece))
                used += gap + length
    return lines


def _append(line: list[Run], run: Run) -> None:
    """Words of one run are set together: letters are spaced by the font, not by us."""
    if line and replace(line[-1], text="") == replace(run, text=""):
        line[-1] = replace(run, text=line[-1].text + run.text)
    else:
        line.append(run)


def tall(paragraphs: tuple[tuple[Run, ...], ...], wide: float, size: float, gap: float) -> float:
    """Height of paragraphs one below the other, `gap` apart."""
    return sum(height(len(lines_of(paragraph, size, wide)), size) for paragraph in paragraphs) + gap * max(0, len(paragraphs) - 1)


def shown(
    paragraphs: tuple[tuple[Run, ...], ...], wide: float, high: float, sizes: tuple[float, ...], gap: float, rest: float = 0
) -> tuple[float, int]:
    """The largest size at which all paragraphs fit; else the smallest size, and how many whole ones fit beside a last line of `rest`."""
    for size in sizes:
        if tall(paragraphs, wide, size, gap) <= high + 1e-6:
            return size, len(paragraphs)
    for count in range(len(paragraphs) - 1, 0, -1):
        if tall(paragraphs[:count], wide, sizes[-1], gap) + gap + rest <= high + 1e-6:
            return sizes[-1], count
    return sizes[-1], 0
