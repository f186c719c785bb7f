"""A draft checked: every number, law and institution in it with its verdict, and the draft as it could be said.

    checked(store, drafted(text), language) -> Checked

`Checked.findings` stand in the order of the text (`Checked.text`), which is the text of the document's passages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netralitas.check import judge, laws, match
from netralitas.check.facts import facts
from netralitas.check.finding import NONE, NUMBER, Finding
from netralitas.documents import Change, Draft, Remark, pasted, rewritten
from netralitas.reader import Found, Sentence, cell, read
from netralitas.store import Store
from netralitas.wording import text


@dataclass(frozen=True)
class Checked:
    """A draft and all that was found in it."""

    document: Draft
    findings: tuple[Finding, ...]
    language: str

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def corrected(self) -> str:
        """The whole draft with the sentences that can be said, each change marked."""
        return rewritten(self.document.passages, self._changes(), self.language)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is said at each place, for a copy of the file; of what may stay as it is nothing."""
        told = [(one, told_at(one, self.language)) for one in self.findings if one.needs_word]
        return tuple(Remark(*at, words) for one, words in told for at in list(self.document.at(one.start, one.end))[:1])

    def _changes(self) -> Iterator[Change]:
        replaced = set()
        places = [(one, cell(self.text, one.start, one.sentence)) for one in self.findings]
        for one, place in places:
            if one.kind != NUMBER or not one.instead or place in replaced:
                continue
            replaced.add(place)
            beside = [other for other, its in places if other.kind == NUMBER and its == place]
            instead = " ".join(dict.fromkeys(filter(None, (other.instead or other.say for other in beside))))
            yield from self._change(*place, instead)
        for one, place in places:
            # In a sentence that is replaced nothing is left to mend.
            if one.kind != NUMBER and one.instead and place not in replaced:
                yield from self._change(one.start, one.end, one.instead)

    def _change(self, start: int, end: int, instead: str) -> Iterator[Change]:
        """A sentence may go over lines of their own, as on a slide: what is said instead stands in the first of them."""
        for place, at in enumerate(self.document.at(start, end)):
            yield Change(*at, "" if place else instead)


def drafted(written: str) -> Draft:
    """A text as it was typed or pasted."""
    return Draft(tuple(pasted(written)))


def told_at(finding: Finding, language: str) -> str:
    """A finding in words: verdict, why, what to say."""
    say = text(language, "naskah.katakan", say=finding.say) if finding.say else ""
    verdict = text(language, f"naskah.vonis.{finding.verdict}")
    return " ".join(filter(None, (f"{finding.found}: {verdict}.", finding.explanation, say)))


def checked(store: Store, document: Draft, language: str, *, on: date | None = None, region: str = "", event: str = "") -> Checked:
    """The draft's numbers, laws and institutions judged. `on`: the day on which it is said, today where left out.

    `region` and `event` are what the reader chose: they hold where sentence, paragraph and title say nothing.
    """
    on = on or date.today()
    sentences = read_draft(store, document, on.year)
    numbers = match.asked(sentences, region, event)
    found = judge.numbers(store, sentences, numbers, language)
    counted = frozenset((one.sentence, facts(store)[one.figure_id].counted_by) for one in found if one.figure_id)
    found += laws.judged(store, sentences, language, on, counted)
    taken = [(one.start, one.end) for one in found]
    found += [one for one in _none(sentences, language) if not any(start < one.end and one.start < end for start, end in taken)]
    return Checked(document, tuple(sorted(found, key=lambda one: (one.start, one.end))), language)


def read_draft(store: Store, document: Draft, year: int = 0) -> tuple[Sentence, ...]:
    """All sentences of the draft, each slide read for itself; `year`: that in which it is said."""
    return tuple(sentence for section in document.sections() for sentence in _read(store, section, document, year))


def _read(store: Store, section, document: Draft, year: int) -> Iterator[Sentence]:
    """The sentences of a section at their places in the draft; a slide without place or election has those of the deck's title."""
    first = next(document.sections())
    title = section.title if section.start == first.start else f"{first.title}\n{section.title}"
    sentences = read(store, section.text, title.strip(), year=year)
    # A slide that says "jangan dikutip" says it of its numbers; in a running text it holds for the sentence.
    is_slide = section.start != first.start or len(section.text) < len(document.text)
    refused = is_slide and any(mention.kind == "refusal" for sentence in sentences for mention in sentence.mentions)
    for sentence in sentences:
        numbers = tuple(replace(one, refused=True) for one in sentence.numbers) if refused else sentence.numbers
        yield _moved(replace(sentence, numbers=numbers), section.start)


def _moved(sentence: Sentence, by: int) -> Sentence:
    moved = lambda things: tuple(replace(one, start=one.start + by, end=one.end + by) for one in things)  # noqa: E731
    parts = {name: moved(getattr(sentence, name)) for name in ("numbers", "laws", "terms", "mentions", "ratios")}
    # No paragraph goes over two sections.
    return replace(sentence, start=sentence.start + by, end=sentence.end + by, paragraph=sentence.paragraph + by, **parts)


def _none(sentences: Sequence[Sentence], language: str) -> Iterator[Finding]:
    """Numbers that count no cases, each with the name of the rule that says so."""
    for sentence in sentences:
        for one in sentence.numbers:
            # A law is found as a law.
            if not one.is_case and one.why != "hukum":
                yield _no_case(sentence, one, language)


def _no_case(sentence: Sentence, one: Found, language: str) -> Finding:
    reason = text(language, f"naskah.bukan.{one.why}")
    return Finding(one.start, one.end, one.text, NONE, reasons=(reason,), sentence=(sentence.start, sentence.end), number=one)
