"""Regions found in spite of typing errors, and never guessed where two fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas.address.search import find


def bare(name: str) -> str:
    return name.removeprefix("Kabupaten ").removeprefix("Kota ")


def test_every_code_and_every_name_finds_itself(store):
    names = store.regions()["name"]
    assert len(names) == 553
    assert [code for code in names.index if find(store, code) != (code, ())] == []
    assert [name for code, name in names.items() if find(store, name) != (code, ())] == []


def test_a_name_without_its_kind_finds_itself_or_asks_but_never_another(store):
    names = store.regions()["name"]
    for code, name in names.items():
        found, suggestions = find(store, bare(name))
        asked = found is None and code in suggestions
        # "Gorontalo" alone is the official name of a province
        assert found == code or asked or names[found] == bare(name), (name, found, suggestions)


@pytest.mark.parametrize("typed", ["Probolinggo", "probolinggo", "  PROBOLINGGO ", "probolingo", "Probolingggo"])
def test_probolinggo_is_two_governments(store, typed):
    assert find(store, typed) == (None, ("35.13", "35.74"))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Kab. Probolinggo", "35.13"),
        ("kota probolingo", "35.74"),
        ("3513", "35.13"),
        ("id", "ID"),
        ("Jawa Tmur", "35"),
        ("jatim", "35"),
        ("prov. Jatim", "35"),
        ("Sultra", "74"),
        ("Surabya", "35.78"),
        ("Makasar", "73.71"),
        ("DKI Jakarta", "31"),
        ("Kep. Seribu", "31.01"),
        ("Kab Fak-Fak", "92.03"),
    ],
)
def test_typing_errors_codes_and_common_short_names(store, typed, code):
    assert find(store, typed) == (code, ())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kutai Kar", "Kabupaten Kutai Kartanegara"),
        ("kukar", "Kabupaten Kutai Kartanegara"),
        ("Kubar", "Kabupaten Kutai Barat"),
        ("kutim", "Kabupaten Kutai Timur"),
        ("64.02", "Kabupaten Kutai Kartanegara"),
        ("kab. malang", "Kabupaten Malang"),
        ("lotim", "Kabupaten Lombok Timur"),
        ("lutra", "Kabupaten Luwu Utara"),
        ("HSS", "Kabupaten Hulu Sungai Selatan"),
        ("OKI", "Kabupaten Ogan Komering Ilir"),
        ("PPU", "Kabupaten Penajam Paser Utara"),
        ("tangsel", "Kota Tangerang Selatan"),
        ("solo", "Kota Surakarta"),
        ("NTB", "Nusa Tenggara Barat"),
        ("ntt", "Nusa Tenggara Timur"),
        ("sulsel", "Sulawesi Selatan"),
        ("jateng", "Jawa Tengah"),
        ("jabar", "Jawa Barat"),
        ("babel", "Kepulauan Bangka Belitung"),
        ("kepri", "Kepulauan Riau"),
        ("diy", "Daerah Istimewa Yogyakarta"),
        ("dki", "Daerah Khusus Ibukota Jakarta"),
        ("kalsel", "Kalimantan Selatan"),
        ("kaltim", "Kalimantan Timur"),
        ("sumbar", "Sumatera Barat"),
    ],
)
def test_what_people_say_in_everyday_life(store, typed, name):
    found, suggestions = find(store, typed)
    assert (store.region_names().get(found), suggestions) == (name, ())


@pytest.mark.parametrize(("typed", "among"), [("Malang", {"35.07", "35.73"}), ("prob", {"35.13", "35.74"}), ("sula", set())])
def test_a_beginning_that_fits_two_is_asked_back_with_both(store, typed, among):
    found, suggestions = find(store, typed)
    assert found is None and among <= set(suggestions) and len(suggestions) > 1


@pytest.mark.parametrize(
    ("typed", "among"), [("Yogyakarta", {"34", "34.71"}), ("Jawa", {"32", "33", "35"}), ("Bandung", {"32.04", "32.73"})]
)
def test_what_fits_several_is_asked(store, typed, among):
    found, suggestions = find(store, typed)
    assert found is None and among <= set(suggestions) and len(suggestions) <= 5


@pytest.mark.parametrize("typed", ["", " ", "!?", "xyzzy", "kota", "Kabupaten", "99.99", "💥" * 50, "a" * 5000])
def test_nonsense_finds_nothing_and_suggests_nothing(store, typed):
    assert find(store, typed) == (None, ())


@settings(max_examples=150)
@given(st.data())
def test_whatever_is_typed_only_known_regions_come_back(store, data):
    known = list(store.regions()["name"].items())
    name = st.sampled_from([name for _, name in known])
    cut = st.builds(lambda text, start, junk: text[:start] + junk + text[start + 1 :], name, st.integers(0, 20), st.text(max_size=2))
    found, suggestions = find(store, data.draw(st.one_of(st.text(max_size=30), cut)))
    assert {code for code in (found, *suggestions) if code is not None} <= {code for code, _ in known}
    assert len(set(suggestions)) == len(suggestions) <= 5 and (found is None or suggestions == ())
