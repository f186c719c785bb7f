"""Both languages say the same, numbers and dates are written as each writes them, and text from data stays text."""

import ast
import re
import string
from datetime import date
from functools import cache
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from netralitas import model, wording
from netralitas.wording import day, joined, link, literal, number, text
from tests.helpers import ROOT

WORDS = wording._words()
SAID = re.compile(r"""\bsay\(["']([a-z_.]+)["']""")  # in a template
KEY = re.compile(r"[a-z_]+(\.[a-z_]+)*")
NO_KEY = {"csv", "json", "toml", "parquet", "duckdb", "py", "css", "svg", "png", "yaml", "sql", "html"}


@cache
def strings() -> tuple[set[str], list[re.Pattern]]:
    """Texts in the code, and the forms of its computed texts: f"kalimat.{stage}" becomes kalimat.…"""
    whole, computed = set(), []
    for file in (ROOT / "dashboard.py", *ROOT.glob("pages/*.py"), *ROOT.glob("netralitas/**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(part.value) if isinstance(part, ast.Constant) else r"[a-z_.]+" for part in node.values]
                if re.match(r"[a-z_]+\\\.", parts[0]):
                    computed.append(re.compile("".join(parts)))
            if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant) and str(node.left.value).endswith("."):
                computed.append(re.compile(re.escape(node.left.value) + r"[a-z_.]+"))
    for file in ROOT.glob("netralitas/**/*.html"):
        whole.update(SAID.findall(file.read_text(encoding="utf-8")))
    return whole, computed


def said() -> set[str]:
    """Keys that the code hands to text(language, key) or say(key), written out."""
    found = set()
    for file in (ROOT / "dashboard.py", *ROOT.glob("pages/*.py"), *ROOT.glob("netralitas/**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("text", "say"):
                place = 1 if node.func.id == "text" else 0
                for part in [*ast.walk(node.args[place])] if len(node.args) > place else []:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and "." in part.value.strip("."):
                        found.add(part.value)
    for file in ROOT.glob("netralitas/**/*.html"):
        found.update(SAID.findall(file.read_text(encoding="utf-8")))
    return {key for key in found if KEY.fullmatch(key)}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_both_languages_with_the_same_placeholders(key):
    entry = WORDS[key]
    assert set(entry) == {"id", "en"}
    assert placeholders(entry["id"]) == placeholders(entry["en"])
    assert bool(entry["id"]) == bool(entry["en"])
    assert not any(re.search(r"\S {2,}\S", part) for part in entry.values())


def test_every_key_that_the_code_says_exists():
    namespaces = {key.split(".")[0] for key in WORDS if "." in key}
    written = {part for part in strings()[0] if KEY.fullmatch(part) and part.split(".")[0] in namespaces and "." in part}
    prefixes = {key.rsplit(".", 1)[0] for key in WORDS if "." in key}
    assert sorted(key for key in written | said() if key not in WORDS.keys() | prefixes and key.rsplit(".", 1)[-1] not in NO_KEY) == []


def test_no_sentence_is_left_over():
    whole, computed = strings()
    # a prefix that is no key itself is completed by a code: _word("tren.bentuk", form)
    prefixes = {part for part in whole if part not in WORDS}
    left = [key for key in WORDS if key not in whole and key.rsplit(".", 1)[0] not in prefixes]
    assert sorted(key for key in left if not any(form.fullmatch(key) for form in computed)) == []


def test_computed_keys_exist_for_every_code_they_may_meet():
    wanted = [f"status.{status}" for status in (model.CLEAN, model.NOTED, model.DISPUTED)]
    forms = [form.pattern for form in strings()[1]]
    for prefix, codes in (("tren.tahap", model.STAGES), ("tren.pencatat", model.COUNTERS), ("cakupan.tingkat", model.LEVELS)):
        if any(form.startswith(re.escape(prefix + ".")) for form in forms):
            wanted += [f"{prefix}.{code}" for code in codes]
    assert [key for key in wanted if key not in WORDS] == []


def test_an_unknown_key_is_a_defect_and_fails():
    with pytest.raises(KeyError):
        text("id", "tidak.ada")


@given(st.text(max_size=30))
def test_braces_in_data_are_no_placeholders(value):
    assert value in text("id", "alamat.wilayah.dibaca", value=value, region="{x}") and "{x}" in text(
        "en", "alamat.wilayah.dibaca", value="", region="{x}"
    )


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (721, "721", "721"),
        (1194, "1.194", "1,194"),
        (284973643, "284.973.643", "284,973,643"),
        (12.5, "12,5", "12.5"),
        (1234.25, "1.234,25", "1,234.25"),
        (-3, "-3", "-3"),
    ],
)
def test_numbers(value, indonesian, english):
    assert (number(value, "id"), number(value, "en")) == (indonesian, english)


def test_an_absent_value_is_no_zero():
    assert [number(value, "id") for value in (None, float("nan"))] == ["", ""]
    assert day(None, "id") == ""


def test_fixed_decimals():
    assert (number(2, "id", 1), number(2.345, "en", 2), number(1194.4, "id", 0)) == ("2,0", "2.34", "1.194")


@pytest.mark.parametrize(
    ("style", "indonesian", "english"),
    [("long", "27 Juni 2018", "27 June 2018"), ("short", "27 Jun 2018", "27 Jun 2018"), ("month", "Jun 2018", "Jun 2018")],
)
def test_dates(style, indonesian, english):
    assert (day(date(2018, 6, 27), "id", style), day(date(2018, 6, 27), "en", style)) == (indonesian, english)


def test_lists():
    assert [joined(["a", "b", "c"][:count], "id") for count in range(4)] == ["", "a", "a dan b", "a, b dan c"]
    assert joined(["a", "b", "c"], "en") == "a, b and c"


MARKDOWN = MarkdownIt("gfm-like", {"html": True, "linkify": False})
PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=60)
NASTY = st.text(st.sampled_from(list("\\`*_{}[]()#+-.!|<>$~:&;^=/\"'@ \n\t1ahtps")), max_size=40)


def shown(markdown: str) -> tuple[str, set[str]]:
    """The text that a reader sees, and the kinds of everything that is not plain text in one paragraph."""
    tokens = MARKDOWN.parse(markdown)
    inner = [child for token in tokens for child in (token.children or [])]
    blocks = {token.type for token in tokens} - {"paragraph_open", "inline", "paragraph_close"}
    return "".join(child.content for child in inner), blocks | {child.type for child in inner} - {"text", "text_special"}


@settings(max_examples=300)
@given(st.one_of(PRINTABLE, NASTY))
@example("1. a")
@example("- a")
@example("    code")
@example("# a")
@example("<script>alert(1)</script>")
@example("[a](javascript:alert(1))")
@example("https://example.org www.example.org")
@example("&lt;b&gt; &amp;copy;")
@example("| a | b |")
@example(":red[a] $x^2$ ~~b~~")
def test_text_from_data_is_shown_letter_by_letter(content):
    plain = " ".join(content.split())
    seen, others = shown(literal(content))
    assert seen.replace("\u2060", "") == plain.replace("\u2060", "")
    assert not others


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "//example.org",
        "ftp://example.org",
        "/data",
        "",
        None,
        "https://",
        " https://a.b",
        "https://a b",
    ],
)
def test_only_web_addresses_become_links(url):
    assert shown(link("Sumber", url)) == ("Sumber", set())


ADDRESS = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="<>"), min_size=1, max_size=40).map(
    "https://example.org/".__add__
)


@settings(max_examples=200)
@given(NASTY, ADDRESS)
@example("a", "https://example.org/?a=1&copy=2&lt;=3")
@example("", "https://example.org/)x")
def test_a_link_leads_where_the_source_says_and_shows_its_label(label, url):
    (paragraph,) = [token for token in MARKDOWN.parse(link(label, url)) if token.children]
    first, *middle, last = paragraph.children
    assert (first.type, last.type) == ("link_open", "link_close")
    assert unquote(first.attrs["href"]) == unquote(url)
    assert "".join(child.content for child in middle).replace("\u2060", "") == (" ".join(label.split()) or url)


@pytest.mark.parametrize("language", model.LANGUAGES)
def test_a_number_that_must_not_be_said_has_one_name_everywhere(store, language):
    """The mark says it, the files, the table of codes and the sentence of a flag say it in the same words and add nothing."""
    name = text(language, "status.disengketakan")
    assert {store.label("status", model.DISPUTED, language).lower(), store.label("verdict", "jangan", language).lower()} == {name}
    said = [entry[language] for entry in WORDS.values()] + [row[f"label_{language}"] for row in store.vocabulary().values()]
    longer = re.compile(f"{name}.*(tanpa (suatu )?penjelasan|without (an )?explanation)", re.IGNORECASE)
    assert not [sentence for sentence in said if longer.search(sentence)]
    flagged = store._connection.execute(f"select sentence_{language} from flag where disputes").fetchdf().iloc[:, 0].tolist()
    assert any(name in sentence for sentence in flagged) and not any(longer.search(sentence) for sentence in flagged)


# The counter and the cut-off of a number side by side with a dot between them, or put together by one.
LINE_UNDER_A_NUMBER = re.compile(r"counter\W.{0,40}\bcutoff\W.*·|·.*counter\W.{0,40}\bcutoff\W|counter\W[^\n]{0,12}·[^\n]{0,12}cutoff")


def test_the_line_under_a_number_is_told_in_one_place():
    told = [path for ending in ("py", "html") for path in (ROOT / "netralitas").rglob(f"*.{ending}")]
    written = {
        path.relative_to(ROOT).as_posix(): line.strip()
        for path in [*told, *(ROOT / "pages").glob("*.py")]
        for line in path.read_text(encoding="utf-8").splitlines()
        if "sourced" not in line and LINE_UNDER_A_NUMBER.search(line)
    }
    assert list(written) == ["netralitas/wording.py"]
    assert wording.sourced("Bawaslu", "s.d. 19 Desember 2020", "", "tidak hanya ASN") == "Bawaslu · s.d. 19 Desember 2020 · tidak hanya ASN"
    linked = wording.sourced_link("KASN", "tanpa tanggal", "A*B", "https://a.id/b")
    assert linked == "KASN · tanpa tanggal · [A\\*B](<https://a.id/b>)"


@pytest.mark.parametrize(
    "line",
    [
        '" · ".join((card.counter, card.cutoff, card.publisher))',
        'f"{literal(one.counter)} · {literal(one.cutoff)} · {link(one.publisher)}"',
        "<div>{{ card.counter }} · {{ card.cutoff }}</div>",
        """" · ".join((row["counter"], row["cutoff"]))""",
    ],
)
def test_another_teller_of_that_line_is_found(line):
    assert LINE_UNDER_A_NUMBER.search(line)
