"""A ready citation: who counted, what, how many, which election, where, up to when, publisher, verdict, and where it was read.

Short enough for a message: the verdict is named, and its sentences stand at the address. Both languages are made from
the figures themselves, so that a card in one language can be cited in the other.
"""

import pandas as pd

from netralitas.address.links import in_language
from netralitas.chart import Chart
from netralitas.claims import amount, places
from netralitas.claims.amount import verdict_word
from netralitas.claims.cards import FigureCard
from netralitas.model import CLEAN, DISPUTED, LANGUAGES
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.wording import joined, number, text

# Characters of a citation, unless the address alone leaves no room; and the least of a publisher's name that is kept.
LONGEST, _SHORTEST = 300, 8
# So many counters, stages, elections and regions of a chart are named; more are counted.
_NAMED = 2


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
        region=places.named(row["region_name"], row["before_division"], language),
        cutoff=row[f"cutoff_{language}"],
    )
    verdict = text(language, "kutip.putusan", verdict=verdict_word(row["status"], language)) if row["status"] != CLEAN else ""
    return _fitted(told, (row["publisher"], ""), verdict, store, language, address)


def _many(store: Store, figures: pd.DataFrame, language: str, address: str) -> str:
    """All figures of a chart: what they have in common, and the source with most of them; the address lists the others."""
    named = lambda column, words: _few(list(words), f"kutip.{column}", language)  # noqa: E731
    labels = lambda column: [store.label(column, code, language) for code in figures[column].unique()]  # noqa: E731
    regions = [places.of_all(region, rows_of(part), language) for region, part in figures.groupby("region_name", sort=False)]
    told = text(
        language,
        "kutip.bagan",
        counters=named("pencatat", labels("counted_by")),
        stages=named("tahap", labels("stage")),
        units=joined(labels("unit"), language),
        scope=named("pemilihan", dict.fromkeys(_scope(store, row, language) for row in figures.to_dict("records"))),
        region=", ".join((named("wilayah", regions), *_shared_day(figures, language))),
    )
    publishers = figures["publisher"].value_counts(sort=True)
    rest = text(language, "kutip.sumber_lain", count=number(len(publishers) - 1, language)) if len(publishers) > 1 else ""
    disputed = int((figures["status"] == DISPUTED).sum())
    word = verdict_word(DISPUTED, language)
    verdict = text(language, "kutip.putusan_bagan", count=number(disputed, language), verdict=word) if disputed else ""
    return _fitted(told, (publishers.index[0], rest), verdict, store, language, address)


def _shared_day(figures: pd.DataFrame, language: str) -> tuple[str, ...]:
    """Up to when, where it is the same for all: of a statement or a list."""
    days = figures[f"cutoff_{language}"].unique()
    return tuple(days) if len(days) == 1 and figures["counted_on"].notna().all() else ()


def _few(words: list[str], key: str, language: str) -> str:
    """Two by name; more by their number."""
    return joined(words, language) if len(words) <= _NAMED else text(language, key, count=number(len(words), language))


def _fitted(told: str, source: tuple[str, str], verdict: str, store: Store, language: str, address: str) -> str:
    """At most LONGEST characters: then the snapshot is left out, then what is said beside the publisher, then its name is cut.

    Number, verdict and address are never cut.
    """
    publisher, beside = source
    for snapshot, more in ((True, True), (False, True), (False, False)):
        tail = (verdict, _read_at(store, language, address, snapshot))
        line = text(language, "kutip.sumber", source="; ".join(filter(None, (publisher, beside if more else ""))))
        cited = " ".join(filter(None, (told, line, *tail)))
        if len(cited) <= LONGEST:
            return cited
    over = len(cited) - LONGEST + 1
    short = publisher[: max(len(publisher) - over, _SHORTEST)].rstrip() + "…"
    return " ".join(filter(None, (told, text(language, "kutip.sumber", source=short), *tail)))


def _scope(store: Store, row: pd.Series | dict, language: str) -> str:
    """The election, or the period that was counted."""
    if isinstance(row["event"], str):
        return store.event_name(row["event"])
    period = "–".join(day for day in (row["period_start"], row["period_end"]) if isinstance(day, str))
    return text(language, "kutip.masa", period=period).strip()


def _broken_down(store: Store, row: pd.Series, language: str) -> str:
    if row["dimension"] == "total" or not isinstance(row["category_id"], str):
        return ""
    return f"{store.label('dimension', row['dimension'], language)}: {row[f'category_{language}']}"


def _read_at(store: Store, language: str, address: str, snapshot: bool = True) -> str:
    where = in_language(address, language)
    if where and not snapshot:
        return where
    return ", ".join(filter(None, (where, text(language, "kutip.dibaca", product=text(language, "produk"), snapshot=store.snapshot_id))))
