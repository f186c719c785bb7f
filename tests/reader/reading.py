"""What tests of the reader ask of it."""

from netralitas.reader import read
from netralitas.store import Store


def cases(store: Store, text: str) -> list:
    """The numbers of a text that count cases."""
    return [one for sentence in read(store, text) for one in sentence.numbers if one.is_case]
