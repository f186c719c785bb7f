"""The picture of a chart at an address of its own: for a website that wants no frame, and for a shared link."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.routing import Route

from netralitas.address.links import PICTURES
from netralitas.charts import page as pages
from netralitas.render import picture
from netralitas.store import Store
from netralitas.web.answer import Answer, Content
from netralitas.web.problem import Problem
from netralitas.wording import text


def _make(request: Request, data: Store) -> Content:
    """What depends on nothing but the chart that the address means, however it is written."""
    page, name, asked = request.path_params["page"], request.path_params["chart"], request.query_params
    scope, _ = pages.opened(data, page, asked)
    scope = pages.proposed(data, page, scope, asked)
    named = dict(pages.PAGES[page](data, scope, asked)).get(name) if page in pages.PAGES else None
    chart = pages.declared(data, named, scope.language) if named else None
    if chart is None or chart.empty:
        raise Problem(HTTPStatus.NOT_FOUND, text(scope.language, "sematkan.tak_ada"))
    return Content("image/png", ("gambar.png", named, scope.language), lambda: picture.png(chart))


def routes() -> list[Route]:
    return [Route(f"{PICTURES}/{{page}}/{{chart}}.png", Answer(_make))]
