"""Regions with their shapes and one headline figure each, as GeoJSON (RFC 7946): a map for another program."""

import json
from functools import lru_cache
from pathlib import Path

from netralitas import model
from netralitas.address import default_event
from netralitas.address.parameters import BREAKDOWN, EXTENT, LEVEL, LEVELS, ONLY, WITHIN
from netralitas.api.columns import FIGURE, MAPPED
from netralitas.api.question import Question
from netralitas.api.rows import figures, records
from netralitas.claims.amount import verdict_word
from netralitas.store import Store
from netralitas.store import shapes as geo
from netralitas.wording import text

REGION = ("code", "name", "kind", "level", "parent")
_MAPPED = tuple(column for column in FIGURE if column.name in MAPPED)


def asked(data: Store, question: Question) -> Question:
    """A map shows one stage of one election in one unit: what is not named is what the pages propose."""
    plain = model.Filter()
    return Question(
        language=question.language,
        region=question.region,
        below=question.below,
        level=question.level or LEVELS[1],
        event=question.event or default_event(data, question.region or model.NATION),
        stage=question.stage or plain.stage,
        unit=question.unit or plain.unit,
    )


def shapes_in_use() -> str:
    """What the shapes depend on: the manifest that names their files."""
    try:
        return (geo.FOLDER / "manifest.json").read_text(encoding="utf-8")
    except OSError:
        return ""


def collection(data: Store, question: Question) -> bytes:
    """The regions of a level. A region without a figure has nulls, not zeros; without a built map, no shapes."""
    parts = figures(data, question, headlines=True)
    told = {part_row["region"]: row for part in parts for part_row, row in zip(part.to_dict("records"), records(part, _MAPPED))}
    shapes, origin = _shapes_of(question.level)
    head = {
        "type": "FeatureCollection",
        "snapshot": data.snapshot_id,
        "query": described(question),
        "about": text(question.language, f"api.peta.{origin}"),
    }
    lines = []
    for region in _regions(data, question):
        figure = told.get(region["code"], {column.name: None for column in _MAPPED})
        figure = figure if figure["status"] else {**figure, "status_label": verdict_word("", question.language)}
        feature = {"type": "Feature", "id": region["code"], "properties": {**region, **figure}}
        shape = shapes.get(region["code"], "null")
        lines.append(f'{json.dumps(feature, ensure_ascii=False)[:-1]}, "geometry": {shape}}}')
    features = ",\n".join(lines)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "features": [\n{features}\n]}}\n'.encode()


def _regions(data: Store, question: Question) -> list[dict]:
    regions = data.regions()
    kept = regions[regions["level"] == LEVELS.index(question.level)]
    if question.region:
        kept = kept[[question.region in (data.line_of(code) if question.below else (code,)) for code in kept["code"]]]
    rows = kept[list(REGION)].astype(object).where(kept[list(REGION)].notna(), None).to_dict("records")
    return [{**row, "level": question.level} for row in rows]


def described(question: Question) -> dict[str, str]:
    """What was asked for, by the names of the address; what was left open is left out."""
    values = {
        model.REGION: question.region,
        EXTENT: WITHIN if question.below else ONLY,
        LEVEL: question.level,
        model.EVENT: question.event,
        model.STAGE: question.stage,
        model.UNIT: question.unit,
        BREAKDOWN: question.dimension,
        model.LANGUAGE: question.language,
    }
    return {name: value for name, value in values.items() if value}


def _shapes_of(level: str) -> tuple[dict[str, str], str]:
    """Code → geometry as JSON text, and what the shapes are: schematic, official or absent."""
    try:
        known = geo.shapes(level, model.NATION)
        return _read(geo.FOLDER / Path(known.url).name), "skematik" if known.schematic else "resmi"
    except (geo.NoGeometry, OSError, ValueError):
        return {}, "tanpa_bentuk"


@lru_cache(4)
def _read(file: Path) -> dict[str, str]:
    """Files of shapes are named by their content, so what was read stays true."""
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["code"]: json.dumps(feature["geometry"], separators=(",", ":")) for feature in features}
