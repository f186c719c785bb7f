"""What is asked: query parameters in, a Question out. A senseless one is refused with the values that would be accepted.

The pages follow a senseless address as far as they can, because a person reads the note beside the numbers. Here a
program reads, and a program that asked for `tahap=sankis` must not be given other numbers without noticing.
"""

from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request

from netralitas import model
from netralitas.address.parameters import BREAKDOWN, CALENDAR, EXTENT, LEVEL, LEVELS, LIST, ONLY, QUESTION, STATEMENT, WITHIN
from netralitas.address.search import find
from netralitas.model import LANGUAGES
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.web.problem import Problem
from netralitas.wording import text

# Enough to choose from; the whole list stands in the description.
_MOST_TOLD = 60


@dataclass(frozen=True)
class Question:
    """A scope; None takes all of a part in. `below` takes the regions within `region` in, `together` is one statement or list."""

    language: str = "id"
    region: str | None = None
    below: bool = True
    level: str | None = None
    event: str | None = None
    stage: str | None = None
    unit: str | None = None
    dimension: str | None = None
    together: str | None = None

    def scope(self) -> dict[str, object]:
        """As the store takes it."""
        level = LEVELS.index(self.level) if self.level else None
        return {"region": self.region, "below": self.below, "level": level, "event": self.event, "stage": self.stage, "unit": self.unit}


SCOPE = (model.REGION, EXTENT, LEVEL, model.EVENT, model.STAGE, model.UNIT, model.LANGUAGE)


@remembered
def allowed(data: Store, name: str, calendar: bool = False) -> tuple[str, ...]:
    """The values that a parameter takes; none is named of one that takes any words."""
    values = {
        model.REGION: tuple(data.region_names()),
        EXTENT: (ONLY, WITHIN),
        LEVEL: LEVELS,
        model.EVENT: (*data.event_names(), *((CALENDAR,) if calendar else ())),
        model.STAGE: model.STAGES,
        model.UNIT: model.UNITS,
        BREAKDOWN: tuple(data.codes("dimension")),
        STATEMENT: tuple(data.statements_of_all()["statement_id"].unique()) if name == STATEMENT else (),
        LIST: tuple(data.lists_of_all()["list_id"].unique()) if name == LIST else (),
        QUESTION: (),
        model.LANGUAGE: LANGUAGES,
    }
    return values[name]


def read(request: Request, data: Store, names: tuple[str, ...], calendar: bool = False) -> Question:
    """The question of a request that knows these parameters. Raises Problem."""
    pairs = request.query_params.multi_items()
    told = dict(pairs)
    language = told.get(model.LANGUAGE)
    language = language if language in LANGUAGES else LANGUAGES[0]
    for name, value in pairs:
        if name not in names:
            raise _refused(language, "api.parameter_asing", name, value, names)
        if sum(name == other for other, _ in pairs) > 1:
            raise _refused(language, "api.parameter_ganda", name, value, allowed(data, name, calendar))
        if name != QUESTION and value not in allowed(data, name, calendar):
            raise _unknown(data, language, name, value, calendar)
    region, level = told.get(model.REGION), told.get(LEVEL)
    # A region alone is that region; a level, or no region, speaks of regions within.
    extent = told.get(EXTENT) or (ONLY if region and not level else WITHIN)
    return Question(
        language=language,
        region=region,
        below=extent == WITHIN,
        level=level,
        event=told.get(model.EVENT),
        stage=told.get(model.STAGE),
        unit=told.get(model.UNIT),
        dimension=told.get(BREAKDOWN),
        together=told.get(STATEMENT) or told.get(LIST),
    )


def _unknown(data: Store, language: str, name: str, value: str, calendar: bool) -> Problem:
    values = allowed(data, name, calendar)
    if name != model.REGION:
        return _refused(language, "api.nilai_asing", name, value, values)
    code, suggestions = find(data, value[:200])
    near = [{"code": code, "name": data.region_name(code)} for code in (code, *suggestions) if code]
    problem = _refused(language, "api.wilayah_asing", name, value, values)
    problem.more["suggestions"] = near
    return problem


def _refused(language: str, key: str, name: str, value: str, values: tuple[str, ...]) -> Problem:
    listed = "…" if not values else ", ".join(values) if len(values) <= _MOST_TOLD else ", ".join((*values[:3], "…"))
    detail = text(language, key, name=name[:60], value=value[:60], allowed=listed)
    return Problem(HTTPStatus.BAD_REQUEST, detail, parameter=name[:60], value=value[:200], allowed=list(values))
