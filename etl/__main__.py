"""Command line of the ETL: `python -m etl build`, `check`, `rollback`, `boundaries`."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from etl import publish
from etl.problem import BadInput, lines

app = typer.Typer(
    help="Load the published neutrality figures into DuckDB and prepare the maps.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
console = Console()
errors = Console(stderr=True)

DataDir = Annotated[Path, typer.Option("--data", help="Folder with the tables (see data/README.md).", show_default=True)]
OutDir = Annotated[Path, typer.Option("--out", help="Folder for the snapshots and the pointer CURRENT.", show_default=True)]
GeoDir = Annotated[Path, typer.Option("--geo", help="Folder for the map shapes that browsers load.", show_default=True)]
SHAPES = Path("static") / "geo"


@app.command()
def build(data: DataDir = Path("data"), out: OutDir = Path("build"), geo: GeoDir = SHAPES) -> None:
    """Build and publish a snapshot; unchanged input publishes nothing."""
    from etl import geometry

    # Before the imports of the build, so that the two processes part as early as they can.
    shapes = None if geometry.is_current(data, geo) else _shapes_beside(data, geo)
    from etl.build import STEPS
    from etl.build import build as run

    with _progress() as progress:
        task = progress.add_task("start", total=len(STEPS) + 1)
        try:
            result = run(data, out, lambda name: progress.update(task, advance=1, description=name))
        except BadInput as problem:
            progress.stop()
            _end(shapes)
            _fail(problem)
        except OSError as problem:
            progress.stop()
            _end(shapes)
            errors.print(f"Nothing was published: {problem}.", markup=False, highlight=False, soft_wrap=True)
            raise typer.Exit(1) from None
        progress.update(task, description="map shapes")
        if shapes and shapes.wait() != 0:
            progress.stop()
            errors.print("The map shapes could not be made; `python -m etl.geometry DATA OUT` says why.")
            raise typer.Exit(1)
        progress.update(task, completed=len(STEPS) + 1, description="done")
    if not result.published:
        console.print(f"Nothing has changed: snapshot {result.snapshot_id} stays published.")
        return
    console.print(_summary(result))
    if result.unmapped:
        labels = _counted(len(result.unmapped), "breakdown label")
        console.print(f"Not mapped, shown as printed: {labels}; `python -m etl check` lists them.")
    if result.removed:
        console.print(f"Taken out, as nobody sees them: {_counted(result.removed, 'zero-width or control character')}.")
    console.print(f"Published snapshot {result.snapshot_id} in {publish.path(out, result.snapshot_id)}", markup=False, soft_wrap=True)


@app.command()
def check(data: DataDir = Path("data")) -> None:
    """Check the tables and list what is wrong or not mapped; publish nothing."""
    import duckdb

    from etl.build import prepare, removed_marks, unmapped

    with duckdb.connect(config={"threads": 1}) as con:
        try:
            prepare(con, data, lambda name: None)
        except BadInput as problem:
            _fail(problem)
        labels, removed = unmapped(con), removed_marks(con)
    for dimension, label, figures in labels:
        figures = _counted(figures, "figure")
        console.print(f"not mapped, shown as printed: {dimension} '{label}' ({figures})", markup=False, soft_wrap=True)
    if removed:
        console.print(f"Taken out, as nobody sees them: {_counted(removed, 'zero-width or control character')}.")
    console.print(f"The tables in {data} are sound. Not mapped: {_counted(len(labels), 'breakdown label')}.", markup=False, soft_wrap=True)


@app.command()
def rollback(
    snapshot: Annotated[str | None, typer.Argument(help="Id to go to; the one before the current where left out.")] = None,
    out: OutDir = Path("build"),
) -> None:
    """Go back to an earlier snapshot (the last three are kept)."""
    try:
        console.print(f"Snapshot {publish.rollback(out, snapshot)} is current.")
    except publish.NoSnapshot as problem:
        errors.print(f"Nothing was changed: {problem}.", markup=False)
        raise typer.Exit(1) from None


@app.command()
def boundaries(
    file: Annotated[Path | None, typer.Argument(help="GeoJSON, GeoPackage or Shapefile with real boundaries.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Go back to the schematic map.")] = False,
    data: DataDir = Path("data"),
    geo: GeoDir = SHAPES,
) -> None:
    """Replace the schematic map by real boundaries, or go back to it."""
    from etl import boundaries as module

    if remove == (file is not None):
        errors.print("Name a boundary file, or --remove to go back to the schematic map.")
        raise typer.Exit(2)
    try:
        if remove:
            module.remove_boundaries(data, geo)
            console.print("The schematic map is back.")
        else:
            console.print(module.render(module.import_boundaries(file, data, geo)))
    except module.BoundaryError as problem:
        errors.print(str(problem), markup=False)
        raise typer.Exit(1) from None


def _shapes_beside(data: Path, geo: Path) -> subprocess.Popen:
    """The shapes take as long as all the rest: a process beside it makes them, on one processor, the build having the other."""
    command = [sys.executable, "-m", "etl.geometry", str(data.resolve()), str(geo.resolve())]
    folder, environment = Path(__file__).parent.parent, {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    # Where the tables are bad it fails, too; the build says why.
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _end(process: subprocess.Popen | None) -> None:
    if process:
        process.terminate()
        process.wait()


def _progress() -> Progress:
    return Progress(TextColumn("{task.description:<12}"), BarColumn(), TimeElapsedColumn(), console=errors)


def _fail(problem: BadInput) -> None:
    for line in lines(problem.problems):
        errors.print(line, markup=False, highlight=False, soft_wrap=True)
    rows = len({(line.file, line.row) for line in problem.problems if line.row > 1})
    told = f"{_counted(len(problem.problems), 'problem')}, {_counted(rows, 'row')} rejected; nothing was published."
    errors.print(told, highlight=False)
    raise typer.Exit(1)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _summary(result) -> Table:
    table = Table("what", "name", "rows", title="Snapshot " + result.snapshot_id)
    table.columns[2].justify = "right"
    for name, count in result.rows.items():
        table.add_row("table", name, f"{count:,}")
    for name, count in result.flags.items():
        table.add_row("flag", name, f"{count:,}")
    table.add_row("rejected", "rows", f"{result.rejected:,}")
    return table


if __name__ == "__main__":
    app()
