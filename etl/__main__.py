"""Command line of the ETL: `python -m etl build`, `check`, `add`, `read`, `draft`, `rollback`, `boundaries`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from etl import publish
from etl.failure import Commands, errors
from etl.refusal import Refusal, counted

app = Commands(
    help="Load the published neutrality figures into DuckDB and prepare the maps.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
console = Console()

DataDir = Annotated[Path, typer.Option("--data", help="Folder with the tables (see data/README.md).", show_default=True)]
OutDir = Annotated[Path, typer.Option("--out", help="Folder for the snapshots and the pointer CURRENT.", show_default=True)]
GeoDir = Annotated[Path, typer.Option("--geo", help="Folder for the map shapes that browsers load.", show_default=True)]
SHAPES = Path("static") / "geo"


@app.command()
def build(
    data: DataDir = Path("data"),
    out: OutDir = Path("build"),
    geo: GeoDir = SHAPES,
    yes: Annotated[
        bool, typer.Option("--yes", help="Publish although a table lost more than half of its rows, or after a rollback.")
    ] = False,
) -> None:
    """Build and publish a snapshot; unchanged input publishes nothing."""
    from etl import disk
    from etl.map.beside import drawing

    # Before the imports of the build, so that the two processes part as early as they can.
    with drawing(data, geo) as shapes, _progress() as progress:
        from etl.build import STEPS
        from etl.build import build as run

        task = progress.add_task("start", total=len(STEPS))
        result = run(data, out, lambda name: progress.update(task, advance=1, description=name), shapes.files, yes)
        if result.held and shapes.is_missing():
            # Otherwise its own map stays with the snapshot that stays.
            disk.commit(*shapes.files())
        progress.update(task, completed=len(STEPS), description="done")
    if shapes.used and shapes.lost:
        _print(f"The map of imported boundaries was damaged; the schematic one is back until {shapes.lost} is imported again.")
    elif shapes.used and not result.published:
        _print("The map was not there, damaged or out of date, and is drawn anew.")
    _tell(result, out)


@app.command()
def check(data: DataDir = Path("data")) -> None:
    """Check the tables and list what is wrong or not mapped; publish nothing."""
    import duckdb

    from etl.build import prepare, removed_marks, unmapped

    with duckdb.connect(config={"threads": 1}) as con:
        prepare(con, data, lambda name: None)
        labels, removed = unmapped(con), removed_marks(con)
    for dimension, label, figures in labels:
        _print(f"not mapped, shown as printed: {dimension} '{label}' ({counted(figures, 'figure')})")
    if removed:
        _print(f"Taken out, as nobody sees them: {counted(removed, 'zero-width or control character')}.")
    _print(f"The tables in {data} are sound. Not mapped: {counted(len(labels), 'breakdown label')}.")


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="CSV with the columns of figures.csv and sources.csv, and `take` to tick (x).")],
    data: DataDir = Path("data"),
) -> None:
    """Append the ticked rows of a CSV to the figures and sources; nothing is written unless the tables are sound with them."""
    from etl.add import add as append

    added = append(file, data, lambda: _print("Another command is at work there; waiting for it."))
    more = f", and {counted(added.publishers, 'publisher')} of which nothing was known," if added.publishers else ""
    told = f"{counted(added.figures, 'figure')} and {counted(added.sources, 'source')}"
    _print(f"Added {told}{more} to {data}; `python -m etl build` publishes them.")


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(help="Articles or press releases: DOCX, PPTX, PDF or TXT.")],
    result: Annotated[Path, typer.Option("--result", help="CSV to write, for a person to tick, correct and `add`.")] = Path(
        "angka_baru.csv"
    ),
    language: Annotated[Literal["id", "en"], typer.Option("--language", help="Language of what was assumed.")] = "id",
    out: OutDir = Path("build"),
) -> None:
    """Make rows for figures.csv and sources.csv of the numbers in articles, each with its printed phrase and what was assumed."""
    from etl import draft as module

    told = module.entries(files, out, language)
    if told.rows:
        module.write(told.rows, result, tuple(told.rows[0]))
        _print(f"{counted(len(told.rows), 'number')} found; tick and correct them in {result}, then `python -m etl add {result}`.")
    elif not told.refused:
        _print("No number of cases was found; nothing was written.")
    told.refuse()


@app.command()
def draft(
    files: Annotated[list[Path], typer.Argument(help="Drafts: DOCX, PPTX, PDF or TXT.")],
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Day on which it is said; today where left out.")
    ] = None,
    result: Annotated[Path | None, typer.Option("--result", help="CSV to write; a table is shown where left out.")] = None,
    language: Annotated[Literal["id", "en"], typer.Option("--language", help="Language of explanations and sentences.")] = "id",
    out: OutDir = Path("build"),
) -> None:
    """Check drafts: each number, law and institution with its verdict and what to say instead."""
    from etl import draft as module

    told = module.rows(files, on.date() if on else None, out, language)
    if told.rows or not told.refused:
        _show(told.rows, result)
    told.refuse()


def _show(found: list[dict[str, str]], result: Path | None) -> None:
    """The findings of drafts in a file, or as a table, and how many they are."""
    from etl import draft as module

    if result:
        module.write(found, result)
    else:
        table = Table(*module.COLUMNS)
        for row in found:
            table.add_row(*(escape(row[name]) for name in module.COLUMNS))
        console.print(table)
    judged = [row["verdict"] for row in found if row["verdict"]]
    bad = sum(verdict in ("jangan", "salah", "kedaluwarsa") for verdict in judged)
    where = f"; {result} holds them" if result else ""
    _print(f"Numbers and laws found: {len(judged):,}, {bad:,} of them not to be said so{where}.")


@app.command()
def rollback(
    snapshot: Annotated[str | None, typer.Argument(help="Id to go to; the one before the current where left out.")] = None,
    out: OutDir = Path("build"),
) -> None:
    """Go back to an earlier snapshot (the last three are kept)."""
    try:
        if not out.is_dir():
            raise publish.NoSnapshot(f"there is no folder {out}")
        with publish.alone(out, lambda: _print("Another command is at work there; waiting for it.")):
            _print(f"Snapshot {publish.rollback(out, snapshot)} is current.")
    except publish.NoSnapshot as problem:
        raise Refusal(f"Nothing was changed: {problem}.") from None


@app.command()
def boundaries(
    file: Annotated[Path | None, typer.Argument(help="GeoJSON, TopoJSON, GeoPackage or Shapefile with real boundaries.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Go back to the schematic map.")] = False,
    data: DataDir = Path("data"),
    geo: GeoDir = SHAPES,
) -> None:
    """Replace the schematic map by real boundaries, or go back to it."""
    from etl.map import boundaries as module

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
        raise Refusal(str(problem)) from None


def _tell(result, out: Path) -> None:
    """What a build did, for the terminal."""
    if result.held:
        _print(
            f"Snapshot {result.held} stays published: it was gone back to on purpose; "
            f"`python -m etl build --yes` publishes {result.snapshot_id}."
        )
        return
    if not result.published:
        _print(f"Nothing has changed: snapshot {result.snapshot_id} stays published.")
        return
    console.print(_summary(result))
    if result.unmapped:
        labels = counted(len(result.unmapped), "breakdown label")
        _print(f"Not mapped, shown as printed: {labels}; `python -m etl check` lists them.")
    if result.removed:
        _print(f"Taken out, as nobody sees them: {counted(result.removed, 'zero-width or control character')}.")
    if result.mended:
        _print(f"What was published could not be used ({result.mended}) and is replaced.")
    _print(f"Published snapshot {result.snapshot_id} in {publish.path(out, result.snapshot_id)}")


def _print(line: str) -> None:
    console.print(line, markup=False, highlight=False, soft_wrap=True)


def _progress() -> Progress:
    return Progress(TextColumn("{task.description:<12}"), BarColumn(), TimeElapsedColumn(), console=errors)


def _summary(result) -> Table:
    table = Table("what", "name", "rows", title="Snapshot " + result.snapshot_id)
    table.columns[2].justify = "right"
    for name, count in result.rows.items():
        table.add_row("table", name, f"{count:,}")
    for name, count in result.flags.items():
        table.add_row("flag", name, f"{count:,}")
    table.add_row("corrections", "applied", f"{result.corrections:,}")
    table.add_row("rejected", "rows", f"{result.rejected:,}")
    return table


if __name__ == "__main__":
    app()
