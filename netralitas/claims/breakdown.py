"""Breakdowns: which figures belong together, and which breakdown of a region is shown first.

A breakdown is what one source says of one stage in one unit at one cut-off by one counter. Figures of
two breakdowns are never put together: several sources repeat one number under slightly different labels.

The one shown first is sound before disputed, then covers the most categories, then is the latest.
"""

from dataclasses import dataclass

import pandas as pd

from netralitas.model import DISPUTED
from netralitas.store import Store
from netralitas.store.memory import remembered

DIMENSIONS = ("sanksi", "jenis_pelanggaran", "jabatan")
# Dimension → kind of the vocabulary that names its groups.
SANCTION = "sanksi"
GROUPS = {SANCTION: "sanction_level", "jenis_pelanggaran": "violation_group", "jabatan": "position_group"}

_ONE_BREAKDOWN = ["source_id", "stage", "unit", "counted_by", "as_of", "period_start", "period_end"]
_DOUBTFUL = ("campuran", "ambigu-wilayah", "tidak_konsisten")
# Two labels of one group with one number: above this, chance is no explanation.
_NO_CHANCE = 10


@dataclass(frozen=True, eq=False)
class Breakdown:
    """One breakdown: `rows` as `Store.breakdown`, the largest number first. `twins` are those left out as said twice.

    `key` is the same in every build that holds these figures. `unclear`: two labels of a group share a small number.
    """

    key: str
    rows: pd.DataFrame
    twins: pd.DataFrame
    unclear: bool

    @property
    def sound(self) -> bool:
        return not ((self.rows["status"] == DISPUTED) | self.rows["qualifier"].isin(_DOUBTFUL)).any()

    @property
    def categories(self) -> int:
        """Categories covered: labels of one group count once."""
        return self.rows["category_group"].fillna(self.rows["category"]).nunique()


@remembered
def breakdowns(store: Store, region: str, event: str, dimension: str) -> tuple[Breakdown, ...]:
    """All breakdowns of a region and election, the one to show first at the front."""
    frame = store.breakdown(region, event, dimension)
    found = [_breakdown(store, rows, dimension) for _, rows in frame.groupby(_ONE_BREAKDOWN, dropna=False, sort=False)]
    return tuple(sorted(found, key=_order))


def _order(breakdown: Breakdown) -> tuple:
    counted_on = breakdown.rows["counted_on"].iloc[0]
    latest = -counted_on.toordinal() if pd.notna(counted_on) else 0
    return not breakdown.sound, -breakdown.categories, latest, breakdown.key


def _breakdown(store: Store, rows: pd.DataFrame, dimension: str) -> Breakdown:
    order = {code: place for place, code in enumerate(store.codes(GROUPS[dimension]))}
    rows = rows.assign(
        doubtful=rows["qualifier"].isin(_DOUBTFUL),
        group_order=rows["category_group"].map(order).fillna(len(order)),
    ).sort_values(["doubtful", "value", "category"], ascending=[True, False, True])
    twin = _twins(rows)
    kept = rows[~twin].sort_values(["value", "group_order"], ascending=[False, True], kind="stable").reset_index(drop=True)
    alike = kept[kept["category_group"].notna()].duplicated(["category_group", "value"]).any()
    return Breakdown(min(rows["figure_id"]), kept, rows[twin], bool(alike))


def _twins(rows: pd.DataFrame) -> pd.Series:
    """The same number said twice of one group by one source: all but the first, soundest label of it.

    Small numbers of two labels may well be two counts, unless the labels name the same act, position or sanction,
    or the source's second telling is marked as inconsistent.
    """
    mapped = rows["category_group"].notna()
    first = ~rows[mapped].duplicated(["category_group", "value"]).reindex(rows.index, fill_value=False)
    same_code = rows["category_code"].notna() & rows.duplicated(["category_code", "value"])
    return mapped & ~first & ((rows["value"] >= _NO_CHANCE) | same_code | rows["doubtful"])
