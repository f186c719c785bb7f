"""The same data for Excel, R and Power BI: read-only addresses beside the dashboard. `docs/api.md` tells their users."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from netralitas import store
from netralitas.address import parameters
from netralitas.address.links import DATA as ROOT
from netralitas.address.links import public_base
from netralitas.api import check, description, regions, rows, together
from netralitas.api.columns import FIGURE, LIST, SOURCE, STATEMENT
from netralitas.api.question import SCOPE, Question, read
from netralitas.model import LANGUAGE
from netralitas.store import Store
from netralitas.web.answer import Answer, Content
from netralitas.web.problem import Problem
from netralitas.wording import text

CSV, JSON, PARQUET, GEOJSON = "text/csv", "application/json", "application/vnd.apache.parquet", "application/geo+json"


def _head(data: Store, question: Question) -> dict:
    """What stands before the rows: which state of the data, what was asked, and how to read it."""
    about = text(question.language, "api.tentang")
    return {"snapshot": data.snapshot_id, "built_at": data.build_info()["built_at"], "query": regions.described(question), "about": about}


def _file(name: str, question: Question, extension: str) -> dict[str, str]:
    """A browser saves it under a speaking name; other programs don't care."""
    parts = ["netralitas", name, question.region, question.event, question.stage, question.unit]
    return {"Content-Disposition": f'attachment; filename="{"_".join(filter(None, parts))}.{extension}"'}


def _figures(name: str, extension: str) -> Callable[[Request, Store], Content]:
    """The maker of an address of figures: every published one, or the headlines."""
    headlines = name == "headlines"
    names = SCOPE if headlines else (*SCOPE, parameters.BREAKDOWN)

    def make(request: Request, data: Store) -> Content:
        question = read(request, data, names, calendar=not headlines)
        parts, head = rows.figures(data, question, headlines), _head(data, question)
        told = (name, extension, question)
        if extension == "json":
            return Content(JSON, told, lambda: rows.as_json(head, parts, FIGURE))
        if extension == "csv":
            return Content(CSV, told, lambda: rows.as_csv(parts, FIGURE), _file(name, question, extension))
        return Content(PARQUET, told, lambda: rows.as_parquet(head, parts, FIGURE), _file(name, question, extension))

    return make


def _together(name: str, extension: str) -> Callable[[Request, Store], Content]:
    """The maker of an address of what one source put together: statements or lists."""
    ask, columns, one = {
        "statements": (together.statements, STATEMENT, parameters.STATEMENT),
        "lists": (together.lists, LIST, parameters.LIST),
    }[name]

    def make(request: Request, data: Store) -> Content:
        question = read(request, data, (*SCOPE, one))
        told, head = (name, extension, question), _head(data, question)
        if extension == "json":
            return Content(JSON, told, lambda: rows.as_json(head, iter([ask(data, question)]), columns))
        return Content(CSV, told, lambda: rows.as_csv(iter([ask(data, question)]), columns), _file(name, question, extension))

    return make


def _sources(request: Request, data: Store) -> Content:
    question = read(request, data, SCOPE, calendar=True)
    frame = lambda: iter([data.sources_of_scope(question.language, **question.scope())])  # noqa: E731
    return Content(JSON, ("sources", question), lambda: rows.as_json(_head(data, question), frame(), SOURCE))


def _regions(request: Request, data: Store) -> Content:
    question = regions.asked(data, read(request, data, SCOPE))
    shapes = regions.shapes_in_use()
    return Content(GEOJSON, ("regions", question, shapes), lambda: regions.collection(data, question))


def _check(request: Request, data: Store) -> Content:
    question = read(request, data, (parameters.QUESTION, LANGUAGE))
    typed = request.query_params.get(parameters.QUESTION, "")
    head = {name: told for name, told in _head(data, question).items() if name != "query"}
    # What a stranger typed is answered and forgotten.
    made = lambda: check.body(data, head, typed, question.language)  # noqa: E731
    return Content(JSON, ("check", typed, question.language), made, remembered=False, light=True)


def _description(request: Request, data: Store) -> Content:
    question, base = read(request, data, (LANGUAGE,)), public_base(request)
    return Content(JSON, ("openapi", question, base), lambda: description.document(data, question.language, base))


def _unknown(request: Request, data: Store) -> Content:
    """Everything else below /api, so that a misspelt address does not give the dashboard's page."""
    raise Problem(HTTPStatus.NOT_FOUND, text("id", "api.alamat_asing", value=request.url.path[:80]), allowed=list(ADDRESSES))


ADDRESSES = {
    f"{ROOT}/figures.json": _figures("figures", "json"),
    f"{ROOT}/figures.csv": _figures("figures", "csv"),
    f"{ROOT}/figures.parquet": _figures("figures", "parquet"),
    f"{ROOT}/headlines.json": _figures("headlines", "json"),
    f"{ROOT}/headlines.csv": _figures("headlines", "csv"),
    f"{ROOT}/statements.json": _together("statements", "json"),
    f"{ROOT}/statements.csv": _together("statements", "csv"),
    f"{ROOT}/lists.json": _together("lists", "json"),
    f"{ROOT}/lists.csv": _together("lists", "csv"),
    f"{ROOT}/sources.json": _sources,
    f"{ROOT}/regions.geojson": _regions,
    f"{ROOT}/check.json": _check,
    f"{ROOT}/openapi.json": _description,
}


class _Health(Answer):
    """Is the process there, and has it opened a snapshot? Never remembered, for a machine asks to know now.

    `note` says why the snapshot is not the one that was published last; where there is none to read, or the open one was written
    over and no other is sound, the answer is 503 with the reason.
    """

    def __init__(self, ready: bool):
        super().__init__(lambda request, data: Content(JSON, (), bytes))
        self.ready = ready

    def _respond(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return super()._respond(request)
        told = {"status": "ok"}
        if self.ready:
            data = store.current()
            if why := store.spoilt():
                raise store.NoSnapshot(why, built=True)
            told = {"status": "ready", "snapshot": data.snapshot_id, "figures": data.size()}
            if why := store.note():
                told["note"] = why
        return JSONResponse(told, headers={"Cache-Control": "no-store"})


def routes() -> list[Route]:
    """All addresses, to be served before the pages."""
    known = [Route(path, Answer(make)) for path, make in ADDRESSES.items()]
    health = [Route("/healthz", _Health(ready=False)), Route("/readyz", _Health(ready=True))]
    return [*known, *health, Route("/api", Answer(_unknown)), Route("/api/{rest:path}", Answer(_unknown))]
