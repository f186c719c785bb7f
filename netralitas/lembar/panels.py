"""The few numbers of a fact sheet: a statement as a flow, a stage from election to election, a region beside those above it."""

from dataclasses import dataclass

from netralitas.charts import statement
from netralitas.charts.peers import peers
from netralitas.charts.told import words
from netralitas.claims import amount
from netralitas.claims.amount import Amount
from netralitas.claims.statement import Statement
from netralitas.model import Filter
from netralitas.store import Store
from netralitas.wording import sourced, text


@dataclass(frozen=True)
class Mark:
    """One number; `value` None where nobody published one.

    In a statement its bar takes a `share` of the axis from `start` on; `open` is a remainder that the source does not explain.
    Numbers of several sources have no axis: they stand as rows.
    """

    label: str
    value: float | None
    amount: Amount
    status: str
    tone: str
    source: str
    url: str
    figure_id: str
    share: float = 0.0
    start: float = 0.0
    also: str = ""
    open: bool = False


@dataclass(frozen=True)
class Panel:
    """A few numbers and what is said above and below them."""

    title: str
    marks: tuple[Mark, ...]
    note: str = ""
    subtitle: str = ""


def _mark(data: Store, language: str, label: str, row: dict) -> Mark:
    """Of a plain row instead of a frame: a sheet has a dozen numbers, and joining frames for them takes most of its time."""
    told, counter = amount.of(data, row, language), data.label("counted_by", row["counted_by"], language)
    return Mark(
        label=label,
        value=row["value"],
        amount=told,
        status=row["status"],
        tone=row["stage"],
        source=" · ".join(filter(None, (told.remark, sourced(counter, row[f"cutoff_{language}"], row["publisher"])))),
        url=row["url"] if isinstance(row["url"], str) else "",
        figure_id=row["figure_id"],
    )


def drawn(data: Store, scope: Filter) -> Statement | None:
    """The statement that leads and is drawn; none where nobody puts numbers together, or where all are equal."""
    return next((one for one in statement.leaders(statement.told(data, scope)) if one.drawn), None)


def flow(data: Store, scope: Filter, led: Statement) -> Panel:
    """A statement, each part under the whole that it is part of."""
    chart = statement.flow(data, scope, led.statement_id)
    largest = float((chart.frame["start"] + chart.frame["value"]).max())
    marks = tuple(
        Mark(
            label=row["label"],
            value=row["value"],
            amount=amount.drawn(chart, row),
            status=row["status"],
            tone=row["tone"],
            share=row["value"] / largest,
            source=sourced(row["counter"], row["cutoff"], row["publisher"]),
            url=row["url"],
            figure_id=row["figure_id"],
            start=row["start"] / largest,
            open=row["open"],
        )
        for row in chart.frame.to_dict("records")
    )
    return Panel(chart.title, marks, " ".join(chart.notes), chart.subtitle)


def trend(data: Store, scope: Filter) -> Panel | None:
    """The headline of the stage in each election that has one, the newest first; None where there are not two to compare."""
    rows = data.headline_rows_across(scope.region)
    found = {row["event"]: row for row in rows if (row["stage"], row["unit"]) == (scope.stage, scope.unit)}
    if len(found) < 2:
        return None
    return Panel(
        text(scope.language, "lembar.tren", **words(data, scope, tuple(found.values()))),
        tuple(_mark(data, scope.language, name, found[code]) for code, name in data.event_names().items() if code in found),
        text(scope.language, "lembar.banding.keterangan"),
    )


def beside(data: Store, scope: Filter) -> Panel:
    """The region and those above it: the same election, stage and unit."""
    language, line = scope.language, peers(data, scope)
    several = len(line.rows) > 1
    marks = tuple(
        Mark(
            label=row.region,
            value=row.card.value if row.card else None,
            amount=row.amount,
            status=row.status,
            tone=scope.stage,
            source=" · ".join(filter(None, (row.amount.remark, row.source))),
            url=row.card.url if row.card else "",
            figure_id=row.card.figure_id if row.card else "",
            also=row.also(language),
        )
        for row in line.rows
    )
    note = f"{text(language, 'lembar.banding.keterangan')} {line.remember}" if several else ""
    return Panel(text(language, "lembar.banding" if several else "lembar.banding.negara", **line.words), marks, note)
