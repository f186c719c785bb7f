"""A slide, complete: whatever medium draws it needs to ask nothing more. Made from cards and charts."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from netralitas.chart import Chart, Source
from netralitas.charts.peers import peers
from netralitas.claims.amount import drawn, verdict_word
from netralitas.claims.cards import Caution, FigureCard, cautions, cautions_on, headline_cards
from netralitas.claims.history import history
from netralitas.claims.lead import summary
from netralitas.model import CLEAN, DISPUTED, Filter
from netralitas.store import Store
from netralitas.wording import day, number, text


class Part(StrEnum):
    COVER = "sampul"
    NUMBERS = "angka"
    CHART = "bagan"
    BESIDE = "banding"
    HISTORY = "riwayat"
    CAUTIONS = "perhatian"
    SOURCES = "sumber"


@dataclass(frozen=True)
class Occasion:
    """When and where the deck is shown, and the region's crest (PNG, already checked)."""

    when: date | None = None
    place: str = ""
    crest: bytes | None = None


@dataclass(frozen=True)
class Warned:
    """A disputed figure on a slide (label and number), and why it must not be quoted as it stands."""

    figure: str
    sentence: str


@dataclass(frozen=True)
class Row:
    """A line of the table that sets a region beside those above it."""

    region: str
    amount: str
    status: str
    source: str


@dataclass(frozen=True, eq=False)
class Slide:
    """One slide, complete: whatever medium draws it needs to ask nothing more."""

    part: Part
    language: str
    title: str
    subtitle: str = ""
    chart: Chart | None = None
    beside: Chart | None = None
    cards: tuple[FigureCard, ...] = ()
    rows: tuple[Row, ...] = ()
    cautions: tuple[Caution, ...] = ()
    lines: tuple[str, ...] = ()
    warnings: tuple[Warned, ...] = ()
    remarks: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    synthetic: bool = False
    # The words for where the rest stands: in the speaker notes (paparan), or on the dashboard (gambar).
    elsewhere: str = "paparan"


# -- slides without a chart ----------------------------------------------------------


def _told(store: Store, scope: Filter) -> dict[str, str]:
    return {"event": store.event_name(scope.event), "region": store.region_name(scope.region)}


def cover(store: Store, scope: Filter, occasion: Occasion) -> Slide:
    language, info = scope.language, store.build_info()
    place = " · ".join(filter(None, (occasion.place.strip(), day(occasion.when, language))))
    built = text(language, "paparan.dibangun", day=day(date.fromisoformat(info["built_at"][:10]), language), snapshot=info["snapshot_id"])
    title = text(language, "paparan.sampul", **_told(store, scope))
    return Slide(Part.COVER, language, title, subtitle=summary(store, scope), lines=(place,) if place else (), remarks=(built,))


def numbers(store: Store, scope: Filter, _: Occasion) -> Slide:
    language, cards = scope.language, headline_cards(store, scope)
    disputed = {card.figure_id: f"{card.stage_label}: {card.amount.full}" for card in cards if card.status == DISPUTED}
    return Slide(
        Part.NUMBERS,
        language,
        summary(store, scope).rstrip("."),
        subtitle=text(language, "paparan.angka", **_told(store, scope)),
        cards=cards,
        warnings=_warned(store, disputed, language),
        sources=_card_sources(cards),
    )


def beside(store: Store, scope: Filter, _: Occasion) -> Slide:
    """The region, its province and the nation: same election, stage and unit."""
    language = scope.language
    line = peers(store, scope)
    disputed = {card.figure_id: f"{name}: {card.amount.full}" for name, card in line.known if card.status == DISPUTED}
    doubt = verdict_word(DISPUTED, language)
    amounts = [f"{name} {card.amount.full}" + (f" ({doubt})" if card.status == DISPUTED else "") for name, card in line.known]
    key = "paparan.banding.temuan" if amounts else "paparan.banding"
    return Slide(
        Part.BESIDE,
        language,
        text(language, key, amounts="; ".join(amounts), **line.words),
        subtitle=f"{text(language, 'paparan.banding.anak_judul', **line.words)}. {line.remember}".strip(),
        rows=tuple(Row(row.region, row.amount.full, row.status, row.source) for row in line.rows),
        warnings=_warned(store, disputed, language),
        sources=_card_sources(tuple(card for _, card in line.known)),
    )


def told(store: Store, scope: Filter, _: Occasion) -> Slide:
    """What has been published about the region, in sentences, where there is little to draw."""
    language, entries = scope.language, history(store, scope.region, scope.language)
    title = text(language, "paparan.riwayat", region=store.region_name(scope.region))
    lines = tuple(
        Caution(f"{one.day_told(language)} · {one.event}", one.sentence, "", one.figures, one.status == DISPUTED) for one in entries
    )
    named = store.figures_named(tuple(figure for one in entries for figure in one.figures)).to_dict("records")
    cited = [
        Source(store.label("counted_by", row["counted_by"], language), row[f"cutoff_{language}"], row["publisher"], row["url"])
        for row in named
    ]
    subtitle = text(language, "paparan.riwayat.anak_judul")
    return Slide(Part.HISTORY, language, title, subtitle=subtitle, cautions=lines, sources=tuple(dict.fromkeys(cited)))


def warned(store: Store, scope: Filter, _: Occasion) -> Slide:
    language, told = scope.language, cautions(store, scope)
    disputed = sum(card.status == DISPUTED for card in headline_cards(store, scope))
    key = "paparan.perhatian" + (".disengketakan" if disputed else "") + (".satu" if (disputed or len(told)) == 1 else "")
    title = text(language, key, count=number(disputed or len(told), language), **_told(store, scope))
    cards = tuple(card for card in headline_cards(store, scope) if card.status != CLEAN)
    subtitle = text(language, "paparan.perhatian.anak_judul")
    return Slide(Part.CAUTIONS, language, title, subtitle=subtitle, cautions=told, sources=_card_sources(cards))


def sources(store: Store, scope: Filter, _: Occasion) -> Slide:
    language = scope.language
    return Slide(Part.SOURCES, language, text(language, "paparan.sumber"), subtitle=text(language, "paparan.sumber.anak_judul"))


def _card_sources(cards: tuple[FigureCard, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(Source(card.counter, card.cutoff, card.publisher, card.url) for card in cards))


# -- a chart, alone or with another beside it ------------------------------------------


def of_chart(chart: Chart) -> Slide:
    """A slide of a chart alone, as its picture: what the chart itself knows, without asking a store."""
    warnings = tuple(Warned("", sentence) for sentence in chart.warnings)
    if not warnings:
        # A disputed mark is never without words, even where a chart brings no sentence for it.
        warnings = tuple(Warned(figure, verdict_word(DISPUTED, chart.language)) for figure in _disputed(chart).values())
    return Slide(
        Part.CHART,
        chart.language,
        chart.title,
        chart.subtitle,
        chart=chart,
        warnings=warnings,
        remarks=chart.notes,
        sources=chart.sources,
        synthetic=chart.synthetic,
    )


def of_charts(store: Store, chart: Chart, beside: Chart | None) -> Slide:
    """A chart, with another beside it or none, and every warning on a disputed figure in either."""
    charts = [one for one in (chart, beside) if one is not None]
    disputed: dict[str, str] = {}
    for one in charts:
        disputed = {**_disputed(one), **disputed}
    return replace(
        of_chart(chart),
        beside=beside,
        warnings=_warned(store, disputed, chart.language),
        remarks=tuple(dict.fromkeys(note for one in charts for note in one.notes)),
        sources=tuple(dict.fromkeys(source for one in charts for source in one.sources)),
        synthetic=any(one.synthetic for one in charts),
    )


def _disputed(chart: Chart) -> dict[str, str]:
    """figure_id → label and number of each disputed mark of a chart."""
    frame = chart.frame
    found = {}
    for row in frame[frame["status"] == DISPUTED].to_dict("records"):
        parts = [row.get(part) for part in ("panel", "label", "series")]
        name = " ".join(dict.fromkeys(part for part in parts if isinstance(part, str) and part))
        amount = drawn(chart, row).full if row["value"] == row["value"] else ""
        found[row["figure_id"]] = ": ".join(filter(None, (name, amount)))
    return found


def _warned(store: Store, disputed: dict[str, str], language: str) -> tuple[Warned, ...]:
    """Why these figures must not be said, and what to say instead; a figure without a reason still says that it must not be."""
    if not disputed:
        return ()
    told = [one for one in cautions_on(store, store.figures_named(tuple(filter(None, disputed))), language) if one.disputes]
    known = [Warned(disputed[figure], one.told) for one in told for figure in one.figure_ids]
    explained = {figure for one in told for figure in one.figure_ids}
    silent = [Warned(told, verdict_word(DISPUTED, language)) for figure, told in disputed.items() if figure not in explained]
    return (*known, *silent)
