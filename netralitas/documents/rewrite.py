"""A draft with the sentences that can be said put in, each change marked, so that nobody takes it for what was written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netralitas.documents.passage import Part, Passage, joints
from netralitas.wording import text


@dataclass(frozen=True)
class Change:
    """What stands instead of the letters from `start` to `end` of a passage; nothing, where it stands in the passage before."""

    passage: int
    start: int
    end: int
    instead: str


def rewritten(passages: Sequence[Passage], changes: Iterable[Change], language: str) -> str:
    """The whole draft as plain text. Of changes that overlap, the first in the text is made and the other sentence follows it."""
    by_passage: dict[int, list[Change]] = {}
    for change in sorted(changes, key=lambda one: (one.passage, one.start, -one.end)):
        by_passage.setdefault(change.passage, []).append(change)
    lines = (_line(passage, by_passage.get(place, []), language) for place, passage in enumerate(passages))
    return "".join(joint + line for joint, line in zip(joints(passages), lines, strict=True)) + "\n"


def _line(passage: Passage, changes: list[Change], language: str) -> str:
    line, place = "", 0
    for start, end, sentences in _merged(changes):
        told = {"before": passage.text[start:end], "after": " ".join(filter(None, sentences))}
        line += passage.text[place:start] + text(language, "naskah.perubahan" if told["after"] else "naskah.dihapus", **told)
        place = end
    line += passage.text[place:]
    return line if passage.part is not Part.TITLE else line + "\n"


def _merged(changes: list[Change]) -> list[tuple[int, int, list[str]]]:
    merged: list[tuple[int, int, list[str]]] = []
    for change in changes:
        if merged and change.start < merged[-1][1]:
            start, end, sentences = merged.pop()
            more = [] if change.instead in sentences else [change.instead]
            merged.append((start, max(end, change.end), [*sentences, *more]))
        else:
            merged.append((change.start, change.end, [change.instead]))
    return merged
