"""A flow on a picture."""

from matplotlib.figure import Figure

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.flow.marks import THIN, told
from netralitas.render.flow.marks import flow as placed_in
from netralitas.render.ground.picture import GROUND, inches, write
from netralitas.render.ground.shapes import QUIET, Box
from netralitas.render.ground.signs import SIGNS
from netralitas.render.ground.text import wrapped


def flow(figure: Figure, chart: Chart, box: Box, page: tuple[float, float]) -> None:
    """Labels in a column at the left, each bar under its whole, the number at its end."""
    placed = placed_in(chart, box.wide, box.high)
    axes, scale = inches(figure, box, page), (box.wide - placed.column) / placed.axis
    for order, (row, number) in enumerate(zip(chart.frame.to_dict("records"), told(chart))):
        middle = box.high - (order + 0.5) * placed.slot
        lines = "\n".join(wrapped(row["label"], placed.size, placed.column - 0.1))
        write(axes, placed.column - 0.08, middle, lines, placed.size, ha="right", multialignment="right", linespacing=1.15)
        colour = QUIET if row["open"] else palette.stage_colour(row["tone"])
        disputed = SIGNS[row["status"]].doubted
        empty = row["open"] or disputed or row["tone"] in palette.HOLLOW_STAGES
        left, long = placed.column + row["start"] * scale, row["value"] * scale
        axes.barh(
            middle, long, placed.slot * (0.7 * THIN if row["open"] else 0.7), left=left, facecolor=GROUND if empty else colour,
            edgecolor=colour if empty else "none", linewidth=(0.9 if row["open"] else 1.3) if empty else 0,
            linestyle="--" if disputed or row["open"] else "-", hatch="//" if disputed else None, zorder=2,
        )  # fmt: skip
        weight = "normal" if row["open"] else "bold"
        write(axes, left + long + 0.07, middle, number, placed.size, fontweight=weight, **({"color": QUIET} if row["open"] else {}))
    axes.plot([placed.column] * 2, [box.high, box.high - placed.slot * len(chart.frame)], color=QUIET, linewidth=1)
