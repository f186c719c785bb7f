"""Questions about single numbers: who published one, what its verdict rests on. All is asked once and then cut in memory."""

from collections.abc import Iterable, Iterator
from itertools import chain

import pandas as pd

from netralitas.store.memory import remembered


class Lookup:
    """The part of a store that looks numbers up; `_part` cuts the rows of a key, so what a stranger types is not remembered."""

    def valued(self, value: float) -> pd.DataFrame:
        """Every published figure of exactly this value, whole numbers and parts, the one that may best be said first."""
        return self._part("valued", value=value)

    def workforce_of(self, region: str) -> pd.DataFrame:
        """value, as_of, kind (pns, asn, pppk …), coverage, publisher, url: counts of civil servants of a region, the latest first."""
        return self._part("workforce_of", region=region)

    def verdict_rows(self, figure_ids: tuple[str, ...]) -> list[dict]:
        """figure_id, verdict, mark, rules, say_id, say_en of published figures, each once, in the order of the names."""
        return list(self._named("verdicts", dict.fromkeys(figure_ids)))

    def verdict_facts(self, figure_ids: tuple[str, ...]) -> list[dict]:
        """figure_id, rule, verdict, mark, number, second_number, candidates, own, other, also (figures): the gravest rules first."""
        told = self._figures_told()
        rows = self._named("verdict_facts", sorted(set(figure_ids)))
        return [{**row, **{name: told.get(row[name]) for name in ("own", "other", "also")}} for row in rows]

    def _named(self, name: str, figure_ids: Iterable[str]) -> Iterator[dict]:
        rows, places = self._plain(name), self._places(name, "figure_id")
        return chain.from_iterable(rows[places.get(figure, slice(0))] for figure in figure_ids)

    @remembered
    def _figures_told(self) -> dict[str, dict]:
        """Figure → what a sentence about another figure says of it."""
        return dict(self._frame("figures_told").itertuples(index=False, name=None))
