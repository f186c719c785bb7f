"""What several tests use: pages opened as a reader opens them, small charts, decks, answers read back."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
from PIL import Image
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from etl import publish
from etl.build import build
from netralitas.address import propose
from netralitas.api.columns import FIGURE
from netralitas.briefing import deck
from netralitas.briefing.slide import Occasion
from netralitas.chart import Chart, Kind, Source, sources_of
from netralitas.charts import statement
from netralitas.claims.amount import worded
from netralitas.claims.cards import cautions_on
from netralitas.model import Filter
from netralitas.render.slides import deck as written
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.wording import number, text
from tests.etl.small import write

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
ORIGIN = "http://testserver"
TEXT = {column.name: "str" for column in FIGURE if column.kind == "text"}
SOURCE = Source("Bawaslu", "s.d. 19 Desember 2020", "Republika", "https://republika.co.id/a")
# Run from a script elsewhere: beside a folder `pages`, AppTest takes the dashboard for an app without navigation.
DASHBOARD = f"import runpy; runpy.run_path({str(ROOT / 'dashboard.py')!r})"


def open_page(page: str, **parameters: str) -> AppTest:
    """The page as a reader with this address gets it."""
    app = AppTest.from_string(DASHBOARD, default_timeout=60)
    app.query_params.update(parameters)
    app.run()
    if page != "ringkasan":
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
        app.query_params.update(parameters)
        app.run()
    return app


def titles_of_charts(app: AppTest) -> list[str]:
    """The heading of each chart on a page, as its card writes it: other parts of a page have headings, too."""
    cards, open_blocks = [], [app.main]
    while open_blocks:
        block = open_blocks.pop()
        inner = [child for child in block.children.values() if isinstance(child, Block)]
        if "bagan-" in getattr(block.proto, "id", ""):
            cards.append(next(element.value for element in block.markdown).splitlines()[0].lstrip("# "))
        open_blocks += inner
    return cards


def shown(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.caption] if element.value)


def scope(store, region: str, event: str, language: str = "id") -> Filter:
    return propose(store, Filter(region=region, event=event, language=language, chosen=frozenset({"wilayah", "pemilihan"})))


def rows(count: int, **columns: object) -> pd.DataFrame:
    common = {
        "status": "bersih",
        "counter": "Bawaslu",
        "cutoff": SOURCE.cutoff,
        "publisher": SOURCE.publisher,
        "url": SOURCE.url,
        "figure_id": "f",
    }
    return pd.DataFrame({**columns, **common}, index=range(count))


def chart(kind: Kind, frame: pd.DataFrame, **more: object) -> Chart:
    told = {"title": "Judul $x$ <b>&", "subtitle": "Anak judul", "unit": "kasus", "alt": "Uraian", "sources": (SOURCE,)}
    return Chart(kind, "netralitas_uji_35.13", "id", frame, **{**told, **more})


def bars(store: Store, view: Filter, unit: str) -> Chart:
    """Bars of real figures, the headlines of a region in one unit: only to see how bars are drawn, the product sets no such axis."""
    frame = worded(store.headlines(view.region, view.event), store, view.language)
    frame = frame[frame["unit"] == unit].assign(tone=lambda rows: rows["stage"], label=lambda rows: rows["stage"]).reset_index(drop=True)
    warned = tuple(one.told for one in cautions_on(store, rows_of(frame), view.language) if one.disputes)
    return replace(
        chart(Kind.BAR, frame, unit=store.label("unit", unit, view.language), sources=sources_of(rows_of(frame)), warnings=warned),
        name=f"netralitas_uji_{view.region}_{view.event}_{unit}",
        language=view.language,
    )


def flow(store: Store, view: Filter, unit: str) -> Chart:
    """The statement that leads in a unit."""
    (leader,) = [one for one in statement.leaders(statement.told(store, view)) if one.unit == unit]
    return statement.flow(store, view, leader.statement_id)


def crest() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 360), "#0f5c63").save(buffer, "PNG")
    return buffer.getvalue()


OCCASION = Occasion(pd.Timestamp("2026-11-22").date(), "Pendopo Kraksaan", crest())


def made(store, region: str, event: str, language: str):
    scope = propose(store, Filter(region=region, event=event, language=language, chosen=frozenset({"wilayah", "pemilihan"})))
    slides = deck.slides(store, deck.proposal(store, scope), language, OCCASION)
    return slides, written(slides, language, OCCASION, store.region_name(region))


def charts_of(page) -> list:
    return [shape.chart for shape in page.shapes if shape.has_chart]


def read_csv(body: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(body), dtype=TEXT, keep_default_na=False, na_values={"value": [""], "alternatives": [""]})


def small_store(folder: Path, figures: list[dict]) -> Store:
    """A snapshot of a few figures of the small data folder, built as any other."""
    build(write(folder / "data", figures), folder / "build")
    snapshot_id = publish.current(folder / "build")
    return Store(publish.path(folder / "build", snapshot_id), snapshot_id)


def with_room(chart: Chart, said: str) -> list[float]:
    """The numbers of a chart less those for which a page has no room, and says so."""
    frame = chart.frame
    if chart.kind is Kind.BAR:
        labels = list(dict.fromkeys(frame["label"]))
        hidden = next((count for count in range(1, len(labels)) if _told("paparan.baris_lain", chart, count=count) in said), 0)
        frame = frame[frame["label"].isin(labels[: len(labels) - hidden])]
    elif "panel" in frame:
        before, after = _told("paparan.tahap_lain", chart, stages="|").split("|")
        named = re.search(f"{re.escape(before)}(.*){re.escape(after)}$", said, re.M)
        frame = frame[~frame["panel"].isin(named[1].split(", ") if named else [])]
    return sorted(frame["value"].dropna())


def _told(key: str, chart: Chart, **words: object) -> str:
    words = {name: number(word, chart.language) if isinstance(word, int) else word for name, word in words.items()}
    return text(chart.language, key, **words)
