"""Small charts as inline SVG: nothing to load, nothing to run, sharp on paper. Attributes only: the page allows no inline style."""

from itertools import count

from markupsafe import Markup

from netralitas import palette
from netralitas.lembar.sheet import Mark, Panel
from netralitas.render.ground.signs import SIGNS

_INK, _QUIET, _GROUND = palette.TEXT["light"], palette.QUIET["light"], palette.GROUND["light"]
_WIDTH, _TOP, _HEIGHT, _FOOT = 340, 16, 92, 30
_BAR = 11
_numbers = count()


def colour(mark: Mark) -> str:
    return palette.stage_colour(mark.tone, "light")


def _hatch(mark: Mark) -> tuple[Markup, str]:
    """The definition of a hatching in the colour of a mark, and its reference."""
    name = f"arsir-{next(_numbers)}"
    pattern = Markup(
        '<defs><pattern id="{}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="5" height="5" fill="{}"/><path d="M0 0V5" stroke="{}" stroke-width="1.6"/></pattern></defs>'
    ).format(name, _GROUND, colour(mark))
    return pattern, f"url(#{name})"


def _look(mark: Mark) -> tuple[Markup, Markup]:
    """Definitions and attributes of a bar: filled; hatched where disputed; hollow where the stage is an absence."""
    if SIGNS[mark.status].doubted:
        pattern, fill = _hatch(mark)
        return pattern, Markup('fill="{}" stroke="{}" stroke-width="1.2" stroke-dasharray="3 2"').format(fill, colour(mark))
    if mark.open:
        return Markup(""), Markup('fill="{}" stroke="{}" stroke-width="0.8" stroke-dasharray="3 2"').format(_GROUND, _QUIET)
    if mark.tone in palette.HOLLOW_STAGES:
        return Markup(""), Markup('fill="{}" stroke="{}" stroke-width="1.2"').format(_GROUND, colour(mark))
    return Markup(""), Markup('fill="{}"').format(colour(mark))


def bar(mark: Mark) -> Markup:
    """One horizontal bar as wide as its column allows; an absent figure is a thin baseline, never a bar of no length."""
    if mark.value is None:
        inner = Markup('<line x2="100%" y1="{0}" y2="{0}" stroke="{1}" stroke-width="1"/>').format(_BAR - 1, palette.LINE["light"])
    else:
        defined, look = _look(mark)
        # A little narrower than the whole, so that the outline of a full bar is seen.
        box = Markup('x="{:.2f}%" y="{}" width="{:.2f}%" height="{}"').format(
            mark.start * 99 + 0.3, 3.6 if mark.open else 0.6, mark.share * 99, _BAR - (7.2 if mark.open else 1.2)
        )
        inner = defined + Markup("<rect {} {}/>").format(box, look)
        if mark.beyond:
            inner += Markup('<text x="100%" y="9" dx="-2" text-anchor="end" font-size="10" fill="{}">▸</text>').format(_INK)
        inner += Markup('<path d="M0.5 0V{}" stroke="{}" stroke-width="1"/>').format(_BAR, _QUIET)
    return Markup('<svg class="batang" height="{}" width="100%" aria-hidden="true">{}</svg>').format(_BAR, inner)


def columns(panel: Panel, absent: str) -> Markup:
    """A column an election on one zero-based axis, the number above it; where there is none, that is said in its place."""
    step = _WIDTH / len(panel.marks)
    parts = [_column(mark, step * place, step, absent) for place, mark in enumerate(panel.marks)]
    base = _TOP + _HEIGHT
    return Markup(
        '<svg class="kolom" viewBox="0 0 {} {}" role="img" aria-label="{}"><path d="M0 {}H{}" stroke="{}" stroke-width="1"/>{}</svg>'
    ).format(_WIDTH, base + _FOOT, f"{panel.title}: {panel.told}", base, _WIDTH, _QUIET, Markup("").join(parts))


def _column(mark: Mark, left: float, step: float, absent: str) -> Markup:
    base, middle = _TOP + _HEIGHT, left + step / 2
    kind, _, year = mark.label.rpartition(" ")
    foot = _text(middle, base + 13, kind, 10, _QUIET) + _text(middle, base + 25, year, 10.5, _INK)
    if mark.value is None:
        words = absent.split()
        lines = [_text(middle, base - 4 - 11 * (len(words) - 1 - place), word, 9, _QUIET) for place, word in enumerate(words)]
        return Markup("").join(lines) + foot
    defined, look = _look(mark)
    height = max(mark.share * _HEIGHT, 0.8)
    box = Markup('x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"').format(left + step * 0.2, base - height, step * 0.6, height)
    drawn = Markup("<rect {} {}/>").format(box, look)
    amount = ("▴ " if mark.beyond else "") + mark.amount.number + SIGNS[mark.status].after
    # The word before the number on a line of its own: a column is no wider than the number.
    about = _text(middle, base - height - 16, mark.amount.about, 10, _INK) if mark.amount.about else Markup("")
    return defined + drawn + about + _text(middle, base - height - 4, amount, 11, _INK, bold=True) + foot


def _text(x: float, y: float, words: str, size: float, fill: str, bold: bool = False) -> Markup:
    weight = Markup(' font-weight="600"') if bold else Markup("")
    place = Markup('x="{:.1f}" y="{:.1f}" font-size="{}"').format(x, y, size)
    return Markup('<text {} text-anchor="middle" fill="{}"{}>{}</text>').format(place, fill, weight, words)
