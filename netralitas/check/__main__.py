"""Drafts checked for another program: `python -m netralitas.check [--on DAY] FILE…` writes a line of JSON a file.

A line is {"file", "findings": [{found, kind, verdict, explanation, say}]} or {"file", "refused": a sentence}; with
--entries the numbers as rows for figures.csv and sources.csv instead: {"file", "entries": [{column: cell}]}. The command
line of the ETL asks this way, for it shares nothing with this package but the snapshot.
"""

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path

from netralitas.check import entries
from netralitas.check.draft import checked
from netralitas.documents import MOST_BYTES, Draft, Unreadable, read
from netralitas.model import LANGUAGES
from netralitas.store import Store, snapshot


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m netralitas.check", description="Check drafts; a line of JSON a file.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--on", type=date.fromisoformat, default=None, help="the day on which the draft is said; today where left out")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--entries", action="store_true", help="the numbers as rows for figures.csv and sources.csv instead")
    asked = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        store = _opened()
    except snapshot.NoSnapshot as reason:
        for file in asked.files:
            _answer(file, refused=f"{reason}; `python -m etl build` makes one")
        return
    for file in asked.files:
        _answer(file, **_told(store, file, asked))


def _opened() -> Store:
    folder = snapshot.build_dir()
    snapshot_id, missing = snapshot.named(folder)
    if missing or (missing := snapshot.damage(folder, snapshot_id)):
        raise snapshot.NoSnapshot(missing)
    return Store(snapshot.path(folder, snapshot_id), snapshot_id)


def _told(store: Store, file: Path, asked: argparse.Namespace) -> dict:
    try:
        with file.open("rb") as opened:
            # One more than may be: a file of any size is told to be too large.
            document = Draft(read(opened.read(MOST_BYTES + 1), file.name))
    except Unreadable as reason:
        return {"refused": reason.told(asked.language)}
    except OSError as error:
        return {"refused": f"it can't be read ({error.strerror})"}
    if asked.entries:
        article = entries.Article(title=entries.heading(document), named=file.stem)
        return {"entries": entries.entries(store, document, article, asked.language).to_dict("records")}
    found = checked(store, document, asked.language, on=asked.on).findings
    return {
        "findings": [
            {"found": one.found, "kind": one.kind, "verdict": one.verdict, "explanation": one.explanation, "say": one.say} for one in found
        ]
    }


def _answer(file: Path, **told: object) -> None:
    print(json.dumps({"file": os.fspath(file)} | told, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
