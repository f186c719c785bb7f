"""The sentence that says what a chart shows: one figure by its verdict, one statement whole. What no source put together has none."""

from netralitas.chart import Chart
from netralitas.claims import statement
from netralitas.store import Store


def chart(store: Store, drawn: Chart, language: str) -> str:
    """Ready to be read aloud; empty where the chart holds more than one figure or statement."""
    named = tuple(dict.fromkeys(filter(None, drawn.frame["figure_id"])))
    if not named:
        return ""
    figures = store.figures_named(named)
    if len(figures) == 1:
        return figures[f"say_{language}"].iloc[0]
    keys = figures["statement_id"].unique()
    if len(keys) != 1 or not isinstance(keys[0], str):
        return ""
    region, event = figures[["region", "event"]].iloc[0]
    told = next(one for one in statement.statements(store.statement_rows(region, event)) if one.statement_id == keys[0])
    return f"{statement.head(told, language)} ({statement.source_line(told, language)})"
