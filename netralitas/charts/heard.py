"""What a chart is called to the ear: its title, then each number with what the eye sees beside it."""

import pandas as pd

from netralitas.chart import Chart, Kind, once
from netralitas.charts import told
from netralitas.claims.amount import drawn, verdict_word
from netralitas.model import CLEAN
from netralitas.rows import rows_of
from netralitas.wording import number, text

# Numbers that are read out; the table below the chart has them all.
_MOST = 40


@once
def heard(chart: Chart) -> str:
    """Title, unit, and of each number its label, qualifier, counter, day and verdict; what holds for all is said once."""
    known = chart.frame[chart.frame["value"].notna()]
    if chart.kind is Kind.HEAT or known.empty:
        return chart.alt
    read = _read(chart, known)
    sourced = read["publisher"] != ""
    shared = len(known.loc[known["publisher"] != "", ["counter", "cutoff"]].drop_duplicates()) == 1
    numbers = "; ".join(_row(chart, row, shared) for row in rows_of(read.assign(label=_labels(read))))
    parts = [chart.title, text(chart.language, "dengar.satuan", unit=chart.unit)]
    if shared:
        first = read[sourced].iloc[0]
        parts.append(text(chart.language, "dengar.pencatat", counter=first["counter"], cutoff=first["cutoff"]))
    parts.append(numbers)
    if len(known) > len(read):
        parts.append(text(chart.language, "dengar.lagi", count=number(len(known) - len(read), chart.language)))
    if sourced.any() and (known["status"] == CLEAN).any():
        every = (known.loc[known["publisher"] != "", "status"] == CLEAN).all()
        parts.append(text(chart.language, "dengar.semua_layak" if every else "dengar.lain_layak"))
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def _read(chart: Chart, known: pd.DataFrame) -> pd.DataFrame:
    """The rows that are read: of a map the highest, of many lines the ends."""
    if chart.kind is Kind.MAP:
        return known.sort_values("value", ascending=False, kind="stable").head(_MOST)
    if len(known) > _MOST and "series" in known:
        return known.groupby("series", sort=False).tail(max(1, _MOST // known["series"].nunique()))
    return known.head(_MOST)


def _labels(read: pd.DataFrame) -> pd.Series:
    """What a number is of: its line, its stage and election, or its bar."""
    if "panel" in read or "label" not in read:
        return told.names(read)
    return read["label"] + " " + read["series"] if "series" in read else read["label"]


def _row(chart: Chart, row: dict, shared: bool) -> str:
    """dugaan pelanggaran lebih dari 30, Bawaslu, s.d. 2 Oktober 2020, catatan"""
    parts = [f"{row['label']} {drawn(chart, row).unitless}"]
    if row["publisher"] and not shared:
        parts += [part for part in (row["counter"], row["cutoff"]) if part not in row["label"]]
    if row["publisher"] and row["status"] != CLEAN:
        parts.append(verdict_word(row["status"], chart.language))
    return ", ".join(parts)
