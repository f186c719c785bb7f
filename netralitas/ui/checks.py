"""From the numbers of a line to their checks: in a table the number is the link itself, a sentence has its numbers behind it."""

from collections.abc import Sequence

from netralitas.address.links import question_address
from netralitas.check.places import numbers_of, of_figures
from netralitas.store import Store
from netralitas.wording import link, text


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
