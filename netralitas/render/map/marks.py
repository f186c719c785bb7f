"""What a region is coloured that has no number of its own, and how the legend calls it: the same on screen and in a picture."""

from dataclasses import dataclass

from netralitas import palette
from netralitas.chart import IN_DISPUTE, NO_ELECTION, NO_FIGURE, UNNAMED, ZERO, Chart
from netralitas.wording import text


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
    return [one for one in specials(chart, theme) if (chart.frame["place"] == one.place).any()]
