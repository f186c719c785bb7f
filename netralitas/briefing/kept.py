"""A deck as a few letters, so that the reader's browser keeps it: packed, and read back without believing a letter of it."""

import base64
import json
import zlib
from dataclasses import dataclass
from datetime import date

from netralitas.address.parameters import LEVELS
from netralitas.briefing.deck import Item
from netralitas.briefing.slide import Part
from netralitas.chart import Shapes
from netralitas.charts.lists import level_below
from netralitas.charts.page import NAMED, Reference
from netralitas.model import LANGUAGES, STAGES, UNITS, Filter
from netralitas.store.shapes import NoGeometry, shapes

# What a browser keeps of one name, less the name and what it adds.
MOST = 3800
# A deck unpacked, slides of it, and letters of a title, a place and a name.
_WHOLE, _SLIDES, _TITLE, _PLACE, _NAME = 64_000, 60, 300, 120, 120
# Charts whose last argument is the shapes of the day: which level and region they are of, by the arguments before it.
_SHAPED = {"peta": lambda parent, *_: (level_below(parent), parent), "peta-cakupan": lambda level, within: (level, within)}


@dataclass(frozen=True)
class Kept:
    """A deck as it outlives its session; a region's crest is too large to be kept."""

    items: tuple[Item, ...]
    proposed_for: tuple[str, str] | None
    when: date | None
    place: str


def packed(kept: Kept) -> str:
    """The deck in letters that an address or a cookie may hold; empty where it is too large for one."""
    when = kept.when.isoformat() if kept.when else ""
    told = [[_item(one) for one in kept.items], list(kept.proposed_for or ()), when, kept.place]
    whole = zlib.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    letters = base64.urlsafe_b64encode(whole).decode().rstrip("=")
    return letters if len(letters) <= MOST else ""


def unpacked(letters: str) -> Kept | None:
    """The deck that was packed; None for letters that are none, without a slide that is none."""
    try:
        reader = zlib.decompressobj()
        whole = reader.decompress(base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4)), _WHOLE)
        told, of, when, place = json.loads(whole)
        proposed_for = tuple(_name(part) for part in of)
        return Kept(
            tuple(item for item in map(_read, told[:_SLIDES]) if item is not None),
            proposed_for if len(proposed_for) == 2 else None,
            date.fromisoformat(when) if when else None,
            str(place)[:_PLACE],
        )
    except (ValueError, TypeError, KeyError, zlib.error, RecursionError):
        return None


# -- one slide -------------------------------------------------------------------------


def _item(item: Item) -> list:
    return [item.part.value, _filter(item.scope), *(_reference(one) if one else None for one in (item.chart, item.beside)), item.title]


def _filter(scope: Filter) -> list[str]:
    return [scope.region, scope.event, scope.stage, scope.unit, scope.language]


def _reference(named: Reference) -> list:
    # Shapes are those of the day on which the deck is opened again.
    return [named.name, _filter(named.scope), [one for one in named.arguments if not isinstance(one, Shapes)]]


def _read(told: list) -> Item | None:
    try:
        part, scope, chart, beside, title = told
        return Item(Part(part), _scope(scope), _named(chart), _named(beside), str(title)[:_TITLE])
    except (ValueError, TypeError, KeyError, AttributeError, NoGeometry):
        return None


def _scope(told: list) -> Filter:
    region, event, stage, unit, language = (_name(part) for part in told)
    if stage not in STAGES or unit not in UNITS or language not in LANGUAGES:
        raise ValueError(told)
    return Filter(region=region, event=event, stage=stage, unit=unit, language=language)


def _named(told: list | None) -> Reference | None:
    """Raises NoGeometry where no map has been built."""
    if told is None:
        return None
    name, scope, arguments = told
    if name not in NAMED:
        raise ValueError(name)
    kept = tuple(one if isinstance(one, bool | int) else _name(one) for one in arguments)
    if name in _SHAPED:
        level, within = _SHAPED[name](*kept)
        if level not in LEVELS:
            raise ValueError(level)
        kept = (*kept, shapes(level, within))
    return Reference(name, _scope(scope), kept)


def _name(told: object) -> str:
    if not isinstance(told, str) or len(told) > _NAME:
        raise ValueError(told)
    return told
