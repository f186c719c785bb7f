"""A ready citation: who counted, what, scope, cut-off, publisher, link, and where and in which snapshot it was read.

A disputed figure is never cited without its sentences. Both languages are made from the figures themselves, so
that a card in one language can be cited in the other.
"""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pandas as pd

from netralitas import model
from netralitas.chart import Chart
from netralitas.claims import amount
from netralitas.claims.cards import FigureCard
from netralitas.model import DISPUTED, LANGUAGES
from netralitas.store import Store
from netralitas.wording import joined, number, text

# More sources than these make no citation; the address of the view lists them all.
_MOST_SOURCES = 5


def card(store: Store, figure: FigureCard, address: str) -> dict[str, str]:
    """Language → citation of a headline figure. `address` is that of the view on which it stands."""
    return of_figure(store, figure.figure_id, address)


def of_figure(store: Store, figure_id: str, address: str) -> dict[str, str]:
    """Language → citation of any published figure."""
    row = store.figures_named((figure_id,)).iloc[0]
    return {language: _one(store, row, language, address) for language in LANGUAGES}


def chart(store: Store, drawn: Chart, address: str) -> dict[str, str]:
    """Language → citation of what a chart shows: its one figure, or all of them by their sources."""
    named = tuple(dict.fromkeys(filter(None, drawn.frame["figure_id"]))) if "figure_id" in drawn.frame else ()
    if len(named) == 1:
        return of_figure(store, named[0], address)
    if not named:
        return {language: _read_at(store, language, address) for language in LANGUAGES}
    figures = store.figures_named(named)
    return {language: _many(store, figures, language, address) for language in LANGUAGES}


def _one(store: Store, row: pd.Series, language: str, address: str) -> str:
    told = text(
        language,
        "kutip.angka",
        counter=store.label("counted_by", row["counted_by"], language),
        what="; ".join(filter(None, (store.label("stage", row["stage"], language), _broken_down(store, row, language)))),
        amount=amount.of(store, row, language).full,
        scope=_scope(store, row, language),
        region=row["region_name"],
        cutoff=row[f"cutoff_{language}"],
    )
    doubt = _doubt(store, (row["figure_id"],) if row["status"] == DISPUTED else (), language)
    source = text(language, "kutip.sumber", source=_source(row, language) + ".")
    return " ".join(filter(None, (told, source, doubt, _read_at(store, language, address))))


def _many(store: Store, figures: pd.DataFrame, language: str, address: str) -> str:
    """All figures of a chart: what they have in common, then the sources, the ones with most figures first."""
    words = lambda column: joined([store.label(column, code, language) for code in figures[column].unique()], language)  # noqa: E731
    scopes = dict.fromkeys(_scope(store, row, language) for row in figures.to_dict("records"))
    regions = list(figures["region_name"].unique())
    region = joined(regions, language) if len(regions) <= 3 else text(language, "kutip.wilayah", count=number(len(regions), language))
    told = text(
        language,
        "kutip.bagan",
        counters=words("counted_by"),
        stages=words("stage"),
        units=words("unit"),
        scope=joined(list(scopes), language),
        region=region,
    )
    by_source = [rows for _, rows in figures.groupby("source_id", sort=False)]
    ordered = sorted(by_source, key=len, reverse=True)
    named = [_source(rows.iloc[0], language, _counts(store, rows, language)) for rows in ordered[:_MOST_SOURCES]]
    rest = len(ordered) - _MOST_SOURCES
    more = text(language, "kutip.sumber_lain", count=number(rest, language)) if rest > 0 else ""
    doubt = _doubt(store, tuple(figures.loc[figures["status"] == DISPUTED, "figure_id"]), language)
    sources = text(language, "kutip.sumber", source="; ".join(named) + ".")
    return " ".join(filter(None, (told, sources, more, doubt, _read_at(store, language, address))))


def _counts(store: Store, rows: pd.DataFrame, language: str) -> str:
    """Who counted up to when, of the figures of one source."""
    cutoffs = joined(list(dict.fromkeys(rows[f"cutoff_{language}"])), language)
    return f"{joined([store.label('counted_by', code, language) for code in rows['counted_by'].unique()], language)}, {cutoffs}"


def _scope(store: Store, row: pd.Series | dict, language: str) -> str:
    """The election, or the period that was counted."""
    if isinstance(row["event"], str):
        return store.event_name(row["event"])
    period = "–".join(day for day in (row["period_start"], row["period_end"]) if isinstance(day, str))
    return text(language, "kutip.masa", period=period).strip()


def _broken_down(store: Store, row: pd.Series, language: str) -> str:
    if row["dimension"] == "total" or not isinstance(row["category"], str):
        return ""
    return f"{store.label('dimension', row['dimension'], language)}: {row['category']}"


def _source(row: pd.Series, language: str, counts: str = "") -> str:
    """Publisher, title and link; what a source lacks is left out."""
    title = f"“{row['title']}”" if isinstance(row["title"], str) else ""
    url = row["url"] if isinstance(row["url"], str) and re.match(r"https?://", row["url"]) else ""
    publisher = f"{row['publisher']} ({counts})" if counts else row["publisher"]
    return ", ".join(filter(None, (publisher, title, url)))


def _doubt(store: Store, disputed: tuple[str, ...], language: str) -> str:
    if not disputed:
        return ""
    flags = store.warnings_of(disputed, language)
    sentences = dict.fromkeys(flags.loc[flags["disputes"], "sentence"])
    return text(language, "kutip.disengketakan", sentences=" ".join(sentences))


def _read_at(store: Store, language: str, address: str) -> str:
    key = "kutip.dibaca" if address else "kutip.dibaca_tanpa_alamat"
    return text(language, key, product=text(language, "produk"), address=in_language(address, language), snapshot=store.snapshot_id)


def in_language(address: str, language: str) -> str:
    """The same view in the language of the citation."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != model.LANGUAGE]
    if language != LANGUAGES[0]:
        query.append((model.LANGUAGE, language))
    return urlunsplit(parts._replace(query=urlencode(query)))
