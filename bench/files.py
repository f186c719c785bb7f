"""How fast a workbook is written beside pandas, and how much memory a million rows take as CSV, Parquet or package."""

import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pandas as pd

from bench.process import memory
from bench.rows import Effort, Row, Turns, bench
from bench.server import ROOT
from netralitas.files.export import Export
from netralitas.files.formats import FORMATS

SHEET, MANY = 100_000, 1_000_000
FASTER, MEGABYTES = 8, 300
# 13 columns as those of the page Data: texts that repeat, texts that do not, numbers, days, truth values.
QUERY = """
select
    'angka-' || i as "ID angka",
    lpad((i % 99)::varchar, 2, '0') || '.' || lpad((i % 9)::varchar, 2, '0') as "Kode",
    'Kabupaten ' || (i % 514) as "Wilayah",
    'Pilkada ' || (2015 + i % 5) as "Pemilihan",
    'Diteruskan ke KASN' as "Tahap",
    (i * 7919 % 100000) / 4.0 as "Nilai",
    'kasus' as "Satuan",
    date '2015-01-01' + (i % 3650)::int as "Tanggal",
    'Bawaslu' as "Pencatat",
    'Penerbit ' || (i % 997) as "Penerbit",
    'Judul halaman nomor ' || i || ', dengan koma' as "Judul",
    'contoh.id/berita/' || i as "Tautan",
    i % 2 = 0 as "Angka utama"
from range($rows) as counted (i)
"""


@bench
def files(effort: Effort, say: Callable[[str], None]) -> Iterator[Row]:
    """XLSX in turns with `DataFrame.to_excel` (openpyxl); then each other format in a process of its own."""
    turns, frame = Turns(), duckdb.execute(QUERY, {"rows": SHEET}).df()
    for number in range(max(effort.rounds // 2, 1)):
        say(f"XLSX, {SHEET:,} rows, round {number + 1}")
        turns.add("xlsx", _timed(lambda: FORMATS["xlsx"].write(_export(frame), io.BytesIO())))
        turns.add("pandas", _timed(lambda: frame.to_excel(io.BytesIO(), index=False, engine="openpyxl")))
    name = f"XLSX, {SHEET:,} rows × {len(frame.columns)} columns, beside DataFrame.to_excel"
    yield Row(name, turns.median("xlsx"), "s", base=turns.median("pandas"), limit=1 / FASTER)
    for kind in ("csv", "csv-indonesia", "parquet", "zip"):
        say(f"{kind}, {MANY:,} rows")
        done = subprocess.run([sys.executable, "-m", "bench.files", kind], cwd=ROOT, capture_output=True, text=True, check=False)
        told = json.loads(done.stdout) if done.returncode == 0 else {}
        failed = done.stderr.strip()[-200:] if done.returncode else ""
        yield Row(f"{kind}, {MANY:,} rows: growth of memory", told.get("megabytes"), "MB", limit=MEGABYTES, failed=failed)
        yield Row(f"{kind}, {MANY:,} rows: time", told.get("seconds"), "s", failed=failed)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _export(rows: object) -> Export:
    sources = pd.DataFrame({"Penerbit": ["Penerbit"], "Tautan": ["https://contoh.id"]})
    return Export(rows, sources, {"title": "Angka"}, "id")


def write(kind: str) -> dict:
    """Write a million rows from DuckDB to a file; seconds, and how far the peak of memory rose above what was held before."""
    rows = duckdb.sql(QUERY, params={"rows": MANY}).to_arrow_reader(25_000)
    with tempfile.TemporaryDirectory(prefix="netralitas-bench-") as folder, (Path(folder) / kind).open("wb") as file:
        before, seconds, after = memory(), _timed(lambda: FORMATS[kind].write(_export(rows), file)), memory()
    return {"seconds": seconds, "megabytes": after["VmHWM"] - before["VmRSS"] if before and after else None}


if __name__ == "__main__":
    print(json.dumps(write(sys.argv[1])))
