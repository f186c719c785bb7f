"""The map files in `static/`: named by their content, so a browser keeps them and never asks again."""

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from netralitas.store import shapes
from netralitas.web.answer import matches

PREFIX = f"/{shapes.URL}"
_NAME = re.compile(r"[\w.-]+\.(geojson|json)")
_BY_CONTENT = re.compile(r"[\w.-]+-[0-9a-f]{8,}\.(geojson|json)")
_PACKED = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
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
        plain, packed, tag = _content(file, state.st_mtime_ns, state.st_size)
    except OSError:
        return None
    headers = {
        "ETag": tag,
        "Cache-Control": "public, max-age=31536000, immutable" if _BY_CONTENT.fullmatch(name) else "no-cache",
        "Vary": "Accept-Encoding",
        "Access-Control-Allow-Origin": "*",
    }
    if matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    if _PACKED.search(request.headers.get("accept-encoding", "")):
        return Response(packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=_MEDIA_TYPES[file.suffix])
    return Response(plain, headers=headers, media_type=_MEDIA_TYPES[file.suffix])


@lru_cache(8)
def _content(file: Path, _changed: int, _size: int) -> tuple[bytes, bytes, str]:
    """The file as it is, compressed once, and its tag: weak, for both are the same file."""
    plain = file.read_bytes()
    return plain, gzip.compress(plain, 9, mtime=0), f'W/"{hashlib.sha256(plain).hexdigest()[:20]}"'
