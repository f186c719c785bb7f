"""Labels at the right edge of a line chart: the name and last number of each line, and each later statement.

They are spread so that they never touch; a thin line leads from each to where its number is.
"""

from dataclasses import dataclass
from html import escape

from netralitas import palette
from netralitas.chart import END, Chart
from netralitas.claims.amount import drawn
from netralitas.render.ground.signs import LATER, POINT, SIGNS, glyph
from netralitas.render.line.marks import by_series, doubted, runs

LINE = 15  # pixels of a line of a label
SHORT = 8  # characters of a counter's name that leave room for a year beside it
GLYPH = {"solid": "━", "dot": "┅", "dash": "╍"}


@dataclass(frozen=True)
class EdgeLabel:
    """The name of a line with its last number, or the number, counter and year of a later statement."""

    value: float
    text: str
    colour: str
    size: int
    leader: str  # the day from which a thin line leads to the label; empty for a mark at the edge


def edge_labels(chart: Chart, theme: str, highest: float) -> list[EdgeLabel]:
    labels = []
    for part in by_series(chart.rows).values():
        inside = [row for row in part if row["mark"] != END]
        if inside:
            named = [row for row in inside if not doubted(row)] or inside
            labels.append(_line_label(chart, theme, named[-1], highest, joined=bool(runs(part))))
        labels += [_end_label(chart, theme, row, highest, named=not inside) for row in part if row["mark"] == END]
    return labels


def _line_label(chart: Chart, theme: str, row: dict, highest: float, *, joined: bool) -> EdgeLabel:
    colour = palette.stage_colour(row["tone"], theme)
    sign = GLYPH[palette.DASH.get(row["counted_by"], palette.OTHER_DASH)] if joined else glyph(POINT, row["status"])
    words = f"<span style='color:{colour}'>{sign}</span> <b>{amount(chart, row)}</b>{_after(row)}{escape(row['short'])}"
    words += f"<br>{escape(row['name'])}"
    return EdgeLabel(min(row["value"], highest), words, colour, (words.count("<br>") + 1) * LINE + 4, str(row["x"].date()))


def _after(row: dict) -> str:
    """The counter stands beside its number, and below one that a word before it makes long."""
    return "<br>" if row.get("about") else " "


def _end_label(chart: Chart, theme: str, row: dict, highest: float, *, named: bool) -> EdgeLabel:
    colour = palette.stage_colour(row["tone"], theme)
    year = f"<span style='color:{palette.QUIET[theme]}'>{row['x'].year}</span>"
    words = (
        f"<span style='color:{colour}'>{glyph(LATER, row['status'])}</span> <b>{amount(chart, row)}</b>{_after(row)}{escape(row['short'])}"
    )
    # The name of a line that has only this mark, and what would not fit beside a long name, stand below.
    below = named or len(row["short"]) > SHORT or SIGNS[row["status"]].doubted
    words += f"<br>{escape(row['name'])} {year}" if below else f" {year}"
    return EdgeLabel(min(row["value"], highest), words, colour, (words.count("<br>") + 1) * LINE + 4, "")


def amount(chart: Chart, row: dict) -> str:
    """The number; a note is a dot beside the point and not beside its name."""
    return escape(drawn(chart, row).short) + (SIGNS[row["status"]].after if SIGNS[row["status"]].doubted else "")


def label_marks(chart: Chart, theme: str, labels: list[EdgeLabel], places: list[float]) -> tuple[list[dict], list[dict]]:
    """The labels, and thin lines that lead to each from where its line ends."""
    notes, shapes = [], []
    for label, place in zip(labels, places):
        notes.append(
            {
                "text": label.text, "x": 1, "xref": "paper", "xanchor": "left", "xshift": 22, "y": place, "yref": "y", "yanchor": "middle",
                "showarrow": False, "align": "left", "font": {"size": 12, "color": palette.TEXT[theme]},
            }
        )  # fmt: skip
        thin = {"color": label.colour, "width": 0.8}
        if label.leader:
            shapes.append(
                {
                    "type": "line",
                    "x0": label.leader,
                    "x1": str(chart.until),
                    "y0": label.value,
                    "y1": label.value,
                    "line": {**thin, "dash": "1px,3px"},
                }
            )
        shapes.append(
            {
                "type": "line",
                "xref": "paper",
                "xsizemode": "pixel",
                "xanchor": 1,
                "x0": 6,
                "x1": 19,
                "y0": label.value,
                "y1": place,
                "line": thin,
            }
        )
    return notes, shapes
