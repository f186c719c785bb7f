"""The bodies of slides that have no chart: cover, headline numbers, table, cautions, sources; and the box of warnings.

Every text is measured and fits: it wraps, then shrinks; what still does not fit is counted and stands in the speaker notes.
"""

from dataclasses import replace

from netralitas.briefing.slide import Row, Slide, Warned
from netralitas.charts.peers import HEADERS
from netralitas.claims.amount import verdict_word
from netralitas.claims.cards import FigureCard
from netralitas.render.ground.shapes import (
    ACCENT,
    BOTTOM,
    FOOT,
    GAP,
    HIGH,
    INK,
    INNER,
    LINE,
    MARGIN,
    QUIET,
    TOP,
    WARNING,
    WIDE,
    Area,
    Box,
    Cells,
    Image,
    Shape,
    Words,
    words,
)
from netralitas.render.ground.signs import SIGNS, ink
from netralitas.render.ground.text import Run, fitted, height, lines_of, shown, tall, width
from netralitas.wording import number, text

COLUMNS = 4  # of figure cards


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


def cover(slide: Slide, crest: bytes | None, region: str) -> list[Shape]:
    """Title, what is the case in one sentence, when and where."""
    say = lambda key, **more: text(slide.language, key, **more)  # noqa: E731
    wide = INNER - 2.6 if crest else INNER - 1.0
    title = words(
        Box(MARGIN + 0.3, 1.6, wide, 1.6),
        slide.title,
        (40, 36, 32, 28, 24),
        say("paparan.alt.judul"),
        bold=True,
        role="title",
        colour=ACCENT,
    )
    top = 1.6 + height(len(lines_of(title.paragraphs[0], title.size, wide)), title.size) + 0.25
    shapes: list[Shape] = [
        title,
        Area(Box(MARGIN, 1.6, 0.07, 3.6), say("paparan.alt.garis"), fill=ACCENT),
        words(Box(MARGIN + 0.3, top, wide, 5.2 - top), slide.subtitle, (22, 20, 18, 16, 14), say("paparan.alt.anak_judul")),
    ]
    for line in slide.lines:
        shapes.append(words(Box(MARGIN + 0.3, 5.5, INNER - 0.3, 0.7), line, (18, 16, 14, 12), say("paparan.alt.teks", content=line)))
    for line in slide.remarks:
        shapes.append(
            words(Box(MARGIN + 0.3, FOOT, INNER - 0.3, 0.4), line, (11, 10, 9), say("paparan.alt.teks", content=line), colour=QUIET)
        )
    if crest:
        shapes.append(Image(Box(WIDE - MARGIN - 1.7, 1.6, 1.7, 2.1), crest, say("paparan.alt.lambang", region=region)))
    return shapes


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
    sizes = _sizes(slide.cards, wide - 0.28, high - 0.18, slide.language)
    for place, card in enumerate(slide.cards):
        row, column = divmod(place, columns)
        shapes += _card(card, Box(MARGIN + column * (wide + 0.2), TOP + row * (high + 0.15), wide, high), sizes, slide.language)
    return shapes


def _amount(card: FigureCard, language: str) -> tuple[Run, ...]:
    told, mark = card.amount, f"{SIGNS[card.status].after} {verdict_word(card.status, language)}" if SIGNS[card.status].noted else ""
    about = (Run(f"{told.about} ", colour=QUIET),) if told.about else ()
    number_ = Run(told.number, True, ink(card.status))
    return (*about, number_, Run(f" {told.unit}{mark}", colour=QUIET))


def _details(card: FigureCard, language: str) -> tuple[tuple[Run, ...], ...]:
    """Counter and cut-off, publisher, other units; first of all that it must not be quoted alone, or what it is not sure of."""
    remarks = (verdict_word(card.status, language) if SIGNS[card.status].doubted else "", card.amount.remark)
    quiet = (f"{card.counter} · {card.cutoff}", card.publisher, card.also)
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


def table(slide: Slide) -> list[Shape]:
    """The region, its province and the nation, a row each; warnings below."""
    header = tuple(Run(text(slide.language, key), True, QUIET) for key in HEADERS)
    rows = [
        (
            Run(row.region, True),
            Run(row.amount + SIGNS[row.status].after, True, ink(row.status)),
            Run(row.source),
        )
        for row in slide.rows
    ]
    widths, size = (3.9, 2.6, INNER - 6.5), 16
    heights = tuple(
        max(len(lines_of((run,), size, wide - 0.25)) for run, wide in zip(line, widths)) * size * 1.22 / 72 + 0.2
        for line in (header, *rows)
    )
    alt = "; ".join(f"{row.region}: {_heard(row, slide.language)}" for row in slide.rows)
    shapes: list[Shape] = [Cells(Box(MARGIN, TOP, INNER, sum(heights)), (header, *rows), widths, heights, size, alt)]
    if slide.warnings:
        top = TOP + sum(heights) + 0.3
        shapes += warning_box(slide, Box(MARGIN, top, INNER, BOTTOM - top), (14, 13, 12, 11, 10))
    return shapes


def _heard(row: Row, language: str) -> str:
    """The number with the word for its sign, for those who hear the table."""
    marked = bool(SIGNS[row.status].after)
    return f"{row.amount} ({verdict_word(row.status, language)})" if marked else row.amount


def cautions(slide: Slide) -> list[Shape]:
    """What to know before a figure is said aloud, the worst first."""
    return _sentences(slide, ". ", "paparan.catatan_lain", "ringkasan.hati")


def history(slide: Slide) -> list[Shape]:
    """Day and election, then the sentence, the newest first."""
    return _sentences(slide, ": ", "paparan.riwayat_lain", "riwayat")


def _sentences(slide: Slide, after: str, left: str, alt: str) -> list[Shape]:
    told = tuple((Run(f"{one.figure}{after}", True, WARNING if one.disputes else INK), Run(one.told)) for one in slide.cautions)
    box = Box(MARGIN, TOP, INNER, BOTTOM - TOP)
    return [_listed(told, box, (16, 15, 14, 13, 12), GAP, left, text(slide.language, alt), slide.language)]


def sources(slide: Slide) -> list[Shape]:
    """Two columns of sources; publishers are links. Those that do not fit stand in the notes."""
    lines = tuple(
        (Run(f"{source.counter} · {source.cutoff} · "), Run(source.publisher, colour=ACCENT if source.url else INK, url=source.url))
        for source in slide.sources
    )
    alt, wide, high, gap = text(slide.language, "kartu.sumber"), (INNER - 0.4) / 2, HIGH - 0.75 - TOP, 0.05
    size, count = shown(lines, wide, high, (14, 13, 12, 11), gap)
    box = Box(MARGIN, TOP, wide, high)
    if count == len(lines):
        return [Words(box, lines, size, alt, gap=gap)]
    first = Words(replace(box, high=tall(lines[:count], wide, size, gap)), lines[:count], size, alt, gap=gap)
    return [first, _listed(lines[count:], replace(box, left=MARGIN + wide + 0.4), (size,), gap, "paparan.sumber_lain", alt, slide.language)]
