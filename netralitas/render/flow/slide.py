"""A flow as PowerPoint's own stacked bars: an unseen series before each bar moves it under its whole."""

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_LINE

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.flow.marks import Flow
from netralitas.render.flow.marks import flow as placed_in
from netralitas.render.ground.shapes import QUIET, Box
from netralitas.render.ground.signs import SIGNS
from netralitas.render.ground.slide import INK, clean, figure_format, fill, label_format, lying_bars, typeset, value_labels
from netralitas.render.ground.slide_data import CategoryData
from netralitas.wording import text


def flow(draw, chart: Chart, box: Box) -> None:
    """Labels at the left, the first number on top. The last series is unseen: its labels stand where a bar ends, with its number."""
    placed, frame, language = placed_in(chart, box.wide, box.high), chart.frame, chart.language
    data = CategoryData(number_format="General")
    data.categories = [clean(label) for label in frame["label"]]
    numbers = frame["value"].tolist()
    data.add_series(text(language, "pernyataan.bagan.awal"), frame["start"].tolist())
    data.add_series(clean(chart.value_label or chart.unit), numbers)
    data.add_series(text(language, "pernyataan.bagan.label"), numbers)
    high = min(box.high, placed.slot * len(frame))
    native = draw.chart(XL_CHART_TYPE.BAR_STACKED, Box(box.left, box.top, box.wide, high), data, chart.alt)
    lying_bars(native, placed.column / box.wide, placed.size, placed.axis)
    plot = native.plots[0]
    plot.overlap = 100
    before, bars, labels = plot.series
    for unseen in (before, labels):
        unseen.format.fill.background()
        unseen.format.line.fill.background()
    _bars(bars, chart)
    _numbers(labels, chart, placed)


def _bars(series, chart: Chart) -> None:
    """Every bar in its stage's colour with the mark of its state; a remainder is a dashed outline."""
    for place, row in enumerate(chart.frame.to_dict("records")):
        shape = series.points[place].format
        if row["open"]:
            fill(shape, QUIET, hollow=True, width=0.75)
            shape.line.dash_style = MSO_LINE.DASH
        else:
            disputed = SIGNS[row["status"]].doubted
            fill(shape, palette.stage_colour(row["tone"]), disputed=disputed, hollow=row["tone"] in palette.HOLLOW_STAGES)


def _numbers(series, chart: Chart, placed: Flow) -> None:
    value_labels(series, chart, placed.size, XL_LABEL_POSITION.INSIDE_BASE)
    for place, row in enumerate(chart.frame.to_dict("records")):
        if SIGNS[row["status"]].after or row.get("about") or row["open"]:
            label = series.points[place].data_label
            typeset(label.font, placed.size, QUIET if row["open"] else INK, bold=not row["open"])
            label.position = XL_LABEL_POSITION.INSIDE_BASE
            label_format(label._dLbl, figure_format(chart, row))
