"""What a fact sheet says: gathered once from the store, for the page and for its picture."""

from dataclasses import dataclass, replace

import pandas as pd

from netralitas import address, citation, model
from netralitas.address import Note
from netralitas.api.place import data_address, page_address, sheet_address
from netralitas.cards import Caution, FigureCard, card_of, cautions, headline_cards
from netralitas.chart import worded
from netralitas.charts import pipeline
from netralitas.model import CLEAN, DISPUTED, Filter
from netralitas.render.scale import reach
from netralitas.store import Store
from netralitas.wording import day, number, text

_FEWEST_CAUTIONS = 3
_FEW_STAGES = 4
# More lines than these are set closer, and closer still.
_LINES = (47, 60)


@dataclass(frozen=True)
class Mark:
    """One number of a chart; `value` None where nobody published one. `share` is its part of the axis, 1 at most."""

    label: str
    value: float | None
    amount: str
    status: str
    tone: str
    share: float
    beyond: bool
    source: str
    url: str
    figure_id: str


@dataclass(frozen=True)
class Panel:
    """A small chart: its marks, what is said below it, and how it reads aloud."""

    title: str
    marks: tuple[Mark, ...]
    note: str = ""

    @property
    def told(self) -> str:
        return "; ".join(f"{mark.label} {mark.amount}" for mark in self.marks)


@dataclass(frozen=True)
class Sheet:
    """Everything on one page. `lead` is the figure of the picture, None where the region has none; `warning` the gravest on it."""

    scope: Filter
    region: str
    above: str
    event: str
    subtitle: str
    built: str
    summary: str
    lead: FigureCard | None
    cards: tuple[FigureCard, ...]
    pipeline: Panel | None
    trend: Panel | None
    beside: Panel
    cautions: tuple[Caution, ...]
    more_cautions: int
    warning: str
    notes: tuple[str, ...]
    elsewhere: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    citation: str
    addresses: dict[str, str]

    @property
    def short(self) -> bool:
        """So few stages that the citation fits below them."""
        return self.pipeline is not None and len(self.pipeline.marks) <= _FEW_STAGES

    @property
    def density(self) -> int:
        """How closely the page must be set to be one: 0 as it is, 1 or 2 closer."""
        return sum(self.lines > limit for limit in _LINES)

    @property
    def lines(self) -> float:
        """About how many printed lines the page takes; measured in Chromium with the widest of its typefaces."""
        told = sum(len(caution.sentence) // 100 + 1.4 for caution in self.cautions) + sum(len(note) // 100 + 1 for note in self.notes)
        cards = 5.2 * -(-len(self.cards) // 4)
        left = 1.7 * len(self.pipeline.marks) + 6 if self.pipeline else 0
        quoted = len(self.citation) / (48 if self.short else 105) + 2
        trend = 13 + sum(len(mark.source) + 14 for mark in self.trend.marks if mark.value is not None) / 50 if self.trend else 0
        right = trend + 3.6 * len(self.beside.marks)
        return 8 + told + cards + (max(left + quoted, right) if self.short else max(left, right) + quoted)


def sheet(data: Store, scope: Filter, base: str, notes: tuple[Note, ...] = ()) -> Sheet:
    """The sheet of a region and election in one language."""
    language = scope.language
    shown = speaking(data, scope)
    lead = card_of(data, shown)
    event = data.events().loc[scope.event]
    trend, beside = _trend(data, shown), _beside(data, shown)
    told, more = _told(data, shown, lead, [panel for panel in (trend, beside) if panel])
    view = page_address(base, shown)
    return Sheet(
        scope=shown,
        region=data.region_name(scope.region),
        above=" · ".join(data.region_name(code) for code in data.line_of(scope.region)[1:]),
        event=data.event_name(scope.event),
        subtitle=text(language, "lembar.pemungutan", name=event[f"name_{language}"], day=day(event["voting_day"].date(), language)),
        built=text(language, "lembar.data", day=day(_built(data), language), snapshot=data.snapshot_id),
        summary=pipeline.summary(data, shown),
        lead=lead,
        cards=headline_cards(data, shown),
        pipeline=_pipeline(data, shown),
        trend=trend,
        beside=beside,
        cautions=told,
        more_cautions=more,
        warning=_warning(data, lead, language),
        notes=_notes(data, scope, shown, notes),
        elsewhere=() if lead else _elsewhere(data, shown, base),
        citation=citation.card(data, lead, view)[language] if lead else "",
        addresses={
            "view": view,
            "data": data_address(data, shown, base=base),
            "picture": sheet_address(base, scope, ".png"),
            "self": sheet_address(base, scope),
            "other": sheet_address(base, scope, language="id" if language == "en" else "en"),
        },
    )


def speaking(data: Store, scope: Filter) -> Filter:
    """The stage and unit that the sheet speaks of: those asked for, else what the region has, else the regions above."""
    if card_of(data, scope):
        return scope
    for region in data.line_of(scope.region):
        proposed = address.propose(data, replace(scope, region=region, chosen=frozenset()))
        if card_of(data, proposed):
            return replace(scope, stage=proposed.stage, unit=proposed.unit)
    return scope


def _built(data: Store):
    return pd.Timestamp(data.build_info()["built_at"]).date()


def _notes(data: Store, asked: Filter, shown: Filter, notes: tuple[Note, ...]) -> tuple[str, ...]:
    """What of the address could not be followed."""
    told = [note.sentence for note in notes]
    other = (asked.stage, asked.unit) != (shown.stage, shown.unit)
    if other and asked.chosen & {model.STAGE, model.UNIT}:
        words = {"stage": data.label("stage", asked.stage, asked.language), "unit": data.label("unit", asked.unit, asked.language)}
        place = {"region": data.region_name(asked.region), "event": data.event_name(asked.event)}
        told.append(text(asked.language, "lembar.tak_ada_tahap", **words, **place))
    return tuple(told)


def _elsewhere(data: Store, scope: Filter, base: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Nobody published a figure here: where there is one, as (sentence, ((name, address), …))."""
    language, has = scope.language, set(data.available(scope.region)["event"])
    plain = replace(scope, chosen=frozenset())
    events = [(name, sheet_address(base, replace(plain, event=code))) for code, name in data.event_names().items() if code in has]
    above = [
        (data.region_name(code), sheet_address(base, replace(plain, region=code)))
        for code in data.line_of(scope.region)[1:]
        if (scope.event,) in data.covered(code)
    ]
    first = text(language, "lembar.lain" if events else "lembar.tanpa_angka_sama_sekali", region=data.region_name(scope.region))
    second = ((text(language, "lembar.atas", event=data.event_name(scope.event)), tuple(above)),) if above else ()
    return ((first, tuple(events)), *second)


# -- what to be careful about ------------------------------------------------------


def _warning(data: Store, lead: FigureCard | None, language: str) -> str:
    if lead is None or lead.status == CLEAN:
        return ""
    return next(iter(data.warnings_of((lead.figure_id,), language)["sentence"]), "")


def _told(data: Store, scope: Filter, lead: FigureCard | None, panels: list[Panel]) -> tuple[tuple[Caution, ...], int]:
    """Every sentence on a disputed figure that is shown, then those on the leading figure, then the next worst.

    And how many are left for the dashboard.
    """
    own = cautions(data, scope)
    worst = [caution for caution in own if caution.disputes]
    drawn = {mark.figure_id: mark for panel in panels for mark in panel.marks if mark.status == DISPUTED}
    known = {caution.sentence for caution in own}
    for figure in data.warnings_of(tuple(drawn), scope.language).to_dict("records") if drawn else ():
        if figure["disputes"] and figure["sentence"] not in known:
            mark = drawn[figure["figure_id"]]
            worst.append(Caution(f"{mark.label}: {mark.amount}", figure["sentence"], figure["flag"], True))
    first = f"{lead.stage_label}: {lead.amount} {lead.unit_label}" if lead else ""
    others = sorted((caution for caution in own if not caution.disputes), key=lambda caution: caution.figure != first)
    room = max(0, _FEWEST_CAUTIONS - len(worst))
    return tuple(worst + others[:room]), len(others[room:])


# -- charts ------------------------------------------------------------------------


def _marks(frame: pd.DataFrame, language: str) -> tuple[Mark, ...]:
    """Rows with label, value, status, tone, counter, cutoff, publisher, url and figure_id as marks on one axis."""
    largest = reach(frame)
    absent = text(language, "status.tidak_ada")
    marks = []
    for row in frame.to_dict("records"):
        known = row["value"] == row["value"]
        marks.append(
            Mark(
                label=row["label"],
                value=row["value"] if known else None,
                amount=number(row["value"], language) if known else absent,
                status=row["status"],
                tone=row["tone"],
                share=min(row["value"] / largest, 1.0) if known else 0.0,
                beyond=bool(known and row["value"] > largest),
                source=" · ".join(filter(None, (row["counter"], row["cutoff"], row["publisher"]))),
                url=row["url"],
                figure_id=row["figure_id"],
            )
        )
    return tuple(marks)


def _pipeline(data: Store, scope: Filter) -> Panel | None:
    """The stages in the unit in which most of them are known."""
    units = pipeline.units(data, scope)
    if not units:
        return None
    unit = scope.unit if scope.unit in units else units[0]
    title = text(scope.language, "lembar.alur", unit=data.label("unit", unit, scope.language))
    marks = _marks(pipeline.pipeline(data, scope, unit).frame, scope.language)
    return Panel(title, marks, text(scope.language, "lembar.alur.keterangan") if len(marks) > 1 else "")


def _trend(data: Store, scope: Filter) -> Panel | None:
    """The headline of the stage in every election, the oldest first; None where the region has none at all."""
    language = scope.language
    found = worded(data.headlines_across(scope.region), data, language)
    found = found[(found["stage"] == scope.stage) & (found["unit"] == scope.unit)]
    if found.empty:
        return None
    events = data.events().sort_values("voting_day")[["code", "short_name"]].rename(columns={"code": "event", "short_name": "label"})
    frame = _filled(events.reset_index(drop=True).merge(found, on="event", how="left"), scope.stage)
    return Panel(text(language, "lembar.tren", **_words(data, scope)), _marks(frame, language))


def _beside(data: Store, scope: Filter) -> Panel:
    """The region and those above it: the same election, stage and unit."""
    language, line = scope.language, data.line_of(scope.region)
    found = pd.concat([data.headlines(code, scope.event) for code in line])
    found = worded(found[(found["stage"] == scope.stage) & (found["unit"] == scope.unit)], data, language)
    places = pd.DataFrame({"region": line, "label": [data.region_name(code) for code in line]})
    frame = _filled(places.merge(found, on="region", how="left"), scope.stage)
    key = "lembar.banding" if len(line) > 1 else "lembar.banding.negara"
    note = text(language, "lembar.banding.keterangan") if len(line) > 1 else ""
    return Panel(text(language, key, **_words(data, scope)), _marks(frame, language), note)


def _words(data: Store, scope: Filter) -> dict[str, str]:
    return {"stage": data.label("stage", scope.stage, scope.language), "unit": data.label("unit", scope.unit, scope.language)}


def _filled(frame: pd.DataFrame, stage: str) -> pd.DataFrame:
    texts = ["status", "counter", "cutoff", "publisher", "url", "figure_id"]
    return frame.assign(tone=stage, **{name: frame[name].fillna("") for name in texts})
