"""A file as a browser takes it: compressed where it takes that, from memory, and not sent again where it has it already."""

import gzip
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from netralitas.web.answer import matches

FOR_GOOD = "public, max-age=31536000, immutable"  # of a file that is named by its content
_PACKED = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
_GAIN = 0.9  # fonts and pictures are compressed already


@dataclass(frozen=True)
class Packed:
    """The content of a file, held once: compressed where that makes it smaller. The tag is weak, for both are the same file."""

    body: bytes
    compressed: bool
    tag: str

    @property
    def plain(self) -> bytes:
        return gzip.decompress(self.body) if self.compressed else self.body


def pack(file: Path) -> Packed:
    """Read and compress a file. Raises OSError."""
    plain = file.read_bytes()
    packed = gzip.compress(plain, 9, mtime=0)
    smaller = len(packed) < _GAIN * len(plain)
    return Packed(packed if smaller else plain, smaller, f'W/"{sha256(plain).hexdigest()[:20]}"')


def taken(request: Request, packed: Packed) -> bool:
    """Does the browser take it as it is held? Else it is unpacked for each answer, which takes a while."""
    return not packed.compressed or bool(_PACKED.search(request.headers.get("accept-encoding", "")))


def answer(request: Request, packed: Packed, media_type: str, keep: str, **more: str) -> Response:
    """The response to a request for it; `keep` says how long a browser may, `more` are further headers."""
    headers = {"ETag": packed.tag, "Cache-Control": keep, "Vary": "Accept-Encoding", **more}
    if matches(request.headers.get("if-none-match", ""), packed.tag):
        return Response(status_code=304, headers=headers)
    if packed.compressed and taken(request, packed):
        return Response(packed.body, headers=headers | {"Content-Encoding": "gzip"}, media_type=media_type)
    return Response(packed.plain, headers=headers, media_type=media_type)
