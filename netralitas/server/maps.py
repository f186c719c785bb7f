"""The map files in `static/`: named by their content, so a browser keeps them and never asks again."""

import re
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from netralitas.server import packed
from netralitas.store import shapes

PREFIX = f"/{shapes.URL}"
_NAME = re.compile(r"[\w.-]+\.(geojson|json)")
_BY_CONTENT = re.compile(r"[\w.-]+-[0-9a-f]{8,}\.(geojson|json)")
_MEDIA_TYPES = {".geojson": "application/geo+json", ".json": "application/json"}


async def answer(request: Request, name: str) -> Response | None:
    """The file of this name, compressed where the browser takes that; None where there is none."""
    return await run_in_threadpool(_answer, request, name)


def _answer(request: Request, name: str) -> Response | None:
    file = shapes.FOLDER / name
    if not _NAME.fullmatch(name):
        return None
    try:
        state = file.stat()
        content = _content(file, state.st_mtime_ns, state.st_size)
    except OSError:
        return None
    keep = packed.FOR_GOOD if _BY_CONTENT.fullmatch(name) else "no-cache"
    return packed.answer(request, content, _MEDIA_TYPES[file.suffix], keep, **{"Access-Control-Allow-Origin": "*"})


@lru_cache(8)
def _content(file: Path, _changed: int, _size: int) -> packed.Packed:
    return packed.pack(file)
