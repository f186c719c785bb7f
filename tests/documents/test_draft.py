"""A draft is one text for whoever reads it, and every letter of it knows its passage."""

from hypothesis import given
from hypothesis import strategies as st

from netralitas.documents import Draft, Part, Passage

PASSAGES = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(Passage), min_size=1, max_size=6)


@given(PASSAGES, st.data())
def test_letters_are_found_again_in_their_passages(passages, data):
    draft = Draft(tuple(passages))
    start = data.draw(st.integers(0, len(draft.text)))
    end = data.draw(st.integers(start, len(draft.text)))
    found = [passages[place].text[first:last] for place, first, last in draft.at(start, end)]
    assert "".join(found).replace("\n", "") == draft.text[start:end].replace("\n", "")


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
