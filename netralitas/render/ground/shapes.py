"""What a slide is made of, placed: inches on a page of 13.333 × 7.5, type sizes in points.

PowerPoint, the preview of a slide and the picture of a chart draw the same shapes.
"""

from dataclasses import dataclass

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.text import Run, fitted

WIDE, HIGH = 13.333, 7.5
MARGIN = 0.55
INNER = WIDE - 2 * MARGIN
TOP, BOTTOM = 1.95, 6.42  # of what stands between title and footer
FOOT = 6.6
SOURCE = 12  # the least size of the source line, in points: it is read from the last row
CODE = 0.82  # of a QR code, a side
GAP = 0.09  # between two paragraphs
INK, QUIET, LINE = palette.TEXT["light"], palette.QUIET["light"], palette.LINE["light"]
ACCENT, WARNING = palette.ACCENT["light"], palette.WARNING["light"]


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    wide: float
    high: float


@dataclass(frozen=True)
class Place:
    """A placeholder of a layout: its number in the file, where it stands, and its type."""

    index: int
    box: Box
    size: float
    colour: str
    bold: bool = False


PLACES = {
    "title": Place(0, Box(MARGIN, 0.38, INNER, 0.98), 27, INK, bold=True),
    "subtitle": Place(13, Box(MARGIN, 1.4, INNER, 0.5), 14, QUIET),
    "body": Place(1, Box(MARGIN, TOP, INNER, BOTTOM - TOP), 16, INK),
    "source": Place(14, Box(MARGIN, FOOT, INNER - 0.55, 0.62), SOURCE, INK),
    "number": Place(12, Box(WIDE - MARGIN - 0.45, FOOT, 0.45, 0.25), SOURCE, QUIET),
}
COVER_TITLE = Place(0, Box(MARGIN, 1.45, INNER, 1.3), 36, ACCENT, bold=True)


@dataclass(frozen=True)
class Words:
    """A text box without inner margins. `role`: one of PLACES, whose placeholder holds it on a slide, or nothing."""

    box: Box
    paragraphs: tuple[tuple[Run, ...], ...]
    size: float
    alt: str
    role: str = ""
    align: str = "left"
    gap: float = GAP


@dataclass(frozen=True)
class Area:
    """A rectangle: filled, outlined or both."""

    box: Box
    alt: str
    fill: str = ""
    outline: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class Plot:
    """A chart's drawing, without its title and sources."""

    box: Box
    chart: Chart


@dataclass(frozen=True)
class Image:
    box: Box
    png: bytes
    alt: str


@dataclass(frozen=True)
class Cells:
    """A table: the first row is its header; widths of the columns in inches; heights of the rows."""

    box: Box
    rows: tuple[tuple[Run, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float
    alt: str


@dataclass(frozen=True)
class Watermark:
    box: Box
    text: str
    alt: str


Shape = Words | Area | Plot | Image | Cells | Watermark


def words(
    box: Box,
    content: str,
    sizes: tuple[float, ...],
    alt: str,
    *,
    bold: bool = False,
    colour: str = INK,
    role: str = "",
    align: str = "left",
) -> Words:
    """One paragraph, as large as fits its box."""
    size, kept = fitted(content, box.wide, box.high, sizes, bold)
    return Words(box, ((Run(kept, bold, colour),),), size, alt, role, align)
