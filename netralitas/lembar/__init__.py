"""The fact sheet: one page a region that opens at once, prints on one A4 and travels as a link with a picture.

Plain HTML without a script. What it says is gathered in `sheet`, drawn in `draw` (inline SVG) and `picture` (PNG).
"""

import base64
import hashlib
from functools import lru_cache, partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from netralitas import address, model
from netralitas.address import Note
from netralitas.address.links import page_address, public_base, sheet_address
from netralitas.address.search import find
from netralitas.claims.amount import verdict_word
from netralitas.lembar import draw, picture
from netralitas.lembar.sheet import Mark, Sheet, sheet
from netralitas.model import DISPUTED, LANGUAGES, NOTED, Filter
from netralitas.store import Store
from netralitas.web.answer import Answer, Content
from netralitas.web.problem import Problem
from netralitas.wording import number, text

_TEMPLATES = Path(__file__).parent / "templates"
_STYLE = (_TEMPLATES / "lembar.css").read_text(encoding="utf-8")
_PICTURE = ".png"


def _policy() -> str:
    """No script, nothing from elsewhere; the one style sheet is named by its digest."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    parts = ("default-src 'none'", f"style-src 'sha256-{digest}'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'")
    return "; ".join(parts)


HEADERS = {"Content-Security-Policy": _policy(), "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}


@lru_cache(1)
def _environment() -> Environment:
    """Everything that comes from data is escaped; a name that a template misspells is an error."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


class _Elsewhere(Problem):
    """The sheet stands at another address, or there is none: the response is made where this is raised."""

    def __init__(self, made: Response):
        super().__init__(HTTPStatus(made.status_code), "")
        self.made = made

    def response(self) -> Response:
        return self.made


def _make(request: Request, data: Store) -> Content:
    """The page or its picture; a region that is not named by its code is sent on, or refused with suggestions."""
    typed = request.path_params["region"]
    wants_picture = typed.lower().endswith(_PICTURE)
    if wants_picture:
        typed = typed[: -len(_PICTURE)]
    base = public_base(request)
    region, suggestions = find(data, typed[:200])
    if region is None:
        raise _Elsewhere(_unknown(request, data, typed, suggestions, base))
    if typed != region:
        query = f"?{request.url.query}" if request.url.query else ""
        raise _Elsewhere(RedirectResponse(f"{base}/lembar/{quote(region)}{_PICTURE if wants_picture else ''}{query}", HTTPStatus.FOUND))
    scope, notes = address.parse(data, {**request.query_params, model.REGION: region})
    depends_on = (scope, scope.chosen & {model.STAGE, model.UNIT} and "chosen", tuple(notes), base)
    if wants_picture:
        return Content("image/png", ("lembar.png", *depends_on), lambda: _drawn(data, scope, scope.chosen, base))
    return Content("text/html", ("lembar", *depends_on), lambda: _written(data, scope, scope.chosen, tuple(notes), base), HEADERS)


# Equality of a Filter leaves out what was chosen, but a note depends on it: it is part of the key.
@lru_cache(1024)
def _written(data: Store, scope: Filter, _chosen: frozenset[str], notes: tuple[Note, ...], base: str) -> bytes:
    return html(sheet(data, scope, base, notes)).encode()


@lru_cache(256)
def _drawn(data: Store, scope: Filter, _chosen: frozenset[str], base: str) -> bytes:
    return picture.png(sheet(data, scope, base))


def html(told: Sheet) -> str:
    """The page of a sheet."""
    language = told.scope.language
    on_cards = {card.figure_id for card in told.cards}
    further = [mark for mark in told.pipeline.marks if mark.figure_id not in on_cards] if told.pipeline else []
    return _render(
        "lembar.html",
        language,
        sheet=told,
        title=text(language, "lembar.judul", region=told.region, event=told.event),
        told=preview(told),
        other=next(other for other in LANGUAGES if other != language),
        further=further,
        number=partial(number, language=language),
        bar=draw.bar,
        columns=lambda panel: draw.columns(panel, verdict_word("", language)),
        sign=_sign,
        verdict_word=partial(verdict_word, language=language),
        NOTED=NOTED,
        DISPUTED=DISPUTED,
        source=_source,
    )


def preview(told: Sheet) -> str:
    """What a shared link says below its picture: the number, its source, its warning."""
    lead, language = told.lead, told.scope.language
    if lead is None:
        return told.summary
    said = f"{lead.stage_label}: {lead.amount.full} ({lead.counter}, {lead.cutoff}, {lead.publisher})."
    doubt = f" {verdict_word(DISPUTED, language).capitalize()}." if lead.status == DISPUTED else ""
    return f"{said}{doubt} {told.warning}".strip()


def _sign(mark: Mark) -> str:
    return {NOTED: " •", DISPUTED: " ⚠"}.get(mark.status, "")


def _source(words: str, url: str) -> Markup:
    """Words that lead to their page; only a web address becomes a link."""
    if not url.startswith(("https://", "http://")):
        return Markup("{}").format(words)
    return Markup('<a href="{}" rel="noopener">{}</a>').format(url, words)


def _render(template: str, language: str, **values: object) -> str:
    say = lambda key, **filled: text(language, key, **filled)  # noqa: E731
    return _environment().get_template(template).render(say=say, language=language, style=Markup(_STYLE), **values)


def _unknown(request: Request, data: Store, typed: str, suggestions: tuple[str, ...], base: str) -> Response:
    """404: a sentence, and the regions that may be meant. The rest of the address is kept for them."""
    asked = request.query_params.get(model.LANGUAGE)
    language = asked if asked in LANGUAGES else LANGUAGES[0]
    scope, _ = address.parse(data, {**request.query_params, model.REGION: model.NATION, model.LANGUAGE: language})
    near = []
    for code in suggestions:
        name = " · ".join(data.region_name(place) for place in data.line_of(code)[:2])
        near.append((name, sheet_address(base, address.propose(data, scope.but(region=code)))))
    sentence = text(language, "lembar.tak_dikenal", value=typed[:80])
    page = _render("tak_dikenal.html", language, sentence=sentence, suggestions=near, dashboard=page_address(base, scope))
    return HTMLResponse(page, HTTPStatus.NOT_FOUND, {**HEADERS, "Cache-Control": "no-store"})


def routes() -> list[Route]:
    return [Route("/lembar/{region}", Answer(_make))]
