"""What an address says before the dashboard has started, or where no script runs: title, one sentence, the main statement with its source.

It stands beside Streamlit's root element, above it on the screen: what stands inside is thrown away before the first chart is drawn.
`reading.js` takes it away when the dashboard has drawn its own sentence.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from netralitas import palette
from netralitas.address.links import OF_ALL, canonical_address, in_language, only_here, sheet_address
from netralitas.charts import statement
from netralitas.check.question import answer
from netralitas.claims.amount import verdict_told
from netralitas.claims.cards import FigureCard
from netralitas.claims.lead import number_card, summary
from netralitas.model import LANGUAGES, Filter
from netralitas.render.ground.signs import amount
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import sourced, text

_TEMPLATES = Path(__file__).parent / "templates"
SCRIPT = (_TEMPLATES / "reading.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Bar:
    """A number of the statement: where its bar begins and ends (percent), and how it looks."""

    label: str
    amount: str
    start: float
    long: float
    colour: str
    empty: bool


@dataclass(frozen=True)
class Reading:
    """What can be read at once: title, the sentence, the flow of the main statement, the one number with its verdict and source."""

    language: str
    title: str
    heading: str
    sentence: str
    description: str
    card: FigureCard | None
    verdict: str
    finding: str
    subtitle: str
    bars: tuple[Bar, ...]
    sources: tuple[tuple[str, str], ...]


@remembered
def reading(store: Store, scope: Filter, page: str) -> Reading:
    """Of a page and a view, from the snapshot alone."""
    language, card = scope.language, number_card(store, scope)
    named = [text(language, f"halaman.{page}")]
    named += [] if page in OF_ALL else [store.region_name(scope.region), store.event_name(scope.event)]
    verdict = verdict_told(card.status, language) if card else ""
    lead = next((one for one in statement.leaders(statement.told(store, scope)) if one.drawn and one.main), None)
    drawn = statement.flow(store, scope, lead.statement_id) if lead else None
    cited = drawn.sources if drawn else ()
    sources = tuple((sourced(one.counter, one.cutoff, one.publisher), one.url) for one in cited)
    if not drawn and card:
        sources = ((sourced(card.counter, card.cutoff, card.publisher), card.url),)
    sentence = summary(store, scope)
    return Reading(
        language,
        " · ".join([*named, text(language, "produk")]),
        " · ".join(named),
        sentence,
        _description(card, verdict) or sentence,
        card,
        verdict,
        drawn.title if drawn else "",
        drawn.subtitle if drawn else "",
        _bars(drawn) if drawn else (),
        sources,
    )


def answered(store: Store, typed: str, language: str) -> Reading:
    """Of a question on Cek angka: the verdict and the sentence to say. What a stranger typed is answered and forgotten."""
    told = answer(store, typed, language)
    heading = text(language, "halaman.angka")
    sentence = f"{told.word}. {told.sentence}" if told.word else told.sentence
    title = " · ".join(filter(None, (told.word, told.typed, heading, text(language, "produk"))))
    source = ((told.figure.source, told.figure.url),) if told.figure else ()
    return Reading(language, title, heading, sentence, sentence, None, "", "", "", (), source)


def _description(card: FigureCard | None, verdict: str) -> str:
    """What a shared link says: number, verdict, source."""
    if card is None:
        return ""
    return f"{card.stage_label}: {card.amount.full} ({card.counter}, {card.cutoff}, {card.publisher}). {verdict}. {card.say}"


def _bars(drawn) -> tuple[Bar, ...]:
    frame = drawn.frame
    reach = float((frame["start"] + frame["value"]).max()) or 1.0
    return tuple(
        Bar(
            row["label"],
            amount(drawn, row),
            100 * row["start"] / reach,
            100 * row["value"] / reach,
            palette.QUIET["light"] if row["open"] else palette.stage_colour(row["tone"]),
            bool(row["open"]) or row["tone"] in palette.HOLLOW_STAGES,
        )
        for row in frame.to_dict("records")
    )


@lru_cache(1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def written(told: Reading, scope: Filter, page: str, base: str, before: str = "") -> tuple[str, str]:
    """For the head of the page, and for its body, where `before` stands first.

    `base` is how readers reach the dashboard; only a public one is named in it.
    """
    public = base if base and not only_here(base) else ""
    other = next(one for one in LANGUAGES if one != told.language)
    named = {
        "self": canonical_address(public, scope, page) if public else "",
        "other": in_language(canonical_address(public, scope, page), other) if public else "",
        "picture": sheet_address(public, scope, ".png") if public else "",
        "sheet": sheet_address(".", scope),
    }
    values = {"told": told, "before": before, "named": named, "other": other, "say": lambda key: text(told.language, key)}
    return tuple(_environment().get_template(name).render(**values) for name in ("reading_head.html", "reading.html"))
