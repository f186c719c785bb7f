"""`python -m netralitas` that can't serve: one sentence, exit code 1, and no address is printed."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from netralitas.__main__ import app, bound

ROOT = Path(__file__).resolve().parent.parent
FAULTS = {
    "99999": (["--port", "99999"], "99999 is no port: --port takes a number from 0 to 65535"),
    "-1": (["--port", "-1"], "-1 is no port"),
    "name": (["--host", "nowhere.invalid"], "nowhere.invalid is no address of this machine"),
    "address of others": (["--host", "203.0.113.9"], "203.0.113.9 is no address of this machine"),
}


@pytest.mark.parametrize(("options", "told"), FAULTS.values(), ids=FAULTS)
def test_what_can_not_be_bound_is_one_sentence(options, told):
    result = CliRunner().invoke(app, options)
    assert result.exit_code == 1 and result.stdout == ""
    assert len(result.stderr.splitlines()) == 1 and result.stderr.startswith(f"Nothing is served: {told}")


def test_a_port_that_is_taken_is_told_before_any_address():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "netralitas", "--port", str(port)]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"Nothing is served: port {port} is taken by another program: stop that one, or choose another port with --port."
    ]


def test_a_defect_while_starting_is_one_sentence(monkeypatch):
    def defect(listeners, address):
        raise ValueError("secret value\nsecond line")

    monkeypatch.setattr("netralitas.server.serve.main", defect)
    result = CliRunner().invoke(app, ["--port", "0"])
    assert result.exit_code == 1 and "Traceback" not in result.output
    assert result.stderr.startswith("Nothing is served: the dashboard can't be served (ValueError: secret value);")


def test_every_address_of_a_name_is_taken():
    listeners = bound("localhost", 0)
    try:
        assert {listener.getsockname()[0] for listener in listeners} <= {"127.0.0.1", "::1"}
        assert listeners and all(listener.getsockname()[1] for listener in listeners)
        assert os.name != "posix" or all(listener.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) for listener in listeners)
    finally:
        for listener in listeners:
            listener.close()
