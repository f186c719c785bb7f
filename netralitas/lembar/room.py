"""How much of its one A4 page a fact sheet takes, in lines of its printed type: told by counting letters, before anything is drawn.

The lengths are those of Chromium's print with a typeface a little wider than those that the style sheet names, so a page is never
longer than it is told here. Heights are in lines of 9.2 points; a heading, a source line and a card have their own.
"""

from math import ceil
from typing import TYPE_CHECKING

from netralitas.claims.cards import FigureCard
from netralitas.claims.history import Entry
from netralitas.lembar.panels import Panel
from netralitas.render.ground.signs import SIGNS
from netralitas.wording import sourced

if TYPE_CHECKING:
    from netralitas.lembar.sheet import Sheet

PAGE = 64.0  # lines that the paper holds at the middle size
# What takes less than so many lines is set at another size: the class of the page, the largest first.
_SIZES = ((46.7, "lapang"), (53.0, "longgar"), (PAGE, ""), (75.0, "rapat"))
_SMALLEST = "rapat-sekali"
# Letters of a line: of running text, of quiet text, of a heading; across the page, in half of it and in a card.
_TEXT, _QUIET, _HEADING = 104, 120, 105
_HALF_QUIET, _HALF_HEADING, _HALF_QUOTE, _LABEL = 56, 46, 44, 17
_CARD_HEADING, _CARD = 20, 25
_CARDS = 4  # in a row
_AROUND = 7.6  # name of the product, title, place and day, foot
_SECTION = 2.0  # the heading of a section and the room before it


def size(lines: float) -> str:
    """The class of a page that takes so many lines."""
    return next((name for most, name in _SIZES if lines <= most), _SMALLEST)


def lines(told: "Sheet") -> float:
    return sum(
        (
            _AROUND + 1.18 * _count(told.summary, 86) + 0.5,
            sum(_count(one, _TEXT) + 0.5 for one in (*told.notes, *told.unknown)),
            sum(_count(first + ", ".join(name for name, _ in places), _TEXT) + 0.5 for first, places in told.elsewhere),
            _two(told),
            _cards(told),
            _neighbours(told),
            history(told.history),
            history(told.above_history),
            law(told.law),
            _cautions(told),
            0.0 if told.short else _quoted(told, _TEXT),
        )
    )


def history(entries: tuple[Entry, ...]) -> float:
    """A section of sentences."""
    return _SECTION + sum(_entry(entry) for entry in entries) if entries else 0.0


def law(told: str) -> float:
    return 0.75 + _count(told, _TEXT) if told else 0.0


def _entry(entry: Entry) -> float:
    told = f"0000 00 000 · {entry.event}: {entry.sentence} {', '.join(publisher for publisher, _ in entry.sources)}"
    return _count(told + ("catatan" if SIGNS[entry.status].noted or SIGNS[entry.status].doubted else ""), _TEXT) + 0.3


def _two(told: "Sheet") -> float:
    """The statement beside the panels, or the panels alone."""
    right = sum(_rows(panel, half=told.statement is not None) for panel in (told.trend, told.beside) if panel) + 0.6
    return 0.75 + max(_flow(told), right)


def _flow(told: "Sheet") -> float:
    if told.statement is None:
        return 0.0
    panel = told.statement
    said = 1.2 * _count(panel.title, _HALF_HEADING) + 0.95 * _count(panel.subtitle, _HALF_QUIET) + 0.3
    bars = sum(1.2 * _count(mark.label, _LABEL) for mark in panel.marks)
    note = 0.95 * _count(f"{panel.marks[0].source} {panel.note}", _HALF_QUIET) + 0.5
    return said + bars + note + (_quoted(told, _HALF_QUOTE) if told.short else 0.0)


def _rows(panel: Panel, half: bool) -> float:
    quiet = _HALF_QUIET if half else _QUIET
    heading = 1.2 * _count(panel.title, _HALF_HEADING if half else _HEADING)
    known = (f"{mark.source} · {mark.also}" if mark.value is not None else "" for mark in panel.marks)
    return heading + sum(1.3 + 0.95 * _count(one, quiet) for one in known) + 0.95 * _count(panel.note, quiet) + 0.3


def _cards(told: "Sheet") -> float:
    rows = [told.cards[first : first + _CARDS] for first in range(0, len(told.cards), _CARDS)]
    return _SECTION + sum(max(map(_card, row)) + 0.3 for row in rows) if rows else 0.0


def _card(card: FigureCard) -> float:
    sign = SIGNS[card.status]
    quiet = sum(_count(one, _CARD) for one in (sourced(card.counter, card.cutoff), card.publisher, card.amount.remark))
    return 2.1 + 0.9 * _count(card.stage_label, _CARD_HEADING) + 0.85 * quiet + (sign.noted or sign.doubted)


def _neighbours(told: "Sheet") -> float:
    if not told.around.rows:
        return 0.0
    cards = [(row.name, row.card) for row in told.around.rows if row.card]
    known = "; ".join(f"{name} {card.amount.unitless} ({sourced(card.counter, card.cutoff, card.publisher)})" for name, card in cards)
    absent = " ".join(f"{why}: {', '.join(names)}." for why, names in told.around.absent().items())
    return _SECTION + 0.6 + 0.95 * _count(told.around.told, _QUIET) + _count(f"{known} {absent}", _TEXT)


def _cautions(told: "Sheet") -> float:
    if not (told.lead or told.cautions):
        return 0.0
    said = sum(_count(f"{one.figure}. {one.told}", _TEXT) + 0.3 for one in told.cautions) or 1.3
    return _SECTION + said + (1.2 if told.more_cautions else 0.0)


def _quoted(told: "Sheet", letters: int) -> float:
    return 2.7 + 0.86 * _count(told.citation, letters) if told.citation else 0.0


def _count(content: str, letters: int) -> int:
    """Lines of a text; none for none."""
    return ceil(len(content) / letters)
