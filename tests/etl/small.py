"""A minimal, valid data folder for examples: a nation, two provinces, a Kabupaten and a Kota of one name, two elections."""

import csv
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.build import HERE, load, prepare
from etl.problem import BadInput

DATA = Path(__file__).resolve().parents[2] / "data"
SQL = HERE / "sql"
STEPS = ("figure", "flag", "verdict", "verdict_time", "say", "headline")

REGIONS = [
    ("ID", "Indonesia", "negara", "", -2.3, 118.0, 1890841, 284973643),
    ("35", "Jawa Timur", "provinsi", "ID", -7.5, 112.7, 48036, 41916928),
    ("35.13", "Kabupaten Probolinggo", "kabupaten", "35", -7.8, 113.4, 1724, 1173487),
    ("35.74", "Kota Probolinggo", "kota", "35", -7.7, 113.2, 55, 245000),
    ("35.78", "Kota Surabaya", "kota", "35", -7.2, 112.7, 335, 3017000),
    ("74", "Sulawesi Tenggara", "provinsi", "ID", -4.1, 122.5, 36160, 2800000),
    ("74.71", "Kota Kendari", "kota", "74", -3.9, 122.5, 270, 350000),
]
DISTRICTS = [
    (f"{region[0]}.{number:02d}", region[4], region[5] + number / 20) for region in REGIONS if "." in region[0] for number in (1, 2)
]
EVENTS = [
    ("pilkada-2018", "Pilkada Serentak 2018", "Regional elections 2018", "pilkada", "2018-06-27", "2018-02-15", "2018-06-23"),
    ("pilkada-2020", "Pilkada Serentak 2020", "Regional elections 2020", "pilkada", "2020-12-09", "2020-09-26", "2020-12-05"),
]
PUBLISHERS = [("Bawaslu", "lembaga", ""), ("Kompas", "media_nasional", ""), ("Tribun", "media_lokal", "")]
# In 2020 nobody voted in Sulawesi Tenggara and its Kota Kendari.
PARTICIPATION = [
    (event, region, office, day, "yes", "")
    for event, day in (("pilkada-2018", "2018-06-27"), ("pilkada-2020", "2020-12-09"))
    for region, office in (("35", "gubernur"), ("35.13", "bupati"), ("35.74", "wali_kota"), ("35.78", "wali_kota"), ("74", "gubernur"))
    if (event, region) != ("pilkada-2020", "74")
]
# (source_id, publisher, published_on): by kind of publisher, one without a date, and one told later
SOURCES = [
    ("bawaslu", "Bawaslu", "2022-01-31"),
    ("kompas", "Kompas", "2022-01-31"),
    ("kompas-2", "Kompas", "2022-01-31"),
    ("tribun", "Tribun", "2022-01-31"),
    ("undated", "Tribun", ""),
    ("late", "Tribun", "2023-06-27"),
]
COLUMNS = {
    "regions": ("code", "name", "kind", "parent", "lat", "lon", "area_km2", "population_2024"),
    "districts": ("code", "lat", "lon"),
    "events": ("code", "name_id", "name_en", "kind", "voting_day", "campaign_start", "campaign_end"),
    "participation": ("event", "region", "office", "voting_day", "checked", "note"),
    "publishers": ("publisher", "kind", "note"),
    "sources": ("source_id", "publisher", "title", "url", "published_on", "kind"),
    "workforce": ("source_id", "region", "as_of", "kind", "value", "note"),
    "outreach": ("source_id", "date", "date_is", "region", "organiser", "form", "mode", "for_event"),
}
FIGURE = {
    "source_id": "kompas",
    "event": "pilkada-2020",
    "period_start": "",
    "period_end": "",
    "as_of": "2020-11-01",
    "region": "35",
    "counted_by": "bawaslu",
    "stage": "dugaan",
    "stage_basis": "tercetak",
    "unit": "kasus",
    "dimension": "total",
    "category": "",
    "value": "10",
    "qualifier": "",
    "note_kind": "",
    "note": "",
}


# What a figure is without a day: of a source that has none either.
UNDATED = {"as_of": "", "source_id": "undated"}


def figure(**changes: object) -> dict[str, str]:
    """A total of Jawa Timur in Pilkada 2020; `changes` make another one of it."""
    return {**FIGURE, **{name: str(value) for name, value in changes.items()}}


def island_file(folder: Path) -> None:
    """A square of land around each Kabupaten and Kota, as large as it is."""
    boxes = [(lon + 0.07, lat, (area / 12300) ** 0.5 / 2) for code, _, _, _, lat, lon, area, _ in REGIONS if "." in code]
    corners = [
        [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half], [x - half, y - half]]
        for x, y, half in boxes
    ]
    shapes = [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}} for ring in corners]
    (folder / "land.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8")


def write(folder: Path, figures: list[dict] | None = None, corrections: str = "") -> Path:
    """The folder with these figures, one each row; it has no datapackage.json, so the project's own applies."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = {
        "regions": REGIONS,
        "districts": DISTRICTS,
        "events": EVENTS,
        "participation": PARTICIPATION,
        "publishers": PUBLISHERS,
        "sources": [(key, publisher, f"Title of {key}", f"https://example.org/{key}", day, "berita") for key, publisher, day in SOURCES],
        "workforce": [("kompas", "35", "2023", "pns", 40000, "all PNS")],
        "outreach": [("kompas", "2020-09-01", "printed", "35.13", "Bawaslu", "sosialisasi", "luring", "pilkada-2020")],
    }
    for table, records in rows.items():
        table_csv(folder, table, COLUMNS[table], records)
    island_file(folder)
    table_csv(folder, "figures", tuple(FIGURE), [row.values() for row in ([figure()] if figures is None else figures)])
    for table in (
        "vocabulary",
        "laws",
        "notes",
        "labels",
        "positions",
        "violations",
        "sanctions",
        "category_aliases",
        "verdict_rules",
        "sentence_forms",
    ):
        shutil.copy(DATA / f"{table}.csv", folder)
    (folder / "corrections.yaml").write_text(corrections or "corrections: []\n", encoding="utf-8")
    return folder


def table_csv(folder: Path, table: str, columns: tuple[str, ...], records: list) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(records)


def problems(folder: Path, today: date | None = None) -> list[str]:
    """What a build of this folder on this day says, line by line."""
    with duckdb.connect(config={"threads": 1}) as con:
        try:
            prepare(con, folder, lambda step: None, today)
        except BadInput as refusal:
            return [str(problem) for problem in refusal.problems]
    return []


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of the first `old` in a file of a folder."""

    def spoil(folder: Path) -> None:
        path = folder / file
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new, 1), encoding="utf-8", newline="")

    return spoil


class Bench:
    """The real SQL over the reference tables above, loaded once; figures are put in, asked about and taken out again."""

    def __init__(self, folder: Path):
        self.con = duckdb.connect(config={"threads": 1})
        prepare(self.con, write(folder), lambda step: None)
        for table in ("raw_figures", "printed_figures"):
            self.con.execute(f"delete from {table}")
        load(self.con)
        self.con.execute("drop table figure")

    def ask(self, figures: list[dict], query: str, steps: tuple[str, ...] = STEPS) -> list[tuple]:
        """The answer of a snapshot of these figures; `figure.source_row` is the place in the list."""
        cells = ", ".join(f'nullif(trim("{name}"), \'\') as "{name}"' for name in FIGURE)
        incoming = pa.Table.from_pylist([{**row, "row_number": place} for place, row in enumerate(figures)])
        self.con.register("incoming", incoming)
        self.con.execute("begin")
        try:
            for table in ("raw_figures", "printed_figures"):
                self.con.execute(f"insert into {table} by name select {cells}, row_number from incoming")
            for step in steps:
                self.con.execute((SQL / f"{step}.sql").read_text(encoding="utf-8"))
            return self.con.execute(query).fetchall()
        finally:
            self.con.execute("rollback")
