"""What native charts share: number formats of the deck's language, type, quiet axes, the place of the plot, marks."""

import re
from collections.abc import Mapping

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from netralitas import palette
from netralitas.chart import Chart
from netralitas.render.ground.signs import SIGNS

FONT = "Arial"
INK, QUIET, LINE, GROUND = (palette.TEXT["light"], palette.QUIET["light"], palette.LINE["light"], palette.GROUND["light"])
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
# LibreOffice leads every moved label by a black line unless told not to.
_UNLED = (
    f'<c:extLst xmlns:c="{_CHART}"><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LOCALE = {"id": ("[$-421]", "."), "en": ("[$-809]", ",")}


def clean(content: object) -> str:
    """Text without the characters that XML has no way to hold."""
    return _UNSPEAKABLE.sub(" ", str(content))


def colour(hexadecimal: str) -> RGBColor:
    return RGBColor.from_string(hexadecimal.lstrip("#").upper())


def decimals(chart: Chart) -> int:
    """Places after the decimal mark: as declared; else none where all numbers are whole."""
    if chart.decimals is not None:
        return chart.decimals
    return 0 if (chart.frame["value"].dropna() % 1 == 0).all() else 2


def number_format(language: str, places: int, before: str = "", after: str = "") -> str:
    """A format code that writes 1.194 or 1,194 in the deck's language on whatever machine, with text around it.

    PowerPoint takes `,` in a code as the separator of the machine it runs on, so for whole numbers the
    separator is written out as text. A decimal mark can't be: there the language is named and the machine decides.
    """
    locale, separator = _LOCALE[language]
    # A quotation mark would end the text in the code.
    lead, tail = ('"' + part.replace('"', "”") + '"' if part else "" for part in (before, after))
    if places:
        return f"{locale}{lead}#,##0.{'0' * places}{tail}"
    thousand, million = f'0"{separator}"000', f'0"{separator}"000"{separator}"000'
    return f"[>=1000000]{lead}{million}{tail};[>=1000]{lead}{thousand}{tail};{lead}0{tail}"


def figure_format(chart: Chart, row: Mapping, before: str = "") -> str:
    """The format code of a figure's label: its qualifier's word and the mark of its status, so that an edited number keeps both."""
    about = row.get("about", "")
    return number_format(chart.language, decimals(chart), before + (f"{about} " if about else ""), SIGNS[row["status"]].after)


def typeset(font, size: float, ink: str = INK, bold: bool = False) -> None:
    font.name = FONT
    font.size = Pt(size)
    font.bold = bold
    font.color.rgb = colour(ink)


def fill(format_, tone: str, *, disputed: bool = False, hollow: bool = False, width: float = 1.5) -> None:
    """A mark's filling: full, hollow, or hatched with a dashed outline where the figure is disputed."""
    if disputed:
        format_.fill.patterned()
        format_.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        format_.fill.fore_color.rgb = colour(tone)
        format_.fill.back_color.rgb = colour(GROUND)
    else:
        format_.fill.solid()
        format_.fill.fore_color.rgb = colour(GROUND if hollow else tone)
    if disputed or hollow:
        format_.line.color.rgb = colour(tone)
        format_.line.width = Pt(width)
        format_.line.dash_style = MSO_LINE.DASH if disputed else MSO_LINE.SOLID


def pale(format_, tone: str) -> None:
    """A hollow mark of a line: a light tint within its outline, since other programs than PowerPoint draw no outline of a mark."""
    fill(format_, tone, hollow=True)
    format_.fill.fore_color.rgb = colour(palette.tint(tone))


def quiet_axis(axis, size: float) -> None:
    """Small grey letters, a hairline, no ticks."""
    from pptx.enum.chart import XL_TICK_MARK

    typeset(axis.tick_labels.font, size, QUIET)
    axis.format.line.color.rgb = colour(QUIET)
    axis.format.line.width = Pt(0.75)
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False


def upright(axis) -> None:
    """Words below the axis are never turned; long ones wrap."""
    axis._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("rot", "0")


def value_axis(axis, chart: Chart, places: list[float], size: float) -> None:
    """From zero to the last tick, with hairlines."""
    quiet_axis(axis, size)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, places[-1], places[1] - places[0]
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = colour(LINE)
    axis.major_gridlines.format.line.width = Pt(0.5)
    axis.format.line.fill.background()
    axis.tick_labels.number_format = number_format(chart.language, 0 if places[1] % 1 == 0 else 2)
    axis.tick_labels.number_format_is_linked = False


def lying_bars(native, column: float, size: float, end: float) -> None:
    """Bars from left to right, the first on top: their words in a column of this part of the width, no axis to see from zero to `end`."""
    plain(native)
    place_plot(native, column, 0.0, 1 - column, 1.0)
    quiet_axis(native.category_axis, size)
    typeset(native.category_axis.tick_labels.font, size, INK)
    native.category_axis.reverse_order = True
    native.value_axis.minimum_scale, native.value_axis.maximum_scale = 0, end
    native.value_axis.has_major_gridlines = False
    native.value_axis.visible = False
    native.plots[0].gap_width, native.plots[0].vary_by_categories = 40, False


def value_labels(series, chart: Chart, size: float, position, ink: str = INK, bold: bool = True) -> None:
    """A number at every bar of a series, as the deck's language writes it."""
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = number_format(chart.language, decimals(chart)), False
    labels.position = position
    typeset(labels.font, size, ink, bold)
    one_line(labels._element)


def place_plot(native, left: float, top: float, wide: float, high: float) -> None:
    """Fix the inner plot, as parts of the chart's box, so that words beside it can be measured and placed."""
    area = native._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    parts = {"x": left, "y": top, "w": wide, "h": high}
    values = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in parts.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout xmlns:c="{_CHART}"><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{values}</c:manualLayout></c:layout>"
        ),
    )


def shift_label(label, right: float, down: float) -> None:
    """Move a data label from its own place, in parts of the chart's box; who moves it leads the eye there."""
    element = label._dLbl
    for old in element.findall(qn("c:layout")):
        element.remove(old)
    layout = parse_xml(
        f'<c:layout xmlns:c="{_CHART}"><c:manualLayout><c:x val="{right:.5f}"/><c:y val="{down:.5f}"/></c:manualLayout></c:layout>'
    )
    element.find(qn("c:idx")).addnext(layout)
    labels = element.getparent()
    if labels.find(qn("c:extLst")) is None:
        labels.append(parse_xml(_UNLED))


def label_format(element, code: str) -> None:
    """The number format of one data label, in the place that the schema wants it in. A number is never wrapped."""
    one_line(element)
    for old in element.findall(qn("c:numFmt")):
        element.remove(old)
    fmt = parse_xml(f'<c:numFmt xmlns:c="{_CHART}" sourceLinked="0"/>')
    fmt.set("formatCode", code)
    before = [element.find(qn(name)) for name in ("c:tx", "c:layout", "c:idx")]
    next(one for one in before if one is not None).addnext(fmt)


def one_line(labels) -> None:
    """Data labels (all of a series, or one) that never wrap."""
    labels.find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")


def plain(native) -> None:
    """No title, no legend, the product's letters, square corners."""
    native.has_title = False
    native.has_legend = False
    typeset(native.font, 12)
    space = native._chartSpace
    if space.find(qn("c:roundedCorners")) is None:
        corners = parse_xml(f'<c:roundedCorners xmlns:c="{_CHART}" val="0"/>')
        date1904 = space.find(qn("c:date1904"))
        if date1904 is not None:
            date1904.addnext(corners)
        else:
            space.insert(0, corners)
