"""Questions to one snapshot, each with a name in `queries.sql`: a method here says what a row is. The only SQL outside `etl`.

A new question: its SQL below a line `-- name: …`, a method that asks for it. `@remembered` where it is asked again and again.
"""

import weakref
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from netralitas.rows import rows_of
from netralitas.store import snapshot
from netralitas.store.lookup import Lookup
from netralitas.store.memory import Memory, remembered
from netralitas.store.reference import Reference
from netralitas.store.together import Together

# Texts kept as Python's own: a frame of a chart has few rows, and cutting and sorting them takes a third of the time.
pd.set_option("mode.string_storage", "python")
QUERIES = Path(__file__).with_name("queries.sql")


@cache
def _queries() -> dict[str, str]:
    """`queries.sql` cut at its `-- name: …` lines."""
    parts = QUERIES.read_text(encoding="utf-8").split("-- name: ")[1:]
    return {name.strip(): body for name, _, body in (part.partition("\n") for part in parts)}


class Store(Reference, Lookup, Together):
    """One snapshot, open until its last reader lets go of it; what it was asked is remembered with it."""

    def __init__(self, file: Path, snapshot_id: str):
        self.snapshot_id = snapshot_id
        self.memory = Memory()
        self._words: dict[str, str] = {}
        self._connection = snapshot.opened(file)
        weakref.finalize(self, _close, self._connection, self.memory)

    def _frame(self, name: str, **parameters: object) -> pd.DataFrame:
        # A cursor a question: sessions ask at the same time.
        with self._connection.cursor() as cursor:
            return cursor.execute(_queries()[name], parameters or None).df()

    @remembered
    def _rows(self, name: str) -> pd.DataFrame:
        """The rows of a question about everything; a word that stands in many of them, and in those of others, is held once.

        A region has few rows and many columns of text. Held together as Python's own words, not each column as an array
        of its own, cutting, sorting and picking rows takes a quarter of the time.
        """
        frame = self._frame(name)
        return frame.assign(**{column: self._words_once(frame[column]) for column in frame.select_dtypes("str").columns}).copy()

    def _words_once(self, column: pd.Series) -> pd.Series:
        """The column as words; missing ones stay missing (NaN)."""
        places, words = column.array.factorize()
        shared = np.array([*[self._words.setdefault(word, word) for word in words], np.nan], dtype=object)
        return pd.Series(shared[places], dtype=object)  # place -1, a missing word, is the last one

    @remembered
    def _places(self, name: str, *by: str) -> dict:
        """Where the rows of each key (the columns `by`) stand among those of a question."""
        found = self._rows(name).groupby(list(by) if len(by) > 1 else by[0], sort=False).indices
        return {key: slice(rows[0], rows[-1] + 1) if rows[-1] - rows[0] == len(rows) - 1 else rows for key, rows in found.items()}

    def _whole(self, name: str, *by: str) -> tuple[pd.DataFrame, dict]:
        """The rows of a question about everything, and where those of each key stand among them."""
        return self._rows(name), self._places(name, *by)

    def _part(self, name: str, **key: object) -> pd.DataFrame:
        """The rows of one key: everything is asked once, and then cut in memory, so a region that nobody asked for yet costs little."""
        frame, places = self._whole(name, *key)
        values = tuple(key.values())
        return frame.iloc[places.get(values if len(values) > 1 else values[0], slice(0))].reset_index(drop=True)

    def _plain_part(self, name: str, **key: object) -> tuple[dict, ...]:
        """The same as plain rows, shared by all who ask: what is told of a handful of numbers needs no frame. Never change one."""
        rows, places = self._plain(name), self._places(name, *key)
        values = tuple(key.values())
        where = places.get(values if len(values) > 1 else values[0], slice(0))
        return rows[where] if isinstance(where, slice) else tuple(rows[place] for place in where)

    @remembered
    def _plain(self, name: str) -> tuple[dict, ...]:
        """All rows of a question as plain rows."""
        return tuple(rows_of(self._rows(name)))

    # -- figures -----------------------------------------------------------

    @remembered
    def headlines(self, region: str, event: str) -> pd.DataFrame:
        """One row a stage × unit: the headline figure of a region and election with source, status, alternatives."""
        return self._part("headlines", region=region, event=event)

    def headline_rows(self, region: str, event: str) -> tuple[dict, ...]:
        """The same as plain rows."""
        return self._plain_part("headlines", region=region, event=event)

    def headline_rows_across(self, region: str) -> tuple[dict, ...]:
        """One plain row an election × stage × unit: the headline figures of a region in every election, oldest first."""
        return self._plain_part("headlines_across", region=region)

    @remembered
    def headline_by_region(self, event: str, stage: str, unit: str, level: int) -> pd.DataFrame:
        """One row a region of that level (1 or 2) with a headline; columns as `headlines`, plus region_name, parent."""
        return self._part("headline_by_region", event=event, stage=stage, unit=unit, region_level=level)

    @remembered
    def timeline(self, region: str, event: str) -> pd.DataFrame:
        """One row a counter × stage × unit × cut-off of a region and election, in order of time."""
        return self._part("timeline", region=region, event=event)

    def timeline_rows(self, region: str, event: str) -> tuple[dict, ...]:
        """The same as plain rows."""
        return self._plain_part("timeline", region=region, event=event)

    def timelines(self) -> pd.DataFrame:
        """The rows of `timeline` of every region and election."""
        return self._whole("timeline", "region", "event")[0]

    @remembered
    def alternatives(self, region: str, event: str, stage: str, unit: str) -> pd.DataFrame:
        """All totals of a scope, the headline first, then by time."""
        return self._part("alternatives", region=region, event=event, stage=stage, unit=unit)

    @remembered
    def totals(self, region: str, event: str) -> pd.DataFrame:
        """All totals of a region and election, by stage and unit, the headline of each first."""
        return self._part("alternatives", region=region, event=event)

    def total_rows(self, region: str, event: str) -> tuple[dict, ...]:
        """The same as plain rows."""
        return self._plain_part("alternatives", region=region, event=event)

    @remembered
    def _warnings(self, language: str) -> pd.DataFrame:
        return self._frame("warnings", language=language)

    def warnings_of(self, figure_ids: tuple[str, ...], language: str) -> pd.DataFrame:
        """figure_id, flag, disputes, sentence: what a reader must know of these figures, the worst first."""
        told = self._warnings(language)
        return told[told["figure_id"].isin(figure_ids)].reset_index(drop=True)

    @remembered
    def rules(self) -> pd.DataFrame:
        """id, position, verdict, mark, condition_id, condition_en, clause_id, clause_en, figures (how many each holds)."""
        return self._frame("rules")

    @remembered
    def breakdown(self, region: str, event: str, dimension: str) -> pd.DataFrame:
        """One row a breakdown figure of a region and election (dimension: sanksi, jenis_pelanggaran, jabatan …)."""
        return self._part("breakdown", region=region, event=event, dimension=dimension)

    @remembered
    def figures(self, region: str, event: str | None, stage: str | None, unit: str | None, below: bool) -> pd.DataFrame:
        """Every published figure of a scope; `below` takes the regions within in, None takes all of a part in."""
        return self._frame("figures", region=region, event=event, stage=stage, unit=unit, below=below)

    def told_alone(self, region: str) -> tuple[dict, ...]:
        """The figures of a region, in all elections, that no statement tells, as plain rows: headlines and points of a time line;
        parts of a total where no total is known; totals of a calendar period."""
        return self._plain_part("told_alone", region=region)

    @remembered
    def undated(self, region: str, event: str, unit: str) -> int:
        """How many totals of a scope have no day."""
        totals = self.totals(region, event)
        return int((totals["counted_on"].isna() & (totals["unit"] == unit)).sum())

    @remembered
    def available(self, region: str) -> pd.DataFrame:
        """One row an election × stage × unit for which a region has a headline: event, stage, unit, status."""
        return self._part("available", region=region)

    def covered(self, region: str) -> frozenset[tuple[str, ...]]:
        """What a region has a headline for: (event,), (event, stage) and (event, stage, unit)."""
        return self._covered().get(region, frozenset())

    @remembered
    def _covered(self) -> dict[str, frozenset[tuple[str, ...]]]:
        # Every page asks it of all regions: an answer each would push what a newer snapshot must be asked out of the last ones.
        found: dict[str, set[tuple[str, ...]]] = {}
        for region, *row in self._rows("available")[["region", "event", "stage", "unit"]].itertuples(index=False, name=None):
            found.setdefault(region, set()).update((tuple(row[:1]), tuple(row[:2]), tuple(row)))
        return {region: frozenset(parts) for region, parts in found.items()}

    @remembered
    def figure_counts(self, dimension: str | None = None, stages: tuple[str, ...] = ()) -> dict[tuple[str, str], int]:
        """(region, election) → how many figures were published, whole numbers and breakdowns; what has none is absent.

        Of one dimension and of some stages, where these are given.
        """
        frame = self._rows("figure_counts")
        if dimension:
            frame = frame[frame["dimension"] == dimension]
        if stages:
            frame = frame[frame["stage"].isin(stages)]
        return frame.groupby(["region", "event"])["figures"].sum().to_dict()

    def headline_counts(self, level: int, within: str) -> tuple[dict, ...]:
        """One plain row an election × stage × unit: how many regions of a level have a headline, the most first.

        `within`: ID or a province.
        """
        return self._plain_part("headline_counts", level=level, within=within)

    @remembered
    def outreach(self, region: str, event: str) -> pd.DataFrame:
        """Outreach in a region, in those within and above it, for an election: date, organiser, form, source."""
        frame, above = self._part("outreach", for_event=event), self.line_of(region)
        near = frame["region"].map(lambda place: place in above or region in self.line_of(place))
        return frame[near.astype(bool)].reset_index(drop=True)

    @remembered
    def sources(self) -> pd.DataFrame:
        """One row a source with the number of figures that stand in it, the most first."""
        return self._frame("sources")

    @remembered
    def coverage(self) -> pd.DataFrame:
        """One row an election × level × province: number of figures and of regions that have one."""
        return self._frame("coverage")

    @remembered
    def corrections(self) -> pd.DataFrame:
        """One row a figure that was mended or carries a remark: value, value_printed where mended, annotation_id/_en."""
        return self._frame("corrections")

    # -- addresses: the same rows for other programs -------------------------

    def published_rows(self, language: str, **scope: object) -> Iterator[pd.DataFrame]:
        """The figures of a scope in parts of a few thousand rows, so that no answer has to be held whole.

        Scope: headlines, region, below, level, event, stage, unit, dimension; None takes all of a part in.
        """
        with self._connection.cursor() as cursor:
            cursor.execute(_queries()["published_rows"], {"language": language, **scope})
            first = True
            while len(part := cursor.fetch_df_chunk()) or first:
                yield part
                first = False

    def sources_of_scope(self, language: str, **scope: object) -> pd.DataFrame:
        """One row a source with figures of a scope, and how many; scope as `published_rows`."""
        return self._frame("sources_of_scope", language=language, **scope)

    def figures_named(self, figure_ids: tuple[str, ...]) -> pd.DataFrame:
        """The figures named, in the order of the names, with all that is known of each."""
        return self._frame("figures_named", figures=list(figure_ids))

    def compared(self) -> pd.DataFrame:
        """One row a published figure of any kind: value, scope, days, verdict; what a number in a text is compared with."""
        return self._rows("compared")

    @property
    def synthetic(self) -> bool:
        """Are the figures of this snapshot made up?"""
        return self.build_info().get("synthetic") == "yes"

    def size(self) -> int:
        """How many figures the snapshot holds; asked of the file each time, so the answer proves that it can be read."""
        return int(self._frame("size")["figures"].iloc[0])


def _close(connection: duckdb.DuckDBPyConnection, memory: Memory) -> None:
    memory.retire()
    connection.close()
