"""Which addresses there are: everything else is answered with a page that helps, and every answer with its headers.

Streamlit opens doors that this dashboard has no use for (its measurements, an interface for agents, components,
sign-in) and answers any unknown address with the page of the dashboard. So the doors in use are named here, and the
others are shut.
"""

import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, get_route_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime

from netralitas.address.links import public_name
from netralitas.server import maps, programs
from netralitas.server.lost import lost
from netralitas.server.shell import shell
from netralitas.server.sitemap import SITEMAP, sitemap
from netralitas.web.answer import etag, matches
from netralitas.web.headers import missing

_READ = ("GET", "HEAD")
_STREAM, _CONFIGURATION, _HEALTH = "/_stcore/stream", "/_stcore/host-config", "/_stcore/health"
_UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")
# The front end asks what its host allows and does not go on without an answer: nobody hosts this page, nothing is allowed.
_ALLOWED_BY_HOST = {"allowedOrigins": [], "useExternalAuthToken": False, "enableCustomParentMessages": False, "metricsUrl": ""}
_ROBOTS = "User-agent: *\nDisallow: /_stcore/\nDisallow: /media/\nDisallow: /api/\nDisallow: /gambar/\n"
_ICONS = ("/favicon.ico", "/favicon.png")  # where browsers look for it, and where the front end does
_ICON = Path(__file__).parents[1] / "brand" / "icon.svg"


class Doors:
    """ASGI middleware around Streamlit: `pages` are its pages, `routes` what this program serves beside them."""

    def __init__(self, app: ASGIApp, pages: tuple[str, ...], routes: tuple[BaseRoute, ...] = ()):
        self._app, self._pages, self._routes = app, pages, routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and get_route_path(scope) != _STREAM:
            await send({"type": "websocket.close", "code": 1000})
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        else:
            await self._answered(scope, receive, _with_headers(send))

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        request, path = Request(scope, receive), get_route_path(scope)
        if path in programs.addresses() and scope["method"] in _READ:
            await (await programs.answer(request, path))(scope, receive, send)
            return
        if any(route.matches(scope)[0] != Match.NONE for route in self._routes):
            await self._app(scope, receive, send)
            return
        if path.startswith(maps.PREFIX) and scope["method"] in _READ:
            answer = await maps.answer(request, path.removeprefix(maps.PREFIX))
        else:
            # A view that nobody has asked for yet is looked up: others are answered meanwhile.
            answer = await run_in_threadpool(self._own, request, path)
        if answer is None and _open(path, scope["method"]):
            await self._app(scope, receive, _unless_missing(send, scope, receive, self._lost(request)))
            return
        await (answer or self._lost(request))(scope, receive, send)

    def _own(self, request: Request, path: str) -> Response | None:
        """The answers that are given here and not by Streamlit."""
        page = path.strip("/")
        if page in ("", *self._pages):
            return self._page(request, path, page)
        if request.method not in _READ:
            return None
        if path == _CONFIGURATION:
            return JSONResponse(_ALLOWED_BY_HOST, headers={"Cache-Control": "no-cache"})
        if path == "/robots.txt":
            named = public_name()
            told = f"{_ROBOTS}Sitemap: {named}{SITEMAP}\n" if named else _ROBOTS
            return PlainTextResponse(told, headers={"Cache-Control": "public, max-age=86400"})
        if path == SITEMAP and public_name():
            return sitemap(public_name())
        return _icon(request) if path in _ICONS else None

    def _page(self, request: Request, path: str, page: str) -> Response:
        """The page around the dashboard; an address with a slash too many, or with the name of the first page, is sent on."""
        if request.method not in _READ:
            return Response(status_code=405, headers={"Allow": ", ".join(_READ)})
        base = request.scope.get("root_path", "")
        if page == self._pages[0]:
            page = ""
        if path != f"/{page}":
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{base}/{page}{query}", 308, {"Cache-Control": "no-cache"})
        return shell(request, base, page, self._pages[0])

    def _lost(self, request: Request) -> Response:
        return lost(request, self._pages)


def _open(path: str, method: str) -> bool:
    """Does Streamlit answer this for the dashboard?"""
    upload = _UPLOAD.fullmatch(path)
    if upload:
        # A draft on Periksa naskah and a region's crest on Paparan are what is uploaded: into a session that is open.
        return method in ("PUT", "DELETE") and Runtime.exists() and Runtime.instance().is_active_session(upload[1])
    if method not in _READ:
        return False
    return path == _HEALTH or path.startswith("/media/")


def _icon(request: Request) -> Response:
    content = _ICON.read_bytes()
    headers = {"ETag": etag(content), "Cache-Control": "public, max-age=86400"}
    if matches(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="image/svg+xml")


def _with_headers(send: Send) -> Send:
    """Add to an answer what every answer carries."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(missing(headers))
        await send(message)

    return sent


def _unless_missing(send: Send, scope: Scope, receive: Receive, instead: Response) -> Send:
    """What Streamlit does not find is told in our words."""
    replaced = False

    async def sent(message: Message) -> None:
        nonlocal replaced
        if message["type"] == "http.response.start" and message["status"] == 404:
            replaced = True
            await instead(scope, receive, send)
        elif not replaced:
            await send(message)

    return sent
