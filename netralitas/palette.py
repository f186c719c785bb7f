"""Colours, once: a stage has one colour for ever, on light and on dark ground.

On light ground darkness rises along the pipeline, so that a greyscale print keeps its order; on
dark ground lightness rises. `tests/test_palette.py` proves the order, the contrast with the ground
and that neighbours stay apart for the three common colour blindnesses.
"""

ACCENT = {"light": "#0f5c63", "dark": "#5fb3b3"}
GROUND = {"light": "#ffffff", "dark": "#10181f"}
TEXT = {"light": "#1d2b36", "dark": "#e6ebef"}
QUIET = {"light": "#5b6873", "dark": "#9aa7b2"}
LINE = {"light": "#dde2e6", "dark": "#2c3944"}
ABSENT = {"light": "#edeff1", "dark": "#26323c"}
# Places on a map that are no class: nobody published a figure, somebody published 0, nothing was voted on there.
NO_FIGURE = {"light": "#dfe2e4", "dark": "#36393c"}
ZERO = {"light": "#c9dffd", "dark": "#223f63"}
NO_ELECTION = {"light": "#ecdfc8", "dark": "#6b6250"}
WARNING = {"light": "#9c2b20", "dark": "#f0948a"}

STAGE = {
    "light": {
        "laporan": "#8995a7",
        "temuan": "#99897b",
        "dugaan": "#6480ab",
        "dalam_proses": "#324553",
        "bukan_pelanggaran": "#705c51",
        "pelanggaran": "#4f6c9b",
        "diteruskan": "#297d7d",
        "terbukti": "#8a5800",
        "rekomendasi_sanksi": "#843811",
        "sanksi": "#75120f",
        "belum_ditindaklanjuti": "#75120f",
        "pidana": "#4a1330",
    },
    "dark": {
        "laporan": "#77838f",
        "temuan": "#ae948d",
        "dugaan": "#7391c4",
        "dalam_proses": "#afc7c6",
        "bukan_pelanggaran": "#646661",
        "pelanggaran": "#88a5d6",
        "diteruskan": "#4fb3b0",
        "terbukti": "#d2ae3b",
        "rekomendasi_sanksi": "#f2b183",
        "sanksi": "#f6c3ba",
        "belum_ditindaklanjuti": "#f6c3ba",
        "pidana": "#f1d3e6",
    },
}
# Drawn hollow: not carried out is the absence of what the full bar shows.
HOLLOW_STAGES = ("belum_ditindaklanjuti",)

# The classes of a map, few to many; each is told from its neighbour and from all that is no class.
CLASSES = {
    "light": ("#74bcb9", "#43969a", "#27737a", "#0b4d54", "#03262b"),
    "dark": ("#23676a", "#3f898d", "#64b1b4", "#a6dcda", "#f0fffc"),
}
# The scale of heat maps, and of series that have no stage: few to many.
SEQUENTIAL = {
    "light": ("#c8dfdd", "#a5ccca", "#74aeae", "#43898c", "#1f666b", "#0b444a", "#052a2f"),
    "dark": ("#1d4a4f", "#28656a", "#348286", "#4b9fa1", "#74bab9", "#a5d3d0", "#d6ecea"),
}

# Who counted, by line style and not by colour.
DASH = {"bawaslu": "solid", "kasn": "dot", "bkn": "dot"}
OTHER_DASH = "dash"


def shades(theme: str, count: int) -> list[str]:
    """`count` colours of the classes of a map; a few of them spare the darkest."""
    colours = CLASSES[theme]
    return [colours[place] for place in {0: (), 1: (2,), 2: (0, 2), 3: (0, 2, 3), 4: (0, 1, 2, 3)}.get(count, range(count))]


def stage_colour(stage: str, theme: str = "light") -> str:
    return STAGE[theme].get(stage, ACCENT[theme])


def tint(tone: str, share: float = 0.35) -> str:
    """So much of a colour on white."""
    parts = (int(tone[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
