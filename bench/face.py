"""The two faces of pictures, `netralitas/brand/face`, made anew from the typeface that the dashboard is set in.

    python -m bench.face "SourceSans3[wght].ttf"

The file is Source Sans 3 with its weights in one, as github.com/google/fonts has it (`ofl/sourcesans3`, SIL Open Font License 1.1):
the one that Streamlit serves to browsers. What draws pictures reads neither its packing (WOFF2) nor a weight out of many, so each
weight becomes a file, with the letters of Latin and the signs of the charts. The licence keeps the name "Source" for the whole.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path(__file__).parents[1] / "netralitas" / "brand" / "face"
NAME = "Netralitas Sans"
# What a file is called, and its weight: the dashboard sets in semi-bold what is bold.
WEIGHTS = {"Regular": (400, 400), "Bold": (700, 600)}
# Latin with its extensions; punctuation, currencies, arrows, mathematics, geometric shapes.
LETTERS = [*range(0x20, 0x250), *range(0x2000, 0x20D0), *range(0x2190, 0x2300), *range(0x25A0, 0x2600)]


def faces(whole: Path) -> None:
    for style, (called, weight) in WEIGHTS.items():
        face = TTFont(whole, recalcTimestamp=False)
        kept = Subsetter(Options(layout_features=["kern", "mark", "ccmp"], name_IDs=[0, 5, 13, 14], notdef_outline=True))
        kept.populate(unicodes=LETTERS)
        kept.subset(face)
        face = instantiateVariableFont(face, {"wght": weight})
        for key, told in {1: NAME, 2: style, 4: f"{NAME} {style}", 6: f"{NAME.replace(' ', '')}-{style}", 17: style}.items():
            face["name"].setName(told, key, 3, 1, 0x409)
        face["OS/2"].usWeightClass = called
        face.save(FOLDER / f"{style}.ttf")


if __name__ == "__main__":
    faces(Path(sys.argv[1]))
