"""A small fixed chart of every kind in every medium, told so that a drawing of today can be held against one that was looked at.

No real data: only a change in how something is drawn changes a baseline.
"""

import io
import json
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from lxml import etree
from PIL import Image

from netralitas.chart import IN_DISPUTE, NO_FIGURE, ZERO, Chart, Kind, Shapes, Span
from netralitas.model import CLEAN, DISPUTED, NOTED
from netralitas.render import native, picture, screen, slides, template
from netralitas.render.ground.shapes import Box, Plot
from netralitas.render.ground.text import as_drawn
from netralitas.render.map import picture as map_picture
from tests.helpers import chart, rows

HERE = Path(__file__).parent
WIDE, HIGH, DOTS = 8.0, 4.5, 60  # inches of a drawing, dots an inch
NAN = float("nan")
STATES = [CLEAN, NOTED, DISPUTED, "", CLEAN, CLEAN]


def _bar(states: list[str]) -> Chart:
    stages = ["laporan", "dugaan", "diteruskan", "terbukti", "sanksi", "belum_ditindaklanjuti"]
    frame = rows(6, label=[f"Tahap {stage}" for stage in stages], tone=stages, value=[1194.0, 820.0, 900.0, NAN, 30.0, 12.0])
    return chart(Kind.BAR, frame.assign(status=states))


def _line(states: list[str]) -> Chart:
    days = pd.to_datetime(["2020-07-01", "2020-08-01", "2020-09-01", "2020-10-01", "2020-11-01", "2022-01-31"])
    more = {"series": "Dugaan · Bawaslu", "name": "dugaan", "short": "Bawaslu", "tone": "dugaan", "counted_by": "bawaslu"}
    frame = rows(6, x=days, value=[100.0, 250.0, 400.0, 480.0, 700.0, 740.0], mark=[""] * 5 + ["end"], **more)
    frame = frame.assign(status=[state or CLEAN for state in states])
    spans = (Span(date(2020, 9, 26), date(2020, 12, 5), "Kampanye"), Span(date(2020, 12, 9), date(2020, 12, 9), "Pemungutan suara"))
    return chart(Kind.LINE, frame, since=date(2020, 6, 1), until=date(2021, 2, 7), spans=spans)


def _panels(states: list[str]) -> Chart:
    more = {"panel": "Dugaan", "tone": "dugaan", "mark": "", "label": "Pilkada", "counted_by": ["bawaslu"] * 5 + ["kasn"]}
    frame = rows(6, x=range(6), value=[100.0, 250.0, 400.0, NAN, 700.0, 740.0], **more).assign(status=states)
    return chart(Kind.LINE, frame, ticks=tuple(f"Pilkada {year}" for year in range(2015, 2021)))


def _map(states: list[str]) -> Chart:
    places = [0, 1, IN_DISPUTE, NO_FIGURE, ZERO, 2]
    places = [place if state != CLEAN or place >= 0 or place == ZERO else 1 for place, state in zip(places, states)]
    corners = [(column * 2.0, row * 2.0) for row in range(2) for column in range(3)]
    at = {"lon": [x + 1 for x, _ in corners], "lat": [y + 1 for _, y in corners]}
    frame = rows(6, code=[f"0{place}" for place in range(6)], label="Wilayah", place=places, value=[3.0, 9.0, 5.0, NAN, 0.0, 40.0], **at)
    # the last is marked as a town that is too small to be seen
    spots = {f"0{place}": (x + 1.0, y + 1.0, 1.0, 2.0 if place < 5 else 0.01) for place, (x, y) in enumerate(corners)}
    shapes = Shapes("app/static/geo/kotak.geojson", (0.0, 0.0, 6.0, 4.0), True, spots=spots)
    return chart(Kind.MAP, frame.assign(status=states), shapes=shapes, classes=("1–5", "6–10", "11–40"), highlight="01")


def _heat(states: list[str]) -> Chart:
    frame = rows(6, row=["Aceh"] * 3 + ["Bali"] * 3, column=["2015", "2018", "2020"] * 2, value=[3.0, 12.0, 40.0, NAN, 7.0, 25.0])
    # A cell has no state but that nobody published a figure.
    return chart(Kind.HEAT, frame.assign(value=frame["value"].where([state != DISPUTED for state in states], 39.0)))


def _dot(states: list[str]) -> Chart:
    days = pd.to_datetime(["2020-07-01", "2020-08-01", "2020-09-01", "2020-10-01", "2020-11-01", "2022-01-31"])
    frame = rows(6, x=days, label="Bawaslu", tone="diteruskan", value=[100.0, 250.0, 400.0, 480.0, 700.0, 740.0])
    return chart(Kind.DOT, frame.assign(status=[state or CLEAN for state in states]))


def _flow(states: list[str]) -> Chart:
    stages = ["dugaan", "bukan_pelanggaran", "terbukti", "sanksi", "belum_ditindaklanjuti", ""]
    numbers = {"value": [2007.0, 311.0, 1588.0, 1365.0, 223.0, 108.0], "start": [0.0, 0.0, 311.0, 311.0, 1676.0, 1899.0]}
    frame = rows(6, label=[f"Tahap {stage}" for stage in stages], tone=stages, open=[False] * 5 + [True], **numbers)
    return chart(Kind.FLOW, frame.assign(status=[state or CLEAN for state in states]))


CHARTS: dict[str, Callable[[list[str]], Chart]] = {
    "bar": _bar, "line": _line, "panels": _panels, "map": _map, "heat": _heat, "dot": _dot, "flow": _flow,
}  # fmt: skip


@contextmanager
def squares():
    """Six squares instead of the map of Indonesia."""
    shapes = []
    for place in range(6):
        x, y = place % 3 * 2, place // 3 * 2
        ring = [[x, y], [x + 2, y], [x + 2, y + 2], [x, y + 2], [x, y]]
        shapes.append({"type": "Feature", "properties": {"code": f"0{place}"}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    before = map_picture.FOLDER
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kotak.geojson"
        file.write_text(json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8")
        map_picture.FOLDER = Path(folder)
        try:
            yield
        finally:
            map_picture.FOLDER = before


# -- media -----------------------------------------------------------------------------


def on_screen(drawn: Chart) -> list[str]:
    """What plotly is given, a line a property."""
    return sorted(_flat("", json.loads(screen.figure(drawn).to_json())))


def _flat(name: str, part: object) -> list[str]:
    if isinstance(part, dict):
        return [line for key, value in part.items() for line in _flat(f"{name}.{key}", value)]
    if isinstance(part, list) and any(isinstance(value, (dict, list)) for value in part):
        return [line for place, value in enumerate(part) for line in _flat(f"{name}[{place}]", value)]
    rounded = [round(value, 3) if isinstance(value, float) else value for value in part] if isinstance(part, list) else part
    return [f"{name} = {json.dumps(round(rounded, 3) if isinstance(rounded, float) else rounded, ensure_ascii=False)}"]


def on_a_slide(drawn: Chart) -> list[str]:
    """Every shape in its place, with what its XML says; the values of attributes and texts, a line each."""
    blank = template.blank()
    page = blank.slides.add_slide(blank.slide_layouts[template.PAGE])
    template.tidy(page)
    native.plot(slides._Writer(page, drawn.language), Plot(Box(0.5, 1.5, WIDE, HIGH), drawn))
    lines = []
    for shape in page.shapes:
        place = " ".join(f"{side.inches:.2f}" for side in (shape.left, shape.top, shape.width, shape.height))
        lines.append(f"{shape.shape_type} at {place}")
        lines += _written(shape.chart._chartSpace if shape.has_chart else shape._element)
    return lines


def _written(element) -> list[str]:
    """Colours, numbers, formats and words, in their order, without what a library numbers for itself."""
    lines = []
    for part in element.iter(etree.Element):
        tag = etree.QName(part).localname
        told = {key: value for key, value in part.attrib.items() if "}" not in key and key not in ("id", "name", "uri")}
        words = " ".join((part.text or "").split())
        if words or told.keys() & {"val", "formatCode", "w", "prst", "sz"}:
            lines.append(" ".join([tag, *(f"{key}={_short(value)}" for key, value in told.items()), _short(words)]).strip())
    return lines


def _short(value: str) -> str:
    try:
        return f"{float(value):.3f}".rstrip("0").rstrip(".")
    except ValueError:
        return value


def in_a_picture(drawn: Chart) -> np.ndarray:
    """Grey, rows × columns."""
    with as_drawn():
        body = picture._png([Plot(Box(0.2, 0.2, WIDE - 0.4, HIGH - 0.4), drawn)], DOTS, (WIDE, HIGH))
    with Image.open(io.BytesIO(body)) as made:
        return np.asarray(made.convert("L"))


# -- held against each other ---------------------------------------------------------------

BLOCK, UNLIKE = 15, 14.0  # pixels of a side; mean difference of grey, of 255, that an eye sees


def unlike(one: np.ndarray, other: np.ndarray) -> float:
    """The largest mean difference of a block; the edge of a letter that falls a little otherwise is none."""
    if one.shape != other.shape:
        return 255.0
    high, wide = (side // BLOCK * BLOCK for side in one.shape)
    apart = np.abs(one[:high, :wide].astype(float) - other[:high, :wide].astype(float))
    return float(apart.reshape(high // BLOCK, BLOCK, wide // BLOCK, BLOCK).mean(axis=(1, 3)).max())


TEXTS = {"screen": on_screen, "slide": on_a_slide}


def cases() -> list[tuple[str, str]]:
    """Kind and medium; a map on a slide is its picture."""
    return [(kind, medium) for kind in CHARTS for medium in ("screen", "slide", "picture") if (kind, medium) != ("map", "slide")]


def file(kind: str, medium: str) -> Path:
    return HERE / f"{kind}_{medium}.{'png' if medium == 'picture' else 'txt'}"


def renew() -> None:
    """Draw all of them anew; who calls this looks at what has changed."""
    with squares():
        for kind, medium in cases():
            drawn = CHARTS[kind](STATES)
            if medium == "picture":
                buffer = io.BytesIO()
                Image.fromarray(in_a_picture(drawn)).save(buffer, "PNG", optimize=True)
                file(kind, medium).write_bytes(buffer.getvalue())
            else:
                file(kind, medium).write_text("\n".join(TEXTS[medium](drawn)) + "\n", encoding="utf-8", newline="\n")
