"""The HTML page around the dashboard: Streamlit's own, told where its server is, in the reader's language.

Opened at /tren, Streamlit's page first looks for a server below /tren and leaves two errors in the
browser's console; told the address of the server, it goes there at once. It is also told at once which
program will draw the page's first figure: else the browser asks for that one (4.7 MB) only when the figure
arrives, which over a network of 20 Mbit/s costs 0.7 s of 6.
"""

from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from netralitas.wording import text

# The server of a page is where the page comes from; `base` is the path that a proxy may put before it.
_TOLD = '<script>window.__streamlit = {{ BACKEND_BASE_URL: location.origin + "{base}/" }}</script>'
_CHARTS, _TABLES = "PlotlyChart", "DataFrame"
_DRAWN_BY = {"data": _TABLES, "paparan": None}  # all other pages begin with a chart


class Shell:
    """ASGI middleware: answers the addresses of pages, passes everything else on."""

    def __init__(self, app: ASGIApp, pages: tuple[str, ...]):
        self._app = app
        self._paths = {"/", *(f"/{page}" for page in pages)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            base = scope.get("root_path", "")
            if scope["path"].removeprefix(base) in self._paths:
                language = parse_qs(scope["query_string"].decode("latin-1")).get("bahasa", ["id"])[0]
                drawn_by = _DRAWN_BY.get(scope["path"].removeprefix(base).strip("/"), _CHARTS)
                page = _page("en" if language == "en" else "id", base, drawn_by)
                await HTMLResponse(page, headers={"Cache-Control": "no-cache"})(scope, receive, send)
                return
        await self._app(scope, receive, send)


@cache
def _page(language: str, base: str, drawn_by: str | None) -> str:
    static = Path(file_util.get_static_dir())
    page = (static / "index.html").read_text(encoding="utf-8")
    title = text(language, "produk")
    programs = sorted((static / "static" / "js").glob(f"{drawn_by}.*.js")) if drawn_by else []
    early = "".join(f'\n    <link rel="modulepreload" crossorigin href="./static/js/{program.name}">' for program in programs)
    return (
        page.replace("<head>", "<head>\n    " + _TOLD.format(base=base), 1)
        .replace("</head>", early + "\n  </head>", 1)
        .replace('<html lang="en">', f'<html lang="{language}">', 1)
        .replace("<title>Streamlit</title>", f"<title>{title}</title>", 1)
    )
