"""A Chart as a table: the numbers that are drawn, with headers in words and their sources."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd

from netralitas.chart import Chart
from netralitas.model import Filter
from netralitas.wording import text


@dataclass(frozen=True)
class Export:
    """What a file holds: the rows, the sources that they rest on, and what the reader asked for."""

    rows: pd.DataFrame
    sources: pd.DataFrame
    about: dict[str, str]
    language: str


def headers(chart: Chart) -> dict[str, str]:
    """Column of the chart's frame → header in the chart's language, in the order of the table."""
    say = lambda key: text(chart.language, key)  # noqa: E731
    columns = {
        "row": "", "column": "", "panel": "", "series": "", "label": chart.label_header or say("kolom.kelompok"), "group": say("kolom.kelompok"), "code": say("kolom.kode"),
        "value": f"{chart.value_label or say('kolom.nilai')}", "status": say("kolom.status"), "counter": say("kolom.pencatat"),
        "cutoff": say("kolom.batas"), "publisher": say("kolom.penerbit"), "url": say("kolom.tautan"),
    }  # fmt: skip
    fallback = {"row": "kolom.kelompok", "column": "kolom.pemilihan", "panel": "kolom.tahap", "series": "kolom.kelompok"}
    present = {name: label or say(fallback[name]) for name, label in columns.items() if name in chart.frame}
    unique: dict[str, str] = {}
    for name, label in present.items():
        unique[name] = label if label not in unique.values() else f"{label} ({name})"
    return unique


def frame(chart: Chart) -> pd.DataFrame:
    """One row a drawn number: label(s), value, status in words, counter, cut-off, publisher, link."""
    named = headers(chart)
    rows = chart.frame[list(named)].copy()
    rows["status"] = rows["status"].map(lambda status: text(chart.language, f"status.{status}") if status else text(chart.language, "status.tidak_ada"))
    return rows.rename(columns=named)


def export(chart: Chart, scope: Filter, address: str) -> Export:
    """The chart's table as a file's content."""
    sources = pd.DataFrame([vars(source) for source in chart.sources], columns=["counter", "cutoff", "publisher", "url"])
    about = {
        "title": chart.title,
        "scope": chart.subtitle,
        "notes": " ".join((*chart.warnings, *chart.notes)),
        "address": address,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        **scope.parameters(),
    }
    return Export(frame(chart), sources, about, chart.language)

