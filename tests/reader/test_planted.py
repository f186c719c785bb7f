"""The reader of tables, and of texts made of known parts: what was planted is found, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from netralitas.wording import number
from tests.reader.reading import cases

# A table, and which of its cells count cases.
TABLES = [
    ("Netralitas ASN\nProvinsi\tDugaan (kasus)\tJumlah ASN\nBali\t2\t9.000\nJawa Timur\t15\t48.000", ["2", "15"]),
    ("Apel netralitas ASN\nKecamatan\tJumlah kursi\nLuwu\t3", []),
    ("Dugaan pelanggaran netralitas ASN\nKecamatan\tJumlah TPS\tJumlah\nLuwu\t30\t4", ["4"]),
    ("Netralitas ASN\nTahap\tBali\tJawa Timur\nDugaan\t2\t15\nKursi rapat\t40\t50", ["2", "15"]),
    ("Dugaan netralitas ASN\n| Daerah | 2018 | 2020 |\n|---|---|---|\n| Bali | 2 | 3 |", ["2", "3"]),
    # A cell ends there: the days of the next one count nothing, and its number is no duration.
    ("Netralitas ASN\nDaerah\tDugaan\tLama\nBali\t12\t7 hari\nNTB\t9\thari kerja", ["12", "9"]),
    ("Netralitas ASN\nDaerah\tDugaan\tCatatan\nBali\t12\t2 dihentikan, 4 kursi", ["12", "2"]),
    # How many elections there were; and who was punished, where nothing else is counted.
    ("Kasus netralitas ASN\nTahun\tJumlah daerah\tJumlah kasus\n2018\t171\t721", ["721"]),
    ("Sanksi ASN tidak netral\nHukuman\tJumlah ASN\nDisiplin berat\t3\nDisiplin sedang\t5 orang", ["3", "5"]),
    # The table ends there.
    ("Netralitas ASN\nDaerah\tDugaan\nBali\t12\nRapat memesan 40.\nMeja\t5", ["12"]),
]


@pytest.mark.parametrize(("table", "counted"), TABLES, ids=lambda value: str(value)[:40])
def test_the_first_row_of_a_table_says_what_its_columns_count(store, table, counted):
    assert [one.text for one in cases(store, table)] == counted


def test_a_number_of_a_table_has_what_its_column_and_its_row_say(store):
    text = "Dugaan netralitas ASN\nDaerah\tPilkada 2018\tPilkada 2020 (orang)\nKota Bima\t9\t12\nKabupaten Brebes\t4 kasus\t5"
    found = [(one.text, one.place.values, one.event.values, one.unit) for one in cases(store, text)]
    assert found == [
        ("9", ("52.72",), ("pilkada-2018",), ""),
        ("12", ("52.72",), ("pilkada-2020",), "orang"),
        ("4", ("33.29",), ("pilkada-2018",), "kasus"),
        ("5", ("33.29",), ("pilkada-2020",), "orang"),
    ]


def test_the_paragraph_above_a_table_says_what_it_is_about(store):
    rows = "Daerah\tDugaan\nKota Bima\t9"
    said = "Data Pilkada 2020. Keadaan per 2 Oktober 2020 dari Bawaslu."
    found, several = (cases(store, f"Netralitas ASN\n{text}\n{rows}")[-1] for text in (said, f"{said} Pada Pilkada 2018 lain."))
    assert (found.event.values, found.day.values) == (("pilkada-2020",), ("2020-10-02",))
    assert several.event.values == ()


def test_what_counts_in_a_table_is_not_what_counts_below_it(store):
    text = "Netralitas ASN\nDaerah\tTerbukti (orang)\nBali\t12\nPada Pilkada 2018 ada 9 kasus netralitas ASN."
    found = cases(store, text)[-1]
    assert (found.text, found.unit, found.stage.values) == ("9", "kasus", ())


# -- texts made of known parts ---------------------------------------------------------

FORMS = {
    "id": (
        "Pada {event} di {place} Bawaslu mencatat {number} kasus dugaan pelanggaran netralitas ASN.",
        "Sampai 4 Oktober 2020 terdapat {number} kasus dugaan pelanggaran netralitas ASN di {place} pada {event}.",
    ),
    "en": ("In the {event} Bawaslu recorded {number} alleged cases of neutrality breaches in {place}.",),
}
PLACES = {"Jawa Timur": "35", "Kabupaten Probolinggo": "35.13", "Kota Makassar": "73.71", "Sulawesi Tenggara": "74"}
PLAIN = (
    "Netralitas ASN dijaga bersama.",
    "Rapat berlangsung pukul 09.00 WIB di lantai 2.",
    "Acara dihadiri 250 peserta pada 5 Maret 2025.",
    "Anggarannya Rp1.250.000.000.",
    "Hubungi 0335-421234.",
    "Pasal 5 mengatur larangannya.",
    "The meeting of 5 March 2025 was attended by 250 participants.",
    "Jumlah ASN mencapai 48.000 orang.",
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=some.integers(2, 99_999),
    place=some.sampled_from(sorted(PLACES)),
    year=some.sampled_from(["2018", "2020", "2024"]),
    form=some.sampled_from([(language, form) for language, forms in FORMS.items() for form in forms]),
    around=some.lists(some.sampled_from(PLAIN), max_size=3),
)
def test_a_planted_number_is_found_with_its_parts(store, value, place, year, form, around):
    language, sentence = form
    planted = sentence.format(event=f"Pilkada {year}", place=place, number=number(value, language))
    (found,) = cases(store, " ".join([*around, planted]))
    assert (found.value, found.unit) == (value, "kasus")
    assert (found.place.values, found.event.values, found.stage.values) == ((PLACES[place],), (f"pilkada-{year}",), ("dugaan",))


COLUMNS = {
    "Dugaan pelanggaran": ("dugaan", ""),
    "Diteruskan ke KASN (kasus)": ("diteruskan", "kasus"),
    "ASN terbukti": ("terbukti", "orang"),
    "Cases forwarded": ("diteruskan", "kasus"),
}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    columns=some.lists(some.sampled_from(sorted(COLUMNS)), min_size=1, max_size=4, unique=True),
    rows=some.lists(some.sampled_from(sorted(PLACES)), min_size=1, max_size=4, unique=True),
    values=some.lists(some.integers(2, 9_999), min_size=16, max_size=16),
    parted=some.sampled_from(["\t", " | "]),
    staff=some.booleans(),
)
def test_a_number_planted_in_a_table_is_found_with_its_parts(store, columns, rows, values, parted, staff):
    left = iter(values)
    planted = [[(place, column, next(left)) for column in columns] for place in rows]
    lines = [["Wilayah", *columns, *(["Jumlah ASN"] if staff else [])]]
    lines += [[row[0][0], *(number(value, "id") for *_, value in row), *(["5.000"] if staff else [])] for row in planted]
    found = cases(store, "\n".join(["Netralitas ASN Pilkada 2020", *(parted.join(line) for line in lines)]))
    told = [(one.value, one.place.values, one.stage.values, one.unit, one.event.values) for one in found]
    expected = [(value, PLACES[place], *COLUMNS[column]) for row in planted for place, column, value in row]
    assert told == [(value, (place,), (stage,), unit, ("pilkada-2020",)) for value, place, stage, unit in expected]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(around=some.lists(some.sampled_from(PLAIN), min_size=1, max_size=8))
def test_a_text_without_case_numbers_gives_none(store, around):
    assert cases(store, " ".join(around)) == []
