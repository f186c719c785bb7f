"""Questions about what stands together: statements, lists and the elections held. Their SQL stands in `queries.sql`."""

import pandas as pd

from netralitas.store.memory import remembered


class Together:
    """The part of a store that asks for numbers one source put together; `_part` cuts the rows of a key."""

    @remembered
    def statements(self, region: str, event: str) -> pd.DataFrame:
        """One row a statement × number of a region and election, main ones first, then the latest.

        The statement (statement_id, stages, sound, cut, balanced, exact, is_equal, main),
        `is_aside` for numbers outside its whole, the published figure, and `later_…`: a younger, clearly higher count.
        """
        return self._part("statements", region=region, event=event)

    def statement_rows(self, region: str, event: str) -> tuple[dict, ...]:
        """The same as plain rows."""
        return self._plain_part("statements", region=region, event=event)

    def statements_of_all(self) -> pd.DataFrame:
        """The rows of every statement there is, as `statements`."""
        return self._whole("statements", "region", "event")[0]

    def lists_of_all(self) -> pd.DataFrame:
        """The rows of every list there is, as `lists`."""
        return self._whole("lists", "parent", "event")[0]

    def statement_rows_across(self, region: str) -> tuple[dict, ...]:
        """The plain rows of `statements` of a region in every election."""
        return self._plain_part("statements", region=region)

    @remembered
    def lists(self, parent: str, event: str) -> pd.DataFrame:
        """One row a list × region that it names, over the parts of a parent; main ones first, then the latest.

        The list (list_id, parent, regions, total, sound, complete, main, parent_value …) and the published figure.
        """
        return self._part("lists", parent=parent, event=event)

    def main_list(self, parent: str, event: str, stage: str, unit: str) -> pd.DataFrame:
        """The rows of the main list of a stage and unit, as `lists`; none where there is none."""
        frame = self.lists(parent, event)
        return frame[frame["main"] & (frame["stage"] == stage) & (frame["unit"] == unit)]

    @remembered
    def list_regions(self, list_id: str) -> pd.DataFrame:
        """One row a region of the parent of a list: region, region_name, class, value, elections, former, the figure's columns.

        `class`: angka (named), nol (not named in a complete list: 0), tidak_disebut, tidak_ada_pemilihan,
        provinsi_lama (still part of the province `former` on that day). `elections`: held in it, by the boundaries of that day.
        """
        return self._part("list_regions", list_id=list_id)

    def list_region_rows(self, list_id: str) -> tuple[dict, ...]:
        """The same as plain rows."""
        return self._plain_part("list_regions", list_id=list_id)

    @remembered
    def elections_across(self, region: str) -> pd.DataFrame:
        """event (index), elections held in a region and within it (none for a general election), voted: whether anybody did."""
        return self._part("elections_held", region=region).set_index("event", drop=False)

    @remembered
    def voted(self) -> frozenset[tuple[str, str]]:
        """(region, election) in which anybody voted."""
        held = self._whole("elections_held", "region")[0]
        return frozenset(held.loc[held["voted"].astype(bool), ["region", "event"]].itertuples(index=False, name=None))

    def elections_held(self, region: str, event: str) -> int | None:
        """How many elections, of all offices, were held in a region and within it; None for a general election: all vote."""
        return self.elections_by_event(region)[event]

    @remembered
    def elections_by_event(self, region: str) -> dict[str, int | None]:
        """Election → how many elections were held in a region and within it; None for a general election."""
        held = self._plain_part("elections_held", region=region)
        return {row["event"]: None if pd.isna(row["elections"]) else int(row["elections"]) for row in held}
