"""What a page says in words, for presentation mode: its numbers, what to be careful about, its neighbours and its history.

Charts of a page are declared in `charts.page`; what stands on the page beside them becomes slides of sentences here.
"""

from collections.abc import Iterator, Mapping

from netralitas.briefing import slide
from netralitas.briefing.slide import Occasion, Part, Slide
from netralitas.chart import Source
from netralitas.charts import asked, sanction, statement
from netralitas.charts.page import AT_MOST
from netralitas.charts.peers import peers
from netralitas.claims.amount import verdict_word
from netralitas.claims.cards import Caution, FigureCard, cautions, headline_cards
from netralitas.claims.history import history
from netralitas.claims.lead import summary
from netralitas.claims.statement import Statement, head, source_line
from netralitas.model import CLEAN, DISPUTED, STAGES, Filter
from netralitas.store import Store
from netralitas.wording import sourced, text

# A page → the statements and stages that its numbers are of.
_NUMBERS = {
    "ringkasan": ("pernyataan", statement.told, STAGES),
    "sanksi": ("tindak-lanjut", statement.sanctions_told, sanction.STAGES),
}
# Pages that are told by their history where they have nothing to draw.
_DRAWN = ("tren", "peta")


def in_words(store: Store, page: str, scope: Filter, parameters: Mapping[str, str], charts: bool) -> dict[str, Slide]:
    """Name → slide, in the order of the page; `charts`: does the page draw any? A slide that would be empty is left out."""
    return dict(_told(store, page, scope, parameters, charts))


def _told(store: Store, page: str, scope: Filter, parameters: Mapping[str, str], charts: bool) -> Iterator[tuple[str, Slide]]:
    if page in _NUMBERS:
        yield from _numbers(store, page, scope, parameters)
    if page == "ringkasan":
        if cautions(store, scope):
            yield "perhatian", slide.warned(store, scope, Occasion())
        if len(peers(store, scope).rows) > 1 and peers(store, scope).known:
            yield "banding", _beside(store, scope)
    if (page == "ringkasan" or (page in _DRAWN and not charts)) and history(store, scope.region, scope.language):
        yield "riwayat", slide.told(store, scope, Occasion())


def _numbers(store: Store, page: str, scope: Filter, parameters: Mapping[str, str]) -> Iterator[tuple[str, Slide]]:
    """A statement that has nothing to compare, and each number that no statement tells."""
    name, all_told, stages = _NUMBERS[page]
    shown = tuple(_chosen(all_told(store, scope), name, parameters, scope.language))
    known = frozenset((member.stage, one.unit) for one in shown for member in one.members)
    cards = headline_cards(store, scope, known, stages) if page == "ringkasan" or not shown else ()
    spoken = [one for one in shown if not one.drawn]
    said = (*(_of_statement(one, scope.language) for one in spoken), *(_of_card(card, scope.language) for card in cards))
    if said:
        title = summary(store, scope) if page == "ringkasan" else sanction.summary(store, scope)
        told = {"event": store.event_name(scope.event), "region": store.region_name(scope.region)}
        cited = [Source(one.counter[scope.language], "", source_line(one, scope.language), one.url) for one in spoken]
        sources = tuple(dict.fromkeys((*cited, *slide.card_sources(cards))))
        subtitle = text(scope.language, "paparan.angka", **told)
        yield "angka", Slide(Part.NUMBERS, scope.language, title.rstrip("."), subtitle, cautions=said, sources=sources)


def _chosen(all_told: tuple[Statement, ...], name: str, parameters: Mapping[str, str], language: str) -> Iterator[Statement]:
    """The statement of each unit that the page shows."""
    for leader in statement.leaders(all_told)[:AT_MOST]:
        yield asked.statement(all_told, leader, f"{name}-{leader.unit}", parameters, language)[0]


def _of_statement(one: Statement, language: str) -> Caution:
    return Caution(head(one, language), f"({source_line(one, language)})", "", (), False)


def _of_card(card: FigureCard, language: str) -> Caution:
    """Stage and number, whether it may be quoted, who counted, until when, who published."""
    mark = f" ({verdict_word(card.status, language)})" if card.status != CLEAN else ""
    source = sourced(card.counter, card.cutoff, card.publisher, card.also)
    return Caution(f"{card.stage_label}: {card.amount.full}{mark}", source, "", (card.figure_id,), card.status == DISPUTED)


def _beside(store: Store, scope: Filter) -> Slide:
    """The region beside those above it, each number with its own source."""
    line, language = peers(store, scope), scope.language
    said = tuple(_of_peer(row, language) for row in line.rows)
    cards = tuple(card for _, card in line.known)
    subtitle = text(language, "ringkasan.banding.keterangan", **line.words)
    title = text(language, "ringkasan.banding")
    remember = (line.remember,) if line.remember else ()
    return Slide(Part.NUMBERS, language, title, subtitle, cautions=said, lines=remember, sources=slide.card_sources(cards))


def _of_peer(row, language: str) -> Caution:
    mark = f" ({verdict_word(row.status, language)})" if row.card and row.status != CLEAN else ""
    source = " · ".join(filter(None, (row.source, row.also(language))))
    return Caution(f"{row.region}: {row.amount.unitless}{mark}", source, "", (), row.status == DISPUTED)
