"""How the place of numbers is called: a province that has been divided since says so."""

from collections.abc import Collection, Mapping

from netralitas.wording import text


def named(region: str, of_former: bool, language: str) -> str:
    """Papua (sebelum pemekaran 2022)."""
    return text(language, "pernyataan.sebelum_pemekaran", region=region) if of_former else region


def of_all(region: str, figures: Collection[Mapping], language: str) -> str:
    """The place of several published figures: that of the former province where all are of it."""
    return named(region, bool(figures) and all(row["before_division"] for row in figures), language)
