"""Addresses are written in one place, and read back they give what they were made of."""

import ast
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from netralitas import address, model
from netralitas.address import links, parameters
from netralitas.address.selection import Selection
from netralitas.model import Filter
from tests.helpers import ROOT

WRITTEN_IN = {ROOT / "netralitas" / "address" / "parameters.py", ROOT / "netralitas" / "model.py"}
# Calls whose first text is the name of a parameter.
TAKE_A_NAME = {"get", "choice", "everything", "note", "segments", "select", "words", "when", "leave", "go_to", "getlist", "pop"}


def _question(written: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(written).query))


def _a_view(draw, store) -> Filter:
    """Any view, any parts of it chosen by the reader."""
    parts = {
        "region": draw(st.sampled_from(sorted(store.region_names()))),
        "event": draw(st.sampled_from(sorted(store.event_names()))),
        "stage": draw(st.sampled_from(model.STAGES)),
        "unit": draw(st.sampled_from(model.UNITS)),
    }
    chosen = {name: value for name, value in parts.items() if draw(st.booleans())}
    return Filter(language=draw(st.sampled_from(model.LANGUAGES))).but(**chosen)


@given(drawn=st.data())
def test_the_full_address_of_a_view_gives_the_view_again(store, drawn):
    view = _a_view(drawn.draw, store)
    for written in (
        links.page_address("https://x.id", view, "tren"),
        links.view_address("https://x.id/tren", view, {parameters.LEVEL: "kabkota"}),
    ):
        read, notes = address.parse(store, _question(written))
        assert (read, notes) == (view, []) and urlsplit(written).path == "/tren"
    assert _question(written)[parameters.LEVEL] == "kabkota"


@given(drawn=st.data())
def test_the_short_address_names_what_was_chosen_and_nothing_else(store, drawn):
    view = address.propose(store, _a_view(drawn.draw, store))
    if model.EVENT not in view.chosen:
        view, _ = address.parse(store, view.parameters())
    read, notes = address.parse(store, view.parameters())
    assert (read, read.chosen, notes) == (view, view.chosen, [])


@given(drawn=st.data())
def test_the_fact_sheet_of_a_view_is_of_its_region_and_election(store, drawn):
    view = _a_view(drawn.draw, store)
    written = links.sheet_address("https://x.id", view, ".png")
    read, notes = address.parse(store, {**_question(written), model.REGION: urlsplit(written).path.split("/")[-1].removesuffix(".png")})
    assert notes == [] and (read.region, read.event, read.language) == (view.region, view.event, view.language)
    assert read.chosen & {model.STAGE, model.UNIT} == view.chosen & {model.STAGE, model.UNIT}


@given(
    search=st.text(max_size=40).map(str.strip),
    event=st.sampled_from([None, parameters.CALENDAR, "pilkada-2020"]),
    stage=st.sampled_from([None, *model.STAGES]),
    below=st.booleans(),
)
def test_the_address_of_rows_names_each_choice_of_the_page(search, event, stage, below):
    asked = _question(
        links.listing_address("https://x.id/data", Selection("35", event, stage, None, below, search), Filter(event="pilkada-2020"))
    )
    told = {None: parameters.ALL, parameters.CALENDAR: parameters.CALENDAR, "pilkada-2020": parameters.CHOSEN}
    assert asked.pop(parameters.SEARCH, "") == search and asked.pop(model.STAGE, None) == stage
    assert asked == {
        model.REGION: "35", model.EVENT: "pilkada-2020", parameters.PERIOD: told[event],
        parameters.EXTENT: parameters.WITHIN if below else parameters.ONLY, model.LANGUAGE: "id",
    }  # fmt: skip


@given(language=st.sampled_from(model.LANGUAGES), other=st.sampled_from(model.LANGUAGES), search=st.text(min_size=1, max_size=20))
def test_an_address_in_another_language_asks_for_the_same(language, other, search):
    first = links.in_language(links.listing_address("https://x.id/data", Selection(search=search), Filter()), language)
    assert links.in_language(links.in_language(first, other), language) == first
    assert _question(first).get(model.LANGUAGE, "id") == language and _question(first)[parameters.SEARCH] == search


# -- one rule, one writer --------------------------------------------------------------------


def _modules():
    for folder in ("netralitas", "pages"):
        yield from sorted((ROOT / folder).rglob("*.py"))
    yield ROOT / "dashboard.py"


def _misspelt(file) -> list[str]:
    """Where a module spells a parameter: in a query, or as the name by which a choice is read or kept."""
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        texts = []
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = [one.value for one in node.args if isinstance(one, ast.Constant)] if called in TAKE_A_NAME else []
            texts += [one.arg for one in node.keywords] if called == "go_to" else []
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("query_params"):
            texts = [node.slice.value] if isinstance(node.slice, ast.Constant) else []
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not node.value.count("\n"):
            texts = [name for name in parameters.NAMES if f"?{name}=" in f"?{node.value}" or f"&{name}=" in node.value]
        elif isinstance(node, ast.ImportFrom) and node.module == "urllib.parse":
            texts = [name for one in node.names if (name := one.name) in ("urlencode", "urlunsplit")]
        known = {*parameters.NAMES, "urlencode", "urlunsplit"}
        found += [f"{file.relative_to(ROOT)}:{node.lineno} {name}" for name in texts if name in known]
    return found


def test_no_other_module_writes_an_address_or_spells_a_parameter():
    files = [file for file in _modules() if file not in WRITTEN_IN and file != ROOT / "netralitas" / "address" / "links.py"]
    assert len(files) > 60
    assert [found for file in files for found in _misspelt(file)] == []


def test_where_data_and_fact_sheets_stand_is_said_once():
    said = [
        file for file in _modules() if '"/lembar' in (code := file.read_text(encoding="utf-8")) or '"/api/v1' in code or "/lembar/{" in code
    ]
    assert said == [ROOT / "netralitas" / "address" / "links.py"]


def test_a_spelt_parameter_would_be_found(tmp_path, monkeypatch):
    file = tmp_path / "spelt.py"
    file.write_text(
        'st.query_params["cari"]\nasked.get("wilayah")\ngo_to(tahap="x")\nf"/tren?bahasa={x}"\nfrom urllib.parse import urlencode\n'
    )
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert {found.split()[1] for found in _misspelt(file)} == {"cari", "wilayah", "tahap", "bahasa", "urlencode"}
