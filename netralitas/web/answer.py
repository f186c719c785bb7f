"""How every address outside the dashboard answers: read-only, remembered by snapshot, problems told in sentences.

An answer depends on the snapshot, on the program and on what was asked, and on nothing else; a digest of
these is its ETag. The tag is weak, because the server may compress the body on its way.
"""

import hashlib
import logging
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from http import HTTPStatus
from itertools import chain
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from netralitas import store
from netralitas.store.memory import dear
from netralitas.web.problem import Problem
from netralitas.wording import text

METHODS = "GET, HEAD, OPTIONS"
# Anyone may read, from any page: the figures are public, and there is no cookie, no sign-in and nothing to change.
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, X-Snapshot, Content-Disposition"}
PREFLIGHT = {"Access-Control-Allow-Methods": METHODS, "Access-Control-Allow-Headers": "If-None-Match", "Access-Control-Max-Age": "86400"}
# Keep it, but ask each time whether it still holds: a new snapshot may withdraw a number.
CACHED = {"Cache-Control": "public, no-cache"}

LONGEST_KEPT = 4 * 2**20  # bytes of an answer that is remembered
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Content:
    """One answer: what it depends on beside snapshot and program, and how to make it when it is wanted.

    `remembered`: does it depend on nothing that a stranger typed? Then it is kept with the snapshot, unless it is long.
    `light`: a page, which must not wait for files that are being made.
    """

    media_type: str
    depends_on: tuple
    body: Callable[[], bytes | Iterator[bytes]]
    headers: dict[str, str] = field(default_factory=dict)
    remembered: bool = True
    light: bool = False


@cache
def program() -> str:
    """A digest of this program: with new code the same snapshot may be told in other words."""
    digest = hashlib.sha256()
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in (".py", ".toml", ".sql", ".html", ".css"):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


class Answer:
    """An ASGI endpoint around `make(request, store)`, which gives the Content or raises Problem.

    It takes every method, so that a method that is not offered is refused here and not passed on to the pages.
    """

    def __init__(self, make: Callable[[Request, store.Store], Content]):
        self.make = make

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        response = await run_in_threadpool(self.respond, request)
        await response(scope, receive, send)

    def respond(self, request: Request) -> Response:
        """The response to one request; whatever goes wrong is told as a problem, and logged if it is ours."""
        if request.method == "OPTIONS":
            return Response(status_code=HTTPStatus.NO_CONTENT, headers={"Allow": METHODS, **OPEN, **PREFLIGHT})
        try:
            response = self._respond(request)
        except Problem as problem:
            response = problem.response()
        except store.NoSnapshot as absent:
            told = text("id", "data_rusak" if absent.built else "belum_dibangun")
            response = Problem(HTTPStatus.SERVICE_UNAVAILABLE, told, reason=str(absent)).response()
        except Exception:
            logging.getLogger(__name__).exception("no answer: %s", request.url.path)
            response = Problem(HTTPStatus.INTERNAL_SERVER_ERROR, text("id", "api.galat")).response()
        response.headers.update(OPEN)
        return without_body(response) if request.method == "HEAD" else response

    def _respond(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            raise Problem(HTTPStatus.METHOD_NOT_ALLOWED, text("id", "api.metode", allowed=METHODS), {"Allow": METHODS})
        data = store.current()
        content = self.make(request, data)
        tag = etag(data.snapshot_id, *content.depends_on)
        headers = {"ETag": tag, "X-Snapshot": data.snapshot_id, **CACHED, **content.headers}
        if matches(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        if request.method == "HEAD":
            return Response(headers=headers, media_type=content.media_type)
        body = _kept(data, content) if content.remembered else None
        if body is None:
            body = content.body()
        if isinstance(body, bytes):
            return Response(body, headers=headers, media_type=content.media_type)
        # The first part is made before anything is sent: a question that fails must not look like a short answer.
        return StreamingResponse(chain([next(body, b"")], body), headers=headers, media_type=content.media_type)


def _kept(data: store.Store, content: Content) -> bytes | None:
    """The whole answer, made once for all who ask; None for one that is too long to be held."""
    return data.memory.answer((content.media_type, *content.depends_on), lambda: _whole(content))


def _whole(content: Content) -> bytes | None:
    with nullcontext() if content.light else dear():
        body = content.body()
        if isinstance(body, bytes):
            return body
        parts, size = [], 0
        for part in body:
            parts.append(part)
            size += len(part)
            if size > LONGEST_KEPT:
                return None
        return b"".join(parts)


def etag(*parts: object) -> str:
    told = "\n".join(map(spelt, (program(), *parts)))
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:20]}"'


def spelt(part: object) -> str:
    """The same letters for the same thing in every process: a set is put in order, and what has no spelling of its own is refused."""
    if is_dataclass(part):
        return f"{type(part).__name__}({', '.join(f'{one.name}={spelt(getattr(part, one.name))}' for one in fields(part))})"
    if isinstance(part, (set, frozenset)):
        return "{" + ", ".join(sorted(map(spelt, part))) + "}"
    if isinstance(part, dict):
        return "{" + ", ".join(sorted(f"{spelt(key)}: {spelt(value)}" for key, value in part.items())) + "}"
    if isinstance(part, (tuple, list)):
        return "[" + ", ".join(map(spelt, part)) + "]"
    if part is None or isinstance(part, (str, int, float, bytes)):
        return repr(part)
    raise TypeError(f"no spelling for a {type(part).__name__} in an ETag")


def matches(asked: str, tag: str) -> bool:
    """RFC 9110, If-None-Match: compared weakly."""
    known = [part.strip().removeprefix("W/") for part in asked.split(",")]
    return "*" in known or tag.removeprefix("W/") in known


def without_body(response: Response) -> Response:
    """The same head without a body; its length would be that of a body that was not made."""
    bare = Response(status_code=response.status_code)
    bare.raw_headers = [(name, value) for name, value in response.raw_headers if name != b"content-length"]
    return bare
