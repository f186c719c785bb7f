"""What could not be answered, as RFC 9457 tells it: a sentence, and what may be asked instead."""

import json
from http import HTTPStatus

from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """An answer that is not the one asked for. `more` are further members: parameter, value, allowed, suggestions."""

    def __init__(self, status: HTTPStatus, detail: str, headers: dict[str, str] | None = None, **more: object):
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers or {}, more

    def response(self) -> Response:
        told = {"type": "about:blank", "title": self.status.phrase, "status": int(self.status), "detail": self.detail, **self.more}
        headers = {"Cache-Control": "no-store", **self.headers}
        return Response(json.dumps(told, ensure_ascii=False), self.status, headers, media_type=MEDIA_TYPE)
