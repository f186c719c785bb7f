"""What a chart is called to the ear: its title, then each number with what the eye sees beside it."""

from collections import Counter

import pandas as pd

from netralitas.chart import Chart, Kind, once
from netralitas.charts import told
from netralitas.claims.amount import drawn, verdict_word
from netralitas.model import CLEAN
from netralitas.rows import rows_of
from netralitas.wording import number, text

# Numbers that are read out; the table below the chart has them all.
_MOST = 40
_HEARD = ("value", "status", "about", "remark", "absent", "publisher", "counter", "cutoff", "series", "panel", "label")


@once
def heard(chart: Chart) -> str:
    """Title, unit, and of each number its label, qualifier, counter, day and verdict; what holds for all is said once."""
    if chart.kind is Kind.HEAT:
        return chart.alt
    rows = rows_of(chart.frame[[name for name in _HEARD if name in chart.frame]])
    known = [{**row, "label": _label(row)} for row in rows if pd.notna(row["value"])]
    if not known:
        return chart.alt
    read, sourced = _read(chart, known), [row for row in known if row["publisher"]]
    shared = len({(row["counter"], row["cutoff"]) for row in sourced}) == 1
    parts = [chart.title, text(chart.language, "dengar.satuan", unit=chart.unit)]
    if shared:
        parts.append(text(chart.language, "dengar.pencatat", counter=sourced[0]["counter"], cutoff=sourced[0]["cutoff"]))
    parts.append("; ".join(_row(chart, row, shared) for row in read))
    if len(known) > len(read):
        parts.append(text(chart.language, "dengar.lagi", count=number(len(known) - len(read), chart.language)))
    if any(row["publisher"] for row in read) and any(row["status"] == CLEAN for row in known):
        every = all(row["status"] == CLEAN for row in sourced)
        parts.append(text(chart.language, "dengar.semua_layak" if every else "dengar.lain_layak"))
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def _label(row: dict) -> str:
    """What a number is of: its line, its stage and election, or its bar."""
    if "panel" in row or "label" not in row:
        return told.name(row)
    return f"{row['label']} {row['series']}" if "series" in row else row["label"]


def _read(chart: Chart, known: list[dict]) -> list[dict]:
    """The rows that are read: of a map the highest, of many lines the ends."""
    if chart.kind is Kind.MAP:
        return sorted(known, key=lambda row: -row["value"])[:_MOST]
    if len(known) > _MOST and "series" in known[0]:
        left = Counter(row["series"] for row in known)
        ends, read = max(1, _MOST // len(left)), []
        for row in known:
            if left[row["series"]] <= ends:
                read.append(row)
            left[row["series"]] -= 1
        return read
    return known[:_MOST]


def _row(chart: Chart, row: dict, shared: bool) -> str:
    """dugaan pelanggaran lebih dari 30, Bawaslu, s.d. 2 Oktober 2020, catatan"""
    parts = [f"{row['label']} {drawn(chart, row).unitless}"]
    if row["publisher"] and not shared:
        parts += [part for part in (row["counter"], row["cutoff"]) if part not in row["label"]]
    if row["publisher"] and row["status"] != CLEAN:
        parts.append(verdict_word(row["status"], chart.language))
    return ", ".join(parts)
