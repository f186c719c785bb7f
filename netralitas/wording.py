"""Both languages: the dashboard's sentences (`words.toml`), and numbers and dates as each language writes them."""

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

WORDS = Path(__file__).with_name("words.toml")
_LOCALE = {"id": Locale("id"), "en": Locale("en", "GB")}
# Babel's en_GB writes 27 June 2018 and 1,194; its id writes 27 Juni 2018 and 1.194.

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$~:&^=])")

_AUTOLINK = re.compile(r"https?\\:|www(?=\\\.)|@", re.IGNORECASE)


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def keys() -> list[str]:
    return list(_words())


def text(language: str, key: str, **values: object) -> str:
    """The sentence `key` in `language`, with `{names}` filled in. KeyError for an unknown key: a defect."""
    sentence = _words()[key][language]
    return sentence.format(**values) if values else sentence


@cache
def number(value: float | None, language: str, decimals: int | None = None) -> str:
    """1.194 or 1,194; an absent value is an empty text, never 0. `decimals` fixes the places after the mark."""
    if value is None or value != value:  # noqa: PLR0124 (not a number, not a time)
        return ""
    pattern = "#,##0.##" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=_LOCALE[language])


@cache
def day(value: date | None, language: str, style: str = "long") -> str:
    """27 Juni 2018 or 27 June 2018; `short` gives 27 Jun 2018, `month` gives Jun 2018."""
    if value is None or value != value:  # noqa: PLR0124 (not a number, not a time)
        return ""
    pattern = {"long": "d MMMM y", "short": "d MMM y", "month": "MMM y"}[style]
    return format_date(value, format=pattern, locale=_LOCALE[language])


def partial_day(value: str, language: str) -> str:
    """A day as precisely as it was printed: 2020, Desember 2020, 19 Desember 2020."""
    if len(value) == 4:
        return value
    if len(value) == 7:
        return format_date(date.fromisoformat(f"{value}-01"), format="MMMM y", locale=_LOCALE[language])
    return day(date.fromisoformat(value), language)


def joined(parts: list[str], language: str) -> str:
    """a, b dan c / a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + (" dan " if language == "id" else " and ") + parts[-1]


def literal(content: object) -> str:
    """Text from data, so that Markdown shows it letter by letter: no link, no HTML, no formula, no directive.

    Bare addresses, which GitHub's Markdown links in spite of escapes, are parted by an invisible word joiner.
    """
    plain = _MARKDOWN.sub(r"\\\1", " ".join(str(content).split()))
    return _AUTOLINK.sub("\\g<0>\u2060", plain)


def cells(row: Iterable[object]) -> str:
    """A row of a Markdown table, each cell letter by letter."""
    return "| " + " | ".join(map(literal, row)) + " |"


def to_the_ear(content: object) -> str:
    """What belongs to a label for those who only hear it; style.css hides from the eye what the eye sees beside it.

    The blank between stands within, so that no blank is underlined at the end of a link.
    """
    return f":small[ {literal(content)}]"


def link(label: object, url: object, of: object = "") -> str:
    """A Markdown link for a source; only http(s) addresses become links, anything else stays text. `of` says to the ear what it is of."""
    address = str(url or "")
    if not re.fullmatch(r"https?://[^\s<>]+", address):
        return literal(label)
    address = address.replace("(", "%28").replace(")", "%29").replace("\\", "%5C").replace("&", "&amp;")
    return f"[{literal(label) or literal(url)}{to_the_ear(of) if of else ''}](<{address}>)"


def sourced(counter: str, cutoff: str, publisher: str = "", *more: str) -> str:
    """The line under a number, in every medium: who counted, up to when, where it stands, and what else is said of it."""
    return " · ".join(filter(None, (counter, cutoff, publisher, *more)))


def sourced_link(counter: object, cutoff: object, publisher: object, url: object, of: object = "") -> str:
    """The same in Markdown, the publisher a link to its page; `of` as in `link`."""
    return sourced(literal(counter), literal(cutoff), link(publisher, url, of))
