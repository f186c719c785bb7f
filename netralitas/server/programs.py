"""Streamlit's own front end: scripts, style sheets and fonts, some ninety files a first page.

Streamlit sends each as it lies on the disk, 7 MB in all, through all its layers, 2 ms of processor time a file. Here they come
from memory, compressed (2 MB), and each is named by its content, so that a browser asks once. Which of them a page will need
is told in its head (`needed`): else a browser learns of each from the one before.
"""

import mimetypes
import re
from functools import cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from streamlit import file_util

from netralitas.server import packed

_HEAD = 20_000  # bytes of a program, in which its imports stand
_IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_held: dict[str, packed.Packed] = {}


@cache
def addresses() -> dict[str, Path]:
    """Where each file is asked for, and where it lies."""
    folder = Path(file_util.get_static_dir())
    return {f"/{file.relative_to(folder).as_posix()}": file for file in (folder / "static").rglob("*") if file.is_file()}


async def answer(request: Request, path: str) -> Response:
    """The file at one of the addresses; it is packed when it is first asked for, while others are answered."""
    file = addresses()[path]
    content = _held.get(path)
    if content is None:
        content = _held[path] = await run_in_threadpool(packed.pack, file)
    # Streamlit has taught `mimetypes` what a script is, which Windows may not know.
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if packed.taken(request, content):
        return packed.answer(request, content, kind, packed.FOR_GOOD)
    return await run_in_threadpool(packed.answer, request, content, kind, packed.FOR_GOOD)


@cache
def needed(names: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses of the programs of these names and of all that they import, in the order in which they are asked for."""
    found: dict[str, None] = {}
    asked = [address for name in names for address in addresses() if address.startswith(f"/static/js/{name}.")]
    while asked:
        address = asked.pop(0)
        if address not in found and address in addresses():
            found[address] = None
            head = addresses()[address].read_bytes()[:_HEAD].decode("utf-8", "ignore")
            asked += [f"/static/js/{name}" for name in _IMPORTED.findall(head)]
    return tuple(found)
