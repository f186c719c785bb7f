"""The plan of a stage: a canvas of 1920 × 1080 with one chart on it, measured before it is set.

Text is measured with a wider typeface than the one that is shown, so what fits here fits on screen. All lengths in pixels.
"""

from dataclasses import dataclass

from netralitas.briefing.slide import Slide, of_chart
from netralitas.chart import Chart, Kind, Source, once
from netralitas.render.bar.marks import bars
from netralitas.render.ground.text import wrapped
from netralitas.render.line.marks import MOST_PANELS, most_lines, panels
from netralitas.wording import joined, number, sourced, text

HIGH, INNER = 1080, 1776  # of the canvas, and what its sides leave
TITLE, SMALLER_TITLE, SUBTITLE, BODY = 52, 44, 28, 24  # type sizes
ASIDE, ASIDE_GAP, RULE = 470, 48, 24  # the column of warnings, the room before it, and its own line and padding
FOOT = 1190  # width of the source line; the rest of the foot is for page and buttons
MOST_LINES = 3  # of the source line, and of remarks
STRIP_LINES = 7  # of warnings below a chart that needs the whole width
PANEL_TITLE, PANEL_LINE, PANEL_PLOT, PANEL_GAP, PANEL_TICKS = 20, 16, 36, 8, 50  # of a panel, at half size
PANEL_COLUMNS = 2
SPOKEN, GAP = (36, 32, 28, 26, 24), 12  # type sizes of sentences, and between two of them
_SLACK = 1.1  # the measuring typeface is wider than the one on screen, by more than this
_LEADING = 1.3


@dataclass(frozen=True)
class Plan:
    """What is said around the drawing of a chart, and how much room the drawing has."""

    title: int
    warnings: tuple[str, ...]
    aside: bool
    remarks: str
    sources: tuple[Source, ...]
    more: str
    wide: int
    high: int


def plan(chart: Chart, notes: tuple[str, ...] = (), opened: str = "") -> Plan:
    """`notes` are sentences on the address, told before all warnings; `opened` is what the page took by itself, the first remark."""
    # Notes repeat what strangers typed: only the plan without any is remembered.
    return _plan(chart, notes, opened) if notes or opened else _plain_plan(chart)


@once
def _plain_plan(chart: Chart) -> Plan:
    return _plan(chart, (), "")


def _plan(chart: Chart, notes: tuple[str, ...], opened: str) -> Plan:
    language = chart.language
    title = TITLE if _count(chart.title, TITLE, INNER, bold=True) <= 2 else SMALLER_TITLE
    head = _count(chart.title, title, INNER, bold=True) * title * 1.16 + 12 + _count(chart.subtitle, SUBTITLE, INNER) * SUBTITLE * _LEADING
    sources, more = _sources(chart.sources, language)
    foot = max(52, _tall([_told(sources, more, language)], FOOT))
    warned = (*notes, *(warning.sentence for warning in of_chart(chart).warnings))
    aside = bool(warned) and chart.kind is not Kind.LINE
    wide = INNER - ASIDE - ASIDE_GAP - RULE if aside else INNER
    high = HIGH - 48 - head - 28 - 24 - foot - 36
    if warned and not aside:
        warned = _fitting(warned, INNER - RULE, STRIP_LINES, "gambar.peringatan_lain", language)
        high -= _tall(warned, INNER - RULE) + 22
    # Remarks depend on what finds room, and take room themselves: they are counted with a line of their own.
    left_out = _left_out(chart, wide, high - 2 * BODY * _LEADING)
    remarks = _flowing((*filter(None, (opened,)), *left_out, *chart.notes), language)
    high -= _tall([remarks], INNER) + 14 if remarks else 0
    if aside:
        warned = _fitting(warned, ASIDE, int(high / BODY / _LEADING), "gambar.peringatan_lain", language)
    return Plan(title, tuple(warned), aside, remarks, sources, more, wide, int(high))


@dataclass(frozen=True)
class Spoken:
    """Sentences on the canvas: their type size, the ones that fit (what is told, and of what), and how many others there are."""

    title: int
    size: int
    sentences: tuple[tuple[str, str], ...]
    rest: str
    sources: tuple[Source, ...]
    more: str


def spoken(slide: Slide, notes: tuple[str, ...] = ()) -> Spoken:
    """A slide without a chart: as large as its sentences allow; `notes` are told before them."""
    title = TITLE if _count(slide.title, TITLE, INNER, bold=True) <= 2 else SMALLER_TITLE
    head = _count(slide.title, title, INNER, bold=True) * title * 1.16 + 12 + _count(slide.subtitle, SUBTITLE, INNER) * SUBTITLE * _LEADING
    sources, more = _sources(slide.sources, slide.language)
    high = HIGH - 48 - head - 28 - 24 - max(52, _tall([_told(sources, more, slide.language)], FOOT)) - 36
    told = (*(("", note) for note in notes), *((one.figure, one.told) for one in slide.cautions), *(("", line) for line in slide.lines))
    for size in SPOKEN:
        count = _holding(told, size, high)
        if count == len(told):
            break
    left = len(told) - count
    rest = text(slide.language, "panggung.lain", count=number(left, slide.language)) if left else ""
    return Spoken(title, size, told[:count], rest, sources, more)


def _holding(told: tuple[tuple[str, str], ...], size: int, high: float) -> int:
    """How many sentences a height holds; where not all fit, with a line for the number of the others."""
    room, count = high, 0
    lines = [_count(f"{of} — {said}", size, INNER - size, bold=True) * size * _LEADING + GAP for of, said in told]
    if sum(lines) <= high:
        return len(told)
    room -= size * _LEADING
    for high_of in lines:
        room -= high_of
        if room < 0:
            break
        count += 1
    return count


def _count(content: str, size: float, wide: float, *, bold: bool = False) -> int:
    """Lines of a text."""
    return len(wrapped(content, size, wide / 72 * _SLACK, bold))


def _tall(paragraphs: tuple[str, ...] | list[str], wide: float) -> float:
    """Height of paragraphs in the size of the body."""
    return sum(_count(one, BODY, wide) for one in paragraphs) * BODY * _LEADING + 8 * max(0, len(paragraphs) - 1)


def _fitting(paragraphs: tuple[str, ...], wide: float, most: int, rest: str, language: str) -> tuple[str, ...]:
    """The paragraphs that `most` lines hold; where some are left out, their number stands last."""
    if not paragraphs or sum(_count(one, BODY, wide) for one in paragraphs) <= most:
        return paragraphs
    kept, used = [], 1
    for one in paragraphs:
        used += _count(one, BODY, wide)
        if used > most:
            break
        kept.append(one)
    return (*kept, text(language, rest, count=number(len(paragraphs) - len(kept), language)))


def _flowing(sentences: tuple[str, ...], language: str) -> str:
    """As many sentences as the lines hold, one after the other; where some are left out, their number stands last."""
    for count in range(len(sentences), -1, -1):
        rest = len(sentences) - count
        last = (text(language, "gambar.catatan_lain", count=number(rest, language)),) if rest else ()
        told = " ".join((*sentences[:count], *last))
        if _count(told, BODY, INNER) <= MOST_LINES:
            break
    return told


def _sources(cited: tuple[Source, ...], language: str) -> tuple[tuple[Source, ...], str]:
    """The sources that the line holds, and in words how many others there are."""
    for count in range(len(cited), 0, -1):
        others = len(cited) - count
        more = text(language, "panggung.sumber_lain", count=number(others, language)) if others else ""
        if _count(_told(cited[:count], more, language), BODY, FOOT) <= MOST_LINES:
            break
    else:
        return (), ""
    return cited[:count], more


def _told(sources: tuple[Source, ...], more: str, language: str) -> str:
    told = [sourced(source.counter, source.cutoff, source.publisher) for source in sources]
    return f"{text(language, 'kartu.sumber')}: " + " — ".join(filter(None, (*told, more)))


def _left_out(chart: Chart, wide: float, high: float) -> list[str]:
    """What finds no room on the stage is named or counted."""
    language = chart.language
    if chart.kind is Kind.BAR and not chart.empty:
        hidden = bars(chart, wide / 2 / 72, high / 2 / 72, BODY // 2).hidden
        return [text(language, "paparan.baris_lain", count=number(hidden, language))] if hidden else []
    if chart.kind is Kind.LINE and "panel" in chart.frame:
        hidden = panels(chart, most_panels(chart, high))[1]
        return [text(language, "paparan.tahap_lain", stages=joined(hidden, language))] if hidden else []
    return []


def above_panel(chart: Chart) -> int:
    """Pixels at half size above the highest point of a panel: its title and the lines of its number."""
    return PANEL_TITLE + PANEL_LINE * most_lines(chart) + 6


def most_panels(chart: Chart, high: float) -> int:
    """How many panels a room of this height holds so that a line can be seen to rise."""
    rows = int((high / 2 - PANEL_TICKS) // (above_panel(chart) + PANEL_PLOT + PANEL_GAP))
    return min(MOST_PANELS, max(1, rows) * PANEL_COLUMNS)
