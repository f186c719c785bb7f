"""The picture of a shared link, 1200×630: place, election, one number with its source, and its warning. Drawn without a browser."""

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from netralitas import palette
from netralitas.claims.amount import verdict_word
from netralitas.lembar.sheet import Sheet
from netralitas.render.ground.face import REGULAR, STRONG
from netralitas.render.ground.signs import SIGNS
from netralitas.wording import sourced, text

SIZE = (1200, 630)
_LEFT, _MIDDLE, _RIGHT, _FOOT = 64, 540, 1136, 560
_INK, _QUIET, _ACCENT, _ALARM, _GROUND, _LINE = (
    colours["light"] for colours in (palette.TEXT, palette.QUIET, palette.ACCENT, palette.WARNING, palette.GROUND, palette.LINE)
)


@lru_cache(64)
def font(size: int, weight: Path = REGULAR) -> ImageFont.FreeTypeFont:
    """The typeface of every picture, in a weight."""
    return ImageFont.truetype(weight, size)


def png(told: Sheet) -> bytes:
    """The picture of a sheet."""
    image = Image.new("RGB", SIZE, _GROUND)
    pen = ImageDraw.Draw(image)
    language = told.scope.language
    _head(pen, told, language)
    top = _fitted(pen, told.region, 112, 60, STRONG)
    top = _fitted(pen, " · ".join(filter(None, (told.event, told.lead.stage_label if told.lead else ""))), top + 6, 36, REGULAR) + 22
    if told.lead is None:
        _paragraph(pen, told.summary, (_LEFT, top + 20, _RIGHT, _FOOT), 48, STRONG)
    else:
        _number(pen, told, top, _MIDDLE if told.warning else _RIGHT)
        _said(pen, told, top, language)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


def _head(pen: ImageDraw.ImageDraw, told: Sheet, language: str) -> None:
    """Whose picture this is, and of which state of the data; on every picture, for pictures travel alone."""
    pen.rectangle((0, 0, SIZE[0], 14), fill=_ACCENT)
    pen.text((_LEFT, 48), text(language, "produk"), font=font(32, STRONG), fill=_ACCENT)
    pen.text((_RIGHT, 52), text(language, "lembar"), font=font(28), fill=_QUIET, anchor="ra")
    pen.line((_LEFT, 570, _RIGHT, 570), fill=_LINE, width=2)
    pen.text((_LEFT, 582), told.built, font=font(24), fill=_QUIET)
    host = told.addresses["self"].partition("://")[2].partition("/")[0]
    pen.text((_RIGHT, 582), host, font=font(24), fill=_QUIET, anchor="ra")


def _fitted(pen: ImageDraw.ImageDraw, words: str, top: int, size: int, weight: Path) -> int:
    """One line, smaller where it would not fit; where the next begins."""
    while size > 24 and pen.textlength(words, font=font(size, weight)) > _RIGHT - _LEFT:
        size -= 2
    pen.text((_LEFT, top), words, font=font(size, weight), fill=_INK if weight == STRONG else _QUIET)
    return top + round(size * 1.22)


def _number(pen: ImageDraw.ImageDraw, told: Sheet, top: int, right: int) -> None:
    """The number with its unit, hollow where it is disputed; below it who counted, up to when, and where it stands."""
    lead = told.lead
    about, unit = (f"{lead.amount.about} " if lead.amount.about else ""), f"  {lead.amount.unit}"
    small = lambda size: font(round(size * 0.36))  # noqa: E731
    width = lambda size: pen.textlength(about + unit, font=small(size)) + pen.textlength(lead.amount.number, font=font(size, STRONG))  # noqa: E731
    size = next((size for size in range(128, 40, -4) if width(size) <= right - _LEFT), 40)
    left, base = _LEFT, top + 104
    pen.text((left, base), about, font=small(size), fill=_QUIET, anchor="ls")
    left += pen.textlength(about, font=small(size))
    hollow = (
        {"fill": _GROUND, "stroke_width": 3, "stroke_fill": _ALARM}
        if SIGNS[lead.status].doubted
        else {"fill": palette.stage_colour(lead.stage)}
    )
    pen.text((left, base), lead.amount.number, font=font(size, STRONG), anchor="ls", **hollow)
    left += pen.textlength(lead.amount.number, font=font(size, STRONG))
    pen.text((left, base), unit, font=small(size), fill=_INK, anchor="ls")
    said = sourced(lead.counter, lead.cutoff, lead.publisher, lead.amount.remark)
    _paragraph(pen, said, (_LEFT, base + 36, right, _FOOT), 32, REGULAR, _QUIET)


def _said(pen: ImageDraw.ImageDraw, told: Sheet, top: int, language: str) -> None:
    """The gravest warning in full, beside the number."""
    if not told.warning:
        return
    disputed = SIGNS[told.lead.status].doubted
    heading = verdict_word(told.lead.status, language).capitalize()
    left = _MIDDLE + 48
    pen.text((left + 22, top), heading, font=font(28, STRONG), fill=_ALARM if disputed else _INK)
    end = _paragraph(pen, told.warning, (left + 22, top + 40, _RIGHT, _FOOT), 28, REGULAR)
    pen.rectangle((left, top + 6, left + 5, end), fill=_ALARM if disputed else _QUIET)


def _paragraph(pen: ImageDraw.ImageDraw, words: str, box: tuple[int, int, int, int], size: int, weight: Path, fill: str = _INK) -> int:
    """Lines within a box (left, top, right, bottom), smaller where they would not fit; where they end."""
    left, top, right, bottom = box
    while size > 15 and len(wrapped(pen, words, font(size, weight), right - left)) * round(size * 1.25) > bottom - top:
        size -= 1
    for line in wrapped(pen, words, font(size, weight), right - left):
        pen.text((left, top), line, font=font(size, weight), fill=fill)
        top += round(size * 1.25)
    return top


def wrapped(pen: ImageDraw.ImageDraw, words: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Lines no wider than `width`, broken between words."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, font=face) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
