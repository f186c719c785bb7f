"""The layouts of a deck: title, subtitle, body, source and number are placeholders, so that an office's own template restyles them.

The face is Arial, the theme's: every Office on every machine has it, so nothing is embedded. The source is a placeholder of
text and no footer: one dialog of PowerPoint empties all footers, and a number must not lose its source.
"""

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from netralitas.render.ground.shapes import ACCENT, COVER_TITLE, HIGH, INK, PLACES, QUIET, WIDE, Place
from netralitas.render.ground.slide import FONT

COVER, PAGE = 0, 1  # the layouts, by their place
_TITLE_SLIDE, _TITLE_ONLY = 0, 5  # of python-pptx's own template
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_KINDS = {"title": "title", "body": "body", "subtitle": "body", "source": "body", "number": "sldNum"}
_SCHEME = {INK: "tx1", QUIET: "tx2", ACCENT: "accent1"}
_PROMPTS = {"title": "Judul", "subtitle": "Anak judul", "body": "Isi", "source": "Sumber", "number": "‹#›"}
_NAMES = ("Sampul", "Isi")


def blank():
    """python-pptx's template, widened to 16:9, with a layout for the cover and one for all other slides."""
    presentation = Presentation()
    stretch = WIDE / (presentation.slide_width / Inches(1))
    presentation.slide_width, presentation.slide_height = Inches(WIDE), Inches(HIGH)
    kept = [presentation.slide_layouts[place] for place in (_TITLE_SLIDE, _TITLE_ONLY)]
    for other in list(presentation.slide_layouts):
        if other not in kept:
            presentation.slide_layouts.remove(other)
    for shape in presentation.slide_master.shapes:
        shape.left, shape.width = round(shape.left * stretch), round(shape.width * stretch)
    _theme(presentation.slide_master)
    for name, layout, title in zip(_NAMES, kept, (COVER_TITLE, PLACES["title"]), strict=True):
        _dress(layout, name, {**PLACES, "title": title})
    return presentation


def _theme(master) -> None:
    """The product's face and colours as the theme's, under the names by which every template has its own."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for face in theme.iterfind(f".//{{{_DRAWING}}}fontScheme/*/{{{_DRAWING}}}latin"):
        face.set("typeface", FONT)
    for name, colour in (("dk1", INK), ("dk2", QUIET), ("accent1", ACCENT)):
        (slot,) = theme.iterfind(f".//{{{_DRAWING}}}clrScheme/{{{_DRAWING}}}{name}")
        slot[:] = [etree.Element(f"{{{_DRAWING}}}srgbClr", val=colour.lstrip("#").upper())]
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _dress(layout, name: str, places: dict[str, Place]) -> None:
    """Our placeholders in the place of the template's."""
    layout.name = name
    tree = layout.shapes._spTree
    for shape in list(layout.shapes):
        tree.remove(shape._element)
    for number, (role, place) in enumerate(places.items(), 2):
        tree.append(parse_xml(_placeholder(number, role, place)))


def _placeholder(number: int, role: str, place: Place) -> str:
    """A placeholder as a layout holds it: where it stands, and the type that it gives."""
    left, top, wide, high = (round(Inches(side)) for side in (place.box.left, place.box.top, place.box.wide, place.box.high))
    align, words = ("r" if role == "number" else "l"), _PROMPTS[role]
    content = (
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr/><a:t>{words}</a:t></a:fld>'
        if role == "number"
        else f"<a:r><a:rPr/><a:t>{words}</a:t></a:r>"
    )
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{words}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{_KINDS[role]}"{_index(role)}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm></p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" wrap="square" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle>'
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{round(place.size * 100)}" b="{int(place.bold)}"><a:solidFill>'
        f'<a:schemeClr val="{_SCHEME[place.colour]}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        f"<a:p>{content}</a:p></p:txBody></p:sp>"
    )


def _index(role: str) -> str:
    return f' idx="{PLACES[role].index}"' if PLACES[role].index else ""


def placed(page, role: str):
    """The placeholder of a slide for this role, or None where it has none left. The number's is made: python-pptx does not copy it."""
    if role not in PLACES:
        return None
    if role == "number":
        page.shapes._spTree.append(
            parse_xml(
                f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{_free(page)}" name="{_PROMPTS[role]}"/><p:cNvSpPr>'
                f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" idx="{PLACES[role].index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
                "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
            )
        )
    found = next((one for one in page.placeholders if one.placeholder_format.idx == PLACES[role].index), None)
    # Written already: a second text of the same role stands beside it.
    return None if found is None or found.text_frame.text else found


def _free(page) -> int:
    return max((shape.shape_id for shape in page.shapes), default=1) + 1


def tidy(page) -> None:
    """Placeholders that nothing was written in would show their prompts."""
    for shape in list(page.placeholders):
        if not shape._element.xpath(".//a:t"):
            shape._element.getparent().remove(shape._element)


def place_of(page, role: str) -> Place | None:
    """What the slide's layout says of this role."""
    cover = role == "title" and page.slide_layout.name == _NAMES[COVER]
    return COVER_TITLE if cover else PLACES.get(role)
