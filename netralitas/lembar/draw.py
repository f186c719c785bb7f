"""Bars as inline SVG: nothing to load, nothing to run, sharp on paper. Attributes only: the page allows no inline style."""

from itertools import count

from markupsafe import Markup

from netralitas import palette
from netralitas.lembar.panels import Mark
from netralitas.render.ground.signs import SIGNS

_QUIET, _GROUND = palette.QUIET["light"], palette.GROUND["light"]
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
    """One horizontal bar of a statement, under the whole that it is part of."""
    defined, look = _look(mark)
    # A little narrower than the whole, so that the outline of a full bar is seen.
    box = Markup('x="{:.2f}%" y="{}" width="{:.2f}%" height="{}"').format(
        mark.start * 99 + 0.3, 3.6 if mark.open else 0.6, mark.share * 99, _BAR - (7.2 if mark.open else 1.2)
    )
    inner = defined + Markup("<rect {} {}/>").format(box, look)
    inner += Markup('<path d="M0.5 0V{}" stroke="{}" stroke-width="1"/>').format(_BAR, _QUIET)
    return Markup('<svg class="batang" height="{}" width="100%" aria-hidden="true">{}</svg>').format(_BAR, inner)
