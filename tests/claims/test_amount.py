"""A number never travels without its qualifier's word: all headlines that have one, through everything that tells a figure."""

import io
import re
from dataclasses import replace
from itertools import product

import openpyxl
import pandas as pd
import pytest

from netralitas.address.selection import Selection
from netralitas.charts import across, lists, regions, statement, trend
from netralitas.charts.alternatives import alternatives
from netralitas.claims import amount, citation, lead
from netralitas.claims import rows as told_rows
from netralitas.claims.amount import Amount
from netralitas.claims.cards import card_of, cautions, headline_cards
from netralitas.files import formats as files
from netralitas.lembar import html
from netralitas.lembar.sheet import sheet
from netralitas.model import APPROXIMATE, Filter
from netralitas.render import screen, table
from netralitas.render.ground.screen import hover
from netralitas.wording import number, text
from tests.helpers import ROOT, bars, charts_of, made, open_page, scope, shown

EVERY = frozenset({"wilayah", "pemilihan", "tahap", "satuan"})


@pytest.fixture(scope="module")
def qualified(store) -> pd.DataFrame:
    """Every headline whose source qualifies the number."""
    frame = store.figures("ID", None, None, None, True)
    found = frame[frame["is_headline"] & frame["qualifier"].notna() & frame["event"].notna()]
    assert set(found["qualifier"]) == set(store.codes("qualifier"))
    assert len(found) > 100
    return found


# So many decks are made for each qualifier; one of them at least shows the number.
MOST_DECKS = 12


@pytest.fixture(scope="module")
def views(qualified) -> list[tuple[str, str]]:
    """Each region and election that has such a headline."""
    return list(dict.fromkeys(zip(qualified["region"], qualified["event"])))


def word(store, row, language: str) -> str:
    return store.label("qualifier", row["qualifier"], language)


def test_a_qualifier_is_said_before_the_number_and_a_remark_behind_it(store):
    row = {"value": 1194.0, "unit": "kasus", "qualifier": "lebih_dari", "status": "catatan"}
    assert amount.of(store, row, "id") == Amount("lebih dari", "1.194", "kasus", "", "catatan")
    assert amount.of(store, row, "en").full == f"more than 1,194 {store.label('unit', 'kasus', 'en')}"
    mixed = amount.of(store, {**row, "qualifier": "campuran"}, "id")
    assert (mixed.full, mixed.bare, mixed.short) == ("1.194 kasus (tidak hanya ASN)", "1.194 kasus", "1.194")
    assert mixed.unitless == "1.194 (tidak hanya ASN)"
    assert amount.of(store, {**row, "qualifier": None}, "id").full == "1.194 kasus"


def test_every_citation_has_it(store, qualified):
    for row in qualified.to_dict("records"):
        for language, cited in citation.of_figure(store, row["figure_id"], "http://x/?wilayah=ID").items():
            unit = amount.counted(store.label("unit", row["unit"], language), row["value"], language)
            told = f"{number(row['value'], language)} {unit}"
            said = word(store, row, language)
            assert (f"{said} {told}" if row["qualifier"] in APPROXIMATE else f"{told} ({said})") in cited


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_leading_sentence_has_it(store, qualified, views, language):
    told = 0
    for region, event in views:
        sentence = lead.summary(store, scope(store, region, event, language))
        totals = store.totals(region, event)
        for row in totals[totals["is_headline"] & totals["qualifier"].isin(APPROXIMATE)].to_dict("records"):
            said = amount.of(store, row, language)
            if (totals["value"] == row["value"]).sum() == 1 and re.search(rf"(?<![\d.,]){re.escape(said.number)} (?![A-Z])", sentence):
                assert said.short in sentence
                told += 1
    assert told > 5


def test_the_leading_sentence_of_halmahera_says_more_than_30(store):
    assert "lebih dari 30" in lead.summary(store, scope(store, "82.04", "pemilu-2019"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_card_caution_and_sheet_has_it(store, views, language):
    for region, event in views:
        view = scope(store, region, event, language)
        headlines = store.headlines(region, event)
        cards = {card.figure_id: card for card in headline_cards(store, view)}
        shown_sheet = html(sheet(store, view, "http://x"))
        for row in headlines[headlines["qualifier"].notna()].to_dict("records"):
            card = cards.get(row["figure_id"])
            if card is None:
                # told beside the figure of its stage in another unit
                card = next(one for one in cards.values() if one.stage == row["stage"])
                assert amount.of(store, row, language).full in card.also
            else:
                assert word(store, row, language) in (card.amount.about, card.amount.remark)
                assert word(store, row, language) in shown_sheet
        told = {caution.figure for caution in cautions(store, view)}
        for card in cards.values():
            if any(figure.startswith(f"{card.stage_label}: {card.amount.about} {card.amount.number}") for figure in told):
                assert any(f"{card.stage_label}: {card.amount.full}" in figure for figure in told)


def plain(region: str, event: str, unit: str, stage: str = "dugaan") -> Filter:
    """A view of one stage, so that the charts that do not depend on it are made once."""
    return Filter(region, event, stage, unit, "id", EVERY)


def charts(store, qualified):
    """Every chart that draws one of these headlines, each once."""
    for region, event, unit in dict.fromkeys(zip(qualified["region"], qualified["event"], qualified["unit"])):
        view = plain(region, event, unit)
        for one in statement.told(store, view):
            yield statement.flow(store, view, one.statement_id)
        for one in statement.sanctions_told(store, view):
            yield statement.carried_out(store, view, one.statement_id)
        if (store.timeline(region, event)["unit"] == unit).any():
            yield trend.within(store, view, True)
    for region, unit in dict.fromkeys(zip(qualified["region"], qualified["unit"])):
        yield across.across(store, plain(region, "pilkada-2020", unit), True)
    for row in qualified.to_dict("records"):
        yield alternatives(store, plain(row["region"], row["event"], row["unit"], row["stage"]))
    for parent, event in product(("ID", *store.children("ID")), store.event_names()):
        for row in lists.listings(store, parent, event).to_dict("records"):
            listed = plain(parent, event, row["unit"], row["stage"])
            yield regions.choropleth(store, listed, parent, row["list_id"], "jumlah", None)
            yield regions.ranking(store, listed, parent, row["list_id"], "jumlah", True)


def test_every_chart_has_it_where_a_pointer_rests_and_in_its_table(store, qualified):
    words = {row["figure_id"]: word(store, row, "id") for row in qualified.to_dict("records")}
    drawn: dict[str, set] = {}
    for chart in charts(store, qualified):
        found = [(place, figure) for place, figure in enumerate(chart.frame["figure_id"]) if figure in words]
        pointed, listed = (hover(chart), table.frame(chart)) if found else ([], None)
        for place, figure in found:
            assert words[figure] in pointed[place], chart.name
            assert words[figure] in listed[text("id", "kolom.kualifikasi")].iloc[place]
            drawn.setdefault(figure, set()).add(chart.name.split("_")[1])
    # A figure without a day stands in no chart over time.
    dated = set(qualified.loc[qualified["counted_on"].notna(), "figure_id"])
    assert set(words) & dated <= set(drawn) <= set(words)
    # One that can be compared with nothing stands among all figures of its question only.
    assert sum(len(kinds) >= 2 for kinds in drawn.values()) > len(drawn) / 2
    assert {"peta", "peringkat", "hitungan", "pernyataan"} <= set().union(*drawn.values())


def test_every_label_of_a_chart_says_about_and_more_than(store, qualified):
    """On screen, for the charts whose labels are few enough to read them all."""
    rows = qualified[qualified["qualifier"].isin(APPROXIMATE) & (qualified["unit"] != "persen")]
    for row in rows.to_dict("records"):
        said, unit = f"{word(store, row, 'id')} {number(row['value'], 'id')}", row["unit"]
        chart = bars(store, plain(row["region"], row["event"], unit), unit)
        told = " | ".join(words for trace in screen.figure(chart, "light").data for words in trace.text or ())
        assert said in told.replace("<br>", " ").replace("\u00a0", " "), chart.name


def test_a_remark_stands_under_the_label_of_its_bar(store, qualified):
    row = qualified[(qualified["qualifier"] == "campuran") & (qualified["unit"] != "persen")].iloc[0]
    view = Filter(row["region"], row["event"], row["stage"], row["unit"], "id", EVERY)
    labels = [note.text for note in screen.figure(bars(store, view, row["unit"]), "light").layout.annotations]
    assert any("tidak hanya ASN" in label for label in labels)
    # where there is no room at each mark, a note names the figure
    assert any("tidak hanya ASN" in note for note in across.across(store, view, True).notes)


def test_a_ranking_names_remarks_in_a_note_and_keeps_all_its_bars(store, qualified):
    """Under each label they would take the room of a bar."""
    found = [
        (listed["event"], parent, row)
        for parent, event in product(("ID", *store.children("ID")), store.event_names())
        for listed in lists.listings(store, parent, event).to_dict("records")
        for row in store.list_regions(listed["list_id"]).to_dict("records")
        if row["qualifier"] in ("tidak_konsisten", "disimpulkan")
    ]
    assert found
    event, parent, row = found[0]
    view = plain(parent, event, row["unit"], row["stage"])
    drawn = regions.ranking(store, view, parent, row["list_id"], "jumlah", True)
    assert any(row["region_name"] in note and word(store, row, "id") in note for note in drawn.notes)
    labels = [note.text for note in screen.figure(drawn, "light").layout.annotations]
    assert not any(word(store, row, "id") in label for label in labels)


@pytest.mark.parametrize("qualifier", ["sekitar", "lebih_dari", "campuran", "disimpulkan"])
def test_a_slide_that_shows_it_has_it_in_its_cards_and_native_labels(store, qualified, qualifier):
    rows = qualified[(qualified["qualifier"] == qualifier) & (qualified["unit"] != "persen")]
    from pptx import Presentation

    seen = set()
    for row in rows.drop_duplicates(["region", "event"]).to_dict("records")[:MOST_DECKS]:
        slides, content = made(store, row["region"], row["event"], "id")
        said = word(store, row, "id")
        for page, slide in zip(Presentation(io.BytesIO(content)).slides, slides):
            shown_by = {
                "chart": slide.chart is not None and row["figure_id"] in set(slide.chart.frame["figure_id"]),
                "card": row["figure_id"] in {card.figure_id for card in slide.cards},
            }
            if any(shown_by.values()):
                written = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
                native = " ".join(chart._chartSpace.xml for chart in charts_of(page))
                assert said in written + native, (row["region"], row["event"], slide.title)
                seen |= {medium for medium, shows in shown_by.items() if shows}
    assert seen


def test_a_page_says_it_in_its_sentence_and_beside_the_regions_above(served_snapshot, store):
    page = open_page("ringkasan", wilayah="82.04", pemilihan="pemilu-2019")
    said = shown(page)
    assert not page.exception
    card = card_of(store, scope(store, "82.04", "pemilu-2019"))
    assert card.amount.about == "lebih dari"
    assert f"lebih dari {card.amount.number} kasus" in said
    assert f"**lebih dari {card.amount.number}**" in said


def test_files_have_a_column_for_it(store, qualified):
    row = qualified[qualified["qualifier"] == "lebih_dari"].iloc[0]
    export = told_rows.export(store, Selection(row["region"], row["event"], None, None, False, ""), "id", "")
    column = text("id", "kolom.kualifikasi")
    csv = files.read(files.content("csv", export), files.INTERNATIONAL)
    assert "lebih dari" in set(csv[column])
    sheet_ = openpyxl.load_workbook(io.BytesIO(files.content("xlsx", export))).worksheets[0]
    header, *lines = sheet_.iter_rows(values_only=True)
    assert "lebih dari" in {line[header.index(column)] for line in lines}


def test_the_table_of_data_shows_it_beside_the_number(store):
    selection = Selection("82.04", "pemilu-2019", None, None, False, "")
    shown_table = told_rows.on_screen(store, selection, "id").to_pandas()
    assert "lebih dari" in set(shown_table[text("id", "kolom.kualifikasi")])


def test_a_title_has_it(store, qualified):
    """The finding of a chart names numbers, too."""
    told = 0
    for row in qualified[qualified["qualifier"].isin(APPROXIMATE)].head(25).to_dict("records"):
        if isinstance(row["statement_id"], str):
            title = statement.flow(store, Filter(row["region"], row["event"]), row["statement_id"]).title
            assert amount.of(store, row, "id").short in title[:1].lower() + title[1:]
            told += 1
    assert told > 2


def test_the_word_is_escaped_where_a_drawing_reads_html(store, qualified):
    row = qualified[qualified["qualifier"] == "lebih_dari"].iloc[0]
    view = Filter(row["region"], row["event"], row["stage"], row["unit"], "id", EVERY)
    chart = bars(store, view, row["unit"])
    hostile = replace(chart, frame=chart.frame.assign(about=chart.frame["about"].replace("lebih dari", "<b>x")))
    told = [words for trace in screen.figure(hostile, "light").data for words in trace.text or ()]
    assert any("&lt;b&gt;x" in words for words in told)
    assert not any("<b>x" in words for words in told)


def test_one_is_said_in_the_singular_and_a_rate_keeps_its_unit(store):
    row = {"value": 1.0, "unit": "orang", "qualifier": None, "status": "bersih"}
    assert [amount.of(store, {**row, "unit": unit}, "en").bare for unit in ("orang", "kasus", "laporan")] == [
        "1 person",
        "1 case",
        "1 report",
    ]
    assert amount.of(store, row, "id").bare == "1 orang" and amount.of(store, {**row, "value": 2.0}, "en").bare == "2 persons"
    assert amount.counted("per 1,000 PNS", 1, "en") == "per 1,000 PNS"


# What writes a figure's number, and what names its verdict.
WRITTEN = re.compile(r"""\bnumber\((?:float\()?\w+\[["']value["']\]""")
VERDICT = re.compile(r"""status\.(?:bersih|catatan|disengketakan|tidak_ada|\{)""")


def test_a_figure_is_written_and_its_verdict_is_named_in_one_place():
    files_ = [*(ROOT / "netralitas").rglob("*.py"), *(ROOT / "netralitas").rglob("*.html"), *(ROOT / "pages").glob("*.py")]
    source = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files_}
    # claims/verdict.py writes none: it looks whether a sentence says the number
    written = {name for name, content in source.items() if WRITTEN.search(content)} - {"netralitas/claims/verdict.py"}
    assert written == {"netralitas/claims/amount.py"}
    assert [name for name, content in source.items() if VERDICT.search(content)] == ["netralitas/claims/amount.py"]
