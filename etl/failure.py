"""What a command of the ETL ends with when it can't do its work: a sentence and exit code 1, never a traceback."""

import functools
import os
import traceback
from collections.abc import Callable

import typer
from rich.console import Console

from etl import disk
from etl.problem import BadInput, lines
from etl.refusal import Refusal, counted

TRACE = "NETRALITAS_TRACE"
errors = Console(stderr=True)


class Commands(typer.Typer):
    """A command line whose commands end in a sentence, whatever happens: registered here, so that none is forgotten."""

    def command(self, *arguments, **named):
        register = super().command(*arguments, **named)
        return lambda function: register(_in_sentences(function))


def say(line: str) -> None:
    errors.print(line, markup=False, highlight=False, soft_wrap=True)


def _in_sentences(function: Callable) -> Callable:
    @functools.wraps(function)
    def run(*arguments, **named):
        try:
            return function(*arguments, **named)
        except (typer.Exit, typer.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get(TRACE):
                traceback.print_exc()
            for line in _sentences(error, function.__name__):
                say(line)
        raise typer.Exit(1)

    return run


def _sentences(error: Exception, command: str) -> tuple[str, ...]:
    nothing = "Nothing was published" if command == "build" else "Nothing was changed"
    if isinstance(error, Refusal):
        return error.sentences
    if isinstance(error, BadInput):
        rows = len({(line.file, line.row) for line in error.problems if line.row > 1})
        done = "added" if command == "add" else "published"
        total = f"{counted(len(error.problems), 'problem')}, {counted(rows, 'row')} rejected; nothing was {done}."
        return (*lines(error.problems), total)
    if isinstance(error, disk.NoRoom):
        return (f"{nothing}: {error}.",)
    if isinstance(error, OSError):
        return (f"{nothing}: {disk.told(error)}.",)
    said = (str(error).splitlines() or [""])[0]
    kind = "the database says" if type(error).__module__.endswith("duckdb") else type(error).__name__
    return (f"{nothing}: `python -m etl {command}` failed ({kind}: {said}); with {TRACE}=1 it shows where.",)
