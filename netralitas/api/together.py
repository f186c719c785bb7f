"""What one source put together, a row each: statements (stages of one region) and lists (regions of one stage).

The figures of a row stand in columns that run in step: figure_ids, stages or regions, values.
"""

import pandas as pd

from netralitas import model
from netralitas.address.parameters import LEVELS
from netralitas.api.columns import LIST, STATEMENT
from netralitas.api.question import Question
from netralitas.claims import listed, statement
from netralitas.claims.parts import ORDER
from netralitas.rows import rows_of
from netralitas.store import Store

# What is the same in all rows of a statement or list.
_SHARED = ("event", "unit", "counted_by", "counted_on", "main", "sound", "source_id", "publisher", "title", "url", "published_on")


def statements(data: Store, question: Question) -> pd.DataFrame:
    """The statements of a scope, whole: one that holds the stage asked for comes with all its stages."""
    frame = data.statements_of_all()
    frame = frame[_asked(data, frame, question, frame["region"], frame["statement_id"]) & ~frame["is_aside"]]
    if question.stage:
        frame = frame[frame["statement_id"].isin(frame.loc[frame["stage"] == question.stage, "statement_id"])]
    frame = frame.sort_values("stage", key=lambda stages: stages.map(ORDER.index), kind="stable")
    told = {one.statement_id: one for one in statement.statements(rows_of(frame))}
    rows = [
        {
            **_row(data, figures, question.language, "statement_id", "stage"),
            "region": figures["region"].iloc[0],
            "region_name": figures["region_name"].iloc[0],
            "balanced": bool(figures["balanced"].iloc[0]),
            **{f"sentence_{language}": statement.head(told[key], language) for language in model.LANGUAGES},
        }
        for key, figures in frame.groupby("statement_id", sort=False)
    ]
    return _frame(rows, STATEMENT, ["event", "region", "statement_id"])


def lists(data: Store, question: Question) -> pd.DataFrame:
    """The lists over the parts of the region asked for, or of all."""
    frame = data.lists_of_all()
    frame = frame[_asked(data, frame, question, frame["parent"], frame["list_id"])]
    if question.stage:
        frame = frame[frame["stage"] == question.stage]
    rows = [
        {
            **_row(data, figures, question.language, "list_id", "region"),
            **{name: figures[name].iloc[0] for name in ("parent", "stage", "total", "parent_value")},
            "parent_name": data.region_name(figures["parent"].iloc[0]),
            "stage_label": data.label("stage", figures["stage"].iloc[0], question.language),
            "complete": bool(figures["complete"].iloc[0]),
            **{f"sentence_{language}": listed.sentence(data, figures, language) for language in model.LANGUAGES},
        }
        for _, figures in frame.groupby("list_id", sort=False)
    ]
    return _frame(rows, LIST, ["event", "parent", "stage", "unit", "list_id"])


def _asked(data: Store, frame: pd.DataFrame, question: Question, place: pd.Series, named: pd.Series) -> pd.Series:
    """Which rows a question asks for; `place` is the region that it means, `named` the statement or list."""
    kept = named == question.together if question.together else pd.Series(True, index=frame.index)
    if question.region:
        within = {code for code in place.unique() if question.region in (data.line_of(code) if question.below else (code,))}
        kept &= place.isin(within)
    if question.level:
        kept &= frame["region_level"] == LEVELS.index(question.level)
    for name in ("event", "unit"):
        if getattr(question, name):
            kept &= frame[name] == getattr(question, name)
    return kept


def _row(data: Store, figures: pd.DataFrame, language: str, key: str, parts: str) -> dict:
    """What statements and lists have in common, from the rows of one."""
    first = figures.iloc[0]
    return {
        key: first[key],
        **{name: first[name] for name in _SHARED},
        "event_name": data.event_name(first["event"]),
        "unit_label": data.label("unit", first["unit"], language),
        "counter": data.label("counted_by", first["counted_by"], language),
        "cutoff": first[f"cutoff_{language}"],
        "figure_ids": figures["figure_id"].tolist(),
        f"{parts}s": figures[parts].tolist(),
        "values": figures["value"].tolist(),
    }


def _frame(rows: list[dict], columns: tuple, order: list[str]) -> pd.DataFrame:
    """The rows in a fixed order, with the columns as declared; none has its columns, too."""
    return pd.DataFrame(rows, columns=[column.name for column in columns]).sort_values(order).reset_index(drop=True)
