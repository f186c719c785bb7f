"""Questions about single numbers: who published one, what its verdict rests on. All is asked once and then cut in memory."""

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

    def verdicts(self, figure_ids: tuple[str, ...]) -> pd.DataFrame:
        """figure_id, verdict, mark, rules, say_id, say_en of published figures, each once, in the order of the names."""
        frame, places = self._whole("verdicts", "figure_id")
        return frame.iloc[[places[figure].start for figure in dict.fromkeys(figure_ids) if figure in places]].reset_index(drop=True)

    def verdict_facts(self, figure_ids: tuple[str, ...]) -> pd.DataFrame:
        """figure_id, rule, verdict, mark, number, second_number, candidates, own, other, also (figures): the gravest rules first."""
        frame, places = self._whole("verdict_facts", "figure_id")
        found = [frame.iloc[places[figure]] for figure in sorted(set(figure_ids)) if figure in places]
        rows = pd.concat(found, ignore_index=True) if found else frame.iloc[:0]
        told = self._figures_told()
        return rows.assign(**{name: rows[name].map(told.get).astype("object") for name in ("own", "other", "also")})

    @remembered
    def _figures_told(self) -> dict[str, dict]:
        """Figure → what a sentence about another figure says of it."""
        return dict(self._frame("figures_told").itertuples(index=False, name=None))
