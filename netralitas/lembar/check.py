"""Cek angka as a light page: a question in the address, its answer at once, without a script. For a phone in a meeting."""

from dataclasses import replace

from markupsafe import Markup
from starlette.requests import Request
from starlette.routing import Route

from netralitas.address.links import CHECK, check_address, public_base, question_address, sheet_address
from netralitas.address.parameters import QUESTION
from netralitas.charts.known import of_answer
from netralitas.check.asked import LONGEST
from netralitas.check.places import of_figures
from netralitas.check.question import Answer as Told
from netralitas.check.question import answer
from netralitas.claims.amount import verdict_word
from netralitas.claims.older import older
from netralitas.lembar.dots import dots
from netralitas.lembar.written import TEMPLATES, source, written
from netralitas.model import LANGUAGE, LANGUAGES
from netralitas.render.ground.signs import SIGNS
from netralitas.store import Store
from netralitas.web.answer import Answer, Content
from netralitas.web.headers import POLICY, digest, policy

_STYLE = "".join((TEMPLATES / f"{name}.css").read_text(encoding="utf-8") for name in ("lembar", "cek"))
HEADERS = {POLICY: policy(style_src=digest(_STYLE), img_src="'self' data:", form_action="'self'"), "Referrer-Policy": "no-referrer"}


def _make(request: Request, data: Store) -> Content:
    # A letter more than is read, so that what is left out is said.
    typed, language = request.query_params.get(QUESTION, "")[: LONGEST + 1], request.query_params.get(LANGUAGE)
    language, base = language if language in LANGUAGES else LANGUAGES[0], public_base(request)
    # What a stranger typed is answered and forgotten.
    before = older(data, language)
    made = lambda: html(data, answer(data, typed, language), language, base, before).encode()  # noqa: E731
    return Content("text/html", ("cek", typed, language, base, before), made, HEADERS, remembered=False, light=True)


def html(data: Store, told: Told, language: str, base: str, before: str = "") -> str:
    """The page of an answer; `before` stands above it."""
    chart, other = of_answer(data, told), next(one for one in LANGUAGES if one != language)
    rules = {rule["id"]: rule[f"condition_{language}"] for rule in data.rules().to_dict("records")}
    return written(
        "cek.html",
        language,
        Markup(_STYLE),
        told=told,
        before=before,
        chart=chart,
        drawn=dots(chart) if chart else "",
        rules=rules,
        other=other,
        parameter=QUESTION,
        language_parameter=LANGUAGE,
        default_language=LANGUAGES[0],
        longest=LONGEST,
        source=source,
        signs=SIGNS,
        verdict_word=lambda status: verdict_word(status, language),
        questions=of_figures(data, language),
        asked=lambda question: check_address(base, question, language),
        addresses={
            "other": check_address(base, told.typed, other),
            "page": question_address(base, told.typed, language),
            "sheet": sheet_address(base, replace(told.scope, language=language)) if told.scope else "",
        },
    )


def routes() -> list[Route]:
    return [Route(CHECK, Answer(_make))]
