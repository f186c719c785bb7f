"""Drafts (DOCX, PPTX, PDF, TXT) checked on the command line: what is in them, with verdict and what to say, as rows of a CSV.

The dashboard's own check does it, in a process of its own: the ETL shares nothing with it but the snapshot.
"""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from etl import disk
from etl.refusal import Refusal

COLUMNS = ("file", "found", "kind", "verdict", "explanation", "say")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
ROOT = Path(__file__).resolve().parent.parent


def rows(files: Sequence[Path], on: date | None, build: Path, language: str) -> list[dict[str, str]]:
    """One row a finding, in the order of the files and their text. Raises Refusal where a file can't be read."""
    command = [
        sys.executable,
        "-m",
        "netralitas.check",
        "--language",
        language,
        *(("--on", on.isoformat()) if on else ()),
        "--",
        *map(os.fspath, files),
    ]
    home = os.pathsep.join(filter(None, (os.fspath(ROOT), os.environ.get("PYTHONPATH", ""))))
    around = os.environ | {"NETRALITAS_BUILD": os.fspath(build.resolve()), "PYTHONPATH": home, "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, env=around, check=False)
    answers = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    if done.returncode or len(answers) != len(files):
        last = (done.stderr.decode("utf-8", errors="replace").strip().splitlines() or ["no answer"])[-1]
        raise Refusal(f"The drafts could not be checked: {last}.")
    refused = [f"{answer['file']}: {answer['refused'].rstrip('.')}." for answer in answers if "refused" in answer]
    if refused:
        raise Refusal(*refused, "Nothing was written.")
    return [{"file": Path(answer["file"]).name, **finding} for answer in answers for finding in answer["findings"]]


def write(found: Sequence[dict[str, str]], result: Path) -> None:
    """The rows as a CSV that spreadsheets open as text; a file of the name is replaced as a whole."""
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, COLUMNS)
    table.writeheader()
    table.writerows({name: _guarded(row[name]) for name in COLUMNS} for row in found)
    disk.commit((result.resolve(), written.getvalue().encode("utf-8-sig")))


def _guarded(cell: str) -> str:
    """A draft is a stranger's text: no cell of it is a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
