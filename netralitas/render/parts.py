"""The bodies of slides that have no chart: headline numbers, cautions, history, sources; and the box of warnings.

Every text is measured and fits: it wraps, then shrinks; what still does not fit is counted and stands in the speaker notes.
"""

from dataclasses import replace
from itertools import product

from netralitas.briefing.slide import Slide, Warned
from netralitas.chart import Source
from netralitas.claims.amount import verdict_word
from netralitas.claims.cards import Caution, FigureCard
from netralitas.render.ground.shapes import (
    ACCENT,
    BOTTOM,
    GAP,
    INK,
    INNER,
    LINE,
    MARGIN,
    PLACES,
    QUIET,
    TOP,
    WARNING,
    Area,
    Box,
    Shape,
    Words,
    words,
)
from netralitas.render.ground.signs import SIGNS, ink
from netralitas.render.ground.text import Run, fitted, height, lines_of, shown, tall, width, wrapped
from netralitas.wording import number, sourced, text

COLUMNS = 4  # of figure cards
# Of sources: columns and type size, the roomiest first; between two lines.
_COLUMNS, _BETWEEN = ((1, 14), (1, 13), (2, 12), (2, 11), (3, 10), (3, 9)), 0.03


def warning_box(slide: Slide, box: Box, sizes: tuple[float, ...] = (13, 12, 11, 10)) -> list[Shape]:
    """Why disputed figures must not be quoted as they stand: whole sentences, and how many more there are."""
    language, wide = slide.language, box.wide - 0.18
    heading = (Run(text(language, "paparan.perhatian_judul"), True, WARNING),)
    told = tuple(_sentence(warned, before) for warned, before in zip(slide.warnings, (None, *slide.warnings)))
    rest = height(2, sizes[-1])
    size, count = shown((heading, *told), wide, box.high, sizes, GAP, rest)
    kept = [heading, *told[: max(count - 1, 0)]]
    if count < 2:
        # Not even the first sentence fits: its beginning is better than silence.
        room = box.high - height(1, size) - rest - 2 * GAP
        content = "".join(run.text for run in told[0])
        kept = [heading, (Run(fitted(content, wide, max(room, height(1, size)), (size,))[1]),)]
    left = len(told) - (len(kept) - 1)
    if left:
        kept.append((Run(text(language, f"{slide.elsewhere}.peringatan_lain", count=number(left, language)), colour=QUIET),))
    high = tall(tuple(kept), wide, size, GAP)
    return [
        Words(Box(box.left + 0.18, box.top, wide, high), tuple(kept), size, text(language, "paparan.perhatian_judul")),
        Area(Box(box.left, box.top, 0.05, high), text(language, "paparan.alt.garis"), fill=WARNING),
    ]


def _sentence(warned: Warned, before: Warned | None) -> tuple[Run, ...]:
    """A figure is named once, before the first of its sentences."""
    if not warned.figure or (before and before.figure == warned.figure):
        return (Run(warned.sentence),)
    return (Run(f"{warned.figure}: ", True), Run(warned.sentence))


def _listed(
    paragraphs: tuple[tuple[Run, ...], ...], box: Box, sizes: tuple[float, ...], gap: float, more: str, alt: str, language: str
) -> Words:
    """As many whole paragraphs as fit; `more` is the key of the sentence that counts the others."""
    size, count = shown(paragraphs, box.wide, box.high, sizes, gap, height(1, sizes[-1]))
    kept = paragraphs[:count]
    if count < len(paragraphs):
        kept = (*kept, (Run(text(language, more, count=number(len(paragraphs) - count, language)), colour=QUIET),))
    return Words(replace(box, high=tall(kept, box.wide, size, gap)), kept, size, alt, gap=gap)


def numbers(slide: Slide) -> list[Shape]:
    """A card a stage, at most four in a row; disputed ones with a dashed frame, and why, below."""
    rows = -(-len(slide.cards) // COLUMNS)
    columns = min(COLUMNS, max(len(slide.cards), 2))
    bottom, shapes = BOTTOM, []
    if slide.warnings:
        strip = warning_box(slide, Box(MARGIN, TOP, INNER, 1.9 if rows < 2 else 1.3 if rows < 3 else 0.9), (14, 13, 12, 11, 10))
        high = strip[0].box.high
        shapes = [replace(shape, box=replace(shape.box, top=BOTTOM - high)) for shape in strip]
        bottom -= high + 0.15
    wide = (INNER - 0.2 * (columns - 1)) / columns
    high = min((bottom - TOP - 0.15 * (rows - 1)) / rows, 2.3)
    shapes += _below(slide, Box(MARGIN, TOP + rows * (high + 0.15) + 0.1, INNER, BOTTOM - TOP - rows * (high + 0.15) - 0.1))
    sizes = _sizes(slide.cards, wide - 0.28, high - 0.18, slide.language)
    for place, card in enumerate(slide.cards):
        row, column = divmod(place, columns)
        shapes += _card(card, Box(MARGIN + column * (wide + 0.2), TOP + row * (high + 0.15), wide, high), sizes, slide.language)
    return shapes


def _below(slide: Slide, box: Box) -> list[Shape]:
    """What to be careful about, below the cards that it is about."""
    if not slide.cautions:
        return []
    language = slide.language
    told = ((Run(text(language, "ringkasan.hati"), True),), *_paragraphs(slide.cautions, ". "))
    return [_listed(told, box, (16, 15, 14, 13, 12), GAP, "paparan.catatan_lain", text(language, "ringkasan.hati"), language)]


def _amount(card: FigureCard, language: str) -> tuple[Run, ...]:
    told, mark = card.amount, f"{SIGNS[card.status].after} {verdict_word(card.status, language)}" if SIGNS[card.status].noted else ""
    about = (Run(f"{told.about} ", colour=QUIET),) if told.about else ()
    number_ = Run(told.number, True, ink(card.status))
    return (*about, number_, Run(f" {told.unit}{mark}", colour=QUIET))


def _details(card: FigureCard, language: str) -> tuple[tuple[Run, ...], ...]:
    """Counter and cut-off, publisher, other units; first of all that it must not be quoted alone, or what it is not sure of."""
    remarks = (verdict_word(card.status, language) if SIGNS[card.status].doubted else "", card.amount.remark)
    quiet = (sourced(card.counter, card.cutoff), card.publisher, card.also)
    return (*((Run(line, True, WARNING),) for line in remarks if line), *((Run(line, colour=QUIET),) for line in quiet if line))


def _sizes(cards: tuple[FigureCard, ...], wide: float, high: float, language: str) -> tuple[float, float, float]:
    """Type sizes of label, number and details: for all cards the same, so that no number looks weightier than another."""
    label = next((one for one in (15, 14, 13, 12, 11, 10) if all(width(card.stage_label, one, True) <= wide for card in cards)), 9)
    largest = (36, 32, 28) if high > 1.6 else ()
    amount = next(
        (
            one
            for one in (*largest, 24, 22, 20, 18, 16, 14, 12)
            if all(len(lines_of(_amount(card, language), one, wide)) == 1 for card in cards)
        ),
        11,
    )
    room = high - height(1, label) - height(1, amount) - 0.04
    details = next(
        (one for one in (13, 12, 11, 10, 9) if all(tall(_details(card, language), wide, one, 0.02) <= room for card in cards)), 9
    )
    return label, amount, details


def _card(card: FigureCard, box: Box, sizes: tuple[float, float, float], language: str) -> list[Shape]:
    """Stage; number, unit and mark; counter and cut-off; publisher; other units."""
    inner = Box(box.left + 0.14, box.top + 0.1, box.wide - 0.28, box.high - 0.18)
    label, amount, small = sizes
    disputed = SIGNS[card.status].doubted
    frame = Area(box, text(language, "paparan.alt.bingkai", label=card.stage_label), outline=WARNING if disputed else LINE, dashed=disputed)
    head = words(Box(inner.left, inner.top, inner.wide, height(1, label)), card.stage_label, (label,), card.stage_label, bold=True)
    top = inner.top + height(1, label) + 0.02
    parts = _amount(card, language)
    figure = Words(Box(inner.left, top, inner.wide, height(1, amount)), (parts,), amount, "".join(run.text for run in parts))
    top += height(1, amount) + 0.02
    room = inner.top + inner.high - top
    details = _details(card, language)
    _, count = shown(details, inner.wide, room, (small,), 0.02)
    said = " · ".join("".join(run.text for run in line) for line in details)
    return [frame, head, figure, Words(Box(inner.left, top, inner.wide, room), details[:count], small, said, gap=0.02)]


def cautions(slide: Slide) -> list[Shape]:
    """What to know before a figure is said aloud, the worst first."""
    return _sentences(slide, ". ", "paparan.catatan_lain", "ringkasan.hati")


def history(slide: Slide) -> list[Shape]:
    """Day and election, then the sentence, the newest first."""
    return _sentences(slide, ": ", "paparan.riwayat_lain", "riwayat")


def _sentences(slide: Slide, after: str, left: str, alt: str) -> list[Shape]:
    told = _paragraphs(slide.cautions, after)
    listed = _listed(told, PLACES["body"].box, (22, 20, 18, 16, 15, 14, 13, 12), GAP, left, text(slide.language, alt), slide.language)
    return [replace(listed, role="body", box=PLACES["body"].box)]


def _paragraphs(told: tuple[Caution, ...], after: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(f"{one.figure}{after}", True, WARNING if one.disputes else INK), Run(one.told)) for one in told)


def sources(slide: Slide) -> list[Shape]:
    """Each page with its address, which is a link, in up to three columns; what does not fit stands in the notes."""
    pages: dict[tuple[str, str], list[Source]] = {}
    for source in slide.sources:
        pages.setdefault((source.publisher, source.url), []).append(source)
    # A page that is left out is worse than an address that is shortened: its link is whole.
    for whole, (columns, size) in product((True, False), _COLUMNS):
        wide = (INNER - 0.35 * (columns - 1)) / columns
        told, placed = [_page(of_page, wide, size, whole) for of_page in pages.values()], []
        while told and len(placed) < columns:
            count = _filling(told, wide, size)
            placed, told = [*placed, tuple(line for entry in told[:count] for line in entry)], told[count:]
        if not told:
            break
    alt = text(slide.language, "kartu.sumber")
    if told:
        more = (Run(text(slide.language, "paparan.sumber_lain", count=number(len(told), slide.language)), colour=QUIET),)
        placed[-1] = (*placed[-1], more)
    return [
        Words(Box(MARGIN + order * (wide + 0.35), TOP, wide, BOTTOM - TOP), lines, size, alt, "" if order else "body", gap=_BETWEEN)
        for order, lines in enumerate(placed)
    ]


def _page(of_page: list[Source], wide: float, size: float, whole: bool) -> tuple[tuple[Run, ...], ...]:
    """Every counter and day that a page tells, and its publisher; below, the address: whole, as paper needs it, or a line of it."""
    counted: dict[str, list[str]] = {}
    for source in of_page:
        counted.setdefault(source.counter, []).append(source.cutoff)
    told = "; ".join(f"{counter} · {', '.join(dict.fromkeys(days))}" for counter, days in counted.items())
    line, url = (Run(f"{told} · "), Run(of_page[0].publisher, True)), of_page[0].url
    if not url:
        return (line,)
    address = url.partition("://")[2] or url
    parts = wrapped(address, size, wide) if whole else fitted(address, wide, height(1, size), (size,))[1:]
    return line, *((Run(part, colour=ACCENT, url=url),) for part in parts)


def _filling(told: list[tuple], wide: float, size: float) -> int:
    """How many whole entries a column holds; one line is left free for the count of those that do not fit."""
    room, count = BOTTOM - TOP - height(1, size), 0
    for entry in told:
        room -= sum(height(len(lines_of(line, size, wide)), size) + _BETWEEN for line in entry)
        if room < 0:
            break
        count += 1
    return max(count, 1)
