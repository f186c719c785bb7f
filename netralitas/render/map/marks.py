"""What a map draws, the same on screen and in a picture: the colour and the words of what is no class, the numbers on regions."""

from dataclasses import dataclass

from netralitas import palette
from netralitas.chart import IN_DISPUTE, NO_ELECTION, NO_FIGURE, UNNAMED, ZERO, Chart
from netralitas.render.ground.signs import amount
from netralitas.rows import known
from netralitas.wording import text

CROWDED = 100  # regions, from which a dot in each must be small and no number stands on any


@dataclass(frozen=True)
class Special:
    """A place on a map that is no class: its filling, its outline, whether it is dashed and hatched, whether it carries a dot."""

    place: int
    words: str
    fill: str
    line: str
    doubted: bool = False
    dotted: bool = False


def specials(chart: Chart, theme: str) -> list[Special]:
    """Those that a map may need, in the order of its legend."""
    ground, absent = palette.GROUND[theme], palette.NO_FIGURE[theme]
    held, nil = palette.NO_ELECTION[theme], palette.ZERO[theme]
    say = lambda key: text(chart.language, f"peta.legenda.{key}")  # noqa: E731
    return [
        Special(ZERO, say("nol"), nil, nil),
        Special(NO_FIGURE, say("tidak_ada"), absent, absent, dotted=True),
        Special(UNNAMED, say("tidak_disebut"), ground, palette.QUIET[theme]),
        Special(NO_ELECTION, say("tidak_ada_pemilihan"), held, held),
        Special(IN_DISPUTE, say("disengketakan"), ground, palette.WARNING[theme], doubted=True),
    ]


def shown(chart: Chart, theme: str) -> list[Special]:
    """Those that this map has."""
    places = {row["place"] for row in chart.rows}
    return [one for one in specials(chart, theme) if one.place in places]


def values(chart: Chart, rows: list[dict], letter: float, digit: float) -> list[tuple[str, dict]]:
    """The number of each region that has room for it, and its row (`view.marked`); none on a map of many, none not to be quoted."""
    if len(rows) >= CROWDED:
        return []
    shown = [row for row in rows if known(row) and row["place"] != IN_DISPUTE and row["room"] >= letter]
    told = [(amount(chart, row), row) for row in shown]
    return [(words, row) for words, row in told if row["room"] >= max(letter, digit * len(words))]


def strong(chart: Chart, place: int, theme: str) -> bool:
    """Is a number on this place written in the colour of the ground? Classes from the middle on are nearer to the text's."""
    return place >= 0 and palette.shades(theme, len(chart.classes))[place] in palette.CLASSES[theme][2:]
