"""Beside the numbers of a line: their marks, and the way to their checks: a number in a table is a link, a sentence has them behind it."""

from collections.abc import Sequence

from netralitas.address.links import question_address
from netralitas.check.places import numbers_of, of_figures
from netralitas.claims.amount import verdict_word
from netralitas.model import CLEAN, DISPUTED
from netralitas.store import Store
from netralitas.wording import link, text


def mark(status: str, language: str) -> str:
    """The verdict behind a number, in Markdown: none for a sound one, in the colour of warnings for one that is not to be said."""
    if status == CLEAN:
        return ""
    told = f"`{verdict_word(status, language)}`"
    return f" :red[{told}]" if status == DISPUTED else f" {told}"


def checked(data: Store, figure_id: str, told: str, language: str, base: str, of: str) -> str:
    """A number that leads to its check, in Markdown; `of` says to the ear whose number it is."""
    asked = of_figures(data, language).get(figure_id)
    address = question_address(base, asked, language) if asked else ""
    return link(told, address, of=f"{text(language, 'cek.periksa')}, {of}")


def of_sentence(data: Store, figures: Sequence[str], language: str, base: str) -> str:
    """Cek: 188, 174. Empty where the address of this dashboard is not known: there is nothing to lead to."""
    if not base:
        return ""
    links = [link(one.label, question_address(base, one.question, language)) for one in numbers_of(data, figures, language)]
    return f"{text(language, 'cek.tombol')}: {', '.join(links)}" if links else ""
