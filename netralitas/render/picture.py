"""A Chart, or a slide, as a picture: drawn with matplotlib's Agg, no browser and no state shared between threads.

Everything that must be said is inside the picture: title, subtitle, warnings, source line.
"""

import io

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from PIL import Image as PillowImage

from netralitas import palette
from netralitas.briefing.slide import Slide, of_chart
from netralitas.chart import Chart
from netralitas.render import layout as pptx_layout
from netralitas.render.drawing import plot
from netralitas.render.ground.face import families
from netralitas.render.ground.shapes import HIGH, WIDE, Area, Box, Cells, Image, Plot, Shape, Watermark, Words
from netralitas.render.ground.text import LINE, Run, as_drawn, lines_of, width
from netralitas.wording import sourced

PIXELS = (1920, 1080)
# For printers: letters as outlines, so that no font is needed; ids that do not change from run to run.
matplotlib.rcParams["svg.fonttype"] = "path"
matplotlib.rcParams["svg.hashsalt"] = "netralitas"
matplotlib.rcParams["font.family"] = list(families())


@as_drawn()
def png(chart: Chart) -> bytes:
    """A chart, 1920 × 1080."""
    return _png(pptx_layout.picture(of_chart(chart)), PIXELS[0] / WIDE)


@as_drawn()
def svg(chart: Chart) -> bytes:
    """A chart as vectors; title, description and sources are in its metadata, too."""
    figure = _figure(pptx_layout.picture(of_chart(chart)), 72)
    buffer = io.BytesIO()
    sources = "; ".join(sourced(one.counter, one.cutoff, one.publisher, one.url) for one in chart.sources)
    told = {
        "Title": chart.title,
        "Description": f"{chart.subtitle}. {chart.alt}",
        "Source": sources or None,
        "Date": None,
        "Creator": "Netralitas ASN",
    }
    FigureCanvasSVG(figure).print_svg(buffer, metadata={key: value for key, value in told.items() if value or key == "Date"})
    return buffer.getvalue()


def preview(slide: Slide, place: int, crest: bytes | None, region: str, wide: int = 1280) -> bytes:
    """A slide as it will look in PowerPoint, `wide` pixels across (PNG): its lines break where they do there."""
    return _png(pptx_layout.layout(slide, place, crest, region), wide / WIDE)


def file_name(chart: Chart, extension: str) -> str:
    """netralitas_tren_35.13_pilkada-2018.png"""
    return f"{chart.name}.{extension}"


@as_drawn()
def drawing(chart: Chart, wide: float, high: float, dots: int = 220) -> bytes:
    """Only the drawing of a chart (PNG), without title and sources: for a slide that says those itself."""
    return _png([Plot(Box(0, 0, wide, high), chart)], dots, (wide, high))


def _png(shapes: list[Shape], dots: float, page: tuple[float, float] = (WIDE, HIGH)) -> bytes:
    figure = _figure(shapes, dots, page)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    wide, high = (round(side * dots) for side in page)
    drawn = PillowImage.fromarray(_cropped(canvas, wide, high))
    buffer = io.BytesIO()
    drawn.save(buffer, "PNG", dpi=(dots, dots), compress_level=6)
    return buffer.getvalue()


def _cropped(canvas: FigureCanvasAgg, wide: int, high: int):
    import numpy as np

    return np.asarray(canvas.buffer_rgba())[:high, :wide, :3].copy()


def _figure(shapes: list[Shape], dots: float, page: tuple[float, float] = (WIDE, HIGH)) -> Figure:
    # A little larger than the page, so that rounding never loses the last pixel.
    figure = Figure(figsize=((round(page[0] * dots) + 0.01) / dots, (round(page[1] * dots) + 0.01) / dots), dpi=dots, facecolor="white")
    for shape in shapes:
        _DRAW[type(shape)](figure, shape, page)
    return figure


def _words(figure: Figure, shape: Words, page: tuple[float, float]) -> None:
    """Lines as measured, from the top of the box."""
    top = shape.box.top
    for paragraph in shape.paragraphs:
        for line in lines_of(paragraph, shape.size, shape.box.wide):
            _line(figure, line, shape, top, page)
            top += shape.size * LINE / 72
        top += shape.gap


@as_drawn()
def _line(figure: Figure, line: list[Run], shape: Words, top: float, page: tuple[float, float]) -> None:
    """One line of runs; its baseline stands where PowerPoint sets it."""
    length = sum(width(run.text, shape.size, run.bold) for run in line)
    left = shape.box.left + {"left": 0.0, "right": shape.box.wide - length, "center": (shape.box.wide - length) / 2}[shape.align]
    base = 1 - (top + shape.size * 0.95 / 72) / page[1]
    for run in line:
        # matplotlib sets letters from their first ink: a space before them has to be walked.
        told = run.text.lstrip(" ")
        left += width(" ", shape.size, run.bold) * (len(run.text) - len(told))
        lettering = {
            "fontsize": shape.size,
            "fontweight": "bold" if run.bold else "normal",
            "color": run.colour,
            "va": "baseline",
            "parse_math": False,
        }
        figure.text(left / page[0], base, told, **lettering)
        left += width(told, shape.size, run.bold)


def _area(figure: Figure, shape: Area, page: tuple[float, float]) -> None:
    box = shape.box
    figure.add_artist(
        Rectangle(
            (box.left / page[0], 1 - (box.top + box.high) / page[1]), box.wide / page[0], box.high / page[1],
            facecolor=shape.fill or "none", edgecolor=shape.outline or "none", linewidth=1.2 if shape.outline else 0,
            linestyle="--" if shape.dashed else "-", zorder=0.5,
        )
    )  # fmt: skip


def _plot(figure: Figure, shape: Plot, page: tuple[float, float]) -> None:
    plot(figure, shape.chart, shape.box, page)


def _image(figure: Figure, shape: Image, page: tuple[float, float]) -> None:
    """The picture as large as its box allows, in its own proportions, at the top right."""
    picture = PillowImage.open(io.BytesIO(shape.png)).convert("RGBA")
    box = inside(shape.box, picture.size)
    axes = figure.add_axes((box.left / page[0], 1 - (box.top + box.high) / page[1], box.wide / page[0], box.high / page[1]))
    axes.imshow(picture, aspect="auto", interpolation="lanczos")
    axes.set_axis_off()


def inside(box: Box, size: tuple[int, int]) -> Box:
    """The largest box of these proportions within a box, at its top right."""
    scale = min(box.wide / size[0], box.high / size[1])
    wide, high = size[0] * scale, size[1] * scale
    return Box(box.left + box.wide - wide, box.top, wide, high)


def _cells(figure: Figure, shape: Cells, page: tuple[float, float]) -> None:
    """A table with hairlines between its rows."""
    top = shape.box.top
    for row, high in zip(shape.rows, shape.heights):
        left = shape.box.left
        for run, wide in zip(row, shape.widths):
            _words(figure, Words(Box(left + 0.1, top + 0.1, wide - 0.25, high), ((run,),), shape.size, ""), page)
            left += wide
        top += high
        height_ = 1 - top / page[1]
        figure.add_artist(
            Line2D(
                [shape.box.left / page[0], (shape.box.left + shape.box.wide) / page[0]],
                [height_] * 2,
                color=palette.LINE["light"],
                linewidth=0.8,
            )
        )


def _watermark(figure: Figure, shape: Watermark, page: tuple[float, float]) -> None:
    middle = ((shape.box.left + shape.box.wide / 2) / page[0], 1 - (shape.box.top + shape.box.high / 2) / page[1])
    figure.text(
        *middle,
        shape.text,
        fontsize=60,
        color=palette.WARNING["light"],
        alpha=0.28,
        rotation=24,
        ha="center",
        va="center",
        parse_math=False,
        zorder=9,
    )


_DRAW = {Words: _words, Area: _area, Plot: _plot, Image: _image, Cells: _cells, Watermark: _watermark}
