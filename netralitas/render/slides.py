"""Slides as a PowerPoint file, 16:9: native charts and tables, text that fits, notes with every source."""

import io

from PIL import Image as PillowImage
from pptx.enum.dml import MSO_LINE
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from netralitas.briefing.slide import Occasion, Part, Slide
from netralitas.chart import Chart
from netralitas.render.ground.shapes import WARNING, Area, Box, Cells, Image, Place, Plot, Shape, Watermark, Words
from netralitas.render.ground.slide import FONT, LINE, clean, colour
from netralitas.render.layout import layout
from netralitas.render.native import plot
from netralitas.render.picture import drawing, inside
from netralitas.render.template import COVER, PAGE, blank, place_of, placed, tidy
from netralitas.wording import number, sourced, text

_LANGUAGE = {"id": MSO_LANGUAGE_ID.INDONESIAN, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
_ALIGN = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}


def deck(slides: tuple[Slide, ...], language: str, occasion: Occasion = Occasion(), region: str = "") -> bytes:  # noqa: B008
    """The file. `region` names the crest's owner."""
    presentation = blank()
    properties = presentation.core_properties
    properties.title = clean(slides[0].title)[:255] if slides else ""
    properties.author = "Netralitas ASN"
    properties.language = language
    properties.comments = text(language, "produk.anak_judul")
    for place, slide in enumerate(slides, 1):
        page = presentation.slides.add_slide(presentation.slide_layouts[COVER if slide.part is Part.COVER else PAGE])
        writer = _Writer(page, language)
        for shape in layout(slide, place, occasion.crest, region):
            writer.shape(shape)
        tidy(page)
        page.notes_slide.notes_text_frame.text = clean(notes(slide))
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def notes(slide: Slide) -> str:
    """What the speaker needs: the whole title, warnings and remarks in full, every source with its address."""
    language = slide.language
    blocks = [[slide.title], [slide.subtitle], list(slide.lines)]
    warnings = [": ".join(filter(None, (one.figure, one.sentence))) for one in slide.warnings]
    warnings += [f"{one.figure}. {one.sentence}" for one in slide.cautions]
    if warnings:
        blocks.append([text(language, "paparan.catatan.peringatan"), *(f"- {line}" for line in warnings)])
    if slide.remarks:
        blocks.append([text(language, "paparan.catatan.keterangan"), *(f"- {line}" for line in slide.remarks)])
    if slide.chart is not None and not slide.chart.empty:
        blocks.append([text(language, "paparan.catatan.angka"), slide.chart.alt, *([slide.beside.alt] if slide.beside else [])])
    if slide.sources:
        listed = [sourced(one.counter, one.cutoff, one.publisher, one.url) for one in slide.sources]
        blocks.append([text(language, "paparan.catatan.sumber", count=number(len(listed), language)), *(f"- {line}" for line in listed)])
    return "\n\n".join("\n".join(block) for block in blocks if any(block))


class _Writer:
    """Writes shapes on one slide; each gets a description for those who hear the slide."""

    def __init__(self, page, language: str):
        self.page, self.language = page, language

    def shape(self, shape: Shape):
        """Write one shape; gives back the table of a table, else nothing that anybody needs."""
        write = {
            Words: self._words,
            Area: self._area,
            Plot: lambda one: plot(self, one),
            Image: self._image,
            Cells: self._cells,
            Watermark: self._watermark,
        }
        return write[type(shape)](shape)

    def chart(self, kind, box: Box, data, alt: str):
        """A native chart, described; the caller dresses it."""
        frame = self.page.shapes.add_chart(kind, *_place(box), data)
        _describe(frame, alt)
        return frame.chart

    def leader(self, start: tuple[float, float], end: tuple[float, float], tone: str, alt: str, *, dotted: bool = False) -> None:
        """A thin line that leads the eye; a chart's own are drawn by PowerPoint alone as they should be."""
        drawn = self.page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (*start, *end)))
        _describe(drawn, alt)
        _unstyled(drawn)
        drawn.line.color.rgb, drawn.line.width = colour(tone), Pt(0.75)
        drawn.line.dash_style = MSO_LINE.ROUND_DOT if dotted else MSO_LINE.SOLID

    def picture(self, chart: Chart, box: Box) -> None:
        """A chart that PowerPoint has no kind for, as a picture."""
        self._image(Image(box, drawing(chart, box.wide, box.high), chart.alt))

    def _words(self, shape: Words) -> None:
        """In the placeholder of its role; what has none, or stands where another of it is, in a box of its own."""
        box, place = placed(self.page, shape.role), None
        if box is None:
            box = self.page.shapes.add_textbox(*_place(shape.box))
            frame = box.text_frame
            frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        else:
            place = place_of(self.page, shape.role)
            if shape.box != place.box:
                box.left, box.top, box.width, box.height = _place(shape.box)
            # In the order in which it is read aloud.
            self.page.shapes._spTree.append(box._element)
        _describe(box, shape.alt)
        frame = box.text_frame
        for order, runs in enumerate(shape.paragraphs):
            paragraph = frame.paragraphs[0] if order == 0 else frame.add_paragraph()
            if place is None:
                paragraph.alignment, paragraph.line_spacing, paragraph.space_before = _ALIGN[shape.align], 1.0, Pt(0)
            paragraph.space_after = Pt(shape.gap * 72)
            for run in runs:
                self._run(paragraph, run, shape, place)

    def _run(self, paragraph, run, shape: Words, place: Place | None = None) -> None:
        if shape.role == "number":
            # A field, so that the number stays right when slides are moved.
            field = parse_xml(f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr/><a:t/></a:fld>')
            paragraph._p.append(field)
            field.find(qn("a:t")).text = run.text
            return
        written = paragraph.add_run()
        written.text = clean(run.text)
        font = written.font
        font.language_id = _LANGUAGE[self.language]
        # In a placeholder only what differs from its layout is said: all else is the template's to change.
        if place is None:
            font.name = FONT
        if place is None or shape.size != place.size:
            font.size = Pt(shape.size)
        if place is None or run.bold != place.bold:
            font.bold = run.bold
        if place is None or run.colour != place.colour:
            font.color.rgb = colour(run.colour)
        if run.url.startswith(("http://", "https://")):
            written.hyperlink.address = run.url

    def _area(self, shape: Area) -> None:
        drawn = self.page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_place(shape.box))
        _describe(drawn, shape.alt)
        _unstyled(drawn)
        if shape.fill:
            drawn.fill.solid()
            drawn.fill.fore_color.rgb = colour(shape.fill)
        else:
            drawn.fill.background()
        if shape.outline:
            drawn.line.color.rgb = colour(shape.outline)
            drawn.line.width = Pt(1.5 if shape.dashed else 1)
            drawn.line.dash_style = MSO_LINE.DASH if shape.dashed else MSO_LINE.SOLID
        else:
            drawn.line.fill.background()

    def _image(self, shape: Image) -> None:
        with PillowImage.open(io.BytesIO(shape.png)) as picture:
            box = inside(shape.box, picture.size)
        _describe(self.page.shapes.add_picture(io.BytesIO(shape.png), *_place(box)), shape.alt)

    def _cells(self, shape: Cells):
        """A native table without the template's own colours: hairlines between rows are cell borders."""
        frame = self.page.shapes.add_table(len(shape.rows), len(shape.widths), *_place(shape.box))
        _describe(frame, shape.alt)
        table = frame.table
        table.horz_banding = False
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
        for column, wide in zip(table.columns, shape.widths):
            column.width = Inches(wide)
        for row, high, runs in zip(table.rows, shape.heights, shape.rows):
            row.height = Inches(high)
            for cell, run in zip(row.cells, runs):
                cell.margin_left, cell.margin_right, cell.margin_top, cell.margin_bottom = (
                    Inches(0.1),
                    Inches(0.1),
                    Inches(0.06),
                    Inches(0.04),
                )
                cell.vertical_anchor = MSO_ANCHOR.MIDDLE
                self._run(cell.text_frame.paragraphs[0], run, Words(shape.box, (), shape.size, ""))
                line = parse_xml(
                    f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{LINE.lstrip("#").upper()}"/></a:solidFill></a:lnB>'
                )
                cell._tc.get_or_add_tcPr().insert(0, line)
        return table

    def _watermark(self, shape: Watermark) -> None:
        box = self.page.shapes.add_textbox(*_place(shape.box))
        _describe(box, shape.alt)
        box.rotation = -24
        paragraph = box.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.CENTER
        run = paragraph.add_run()
        run.text = shape.text
        run.font.name, run.font.size, run.font.bold, run.font.color.rgb = FONT, Pt(60), True, colour(WARNING)
        run._r.rPr.find(qn("a:solidFill")).find(qn("a:srgbClr")).append(parse_xml(f'<a:alpha {nsdecls("a")} val="28000"/>'))


def _place(box: Box) -> tuple:
    return Inches(box.left), Inches(box.top), Inches(box.wide), Inches(box.high)


def _unstyled(drawn) -> None:
    """The template's theme gives shapes a shadow and a border of its own."""
    drawn._element.remove(drawn._element.find(qn("p:style")))


def _describe(shape, alt: str) -> None:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", clean(alt))
