"""What repeats is told once, with how many more there are; what only follows from something else is not told at all."""

import re
from pathlib import Path

from small import figure, write
from typer.testing import CliRunner

from etl.__main__ import app
from etl.problem import Problem, causes, lines


def of(row: int, found: str = "x", file: str = "a.csv", column: str = "code", expected: str = "y", **more: str) -> Problem:
    return Problem(file, row, column, found, expected, **more)


def test_the_first_rows_and_how_many_more():
    problems = [of(row, f"'{row}'") for row in range(2, 2585)]
    assert list(lines(problems)) == [
        "a.csv, row 2, column code: found '2'; expected y",
        "a.csv, row 3, column code: found '3'; expected y",
        "a.csv, row 4, column code: found '4'; expected y",
        "a.csv, column code: the same in 2,580 more rows, the next being row 5",
    ]


def test_four_are_told_as_they_are():
    assert len(list(lines(of(row) for row in range(2, 6)))) == 4
    assert len(list(lines(of(row) for row in range(2, 7)))) == 4


def test_only_what_is_expected_alike_in_one_column_repeats():
    same = [of(row) for row in range(2, 12)]
    other = [of(50, column="name"), of(51, expected="z"), of(52, file="b.csv"), of(1, column="name")]
    told = list(lines(reversed(same + other)))
    assert len(told) == 4 + len(other) and told[0].startswith("a.csv, row 1,") and told[-1].startswith("b.csv, row 52,")
    assert sum("more rows" in line for line in told) == 1


def test_what_concerns_the_whole_file_repeats_likewise():
    told = list(lines(of(0, f"no row for {code}", column=f"code {code}") for code in "abcdef"))
    assert len(told) == 4
    assert told[-1] == "a.csv: the same is missing or wrong in 3 more places, the next being column code d"


def test_a_consequence_is_not_told_beside_its_cause():
    consequence = of(0, file="corrections.yaml", if_sound="sources.csv")
    assert causes([consequence]) == [consequence]
    cause = of(2, file="figures.csv", lacking="sources.csv")
    assert causes([consequence, cause]) == [cause]
    elsewhere = of(2, file="figures.csv", lacking="regions.csv")
    assert causes([consequence, elsewhere]) == [consequence, elsewhere]


def test_the_terminal_is_not_flooded_and_every_row_is_counted(tmp_path):
    folder = write(tmp_path / "data", [figure(region="98", note=number, value=number) for number in range(50)])
    result = CliRunner().invoke(app, ["check", "--data", str(folder)])
    told = [line for line in result.stderr.splitlines() if line.startswith("figures.csv")]
    assert len(told) == 4 and told[-1] == "figures.csv, column region: the same in 47 more rows, the next being row 5"
    assert "50 problems, 50 rows rejected; nothing was published." in result.stderr


def test_the_command_line_says_how_many_characters_were_taken_out(tmp_path):
    folder = write(tmp_path / "data", [figure(note="a\u200bb"), figure(region="74", note="\u202ec\u202c")])
    check = ["check", "--data", folder]
    build = ["build", "--data", folder, "--out", tmp_path / "out", "--geo", tmp_path / "geo"]
    for command in (check, build):
        result = CliRunner().invoke(app, list(map(str, command)))
        assert result.exit_code == 0, result.output
        printed = re.sub(r"\s+", " ", result.stdout)
        assert "Taken out, as nobody sees them: 3 zero-width or control characters." in printed


def test_nothing_is_said_where_nothing_was_taken_out(tmp_path):
    assert "Taken out" not in CliRunner().invoke(app, ["check", "--data", str(write(Path(tmp_path) / "data"))]).output
