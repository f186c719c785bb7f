"""The fact sheet: every region has one, it says what the store says, and a shared link shows number, source and warning."""

import io
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from etl import publish
from netralitas import address, lembar, model
from netralitas.address import links as place
from netralitas.charts import statement
from netralitas.claims import verdict
from netralitas.lembar import panels, picture
from netralitas.lembar.sheet import sheet
from netralitas.lembar.written import source
from netralitas.model import DISPUTED, Filter
from netralitas.store import Store

APP = Starlette(routes=lembar.routes())
BASE = "https://example.org"
# Elements without an end tag.
VOID = {"meta", "link", "br"}


@pytest.fixture
def client(served_snapshot) -> TestClient:
    return TestClient(APP, follow_redirects=False)


class Page(HTMLParser):
    """What a browser would see: its text, its elements with attributes, and whether every element is closed."""

    def __init__(self, source: str):
        super().__init__()
        self.elements, self.open, self.words = [], [], []
        self.feed(source)
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def meta(self, name: str) -> str:
        return next(
            found["content"] for tag, found in self.elements if tag == "meta" and name in (found.get("property"), found.get("name"))
        )


def of(store, region: str, event: str, language: str = "id"):
    scope, _ = address.parse(store, {model.REGION: region, model.EVENT: event, model.LANGUAGE: language})
    return sheet(store, scope, BASE)


@pytest.fixture(scope="session")
def sheets(store):
    """The sheet of all 553 regions in Indonesian, each with the election that is proposed for it."""
    return {code: sheet(store, address.parse(store, {model.REGION: code})[0], BASE) for code in store.region_names()}


def check(told, name: str) -> None:
    """Well-formed, named, every word filled in, every number with its source, absence in words."""
    page, language = Page(lembar.html(told)), told.scope.language
    assert name in page.text
    assert not re.search(r"\bnan\b|\bNone\b|NaT|\{\w+\}", page.text), told.scope
    assert {tag for tag, _ in page.elements}.isdisjoint({"script", "iframe", "form", "object"})
    if told.lead is None:
        # nothing at all, or only breakdowns
        absent = {"id": r"[Bb]elum ada (angka|jumlah) yang dipublikasikan", "en": r"no (figure|total) has been published"}[language]
        assert re.search(absent, page.text)
    for card in told.cards:
        assert card.counter in page.text and card.cutoff in page.text and card.publisher in page.text
    # A bar stands for a number of the statement; numbers of several elections or regions are rows without an axis.
    drawn = told.statement.marks if told.statement else ()
    assert sum(tag == "rect" for tag, _ in page.elements) == len(drawn) and len({mark.source for mark in drawn}) < 2


def test_every_region_has_a_sheet(store, sheets):
    for code, told in sheets.items():
        check(told, store.region_name(code))
    assert any(told.lead is None for told in sheets.values())


@pytest.mark.parametrize("event", ["pilkada-2018", "pilkada-2020"])
def test_every_province_has_a_sheet_in_english(store, event):
    for code in (model.NATION, *store.children(model.NATION)):
        check(of(store, code, event, "en"), store.region_name(code))


def test_every_region_has_a_picture(sheets):
    for told in sheets.values():
        body = picture.png(told)
        assert Image.open(io.BytesIO(body)).size == (1200, 630)
        # WhatsApp shows no larger picture than this.
        assert len(body) < 300_000


def test_the_example_of_the_brief(client):
    """1,194 is shown, hollow, and both facts stand beside it."""
    page = Page(client.get("/lembar/35.13?pemilihan=pilkada-2018").text)
    assert "1.194" in page.text
    assert "721 kasus" in page.text
    assert "angka Indonesia pada Pilkada 2020 (1.194 kasus, Bawaslu" in page.text
    assert "jangan dikutip" in page.text
    assert ("div", {"class": "disengketakan"}) in page.elements
    assert page.text.count("jangan dikutip") > 1


def test_one_election_is_no_trend_and_two_are(store):
    alone, two = of(store, "35.13", "pilkada-2018"), of(store, "ID", "pilkada-2020")
    assert alone.trend is None and len(two.trend.marks) > 1


def test_a_shared_link_shows_number_source_and_warning(client):
    page = Page(client.get("/lembar/35.13?pemilihan=pilkada-2018").text)
    told = page.meta("og:description")
    for part in ("1.194 kasus", "Bawaslu", "27 Juni 2023", "BKPSDM Kabupaten Probolinggo", "Jangan dikutip", "721 kasus"):
        assert part in told
    assert page.meta("og:title") == "Kabupaten Probolinggo, Pilkada 2018"
    assert (page.meta("og:image:width"), page.meta("og:image:height")) == ("1200", "630")
    parts = urlsplit(page.meta("og:image"))
    answer = client.get(f"{parts.path}?{parts.query}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)


def test_both_languages_and_each_leads_to_the_other(client):
    page = Page(client.get("/lembar/35.13?pemilihan=pilkada-2018&bahasa=en").text)
    assert page.elements[0] == ("html", {"lang": "en", "prefix": "og: https://ogp.me/ns#"})
    assert "1,194" in page.text and "do not quote" in page.text
    other = next(found for tag, found in page.elements if tag == "link" and found.get("rel") == "alternate")
    assert other["hreflang"] == "id"
    parts = urlsplit(other["href"])
    assert "1.194" in Page(client.get(f"{parts.path}?{parts.query}").text).text


def test_absence_is_said_and_not_drawn(store):
    told = of(store, "94.06", "pilkada-2020")
    assert told.lead is None
    absent = [mark for mark in told.beside.marks if mark.value is None]
    assert [mark.amount.short for mark in absent] == ["tidak ada pemilihan", "tidak ada angka"]
    page = Page(lembar.html(told))
    assert "rect" not in {tag for tag, _ in page.elements}
    assert any("/lembar/ID?" in found.get("href", "") for tag, found in page.elements if tag == "a")


def test_a_region_of_which_nothing_is_known_tells_what_there_is_around_it_the_law_and_how_to_add(store, sheets):
    bare = [told for code, told in sheets.items() if not any(region == code for region, _ in store.figure_counts())]
    assert len(bare) > 100
    for told in bare:
        page = Page(lembar.html(told))
        assert f"Belum ada angka yang dipublikasikan untuk {told.region}" in page.text
        assert "Aturan netralitas yang berlaku pada" in page.text and "PP 94/2021" in page.text
        assert "Jadikan angka" in page.text and "`" not in page.text
        assert told.beside.marks and told.citation == "" and not told.cards
    assert sum(bool(told.around.rows) for told in bare) > 0.8 * len(bare)
    assert all(not told.unknown for told in sheets.values() if told.lead)


def test_where_there_is_little_the_other_elections_the_law_and_the_region_above_are_told(store, sheets):
    told = sheets["64.02"]
    page = Page(lembar.html(told)).text
    assert "Riwayat Kalimantan Timur" in page and "Aturan netralitas yang berlaku pada" in page
    assert told.event not in {entry.event for entry in told.history}
    own, above = ({entry.sentence for entry in entries} for entries in (told.history, told.above_history))
    assert own and above and not own & above
    assert all(entry.sentence in page and publisher in page for entry in told.above_history for publisher, _ in entry.sources)
    # Of the region above what belongs to the sheet's election comes first.
    firsts = [one for one in sheets.values() if any(entry.event == one.event for entry in one.above_history)]
    assert firsts and all(one.above_history[0].event == one.event for one in firsts)
    # Each number of it leads to its check.
    assert all(set(entry.said) <= set(one.checks) for one in sheets.values() for entry in one.above_history)


def test_the_cards_do_not_repeat_what_the_flow_tells(store, sheets):
    flows = [told for told in (*sheets.values(), of(store, "ID", "pilkada-2020")) if told.statement]
    assert len(flows) > 30
    for told in flows:
        drawn = statement.flow(store, told.scope, panels.drawn(store, told.scope).statement_id)
        assert drawn.title == told.statement.title
        flown = set(drawn.frame["figure_id"])
        assert not flown & {card.figure_id for card in told.cards}, told.scope


def test_a_statement_lies_under_its_whole(store):
    marks = {mark.label: mark for mark in of(store, "ID", "pilkada-2020").statement.marks}
    assert marks["dilaporkan"].share == 1 and marks["terbukti"].start == marks["dijatuhi sanksi"].start == 311 / 2007
    assert marks["belum diputus atau tidak disebut"].open


def test_a_disputed_figure_of_another_election_brings_its_sentence(store):
    """The nation's forwarded cases of Pemilu 2019 are those of Pilkada 2020: whoever shows them beside these must say why."""
    scope = Filter(region="ID").but(event="pilkada-2020", stage="diteruskan", unit="kasus")
    told = sheet(store, scope, BASE)
    (disputed,) = [mark for mark in told.trend.marks if mark.status == DISPUTED]
    assert disputed.label == "Pemilu 2019"
    judged = verdict.of(store, (disputed.figure_id,), "id")[disputed.figure_id]
    assert judged.doubts
    assert all(sentence in Page(lembar.html(told)).text for sentence in (judged.say, *(one.sentence for one in judged.doubts)))


def test_a_stage_without_a_figure_is_said_and_another_shown(client):
    page = Page(client.get("/lembar/35.13?pemilihan=pilkada-2018&tahap=sanksi&satuan=orang").text)
    assert "Sanksi dijatuhkan (orang): tidak ada angka untuk Kabupaten Probolinggo pada Pilkada 2018." in page.text
    assert "1.194" in page.text


def test_text_from_data_is_escaped(snapshot_dir, monkeypatch):
    snapshot_id = publish.current(snapshot_dir)
    store = Store(publish.path(snapshot_dir, snapshot_id), snapshot_id)  # one of its own: the others keep what they answered
    name = '<img src=x onerror="alert(1)">'
    names = {**store.region_names(), "35.13": name}
    monkeypatch.setattr(type(store), "region_names", lambda _: names)
    source = lembar.html(of(store, "35.13", "pilkada-2018"))
    assert "<img" not in source
    assert name in Page(source).text


def test_only_web_addresses_become_links():
    assert "href" not in source("Pers", "javascript:alert(1)")
    assert source("a<b", "https://x.test/?a=1&b=2") == '<a href="https://x.test/?a=1&amp;b=2" rel="noopener">a&lt;b</a>'


def test_no_script_may_run(client):
    answer = client.get("/lembar/35.13?pemilihan=pilkada-2018")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "; style-src 'sha256-" in policy
    assert "script" not in policy and "unsafe" not in policy
    assert ' style="' not in answer.text


def test_asked_again_with_its_tag_nothing_is_sent(client):
    for address_ in ("/lembar/35?pemilihan=pilkada-2020", "/lembar/35.png?pemilihan=pilkada-2020"):
        tag = client.get(address_).headers["etag"]
        again = client.get(address_, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert client.head(address_).headers["etag"] == tag
    assert (
        client.get("/lembar/35?pemilihan=pilkada-2018").headers["etag"] != client.get("/lembar/35?pemilihan=pilkada-2020").headers["etag"]
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [("kota probolinggo", "35.74"), ("Kabupaten Sidoarjo", "35.15"), ("id", "ID"), ("jawa timur.png", "35.png")],
)
def test_a_name_leads_to_the_code(client, typed, code):
    answer = client.get(f"/lembar/{typed}?pemilihan=pilkada-2020")
    assert answer.status_code == 302
    assert answer.headers["location"].endswith(f"/lembar/{code}?pemilihan=pilkada-2020")


def test_an_unknown_region_is_told_with_suggestions(client):
    answer = client.get("/lembar/Probolinggo?pemilihan=pilkada-2018")
    page = Page(answer.text)
    assert answer.status_code == 404
    assert "Wilayah “Probolinggo” tidak dikenal." in page.text
    assert "Kabupaten Probolinggo · Jawa Timur" in page.text and "Kota Probolinggo · Jawa Timur" in page.text
    near = [found["href"] for tag, found in page.elements if tag == "a" and "/lembar/" in found["href"]]
    assert all("pemilihan=pilkada-2018" in href for href in near)
    nothing = client.get("/lembar/<script>alert(1)")
    assert nothing.status_code == 404 and "<script" not in nothing.text
    assert client.get("/lembar/zzz.png").status_code == 404


def test_a_senseless_parameter_is_told_and_tracking_ignored(client):
    page = Page(client.get("/lembar/35?pemilihan=2020&fbclid=abc").text)
    assert "Nilai “2020” untuk Pemilihan tidak dikenal" in page.text


def test_the_address_of_a_view_is_its_sheet(client, store):
    scope = Filter(region="35.13", event="pilkada-2018", language="en")
    parts = urlsplit(place.sheet_address(BASE, scope))
    assert parts.path == "/lembar/35.13"
    assert client.get(f"{parts.path}?{parts.query}").status_code == 200
    assert "tahap" not in parts.query
    assert "tahap=dugaan" in place.sheet_address(BASE, scope.but(stage="dugaan"))
