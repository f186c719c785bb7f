"""A problem in an input file: one line a person can act on."""

from dataclasses import dataclass


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

    def __str__(self) -> str:
        place = self.file
        if self.row:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column}"
        return _one_line(f"{place}: found {_cut(self.found)}; expected {self.expected}")


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
