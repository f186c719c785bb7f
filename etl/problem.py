"""A problem in an input file: one line a person can act on; what repeats is told once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

SHOWN = 3  # lines of a problem that repeats, before "and 2,580 more rows"


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, where, and what was expected.

    `row` is the record's number in the file, the header being row 1 (as a
    spreadsheet shows it); 0 means the file as a whole.
    """

    file: str
    row: int
    column: str
    found: str
    expected: str
    # The file in which something is missing, where that is what this row stumbles over.
    lacking: str = field(default="", compare=False)
    # A mere consequence where rows of other tables are found to point at what this file lacks.
    if_sound: str = field(default="", compare=False)

    def __str__(self) -> str:
        place = self.file
        if self.row:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column}"
        return _one_line(f"{place}: found {_cut(self.found)}; expected {self.expected}")


def causes(problems: list[Problem]) -> list[Problem]:
    """The problems without those that another one explains."""
    cut_short = {problem.lacking for problem in problems}
    return [problem for problem in problems if not problem.if_sound or problem.if_sound not in cut_short]


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """The problems as lines to print: of those of one column with one expectation, the first rows and how many more there are."""

    def place(problem: Problem) -> tuple:
        return (problem.file, problem.row > 0, problem.column if problem.row else "", problem.expected)

    groups = [list(group) for _, group in groupby(sorted(problems, key=lambda problem: (place(problem), problem)), place)]
    for group in sorted(groups, key=lambda group: group[0]):
        # One more row is told as shortly as how many there are.
        shown = group if len(group) <= SHOWN + 1 else group[:SHOWN]
        yield from map(str, shown)
        if len(group) > len(shown):
            yield _one_line(_rest(group[SHOWN], len(group) - len(shown)))


def _rest(first: Problem, more: int) -> str:
    if not first.row:
        return f"{first.file}: the same is missing or wrong in {more:,} more places, the next being column {first.column}"
    where = f", column {first.column}" if first.column else ""
    return f"{first.file}{where}: the same in {more:,} more rows, the next being row {first.row}"


def shown(cell: str | None) -> str:
    """A cell as it is told."""
    return "nothing" if cell is None else f"'{cell}'"


def _cut(text: str, longest: int = 200) -> str:
    return text if len(text) <= longest else text[:longest] + "…"


def _one_line(text: str) -> str:
    """Data may hold line ends and control characters; a problem is one line of a terminal or log."""
    return "".join(letter if letter.isprintable() else "�" for letter in " ".join(text.split()))


class BadInput(Exception):
    """Raised when the input can't be published; `problems` says why, line by line."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems in the input")
        self.problems = sorted(problems)
