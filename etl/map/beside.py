"""The schematic map, drawn by a process beside the build: it takes as long as all the rest, and has a processor of its own."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from etl import disk
from etl.map import geometry
from etl.refusal import Refusal

ROOT = Path(__file__).resolve().parent.parent.parent


class Drawing:
    """The map of a folder, drawn where there is none or an old one. Whoever asks for its `files` puts them in place.

    `needed`: something has to be drawn. `used`: its files were asked for. `lost`: the boundary file whose map was damaged.
    """

    def __init__(self, data_dir: Path, geo_dir: Path):
        self._folder = geo_dir
        self.needed = not geometry.is_current(data_dir, geo_dir)
        self.used = False
        self.lost = geometry.lost_boundaries(geo_dir)
        command = [sys.executable, "-m", "etl.map.geometry", str(data_dir.resolve())]
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        # The process only answers. Where the tables are bad it fails, too; the build says why.
        options = {"cwd": ROOT, "env": environment, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self._process = subprocess.Popen(command, **options) if self.needed else None

    def files(self) -> list[tuple[Path, bytes]]:
        """Where each file goes and what it holds, the manifest last; nothing where nothing is needed. Raises Refusal."""
        if not self.needed:
            return []
        drawn, said = self._process.communicate()
        if self._process.returncode:
            lines = said.decode(errors="replace").splitlines()
            reason = next((line.strip() for line in reversed(lines) if line.strip()), f"exit code {self._process.returncode}")
            raise Refusal(f"Nothing was published: the map shapes could not be drawn ({reason}).")
        self.used = True
        return [(self._folder / name, text.encode()) for name, text in json.loads(drawn).items()]

    def is_missing(self) -> bool:
        """Is there no map at all, not even an old one?"""
        return self.needed and geometry.read_manifest(self._folder) is None

    def end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()


@contextlib.contextmanager
def drawing(data_dir: Path, geo_dir: Path) -> Iterator[Drawing]:
    """A drawing that begins at once; its process and whatever of an older map is left end with the block."""
    begun = Drawing(data_dir, geo_dir)
    try:
        with disk.alone(geo_dir) if begun.needed else contextlib.nullcontext():
            yield begun
            if begun.used:
                geometry.remove_stale(geo_dir)
    finally:
        begun.end()
