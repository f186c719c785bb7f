"""The law: which sanction and which forbidden act, by which article, in force on which day."""

from datetime import date, timedelta

import pandas as pd

from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import day, text

COLUMNS = ("level", "sanction", "basis", "since", "until", "checked")


@remembered
def in_force(store: Store, on: date | None) -> pd.DataFrame:
    """The sanctions of the law in force on a day (all without one), as `Store.sanctions`, with `certain`.

    `in_force_until` is exclusive. A law whose first day is known only by month or year counts from the first day
    that this allows; on a day before the last that it allows, `certain` is False.
    """
    frame = store.sanctions()
    if on is None:
        return frame.assign(certain=True)
    moment = pd.Timestamp(on)
    kept = frame[(frame["in_force_from"] <= moment) & (frame["in_force_until"].isna() | (moment < frame["in_force_until"]))]
    return kept.assign(certain=[not on.isoformat().startswith(printed) or len(printed) == 10 for printed in kept["valid_from"]])


@remembered
def table(store: Store, language: str, on: date | None) -> pd.DataFrame:
    """One row a sanction, in words: level, sanction, basis, since, until (the last day), checked."""
    frame = in_force(store, on)
    rows = [
        (
            store.label("sanction_level", row["level"], language),
            row[f"label_{language}"],
            row["legal_basis"],
            _printed(row["valid_from"], language),
            _last_day(row["valid_to"], language),
            _checked(store, row, language),
        )
        for row in frame.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


@remembered
def acts(store: Store, language: str) -> pd.DataFrame:
    """One row a forbidden act, in words: act, basis, checked. The sanction usual for it stands in Indonesian, as printed."""
    rows = [
        (row[f"label_{language}"], row["legal_basis"], row["typical_sanction"] or "", _checked(store, row, language))
        for row in store.violations().fillna({"typical_sanction": ""}).to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["act", "basis", "sanction", "checked"])


def _printed(printed: str, language: str) -> str:
    """A partial date as precisely as it is known: 2004, Sep 2020, 31 Agu 2021."""
    if len(printed) == 4:
        return printed
    if len(printed) == 7:
        return day(date.fromisoformat(f"{printed}-01"), language, "month")
    return day(date.fromisoformat(printed), language, "short")


def _last_day(printed: str | float, language: str) -> str:
    """`valid_to` is the first day on which it no longer holds; readers are told the last on which it does."""
    if not isinstance(printed, str):
        return text(language, "hukum.masih_berlaku")
    if len(printed) < 10:
        return _printed(printed, language)
    return day(date.fromisoformat(printed) - timedelta(days=1), language, "short")


@remembered
def details(store: Store, language: str, on: date | None) -> tuple[tuple[str, str], ...]:
    """(sanction, what of it is still open), for rows of which something is."""
    labels = in_force(store, on)[f"label_{language}"]
    return tuple((label, told) for label, told in zip(labels, remarks(store, language, on), strict=True) if told)


@remembered
def remarks(store: Store, language: str, on: date | None) -> tuple[str, ...]:
    """What is still open of each row of the table: the remark on one that is not wholly checked, or that its day is not known."""
    return tuple(_open(row, language) for row in in_force(store, on).to_dict("records"))


def _open(row: dict, language: str) -> str:
    note = (row[f"note_{language}"] if row["checked"] != "yes" else "") or ""
    return " ".join(filter(None, ("" if row["certain"] else text(language, "hukum.hari_tak_diketahui"), note)))


def _checked(store: Store, row: dict, language: str) -> str:
    """How far the row was compared with the regulation, in one word; `details` says what is open."""
    return store.label("checked", row["checked"], language)
