"""A Chart as a table: the numbers that are drawn, with headers in words and their sources."""

from datetime import UTC, datetime

import pandas as pd

from netralitas.chart import Chart
from netralitas.claims.amount import verdict_word
from netralitas.files.export import Export
from netralitas.files.guard import guarded
from netralitas.model import Filter
from netralitas.wording import text


def headers(chart: Chart) -> dict[str, str]:
    """Column of the chart's frame → header in the chart's language, in the order of the table."""
    say = lambda key: text(chart.language, key)  # noqa: E731
    columns = {
        "row": chart.label_header or say("kolom.kelompok"),
        "column": say("kolom.pemilihan"),
        "panel": say("kolom.tahap"),
        "series": say("kolom.kelompok"),
        "label": chart.label_header or say("kolom.kelompok"),
        "group": say("kolom.kelompok"),
        "code": say("kolom.kode"),
        "value": chart.value_label or say("kolom.nilai"),
        "detail": say("kolom.dasar_hitungan") if "detail" in chart.frame and chart.frame["detail"].astype(bool).any() else "",
        "qualifier": say("kolom.kualifikasi"),
        "status": say("kolom.status"),
        "counter": say("kolom.pencatat"),
        "cutoff": say("kolom.batas"),
        "publisher": say("kolom.penerbit"),
        "url": say("kolom.tautan"),
    }
    unique: dict[str, str] = {}
    for name, label in columns.items():
        if label and (name in chart.frame or (name == "qualifier" and _qualifiers(chart).any())):
            unique[name] = label if label not in unique.values() else f"{label} ({name})"
    return unique


def frame(chart: Chart) -> pd.DataFrame:
    """One row a drawn number: label(s), value, status in words, counter, cut-off, publisher, link."""
    named = headers(chart)
    rows = chart.frame.assign(qualifier=_qualifiers(chart))[list(named)]
    words = {status: verdict_word(status, chart.language) for status in rows["status"].unique()}
    rows["status"] = rows["status"].map(words)
    if "absent" in chart.frame:
        rows["status"] = rows["status"].where(rows["value"].notna(), chart.frame["absent"])
    return rows.rename(columns=named)


def on_screen(chart: Chart) -> pd.DataFrame:
    """The table as a page shows it: what is copied from it is pasted into spreadsheets, so it is guarded as a CSV is."""
    return guarded(frame(chart))


def _qualifiers(chart: Chart) -> pd.Series:
    """What is said before a number or remarked on it: the number itself stands in its column as a number."""
    frame = chart.frame
    return frame["about"].where(frame["about"] != "", frame["remark"]) if "about" in frame else pd.Series("", index=frame.index)


def export(chart: Chart, scope: Filter, address: str) -> Export:
    """The chart's table as a file's content."""
    columns = [text(chart.language, f"kolom.{name}") for name in ("pencatat", "batas", "penerbit", "tautan")]
    sources = pd.DataFrame([(source.counter, source.cutoff, source.publisher, source.url) for source in chart.sources], columns=columns)
    about = {
        "title": chart.title,
        "scope": chart.subtitle,
        "notes": " ".join((*chart.warnings, *chart.notes)),
        "address": address,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        **scope.parameters(),
    }
    units = {headers(chart)["value"]: chart.unit}
    return Export(frame(chart), sources, about, chart.language, units, synthetic=chart.synthetic)
