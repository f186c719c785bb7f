"""Change over time: headline figures from election to election, and the cumulative counts within one election.

Points are joined only within one counter × stage × unit, and only where counts add up with time.
"""

from dataclasses import dataclass
from datetime import timedelta

import pandas as pd

from netralitas.chart import Chart, Kind, Span, sources_of
from netralitas.claims import amount
from netralitas.claims.amount import verdict_word, worded, worded_as
from netralitas.model import DISPUTED, NATION, NOTED, STAGE_PREFERENCE, STAGES, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, keys, number, text

MOST_LINES = 7
AFTER_VOTING = timedelta(days=60)  # what is said later is a retelling: it stands at the edge
NOT_CUMULATIVE = ("dalam_proses", "belum_ditindaklanjuti")
EVENTS_TOLD = 6


# -- across elections --------------------------------------------------------------


@remembered
def stages_across(store: Store, scope: Filter) -> tuple[str, ...]:
    """Stages with a headline in the unit of the filter: the chosen one first, then those known for most elections."""
    frame = store.headlines_across(scope.region)
    counts = frame.loc[frame["unit"] == scope.unit, "stage"].value_counts()
    return tuple(sorted(counts.index, key=lambda stage: (stage != scope.stage, -counts[stage], STAGE_PREFERENCE.index(stage))))


@remembered
def across(store: Store, scope: Filter, everything: bool) -> Chart:
    """The headline of each election, a panel a stage on one shared axis; an election without a figure is a gap."""
    language = scope.language
    stages = stages_across(store, scope)[: None if everything else MOST_LINES]
    events = store.events().sort_values("voting_day").reset_index(drop=True)
    found = worded(store.headlines_across(scope.region), store, language)
    found = found[(found["unit"] == scope.unit) & found["stage"].isin(stages)]
    grid = pd.MultiIndex.from_product([sorted(stages, key=STAGES.index), events["code"]], names=["stage", "event"]).to_frame(index=False)
    frame = grid.merge(found, on=["stage", "event"], how="left")
    texts = ["status", "counter", "counted_by", "cutoff", "about", "remark", "publisher", "url", "figure_id"]
    frame[texts] = frame[texts].fillna("")
    frame = frame[["stage", "event", "value", *texts]].assign(
        panel=frame["stage"].map(lambda stage: store.label("stage", stage, language)),
        label=frame["event"].map(store.event_names()),
        x=frame["event"].map(dict(zip(events["code"], events.index))),
        tone=frame["stage"],
        mark="",
    )
    told = _told(store, scope)
    plain = text(language, "tren.antar.judul", **told)
    return Chart(
        kind=Kind.LINE,
        name=f"netralitas_tren_{scope.region}_{scope.unit}",
        language=language,
        frame=frame,
        title=_highest(store, scope, frame) or plain,
        subtitle=text(language, "tren.antar.anak_judul", **told),
        unit=told["unit"],
        alt=plain + ": " + _listed(frame, language),
        sources=sources_of(frame),
        warnings=_warnings(store, frame, language),
        notes=(
            # about and more than stand at each number of a panel
            *_remarks(frame[frame["remark"] != ""], language),
            text(language, "tren.antar.cara_baca"),
            *([text(language, "tren.antar.catatan")] if scope.region == NATION else []),
        ),
        value_label=told["unit"],
        label_header=text(language, "kolom.pemilihan"),
        ticks=tuple(events["code"].map(store.event_names())),
    )


def _highest(store: Store, scope: Filter, frame: pd.DataFrame) -> str:
    """In which election the stage of the filter was highest; empty where fewer than two are known or two share it."""
    sound = frame[(frame["stage"] == scope.stage) & frame["value"].notna() & (frame["status"] != DISPUTED)].sort_values(
        "value", ascending=False
    )
    if len(sound) < 2 or sound["value"].iloc[0] == sound["value"].iloc[1]:
        return ""
    first = sound.iloc[0]
    return text(
        scope.language,
        "tren.antar.temuan",
        event=first["label"],
        amount=worded_as(first, store.label("unit", scope.unit, scope.language), scope.language).full,
        count=number(len(sound), scope.language),
        **{name: word for name, word in _told(store, scope).items() if name != "event"},
    )


# -- within one election -----------------------------------------------------------


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
    voting = pd.Timestamp(store.events().at[scope.event, "voting_day"])
    frame = store.timeline(scope.region, scope.event)
    frame = frame[frame["unit"] == scope.unit]
    drawn = frame["counted_on"] <= voting + AFTER_VOTING
    counts = frame.assign(drawn=drawn).groupby(["counted_by", "stage"])["drawn"].agg(["sum", "size"])

    def weight(series: tuple[str, str]) -> tuple:
        within, points = counts.loc[series, "sum"], counts.loc[series, "size"]
        return (series[1] != scope.stage, series[1] in NOT_CUMULATIVE, -within, -points, STAGES.index(series[1]), series[0])

    return Lines(tuple(sorted(counts.index, key=weight)), voting)


@remembered
def within(store: Store, scope: Filter, everything: bool) -> Chart:
    """Cumulative counts by cut-off date, a line a counter × stage, up to 60 days after voting; later ones at the edge."""
    language, all_lines = scope.language, lines(store, scope)
    kept = all_lines.order[: None if everything else MOST_LINES]
    frame = worded(store.timeline(scope.region, scope.event), store, language)
    frame = frame[(frame["unit"] == scope.unit) & pd.Series(list(zip(frame["counted_by"], frame["stage"])), index=frame.index).isin(kept)]
    rank = pd.Series([kept.index(series) for series in zip(frame["counted_by"], frame["stage"])], index=frame.index, dtype=int)
    late = frame["counted_on"] > all_lines.until
    loose = frame["stage"].isin(NOT_CUMULATIVE)
    frame = frame.assign(
        rank=rank,
        x=frame["counted_on"],
        tone=frame["stage"],
        mark=loose.map({True: "loose", False: ""}).where(~late, "end"),
        name=[text(language, f"tren.tahap.{stage}") for stage in frame["stage"]],
        short=[text(language, f"tren.pencatat.{counter}") for counter in frame["counted_by"]],
        series=[f"{store.label('stage', stage, language)} · {counter}" for stage, counter in zip(frame["stage"], frame["counter"])],
    ).sort_values(["rank", "x"], kind="stable", ignore_index=True)
    told = _told(store, scope)
    plain = text(language, "tren.dalam.judul", **told)
    since = _since(store, scope, frame)
    activities, ticks = _outreach(store, scope, since, all_lines.until)
    return Chart(
        kind=Kind.LINE,
        name=f"netralitas_hitungan_{scope.region}_{scope.event}_{scope.unit}",
        language=language,
        frame=frame,
        title=_growth(store, scope, frame) or plain,
        subtitle=text(language, "tren.dalam.anak_judul", **told),
        unit=told["unit"],
        alt=plain + ": " + _listed(frame.drop_duplicates("series", keep="last"), language),
        sources=sources_of(frame),
        warnings=_warnings(store, frame, language),
        notes=(*_remarks(frame, language), *_notes(store, scope, frame), *activities),
        value_label=told["unit"],
        spans=_spans(store, scope),
        ticks_below=ticks,
        since=since.date(),
        until=all_lines.until.date(),
    )


def _since(store: Store, scope: Filter, frame: pd.DataFrame) -> pd.Timestamp:
    """The drawn span starts with the first count or the campaign, with room on the left for the axis."""
    campaign, voting = (pd.Timestamp(store.events().at[scope.event, name]) for name in ("campaign_start", "voting_day"))
    days = frame.loc[frame["mark"] != "end", "x"]
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


def _growth(store: Store, scope: Filter, frame: pd.DataFrame) -> str:
    """From the first to the last count of the first series that grew; empty where none has two sound counts."""
    language = scope.language
    sound = frame[(frame["mark"] == "") & (frame["status"] != DISPUTED)]
    for _, part in sound.groupby("rank"):
        first, last = part.iloc[0], part.iloc[-1]
        if last["value"] > first["value"]:
            return text(
                language,
                "tren.dalam.temuan",
                first=amount.of(store, first, language).full,
                last=amount.of(store, last, language).full,
                first_cutoff=first["cutoff"],
                last_cutoff=last["cutoff"],
                counter=first["counter"],
                **{**_told(store, scope), "stage": store.label("stage", first["stage"], language)},
            )
    return ""


def _notes(store: Store, scope: Filter, frame: pd.DataFrame) -> tuple[str, ...]:
    """What the lines leave out: statements long after, stages that do not add up with time, figures without a date."""
    language, notes = scope.language, []
    late = int((frame["mark"] == "end").sum())
    if late:
        notes.append(text(language, "tren.dalam.kemudian", count=number(late, language), days=number(AFTER_VOTING.days, language)))
    if (frame["mark"] == "loose").any():
        notes.append(text(language, "tren.dalam.lepas"))
    if (frame["status"] == NOTED).any():
        notes.append(text(language, "tren.dalam.bertitik"))
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
    if frame.empty:
        return (), ()
    dated = frame["date"].map(pd.Timestamp)
    told = []
    for activity, when in zip(frame.to_dict("records"), dated):
        form = " · ".join([_word("tren.bentuk", part, language) for part in (activity["form"], activity["mode"]) if isinstance(part, str)])
        inferred = "" if activity["date_is"] == "printed" else text(language, "tren.dalam.tanggal_disimpulkan")
        told.append(f"{day(when.date(), language)}{inferred}, {activity['organiser']}, {form} ({activity['region_name']})")
    rest = (
        f" {text(language, 'tren.dalam.kegiatan_lain', count=number(len(told) - EVENTS_TOLD, language))}" if len(told) > EVENTS_TOLD else ""
    )
    ticks = tuple((when.date(), sentence) for when, sentence in zip(dated, told) if since <= when <= until)
    outside = len(told) - len(ticks)
    if outside:
        rest += f" {text(language, 'tren.dalam.kegiatan_luar', count=number(outside, language))}"
    return (text(language, "tren.dalam.kegiatan", activities="; ".join(told[:EVENTS_TOLD])) + rest,), ticks


# -- shared ------------------------------------------------------------------------


def _word(prefix: str, code: str, language: str) -> str:
    """A word for a code of the outreach table; a code that nobody has put into words is shown as it is."""
    key = f"{prefix}.{code}"
    return text(language, key) if key in keys() else code


def _told(store: Store, scope: Filter) -> dict[str, str]:
    language = scope.language
    return {
        "stage": store.label("stage", scope.stage, language),
        "unit": store.label("unit", scope.unit, language),
        "event": store.event_name(scope.event),
        "region": store.region_name(scope.region),
    }


def _listed(frame: pd.DataFrame, language: str) -> str:
    """Label and number of each row, for those who hear the chart instead of seeing it."""
    known = frame[frame["value"].notna()]
    names = _names(known)
    told = "; ".join(f"{name} {worded_as(row, '', language).unitless}" for name, row in zip(names, known.to_dict("records")))
    return told or verdict_word("", language)


def _names(frame: pd.DataFrame) -> pd.Series:
    """What a point is: its line, or its stage and election."""
    return frame["series"] if "series" in frame else frame["panel"] + " " + frame["label"]


def _remarks(frame: pd.DataFrame, language: str) -> tuple[str, ...]:
    return amount.remarks(frame, _names(frame), language)


def _warnings(store: Store, frame: pd.DataFrame, language: str) -> tuple[str, ...]:
    disputed = tuple(frame.loc[frame["status"] == DISPUTED, "figure_id"])
    return tuple(dict.fromkeys(store.warnings_of(disputed, language)["sentence"])) if disputed else ()
