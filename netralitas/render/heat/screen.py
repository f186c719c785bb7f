"""Heat maps: rows × columns, the number printed in each cell."""

from html import escape

import pandas as pd

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.screen import drawing, layout, quiet_axis, traced
from netralitas.wording import number

# Above this share of the scale the ground's colour is easier to read than the text's.
_HALF = 0.47


def heat(chart: Chart, theme: str) -> dict:
    """An empty cell is ground, not the lowest colour; colours grow with the root, so that few and many both show."""
    frame = chart.frame
    rows, columns = list(dict.fromkeys(frame["row"])), list(dict.fromkeys(frame["column"]))
    grid = frame.set_index(["row", "column"])["value"].unstack("column").reindex(index=rows, columns=columns)
    roots = grid.pow(0.5) / (grid.max().max() ** 0.5 or 1)
    colours = palette.SEQUENTIAL[theme]
    cells = traced(
        "heatmap",
        z=roots.astype(object).where(roots.notna(), None).to_numpy().tolist(),
        zmin=0,
        zmax=1,
        x=[escape(name) for name in columns],
        y=[escape(name) for name in rows],
        xgap=2,
        ygap=2,
        showscale=False,
        colorscale=[[place / (len(colours) - 1), colour] for place, colour in enumerate(colours)],
        text=[[number(value, chart.language) for value in line] for line in grid.to_numpy().tolist()],
        hovertemplate="%{y}<br>%{x}<br>%{text} " + escape(chart.unit) + "<extra></extra>",
        hoverongaps=False,
    )
    return drawing(
        [cells, *_numbers(chart, roots, theme)],
        layout(
            theme,
            height=24 * len(rows) + 64,
            xaxis=quiet_axis(theme, side="top", automargin=True, tickfont={"size": 12}),
            yaxis=quiet_axis(theme, autorange="reversed", automargin=True, tickfont={"size": 12}),
        ),
    )


def _numbers(chart: Chart, roots: pd.DataFrame, theme: str) -> list[dict]:
    """The number in each cell, dark on the paler and pale on the darker half of the scale: plotly's own choice is too faint.

    A trace a colour: a colour a number takes the browser much longer.
    """
    known = chart.frame[chart.frame["value"].notna()]
    strong = pd.Series([roots.at[row, column] > _HALF for row, column in zip(known["row"], known["column"])], index=known.index)
    return [
        traced(
            "scatter",
            x=[escape(name) for name in rows["column"]],
            y=[escape(name) for name in rows["row"]],
            mode="text",
            text=[number(value, chart.language) for value in rows["value"]],
            textfont={"size": 12, "color": palette.GROUND[theme] if ground else palette.TEXT[theme]},
            hoverinfo="skip",
        )
        for ground, rows in known.groupby(strong)
    ]
