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
NO_ELECTION = {"light": "#ddd5c4", "dark": "#3d392f"}  # on a map: nothing was voted on there
WARNING = {"light": "#9c2b20", "dark": "#f0948a"}

STAGE = {
    "light": {
        "laporan": "#8d959d",
        "temuan": "#838b95",
        "dugaan": "#6480ab",
        "dalam_proses": "#7b8794",
        "bukan_pelanggaran": "#76838f",
        "pelanggaran": "#4f6c9b",
        "diteruskan": "#297d7d",
        "terbukti": "#8a5800",
        "rekomendasi_sanksi": "#843811",
        "sanksi": "#75120f",
        "belum_ditindaklanjuti": "#75120f",
        "pidana": "#4a1330",
    },
    "dark": {
        "laporan": "#78838f",
        "temuan": "#828d98",
        "dugaan": "#7391c4",
        "dalam_proses": "#8a95a0",
        "bukan_pelanggaran": "#8f9aa5",
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

# The one sequential scale (maps, heat maps): few to many.
SEQUENTIAL = {
    "light": ("#c8dfdd", "#a5ccca", "#74aeae", "#43898c", "#1f666b", "#0b444a", "#052a2f"),
    "dark": ("#1d4a4f", "#28656a", "#348286", "#4b9fa1", "#74bab9", "#a5d3d0", "#d6ecea"),
}

# Who counted, by line style and not by colour.
DASH = {"bawaslu": "solid", "kasn": "dot", "bkn": "dot"}
OTHER_DASH = "dash"


def stage_colour(stage: str, theme: str = "light") -> str:
    return STAGE[theme].get(stage, ACCENT[theme])


def tint(tone: str, share: float = 0.35) -> str:
    """So much of a colour on white."""
    parts = (int(tone[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
