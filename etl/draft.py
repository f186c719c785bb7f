"""Drafts and articles on the command line: what is in them with verdict and what to say, or as rows to add; a CSV of either.

The dashboard's own check does it, in a process of its own: the ETL shares nothing with it but the snapshot.
"""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl import disk
from etl.refusal import Refusal

COLUMNS = ("file", "found", "kind", "verdict", "explanation", "say")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Told:
    """What the files hold, in their order; `refused` has a sentence for each that can't be read."""

    rows: list[dict[str, str]]
    refused: tuple[str, ...]

    def refuse(self) -> None:
        """The last word of a command: raises Refusal where a file was left out."""
        if self.refused:
            raise Refusal(*self.refused, *(() if self.rows else ("Nothing was written.",)))


def rows(files: Sequence[Path], on: date | None, build: Path, language: str) -> Told:
    """One row a finding, in the order of the files and their text."""
    day = ("--on", on.isoformat()) if on else ()
    answers = _asked(files, build, language, *day)
    return _told(answers, lambda answer: [{"file": Path(answer["file"]).name, **found} for found in answer["findings"]])


def entries(files: Sequence[Path], build: Path, language: str) -> Told:
    """One row a number that counts cases, in the columns that `python -m etl add` reads."""
    return _told(_asked(files, build, language, "--entries"), lambda answer: answer["entries"])


def _told(answers: list[dict], rows_of) -> Told:
    refused = tuple(f"{answer['file']}: {answer['refused'].rstrip('.')}." for answer in answers if "refused" in answer)
    return Told([row for answer in answers if "refused" not in answer for row in rows_of(answer)], refused)


def _asked(files: Sequence[Path], build: Path, language: str, *more: str) -> list[dict]:
    """What the dashboard's own check answers, a file each."""
    command = [sys.executable, "-m", "netralitas.check", "--language", language, *more, "--", *map(os.fspath, files)]
    home = os.pathsep.join(filter(None, (os.fspath(ROOT), os.environ.get("PYTHONPATH", ""))))
    around = os.environ | {"NETRALITAS_BUILD": os.fspath(build.resolve()), "PYTHONPATH": home, "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, env=around, check=False)
    answers = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    if done.returncode or len(answers) != len(files):
        last = (done.stderr.decode("utf-8", errors="replace").strip().splitlines() or ["no answer"])[-1]
        raise Refusal(f"The drafts could not be read: {last}.")
    return answers


def write(found: Sequence[dict[str, str]], result: Path, columns: Sequence[str] = COLUMNS) -> None:
    """The rows as a CSV that spreadsheets open as text; a file of the name is replaced as a whole."""
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, columns)
    table.writeheader()
    table.writerows({name: _guarded(row[name]) for name in columns} for row in found)
    disk.commit((result.resolve(), written.getvalue().encode("utf-8-sig")))


def _guarded(cell: str) -> str:
    """A draft is a stranger's text: no cell of it is a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
