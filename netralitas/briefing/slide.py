"""A slide, complete: whatever medium draws it needs to ask nothing more. Made from cards and charts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from netralitas.briefing.marks import marks_told
from netralitas.chart import Chart, Source
from netralitas.claims.amount import drawn, verdict_word
from netralitas.claims.cards import Caution, FigureCard, cautions, cautions_on, headline_cards
from netralitas.claims.history import history
from netralitas.claims.lead import number_card, summary
from netralitas.model import CLEAN, DISPUTED, Filter
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.wording import day, number, text

# Cautions that find room below the headline numbers.
_FEW_CAUTIONS = 2


class Part(StrEnum):
    COVER = "sampul"
    NUMBERS = "angka"
    CHART = "bagan"
    HISTORY = "riwayat"
    CAUTIONS = "perhatian"
    SOURCES = "sumber"


@dataclass(frozen=True)
class Occasion:
    """When and where the deck is shown, the region's crest (PNG, already checked), and where readers reach the dashboard.

    `base` is empty where only this machine reaches it: such an address is never cited.
    """

    when: date | None = None
    place: str = ""
    crest: bytes | None = None
    base: str = ""


@dataclass(frozen=True)
class Warned:
    """A disputed figure on a slide (label and number), and why it must not be quoted as it stands."""

    figure: str
    sentence: str


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
    cautions: tuple[Caution, ...] = ()
    lines: tuple[str, ...] = ()
    warnings: tuple[Warned, ...] = ()
    remarks: tuple[str, ...] = ()
    # So many of the first remarks are what the numbers must be said with: they always stand on the slide.
    clauses: int = 0
    sources: tuple[Source, ...] = ()
    synthetic: bool = False
    # The page that the slide came from, as others reach it; empty where nobody else can.
    address: str = ""
    # The words for where the rest stands: in the speaker notes (paparan), or on the dashboard (gambar).
    elsewhere: str = "paparan"


# -- slides without a chart ----------------------------------------------------------


def _told(store: Store, scope: Filter) -> dict[str, str]:
    return {"event": store.event_name(scope.event), "region": store.region_name(scope.region)}


def cover(store: Store, scope: Filter, occasion: Occasion) -> Slide:
    """Place and election, the one number that stands for them with its verdict and its sentence, day and place of the meeting."""
    language, info = scope.language, store.build_info()
    built = text(language, "paparan.dibangun", day=day(date.fromisoformat(info["built_at"][:10]), language), snapshot=info["snapshot_id"])
    place = " · ".join(filter(None, (occasion.place.strip(), day(occasion.when, language))))
    title, card = text(language, "paparan.sampul", **_told(store, scope)), number_card(store, scope)
    if card is None:
        known, cited = _known(store, scope)
        lead = " ".join(filter(None, (summary(store, scope), known)))
        return Slide(Part.COVER, language, title, subtitle=lead, lines=(place or built,), remarks=(built,), sources=cited)
    told = cautions_on(store, rows_of(store.figures_named((card.figure_id,))), language) if card.status != CLEAN else ()
    return Slide(
        Part.COVER, language, title, subtitle=card.say, cards=(card,),
        # What must not be said has its reason within the sentence.
        cautions=() if card.status == DISPUTED else told, lines=(place or built,), remarks=(built,),
        sources=card_sources((card,)),
    )  # fmt: skip


def _known(store: Store, scope: Filter) -> tuple[str, tuple[Source, ...]]:
    """For a cover without a number: the newest sentence on the region that can be said as it stands, whatever its election."""
    for one in history(store, scope.region, scope.language):
        if one.status == CLEAN:
            told = {"day": one.day_told(scope.language), "event": one.event, "sentence": one.sentence}
            known = text(scope.language, "paparan.sampul.yang_ada", region=store.region_name(scope.region), **told)
            return known, _figure_sources(store, one.figures, scope.language)
    return "", ()


def numbers(store: Store, scope: Filter, _: Occasion) -> Slide:
    language, cards, below = scope.language, headline_cards(store, scope), below_cards(store, scope)
    disputed = {card.figure_id: f"{card.stage_label}: {card.amount.full}" for card in cards if card.status == DISPUTED}
    return Slide(
        Part.NUMBERS,
        language,
        summary(store, scope).rstrip("."),
        subtitle=text(language, "paparan.angka", **_told(store, scope)),
        cards=cards,
        cautions=below,
        warnings=_warned(store, disputed, language),
        sources=tuple(dict.fromkeys((*card_sources(cards), *_figure_sources(store, _figures_of(below), language)))),
    )


def below_cards(store: Store, scope: Filter) -> tuple[Caution, ...]:
    """A caution or two stand below the headline numbers that they are about; more, or graver ones, have a slide of their own."""
    told = cautions(store, scope)
    return told if len(told) <= _FEW_CAUTIONS and not any(one.disputes for one in told) else ()


def told(store: Store, scope: Filter, _: Occasion) -> Slide:
    """What has been published about the region, in sentences, where there is little to draw."""
    language, entries = scope.language, history(store, scope.region, scope.language)
    title = text(language, "paparan.riwayat", region=store.region_name(scope.region))
    lines = tuple(
        Caution(f"{one.day_told(language)} · {one.event}", one.sentence, "", one.figures, one.status == DISPUTED) for one in entries
    )
    subtitle = text(language, "paparan.riwayat.anak_judul")
    cited = _figure_sources(store, _figures_of(lines), language)
    return Slide(Part.HISTORY, language, title, subtitle=subtitle, cautions=lines, sources=cited)


def warned(store: Store, scope: Filter, _: Occasion) -> Slide:
    language, told = scope.language, cautions(store, scope)
    disputed = sum(card.status == DISPUTED for card in headline_cards(store, scope))
    key = "paparan.perhatian" + (".disengketakan" if disputed else "") + (".satu" if (disputed or len(told)) == 1 else "")
    title = text(language, key, count=number(disputed or len(told), language), **_told(store, scope))
    subtitle = text(language, "paparan.perhatian.anak_judul")
    cited = _figure_sources(store, _figures_of(told), language)
    return Slide(Part.CAUTIONS, language, title, subtitle=subtitle, cautions=told, sources=cited)


def sources(store: Store, scope: Filter, _: Occasion) -> Slide:
    language = scope.language
    return Slide(Part.SOURCES, language, text(language, "paparan.sumber"), subtitle=text(language, "paparan.sumber.anak_judul"))


def card_sources(cards: Iterable[FigureCard]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(Source(card.counter, card.cutoff, card.publisher, card.url) for card in cards))


def _figures_of(told: tuple[Caution, ...]) -> tuple[str, ...]:
    return tuple(figure for one in told for figure in one.figure_ids)


def _figure_sources(store: Store, figures: tuple[str, ...], language: str) -> tuple[Source, ...]:
    """Who counted each figure, up to when, and who published it, in the order of the figures."""
    named = store.figures_named(figures).fillna({"url": ""}).to_dict("records") if figures else []
    cited = [
        Source(store.label("counted_by", row["counted_by"], language), row[f"cutoff_{language}"], row["publisher"], row["url"])
        for row in named
    ]
    return tuple(dict.fromkeys(cited))


# -- a chart, alone or with another beside it ------------------------------------------


def of_chart(chart: Chart) -> Slide:
    """A slide of a chart alone, as its picture: what the chart itself knows, without asking a store."""
    warnings = tuple(Warned("", sentence) for sentence in chart.warnings)
    if not warnings:
        # A disputed mark is never without words, even where a chart brings no sentence for it.
        warnings = tuple(Warned(figure, verdict_word(DISPUTED, chart.language)) for figure in _disputed(chart).values())
    remarks, clauses = marks_told(chart)
    return Slide(
        Part.CHART,
        chart.language,
        chart.title,
        chart.subtitle,
        chart=chart,
        warnings=warnings,
        remarks=remarks,
        clauses=clauses,
        sources=chart.sources,
        synthetic=chart.synthetic,
    )


def of_charts(store: Store, chart: Chart, beside: Chart | None) -> Slide:
    """A chart, with another beside it or none, and every warning on a disputed figure in either."""
    charts = [one for one in (chart, beside) if one is not None]
    disputed: dict[str, str] = {}
    for one in charts:
        disputed = {**_disputed(one), **disputed}
    remarks, clauses = marks_told(*charts)
    return replace(
        of_chart(chart),
        beside=beside,
        warnings=_warned(store, disputed, chart.language),
        remarks=remarks,
        clauses=clauses,
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
    told = [one for one in cautions_on(store, rows_of(store.figures_named(tuple(filter(None, disputed)))), language) if one.disputes]
    known = [Warned(disputed[figure], one.told) for one in told for figure in one.figure_ids]
    explained = {figure for one in told for figure in one.figure_ids}
    silent = [Warned(told, verdict_word(DISPUTED, language)) for figure, told in disputed.items() if figure not in explained]
    return (*known, *silent)
