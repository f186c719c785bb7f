"""A draft that is uploaded is held in memory: nothing of it is written to a file, however small."""

import tempfile

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from netralitas.documents import MOST_BYTES
from netralitas.server.uploads import keep_in_memory


def test_largest_draft_is_written_to_no_file(monkeypatch):
    written = []
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", lambda file: written.append(file))

    async def received(request: Request) -> PlainTextResponse:
        async with request.form() as form:
            return PlainTextResponse(str(len(await form["naskah"].read())))

    keep_in_memory()
    client = TestClient(Starlette(routes=[Route("/", received, methods=["PUT"])]))
    answer = client.put("/", files={"naskah": ("naskah.docx", b"x" * MOST_BYTES)})
    assert answer.text == str(MOST_BYTES)
    assert written == []
