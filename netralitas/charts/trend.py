"""Change within one election: its cumulative counts by the day of the count. (From election to election: `charts.across`.)

Points are joined only within one counter × stage × unit, and only where counts add up with time. Counters outside the
institutions are one only within one source (`counter_body`).
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta

import pandas as pd

from netralitas import model
from netralitas.address import default_event
from netralitas.chart import END, LOOSE, Chart, Kind, Span, sources_of
from netralitas.charts import told
from netralitas.charts.told import AFTER_VOTING
from netralitas.claims import amount
from netralitas.claims.amount import in_words
from netralitas.model import DISPUTED, NATION, NOTED, STAGES, Filter
from netralitas.rows import frame_of, grouped
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, keys, number, text

MOST_LINES = 7
NOT_CUMULATIVE = ("dalam_proses", "belum_ditindaklanjuti")
EVENTS_TOLD = 6
# Of what the store tells of a figure, what a line carries: fifty columns would be sorted and cut with it.
_CARRIED = [
    "figure_id", "stage", "unit", "value", "qualifier", "status", "counted_by", "counter_body", "counted_on", "publisher", "url",
    "counter", "body", "cutoff", "about", "remark", "clause", "before_division", "rank", "x", "tone", "mark", "name", "short", "series",
]  # fmt: skip


@dataclass(frozen=True)
class Lines:
    """The counters × stages of one election in one unit, the most telling first, and where the drawn span ends."""

    order: tuple[tuple[str, str], ...]
    voting: pd.Timestamp

    @property
    def until(self) -> pd.Timestamp:
        return self.voting + AFTER_VOTING


@remembered
def lines(store: Store, scope: Filter) -> Lines:
    """The stage of the filter first, then series with most points within the span; loose ones and single points last."""
    voting = store.events().at[scope.event, "voting_day"]
    rows = [row for row in store.timeline_rows(scope.region, scope.event) if row["unit"] == scope.unit]
    points = Counter((row["counter_body"], row["stage"]) for row in rows)
    drawn = Counter((row["counter_body"], row["stage"]) for row in rows if row["counted_on"] <= voting + AFTER_VOTING)

    def weight(series: tuple[str, str]) -> tuple:
        counter, stage = series
        return (stage != scope.stage, stage in NOT_CUMULATIVE, -drawn[series], -points[series], STAGES.index(stage), counter)

    return Lines(tuple(sorted(points, key=weight)), voting)


@remembered
def _longest(store: Store) -> dict[tuple[str, str], dict[str, int]]:
    """Of every region and election, counted once for all: a page without a line asks of each of its elections."""
    place = ["region", "event", "unit"]
    points = _joined(store, store.timelines()).groupby([*place, "counter_body", "stage"]).size().groupby(place).max()
    found: dict[tuple[str, str], dict[str, int]] = {}
    for (region, event, unit), count in points[points > 1].items():
        found.setdefault((region, event), {})[unit] = int(count)
    return found


def longest(store: Store, region: str, event: str) -> dict[str, int]:
    """Unit → points of its longest line: counts of one counter and stage that may be joined; units without a line are not in it."""
    return _longest(store).get((region, event), {})


@remembered
def changed(store: Store, region: str, event: str) -> frozenset[str]:
    """Units in which a line has more than one number: where the same is only told again nothing grew."""
    joined = _joined(store, store.timeline(region, event))
    numbers = joined.groupby(["unit", "counter_body", "stage"])["value"].nunique().groupby("unit").max()
    return frozenset(numbers.index[numbers > 1])


def _joined(store: Store, frame: pd.DataFrame) -> pd.DataFrame:
    """Of the rows of time lines, the counts of the drawn span that a line may join."""
    until = pd.to_datetime(frame["event"].map(store.events()["voting_day"])) + AFTER_VOTING
    return frame[(frame["counted_on"] <= until) & ~frame["stage"].isin(NOT_CUMULATIVE) & (frame["status"] != DISPUTED)]


def opening(store: Store, scope: Filter) -> str | None:
    """The election that Tren opens at where nobody chose one and this one has no line: with the longest line, of equals the newest."""
    points = {event: longest(store, scope.region, event) for event in store.event_names()}
    if model.UNIT in scope.chosen:
        points = {event: {unit: count for unit, count in units.items() if unit == scope.unit} for event, units in points.items()}
    if points[scope.event] or not any(points.values()):
        return None
    return max(points, key=lambda event: max(points[event].values(), default=0))


def opened_on(store: Store, scope: Filter) -> str:
    """Why that election is shown."""
    latest = store.event_name(default_event(store, scope.region))
    return text(scope.language, "tren.usul", latest=latest, event=store.event_name(scope.event), region=store.region_name(scope.region))


def proposed(store: Store, scope: Filter) -> Filter:
    """The view, with the unit of the longest line where the reader chose none and this one has no line."""
    units = longest(store, scope.region, scope.event)
    if model.UNIT in scope.chosen or scope.unit in units:
        return scope
    return replace(scope, unit=min(units, key=lambda unit: (-units[unit], model.UNITS.index(unit)), default=scope.unit))


@remembered
def within(store: Store, scope: Filter, everything: bool, most: int = MOST_LINES) -> Chart:
    """Cumulative counts by cut-off date, a line a counter × stage, up to 60 days after voting; later ones at the edge."""
    language, all_lines = scope.language, lines(store, scope)
    kept = all_lines.order[: None if everything else most]
    places = {series: place for place, series in enumerate(kept)}
    shown = [
        row | {"rank": places[row["counter_body"], row["stage"]]}
        for row in store.timeline_rows(scope.region, scope.event)
        if row["unit"] == scope.unit and (row["counter_body"], row["stage"]) in places
    ]
    rows = [row | _point(store, row, all_lines.until, language) for row in in_words(shown, store, language)]
    rows.sort(key=lambda row: (row["rank"], row["x"]))
    frame = frame_of(rows, days=("counted_on", "x"), columns=_CARRIED)
    words = told.words(store, scope, rows)
    plain = text(language, "tren.dalam.judul", **words)
    since = _since(store, scope, rows)
    activities, ticks = _outreach(store, scope, since, all_lines.until)
    return Chart(
        kind=Kind.LINE,
        name=f"netralitas_hitungan_{scope.region}_{scope.event}_{scope.unit}",
        language=language,
        frame=frame,
        title=_growth(store, language, rows, words) or plain,
        subtitle=text(language, "tren.dalam.anak_judul", **words),
        unit=words["unit"],
        alt=plain + ": " + told.listed(_lasts(rows), language),
        sources=sources_of(rows),
        warnings=told.warnings(store, rows, language),
        notes=(*told.remarks(rows, language), *_notes(store, scope, rows), *activities),
        value_label=words["unit"],
        spans=_spans(store, scope),
        ticks_below=ticks,
        since=since.date(),
        until=all_lines.until.date(),
    )


def _point(store: Store, row: dict, until: pd.Timestamp, language: str) -> dict:
    """Where a count stands, whether it is part of its line, and what the line is called."""
    loose = LOOSE if row["stage"] in NOT_CUMULATIVE else ""
    return {
        "x": row["counted_on"],
        "tone": row["stage"],
        "mark": END if row["counted_on"] > until else loose,
        "name": text(language, f"tren.tahap.{row['stage']}"),
        "counted_by": row["counter_body"],
        # Beside the edge is no room for the page of an outsider: the series, the hover and the sources name it.
        "short": text(language, f"tren.pencatat.{row['counted_by']}"),
        "series": f"{store.label('stage', row['stage'], language)} · {row['body']}",
    }


def _lasts(rows: list[dict]) -> list[dict]:
    """The last row of each line, in the order of the rows."""
    last = {row["series"]: row for row in rows}
    return [row for row in rows if last[row["series"]] is row]


def _since(store: Store, scope: Filter, rows: list[dict]) -> pd.Timestamp:
    """The drawn span starts with the first count or the campaign, with room on the left for the axis."""
    campaign, voting = (pd.Timestamp(store.events().at[scope.event, name]) for name in ("campaign_start", "voting_day"))
    days = [row["x"] for row in rows if row["mark"] != END]
    first = min([campaign, *days]) if pd.notna(campaign) else min([voting - timedelta(days=120), *days])
    return first - (voting + AFTER_VOTING - first) * 0.06


def _spans(store: Store, scope: Filter) -> tuple[Span, ...]:
    """The campaign shaded, voting day as a line."""
    event = store.events().loc[scope.event]
    voting = pd.Timestamp(event["voting_day"]).date()
    spans = [Span(voting, voting, text(scope.language, "tren.pemungutan"))]
    if pd.notna(event["campaign_start"]):
        start, end = (pd.Timestamp(event[name]).date() for name in ("campaign_start", "campaign_end"))
        spans.insert(0, Span(start, end, text(scope.language, "tren.kampanye")))
    return tuple(spans)


def _growth(store: Store, language: str, rows: list[dict], words: dict[str, str]) -> str:
    """From the first to the last count of the first series that grew; empty where none has two sound counts."""
    sound = [row for row in rows if row["mark"] == "" and row["status"] != DISPUTED]
    for part in grouped(sound, lambda row: row["rank"]).values():
        first, last = part[0], part[-1]
        if last["value"] > first["value"]:
            return text(
                language,
                "tren.dalam.temuan",
                first=amount.of(store, first, language).full,
                last=amount.of(store, last, language).full,
                first_cutoff=first["cutoff"],
                last_cutoff=last["cutoff"],
                counter=first["body"],
                **{**words, "stage": store.label("stage", first["stage"], language)},
            )
    return ""


def _notes(store: Store, scope: Filter, rows: list[dict]) -> tuple[str, ...]:
    """What the lines leave out: statements long after, stages that do not add up with time, figures without a date."""
    language, notes = scope.language, []
    late = sum(row["mark"] == END for row in rows)
    if late:
        notes.append(text(language, "tren.dalam.kemudian", count=number(late, language), days=number(AFTER_VOTING.days, language)))
    if any(row["mark"] == LOOSE for row in rows):
        notes.append(text(language, "tren.dalam.lepas"))
    if any(row["status"] == NOTED for row in rows):
        notes.append(text(language, "tanda.catatan"))
    undated = undated_totals(store, scope)
    if undated:
        notes.append(text(language, "tren.dalam.tanpa_tanggal", count=number(undated, language)))
    return tuple(notes)


def undated_totals(store: Store, scope: Filter) -> int:
    """Totals of the scope that have no place on a time axis."""
    return store.undated(scope.region, scope.event, scope.unit)


def _outreach(store: Store, scope: Filter, since: pd.Timestamp, until: pd.Timestamp) -> tuple[tuple[str, ...], tuple]:
    """A sentence that names the outreach activities, and their ticks on the time axis."""
    language = scope.language
    frame = store.outreach(scope.region, scope.event)
    if scope.region == NATION:
        # What one kabupaten did is no event of the nation.
        frame = frame[frame["region"] == NATION]
    if frame.empty:
        return (), ()
    dated = frame["date"].map(pd.Timestamp)
    said = []
    for activity, when in zip(frame.to_dict("records"), dated):
        form = " · ".join([_word("tren.bentuk", part, language) for part in (activity["form"], activity["mode"]) if isinstance(part, str)])
        inferred = "" if activity["date_is"] == "printed" else text(language, "tren.dalam.tanggal_disimpulkan")
        said.append(f"{day(when.date(), language)}{inferred}, {activity['organiser']}, {form} ({activity['region_name']})")
    rest = (
        f" {text(language, 'tren.dalam.kegiatan_lain', count=number(len(said) - EVENTS_TOLD, language))}" if len(said) > EVENTS_TOLD else ""
    )
    ticks = tuple((when.date(), sentence) for when, sentence in zip(dated, said) if since <= when <= until)
    outside = len(said) - len(ticks)
    if outside:
        rest += f" {text(language, 'tren.dalam.kegiatan_luar', count=number(outside, language))}"
    return (text(language, "tren.dalam.kegiatan", activities="; ".join(said[:EVENTS_TOLD])) + rest,), ticks


def _word(prefix: str, code: str, language: str) -> str:
    """A word for a code of the outreach table; a code that nobody has put into words is shown as it is."""
    key = f"{prefix}.{code}"
    return text(language, key) if key in keys() else code
