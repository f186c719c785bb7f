"""Choices of a single page that live in the address beside the filter: a senseless one gives the default and a note."""

from collections.abc import Mapping

from netralitas.address import Note
from netralitas.address.parameters import ALL
from netralitas.wording import text


def choice(
    parameters: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str, label: str, language: str
) -> tuple[str, Note | None]:
    """The value of one parameter, and what to tell a reader whose value is not among those allowed."""
    typed = parameters.get(name)
    if not typed or typed in allowed:
        return typed or default, None
    return default, Note(text(language, "alamat.pilihan", value=typed, name=text(language, label)))


def everything(parameters: Mapping[str, str], name: str) -> bool:
    """Did the reader ask for what is left out at first?"""
    return parameters.get(name) == ALL
