"""What stands on the page Sumber & metode beside the chart: sources, terms and corrections, as tables in words."""

from datetime import date
from urllib.parse import urlsplit

import pandas as pd
import pyarrow as pa

from netralitas.claims import amount
from netralitas.files.guard import guarded_table
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import cells, day, link, literal, number, text

LEADING = 10


@remembered(unless=lambda search, language: bool(search))
def sources(store: Store, search: str, language: str) -> pa.Table:
    """One row a source that contains all words: publisher, title, published, kind, number of figures, link."""
    frame = _found(store, search)
    columns = {
        "penerbit": frame["publisher"],
        "judul": frame["title"],
        "terbit": frame["published_on"].fillna(""),
        "jenis_penerbit": frame["publisher_kind"].map(lambda kind: store.label("publisher_kind", kind, language)).astype("category"),
        "jenis_sumber": frame["kind"].map(lambda kind: store.label("source_kind", kind, language)).astype("category"),
        "jumlah": frame["figures"],
        "tautan": frame["url"].fillna(""),
    }
    table = pd.DataFrame({text(language, f"kolom.{name}"): values for name, values in columns.items()})
    return guarded_table(pa.Table.from_pandas(table, preserve_index=False))


def _found(store: Store, search: str) -> pd.DataFrame:
    frame = store.sources()
    texts = frame["publisher"].str.cat([frame["title"].fillna(""), frame["url"].fillna(""), frame["source_id"]], sep="\n").str.lower()
    found = pd.Series(True, index=frame.index)
    for word in search.lower().split():
        found &= texts.str.contains(word, regex=False)
    return frame[found]


@remembered(unless=lambda search, language: bool(search))
def leading(store: Store, search: str, language: str) -> str:
    """The few sources found with the most figures, as a Markdown table."""
    lines = [cells([text(language, f"kolom.{name}") for name in ("penerbit", "judul", "jumlah")]), "|:--|:--|--:|"]
    for row in _found(store, search).head(LEADING).to_dict("records"):
        title = row["title"] if isinstance(row["title"], str) else row["source_id"]
        linked = link(title, row["url"] if isinstance(row["url"], str) else "")
        lines.append(f"| {literal(row['publisher'])} | {linked} | {number(row['figures'], language)} |")
    return "\n".join(lines)


@remembered
def terms(store: Store, kind: str, language: str) -> str:
    """The codes of one kind in plain words, as a Markdown table."""
    lines = [cells([text(language, "kolom.istilah"), text(language, "kolom.arti")]), "|:--|:--|"]
    lines += [cells([store.label(kind, code, language), store.definition(kind, code, language)]) for code in store.codes(kind)]
    return "\n".join(lines)


@remembered
def rules(store: Store, language: str) -> str:
    """The rules of the verdict, the gravest first, and how many figures each holds, as a Markdown table."""
    headers = ["kolom.tanda", "kolom.aturan", "kolom.klausa", "kolom.jumlah"]
    lines = [cells([text(language, key) for key in headers]), "|:--|:--|:--|--:|"]
    for row in store.rules().to_dict("records"):
        mark = text(language, f"aturan.tanda.{row['mark'] or 'tanpa'}")
        told = [mark, row[f"condition_{language}"], row[f"clause_{language}"] or "", number(row["figures"], language)]
        lines.append(cells(told))
    return "\n".join(lines)


@remembered
def corrections(store: Store, language: str) -> str:
    """Figures that were mended, or carry a remark of the compiler, as a Markdown table."""
    headers = ["kolom.wilayah", "kolom.pemilihan", "kolom.tahap", "kolom.nilai", "kolom.keterangan", "kolom.penerbit"]
    lines = [cells([text(language, key) for key in headers]), "|:--|:--|:--|--:|:--|:--|"]
    for row in store.corrections().to_dict("records"):
        event = store.event_name(row["event"]) if isinstance(row["event"], str) else text(language, "data.periode.kalender")
        told = [row["region_name"], event, store.label("stage", row["stage"], language), _value(store, row, language)]
        told.append(row[f"annotation_{language}"] or "")
        lines.append(f"{cells(told)} {link(row['publisher'], row['url'])} |")
    return "\n".join(lines)


def _value(store: Store, row: dict, language: str) -> str:
    """The number, and the one that the source prints where it was mended."""
    said = amount.of(store, row, language).full
    if pd.isna(row["value_printed"]):
        return said
    return f"{said} ({text(language, 'sumber.dicetak', value=number(row['value_printed'], language))})"


def counted(store: Store, found: int, language: str) -> str:
    """How many of the sources are listed."""
    return literal(text(language, "sumber.jumlah", count=number(found, language), of=number(len(store.sources()), language)))


@remembered
def build(store: Store, language: str) -> str:
    """When the data was built, and from how much."""
    info, listed = store.build_info(), store.sources()
    return literal(
        text(
            language,
            "sumber.bangun",
            day=day(date.fromisoformat(info["built_at"][:10]), language),
            snapshot=info["snapshot_id"],
            figures=number(int(listed["figures"].sum()), language),
            sources=number(len(listed), language),
        )
    )


@remembered
def publishers(store: Store) -> dict[str, tuple[str, ...]]:
    """Who has published a figure, by name, with the web addresses under which it is found too."""
    frame = store.sources()[["publisher", "url"]].dropna()
    hosts = frame["url"].map(lambda url: (urlsplit(url).hostname or "").removeprefix("www."))
    known = frame.assign(host=hosts).drop_duplicates(["publisher", "host"]).groupby("publisher")["host"].agg(tuple)
    every = dict.fromkeys(sorted(store.sources()["publisher"], key=str.casefold), ())
    return every | known.to_dict()
