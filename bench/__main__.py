"""Measure what the project promises: `python -m bench [names…] [--quick]`; all benches where none is named.

Every ratio compares two things measured in the same run and in turns (A B A B), so it holds on a busy or slow
machine, where seconds do not. A ✗ marks a limit that is not reached; the exit code is 0 all the same, for a
machine that is slow today is no defect.
"""

import platform
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bench import addresses, drawn, etl, files, memory, pages, readers, start  # noqa: F401 - each enters its benches
from bench.rows import BENCHES, FULL, QUICK, Row


def main(
    names: Annotated[list[str] | None, typer.Argument(help="Benches to run: " + ", ".join(BENCHES))] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Fewer repetitions.")] = False,
) -> None:
    """Run the benches and print one table."""
    # Into a file or a log: wide enough that no line is broken.
    console = Console() if sys.stdout.isatty() else Console(width=120)
    unknown = set(names or ()) - set(BENCHES)
    if unknown:
        raise typer.BadParameter(f"no bench named {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    table = Table(
        "what", "measured", "beside", "ratio", "limit", "", title=f"Netralitas, {platform.platform()}, Python {platform.python_version()}"
    )
    for column in table.columns[1:5]:
        column.justify = "right"
    for name in names or BENCHES:
        with console.status(name) as status:
            for row in BENCHES[name](QUICK if quick else FULL, lambda doing, name=name: status.update(f"{name}: {doing}")):
                table.add_row(*cells(row))
        table.add_section()
    console.print(table)


def cells(row: Row) -> list[str]:
    """A row in words: a limit on a ratio is written as ×."""
    mark = {True: "✓", False: "✗", None: ""}[row.ok]
    if row.value is None:
        return [row.name, _short(row.failed) or "not measured", "", "", _limit(row), mark]
    ratio = f"{row.ratio:.2f} ×" if row.ratio is not None else ""
    beside = _amount(row.base, row.unit) if row.base is not None else ""
    return [row.name, _short(row.failed) or _amount(row.value, row.unit), beside, ratio, _limit(row), mark]


def _short(failed: str) -> str:
    """The first line of what went wrong, cut."""
    line = next(iter(failed.splitlines()), "")
    return f"failed: {line[:36]}…" if line else ""


def _limit(row: Row) -> str:
    if row.limit is None:
        return ""
    return f"{row.limit:g} ×" if row.base is not None else _amount(row.limit, row.unit)


def _amount(value: float, unit: str) -> str:
    return f"{value * 1000:,.0f} ms" if unit == "s" and value < 10 else f"{value:,.0f} {unit}"


if __name__ == "__main__":
    typer.run(main)
