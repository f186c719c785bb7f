"""A deck as a package: it opens without repair, here and in another program."""

import io
import posixpath
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation

from netralitas.briefing.slide import of_chart
from netralitas.chart import Kind
from netralitas.render import slides as pptx
from tests.helpers import chart, charts_of, made, rows
from tests.render.conftest import VIEWS


def test_the_package_has_no_duplicate_names_and_no_dangling_relations(briefing):
    _, content, _, _ = briefing
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        assert len(names) == len(set(names))
        assert len({name.lower() for name in names}) == len(names)
        types = etree.fromstring(package.read("[Content_Types].xml"))
        typed = {one.get("PartName").lstrip("/") for one in types if one.get("PartName")}
        endings = {one.get("Extension").lower() for one in types if one.get("Extension")}
        assert typed <= set(names)
        for name in names:
            assert name in typed or name.rpartition(".")[2].lower() in endings, name
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
        for name in (name for name in names if name.endswith(".rels")):
            _check_relations(package, name, set(names))


def _check_relations(package: zipfile.ZipFile, name: str, names: set[str]) -> None:
    """Every internal target is in the package, every id is used once, and every id that the part uses is declared."""
    owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[: -len(".rels")])
    declared = {}
    for relation in etree.fromstring(package.read(name)):
        assert relation.get("Id") not in declared
        declared[relation.get("Id")] = relation
        if relation.get("TargetMode") == "External":
            assert re.match(r"https?://", relation.get("Target"))
        else:
            target = relation.get("Target")
            resolved = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(owner), target))
            )
            assert resolved in names, (name, target)
    if owner in names and owner.endswith(".xml"):
        used = re.findall(rb'\br:(?:id|embed|link|pict)="([^"]+)"', package.read(owner))
        assert {one.decode() for one in used} <= set(declared)


def test_ids_of_shapes_are_unique_on_a_slide(briefing):
    _, _, presentation, _ = briefing
    for page in presentation.slides:
        ids = [shape.shape_id for shape in page.shapes]
        assert len(ids) == len(set(ids))


_LABEL = ["idx", "delete", "layout", "tx", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName"]
_LABEL += ["showPercent", "showBubbleSize", "separator", "extLst"]
_SERIES = [
    "idx",
    "order",
    "tx",
    "spPr",
    "invertIfNegative",
    "marker",
    "dPt",
    "dLbls",
    "trendline",
    "errBars",
    "cat",
    "val",
    "xVal",
    "yVal",
    "smooth",
    "shape",
    "extLst",
]


def test_elements_of_charts_stand_in_the_order_of_the_schema(briefing):
    """PowerPoint offers to repair a file whose elements are in another order than the schema's."""
    _, _, presentation, _ = briefing
    for page in presentation.slides:
        for native in charts_of(page):
            for path, order in (("//c:dLbl", _LABEL), ("//c:ser", _SERIES)):
                for element in native._chartSpace.xpath(path):
                    places = [order.index(etree.QName(child).localname) for child in element]
                    assert places == sorted(places), etree.tostring(element)[:300]
            for element in native._chartSpace.xpath("//c:dLbls"):
                names = [etree.QName(child).localname for child in element]
                assert "extLst" not in names[:-1]
                labels = [place for place, name in enumerate(names) if name == "dLbl"]
                assert labels == list(range(len(labels)))
                indices = [int(child.find("{*}idx").get("val")) for child in element if etree.QName(child).localname == "dLbl"]
                assert indices == sorted(set(indices))


def test_text_from_data_is_only_ever_text():
    evil = "<a:t>x</a:t> & ]]> \x0b =cmd()"
    frame = rows(2, label=[evil, "B"], tone="dugaan", value=[1.0, 2.0])
    content = pptx.deck((of_chart(chart(Kind.BAR, frame, title=evil, subtitle=evil, alt=evil, notes=(evil,))),), "id")
    page = Presentation(io.BytesIO(content)).slides[0]
    assert "<a:t>x</a:t> & ]]>" in page.shapes.title.text_frame.text
    assert "<a:t>x</a:t>" in str(charts_of(page)[0].plots[0].categories[0])


def test_nothing_is_linked_that_is_no_web_address(store):
    slides, _ = made(store, "35", "pilkada-2020", "id")
    closing = replace(slides[-1], sources=tuple(replace(one, url="javascript:alert(1)") for one in slides[-1].sources))
    page = Presentation(io.BytesIO(pptx.deck((closing,), "id"))).slides[0]
    assert not [relation for relation in page.part.rels.values() if relation.is_external]


# -- opened by another program ------------------------------------------------------------------


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="LibreOffice is not installed")
@pytest.mark.parametrize(("view", "language"), [(VIEWS[0], "id"), (VIEWS[2], "en")])
def test_libreoffice_opens_it_and_every_page_has_ink(store, tmp_path, view, language):
    slides, content = made(store, *view, language)
    (tmp_path / "deck.pptx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")],
        check=True,
        timeout=240,
        capture_output=True,
    )
    subprocess.run(["pdftoppm", "-r", "40", "-png", str(tmp_path / "deck.pdf"), str(tmp_path / "page")], check=True, timeout=120)
    pages = sorted(tmp_path.glob("page-*.png"))
    assert len(pages) == len(slides)
    for file in pages:
        with Image.open(file) as drawn:
            assert (np.asarray(drawn.convert("L")) < 200).mean() > 0.005, file.name
