"""What is told of a statement: its sentence, its parts, what it leaves open; by example and over all of the real data."""

import re
from dataclasses import replace

import duckdb
import pytest

from etl import publish
from netralitas import wording
from netralitas.address.spoken import leading
from netralitas.claims import forms
from netralitas.claims.forms import Counting, day_words, member_of, phrase, whole_phrase
from netralitas.claims.parts import ORDER, Member, tree
from netralitas.claims.statement import Statement, beside, head, openings, overtaken, sentence, source_line, statements, walk
from netralitas.model import LANGUAGES, STAGES
from netralitas.rows import rows_of


@pytest.fixture(scope="module")
def every(store, snapshot_dir) -> list[Statement]:
    """All statements of the real data."""
    with duckdb.connect(str(publish.path(snapshot_dir, publish.current(snapshot_dir))), read_only=True) as con:
        pairs = con.execute("select distinct region, event from statement order by all").fetchall()
    return [statement for pair in pairs for statement in statements(store.statement_rows(*pair))]


@pytest.fixture(scope="module")
def main(every):
    """The main statement of a region, election and unit."""
    by_place = {(statement.region, statement.event, statement.unit): statement for statement in every if statement.main}
    return lambda *place: by_place[place]


def placed(**numbers: float) -> dict[str, tuple]:
    """Stage → (whole, depth, start, left) of a statement with these numbers."""
    parts = tree(Member(stage, value, stage) for stage, value in numbers.items())
    return {part.stage: (part.whole, part.depth, part.start, part.left) for part in parts}


# -- parts ---------------------------------------------------------------------


def test_each_part_is_aligned_under_its_whole():
    assert placed(sanksi=1365, dugaan=2007, terbukti=1588, bukan_pelanggaran=311, belum_ditindaklanjuti=223) == {
        "dugaan": (None, 0, 0, 108),
        "bukan_pelanggaran": ("dugaan", 1, 0, None),
        "terbukti": ("dugaan", 1, 311, 0),
        "sanksi": ("terbukti", 2, 311, None),
        "belum_ditindaklanjuti": ("terbukti", 2, 1676, None),
    }


def test_where_a_case_came_from_is_not_added_to_what_became_of_it():
    parts = placed(dugaan=15, laporan=5, temuan=10, bukan_pelanggaran=3, diteruskan=12)
    assert parts["laporan"] == ("dugaan", 1, 0, None) and parts["temuan"] == ("dugaan", 1, 5, None)
    assert parts["bukan_pelanggaran"][2] == 0 and parts["diteruskan"][2] == 3 and parts["dugaan"][3] == 0


def test_parts_that_overlap_leave_nothing_to_tell():
    parts = placed(dugaan=10, diteruskan=8, dalam_proses=5)
    assert parts["dugaan"][3] is None and parts["diteruskan"][2] == parts["dalam_proses"][2] == 0


def test_an_approximate_whole_has_no_remainder():
    whole, part = tree([Member("terbukti", 143, "b"), Member("dugaan", 400, "a", "sekitar")])
    assert whole.left is None and part.whole == "dugaan"


@pytest.mark.parametrize(
    ("numbers", "stage", "whole"),
    [
        ({"dugaan": 9, "pelanggaran": 8, "diteruskan": 7}, "diteruskan", "pelanggaran"),
        ({"dugaan": 9, "pelanggaran": 6, "diteruskan": 7}, "diteruskan", "dugaan"),
        ({"diteruskan": 9, "rekomendasi_sanksi": 7}, "rekomendasi_sanksi", "diteruskan"),
        ({"dugaan": 9, "belum_ditindaklanjuti": 7}, "belum_ditindaklanjuti", "dugaan"),
        ({"sanksi": 110, "belum_ditindaklanjuti": 13}, "belum_ditindaklanjuti", None),
        ({"laporan": 9, "bukan_pelanggaran": 7}, "bukan_pelanggaran", None),
        ({"dugaan": 9, "pidana": 1}, "pidana", None),
    ],
)
def test_the_nearest_stage_that_contains_it_is_the_whole(numbers, stage, whole):
    assert placed(**numbers)[stage][0] == whole


def test_every_number_of_the_real_data_has_its_place(every):
    for statement in every:
        parts = {part.stage: part for part in statement.parts}
        assert len(parts) == len(statement.members)
        for part in parts.values():
            if part.whole:
                whole = parts[part.whole]
                assert whole.start <= part.start and part.start + part.value <= whole.start + whole.value
                assert part.depth == whole.depth + 1 and part.value <= whole.value


# -- sentences -------------------------------------------------------------------


def test_the_sentence_of_the_nation_in_2020(main):
    statement = main("ID", "pilkada-2020", "orang")
    assert sentence(statement, "id") == (
        "KASN, keadaan 16 Desember 2021: dari 2.007 orang yang dilaporkan, 311 tidak terbukti, 1.588 terbukti; "
        "1.365 dijatuhi sanksi, 223 belum ditindaklanjuti"
    )
    assert sentence(statement, "en") == (
        "KASN, as of 16 December 2021: of 2,007 persons reported, 311 not proven, 1,588 proven; 1,365 sanctioned, 223 not yet followed up"
    )
    assert openings(statement, "id") == ("108 belum diputus atau tidak disebut",)
    assert openings(statement, "en") == ("108 not yet decided or not mentioned",)


def test_the_head_of_a_page_says_place_election_and_whom_it_is_about(main):
    told = head(main("ID", "pilkada-2020", "orang"), "id")
    assert told.startswith("Netralitas ASN pada Pilkada 2020, Indonesia. KASN, keadaan 16 Desember 2021:") and told.endswith(
        "ditindaklanjuti."
    )


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (
            ("53.10", "pilkada-2020", "kasus"),
            "(5 dari laporan masyarakat, 10 dari temuan pengawas), 3 bukan pelanggaran, 12 diteruskan ke KASN",
        ),
        (("33", "pilkada-2020", "orang"), "110 orang dijatuhi sanksi, 13 belum ditindaklanjuti"),
        (
            ("17.07", "pilkada-2024", "orang"),
            "83 orang masih diproses; dari 2 yang direkomendasikan dijatuhi sanksi, 2 belum ditindaklanjuti",
        ),
        # equal numbers one after the other
        (("62.71", "pilkada-2020", "orang"), "2 orang ditemukan, 2 diteruskan ke KASN"),
        (("82", "pilkada-2018", "laporan"), "57 laporan diterima, 57 dugaan pelanggaran"),
        # what must be said with a number: with each, or once for all
        (("32", "pilkada-2018", "kasus"), "dari 40 kasus dugaan pelanggaran (tidak hanya ASN), 7 bukan pelanggaran, 33 diteruskan ke KASN"),
        (
            ("82.04", "pilkada-2020", "orang"),
            "3 tidak melanggar, 7 diteruskan ke KASN; satu perkara atau sebagian masa, bukan jumlah seluruhnya",
        ),
        (("ID", "pilkada-2018", "kasus"), "sekitar 500 kasus diteruskan ke KASN, 1 diproses pidana"),
    ],
)
def test_sentences_that_an_official_would_sign(main, place, told):
    assert sentence(main(*place), "id").endswith(told)


def test_one_person_is_a_person(main):
    told = sentence(main("13.73", "pilkada-2018", "orang"), "en")
    # the page does not say to whom
    assert told.endswith(": 1 person reported, 1 forwarded")


def test_a_province_before_its_division_says_so(main):
    assert "Papua (sebelum pemekaran 2022)" in head(main("91", "pilkada-2020", "kasus"), "id")


def test_a_window_of_the_election_is_part_of_the_sentence(main):
    assert sentence(main("73", "pilkada-2018", "laporan"), "id").startswith("Bawaslu, sejak 1 November 2017, keadaan 31 Maret 2018:")


def test_the_younger_and_higher_count_in_one_line(main):
    statement = main("33", "pemilu-2019", "kasus")
    assert overtaken(statement, "id") == "kemudian 43 kasus dugaan pelanggaran per 1 Maret 2019 (Republika)"
    assert overtaken(main("ID", "pilkada-2020", "orang"), "id") == ""


def test_numbers_outside_the_whole_are_told_beside_it(main):
    statement = main("ID", "pilkada-2024", "orang")
    assert beside(statement, "id") == "di luar jumlah itu: 19 orang dijatuhi sanksi"
    assert "19 " not in sentence(statement, "id") and openings(statement, "id") == ("31 tidak disebut",)


def test_the_day_of_a_page_that_stands_in_is_said_in_the_source_line(main):
    assert source_line(main("ID", "pilkada-2020", "orang"), "id").endswith(", terbit 16 Desember 2021")
    assert "terbit" not in source_line(main("73", "pilkada-2020", "kasus"), "id")


@pytest.mark.parametrize(
    ("text", "told"), [("2020", "keadaan 2020"), ("2020-12", "keadaan Desember 2020"), ("", "tanggal hitungan tidak disebut")]
)
def test_a_day_is_told_as_precisely_as_it_was_printed(text, told):
    assert day_words(forms.Day("cutoff", text, ""), "id") == told


def test_persons_lead_before_cases_and_a_dated_count_before_one_without_a_day(store):
    assert {row["unit"] for row in leading(store.statement_rows("ID", "pilkada-2020"))} == {"orang"}
    rows = store.statements_of_all()
    cases = rows[rows["main"] & (rows["unit"] == "kasus") & rows["counted_on"].notna()]
    cases = rows_of(cases[cases["statement_id"] == cases["statement_id"].iloc[0]])
    undated = rows_of(rows[rows["main"] & (rows["unit"] == "orang") & rows["counted_on"].isna()])
    assert undated and leading([*undated, *cases]) == cases
    assert leading([]) == []


def test_a_reader_walks_through_the_days_of_one_counter_and_unit(store):
    told = statements(store.statement_rows("ID", "pilkada-2020"))
    steps = walk(told, statements(leading(store.statement_rows("ID", "pilkada-2020")))[0])
    days = [statement.counted_on for statement in steps if statement.counted_on]
    assert days == sorted(days) and {(statement.counted_by, statement.unit) for statement in steps} == {("kasn", "orang")}
    assert len(days) > 10 and all(statement.counted_on is None for statement in steps[len(days) :])


def test_a_reader_does_not_walk_from_one_who_holds_no_office_to_another(store):
    told = statements(store.statement_rows("ID", "pilkada-2020"))[:2]
    first, other = (replace(one, counted_by="lainnya", source_id=source) for one, source in zip(told, ("a", "b"), strict=True))
    assert walk((first, other), first) == (first,)


def test_numbers_that_are_all_the_same_are_not_drawn(every):
    for statement in every:
        different = len({member.value for member in statement.members}) > 1
        assert statement.drawn == (different and statement.sound)


# -- all forms -------------------------------------------------------------------


def test_every_stage_has_its_place_in_the_order():
    assert sorted(ORDER) == sorted(STAGES)


def test_all_stages_and_units_of_the_data_have_a_form_in_both_languages(store):
    totals = store.figures("ID", None, None, None, True).query("dimension == 'total' and unit != 'persen' and event.notna()")
    said = {
        (language, counted.counted_by, counted.stage, counted.unit): phrase(
            Counting(counted.counted_by, counted.unit), Member(counted.stage, 1194, "", recipient=forms.filled(counted.recipient)), language
        )
        for counted in totals[["counted_by", "stage", "unit", "recipient"]].drop_duplicates().itertuples()
        for language in LANGUAGES
    }
    units = {"id": ("kasus", "orang", "laporan"), "en": ("cases", "persons", "reports")}
    for (language, *_, unit), told in said.items():
        number = {"id": "1.194", "en": "1,194"}[language]
        word = dict(zip(("kasus", "orang", "laporan"), units[language], strict=True))[unit]
        assert told.startswith(f"{number} {word} ") and "{" not in told and "  " not in told


def test_a_statement_and_the_sentence_of_its_number_name_the_same_recipient(store, every):
    forwarded = {
        member.figure_id: statement
        for statement in every
        if statement.counted_by == "bawaslu"
        for member in statement.members
        if member.stage == "diteruskan"
    }
    said = store.figures_named(tuple(forwarded)).set_index("figure_id")["say_id"]
    named = re.compile(r"\bke (KASN/BKN|KASN|BKN|lembaga yang berwenang)")
    names = set()
    for figure, statement in forwarded.items():
        recipient = named.search(said[figure].split(";")[0])[1]
        told = named.search(sentence(statement, "id"))
        assert (told[1] if told else "lembaga yang berwenang") == recipient, figure
        names.add(recipient)
    assert names == {"KASN/BKN", "KASN", "BKN", "lembaga yang berwenang"}


def test_every_statement_is_told_in_both_languages_without_a_broken_form(every):
    assert len(every) > 200
    for statement in every:
        for language in LANGUAGES:
            told = [head(statement, language), *openings(statement, language), overtaken(statement, language), beside(statement, language)]
            for line in told:
                assert not re.search(r"[{}]|  | [,;]|\bnan\b|None|\(\)|laporan tentang", line)
            # each number is told once, and nothing else that looks like one of them
            text = sentence(statement, language)
            for member in statement.members:
                assert wording.number(member.value, language) in text
            assert "ASN" in told[0] and statement.region_name in told[0]
            assert not any(f" 1 {word}s" in text for word in ("case", "person", "report"))


def test_a_stage_that_is_named_as_a_whole_reads_like_one(every):
    for statement in every:
        for part in statement.parts:
            if any(other.whole == part.stage for other in statement.parts):
                assert whole_phrase(statement.counting, part.member, "id").startswith("dari ")
                assert whole_phrase(statement.counting, part.member, "en").startswith("of ")


def test_what_a_note_says_travels_with_the_number():
    row = {
        "stage": "dugaan",
        "value": 50.0,
        "figure_id": "a",
        "qualifier": "lebih_dari",
        "note_kind": "campuran bertentangan",
        "recipient": None,
    }
    member = member_of(row)
    told = phrase(Counting("bawaslu", "kasus"), member, "id")
    assert told == "lebih dari 50 kasus dugaan pelanggaran (tidak hanya ASN)"
