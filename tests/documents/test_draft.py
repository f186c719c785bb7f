"""A draft is one text for whoever reads it, and every letter of it knows its passage."""

import re

from hypothesis import given
from hypothesis import strategies as st

from netralitas.documents import Change, Draft, Part, Passage, rewritten

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_ROWS, _COLUMNS = st.integers(0, 2), st.integers(0, 3)
PASSAGES = st.lists(st.builds(Passage, _WORDS, st.just(Part.BODY), st.just(0), _ROWS, _COLUMNS), min_size=1, max_size=6)


@given(PASSAGES, st.data())
def test_letters_are_found_again_in_their_passages(passages, data):
    draft = Draft(tuple(passages))
    start = data.draw(st.integers(0, len(draft.text)))
    end = data.draw(st.integers(start, len(draft.text)))
    found = [passages[place].text[first:last] for place, first, last in draft.at(start, end)]
    told, whole = ("".join(re.sub(r"[\n\t ]", "", letters) for letters in those) for those in (found, draft.text[start:end]))
    assert told == whole


def test_slides_are_read_one_by_one_under_their_own_title():
    draft = Draft(
        (
            Passage("Pilkada 2018", Part.TITLE, 1),
            Passage("721 kasus", Part.BODY, 1),
            Passage("Catatan", Part.NOTES, 1),
            Passage("1.194 kasus", Part.BODY, 2),
            Passage("Pilkada 2020", Part.TITLE, 2),
        )
    )
    sections = list(draft.sections())
    assert [(section.title, section.text) for section in sections] == [
        ("Pilkada 2018", "Pilkada 2018\n721 kasus\nCatatan"),
        ("Pilkada 2020", "1.194 kasus\nPilkada 2020"),
    ]
    assert all(draft.text[section.start :].startswith(section.text) for section in sections)


def test_a_document_is_read_as_a_whole():
    draft = Draft((Passage("Judul", Part.TITLE), Passage("Satu."), Passage("Dua.")))
    assert [(section.start, section.title, section.text) for section in draft.sections()] == [(0, "Judul", draft.text)]
    assert list(Draft(()).sections()) == []


def test_cells_of_a_row_stand_in_one_line():
    rows = (("Wilayah", "Dugaan"), ("Bali", "2"))
    cells = [Passage(said, Part.TABLE, 0, row, column) for row, said_in in enumerate(rows, 1) for column, said in enumerate(said_in)]
    draft = Draft((Passage("Netralitas ASN"), *cells, Passage("Selesai.")))
    assert draft.text == "Netralitas ASN\nWilayah\tDugaan\nBali\t2\nSelesai."


def test_a_column_without_a_word_is_left_empty_and_a_page_of_text_in_a_cell_keeps_its_lines():
    said = "Ini paragraf panjang. " * 8
    cells = (("Bali", 1, 0), ("2", 1, 2), (said, 2, 0), (said, 2, 0), ("3", 2, 1))
    draft = Draft(tuple(Passage(said, Part.TABLE, 0, row, column) for said, row, column in cells))
    assert draft.text == f"Bali\t\t2\n{said}\n{said}\t3"


def test_what_was_said_instead_is_put_into_its_cell():
    cells = (Passage("Bali", Part.TABLE, 0, 1, 0), Passage("PP 24/2021", Part.TABLE, 0, 1, 1))
    assert rewritten(cells, [Change(1, 0, 10, "PP 94/2021")], "id").startswith("Bali\t[semula: PP 24/2021]")
