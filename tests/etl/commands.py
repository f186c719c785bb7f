"""The commands as somebody types them, and folders as somebody lists them."""

from pathlib import Path

from typer.testing import CliRunner, Result

from etl.__main__ import app


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), terminal_width=120)


def build(data: Path, out: Path, geo: Path, *more: str) -> Result:
    return run("build", "--data", data, "--out", out, "--geo", geo, *more)


def listing(*folders: Path) -> dict[str, bytes | None]:
    """Everything that lies in the folders, with its content; the locks, which stay, left out."""
    found = (file for folder in folders for file in folder.rglob("*") if file.name != ".lock")
    return {str(file): file.read_bytes() if file.is_file() else None for file in found}


def one_sentence(result: Result) -> str:
    """What a refused command says: one line, exit code 1, no traceback."""
    assert result.exit_code == 1, result.output
    lines = [line for line in result.stderr.splitlines() if line.strip() and "0:00:" not in line]
    assert len(lines) == 1 and "Traceback" not in result.output, result.output
    return lines[0]
