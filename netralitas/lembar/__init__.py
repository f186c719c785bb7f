"""The fact sheet: one page a region that opens at once, prints on one A4 and travels as a link with a picture.

Plain HTML without a script. What it says is gathered in `sheet`, drawn in `draw` (inline SVG) and `picture` (PNG).
"""

from functools import partial
from http import HTTPStatus
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from netralitas import address, model
from netralitas.address.links import SHEETS, page_address, public_base, sheet_address
from netralitas.address.search import find
from netralitas.claims.amount import verdict_word
from netralitas.claims.older import older
from netralitas.lembar import chart, check, draw, picture
from netralitas.lembar.panels import Mark
from netralitas.lembar.sheet import Sheet, sheet
from netralitas.lembar.written import TEMPLATES, source, written
from netralitas.model import LANGUAGES
from netralitas.render.ground.signs import SIGNS
from netralitas.store import Store
from netralitas.web.answer import Answer, Content
from netralitas.web.headers import POLICY, digest, policy
from netralitas.web.problem import Problem
from netralitas.wording import number, text

_STYLE = (TEMPLATES / "lembar.css").read_text(encoding="utf-8")
_PICTURE = ".png"


# No script, nothing from elsewhere; the one style sheet is named by its digest.
HEADERS = {POLICY: policy(style_src=digest(_STYLE), img_src="'self' data:"), "Referrer-Policy": "no-referrer"}


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
        raise _Elsewhere(RedirectResponse(f"{base}{SHEETS}/{quote(region)}{_PICTURE if wants_picture else ''}{query}", HTTPStatus.FOUND))
    scope, notes = address.parse(data, {**request.query_params, model.REGION: region})
    sentences = tuple(filter(None, (older(data, scope.language), *(note.sentence for note in notes))))
    depends_on = (scope, tuple(sorted(scope.chosen & {model.STAGE, model.UNIT})), sentences, base)
    if wants_picture:
        return Content("image/png", ("lembar.png", *depends_on), lambda: picture.png(sheet(data, scope, base)))
    made = lambda: html(sheet(data, scope, base, sentences)).encode()  # noqa: E731
    # A note repeats what a stranger typed.
    return Content("text/html", ("lembar", *depends_on), made, HEADERS, remembered=not notes, light=True)


def html(told: Sheet) -> str:
    """The page of a sheet."""
    language = told.scope.language
    return written(
        "lembar.html",
        language,
        Markup(_STYLE),
        sheet=told,
        title=text(language, "lembar.judul", region=told.region, event=told.event),
        told=preview(told),
        above=told.above.partition(" · ")[0],
        other=next(other for other in LANGUAGES if other != language),
        number=partial(number, language=language),
        bar=draw.bar,
        sign=_sign,
        signs=SIGNS,
        verdict_word=partial(verdict_word, language=language),
        source=source,
    )


def preview(told: Sheet) -> str:
    """What a shared link says below its picture: the number, its source, its warning."""
    lead, language = told.lead, told.scope.language
    if lead is None:
        return told.summary
    said = f"{lead.stage_label}: {lead.amount.full} ({lead.counter}, {lead.cutoff}, {lead.publisher})."
    doubt = f" {verdict_word(lead.status, language).capitalize()}." if SIGNS[lead.status].doubted else ""
    return f"{said}{doubt} {told.warning}".strip()


def _sign(mark: Mark) -> str:
    return SIGNS[mark.status].after


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
    page = written("tak_dikenal.html", language, Markup(_STYLE), sentence=sentence, suggestions=near, dashboard=page_address(base, scope))
    return HTMLResponse(page, HTTPStatus.NOT_FOUND, {**HEADERS, "Cache-Control": "no-store"})


def routes() -> list[Route]:
    return [Route(f"{SHEETS}/{{region}}", Answer(_make)), *check.routes(), *chart.routes()]
