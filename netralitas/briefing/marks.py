"""What must be said in words beside a chart that travels alone: the clause of each marked number, what its marks mean, its notes.

Only of the marks that stand on it: a line about a mark that nobody sees says nothing.
"""

import pandas as pd

from netralitas import palette
from netralitas.chart import Chart, Kind
from netralitas.claims.amount import drawn
from netralitas.model import DISPUTED, NOTED
from netralitas.wording import text

# Figures that share a clause and are named; of more, the first ones.
_NAMED = 4


def marks_told(*charts: Chart) -> tuple[tuple[str, ...], int]:
    """First how the marks are read, then what the numbers must be said with, then what else the charts note.

    And how many of the first lines stand wherever the numbers stand: the others may go to the speaker notes.
    """
    said: set[str] = set()
    read = " ".join(dict.fromkeys(sentence for chart in charts for sentence in legend(chart)))
    told = [(clauses(chart, said), *_notes(chart, read)) for chart in charts]
    with_numbers, qualified, others = ([sentence for sentences in part for sentence in sentences] for part in zip(*told))
    must = tuple(dict.fromkeys(filter(None, (read, *with_numbers, *qualified))))
    return tuple(dict.fromkeys((*must, *others))), len(must)


def _notes(chart: Chart, read: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The notes of a chart that tell a word to one of its numbers ("tidak hanya ASN"), and the others; none that the legend tells."""
    words = set(chart.frame["remark"].dropna()) - {""} if "remark" in chart.frame else set()
    notes = [note for note in chart.notes if note not in read]
    qualified = tuple(note for note in notes if any(word in note for word in words))
    return qualified, tuple(note for note in notes if note not in qualified)


def clauses(chart: Chart, said: set[str]) -> tuple[str, ...]:
    """The clause of each number that carries a dot, once a figure (`said`); numbers with the same one are named together."""
    if "clause" not in chart.frame:
        return ()
    frame = _numbered(chart)
    frame = frame[~frame["figure_id"].isin(said)]
    said.update(frame["figure_id"])
    together: dict[str, list[str]] = {}
    for row in frame[(frame["clause"].fillna("") != "") & frame["value"].notna()].to_dict("records"):
        together.setdefault(row["clause"], []).append(_named(chart, row))
    return tuple(f"• {_few(list(dict.fromkeys(names)), chart.language)}: {clause}" for clause, names in together.items())


def _numbered(chart: Chart) -> pd.DataFrame:
    """The rows whose number is written: of a line by days the last one, and what was stated long after."""
    frame = chart.frame
    if chart.kind is not Kind.LINE or "panel" in frame:
        return frame
    late = frame["mark"] == "end"
    return frame[late | frame.index.isin(frame[~late].groupby("series").tail(1).index)]


def _named(chart: Chart, row: dict) -> str:
    """Dugaan pelanggaran 1.546: the mark's own words and its number."""
    words = [row.get(part) for part in ("panel", "series", "label") if isinstance(row.get(part), str) and row.get(part)]
    return " ".join(dict.fromkeys((*words[:1], drawn(chart, row).unitless)))


def _few(names: list[str], language: str) -> str:
    more = len(names) - _NAMED
    listed = ", ".join(names[:_NAMED])
    return text(language, "paparan.dan_lain", names=listed, count=more) if more > 0 else listed


def legend(chart: Chart) -> tuple[str, ...]:
    """How the marks on this chart are read, one sentence a mark; what a map's own legend says is not said again."""
    frame, say = chart.frame, lambda key: text(chart.language, f"tanda.{key}")
    drawn_rows = frame[frame["value"].notna()]
    stands = {
        "catatan": (drawn_rows["status"] == NOTED).any(),
        "jangan": (drawn_rows["status"] == DISPUTED).any(),
        "sisa": chart.kind is Kind.FLOW and frame["open"].any(),
        "kosong": chart.kind in (Kind.FLOW, Kind.BAR) and _hollow(drawn_rows),
    }
    return tuple(say(key) for key, there in stands.items() if there)


def _hollow(rows: pd.DataFrame) -> bool:
    return "tone" in rows and bool(rows["tone"].isin(palette.HOLLOW_STAGES).any())
