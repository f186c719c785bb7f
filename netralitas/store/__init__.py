"""The current snapshot, opened read-only: named questions in, frames out. The only SQL outside `etl`.

Frames are shared between sessions and remembered by (snapshot, question): never change one in place.
"""

import os
import threading
from collections.abc import Iterator
from functools import lru_cache, wraps
from pathlib import Path

import duckdb
import pandas as pd

from netralitas import model

ROOT = Path(__file__).resolve().parents[2]
QUERIES = Path(__file__).with_name("queries.sql")


class NoSnapshot(Exception):
    """Nothing has been built yet at the folder named in the message."""


def build_dir() -> Path:
    return Path(os.environ.get("NETRALITAS_BUILD", ROOT / "build"))


_lock = threading.Lock()
_opened: dict[Path, "Store"] = {}


def current() -> "Store":
    """The store of the snapshot that `CURRENT` names now; a newly published one is picked up here.

    Raises NoSnapshot.
    """
    folder = build_dir()
    try:
        snapshot_id = (folder / "CURRENT").read_text(encoding="ascii").strip()
    except OSError:
        raise NoSnapshot(str(folder)) from None
    store = _opened.get(folder)
    if store is None or store.snapshot_id != snapshot_id:
        with _lock:
            store = _opened.get(folder)
            if store is None or store.snapshot_id != snapshot_id:
                store = _opened[folder] = Store(folder / "snapshots" / f"netralitas-{snapshot_id}.duckdb", snapshot_id)
    return store


def remembered(question):
    """Remember a question's answers for this store; arguments must be hashable."""

    @wraps(question)
    def ask(self, *arguments, **named):
        key = (question.__name__, arguments, tuple(sorted(named.items())))
        answers = self._answers
        if key not in answers:
            if len(answers) > 20_000:
                answers.clear()
            answers[key] = question(self, *arguments, **named)
        return answers[key]

    return ask


@lru_cache(1)
def _queries() -> dict[str, str]:
    """`queries.sql` cut at its `-- name: …` lines."""
    parts = QUERIES.read_text(encoding="utf-8").split("-- name: ")[1:]
    return {name.strip(): body for name, _, body in (part.partition("\n") for part in parts)}


class Store:
    """Questions to one snapshot. Equal and hashable by snapshot, so it can be part of a cache's key."""

    def __init__(self, file: Path, snapshot_id: str):
        if not file.exists():
            raise NoSnapshot(str(file))
        self.snapshot_id = snapshot_id
        self._connection = duckdb.connect(str(file), read_only=True)
        self._answers: dict = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Store) and other.snapshot_id == self.snapshot_id

    def __hash__(self) -> int:
        return hash(self.snapshot_id)

    def _frame(self, name: str, **parameters: object) -> pd.DataFrame:
        # A cursor a question: sessions ask at the same time.
        with self._connection.cursor() as cursor:
            return cursor.execute(_queries()[name], parameters or None).df()

    # -- reference ---------------------------------------------------------

    @remembered
    def regions(self) -> pd.DataFrame:
        """code (index), name, kind, parent, level (0 nation, 1 province, 2 kabupaten/kota), lat, lon, population_2024."""
        return self._frame("regions").set_index("code", drop=False)

    @remembered
    def events(self) -> pd.DataFrame:
        """code (index), name_id, name_en, short_name, kind, voting_day, campaign_start, campaign_end; the newest first."""
        return self._frame("events").set_index("code", drop=False)

    @remembered
    def vocabulary(self) -> dict[tuple[str, str], dict]:
        """(kind, code) → label_id, label_en, definition_id, definition_en, position."""
        frame = self._frame("vocabulary")
        return {(row["kind"], row["code"]): row for row in frame.to_dict("records")}

    def label(self, kind: str, code: str, language: str) -> str:
        """The word for a code; a code without one is shown as it is."""
        entry = self.vocabulary().get((kind, code))
        return entry[f"label_{language}"] if entry else str(code)

    def definition(self, kind: str, code: str, language: str) -> str:
        entry = self.vocabulary().get((kind, code))
        return entry[f"definition_{language}"] if entry else ""

    def codes(self, kind: str) -> list[str]:
        """Codes of one kind, in the order of the vocabulary."""
        return [code for (of, code) in self.vocabulary() if of == kind]

    @remembered
    def region_names(self) -> dict[str, str]:
        """Code → name of all 553 regions, in the order of the codes."""
        return self.regions()["name"].to_dict()

    def region_name(self, code: str) -> str:
        return self.region_names()[code]

    @remembered
    def event_names(self) -> dict[str, str]:
        """Code → what people call the election in both languages (Pilkada 2020), the newest first."""
        return self.events()["short_name"].to_dict()

    def event_name(self, code: str) -> str:
        return self.event_names()[code]

    @remembered
    def line_of(self, region: str) -> tuple[str, ...]:
        """The region and those above it: 35.13, 35, ID."""
        parents = self.regions()["parent"]
        line = [region]
        while isinstance(parents[line[-1]], str):
            line.append(parents[line[-1]])
        return tuple(line)

    @remembered
    def children(self, region: str) -> tuple[str, ...]:
        regions = self.regions()
        return tuple(regions.index[regions["parent"] == region])

    @remembered
    def build_info(self) -> dict[str, str]:
        return dict(self._frame("build_info").itertuples(index=False))

    # -- figures -----------------------------------------------------------

    @remembered
    def headlines(self, region: str, event: str) -> pd.DataFrame:
        """One row a stage × unit: the headline figure of a region and election with source, status, alternatives."""
        return self._frame("headlines", region=region, event=event)

    @remembered
    def headlines_across(self, region: str) -> pd.DataFrame:
        """One row an election × stage × unit: the headline figures of a region in every election, oldest first."""
        return self._frame("headlines_across", region=region)

    @remembered
    def headline_by_region(self, event: str, stage: str, unit: str, level: int) -> pd.DataFrame:
        """One row a region of that level (1 or 2) with a headline; columns as `headlines`, plus region_name, parent."""
        return self._frame("headline_by_region", event=event, stage=stage, unit=unit, level=level)

    @remembered
    def timeline(self, region: str, event: str) -> pd.DataFrame:
        """One row a counter × stage × unit × cut-off of a region and election, in order of time."""
        return self._frame("timeline", region=region, event=event)

    @remembered
    def alternatives(self, region: str, event: str, stage: str, unit: str) -> pd.DataFrame:
        """All totals of a scope, the headline first, then by time."""
        return self._frame("alternatives", region=region, event=event, stage=stage, unit=unit)

    @remembered
    def flags(self, region: str, event: str) -> pd.DataFrame:
        """One row a flag on a total of a region and election, the headline's first, the worst first."""
        frame = self._frame("flags", region=region, event=event)
        rank = frame["flag"].map({flag: place for place, flag in enumerate(model.FLAGS)})
        return (
            frame.assign(rank=rank)
            .sort_values(["disputes", "is_headline", "rank", "value"], ascending=[False, False, True, False], kind="stable")
            .reset_index(drop=True)
        )

    @remembered
    def warnings_of(self, figure_ids: tuple[str, ...], language: str) -> pd.DataFrame:
        """figure_id, flag, disputes, sentence: what a reader must know of these figures, the worst first."""
        return self._frame("warnings_of", figures=list(figure_ids), language=language)

    @remembered
    def breakdown(self, region: str, event: str, dimension: str) -> pd.DataFrame:
        """One row a breakdown figure of a region and election (dimension: sanksi, jenis_pelanggaran, jabatan …)."""
        return self._frame("breakdown", region=region, event=event, dimension=dimension)

    @remembered
    def breakdown_scopes(self) -> frozenset[tuple[str, str, str]]:
        """(region, election, dimension) that have breakdown figures."""
        return frozenset(self._frame("breakdown_scopes")[["region", "event", "dimension"]].itertuples(index=False, name=None))

    @remembered
    def figures(self, region: str, event: str | None, stage: str | None, unit: str | None, below: bool) -> pd.DataFrame:
        """Every published figure of a scope; `below` takes the regions within in, None takes all of a part in."""
        return self._frame("figures", region=region, event=event, stage=stage, unit=unit, below=below)

    @remembered
    def available(self, region: str) -> pd.DataFrame:
        """One row an election × stage × unit for which a region has a headline: event, stage, unit, status."""
        return self._frame("available", region=region)

    @remembered
    def covered(self, region: str) -> frozenset[tuple[str, ...]]:
        """What a region has a headline for: (event,), (event, stage) and (event, stage, unit)."""
        rows = self.available(region)[["event", "stage", "unit"]].itertuples(index=False, name=None)
        return frozenset(part for row in rows for part in (row[:1], row[:2], row))

    @remembered
    def headline_counts(self, level: int, within: str) -> pd.DataFrame:
        """One row an election × stage × unit: how many regions of a level have a headline, the most first. `within`: ID or a province."""
        return self._frame("headline_counts", level=level, within=within)

    @remembered
    def workforce(self, kind: str = "pns") -> pd.DataFrame:
        """One row a province: the count of civil servants nearest to 2023 that covers all working in the province."""
        return self._frame("workforce", kind=kind)

    @remembered
    def sanctions(self) -> pd.DataFrame:
        return self._frame("sanctions")

    @remembered
    def violations(self) -> pd.DataFrame:
        return self._frame("violations")

    @remembered
    def positions(self) -> pd.DataFrame:
        return self._frame("positions")

    @remembered
    def outreach(self, region: str, event: str) -> pd.DataFrame:
        """Outreach in a region, in those within and above it, for an election: date, organiser, form, source."""
        return self._frame("outreach", region=region, event=event)

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

    # -- numbers that belong together ----------------------------------------

    @remembered
    def statements(self, region: str, event: str) -> pd.DataFrame:
        """One row a statement × number of a region and election, main ones first, then the latest.

        The statement (statement_id, stages, sound, cut, balanced, exact, is_equal, main, before_division),
        `is_aside` for numbers outside its whole, the published figure, and `later_…`: a younger, clearly higher count.
        """
        return self._frame("statements", region=region, event=event)

    def main_statement(self, region: str, event: str, unit: str) -> pd.DataFrame:
        """The rows of the main statement in a unit, as `statements`; none where there is none."""
        frame = self.statements(region, event)
        return frame[frame["main"] & (frame["unit"] == unit)]

    @remembered
    def lists(self, parent: str, event: str) -> pd.DataFrame:
        """One row a list × region that it names, over the parts of a parent; main ones first, then the latest.

        The list (list_id, parent, regions, total, sound, complete, main, parent_value …) and the published figure.
        """
        return self._frame("lists", parent=parent, event=event)

    def main_list(self, parent: str, event: str, stage: str, unit: str) -> pd.DataFrame:
        """The rows of the main list of a stage and unit, as `lists`; none where there is none."""
        frame = self.lists(parent, event)
        return frame[frame["main"] & (frame["stage"] == stage) & (frame["unit"] == unit)]

    @remembered
    def list_regions(self, list_id: str) -> pd.DataFrame:
        """One row a region of the parent of a list: region, region_name, class, value, elections, former, the figure's columns.

        `class`: angka (named), nol (not named in a complete list: 0), tidak_disebut, tidak_ada_pemilihan,
        provinsi_lama (still part of the province `former` on that day). `elections`: held in it, by the boundaries of that day.
        """
        return self._frame("list_regions", list_id=list_id)

    @remembered
    def elections_across(self, region: str) -> pd.DataFrame:
        """event (index), elections held in a region and within it (none for a general election), voted: whether anybody did."""
        return self._frame("elections_held", region=region).set_index("event", drop=False)

    def elections_held(self, region: str, event: str) -> int | None:
        """How many elections, of all offices, were held in a region and within it; None for a general election: all vote."""
        held = self.elections_across(region).at[event, "elections"]
        return None if pd.isna(held) else int(held)

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

    @remembered
    def figures_named(self, figure_ids: tuple[str, ...]) -> pd.DataFrame:
        """The figures named, in the order of the names, with all that is known of each."""
        return self._frame("figures_named", figures=list(figure_ids))

    @property
    def synthetic(self) -> bool:
        """Are the figures of this snapshot made up?"""
        return self.build_info().get("synthetic") == "yes"

    def size(self) -> int:
        """How many figures the snapshot holds; asked of the file each time, so the answer proves that it can be read."""
        return int(self._frame("size")["figures"].iloc[0])
