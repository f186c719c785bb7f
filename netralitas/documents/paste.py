"""Text that came without paragraphs: which lines belong together, and which is a title."""

import re
from itertools import pairwise

from netralitas.documents.passage import Part, Passage

_ENDS = re.compile(r"[.!?:;…]['\"”’)\]]*$")
_BEGINS = re.compile(r"([-–—•▪◦*‣·]|\(?\d{1,3}[.)]|[a-z][.)])\s")
# So lines of a list begin; a sentence that goes on mostly does so with a small letter.
_ENTRY = re.compile(r"[A-Z]|\W|\d+\s*[:.)–-]\s")
_LONGEST_TITLE = 160  # letters
_FULL = 0.6  # of the longest line: a shorter one ends its paragraph


def pasted(text: str) -> list[Passage]:
    """What was typed or pasted, each line a paragraph, as editors write it; where lines are broken by hand, those between blank lines."""
    return paragraphs(text) if _broken_by_hand(text) else _titled([line for line in text.splitlines() if line.strip()], 0)


def paragraphs(text: str, page: int = 0) -> list[Passage]:
    """Lines of a page put together: a paragraph ends at a blank line, at a sentence's end, or where a list goes on."""
    lines = [line.rstrip() for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    joined, open_line = [], False
    for line in lines:
        if not line.strip():
            open_line = False
            continue
        if open_line and not _BEGINS.match(line.strip()):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
        open_line = len(line) >= _FULL * longest and not _ENDS.search(line)
    return _titled(joined, page)


def _broken_by_hand(text: str) -> bool:
    """Most lines are of one length and do not end a sentence: as in mails, and in text copied from a page."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    running = [line for line in lines if not _ENDS.search(line)]
    going_on = [after for line, after in pairwise(lines) if not _ENDS.search(line)]
    is_list = sum(_ENTRY.match(line) is not None for line in going_on) > len(going_on) / 2
    return not is_list and len(lines) > 3 and len(running) > len(lines) / 2 and max(map(len, lines)) <= 130 and min(map(len, running)) > 30


def _titled(lines: list[str], page: int) -> list[Passage]:
    """The first line of a draft is its title where it is short and no sentence."""
    is_title = page <= 1 and len(lines) > 1 and len(lines[0]) <= _LONGEST_TITLE and not _ENDS.search(lines[0].rstrip())
    return [Passage(line, Part.TITLE if is_title and place == 0 else Part.BODY, page) for place, line in enumerate(lines)]
