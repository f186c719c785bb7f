"""The cover of a deck: place and election, one number with its verdict and the sentence to say, the day, the product's mark."""

from netralitas.briefing.slide import Slide
from netralitas.claims.amount import verdict_told
from netralitas.claims.cards import FigureCard
from netralitas.render.emblem import emblem
from netralitas.render.ground.shapes import (
    ACCENT,
    COVER_TITLE,
    INK,
    INNER,
    MARGIN,
    QUIET,
    WARNING,
    WIDE,
    Area,
    Box,
    Image,
    Shape,
    Words,
    words,
)
from netralitas.render.ground.signs import SIGNS, ink
from netralitas.render.ground.text import Run, height, lines_of, width
from netralitas.wording import text

_NUMBER, _UNIT, _VERDICT, _ABSENCE = 66, 24, 18, 44  # type sizes
_CREST = 1.5


def cover(slide: Slide, crest: bytes | None, region: str) -> list[Shape]:
    """From above: the mark and the region's crest, the title, the number, its sentence, the meeting."""
    language = slide.language
    say = lambda key, **more: text(language, key, **more)  # noqa: E731
    shapes: list[Shape] = [
        Image(Box(MARGIN, 0.5, 0.55, 0.55), emblem(), say("paparan.alt.tanda")),
        words(Box(MARGIN + 0.72, 0.62, 5, 0.4), say("produk"), (18,), say("produk"), bold=True, colour=ACCENT),
    ]
    if crest:
        shapes.append(Image(Box(WIDE - MARGIN - _CREST, 0.45, _CREST, 1.75), crest, say("paparan.alt.lambang", region=region)))
    box = COVER_TITLE.box if not crest else Box(MARGIN, COVER_TITLE.box.top, INNER - _CREST - 0.3, COVER_TITLE.box.high)
    title = words(box, slide.title, (36, 32, 28, 24), say("paparan.alt.judul"), bold=True, role="title", colour=ACCENT)
    top = box.top + height(len(lines_of(title.paragraphs[0], title.size, box.wide)), title.size) + 0.3
    shapes.append(title)
    for card in slide.cards:
        numbered, top = _number(card, language, top)
        shapes += numbered
    if not slide.cards:
        empty, top = _absence(language, top)
        shapes += empty
    shapes.append(_sentence(slide, top, say("paparan.alt.anak_judul")))
    for line in slide.lines:
        shapes.append(words(Box(MARGIN, 5.95, INNER, 0.36), line, (18, 16, 14, 12), say("paparan.alt.teks", content=line), bold=True))
    return shapes


def _number(card: FigureCard, language: str, top: float) -> tuple[list[Shape], float]:
    """The number as large as the cover allows, its unit, and whether it may be quoted (framed with dashes if not); and where they end."""
    about, doubted = f"{card.amount.about} " if card.amount.about else "", SIGNS[card.status].doubted
    remark = f" ({card.amount.remark})" if card.amount.remark else ""
    figure = (Run(about + card.amount.number, True, ink(card.status)),)
    wide = width(figure[0].text, _NUMBER, True) + 0.2
    high, left = height(1, _NUMBER), MARGIN + 0.25
    beside = (
        (Run(f"{card.amount.unit}{remark}{SIGNS[card.status].after}", False, QUIET),),
        (Run(f"{card.stage_label}", False, QUIET),),
    )
    verdict = (Run(verdict_told(card.status, language), True, WARNING if doubted else ACCENT),)
    below = high + 0.1 + height(1, _VERDICT)
    mark = (
        Area(
            Box(MARGIN, top, INNER, below + 0.1),
            text(language, "paparan.alt.bingkai", label=card.stage_label),
            outline=WARNING,
            dashed=True,
        )
        if doubted
        else Area(Box(MARGIN, top, 0.07, high), text(language, "paparan.alt.garis"), fill=ACCENT)
    )
    shapes: list[Shape] = [
        mark,
        Words(Box(left, top, wide, high), (figure,), _NUMBER, card.amount.full),
        Words(Box(left + wide, top + 0.16, WIDE - MARGIN - left - wide, high - 0.16), beside, _UNIT, card.stage_label, gap=0.02),
    ]
    said = Box(left if doubted else MARGIN, top + high + 0.1, WIDE - 2 * left, height(1, _VERDICT))
    shapes.append(Words(said, (verdict,), _VERDICT, verdict[0].text))
    return shapes, top + below + (0.2 if doubted else 0.1)


def _absence(language: str, top: float) -> tuple[list[Shape], float]:
    """In the place of the number: an empty slot with a thin baseline, and in words that there is no total."""
    told, high = text(language, "paparan.sampul.tanpa_jumlah"), height(1, _ABSENCE)
    shapes: list[Shape] = [
        Words(Box(MARGIN, top, INNER, high), ((Run(told, True, QUIET),),), _ABSENCE, told),
        Area(Box(MARGIN, top + high + 0.04, width(told, _ABSENCE, True), 0.02), text(language, "paparan.alt.garis"), fill=QUIET),
    ]
    return shapes, top + high + 0.3


def _sentence(slide: Slide, top: float, alt: str) -> Words:
    """The sentence to say, with what a mark asks for."""
    told = " ".join([slide.subtitle, *(one.sentence for one in slide.cautions)])
    return words(Box(MARGIN, top, INNER - 0.6, 5.85 - top), told, (18, 17, 16, 15, 14, 13, 12), alt, role="subtitle", colour=INK)
