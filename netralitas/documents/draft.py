"""A draft as one text, and where its letters stand: what is found in the text is put back at its passage."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby

from netralitas.documents.passage import LONGEST_CELL, Part, Passage, joints


@dataclass(frozen=True)
class Section:
    """A stretch of the draft that is read for itself: a slide, or the whole. `start` is where it begins in the text."""

    start: int
    title: str
    text: str


@dataclass(frozen=True)
class Draft:
    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        return "".join(joint + _in_line(passage) for joint, passage in zip(self._joints, self.passages, strict=True))

    @cached_property
    def _joints(self) -> list[str]:
        return joints(self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        ends = accumulate(len(joint) + len(passage.text) for joint, passage in zip(self._joints, self.passages, strict=True))
        return [end - len(passage.text) for end, passage in zip(ends, self.passages, strict=True)]

    def sections(self) -> Iterator[Section]:
        """Slides one by one, each under its own title, for what is said on one is not said on the next; else the whole."""
        slides = any(passage.page and passage.part is Part.TITLE for passage in self.passages[1:])
        of_page = groupby(enumerate(self.passages), lambda one: one[1].page if slides else 0)
        for _, numbered in of_page:
            places = [place for place, _ in numbered]
            title = next((self.passages[place].text for place in places if self.passages[place].part is Part.TITLE), "")
            start, last = self._starts[places[0]], places[-1]
            yield Section(start, " ".join(title.split()), self.text[start : self._starts[last] + len(self.passages[last].text)])

    def at(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The passages over which these letters go, each with the letters in it."""
        for place in range(max(bisect_right(self._starts, start) - 1, 0), len(self.passages)):
            first = self._starts[place]
            if first >= end:
                return
            inside = max(start - first, 0), min(end - first, len(self.passages[place].text))
            if inside[0] < inside[1]:
                yield place, *inside


def _in_line(passage: Passage) -> str:
    """A short cell stays in the line of its row; no letter moves."""
    return passage.text.replace("\n", " ") if passage.row and len(passage.text) <= LONGEST_CELL else passage.text
