"""What to ask instead: two places of one name, the elections of a year, digits that were swapped, examples. Each is a question to click."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from netralitas.check.asked import Asked
from netralitas.check.known import Known
from netralitas.model import NATION
from netralitas.store import Store
from netralitas.store.memory import remembered
from netralitas.wording import joined, number, text

MOST = 5


@dataclass(frozen=True)
class Choice:
    """A question, what it is called, and what it would find (`note`, empty where that is open)."""

    label: str
    question: str
    note: str = ""


def question(store: Store, place: str, value: float | None, when: str, language: str, unit: str = "", stage: str = "") -> str:
    """A question that is read as exactly this: 1.194 kasus Kabupaten Probolinggo Pilkada 2018. `when`: an election or a year."""
    parts = [number(value, language), store.label("unit", unit, language) if unit else ""]
    parts += [store.label("stage", stage, language).lower() if stage else "", store.region_name(place), when]
    return " ".join(filter(None, parts))


def of_figure(store: Store, row: Mapping[str, Any], language: str) -> str:
    """The question that a published figure answers, for a link from it; of a calendar period without an election."""
    when = store.event_name(row["event"]) if isinstance(row["event"], str) and row["event"] else ""
    return question(store, row["region"], row["value"], when, language, row["unit"], row["stage"])


@remembered
def of_figures(store: Store, language: str) -> dict[str, str]:
    """Figure → the question that it answers."""
    return {row["figure_id"]: of_figure(store, row, language) for row in store.compared().to_dict("records")}


def numbers_of(store: Store, figures: Iterable[str], language: str) -> tuple[Choice, ...]:
    """The numbers of figures with the question that each answers, the same question once."""
    asked, values = of_figures(store, language), _values(store)
    return tuple(dict.fromkeys(Choice(number(values[one], language), asked[one]) for one in figures if one in asked))


@remembered
def _values(store: Store) -> dict[str, float]:
    frame = store.compared()
    return dict(zip(frame["figure_id"].tolist(), frame["value"].tolist(), strict=True))


def named(store: Store, asked: Asked, places: Iterable[str], language: str) -> tuple[Choice, ...]:
    """The places that a question may mean; of a number, whether it was published there."""
    when = _when(store, asked)
    choices = []
    for place in list(places)[:MOST]:
        again = question(store, place, asked.number, when, language, asked.unit, asked.stage)
        choices.append(Choice(_placed(store, place), again, _found(store, asked, place, language)))
    return tuple(choices)


def _placed(store: Store, place: str) -> str:
    """Kabupaten Malang · Jawa Timur."""
    line = store.line_of(place)
    return " · ".join(store.region_name(one) for one in line[: max(len(line) - 1, 1)])


def _found(store: Store, asked: Asked, place: str, language: str) -> str:
    if asked.number is None:
        return "" if store.covered(place) else text(language, "cek.tanpa_angka")
    here = store.valued(asked.number)
    return "" if (here["region"] == place).any() else text(language, "cek.tidak_ada_di_sini")


def beside(store: Store, asked: Asked, figure: Known, frame: pd.DataFrame, language: str) -> tuple[Choice, ...]:
    """Where the question leaves the place open: the others of the same name, or the others with the same number that may be said."""
    if len(asked.places) > 1:
        return named(store, asked, asked.places, language)
    if asked.places:
        return ()
    return named(store, asked, [code for code in regions_with(asked, frame) if code != figure.region], language)


def regions_with(asked: Asked, frame: pd.DataFrame) -> tuple[str, ...]:
    """The regions of which the number, in the elections asked for, was published as a whole and may be said."""
    fitting = frame[(frame["verdict"] != "jangan") & (frame["dimension"] == "total")]
    return tuple(dict.fromkeys(fitting[fitting["event"].isin(asked.events)]["region"] if asked.events else fitting["region"]))


def others(store: Store, asked: Asked, language: str) -> tuple[Choice, ...]:
    """The other numbers of the question, each to be asked of the same place and election; for one below zero the one above it."""
    place = store.region_name(asked.places[0]) if len(asked.places) == 1 else ""
    when = _when(store, asked)
    values = (*asked.others, *((-asked.number,) if (asked.number or 0) < 0 else ()))
    return tuple(Choice(told := " ".join(filter(None, (number(value, language), place, when))), told) for value in values[:MOST])


def _when(store: Store, asked: Asked) -> str:
    return store.event_name(asked.events[0]) if len(asked.events) == 1 else asked.year


def without_number(store: Store, asked: Asked, language: str) -> tuple[Choice, ...]:
    """The places alone, without the number and the election that have no answer."""
    return tuple(Choice(_placed(store, place), question(store, place, None, "", language)) for place in asked.places[:MOST])


def covered(store: Store, place: str, but: str, language: str) -> tuple[Choice, ...]:
    """The elections of which a place has figures, but one."""
    events = [event for event in store.event_names() if event != but and (event,) in store.covered(place)]
    return tuple(
        Choice(store.event_name(event), question(store, place, None, store.event_name(event), language)) for event in events[:MOST]
    )


def elections(store: Store, asked: Asked, language: str, place: str = NATION, but: str = "") -> tuple[Choice, ...]:
    """The elections that were asked for and are not answered; of a place those of which it has figures."""
    events = [event for event in asked.events if event != but and (not but or (event,) in store.covered(place))]
    return tuple(Choice(store.event_name(event), question(store, place, None, store.event_name(event), language)) for event in events)


def none_held(store: Store, where: tuple[str, ...], events: tuple[str, ...], language: str) -> str:
    """That none of the places voted in any of the elections, nor has a figure of one, and when they did; empty where one did."""
    if not events:
        return ""
    for place in where:
        held = store.elections_across(place)
        if any(held.at[event, "voted"] or (event,) in store.covered(place) for event in events):
            return ""
    told = {
        "places": joined([store.region_name(place) for place in where], language),
        "events": joined([store.event_name(event) for event in events], language),
    }
    did = [_voted(store, place, language) for place in where]
    if len(set(did)) == 1:
        return text(language, "cek.tanpa_pemilihan", held=did[0], **told)
    apart = "; ".join(f"{store.region_name(place)}: {held}" for place, held in zip(where, did, strict=True))
    return text(language, "cek.tanpa_pemilihan", held=apart, **told)


def _voted(store: Store, place: str, language: str) -> str:
    """The regional elections that a place held, the oldest first."""
    held, kinds = store.elections_across(place), store.events()["kind"]
    names = [store.event_name(event) for event in store.event_names() if held.at[event, "voted"] and kinds[event] == "pilkada"]
    return joined(names[::-1], language)


def swapped(store: Store, asked: Asked, language: str) -> tuple[Choice, ...]:
    """Published numbers of the place that differ from the one asked for by two digits changing places: 1.149 for 1.194."""
    digits = f"{asked.number:.0f}"
    turned = {
        float(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]) for at in range(len(digits) - 1) if digits[at] != digits[at + 1]
    }
    where = asked.places or (NATION,)
    found = []
    for value in sorted(turned - {asked.number}):
        rows = store.valued(value)
        rows = rows[rows["region"].isin(where) & (rows["verdict"] != "jangan")]
        if len(rows) and len(digits) > 2:
            place = rows["region"].iloc[0]
            found.append(Choice(number(value, language), question(store, place, value, "", language), store.region_name(place)))
    return tuple(found[:MOST])


def examples(language: str) -> tuple[Choice, ...]:
    """What can be typed."""
    return tuple(Choice(one, one) for one in text(language, "cek.contoh").split("|"))
