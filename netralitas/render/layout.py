"""Where everything of a slide goes: one layout for PowerPoint, for its preview and for pictures of charts."""

from dataclasses import replace

from netralitas.briefing.slide import Part, Slide
from netralitas.chart import Chart, Kind, Source
from netralitas.claims.amount import verdict_word
from netralitas.render import parts as pptx_parts
from netralitas.render.code import code
from netralitas.render.cover import cover
from netralitas.render.ground.shapes import (
    BOTTOM,
    CODE,
    FOOT,
    HIGH,
    INNER,
    LINE,
    MARGIN,
    PLACES,
    QUIET,
    SOURCE,
    TOP,
    WIDE,
    Area,
    Box,
    Image,
    Plot,
    Shape,
    Watermark,
    Words,
    words,
)
from netralitas.render.ground.text import Run, height, lines_of, shown, tall, wrapped
from netralitas.wording import number, sourced, text

_CLAUSES = 2.0  # of the height at most for what numbers must be said with
_REMARKS, _LESS = 1.15, 0.8  # at most, of the height; less below lines, which need it, and where warnings stand, too


def layout(slide: Slide, place: int, crest: bytes | None = None, region: str = "") -> list[Shape]:
    """Everything of a slide, in the order in which it is read aloud."""
    if slide.part is Part.COVER:
        return [*cover(slide, crest, region), *_foot(slide, place), *_watermark(slide)]
    body = {
        Part.NUMBERS: pptx_parts.numbers,
        Part.HISTORY: pptx_parts.history,
        Part.CAUTIONS: pptx_parts.cautions,
        Part.SOURCES: pptx_parts.sources,
        Part.CHART: _chart,
    }[slide.part]
    shapes = [*_head(slide, INNER - 1.0 if crest else INNER), *body(slide)]
    # The slide of all sources needs no line of sources.
    shapes += _foot(replace(slide, sources=()) if slide.part is Part.SOURCES else slide, place)
    if crest:
        shapes.append(Image(Box(WIDE - MARGIN - 0.75, 0.38, 0.75, 0.9), crest, text(slide.language, "paparan.alt.lambang", region=region)))
    return [*shapes, *_watermark(slide)]


def picture(slide: Slide) -> list[Shape]:
    """A chart's picture: its slide without a number, and without speaker notes to refer to."""
    slide = replace(slide, elsewhere="gambar")
    return [*_head(slide, INNER), *_chart(slide), *_foot(slide, None), *_watermark(slide)]


def _head(slide: Slide, wide: float) -> list[Shape]:
    """The title in at most two lines (three small ones), the subtitle below it, wherever the title ends."""
    box = replace(PLACES["title"].box, wide=wide)
    title = words(box, slide.title, (27, 25, 23, 21, 19), text(slide.language, "paparan.alt.judul"), bold=True, role="title")
    if not slide.subtitle:
        return [title]
    top = box.top + height(len(wrapped(title.paragraphs[0][0].text, title.size, wide, True)), title.size) + 0.06
    box = Box(MARGIN, top, wide, TOP - 0.08 - top)
    return [
        title,
        words(box, slide.subtitle, (14, 13, 12, 11), text(slide.language, "paparan.alt.anak_judul"), colour=QUIET, role="subtitle"),
    ]


def _foot(slide: Slide, place: int | None) -> list[Shape]:
    """Who counted, up to when, who published; the code of the page it came from; the number of the slide."""
    shapes: list[Shape] = []
    wide = INNER - (0.55 if place is not None else 0) - (CODE + 0.15 if slide.address else 0)
    if slide.sources:
        line = text(slide.language, "paparan.baris_sumber", sources=source_line(slide.sources, slide.language, wide))
        shapes.append(Area(Box(MARGIN, FOOT - 0.08, INNER, 0.012), text(slide.language, "paparan.alt.garis"), fill=LINE))
        box = Box(MARGIN, FOOT, wide, PLACES["source"].box.high)
        shapes.append(words(box, line, (SOURCE,), text(slide.language, "kartu.sumber"), role="source"))
    if slide.address:
        alt = text(slide.language, "paparan.alt.kode", address=slide.address)
        shapes.append(Image(Box(MARGIN + wide + 0.15, FOOT - 0.02, CODE, CODE), code(slide.address), alt))
    if place is not None:
        told = (Run(str(place), colour=QUIET),)
        shapes.append(Words(PLACES["number"].box, (told,), SOURCE, text(slide.language, "paparan.alt.nomor"), "number", "right"))
    return shapes


def source_line(sources: tuple[Source, ...], language: str, wide: float) -> str:
    """Each source in full where three lines hold them; else counters, cut-offs and publishers in three lists."""
    full = "; ".join(sourced(source.counter, source.cutoff, source.publisher) for source in sources)
    if len(wrapped(text(language, "paparan.baris_sumber", sources=full), SOURCE, wide)) <= 3:
        return full
    for most in (12, 8, 6, 4, 3, 2, 1):
        line = text(
            language,
            "paparan.banyak_sumber",
            count=number(len(sources), language),
            counters=_some([source.counter for source in sources], language, most),
            cutoffs=_some([source.cutoff for source in sources], language, max(1, most // 2)),
            publishers=_some([source.publisher for source in sources], language, most),
        )
        if len(wrapped(text(language, "paparan.baris_sumber", sources=line), SOURCE, wide)) <= 3:
            break
    return line


def _some(names: list[str], language: str, most: int) -> str:
    distinct = list(dict.fromkeys(names))
    listed = ", ".join(distinct[:most])
    return (
        text(language, "paparan.dan_lain", names=listed, count=number(len(distinct) - most, language)) if len(distinct) > most else listed
    )


def _chart(slide: Slide) -> list[Shape]:
    """The chart; warnings at its right, or in a strip below where that side is taken; remarks below all."""
    if slide.chart is None or slide.chart.empty:
        content = slide.lines[0] if slide.lines else verdict_word("", slide.language)
        return [words(Box(MARGIN, TOP, INNER, 1.2), content, (18, 16, 14), content, colour=QUIET)]
    below = _remarks(slide)
    bottom = below[0].box.top - 0.1 if below else BOTTOM
    right = WIDE - MARGIN
    warnings: list[Shape] = []
    # Days need width: there the warnings stand below.
    if slide.warnings and slide.beside is None and not _by_day(slide.chart):
        warnings = pptx_parts.warning_box(slide, Box(right - 3.7, TOP, 3.7, bottom - TOP))
        right -= 4.0
    elif slide.warnings:
        strip = pptx_parts.warning_box(slide, Box(MARGIN, TOP, INNER, 1.3), (12, 11, 10))
        top = bottom - strip[0].box.high
        warnings = [replace(shape, box=replace(shape.box, top=top)) for shape in strip]
        bottom = top - 0.12
    if slide.beside is None:
        top = _below_head(slide) if warnings and _by_day(slide.chart) else TOP
        return [Plot(Box(MARGIN, top, right - MARGIN, bottom - top), slide.chart), *warnings, *below]
    middle = MARGIN + (right - MARGIN) * (0.6 if slide.chart.kind is Kind.MAP else 0.5)
    plots = [
        Plot(Box(MARGIN, TOP, middle - MARGIN - 0.2, bottom - TOP), slide.chart),
        Plot(Box(middle, TOP, right - middle, bottom - TOP), slide.beside),
    ]
    return [*plots, *warnings, *below]


def _below_head(slide: Slide) -> float:
    """Where title and subtitle end: lines between warnings and title need every inch."""
    last = _head(slide, INNER)[-1]
    return min(TOP, last.box.top + height(len(lines_of(last.paragraphs[0], last.size, INNER)), last.size) + 0.05)


def _by_day(chart: Chart) -> bool:
    return chart.kind is Kind.LINE and "panel" not in chart.frame


def _remarks(slide: Slide) -> list[Words]:
    """What a chart leaves out or must be read with, at the foot of the body; what its numbers must be said with takes the room it needs."""
    if not slide.remarks:
        return []
    told = tuple((Run(line, colour=QUIET),) for line in slide.remarks)
    by_day = slide.chart is not None and _by_day(slide.chart)
    most, smallest = _LESS if by_day and slide.warnings else _REMARKS, 10
    rest = height(1, smallest)
    needed = tall(told[: slide.clauses], INNER, smallest, 0.02) + (rest + 0.02 if slide.clauses < len(told) else 0)
    most = max(most, min(needed, _CLAUSES)) if slide.clauses else most
    size, count = shown(told, INNER, most, (11, smallest), 0.02, rest)
    kept = told[:count]
    if count < len(told):
        kept = (
            *kept,
            (Run(text(slide.language, f"{slide.elsewhere}.catatan_lain", count=number(len(told) - count, slide.language)), colour=QUIET),),
        )
    high = tall(kept, INNER, size, 0.02)
    return [Words(Box(MARGIN, BOTTOM - high, INNER, high), kept, size, text(slide.language, "paparan.catatan.keterangan"), gap=0.02)]


def _watermark(slide: Slide) -> list[Shape]:
    if not slide.synthetic:
        return []
    box = Box(WIDE / 2 - 4, HIGH / 2 - 0.6, 8, 1.2)
    return [Watermark(box, text(slide.language, "status.sintetis"), text(slide.language, "paparan.alt.sintetis"))]
