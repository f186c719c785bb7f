"""Heat maps: rows × columns, the number printed in each cell."""

from html import escape

import plotly.graph_objects as go

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.plotly_base import FONT, layout, quiet_axis
from netralitas.wording import number


def heat(chart: Chart, theme: str) -> go.Figure:
    """Rows × columns; an empty cell is ground, not the lowest colour."""
    frame = chart.frame
    rows, columns = list(dict.fromkeys(frame["row"])), list(dict.fromkeys(frame["column"]))
    grid = frame.pivot_table(index="row", columns="column", values="value", aggfunc="sum", sort=False, dropna=False).reindex(index=rows, columns=columns)
    colours = palette.SEQUENTIAL[theme]
    scaled = grid.where(grid > 0)
    trace = go.Heatmap(
        z=scaled.pow(0.5).astype(object).where(scaled.notna(), None).values.tolist(),
        x=[escape(name) for name in columns], y=[escape(name) for name in rows], xgap=2, ygap=2, showscale=False,
        colorscale=[[place / (len(colours) - 1), colour] for place, colour in enumerate(colours)],
        text=[[number(value, chart.language) for value in line] for line in grid.values.tolist()],
        texttemplate="%{text}", hovertemplate="%{y}<br>%{x}<br>%{text} " + escape(chart.unit) + "<extra></extra>", hoverongaps=False,
    )  # fmt: skip
    return go.Figure(
        [trace],
        layout(
            theme, height=26 * len(rows) + 70, font={"family": FONT, "size": 12, "color": palette.TEXT[theme]},
            xaxis=quiet_axis(theme, side="top", tickfont={"size": 11}),
            yaxis=quiet_axis(theme, autorange="reversed", automargin=True, tickfont={"size": 12}),
        ),
    )  # fmt: skip
