"""The language of an answer that is given before anything of the view is known."""

from starlette.requests import Request

from netralitas.model import LANGUAGE, LANGUAGES


def asked(request: Request) -> str:
    """The one that the address names, else the first of the browser's that we speak, else the first of ours."""
    named = request.query_params.get(LANGUAGE)
    if named is not None:
        return named if named in LANGUAGES else LANGUAGES[0]
    for part in request.headers.get("accept-language", "").split(","):
        spoken = part.partition(";")[0].strip().partition("-")[0].lower()
        if spoken in LANGUAGES:
            return spoken
    return LANGUAGES[0]
