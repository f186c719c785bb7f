"""The page at an address that does not exist: it says so in the reader's language and leads on."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from netralitas.address.links import in_language
from netralitas.server.language import asked
from netralitas.web.headers import POLICY, digest, policy
from netralitas.wording import text

_TEMPLATES = Path(__file__).parent / "templates"
_STYLE = (_TEMPLATES / "lost.css").read_text(encoding="utf-8")
_HEADERS = {"Cache-Control": "no-store", POLICY: policy(style_src=digest(_STYLE), img_src="'self'")}


@lru_cache(1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def lost(request: Request, pages: tuple[str, ...]) -> Response:
    """404, with the pages that there are."""
    language, base = asked(request), request.scope.get("root_path", "")
    # The first page stands at the dashboard's own address.
    places = {page: page if order else "" for order, page in enumerate(pages)}
    content = (
        _environment()
        .get_template("lost.html")
        .render(
            say=lambda key, **values: text(language, key, **values),
            language=language,
            style=Markup(_STYLE),
            base=base,
            path=request.url.path[:80],
            pages=[(text(language, f"halaman.{page}"), in_language(f"{base}/{place}", language)) for page, place in places.items()],
        )
    )
    return HTMLResponse(content, 404, _HEADERS)
