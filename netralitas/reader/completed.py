"""What its sentence leaves unsaid of a number: from the sentences before, the headings above, or where it was said first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from netralitas.reader import lexicon, numbers
from netralitas.reader.found import PARAGRAPH, PARTS, TITLE, Found, Part, Sentence
from netralitas.reader.mentions import Mention
from netralitas.store import Store

ELECTION = ("event", "events")


_MATTER = lexicon.STAGES["pelanggaran"][0]


# Turun 46 % dari 118 orang pada Pilkada 2020: what is compared with is not what is spoken of.
_COMPARED = re.compile(
    r"\b(?:dibanding\w*|daripada|ketimbang|compared (?:to|with)|than"
    r"|(?:naik|turun|meningkat|menurun|bertambah|berkurang|rose|fell|up|down)\b[^.;]*\b(?:dari|from))\b[^.;:]{0,60}$",
    re.IGNORECASE,
)


def is_compared(sentence: Sentence, one: Mention) -> bool:
    return _COMPARED.search(sentence.text, 0, one.start - sentence.start) is not None


def completed(
    store: Store, found: Found, sentence: Sentence, earlier: Sequence[Sentence], head: Sequence[Mention], items: Sequence[Sentence] = ()
) -> Found:
    """What its sentence leaves unsaid, from the sentences before it in the paragraph, else from the nearest heading above that says it.

    `items` of the same list before it say of the election what no heading says.
    """
    parts = {}
    since = max((one.values[0] for one in sentence.mentions if one.kind == "since"), default="")
    for kind in PARTS:
        if getattr(found, kind).values:
            continue
        told = [one for before in earlier for one in before.mentions if one.kind == kind]
        # Only the day of a count goes on from sentence to sentence, and no sentence before counts for the next one's stage.
        told = _going_on(earlier, sentence) if kind == "day" else told
        headed = [one for one in head if one.kind == kind and (kind != "day" or one.weight)]
        if kind == "stage":
            # "Pelanggaran netralitas" heads counts of every stage: there it names the matter.
            headed = [one for one in headed if one.weight > _MATTER]
        if kind == "event":
            headed = [one for one in head if one.kind in ELECTION]
            before = earlier if headed else (*items, *earlier)
            told = [one for other in before for one in other.mentions if one.kind == kind and not is_compared(other, one)]
            told, headed = ([one for one in those if _may_be_of(one, found.day.values, since)] for those in (told, headed))
        if kind == "place":
            told, headed = (_of_level(store, sentence, those) for those in (told, headed))
        if told and kind != "stage":
            # Of another election than the one before, the place of that one may have been left behind.
            also = headed[-1].values if kind == "place" and headed and _has_own_event(sentence, earlier) else ()
            parts[kind] = Part(tuple(dict.fromkeys((*told[-1].values, *also))), PARAGRAPH)
        elif headed:
            parts[kind] = Part(headed[-1].values, TITLE)
    if "event" in parts:
        parts["event"] = replace(parts["event"], values=_of_the_day(store, parts["event"].values, found.day.values))
    return replace(found, **parts) if parts else found


def again(found: Found, sentence: Sentence, before: Sequence[Sentence]) -> Found:
    """A number that is said again, with what was said of it first where its own sentence does not say so."""
    if not numbers.is_said_again(sentence.text, found.start - sentence.start, found.end - sentence.start):
        return found
    same = [one for other in before for one in other.numbers if one.is_case and (one.value, one.unit) == (found.value, found.unit)]
    parts = {kind: replace(getattr(one, kind), where=PARAGRAPH) for one in same[-1:] for kind in PARTS if getattr(one, kind).values}
    return replace(found, **{kind: part for kind, part in parts.items() if not getattr(found, kind).values})


def _has_own_event(sentence: Sentence, earlier: Sequence[Sentence]) -> bool:
    own, before = ({one.values for each in those for one in each.mentions if one.kind == "event"} for those in ((sentence,), earlier))
    return bool(own) and not own & before


def _of_level(store: Store, sentence: Sentence, named: list[Mention]) -> list[Mention]:
    """Seluruh provinsi, kota ini: the last place that was named of that level, or that lies in it; without such words all of them."""
    level = next((one.values[0] for one in sentence.mentions if one.kind == "level"), "")
    if not level:
        return named
    place = 1 if level == "provinsi" else 2
    lines = [(one, [store.line_of(code)[::-1] for code in one.values]) for one in named]
    return [
        replace(one, values=tuple(dict.fromkeys(line[place] for line in its)))
        for one, its in lines
        if all(len(line) > place for line in its)
    ] or named


def _of_the_day(store: Store, events: tuple[str, ...], days: tuple[str, ...]) -> tuple[str, ...]:
    """Besides the election that is named elsewhere, the one that was near on the day of the count, where the former was over."""
    held = store.voting_days()
    day = max((day for day in days if len(day) == 10), default="")
    near = store.elections_near(day)
    if not day or not events or set(near) & set(events) or any(day < str(held[code]) for code in events):
        return events
    return (*near, *events)


def _going_on(earlier: Sequence[Sentence], sentence: Sentence) -> list[Mention]:
    """Days up to which was counted, as long as no other election is named."""
    days, event = [], ()
    for one in (*earlier, sentence):
        events = {mention.values for mention in one.mentions if mention.kind == "event"}
        days = [] if event and events and event not in events else days
        event = next((mention.values for mention in reversed(one.mentions) if mention.kind == "event"), event)
        days += [mention for mention in one.mentions if mention.kind == "day" and mention.weight and one is not sentence]
    return days


def _may_be_of(event: Mention, days: Sequence[str], since: str) -> bool:
    """Can an election that is named elsewhere be that of a count of these days? One of 2024 has no cases in 2020.

    Nor has one of 2017 cases of a period that begins in 2023.
    """
    years = [int(code[-4:]) for code in event.values]
    if not years or (since and max(years) < int(since[:4])):
        return not years
    return not days or min(years) - max(int(day[:4]) for day in days) < 2
