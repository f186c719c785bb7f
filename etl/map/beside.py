"""The schematic map, drawn by a process beside the build: it takes as long as all the rest, and has a processor of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


class NotDrawn(Exception):
    """The map could not be drawn; the message is the last thing that the process said."""


class Drawing:
    """A map that is being drawn. The process only answers: what is written, and when, is the build's business."""

    def __init__(self, data_dir: Path, geo_dir: Path):
        command = [sys.executable, "-m", "etl.map.geometry", str(data_dir.resolve())]
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        self._folder = geo_dir
        # Where the tables are bad it fails, too; the build says why.
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def files(self) -> list[tuple[Path, bytes]]:
        """Where each file goes and what it holds, the manifest last. Raises NotDrawn."""
        drawn, said = self._process.communicate()
        if self._process.returncode:
            lines = said.decode(errors="replace").split("\n")
            reason = next((line for line in reversed(lines) if line.strip()), f"exit code {self._process.returncode}")
            raise NotDrawn(reason.strip())
        return [(self._folder / name, text.encode()) for name, text in json.loads(drawn).items()]

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()
