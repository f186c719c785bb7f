"""From a text to its sentences: every number with its parts, first from its sentence, then its paragraph, then the title."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from netralitas.reader import attribution, counted, excluded, laws, mentions, numbers, numerals, places, ratios, tables
from netralitas.reader import completed as completion
from netralitas.reader import text as cutting
from netralitas.reader.found import HERE, PARTS, TITLE, Found, Part, Sentence
from netralitas.reader.laws import Law, Term
from netralitas.reader.mentions import Mention
from netralitas.store import Store

_ALSO = re.compile(r"(?:\(|\b(?:atau|or)\s+)(?:(?:sekitar|about|some)\s+)?$", re.IGNORECASE)


def read(store: Store, text: str, title: str = "", loose: bool = False, year: int = 0) -> tuple[Sentence, ...]:
    """The sentences of a text in their order. `year`: that in which it is said, for "tahun ini"."""
    text, title = cutting.without_addresses(text), cutting.without_addresses(title)
    spans = cutting.sentences(text)
    if not spans:
        return ()
    whole = _read_whole(store, text, loose, year)
    head, headings, is_about = _titled(store, title, loose), cutting.headings(text, spans), counted.is_about_cases(title)
    sentences: list[Sentence] = []
    told: set[float] = set()
    items: list[Sentence] = []
    above, asked, columns, caption = [title] if title else [], False, None, []
    for place, span in enumerate(spans):
        context = counted.BEFORE if sentences and (_counts(sentences[-1]) or asked) else counted.HEADED if is_about else 0
        before, columns = columns, _columns(text, spans, place, whole, columns, is_about)
        if columns is None or before is None:
            caption = [] if columns is None else _caption(sentences)
        sentence = _sentence(text, span, whole, loose, context, columns, told)
        asked = numbers.asks(sentence.text, context)
        if not sentences or sentences[-1].paragraph != span.paragraph:
            items = [*items, *sentences[-1:]] if cutting.is_item(sentence.text) else []
        earlier = [one for one in sentences if one.paragraph == span.paragraph and not _is_refused(one)]
        completed = tuple(
            completion.completed(store, completion.again(found, sentence, sentences), sentence, earlier, [*head, *caption], items)
            if found.is_case
            else found
            for found in sentence.numbers
        )
        is_source = bool(sentences) and _is_source(store, sentence, sentences[-1])
        sentences.append(replace(sentence, numbers=completed, headed=tuple(above)))
        told |= {found.value for found in completed if found.is_case}
        if place in headings and not _counts(sentence) and not is_source and not columns:
            above.append(sentence.text)
            head, is_about = [*head, *_headed(sentence)], is_about or counted.is_about_cases(sentence.text)
        elif place in headings:
            # What a line with a number says of the election holds for the lines below it; its place is that number's.
            head = [
                *head,
                *(one for one in sentence.mentions if one.kind in completion.ELECTION and not completion.is_compared(sentence, one)),
            ]
    return tuple(sentences) if loose else _on_topic(sentences, title, headings)


def _on_topic(sentences: Sequence[Sentence], title: str, headings: set[int]) -> tuple[Sentence, ...]:
    """Of a text that says neither in its title nor in what heads it that it is about neutrality, only the parts that do count cases."""
    heads = [place in headings and not _counts(sentence) for place, sentence in enumerate(sentences)]
    opening = [sentence.text for sentence, _ in takewhile(lambda one: one[1], zip(sentences, heads, strict=True))]
    part_of = list(accumulate(int(is_head and not (place and heads[place - 1])) for place, is_head in enumerate(heads)))
    named = [counted.matter().search(sentence.text) is not None for sentence in sentences]
    about = {part for part, is_named in zip(part_of, named, strict=True) if is_named}
    if counted.matter().search(" ".join((title, *opening))) or not about:
        is_any = counted.topic().search(" ".join((title, *(sentence.text for sentence in sentences))))
        about = set(part_of) if is_any else set()
    return tuple(sentence if part in about else _of_another_matter(sentence) for sentence, part in zip(sentences, part_of, strict=True))


def _of_another_matter(sentence: Sentence) -> Sentence:
    return replace(sentence, numbers=tuple(found if found.why else replace(found, why="hal_lain") for found in sentence.numbers))


def _counts(sentence: Sentence) -> bool:
    return any(found.is_case for found in sentence.numbers)


def _is_source(store: Store, sentence: Sentence, before: Sentence) -> bool:
    """Who published what stands above: below "Bawaslu · terbit 9 Desember 2020", it heads nothing."""
    return "·" in before.text and any(one.kind == "counter" for one in before.mentions) and places.is_publisher(store, sentence.text)


def _is_refused(sentence: Sentence) -> bool:
    """What a sentence says not to quote is not what the next one is about."""
    return any(one.kind == "refusal" for one in sentence.mentions)


def _headed(sentence: Sentence) -> list[Mention]:
    """What a heading names for all below it; where a letter was written (Ternate, 6 November 2020) is no place of its numbers."""
    here = [(one, replace(one, start=one.start - sentence.start, end=one.end - sentence.start)) for one in sentence.mentions]
    kept = _unwritten(sentence.text, [own for _, own in here])
    return [one for one, own in here if own in kept]


def _unwritten(text: str, named: Sequence[Mention]) -> list[Mention]:
    days = [one.start for one in named if one.kind == "day"]
    return [one for one in named if one.kind != "place" or not any(text[one.end : day].strip() == "," for day in days)]


@dataclass(frozen=True)
class _Stretch:
    """A piece of the text whose numbers count no cases, and the rule that says so."""

    start: int
    end: int
    why: str


class _Spread:
    """Things with a place in the text, cut by sentence."""

    def __init__(self, things: Sequence):
        self.all = sorted(things, key=lambda one: one.start)
        self._starts = [one.start for one in self.all]

    def within(self, span: cutting.Span) -> list:
        return self.all[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def inside(self, span: cutting.Span) -> list:
        """The same, with offsets that count from the sentence."""
        return [replace(one, start=one.start - span.start, end=one.end - span.start) for one in self.within(span)]


@dataclass(frozen=True)
class _Whole:
    """All that the whole text names."""

    named: _Spread
    numerals: _Spread
    not_counted: _Spread
    laws: _Spread
    terms: _Spread


def _read_whole(store: Store, text: str, loose: bool, year: int) -> _Whole:
    cited = list(laws.laws(text))
    named = [one for one in (*mentions.found(store, text, year), *places.found(store, text, loose)) if not _within(one, cited)]
    stretches = [_Stretch(*found) for found in excluded.found(text)] + [_Stretch(law.start, law.end, "hukum") for law in cited]
    terms = [term for term in laws.terms(text) if not _within(term, cited)]
    return _Whole(_Spread(named), _Spread(numerals.numerals(text)), _Spread(stretches), _Spread(cited), _Spread(terms))


def _within(thing: Mention | Term, others: Sequence[Law]) -> bool:
    return any(one.start <= thing.start < one.end for one in others)


def _titled(store: Store, title: str, loose: bool) -> list[Mention]:
    """What the title names; of one that gives a number itself, the stage is that number's."""
    named = sorted([*mentions.found(store, title), *places.found(store, title, loose)], key=lambda one: one.start)
    counts = any(not any(one.start <= number.start < one.end for one in named) for number in numerals.numerals(title))
    return [one for one in _unwritten(title, named) if one.kind != "stage" or not counts]


def _sentence(
    text: str, span: cutting.Span, whole: _Whole, loose: bool, context: int, columns: tables.Columns | None, told: set[float]
) -> Sentence:
    piece, here = text[span.start : span.end], whole.named.inside(span)
    stretches = [(one.start, one.end, one.why) for one in whole.not_counted.inside(span)]
    line = _line_of(text, span.start)
    headed = lambda place: tables.at(columns, text[line : span.start + place]) if columns else None  # noqa: E731
    readings = numbers.read(piece, whole.numerals.inside(span), stretches, here, loose, context, headed, told)
    cases = [one for one in readings if not one.why]
    found = tuple(_headed_by(headed(one.start), _found(piece, one, cases, here, span)) for one in readings)
    laws_here, terms_here, named = (tuple(spread.within(span)) for spread in (whole.laws, whole.terms, whole.named))
    compared = tuple(replace(one, start=span.start + one.start, end=span.start + one.end) for one in ratios.ratios(piece))
    return Sentence(span.start, span.end, piece, span.paragraph, found, laws_here, terms_here, named, compared)


def _headed_by(column: tables.Column | None, found: Found) -> Found:
    """What the column of a table says of its numbers goes before what stands elsewhere in their row."""
    if column is None or found.why:
        return found
    told = {
        kind: Part(said.values, TITLE)
        for kind in PARTS
        if (said := column.said(kind)) or (kind == "event" and (said := column.said("year")))
    }
    return replace(found, **told)


def _line_of(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _caption(earlier: Sequence[Sentence]) -> list[Mention]:
    """What the paragraph above a table says of all of it: where and when, and of each one only."""
    named = [one for sentence in earlier if sentence.paragraph == earlier[-1].paragraph for one in sentence.mentions]
    kinds = [kind for kind in PARTS if len({one.values for one in named if one.kind == kind}) == 1]
    return [one for one in named if one.kind in kinds]


def _columns(
    text: str, spans: Sequence[cutting.Span], place: int, whole: _Whole, columns: tables.Columns | None, is_about: bool
) -> tables.Columns | None:
    """What heads the columns of the table in which a sentence stands: None outside of one, nothing where no row says it."""
    start = _line_of(text, spans[place].start)
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    if place and spans[place].paragraph == spans[place - 1].paragraph:
        return columns
    if not tables.is_row(line):
        return None
    if columns is not None:
        return columns
    return tables.columns(line, whole.named.inside(cutting.Span(start, start + len(line), spans[place].paragraph)), is_about)


def _found(piece: str, reading: numbers.Reading, cases: list[numbers.Reading], here: list[Mention], span: cutting.Span) -> Found:
    start, end = reading.start, reading.end
    plain = Found(span.start + start, span.start + end, piece[start:end], reading.value, reading.why, reading.unit)
    if reading.why:
        return plain
    # A share in brackets or behind "or" is said of the count before it: 1.588 (79,1%) terbukti, 256 orang atau 52 persen ditindaklanjuti.
    counts = [one for one in cases if one is reading or one.unit != "persen" or not _ALSO.search(piece, 0, one.start)]
    at = counts.index(reading)
    preceding = counts[at - 1].end_of_noun if at else 0
    following = counts[at + 1].start if at + 1 < len(counts) else len(piece)
    parts = {kind: attribution.nearest(piece, kind, here, start, end, following) for kind in ("place", "event", "day")}
    year = attribution.nearest(piece, "year", here, start, end, following)
    parts["event"] = attribution.of_another_year(piece, parts["event"], year, start, end, following) or year
    parts["counter"] = attribution.counter(piece, here, start, end, following)
    parts["stage"] = attribution.stage(piece, here, start, end, preceding, following)
    return replace(
        plain,
        qualifier=attribution.qualifier(piece, start, end),
        refused=any(one.kind == "refusal" and (one.weight or one.start < start) for one in here),
        **{kind: Part(mention.values, HERE) for kind, mention in parts.items() if mention},
    )
