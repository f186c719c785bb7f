"""The data addresses, asked as another program asks them."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from netralitas import api

APP = Starlette(routes=api.routes())


@pytest.fixture
def client(served_snapshot) -> TestClient:
    return TestClient(APP)
