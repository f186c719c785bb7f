"""Does the header of a file name the columns of its table? Where it does not: what it looks like, and how to write it."""

from rapidfuzz import fuzz, process

from etl.package import Resource
from etl.problem import Problem
from etl.text import plain_name

LIKE = 75  # of 100: how alike a misspelt name must be


def header_faults(resource: Resource, header: list[str]) -> list[Problem]:
    """Nothing, or why the columns of the table can't be taken from under this header."""
    file, names = resource.path.name, resource.columns
    expected = "the columns " + ",".join(names)
    missing = [name for name in names if name not in header]
    spare = [name for name in header if name not in names]
    if len(missing) == len(names):
        written = {plain_name(name) for name in header} & set(names)
        hint = "; its names must be written in small letters and without blanks" if written else ""
        return [Problem(file, 1, "", f"the header '{','.join(header)[:60]}'{hint}", expected)]
    twice = sorted({name for name in header if header.count(name) > 1})
    return [
        *(_missing(file, name, spare, expected) for name in missing),
        *(Problem(file, 1, name, "the column twice", "each column once") for name in twice),
    ]


def _missing(file: str, name: str, spare: list[str], expected: str) -> Problem:
    """The column that is not there, and the one that seems to be meant by it."""
    same = [other for other in spare if plain_name(other) == name]
    if same:
        return Problem(file, 1, name, f"no such column, but '{same[0]}'", f"{name}, in small letters and without blanks")
    like = process.extractOne(name, [plain_name(other) for other in spare], scorer=fuzz.ratio, score_cutoff=LIKE)
    if like:
        return Problem(file, 1, name, f"no such column, but '{spare[like[2]]}', which looks like it", f"{name}, spelt like this")
    return Problem(file, 1, name, "no such column", expected)
