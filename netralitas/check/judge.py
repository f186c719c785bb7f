"""Numbers of a draft judged: the published figure that each is, what its sentence lacks, and where it says otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from netralitas import address
from netralitas.check import beside, match
from netralitas.check.facts import facts, head
from netralitas.check.finding import JANGAN, LAYAK, NUMBER, UNKNOWN, Finding
from netralitas.check.known import Known, known, rows
from netralitas.check.match import Asked
from netralitas.check.otherwise import GRAVEST, Said, is_of_a_year, otherwise
from netralitas.claims import verdict
from netralitas.model import APPROXIMATE, LANGUAGES
from netralitas.reader import Found, Sentence
from netralitas.reader.counted import is_of_cases
from netralitas.reader.found import HERE
from netralitas.rows import rows_of
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import joined, number, partial_day, text

MOST_REASONS = 4


def numbers(store: Store, sentences: Sequence[Sentence], asked: Sequence[Asked], language: str) -> list[Finding]:
    """A finding for each number that counts cases."""
    said = _said(store, sentences, asked, language)
    found = [_finding(store, one, language) for one in said]
    pairs = [(one.sentence, finding, one.figure) for one, finding in zip(said, found, strict=True)]
    found = beside.joins(store, pairs, language)
    # After the joins: a share of two numbers that nobody put together is none either.
    pairs = [(one.sentence, finding, one.figure) for one, finding in zip(said, found, strict=True)]
    pairs += [(sentence, one, None) for sentence in sentences for one in _in_words(sentence, language)]
    return beside.shares(sorted(pairs, key=lambda pair: pair[1].start), language)


def _in_words(sentence: Sentence, language: str) -> list[Finding]:
    """Comparisons in words, of a sentence that counts cases or is about them: not borne out as long as no two counts are found."""
    if not sentence.ratios or not (any(one.is_case for one in sentence.numbers) or is_of_cases(sentence.text)):
        return []
    told, where = (text(language, "naskah.kali.tanpa_angka"),), (sentence.start, sentence.end)
    numbers = [Found(one.start, one.end, one.text, one.value, unit=one.unit, qualifier=one.qualifier) for one in sentence.ratios]
    return [Finding(one.start, one.end, one.text, NUMBER, UNKNOWN, told, sentence=where, number=one) for one in numbers]


def _said(store: Store, sentences: Sequence[Sentence], asked: Sequence[Asked], language: str) -> list[Said]:
    matches = match.matches(store, asked)
    meant = [figure for one in matches.values() for figure in (one.figure_id, one.kin) if figure]
    first = [one for figure in meant for one in (head(store, figure), head(store, figure, match.HEARD))]
    named = tuple(dict.fromkeys((*meant, *filter(None, first))))
    frame = store.figures_named(named)
    figures = {row["figure_id"]: known(store, row, language) for row in rows(frame)}
    verdicts = verdict.of_figures(store, rows_of(frame), language)
    missing = _missing(store, [(sentences[one.sentence], one, matches[one.number].figure_id) for one in asked])
    told = []
    for one in asked:
        its = matches[one.number]
        figure = its.figure_id or its.kin
        lacking = missing.get(one.number, frozenset())
        heading, heard = (figures.get(head(store, figure, stage)) for stage in ("", match.HEARD))
        own = (figures.get(figure), verdicts.get(figure), lacking)
        told.append(Said(one, its, sentences[one.sentence], *own, heading, heard, _around(sentences, one.sentence)))
    return told


def _around(sentences: Sequence[Sentence], place: int) -> frozenset[str]:
    before = takewhile(lambda one: one.paragraph == sentences[place].paragraph, reversed(sentences[:place]))
    near = (*sentences[max(place - 1, 0) : place + 1], *before)
    return frozenset(value for sentence in near for one in sentence.mentions if one.kind == "stage" for value in one.values)


def _missing(store: Store, said: list[tuple[Sentence, Asked, str]]) -> dict[int, frozenset[str]]:
    """Number → rules whose clause its sentence lacks, whatever the language it is written in."""
    known_ones = [(sentence, one, figure) for sentence, one, figure in said if figure]
    meant: dict[int, list[tuple[float, verdict.Scope]]] = {}
    for _, one, figure in known_ones:
        meant.setdefault(one.sentence, []).append((one.found.value, facts(store)[figure].scope[:3]))
    lacking: dict[int, frozenset[str]] = {}
    for language in LANGUAGES:
        spoken = tuple(
            (_spoken(store, sentence, one, language), figure, tuple(meant[one.sentence])) for sentence, one, figure in known_ones
        )
        for (_, one, _), reasons in zip(known_ones, verdict.check_all(store, spoken, language), strict=True):
            rules = frozenset(reason.rule for reason in reasons)
            lacking[one.number] = lacking.get(one.number, rules) & rules
    return lacking


def _spoken(store: Store, sentence: Sentence, one: Asked, language: str) -> str:
    """The sentence, and what it says by other words, as the product would write it: days, numbers, "sekitar", the number itself."""
    days = [_long(day, language) for day in (*one.days, *sentence.begins)]
    values = [number(found.value, language) for found in sentence.numbers if found.is_case]
    stages = [store.label("stage", found.stage.values[0], language) for found in sentence.numbers if found.stage.values]
    about = [store.label("qualifier", one.found.qualifier, language)] if one.found.qualifier in APPROXIMATE else []
    refused = [text(language, "verdict.periksa.jangan").split("|")[0]] if one.found.refused else []
    # Each on its own, so that no two numbers grow together.
    return " · ".join((sentence.text, *days, *values, *stages, *about, *refused))


def _long(day: str, language: str) -> str:
    """As precise as it was printed; a day that no calendar has stays as it stands."""
    try:
        date.fromisoformat(day if len(day) == 10 else f"{day}-01"[:10])
        return partial_day(day, language)
    except ValueError:
        return day


# -- one number ----------------------------------------------------------------------


def _finding(store: Store, said: Said, language: str) -> Finding:
    found = said.asked.found
    plain = Finding(
        found.start,
        found.end,
        found.text,
        NUMBER,
        sentence=(said.sentence.start, said.sentence.end),
        number=found,
        assumed=_assumed(store, said, language),
    )
    if said.match.figure_id:
        return _of_figure(store, said, plain, language)
    if said.figure:
        return _of_kin(store, said, plain, language)
    return _unknown(store, said, plain, language)


def _of_figure(store: Store, said: Said, plain: Finding, language: str) -> Finding:
    figure, told = said.figure, said.verdict
    own = LAYAK if not said.missing else told.verdict
    graver, mistaken = otherwise(store, said, language)
    judged = min((own, graver), key=GRAVEST.index)
    reasons = sorted(told.reasons, key=lambda reason: reason.rule not in said.missing)
    sentences = (*mistaken, *(reason.sentence for reason in reasons))[:MOST_REASONS]
    refuted = judged == JANGAN and told.verdict != JANGAN
    say = figure.say if not refuted else text(language, "naskah.sebaliknya", say=figure.say)
    return replace(
        plain,
        verdict=judged,
        reasons=tuple(filter(None, (*sentences, _headline(said, language), _source(figure, language)))),
        say=say if judged != LAYAK else "",
        instead=_instead(store, figure, language) if judged != LAYAK else "",
        figure_id=figure.figure_id,
    )


@remembered
def _instead(store: Store, figure: Known, language: str) -> str:
    """What a draft has in place of the sentence: of a figure that is not to be said, the sentences of those that can be."""
    if figure.verdict != JANGAN:
        return figure.say
    rules = store.verdict_facts((figure.figure_id,))
    others = [fact[side]["figure_id"] for fact in rules for side in ("other", "also") if fact[side] and fact[side]["figure_id"]]
    told = store.figures_named(tuple(dict.fromkeys(others)))
    sayable = told[told["verdict"] != JANGAN]
    return " ".join(sayable[f"say_{language}"])


def _of_kin(store: Store, said: Said, plain: Finding, language: str) -> Finding:
    """The number is another region's, or another election's."""
    figure = said.figure
    told = text(
        language,
        "naskah.milik_lain",
        number=said.asked.found.text,
        where=_where(store, said.asked, language),
        amount=figure.amount.full,
        place=figure.place,
        event=figure.election or text(language, "cek.kalender"),
        counter=figure.counter,
        cutoff=figure.cutoff,
    )
    if said.asked.found.refused:
        return replace(plain, verdict=LAYAK, reasons=(told,), figure_id=figure.figure_id)
    here, say = _known_here(store, *_question(said.asked), language)
    own = figure.say if figure.verdict != JANGAN else ""
    # Where nothing is known of the place itself, the sentence of those to whom the number belongs is true.
    sayable, instead = " ".join(filter(None, (own, say))), say or own
    return replace(plain, verdict=JANGAN, reasons=(told, here), say=sayable, instead=instead, figure_id=figure.figure_id)


def _unknown(store: Store, said: Said, plain: Finding, language: str) -> Finding:
    told = text(language, "cek.tidak_dikenal", number=said.asked.found.text, place=_where(store, said.asked, language))
    if said.asked.found.refused:
        return replace(plain, verdict=LAYAK, reasons=(told,))
    here, say = _known_here(store, *_question(said.asked), language)
    return replace(plain, verdict=UNKNOWN, reasons=(told, here), say=say)


def _question(one: Asked) -> tuple[tuple[str, ...], str, tuple[str, ...], str]:
    return one.places[:2], next(iter(one.events), ""), one.found.stage.values, one.found.unit


@remembered
def _known_here(store: Store, places: tuple[str, ...], event: str, stages: tuple[str, ...], unit: str, language: str) -> tuple[str, str]:
    """What is known of the places and election instead, and the sentence of the first of it."""
    told, say = [], ""
    for place in places:
        of = event or address.default_event(store, place)
        headlines = store.headlines(place, of)
        spoken = [known(store, row, language) for row in rows(headlines[headlines["verdict"] != JANGAN])]
        spoken.sort(key=lambda figure: (figure.stage not in stages, figure.unit != unit))
        say = say or (spoken[0].say if spoken else "")
        figures = "; ".join(f"{figure.amount.full} ({figure.stage_label}, {figure.counter}, {figure.cutoff})" for figure in spoken[:3])
        scope = {"place": store.region_name(place), "event": store.event_name(of)}
        told.append(text(language, "naskah.diketahui" if figures else "naskah.tak_ada", figures=figures, **scope))
    return " ".join(told), say


# -- in words -------------------------------------------------------------------------


def _assumed(store: Store, said: Said, language: str) -> str:
    """What no word of the sentence says, and where it was taken from."""
    one, told = said.asked, []
    elections = [store.event_name(code) for code in one.events]
    for name, part, names in (
        ("wilayah", one.found.place, [store.region_name(code) for code in one.places]),
        ("pemilihan", one.found.event, [said.figure.election] if len(one.events) > 1 and said.match.figure_id else elections),
    ):
        if name in one.assumed and names:
            told.append(text(language, f"naskah.dianggap.{name}", names=joined(names, language)))
        elif name in one.assumed and name == "pemilihan" and said.match.figure_id and is_of_a_year(store, said):
            told.append(text(language, f"naskah.dianggap.{name}", names=said.figure.election))
        elif part.where not in ("", HERE):
            told.append(text(language, f"naskah.dari.{part.where}.{name}", names=joined(names, language)))
    return " ".join(told)


def _where(store: Store, one: Asked, language: str) -> str:
    places = joined([store.region_name(code) for code in one.places], language)
    return ", ".join(filter(None, (places, joined([store.event_name(code) for code in one.events], language))))


def _source(figure: Known, language: str) -> str:
    return text(language, "naskah.sumber", counter=figure.counter, cutoff=figure.cutoff, publisher=figure.publisher)


def _headline(said: Said, language: str) -> str:
    """The count that goes first for the same question, where it is another."""
    first = said.head
    if first is None or first.verdict == JANGAN or first.value == said.figure.value:
        return ""
    return text(language, "naskah.angka_utama", amount=first.amount.full, counter=first.counter, cutoff=first.cutoff)
