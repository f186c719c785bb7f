"""Questions about what figures refer to: regions, elections, words, laws and the workforce. Their SQL stands in `queries.sql`."""

from datetime import date, timedelta

import pandas as pd

from netralitas.store.memory import remembered

_BEFORE_VOTE, AFTER_VOTE = timedelta(days=180), timedelta(days=60)


class Reference:
    """The part of a store that knows the world around the figures; small, and the same for every reader."""

    @remembered
    def regions(self) -> pd.DataFrame:
        """code (index), name, kind, parent, level (0 nation, 1 province, 2 kabupaten/kota), lat, lon, population_2024."""
        return self._frame("regions").set_index("code", drop=False)

    @remembered
    def middles(self) -> dict[str, dict[str, float]]:
        """Code → lat and lon of the region's middle."""
        return self.regions()[["lat", "lon"]].to_dict("index")

    @remembered
    def events(self) -> pd.DataFrame:
        """code (index), name_id, name_en, short_name, kind, voting_day, campaign_start, campaign_end; the newest first."""
        return self._frame("events").set_index("code", drop=False)

    @remembered
    def vocabulary(self) -> dict[tuple[str, str], dict]:
        """(kind, code) → label_id, label_en, definition_id, definition_en, position."""
        frame = self._frame("vocabulary")
        return {(row["kind"], row["code"]): row for row in frame.to_dict("records")}

    def label(self, kind: str, code: str, language: str) -> str:
        """The word for a code; a code without one is shown as it is."""
        entry = self.vocabulary().get((kind, code))
        return entry[f"label_{language}"] if entry else str(code)

    def said(self, kind: str, code: str, language: str) -> str:
        """The word for a code as it goes on within a sentence: the Ministry of Home Affairs, pemerintah daerah."""
        entry = self.vocabulary().get((kind, code))
        return entry[f"said_{language}"] if entry else str(code)

    def definition(self, kind: str, code: str, language: str) -> str:
        entry = self.vocabulary().get((kind, code))
        return entry[f"definition_{language}"] if entry else ""

    def codes(self, kind: str) -> list[str]:
        """Codes of one kind, in the order of the vocabulary."""
        return [code for (of, code) in self.vocabulary() if of == kind]

    @remembered
    def region_names(self) -> dict[str, str]:
        """Code → name of all 553 regions, in the order of the codes."""
        return self.regions()["name"].to_dict()

    def region_name(self, code: str) -> str:
        return self.region_names()[code]

    @remembered
    def event_names(self) -> dict[str, str]:
        """Code → what people call the election in both languages (Pilkada 2020), the newest first."""
        return self.events()["short_name"].to_dict()

    @remembered
    def voting_days(self) -> dict[str, date]:
        """Code → the day of the vote."""
        return {code: day.date() for code, day in self.events()["voting_day"].items()}

    def elections_near(self, day: str) -> tuple[str, ...]:
        """The elections whose cases are counted on a day, as it is printed: from 180 days before the vote to 60 after it."""
        held = self.voting_days()
        return tuple(code for code in held if str(held[code] - _BEFORE_VOTE) <= day <= str(held[code] + AFTER_VOTE))

    def event_name(self, code: str) -> str:
        return self.event_names()[code]

    @remembered
    def event_kinds(self) -> dict[str, str]:
        """Code → pilkada or pemilu."""
        return self.events()["kind"].to_dict()

    @remembered
    def _lines(self) -> dict[str, tuple[str, ...]]:
        parents = self.regions()["parent"].to_dict()

        def line(code: str) -> tuple[str, ...]:
            above = parents[code]
            return (code, *line(above)) if isinstance(above, str) else (code,)

        return {code: line(code) for code in parents}

    def line_of(self, region: str) -> tuple[str, ...]:
        """The region and those above it: 35.13, 35, ID."""
        return self._lines()[region]

    @remembered
    def _children(self) -> dict[str, tuple[str, ...]]:
        within: dict[str, tuple[str, ...]] = {}
        for code, line in self._lines().items():
            for above in line[1:2]:
                within[above] = (*within.get(above, ()), code)
        return within

    def children(self, region: str) -> tuple[str, ...]:
        return self._children().get(region, ())

    @remembered
    def _smallest(self) -> dict[str, tuple[str, ...]]:
        within: dict[str, tuple[str, ...]] = {}
        for code, line in self._lines().items():
            if not self.children(code):
                for above in line[1:]:
                    within[above] = (*within.get(above, ()), code)
        return within

    def smallest_within(self, region: str) -> tuple[str, ...]:
        """The regions within, at any depth, that have none within themselves."""
        return self._smallest().get(region, ())

    @remembered
    def build_info(self) -> dict[str, str]:
        return dict(self._frame("build_info").itertuples(index=False))

    @remembered
    def workforce(self, kind: str = "pns") -> pd.DataFrame:
        """One row a province: the count of civil servants nearest to 2023 that covers all working in the province."""
        return self._frame("workforce", kind=kind)

    @remembered
    def sanctions(self) -> pd.DataFrame:
        return self._frame("sanctions")

    @remembered
    def violations(self) -> pd.DataFrame:
        return self._frame("violations")

    @remembered
    def positions(self) -> pd.DataFrame:
        return self._frame("positions")

    @remembered
    def neutrality_laws(self) -> pd.DataFrame:
        """One row a law that concerns neutrality: code, title_id, title_en, in_force_from, in_force_until (its last day, if any)."""
        return self._frame("neutrality_laws")

    @remembered
    def laws(self) -> pd.DataFrame:
        """One row a law that texts on neutrality cite, right or wrong: code (index), title_id, title_en, in_force_from, …"""
        return self._frame("laws").set_index("code", drop=False)
