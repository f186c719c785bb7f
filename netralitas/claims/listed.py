"""A list of regions in words: what one source puts beside each other, with its largest number; never a rank across sources."""

import pandas as pd

from netralitas.claims import amount
from netralitas.claims.forms import day_of, day_words
from netralitas.store import Store
from netralitas.wording import number, text


def sentence(store: Store, rows: pd.DataFrame, language: str) -> str:
    """Who counted what, when, in how many regions; the largest; and the sum where the source prints it as the number of the whole."""
    first = rows.iloc[0].to_dict()
    most = rows[rows["value"] == rows["value"].max()]
    told = text(
        language,
        "daftar.kalimat",
        event=store.event_name(first["event"]),
        region=store.region_name(first["parent"]),
        counter=store.label("counted_by", first["counted_by"], language),
        day=day_words(day_of(first), language),
        stage=store.label("stage", first["stage"], language),
        unit=store.label("unit", first["unit"], language),
        count=number(len(rows), language),
    )
    if len(most) == 1:
        largest = most.iloc[0].to_dict()
        told += text(language, "daftar.terbanyak", region=largest["region_name"], amount=amount.of(store, largest, language).full)
    told += "."
    if first["complete"]:
        told += " " + text(language, "daftar.lengkap", total=number(first["total"], language), region=store.region_name(first["parent"]))
    return told
