"""Where things are: the public address of this dashboard, and the addresses of a view, its data and its fact sheet."""

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from starlette.requests import Request

from netralitas import model
from netralitas.address.parameters import (
    ALL,
    BREAKDOWN,
    CALENDAR,
    CHOSEN,
    EMBED,
    EXTENT,
    LEVEL,
    LEVELS,
    LIST,
    ONLY,
    PERIOD,
    QUESTION,
    SEARCH,
    STATEMENT,
    WITHIN,
)
from netralitas.address.selection import Selection
from netralitas.chart import Chart
from netralitas.model import Filter
from netralitas.store import Store

# Where what stands beside the pages begins.
DATA, SHEETS, CHECK, PICTURES = "/api/v1", "/lembar", "/cek", "/gambar"
# The page of the dashboard on which a number is checked.
QUESTIONS = "angka"

# How readers reach this dashboard, where a proxy stands before it; else the address they asked for is taken.
SETTING = "NETRALITAS_ADDRESS"
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9A-Fa-f:]+\](:\d{1,5})?")


def public_name() -> str:
    """How readers reach this dashboard, as the setting says; empty where it says nothing."""
    return os.environ.get(SETTING, "").rstrip("/")


def public_base(request: Request) -> str:
    """https://host/prefix, without a slash at its end. A host that is no host name is not repeated in any answer."""
    named = public_name()
    if named:
        return named
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        return ""
    return f"{request.url.scheme}://{host}{request.scope.get('root_path', '').rstrip('/')}"


def base_of(url: str | None) -> str:
    """The same from the address of a page (`st.context.url`): http://host/tren?… gives http://host."""
    named = public_name()
    if named or not url:
        return named
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}"


def public_page(url: str | None) -> str:
    """The page at an address (`st.context.url`), as others reach it: without what the address carries."""
    return f"{base_of(url)}/{urlsplit(url).path.rpartition('/')[2]}" if url else ""


def only_here(address: str) -> bool:
    """Does an address lead nowhere but on this machine?"""
    host = urlsplit(address).hostname or ""
    return host == "localhost" or host.endswith(".localhost") or host == "::1" or host.startswith("127.")


def page_address(base: str, scope: Filter, page: str = "", language: str | None = None) -> str:
    """A page of the dashboard, every part of the view named."""
    return f"{base}/{page}?{urlencode(_named(scope, language or scope.language))}"


OF_ALL = ("angka", "sumber")  # pages that speak of all data, whatever place and election are chosen


def canonical_address(base: str, scope: Filter, page: str = "") -> str:
    """The one address of a page, place and election, of the many that show it; the first language is not named."""
    of = {} if page in OF_ALL else {model.REGION: scope.region, model.EVENT: scope.event}
    return in_language(f"{base}/{page}?{urlencode(of)}", scope.language)


def view_address(page: str | None, scope: Filter, kept: Mapping[str, str]) -> str:
    """The page at this address in a view, for another machine: every part is named, nothing is left to a default.

    `kept` is what else the address carries: choices of the page itself.
    """
    return f"{page or ''}?{urlencode(dict(kept) | _named(scope, scope.language))}"


def view_of(data: Store, scope: Filter, chart: Chart) -> Filter:
    """The view in the stage and unit of a chart's own numbers, where they share one."""
    drawn = tuple(dict.fromkeys(filter(None, chart.frame["figure_id"]))) if "figure_id" in chart.frame else ()
    if not drawn:
        return scope
    figures = data.figures_named(drawn)
    return replace(scope, stage=_one(figures["stage"]) or scope.stage, unit=_one(figures["unit"]) or scope.unit)


def embed_address(page: str, scope: Filter, kept: Mapping[str, str], chart: str) -> str:
    """The same view with one chart of it alone, for a frame in another page."""
    return view_address(page, scope, {**kept, EMBED: chart})


def picture_address(base: str, page: str, scope: Filter, kept: Mapping[str, str], chart: str) -> str:
    """A chart of a view as a picture (PNG)."""
    return view_address(f"{base}{PICTURES}/{quote(page)}/{quote(chart)}.png", scope, kept)


def listing_address(page: str | None, chosen: Selection, scope: Filter) -> str:
    """The page Data, at this address, with exactly these rows."""
    question = {
        model.REGION: chosen.region,
        model.EVENT: scope.event,
        model.STAGE: chosen.stage,
        model.UNIT: chosen.unit,
        PERIOD: ALL if chosen.event is None else CALENDAR if chosen.event == CALENDAR else CHOSEN,
        EXTENT: WITHIN if chosen.below else ONLY,
        SEARCH: chosen.search,
        model.LANGUAGE: scope.language,
    }
    return f"{page or ''}{_query(question)}"


def in_language(address: str, language: str) -> str:
    """The same address in a language; the first one is not named."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != model.LANGUAGE]
    if language != model.LANGUAGES[0]:
        query.append((model.LANGUAGE, language))
    return urlunsplit(parts._replace(query=urlencode(query)))


def sheet_address(base: str, scope: Filter, extension: str = "", language: str | None = None) -> str:
    """The fact sheet of a region and election; with `.png` its picture. This is what `bagikan` hands out.

    Stage and unit stand in it only where the reader chose them: else the sheet shows the region's soundest figure.
    """
    language = language or scope.language
    named = {model.EVENT: scope.event}
    named |= {name: value for name, value in ((model.STAGE, scope.stage), (model.UNIT, scope.unit)) if name in scope.chosen}
    if language != model.LANGUAGES[0]:
        named[model.LANGUAGE] = language
    return f"{base}{SHEETS}/{quote(scope.region)}{extension}?{urlencode(named)}"


def question_address(base: str, typed: str, language: str) -> str:
    """Where a number is checked, on the page of the dashboard."""
    return in_language(f"{base}/{QUESTIONS}{_query({QUESTION: typed})}", language)


def check_address(base: str, typed: str, language: str) -> str:
    """Where a number is checked, without Streamlit."""
    named = {QUESTION: typed} if typed else {}
    if language != model.LANGUAGES[0]:
        named[model.LANGUAGE] = language
    return f"{base}{CHECK}{_query(named)}"


def data_address(data: Store, scope: Filter, chart: Chart | None = None, base: str = "", extension: str = "csv") -> str:
    """Where another program gets the figures of a chart, or of a view: this is what `salin alamat data` hands out.

    It is found from the figures drawn: the statement or list that they make, else the narrowest question that has them
    all in its answer. So it holds for any chart, and asked again after a new snapshot it gives the new state.
    """
    drawn = tuple(dict.fromkeys(filter(None, chart.frame["figure_id"]))) if chart is not None and "figure_id" in chart.frame else ()
    if not drawn:
        return _asked(base, "figures", extension, {model.REGION: scope.region, model.EVENT: scope.event, model.LANGUAGE: scope.language})
    figures = data.figures_named(drawn)
    if extension != "parquet" and (together := _together(data, drawn)):
        name, one = together
        return _asked(base, name, extension, one | {model.LANGUAGE: scope.language})
    headlines = bool(figures["is_headline"].all()) and extension != "parquet"
    # A figure of a calendar period belongs to no election: its question leaves the election open.
    question = {
        **_within(data, tuple(figures["region"].unique()), tuple(figures["region_level"].unique())),
        model.EVENT: _one(figures["event"]),
        model.STAGE: _one(figures["stage"]),
        model.UNIT: _one(figures["unit"]),
        BREAKDOWN: "" if headlines else _one(figures["dimension"]),
        model.LANGUAGE: scope.language,
    }
    return _asked(base, "headlines" if headlines else "figures", extension, question)


def rows_address(base: str, chosen: Selection, language: str, extension: str) -> str:
    """All figures of a selection, sent while they are read. Words that are searched for have no address."""
    question = {
        model.REGION: "" if chosen.region == model.NATION and chosen.below else chosen.region,
        EXTENT: WITHIN if chosen.below else ONLY,
        model.EVENT: chosen.event,
        model.STAGE: chosen.stage,
        model.UNIT: chosen.unit,
        model.LANGUAGE: language,
    }
    return _asked(base, "figures", extension, question)


def _together(data: Store, drawn: tuple[str, ...]) -> tuple[str, dict[str, str]] | None:
    """The statement or list that several figures make, whole or in part: name of its address, and the question for it alone."""
    for name, key, parameter, frame in (
        ("statements", "statement_id", STATEMENT, data.statements_of_all()),
        ("lists", "list_id", LIST, data.lists_of_all()),
    ):
        found = frame[frame["figure_id"].isin(drawn)].drop_duplicates([key, "figure_id"])[key].value_counts()
        whole = found[found == len(drawn)]
        if len(drawn) > 1 and len(whole):
            return name, {parameter: str(whole.index[0])}
    return None


def _asked(base: str, name: str, extension: str, question: dict[str, str]) -> str:
    return f"{base}{DATA}/{name}.{extension}{_query(question)}"


def _query(question: Mapping[str, str | None]) -> str:
    return f"?{urlencode({name: value for name, value in question.items() if value})}"


def _one(values) -> str:
    """The value that all share; empty where they differ or lack one."""
    known = values.drop_duplicates()
    return str(known.iloc[0]) if len(known) == 1 and known.notna().all() else ""


def _within(data: Store, regions: tuple[str, ...], levels: tuple[int, ...]) -> dict[str, str]:
    """One region itself; of several, the nearest region that holds them all, and their level where they share one."""
    if len(regions) == 1:
        return {model.REGION: regions[0]}
    lines = [data.line_of(region) for region in regions]
    shared = next(code for code in lines[0] if all(code in line for line in lines))
    region = "" if shared == model.NATION else shared
    if len(levels) == 1:
        return {model.REGION: region, LEVEL: LEVELS[int(levels[0])]}
    return {model.REGION: region, EXTENT: WITHIN if region else ""}


def _named(scope: Filter, language: str) -> dict[str, str]:
    return {
        model.REGION: scope.region,
        model.EVENT: scope.event,
        model.STAGE: scope.stage,
        model.UNIT: scope.unit,
        model.LANGUAGE: language,
    }
