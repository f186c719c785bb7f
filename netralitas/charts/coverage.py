"""Coverage: for which elections and provinces figures have been published, and how many."""

import pandas as pd

from netralitas.address.parameters import ALL
from netralitas.chart import Chart, Kind
from netralitas.model import CLEAN, LEVELS, NATION, Filter
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import number, text

CHOICES = (ALL, *LEVELS)


@remembered
def coverage(store: Store, scope: Filter, level: str) -> Chart:
    """Number of figures by province and election; the first row is the nation. Level: provinsi, kabkota or both.

    Of the scope only the language counts: the map is of all data.
    """
    language = scope.language
    counted = store.coverage()
    kept = counted[(counted["level"] == "negara") | (level == ALL) | (counted["level"] == level)]
    frame = _grid(store, kept)
    levels = text(language, f"cakupan.tingkat.{level}")
    plain = text(language, "cakupan.judul", level=levels)
    return Chart(
        kind=Kind.HEAT,
        name=f"netralitas_cakupan_{level}",
        language=language,
        frame=frame,
        title=_finding(store, kept[kept["level"] != "negara"], level, language) or plain,
        subtitle=text(language, "cakupan.anak_judul", level=levels),
        unit=text(language, "cakupan.satuan"),
        alt=f"{plain}: {_told(frame, language)}",
        notes=(text(language, "cakupan.papua"),),
        value_label=text(language, "kolom.jumlah"),
        label_header=text(language, "kolom.wilayah"),
    )


def _grid(store: Store, counted: pd.DataFrame) -> pd.DataFrame:
    """One row a cell: the nation and every province × every election, oldest first; NaN where nobody published a figure."""
    events = list(store.event_names())[::-1]
    regions = [NATION, *store.children(NATION)]
    figures = counted.groupby(["province", "event"])["figures"].sum()
    cells = pd.MultiIndex.from_product([regions, events], names=["province", "event"])
    frame = figures.reindex(cells).astype("float64").reset_index(name="value")
    return frame.assign(
        row=frame["province"].map(store.region_name),
        column=frame["event"].map(store.event_name),
        status=frame["value"].notna().map({True: CLEAN, False: ""}),
        **dict.fromkeys(("counter", "cutoff", "publisher", "url", "figure_id"), ""),
    )


def _finding(store: Store, counted: pd.DataFrame, level: str, language: str) -> str:
    """The election with figures for the most provinces (or regencies and cities); empty where two have as many."""
    if level == "kabkota":
        reached, of = counted.groupby("event")["regions"].sum(), int((store.regions()["level"] == 2).sum())
    else:
        reached, of = counted.groupby("event")["province"].nunique(), len(store.children(NATION))
    top = reached.nlargest(2)
    if top.empty or (len(top) > 1 and top.iloc[0] == top.iloc[1]):
        return ""
    return text(
        language,
        f"cakupan.temuan.{level}",
        event=store.event_name(top.index[0]),
        count=number(int(top.iloc[0]), language),
        of=number(of, language),
    )


def _told(frame: pd.DataFrame, language: str) -> str:
    totals = frame.groupby("column", sort=False)["value"].sum()
    return "; ".join(f"{event} {number(value, language)}" for event, value in totals.items())
