"""Every published figure of a selection: as the table on screen, and as the rows of a file."""

from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pyarrow as pa

from netralitas.address.parameters import CALENDAR
from netralitas.address.selection import Selection
from netralitas.claims import amount, explained, verdict
from netralitas.claims.amount import verdict_word
from netralitas.files.export import Export
from netralitas.files.guard import guarded_table
from netralitas.model import CLEAN, DISPUTED, NOTED
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, number, text


def _typed(selection: Selection, *_: object) -> bool:
    return bool(selection.search)


@remembered(unless=_typed)
def selected(store: Store, selection: Selection) -> pd.DataFrame:
    """The figures of a selection, as `Store.figures`, the newest first."""
    frame = store.figures(selection.region, selection.event, selection.stage, selection.unit, selection.below)
    words = selection.search.lower().split()
    if not words:
        return frame
    texts = _texts(store, selection.region, selection.event, selection.stage, selection.unit, selection.below)
    found = pd.Series(True, index=frame.index)
    for word in words:
        found &= texts.str.contains(word, regex=False)
    return frame[found].reset_index(drop=True)


@remembered
def _texts(store: Store, *scope: object) -> pd.Series:
    """What is searched: region, publisher, title, category and its group, notes in both languages."""
    frame = store.figures(*scope)
    columns = [
        "region_name",
        "publisher",
        "title",
        "category_id",
        "category_en",
        "category_group",
        "note_id",
        "note_en",
        "annotation_id",
        "annotation_en",
    ]
    texts = frame["source_id"].astype("str")
    for column in columns:
        texts = texts.str.cat(frame[column].astype("str"), sep="\n", na_rep="")
    return texts.str.lower()


# -- on screen -------------------------------------------------------------------


@remembered(unless=_typed)
def on_screen(store: Store, selection: Selection, language: str) -> pa.Table:
    """The table that a browser gets: few columns, each text sent once (categories), headers in words.

    A region or election that all rows share is told by the pills above the table.
    """
    frame = selected(store, selection)
    columns = {
        "wilayah": frame["region_name"] if selection.below else None,
        "pemilihan": _election(store, frame, language) if selection.event in (None, CALENDAR) else None,
        "tahap": _named(store, frame["stage"], "stage", language),
        "nilai": aligned(frame["value"], language),
        "satuan": _named(store, frame["unit"], "unit", language),
        "kualifikasi": _named(store, frame["qualifier"], "qualifier", language) if frame["qualifier"].notna().any() else None,
        # beside the number: a disputed one is never seen without it
        "status": _status(store, frame, language),
        # nor is any without the page on which it stands
        "penerbit": frame["publisher"],
        "tautan": frame["url"],
        "pencatat": _named(store, frame["counted_by"], "counted_by", language),
        "batas": frame[f"cutoff_{language}"],
        "rincian": _breakdown(store, frame, language),
        # as printed (2020, 2020-12, 2020-12-19), so that a click on the header sorts by time
        "tanggal": frame["as_of"].fillna(frame["period_end"]).fillna(frame["published_on"]),
    }
    shown = {text(language, f"kolom.{name}"): _each_once(values) for name, values in columns.items() if values is not None}
    return guarded_table(pa.table(shown))


def _each_once(values: pd.Series) -> pa.Array:
    """A column of texts with each text once, and of each row where it stands among them in as few bytes as there are texts."""
    found = pa.array(values.fillna("").to_numpy(object), pa.string()).dictionary_encode()
    place = next(kind for kind in (pa.int8(), pa.int16(), pa.int32()) if len(found.dictionary) <= 2 ** (kind.bit_width - 1))
    return found.cast(pa.dictionary(place, pa.string()))


def aligned(values: pd.Series, language: str) -> pd.Series:
    """Numbers as the language writes them, led by blanks to one width and one place of the decimal mark.

    A browser's table formats numbers by the browser's language and not the reader's: 1,194 on an Indonesian page
    would be read as 1.194. As text of one width the numbers keep their order when the table is sorted.
    """
    mark = {"id": ",", "en": "."}[language]
    parts = [number(value, language).partition(mark) for value in values]
    width = max((len(whole) for whole, _, _ in parts), default=0)
    places = max((len(point + tail) for _, point, tail in parts), default=0)
    written = [whole.rjust(width) + (point + tail).ljust(places) for whole, point, tail in parts]
    return pd.Series(written, index=values.index, dtype="str")


def _named(store: Store, codes: pd.Series, kind: str, language: str) -> pd.Series:
    places, words = pd.factorize(codes)
    told = np.array([*(store.label(kind, code, language) for code in words), np.nan], dtype=object)  # place -1, an absent code, is the last
    return pd.Series(told[places], codes.index, dtype=object)


def _election(store: Store, frame: pd.DataFrame, language: str) -> pd.Series:
    """The election, or the calendar period as the source states it."""
    periods = list(zip(frame["period_start"].fillna(""), frame["period_end"].fillna("")))
    told = {period: _calendar(*period, language) for period in set(periods)}
    return frame["event"].map(store.event_names()).fillna(pd.Series([told[period] for period in periods], index=frame.index, dtype="str"))


def _calendar(start: str, end: str, language: str) -> str:
    """A stretch of time: both ends, or the one that is known."""
    first, last = (day(date.fromisoformat(one), language, "short") if len(one) == 10 else one for one in (start, end))
    if start and end:
        return f"{first} – {last}"
    if start or end:
        return text(language, "data.periode.sejak" if start else "data.periode.sampai", day=first or last)
    return text(language, "data.periode.kalender")


def _breakdown(store: Store, frame: pd.DataFrame, language: str) -> pd.Series:
    """Empty for a total; else what is broken down, and the label as printed."""
    told = _named(store, frame["dimension"], "dimension", language) + ": " + frame[f"category_{language}"].fillna("")
    return told.where(frame["dimension"] != "total", "")


def _status(store: Store, frame: pd.DataFrame, language: str) -> pd.Series:
    """The mark of a figure in words: may it be quoted, and why not."""
    words = {}
    remarks = frame["annotation_id"].notna()
    keys = [(status, tuple(flags), remarked) for status, flags, remarked in zip(frame["status"], frame["flags"], remarks)]
    for status, flags, remarked in set(keys):
        reasons = [store.label("flag", flag, language) for flag in flags] + [text(language, "data.keterangan")] * remarked
        mark = verdict_word(status, language) or (verdict_word(NOTED, language) if remarked else "")
        words[status, flags, remarked] = f"{mark}: {'; '.join(reasons)}" if reasons else mark
    return pd.Series([words[key] for key in keys], index=frame.index, dtype="str")


@remembered(unless=_typed)
def disputes(store: Store, selection: Selection, language: str) -> tuple[str, ...]:
    """One entry a disputed figure of a selection: which it is, and what to know before quoting it."""
    frame = selected(store, selection)
    named = ["figure_id", "region_name", "stage", "unit", "value", "qualifier", "status"]
    disputed = rows_of(frame.loc[(frame["status"] == DISPUTED).to_numpy(bool), named])
    told = verdict.of(store, tuple(row["figure_id"] for row in disputed), language) if disputed else {}
    return tuple(
        f"{row['region_name']}, {store.label('stage', row['stage'], language)}, {amount.of(store, row, language).full}: "
        + " ".join(reason.sentence for reason in told[row["figure_id"]].doubts if reason.mark == told[row["figure_id"]].mark)
        for row in disputed
    )


# -- in a file -------------------------------------------------------------------


def export(store: Store, selection: Selection, language: str, address: str) -> Export:
    """The rows of the table with all that is known of them: typed numbers and dates, codes, sources, warnings."""
    frame = selected(store, selection)
    doubted = verdict.of(store, tuple(frame.loc[frame["status"] != CLEAN, "figure_id"]), language)
    warnings = {key: " ".join(reason.sentence for reason in one.doubts) for key, one in doubted.items()}
    named = lambda column, kind: _named(store, frame[column], kind, language)  # noqa: E731
    columns = {
        "id": frame["figure_id"],
        "kode": frame["region"],
        "wilayah": frame["region_name"],
        "jenis_wilayah": named("region_kind", "region_kind"),
        "pemilihan": _election(store, frame, language),
        "periode_awal": frame["period_start"],
        "periode_akhir": frame["period_end"],
        "batas_dicetak": frame["as_of"],
        "batas": frame[f"cutoff_{language}"],
        "tanggal": frame["counted_on"].dt.date,
        "tahap": named("stage", "stage"),
        "dasar_tahap": named("stage_basis", "stage_basis"),
        "nilai": frame["value"],
        "satuan": named("unit", "unit"),
        "kualifikasi": named("qualifier", "qualifier"),
        "dimensi": named("dimension", "dimension"),
        "dicetak": frame["category"],
        "kelompok": frame["category_group"],
        "pencatat": named("counted_by", "counted_by"),
        "utama": frame["is_headline"],
        "status": _status(store, frame, language),
        "peringatan": frame["figure_id"].map(warnings),
        "kalimat": frame[f"say_{language}"],
        "keterangan": frame[f"annotation_{language}"],
        "catatan": frame[f"note_{language}"],
        "penerbit": frame["publisher"],
        "judul": frame["title"],
        "tautan": frame["url"],
        "terbit": frame["published_on"],
        "sumber_id": frame["source_id"],
    }
    rows = pd.DataFrame({text(language, f"kolom.{name}"): values for name, values in columns.items()})
    units = {text(language, "kolom.nilai"): _unit(store, frame, language)}
    made = Export(rows, _sources(frame, language), _about(store, selection, language, address), language, units)
    return explained.marked(explained.figures(made, store, frame), store)


def _unit(store: Store, frame: pd.DataFrame, language: str) -> str:
    """The unit that all figures share, or where to read each one's."""
    units = frame["unit"].unique()
    return (
        store.label("unit", units[0], language)
        if len(units) == 1
        else text(language, "berkas.satuan_kolom", column=text(language, "kolom.satuan"))
    )


def _sources(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """One row a source of these figures, with the number of figures that stand in it."""
    columns = {"source_id": "sumber_id", "publisher": "penerbit", "title": "judul", "url": "tautan", "published_on": "terbit"}
    counted = frame.groupby(list(columns), dropna=False, sort=False).size().reset_index(name="jumlah")
    headers = {**columns, "jumlah": "jumlah"}
    return counted.rename(columns={name: text(language, f"kolom.{word}") for name, word in headers.items()})


def _about(store: Store, selection: Selection, language: str, address: str) -> dict[str, str]:
    everything = text(language, "data.semua")
    return {
        "title": text(language, "data.berkas.judul"),
        "wilayah": store.region_name(selection.region) + (f" ({text(language, 'data.cakupan.dalam')})" if selection.below else ""),
        "pemilihan": _period(store, selection.event, language),
        "tahap": store.label("stage", selection.stage, language) if selection.stage else everything,
        "satuan": store.label("unit", selection.unit, language) if selection.unit else everything,
        "cari": selection.search,
        "notes": text(language, "data.berkas.catatan"),
        "address": address,
        "snapshot": store.snapshot_id,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _period(store: Store, event: str | None, language: str) -> str:
    if event is None:
        return text(language, "data.periode.semua")
    return text(language, "data.periode.kalender") if event == CALENDAR else store.event_name(event)


def file_name(selection: Selection) -> str:
    parts = [
        "netralitas_angka",
        selection.region,
        selection.event or "semua",
        selection.stage,
        selection.unit,
        "dalam" if selection.below else "",
    ]
    return "_".join(part for part in parts if part)
