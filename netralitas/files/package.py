"""A Frictionless data package in one file: the rows and their sources as CSV, and a description that programs read."""

import hashlib
import json
import re
import zipfile
from typing import BinaryIO

import pyarrow as pa

from netralitas.files import batches as files_rows
from netralitas.files import csv as files_csv
from netralitas.files.about import told
from netralitas.files.export import Export
from netralitas.files.guard import guarded_text
from netralitas.wording import text

DESCRIPTION = "datapackage.json"
_ROWS, _SOURCES = "data.csv", "sumber.csv"


def write(export: Export, target: BinaryIO) -> None:
    """A zip of data.csv, sumber.csv and datapackage.json; the tables are written part by part, the description last."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        rows = _table(archive, _ROWS, files_rows.reader(export), export.units)
        tables = [rows | {"title": text(export.language, "berkas.data")}]
        if len(export.sources.columns):
            sources = _table(archive, _SOURCES, files_rows.of_frame(export.sources), {})
            tables.append(sources | {"title": text(export.language, "berkas.sumber")})
        archive.writestr(DESCRIPTION, json.dumps(_description(export, tables), ensure_ascii=False, indent=2) + "\n")


def _table(archive: zipfile.ZipFile, path: str, rows: pa.RecordBatchReader, units: dict[str, str]) -> dict:
    """Write a table, and describe it."""
    digest, size = hashlib.sha256(), 0
    with archive.open(path, "w", force_zip64=True) as file:
        for part in files_csv.lines(rows):
            digest.update(part)
            size += len(part)
            file.write(part)
    return {
        "name": path.removesuffix(".csv"),
        "type": "table",
        "path": path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest.hexdigest()}",
        "dialect": {"csv": {"delimiter": ",", "lineTerminator": "\r\n"}},
        "schema": {"fields": [_field(field, units) for field in rows.schema], "missingValues": [""]},
    }


def _field(field: pa.Field, units: dict[str, str]) -> dict:
    described = {"name": guarded_text(field.name), "type": _type(field.type)}
    if described["type"] == "datetime":
        described["format"] = "%Y-%m-%dT%H:%M:%S"
    return described | ({"unit": units[field.name]} if field.name in units else {})


def _type(kind: pa.DataType) -> str:
    known = {
        "boolean": pa.types.is_boolean,
        "integer": pa.types.is_integer,
        "number": pa.types.is_floating,
        "date": pa.types.is_date,
        "datetime": pa.types.is_timestamp,
    }
    return next((name for name, holds in known.items() if holds(kind)), "string")


def _description(export: Export, tables: list[dict]) -> dict:
    """What Frictionless knows by name, and under `netralitas` all that the file says of itself."""
    about = export.about
    title = about.get("title") or text(export.language, "produk")
    mark = f"{text(export.language, 'status.sintetis')}. " if export.synthetic else ""
    parts = (mark + about.get("scope", ""), about.get("notes", ""), text(export.language, "berkas.pelindung"))
    described = {
        "name": re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:80] or "netralitas",
        "title": mark + title,
        "description": " ".join(part for part in parts if part),
        "homepage": about.get("address", ""),
        "created": about.get("made_at", ""),
        "version": about.get("snapshot", ""),
        "sources": _sources(export),
        "resources": tables,
        "netralitas": {key: value for key, value in told(export).items() if key != "sources"},
    }
    return {key: value for key, value in described.items() if value}


def _sources(export: Export) -> list[dict]:
    """Who published, and where; an address that is none is left to the table."""
    say = lambda key: text(export.language, key)  # noqa: E731
    sources = export.sources.fillna("").astype("str")
    titles = sources.get(say("kolom.penerbit"), sources.iloc[:, 0] if len(sources.columns) else None)
    if titles is None:
        return []
    links = sources.get(say("kolom.tautan"), titles.map(lambda _: ""))
    pairs = dict.fromkeys(zip(titles, links))
    return [{"title": title} | ({"path": link} if re.fullmatch(r"https?://[^\s<>]+", link) else {}) for title, link in pairs if title]
